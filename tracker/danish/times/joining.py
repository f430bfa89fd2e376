"""Joining: ranges ("fra 7. oktober til 2. december"), alternatives ("uge 20 eller 21") and lists ("maj, september og november")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tracker.danish.calendar import DAY, Days
from tracker.danish.times.period import Period
from tracker.danish.times.words import pattern

JOIN = pattern(
    r"~(?P<join>-|til og med|frem til|til|og|eller|/|, eller|, og(?! på | i )|,|samt|hhv\.|henholdsvis)~"
    r"(?:senest |i |den |d\.?~(?=\d)|på )?"
)
RANGE = frozenset({"-", "til", "til og med", "frem til", "eller", "/", ", eller"})
JOINABLE = frozenset({"day", "week", "month", "quarter", "half", "season", "year"})


def between(first: Period, last: Period) -> Period | None:
    """From the beginning of one period to the end of another; a year written on one holds for both, with a turn of the year between."""
    if first.yearly is None or last.yearly is None:
        return _between_days(first, last)
    begin, end = first.yearly, last.yearly

    def yearly(year: int) -> Days | None:
        stop = end(year)
        start = begin(year if first.year is None else first.year)
        if start and stop and start[0] > stop[0] and first.year is None:
            start = begin(year - 1)
        if not start or not stop or start[0] > stop[1]:
            return None
        return start[0], stop[1]

    year = last.year
    if year is None and first.year is not None:
        opening, closing = begin(first.year), end(first.year)
        if opening is None or closing is None:
            return None
        year = first.year if opening[0] <= closing[0] else first.year + 1
    return replace(last, yearly=yearly, year=year, before=None, after=None, needs_limit=False, ranged=True, rules=("range",))


def _between_days(first: Period, last: Period) -> Period | None:
    """ "fra onsdag den 16. til tirsdag den 22.": days whose month nobody wrote, so that they are known already."""
    if not first.fixed or not last.fixed:
        return None
    start = first.fixed[0][0]
    stop = next((days[1] for days in last.fixed if days[1] >= start), None)
    return None if stop is None else replace(last, fixed=((start, stop),), needs_limit=False, ranged=True, rules=("range",))


def listed(periods: list[Period]) -> Period:
    """The first of several, the others as further dates; a year written on the last holds for all without one."""
    year = next((p.year for p in reversed(periods) if p.year is not None), None)
    if year is not None:
        periods = [p.in_year(year) for p in periods]
    first, *others = periods
    return replace(first, further=tuple(others), rules=("list",))


def adjacent(first: Period, last: Period) -> bool:
    """Whether the second begins the day after the first ends (in any year)."""
    if first.yearly is None or last.yearly is None:
        return False
    year = first.year or last.year or 2001
    one, two = first.yearly(first.year or year), last.yearly(last.year or year)
    if one and two and two[0] < one[0] and last.year is None:
        two = last.yearly(year + 1)
    return bool(one and two and one[1] + DAY == two[0])


def day_list(written: str, month: int, year: int | None, make: Callable[[int, int, int | None], Period | None]) -> Period | None:
    """Several days of one month: "1.-3.", "1. og 15.", "3., 10. og 17."; `mellem … og` is told by the reader."""
    days = [int(d) for d in re.findall(r"\d+", written)]
    made = [make(month, d, year) for d in days]
    periods = [p for p in made if p is not None]
    if len(periods) != len(made):
        return None
    if len(periods) == 1:
        return periods[0]
    in_a_row = days == list(range(days[0], days[0] + len(days)))
    if in_a_row or (len(periods) == 2 and re.search(r"-|til|/|eller", written)):
        return between(periods[0], periods[-1]) if days[0] <= days[-1] else None
    return listed(periods)
