"""Limits: what stands before a period (inden, senest, fra, efter …) and which of its days that makes the deadline. GUIDE.md section 3."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.danish.calendar import DAY, Days
from tracker.danish.times.joining import between
from tracker.danish.times.period import Bounds, Period
from tracker.domain.deadline import Precision

SINGLE = frozenset({"day", "weekday", "feast"})
Limit = Callable[[Period, date], Bounds | None]


def _not_over(period: Period, reference: date) -> Days | None:
    if period.later:
        return period.first(reference, lambda days: days[0] > reference)
    return period.first(reference, lambda days: days[1] >= reference)


def within(period: Period, reference: date) -> Bounds | None:
    """Within the period: the first that is not over."""
    days = _not_over(period, reference)
    return days and Bounds(None if period.open_start else days[0], days[1], period.precision)


def by(period: Period, reference: date) -> Bounds | None:
    """No later than the period's last day."""
    days = _not_over(period, reference)
    return days and Bounds(None, days[1], period.precision)


def by_end(period: Period, reference: date) -> Bounds | None:
    """By the end of the period; the end of a year is a day (GUIDE.md: "inden årets udgang")."""
    days = _not_over(period, reference)
    precision = Precision.DAY if period.precision is Precision.YEAR else period.precision
    return days and Bounds(None, days[1], precision)


def before(period: Period, reference: date) -> Bounds | None:
    """Before the period begins; a single day is itself the limit."""
    if period.kind in SINGLE and period.before is None:
        return by(period, reference)
    limit = period.before or (lambda days: days[0] - DAY)
    days = period.first(reference, lambda days: limit(days) >= reference)
    return days and Bounds(None, limit(days), period.before_precision or period.precision)


def till(period: Period, reference: date) -> Bounds | None:
    """ "til": by a single day, within a longer period."""
    return before(period, reference) if period.kind in SINGLE or period.till_start else within(period, reference)


def after(period: Period, reference: date) -> Bounds | None:
    """After the period: within the days `after` names, else from the day after its last one without an end."""
    if period.after is None:
        if period.kind == "span":
            return within(period, reference)
        days = _not_over(period, reference)
        return days and Bounds(days[1] + DAY, None, period.precision)
    window = period.after
    days = period.first(reference, lambda days: window(days)[1] >= reference)
    return days and Bounds(*window(days), Precision.ABOUT)


def not_after_start(period: Period, reference: date) -> Bounds | None:
    """Not before the period begins: earliest only."""
    if period.ranged:
        return within(period, reference)
    days = _not_over(period, reference)
    return days and Bounds(days[0], None, period.precision)


def not_before_after(period: Period, reference: date) -> Bounds | None:
    """ "først efter": not before the period is over."""
    bounds = after(period, reference)
    return bounds and Bounds(bounds.earliest, None, bounds.precision)


def since(period: Period, reference: date) -> Bounds | None:
    """ "siden": the last occurrence that has begun."""
    days = period.latest(reference)
    return days and Bounds(days[0], None, period.precision)


def gone(period: Period, reference: date) -> Bounds | None:
    """A day things are dated by ("mail af 3. maj"): the last one."""
    days = period.latest(reference) or period.first(reference, lambda _: True)
    return days and Bounds(*days, period.precision)


def earlier(period: Period, reference: date) -> Bounds | None:
    """ "tidligere på året": what of the period has gone by."""
    days = period.latest(reference)
    return days and Bounds(days[0], min(days[1], reference), period.precision)


def spanning(period: Period, reference: date) -> Bounds | None:
    """ "mellem A og B": from the one to the other."""
    if len(period.further) != 1:
        return within(period, reference) if period.ranged else None
    both = between(replace(period, further=()), period.further[0])
    return within(both, reference) if both else None


def rest(period: Period, reference: date) -> Bounds | None:
    """What is left of the period: by its last day."""
    days = _not_over(period, reference)
    return days and Bounds(None, days[1], Precision.ABOUT)


def topic(period: Period, reference: date) -> Bounds | None:
    """No time at all but what something is about ("regnskab for maj", "om foråret")."""
    return None


def bare(period: Period, reference: date) -> Bounds | None:
    """No limit at all: within the period."""
    return None if period.needs_limit else within(period, reference)
