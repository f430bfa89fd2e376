"""Pages of cards: what a list asks its source for, and the few it keeps."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Protocol

from tracker.domain.followup import ActionItem
from tracker.tui.widgets.lines import Heading

PAGE = 100
"""Cards a page."""
KEPT = 40
"""Pages kept in memory: enough for any screen, and the same for ten cards as for a million."""


class CardSource(Protocol):
    """Something that hands out cards in a fixed order, a page at a time."""

    @property
    def total(self) -> int:
        """How many cards there are."""

    @property
    def headings(self) -> Sequence[Heading]:
        """The headings between them, ascending."""

    async def page(self, number: int) -> Sequence[ActionItem]:
        """Page `number` (from 0): `PAGE` cards, fewer on the last. Raises TrackerError."""

    async def again(self, ids: Sequence[int]) -> Sequence[ActionItem]:
        """These cards as they are now, those that the list holds. Raises TrackerError."""


class EmptySource:
    """No cards at all: what a list shows before anything is known."""

    total = 0
    headings: Sequence[Heading] = ()

    async def page(self, number: int) -> Sequence[ActionItem]:
        """Nothing."""
        return ()

    async def again(self, ids: Sequence[int]) -> Sequence[ActionItem]:
        """None of them."""
        return ()


class PageCache:
    """The pages a list has at hand, least recently used forgotten first."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, Sequence[ActionItem]] = OrderedDict()

    def __contains__(self, number: int) -> bool:
        return number in self._pages

    def put(self, number: int, cards: Sequence[ActionItem]) -> None:
        """Keep a page."""
        self._pages[number] = cards
        self._pages.move_to_end(number)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)

    def card(self, row: int) -> ActionItem | None:
        """The card of a row, or None while its page is not here."""
        number, offset = divmod(row, PAGE)
        cards = self._pages.get(number)
        if cards is None:
            return None
        self._pages.move_to_end(number)
        return cards[offset] if offset < len(cards) else None

    def row_of(self, uid: str) -> int | None:
        """The row of a card among the pages at hand."""
        for number, cards in self._pages.items():
            for offset, card in enumerate(cards):
                if card.uid == uid:
                    return number * PAGE + offset
        return None


class ListedCards:
    """Cards that are all at hand, under headings: chapters of a list, items of a meeting, a day's cards."""

    def __init__(self, chapters: Sequence[tuple[str, Sequence[ActionItem]]]) -> None:
        """`chapters` are heading and cards; an empty heading is not shown, a chapter without cards is its heading only."""
        self._cards: list[ActionItem] = []
        headings = []
        for title, cards in chapters:
            if title:
                headings.append(Heading(len(self._cards), title, len(cards)))
            self._cards += cards
        self.headings: Sequence[Heading] = tuple(headings)

    @property
    def total(self) -> int:
        """How many cards there are."""
        return len(self._cards)

    async def page(self, number: int) -> Sequence[ActionItem]:
        """Page `number`."""
        return self._cards[number * PAGE : (number + 1) * PAGE]

    async def again(self, ids: Sequence[int]) -> Sequence[ActionItem]:
        """Those that are listed."""
        wanted = set(ids)
        return [card for card in self._cards if card.id in wanted]
