"""A meeting plan (mødeplan) read from an .ics file that some other program wrote. Nothing in it is trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar

from tracker.errors import DamagedFile, TooLarge, WrongFormat
from tracker.ical.moments import ZONE
from tracker.ical.text import clean, one_line

LARGEST = 10_000_000
"""Octets of the largest plan that is read."""
MOST_MEETINGS = 10_000
MOST_SERIES = 200
"""Series that are written out; of further ones only the first meeting is kept."""
MOST_OCCURRENCES = 400
"""Occurrences of one series that are kept, within five years of its beginning."""
FIVE_YEARS = timedelta(days=5 * 366)

_UNFOLD = re.compile(r"\r?\n[ \t]")
_LINES = re.compile(r"\r?\n|\r")
# A rule that never comes true (30 February) is sought to the year 9999, day by day for a daily one: daily and weekly rules may say no
# more than weekdays, and the number of series is bounded.
_LIMITS = {"FREQ", "COUNT", "UNTIL", "INTERVAL", "WKST", "BYDAY"}
_PARTS = {
    "DAILY": _LIMITS,
    "WEEKLY": _LIMITS,
    "MONTHLY": _LIMITS | {"BYMONTH", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": _LIMITS | {"BYMONTH", "BYMONTHDAY", "BYSETPOS"},
}
_COUNT = re.compile(r";?COUNT=(\d{1,6})")
_UNTIL = re.compile(r";?UNTIL=(\d{8})[T0-9Z]*")


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting that a plan announces. `start` is Copenhagen time, None for a whole day; `uid` is the plan's own identifier."""

    date: date
    title: str
    start: time | None = None
    place: str = ""
    uid: str = ""


def read_plan(data: bytes, name: str = "calendar.ics") -> list[PlannedMeeting]:
    """The meetings of a plan in order of time; series are written out, cancelled meetings left out.

    Raises TooLarge over `LARGEST`, WrongFormat when it is no calendar, DamagedFile when no calendar can be made of it.
    """
    if len(data) > LARGEST:
        raise TooLarge(name=name, size=len(data), limit=LARGEST)
    text = _decoded(data)
    if "BEGIN:VCALENDAR" not in text[:100_000].upper():
        raise WrongFormat(name=name, expected="iCalendar (.ics)")
    try:
        calendars = Calendar.from_ical("\r\n".join(_relevant(_LINES.split(_UNFOLD.sub("", text)))), multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except Exception as error:  # the parser meets hostile input with many kinds of errors
        raise DamagedFile(name=name, reason=one_line(str(error), 120)) from error
    return sorted(_meetings(events), key=lambda m: (m.date, m.start or time(), m.title, m.uid))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _relevant(lines: Iterable[str]) -> Iterator[str]:
    """The lines without time zone definitions and alarms: known zones need none, and a forged one would stay in the parser's memory."""
    skipping = ""
    for line in lines:
        upper = line[:40].upper().strip()
        if not skipping and upper in ("BEGIN:VTIMEZONE", "BEGIN:VALARM", "BEGIN:VTODO", "BEGIN:VJOURNAL", "BEGIN:VFREEBUSY"):
            skipping = "END" + upper[5:]
        if not skipping:
            yield line
        elif upper == skipping:
            skipping = ""


def _meetings(events: list[Any]) -> Iterator[PlannedMeeting]:
    moved = {(uid, day) for event in events if (day := _day_of(event, "RECURRENCE-ID")) and (uid := _text(event, "UID"))}
    count = series = 0
    for event in events:
        first = _moment(event, "DTSTART")
        if first is None or _text(event, "STATUS").upper() == "CANCELLED":
            continue
        uid = _text(event, "UID")
        single = event.get("RECURRENCE-ID") is not None
        series += "RRULE" in event
        for when in [first] if single or series > MOST_SERIES else _occurrences(event, first):
            day, start = _local(when)
            if not single and (uid, day) in moved:
                continue
            yield PlannedMeeting(day, _text(event, "SUMMARY"), start, _text(event, "LOCATION"), uid)
            count += 1
            if count >= MOST_MEETINGS:
                return


def _text(event: Any, name: str) -> str:
    value = event.get(name, "")
    return one_line(clean(str(value[0] if isinstance(value, list) and value else value)), 500)


def _moment(event: Any, name: str) -> date | None:
    """A day or moment of a property; None when absent or unreadable."""
    value = event.get(name)
    try:
        found = getattr(value[0] if isinstance(value, list) and value else value, "dt", None)
    except ValueError:  # what the parser raises for a value it could not read
        return None
    return found if isinstance(found, date) else None


def _day_of(event: Any, name: str) -> date | None:
    found = _moment(event, name)
    return _local(found)[0] if found is not None else None


def _local(when: date) -> tuple[date, time | None]:
    """The day and clock time in Copenhagen; a time in no known zone is taken as Copenhagen's own."""
    if not isinstance(when, datetime):
        return when, None
    try:
        here = when.astimezone(ZoneInfo(ZONE)) if when.tzinfo else when
    except (OverflowError, ValueError):
        here = when
    return here.date(), here.time().replace(second=0, microsecond=0)


def _occurrences(event: Any, first: date) -> list[date]:
    """All moments of a series; only the first when its rule cannot be read or is no rhythm of meetings."""
    rule = event.get("RRULE")
    if rule is None or isinstance(rule, list):
        return [first]
    try:
        written = rule.to_ical().decode()
        parts = dict(part.split("=", 1) for part in written.split(";"))
        if not set(parts) <= _PARTS.get(parts.get("FREQ", ""), set()):
            return [first]
        return _expanded(written, first, set(_excluded(event)))
    except (ValueError, TypeError, OverflowError, AttributeError):
        return [first]


def _expanded(rule: str, first: date, excluded: set[date]) -> list[date]:
    """The moments of a rule. Wall clocks repeat, not moments: a meeting at ten stays at ten when summer time begins."""
    day, clock = _local(first)
    begin = datetime.combine(day, clock or time())
    count = int(found[1]) if (found := _COUNT.search(rule)) else MOST_OCCURRENCES
    end = begin + FIVE_YEARS
    if found := _UNTIL.search(rule):
        end = min(end, datetime.strptime(found[1], "%Y%m%d") + timedelta(days=1, microseconds=-1))  # noqa: DTZ007 (wall clock)
    # The bound is set on the rule itself: one that never comes true (30 February) would otherwise be sought to the year 9999.
    series = rrulestr(_UNTIL.sub("", _COUNT.sub("", rule)), dtstart=begin).replace(until=end)
    moments = list(islice(series, min(count, MOST_OCCURRENCES)))
    return [when if clock else when.date() for when in moments if when.date() not in excluded]


def _excluded(event: Any) -> Iterator[date]:
    values = event.get("EXDATE")
    for value in values if isinstance(values, list) else [values]:
        for entry in getattr(value, "dts", ()):
            if isinstance(entry.dt, date):
                yield _local(entry.dt)[0]
