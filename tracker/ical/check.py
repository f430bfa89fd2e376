"""Looks at a calendar as a strict client would: what would make it drop the feed, or show it wrongly."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from icalendar import Calendar

from tracker.ical.text import LIMIT, one_line


class Flaw(StrEnum):
    """What can be wrong with a calendar, by RFC 5545 or by what clients do with it."""

    NOT_UTF8 = "not UTF-8"
    LINE_ENDS = "line ends are not CRLF"
    LONG_LINES = "lines over 75 octets"
    UNREADABLE = "cannot be read as a calendar"
    NO_NAME = "no name before the first component"
    NO_UID = "a component without UID or DTSTAMP"
    SAME_UID = "two components with one UID"
    EMPTY_EVENT = "an event that ends as it begins"
    BROKEN = "a property that cannot be read"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a calendar holds and what is wrong with it, in the order of `Flaw`."""

    name: str = ""
    events: int = 0
    tasks: int = 0
    flaws: tuple[Flaw, ...] = ()


def inspect(data: bytes) -> Inspection:
    """Inspect a calendar. Never raises, whatever the octets are."""
    flaws = set(_line_flaws(data))
    try:
        calendar: Any = Calendar.from_ical(data.decode("utf-8", "replace"))
        components = [part for part in calendar.walk() if part.name in ("VEVENT", "VTODO")]
    except Exception:  # the parser meets hostile input with many kinds of errors
        return Inspection(flaws=_ordered(flaws | {Flaw.UNREADABLE}))
    if calendar.name != "VCALENDAR" or not data.rstrip().endswith(b"END:VCALENDAR"):
        flaws.add(Flaw.UNREADABLE)
    name = calendar.get("X-WR-CALNAME") or calendar.get("NAME")
    before = data.split(b"BEGIN:V", 2)[1] if data.count(b"BEGIN:V") > 1 else data
    if b"X-WR-CALNAME" not in before:
        flaws.add(Flaw.NO_NAME)
    flaws |= set(_component_flaws(components))
    events = sum(part.name == "VEVENT" for part in components)
    return Inspection(one_line(str(name or ""), 120), events, len(components) - events, _ordered(flaws))


def _ordered(flaws: set[Flaw]) -> tuple[Flaw, ...]:
    return tuple(flaw for flaw in Flaw if flaw in flaws)


def _line_flaws(data: bytes) -> list[Flaw]:
    flaws = []
    try:
        data.decode()
    except UnicodeDecodeError:
        flaws.append(Flaw.NOT_UTF8)
    if b"\n" in data.replace(b"\r\n", b"") or not data.endswith(b"\r\n"):
        flaws.append(Flaw.LINE_ENDS)
    if any(len(line) > LIMIT for line in data.replace(b"\r", b"").split(b"\n")):
        flaws.append(Flaw.LONG_LINES)
    return flaws


def _component_flaws(components: list[Any]) -> list[Flaw]:
    flaws = []
    identities = Counter((str(part.get("UID")), _plain(part.get("RECURRENCE-ID"))) for part in components)
    if any("UID" not in part or "DTSTAMP" not in part for part in components):
        flaws.append(Flaw.NO_UID)
    if any(count > 1 for count in identities.values()):
        flaws.append(Flaw.SAME_UID)
    if any("DTEND" in part and _plain(part["DTEND"]) == _plain(part.get("DTSTART")) for part in components):
        flaws.append(Flaw.EMPTY_EVENT)
    if any(part.errors for part in components):
        flaws.append(Flaw.BROKEN)
    return flaws


def _plain(value: Any) -> bytes:
    return b"" if value is None or isinstance(value, list) else bytes(value.to_ical())
