"""How a card list looks: its header, headings and rows as strips, drawn from what the list holds."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.domain.followup import ActionItem, Status
from tracker.tui.bands import SYMBOLS, Band, Calendar
from tracker.tui.plain import clip, fit
from tracker.tui.widgets.columns import Column
from tracker.tui.widgets.lines import Heading, Lines
from tracker.tui.widgets.pages import PAGE, PageCache

MARGIN = 4
"""Cells before the first column: cursor mark, selection mark, symbol of the band, blank."""
UNDER_HEADER = 1
"""Lines the header takes above the cards."""


class CardFace(ScrollView):
    """Draws the lines on screen; what they are and how one moves among them is `CardList`'s."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "cards--header",
        "cards--heading",
        "cards--cursor",
        "cards--cursor-blurred",
        "cards--selected",
        "cards--due",
        "cards--relative",
        "cards--responsible",
        "cards--what",
        "cards--origin",
        "cards--light",
        "cards--status",
        "cards--settled",
        "cards--waiting",
        "cards--green",
        "cards--yellow",
        "cards--red",
        "cards--review",
        *(f"cards--{band}" for band in Band),
    }

    cursor = reactive(0, repaint=False)

    def __init__(self, calendar: Calendar, **kwargs: str | None) -> None:
        super().__init__(id=kwargs.get("id"), classes=kwargs.get("classes"))
        self.calendar = calendar
        self.selection: dict[str, ActionItem] = {}
        self.sort = "due"
        self.descending = False
        self._pages = PageCache()
        self._lines = Lines()
        self._columns: tuple[Column, ...] = ()
        self._widths: tuple[int, ...] = ()
        self._styles: dict[str, Style] = {}

    @property
    def room(self) -> int:
        """The cells a line has, beside the scrollbar."""
        return self.scrollable_content_region.width

    def ask_for(self, number: int) -> None:
        """Fetch a page that is to be drawn and is not here."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Another theme: forget the colours."""
        self._styles.clear()
        super().notify_style_update()

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.get_component_rich_style(f"cards--{name}", partial=True)
        return style

    def render_line(self, y: int) -> Strip:
        """One line: the header on top, else whatever card or heading stands there."""
        if y < UNDER_HEADER:
            return self._header()
        base = self.rich_style
        found = self._lines.at(y - UNDER_HEADER + self.scroll_offset.y)
        if found is None:
            return Strip.blank(self.room, base)
        if isinstance(found, Heading):
            return self._heading(found, base)
        card = self._pages.card(found)
        if card is None:
            self.ask_for(found // PAGE)
            return Strip([Segment(fit("    …", self.room), base + self._style("waiting"))])
        return self._row(found, card, base)

    def _header(self) -> Strip:
        style = self.rich_style + self._style("header")
        arrow = "↓" if self.descending else "↑"
        words = [" " * MARGIN]
        marked = False
        for column, width in zip(self._columns, self._widths, strict=True):
            mark = f" {arrow}" if column.sort == self.sort and column.title and not marked else ""
            marked = marked or bool(mark)
            words.append(fit(column.title + mark, width) + " ")
        return Strip([Segment("".join(words), style)]).adjust_cell_length(self.room, style)

    def _heading(self, heading: Heading, base: Style) -> Strip:
        style = base + self._style("heading")
        symbol = SYMBOLS[heading.band] if heading.band else "▪"
        if heading.band:
            style += self._style(heading.band)
        title = f"  {symbol} {clip(heading.title, self.room - 16)} "
        count = "" if heading.count is None else f"({heading.count}) "
        segments = [Segment(title, style), Segment(count, base + self._style("header"))]
        rule = self.room - sum(s.cell_length for s in segments)
        segments.append(Segment("─" * max(rule, 0), base + self._style("waiting")))
        return Strip(segments).adjust_cell_length(self.room, base)

    def _row(self, row: int, card: ActionItem, base: Style) -> Strip:
        band = self.calendar.band(card)
        here = row == self.cursor
        chosen = card.uid in self.selection
        if chosen:
            base += self._style("selected")
        if here:
            base += self._style("cursor" if self.has_focus else "cursor-blurred")
        settled = band in (Band.DONE, Band.DROPPED)
        symbol = base + self._style(band)
        segments = [
            Segment("▌" if here else " ", symbol),
            Segment("■" if chosen else " ", base),
            Segment(SYMBOLS[band] + " ", symbol),
        ]
        for column, width in zip(self._columns, self._widths, strict=True):
            text = fit(column.text(card, self.calendar.today), width) + " "
            segments.append(Segment(text, base + self._column_style(column.name, card, band, settled=settled)))
        return Strip(segments).adjust_cell_length(self.room, base)

    def _column_style(self, name: str, card: ActionItem, band: Band, *, settled: bool) -> Style:
        if settled and name != "status":
            return self._style("settled")
        if name in ("due", "relative") and band is not Band.LATER:
            return self._style(band)
        if name == "light" and card.light:
            return self._style(card.light)
        if name == "status" and card.status is Status.REVIEW:
            return self._style("review")
        return self._style(name)
