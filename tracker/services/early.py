"""Use case: the list a dashboard opens with, read before the workspace is open and the database library loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.followup import ActionItem
from tracker.domain.query import Query, Sort
from tracker.errors import TrackerError
from tracker.store.early import EarlyReader
from tracker.store.early_sql import TooEarly


@dataclass(frozen=True, slots=True)
class Asked:
    """A list: its query and order, and the `parts` of it that are to be counted (together they are the whole list)."""

    query: Query
    sort: Sort
    descending: bool
    parts: tuple[Query, ...]


class EarlyList:
    """The beginning of a list as `list_actions` would give it, and how many cards each part holds, all of one moment.

    None in either means: wait for the workspace. That is the answer for anything but a quiet SQLite file of our own at the present
    schema, for a list this way does not know, and for one that takes too long. It is never an error.
    """

    def __init__(self, url: str, today: date, ask: Callable[[date | None], Asked], limit: int) -> None:
        """Read the first `limit` cards. `ask` is told the day of the next meeting, by which some lists are bounded."""
        self.next_meeting: date | None = None
        self.items: tuple[ActionItem, ...] | None = None
        self._parts: tuple[Query, ...] = ()
        self._reader: EarlyReader | None = None
        try:
            reader = self._reader = EarlyReader(url)
            self.next_meeting = reader.next_meeting(today - timedelta(days=1))
            asked = ask(self.next_meeting)
            self.items = tuple(reader.page(asked.query, asked.sort, descending=asked.descending, limit=limit))
            self._parts = asked.parts
        except (TooEarly, TrackerError):
            self.close()

    def counts(self) -> tuple[int, ...] | None:
        """Count the parts and end the reading; perhaps in another thread. The interpreter is free for other work meanwhile."""
        if self._reader is None:
            return None
        try:
            return tuple(self._reader.counts(self._parts))
        except TooEarly:
            return None
        finally:
            self.close()

    def close(self) -> None:
        """End the reading."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
