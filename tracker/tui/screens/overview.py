"""Opfølgning: the saved views, the list, and the evidence of the card at hand."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widget import Widget
from textual.widgets import Input

from tracker.domain.followup import ActionItem
from tracker.errors import TrackerError
from tracker.locale import _, n_
from tracker.tui.background import start
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.keys import key
from tracker.tui.order import Order, groups, sorts
from tracker.tui.plain import line
from tracker.tui.screens.acting import ActingScreen
from tracker.tui.screens.empty import first_words
from tracker.tui.widgets.cards import CardList
from tracker.tui.widgets.evidence import EvidencePane
from tracker.tui.widgets.happened import Happened
from tracker.tui.widgets.views import ViewCount, ViewPanel

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp

TYPING = 0.12
"""Seconds without a key before the filter is applied."""
GLANCE = 0.04
"""Seconds the cursor rests on a card before its evidence is fetched, so that a held key stays light."""


class Overview(ActingScreen):
    """The screen one starts on."""

    CSS_PATH = ["overview.tcss"]
    AUTO_FOCUS = "CardList"
    KEYBAR = ("card.done", "card.undo", "list.filter", "card.postpone", "go.review", "card.reassign", "card.item", "card.add", "card.note")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("slash", "filter", "Filter", id="list.filter", show=True, display="/"),
        key("v", "app.go('review')", "Review", id="go.review", show=True),
        key("q", "app.quit", "Quit", id="app.quit", show=True),
        key("escape", "clear", "Clear selection and filter", id="list.clear"),
        key("s", "sort", "Sort", id="list.sort"),
        key("S", "reverse", "Reverse the order", id="list.reverse"),
        key("b", "group", "Group", id="list.group"),
        key("f", "person", "One person's cards", id="list.person"),
        key("enter,tab", "evidence", "To the evidence and back", id="view.evidence"),
        key("z", "toggle_evidence", "Show or hide the evidence", id="view.toggle"),
        *(key(str(n), f"view({n})", "View 1 to 9", id="view.number", display="1-9") for n in range(1, 10)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._views: Sequence[ViewCount] = ()
        self._loaded: Order | None = None

    @property
    def order(self) -> Order:
        """What is shown, in which order."""
        return cast("TrackerApp", self.app).order

    def title_text(self) -> str:
        """The name of the screen."""
        return _("Follow-up")

    def body(self) -> list[Widget]:
        """Views, filter, list, evidence."""
        calendar = self.board.calendar
        filter_line = Input(placeholder=_("Filter: words, responsible:name, deadline<2017-09-01"), id="filter")
        listing = Vertical(filter_line, CardList(calendar, id="cards"), id="listing")
        work_area = Container(listing, EvidencePane(calendar, id="evidence"), id="work")
        return [ViewPanel(id="strip"), Container(ViewPanel(id="side"), work_area, id="middle")]

    @property
    def cards(self) -> CardList:
        """The list."""
        return self.query_one("#cards", CardList)

    @property
    def targets(self) -> Sequence[ActionItem]:
        """The selected cards, else the one at hand."""
        return self.cards.targets

    def acted(self) -> None:
        """Drop the selection."""
        self.cards.clear_selection()

    def on_mount(self) -> None:
        """Show the filter if one is remembered."""
        self.query_one("#filter", Input).value = self.order.filter
        self.set_class(bool(self.order.filter), "-filtering")

    # Fetching

    async def reload(self) -> None:
        """Counts, cards and evidence again, keeping the place."""
        order = self.order
        cards = self.cards
        source = await self.board.cards(order)
        moved = self._loaded is not None and self._loaded != order
        keep = cards.card.uid if cards.card else None
        cards.calendar = self.query_one(EvidencePane).calendar = self.board.calendar
        cards.sort, cards.descending = order.sort, order.descending
        await cards.show(source, keep=None if moved else keep, row=0 if moved else cards.cursor)
        self._loaded = order
        self._show_count()
        self._views = await self.board.views()
        for panel in self.query(ViewPanel):
            panel.show(self._views, order.view)
        self._show_count()
        if cards.card:
            await self._show_evidence(cards.card)
        else:
            self.query_one(EvidencePane).show(None, self._nothing())

    def _nothing(self) -> str:
        if self.order.filter:
            return _("No card matches the filter. Esc clears it.")
        if all(not v.count for v in self._views):
            return first_words()
        return _("Nothing here. That is good news.")

    def _show_count(self) -> None:
        view = next((v.title for v in self._views if v.name == self.order.view), "")
        total = self.cards.total
        count = n_("{count} card", "{count} cards", total).format(count=f"{total:,}".replace(",", "."))
        self.show_head(f"{view}: {count}" if view else count)

    @on(CardList.Highlighted)
    def _glanced(self, event: CardList.Highlighted) -> None:
        if event.card:
            start(self, partial(self._glance, event.card), "evidence")

    async def _glance(self, card: ActionItem) -> None:
        await asyncio.sleep(GLANCE)
        await self.attempt(self._show_evidence(card))

    async def _show_evidence(self, card: ActionItem) -> None:
        detail = await self.board.detail(card)
        if self.cards.card and self.cards.card.uid == card.uid:
            self.query_one(EvidencePane).show(detail)

    @on(CardList.Failed)
    def _failed(self, event: CardList.Failed) -> None:
        self.report(event.error.message(_))

    @on(CardList.Selected)
    def _selected(self, event: CardList.Selected) -> None:
        text = n_("{count} card selected · Esc clears", "{count} cards selected · Esc clears", event.count).format(count=event.count)
        self.query_one(Happened).stand(text if event.count else "")

    @on(CardList.Opened)
    def _opened(self) -> None:
        self.action_whole_item()

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
            self.query_one("#filter", Input).value = self.board.person_filter(name) if name else ""
            self.set_class(bool(name), "-filtering")
            self.cards.focus()

    # Filter

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

    def action_clear(self) -> None:
        """First the selection, then the filter; the list is where one ends."""
        if self.cards.selection:
            self.cards.clear_selection()
        elif self.has_class("-filtering"):
            self.query_one("#filter", Input).value = ""
            self.remove_class("-filtering")
        self.cards.focus()

    # Evidence

    def action_evidence(self) -> None:
        """Move between list and evidence."""
        pane = self.query_one(EvidencePane)
        if self.cards.has_focus and pane.display:
            pane.focus()
        else:
            self.cards.focus()

    def action_toggle_evidence(self) -> None:
        """More room for the list, or the evidence back."""
        self.toggle_class("-no-evidence")
        self.cards.focus()
