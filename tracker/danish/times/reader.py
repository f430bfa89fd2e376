"""The reader: the gate finds a place, a rule reads the period there, the words around it say how it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from tracker.danish.calendar import Days
from tracker.danish.times import surroundings
from tracker.danish.times.anchored import anchored
from tracker.danish.times.events import event_period, events_pattern
from tracker.danish.times.fold import fold
from tracker.danish.times.grammar import GATE, MATCHERS
from tracker.danish.times.hints import HINT
from tracker.danish.times.indents import Unindented, is_indented
from tracker.danish.times.joining import JOIN, JOINABLE, RANGE, adjacent, between, listed
from tracker.danish.times.limits import after, before, by, within
from tracker.danish.times.meaning import meaning
from tracker.danish.times.period import Context, Period, Reading
from tracker.danish.times.recurrence import AFTER_YEARLY, YEARLY, every_year
from tracker.danish.times.words import pattern
from tracker.domain.deadline import TimeExpression

MOST_JOINED = 8
DATED = frozenset({"day", "weekday", "feast"})
ITS_DATE = pattern(r",?~\(?(?:den |d\.?~)?(?=\d|{weekday})|~\(?(?:i )(?=uge|{month_name})")


def find_times(text: str, reference: date, *, events: Mapping[str, tuple[Days, ...]] | None = None) -> list[TimeExpression]:
    """Every time expression of `text`, in order, none overlapping, resolved against `reference`.

    `events` gives the days of the municipality's own events by their names as written ("budgetseminaret"). A condition ("når svaret
    foreligger") comes with `condition` set. Linear in the length of the text; never raises, whatever the text holds.
    """
    if not is_indented(text):
        return list(_scan(Context(text, fold(text), reference, events or {})))
    lines = Unindented(text)
    return [lines.back(time) for time in _scan(Context(lines.text, fold(lines.text), reference, events or {}))]


def _scan(context: Context) -> Iterator[TimeExpression]:
    """The expressions in order; a condition gives way to a time inside it."""
    position = floor = 0
    waiting: TimeExpression | None = None
    own = events_pattern(context.events)
    while (place := _next_place(context, position, own)) is not None:
        start, door = place
        position = start + 1
        expression = _expression(context, start, door, floor)
        if expression is None:
            continue
        if waiting is not None:
            yield _cut_short(context, waiting, expression.start)
            waiting = None
        if expression.condition:
            waiting = expression
            position = floor = start + 4
            continue
        yield expression
        position = floor = expression.end
    if waiting is not None:
        yield waiting


def _cut_short(context: Context, condition: TimeExpression, end: int) -> TimeExpression:
    if condition.end <= end:
        return condition
    text = context.text[condition.start : end].rstrip()
    return replace(condition, end=condition.start + len(text), deadline=replace(condition.deadline, text=text))


def _next_place(context: Context, position: int, own: re.Pattern[str] | None) -> tuple[int, str] | None:
    hint, found = HINT.search(context.folded, position), None
    while hint is not None and (found := GATE.match(context.folded, hint.start())) is None:
        hint = HINT.search(context.folded, hint.start() + 1)
    event = own.search(context.folded, position) if own else None
    if event and (not found or event.start() <= found.start()):
        return event.start(), "own-event"
    return (found.start(), found.lastgroup or "") if found else None


def _core(context: Context, start: int, door: str) -> Reading | None:
    """What the rules behind a door read here."""
    if door == "own_clock":
        return _clock_first(context, start)
    if door == "own-event":
        return _own_event(context, start)
    folded = context.folded
    for match, rule in MATCHERS[door]:
        found = match(folded, start)
        if found is None:
            continue
        try:
            period = rule.produce(found, context)
        except (ValueError, OverflowError):
            continue
        if period is not None:
            return Reading(start, found.end(), period, door, (*period.rules, rule.name))
    return None


def _core_at(context: Context, start: int) -> Reading | None:
    if context.folded[start : start + 1].isdecimal():
        return _core(context, start, "digit")
    found = GATE.match(context.folded, start)
    return _core(context, start, found.lastgroup or "") if found else None


def _own_event(context: Context, start: int) -> Reading | None:
    own = events_pattern(context.events)
    found = own.match(context.folded, start) if own else None
    return Reading(start, found.end(), event_period(context.events, found[0]), "own-event", ("own-event",)) if found else None


def _clock_first(context: Context, start: int) -> Reading | None:
    """ "kl. 12 den 5. maj", "kl. 9 i morgen"."""
    found = surroundings.CLOCK.match(context.folded, start)
    gap = _AFTER_CLOCK.match(context.folded, found.end()) if found else None
    reading = _core_at(context, gap.end()) if gap and not context.folded.startswith("kl", gap.end()) else None
    if found is None or reading is None or reading.period.kind not in DATED:
        return None
    return replace(reading, start=start, door="own_clock", period=replace(reading.period, time=surroundings.clock(found)))


_AFTER_CLOCK = pattern(r",? (?:på )?")


def _joined(context: Context, reading: Reading) -> Reading:
    """The reading with whatever periods of the same kind are joined to it."""
    if JOIN.match(context.folded, reading.end) is None:
        return reading
    periods, marks, ends, names = [reading.period], [""], [reading.end], list(reading.rules)
    while reading.period.kind in JOINABLE and len(periods) < MOST_JOINED:
        link = JOIN.match(context.folded, ends[-1])
        following = _core_at(context, link.end()) if link else None
        if not link or not following or following.period.kind != reading.period.kind:
            break
        marks.append(link["join"])
        periods.append(following.period)
        ends.append(following.end)
        names += following.rules
    if len(periods) > 2:
        while marks[-1] == "," and len(marks) > 1:
            marks.pop()
            periods.pop()
    if len(periods) < 2 or marks[1:] == [","]:
        return reading
    both = None
    if len(periods) == 2 and (marks[1] in RANGE or (adjacent(*periods) and not _several(context, reading.start))):
        both = between(*periods)
    made = both or listed(periods)
    return Reading(reading.start, ends[len(periods) - 1], made, reading.door, tuple(dict.fromkeys((*names, *made.rules))))


def _several(context: Context, start: int) -> bool:
    """Whether the word before says that several occasions are dated ("på møderne i april og maj")."""
    event = surroundings.event_before(context.folded, max(0, start - 2), 0) if start > 2 else None
    return event is not None and event[1].endswith(("møderne", "møder", "dagene", "dage"))


def _clocked(context: Context, reading: Reading) -> Reading:
    """The reading with a clock time after it."""
    gap = surroundings.CLOCK_AFTER.match(context.folded, reading.end)
    found = surroundings.CLOCK.match(context.folded, gap.end()) if gap else None
    if reading.period.kind not in DATED or not found:
        return reading
    return replace(reading, end=found.end(), period=replace(reading.period, time=surroundings.clock(found)))


_MEETING_SIDE = pattern(r" (?P<side>efter|inden|før) ")


def _meeting_after(context: Context, reading: Reading) -> Reading:
    """The first meeting on one side of another time ("førstkommende møde efter sommerferien"): which one it is the calendar says."""
    gap = _MEETING_SIDE.match(context.folded, reading.end)
    other = _core_at(context, gap.end()) if gap else None
    if gap is None or other is None or other.period.kind not in DATED | {"holiday", "week", "month", "season"}:
        return reading
    limit = after if gap["side"] == "efter" else before
    bounds = limit(other.period, context.reference)
    if bounds is None:
        return reading
    made = replace(other.period, kind="dated-meeting", bounds=bounds)
    return replace(reading, end=other.end, period=made, rules=(*reading.rules, *other.rules))


def _meeting_dated(context: Context, reading: Reading) -> Reading:
    """The next meeting with its own date after it: "på næste møde den 14. april"."""
    gap = ITS_DATE.match(context.folded, reading.end)
    other = _core_at(context, gap.end()) if gap else None
    if other is None or other.period.kind not in {"day", "week", "month"}:
        return reading
    other = _clocked(context, other)
    dated = replace(
        other.period,
        anchor=reading.period.anchor,
        anchor_forum=reading.period.anchor_forum,
        kind="dated-meeting",
    )
    return Reading(reading.start, other.end, dated, reading.door, (*reading.rules, *other.rules))


def _every_year(context: Context, reading: Reading) -> Reading:
    """A day with "hvert år" after it, or "hvert år" with its day after it."""
    period = reading.period
    if period.kind in {"day", "month"}:
        found = YEARLY.match(context.folded, reading.end)
        rule = every_year(period, context.reference) if found else None
        return replace(reading, end=found.end(), period=replace(period, recurrence=rule)) if found and rule else reading
    if period.recurrence != "FREQ=YEARLY" or period.bounds is not None:
        return reading
    gap = AFTER_YEARLY.match(context.folded, reading.end)
    other = _core_at(context, gap.end()) if gap else None
    if gap is None or other is None or other.period.kind != "day":
        return reading
    rule = every_year(other.period, context.reference)
    bounds = by(other.period, context.reference) if gap["limit"] else within(other.period, context.reference)
    if rule is None or bounds is None:
        return reading
    made = replace(period, recurrence=rule, bounds=bounds)
    return replace(reading, end=other.end, period=made, rules=(*reading.rules, *other.rules))


def _hung(context: Context, reading: Reading) -> Reading | None:
    """A span with what it is counted from."""

    names: list[str] = []

    def read(place: int) -> tuple[int, Period] | None:
        other = _core_at(context, place)
        names[:] = other.rules if other else ()
        return (other.end, other.period) if other else None

    found = anchored(context, reading.end, reading.period, read)
    if found is None:
        return None if reading.rules[-1] == "one-unit" else reading
    end, period = found
    return replace(reading, end=end, period=period, rules=(*reading.rules, *names, "anchored"))


def _expression(context: Context, start: int, door: str, floor: int) -> TimeExpression | None:
    reading = _core(context, start, door)
    if reading is None:
        return None
    kind = reading.period.kind
    if kind in JOINABLE:
        reading = _joined(context, reading)
    if kind in DATED and reading.period.time is None:
        reading = _clocked(context, reading)
    elif kind == "meeting":
        reading = _meeting_after(context, _meeting_dated(context, reading))
    elif kind in {"span", "vague-span"}:
        hung = _hung(context, reading)
        if hung is None:
            return None
        reading = hung
    reading = _every_year(context, reading)
    try:
        return meaning(context, reading, floor)
    except (ValueError, OverflowError):
        return None
