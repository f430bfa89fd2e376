"""Action items into the octets of a calendar (RFC 5545, RFC 7986). The same state always gives the same octets.

Nothing here reads a clock or makes an identifier: UID, SEQUENCE, DTSTAMP and LAST-MODIFIED come from the cards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from icalendar import Calendar
from icalendar.prop import vDuration

from tracker.domain.followup import ActionItem
from tracker.ical.card import card_components
from tracker.ical.labels import ENGLISH, CalendarTexts
from tracker.ical.meeting import MeetingEntry, meeting_bytes
from tracker.ical.moments import ZONE
from tracker.ical.options import PLAIN, CalendarOptions
from tracker.ical.text import Text, one_line, serialise
from tracker.ical.zone import zone_bytes

PRODUCT = "-//tracker//tracker//DA"
END = b"END:VCALENDAR\r\n"

Link = Callable[[ActionItem], str]
"""The address a card's event points back to."""


class CalendarBuilder:
    """Builds one calendar again and again, serialising a card only when it differs from the last time.

    A card's octets are kept beside the card they were made from and used again only for an equal one: its revision and everything
    that is written. Texts, options and link never change within a builder, so they need no place in the key.
    """

    def __init__(self, texts: CalendarTexts = ENGLISH, options: CalendarOptions = PLAIN, link: Link | None = None) -> None:
        self._texts, self._options, self._link = texts, options, link
        self._made: dict[str, tuple[ActionItem, bytes]] = {}

    def build(self, actions: Iterable[ActionItem], *, name: str, meetings: Sequence[MeetingEntry] = ()) -> bytes:
        """The calendar called `name`, in the order of the cards' numbers. Meetings are left out of a calendar of tasks."""
        kept: dict[str, tuple[ActionItem, bytes]] = {}
        parts = [self._head(name), zone_bytes()]
        for action in sorted(actions, key=_order):
            known = self._made.get(action.uid)
            if known is None or (known[0] is not action and known[0] != action):
                known = action, self._card(action)
            kept[action.uid] = known
            parts.append(known[1])
        self._made = kept
        if not self._options.is_todo:
            parts += [meeting_bytes(entry, self._texts, self._options) for entry in sorted(meetings, key=lambda m: (m.date, m.uid))]
        parts.append(END)
        return b"".join(parts)

    def _card(self, action: ActionItem) -> bytes:
        link = self._link(action) if self._link else None
        return b"".join(serialise(part) for part in card_components(action, self._texts, self._options, link))

    def _head(self, name: str) -> bytes:
        """Everything before the first component; Outlook takes no name from further down."""
        calendar = Calendar()
        calendar["PRODID"], calendar["VERSION"] = Text(PRODUCT), Text("2.0")
        calendar["CALSCALE"], calendar["METHOD"] = Text("GREGORIAN"), Text("PUBLISH")
        calendar["NAME"] = calendar["X-WR-CALNAME"] = Text(one_line(name, 120))
        calendar["X-WR-TIMEZONE"] = Text(ZONE)
        # RFC 7986 wants VALUE=DURATION written out; the X-property is what Outlook reads.
        calendar["REFRESH-INTERVAL"] = vDuration(self._options.refresh, params={"VALUE": "DURATION"})
        calendar["X-PUBLISHED-TTL"] = vDuration(self._options.refresh)
        calendar["COLOR"], calendar["X-APPLE-CALENDAR-COLOR"] = map(Text, self._options.color)
        return serialise(calendar).removesuffix(END)


def _order(action: ActionItem) -> tuple[int, str]:
    return action.id, action.uid


def calendar_bytes(
    actions: Iterable[ActionItem],
    *,
    name: str,
    texts: CalendarTexts = ENGLISH,
    options: CalendarOptions = PLAIN,
    meetings: Sequence[MeetingEntry] = (),
    link: Link | None = None,
) -> bytes:
    """One calendar, once. Pure: the same arguments give the same octets. Cards without a day are left out of events."""
    return CalendarBuilder(texts, options, link).build(actions, name=name, meetings=meetings)
