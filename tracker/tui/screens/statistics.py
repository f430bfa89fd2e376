"""Statistics: opened and settled over time, the age of what is open, and who keeps their time."""

from __future__ import annotations

import itertools
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from tracker.domain.tracking import StoredParty
from tracker.locale import _, n_
from tracker.locale.format import month
from tracker.services.statistics import AGES, Month
from tracker.services.statistics import Statistics as Figures
from tracker.tui.plain import fit
from tracker.tui.screens.base import BaseScreen
from tracker.tui.widgets.scrolling import ScrollingText

MOST = 20
"""People shown, the busiest first; the view of people has them all."""
EIGHTHS = " ▏▎▍▌▋▊▉█"


def bar(value: int, most: int, width: int) -> str:
    """A bar of at most `width` cells, to an eighth of a cell; anything above nothing shows."""
    eighths = 0 if not most else max(round(value * width * 8 / most), 1 if value else 0)
    return "█" * (eighths // 8) + (EIGHTHS[eighths % 8] if eighths % 8 else "")


class Page(ScrollingText):
    """The figures."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="page", markup=False)


class Statistics(BaseScreen):
    """One scrolling page of bars, each with its number."""

    CSS_PATH = "statistics.tcss"
    AUTO_FOCUS = "#figures"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"figures--title", "figures--opened", "figures--settled", "figures--overdue", "figures--faint"}

    def __init__(self) -> None:
        super().__init__()
        self._figures: Figures | None = None

    def title_text(self) -> str:
        """The name of the screen."""
        return _("Statistics")

    def body(self) -> list[Widget]:
        """The page."""
        return [Page(id="figures")]

    async def reload(self) -> None:
        """Count again."""
        self._figures = await self.board.figures()
        self._draw()

    def on_resize(self) -> None:
        """Longer or shorter bars."""
        self._draw()

    def _draw(self) -> None:
        if self._figures is None:
            return
        styles = {
            n: Style.from_styles(self.get_component_styles(f"figures--{n}")) for n in ("title", "opened", "settled", "overdue", "faint")
        }
        width = max(self.size.width - 40, 10)
        figures = self._figures
        parts = [
            _months(figures.months, width, styles),
            _ages(figures.ages, width, styles),
            _parties(_("By department, with the people who belong to it"), figures.departments, styles, empty=no_departments()),
            _parties(_("By person, role and group"), figures.parties[:MOST], styles, more=len(figures.parties) - MOST),
        ]
        counts = n_("{count} open", "{count} open", figures.open).format(count=figures.open)
        self.show_head(counts + " · " + _("{count} overdue").format(count=figures.overdue))
        self.query_one("#page", Static).update(Content("\n\n").join(parts))


def _months(months: tuple[Month, ...], width: int, styles: dict[str, Style]) -> Content:
    most = max((max(m.opened, m.closed) for m in months), default=0)
    lines = [
        Content.assemble(
            (_("By month"), styles["title"]), ("  ▇ " + _("opened"), styles["opened"]), ("  ▇ " + _("settled"), styles["settled"])
        )
    ]
    for entry in months:
        half = width // 2
        lines.append(
            Content.assemble(
                fit(month(entry.first), 16),
                (f"{entry.opened:>5} ", styles["opened"]),
                (fit(bar(entry.opened, most, half), half), styles["opened"]),
                (f"{entry.closed:>5} ", styles["settled"]),
                (bar(entry.closed, most, half), styles["settled"]),
            )
        )
    return Content("\n").join(lines)


def _ages(ages: tuple[int, ...], width: int, styles: dict[str, Style]) -> Content:
    names = [_("up to {days} days").format(days=AGES[0])]
    names += [_("{first} to {last} days").format(first=a + 1, last=b) for a, b in itertools.pairwise(AGES)]
    names.append(_("more than {days} days").format(days=AGES[-1]))
    lines = [Content.styled(_("Age of what is open, since the meeting"), styles["title"])]
    for name, count in zip(names, ages, strict=True):
        lines.append(Content.assemble(fit(name, 20), f"{count:>5} ", (bar(count, max(ages), width), styles["opened"])))
    return Content("\n").join(lines)


def no_departments() -> str:
    """What to do to get figures by department."""
    return _("No department is known. In the terminal: tracker people add “Børn og Unge” --kind department, then tracker people join")


def _parties(title: str, parties: tuple[StoredParty, ...], styles: dict[str, Style], *, empty: str = "", more: int = 0) -> Content:
    if not parties:
        return Content("\n").join([Content.styled(title, styles["title"]), Content.styled(empty or "–", styles["faint"])])
    head = f"{fit(_('Who'), 30)}{_('open'):>8}{_('overdue'):>14}{_('done'):>10}{_('in time'):>12}"
    lines = [Content.styled(title, styles["title"]), Content.styled(head, styles["faint"])]
    for entry in parties:
        kept = "–" if entry.kept is None else f"{entry.kept} %"
        overdue = f"! {entry.overdue}" if entry.overdue else "–"
        lines.append(
            Content.assemble(
                f"{fit(entry.party.name, 30)}{entry.open_actions:>8}",
                (f"{overdue:>14}", styles["overdue" if entry.overdue else "faint"]),
                f"{entry.done:>10}{kept:>12}",
            )
        )
    if more > 0:
        lines.append(Content.styled(n_("… and {count} more", "… and {count} more", more).format(count=more), styles["faint"]))
    return Content("\n").join(lines)
