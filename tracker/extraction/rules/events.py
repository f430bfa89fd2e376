"""Readings of gatherings and other events: what is moved, falls on a day, begins or opens (GUIDE.md section 4, "Events")."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense, pick
from tracker.domain.deadline import Precision
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause, own_end
from tracker.extraction.deadlines import has_day, times_of, usable
from tracker.extraction.find import Find, Sentence
from tracker.extraction.rules.helpers import dated, find, occasion_of, own_words
from tracker.extraction.rules.postponing import names_matter
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import FORUM_WE, PARTY, Subject
from tracker.extraction.tokens import WORD
from tracker.extraction.vocabulary import is_definite

_GATHERINGS = (
    "dag", "dagen", "dage", "dagene", "fest", "festen", "tur", "turen", "seminar", "seminaret", "kursus", "kurset", "konference",
    "konferencen", "workshop", "workshoppen", "udflugt", "udflugten", "forsamling", "forsamlingen", "frokost", "frokosten", "marked",
    "markedet", "arrangement", "arrangementet", "aften", "aftenen", "weekend", "weekenden", "møde", "mødet", "besigtigelse",
    "besigtigelsen", "stævne", "stævnet", "koncert", "koncerten", "indvielse", "indvielsen", "syn", "synet", "lejr", "lejren",
)  # fmt: skip
"""How nouns for what people come together for end."""
_NO_EVENTS = ("fødselsdag", "fristdag", "hverdag", "opsigelse", "næste møde", "åbningsdag")


def is_gathering(noun: str) -> bool:
    """Whether a case-folded noun names something people come together for; weekdays do where they are set aside ("arbejdslørdag")."""
    return noun.endswith(_GATHERINGS) and not noun.endswith(_NO_EVENTS) and not (noun.endswith("dag") and noun in _WEEKDAYS)


_WEEKDAYS = frozenset("mandag tirsdag onsdag torsdag fredag lørdag søndag dag".split())


_NO_DAY_OF_IT = ("tilmeld", "framelding", "afbud", "frist", "deadline", "senest", "inden", "referat")


def tells_gathering(text: str) -> bool:
    """Whether a sentence tells of something people are to come together for: not of one held, and not of a day to sign up by."""
    words = [word.strip(".,:;()") for word in text.casefold().split()]
    held = any(pick(word, Form.PAST) is not None for word in words)
    return any(is_gathering(word) for word in words) and not held and not any(part in word for word in words for part in _NO_DAY_OF_IT)


def is_bound_for(words: list[str]) -> bool:
    """ "Tine skal på seminar den 15. april", "Bo skal afsted på kursus i maj": where somebody is to go."""
    ahead = words[int(words[:1] in (["afsted"], ["med"])) :]
    return ahead[:1] in (["på"], ["til"]) and any(is_gathering(w) for w in ahead[1:3])


def adopted_event(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Arbejdslørdag den 29. april blev vedtaget": an event is held because it was decided, on the day told with it."""
    past = clause.form.form is Form.PAST and clause.form.lemma == "blive"
    if not past or own_words(sentence, clause)[:1] not in (["vedtaget"], ["aftalt"], ["besluttet"], ["bestemt"], ["fastlagt"]):
        return None
    begin, stop = clause.field
    named = any(t.kind == WORD and is_gathering(t.low) for t in sentence.tokens[begin : min(stop, begin + 4)])
    times = [t.time for t in sentence.tokens[begin:stop] if t.time is not None and usable(t.time)]
    if not named or not has_day(times):
        return None
    result = find(sentence, clause, Subject("thing"), Kind.TASK, "afholde", responsible=[])
    result.times = times
    return result.mark("agreed")


def falls_on(sentence: Sentence, clause: Clause, subject: Subject) -> Find | None:
    """ "Arbejdsdagen bliver lørdag den 28. marts", "Ny dato er onsdag den 12.": an event gets its day by being told so."""
    field = sentence.words(*clause.field)
    if clause.form.form is not Form.PRESENT or not field or field.startswith(("næste", "det næste", "hvornår")):
        return None
    at = clause.verb + 1
    while at < clause.end and (sentence.tokens[at].low in (":", "så", "derfor", "nu", "igen") or _coarse(sentence, at)):
        at += 1
    time = sentence.tokens[at].time if at < clause.end else None
    if time is None or time.past or time.deadline.precision is not Precision.DAY or time.deadline.due is None:
        return None
    new_day = field in ("ny dato", "den nye dato", "nye datoer", "ny mødedato", "ny dag", "den nye dag")
    last = field.split()[-1]
    held = any(c.verb < clause.verb and c.form.lemma in ("holde", "afholde", "arrangere") for c in sentence.clauses)
    falls = clause.form.lemma == "blive" and last.endswith(_GATHERINGS) and not any(w in field for w in _NO_EVENTS)
    falls = falls or (held and clause.form.lemma in ("blive", "ligge", "være") and field in ("den første", "det første", "første gang"))
    if not (falls or new_day):
        return None
    result = find(sentence, clause, Subject("thing"), Kind.TASK, "afholde", responsible=[])
    result.times = [time]  # "den første bliver torsdag den 14.": not the first of the month
    return result.mark("weak")


def _coarse(sentence: Sentence, at: int) -> bool:
    time = sentence.tokens[at].time
    return time is not None and time.deadline.precision is Precision.YEAR


def moved(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Besigtigelsen er flyttet til den 28. maj": an event moved is a task on its new day (GUIDE.md section 4, "Events")."""
    words = own_words(sentence, clause)
    became = clause.form.lemma == "blive" and clause.form.form is Form.PAST  # "Festen blev efter lang snak flyttet til den 21. august"
    anew = sentence.words(*clause.field).startswith(("ny ", "den nye ", "nyt "))  # "ny dato er fastsat til den 28. maj"
    told = clause.form.form is Form.PRESENT and words[:1] and (words[0] in _MOVED or (anew and words[0] in MOVED))
    if told and any(w.endswith(("stilling", "afdeling", "enhed", "team")) for w in words[1:6]):
        return None  # "Konsulenten er flyttet til en anden stilling": somebody, not an event
    if not (told or (became and MOVED & set(words[:6]))) or not dated(sentence, clause):
        return None
    behind = sentence.tokens[clause.verb].start
    new = [t for t in times_of(sentence, clause) if t.start > behind]
    told_to = bool(new) and new[0].text.casefold().startswith("til ")
    if ({"lagt", *_MOVED} & set(words[:6])) and not told_to and not (new and new[0].text.casefold().startswith("fra ")):
        return None  # "blev lagt frem den 3. maj", "blev flyttet den 3. maj": when that was done
    if not new or (not told_to and new[0].deadline.precision is not Precision.DAY):
        return None  # "Mødet den 14. marts er rykket": the old day; "blev fastsat i november": when that was done
    said = sentence.low(*clause.field) not in (["den"], ["det"], [])  # "Den blev lagt til torsdag": an arrangement
    kind = Kind.DEFERRAL if said and names_matter(sentence, clause) else Kind.TASK  # "Punktet blev flyttet til næste møde"
    return find(sentence, clause, Subject("thing"), kind, "flytte", responsible=[])


_MOVED = frozenset("flyttet rykket fremrykket".split())
MOVED = _MOVED | frozenset("fastlagt fastsat berammet sat lagt".split())
"""What stands behind "er" or "blev" where an event gets another day."""


def event(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """Something begins, opens or comes into force: optional with a day, nothing without (GUIDE.md section 4, "Events")."""
    lemma = clause.form.lemma
    begins = clause.form.sense is Sense.BEGIN or (
        lemma in ("gå", "træde", "gælde") and any(w in own_words(sentence, clause)[:3] for w in ("gang", "kraft", "luften", "fra"))
    )
    joins = lemma == "indtræde" and subject.kind == PARTY and own_words(sentence, clause)[:2] != ["i", "stedet"]  # "indtræder i gruppen"
    if not begins or joins or clause.form.form is not Form.PRESENT:
        return None
    if subject.kind == FORUM_WE and dated(sentence, clause):
        return find(sentence, clause, subject, Kind.TASK, lemma, responsible=[])
    alone = all(t.kind != WORD for t in sentence.tokens[clause.verb + 1 : own_end(clause)])  # "Den nye kirkesanger begynder 1. maj"
    if alone and subject.kind == PARTY and subject.sure >= 2 and lemma in ("begynde", "starte", "tiltræde"):
        return SILENT
    place = all(p.kind is PartyKind.DEPARTMENT for p in subject.parties)
    behind = {t.low for t in sentence.tokens[clause.verb + 1 : own_end(clause)] if t.kind == WORD}
    opens = lemma == "åbne" and place and behind <= {"igen", "op", "først", "også", "dog"}  # "Biblioteket åbner igen den 1. maj"
    if subject.kind == PARTY and subject.sure >= 3 and not (subject.outsider or opens) and lemma in (
        "begynde", "starte", "åbne", "opstarte", "gå",
    ):  # fmt: skip
        later = dated(sentence, clause) or occasion_of(sentence, clause)
        later = later or ("gang", "med") in pairwise(own_words(sentence, clause)[:4])  # "Bo går i gang med listen"
        return find(sentence, clause, subject, Kind.TASK, lemma).mark("weak") if later else SILENT
    if not dated(sentence, clause):
        return SILENT
    result = find(sentence, clause, Subject("thing"), Kind.TASK, lemma, responsible=[])
    result.optional = True
    return result


_ELECTIONS = frozenset("valget valg folkeafstemningen afstemningen".split())


def tells_of_event(sentence: Sentence, clause: Clause, words: list[str], has_day: bool) -> bool:
    """Election dates are nothing (GUIDE.md section 4, "Events"); "Mødet holdes i salen" only tells where."""
    field = [t.low for t in sentence.tokens[clause.start : clause.verb]]
    if _ELECTIONS & {*field, *words[:2]} or any(w.endswith(("valg", "valget")) for w in field):
        return True
    if any(w.startswith("næste ") and w.endswith("møde") for w in field):
        return True  # "at næste møde ekstraordinært holdes den 3. maj": when it is
    known = not field or (is_definite(field[-1]) and field[-1] not in ("der", "her"))
    return known and not has_day and all(t.text.casefold() in _FROM_NOW_ON for t in times_of(sentence, clause))


_FROM_NOW_ON = frozenset(("fremover", "fra nu af", "fremadrettet", "fremtidigt"))
"""Times that make a rule of what is told: "Kurserne holdes fremover i Tranekær"."""
