"""A list to choose from on the left, the cards of what is chosen on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual._path import CSSPathType
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tracker.tui.background import start
from tracker.tui.keys import key, translated
from tracker.tui.screens.cards import CardsScreen


class PairScreen(CardsScreen):
    """Subclasses give `options` (what can be chosen) and `fetch` (the cards of `chosen`)."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["cards.tcss", "pair.tcss"]
    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("left", "to_choices", "To the list on the left", id="view.choices"),
        key("right", "to_cards", "To the cards", id="view.cards"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.chosen = 0

    def beside(self) -> list[Widget]:
        """The list to choose from."""
        return [Choices(id="choices")]

    async def options(self) -> Sequence[Content]:
        """The lines of the list."""
        raise NotImplementedError

    async def reload(self) -> None:
        """List and cards, the place kept."""
        choices = self.query_one("#choices", OptionList)
        lines = await self.options()
        here = min(self.chosen, max(len(lines) - 1, 0))
        with choices.prevent(OptionList.OptionHighlighted):
            choices.clear_options()
            choices.add_options(Option(content) for content in lines)
            choices.highlighted = here if lines else None
        self.chosen = here
        await super().reload()

    @on(OptionList.OptionHighlighted, "#choices")
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index != self.chosen:
            self.chosen = event.option_index
            start(self, self._refill_safely, "reload")

    async def _refill_safely(self) -> None:
        await self.attempt(self.refill(keep=False))

    @on(OptionList.OptionSelected, "#choices")
    def action_to_cards(self) -> None:
        """Into the cards."""
        self.cards.focus()

    def action_to_choices(self) -> None:
        """Back to the list."""
        self.query_one("#choices").focus()

    def action_back(self) -> None:
        """First the selection, then the list, then the overview."""
        if self.cards.selection:
            self.cards.clear_selection()
        elif not self.query_one("#choices").has_focus:
            self.action_to_choices()
        else:
            self.app.switch_mode("overview")


class Choices(OptionList):
    """The list on the left, with vim's keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("down,j", "cursor_down", "Next", id="list.choice_next"),
        key("up,k", "cursor_up", "Previous", id="list.choice_previous"),
        key("home,g", "first", "First", id="list.choice_first"),
        key("end,G", "last", "Last", id="list.choice_last"),
        key("enter", "select", "To the cards", id="view.choose", show=True),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._bindings = translated(self._bindings)
