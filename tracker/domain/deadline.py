"""Deadline (frist): the days a writer meant, how finely, and the very words it was read from. GUIDE.md section 3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """The unit the writer used; NONE for vague expressions without a day ("snarest")."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    ABOUT = "about"
    MEETING = "meeting"
    NONE = "none"


NEXT_MEETING = "next_meeting"
"""The anchor of a deadline that is a meeting, not a day: resolved when the date of that meeting is known."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is to have happened: `earliest` and `due` bound it, both inclusive calendar days.

    `text` is the expression as written with its preposition. `anchor` is `NEXT_MEETING` or None, `anchor_forum` the forum of that
    meeting when it is not the own one, `offset_days` counts days from the anchor (negative: before it). `further_dates` are later
    dates of the same commitment. `recurrence` is an RFC 5545 RRULE value, without the property name. `time` is "HH:MM", as written.

    Raises ValueError when `earliest` lies after `due`.
    """

    text: str
    earliest: date | None = None
    due: date | None = None
    precision: Precision = Precision.DAY
    anchor: str | None = None
    anchor_forum: str | None = None
    offset_days: int | None = None
    further_dates: tuple[date, ...] = ()
    recurrence: str | None = None
    time: str | None = None

    def __post_init__(self) -> None:
        if self.earliest and self.due and self.earliest > self.due:
            raise ValueError(f"a deadline cannot begin on {self.earliest} and end on {self.due}")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression found in a text: `text[start:end]`, resolved as a `Deadline`.

    `past` marks a time that has gone by ("i går", "for to år siden"): reported, never a deadline. `condition` marks an occasion
    ("når svaret foreligger"), which is no date. `rules` are the names of the rules that made it, outermost first.
    """

    start: int
    end: int
    deadline: Deadline
    past: bool = False
    condition: bool = False
    rules: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words as written."""
        return self.deadline.text
