"""Who a clause says is to act: its subject, before the verb or behind it (GUIDE.md section 2, `responsible`; section 4, "Who")."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBIALS, ADVERBS, TURNING, Clause, own_end
from tracker.extraction.find import Sentence
from tracker.extraction.likely_subjects import (
    LONGEST_WHICH,
    PREPOSITIONS,
    agentive_behind,
    all_with,
    both_behind,
    given_to,
    guessed_subject,
    happens,
    labelled_subject,
    names_people,
    no_object,
    owned_role,
    some_of_a_kind,
)
from tracker.extraction.mention import LIKELY, PRONOUNS, SURE, Mention
from tracker.extraction.pronouns import antecedent_of, first_person, remember, remember_named, with_pronoun
from tracker.extraction.subject import EXPLETIVE, FORUM_WE, NONE, PARTY, PRONOUN, THING, Subject
from tracker.extraction.tokens import SIGN, TIME, WORD
from tracker.extraction.vocabulary import agent_kind

_OBLIQUE = frozenset("dem ham hende mig dig os jer hvilket".split())
"""Forms that are objects only: "dem skal Ditlev aflevere" has its subject behind the verb."""


def subject_of(sentence: Sentence, clause: Clause) -> Subject:
    """The subject of `clause`."""
    if clause.head is not None:
        if sentence.words(*clause.field) == "der":
            return Subject(EXPLETIVE, after=clause.verb + 1)  # "… – der findes en dag i maj"
        shared = subject_of(sentence, clause.head)
        before = sentence.tokens[clause.verb - 1] if clause.verb > clause.start else None
        inverted = before is not None and (before.low in TURNING or before.kind == TIME or before.low in ("mellemtiden", "gengæld"))
        own = subject_behind(sentence, clause) if inverted or shared.kind in (THING, EXPLETIVE, NONE) else None
        if own is not None and (own.kind in (FORUM_WE, PRONOUN) or (own.parties and (own.sure >= LIKELY or shared.kind != PARTY))):
            return own
        if inverted and clause.form.form is Form.PASSIVE and (own is None or own.words in ("det", "den")):
            return own or Subject(THING, after=clause.verb + 1)  # "Bo spørger ejeren, samtidig undersøges rettighederne"
        shared.after = clause.verb + 1
        return shared
    begin, end = clause.field
    if clause.resumed is not None and begin != end:
        return _waiting(sentence, clause)
    begin = _skip(sentence, begin, end)
    if begin >= end and sentence.memory.list_parties and clause.start == 0 and clause.form.form is Form.PRESENT:
        return Subject(PARTY, list(sentence.memory.list_parties), clause.verb + 1)  # "HR: • laver en plan"
    if begin >= end:
        return labelled_subject(sentence, clause) or subject_behind(sentence, clause) or Subject(NONE, after=clause.verb + 1)
    return _before(sentence, clause, begin, end)


def _skip(sentence: Sentence, begin: int, end: int) -> int:
    """Past adverbs and times at the head of the clause."""
    while begin < end:
        token = sentence.tokens[begin]
        unit = token.low == "fælles" and begin + 1 < end and agent_kind(sentence.tokens[begin + 1].low) is not None
        if not unit and (
            token.kind in (TIME, SIGN)
            or (begin == 0 and token.low in ("og", "men"))
            or (token.low in ADVERBS and token.low not in ("der", "her", "selv"))
        ):
            begin += 1
        else:
            break
    return begin


_ONLY_SOMEBODY = (Sense.MODAL, Sense.COMMENT, Sense.DECIDE, Sense.REPORT)  # "Det fandt rådet dyrt"
_BESIDE = ADVERBS | {"to", "tre", "begge", "alle", "nok"}
_PARTED = (("komme", "med"), ("tage", "stilling"))
_DESCRIBING = frozenset(
    "der som , fra i på for med til ved hos af ( - – forud efter inden under over uden mellem blandt mod forinden".split()
)
"""What may follow a party and tell which one is meant: "afdelinger over 6 pct.", "Familier, der vil have en stand"."""


def _before(sentence: Sentence, clause: Clause, begin: int, end: int) -> Subject:
    """The subject from the words before the verb, or from behind it when those words are an adverbial."""
    first = sentence.tokens[begin]
    behind = clause.verb + 1
    if first.low in ("der", "her"):
        here = subject_behind(sentence, clause) if first.low == "her" else None  # "Her er Løn og Personale tovholder"
        return here if here is not None and here.kind == PARTY and here.sure >= SURE else Subject(EXPLETIVE, after=behind)
    told = _we(sentence, clause, begin, end) or _sees_to(sentence, clause)
    if told is not None:
        return told
    joined = with_pronoun(sentence, begin, end)
    if joined:
        return Subject(PARTY, joined, behind, sentence.words(begin, end))
    if first.low in PRONOUNS and first.low not in _OBLIQUE and _lonely(sentence, begin, end):
        return antecedent_of(sentence, first.low, begin, behind)
    if first.low in ("det", "dette", "denne", "den", "disse") and _lonely(sentence, begin, end):
        turns = clause.form.form is Form.PRESENT or clause.form.sense in _ONLY_SOMEBODY or clause.form.lemma in ("finde", "love")
        found = subject_behind(sentence, clause) if turns else None
        somebody = found is not None and (found.kind == FORUM_WE or found.sure >= LIKELY)
        return found if found is not None and somebody else Subject(THING, after=behind, words=first.low)
    if first.low in _OBLIQUE or (first.low in PREPOSITIONS and not (first.capital and sentence.directory.knows(first.text))):
        return subject_behind(sentence, clause) or Subject(NONE, after=behind)
    parties, stop = sentence.reader.group(begin, end, preverbal=True)
    if _unknown_word(parties) and happens(sentence, clause):
        return Subject(THING, after=behind, words=sentence.words(begin, end))
    if (
        (_unknown_word(parties) or some_of_a_kind(sentence, clause, parties))
        and (turned := subject_behind(sentence, clause)) is not None
        and turned.kind == PARTY
        and turned.sure >= SURE
        and (
            all(p.kind is PartyKind.PERSON for p in turned.parties)
            or clause.form.sense is Sense.MODAL
            or (first.low.endswith(("en", "et", "ne", "er", "ere")) and no_object(sentence, turned))
            or (clause.form.lemma, sentence.words(turned.after, turned.after + 1)) in _PARTED  # "Svar kommer Driften med"
        )
    ):
        return turned  # "Samtidigt undersøger Lise …": an adverb no list knows; "Målingen sender Driften til rådet"
    after = sentence.tokens[stop].low if stop < end else ""
    if parties and after == "og":
        return Subject(THING, after=behind, words=sentence.words(begin, end))
    first_of_all = clause.link in ("at", "idet", "hvorefter") and all(
        p.sure >= SURE for p in parties
    )  # "at lederne på egne vegne | skriver"
    if parties and (_fills(sentence, stop, end) or after in _DESCRIBING or first_of_all):
        return Subject(PARTY, all_with(sentence, parties, end), behind, sentence.words(begin, end))
    owned = owned_role(sentence, begin, end)
    if owned is not None:
        return Subject(PARTY, [owned], behind, sentence.words(begin, end))
    found = subject_behind(sentence, clause)
    likely = found is not None and found.sure >= LIKELY and not found.words.startswith("en ")
    if found is not None and (found.kind == FORUM_WE or likely) and not given_to(sentence, clause, first, found):
        return found
    return guessed_subject(sentence, begin, end) or Subject(THING, after=behind, words=sentence.words(begin, end))


def _we(sentence: Sentence, clause: Clause, begin: int, end: int) -> Subject | None:
    """ "vi", "man" before the verb, or right behind it: then what stands before is its object ("Budgettet ser vi på i maj"). A majority
    is the meeting itself, or some of it."""
    first, behind = sentence.tokens[begin], clause.verb + 1
    some = first.low == "et" and sentence.words(begin, begin + 2) in ("et flertal", "et mindretal", "et enigt")
    if some or first.low in ("flertallet", "mindretallet"):
        return Subject(THING, after=behind, words=sentence.words(begin, end))
    told = first_person(sentence, begin, end)
    if told:
        return Subject(PARTY, told, behind, sentence.words(begin, end))
    if first.low in ("vi", "man", "i", "jeg", "du") and (first.low != "i" or end - begin == 1):
        return Subject(FORUM_WE, after=behind, words=first.low)
    after = sentence.tokens[behind].low if behind < clause.end else ""
    turned = clause.form.form is Form.PRESENT or clause.form.lemma == "nå"  # "Punktet nåede vi ikke"
    if clause.main and after in ("vi", "man", "jeg") and turned:
        return Subject(FORUM_WE, after=behind + 1, words=after)
    return None


_STRANDED = {"tage": " sig af", "stå": " for", "se": " på", "kigge": " på", "sørge": " for", "følge": " op på", "arbejde": " videre med"}
"""Verbs, and the words they leave at the end of a clause whose object stands in front."""


def _sees_to(sentence: Sentence, clause: Clause) -> Subject | None:
    """ "Skiltene tager Driften sig af", "Det afsnit skriver han om": what stands before the verb is the object."""
    if clause.field[1] - clause.field[0] > 1 and sentence.words(clause.verb + 1, clause.verb + 2) in ("han", "hun"):
        return subject_behind(sentence, clause)
    if clause.form.lemma not in _STRANDED or sentence.tokens[min(clause.verb + 1, clause.end - 1)].low == "sig":
        return None
    behind = " ".join(t.low for t in sentence.tokens[clause.verb : own_end(clause)] if t.kind not in (TIME, SIGN))
    if not behind.endswith(_STRANDED[clause.form.lemma]) and not (clause.form.lemma == "tage" and "sig af" in behind):
        return None  # "Kaffe og saft står personalet for", "Det ser køkkenet på"
    found = subject_behind(sentence, clause)
    return found if found is not None and found.kind == PARTY else None


def _unknown_word(parties: list[Mention]) -> bool:
    return len(parties) == 1 and parties[0].sure <= LIKELY and parties[0].kind is PartyKind.UNKNOWN


def _lonely(sentence: Sentence, begin: int, end: int) -> bool:
    return all(
        t.low in ADVERBS
        or t.kind in (TIME, SIGN)
        or t.low in ("to", "tre", "begge", "alle", "nok")
        or t.low.endswith(("ligt", "vis", "ifikt"))
        for t in sentence.tokens[begin + 1 : end]
    )


def _fills(sentence: Sentence, stop: int, end: int) -> bool:
    """Whether nothing but adverbs, times and asides stands between the subject and the verb."""
    while stop < end:
        token = sentence.tokens[stop]
        if token.low == "hver" and sentence.words(stop, stop + 3) == "hver for sig":
            stop += 3
            continue
        if sentence.words(stop, stop + 2) == "sammen med":
            return True
        if token.kind in (TIME, SIGN) or token.low in ADVERBS or token.low in ("selv", "dog", "også", "begge", "alle", "hver", "især"):
            stop += 1
            continue
        behind = sentence.tokens[stop + 1].low if stop + 1 < end else ""
        return token.low == "ved" or (
            token.low == "i" and behind in ("samarbejde", "samråd", "fællesskab", "dialog", "stedet", "mellemtiden")
        )
    return True


_PASSED = ADVERBS - {"der", "her"}


def subject_behind(sentence: Sentence, clause: Clause) -> Subject | None:
    """The subject behind the verb in an inverted clause; an empty one for "der", "vi", "man"; None when nobody stands there."""
    at = clause.verb + 1
    limit = own_end(clause)
    while at < limit and (
        sentence.words(at, at + 2) in ADVERBIALS
        or sentence.tokens[at].low in _PASSED
        or sentence.tokens[at].low == "sig"
        or sentence.tokens[at].kind == TIME
    ):
        at += 1
    if at >= limit:
        return None
    token = sentence.tokens[at]
    if token.low == "der":
        return Subject(EXPLETIVE, after=at + 1)
    if token.low in ("vi", "man"):
        return Subject(FORUM_WE, after=at + 1, words=token.low)
    joined = both_behind(sentence, at, limit)
    if joined is not None:
        return joined  # "Det gør han og Tobias"
    if (
        token.low in ("han", "hun", "de")
        and (at + 1 >= limit or sentence.tokens[at + 1].low == "med" or not agent_kind(sentence.tokens[at + 1].low))
        and not _adjective_next(sentence, at, limit)
    ):
        return antecedent_of(sentence, token.low, at, at + 1)
    unit = sentence.memory.unit if token.low == "den" and clause.form.form is Form.PRESENT else []
    if unit and at + 1 < limit and sentence.tokens[at + 1].low in ("en", "et"):
        return Subject(PARTY, list(unit), at + 1, "den")  # "På næste møde giver den en status"
    if clause.form.form in (Form.PASSIVE, Form.PAST_PASSIVE) and token.low in ("det", "den"):
        return Subject(THING, after=at + 1, words=token.low)
    parties, stop = sentence.reader.group(at, limit)
    bidden = clause.form.form is Form.PRESENT or clause.form.lemma in ("bede", "anmode")  # "Inden fredag bedes alle svare Bo"
    if not parties and token.low == "alle" and bidden and clause.field[0] < clause.field[1]:
        parties, stop = [Mention(token.text, at, at + 1, PartyKind.GROUP)], at + 1  # "Til næste gang læser alle kapitel 3"
    if parties and all(p.sure >= LIKELY for p in parties):
        return Subject(PARTY, parties, stop, sentence.words(at, stop))
    acting = clause.form.sense is Sense.DO and clause.form.form is Form.PRESENT and clause.field[0] < clause.field[1]
    return agentive_behind(sentence, at, limit) if acting else None


def _adjective_next(sentence: Sentence, at: int, limit: int) -> bool:
    after = sentence.tokens[at + 1] if at + 1 < limit else None
    return after is not None and after.low.endswith("e") and after.kind == WORD and sentence.tokens[at].low == "de"


def _waiting(sentence: Sentence, clause: Clause) -> Subject:
    """A subject with a relative clause of its own: "De afdelinger, der mangler, | sender ..."."""
    begin, end = clause.field
    parties, stop = sentence.reader.group(begin, end, preverbal=True)
    if sentence.tokens[begin].low in ("han", "hun") and _lonely(sentence, begin, end):
        return antecedent_of(sentence, sentence.tokens[begin].low, begin, clause.verb + 1)
    whole = clause.resumed or clause.verb
    last = whole
    while last > begin and sentence.tokens[last - 1].kind == SIGN:
        last -= 1
    first = sentence.tokens[begin]
    told = first.low in ("de", "dem", "alle", "den", "hver", "samtlige")  # "de afdelinger, der mangler": only the clause says which
    turned = subject_behind(sentence, clause) if told or _unknown_word(parties) or not parties else None
    somebody = turned is not None and bool(turned.parties) and all(p.sure >= SURE and not p.outsider for p in turned.parties)
    rather = not told or (somebody and not names_people(sentence, begin, end))
    if turned is not None and turned.kind == PARTY and turned.sure >= SURE and rather:
        return turned  # "Skabelonen, som alle skal bruge, | lægger HR på nettet", "De nøgler, der mangler, | finder Bo"
    whose = "hvis" in sentence.low(stop, min(stop + 3, end))  # "Kasper, i hvis team der er plads, | laver …"
    if parties and (stop >= end or whose or sentence.tokens[stop].text == "(") and (not told or last - stop > LONGEST_WHICH):
        return Subject(PARTY, parties, clause.verb + 1)  # a long clause that says which is left to the quote
    if (parties and not _unknown_word(parties)) or first.low in ("de", "dem", "alle", "den", "hver"):
        text = " ".join(sentence.text[first.start : sentence.tokens[last - 1].end].split())
        return Subject(PARTY, [Mention(text, begin, last, PartyKind.GROUP, SURE)], clause.verb + 1)
    return Subject(THING, after=clause.verb + 1, words=sentence.words(begin, end))


__all__ = [
    "EXPLETIVE",
    "FORUM_WE",
    "NONE",
    "PARTY",
    "PRONOUN",
    "THING",
    "Subject",
    "own_end",
    "remember",
    "remember_named",
    "subject_behind",
    "subject_of",
]
