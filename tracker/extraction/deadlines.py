"""Which of a sentence's time expressions is the deadline of which commitment (GUIDE.md sections 3 and 4).

A time belongs to the innermost clause it stands in. Times inside object clauses ("undersøger, om hallen er ledig den 5. juni"),
conditions, and dates that only tell one meeting from another ("referatet fra mødet den 3. maj") are nobody's deadline.
"""

from __future__ import annotations

import dataclasses
import re
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise

from tracker.danish.verbs import Form, Sense
from tracker.domain.deadline import Precision, TimeExpression
from tracker.extraction.attributive import LIMIT, is_attributive
from tracker.extraction.carrying import READY, RUNNING, STANDING_READY, has_been, in_hand, is_past, is_treated, known_by, ready
from tracker.extraction.clause import LEADS, Clause
from tracker.extraction.find import Sentence
from tracker.extraction.receivers import receiver_acts, tells_of_somebody
from tracker.extraction.tokens import SIGN, TIME, WORD, Token
from tracker.extraction.widening import widened

_CARRYING = frozenset("som så hvor".split())
_SEEING_TO = frozenset("sørge sikre påse foranledige drage love garantere ordne klare".split())
"""Verbs whose that-clause is the task itself: "sørger for, at listen ligger klar inden maj"."""
_HABIT = re.compile(r"(?:om |hver )?(?:man|tirs|ons|tors|fre|lør|søn)dagen\Z|om (?:morgenen|aftenen|formiddagen)")
_TOWARDS = "til "


def usable(time: TimeExpression) -> bool:
    """Whether a time can be a deadline at all."""
    return not time.past and not time.condition and not _tells_habit(time.text)


@lru_cache(maxsize=4_096)
def _tells_habit(words: str) -> bool:
    return _HABIT.match(words.casefold()) is not None


def times_of(sentence: Sentence, clause: Clause, *, begin: int | None = None) -> list[TimeExpression]:
    """The times that belong to the clause itself; where it has none, those of a clause that carries it on."""
    kept = clause.times.get(begin)
    if kept is None:
        kept = clause.times[begin] = _found(sentence, clause, begin)
    return list(kept)


def _found(sentence: Sentence, clause: Clause, begin: int | None) -> list[TimeExpression]:
    own = _own(sentence, clause, begin)
    first = [t for t in own if sentence.text[max(0, t.start - 13) : t.start].casefold().endswith("første gang ")]
    own = first or own  # "hver fredag; første gang den 27. marts"
    own = [t for t in own if not _when_told(sentence, clause, t)]
    if own and all(t.text.casefold().startswith(_TOWARDS) and t.deadline.precision is not Precision.DAY for t in own):
        sent = [t for t in _carried(sentence, clause) if LIMIT.match(t.text.casefold())]  # "et skema til december, som sendes senest …"
        return ordered(sent or own)
    if own:
        return ordered(_anew(clause, _behind(sentence, clause, own)))
    near = [t.time for t in sentence.tokens[max(0, clause.start - NEAR_BEFORE) : clause.start] if t.time is not None and usable(t.time)]
    if clause.link == "hv" and near and sentence.tokens[max(0, clause.opener - 1)].low == "hvor":
        return near[-1:]  # "den 12. november i salen, hvor cheferne redegør"
    if clause.link == "hvorefter" and clause.parent is None:  # "Godkendt som forsøg i et år, hvorefter forløbet evalueres"
        tried = [t.time for t in sentence.tokens[: clause.start] if t.time is not None and {"span", "trial"} & set(t.time.rules)]
        if tried:
            return tried
    if clause.link == "hvorefter" and clause.parent is not None:
        begins = sentence.tokens[clause.start].start
        before = [t for t in _own(sentence, clause.parent, None) if t.start < begins]
        spans = [t for t in before if {"span", "trial"} & set(t.rules)]
        if spans:
            return spans  # "løber som forsøg i seks måneder, hvorefter den evalueres"
        until = [t for t in before if t.text.casefold().startswith(("til ", "indtil ")) and t.deadline.due]
        if until and clause.parent.form.form is Form.PRESENT and clause.parent.form.lemma in _RUNNING:
            return until  # "kører til udgangen af marts, hvorefter vi ser på det igen"
    return _by_occasion(sentence, clause) or _seen_to(sentence, clause) or _carried(sentence, clause) or known_by(sentence, clause)


_RUNNING = frozenset("køre løbe fortsætte gælde vare".split())


def _behind(sentence: Sentence, clause: Clause, own: list[TimeExpression]) -> list[TimeExpression]:
    """ "Mødet i efteråret holdes den 20. september": where a day follows the verb, one behind the subject's noun tells which is meant."""
    verb = sentence.tokens[clause.verb].start
    later = [t for t in own if t.start > verb]
    if not later or len(later) == len(own) or clause.resumed is not None:
        return own
    begin, end = clause.field
    which = {
        t.time.start
        for before, t in pairwise(sentence.tokens[begin:end])
        if t.time is not None and before.kind == WORD and not LIMIT.match(t.low)
    }
    spoken_of = {t.start for t in own if t.start == sentence.tokens[begin].start and t.text.casefold().startswith("hele ")}
    return [t for t in own if t.start > verb or t.start not in which | spoken_of]  # also "Hele vinteren evalueres på næste møde"


def _when_told(sentence: Sentence, clause: Clause, time: TimeExpression) -> bool:
    """ "I januar lovede Bo at ringe": a time fronted to a verb in the past tells when that was, unless it is a limit ("til næste møde")."""
    past = is_past(clause) and clause.form.sense is not Sense.MODAL
    words = time.text.casefold()
    return past and time.end <= sentence.tokens[clause.verb].start and not (LIMIT.match(words) or words.startswith(_TOWARDS))


NEAR_BEFORE = 6
"""Tokens; so many at most from a day to "hvor", with the place between them."""
_MOVING = frozenset("flytte rykke udsætte udskyde skubbe fremrykke".split())


def _anew(clause: Clause, times: list[TimeExpression]) -> list[TimeExpression]:
    """What is moved "fra den 16. juni til den 25. august" is on its new day, not in between."""
    if clause.form.lemma not in _MOVING:
        return times
    return [_new(t) if t.text.casefold().startswith("fra ") else t for t in times]


def _new(time: TimeExpression) -> TimeExpression:
    due, unit = time.deadline.due, time.deadline.precision
    begins = {Precision.DAY: due, Precision.MONTH: due.replace(day=1), Precision.WEEK: due - timedelta(days=6)} if due else {}
    return dataclasses.replace(time, deadline=dataclasses.replace(time.deadline, earliest=begins.get(unit, time.deadline.earliest)))


def _by_occasion(sentence: Sentence, clause: Clause) -> list[TimeExpression]:
    """ "…, inden sagen behandles i Byrådet den 26. februar": the day of the occasion is the limit."""
    fronted = [c for c in sentence.clauses if clause.resumed is not None and c.parent is None and c.start < clause.verb]
    for sub in [*clause.subs, *fronted]:
        gathers = sub.link == "når" and sub.form.lemma in ("se", "ses", "mødes") and sub.form.form is not Form.PAST
        if gathers and (met := _own(sentence, sub, None)):
            return ordered(met)  # "når vi ses i april": the time of that meeting
        if sub.link in ("inden", "før") and (limit := _own(sentence, sub, None)):
            return [dataclasses.replace(t, deadline=dataclasses.replace(t.deadline, earliest=None)) for t in ordered(limit)]
    return []


def _seen_to(sentence: Sentence, clause: Clause) -> list[TimeExpression]:
    """The time of the that-clause that says what is seen to, or what it is done so that."""
    for sub in clause.subs:
        so = sub.link == "at" and sentence.words(max(0, sub.opener - 2), sub.opener) in ("således at", "sådan at")
        so = so or clause.form.lemma in _SEEING_TO or sentence.words(max(0, sub.start - 2), sub.start).endswith(_ANSWERING)
        if sub.link == "at" and so and (seen_to := _own(sentence, sub, None) or _by_occasion(sentence, sub)):
            return ordered(seen_to)
    return []


_ANSWERING = (
    "ansvaret for",
    "ansvar for",
    "ansvarlig for",
    "ansvarlige for",
    "at sikre",
    "skal sikre",
    "sørge for",
    "påse",
    "står for",
    "stå for",
    "sig af",
    "ser til",
    "se til",
    "øje med",
    "hånd om",
)  # before the "at" of what somebody answers for


def _carried(sentence: Sentence, clause: Clause) -> list[TimeExpression]:
    """The time of a clause that carries the matter on: "et oplæg, som drøftes på næste møde"."""
    for sub in clause.subs:
        if any(s.link in LEADS and s.start < sub.start for s in clause.subs):
            break  # what comes then has its own time
        if sub.link == "så" and sub.verb == sub.opener and sub.form.sense is not Sense.MODAL:
            continue  # ", så læser vi den på januarmødet": what follows is told for itself
        ends = sub.form.lemma in RUNNING
        if sub.link == "som" and (ends or (sub.form.sense is Sense.BEGIN and sub.form.lemma != "påbegynde")):
            continue  # "til de to nye, som begynder den 1. maj"
        if sub.link == "som" and sub.form.lemma == "ligge" and not ready(sentence, sub):
            continue  # "lokaler til de to møder, som ligger den 29. oktober"
        if sub.link == "som" and (has_been(sentence, sub) or _as_of(sentence, sub)):
            continue  # "den frist, der er havnet på 2. påskedag": how it came to be
        if tells_of_somebody(sentence, sub) or receiver_acts(sentence, clause, sub):
            continue  # "sendes til præsten, som fordeler pengene inden jul": his own day
        term = _term_of(sentence, sub)
        if term:
            return term
        if (
            (sub.link in _CARRYING or (sub.link == "hv" and is_treated(sentence, sub)))
            and sub.start > clause.verb
            and (sub.form.lemma != "have" or in_hand(sentence, sub) or ready(sentence, sub))
            and not is_past(sub)
        ):
            if (
                sub.link == "så"
                and clause.form.lemma not in _MOVING  # "rykkes, så den holdes den 20. marts"
                and not any(LIMIT.match(t.low) for t in sentence.tokens[sub.start : sub.end] if t.kind == TIME)
                and sub.form.lemma not in STANDING_READY
                and not _possible_by(sentence, sub)
                and not in_hand(sentence, sub)
                and not any(t.low in READY for t in sentence.tokens[sub.start : sub.end])
            ):
                continue  # a purpose ("så det kan findes frem næste gang") is no deadline
            carried = [t for t in _own(sentence, sub, None) if sub.link != "så" or t.deadline.recurrence is None]
            if carried:  # not "…, så der er to hænder hver tirsdag"
                return ordered(carried)
    return []


def _possible_by(sentence: Sentence, sub: Clause) -> bool:
    """ "…, så de kan slås op sidst i september", "…, så det kan tages i brug i 2023": by when it is to be possible."""
    told = [t.low for t in sentence.tokens[sub.start : sub.end] if t.kind == TIME]
    return sub.form.lemma == "kunne" and not any(time.endswith("næste gang") or time.startswith("til ") for time in told)


def _as_of(sentence: Sentence, sub: Clause) -> bool:
    """ "navnene på alle, der er på barsel pr. 1. september", "de to, der bruger systemet i dag": the day a state is told of."""
    own = _own(sentence, sub, None)
    if own and sub.form.form is Form.PRESENT and sub.form.sense is not Sense.MODAL and all(t.text.casefold() == "i dag" for t in own):
        return True
    return sub.form.sense is Sense.STATE and bool(own) and all(t.text.startswith("pr.") for t in own) and not ready(sentence, sub)


def _term_of(sentence: Sentence, sub: Clause) -> list[TimeExpression]:
    """ "søger puljen, der har frist den 1. maj", "…, der har frem til den 28. maj til at svare": the last day is the term."""
    named = sentence.tokens[sub.field[0]].low if sub.field[0] < sub.field[1] else ""
    if sub.link == "hv" and sub.form.lemma == "være" and named.endswith(("fristen", "deadline")):
        return [dataclasses.replace(t, deadline=dataclasses.replace(t.deadline, earliest=None)) for t in _own(sentence, sub, None)]
    if sub.link != "som" or sub.form.lemma != "have" or sub.form.form is not Form.PRESENT:
        return []
    own = _own(sentence, sub, None)
    words = [t.low for t in sentence.tokens[sub.verb : sub.end]]
    limit = any(w.endswith("frist") for w in words) or any(
        LIMIT.match(t.text.casefold()) or t.text.casefold().startswith(("frem til", "til ")) for t in own
    )
    return [dataclasses.replace(t, deadline=dataclasses.replace(t.deadline, earliest=None)) for t in ordered(own)] if limit else []


def _own(sentence: Sentence, clause: Clause, begin: int | None) -> list[TimeExpression]:
    found = []
    start = clause.start if begin is None else begin
    for at in sentence.timed:
        time = sentence.tokens[at].time
        before = sentence.tokens[at - 1].low if at else ""
        no_day = before == "ikke" or (before == "igen" and sentence.tokens[at].low == "i år")  # "Festen tager Ea sig af igen i år"
        if not start <= at < clause.end or time is None or not usable(time) or no_day:
            continue
        if _owner(sentence, clause, at) and not is_attributive(sentence.tokens, at):
            found.append(widened(sentence, at))
    return found


def _owner(sentence: Sentence, clause: Clause, at: int) -> bool:
    """Whether the clause is the innermost one around the time; a time after a comma at the end belongs to the outermost."""
    inside = [c for c in clause.subs if c.start <= at < c.end]
    if not inside:
        aside = [c for c in sentence.clauses if c.start <= at < clause.resumed] if clause.resumed is not None else []
        described = any(c.link == "som" or (c.link == "da" and is_past(c)) for c in aside)  # "Da Poul ikke kom i dag, taler Bo med ham"
        return not described and not (clause.resumed is not None and clause.field[1] <= at < clause.resumed)
    return bool(clause.link in ("main", "at", "idet") and _trailing(sentence.tokens, at, clause.end))


_REPORTED = frozenset("tilbagemelding svar melding status besked".split())
_HEDGES = frozenset("dog dvs . altså formentlig forventeligt forventelig typisk eventuelt evt nok gerne".split())


def _trailing(tokens: list[Token], at: int, end: int) -> bool:
    place = at - 1
    while place > 0 and tokens[place].low in _HEDGES | READY | _REPORTED:
        place -= 1  # ", dog senest i 2. kvartal", ", dvs. på augustmødet", " – klar den 5. oktober"
    before = tokens[place].text if at else ""
    return before in (",", "–", "-", "(") and (at + 1 >= end or tokens[at + 1].kind == SIGN)  # "…, hvilke der kan lukkes (inden 20/9)"


_PREPOSED = ("på", "til", "inden", "senest", "ved", "før", "i ", "frem", "indtil")


def ordered(times: list[TimeExpression]) -> list[TimeExpression]:
    """Dated ones before vague ones, limits ("senest") before plain days where both stand; else in the order of the text."""
    if len(times) < 2:
        return times

    def rank(time: TimeExpression) -> tuple[int, int, int, int]:
        deadline = time.deadline
        dated = deadline.due is not None or deadline.anchor is not None or deadline.earliest is not None
        words = time.text.casefold()
        strength = 0 if LIMIT.match(words) else 1 if words.startswith(_TOWARDS) else 2
        coarse = deadline.precision is Precision.YEAR  # "i år lørdag den 9. juni"
        named = deadline.anchor is not None or "møde" in words or words.startswith("næste ")  # "Det næste møde / Næste arbejdsdag lægges"
        tells_which = named and not words.startswith(_PREPOSED)
        return (0 if dated else 1, int(coarse and dated), strength if dated else 2, int(tells_which))

    return sorted(times, key=rank)


def has_day(times: list[TimeExpression]) -> bool:
    """Whether one of the times names a day, a meeting or a lower bound."""
    for time in times:
        deadline = time.deadline
        if deadline.due or deadline.anchor or deadline.earliest:
            return True
    return False
