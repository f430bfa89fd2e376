"""A forum's next meeting as an event that lists what is due and overdue: an overdue card's own day lies where nobody looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Event
from icalendar.prop import vInt

from tracker.domain.followup import ActionItem
from tracker.ical.labels import CalendarTexts
from tracker.ical.moments import local, set_all_day, utc
from tracker.ical.options import CalendarOptions
from tracker.ical.text import Text, one_line, serialise
from tracker.ical.wording import LONGEST_SUMMARY

LONGEST_LIST = 60
"""Cards listed under one heading; the rest are counted."""
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_TWO_HOURS = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting to come. `uid` is permanent for the meeting; `changed` (UTC) is when anything in the entry last changed.

    `estimated` marks a date reckoned from the forum's rhythm. `due`, `overdue` and `undated` are the open cards to list.
    """

    uid: str
    forum: str
    date: date
    changed: datetime
    start: time | None = None
    place: str = ""
    estimated: bool = False
    due: tuple[ActionItem, ...] = ()
    overdue: tuple[ActionItem, ...] = ()
    undated: tuple[ActionItem, ...] = ()


def meeting_bytes(entry: MeetingEntry, texts: CalendarTexts, options: CalendarOptions) -> bytes:
    """The event of a meeting to come. Hidden titles leave the meeting and the counts."""
    event = Event()
    forum = one_line(entry.forum, 80)
    counts = texts.next_counts.format(due=len(entry.due), overdue=len(entry.overdue))
    estimated = f", {texts.estimated}" if entry.estimated else ""
    event["UID"] = Text(one_line(entry.uid))
    event["DTSTAMP"] = event["LAST-MODIFIED"] = utc(entry.changed)
    # Minutes since 2000: rises with every change and needs no counter of its own.
    event["SEQUENCE"] = vInt(max(int((entry.changed - _EPOCH) / timedelta(minutes=1)), 0))
    event["SUMMARY"] = Text(f"{texts.next_meeting.format(forum=forum)} ({counts}{estimated})")
    event["STATUS"] = Text("TENTATIVE" if entry.estimated else "CONFIRMED")
    event["TRANSP"] = Text("TRANSPARENT")
    if not options.hide_titles:
        event["DESCRIPTION"] = Text("\n".join(_listed(entry, texts)))
        if entry.place:
            event["LOCATION"] = Text(one_line(entry.place, 200))
    if options.classification:
        event["CLASS"] = Text(options.classification)
    if entry.start is None:
        set_all_day(event, entry.date, entry.date)
    else:
        event["DTSTART"], event["DTEND"] = local(entry.date, entry.start), local(entry.date, entry.start, _TWO_HOURS)
    return serialise(event)


def _listed(entry: MeetingEntry, texts: CalendarTexts) -> Iterator[str]:
    if not (entry.due or entry.overdue or entry.undated):
        yield texts.next_nothing
    groups = ((texts.next_overdue, entry.overdue), (texts.next_due, entry.due), (texts.next_undated, entry.undated))
    for heading, actions in groups:
        if actions:
            yield f"{heading} ({len(actions)}):"
            yield from _lines(actions, texts)
            yield ""


def _lines(actions: Sequence[ActionItem], texts: CalendarTexts) -> Iterator[str]:
    for action in actions[:LONGEST_LIST]:
        day = f"{texts.day(action.due)}: " if action.due else ""
        who = ", ".join(map(one_line, action.responsible)) or texts.nobody
        yield f"- {day}{one_line(action.text or action.quote, LONGEST_SUMMARY)} ({who})"
    if len(actions) > LONGEST_LIST:
        yield f"- {texts.more.format(count=len(actions) - LONGEST_LIST)}"
