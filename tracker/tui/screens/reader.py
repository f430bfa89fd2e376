"""Reading the source: the whole item or the whole referat, at the place of the card."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.domain.minutes import Span
from tracker.domain.tracking import ActionDetail
from tracker.tui.dialogs.help import show_help
from tracker.tui.dialogs.quick import Parsed
from tracker.tui.keys import key, translated
from tracker.tui.passages import Passage, whole_item, whole_referat
from tracker.tui.plain import line
from tracker.tui.widgets.keybar import KeyBar
from tracker.tui.widgets.source import SourcePane

Marked = tuple[Passage, Span]
"""A passage and the stretch marked in it."""


class Reader(ModalScreen[Marked | None]):
    """Fills the screen with a passage, scrolled to the quote. Answers what was marked as missed, where something was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,enter", "close", "Close", id="app.close", show=True, display="Esc"),
        key("o", "part(False)", "The whole item", id="view.item", show=True),
        key("R", "part(True)", "The whole referat", id="view.referat", show=True),
        key("n", "quote", "To the quote", id="list.quote", show=True),
        key("M", "mark", "Mark a missed one", id="review.missed", show=True),
        key("question_mark", "help", "Help", id="app.help", show=True),
    ]
    CSS_PATH = "reader.tcss"

    def __init__(self, detail: ActionDetail, *, whole: bool, read: Callable[[str], Parsed]) -> None:
        """`read` tells how marked words would be understood."""
        super().__init__()
        self._bindings = translated(self._bindings)
        self._detail = detail
        self._whole = whole
        self._read = read

    def compose(self) -> ComposeResult:
        """Head, text, keys."""
        yield Static(classes="head", id="reader-head", markup=False)
        yield SourcePane(id="reader-text")
        yield KeyBar(last=("app.help", "app.close"))

    def on_mount(self) -> None:
        """Show the part asked for."""
        self._show()

    def _passage(self) -> Passage | None:
        item = None if self._whole else whole_item(self._detail)
        return item or whole_referat(self._detail)

    def _show(self) -> None:
        passage = self._passage()
        if passage is not None:
            self.query_one("#reader-head", Static).update(Content(line(f"{passage.heading} · {self._detail.action.source}")))
            self.query_one(SourcePane).show(passage)

    def action_part(self, whole: bool) -> None:
        """The item, or the whole referat."""
        self._whole = whole
        self._show()

    def action_quote(self) -> None:
        """Scroll to the quote."""
        self.query_one(SourcePane).to_quote()

    @work(group="mark")
    async def action_mark(self) -> None:
        """Mark a promise the program missed."""
        from tracker.tui.screens.marking import Marking

        passage = self._passage()
        span = await self.app.push_screen_wait(Marking(passage, self._read)) if passage else None
        if passage and span:
            self.dismiss((passage, span))

    def action_help(self) -> None:
        """The keys that work here."""
        show_help(self)

    def action_close(self) -> None:
        """Back to the cards."""
        self.dismiss(None)
