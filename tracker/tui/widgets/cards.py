"""The card list: a line-API widget that draws only the lines on screen, over pages that come when needed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message

from tracker.domain.followup import ActionItem
from tracker.errors import TrackerError
from tracker.tui.background import start
from tracker.tui.bands import Calendar
from tracker.tui.keys import key, translated
from tracker.tui.widgets.card_face import MARGIN, UNDER_HEADER, CardFace
from tracker.tui.widgets.columns import layout, widths
from tracker.tui.widgets.lines import Heading, Lines
from tracker.tui.widgets.pages import PAGE, CardSource, EmptySource, PageCache


class CardList(CardFace, can_focus=True):
    """Cards in the order of their source, one a line, with headings between; a cursor and a selection."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("down,j", "move(1)", "Next card", id="list.next"),
        key("up,k", "move(-1)", "Previous card", id="list.previous"),
        key("pagedown,ctrl+d,ctrl+f", "page(1)", "A page down", id="list.page_down"),
        key("pageup,ctrl+u,ctrl+b", "page(-1)", "A page up", id="list.page_up"),
        key("home,g", "first", "First card", id="list.first"),
        key("end,G", "last", "Last card", id="list.last"),
        key("space", "select", "Select", id="list.select"),
        key("asterisk", "select_all", "Select all shown", id="list.select_all"),
    ]

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another card, or on none."""

        card: ActionItem | None

    @dataclass
    class Opened(Message):
        """A card was chosen: Enter or a double click."""

        card: ActionItem

    @dataclass
    class Selected(Message):
        """The selection changed; `count` cards are selected now."""

        count: int

    @dataclass
    class SortAsked(Message):
        """A column heading was clicked."""

        sort: str

    @dataclass
    class Failed(Message):
        """A page could not be fetched."""

        error: TrackerError

    def __init__(self, calendar: Calendar, **kwargs: str | None) -> None:
        super().__init__(calendar, **kwargs)
        self._bindings = translated(self._bindings)
        self._source: CardSource = EmptySource()
        self._asked: set[int] = set()
        self._generation = 0

    # What is shown

    async def show(self, source: CardSource, *, keep: bool = False) -> None:
        """Show another source, the cursor on its first card.

        `keep` leaves the cursor where it is once the cards are here: on the same card where that is near, else in the same row.
        """
        pages = PageCache()
        near = self.cursor if keep else 0
        for number in {0, near // PAGE, max(near - self.size.height, 0) // PAGE}:
            if number * PAGE < source.total or number == 0:
                pages.put(number, await source.page(number))
        asked = dict(self.selection)
        chosen = await source.again([card.id for card in asked.values()]) if asked else ()
        at_hand = self.card if keep else None
        found = pages.row_of(at_hand.uid) if at_hand else None
        row = found if found is not None else self.cursor if keep else 0
        self._generation += 1
        self._source, self._pages, self._asked = source, pages, set()
        self._lines = Lines(source.total, tuple(source.headings))
        self._measure()
        self.set_reactive(CardList.cursor, self.validate_cursor(row))
        self.scroll_to_cursor()
        self._select_again(asked, chosen)
        self.refresh()
        self.post_message(self.Highlighted(self.card))

    def _select_again(self, asked: Collection[str], chosen: Sequence[ActionItem]) -> None:
        """Selected cards follow what others change in them; nobody acts on a card that is no longer in the list.

        What was selected after they were `asked` for, by uid, stays selected.
        """
        if self.selection:
            before = len(self.selection)
            now = {card.uid: card for card in chosen}
            self.selection = {uid: now.get(uid, card) for uid, card in self.selection.items() if uid in now or uid not in asked}
            if before != len(self.selection):
                self._selection_changed()

    def stand_on(self, uid: str) -> None:
        """Put the cursor on a card, where it is near."""
        found = self._pages.row_of(uid)
        if found is not None:
            self.cursor = found

    @property
    def card(self) -> ActionItem | None:
        """The card under the cursor; None in an empty list or while its page is on the way."""
        return self._pages.card(self.cursor) if self.total else None

    @property
    def total(self) -> int:
        """How many cards the list holds."""
        return self._lines.total

    @property
    def targets(self) -> list[ActionItem]:
        """What an action is for: the selected cards, else the one under the cursor."""
        if self.selection:
            return list(self.selection.values())
        return [self.card] if self.card else []

    def clear_selection(self) -> None:
        """Select nothing."""
        if self.selection:
            self.selection.clear()
            self._selection_changed()

    # Moving

    def scroll_to_cursor(self) -> None:
        """Bring the cursor on screen, with the heading above it where it has one."""
        line = self._lines.line_of(self.cursor) if self.total else 0
        top = line - 1 if isinstance(self._lines.at(line - 1), Heading) else line
        height = max(self.size.height - UNDER_HEADER, 1)
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif line >= self.scroll_offset.y + height:
            self.scroll_to(y=line - height + 1, animate=False)

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two lines that changed."""
        self._repaint_row(old)
        self._repaint_row(new)
        self.scroll_to_cursor()
        self.post_message(self.Highlighted(self.card))

    def validate_cursor(self, row: int) -> int:
        """Keep the cursor in the list."""
        return min(max(row, 0), max(self.total - 1, 0))

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.cursor += rows

    def action_page(self, pages: int) -> None:
        """Move the cursor by screens."""
        line = self._lines.line_of(self.cursor) + pages * max(self.size.height - UNDER_HEADER - 1, 1)
        self.cursor = self._lines.row_near(line)

    def action_first(self) -> None:
        """To the first card."""
        self.cursor = 0

    def action_last(self) -> None:
        """To the last card."""
        self.cursor = self.total - 1

    # Selecting

    def action_select(self) -> None:
        """Select the card under the cursor, or no longer; then move on."""
        card = self.card
        if card is None:
            return
        if self.selection.pop(card.uid, None) is None:
            self.selection[card.uid] = card
        self._selection_changed()
        self.cursor += 1

    async def action_select_all(self) -> None:
        """Select every card of the list (at most 2,000), or none when something is selected."""
        if self.selection:
            self.clear_selection()
            return
        try:
            pages = [await self._source.page(number) for number in range(min((self.total + PAGE - 1) // PAGE, 20))]
        except TrackerError as error:
            self.post_message(self.Failed(error))
            return
        self.selection |= {card.uid: card for cards in pages for card in cards}
        self._selection_changed()

    def _selection_changed(self) -> None:
        self.refresh()
        self.post_message(self.Selected(len(self.selection)))

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second opens the card, one on the header sorts, one on the margin selects."""
        if event.y < UNDER_HEADER:
            self._header_clicked(event.x)
            return
        found = self._lines.at(event.y - UNDER_HEADER + self.scroll_offset.y)
        if not isinstance(found, int):
            return
        if event.x < MARGIN - 1:
            self.cursor = found
            self.action_select()
        elif found == self.cursor and event.chain > 1 and self.card:
            self.post_message(self.Opened(self.card))
        else:
            self.cursor = found

    def _header_clicked(self, x: int) -> None:
        left = MARGIN
        for column, width in zip(self._columns, self._widths, strict=True):
            if left <= x < left + width + 1 and column.sort:
                self.post_message(self.SortAsked(column.sort))
                return
            left += width + 1

    # Size

    def on_resize(self) -> None:
        """Other columns may fit now."""
        self._measure()
        self.scroll_to_cursor()

    def _measure(self) -> None:
        width = self.room
        self._columns = layout(width)
        self._widths = widths(self._columns, width - MARGIN)
        self.virtual_size = Size(width, len(self._lines) + UNDER_HEADER)

    def _repaint_row(self, row: int) -> None:
        y = self._lines.line_of(row) - self.scroll_offset.y + UNDER_HEADER
        self.refresh(Region(0, y, self.room, 1))

    # Fetching

    def ask_for(self, number: int) -> None:
        """Fetch a page once, however often it is to be drawn."""
        if number not in self._asked:
            self._asked.add(number)
            start(self, partial(self._fetch, number, self._generation), "pages", exclusive=False)

    async def _fetch(self, number: int, generation: int) -> None:
        try:
            cards = await self._source.page(number)
        except TrackerError as error:
            self.post_message(self.Failed(error))
            return
        finally:
            self._asked.discard(number)
        if generation != self._generation:
            return
        self._pages.put(number, cards)
        self.refresh()
        if self.cursor // PAGE == number:
            self.post_message(self.Highlighted(self.card))
