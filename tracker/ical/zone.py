"""Europe/Copenhagen as a VTIMEZONE.

The rule is the European Union's since 1996 (Directive 2000/84/EC): the last Sundays of March and October at 01:00 UTC.
The definition is always in a calendar, which also gives an empty one the component that RFC 5545 section 3.6 asks for.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vDatetime, vRecur, vUTCOffset

from tracker.ical.moments import ZONE
from tracker.ical.text import Text, serialise

_STANDARD, _SUMMER = timedelta(hours=1), timedelta(hours=2)


def _part(part: Any, name: str, start: datetime, before: timedelta, after: timedelta) -> Any:
    part["TZNAME"] = Text(name)
    part["DTSTART"] = vDatetime(start)
    part["TZOFFSETFROM"], part["TZOFFSETTO"] = vUTCOffset(before), vUTCOffset(after)
    part["RRULE"] = vRecur.from_ical(f"FREQ=YEARLY;BYDAY=-1SU;BYMONTH={start.month}")
    return part


@cache
def zone_bytes() -> bytes:
    """The VTIMEZONE component."""
    zone = Timezone()
    zone["TZID"] = Text(ZONE)
    zone.add_component(_part(TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), _STANDARD, _SUMMER))  # noqa: DTZ001 (wall clock)
    zone.add_component(_part(TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), _SUMMER, _STANDARD))  # noqa: DTZ001
    return serialise(zone)
