"""Errors never end the screen: they are said in Danish, and what was there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import TODAY, Run, settled
from tracker.errors import StoreTooNew
from tracker.tui.app import TrackerApp
from tracker.tui.board import Board
from tracker.tui.guard import guarded
from tracker.tui.screens.marking import Marking
from tracker.tui.screens.overview import Overview


async def test_a_database_that_cannot_be_opened_is_told(tmp_path) -> None:
    def refuse():
        raise StoreTooNew(url="sqlite:///x", found=9, known=1)

    app = TrackerApp(Board(refuse, today=TODAY, user="x"), today=TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(50):
            await pilot.pause(0.05)
            if app._notifications:
                break
        assert [n.severity for n in app._notifications] == ["error"]
        assert "nyere" in next(iter(app._notifications)).message
        assert isinstance(app.screen, Overview)
        await pilot.press("d", "j", "u", "v", "escape")
        assert app.is_running


async def test_a_defect_in_a_use_case_is_told_and_the_cards_stay(url: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async with run(url) as pilot:

        async def broken(*_args: object) -> str:
            raise RuntimeError("[/x] noget gik galt")

        monkeypatch.setattr(pilot.app.board, "done", broken)
        await pilot.press("d")
        await settled(pilot)
        assert "Uventet fejl: RuntimeError: [/x] noget gik galt" in [n.message for n in pilot.app._notifications]
        assert pilot.app.screen.cards.total == 5


async def test_a_path_that_is_not_there_is_told(url: str, run: Run, tmp_path) -> None:
    async with run(url) as pilot:
        await pilot.press("i")
        await pilot.pause(0.2)
        pilot.app.screen.query_one("#answer").value = str(tmp_path / "nothing")
        await pilot.press("enter")
        for _ in range(60):
            await pilot.pause(0.05)
            if pilot.app._notifications:
                break
        assert any("nothing" in n.message for n in pilot.app._notifications)


def test_half_a_sentence_never_raises() -> None:
    def broken(_text: str) -> int:
        raise ValueError

    assert guarded(broken, 7)("x") == 7
    assert guarded(int, 0)("5") == 5


async def test_without_colour_symbols_remain(url: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with run(url) as pilot:
        assert pilot.app.no_color
        text = "\n".join(s.text for s in pilot.app.screen._compositor.render_strips())
        assert "! Overskredet" in text
        assert "▸ Denne uge" in text


@pytest.mark.parametrize("typed", ["~nosuchuser/x", "~", "\x00", "/" * 300, "a" * 5000])
async def test_any_path_may_be_typed(url: str, run: Run, typed: str) -> None:
    async with run(url) as pilot:
        await pilot.press("i")
        await pilot.pause(0.2)
        pilot.app.screen.query_one("#answer").value = typed
        await pilot.pause(0.1)
        assert pilot.app.is_running
        await pilot.press("escape", "w")
        await pilot.pause(0.2)
        pilot.app.screen.query_one("#answer").value = typed if typed != "~" else "~nosuchuser"
        await pilot.press("enter")
        await settled(pilot)
        assert pilot.app.is_running
        assert not Path("~nosuchuser").exists()


async def test_an_answer_that_comes_after_the_person_has_left_ends_nothing(url: str, run: Run) -> None:
    async with run(url) as pilot:
        for opening, leave in ((("o", "M"), ("escape", "escape")), (("plus",), ("escape",))):
            await pilot.press(*opening)
            await settled(pilot)
            screen = pilot.app.screen
            await pilot.press(*leave)
            await settled(pilot)
            await (screen._tell if isinstance(screen, Marking) else screen._explain_soon)("Bo sender listen")
            assert pilot.app.is_running
