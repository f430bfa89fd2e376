"""The overview: what is seen at a glance, filters, sorting, grouping, selecting."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from tests.tui.conftest import Run, cards, opened, settled
from tracker.domain.followup import Light, Status
from tracker.services import change_action
from tracker.tui.bands import Band
from tracker.tui.screens.overview import Overview
from tracker.tui.widgets.cards import CardList
from tracker.tui.widgets.evidence import EvidencePane
from tracker.tui.widgets.views import ViewPanel


def overview(pilot) -> Overview:
    assert isinstance(pilot.app.screen, Overview)
    return pilot.app.screen


def shown(pilot) -> str:
    """The screen as plain text."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in lines)


async def test_cards_stand_in_bands_with_symbol_and_word(url: str, run: Run) -> None:
    async with run(url) as pilot:
        cards = overview(pilot).cards
        assert [(h.row, h.band, h.count) for h in cards._lines.headings] == [
            (0, Band.OVERDUE, 1),
            (1, Band.THIS_WEEK, 1),
            (2, Band.LATER, 1),
            (3, Band.NO_DEADLINE, 2),
        ]
        text = shown(pilot)
        assert "! Overskredet (1)" in text
        assert "▸ Denne uge (1)" in text
        assert "2 dage over" in text
        assert "om 16 dage" in text


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_everything_that_matters_fits_every_size(url: str, run: Run, size: tuple[int, int]) -> None:
    async with run(url, size) as pilot:
        text = shown(pilot)
        for words in (
            "Opfølgning",
            "14. aug.",
            "2 dage over",
            "Birgit",
            "Birgit rykker",
            "Alle åbne",
            "inden 14. august",
            "Hjælp",
            "Afslut",
        ):
            assert words in text, words
        lines = text.splitlines()
        assert len(lines) == size[1]
        assert all(len(line) <= size[0] for line in lines)


async def test_the_evidence_highlights_the_quote_and_who_and_when(url: str, run: Run) -> None:
    async with run(url) as pilot:
        pane = overview(pilot).query_one(EvidencePane)
        content = pane.content(pane.detail)
        parts = {content.plain[s.start : s.end] for s in content.spans}
        assert {"Birgit rykker afdelingerne inden 14. august.", "Birgit", "inden 14. august"} <= parts
        assert "Sekretariatet samler planerne" in content.plain


async def test_document_text_is_never_markup(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await pilot.press("j", "j")
        await settled(pilot)
        assert "prisen på [b]moduler[/b] senest" in shown(pilot)


async def test_the_filter_narrows_while_typing_and_escape_clears_it(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await pilot.press("slash", *"ansvarlig", "colon", *"birgit")
        await pilot.pause(0.3)
        await settled(pilot)
        assert overview(pilot).cards.total == 1
        await pilot.press("enter", "escape")
        await pilot.pause(0.3)
        await settled(pilot)
        assert overview(pilot).cards.total == 5
        assert overview(pilot).query_one("#filter", Input).value == ""


async def test_a_filter_that_means_nothing_is_explained_and_changes_nothing(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await pilot.press("slash")
        # All at once: typed slowly, "frist" alone is a filter that means something, and is applied.
        overview(pilot).query_one("#filter", Input).value = "frist<xyz"
        await pilot.pause(0.3)
        await settled(pilot)
        assert overview(pilot).cards.total == 5
        assert "xyz" in shown(pilot)


async def test_numbers_choose_saved_views(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await pilot.press("3")
        await settled(pilot)
        assert overview(pilot).order.view == "overdue"
        assert overview(pilot).cards.total == 1
        assert [v.count for v in overview(pilot)._views if v.name == "review"] == [1]


async def test_sorting_and_reversing(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await pilot.press("s", "a")
        await settled(pilot)
        cards = overview(pilot).cards
        assert [cards._pages.card(i).responsible[0] for i in range(5)] == [
            "Alle afdelinger",
            "Birgit",
            "Jens Øster",
            "Nogen",
            "Sekretariatet",
        ]
        await pilot.press("S")
        await settled(pilot)
        assert cards._pages.card(0).responsible == ("Sekretariatet",)


async def test_grouping_puts_headings_over_each_person(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await pilot.press("b", "a")
        await settled(pilot)
        assert [h.title for h in overview(pilot).cards._lines.headings] == [
            "Alle afdelinger",
            "Birgit",
            "Jens Øster",
            "Nogen",
            "Sekretariatet",
        ]


async def test_one_persons_cards_with_completion(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await pilot.press("f")
        await pilot.pause(0.1)
        await pilot.press(*"jen", "tab", "enter")
        await pilot.pause(0.3)
        await settled(pilot)
        assert overview(pilot).cards.total == 1
        assert overview(pilot).cards.card.responsible == ("Jens Øster",)


async def test_a_click_on_a_view_a_card_and_a_column(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await pilot.click("#side", offset=(5, 3))
        await settled(pilot)
        assert overview(pilot).order.view == "overdue"
        await pilot.press("1")
        await settled(pilot)
        await pilot.click("#cards", offset=(30, 4))
        await settled(pilot)
        assert overview(pilot).cards.cursor == 1
        await pilot.click("#cards", offset=(36, 0))
        await settled(pilot)
        assert overview(pilot).order.sort == "responsible"


async def test_an_empty_database_says_what_to_do(empty_url: str, run: Run) -> None:
    async with run(empty_url, (80, 24)) as pilot:
        text = shown(pilot)
        assert "Velkommen" in text
        assert "indlæs referater" in text


async def test_the_view_is_remembered(url: str, run: Run, tmp_path) -> None:
    file = tmp_path / "dashboard.json"
    async with run(url, remember=file) as pilot:
        await pilot.press("3", "s", "h")
        await settled(pilot)
    async with run(url, remember=file) as pilot:
        assert overview(pilot).order.view == "overdue"
        assert overview(pilot).order.sort == "text"


async def test_the_database_opens_after_the_first_paint(url: str, run: Run) -> None:
    async with run(url) as pilot:
        assert pilot.app.board.is_open
        assert overview(pilot).query_one(CardList).total == 5
        assert overview(pilot).query_one("#side", ViewPanel)._views


@pytest.mark.parametrize("view", range(11))
async def test_a_narrow_screen_shows_the_count_of_every_view(url: str, run: Run, view: int) -> None:
    async with run(url, (80, 24)) as pilot:
        panel = overview(pilot).query_one("#strip", ViewPanel)
        panel.show(panel._views, panel._views[view].name)
        places = panel._places()
        assert [number for _left, _right, number, _view, _words in places] == list(range(1, 12))
        assert places[-1][1] <= 80
        assert places[view][4].strip() == panel._views[view].title
        assert cell_len(panel.render().plain) == places[-1][1]


async def test_a_long_promise_leaves_room_for_deadline_and_responsible(url: str, run: Run) -> None:
    with opened(url) as workspace:
        change_action.edit(workspace, cards(url)["Birgit"].id, text="Birgit " + "ord " * 1250)
    async with run(url, (100, 40)) as pilot:
        assert {"Frist", "Ansvarlig"} <= set(shown(pilot).split())


async def test_who_and_when_stay_in_sight_while_the_evidence_scrolls(url: str, run: Run) -> None:
    async with run(url, (80, 24)) as pilot:
        await pilot.press("tab", *("down",) * 6)
        await settled(pilot)
        text = shown(pilot)
        assert "14. aug. 2017 · 2 dage over · Birgit" in text
        assert "Hvorfor det blev fundet" in text
        await pilot.press("tab")
        assert overview(pilot).cards.has_focus


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 40), (200, 60)])
async def test_no_column_is_cut_by_the_scrollbar(url: str, run: Run, size: tuple[int, int]) -> None:
    async with run(url, size) as pilot:
        await pilot.press("v" if size[0] == 200 else "8")
        await settled(pilot)
        listing = pilot.app.screen.query_one(CardList)
        row = listing._row(0, listing.card, listing.rich_style).text
        last = listing._columns[-1].text(listing.card, pilot.app.board.today)
        assert row.rstrip().endswith(last)


async def test_every_column_sorts_by_what_it_means(url: str, run: Run) -> None:
    with opened(url) as workspace:
        known = cards(url)
        change_action.light(workspace, known["Birgit"], Light.GREEN)
        change_action.light(workspace, known["Jens"], Light.RED)
        change_action.light(workspace, known["Alle"], Light.YELLOW)
        for first, name in (("Birgit", "Åse"), ("Jens", "Øster"), ("Alle", "Zenia"), ("Sekretariatet", "Ærø"), ("Nogen", "aage")):
            change_action.reassign(workspace, known[first].id, [name])
    async with run(url) as pilot:

        def column(of) -> list[object]:
            listing = overview(pilot).cards
            return [of(listing._pages.card(i)) for i in range(listing.total)]

        async def by(letter: str) -> None:
            await pilot.press("s")
            await pilot.pause(0.1)
            await pilot.press(letter)
            await settled(pilot)

        await by("l")
        assert column(lambda c: c.light)[:3] == [Light.RED, Light.YELLOW, Light.GREEN]
        await by("a")
        assert column(lambda c: c.responsible[0]) == ["Zenia", "Ærø", "Øster", "aage", "Åse"]
        await by("s")
        assert column(lambda c: c.status)[0] is Status.REVIEW
        for letter in "fhmct":
            await by(letter)
            assert overview(pilot).cards.total == 5


async def test_a_memory_of_things_unknown_is_as_no_memory(url: str, run: Run, tmp_path) -> None:
    file = tmp_path / "dashboard.json"
    file.write_text('{"view": "zzz", "sort": "bogus", "filter": "frist<xx", "group": "nope"}', encoding="utf-8")
    async with run(url, remember=file) as pilot:
        assert overview(pilot).cards.total == 5
        assert not pilot.app._notifications


async def test_the_arrow_stands_over_the_column_the_cards_are_sorted_by(url: str, run: Run) -> None:
    async with run(url) as pilot:
        assert "Frist ↑" in shown(pilot)
        await pilot.press("0")
        await settled(pilot)
        assert "↑" not in shown(pilot)
        await pilot.press("1", "b")
        await pilot.pause(0.1)
        await pilot.press("a")
        await settled(pilot)
        assert "Ansvarlig ↑" in shown(pilot)
