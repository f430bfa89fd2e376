"""Ask for a day in Danish words, resolved while they are typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tracker.domain.deadline import NEXT_MEETING, Deadline
from tracker.locale import _
from tracker.locale.format import relative_day
from tracker.tui import words
from tracker.tui.dialogs.frame import Dialog

Resolve = Callable[[str], Deadline | None]
"""Words -> the deadline they mean, None when they mean no time."""


class AskWhen(Dialog[str]):
    """Answers the phrase as typed, once it means a day, a meeting, or no day at all."""

    def __init__(self, title: str, resolve: Resolve, today: date, *, value: str = "") -> None:
        hint = _("Enter saves · Esc never mind · for example: next Friday, mid May, in 14 days, week 34, none")
        super().__init__(title, hint)
        self._resolve, self._today, self._value = resolve, today, value

    def body(self) -> list[Widget]:
        """The input and what it means."""
        return [Input(self._value, placeholder=_("When?"), id="answer"), Static(id="meaning", markup=False)]

    def on_mount(self) -> None:
        """Show what the value given means."""
        self._explain(self._value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every key."""
        event.stop()
        self._explain(event.value)

    def _explain(self, text: str) -> None:
        meaning = self.query_one("#meaning", Static)
        found = self._resolve(text.strip()) if text.strip() else None
        none = words.means_no_day(text)
        meaning.set_class(bool(found) or none, "-found")
        if none:
            meaning.update(Content(_("→ no deadline")))
        elif found:
            relative = f" · {relative_day(found.due, self._today)}" if found.due else ""
            meaning.update(Content(f"→ {words.resolved(found)}{relative}"))
        elif text.strip():
            meaning.update(Content(_("→ not a time yet")))
        else:
            meaning.update(Content(" "))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: only what means something."""
        event.stop()
        text = event.value.strip()
        found = self._resolve(text) if text else None
        if words.means_no_day(text) or (found and (found.due or found.anchor == NEXT_MEETING)):
            self.dismiss(text)
        elif text:
            self.app.bell()
