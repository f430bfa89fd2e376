from __future__ import annotations

from datetime import UTC, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Timezone

from tracker.ical.moments import ZONE
from tracker.ical.zone import zone_bytes


def test_the_zone_written_down_is_copenhagens() -> None:
    """Every change of the clock from 1996 to 2040 comes at the moment, and to the offset, that the time zone database says."""
    zone: Any = Timezone.from_ical(zone_bytes())
    here = ZoneInfo(ZONE)
    for part in zone.subcomponents:
        before, after = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
        series = rrulestr(part["RRULE"].to_ical().decode(), dtstart=part["DTSTART"].dt)
        changes = list(islice(series, 45))
        assert changes[-1].year == 2040
        for change in changes:
            moment = (change - before).replace(tzinfo=UTC)
            assert (moment - timedelta(seconds=1)).astimezone(here).utcoffset() == before
            assert moment.astimezone(here).utcoffset() == after
            assert moment.astimezone(here).tzname() == str(part["TZNAME"])
