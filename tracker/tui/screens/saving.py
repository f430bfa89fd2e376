"""Asking where to save. A file that is there is only written over when the person says so: it could not be undone."""

from __future__ import annotations

from pathlib import Path

from tracker.locale import _
from tracker.tui.paths import expanded
from tracker.tui.plain import clip
from tracker.tui.screens.base import BaseScreen


async def ask_target(screen: BaseScreen, title: str, value: str, hint: str = "") -> str | None:
    """The path to write to, or None; asked again where something is in the way."""
    from tracker.tui.dialogs.ask import Ask
    from tracker.tui.dialogs.choose import Choice, Choose

    while True:
        path: str | None = await screen.app.push_screen_wait(Ask(title, value=value, hint=hint))
        if path is None or not _is_there(path):
            return path
        question = _("{name} is there already. Write over it?").format(name=clip(Path(path).name, 40))
        choices = [Choice("over", _("y"), _("Yes, the old file is lost")), Choice("other", "n", _("No, another name"))]
        answer = await screen.app.push_screen_wait(Choose(question, choices))
        if answer == "over":
            return path
        if answer is None:
            return None
        value = path


def _is_there(path: str) -> bool:
    try:
        return expanded(path).is_file()
    except (OSError, ValueError):  # a path no system takes: writing will tell
        return False
