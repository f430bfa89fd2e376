"""A month or a week as a grid of days, each with what is due on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tracker.domain.followup import ActionItem
from tracker.locale import _
from tracker.locale.format import weekday
from tracker.tui.bands import SYMBOLS, Calendar
from tracker.tui.keys import key, translated
from tracker.tui.plain import fit

GUTTER = 6
"""Cells for the number of the week on the left."""


def weeks_of(first: date, weeks: int) -> list[list[date]]:
    """`weeks` weeks of days from the Monday of the week of `first`."""
    monday = first - timedelta(days=first.weekday())
    return [[monday + timedelta(days=7 * w + d) for d in range(7)] for w in range(weeks)]


def month_weeks(day: date) -> list[list[date]]:
    """The weeks that hold the month of a day."""
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    monday = first - timedelta(days=first.weekday())
    return weeks_of(first, ((following - monday).days + 6) // 7)


class DayGrid(Widget, can_focus=True):
    """Days with cards; the arrows move from day to day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("left,h", "day(-1)", "The day before", id="list.day_before"),
        key("right,l", "day(1)", "The next day", id="list.day_after"),
        key("up,k", "day(-7)", "A week back", id="list.week_before"),
        key("down,j", "day(7)", "A week on", id="list.week_after"),
        key("pageup", "month(-1)", "A month back", id="list.month_before"),
        key("pagedown", "month(1)", "A month on", id="list.month_after"),
        key("home,g", "today", "Today", id="list.today"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "days--head",
        "days--today",
        "days--cursor",
        "days--other",
        "days--card",
        "days--overdue",
        "days--week",
        "days--free",
    }

    @dataclass
    class DayChosen(Message):
        """The cursor stands on another day."""

        day: date

    def __init__(self, today: date, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._bindings = translated(self._bindings)
        self.day = today
        self.weekly = False
        self.calendar = Calendar(today)
        self._cards: Mapping[date, Sequence[ActionItem]] = {}
        self._named: Mapping[date, str] = {}

    @property
    def weeks(self) -> list[list[date]]:
        """The weeks shown."""
        return weeks_of(self.day, 1) if self.weekly else month_weeks(self.day)

    def show(self, cards: Mapping[date, Sequence[ActionItem]], named: Mapping[date, str]) -> None:
        """Show these cards on their days; `named` are holidays and the like."""
        self._cards, self._named = cards, named
        self.refresh()

    def move(self, day: date) -> None:
        """Stand on another day."""
        self.day = day
        self.refresh()
        self.post_message(self.DayChosen(day))

    def action_day(self, days: int) -> None:
        """Move by days."""
        self.move(self.day + timedelta(days=days))

    def action_month(self, months: int) -> None:
        """Move by months, the day kept where that month has it."""
        index = self.day.year * 12 + self.day.month - 1 + months
        first = date(index // 12, index % 12 + 1, 1)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        self.move(first.replace(day=min(self.day.day, last.day)))

    def action_today(self) -> None:
        """Back to today."""
        self.move(self.calendar.today)

    def _cell_height(self) -> int:
        return max((self.size.height - 1) // len(self.weeks), 1)

    def _cell_width(self) -> int:
        return max((self.size.width - GUTTER) // 7, 4)

    def on_click(self, event: events.Click) -> None:
        """A click stands on the day."""
        row, column = (event.y - 1) // self._cell_height(), (event.x - GUTTER) // self._cell_width()
        if event.y > 0 and event.x >= GUTTER and row < len(self.weeks) and column < 7:
            self.move(self.weeks[row][column])

    def render_line(self, y: int) -> Strip:
        """One line of the grid."""
        base = self.rich_style
        width = self._cell_width()
        if y == 0:
            names = "".join(fit(" " + weekday(d), width) for d in self.weeks[0])
            return self._line([Segment(fit(_("Week"), GUTTER) + names, base + self._part("head"))])
        row, inner = divmod(y - 1, self._cell_height())
        if row >= len(self.weeks):
            return self._line([])
        week = self.weeks[row]
        number = f" {week[0].isocalendar().week:>2}" if inner == 0 else ""
        segments = [Segment(fit(number, GUTTER), base + self._part("head"))]
        for day in week:
            segments.append(self._cell(day, inner, width, base))
        return self._line(segments)

    def _line(self, segments: list[Segment]) -> Strip:
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(f"days--{name}", partial=True)

    def _cell(self, day: date, inner: int, width: int, base: Style) -> Segment:
        cards = self._cards.get(day, ())
        style = base
        if day == self.day:
            style += self._part("cursor")
        if inner == 0:
            return self._date_line(day, cards, width, style)
        room = self._cell_height() - 1
        shown = cards[inner - 1] if inner - 1 < len(cards) else None
        if shown is None:
            return Segment(fit("", width), style)
        if inner == room and len(cards) > room > 1:  # on a single line the first card says more; the number stands above it
            return Segment(fit(f" +{len(cards) - room + 1}", width), style + self._part("card"))
        band = self.calendar.band(shown)
        colour = self._part("overdue") if band == "overdue" else self._part("card")
        return Segment(fit(f" {SYMBOLS[band]}{shown.text or shown.quote}", width - 1) + " ", style + colour)

    def _date_line(self, day: date, cards: Sequence[ActionItem], width: int, style: Style) -> Segment:
        if day == self.calendar.today:
            style += self._part("today")
        elif day.month != self.day.month and not self.weekly:
            style += self._part("other")
        elif day in self._named or day.weekday() >= 5:
            style += self._part("free")
        if cards and day < self.calendar.today:
            style += self._part("overdue")
        mark = "»" if day == self.calendar.today else " "
        count = f" ({len(cards)})" if cards else ""
        return Segment(fit(f"{mark}{day.day}{count} {self._named.get(day, '')}", width), style)
