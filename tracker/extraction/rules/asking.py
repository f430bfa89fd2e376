"""Rules for "bad forvaltningen om at", "udpegede Bo til at", "udbad sig": one asks another for something."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import ADVERBIALS, ADVERBS, Clause, own_end
from tracker.extraction.deadlines import usable
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import LIKELY, Mention
from tracker.extraction.rules.forms import TOLD_AGAIN
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, main_verb, own_words
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.reports import has_status_noun
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import PARTY, Subject
from tracker.extraction.tokens import WORD

_ASKING = frozenset("bede anmode pålægge".split())
_CONTACTING = frozenset("kontakte ringe skrive rette".split())
_CHOOSING = frozenset("udpege vælge udvælge sætte".split())


_MEETINGS = frozenset(("om et møde", "om et besøg", "om en snak", "om en samtale", "om foretræde for"))


def _collective(sentence: Sentence, subject: Subject) -> bool:
    return acts_for_forum(sentence, subject) or any(p.kind in (PartyKind.BODY, PartyKind.GROUP) for p in subject.parties)


_LEADING = (
    "formand",
    "formanden",
    "chef",
    "chefen",
    "direktør",
    "direktøren",
    "leder",
    "lederen",
    "rektor",
    "dekan",
    "dekanen",
    "provst",
    "provsten",
)


def _leads(subject: Subject) -> bool:
    """Whether who asks is at the head of the house: what a chief asks somebody to do is an order, not one member's wish."""
    return bool(subject.parties) and all(p.text.casefold().split()[0].endswith(_LEADING) for p in subject.parties)


def _asks_himself(sentence: Sentence, clause: Clause, subject: Subject) -> bool:
    """Whether the asking itself is what somebody is to do: "Bo beder Ea om …", "HR reserverer salen og beder …"."""
    acting = clause.head is not None and clause.head.form.form is Form.PRESENT and clause.head.form.sense is Sense.DO
    persons = all(p.kind in (PartyKind.PERSON, PartyKind.UNKNOWN) or (acting and p.kind is PartyKind.DEPARTMENT) for p in subject.parties)
    return persons and not acts_for_forum(sentence, subject)


def _asks_for(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Udvalget udbad sig en status på næste møde", "Svar udbedes inden mandag": a forum asks, nobody named."""
    if clause.form.form is Form.PASSIVE and dated(sentence, clause):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "sende", responsible=[]).mark("request")
    words = own_words(sentence, clause)
    if words[:1] != ["sig"] or not (acts_for_forum(sentence, subject) or any(p.kind is PartyKind.BODY for p in subject.parties)):
        return SILENT
    kind = Kind.STATUS if has_status_noun(words) else Kind.TASK
    return find(sentence, clause, Subject("thing"), kind, "ønske", responsible=[]).mark("wish")


def _asked_for_something(sentence: Sentence, clause: Clause, subject: Subject, asked: list[Mention], stop: int) -> Find:
    """ "Udvalget beder forvaltningen om et notat" is for the one asked; "beder borgmesteren om et møde" is the asker's own act."""
    meets = clause.form.form is Form.PRESENT and subject.kind == PARTY and sentence.words(stop, stop + 3) in _MEETINGS
    if meets:
        own = find(sentence, clause, subject, Kind.TASK, "spørge").mark("light-verb")
        told = [t.time for t in sentence.tokens[stop : own_end(clause)] if t.time is not None and usable(t.time)]
        own.times = own.times or told  # "om et møde i november"
        return own
    kind = Kind.STATUS if has_status_noun(own_words(sentence, clause)) else Kind.TASK
    return find(sentence, clause, Subject("party", asked, stop), kind, "levere", responsible=asked).mark("request")


def _asker(sentence: Sentence, clause: Clause, subject: Subject) -> Subject:
    """Who asks; nobody where the one behind the verb is asked and the asker stands above the list: "beder forvaltningen om at …"."""
    elided = subject.kind == PARTY and clause.field[0] == clause.field[1] and subject.parties[0].start > clause.verb
    behind = _past_adverbials(sentence, subject.after, own_end(clause)) if elided else 0
    another = elided and (
        sentence.low(behind, behind + 1) in (["ham"], ["hende"]) or bool(sentence.reader.group(behind, own_end(clause))[0])
    )
    return Subject("none", after=clause.verb + 1) if elided and not another else subject


def _asked_act(sentence: Sentence, clause: Clause, stop: int) -> tuple[int, Verb] | None:
    """What is asked of the one named until `stop`: the infinitive behind "om at", or one by itself."""
    behind = Clause(sentence.tokens, clause.start, clause.end, max(stop - 1, clause.verb), clause.form, subs=clause.subs)
    governed = main_verb(sentence, behind, Subject("none"))
    if governed is not None or not clause.verb < stop < own_end(clause) or clause.form.lemma not in ("bede", "anmode", "pålægge"):
        return governed
    bare = pick(sentence.tokens[stop].low, Form.INFINITIVE)  # "beder kantineudvalget udarbejde retningslinjer"
    return (stop, bare) if bare is not None and bare.sense is Sense.DO else None


def _past_adverbials(sentence: Sentence, begin: int, limit: int) -> int:
    """Where the one asked may begin: "bad samtidig forvaltningen", "bad i den forbindelse forvaltningen"."""
    while begin < limit and (sentence.tokens[begin].low in ADVERBS or sentence.words(begin, begin + 2) in ADVERBIALS):
        begin += 1
    return begin + 3 if sentence.words(begin, begin + 2) in ("i den", "i denne", "på den", "i samme") else begin


_LONGEST_NAME = 4
"""Words of a name nobody knows, between "beder" and "om at"."""


def _who_is_asked(sentence: Sentence, begin: int, limit: int) -> tuple[list[Mention], int]:
    """Who stands from `begin` on, and where that ends: before "om at" with all of the name ("en repræsentant fra hver skole")."""
    low = sentence.low(begin, limit)
    ahead = next((begin + k for k, (a, b) in enumerate(pairwise(low)) if b == "at" and a in ("om", "til")), None)
    if ahead is not None:
        whole, stop = sentence.reader.group(begin, ahead, preverbal=True)
        if whole and stop == ahead:
            return whole, stop
        if begin < ahead <= begin + _LONGEST_NAME and sentence.tokens[begin].capital and not sentence.reader.group(begin, limit)[0]:
            name = sentence.text[sentence.tokens[begin].start : sentence.tokens[ahead - 1].end]
            return [Mention(name, begin, ahead, PartyKind.UNKNOWN, LIKELY)], ahead  # "Vi beder Kommunale Ejendomme om at …"
    return sentence.reader.group(begin, limit)


def _tells_of_what(sentence: Sentence, sub: Clause) -> bool:
    """Whether a that-clause is not what is asked: "beder ham skrive det, således at …", "beder om en forklaring på, at …"."""
    led = [t.low for t in sentence.tokens[max(0, sub.start - 2) : sub.opener] if t.kind == WORD]
    return sentence.words(sub.start, sub.opener).endswith(("således at", "sådan at")) or led[-2:-1] in (["på"], ["over"], ["af"])


def asks(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Udvalget bad forvaltningen om at ...": the one asked is responsible; one member's wish is optional."""
    lemma, form = clause.form.lemma, clause.form.form
    if lemma == "udbede":
        return _asks_for(sentence, clause, subject)
    if lemma not in _ASKING | _CHOOSING | {"opfordre"} or form not in (Form.PRESENT, Form.PAST):
        return None
    if lemma in _CHOOSING and ("til", "at") not in pairwise(own_words(sentence, clause)):
        return None
    subject = _asker(sentence, clause, subject)
    begin = _past_adverbials(sentence, max(subject.after, clause.verb + 1), own_end(clause))
    asked, stop = _who_is_asked(sentence, begin, own_end(clause))
    if not asked and begin < own_end(clause) and sentence.tokens[begin].low in ("ham", "hende"):
        asked, stop = sentence.memory.one(sentence.tokens[begin].low), begin + 1  # "bad ham om at sende dem"
    words = own_words(sentence, clause)
    if any(s.link == "at" and not _tells_of_what(sentence, s) for s in clause.subs) and not any(
        w in words[:-1] and words[words.index(w) + 1 : words.index(w) + 2] == ["at"] for w in ("om", "til")
    ):
        return SILENT  # what is asked stands in the at-clause
    governed = _asked_act(sentence, clause, stop if asked else 0)
    if (
        clause.head is not None
        and clause.head.form.lemma in _CONTACTING
        and not asked
        and form is Form.PRESENT
        and not dated(sentence, clause)
    ):
        return SILENT  # "Bestyrelsen kontakter kommunen og beder om hjælp": one act
    if not asked and "om" in words[:4]:
        if acts_for_forum(sentence, subject) or any(p.kind is PartyKind.BODY for p in subject.parties):
            kind = Kind.STATUS if has_status_noun(words) or any(w in words for w in TOLD_AGAIN) else Kind.TASK
            meets = subject.kind == PARTY and form is Form.PRESENT and words[:3] in (["om", "et", "møde"], ["om", "foretræde", "for"])
            who = subject.parties if meets else []  # "Lokalrådet beder om et møde med ejeren": its own act
            return find(sentence, clause, Subject("thing"), kind, "ønske", responsible=who).mark("wish")
        return None if form is Form.PRESENT else SILENT
    if governed is None and asked and form is Form.PRESENT and subject.kind == PARTY and not _collective(sentence, subject):
        return find(sentence, clause, subject, Kind.TASK, "spørge").mark("light-verb")  # "Sekretariatet beder forvaltningen om tallene"
    if governed is None and asked and stop < own_end(clause) and sentence.tokens[stop].low == "om" and lemma in ("bede", "anmode"):
        return _asked_for_something(sentence, clause, subject, asked, stop)
    if governed is None or not asked:
        return SILENT
    at, verb = governed
    if form is Form.PRESENT and subject.kind == PARTY and _asks_himself(sentence, clause, subject):
        return find(sentence, clause, subject, Kind.TASK, "spørge").mark("light-verb")  # the asking is what somebody promises
    result = find(
        sentence,
        clause,
        Subject("party", asked, stop),
        active_kind(sentence, clause, Subject("party", asked), verb, at),
        verb.lemma,
        at=at,
        responsible=asked,
    )
    verb_at = sentence.tokens[clause.verb].start  # "I dag bad udvalget ham om at svare i maj": when it was asked
    result.times = [t for t in result.times if form is Form.PRESENT or t.start > verb_at or LIMIT.match(t.text.casefold())]
    member = subject.words.startswith(("et medlem", "en "))
    collective = (_collective(sentence, subject) and not member) or _leads(subject)
    office = not member and any(p.kind is PartyKind.DEPARTMENT for p in subject.parties)
    ordered = dated(sentence, clause) and all(p.text.casefold().startswith("alle ") for p in asked)
    collective = collective or ordered  # "Jørgen bad alle chefer om at svare inden maj"
    collective = collective or (office and dated(sentence, clause))  # "Sekretariatet bad skolerne om at svare inden maj"
    result.optional = (
        lemma == "opfordre"
        or (not collective and form is Form.PAST)
        or (not collective and subject.words.startswith(("et medlem", "en ", "et ")))
    )
    return result.mark("request")
