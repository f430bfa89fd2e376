"""The line a filter is typed in: what is typed counts at once, Enter and the arrow down go to the list."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from tracker.tui.keys import key, translated


class FilterInput(Input):
    """An input whose keys stand in the key bar."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "submit", "To the list", id="list.filter_done", show=True),
        key("down", "submit", "To the list", id="list.filter_done"),
        key("escape", "screen.back", "Clear the filter", id="list.filter_clear", show=True, display="Esc"),
    ]

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, id=id)
        self._bindings = translated(self._bindings)
