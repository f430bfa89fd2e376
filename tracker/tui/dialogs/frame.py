"""The frame of every dialog: a title, a body, a line of hints; Escape answers None."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tracker.tui.keys import key, translated
from tracker.tui.plain import line

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A framed modal screen."""

    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "cancel", "Never mind", id="app.cancel")]
    CSS_PATH = "dialogs.tcss"

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self._bindings = translated(self._bindings)
        self._title = line(title)
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Title, body, hint."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title", markup=False)
            yield from self.body()
            if self._hint:
                yield Static(Content(self._hint), classes="dialog-hint", markup=False)

    def body(self) -> list[Widget]:
        """What the dialog holds."""
        raise NotImplementedError

    def action_cancel(self) -> None:
        """Answer None."""
        self.dismiss(None)
