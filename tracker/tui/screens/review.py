"""Til gennemsyn: one card after another beside its source; every decision is saved at once, so leaving loses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from tracker.domain.followup import ActionItem
from tracker.domain.tracking import ActionDetail
from tracker.locale import _
from tracker.tui.background import start
from tracker.tui.keys import key
from tracker.tui.order import Order
from tracker.tui.passages import whole_item, whole_referat
from tracker.tui.plain import clip
from tracker.tui.screens.acting import ActingScreen
from tracker.tui.widgets.cards import CardList
from tracker.tui.widgets.evidence import EvidencePane
from tracker.tui.widgets.source import SourcePane

BAR = 16
"""Cells of the progress bar."""


class Review(ActingScreen):
    """The queue on top, the card and its source below."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "CardList"
    KEYBAR: ClassVar[tuple[str, ...]] = (
        "card.accept",
        "card.reject",
        "card.postpone",
        "card.reassign",
        "card.edit",
        "review.missed",
        "card.undo",
        "card.merge",
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("a", "accept", "Accept", id="card.accept", show=True),
        key("x", "reject", "Reject", id="card.reject", show=True),
        key("X", "drop", "Drop with a reason", id="card.drop"),
        key("p", "postpone", "Deadline", id="card.postpone", show=True),
        key("e", "edit", "Text", id="card.edit", show=True),
        key("t", "recipients", "Recipients", id="card.recipients"),
        key("m", "merge_with", "Merge with another", id="card.merge"),
        key("M", "missed", "Mark a missed one", id="review.missed", show=True),
        key("tab", "source", "To the source and back", id="view.source"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._most = 0

    def title_text(self) -> str:
        """The name of the screen."""
        return _("To review")

    def head_text(self) -> str:
        """Without the day: the progress stands there."""
        return self.title_text()

    def body(self) -> list[Widget]:
        """Queue, card, source."""
        calendar = self.board.calendar
        below = Container(EvidencePane(calendar, id="card"), SourcePane(id="source"), id="beside")
        return [CardList(calendar, id="queue"), below]

    @property
    def queue(self) -> CardList:
        """The cards waiting."""
        return self.query_one("#queue", CardList)

    @property
    def targets(self) -> Sequence[ActionItem]:
        """The selected cards, else the one at hand."""
        return self.queue.targets

    def stand_on(self, uid: str) -> None:
        """Put the cursor on a card, where it is near."""
        self.queue.stand_on(uid)

    def acted(self) -> None:
        """Drop the selection."""
        self.queue.clear_selection()

    async def reload(self) -> None:
        """The queue again; the cursor stays on its card, or on the next where that was settled."""
        queue = self.queue
        source = await self.board.cards(Order("review", sort="meeting"))
        queue.calendar = self.query_one("#card", EvidencePane).calendar = self.board.calendar
        queue.sort = "meeting"
        await queue.show(source, keep=True)
        self._most = max(self._most, source.total)
        self._show_progress(source.total)
        if queue.card:
            await self._show_card(queue.card)
        else:
            done = _("Everything has been reviewed. Esc goes back to the overview.")
            self.query_one("#card", EvidencePane).show(None, done)
            self.query_one(SourcePane).show(None)

    def _show_progress(self, left: int) -> None:
        settled = self._most - left
        filled = BAR * settled // self._most if self._most else BAR
        text = _("{settled} of {all} settled").format(settled=settled, all=self._most)
        self.show_head(f"{'▰' * filled}{'▱' * (BAR - filled)} {text}")

    @on(CardList.Highlighted)
    def _glanced(self, event: CardList.Highlighted) -> None:
        if event.card:
            start(self, partial(self._glance, event.card), "evidence")

    async def _glance(self, card: ActionItem) -> None:
        await self.attempt(self._show_card(card))

    async def _show_card(self, card: ActionItem) -> None:
        detail = await self.board.detail(card)
        if self.queue.card and self.queue.card.uid == card.uid:
            self._show_detail(detail)
            self.query_one(SourcePane).show(whole_item(detail) or whole_referat(detail), _("This card has no minutes to show"))

    def _show_detail(self, detail: ActionDetail) -> None:
        pane = self.query_one("#card", EvidencePane)
        pane.beside_source = not self.has_class("-narrow")
        pane.show(detail)

    def on_resize(self) -> None:
        """The source may have gone or come."""
        if detail := self.query_one("#card", EvidencePane).detail:
            self.call_after_refresh(self._show_detail, detail)

    @on(CardList.Opened)
    def _opened(self) -> None:
        self.action_whole_item()

    def action_reject(self) -> None:
        """Not a promise: it never comes back, even when the minutes are imported again."""
        if cards := self._meant():
            self.change(self.board.reject(cards))

    @work(group="dialog")
    async def action_recipients(self) -> None:
        """Who is to have it."""
        from tracker.tui.dialogs.who import AskWho

        if cards := self._meant():
            names = await self.attempt(self.board.names()) or []
            answer = await self.app.push_screen_wait(AskWho(self._about(_("Recipients"), cards), names, ", ".join(cards[0].recipients)))
            if answer is not None:
                await self._changed(self.board.send_to(cards, tuple(p.strip() for p in answer.split(",") if p.strip())))

    @work(group="dialog")
    async def action_merge_with(self) -> None:
        """Merge the selected, or this card with another of the same item."""
        from tracker.tui.dialogs.choose import Choice, Choose

        cards = list(self.targets)
        if len(cards) == 1:
            others = await self.attempt(self.board.beside(cards[0])) or []
            if not others:
                self.say(_("There is no other card from this item"))
                return
            choices = [Choice(str(i), str(i + 1), clip(c.text or c.quote, 64)) for i, c in enumerate(others[:9])]
            value = await self.app.push_screen_wait(Choose(_("Merge with"), choices))
            if value is None:
                return
            cards.append(others[int(value)])
        if len(cards) > 1:
            await self._changed(self.board.merge(cards))

    @work(group="dialog")
    async def action_missed(self) -> None:
        """Add a promise the program missed, from words marked in the item."""
        from tracker.tui.screens.marking import Marking

        cards = self.targets
        detail: ActionDetail | None = await self.attempt(self.board.detail(cards[0])) if cards else None
        passage = (whole_item(detail) or whole_referat(detail)) if detail else None
        if detail is None or passage is None:
            self.say(_("This card has no minutes to show"))
            return
        span = await self.app.push_screen_wait(Marking(passage, self.reading(detail)))
        if span is not None:
            await self._changed(self.board.add_from(detail, passage, span))

    def action_source(self) -> None:
        """Move between queue and source."""
        pane = self.query_one(SourcePane) if self.query_one(SourcePane).display else self.query_one("#card", EvidencePane)
        (pane if self.queue.has_focus else self.queue).focus()
