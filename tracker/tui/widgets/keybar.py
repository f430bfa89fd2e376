"""The last line: the keys that work now, as many as fit, most useful first."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from tracker.tui.keys import character


class KeyBar(Widget, can_focus=False):
    """Keys of the bindings in force that ask to be shown. A click on one is the key."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keybar--key", "keybar--words"}

    def __init__(self, first: tuple[str, ...] = (), last: tuple[str, ...] = ("app.help", "app.quit", "go.back")) -> None:
        """`first` and `last` are ids of bindings; those in `last` keep their place however narrow the screen."""
        super().__init__()
        self._first, self._last = first, last
        self._places: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the bindings as the focus moves."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def _shown(self) -> list[tuple[str, str, Binding]]:
        found: dict[str, tuple[str, str, Binding]] = {}
        focused = self.screen.focused
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if focused is not None and focused.check_consume_key(binding.key, character(binding.key)):
                continue  # it would be typed
            if binding.show and binding.description and active.enabled:
                found.setdefault(binding.action, (self.app.get_key_display(binding), binding.key, binding))
        entries = list(found.values())

        def place(entry: tuple[str, str, Binding]) -> int:
            name = entry[2].id or ""
            if name in self._last:
                return 1000 + self._last.index(name)
            return self._first.index(name) if name in self._first else 500

        return sorted(entries, key=place)

    def render(self) -> Content:
        """One line."""
        key_style = Style.from_styles(self.get_component_styles("keybar--key"))
        words = Style.from_styles(self.get_component_styles("keybar--words"))
        entries = self._shown()
        sizes = [cell_len(shown) + cell_len(b.description) + 3 for shown, _key, b in entries]
        room = self.size.width - sum(s for s, e in zip(sizes, entries, strict=True) if e[2].id in self._last)
        parts: list[Content] = []
        self._places, left = [], 0
        for size, (shown, key, binding) in zip(sizes, entries, strict=True):
            if binding.id not in self._last:
                if room < size:
                    continue
                room -= size
            parts.append(Content.assemble((f" {shown} ", key_style), (f"{binding.description} ", words)))
            self._places.append((left, left + size, key))
            left += size
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        """Press the key clicked on."""
        for left, right, key in self._places:
            if left <= event.x < right:
                self.app.simulate_key(key)
