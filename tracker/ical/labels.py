"""The words a calendar is written with. English here; the services pass those of the language in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _fixed(**words: str) -> Mapping[str, str]:
    return MappingProxyType(words)


@dataclass(frozen=True)
class CalendarTexts:
    """Labels of events and tasks. Words in braces are filled in; `day_format` knows {day}, {month} and {year}.

    `kinds`, `statuses` and `lights` are keyed by the values of `Kind`, `Status` and `Light`.
    """

    kinds: Mapping[str, str] = field(default_factory=lambda: _fixed(task="Due", status="Status", forward="Forward", deferral="Deferred"))
    statuses: Mapping[str, str] = field(
        default_factory=lambda: _fixed(review="for review", open="open", done="Done", dropped="Dropped"),
    )
    lights: Mapping[str, str] = field(default_factory=lambda: _fixed(green="green", yellow="yellow", red="red"))
    deadline: str = "Deadline"
    estimated: str = "estimated"
    estimated_long: str = "The date of the meeting is estimated"
    originally: str = "in the minutes: {text}"
    span: str = "{first} to {last}, shown on the last day"
    responsible: str = "Responsible"
    nobody: str = "nobody named"
    recipients: str = "To"
    status: str = "Status"
    light: str = "Light"
    meeting: str = "Meeting"
    item: str = "item {number}"
    case: str = "Case"
    recurs: str = "Recurs"
    why: str = "Found by"
    card: str = "Card no. {id}"
    hidden_case: str = "case {number}"
    hidden_card: str = "card {id}"
    next_meeting: str = "Meeting: {forum}"
    next_counts: str = "{due} due, {overdue} overdue"
    next_due: str = "Due by this meeting"
    next_overdue: str = "Overdue"
    next_undated: str = "Without a date"
    next_nothing: str = "Nothing is due by this meeting."
    more: str = "and {count} more"
    months: tuple[str, ...] = _MONTHS
    day_format: str = "{day} {month} {year}"

    def day(self, day: date) -> str:
        """A day as people write it."""
        return self.day_format.format(day=day.day, month=self.months[day.month - 1], year=day.year)


ENGLISH = CalendarTexts()
