"""Readings of requests: bedes, anmodes, bad om at, overlades; whoever is asked is responsible."""

from __future__ import annotations

from tracker.danish.verbs import Form, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS, Clause, own_end, past_adverbials
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.pronouns import one_before
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.forms import infinitive_after_at, is_participle, optional_find
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, is_body, main_verb, own_words
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.reports import has_status_noun, is_work
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import EXPLETIVE, PARTY, Subject
from tracker.extraction.vocabulary import GIVEN

_REQUESTS = frozenset("bede anmode pålægge opfordre henstille anbefale tilråde bemyndige".split())
_BROUGHT = frozenset("forelægge oversende fremsende tilsende fremlægge".split())
_SOFT_REQUESTS = frozenset("opfordre henstille anbefale tilråde".split())


def requested(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "bedes / anmodes om at / får til opgave at / pålægges at": whoever is asked is responsible."""
    lemma, form = clause.form.lemma, clause.form.form
    if lemma not in _REQUESTS or form not in (Form.PASSIVE, Form.PAST_PASSIVE):
        return None
    governed = main_verb(sentence, clause, subject)
    if governed is None and lemma in ("bede", "anmode") and any(is_participle(w) for w in own_words(sentence, clause)[:4]):
        asked = next(k for k, w in enumerate(own_words(sentence, clause)) if is_participle(w)) + clause.verb + 1
        result = find(sentence, clause, Subject("thing", after=asked + 1), Kind.TASK, "meddele", at=asked, responsible=[])
        done = pick(sentence.tokens[asked].low, Form.PARTICIPLE)
        brought = done is not None and done.lemma in _BROUGHT and any(is_body(sentence, r) for r in result.recipients)
        result.kind = Kind.FORWARD if brought else result.kind  # "Notatet bedes forelagt Grønt Råd"
        return result.mark("request")  # "Ændringer bedes oplyst til X", "Emner bedes meddelt sekretæren"
    if governed is None and lemma in ("bede", "anmode") and "om" in own_words(sentence, clause)[:3] and subject.kind == PARTY:
        kind = Kind.STATUS if any(w in ("status", "orientering") for w in own_words(sentence, clause)[:5]) else Kind.TASK
        asked_for = find(sentence, clause, subject, kind, "levere").mark("request")  # "Driften bedes om et notat"
        asked_for.optional = False
        return asked_for
    words = own_words(sentence, clause)
    wanted = subject.kind == EXPLETIVE and lemma in ("bede", "anmode") and words[:1] == ["om"] and words[1:2] in (["et"], ["en"])
    if governed is None and wanted and (dated(sentence, clause) or any(map(is_work, words[1:5]))):
        kind = Kind.STATUS if has_status_noun(words[1:5]) else Kind.TASK  # "Der anmodes om et notat til næste møde"
        return find(sentence, clause, Subject("thing"), kind, "levere", responsible=[]).mark("request")
    if governed is None:
        return None if lemma == "anbefale" else SILENT
    at, verb = governed
    if verb.lemma in ("godkende", "tiltræde", "tage-til", "vedtage", "indstille"):
        return SILENT
    soft = lemma in _SOFT_REQUESTS or lemma == "bemyndige"
    if verb.lemma in ("orientere", "informere", "tage") and subject.kind == PARTY and "orienteret" in own_words(sentence, clause):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "orientere", at=at, responsible=[])
    responsible = subject.parties if subject.kind == PARTY else None
    if responsible is None and lemma in ("pålægge", "henstille", "anbefale", "opfordre"):
        responsible = _told(sentence, clause)
    if responsible is None and subject.kind == "thing" and clause.field[0] < clause.field[1] and subject.words not in ("det", "den"):
        responsible = [_whole_subject(sentence, clause)]
    result = find(
        sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at, responsible=responsible or []
    )
    if verb.lemma == "blive":
        result = find(sentence, clause, Subject("thing"), Kind.STATUS, "orientere", at=at, responsible=[])
    result.optional = soft
    if soft and subject.kind != PARTY and not responsible:
        return SILENT
    return result.mark("request")


def _whole_subject(sentence: Sentence, clause: Clause) -> Mention:
    """Whoever stands before "bedes" is the one asked, whatever the noun."""
    begin, end = clause.field
    text = " ".join(sentence.text[sentence.tokens[begin].start : sentence.tokens[end - 1].end].split())
    return Mention(text, begin, end, PartyKind.UNKNOWN, 2)


ASKED = frozenset("bedt anmodet pålagt opfordret sat".split())
"""What somebody "er" or "blev" who is to do something."""


def asked_passively(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Desuden blev skolechefen bedt om at gå i dialog med …", "Bo er blevet bedt om at …"."""
    words = own_words(sentence, clause)
    been = clause.form.lemma == "være" and (words[:1] == ["blevet"] or words[:1] in (["bedt"], ["anmodet"]))
    asked = "at" not in words and subject.kind == PARTY and _asked_for_work(words)
    if asked and (clause.form.form is Form.PRESENT or dated(sentence, clause)):
        return find(sentence, clause, subject, Kind.TASK, "lave").mark("request")  # "Bo blev bedt om en tidsplan senest i uge 21"
    if not (clause.form.lemma == "blive" or been) or subject.kind != PARTY or "at" not in words or ASKED.isdisjoint(words[:6]):
        return None
    governed = infinitive_after_at(sentence, clause)
    before = words[:1] == ["blevet"] and acts_for_forum(sentence, subject) and not dated(sentence, clause)
    if governed is None or before:
        return SILENT  # "Rådet er blevet bedt om at udtale sig": why the case is on the agenda
    at, verb = governed
    result = find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at)
    result.optional = "opfordret" in words
    return result.mark("request")


def _asked_for_work(words: list[str]) -> bool:
    asked = next((k for k, w in enumerate(words[:3]) if w in ("bedt", "anmodet")), -1)
    return asked >= 0 and words[asked + 1 : asked + 2] == ["om"] and words[asked + 2 : asked + 3] in (["en"], ["et"])


def begs(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X begærede sagen indbragt for Kommunalbestyrelsen": a statutory referral."""
    if clause.form.lemma in DEMANDING and "indbragt" not in own_words(sentence, clause):
        return _demands(sentence, clause, subject)
    if clause.form.lemma not in ("begære", "kræve") or ("indbragt" not in own_words(sentence, clause) and clause.form.lemma == "kræve"):
        return None
    for at in range(clause.verb + 1, own_end(clause) - 1):
        if sentence.tokens[at].low in ("for", "i", "til", "forelagt"):
            found, _ = sentence.reader.group(at + 1, own_end(clause))
            if found:
                result = find(sentence, clause, Subject("thing"), Kind.FORWARD, "begære", responsible=[])
                result.recipients = found
                return result
    return SILENT


DEMANDING = frozenset("kræve forlange forvente afkræve".split())


def _demands(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Styregruppen kræver en redegørelse fra leverandøren inden for ti dage": what a body is to have from somebody by a day."""
    body = acts_for_forum(sentence, subject) or any(p.kind is PartyKind.BODY for p in subject.parties)
    words = own_words(sentence, clause)
    if not body or clause.form.form is not Form.PRESENT or not dated(sentence, clause) or "fra" not in words:
        return None
    asked, _ = sentence.reader.group(clause.verb + 1 + words.index("fra") + 1, own_end(clause))
    if not asked:
        return None
    kind = Kind.STATUS if has_status_noun(words[:4]) and not any(p.outsider for p in asked) and "redegørelse" not in words else Kind.TASK
    result = find(sentence, clause, Subject("party", asked, clause.verb + 1), kind, "levere", responsible=asked)
    result.recipients = list(subject.parties)
    return result.mark("request")


def reply_by(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Svarfrist til forvaltningen er 9. april": a task where the forum must answer; an application deadline is information."""
    begin, end = clause.field
    field = [t.low for t in sentence.tokens[begin:end]]
    shall = clause.form.lemma == "skulle" and own_words(sentence, clause)[:1] == ["ske"]  # "Tilmelding skal ske til Maja"
    if (clause.form.lemma in ("ske", "foregå") or shall) and field[:1] in (["tilmelding"], ["afmelding"], ["framelding"], ["indmelding"]):
        to = recipients_of(sentence, clause, "sende", subject)
        result = find(sentence, clause, Subject("thing"), Kind.TASK, "sende", responsible=[])
        limited = any(t.deadline.due and t.deadline.earliest is None for t in result.times)  # "sker på portalen senest den 1. september"
        return result if to or limited else None
    if clause.form.lemma != "være" or not field:
        return None
    answering = field[0] in ("svarfrist", "svarfristen", "høringsfrist", "høringsfristen") or (
        field[0].startswith(("frist", "deadline")) and any(w in _ANSWERING or w.endswith(_ANSWERS) for w in field)
    )
    if not answering or "ansøgning" in field or not dated(sentence, clause):
        return None
    result = find(sentence, clause, Subject("thing"), Kind.TASK, "være", responsible=[])
    result.optional = field == ["høringsfristen"]  # told of a hearing, not asked of anybody
    if "til" in field:
        found, _ = sentence.reader.group(begin + field.index("til") + 1, end)
        result.recipients = found
    return result


_ANSWERING = frozenset("melde tilmelde svare indsende indberette aflevere sende".split())
_ANSWERS = (
    "svar",
    "bemærkninger",
    "tilbagemelding",
    "kommentarer",
    "input",
    "tilmelding",
    "ønsker",
    "bidrag",
    "indberetning",
    "besvarelse",
)
"""How the nouns end of what the forum's own members owe by then: "Fristen for høringssvar", "Deadline for budgetønsker"."""
_BEFORE_TOLD = frozenset("det den til derfor over for herefter derefter fremover nu".split())


def _told(sentence: Sentence, clause: Clause) -> list[Mention]:
    """The party behind "det pålægges / henstilles til"."""
    at = clause.verb + 1
    while at < own_end(clause) and (sentence.tokens[at].low in _BEFORE_TOLD or sentence.tokens[at].low in ADVERBS):
        at += 1
    found, _ = sentence.reader.group(at, own_end(clause))
    return found


def _left_to(sentence: Sentence, clause: Clause, responsible: list[Mention]) -> Find:
    """What somebody is left to do: the act is the infinitive's, and so is whoever receives something by it."""
    at, verb = infinitive_after_at(sentence, clause) or (clause.verb, clause.form)
    lemma = verb.lemma if at > clause.verb else "overlade"
    return find(sentence, clause, Subject("thing", after=at + 1), Kind.TASK, lemma, at=at, responsible=responsible).mark("request")


def entrusted(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "det overlades til X at", "X får til opgave at", "opgaven gives til X"."""
    lemma, form = clause.form.lemma, clause.form.form
    words = own_words(sentence, clause)
    if (
        lemma in ("overlade", "lægge", "uddelegere", "pålægge", "overdrage")
        and form in (Form.PASSIVE, Form.PAST_PASSIVE)
        and subject.kind == "thing"
        and "at" in words
    ):
        responsible = _told(sentence, clause)
        if responsible:
            return _left_to(sentence, clause, responsible)
    if lemma == "overlade" and form in (Form.PRESENT, Form.PAST) and "at" in words and {"det", "den", "til"} & set(words[:2]):
        responsible = _told(sentence, clause)
        if responsible:
            return _left_to(sentence, clause, responsible)
    burdened = _burdened(sentence, clause, words)
    if burdened:
        return find(sentence, clause, Subject("thing"), Kind.TASK, "overlade", responsible=burdened).mark("request")
    bare = lemma == "påhvile" and subject.kind != "none" and "at" not in words  # "Svaret påhviler udvalget inden maj"
    bare = bare and (dated(sentence, clause) or any(c.head is clause and dated(sentence, c) for c in sentence.clauses))
    on_whom = sentence.reader.group(clause.verb + 1, own_end(clause))[0] if bare else []
    if on_whom:
        return find(sentence, clause, Subject("thing"), Kind.TASK, lemma, responsible=on_whom).mark("request")
    if lemma in ("påhvile", "tilfalde") and "at" in words:  # "Det påhviler herefter administrationen at indgå …"
        responsible = _told(sentence, clause)
        if responsible:
            return _left_to(sentence, clause, responsible)
    given = past_adverbials(words)
    if lemma == "blive" and subject.kind == "thing" and given[:1] in (["overladt"], ["pålagt"], ["overdraget"]) and "at" in words:
        who = clause.verb + len(words) - len(given) + (3 if given[1:2] == ["til"] else 2)
        meant = sentence.low(who, who + 1) in (["ham"], ["hende"])
        responsible = one_before(sentence, who) if meant else sentence.reader.group(who, own_end(clause))[0]
        if responsible:
            return _left_to(sentence, clause, responsible)
    got = lemma == "få" or (lemma == "have" and words[:1] == ["fået"])
    if got and GIVEN & set(words[:5]) and "at" in words and subject.kind == PARTY:
        governed = main_verb(sentence, clause, subject)
        at, verb = governed if governed else (clause.verb, clause.form)
        kind = active_kind(sentence, clause, subject, verb, at) if governed else Kind.TASK
        return find(sentence, clause, subject, kind, verb.lemma, at=at).mark("request")
    if lemma == "få" and "mandat" in words and subject.kind == PARTY:
        return optional_find(sentence, clause, subject, "få", clause.verb, "4 Bemyndiges, gives mandat")
    return None


_HANDING_OVER = frozenset("overlade uddelegere overdrage give tildele lægge".split())


def _burdened(sentence: Sentence, clause: Clause, words: list[str]) -> list[Mention]:
    """ "Opgaven uddelegeres til Per", "Opgaven gives videre til Per": who is to do it."""
    begin, end = clause.field
    burden = begin < end and sentence.tokens[begin].low in ("opgaven", "ansvaret", "bolden", "arbejdet")
    if not burden or clause.form.form is not Form.PASSIVE or clause.form.lemma not in _HANDING_OVER:
        return []
    step = 1 + (words[:1] in (["videre"], ["over"]))
    return sentence.reader.group(clause.verb + step + 1, own_end(clause))[0] if words[step - 1 : step] in (["til"], ["hos"]) else []
