"""The first cards: on the screen before the database library is loaded; the workspace takes over when it is open."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.followup import ActionItem
from tracker.services.early import Asked, EarlyList
from tracker.services.list_actions import views_on
from tracker.tui.bands import Calendar
from tracker.tui.order import Order
from tracker.tui.source import band_headings, band_ranges
from tracker.tui.wanted import wanted
from tracker.tui.widgets.lines import Heading
from tracker.tui.widgets.pages import PAGE, CardSource


@dataclass
class FirstCards:
    """A card source with its first page at hand; the other pages wait until `rest` can be asked, which is once."""

    order: Order
    calendar: Calendar
    total: int
    headings: Sequence[Heading]
    cards: Sequence[ActionItem]
    rest: Callable[[Order], Awaitable[CardSource]]
    _rest: CardSource | None = None

    async def page(self, number: int) -> Sequence[ActionItem]:
        """Page `number`. Raises TrackerError when the workspace cannot be opened."""
        if number == 0:
            return self.cards
        if self._rest is None:
            self._rest = await self.rest(self.order)
        return await self._rest.page(number)


class FirstReading:
    """Reads the first cards of an order: a page at once, then their number. Both before the database library is loaded.

    Grouped lists are left to the workspace, because their headings need every card.
    """

    def __init__(self, url: str, order: Order, today: date, user: str) -> None:
        self._order, self._today, self._user = order, today, user
        self._early = None if order.group else EarlyList(url, today, self._ask, PAGE)

    def _ask(self, following: date | None) -> Asked:
        asked = wanted(self._order, views_on(self._today, self._user, following), self._today)
        ranges = band_ranges(asked.query, Calendar(self._today, following)) if asked.banded else {}
        return Asked(asked.query, asked.sort, asked.descending, tuple(ranges.values()) or (asked.query,))

    def cards(self, rest: Callable[[Order], Awaitable[CardSource]]) -> FirstCards | None:
        """The list as the workspace would give it, or None: then the workspace is to be waited for. To be called once."""
        early = self._early
        counts = early.counts() if early else None
        if early is None or counts is None or early.items is None:
            return None
        following = early.next_meeting
        asked = wanted(self._order, views_on(self._today, self._user, following), self._today)
        headings = band_headings(counts, descending=asked.descending) if asked.banded else ()
        return FirstCards(self._order, Calendar(self._today, following), sum(counts), headings, early.items, rest)
