"""A text that scrolls with the arrows and with vim's keys."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll

from tracker.tui.keys import key, translated


class ScrollingText(VerticalScroll, can_focus=True):
    """Subclasses compose what scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("down,j", "scroll_down", "Scroll down", id="list.scroll_down"),
        key("up,k", "scroll_up", "Scroll up", id="list.scroll_up"),
        key("pagedown,ctrl+d,ctrl+f", "page_down", "A page down", id="list.page_down"),
        key("pageup,ctrl+u,ctrl+b", "page_up", "A page up", id="list.page_up"),
        key("home,g", "scroll_home", "To the top", id="list.top"),
        key("end,G", "scroll_end", "To the bottom", id="list.bottom"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._bindings = translated(self._bindings)
