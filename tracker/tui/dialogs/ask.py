"""Ask for one line of text: a note, a reason, a new wording, a path."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Input

from tracker.locale import _
from tracker.tui.dialogs.frame import Dialog


class Ask(Dialog[str]):
    """Answers the text; an empty one only where `optional`."""

    def __init__(self, title: str, *, value: str = "", placeholder: str = "", optional: bool = False, hint: str = "") -> None:
        super().__init__(title, hint or _("Enter saves · Esc never mind"))
        self._value, self._placeholder, self._optional = value, placeholder, optional

    def body(self) -> list[Widget]:
        """The input."""
        return [Input(self._value, placeholder=self._placeholder, id="answer", select_on_focus=False)]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        text = event.value.strip()
        if text or self._optional:
            self.dismiss(text)
