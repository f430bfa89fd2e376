from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tracker.domain.deadline import Deadline
from tracker.services.publish import Publisher
from tracker.services.workspace import Workspace

TODAY = date(2017, 7, 1)
NOW = datetime(2017, 7, 1, 8, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW
        self.today = TODAY

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """An empty database of its own; its clock is the test's."""
    with Workspace.open(f"sqlite:///{(tmp_path / 'feeds.db').as_posix()}", today=TODAY, user="Sekretær", clock=clock) as opened:
        yield opened


@pytest.fixture
def publisher(workspace: Workspace, clock: Clock) -> Publisher:
    return Publisher(workspace, base_url="https://opfolgning.example.dk/kalender", today=lambda: clock.today, clock=clock)


@contextmanager
def running(publisher: Publisher, **options: Any) -> Iterator[str]:
    """A real server on a free port of loopback; gives its address and stops it gracefully."""
    from tracker.web.server import make_server

    server = make_server(publisher, port=0, **options)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 10
    while not server.started:
        assert thread.is_alive()
        assert time.monotonic() < until
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(15)
        assert not thread.is_alive()


@pytest.fixture
def serving() -> Callable[..., Any]:
    return running


def add_card(workspace: Workspace, text: str = "Morten sender listen", **fields: Any) -> Any:
    """A card as a person writes it down; gives the stored action item."""
    from tracker.domain.tracking import NewAction
    from tracker.services.change_action import add

    values: dict[str, Any] = {
        "responsible": ("Morten Hansen",),
        "due": date(2017, 8, 15),
        "forum": "Chefforum",
        "meeting_date": date(2017, 6, 28),
    }
    return add(workspace, NewAction(text, **(values | fields))).actions[0]


@pytest.fixture
def card(workspace: Workspace) -> Callable[..., Any]:
    """A factory of stored cards."""
    return lambda *args, **fields: add_card(workspace, *args, **fields)


@pytest.fixture
def client(publisher: Publisher) -> Iterator[Any]:
    """A client of the application, without a network."""
    from starlette.testclient import TestClient

    from tracker.web.app import make_app

    with TestClient(make_app(publisher), base_url="https://opfolgning.example.dk", raise_server_exceptions=False) as opened:
        yield opened


def fill(workspace: Workspace, count: int) -> None:
    """Store many cards, as the import of one long referat would."""
    from tracker.domain.followup import Extraction, FollowUp, Kind
    from tracker.domain.minutes import AgendaItem, Meeting, Minutes, SectionKind, SourceText, Span
    from tracker.services.import_minutes import Rules, import_one

    day = date(2017, 6, 28)
    sentences = [f"Morten Hansen sender inden fristen liste nr. {number} over kursister til Anne Mette" for number in range(count)]
    text, found = "", []
    for number, quote in enumerate(sentences):
        span = Span(len(text), len(text) + len(quote))
        text += quote + ".\n"
        deadline = Deadline("inden fristen", due=date.fromordinal(day.toordinal() + number % 400))
        found.append(
            FollowUp(
                1, day, SectionKind.DECISION, Kind.TASK, quote, span, ("Morten Hansen",), ("Anne Mette",), deadline=deadline, confidence=1.0
            )
        )
    minutes = Minutes(SourceText("langt.txt", text), Meeting("Chefforum", day), (AgendaItem(1, "Kurser", Span(0, len(text))),))
    import_one(workspace, minutes, Extraction(tuple(found)), rules=Rules(history_after_days=36_500))


@pytest.fixture
def filled(workspace: Workspace) -> Callable[[int], None]:
    """Fills the database with so many cards."""
    return lambda count: fill(workspace, count)
