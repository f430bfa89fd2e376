"""The saved views with their counts: a panel beside the list, or one line above it where the screen is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from tracker.locale import _
from tracker.tui.plain import fit


@dataclass(frozen=True, slots=True)
class ViewCount:
    """A saved view: its name, what it is called on screen, its symbol, and how many cards it holds (None: not counted yet)."""

    name: str
    title: str
    symbol: str
    count: int | None = None
    urgent: bool = False


KEYS = "1234567890H"
"""The key of each view, in the order of the panel; views after them are chosen with the mouse."""
WORDS_FIRST = ("overdue", "this_week", "review", "mine", "returned", "next_meeting")
"""On one line the active view has its title, then these as far as there is room; the others are their symbols."""


class ViewPanel(Widget, can_focus=False):
    """Views by their keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"views--active", "views--count", "views--urgent", "views--key", "views--title"}

    @dataclass
    class Chosen(Message):
        """A view was clicked."""

        name: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._views: Sequence[ViewCount] = ()
        self._active = ""

    def show(self, views: Sequence[ViewCount], active: str) -> None:
        """Show these views, `active` marked."""
        if (self._views, self._active) != (views, active):
            self._views, self._active = views, active
            self.refresh(layout=True)

    @property
    def horizontal(self) -> bool:
        """Whether there is one line only."""
        return self.size.height <= 1

    def render(self) -> Content:
        """The panel, or the line."""
        styles = {n: Style.from_styles(self.get_component_styles(f"views--{n}")) for n in ("active", "count", "urgent", "key", "title")}
        return self._strip(styles) if self.horizontal else self._panel(styles)

    def _panel(self, styles: dict[str, Style]) -> Content:
        width = self.size.width
        lines = [Content.styled(fit(_("Views"), width), styles["title"])]
        for number, view in enumerate(self._views, 1):
            count = "" if view.count is None else f"{view.count:,}".replace(",", ".")
            key = KEYS[number - 1 : number] or " "
            title = fit(f"{view.symbol} {view.title}", width - 4 - len(count) - 1)
            urgent = "urgent" if view.urgent and view.count else "count"
            entry = Content.assemble((f" {key} ", styles["key"]), title, (f" {count}", styles[urgent]), " ")
            lines.append(entry.stylize(styles["active"]) if view.name == self._active else entry)
        return Content("\n").join(lines)

    def _strip(self, styles: dict[str, Style]) -> Content:
        parts = []
        for _left, _right, number, view, words in self._places():
            count = "" if view.count is None else f"{view.count}"
            urgent = "urgent" if view.urgent and view.count else "count"
            entry = Content.assemble((f" {KEYS[number - 1 : number]} ", styles["key"]), words, (count, styles[urgent]))
            parts.append(entry.stylize(styles["active"]) if view.name == self._active else entry)
        return Content("").join(parts)

    def _places(self) -> list[tuple[int, int, int, ViewCount, str]]:
        """Where each view stands on the line, and its words: every count is seen, the titles as far as there is room."""
        sizes = {v.name: 4 + len("" if v.count is None else f"{v.count}") for v in self._views}
        titles = {v.name: v.title for v in self._views}
        worded: set[str] = set()
        room = self.size.width - sum(sizes.values())
        for name in dict.fromkeys((self._active, *WORDS_FIRST, *titles)):
            more = cell_len(titles.get(name, ""))  # a blank after it, one cell less for the symbol
            if name in titles and more <= room:
                worded.add(name)
                room -= more
        places, left = [], 0
        for number, view in enumerate(self._views, 1):
            words = f"{view.title} " if view.name in worded else view.symbol
            right = left + sizes[view.name] - 1 + cell_len(words)
            if right > self.size.width:
                break
            places.append((left, right, number, view, words))
            left = right
        return places

    def on_click(self, event: events.Click) -> None:
        """Choose the view clicked on."""
        if self.horizontal:
            found = next((v for left, right, _number, v, _words in self._places() if left <= event.x < right), None)
        else:
            found = self._views[event.y - 1] if 0 < event.y <= len(self._views) else None
        if found:
            self.post_message(self.Chosen(found.name))
