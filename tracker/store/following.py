"""Which day "the next meeting" is, reckoned from what is known of a forum's meetings.

The next meeting after a day is, in this order: the first one known (held or planned) within 200 days; the one the minutes name as
next, also where the first known one lies more than ten days later (those minutes are missing here); the forum's rhythm, the median
of its gaps in the 400 days before, marked as estimated. All of it follows from what is known, not from the order it was learnt in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

AHEAD = timedelta(days=200)
"""A known meeting further off than this is not the next one."""
BACK = timedelta(days=400)
"""Meetings longer ago say nothing of the forum's rhythm."""
MISSING = timedelta(days=10)
_MOVED = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting of a forum; `stated` is the day its minutes name as the next one's."""

    day: date
    held: bool
    stated: date | None


def following(known: Sequence[KnownMeeting], after: date) -> tuple[date | None, bool]:
    """The next meeting after a day and whether that is an estimate; (None, False) when nothing is known."""
    later = [m for m in known if after < m.day <= after + AHEAD]
    first = later[0].day if later else None
    if later and not later[0].held:
        first = next((m.day for m in later if m.held and m.day - later[0].day <= _MOVED), first)
    earlier = [m for m in known if after - BACK <= m.day <= after]
    named = earlier[-1].stated if earlier else None
    if named and named <= after:
        named = None
    if first and named:
        return (named if first - named > MISSING else first), False
    if first or named:
        return first or named, False
    gaps = [(b.day - a.day).days for a, b in pairwise(earlier)]
    if len(gaps) < 2:
        return None, False
    return after + timedelta(days=round(median(gaps))), True
