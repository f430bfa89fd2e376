"""The timeline: who is loaded when, week by week."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracker.domain.followup import ActionItem
from tracker.locale import _
from tracker.locale.format import collate
from tracker.tui.keys import key
from tracker.tui.plain import fit
from tracker.tui.screens.base import BaseScreen
from tracker.tui.screens.pair import Choices

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp

NAME, CELL = 26, 4
"""Cells of a name and of a week."""
HEAVY = 4
"""Cards in a week from which it stands out."""


class Timeline(BaseScreen):
    """A row a person, a column a week; overdue first, without a deadline last."""

    CSS_PATH = "timeline.tcss"
    AUTO_FOCUS = "#load"
    KEYBAR: ClassVar[tuple[str, ...]] = ("view.choose",)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"load--overdue", "load--some", "load--heavy", "load--none", "load--now"}

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []

    def title_text(self) -> str:
        """The name of the screen."""
        return _("Timeline by person")

    def body(self) -> list[Widget]:
        """The weeks and the rows."""
        return [Static(id="weeks", markup=False), Rows(id="load")]

    def on_resize(self) -> None:
        """Another number of weeks may fit."""
        self.refetch()

    @property
    def weeks(self) -> list[date]:
        """The Mondays shown."""
        monday = self.board.today - timedelta(days=self.board.today.weekday())
        fitting = (self.size.width - NAME - 3 * CELL - 4) // CELL
        return [monday + timedelta(days=7 * n) for n in range(min(max(fitting, 4), 26))]

    async def reload(self) -> None:
        """The rows again."""
        weeks = self.weeks
        load = spread(await self.board.all_open(), self.board.today, weeks)
        self._names = sorted(load, key=lambda n: (-load[n].total(), collate(n)))
        styles = {n: Style.from_styles(self.get_component_styles(f"load--{n}")) for n in ("overdue", "some", "heavy", "none", "now")}
        heads = [fit("  " + _("Week"), NAME), fit("!", CELL), *(fit(str(w.isocalendar().week), CELL) for w in weeks), fit("…", CELL), "○"]
        self.query_one("#weeks", Static).update(Content("".join(heads)))
        rows = self.query_one("#load", OptionList)
        here = rows.highlighted or 0
        rows.clear_options()
        rows.add_options(Option(row(name, load[name], weeks, styles)) for name in self._names)
        rows.highlighted = min(here, len(self._names) - 1) if self._names else None
        self.show_head(_("! overdue, … later, ○ without a deadline"))

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """The cards of the person at hand, in the overview."""
        index = self.query_one("#load", OptionList).highlighted
        if index is not None and index < len(self._names):
            name = self._names[index]
            cast("TrackerApp", self.app).show_person("" if name == _("nobody named") else name)


class Rows(Choices):
    """People, a line each."""

    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "select", "This person's cards", id="view.choose", show=True)]


Slot = date | str


def spread(cards: Sequence[ActionItem], today: date, weeks: Sequence[date]) -> dict[str, Counter[Slot]]:
    """Name -> how many cards in each week (by its Monday), "overdue", "later" and "none"."""
    load: defaultdict[str, Counter[Slot]] = defaultdict(Counter)
    known: dict[str, str] = {}  # "alle" and "Alle" are the same
    end = weeks[-1] + timedelta(days=7)
    for card in cards:
        slot: Slot
        if card.due is None:
            slot = "none"
        elif card.due < today:
            slot = "overdue"
        else:
            slot = card.due - timedelta(days=card.due.weekday()) if card.due < end else "later"
        for name in card.responsible or (_("nobody named"),):
            load[known.setdefault(collate(name), name)][slot] += 1
    return dict(load)


def row(name: str, load: Counter[Slot], weeks: Sequence[date], styles: dict[str, Style]) -> Content:
    """One person's line."""

    def cell(slot: Slot, style: str) -> tuple[str, Style]:
        count = load[slot]
        if not count:
            return fit("·", CELL), styles["none"]
        heavy = count >= HEAVY and style == "some"
        return fit(str(count) + ("▲" if heavy else ""), CELL), styles["heavy" if heavy else style]

    parts = [cell("overdue", "overdue"), *(cell(week, "some") for week in weeks), cell("later", "some"), cell("none", "some")]
    return Content.assemble(f" {fit(name, NAME - 2)} ", *parts)
