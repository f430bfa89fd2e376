"""The first cards: on the screen before the database library is loaded; the workspace takes over when it is open."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.followup import ActionItem
from tracker.domain.query import Sort
from tracker.services.early import MOST, Asked, first_page
from tracker.services.list_actions import views_on
from tracker.tui.bands import Calendar
from tracker.tui.order import Order
from tracker.tui.source import band_headings, band_ranges
from tracker.tui.wanted import wanted
from tracker.tui.widgets.lines import Heading
from tracker.tui.widgets.pages import PAGE, CardSource


@dataclass
class FirstCards:
    """A card source with its first page at hand; the other pages wait for `rest`, which is asked once.

    `is_counted` tells whether `total` and `headings` are final: very long lists are only known to be long.
    `sorted_by` is how they stand: a view may have an order of its own.
    """

    order: Order
    calendar: Calendar
    total: int
    headings: Sequence[Heading]
    cards: Sequence[ActionItem]
    is_counted: bool
    sorted_by: tuple[Sort, bool]
    rest: Callable[[Order], Awaitable[CardSource]] | None = None
    _rest: CardSource | None = None

    async def page(self, number: int) -> Sequence[ActionItem]:
        """Page `number`. Raises TrackerError when the workspace cannot be opened."""
        if number == 0:
            return self.cards
        rest = await self._remaining()
        return await rest.page(number) if rest else ()

    async def again(self, ids: Sequence[int]) -> Sequence[ActionItem]:
        """These cards as they are now: that too only `rest` knows. Raises as `page`."""
        rest = await self._remaining()
        return await rest.again(ids) if rest else ()

    async def _remaining(self) -> CardSource | None:
        if self._rest is None and self.rest is not None:
            self._rest = await self.rest(self.order)
        return self._rest


def first_cards(url: str, order: Order, today: date, user: str) -> FirstCards | None:
    """The list of an order as the workspace would give it, or None: then the workspace is to be waited for.

    Grouped lists are always waited for, because their headings need every card.
    """
    if order.group or not url:
        return None

    def ask(following: date | None) -> Asked:
        asked = wanted(order, views_on(today, user, following), today)
        ranges = band_ranges(asked.query, Calendar(today, following)) if asked.banded else {}
        return Asked(asked.query, asked.sort, asked.descending, tuple(ranges.values()) or (asked.query,))

    found = first_page(url, today, ask, PAGE)
    if found is None:
        return None
    asked = wanted(order, views_on(today, user, found.next_meeting), today)
    headings = band_headings(found.counts, descending=asked.descending) if asked.banded else ()
    last = headings[-1] if headings else Heading(0, "", found.counts[0])
    total = last.row + (MOST if last.count is None else last.count)
    calendar, stand = Calendar(today, found.next_meeting), (asked.sort, asked.descending)
    return FirstCards(order, calendar, total, headings, found.items, last.count is not None, stand)
