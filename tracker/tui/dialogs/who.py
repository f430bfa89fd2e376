"""Ask for people with completion from the directory: several with commas between."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tracker.locale import _
from tracker.locale.format import collate
from tracker.tui.dialogs.frame import Dialog
from tracker.tui.plain import line

SHOWN = 8
"""Names offered at a time."""


def matching(names: Sequence[str], typed: str) -> list[str]:
    """Names for the last word typed: those that begin with it, then those with a word that does, then those that hold it."""
    wanted = collate(typed.rpartition(",")[2].strip())
    if not wanted:
        return list(names[:SHOWN])
    ranked = []
    for name in names:
        folded = collate(name)
        if folded.startswith(wanted):
            ranked.append((0, folded, name))
        elif f" {wanted}" in folded:
            ranked.append((1, folded, name))
        elif wanted in folded:
            ranked.append((2, folded, name))
    return [name for *_rank, name in sorted(ranked)[:SHOWN]]


class AskWho(Dialog[str]):
    """Answers names with commas between; empty means nobody."""

    def __init__(self, title: str, names: Sequence[str], value: str = "") -> None:
        super().__init__(title, _("Tab completes · comma adds another · Enter saves · Esc never mind"))
        self._names, self._value = names, value
        self._offered: list[str] = []

    def body(self) -> list[Widget]:
        """The input and the names offered."""
        return [Input(self._value, placeholder=_("Name, role or department"), id="answer"), OptionList(id="names")]

    def on_mount(self) -> None:
        """The list follows the input and takes no focus."""
        self.query_one("#names", OptionList).can_focus = False
        self._offer(self._value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every key."""
        event.stop()
        self._offer(event.value)

    def _offer(self, typed: str) -> None:
        names = self.query_one("#names", OptionList)
        self._offered = matching(self._names, typed)
        names.clear_options()
        names.add_options(Option(Content(line(n))) for n in self._offered)
        names.highlighted = 0 if self._offered and typed.rpartition(",")[2].strip() else None

    def on_key(self, event: events.Key) -> None:
        """Tab takes the marked name, the arrows mark another."""
        names = self.query_one("#names", OptionList)
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            self._take(names.highlighted or 0)
        elif event.key == "down":
            event.stop()
            names.action_cursor_down()
        elif event.key == "up":
            event.stop()
            names.action_cursor_up()

    def _take(self, index: int) -> None:
        if index < len(self._offered):
            answer = self.query_one("#answer", Input)
            before = answer.value.rpartition(",")[0].strip()
            answer.value = f"{before}, {self._offered[index]}" if before else self._offered[index]
            answer.cursor_position = len(answer.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click takes a name."""
        event.stop()
        self._take(event.option_index)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: the names as typed."""
        event.stop()
        self.dismiss(", ".join(part.strip() for part in event.value.split(",") if part.strip()))
