"""The reading half of the board: what the screens read of the stored cards, every call in a thread so that the screen never waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from tracker.domain.followup import ActionItem
from tracker.domain.query import Condition, Field, Operator, Query, Sort
from tracker.locale.format import collate
from tracker.settings import Settings
from tracker.tui.bands import Calendar
from tracker.tui.order import Order
from tracker.tui.saved import saved_views
from tracker.tui.wanted import FIRST_VIEW, filtered, wanted
from tracker.tui.widgets.pages import PAGE, CardSource, ListedCards
from tracker.tui.widgets.views import ViewCount

if TYPE_CHECKING:
    from tracker.domain.deadline import Deadline
    from tracker.domain.minutes import AgendaItem
    from tracker.domain.tracking import ActionDetail, StoredMeeting, StoredParty
    from tracker.services.report import Report
    from tracker.services.statistics import Statistics as Figures
    from tracker.services.workspace import Workspace
    from tracker.tui.first import FirstCards

Value = TypeVar("Value")


class Reading:
    """Reads stored cards for the screens. Opened after the first paint; until then there is nothing to read."""

    def __init__(self, open_workspace: Callable[[], Workspace], settings: Settings | None = None, *, today: date, user: str) -> None:
        """`settings` None means the settings of a machine where nobody has set anything."""
        self.settings = settings or Settings()
        self.today = today
        self.user = user
        self.calendar = Calendar(today)
        self.first: FirstCards | None = None
        self._open = open_workspace
        self._workspace: Workspace | None = None
        self._decided = asyncio.Event()
        self._failure: Exception | None = None
        self._is_closed = False
        self._seen = -1
        self.sorted_by: tuple[Sort, bool] = (Sort.DUE, False)
        """How the cards read last stand: a view may have an order of its own, and groups stand in theirs."""

    @property
    def is_open(self) -> bool:
        """Whether the database is open."""
        return self._workspace is not None

    def begin(self, first: FirstCards | None) -> None:
        """Take in the cards that were read before the database is open, if there are any."""
        if first:
            self.first, self.calendar, self.sorted_by = first, first.calendar, first.sorted_by
            first.rest = self.cards

    async def open(self) -> None:
        """Open the database. Raises StoreError."""
        try:
            self._workspace = await asyncio.to_thread(self._opened)
        except Exception as error:
            self._failure = error
            raise
        finally:
            self._decided.set()

    def _opened(self) -> Workspace:
        """In a thread: whoever has left meanwhile leaves no database open behind."""
        workspace = self._open()
        if self._is_closed:
            workspace.close()
        return workspace

    async def close(self) -> None:
        """Close it."""
        self._is_closed = True
        if self._workspace is not None:
            workspace, self._workspace = self._workspace, None
            await asyncio.to_thread(workspace.close)

    async def call(self, work: Callable[[Workspace], Value]) -> Value:
        """Run a use case in a thread, once the database is open: what is asked before waits. Raises what opening raised."""
        await self._decided.wait()
        if self._workspace is None:
            raise self._failure or asyncio.CancelledError  # whoever has left wants no answer
        return await asyncio.to_thread(work, self._workspace)

    async def changed(self) -> bool:
        """Whether anybody, in any process, wrote since the last reading."""
        return await self.call(lambda ws: ws.revision()) != self._seen

    # Lists

    async def views(self) -> Sequence[ViewCount]:
        """The saved views with their counts."""
        from tracker.services import list_actions

        def read(ws: Workspace) -> Sequence[ViewCount]:
            views = list_actions.views(ws)
            return saved_views(list_actions.counts(ws, views))

        return await self.call(read)

    async def cards(self, order: Order) -> CardSource:
        """The cards of an order."""
        return await self.call(lambda ws: self._cards(ws, order))

    async def beginning(self, order: Order) -> CardSource:
        """The first page of an order, before anything has been counted."""
        return await self.call(lambda ws: self._cards(ws, order, beginning=True))

    def _cards(self, ws: Workspace, order: Order, *, beginning: bool = False) -> CardSource:
        from tracker.services import list_actions, meetings
        from tracker.tui.source import open_cards

        self._seen = ws.revision()
        following = meetings.next_meeting(ws)
        self.calendar = Calendar(self.today, following.date if following else None)
        asked = wanted(order, list_actions.views_on(ws.today, ws.user, self.calendar.next_meeting), self.today)
        query, sort, descending = asked.query, asked.sort, asked.descending
        self.sorted_by = (sort, descending)
        if beginning:
            return ListedCards([("", list_actions.page(ws, query, sort, descending=descending, limit=PAGE).items)])
        cards = open_cards(ws, query, sort, descending=descending, group=order.group, calendar=self.calendar, banded=asked.banded)
        cards.read(0)
        return cards

    def check_filter(self, text: str) -> None:
        """Raises UsageError for a filter that means nothing."""
        filtered(text, self.today)

    def person_filter(self, name: str) -> str:
        """The filter for one person's cards; without a name for the cards of nobody."""
        if not name:
            return "ansvarlig:ingen"
        return f'ansvarlig:"{name.replace(chr(34), "")}"'

    def filtered_person(self, text: str) -> str:
        """The name in a filter as `person_filter` makes it; nothing in any other filter."""
        before, after = self.person_filter("\0").split("\0")
        name = text.removeprefix(before).removesuffix(after)
        return name if text == self.person_filter(name) else ""

    async def of(self, *conditions: Condition, sort: Sort = Sort.DUE, limit: int = 1000) -> Sequence[ActionItem]:
        """The first cards that meet conditions."""
        from tracker.services import list_actions

        return (await self.call(lambda ws: list_actions.page(ws, Query(conditions), sort, limit=limit))).items

    async def beside(self, card: ActionItem) -> Sequence[ActionItem]:
        """The other cards from the same item of the same referat."""
        if not card.source or card.item is None:
            return ()
        same = await self.of(Condition(Field.SOURCE, (card.source,), exact=True), Condition(Field.ITEM, (card.item,)), sort=Sort.ID)
        return [c for c in same if c.id != card.id and c.source == card.source and c.is_open]

    async def detail(self, card: ActionItem) -> ActionDetail:
        """Everything about one card."""
        from tracker.services import action_detail

        return await self.call(lambda ws: action_detail.detail(ws, card.id))

    # Directory and calendar

    async def people(self) -> Sequence[StoredParty]:
        """The directory in Danish order."""
        from tracker.services import people

        return sorted(await self.call(people.listing), key=lambda p: collate(p.party.name))

    async def names(self) -> list[str]:
        """The names of the directory in Danish order."""
        return [p.party.name for p in await self.people()]

    async def meetings(self) -> Sequence[StoredMeeting]:
        """The meetings known."""
        from tracker.services import meetings

        return await self.call(meetings.listing)

    async def forums(self) -> Sequence[str]:
        """The forums, the busiest first."""
        from tracker.services import meetings

        return await self.call(meetings.forums)

    async def meeting_items(self, meeting: StoredMeeting) -> list[tuple[AgendaItem, tuple[ActionItem, ...]]]:
        """The items of a meeting with their cards; none for a meeting still to come."""
        from tracker.services import meetings

        return list(await self.call(lambda ws: meetings.items(ws, meeting.id))) if meeting.held else []

    async def cards_of(self, name: str) -> CardSource:
        """Everything open that a person or group answers for."""
        return await self.cards(Order(FIRST_VIEW, self.person_filter(name)))

    async def due_between(self, first: date, last: date) -> Sequence[ActionItem]:
        """The open cards due on the days from `first` to `last`, at most 2,000."""
        from tracker.services import list_actions

        days = Query((Condition(Field.DUE, (first,), Operator.AT_LEAST), Condition(Field.DUE, (last,), Operator.AT_MOST)))
        return (await self.call(lambda ws: list_actions.page(ws, list_actions.OPEN & days, Sort.DUE, limit=2000))).items

    async def all_open(self) -> Sequence[ActionItem]:
        """The open cards in order of their day, at most 20,000."""
        from tracker.services import list_actions

        return (await self.call(lambda ws: list_actions.page(ws, list_actions.OPEN, Sort.DUE, limit=20_000))).items

    async def figures(self) -> Figures:
        """The figures of the statistics."""
        from tracker.services import statistics

        return await self.call(statistics.overview)

    def named_days(self, first: date, last: date) -> dict[date, str]:
        """The public holidays from `first` to `last`."""
        from tracker.danish.calendar import public_holidays

        found = public_holidays(first.year) | public_holidays(last.year)
        return {day: name for day, name in found.items() if first <= day <= last}

    async def report(self, forum: str | None) -> tuple[Report, date | None]:
        """The list for a forum's next meeting (or for all forums) and the day of that meeting where it is known."""
        return await self.call(lambda ws: self._report(ws, forum))

    def _report(self, ws: Workspace, forum: str | None) -> tuple[Report, date | None]:
        from tracker.services.report import prepare

        self._seen = ws.revision()
        return prepare(ws, forum)

    # Language

    def resolve(self, phrase: str) -> Deadline | None:
        """What a typed time means, reckoned from today."""
        from tracker.danish import resolve

        return resolve(phrase, self.today)
