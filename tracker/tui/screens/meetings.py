"""Meetings: each with its items, their outcomes and the cards that came of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tracker.domain.minutes import AgendaItem, Outcome
from tracker.domain.tracking import StoredMeeting
from tracker.locale import _, n_
from tracker.locale.format import day
from tracker.tui.plain import fit, line
from tracker.tui.screens.pair import PairScreen
from tracker.tui.widgets.pages import CardSource, EmptySource, ListedCards

WIDE, NARROW = 40, 28
"""Cells of a line in the list on the left (pair.tcss)."""


class Meetings(PairScreen):
    """Meetings on the left, latest first; the items of one on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._meetings: Sequence[StoredMeeting] = ()

    def title_text(self) -> str:
        """The name of the screen."""
        return _("Meetings")

    def empty_words(self) -> str:
        """A meeting without cards."""
        return _("No cards came of this meeting.") if self._meetings else _("No meetings are known yet. Press i to import minutes.")

    async def options(self) -> Sequence[Content]:
        """The meetings."""
        self._meetings = await self.board.meetings()
        self.show_head(
            n_("{count} meeting", "{count} meetings", len(self._meetings)).format(count=len(self._meetings)) + " · " + _("open/all cards")
        )
        return [self._option(m) for m in self._meetings]

    def _option(self, stored: StoredMeeting) -> Content:
        meeting = stored.meeting
        when = day(meeting.date) if meeting.date else _("no date")
        ahead = "" if stored.held else " ◇ " + _("to come")
        count = f" {stored.open_actions}/{stored.actions}" if stored.actions else ""
        rest = (NARROW if self.has_class("-narrow") else WIDE) - 15
        return Content(f" {when:<14}{fit(line(meeting.forum or '') + ahead, rest - len(count))}{count}")

    async def fetch(self) -> CardSource:
        """The items of the chosen meeting with their cards."""
        if not self._meetings:
            return EmptySource()
        chapters = await self.board.meeting_items(self._meetings[self.chosen])
        return ListedCards([(line(item_title(item)), cards) for item, cards in chapters])


def item_title(item: AgendaItem) -> str:
    """An item as a heading: "3. Sygefravær: drøftet"."""
    words = ", ".join(dict.fromkeys(outcome_word(d.outcome) for d in item.decisions if d.own))
    return f"{item.label or item.number} {item.title}" + (f": {words}" if words else "")


def outcome_word(outcome: Outcome) -> str:
    """What a decision did, in a word."""
    return {
        Outcome.APPROVED: _("approved"),
        Outcome.NOTED: _("noted"),
        Outcome.DISCUSSED: _("discussed"),
        Outcome.DEFERRED: _("deferred"),
        Outcome.REJECTED: _("turned down"),
        Outcome.RECOMMENDED: _("recommended"),
        Outcome.OTHER: _("decided"),
    }[outcome]
