"""The words of calendars in the language in force."""

from __future__ import annotations

from types import MappingProxyType

from tracker.ical import CalendarTexts
from tracker.locale import _, language
from tracker.locale.format import short_months


def calendar_texts() -> CalendarTexts:
    """Labels for `tracker.ical` in the language in force."""
    return CalendarTexts(
        kinds=MappingProxyType({"task": _("Due"), "status": _("Status"), "forward": _("Pass on"), "deferral": _("Deferred")}),
        statuses=MappingProxyType({"review": _("for review"), "open": _("open"), "done": _("Done"), "dropped": _("Dropped")}),
        lights=MappingProxyType({"green": _("green"), "yellow": _("yellow"), "red": _("red")}),
        deadline=_("Deadline"),
        estimated=_("estimated"),
        estimated_long=_("The date of the meeting is estimated."),
        originally=_("in the minutes: {text}"),
        span=_("{first} to {last}, shown on the last day"),
        responsible=_("Responsible"),
        nobody=_("nobody named"),
        recipients=_("Recipients"),
        status=_("Status"),
        light=_("Light"),
        meeting=_("Meeting"),
        item=_("item {number}"),
        case=_("Case number"),
        recurs=_("Recurs"),
        why=_("Found by"),
        card=_("Card no. {id}"),
        hidden_case=_("case {number}"),
        hidden_card=_("card {id}"),
        next_meeting=_("Meeting: {forum}"),
        next_counts=_("{due} due, {overdue} overdue"),
        next_due=_("Due by this meeting"),
        next_overdue=_("Overdue"),
        next_undated=_("Without a deadline"),
        next_nothing=_("Nothing is due by this meeting."),
        more=_("and {count} more"),
        months=short_months(),
        day_format="{day}. {month} {year}" if language() == "da" else "{day} {month} {year}",
    )
