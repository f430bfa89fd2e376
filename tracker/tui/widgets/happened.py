"""The line above the keys: what just happened and how to undo it; otherwise what is selected or filtered."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from tracker.tui.plain import clip

SECONDS = 12.0
"""How long a message stays."""


class Happened(Widget, can_focus=False):
    """Shows `standing` text, or for a while a message."""

    def __init__(self) -> None:
        super().__init__()
        self._message = ""
        self._standing = ""
        self._timer: Timer | None = None

    @property
    def text(self) -> str:
        """What is shown."""
        return self._message or self._standing

    def say(self, message: str) -> None:
        """Show a message for a while."""
        self._message = message
        self.set_class(bool(message), "-message")
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(SECONDS, self._forget)
        self.refresh()

    def stand(self, text: str) -> None:
        """Show a text whenever there is no message."""
        self._standing = text
        self.refresh()

    def _forget(self) -> None:
        self._message = ""
        self.remove_class("-message")
        self.refresh()

    def render(self) -> Content:
        """One line. How to undo it stands last and is never what is cut."""
        room = self.size.width - 2
        what, dot, undo = self.text.rpartition(" · ")
        if what and cell_len(self.text) > room > cell_len(undo) + 12:
            return Content(f" {clip(what, room - cell_len(undo) - 3)}{dot}{undo}")
        return Content(" " + clip(self.text, room))
