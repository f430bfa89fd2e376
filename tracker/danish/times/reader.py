"""The reader: the gate finds a place, a rule reads the period there, the words around it say how it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tracker.danish.calendar import Days
from tracker.danish.times.fold import fold
from tracker.danish.times.grammar import GATE, RULES_BEHIND
from tracker.danish.times.joining import JOIN, JOINABLE, RANGE, adjacent, between, listed
from tracker.danish.times.limits import LIMITS, bare
from tracker.danish.times.parts import PARTS
from tracker.danish.times.period import Bounds, Context, Period, deadline
from tracker.danish.times.prefixes import Prefixes
from tracker.danish.times.words import NUMBERS, pattern
from tracker.domain.deadline import Deadline, Precision, TimeExpression

_LIMITS = Prefixes(LIMITS)
_PARTS = Prefixes(PARTS)
WITHOUT_DAY = frozenset({"vague", "vague-span", "condition"})
MOST_JOINED = 12
CLOCK = pattern(r",?~(?:fra |senest |inden )?(?:kl{end}\.?~|klokken )(?:(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?(?!\d)|(?P<word>{number_word}))"
                r"(?:~(?:-|til|og)~(?:kl{end}\.?~)?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?(?!\d))?")  # fmt: skip


@dataclass(slots=True)
class _Reading:
    """A period read at a place, before its limit."""

    start: int
    end: int
    period: Period


def find_times(text: str, reference: date, *, events: Mapping[str, tuple[Days, ...]] | None = None) -> list[TimeExpression]:
    """Every time expression of `text`, in order, none overlapping, resolved against `reference`.

    Linear in the length of the text; never raises, whatever the text holds.
    """
    return list(_scan(Context(text, fold(text), reference, events or {})))


def _scan(context: Context) -> Iterator[TimeExpression]:
    position = floor = 0
    while True:
        found = GATE.search(context.folded, position)
        if found is None:
            return
        position = found.start() + 1
        expression = _expression(context, found.start(), found.lastgroup or "", floor)
        if expression is not None:
            yield expression
            position = floor = expression.end


def _core(context: Context, start: int, door: str) -> _Reading | None:
    """What the rules behind a door read here."""
    for rule in RULES_BEHIND[door]:
        found = rule.pattern.match(context.folded, start)
        if found is None:
            continue
        try:
            period = rule.produce(found, context)
        except (ValueError, OverflowError):
            continue
        if period is not None:
            return _Reading(start, found.end(), replace(period, rules=(*period.rules, rule.name)))
    return None


def _core_at(context: Context, start: int) -> _Reading | None:
    found = GATE.match(context.folded, start)
    return _core(context, start, found.lastgroup or "") if found else None


def _joined(context: Context, reading: _Reading) -> _Reading:
    """The reading with whatever periods of the same kind are joined to it."""
    periods, marks, end = [reading.period], [], reading.end
    while reading.period.kind in JOINABLE and len(periods) < MOST_JOINED:
        link = JOIN.match(context.folded, end)
        following = _core_at(context, link.end()) if link else None
        if not link or not following or following.period.kind != reading.period.kind:
            break
        marks.append(link["join"])
        periods.append(following.period)
        end = following.end
    while marks and marks[-1] == ",":
        marks.pop()
        periods.pop()
        end = -1
    if not marks or end < 0:
        return reading
    both = None
    if len(periods) == 2 and (marks[0] in RANGE or adjacent(*periods)):
        both = between(*periods)
    return _Reading(reading.start, end, both or listed(periods))


def _clocked(context: Context, reading: _Reading) -> _Reading:
    """The reading with a clock time after it."""
    if reading.period.kind not in {"day", "weekday", "feast"}:
        return reading
    found = CLOCK.match(context.folded, reading.end)
    if not found:
        return reading
    hour = int(found["hour"]) if found["hour"] else NUMBERS[found["word"]]
    if hour > 24:
        return reading
    return _Reading(reading.start, found.end(), replace(reading.period, time=f"{hour % 24:02d}:{found['minute'] or '00'}"))


def _expression(context: Context, start: int, door: str, floor: int) -> TimeExpression | None:
    reading = _core(context, start, door)
    if reading is None:
        return None
    reading = _clocked(context, _joined(context, reading))
    period, begin = reading.period, reading.start
    if period.kind in WITHOUT_DAY:
        return _made(context, begin, reading.end, Bounds(None, None, Precision.NONE), period, ())
    names: list[str] = []
    if period.further and context.folded[max(floor, begin - 11) : begin].rstrip().removesuffix(" den").endswith("mellem"):
        period, begin = _from_to(context, period, begin)
    begin, part = _PARTS.read(context.folded, begin, floor, period.kind)
    if part is not None:
        period = part.value(period)
        names.append(part.name)
    begin, limit = _LIMITS.read(context.folded, begin, floor, period.kind)
    if limit is not None:
        names.insert(0, limit.name)
    try:
        bounds = _bounds(period, limit.value if limit else bare, context.reference)
    except (ValueError, OverflowError):
        return None
    if bounds is None:
        return None
    return _made(context, begin, reading.end, bounds, period, tuple(names))


def _from_to(context: Context, period: Period, begin: int) -> tuple[Period, int]:
    """The range "mellem A og B"; the word belongs to the text."""
    ends = between(replace(period, further=()), period.further[-1]) if len(period.further) == 1 else None
    return (ends, context.folded.rfind("mellem", 0, begin)) if ends else (period, begin)


def _bounds(period: Period, limit: object, reference: date) -> Bounds | None:
    if period.kind == "meeting":
        return Bounds(None, None, Precision.MEETING)
    assert callable(limit)
    made: Bounds | None = limit(period, reference)
    return made


def _made(context: Context, start: int, end: int, bounds: Bounds, period: Period, names: tuple[str, ...]) -> TimeExpression:
    further = tuple(d for d in (_due(p, bounds.due or context.reference) for p in period.further) if d)
    last = bounds.due if bounds.due is not None else None
    past = period.past or (last is not None and last < context.reference)
    made = deadline(context.text[start:end], bounds, period, further)
    return TimeExpression(start, end, made, past=past, condition=period.kind == "condition", rules=(*names, *period.rules))


def _due(period: Period, reference: date) -> date | None:
    bounds = bare(replace(period, needs_limit=False), reference)
    return bounds.due if bounds else None
