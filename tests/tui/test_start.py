"""The first seconds: cards before the database is open, and nothing that is typed meanwhile is lost."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.benchmarks.filling import filled
from tests.tui.conftest import TODAY, cards, opened, settled
from tracker.domain.followup import Status
from tracker.domain.query import Sort
from tracker.errors import StoreDamaged
from tracker.services import change_action
from tracker.tui.app import TrackerApp
from tracker.tui.board import Board
from tracker.tui.screens.overview import Overview

GATES: list[threading.Event] = []


@pytest.fixture(autouse=True)
def _gates() -> Iterator[None]:
    """However a test ends, no thread waits on."""
    yield
    for gate in GATES:
        gate.set()
    GATES.clear()


@asynccontextmanager
async def starting(
    url: str, typed: str = "", *, remember: Path | None = None, fails: bool = False, opens: float = 0
) -> AsyncIterator[tuple[Pilot, threading.Event]]:
    """The dashboard with its first cards, the workspace shut until the gate is set; `typed` are keys of the first moment.

    The gate is set by itself after `opens` seconds: a key that can only be answered then holds up the pilot.
    """
    gate = threading.Event()
    GATES.append(gate)
    if opens:
        threading.Timer(opens, gate.set).start()

    def open_workspace():
        gate.wait(20)
        if fails:
            raise StoreDamaged(url=url, reason="not an SQLite database")
        return opened(url)

    board = Board(open_workspace, today=TODAY, user="Lis Holm")
    app = TrackerApp(board, today=TODAY, address=url, user="Lis Holm", remember=remember)
    async with app.run_test(size=(120, 40)) as pilot:
        for key in typed.split():
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in range(100):
            await pilot.pause(0.02)
            if not app._is_held or (app._board and not app._board.first and isinstance(app.screen, Overview)):
                break
        await pilot.pause(0.05)
        yield pilot, gate


def drawn(pilot: Pilot) -> list[str]:
    """The lines of the list as they stand on the screen, without its scroll bar."""
    region = pilot.app.screen.cards.region
    lines = [strip.text for strip in pilot.app.screen._compositor.render_strips()]
    return [line[region.x : region.right - 1] for line in lines[region.y : region.bottom]]


async def test_the_cards_stand_before_the_database_is_open_and_nothing_moves_when_it_is(url: str) -> None:
    async with starting(url) as (pilot, gate):
        assert not pilot.app.board.is_open
        before = drawn(pilot)
        assert "! Overskredet (1)" in before[1]
        assert "Birgit rykker" in before[2]
        assert "5 kort" in pilot.app.screen.query_one("#head").render().plain
        gate.set()
        await settled(pilot)
        assert pilot.app.board.is_open
        assert drawn(pilot) == before
        assert pilot.app.screen._views[0].count == 5


async def test_keys_of_the_first_moment_are_answered_in_order(url: str) -> None:
    async with starting(url, "j j k space d") as (pilot, gate):
        assert pilot.app.screen.cards.cursor == 2
        assert len(pilot.app.screen.cards.selection) == 1
        second = next(iter(pilot.app.screen.cards.selection.values()))
        gate.set()
        await settled(pilot)
        await settled(pilot)
        assert [c.uid for c in cards(url).values() if c.status is Status.DONE] == [second.uid]


async def test_where_there_are_no_early_cards_keys_wait_for_the_first(url: str, tmp_path: Path) -> None:
    file = tmp_path / "dashboard.json"
    file.write_text(json.dumps({"group": "responsible"}))
    async with starting(url, "j space j d", remember=file) as (pilot, gate):
        listed = pilot.app.screen.cards
        assert (listed.total, listed.selection, not pilot.app._is_held) == (0, {}, False)
        gate.set()
        await settled(pilot)
        await settled(pilot)
        assert not pilot.app._is_held
        assert len([c for c in cards(url).values() if c.status is Status.DONE]) == 1
        assert listed.total == 4
        assert not listed.selection


async def test_an_action_on_an_early_card_that_was_changed_meanwhile_changes_nothing(url: str) -> None:
    async with starting(url) as (pilot, gate):
        card = pilot.app.screen.cards.card
        with opened(url, "En anden") as other:
            change_action.note(other, card.id, "ringet")
        await pilot.press("x", "enter")
        gate.set()
        await settled(pilot)
        await settled(pilot)
        assert pilot.app._notifications
        assert next(c for c in cards(url).values() if c.uid == card.uid).status is not Status.DROPPED


async def test_the_cursor_stays_on_its_card_when_others_come_before_it(url: str) -> None:
    async with starting(url) as (pilot, gate):
        await pilot.press("j", "j")
        uid = pilot.app.screen.cards.card.uid
        first = pilot.app.screen.cards._pages.card(0)
        with opened(url) as other:
            change_action.done(other, first.id)
        gate.set()
        await settled(pilot)
        assert pilot.app.screen.cards.cursor == 1
        assert pilot.app.screen.cards.card.uid == uid


async def test_a_view_a_filter_and_another_screen_chosen_early_are_shown_when_they_can_be(url: str) -> None:
    async with starting(url, "3") as (pilot, gate):
        gate.set()
        await settled(pilot)
        assert pilot.app.screen.order.view == "overdue"
        assert pilot.app.screen.cards.total == 1
    async with starting(url, "slash b i r g") as (pilot, gate):
        await pilot.pause(0.3)
        gate.set()
        await settled(pilot)
        assert (pilot.app.screen.order.filter, pilot.app.screen.cards.total) == ("birg", 1)
    async with starting(url, "v") as (pilot, gate):
        gate.set()
        await settled(pilot)
        assert not isinstance(pilot.app.screen, Overview)
        assert pilot.app.screen.queue.total == 1


async def test_a_selection_of_early_cards_is_what_it_was_when_the_database_takes_over(url: str) -> None:
    async with starting(url, "j space") as (pilot, gate):
        listed = pilot.app.screen.cards
        chosen = next(iter(listed.selection.values()))
        with opened(url) as other:
            change_action.note(other, chosen.id, "ringet")
        source = listed._source
        gate.set()
        await settled(pilot)
        assert [(c.uid, c.notes) for c in listed.selection.values()] == [(chosen.uid, 1)]
        assert [c.notes for c in await source.again([chosen.id])] == [1]


async def test_what_is_selected_while_the_list_is_read_again_stays_selected(url: str) -> None:
    async with starting(url, "space") as (pilot, gate):
        gate.set()
        await settled(pilot)
        listed, asked = pilot.app.screen.cards, asyncio.Event()
        source, go_on = listed._source, asyncio.Event()

        class Slow:
            total, headings, page = source.total, source.headings, source.page

            async def again(self, ids):
                asked.set()
                await go_on.wait()
                return await source.again(ids)

        showing = asyncio.create_task(listed.show(Slow(), keep=True))
        await asked.wait()
        await pilot.press("space")
        go_on.set()
        await showing
        assert len(listed.selection) == 2


async def test_early_cards_stand_in_the_order_of_their_view(url: str, tmp_path: Path) -> None:
    with opened(url) as other:
        change_action.done(other, [c.id for c in cards(url).values()])
    file = tmp_path / "dashboard.json"
    file.write_text(json.dumps({"view": "done"}))
    async with starting(url, remember=file) as (pilot, gate):
        before, listed = drawn(pilot), pilot.app.screen.cards
        assert (listed.sort, listed.descending) == pilot.app.board.sorted_by == (Sort.CHANGED, True)
        assert listed.total
        gate.set()
        await settled(pilot)
        assert drawn(pilot) == before


async def test_the_far_end_and_all_of_a_long_list_wait_for_the_database(tmp_path: Path) -> None:
    filled(tmp_path / "long.db", 250)
    url = f"sqlite:///{(tmp_path / 'long.db').as_posix()}"
    async with starting(url, "G") as (pilot, gate):
        listed = pilot.app.screen.cards
        assert (listed.total, listed.cursor, listed.card) == (250, 249, None)
        gate.set()
        await settled(pilot)
        assert listed.cursor == 249
        assert listed.card is not None
    async with starting(url, "asterisk", opens=0.7) as (pilot, _gate):
        await settled(pilot)
        await pilot.pause(0.1)
        assert len(pilot.app.screen.cards.selection) == 250


async def test_a_very_long_list_is_counted_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.services.early.MOST", 120)
    monkeypatch.setattr("tracker.tui.first.MOST", 120)
    filled(tmp_path / "long.db", 250)
    async with starting(f"sqlite:///{(tmp_path / 'long.db').as_posix()}") as (pilot, gate):
        listed = pilot.app.screen.cards
        before = drawn(pilot)
        assert listed._lines.headings[-1].count is None
        assert listed.total < 250
        gate.set()
        await settled(pilot)
        assert listed.total == 250
        assert drawn(pilot) == before


async def test_leaving_at_once(url: str) -> None:
    board = Board(lambda: opened(url), today=TODAY, user="Lis Holm")
    app = TrackerApp(board, today=TODAY, address=url, user="Lis Holm")
    async with app.run_test() as pilot:
        app.post_message(events.Key("q", "q"))
        for _ in range(50):
            await pilot.pause(0.01)
            if not app.is_running:
                break
        assert app.return_code == 0


async def test_a_database_that_turns_out_to_be_damaged_is_told_and_keys_are_answered(url: str) -> None:
    async with starting(url, "d", fails=True) as (pilot, gate):
        gate.set()
        for _ in range(50):
            await pilot.pause(0.02)
            if len(pilot.app._notifications) > 1:
                break
        assert {n.severity for n in pilot.app._notifications} == {"error"}
        await pilot.press("j", "d", "asterisk", "3", "v", "escape", "G", "slash", "x")
        await pilot.pause(0.2)
        assert pilot.app.is_running
        assert pilot.app._exception is None


@pytest.mark.parametrize(
    ("remembered", "early"),
    [
        ({"view": "review"}, 1),
        ({"view": "overdue", "sort": "text", "descending": True}, 1),
        ({"filter": "ansvarlig:birgit"}, 1),
        ({"filter": "papir"}, None),
        ({"filter": "frist<xyz"}, None),
        ({"group": "responsible"}, None),
        ({"view": "gone"}, 5),
        ({"sort": "gone", "group": "gone"}, 5),
    ],
)
async def test_what_is_remembered_is_honoured_or_waited_for(url: str, tmp_path: Path, remembered: dict, early: int | None) -> None:
    file = tmp_path / "dashboard.json"
    file.write_text(json.dumps(remembered))
    async with starting(url, remember=file) as (pilot, gate):
        assert pilot.app.screen.cards.total == (early or 0)
        gate.set()
        await settled(pilot)
        if early:
            assert pilot.app.screen.cards.total == early
        assert pilot.app.is_running


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 100], ids=["none", "empty", "other"])
async def test_without_a_database_the_ordinary_way_has_the_word(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)
    async with starting(f"sqlite:///{path.as_posix()}", "j d") as (pilot, gate):
        assert pilot.app.screen.cards.total == 0
        gate.set()
        await settled(pilot)
        await pilot.pause(0.1)
        assert bool(pilot.app._notifications) == bool(content)
        assert pilot.app._exception is None
