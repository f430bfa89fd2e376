"""The review: single keys, the source beside the card, nothing lost on leaving."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tui.conftest import Run, cards, opened, settled
from tests.tui.minutes import extraction, minutes
from tests.tui.test_actions import keys, said
from tracker.domain.followup import Status
from tracker.domain.query import Query
from tracker.services import action_detail, list_actions
from tracker.services.import_minutes import Rules, import_one
from tracker.tui.screens.review import Review
from tracker.tui.widgets.source import SourcePane


@pytest.fixture
def url(empty_url: str) -> str:
    """A database where every find waits for review."""
    with opened(empty_url) as workspace:
        import_one(workspace, minutes(), extraction(), rules=Rules(review_below=0.99))
    return empty_url


def head(pilot) -> str:
    return str(pilot.app.screen.query_one("#head").render())


async def test_cards_come_in_the_order_of_the_minutes_beside_their_source(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "v")
        assert isinstance(pilot.app.screen, Review)
        assert pilot.app.screen.queue.card.text.startswith("Birgit")
        source = pilot.app.screen.query_one(SourcePane)
        assert source._passage.quote.of(source._passage.text) == "Birgit rykker afdelingerne inden 14. august."
        assert "0 af 5" in head(pilot)


async def test_accept_and_reject_move_on_to_the_next(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "v", "a")
        assert cards(url)["Birgit"].status is Status.OPEN
        assert said(pilot).startswith("Godkendt: Birgit")
        assert pilot.app.screen.queue.card.text.startswith("Sekretariatet")
        await keys(pilot, "x")
        dropped = cards(url)["Sekretariatet"]
        assert (dropped.status, dropped.reason) == (Status.DROPPED, "rejected")
        assert "2 af 5" in head(pilot)
        await keys(pilot, "u")
        assert cards(url)["Sekretariatet"].status is Status.REVIEW
        assert pilot.app.screen.queue.total == 4


async def test_correcting_before_accepting(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "v", "p", "type medio september", "enter")
        assert cards(url)["Birgit"].due == date(2017, 9, 20) or cards(url)["Birgit"].due.month == 9
        await keys(pilot, "t", "type Åse", "tab", "enter")
        assert cards(url)["Birgit"].recipients == ("Åse Ærø",)
        await keys(pilot, "e", "ctrl+u", "type Birgit skriver til alle", "enter", "a")
        assert cards(url)["Birgit"].text == "Birgit skriver til alle"
        assert cards(url)["Birgit"].status is Status.OPEN


async def test_leaving_and_coming_back_loses_nothing(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "v", "a", "escape")
        assert not isinstance(pilot.app.screen, Review)
        await keys(pilot, "v")
        assert pilot.app.screen.queue.total == 4
    async with run(url) as pilot:
        await keys(pilot, "v")
        assert pilot.app.screen.queue.total == 4


async def test_merging_with_another_of_the_same_item(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "v", "m", "1")
        now = cards(url)
        assert now["Sekretariatet"].status is Status.DROPPED
        assert now["Birgit"].status is Status.REVIEW


async def test_a_missed_promise_is_added_from_its_words(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "v", "M")
        await keys(pilot, "j", "j", "j", "enter")
        with opened(url) as workspace:
            every = list(list_actions.every(workspace, Query()))
        assert len(every) == 6
        added = max(every, key=lambda c: c.id)
        assert added.forum == "Ledergruppen"
        assert added.item == 1
        assert added.status is Status.OPEN
        assert "Tilføjet:" in said(pilot)
        with opened(url) as workspace:
            found = action_detail.detail(workspace, added.id)
        assert found.source is not None
        assert found.span is not None
        assert found.span.of(found.source.text) == added.quote
        assert found.agenda_item is not None
        assert found.agenda_item.number == 1
        await keys(pilot, "u")
        with opened(url) as workspace:
            assert list_actions.get(workspace, added.id).status is Status.DROPPED


async def test_everything_reviewed_is_said(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "v", "asterisk", "a")
        text = "\n".join(s.text for s in pilot.app.screen._compositor.render_strips())
        assert "Alt er gennemset" in text
        assert "5 af 5" in head(pilot)
        await settled(pilot)
