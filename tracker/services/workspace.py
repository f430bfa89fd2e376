"""The workspace: the database with who is acting, what day it is and what the time is. Opened once, at the edge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.store.database import Database
    from tracker.store.steps import OpenStep


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything a use case is given. May be used from any thread; each transaction has its own connection.

    `today` is the day lists and typed dates are reckoned from, `user` who makes the changes, `clock` gives moments in UTC.
    """

    database: Database
    today: date
    user: str
    clock: Callable[[], datetime] = field(default=_now)

    @classmethod
    def open(cls, url: str, *, today: date, user: str, clock: Callable[[], datetime] = _now, create: bool = True) -> Workspace:
        """Open the database, made when there is none yet (unless `create` is False).

        Takes the time of loading the database library (0.4 s): call it in a worker thread after the first paint.
        Raises StoreUnavailable, StoreDamaged, StoreTooNew, StoreOutdated (then offer `care.migrate(url)`).
        """
        from tracker.store.database import open_database

        return cls(open_database(url, create=create), today, user, clock)

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def revision(self) -> int:
        """A number that rises with every write by anyone, in any process: ask it every second or so (0.1 ms)."""
        return self.database.revision()

    def changed_since(self, revision: int, limit: int = 1000) -> tuple[int, ...]:
        """Ids of the cards touched after a revision; `limit` of them means "perhaps more: reload"."""
        from tracker.store import listing

        with self.database.read() as connection:
            return tuple(listing.changed_since(connection, revision, limit))

    @contextmanager
    def step(self, label: str, *, kind: str = "change", target: int | None = None) -> Iterator[OpenStep]:
        """For the use cases: one write transaction that is one step of the history."""
        from tracker.store import steps

        with self.database.write() as connection:
            yield steps.begin(connection, label, self.user, self.clock(), kind=kind, target=target)
