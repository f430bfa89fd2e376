"""Which of a sentence's time expressions is the deadline of which commitment (GUIDE.md sections 3 and 4).

A time belongs to the innermost clause it stands in. Times inside object clauses ("undersøger, om hallen er ledig den 5. juni"),
conditions, and dates that only tell one meeting from another ("referatet fra mødet den 3. maj") are nobody's deadline.
"""

from __future__ import annotations

import dataclasses
import re

from tracker.danish.verbs import Form, Sense
from tracker.domain.deadline import Precision, TimeExpression
from tracker.extraction.clause import LEADS, Clause
from tracker.extraction.find import Sentence
from tracker.extraction.tokens import SIGN, TIME, WORD, Token

_CARRYING = frozenset("som så hvor".split())
_SEEING_TO = frozenset("sørge sikre foranledige drage".split())
"""Verbs whose that-clause is the task itself: "sørger for, at listen ligger klar inden maj"."""
_STANDING_READY = frozenset("ligge være foreligge komme nå".split())
"""Clauses whose time may stand for that of the clause they hang under: "et oplæg, som drøftes på næste møde"."""
_READY = frozenset("klar klart klare foreligge færdig færdigt færdige".split())
_ATTRIBUTIVE = frozenset("fra af for om efter siden vedrørende mod under".split())
_NAMED_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-/–]\s*(?:20)?\d\d)?\Z")
_BARE = re.compile(r"(?:den |d\. ?)?\d|(?:man|tirs|ons|tors|fre|lør|søn)dag")
_WEEKDAY_DATE = re.compile(r"(?:man|tirs|ons|tors|fre|lør|søn)dag (?:den |d\. ?)?\d")
_GATHERINGS = ("møde", "mødet", "møder", "møderne", "seminar", "seminaret", "dagen", "festen", "turen", "arrangementet", "forsamlingen")
_INSPECTIONS = ("besigtigelse", "rundvisning", "gennemgang", "indvielse", "åbning", "fremvisning", "syn", "indvielsen", "åbningen")
"""What is done on a day, whatever stands behind "af"."""
_HABIT = re.compile(r"(?:om |hver )?(?:man|tirs|ons|tors|fre|lør|søn)dagen\Z|om (?:morgenen|aftenen|formiddagen)")
_LIMIT = re.compile(r"(?:senest|inden|før|frist|deadline|snarest)")
_TOWARDS = "til "


def usable(time: TimeExpression) -> bool:
    """Whether a time can be a deadline at all."""
    return not time.past and not time.condition and not _HABIT.match(time.text.casefold())


def times_of(sentence: Sentence, clause: Clause, *, begin: int | None = None) -> list[TimeExpression]:
    """The times that belong to the clause itself; where it has none, those of a clause that carries it on."""
    kept = clause.times.get(begin)
    if kept is None:
        kept = clause.times[begin] = _found(sentence, clause, begin)
    return list(kept)


def _found(sentence: Sentence, clause: Clause, begin: int | None) -> list[TimeExpression]:
    own = _own(sentence, clause, begin)
    if own:
        return _ordered(own)
    before = sentence.tokens[clause.start - 1] if clause.start else None
    where = sentence.tokens[max(0, clause.opener - 1)].low == "hvor"
    if clause.link == "hv" and where and before is not None and before.kind == TIME and before.time is not None and usable(before.time):
        return [before.time]  # "den 12. november, hvor cheferne redegør"
    return _by_occasion(sentence, clause) or _seen_to(sentence, clause) or _carried(sentence, clause)


def _by_occasion(sentence: Sentence, clause: Clause) -> list[TimeExpression]:
    """ "…, inden sagen behandles i Byrådet den 26. februar": the day of the occasion is the limit."""
    fronted = [c for c in sentence.clauses if clause.resumed is not None and c.parent is None and c.start < clause.verb]
    for sub in [*clause.subs, *fronted]:
        gathers = sub.link == "når" and sub.form.lemma in ("se", "ses", "mødes") and sub.form.form is not Form.PAST
        if gathers and (met := _own(sentence, sub, None)):
            return _ordered(met)  # "når vi ses i april": the time of that meeting
        if sub.link in ("inden", "før") and (limit := _own(sentence, sub, None)):
            return [dataclasses.replace(t, deadline=dataclasses.replace(t.deadline, earliest=None)) for t in _ordered(limit)]
    return []


def _seen_to(sentence: Sentence, clause: Clause) -> list[TimeExpression]:
    """The time of the that-clause that says what is seen to, or what it is done so that."""
    for sub in clause.subs:
        so = sub.link == "at" and sentence.words(sub.start, sub.opener).endswith(("således at", "sådan at"))
        if (
            sub.link == "at"
            and (so or clause.form.lemma in _SEEING_TO)
            and (seen_to := _own(sentence, sub, None) or _by_occasion(sentence, sub))
        ):
            return _ordered(seen_to)
    return []


def _carried(sentence: Sentence, clause: Clause) -> list[TimeExpression]:
    """The time of a clause that carries the matter on: "et oplæg, som drøftes på næste møde"."""
    for sub in clause.subs:
        if any(s.link in LEADS and s.start < sub.start for s in clause.subs):
            break  # what comes then has its own time
        if sub.link == "så" and sub.verb == sub.opener and sub.form.sense is not Sense.MODAL:
            continue  # ", så læser vi den på januarmødet": what follows is told for itself
        ends = sub.form.lemma in _RUNNING
        if sub.link == "som" and (ends or (sub.form.sense is Sense.BEGIN and sub.form.lemma != "påbegynde")):
            continue  # "til de to nye, som begynder den 1. maj"
        if sub.link in _CARRYING and sub.start > clause.verb and (sub.form.lemma != "have" or _in_hand(sentence, sub)) and not _past(sub):
            if (
                sub.link == "så"
                and not any(_LIMIT.match(t.low) for t in sentence.tokens[sub.start : sub.end] if t.kind == TIME)
                and sub.form.lemma not in _STANDING_READY
                and not _in_hand(sentence, sub)
                and not any(t.low in _READY for t in sentence.tokens[sub.start : sub.end])
            ):
                continue  # a purpose ("så det kan findes frem næste gang") is no deadline
            carried = _own(sentence, sub, None)
            if carried:
                return _ordered(carried)
    return []


_RUNNING = frozenset("udløbe løbe gælde ophøre vare".split())
"""What a thing does of itself: "tilbuddet, der udløber den 3. maj" has no day for the task."""


def _in_hand(sentence: Sentence, sub: Clause) -> bool:
    """ "så vi har det til næste møde", "så sagen kan komme på igen inden sommer": by then it must be there."""
    words = [t.low for t in sentence.tokens[sub.verb + 1 : sub.end]]
    if sub.form.lemma == "have":
        until = any(t.kind == TIME and t.low.startswith("til ") for t in sentence.tokens[sub.verb : sub.end])
        return sub.link == "så" and (until or words[:1] in (["det"], ["den"], ["dem"]))
    return sub.form.lemma == "kunne" and any(w in words[:4] for w in _HANDLED)


_HANDLED = frozenset("komme behandles drøftes foreligge forelægges besluttes vedtages godkendes indgå sendes nå være".split())


def _past(clause: Clause) -> bool:
    return clause.form.form.value.startswith("past")


def _own(sentence: Sentence, clause: Clause, begin: int | None) -> list[TimeExpression]:
    found = []
    start = clause.start if begin is None else begin
    for at in range(start, clause.end):
        token = sentence.tokens[at]
        if token.kind != TIME or token.time is None or not usable(token.time):
            continue
        if _owner(sentence, clause, at) and not is_attributive(sentence.tokens, at):
            found.append(widened(sentence, at))
    return found


def _owner(sentence: Sentence, clause: Clause, at: int) -> bool:
    """Whether the clause is the innermost one around the time; a time after a comma at the end belongs to the outermost."""
    inside = [c for c in clause.subs if c.start <= at < c.end]
    if not inside:
        return not (clause.resumed is not None and clause.field[1] <= at < clause.resumed)
    return bool(clause.link in ("main", "at", "idet") and _trailing(sentence.tokens, at, clause.end))


_HEDGES = frozenset("dog dvs . altså formentlig forventeligt forventelig typisk eventuelt evt nok gerne".split())


def _trailing(tokens: list[Token], at: int, end: int) -> bool:
    place = at - 1
    while place > 0 and tokens[place].low in _HEDGES:
        place -= 1  # ", dog senest i 2. kvartal", ", dvs. på augustmødet"
    before = tokens[place].text if at else ""
    return before in (",", "–", "-") and (at + 1 >= end or tokens[at + 1].kind == SIGN)


def is_attributive(tokens: list[Token], at: int) -> bool:
    """Whether a date only tells which meeting, budget or plan is meant."""
    time = tokens[at]
    before = tokens[at - 1] if at else None
    if before is None or before.kind != WORD:
        return False
    if time.low.startswith("pr. ") and at + 1 < len(tokens) and any(t.kind == TIME for t in tokens[at + 1 :]):
        return True
    if _tells_which(tokens, at):
        return True
    if before.low in ("og", "eller") and at > 2 and tokens[at - 3].low == "for" and time.time is not None and _spans(time.time):
        return True  # "vagtplan for november og december"
    if _LIMIT.match(time.low) or time.low.startswith(("til ", "på ", "ved ", "i løbet ")):
        return False
    if not _BARE.match(time.low):
        return before.low in ("for", "vedrørende", "om", "af") and time.time is not None and _spans(time.time)
    if before.low in _ATTRIBUTIVE:
        return before.low in ("fra", "af", "siden", "vedrørende", "om")
    if _WEEKDAY_DATE.match(time.low):
        return False  # "generalforsamling om taget tirsdag den 11. juni" tells when
    two = tokens[at - 2] if at > 1 else None
    if _meets_about(tokens, at):
        return False
    if two is not None and two.low == "om" and not before.low.endswith(_GATHERINGS):
        return False
    three = tokens[at - 3] if at > 2 else None
    if (
        two is not None
        and two.low == "af"
        and three is not None
        and (before.low == "sted" or three.low.endswith(_INSPECTIONS) or (at > 3 and tokens[at - 4].low in ("ved", "til", "på")))
    ):
        return False  # "tager af sted den 3.", "en besigtigelse af grunden den 15. juni", "taler ved indvielsen af salen den 3. maj"
    if two is not None and two.low in _ATTRIBUTIVE - {"for", "mod", "under"} and before.low not in ("dato", "frist"):
        return True
    return (
        three is not None
        and three.low in ("fra", "af", "om")
        and two is not None
        and two.kind == WORD
        and not two.capital
        and two.low not in ("til", "på", "i")
    )


def _tells_which(tokens: list[Token], at: int) -> bool:
    """Whether a time says which thing is meant: "budget 2026", "en plan for resten af året", "et brev om pladserne i 2026", "mulighederne
    for at låne lys til weekenden"."""
    time, before = tokens[at], tokens[at - 1]
    if _NAMED_YEARS.match(time.low):
        return before.low not in ("i", "inden", "senest")
    if before.low == "for" and time.low.startswith("resten"):
        return True
    if time.low.startswith("til "):
        chance = next((k for k in range(at - 1, max(0, at - 7), -1) if tokens[k].low.startswith("mulighed")), 0)
        return chance > 0 and [t.low for t in tokens[chance + 1 : chance + 3]] == ["for", "at"]
    year = time.time is not None and time.time.deadline.precision is Precision.YEAR and time.low.startswith("i ")
    return year and any(t.low == "om" for t in tokens[max(0, at - 3) : at])


def _meets_about(tokens: list[Token], at: int) -> bool:
    """ "et aftenmøde om invasive arter den 9. maj": a gathering about something has its day behind what it is about."""
    about = next((k for k in range(at - 1, max(0, at - 5), -1) if tokens[k].low == "om"), 0)
    return about > 0 and tokens[about - 1].low.endswith((*_GATHERINGS, "foredrag", "kursus", "temadag", "debat", "oplæg"))


def _spans(time: TimeExpression) -> bool:
    return time.deadline.precision in (Precision.YEAR, Precision.MONTH, Precision.QUARTER, Precision.SEASON)


def widened(sentence: Sentence, at: int) -> TimeExpression:
    """The time with the event it is said through: "til fintællingsdagen den 2. juni" is a limit, as "til den 2. juni" is."""
    tokens = sentence.tokens
    time = tokens[at].time
    assert time is not None
    if at >= 2 and tokens[at - 2].low in ("til", "inden", "før") and tokens[at - 1].kind == WORD and _BARE.match(tokens[at].low):
        if time.deadline.due is None or not tokens[at - 1].low.endswith(("en", "et", "ne", "dag", "møde")):
            return time
        start = tokens[at - 2].start
        text = " ".join(sentence.text[start : time.end].split())
        deadline = dataclasses.replace(time.deadline, text=text, earliest=None)
        return TimeExpression(start, time.end, deadline, time.past, time.condition, time.rules)
    return time


_PREPOSED = ("på", "til", "inden", "senest", "ved", "før", "i ", "frem", "indtil")


def _ordered(times: list[TimeExpression]) -> list[TimeExpression]:
    """Dated ones before vague ones, limits ("senest") before plain days where both stand; else in the order of the text."""

    def rank(time: TimeExpression) -> tuple[int, int, int, int]:
        deadline = time.deadline
        dated = deadline.due is not None or deadline.anchor is not None or deadline.earliest is not None
        words = time.text.casefold()
        strength = 0 if _LIMIT.match(words) else 1 if words.startswith(_TOWARDS) else 2
        coarse = deadline.precision is Precision.YEAR  # "i år lørdag den 9. juni"
        tells_which = deadline.anchor is not None and not words.startswith(_PREPOSED)  # "Det næste dialogmøde lægges den 7. maj"
        return (0 if dated else 1, int(coarse and dated), strength if dated else 2, int(tells_which))

    return sorted(times, key=rank)


def has_day(times: list[TimeExpression]) -> bool:
    """Whether one of the times names a day, a meeting or a lower bound."""
    return any(t.deadline.due or t.deadline.anchor or t.deadline.earliest for t in times)
