"""What a subscriber can choose about a calendar's form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Components(StrEnum):
    """Events, which every calendar shows, or tasks (VTODO), which Thunderbird and CalDAV clients show."""

    EVENT = "event"
    TODO = "todo"


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    """How action items are written.

    `hide_titles` writes case or card numbers and days only, for calendars that a cloud service fetches. `span` shows a deadline such
    as "i februar" on all its days instead of on the last. `alarm_days` are days before the day, each an alarm at nine o'clock.
    `classification` is a CLASS value (PUBLIC, PRIVATE, CONFIDENTIAL) or empty. `refresh` is how often clients are asked to poll.
    `color` is an RFC 7986 colour name with its RGB form.
    """

    components: Components = Components.EVENT
    hide_titles: bool = False
    span: bool = False
    alarm_days: tuple[int, ...] = ()
    classification: str = ""
    refresh: timedelta = timedelta(hours=1)
    color: tuple[str, str] = ("steelblue", "#4682B4")

    @property
    def is_todo(self) -> bool:
        """Whether tasks are written."""
        return self.components is Components.TODO


PLAIN = CalendarOptions()
"""Events, as most people want them."""
