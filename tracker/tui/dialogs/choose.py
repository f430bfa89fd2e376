"""Choose one of a few things by a single key, the arrows or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tracker.locale import _
from tracker.tui.dialogs.frame import Dialog
from tracker.tui.plain import line


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its value, the key that chooses it, and the words."""

    value: str
    key: str
    words: str


class Choose(Dialog[str]):
    """Answers the value of the choice."""

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__(title, _("The letter chooses · Esc never mind"))
        self._choices = choices

    def body(self) -> list[Widget]:
        """The choices."""
        return [OptionList(*(Option(Content(f" {c.key}  {line(c.words)}"), id=str(i)) for i, c in enumerate(self._choices)), id="choose")]

    def on_key(self, event: events.Key) -> None:
        """A letter chooses at once."""
        for choice in self._choices:
            if event.character == choice.key:
                event.stop()
                self.dismiss(choice.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.dismiss(self._choices[event.option_index].value)
