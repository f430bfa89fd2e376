"""A fictional referat with hand-made finds, stored in a database of the test's own; the day is frozen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen
from textual.worker import Worker

from tests.tui.minutes import extraction, minutes
from tracker import locale
from tracker.domain.followup import ActionItem
from tracker.services import list_actions
from tracker.services.import_minutes import Rules, import_one
from tracker.services.workspace import Workspace
from tracker.settings import Settings
from tracker.tui.app import TrackerApp
from tracker.tui.board import Board

TODAY = date(2017, 8, 16)
NOW = datetime(2017, 8, 16, 7, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    locale.use("da")
    yield
    locale.use("da")


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database with the referat in it."""
    address = f"sqlite:///{(tmp_path / 'tracker.db').as_posix()}"
    with opened(address) as workspace:
        import_one(workspace, minutes(), extraction(), rules=Rules(review_below=0.8))
    return address


@pytest.fixture
def empty_url(tmp_path: Path) -> str:
    return f"sqlite:///{(tmp_path / 'empty.db').as_posix()}"


def opened(url: str, user: str = "Lis Holm") -> Workspace:
    return Workspace.open(url, today=TODAY, user=user, clock=lambda: NOW)


Run = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def run() -> Run:
    """Run the dashboard on a database; the pilot is handed out once the cards are on the screen."""

    @asynccontextmanager
    async def running(
        url: str, size: tuple[int, int] = (120, 40), *, settings: Settings | None = None, user: str = "Lis Holm", **options: object
    ) -> AsyncIterator[Pilot[None]]:
        board = Board(lambda: opened(url, user), settings, today=TODAY, user=user)
        app = TrackerApp(board, today=TODAY, address=url, user=user, **options)  # type: ignore[arg-type]
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            yield pilot

    return running


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the database is open and nothing is under way."""
    app = pilot.app
    for attempt in range(1000):
        await pilot.pause(0.02)
        opened = app.is_ready or attempt > 100  # type: ignore[attr-defined]  # what cannot be opened is never ready
        if opened and not [w for w in app.workers if w.is_running and waited_for(w, app.screen)]:
            await pilot.pause(0.02)
            return


SOON = {"open", "reload", "evidence", "act", "filter", "pages", "meaning"}


def waited_for(worker: Worker[object], screen: Screen[object]) -> bool:
    """Whether a worker is about to do something: a dialog's waits for the person as long as the dialog is there."""
    return worker.group in SOON or (worker.group == "dialog" and not isinstance(screen, ModalScreen))


def cards(url: str) -> dict[str, ActionItem]:
    """All cards by the first word of their text."""
    from tracker.domain.query import Query

    with opened(url) as workspace:
        return {a.text.split()[0]: a for a in list_actions.every(workspace, Query())}
