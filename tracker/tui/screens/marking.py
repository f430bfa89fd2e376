"""Marking words of a referat by hand: a stretch that starts as a sentence and is made to fit, by keys or with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.domain.minutes import Span
from tracker.locale import _
from tracker.tui.background import start
from tracker.tui.dialogs.help import show_help
from tracker.tui.dialogs.quick import Parsed, parsed_rows, read_soon
from tracker.tui.keys import key, translated
from tracker.tui.marking import Stretch
from tracker.tui.passages import Passage
from tracker.tui.plain import line
from tracker.tui.widgets.keybar import KeyBar
from tracker.tui.widgets.source import SourcePane


class Marking(ModalScreen[Span | None]):
    """Fills the screen with a passage and answers the marked stretch of it, None when nothing is to be added."""

    ALLOW_SELECT: ClassVar[bool] = False  # the mouse marks words here, not text to copy
    AUTO_FOCUS = ""  # every key is the marking's, none the pane's
    CSS_PATH = "reader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "take", "Add the marked words", id="review.take", show=True),
        key("down", "sentence(1)", "Next sentence", id="review.sentence_next", show=True),
        key("j", "sentence(1)", "Next sentence", id="review.sentence_next"),
        key("up,k", "sentence(-1)", "Previous sentence", id="review.sentence_previous"),
        key("right", "end(1)", "A word more", id="review.word_more", show=True),
        key("left", "end(-1)", "A word less", id="review.word_less", show=True),
        key("l", "end(1)", "A word more", id="review.word_more"),
        key("h", "end(-1)", "A word less", id="review.word_less"),
        key("shift+right,L", "start(1)", "A word less in front", id="review.front_less", show=True),
        key("shift+left,H", "start(-1)", "A word more in front", id="review.front_more", show=True),
        key("shift+down,J", "sentences(1)", "A sentence more", id="review.sentence_more"),
        key("shift+up,K", "sentences(-1)", "A sentence less", id="review.sentence_less"),
        key("home,g", "edge(-1)", "First sentence", id="review.sentence_first"),
        key("end,G", "edge(1)", "Last sentence", id="review.sentence_last"),
        key("pagedown,ctrl+d,ctrl+f", "scroll(1)", "A page down", id="review.page_down"),
        key("pageup,ctrl+u,ctrl+b", "scroll(-1)", "A page up", id="review.page_up"),
        key("question_mark", "help", "Help", id="app.help", show=True),
        key("escape,q", "cancel", "Never mind", id="app.cancel", show=True, display="Esc"),
    ]

    def __init__(self, passage: Passage, read: Callable[[str], Parsed]) -> None:
        """`read` tells how words would be understood; it may be slow."""
        super().__init__()
        self._bindings = translated(self._bindings)
        self._passage, self._read = passage, read
        self._stretch = Stretch(passage.text, passage.quote.start if passage.quote else 0)
        self._lines = [0, *(i + 1 for i, letter in enumerate(passage.text) if letter == "\n")]
        self._from: int | None = None

    def compose(self) -> ComposeResult:
        """Head, text, how the words are understood, keys."""
        yield Static(Content(line(_("Mark the words of the promise") + f" · {self._passage.heading}")), classes="head", markup=False)
        yield SourcePane(id="reader-text")
        yield Static(id="understood", markup=False)
        first = ("review.take", "review.word_more", "review.word_less", "review.sentence_next", "review.front_less", "review.front_more")
        yield KeyBar(first, last=("app.help", "app.cancel"))

    def on_mount(self) -> None:
        """The sentence of the quote first: what was missed is seldom far from it."""
        pane = self.query_one(SourcePane)
        pane.can_focus = False
        pane.show(self._passage)
        self._show()

    def _show(self) -> None:
        span = self._stretch.span
        self.query_one(SourcePane).mark(span)
        start(self, partial(self._tell, span.of(self._passage.text)), "meaning")

    async def _tell(self, words: str) -> None:
        found = await read_soon(self._read, words)
        for label in self.query("#understood").results(Static):  # none when the person has left meanwhile
            label.update(parsed_rows(found, across=not self.has_class("-narrow")))

    def action_take(self) -> None:
        """Answer."""
        if len(self._stretch.span):
            self.dismiss(self._stretch.span)

    def action_help(self) -> None:
        """The keys that work here."""
        show_help(self)

    def action_cancel(self) -> None:
        """Answer nothing."""
        self.dismiss(None)

    def action_sentence(self, by: int) -> None:
        """Another sentence instead."""
        self._stretch.next_sentence(by)
        self._show()

    def action_sentences(self, by: int) -> None:
        """Sentences more or less at the end."""
        self._stretch.more_sentences(by)
        self._show()

    def action_edge(self, side: int) -> None:
        """The first or the last sentence."""
        self._stretch.next_sentence(side * len(self._passage.text))
        self._show()

    def action_end(self, by: int) -> None:
        """Words at the end."""
        self._stretch.end(by)
        self._show()

    def action_start(self, by: int) -> None:
        """Words in front."""
        self._stretch.start(by)
        self._show()

    def action_scroll(self, pages: int) -> None:
        """Look further on, the mark staying where it is."""
        pane = self.query_one(SourcePane)
        pane.scroll_relative(y=pages * max(pane.size.height - 2, 1), animate=False)

    # Mouse: a click takes the sentence, drawing takes the words from where it began to where it is.

    def _position(self, event: events.MouseEvent) -> int | None:
        """The position in the text under the mouse."""
        _widget, place = self.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if place is None or not isinstance(_widget, Static) or _widget.parent is not self.query_one(SourcePane):
            return None
        return self._lines[min(place.y, len(self._lines) - 1)] + place.x

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Where a stretch may begin."""
        self._from = self._position(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw."""
        here = self._position(event) if event.button and self._from is not None else None
        if here is not None and self._from is not None and here != self._from:
            self._stretch.between(self._from, here)
            self._show()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """A click without drawing."""
        here = self._position(event)
        if here is not None and here == self._from:
            self._stretch.sentence_at(here)
            self._show()
        self._from = None
