"""Import from within the dashboard obeys the settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.conftest import TODAY, Run, opened, settled
from tracker import settings as settings_
from tracker.domain.followup import ActionItem
from tracker.domain.query import Query
from tracker.services import list_actions
from tracker.settings import Settings
from tracker.tui import app as app_
from tracker.tui.widgets.happened import Happened

REFERAT = """Chefforum
Møde onsdag den 28. juni 2017

1. Ferieplaner
Beslutning
Godkendt. Birgit Bjerre sender planen til direktionen senest den 1. oktober 2017.
"""


def stored(url: str) -> list[ActionItem]:
    with opened(url) as workspace:
        return list(list_actions.every(workspace, Query()))


async def imported(run: Run, url: str, path: Path, settings: Settings) -> list[str]:
    """Type the path; answers what was told of errors."""
    async with run(url, settings=settings) as pilot:
        await pilot.press("i")
        await pilot.pause(0.2)
        pilot.app.screen.query_one("#answer").value = str(path)
        await pilot.press("enter")
        for _ in range(200):
            await pilot.pause(0.05)
            if pilot.app._notifications or any("kort" in str(h.text) for h in pilot.app.screen.query(Happened)):
                break
        await settled(pilot)
        return [n.message for n in pilot.app._notifications]


@pytest.mark.parametrize(("review_below", "status"), [(0.0, "open"), (1.0, "review")])
async def test_finds_enter_as_the_settings_say(empty_url: str, run: Run, tmp_path: Path, review_below: float, status: str) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(REFERAT, encoding="utf-8")
    assert await imported(run, empty_url, path, Settings(review_below=review_below)) == []
    assert [card.status for card in stored(empty_url)] == [status]


async def test_a_file_larger_than_the_settings_allow_is_refused(empty_url: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(REFERAT, encoding="utf-8")
    assert any("referat.txt" in message for message in await imported(run, empty_url, path, Settings(max_file_bytes=20)))
    assert stored(empty_url) == []


async def test_events_that_cannot_be_read_are_told(empty_url: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(REFERAT, encoding="utf-8")
    missing = str(tmp_path / "no-such-events.toml")
    assert any("no-such-events.toml" in message for message in await imported(run, empty_url, path, Settings(events=missing)))
    assert stored(empty_url) == []


def test_the_program_hands_its_settings_to_the_dashboard(monkeypatch: pytest.MonkeyPatch, empty_url: str) -> None:
    made: list[app_.TrackerApp] = []
    monkeypatch.setattr(app_.TrackerApp, "run", lambda app: made.append(app))  # noqa: PLW0108  a builtin would not be given the application
    settings = replace(settings_.Settings(), review_below=0.123, base_url="https://opfølgning.example", theme="tracker-light")
    app_.run(lambda: opened(empty_url), settings, today=TODAY, user="Lis")
    (app,) = made
    assert callable(app._make_board)
    assert app._make_board().settings is settings
    assert app.theme == "tracker-light"


async def test_what_was_old_is_told_and_one_key_away(empty_url: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(REFERAT.replace("2017", "2015"), encoding="utf-8")
    async with run(empty_url, (80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause(0.2)
        pilot.app.screen.query_one("#answer").value = str(path)
        await pilot.press("enter")
        for _ in range(100):
            await pilot.pause(0.05)
            if "referat" in pilot.app.screen.query(Happened).first().text:
                break
        await settled(pilot)
        text = "\n".join(s.text for s in pilot.app.screen._compositor.render_strips())
        assert "1 referat: 1 nyt kort, 1 fra tidligere (H)" in text
        assert "Intet er åbent. 1 kort er fra tidligere" in text
        await pilot.press("H")
        await settled(pilot)
        assert pilot.app.screen.cards.total == 1
        await pilot.press("D", "1")
        await settled(pilot)
        assert pilot.app.screen.cards.total == 1
        assert [card.history for card in stored(empty_url)] == [False]
