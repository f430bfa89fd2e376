"""The other views: calendar, statistics, people, meetings, and the list for the next meeting."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from tests.tui.conftest import TODAY, Run, cards, opened, settled
from tests.tui.test_actions import keys
from tests.tui.test_overview import shown
from tracker.domain.party import PartyKind
from tracker.services import change_action, people
from tracker.tui.widgets.month import DayGrid


async def test_the_calendar_moves_with_vims_keys_and_acts_on_the_day(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "C", "l", "l", "h", "j", "k")
        grid = pilot.app.screen.query_one(DayGrid)
        assert grid.day == TODAY + timedelta(days=1)
        await keys(pilot, "h", "h", "h", "tab")
        assert pilot.app.screen.cards.card.text.startswith("Birgit")
        await keys(pilot, "l", "3")
        assert cards(url)["Birgit"].light == "red"
        await keys(pilot, "escape", "w", "pagedown")
        assert "uge 37" in shown(pilot)
        await keys(pilot, "g")
        assert grid.day == TODAY


async def test_statistics_scroll_and_count_departments(url: str, run: Run) -> None:
    with opened(url) as workspace:
        people.add(workspace, "Sekretariatet", PartyKind.DEPARTMENT)
        people.join(workspace, "Sekretariatet", "Birgit")
        change_action.done(workspace, cards(url)["Sekretariatet"].id)
    async with run(url, (80, 24)) as pilot:
        await keys(pilot, "I", "G")
        text = shown(pilot)
        assert "Pr. person, rolle og gruppe" in text
        await keys(pilot, "k", "k", "k", "k", "k", "k")
        row = next(line for line in shown(pilot).splitlines() if line.strip().startswith("Sekretariatet"))
        assert row.split()[1:6] == ["1", "!", "1", "1", "100"]


async def test_what_slipped_since_last_time_leads_the_next_meetings_list(url: str, run: Run, tmp_path: Path) -> None:
    with opened(url) as workspace:
        change_action.postpone(workspace, cards(url)["Jens"].id, date(2017, 10, 1))
    async with run(url) as pilot:
        await keys(pilot, "N")
        titles = [h.title for h in pilot.app.screen.cards._lines.headings]
        assert titles[0] == "Overskredet eller udskudt siden mødet 9. aug. 2017"
        first = [pilot.app.screen.cards._pages.card(i).text.split()[0] for i in range(2)]
        assert first == ["Birgit", "Jens"]
        target = tmp_path / "liste.md"
        await keys(pilot, "E")
        pilot.app.screen.query_one("#answer").value = str(target)
        await keys(pilot, "enter")
        assert "Overskredet eller udskudt siden mødet" in target.read_text(encoding="utf-8")


async def test_narrow_lists_on_the_left_keep_one_line_each(url: str, run: Run) -> None:
    async with run(url, (80, 24)) as pilot:
        for key in "MP":
            await keys(pilot, key)
            choices = pilot.app.screen.query_one("#choices")
            assert choices.virtual_size.height == choices.option_count


async def test_a_resize_keeps_place_and_fits(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "j", "j")
        here = pilot.app.screen.cards.card.uid
        for size in ((80, 24), (200, 60), (60, 16), (120, 40)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert pilot.app.screen.cards.card.uid == here
            assert all(len(line) <= size[0] for line in shown(pilot).splitlines())


async def test_the_timeline_leads_to_a_persons_cards_and_to_nobodys(url: str, run: Run) -> None:
    with opened(url) as workspace:
        change_action.reassign(workspace, cards(url)["Birgit"].id, ())
        change_action.reassign(workspace, cards(url)["Jens"].id, ())
    async with run(url) as pilot:
        await keys(pilot, "T", "enter")
        await pilot.pause(0.3)
        await settled(pilot)
        assert pilot.app.screen.order.filter == "ansvarlig:ingen"
        assert pilot.app.screen.cards.total == 2
        await keys(pilot, "T", "j", "enter")
        await pilot.pause(0.3)
        await settled(pilot)
        assert pilot.app.screen.cards.total == 1


async def test_no_terminal_is_too_small(url: str, run: Run) -> None:
    async with run(url, (24, 6)) as pilot:
        for size in ((24, 6), (10, 3), (1, 1)):
            await pilot.resize_terminal(*size)
            await keys(pilot, "v", "N", "C", "w", "w", "T", "M", "P", "I", "escape", "o", "M", "l", "escape", "escape", "p", "escape")
            assert pilot.app.is_running
