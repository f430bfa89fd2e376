"""Lists read before the database library is loaded (that takes three times as long as painting a screen).

Plain SQLite, read only, one transaction, for a database of ours at the present schema. On any doubt it raises `TooEarly`, and the
ordinary way, which knows how to wait, to complain and to create, has the word.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from tracker.domain.followup import ActionItem
from tracker.domain.query import Query, Sort
from tracker.errors import StoreError
from tracker.store import early_sql, files
from tracker.store.early_parties import responsible
from tracker.store.early_sql import TooEarly
from tracker.store.following import AHEAD, BACK, KnownMeeting, following
from tracker.store.mapping import CARD, plain_action_from
from tracker.store.schema import SCHEMA

PATIENCE = 0.15
"""Seconds a reading may take: a slow disk or an order without an index must not hold up the ordinary way."""
_STEPS = 200_000
"""Steps of SQLite's machine between two looks at the clock: about 2 ms."""
_SQLITE = "sqlite:///"
_COLUMNS = ", ".join(f'action."{name}"' for name in CARD)
_FORUMS = "SELECT meeting.forum_key FROM meeting WHERE meeting.day >= ? AND meeting.forum_key != '' GROUP BY meeting.forum_key"
_AROUND = (
    "SELECT meeting.day, meeting.held, meeting.next_meeting FROM meeting "
    "WHERE meeting.forum_key = ? AND meeting.day BETWEEN ? AND ? ORDER BY meeting.day"
)


@contextmanager
def _doubting() -> Iterator[None]:
    """Whatever goes wrong inside is a matter for the ordinary way."""
    try:
        yield
    except (sqlite3.Error, OSError, ValueError, TypeError, KeyError, StoreError) as error:
        raise TooEarly from error


class EarlyReader:
    """A reading of the database at `url`; everything it tells is of one moment. For one thread. All of it raises TooEarly."""

    @_doubting()
    def __init__(self, url: str) -> None:
        self._connection = _opened(_file(url))
        self._parties = partial(responsible, self._connection)

    def close(self) -> None:
        """End the reading."""
        self._connection.close()

    @_doubting()
    def page(self, query: Query, sort: Sort, *, descending: bool, limit: int) -> list[ActionItem]:
        """The first cards of a list, as `listing.page` gives them."""
        meant = early_sql.where(query, self._parties)
        order = early_sql.order(sort, descending=descending)
        statement = f"SELECT {_COLUMNS} FROM action WHERE {meant.sql} ORDER BY {order} LIMIT ?"  # noqa: S608
        return [plain_action_from(row) for row in self._connection.execute(statement, (*meant.values, limit))]

    @_doubting()
    def counts(self, queries: Iterable[Query], most: int) -> list[int]:
        """How many cards each query means, counted up to `most`."""
        found = []
        for query in queries:
            meant = early_sql.where(query, self._parties)
            statement = f"SELECT count(*) FROM (SELECT 1 FROM action WHERE {meant.sql} LIMIT ?)"  # noqa: S608
            found.append(int(self._connection.execute(statement, (*meant.values, most)).fetchone()[0]))
        return found

    @_doubting()
    def next_meeting(self, after: date) -> date | None:
        """The soonest next meeting of any forum after a day, as the first of `meetings.coming`."""
        days = []
        for (forum,) in self._connection.execute(_FORUMS, ((after - BACK).isoformat(),)).fetchall():
            day, _estimated = following(self._around(forum, after), after)
            if day and day > after:
                days.append(day)
        return min(days, default=None)

    def _around(self, forum: str, day: date) -> list[KnownMeeting]:
        values = (forum, (day - BACK).isoformat(), (day + AHEAD).isoformat())
        rows = self._connection.execute(_AROUND, values)
        return [KnownMeeting(date.fromisoformat(on), bool(held), stated and date.fromisoformat(stated)) for on, held, stated in rows]


def _file(url: str) -> Path:
    """The file of a plain SQLite address."""
    name = url.removeprefix(_SQLITE)
    if not url.startswith(_SQLITE) or not name or name == ":memory:" or "?" in name:
        raise TooEarly
    path = Path(name)
    if files.check_file(path, url):
        raise TooEarly
    return path


def _opened(path: Path) -> sqlite3.Connection:
    """A connection inside a read transaction, of our application and schema; never waiting for a lock."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0, isolation_level=None)
    try:
        until = time.monotonic() + PATIENCE
        connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
        connection.execute("BEGIN")
        ours = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        if ours != [files.APPLICATION_ID, SCHEMA]:
            raise TooEarly
    except BaseException:
        connection.close()
        raise
    return connection
