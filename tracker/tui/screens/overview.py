"""Opfølgning: the saved views, the list, and the evidence of the card at hand."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual._path import CSSPathType
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from tracker.errors import TrackerError
from tracker.locale import _, n_
from tracker.tui.background import start
from tracker.tui.keys import key
from tracker.tui.order import Order, groups, sorts
from tracker.tui.plain import line
from tracker.tui.saved import uncounted_views
from tracker.tui.screens.cards import CardsScreen
from tracker.tui.screens.empty import first_words, old_words
from tracker.tui.widgets.cards import CardList
from tracker.tui.widgets.evidence import EvidencePane
from tracker.tui.widgets.filter import FilterInput
from tracker.tui.widgets.happened import Happened
from tracker.tui.widgets.pages import CardSource
from tracker.tui.widgets.views import ViewCount, ViewPanel

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp
    from tracker.tui.first import FirstCards

TYPING = 0.12
"""Seconds without a key before the filter is applied."""


class Overview(CardsScreen):
    """The screen one starts on."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["cards.tcss", "overview.tcss"]
    KEYBAR: ClassVar[tuple[str, ...]] = (
        "card.done",
        "card.undo",
        "list.filter",
        "card.postpone",
        "go.review",
        "card.reassign",
        "card.item",
        "card.add",
        "card.note",
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("slash", "filter", "Filter", id="list.filter", show=True, display="/"),
        key("v", "app.go('review')", "Review", id="go.review", show=True),
        key("q", "app.quit", "Quit", id="app.quit", show=True),
        key("escape", "back", "Clear selection and filter", id="list.clear"),
        key("s", "sort", "Sort", id="list.sort"),
        key("S", "reverse", "Reverse the order", id="list.reverse"),
        key("b", "group", "Group", id="list.group"),
        key("f", "person", "One person's cards", id="list.person"),
        *(key(str(n % 10), f"view({n})", "View 1 to 10", id="view.number", display="1-9 0") for n in range(1, 11)),
        key("H", "view(11)", "What was old when it was imported", id="view.history"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._views: Sequence[ViewCount] = ()
        self._loaded: Order | None = None

    @property
    def order(self) -> Order:
        """What is shown, in which order."""
        return cast("TrackerApp", self.app).order

    @property
    def person(self) -> str:
        """Whoever the filter is about."""
        return self.board.filtered_person(self.order.filter)

    def title_text(self) -> str:
        """The name of the screen."""
        return _("Follow-up")

    def above(self) -> list[Widget]:
        """The filter."""
        return [FilterInput(_("Filter: words, responsible:name, due<2017-09-01"), id="filter")]

    def beside(self) -> list[Widget]:
        """The saved views."""
        return [ViewPanel(id="side")]

    def body(self) -> list[Widget]:
        """The saved views as a line first, for narrow screens."""
        return [ViewPanel(id="strip"), *super().body()]

    async def on_mount(self) -> None:
        """Show the filter if one is remembered and can still be read, and the first cards if they are at hand."""
        try:
            self.board.check_filter(self.order.filter)
        except TrackerError:
            cast("TrackerApp", self.app).reorder(filter="")
        if self.order.filter:
            self.query_one("#filter", Input).value = self.order.filter
            self.add_class("-filtering")
        if self.board.first:
            await self._show_first(self.board.first)

    async def _show_first(self, first: FirstCards) -> None:
        """The first cards, before the database is open. `reload` then finds the list in place and only fills in what is missing."""
        if not self.query(CardList):  # whoever has left at once has no list any more
            return
        self._loaded = first.order
        self.cards.sort, self.cards.descending = first.sorted_by
        await self.cards.show(first)
        self._show_views(uncounted_views(), is_counted=first.is_counted)

    # Fetching

    async def fetch(self) -> CardSource:
        """The cards of the order in force."""
        source = await self.board.cards(self.order)
        self.cards.sort, self.cards.descending = self.board.sorted_by
        return source

    async def reload(self) -> None:
        """Counts, cards and evidence again, keeping the place."""
        order = self.order
        same = self._loaded in (None, order)
        if self._loaded is None:
            await self._paint_beginning(order)
        await self.refill(keep=same)
        self._loaded = order
        self._show_views(await self.board.views())
        if not self.cards.total:
            self.query_one("#evidence", EvidencePane).show(None, self.empty_words())

    async def _paint_beginning(self, order: Order) -> None:
        """The first cards at once, however many there are; counts and headings follow."""
        source = await self.board.beginning(order)
        if source.total:
            await self.cards.show(source)

    def empty_words(self) -> str:
        """What to say when the list is empty: what to do about it."""
        if self.order.filter:
            return _("No card matches the filter. Esc clears it.")
        if all(not v.count for v in self._views):
            return first_words()
        old = next((v.count for v in self._views if v.name == "history"), 0)
        if old and self.order.view == "all":
            return old_words(old)
        return _("Nothing here. That is good news.")

    def _show_views(self, views: Sequence[ViewCount], *, is_counted: bool = True) -> None:
        self._views = views
        for panel in self.query(ViewPanel):
            panel.show(views, self.order.view)
        if is_counted:
            self._show_count()

    def _show_count(self) -> None:
        view = next((v.title for v in self._views if v.name == self.order.view), "")
        total = self.cards.total
        count = n_("{count} card", "{count} cards", total).format(count=f"{total:,}".replace(",", "."))
        self.show_head(f"{view}: {count}" if view else count)

    # Choosing what is shown

    def _reorder(self, **changes: object) -> None:
        cast("TrackerApp", self.app).reorder(**changes)
        self.refetch()

    def action_view(self, number: int) -> None:
        """Another saved view."""
        if number <= len(self._views):
            self._reorder(view=self._views[number - 1].name)

    @on(ViewPanel.Chosen)
    def _view_clicked(self, event: ViewPanel.Chosen) -> None:
        self._reorder(view=event.name)

    @work(group="dialog")
    async def action_sort(self) -> None:
        """Choose a column to sort by."""
        from tracker.tui.dialogs.choose import Choice, Choose

        value = await self.app.push_screen_wait(Choose(_("Sort by"), [Choice(name, letter, text) for name, letter, text in sorts()]))
        if value:
            self._reorder(sort=value, descending=False)

    @on(CardList.SortAsked)
    def _header_clicked(self, event: CardList.SortAsked) -> None:
        self._reorder(sort=event.sort, descending=not self.order.descending if event.sort == self.order.sort else False)

    def action_reverse(self) -> None:
        """The other way round."""
        self._reorder(descending=not self.order.descending)

    @work(group="dialog")
    async def action_group(self) -> None:
        """Choose what to group by."""
        from tracker.tui.dialogs.choose import Choice, Choose

        value = await self.app.push_screen_wait(Choose(_("Group by"), [Choice(name, letter, text) for name, letter, text in groups()]))
        if value is not None:
            self._reorder(group=value)

    @work(group="dialog")
    async def action_person(self) -> None:
        """Only one person's cards."""
        from tracker.tui.dialogs.who import AskWho

        names = await self.attempt(self.board.names()) or []
        name = await self.app.push_screen_wait(AskWho(_("Whose cards?"), names))
        if name is not None:
            self.show_filter(self.board.person_filter(name) if name else "")

    # Filter

    def show_filter(self, text: str) -> None:
        """Put a filter into force, as if it had been typed."""
        self.query_one("#filter", Input).value = text
        self.set_class(bool(text), "-filtering")
        self.cards.focus()

    def action_filter(self) -> None:
        """Type a filter."""
        self.add_class("-filtering")
        self.query_one("#filter", Input).focus()

    @on(Input.Changed, "#filter")
    def _filter_typed(self, event: Input.Changed) -> None:
        if event.value.strip() != self.order.filter:
            start(self, partial(self._filter_soon, event.value.strip()), "filter")

    async def _filter_soon(self, text: str) -> None:
        await asyncio.sleep(TYPING)
        try:
            self.board.check_filter(text)
        except TrackerError as error:
            self.query_one(Happened).stand(line(error.message(_)))
            return
        self.query_one(Happened).stand("")
        self._reorder(filter=text)

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.cards.focus()

    def action_back(self) -> None:
        """First the selection, then the filter; the list is where one ends."""
        if self.cards.selection:
            self.cards.clear_selection()
        elif self.has_class("-filtering"):
            self.query_one("#filter", Input).value = ""
            self.remove_class("-filtering")
        self.cards.focus()
