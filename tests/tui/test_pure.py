"""The parts that need no screen: lines, text made safe, bands, completion, bars, what is remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tracker.domain.followup import ActionItem, Kind, Status
from tracker.tui import state
from tracker.tui.bands import SYMBOLS, Band, Calendar
from tracker.tui.dialogs.who import matching
from tracker.tui.plain import block, clip, fit, line
from tracker.tui.screens.statistics import bar
from tracker.tui.screens.timeline import spread
from tracker.tui.source import grouped
from tracker.tui.widgets.columns import layout, widths
from tracker.tui.widgets.lines import Heading, Lines
from tracker.tui.widgets.month import month_weeks
from tracker.tui.words import due_relative

TODAY = date(2017, 8, 16)


@given(st.integers(0, 60), st.lists(st.integers(0, 59), max_size=8))
@settings(max_examples=80, deadline=None)
def test_every_line_is_a_row_or_a_heading_and_each_stands_once(total: int, rows: list[int]) -> None:
    headings = tuple(Heading(row, str(row), 1) for row in sorted(rows) if row <= total)
    lines = Lines(total, headings)
    found = [lines.at(n) for n in range(len(lines))]
    assert [f for f in found if isinstance(f, int)] == list(range(total))
    assert [f for f in found if isinstance(f, Heading)] == list(headings)
    assert all(lines.at(lines.line_of(row)) == row for row in range(total))
    assert lines.at(len(lines)) is None
    assert lines.at(-1) is None


@given(st.text(max_size=60), st.integers(1, 40))
@settings(max_examples=150, deadline=None)
def test_any_text_fits_its_cells_and_holds_no_control_code(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width
    assert cell_len(clip(text, width)) <= width
    assert line(text).isprintable()
    assert len(block(text)) == len(text)
    assert all(ch.isprintable() or ch == "\n" for ch in block(text))


def test_a_terminal_escape_is_drawn_as_blanks() -> None:
    assert "\x1b" not in line("ros\x1b[2Jris")
    assert line("a\nb\tc") == "a b c"


def card(due: date | None, status: Status = Status.OPEN) -> ActionItem:
    return ActionItem(1, "u", status, Kind.TASK, "noget", "noget", due=due)


@pytest.mark.parametrize(
    ("due", "band"),
    [
        (TODAY - timedelta(days=1), Band.OVERDUE),
        (TODAY, Band.THIS_WEEK),
        (date(2017, 8, 20), Band.THIS_WEEK),
        (date(2017, 8, 21), Band.NEXT_MEETING),
        (date(2017, 8, 30), Band.NEXT_MEETING),
        (date(2017, 8, 31), Band.LATER),
        (None, Band.NO_DEADLINE),
    ],
)
def test_bands(due: date | None, band: Band) -> None:
    assert Calendar(TODAY, date(2017, 8, 30)).band(card(due)) is band


def test_bands_follow_each_other_in_the_order_of_days() -> None:
    calendar = Calendar(TODAY, date(2017, 8, 30))
    bands = [calendar.band(card(TODAY + timedelta(days=n))) for n in range(-30, 60)]
    assert list(dict.fromkeys(bands)) == [Band.OVERDUE, Band.THIS_WEEK, Band.NEXT_MEETING, Band.LATER]
    assert len(set(SYMBOLS.values())) == len(Band)


@pytest.mark.parametrize("width", [30, 60, 80, 93, 104, 128, 160, 300])
def test_columns_fit_their_width(width: int) -> None:
    columns = layout(width)
    found = widths(columns, width)
    assert sum(found) + len(found) - 1 <= max(width, 8 + sum(c.width for c in columns) + len(columns) - 1)
    assert min(found) >= 1


def test_completion_puts_beginnings_first_and_reads_danish_letters() -> None:
    names = ["Anne Mette", "Mette Aa", "Åse Ærø", "Morten Mette"]
    assert matching(names, "met") == ["Mette Aa", "Anne Mette", "Morten Mette"]
    assert matching(names, "Birgit, aase") == ["Åse Ærø"]
    assert matching(names, "xyz") == []


@given(st.integers(0, 1000), st.integers(1, 1000), st.integers(1, 80))
@settings(max_examples=60, deadline=None)
def test_a_bar_never_outgrows_its_room_and_shows_whatever_is_there(value: int, most: int, width: int) -> None:
    drawn = bar(min(value, most), most, width)
    assert len(drawn) <= width
    assert bool(drawn) == (min(value, most) > 0)


def test_a_month_is_whole_weeks() -> None:
    weeks = month_weeks(date(2026, 2, 10))
    assert weeks[0][0] == date(2026, 1, 26)
    assert weeks[-1][-1] == date(2026, 3, 1)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"view": 3, "sort": "text"}', '{"unknown": 1}'])
def test_a_spoilt_memory_is_no_trouble(tmp_path: Path, content: str) -> None:
    file = tmp_path / "dashboard.json"
    file.write_text(content, encoding="utf-8")
    assert state.load(file).view == ""


def test_what_is_remembered_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "dashboard.json"
    state.save(file, state.Remembered(view="mine", filter="ø", descending=True))
    assert state.load(file) == state.Remembered(view="mine", filter="ø", descending=True)


@pytest.mark.parametrize(
    ("days", "words"), [(3, "om 3 dage"), (-5, "5 dage over"), (999, "om 999 dage"), (1784, "om 5 år"), (-3285, "9 år over")]
)
def test_how_far_off_fits_its_column(days: int, words: str) -> None:
    said = due_relative(card(TODAY + timedelta(days=days)), TODAY)
    assert said == words
    assert cell_len(said) <= 13


def test_one_name_written_in_two_ways_is_one_row() -> None:
    cards = [replace(card(TODAY), responsible=("alle",)), replace(card(None), responsible=("Alle",))]
    assert {name: load.total() for name, load in spread(cards, TODAY, [TODAY]).items()} == {"alle": 2}
    assert [(h.title, h.count) for h in grouped(cards, "responsible")] == [("alle", 2)]


def test_a_narrow_list_gives_its_room_to_the_promise() -> None:
    found = layout(51)
    assert [c.name for c in found] == ["due", "responsible", "what", "light", "status"]
    assert dict(zip((c.name for c in found), widths(found, 47), strict=True))["what"] >= 15
