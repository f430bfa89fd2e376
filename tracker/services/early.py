"""Use case: the list a dashboard opens with, read before the workspace is open and the database library loaded."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.followup import ActionItem
from tracker.domain.query import Query, Sort
from tracker.errors import TrackerError
from tracker.store.early import EarlyReader
from tracker.store.early_sql import TooEarly

MOST = 20_000
"""Cards that are counted, a millisecond's work; of more than these one is told that there are more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A list: its query and order, and the `parts` of it that are to be counted (together they are the whole list)."""

    query: Query
    sort: Sort
    descending: bool
    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The first cards of a list; how many each part holds (None: more than MOST); the day of the soonest next meeting."""

    items: tuple[ActionItem, ...]
    counts: tuple[int | None, ...]
    next_meeting: date | None


def first_page(url: str, today: date, ask: Callable[[date | None], Asked], limit: int) -> FirstPage | None:
    """What `list_actions` would give, all of one moment. `ask` is told the next meeting, by which some lists are bounded.

    None means: wait for the workspace. That is the answer for anything but a quiet SQLite file of our own at the present schema, for a
    list this way does not know, and for one that takes too long. It is never an error.
    """
    try:
        with closing(EarlyReader(url)) as reader:
            following = reader.next_meeting(today - timedelta(days=1))
            asked = ask(following)
            items = reader.page(asked.query, asked.sort, descending=asked.descending, limit=limit)
            counts = reader.counts(asked.parts, MOST + 1)
    except (TooEarly, TrackerError):
        return None
    return FirstPage(tuple(items), tuple(n if n <= MOST else None for n in counts), following)
