"""The help, made from the bindings in force: what is not bound is not here, and what is bound is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from tracker.locale import _
from tracker.tui import words
from tracker.tui.bands import LIGHTS, SYMBOLS
from tracker.tui.dialogs.frame import Dialog
from tracker.tui.keys import ROOMS, KeyHelp, key, key_help


def show_help(screen: Screen[Any]) -> None:
    """The keys that work on a screen."""
    chain = [pair for _node, bindings in screen._binding_chain for pair in bindings]
    display = {name: screen.app.get_key_display(binding) for name, binding in chain}
    screen.app.push_screen(Help(key_help(chain, display)))


class Help(Dialog[None]):
    """All keys of the screen below, by room, and what the symbols mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("question_mark,q,enter", "cancel", "Close the help", id="app.close_help"),
        key("down,j", "scroll(1)", "Scroll down", id="list.scroll_down"),
        key("up,k", "scroll(-1)", "Scroll up", id="list.scroll_up"),
    ]

    def __init__(self, lines: Sequence[KeyHelp]) -> None:
        super().__init__(_("Keys"), _("Esc closes · ctrl+p finds any command by name"))
        self._lines = lines
        self.add_class("help")

    def body(self) -> list[Widget]:
        """A scrolling text."""
        return [VerticalScroll(Static(self.content(), markup=False, id="help-text"), id="help-scroll")]

    def action_scroll(self, lines: int) -> None:
        """Read on, also with vim's keys."""
        self.query_one("#help-scroll").scroll_relative(y=lines, animate=False)

    def content(self) -> Content:
        """The lines by room."""
        bold, faint = Style(bold=True), Style(dim=True)
        parts: list[Content] = []
        width = max((len(" ".join(e.keys)) for e in self._lines), default=0) + 2
        rooms = list(ROOMS) + sorted({entry.room for entry in self._lines} - set(ROOMS))
        for room in rooms:
            entries = [e for e in self._lines if e.room == room]
            if entries:
                parts.append(Content.styled(_(ROOMS.get(room, room)), bold))
                parts += [Content.assemble((f"  {' '.join(e.keys):<{width}}", bold), e.description) for e in entries]
                parts.append(Content(""))
        parts.append(Content.styled(_("Symbols"), bold))
        parts += [Content(f"  {symbol:<{width}}{words.band(band)}") for band, symbol in SYMBOLS.items()]
        parts += [Content(f"  {symbol:<{width}}{words.light(light)}") for light, symbol in LIGHTS.items()]
        parts.append(Content.styled(_("Filter: words, and responsible:name due<2017-09-01 status:open light:red"), faint))
        return Content("\n").join(parts)
