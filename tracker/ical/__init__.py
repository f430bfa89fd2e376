"""Action items as iCalendar (RFC 5545, RFC 7986), and meeting plans read from it. Pure: values in, octets out."""

from tracker.ical.calendar import CalendarBuilder, Link, calendar_bytes
from tracker.ical.labels import ENGLISH, CalendarTexts
from tracker.ical.meeting import MeetingEntry
from tracker.ical.options import PLAIN, CalendarOptions, Components
from tracker.ical.plan import PlannedMeeting, read_plan

__all__ = [
    "ENGLISH",
    "PLAIN",
    "CalendarBuilder",
    "CalendarOptions",
    "CalendarTexts",
    "Components",
    "Link",
    "MeetingEntry",
    "PlannedMeeting",
    "calendar_bytes",
    "read_plan",
]
