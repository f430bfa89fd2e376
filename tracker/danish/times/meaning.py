"""What a period means where it stands: its part, its limit, the event it dates, a label before it. Words in, a deadline out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.danish.times import surroundings
from tracker.danish.times.limit_rules import LIMITS
from tracker.danish.times.limits import Limit, after, bare, before, by, by_end, earlier, gone, not_after_start, since, within
from tracker.danish.times.parts import PARTS
from tracker.danish.times.period import Bounds, Context, Period, Reading, deadline, stands_alone
from tracker.danish.times.prefixes import Prefixes, PrefixRule
from tracker.domain.deadline import Precision, TimeExpression

_LIMITS: Prefixes[Limit] = Prefixes(LIMITS)
_PARTS = Prefixes(PARTS)
NO_DAY = Bounds(None, None, Precision.NONE)
WITHOUT_DAY = frozenset({"vague", "condition"})
AS_KIND = {"vague-span": "span", "anchored": "span", "named-event": "event", "dated-meeting": "meeting"}


def meaning(context: Context, found: Reading, floor: int) -> TimeExpression | None:
    """The time expression, or None where the words around it say that it is none."""
    period = found.period
    if period.kind in WITHOUT_DAY:
        return _made(context, found, found.start, NO_DAY, (), past=period.past)
    if period.kind == "rhythm":
        begin, lead = _LIMITS.read(context.folded, found.start, floor, "rhythm")
        return _made(context, found, begin, period.bounds or NO_DAY, (lead.name,) if lead else (), past=False)
    begin, part = _PARTS.read(context.folded, found.start, floor, period.kind)
    if part is not None:
        period = part.value(period)
    kind = AS_KIND.get(period.kind, period.kind)
    begin, limit = _LIMITS.read(context.folded, begin, floor, kind)
    if limit is not None and limit.name == "af" and context.folded.startswith("i ", found.start):
        begin, limit = found.start, None  # "lukker det af i morgen": the particle of a verb
    over = surroundings.RUN_OUT.match(context.folded, found.end) if limit is not None and limit.value is before else None
    if limit is not None and over is not None:
        found, limit = replace(found, end=over.end()), replace(limit, value=by_end)  # "inden april er gået"
    begin, limit, event = _with_event(context, begin, floor, kind, limit)
    names = tuple(rule.name for rule in (limit, part) if rule is not None)
    beforehand = surroundings.BEFOREHAND.match(context.folded, found.end) if kind == "span" and period.kind == "span" else None
    if beforehand is not None or period.kind in {"vague-span", "named-event"}:
        unsaid = (limit is None and period.needs_limit) or (limit is not None and limit.name in {"trial", "topic"})
        found = replace(found, end=beforehand.end()) if beforehand is not None else found
        return None if unsaid and beforehand is None else _made(context, found, begin, NO_DAY, names, past=False)
    if limit is None and found.door == "digit" and surroundings.is_a_number(context.folded, begin):
        return None
    if limit is not None and limit.name == "trial" and not _is_trial(context, begin, found.end):
        return None
    bounds = _bounds(context, period, limit, begin, found.end, event=event, found_by_clock=found.door == "own_clock")
    if bounds is None:
        return None
    further = () if limit is not None and limit.name == "mellem" else period.further
    past = period.past or (limit is not None and limit.value in (_PAST if not event else (*_PAST, not_after_start)))
    if bounds.due is None and period.dated:
        stretch = within(replace(period, ranged=False), context.reference)
        past = past or (stretch is not None and stretch.due is not None and stretch.due < context.reference)
    if not past and (limit is None or limit.value is within) and _told(context, period, begin, found.end):
        bounds, past = gone(period, context.reference) or bounds, True
    return _made(context, found, begin, bounds, names, past=past, further=further)


_PAST: tuple[object, ...] = (earlier, gone, since)


def _told(context: Context, period: Period, begin: int, end: int) -> bool:
    """Whether a verb in the past tense stands beside ("i maj blev …", "besluttede i maj") a time that carries no year of its own."""
    if period.yearly is None or period.dated:
        return False
    before = context.folded[max(0, begin - 60) : begin]
    return surroundings.PAST_VERB.match(context.folded, end) is not None or surroundings.told_before(before)


def _with_event(
    context: Context, begin: int, floor: int, kind: str, limit: PrefixRule[Limit] | None
) -> tuple[int, PrefixRule[Limit] | None, bool]:
    """Take in the event a time belongs to: "på mødet | i maj", "til mødet | den 2. juni", with the limit that stands before it."""
    if limit is not None and limit.name != "i":
        return begin, limit, False
    event = surroundings.event_before(context.folded, begin, floor)
    if event is None or kind in {"span", "meeting"}:
        return begin, limit, False
    start, outer = _LIMITS.read(context.folded, event[0], floor, kind)
    if outer is None or outer.name in {"topic", "mellem", "resten"} or context.folded.startswith("i ", start):
        return begin, limit, False
    if outer.name == "til" and not context.folded.startswith(("det ", "den "), event[0]) and not event[1].endswith(("n", "t", "ne")):
        return begin, limit, False
    return start, outer, True


def _is_trial(context: Context, begin: int, end: int) -> bool:
    folded = context.folded
    return surroundings.on_trial(folded, begin) or surroundings.TRIED.match(folded, end) is not None or stands_alone(context, begin, end)


def _bounds(
    context: Context, period: Period, limit: PrefixRule[Limit] | None, begin: int, end: int, *, event: bool, found_by_clock: bool
) -> Bounds | None:
    reference = context.reference
    if period.kind == "meeting":
        return Bounds(None, None, Precision.MEETING)
    if period.kind == "dated-meeting":
        made = within(period, reference)
        if period.bounds is not None:
            return period.bounds
        return made and Bounds(made.earliest, made.due, Precision.MEETING)
    if limit is None:
        if surroundings.labelled(context.folded, begin):
            return by(period, reference)
        if period.kind == "span" and surroundings.on_trial(context.folded, begin):
            return by(period, reference)
        return bare(period, reference)
    if limit.value is after and found_by_clock:
        return within(period, reference)
    if event and limit.value is not_after_start:
        return gone(period, reference)
    return limit.value(period, reference)


def _made(
    context: Context, found: Reading, start: int, bounds: Bounds, names: tuple[str, ...], *, past: bool, further: tuple[Period, ...] = ()
) -> TimeExpression:
    period, reference = found.period, context.reference
    later = tuple(d for d in (_due(p, bounds.due or reference) for p in further) if d) if further else ()
    past = past or (bounds.due is not None and bounds.due < reference)
    made = deadline(context.text[start : found.end], bounds, period, later)
    return TimeExpression(start, found.end, made, past=past, condition=period.kind == "condition", rules=(*names, *found.rules))


def _due(period: Period, reference: date) -> date | None:
    """The due day of a further date: the first after the one before it."""
    bounds = bare(replace(period, needs_limit=False), reference)
    return bounds.due if bounds else None
