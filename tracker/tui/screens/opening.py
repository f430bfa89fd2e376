"""The first frame: painted before anything heavy is loaded, gone as soon as the overview can be shown."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tracker.locale import _
from tracker.locale.format import long_day


class Opening(Screen[None]):
    """The head of the overview, and that the rest is on its way."""

    class Painted(Message):
        """It is on the screen."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    def compose(self) -> ComposeResult:
        """Two lines."""
        yield Static(Content(f"{_('Follow-up')} · {long_day(self._today)}"), classes="head", markup=False)
        yield Static(Content(" " + _("Opening …")), markup=False)

    def on_screen_resume(self) -> None:
        """Painting is the library's own answer to this event: what is posted now comes after it."""
        self.post_message(self.Painted())
