"""Pages by number over pages by key: every way of reaching a page gives the same cards."""

from __future__ import annotations

import pytest

from tests.benchmarks.test_tui import filled
from tests.tui.conftest import TODAY, opened
from tracker.domain.query import Sort
from tracker.services import list_actions
from tracker.services.list_actions import OPEN
from tracker.tui.bands import Calendar
from tracker.tui.source import FAR, StoredCards, open_cards
from tracker.tui.widgets.pages import KEPT, PAGE, PageCache

COUNT = 4_050


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("cards") / "many.db"
    filled(path, COUNT)
    return f"sqlite:///{path.as_posix()}"


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("number", [0, 1, 7, FAR, FAR + 5, COUNT // PAGE - 3, (COUNT - 1) // PAGE, COUNT // PAGE + 9])
def test_a_page_reached_at_once_is_the_page_reached_step_by_step(url: str, number: int, descending: bool) -> None:
    with opened(url) as workspace:
        ids = list_actions.ids(workspace, OPEN, Sort.DUE, descending=descending)
        cards = StoredCards(workspace, OPEN, Sort.DUE, descending=descending, total=COUNT)
        assert [c.id for c in cards.read(number)] == ids[number * PAGE : (number + 1) * PAGE]


def test_headings_cover_every_card_once(url: str) -> None:
    with opened(url) as workspace:
        for descending in (False, True):
            cards = open_cards(workspace, OPEN, Sort.DUE, descending=descending, group="", calendar=Calendar(TODAY), banded=True)
            assert sum(h.count for h in cards.headings) == COUNT
            assert [h.row for h in cards.headings] == [sum(h.count for h in cards.headings[:n]) for n in range(len(cards.headings))]
            for heading in cards.headings:
                first = cards.read(heading.row // PAGE)[heading.row % PAGE]
                assert Calendar(TODAY).band(first) is heading.band


def test_only_so_many_pages_are_kept() -> None:
    cache = PageCache()
    for number in range(KEPT * 2):
        cache.put(number, ())
    assert 0 not in cache
    assert KEPT * 2 - 1 in cache
