"""What the tests of store and services share: databases of both kinds, and minutes made to measure."""

from __future__ import annotations

import atexit
import os
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from tracker.domain.deadline import NEXT_MEETING, Deadline, Precision
from tracker.domain.followup import Extraction, FollowUp, Kind
from tracker.domain.minutes import AgendaItem, Decision, Meeting, Minutes, Outcome, SectionKind, SourceText, Span
from tracker.services.workspace import Workspace
from tracker.store.database import open_database
from tracker.store.tables import metadata

TODAY = date(2017, 7, 1)
POSTGRESQL = os.environ.get("TRACKER_TEST_POSTGRESQL", "")
NEXT = Deadline("til næste møde", precision=Precision.MEETING, anchor=NEXT_MEETING)


def by(day: date) -> Deadline:
    """A deadline "senest DAY"."""
    return Deadline(f"senest {day.day}.{day.month}.{day.year}", due=day)


def _create() -> str:
    """A new, empty database on the server; its address."""
    url = make_url(POSTGRESQL)
    name = f"test_{uuid.uuid4().hex[:12]}"
    _as_admin(f"CREATE DATABASE {name}")
    atexit.register(_as_admin, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    return url.set(database=name).render_as_string(hide_password=False)


def _as_admin(statement: str) -> None:
    admin = create_engine(make_url(POSTGRESQL), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(statement))
    admin.dispose()


@lru_cache
def _shared() -> str:
    """The database all tests of a run share: emptying its tables is several times as quick as making them."""
    url = _create()
    open_database(url).close()
    return url


@contextmanager
def postgresql_database(*, bare: bool = False) -> Iterator[str]:
    """A database without any rows on the server that TRACKER_TEST_POSTGRESQL names; `bare` also without tables. Its address."""
    if bare:
        yield _create()
        return
    database = open_database(_shared())
    names = ", ".join(t.name for t in metadata.sorted_tables)
    with database.write() as connection:
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
    database.close()
    yield _shared()


class Ticking:
    """A clock that moves a second at each look."""

    def __init__(self) -> None:
        self.now = datetime(2017, 7, 1, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def open_workspace(url: str, user: str = "Morten", today: date = TODAY) -> Workspace:
    """A workspace with a clock of its own."""
    return Workspace.open(url, today=today, user=user, clock=Ticking())


def sqlite_url(folder: Path, name: str = "tracker.db") -> str:
    """The address of a database file in a folder."""
    return f"sqlite:///{(folder / name).as_posix()}"


@dataclass(frozen=True)
class Promise:
    """A find of a made-up referat."""

    quote: str
    who: tuple[str, ...] = ()
    deadline: Deadline | None = None
    confidence: float = 0.95
    to: tuple[str, ...] = ()
    kind: Kind = Kind.TASK


@dataclass(frozen=True)
class Punkt:
    """An item of a made-up referat with its finds."""

    title: str
    promises: tuple[Promise, ...] = ()
    case: str | None = None
    number: int | None = None
    decision: str = "Godkendt."


def referat(
    day: date | None, items: Sequence[Punkt], *, forum: str | None = "Chefforum", name: str = "", next_meeting: date | None = None
) -> tuple[Minutes, Extraction]:
    """Minutes and finds whose spans are true, without reading or extraction."""
    body = f"Referat {forum} {day}\n\n"
    agenda, finds = [], []
    for position, item in enumerate(items, 1):
        number = item.number or position
        start = len(body)
        body += f"Punkt {number}: {item.title}\n{item.case or ''}\nBeslutning i {forum} den {day}\n"
        decided = len(body)
        body += item.decision + "\n"
        for promise in item.promises:
            at = len(body)
            body += promise.quote + "\n"
            span = Span(at, at + len(promise.quote))
            finds.append(
                FollowUp(
                    item=number,
                    decision_date=day,
                    section=SectionKind.DECISION,
                    kind=promise.kind,
                    quote=promise.quote,
                    span=span,
                    responsible=promise.who,
                    recipients=promise.to,
                    deadline=promise.deadline,
                    confidence=promise.confidence,
                    rules=("made-up",),
                )
            )
        decision = Decision(Span(decided, len(body)), Outcome.APPROVED, day, forum)
        agenda.append(AgendaItem(number, item.title, Span(start, len(body)), case_number=item.case, decisions=(decision,)))
    source = SourceText(name or f"{forum}-{day}.txt", body)
    return Minutes(source, Meeting(forum, day, next_meeting=next_meeting), tuple(agenda)), Extraction(tuple(finds))
