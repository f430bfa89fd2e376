"""Rules for plain clauses: a named subject with a doing verb, a passive, a matter that comes back, a deferral, an event."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense
from tracker.domain.followup import Kind
from tracker.extraction.clauses import Clause
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Sentence
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.acts import _in_body, active_kind, passive_find
from tracker.extraction.rules.helpers import (
    FORUM_WE,
    PARTY,
    STATUS_NOUNS,
    acts_for_forum,
    dated,
    find,
    is_body,
    is_own_forum,
    own_words,
)
from tracker.extraction.rules.rule import SILENT, Answer, Rule
from tracker.extraction.subjects import Subject

_ACTIVE = (Form.PRESENT,)
_DONE_AT_MEETING = frozenset(
    "orientere fortælle berette redegøre fremlægge præsentere forelægge gennemgå drøfte diskutere vise forklare beskrive nævne omtale"
    " opsummere introducere behandle debattere rapportere afrapportere evaluere byde aflægge referere konkludere".split()
)
_NEEDS_MORE = frozenset(
    "gå få komme føre stå falde bryde slutte afvente følge-nej indgå bruge anvende benytte køre samarbejde vise skabe støtte".split()
)
_MATTERS = frozenset("punkt sag emne spørgsmål tema forslag drøftelse debat beslutning ansøgning ordning".split())


def _status_is(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Næste status er i oktober", "Evalueringen sker i maj"."""
    if subject.kind == PARTY or clause.form.form is not Form.PRESENT:
        return None
    begin, end = clause.field
    field = [t.low for t in sentence.tokens[begin:end]]
    named = any(_is_status(w) for w in field[:5]) or (
        clause.form.lemma in ("være", "blive", "ske") and any(_is_status(w) for w in own_words(sentence, clause)[:4])
    )
    if (
        named
        and clause.form.lemma in ("være", "blive", "ske", "komme", "ligge", "finde", "foregå", "falde", "følge", "forventes")
        and dated(sentence, clause)
    ):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "være", responsible=[])
    return None


def _is_status(word: str) -> bool:
    return word in STATUS_NOUNS or word.removesuffix("en") in STATUS_NOUNS or word.removesuffix("n") in STATUS_NOUNS


def _returns(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Punktet vender tilbage i maj", "kommer på næste møde": the matter itself comes back."""
    words = own_words(sentence, clause)
    lemma = clause.form.lemma
    onto = lemma == "komme" and "på" in words[:2] and any(w in words for w in ("punkt", "dagsordenen", "dagsorden"))
    if (subject.kind == PARTY and subject.sure >= 2 and not onto) or subject.kind == FORUM_WE or clause.form.form is not Form.PRESENT:
        return None
    if lemma == "gå" and "til" in words[:4]:
        handed = recipients_of(sentence, clause, "sende", subject)
        if handed and not any(is_body(sentence, m) for m in handed) and words[:1] in (["ud"], ["videre"], ["retur"]):
            result = find(sentence, clause, Subject("thing"), Kind.TASK, "gå", responsible=[])
            result.recipients = handed
            return result
        goes = [m for m in recipients_of(sentence, clause, "sende", subject) if is_body(sentence, m)]
        if goes:
            result = find(sentence, clause, Subject("thing"), Kind.FORWARD, "gå", responsible=[])
            result.recipients = goes
            return result
    back = lemma == "vende" and "tilbage" in words
    on = lemma == "komme" and (words[:1] == ["på"] or "igen" in words or "op" in words[:1] or "punkt" in words or "tilbage" in words[:2])
    dated_on = lemma == "komme" and any(t.deadline.anchor for t in times_of(sentence, clause))
    resumes = lemma == "fortsætte" and any(t.deadline.anchor or "møde" in t.text.casefold() for t in times_of(sentence, clause))
    if resumes:
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "komme", responsible=[])
    if (back or on or dated_on) and (dated(sentence, clause) or on or back):
        bodies = [b for b in _in_body(sentence, clause, clause.verb) if not is_own_forum(sentence, b)]
        kind = Kind.STATUS
        if bodies and not back:
            kind = Kind.FORWARD
        result = find(sentence, clause, Subject("thing"), kind, "komme", responsible=[])
        result.recipients = bodies if kind is Kind.FORWARD else []
        return result
    return None


def _deferred(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Sagen udsættes / genoptages / udgår og tages på næste møde"."""
    lemma, form = clause.form.lemma, clause.form.form
    words = own_words(sentence, clause)
    if lemma in ("udsætte", "udskyde", "genoptage"):
        if form is Form.PAST and subject.kind == PARTY and not words:
            return SILENT
        event = lemma != "genoptage" and subject.kind != PARTY and _names_event(sentence, clause)
        del event
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, lemma, responsible=[])
    if lemma == "udgå" and any(c.head is clause and dated(sentence, c) for c in sentence.clauses):
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, lemma, responsible=[])
    if lemma == "udgå":
        return None if not dated(sentence, clause) else find(sentence, clause, Subject("thing"), Kind.DEFERRAL, lemma, responsible=[])
    if lemma == "blive" and any(w in ("udsat", "udskudt") for w in words[:4]):
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[])
    if lemma == "være" and form is Form.PRESENT and any(w in ("udsat", "udskudt") for w in words[:3]) and dated(sentence, clause):
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[])
    return None


def _names_event(sentence: Sentence, clause: Clause) -> bool:
    begin, end = clause.field
    return any(t.low.endswith(("dagen", "festen", "seminaret", "turen", "mødet")) for t in sentence.tokens[begin:end])


def _not_reached(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Vi nåede ikke punkt 6, som tages næste gang"."""
    words = own_words(sentence, clause)
    reached = clause.form.lemma == "nå" or "nået" in words
    if reached and "ikke" in words:
        later = dated(sentence, clause) or any(c.head is clause and dated(sentence, c) for c in sentence.clauses)
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[]) if later else SILENT
    return None


def _event(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """Something begins, opens or comes into force: optional with a day, nothing without (GUIDE.md section 4, "Events")."""
    lemma = clause.form.lemma
    begins = clause.form.sense is Sense.BEGIN or (
        lemma in ("gå", "træde", "gælde") and any(w in own_words(sentence, clause)[:3] for w in ("gang", "kraft", "luften", "fra"))
    )
    if not begins or clause.form.form is not Form.PRESENT:
        return None
    if subject.kind == FORUM_WE and dated(sentence, clause):
        return find(sentence, clause, subject, Kind.TASK, lemma, responsible=[])
    if subject.kind == PARTY and subject.sure >= 3 and not subject.outsider and lemma in ("begynde", "starte", "åbne", "opstarte"):
        return find(sentence, clause, subject, Kind.TASK, lemma).mark("weak") if dated(sentence, clause) else SILENT
    if not dated(sentence, clause):
        return SILENT
    result = find(sentence, clause, Subject("thing"), Kind.TASK, lemma, responsible=[])
    result.optional = True
    return result


def _passive(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """A present s-passive: "sendes", "udarbejdes af HR", "sættes på DIF"."""
    if clause.form.form is not Form.PASSIVE or clause.form.lemma in ("bede", "anmode", "ønske"):
        return None
    if clause.form.sense is Sense.STATE:
        return SILENT
    result = passive_find(sentence, clause, subject, clause.form, clause.verb, ordered=False)
    if result is SILENT or not hasattr(result, "mark"):
        return SILENT
    if clause.form.sense is Sense.UNKNOWN:
        result.mark("unknown-verb")
    return result


def _review(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """Verbs minutes use of the meeting itself count only with a later time, or towards somebody outside (GUIDE.md section 4)."""
    if clause.form.form is not Form.PRESENT or clause.form.sense is not Sense.REPORT:
        return None
    lemma = clause.form.lemma
    if subject.kind not in (PARTY, FORUM_WE):
        return SILENT
    recipients = recipients_of(sentence, clause, lemma, subject)
    told = [r for r in recipients if not is_own_forum(sentence, r)]
    later = dated(sentence, clause)
    if not later and not (
        told
        and lemma in ("orientere", "informere", "oplyse", "meddele", "rapportere", "redegøre", "forelægge")
        and not acts_for_forum(sentence, subject)
    ):
        return _with_partner(sentence, clause, subject)
    if subject.kind == PARTY and subject.sure < 2:
        return SILENT
    responsible = [] if subject.kind == FORUM_WE else None
    return find(
        sentence, clause, subject, active_kind(sentence, clause, subject, clause.form, clause.verb), lemma, responsible=responsible
    ).mark("review")


def _with_partner(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X drøfter sagen med Y" is a talk to come when a head of list shows it; alone it is what was said."""
    words = own_words(sentence, clause)
    if (
        clause.form.lemma in ("drøfte", "gennemgå")
        and subject.kind == PARTY
        and subject.sure >= 2
        and not acts_for_forum(sentence, subject)
    ) and (clause.head is not None or "med" in words or any(c.head is clause for c in sentence.clauses)):
        return find(sentence, clause, subject, Kind.TASK, clause.form.lemma).mark("weak")
    return SILENT


def _active(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """A named person, role, unit or group with a doing verb in the present (GUIDE.md section 4, "Historic present")."""
    verb = clause.form
    if verb.form is not Form.PRESENT or verb.sense is Sense.MODAL:
        return None
    if verb.sense is Sense.STATE:
        return _state(sentence, clause, subject)
    words = own_words(sentence, clause)
    if subject.kind == FORUM_WE:
        return _we(sentence, clause, subject, words)
    if subject.kind != PARTY or not subject.parties:
        return SILENT
    if subject.sure == 1 and verb.sense is not Sense.DO:
        return SILENT
    if subject.sure <= 2 and verb.sense is Sense.UNKNOWN and not subject.words:
        return SILENT
    if verb.lemma in _NEEDS_MORE and not _has_object(words, verb.lemma) and not dated(sentence, clause):
        return SILENT
    if (verb.lemma == "gå" and words[:1] == ["ind"]) or (verb.lemma == "støtte"):
        return SILENT
    kind = active_kind(sentence, clause, subject, verb, clause.verb)
    if acts_for_forum(sentence, subject) and verb.lemma in ("følge",) and "op" not in words[:2]:
        kind = Kind.STATUS
    result = find(sentence, clause, subject, kind, verb.lemma)
    if not result.recipients and kind is Kind.FORWARD:
        result.recipients = _in_body(sentence, clause, clause.verb)
    _weigh(sentence, clause, subject, result, words)
    if kind is Kind.STATUS and not dated(sentence, clause) and verb.lemma in ("give", "gøre") and not result.optional:
        return SILENT
    return result


def _has_object(words: list[str], lemma: str) -> bool:
    if lemma == "gå":
        return words[:1] in (["i"], ["videre"], ["en"], ["på"], ["til"])
    if lemma == "få":
        return "ansvaret" in words or "fra" in words
    if lemma == "komme":
        return words[:1] == ["med"] or "forslag" in words
    return lemma not in ("stå", "slutte", "afvente", "falde", "indgå") or words[:1] == ["for"]


def _weigh(sentence: Sentence, clause: Clause, subject: Subject, result, words: list[str]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    lemma = clause.form.lemma
    if lemma in ("indgå", "afvente") or (lemma == "følge" and "op" not in words[:2] and not dated(sentence, clause)):
        result.optional = True
    if clause.form.sense is Sense.UNKNOWN:
        result.mark("unknown-verb")
    if subject.sure == 1:
        result.mark("unsure-subject")
    elif subject.sure == 2:
        result.mark("likely-subject")
    if clause.form.sense is Sense.LIGHT:
        result.mark("light-verb")


def _we(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Answer:
    """ "Vi / man" binds without naming anyone: responsible stays empty (GUIDE.md section 2)."""
    verb = clause.form
    later = dated(sentence, clause)
    if verb.sense is Sense.LIGHT and not later and verb.lemma not in ("tage", "holde", "følge", "lægge", "sætte"):
        return SILENT
    if verb.lemma in _NEEDS_MORE and not later:
        return SILENT
    result = find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, clause.verb), verb.lemma, responsible=[])
    if verb.lemma == "vende" and not later:
        result.kind = Kind.STATUS
    return result.mark("we")


def _state(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    words = own_words(sentence, clause)
    lemma = clause.form.lemma
    named = subject.kind == PARTY and subject.sure >= 2
    if lemma == "arbejde" and (named or subject.kind == FORUM_WE):
        result = find(sentence, clause, subject, Kind.TASK, lemma, responsible=[] if subject.kind == FORUM_WE else None)
        result.optional = result.optional or "videre" not in words[:3]
        return result
    if lemma == "fortsætte" and named and ("med" in words or "arbejdet" in words):
        return find(sentence, clause, subject, Kind.TASK, lemma)
    if lemma in ("møde",) and named:
        return find(sentence, clause, subject, Kind.TASK, lemma)
    return SILENT


def _gets_from(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X får Y fra Z": Z is to hand it over, X receives."""
    if clause.form.lemma not in ("få", "modtage") or clause.form.form is not Form.PRESENT:
        return None
    words = own_words(sentence, clause)
    if subject.kind != PARTY or clause.head is not None:
        return None
    if acts_for_forum(sentence, subject) and dated(sentence, clause):
        result = find(sentence, clause, Subject("thing"), Kind.STATUS, "få", responsible=[])
        result.recipients = list(subject.parties)
        return result
    if "fra" in words or "af" in words:
        word = "fra" if "fra" in words else "af"
        at = clause.verb + 1 + words.index(word) + 1
        givers, _ = sentence.reader.group(at, clause.end)
        if givers:
            result = find(sentence, clause, Subject("thing"), Kind.TASK, "få", responsible=givers)
            result.recipients = list(subject.parties)
            return result
    if any(w in words for w in ("besked", "svar", "brev", "tilbagemelding", "kopi", "oversigt", "indkaldelse", "information")):
        result = find(sentence, clause, Subject("thing"), Kind.TASK, "få", responsible=[])
        result.recipients = list(subject.parties)
        return result.mark("light-verb")
    return None


def _is_member(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Finn og Mona er med": who belongs to the group just set up; alone it says nothing."""
    words = own_words(sentence, clause)
    if clause.form.lemma not in ("være", "sidde") or words[:1] != ["med"] or len(words) > 4 or subject.kind != PARTY or subject.sure < 2:
        return None
    result = find(sentence, clause, subject, Kind.TASK, "deltage")
    result.optional = True
    return result


def _attends(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X deltager i Y den …": a commitment only when said of the future."""
    if clause.form.lemma != "deltage" or clause.form.form is not Form.PRESENT:
        return None
    words = own_words(sentence, clause)
    if subject.kind != PARTY or subject.sure < 2:
        return SILENT
    if (
        dated(sentence, clause)
        or not words
        or any(w.endswith(("gruppen", "gruppe", "seminaret", "workshop", "workshoppen", "kurset", "kursus")) for w in words)
    ):
        return find(sentence, clause, subject, Kind.TASK, "deltage")
    return (
        find(sentence, clause, subject, Kind.TASK, "deltage").mark("weak")
        if words[:1] in (["i"], ["som"], ["fra"]) and "mødet" not in words
        else SILENT
    )


CLAUSES: tuple[Rule, ...] = (
    Rule(
        "not-reached", "1 deferral", _not_reached,
        examples=(("Punkt 9 blev ikke nået og tages på næste møde.", "deferral | | | på næste møde"),),
        rejects=("Vi nåede punkt 9.",),
        verbs=frozenset("nå blive have".split()),
    ),
    Rule(
        "deferred", "1 deferral", _deferred,
        examples=(("Sagen udsættes til næste møde.", "deferral | | | til næste møde"), ("Punktet genoptages i maj.", "deferral | | | i maj")),
        rejects=("De udsatte familier får støtte.",),
        verbs=frozenset("udsætte udskyde genoptage udgå blive være".split()),
    ),
    Rule(
        "status-is", "1 status", _status_is,
        examples=(("Næste evaluering er i november.", "status | | | i november"),),
        rejects=("Status er god.",),
        verbs=frozenset("være blive ske komme ligge finde foregå falde følge".split()),
    ),
    Rule(
        "matter-returns", "1 status", _returns,
        examples=(("Sagen vender tilbage på mødet i august.", "status | | | på mødet i august"),),
        rejects=("Lone vender tilbage fra orlov i august.",),
        verbs=frozenset("vende komme gå fortsætte".split()),
    ),
    Rule(
        "event", "4 Events", _event,
        examples=(("Ombygningen begynder den 3. august.", "optional"),),
        rejects=("Maleren maler porten.",),
    ),
    Rule(
        "gets-from", "4 One or two: X får Y fra Z", _gets_from,
        examples=(("Klubberne får et brev fra sekretariatet i maj.", "task | sekretariatet | Klubberne | i maj"),),
        rejects=("Klubberne får nye mål.",),
        verbs=frozenset("få modtage".split()),
    ),
    Rule(
        "is-member", "2 responsible: members named one by one", _is_member,
        examples=(("Der nedsættes et udvalg - Rita og Ove er med.", "task | Rita; Ove | | "),),
        rejects=("Rita er med i bestyrelsen af lauget.",),
        verbs=frozenset("være sidde".split()),
    ),
    Rule(
        "attends", "1 task (present with a future day)", _attends,
        examples=(("Rut deltager i netværksdagen den 6. maj.", "task | Rut | | den 6. maj"),),
        rejects=("Der er mange med i løbet.",),
        verbs=frozenset("deltage".split()),
    ),
    Rule(
        "passive", "2 responsible: a bare passive has none", _passive,
        examples=(
            ("Der indkøbes fire nye borde.", "task | | | "),
            ("Skemaet udfyldes af lærerne inden uge 20.", "task | lærerne | | inden uge 20"),
            ("Forslaget sendes i høring i HovedMED.", "forward | | HovedMED | "),
            ("Reglerne drøftes.", ""),
        ),
        rejects=("Lærerne udfylder skemaet.",),
    ),
    Rule(
        "review", "4 Historic present", _review,
        examples=(
            ("Lederen orienterer om byggeriet på næste møde.", "status | Lederen | | på næste møde"),
            ("Lederen orienterer om byggeriet.", ""),
        ),
        rejects=("Lederen bygger et skur.",),
    ),
    Rule(
        "doing", "4 Historic present: doing verbs are", _active,
        examples=(
            ("Sekretariatet sender en kalender til klubberne.", "task | Sekretariatet | klubberne | "),
            ("I uge 20 henter Jens og Lone telte i Hobro.", "task | Jens; Lone | | I uge 20"),
            ("RKL bestiller skiltet.", "task | RKL | | "),
        ),
        rejects=("Skiltet viser vej.",),
    ),
)  # fmt: skip

__all__ = ["CLAUSES", "_ACTIVE", "_DONE_AT_MEETING", "_MATTERS", "is_body"]
