"""The source pane: a passage of a referat with its marks, scrolled to the quote."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tracker.domain.minutes import Span as Place
from tracker.tui.passages import Passage
from tracker.tui.widgets.marked import ROLES, marked
from tracker.tui.widgets.scrolling import ScrollingText


class SourcePane(ScrollingText):
    """Shows a `Passage`; scrolls by keys when focused."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"source--quote", "source--mark", *(f"source--{role}" for role in ROLES)}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._passage: Passage | None = None
        self._mark: Place | None = None

    def compose(self) -> ComposeResult:
        """One text; the scrolling is the pane's."""
        yield Static(classes="source-text", markup=False)

    def show(self, passage: Passage | None, message: str = "") -> None:
        """Show a passage, or a message where there is none."""
        same = passage == self._passage
        self._passage, self._mark = passage, None
        self.query_one(Static).update(self._content(passage) if passage else Content(message))
        if not same:
            self.call_after_refresh(self.to_quote)

    def mark(self, place: Place) -> None:
        """Show a stretch of the passage as marked by hand, and bring it into view."""
        if self._passage is None:
            return
        self._mark = place
        self.query_one(Static).update(self._content(self._passage))
        self.call_after_refresh(self.to_mark)

    def _content(self, passage: Passage) -> Content:
        styles = {n: Style.from_styles(self.get_component_styles(f"source--{n}")) for n in ("quote", "mark", *ROLES)}
        content = marked(passage, styles)
        return content.stylize(styles["mark"], self._mark.start, self._mark.end) if self._mark else content

    def notify_style_update(self) -> None:
        """Another theme: draw again in its colours."""
        super().notify_style_update()
        if self._passage and self.is_mounted:
            self.query_one(Static).update(self._content(self._passage))

    def _line_of(self, position: int) -> int:
        """The line of the pane a position of the passage stands on."""
        text = self._passage.text[:position] if self._passage else ""
        return len(Content(text).wrap(max(self.query_one(Static).content_size.width, 20))) - 1

    def to_mark(self) -> None:
        """Scroll no further than it takes to see the marked stretch, its beginning rather than its end."""
        if self._mark is None:
            return
        top, bottom = self._line_of(self._mark.start + 1), self._line_of(self._mark.end)
        height = max(self.scrollable_content_region.height - 2, 1)
        if top < self.scroll_offset.y or bottom >= self.scroll_offset.y + height:
            self.scroll_to(y=max(min(bottom - height + 1, top), 0) if bottom - top < height else top, animate=False)

    def to_quote(self) -> None:
        """Scroll until the quote stands in the upper third."""
        if self._passage is None or self._passage.quote is None:
            self.scroll_home(animate=False)
            return
        width = max(self.query_one(Static).size.width, 20)
        above = Content(self._passage.text[: self._passage.quote.start]).wrap(width)
        self.scroll_to(y=max(len(above) - self.size.height // 3, 0), animate=False)
