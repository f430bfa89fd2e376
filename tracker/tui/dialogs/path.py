"""Ask for the path of a file or folder, completed from what lies on the disk."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tracker.locale import _
from tracker.tui.dialogs.frame import Dialog
from tracker.tui.paths import expanded
from tracker.tui.plain import line

SHOWN = 8
"""Names offered at a time."""


def completions(typed: str) -> list[str]:
    """Paths that begin as typed, folders with a slash; none where the disk will not tell."""
    path = expanded(typed) if typed else Path()
    folder, start = (path, "") if typed.endswith(("/", "\\")) or not typed else (path.parent, path.name)
    try:
        found = sorted(p for p in folder.iterdir() if p.name.startswith(start) and (start or not p.name.startswith(".")))
        return [p.as_posix() + ("/" if p.is_dir() else "") for p in found[:SHOWN]]
    except (OSError, ValueError):
        return []


class AskPath(Dialog[str]):
    """Answers a path, whether or not anything is there."""

    def __init__(self, title: str) -> None:
        super().__init__(title, _("Tab completes · Enter imports · Esc never mind"))

    def body(self) -> list[Widget]:
        """The input and what lies there."""
        return [Input(placeholder=_("For example ~/Documents/minutes"), id="answer"), Static(id="meaning", markup=False)]

    def on_mount(self) -> None:
        """What lies here."""
        self._offer("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every key."""
        event.stop()
        self._offer(event.value)

    def _offer(self, typed: str) -> None:
        self.query_one("#meaning", Static).update(Content("\n".join(line(p) for p in completions(typed)) or _("→ nothing there yet")))

    def on_key(self, event: events.Key) -> None:
        """Tab completes to the first."""
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            answer = self.query_one("#answer", Input)
            if found := completions(answer.value):
                answer.value = found[0]
                answer.cursor_position = len(answer.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        if event.value.strip():
            self.dismiss(event.value.strip())
