"""Marking a missed promise: a sentence to start with, then words more or less at both ends, by keys and with the mouse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.conftest import Run, opened, settled
from tests.tui.minutes import TEXT
from tests.tui.test_actions import keys, said
from tracker.domain.followup import ActionItem
from tracker.domain.query import Query
from tracker.services import action_detail, list_actions
from tracker.tui.marking import Stretch
from tracker.tui.screens.marking import Marking
from tracker.tui.screens.reader import Reader
from tracker.tui.widgets.source import SourcePane

WORDS = "Drøftet. Birgit rykker afdelingerne inden 14. august. Sekretariatet samler planerne."


def marked(stretch: Stretch, text: str = WORDS) -> str:
    return stretch.span.of(text)


def test_it_begins_as_the_sentence_at_hand() -> None:
    assert marked(Stretch(WORDS, WORDS.index("rykker"))) == "Birgit rykker afdelingerne inden 14. august."
    assert marked(Stretch(WORDS)) == "Drøftet."


def test_words_come_and_go_at_both_ends() -> None:
    stretch = Stretch(WORDS, WORDS.index("Birgit"))
    stretch.end(-3)
    assert marked(stretch) == "Birgit rykker afdelingerne"
    stretch.end(1)
    stretch.start(1)
    assert marked(stretch) == "rykker afdelingerne inden"
    stretch.start(-2)
    assert marked(stretch) == "Drøftet. Birgit rykker afdelingerne inden"
    stretch.end(-99)
    assert marked(stretch) == "Drøftet."
    stretch.end(99)
    assert marked(stretch) == WORDS
    stretch.start(99)
    assert marked(stretch) == "planerne."


def test_sentences_come_and_go() -> None:
    stretch = Stretch(WORDS)
    stretch.next_sentence(1)
    stretch.more_sentences(1)
    assert marked(stretch) == "Birgit rykker afdelingerne inden 14. august. Sekretariatet samler planerne."
    stretch.more_sentences(-1)
    assert marked(stretch) == "Birgit rykker afdelingerne inden 14. august."
    stretch.next_sentence(99)
    assert marked(stretch) == "Sekretariatet samler planerne."


@given(st.text(alphabet="ab .\n-1", max_size=60), st.lists(st.tuples(st.sampled_from("nmesb"), st.integers(-70, 70)), max_size=8))
@settings(max_examples=150, deadline=None)
def test_whatever_is_pressed_whole_words_stay_marked(text: str, moves: list[tuple[str, int]]) -> None:
    stretch = Stretch(text)
    for move, by in moves:
        if move == "b":
            stretch.between(abs(by), abs(by) // 2)
        else:
            {"n": stretch.next_sentence, "m": stretch.more_sentences, "e": stretch.end, "s": stretch.start}[move](by)
    words = marked(stretch, text)
    assert words == words.strip()
    assert bool(words) == bool(text.strip())
    assert words.split() == [w.of(text) for w in stretch.words[stretch.first : stretch.last + 1]]


def added(url: str) -> ActionItem:
    with opened(url) as workspace:
        return max(list_actions.every(workspace, Query()), key=lambda c: c.id)


async def test_keys_grow_and_shrink_the_stretch(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "o", "M")
        screen = pilot.app.screen
        assert isinstance(screen, Marking)

        def words() -> str:
            return screen._stretch.span.of(screen._passage.text)

        assert words() == "Birgit rykker afdelingerne inden 14. august."
        for pressed, expected in (
            ("k", "Drøftet."),
            ("j", "Birgit rykker afdelingerne inden 14. august."),
            ("left", "Birgit rykker afdelingerne inden 14."),
            ("L", "rykker afdelingerne inden 14."),
            ("shift+left", "Birgit rykker afdelingerne inden 14."),
            ("right", "Birgit rykker afdelingerne inden 14. august."),
            ("pagedown", "Birgit rykker afdelingerne inden 14. august."),
            ("G", "Sekretariatet samler planerne i uge 33 og sender dem til Åse Ærø."),
        ):
            await keys(pilot, pressed)
            assert words() == expected, pressed
        await keys(pilot, "up", "J")
        assert words().endswith("sender dem til Åse Ærø.")
        assert words().startswith("Birgit")
        await keys(pilot, "K")
        text = "\n".join(s.text for s in screen._compositor.render_strips())
        assert "Ansvarlig" in text
        await keys(pilot, "escape")
        assert added(url).id == 5


async def test_from_the_whole_referat_with_less_than_a_sentence(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "R")
        assert isinstance(pilot.app.screen, Reader)
        await keys(pilot, "M", "h", "h", "h", "enter")
        card = added(url)
        assert card.id == 6
        assert card.quote == "Birgit rykker afdelingerne"
        assert said(pilot).startswith("Tilføjet: Birgit rykker afdelingerne")
        with opened(url) as workspace:
            found = action_detail.detail(workspace, card.id)
        assert found.span is not None
        assert found.span.of(TEXT) == "Birgit rykker afdelingerne"
        await keys(pilot, "u")
        assert said(pilot).startswith("Fortrudt")


async def test_how_the_words_are_understood_follows_them(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "o", "M")
        await settled(pilot)
        await pilot.pause(0.3)
        understood = str(pilot.app.screen.query_one("#understood").render())
        assert "14. aug. 2017" in understood
        assert "Birgit" in understood
        await keys(pilot, "h", "h", "h")
        await pilot.pause(0.3)
        assert "14. aug." not in str(pilot.app.screen.query_one("#understood").render())
        await keys(pilot, "question_mark")
        assert "Et ord mere" in pilot.app.screen.content().plain
        await keys(pilot, "escape", "escape", "escape")
        assert pilot.app.screen.cards.has_focus


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_mouse_marks_a_sentence_or_draws_over_words(url: str, run: Run, size: tuple[int, int]) -> None:
    async with run(url, size) as pilot:
        await keys(pilot, "R", "M")
        screen = pilot.app.screen
        lines = [s.text for s in screen._compositor.render_strips()]

        def place(words: str) -> tuple[int, int]:
            y = next(i for i, text in enumerate(lines) if words in text)
            return lines[y].index(words), y

        await pilot.click(offset=place("samler planerne"))
        assert screen._stretch.span.of(TEXT) == "Sekretariatet samler planerne i uge 33 og sender dem til Åse Ærø."
        start, end = place("rykker"), place("inden 14.")
        await pilot.mouse_down(offset=start)
        await pilot.hover(offset=end)
        screen.post_message(_move(screen, end))
        await pilot.pause()
        await pilot.mouse_up(offset=end)
        assert screen._stretch.span.of(TEXT) == "rykker afdelingerne inden"
        assert screen.query_one(SourcePane)._mark == screen._stretch.span


def _move(screen, place: tuple[int, int]):
    from textual.events import MouseMove

    x, y = place
    return MouseMove(screen, x, y, 0, 0, 1, False, False, False, x, y)
