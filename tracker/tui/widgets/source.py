"""The source pane: a passage of a referat with its marks, scrolled to the quote."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tracker.tui.keys import key, translated
from tracker.tui.passages import Passage
from tracker.tui.widgets.marked import ROLES, marked


class SourcePane(VerticalScroll, can_focus=True):
    """Shows a `Passage`; scrolls by keys when focused."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("down,j", "scroll_down", "Scroll down", id="list.scroll_down"),
        key("up,k", "scroll_up", "Scroll up", id="list.scroll_up"),
        key("home,g", "scroll_home", "To the top", id="list.top"),
        key("end,G", "scroll_end", "To the bottom", id="list.bottom"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"source--quote", *(f"source--{role}" for role in ROLES)}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._bindings = translated(self._bindings)
        self._passage: Passage | None = None

    def compose(self) -> ComposeResult:
        """One text; the scrolling is the pane's."""
        yield Static(classes="source-text", markup=False)

    def show(self, passage: Passage | None, message: str = "") -> None:
        """Show a passage, or a message where there is none."""
        same = passage == self._passage
        self._passage = passage
        self.query_one(Static).update(self._content(passage) if passage else Content(message))
        if not same:
            self.call_after_refresh(self.to_quote)

    def _content(self, passage: Passage) -> Content:
        return marked(passage, {n: Style.from_styles(self.get_component_styles(f"source--{n}")) for n in ("quote", *ROLES)})

    def notify_style_update(self) -> None:
        """Another theme: draw again in its colours."""
        super().notify_style_update()
        if self._passage and self.is_mounted:
            self.query_one(Static).update(self._content(self._passage))

    def to_quote(self) -> None:
        """Scroll until the quote stands in the upper third."""
        if self._passage is None or self._passage.quote is None:
            self.scroll_home(animate=False)
            return
        width = max(self.query_one(Static).size.width, 20)
        above = Content(self._passage.text[: self._passage.quote.start]).wrap(width)
        self.scroll_to(y=max(len(above) - self.size.height // 3, 0), animate=False)
