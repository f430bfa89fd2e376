"""The calendar: a month or a week with what is due, and the cards of the day at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual._path import CSSPathType
from textual.binding import BindingType
from textual.widget import Widget

from tracker.domain.followup import ActionItem
from tracker.locale import _
from tracker.locale.format import long_day, month
from tracker.tui.background import start
from tracker.tui.keys import key
from tracker.tui.screens.cards import CardsScreen
from tracker.tui.widgets.month import DayGrid
from tracker.tui.widgets.pages import CardSource, ListedCards


class CalendarScreen(CardsScreen):
    """Days above, the cards of one day below."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["cards.tcss", "calendar.tcss"]
    AUTO_FOCUS = "#grid"
    KEYBAR: ClassVar[tuple[str, ...]] = ("view.week", "view.swap", "card.done", "card.undo", "card.postpone", "card.item")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("w", "weekly", "Week or month", id="view.week", show=True),
        key("tab", "swap", "Between days and cards", id="view.swap", show=True),
        key("enter", "swap", "Between days and cards", id="view.swap"),
    ]

    def title_text(self) -> str:
        """The name of the screen."""
        return _("Calendar")

    def head_text(self) -> str:
        """Without the day: the month stands there."""
        return self.title_text()

    @property
    def grid(self) -> DayGrid:
        """The days."""
        return self.query_one("#grid", DayGrid)

    def above(self) -> list[Widget]:
        """The days."""
        return [DayGrid(self.board.today, id="grid")]

    def empty_words(self) -> str:
        """A day without cards."""
        return _("Nothing is due on {day}.").format(day=long_day(self.grid.day))

    async def fetch(self) -> CardSource:
        """The weeks shown, and the cards of the day at hand."""
        grid = self.grid
        weeks = grid.weeks
        by_day: defaultdict[date, list[ActionItem]] = defaultdict(list)
        for card in await self.board.due_between(weeks[0][0], weeks[-1][-1]):
            if card.due:
                by_day[card.due].append(card)
        grid.calendar = self.board.calendar
        grid.show(by_day, self.board.named_days(weeks[0][0], weeks[-1][-1]))
        what = _("week {number}").format(number=grid.day.isocalendar().week) if grid.weekly else month(grid.day)
        self.show_head(f"{what} · {long_day(grid.day)}")
        cards: Sequence[ActionItem] = by_day.get(grid.day, ())
        return ListedCards([("", cards)])

    @on(DayGrid.DayChosen)
    def _day_chosen(self) -> None:
        start(self, self._refill_safely, "reload")

    async def _refill_safely(self) -> None:
        await self.attempt(self.refill(keep=False))

    def action_weekly(self) -> None:
        """A week instead of a month, or back."""
        self.grid.weekly = not self.grid.weekly
        self.set_class(self.grid.weekly, "-weekly")
        self.grid.refresh()
        start(self, self._refill_safely, "reload")

    def action_swap(self) -> None:
        """Between the days and the cards."""
        (self.cards if self.grid.has_focus else self.grid).focus()

    def action_back(self) -> None:
        """First the selection, then the days, then the overview."""
        if self.cards.selection:
            self.cards.clear_selection()
        elif not self.grid.has_focus:
            self.grid.focus()
        else:
            self.app.switch_mode("overview")
