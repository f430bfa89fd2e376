"""A list of cards as the card list wants it: pages by number over the store's pages by key."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem
from tracker.domain.query import Condition, Field, Key, Operator, Query, Sort
from tracker.locale import _
from tracker.locale.format import collate, day
from tracker.tui import words
from tracker.tui.bands import Band, Calendar
from tracker.tui.widgets.lines import Heading
from tracker.tui.widgets.pages import PAGE

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace

FAR = 20
"""Pages a jump may be walked by key; a longer one asks for all ids once."""
GROUPED = 3_000
"""Cards a list may hold to get headings of its groups; longer lists are only sorted."""


class StoredCards:
    """The cards a query means, in an order. A snapshot of their number; made by `open_cards`."""

    def __init__(self, workspace: Workspace, query: Query, sort: Sort, *, descending: bool, total: int) -> None:
        self.total = total
        self.headings: Sequence[Heading] = ()
        self._workspace, self._query, self._sort, self._descending = workspace, query, sort, descending
        self._starts: dict[int, Key | None] = {0: None}
        self._ids: list[int] | None = None

    async def page(self, number: int) -> Sequence[ActionItem]:
        """Page `number`; an empty one past the end."""
        return await asyncio.to_thread(self.read, number)

    async def again(self, ids: Sequence[int]) -> Sequence[ActionItem]:
        """These cards as they are now, those that the query still means."""
        from tracker.services import list_actions

        meant = self._query & Query((Condition(Field.ID, tuple(ids)),))
        found = await asyncio.to_thread(list_actions.page, self._workspace, meant, Sort.ID, limit=len(ids))
        return found.items

    def read(self, number: int) -> Sequence[ActionItem]:
        """As `page`, in the calling thread."""
        if number * PAGE >= self.total:
            return ()
        last = (self.total - 1) // PAGE
        if number in self._starts or number <= FAR:
            return self._walk(number)
        if number == last:
            return self._page(last=True, limit=self.total - number * PAGE)[0]
        near = max(n for n in self._starts if n <= number)
        return self._walk(number) if number - near <= FAR else self._jump(number)

    def _page(self, *, after: Key | None = None, last: bool = False, limit: int = PAGE) -> tuple[Sequence[ActionItem], Sequence[Key]]:
        from tracker.services import list_actions

        found = list_actions.page(
            self._workspace, self._query, self._sort, descending=self._descending, after=after, last=last, limit=limit
        )
        return found.items, found.keys

    def _walk(self, number: int) -> Sequence[ActionItem]:
        """From the nearest page whose beginning is known, by key."""
        here = max(n for n in self._starts if n <= number)
        while True:
            items, keys = self._page(after=self._starts[here])
            if keys:
                self._starts[here + 1] = keys[-1]
            if here == number or not keys:
                return items if here == number else ()
            here += 1

    def _jump(self, number: int) -> Sequence[ActionItem]:
        """Anywhere: the ids of the whole list are fetched once (half a second for a million) and kept."""
        from tracker.services import list_actions

        if self._ids is None:
            self._ids = list_actions.ids(self._workspace, self._query, self._sort, descending=self._descending)
        wanted = self._ids[number * PAGE : (number + 1) * PAGE]
        found = list_actions.get_many(self._workspace, wanted)
        return [found[i] for i in wanted if i in found]


def open_cards(
    workspace: Workspace, query: Query, sort: Sort, *, descending: bool, group: str, calendar: Calendar, banded: bool
) -> StoredCards:
    """The cards a query means, with the headings of their groups or, `banded`, of their days."""
    from tracker.services import list_actions

    cards = StoredCards(workspace, query, sort, descending=descending, total=list_actions.count(workspace, query))
    if group and cards.total <= GROUPED:
        everything = list(list_actions.every(workspace, query, sort, descending=descending))
        cards.headings = grouped(everything, group)
    elif banded and cards.total:
        cards.headings = _bands(workspace, query, calendar, descending=descending)
    return cards


def grouped(cards: Sequence[ActionItem], group: str) -> tuple[Heading, ...]:
    """The headings of cards that already stand in the order of their groups."""
    headings, row = [], 0
    for _key, members in groupby(cards, key=lambda c: collate(group_title(c, group))):  # "alle" and "Alle" are the same
        held = list(members)
        headings.append(Heading(row, group_title(held[0], group), len(held)))
        row += len(held)
    return tuple(headings)


def group_title(card: ActionItem, group: str) -> str:
    """What the group of a card is called."""
    if group == "responsible":
        return card.responsible[0] if card.responsible else _("nobody named")
    if group == "meeting":
        return " ".join(p for p in (card.forum or "", day(card.meeting_date) if card.meeting_date else "") if p) or _("no meeting")
    return " ".join(p for p in (card.case_number or "", card.item_title) if p) or _("no case")


def _bands(workspace: Workspace, query: Query, calendar: Calendar, *, descending: bool) -> tuple[Heading, ...]:
    """The bands with their counts, in one statement."""
    from tracker.services.list_actions import View, counts

    found = counts(workspace, [View(str(band), q) for band, q in band_ranges(query, calendar).items()])
    return band_headings(tuple(found.values()), descending=descending)


def band_ranges(query: Query, calendar: Calendar) -> dict[Band, Query]:
    """The cards of each band, in the order of their days."""

    def until(*conditions: Condition) -> Query:
        return query & Query(conditions)

    due = Field.DUE
    overdue = Condition(due, (calendar.today,), Operator.BELOW)
    not_overdue = Condition(due, (calendar.today,), Operator.AT_LEAST)
    week_end = calendar.week_end
    meeting = max(calendar.next_meeting or week_end, week_end)
    return {
        Band.OVERDUE: until(overdue),
        Band.THIS_WEEK: until(not_overdue, Condition(due, (week_end,), Operator.AT_MOST)),
        Band.NEXT_MEETING: until(Condition(due, (week_end,), Operator.ABOVE), Condition(due, (meeting,), Operator.AT_MOST)),
        Band.LATER: until(Condition(due, (meeting,), Operator.ABOVE)),
        Band.NO_DEADLINE: until(Condition(due, operator=Operator.NONE)),
    }


def band_headings(counts: Sequence[int | None], *, descending: bool) -> tuple[Heading, ...]:
    """The headings of the bands that hold cards; `counts` in the order of `band_ranges`.

    A band whose count is None holds too many to have been counted; where those after it begin is not known then.
    """
    bands = (Band.OVERDUE, Band.THIS_WEEK, Band.NEXT_MEETING, Band.LATER, Band.NO_DEADLINE)
    held = [(band, count) for band, count in zip(bands, counts, strict=True) if count != 0]
    headings, row = [], 0
    for band, count in reversed(held) if descending else held:
        headings.append(Heading(row, words.band(band), count, band))
        if count is None:
            break
        row += count
    return tuple(headings)
