"""A screen of cards: a list and the evidence of the card at hand. What the list holds is the subclass's."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual._path import CSSPathType
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widget import Widget

from tracker.domain.followup import ActionItem
from tracker.locale import _, n_
from tracker.tui.background import start
from tracker.tui.keys import key
from tracker.tui.screens.acting import ActingScreen
from tracker.tui.widgets.cards import CardList
from tracker.tui.widgets.evidence import EvidencePane
from tracker.tui.widgets.happened import Happened
from tracker.tui.widgets.pages import CardSource

GLANCE = 0.04
"""Seconds the cursor rests on a card before its evidence is fetched, so that a held key stays light."""


class CardsScreen(ActingScreen):
    """List and evidence, one above the other or side by side as the width allows."""

    CSS_PATH: ClassVar[CSSPathType | None] = "cards.tcss"
    AUTO_FOCUS = "CardList"
    KEYBAR: ClassVar[tuple[str, ...]] = ("card.done", "card.undo", "card.postpone", "card.reassign", "card.item", "card.add", "card.note")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,tab", "evidence", "To the evidence and back", id="view.evidence"),
        key("z", "toggle_evidence", "Show or hide the evidence", id="view.toggle"),
        key("escape", "back", "Back", id="go.back", show=True, display="Esc"),
    ]

    def body(self) -> list[Widget]:
        """What stands beside the list, the list, the evidence."""
        calendar = self.board.calendar
        listing = Vertical(*self.above(), CardList(calendar, id="cards"), id="listing")
        work_area = Container(listing, EvidencePane(calendar, id="evidence"), id="work")
        return [Container(*self.beside(), work_area, id="middle")]

    def above(self) -> list[Widget]:
        """Widgets above the list."""
        return []

    def beside(self) -> list[Widget]:
        """Widgets to its left."""
        return []

    async def fetch(self) -> CardSource:
        """What the list is to hold now."""
        raise NotImplementedError

    def empty_words(self) -> str:
        """What to say when it holds nothing."""
        return _("Nothing here. That is good news.")

    @property
    def cards(self) -> CardList:
        """The list."""
        return self.query_one("#cards", CardList)

    @property
    def targets(self) -> Sequence[ActionItem]:
        """The selected cards, else the one at hand."""
        return self.cards.targets

    def stand_on(self, uid: str) -> None:
        """Put the cursor on a card, where it is near."""
        self.cards.stand_on(uid)

    def acted(self) -> None:
        """Drop the selection."""
        self.cards.clear_selection()

    async def reload(self) -> None:
        """The list again, the cursor on its card."""
        await self.refill(keep=True)

    async def refill(self, *, keep: bool) -> None:
        """Fetch and show; `keep` leaves the cursor on its card, else it goes to the first."""
        cards = self.cards
        source = await self.fetch()
        cards.calendar = self.query_one("#evidence", EvidencePane).calendar = self.board.calendar
        await cards.show(source, keep=keep)
        if cards.card:
            await self._show_evidence(cards.card)
        else:
            self.query_one("#evidence", EvidencePane).show(None, self.empty_words())

    @on(CardList.Highlighted)
    def _glanced(self, event: CardList.Highlighted) -> None:
        if event.card:
            start(self, partial(self._glance, event.card), "evidence")

    async def _glance(self, card: ActionItem) -> None:
        await asyncio.sleep(GLANCE)
        await self.attempt(self._show_evidence(card))

    async def _show_evidence(self, card: ActionItem) -> None:
        pane = self.query_one("#evidence", EvidencePane)
        if pane.detail and pane.detail.action == card and not card.notes:
            return
        detail = await self.board.detail(card)
        if self.cards.card and self.cards.card.uid == card.uid:
            pane.show(detail)

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

    def action_evidence(self) -> None:
        """Move between list and evidence."""
        pane = self.query_one("#evidence", EvidencePane)
        if self.cards.has_focus and pane.display:
            pane.focus()
        else:
            self.cards.focus()

    def action_toggle_evidence(self) -> None:
        """More room for the list, or the evidence back."""
        self.toggle_class("-no-evidence")
        self.cards.focus()

    def action_back(self) -> None:
        """First the selection, then the screen."""
        if self.cards.selection:
            self.cards.clear_selection()
        elif not self.cards.has_focus:
            self.cards.focus()
        else:
            self.app.switch_mode("overview")
