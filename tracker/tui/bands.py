"""Bands: what sets cards apart at a glance. A symbol and a word each, so that colour never stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.domain.followup import ActionItem, Light, Status


class Band(StrEnum):
    """Where a card stands against the calendar. The values name the component classes of the stylesheets."""

    OVERDUE = "overdue"
    THIS_WEEK = "week"
    NEXT_MEETING = "meeting"
    LATER = "later"
    NO_DEADLINE = "none"
    DONE = "done"
    DROPPED = "dropped"


SYMBOLS = {
    Band.OVERDUE: "!",
    Band.THIS_WEEK: "▸",
    Band.NEXT_MEETING: "◆",
    Band.LATER: "·",
    Band.NO_DEADLINE: "○",
    Band.DONE: "✓",
    Band.DROPPED: "✗",
}
LIGHTS = {Light.GREEN: "●", Light.YELLOW: "◐", Light.RED: "▲"}


@dataclass(frozen=True, slots=True)
class Calendar:
    """What bands are reckoned from: the day, and the next meeting where one is known or estimated."""

    today: date
    next_meeting: date | None = None

    @property
    def week_end(self) -> date:
        """Sunday of this week (ISO 8601 weeks)."""
        return self.today + timedelta(days=6 - self.today.weekday())

    def band(self, card: ActionItem) -> Band:
        """The band of a card. In the order of their days the bands of open cards follow each other without a gap."""
        if card.status is Status.DONE:
            return Band.DONE
        if card.status is Status.DROPPED:
            return Band.DROPPED
        if card.due is None:
            return Band.NO_DEADLINE
        if card.due < self.today:
            return Band.OVERDUE
        if card.due <= self.week_end:
            return Band.THIS_WEEK
        return Band.NEXT_MEETING if self.next_meeting and card.due <= self.next_meeting else Band.LATER
