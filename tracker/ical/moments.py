"""Days and moments as property values: whole days, wall clock in Copenhagen, and UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar.prop import vDate, vDatetime

from tracker.ical.text import Text

ZONE = "Europe/Copenhagen"
DAY = timedelta(days=1)


def utc(moment: datetime) -> Any:
    """A moment in UTC, in whole seconds; one without a zone is taken as UTC."""
    return vDatetime((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0))


def local(day: date, clock: time, later: timedelta = timedelta()) -> Any:
    """A wall clock time in Copenhagen, `later` after `clock` as the clock shows it."""
    return vDatetime((datetime.combine(day, clock) + later).replace(tzinfo=ZoneInfo(ZONE)))


def whole_day(day: date) -> Any:
    """A DATE value."""
    return vDate(day, params={"VALUE": "DATE"})


def set_all_day(event: Any, first: date, last: date) -> None:
    """Let an event last whole days, `last` included, without showing anybody as busy.

    The end is exclusive (RFC 5545 section 3.6.1): equal dates break Outlook. The last day there is has none after it.
    """
    event["DTSTART"] = whole_day(first)
    event["DTEND"] = whole_day(last + DAY if last < date.max else last)
    event["X-MICROSOFT-CDO-BUSYSTATUS"] = Text("FREE")
