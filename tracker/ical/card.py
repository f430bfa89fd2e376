"""One action item as an event or a task (RFC 5545 sections 3.6.1 and 3.6.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Alarm, Event, Todo
from icalendar.prop import vCategory, vDuration, vInt, vRecur, vUri

from tracker.domain.followup import ActionItem, Light, Status
from tracker.ical.labels import CalendarTexts
from tracker.ical.moments import DAY, local, set_all_day, utc, whole_day
from tracker.ical.options import CalendarOptions
from tracker.ical.text import Text, one_line
from tracker.ical.wording import description, is_range, summary

CLOCKED = timedelta(minutes=30)
"""Length of an event with a clock time; some clients don't draw one without length."""
NINE = timedelta(hours=9)
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
LAST_SEQUENCE = 2**31 - 1

# Rhythms that can be meant in minutes; a rule by the second would keep a calendar busy for ever.
_RRULE = re.compile(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+-]+){0,8}", re.ASCII)
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])", re.ASCII)


def card_components(action: ActionItem, texts: CalendarTexts, options: CalendarOptions, link: str | None = None) -> list[Any]:
    """The components of a card: a task; or an event a day, the first on the day in force. Empty for an event without a day."""
    if options.is_todo:
        return [_todo(action, texts, options, link)]
    if action.due is None:
        return []
    events = [_event(action, texts, options, link)]
    if action.deadline and action.status is not Status.DONE:
        later = sorted({day for day in action.deadline.further_dates if day > action.due})
        events += [_further(action, day, texts, options, link) for day in later]
    return events


def stamp(action: ActionItem) -> datetime:
    """When the card last changed; the same state always gives the same moment."""
    return action.changed or action.created or BEGINNING


def _common(component: Any, action: ActionItem, texts: CalendarTexts, options: CalendarOptions, link: str | None) -> str:
    """Set what events and tasks share; returns the summary. Values are set ready-made: `add` would look up each type anew."""
    title = summary(action, texts, hide=options.hide_titles)
    moment = utc(stamp(action))
    component["UID"] = Text(one_line(action.uid))
    component["DTSTAMP"] = component["LAST-MODIFIED"] = moment
    component["SEQUENCE"] = vInt(min(max(action.version - 1, 0), LAST_SEQUENCE))
    if action.created:
        component["CREATED"] = utc(action.created)
    component["SUMMARY"] = Text(title)
    body = description(action, texts, hide=options.hide_titles)
    if link and not options.hide_titles:
        component["URL"] = vUri(link)
        body = f"{body}\n{link}"
    if body:
        component["DESCRIPTION"] = Text(body)
    categories = [] if options.hide_titles else list(_categories(action, texts))
    if categories:
        component["CATEGORIES"] = vCategory([Text(word) for word in categories])
    if options.classification:
        component["CLASS"] = Text(options.classification)
    return title


def _categories(action: ActionItem, texts: CalendarTexts) -> Iterator[str]:
    yield texts.kinds[action.kind]
    if action.forum:
        yield one_line(action.forum)
    if action.status in (Status.DONE, Status.DROPPED):
        yield texts.statuses[action.status]
    elif action.light:
        yield texts.lights[action.light]


def _event(action: ActionItem, texts: CalendarTexts, options: CalendarOptions, link: str | None) -> Any:
    event = Event()
    assert action.due is not None
    title = _common(event, action, texts, options, link)
    event["TRANSP"] = Text("TRANSPARENT")
    _set_status(event, action)
    clock = _clock(action)
    if clock is not None:
        event["DTSTART"], event["DTEND"] = local(action.due, clock), local(action.due, clock, CLOCKED)
    else:
        first = action.deadline.earliest if options.span and is_range(action) and action.deadline else None
        set_all_day(event, first or action.due, action.due)
    rule = _recurrence(action)
    if rule is not None and action.is_open:
        event["RRULE"] = rule
    _add_alarms(event, action, title, options, timed=clock is not None)
    return event


def _set_status(event: Any, action: ActionItem) -> None:
    if action.status is Status.DROPPED:
        event["STATUS"] = Text("CANCELLED")
    else:
        event["STATUS"] = Text("TENTATIVE" if action.due_estimated else "CONFIRMED")


def _further(action: ActionItem, day: date, texts: CalendarTexts, options: CalendarOptions, link: str | None) -> Any:
    """A later date of the same commitment: an event of its own, because Outlook reads no RDATE."""
    event = Event()
    title = _common(event, action, texts, options, link)
    event["UID"] = Text(f"{one_line(action.uid)}-{day.isoformat()}")
    event["TRANSP"] = Text("TRANSPARENT")
    _set_status(event, action)
    set_all_day(event, day, day)
    _add_alarms(event, action, title, options, timed=False)
    return event


def _clock(action: ActionItem) -> time | None:
    """The clock time the text gave, while the day in force is still the text's own."""
    deadline = action.deadline
    if deadline is None or not deadline.time or deadline.due != action.due:
        return None
    found = _CLOCK.fullmatch(deadline.time)
    return time(int(found[1]), int(found[2])) if found else None


def _recurrence(action: ActionItem) -> Any | None:
    rule = action.deadline.recurrence if action.deadline else None
    if not rule or not action.due or not _RRULE.fullmatch(rule) or "INTERVAL=0" in rule:
        return None
    try:
        return vRecur.from_ical(rule + _end_of_month(rule, action.due))
    except ValueError:
        return None


def _end_of_month(rule: str, due: date) -> str:
    """What a rule needs so that "the 31st" comes in shorter months too: RFC 5545 section 3.3.10 skips days that do not exist."""
    if ";BY" in rule or due.day < 29:
        return ""
    if (due + DAY).day == 1 if due < date.max else True:
        day = ";BYMONTHDAY=-1"
    else:
        day = f";BYMONTHDAY={','.join(map(str, range(28, due.day + 1)))};BYSETPOS=-1"
    if rule.startswith("FREQ=MONTHLY"):
        return day
    return f";BYMONTH=2{day}" if rule.startswith("FREQ=YEARLY") and due.month == 2 else ""


def _add_alarms(component: Any, action: ActionItem, title: str, options: CalendarOptions, *, timed: bool) -> None:
    if not action.is_open:
        return
    for days in options.alarm_days:
        alarm = Alarm()
        alarm["ACTION"] = Text("DISPLAY")
        alarm["DESCRIPTION"] = Text(title)
        before = -days * DAY if timed else NINE - days * DAY
        alarm["TRIGGER"] = vDuration(before, params={"RELATED": "END"} if options.is_todo else None)
        component.add_component(alarm)


_PRIORITY = {Light.RED: 1, Light.YELLOW: 5, Light.GREEN: 9}


def _todo(action: ActionItem, texts: CalendarTexts, options: CalendarOptions, link: str | None) -> Any:
    """A task. A recurrence is told in words only: clients make a copy at each completion and so duplicate a subscribed task."""
    todo = Todo()
    title = _common(todo, action, texts, options, link)
    if action.due:
        clock = _clock(action)
        first = action.deadline.earliest if action.deadline and is_range(action) else None
        if clock is not None:
            todo["DUE"] = local(action.due, clock)
        else:
            todo["DUE"] = whole_day(action.due)
            if first:
                todo["DTSTART"] = whole_day(first)
    if action.light and action.is_open:
        todo["PRIORITY"] = vInt(_PRIORITY[action.light])
    if action.status is Status.DONE:
        todo["STATUS"] = Text("COMPLETED")
        todo["COMPLETED"] = utc(stamp(action))
        todo["PERCENT-COMPLETE"] = vInt(100)
    elif action.status is Status.DROPPED:
        todo["STATUS"] = Text("CANCELLED")
    else:
        todo["STATUS"] = Text("NEEDS-ACTION")
        if action.due:
            _add_alarms(todo, action, title, options, timed=_clock(action) is not None)
    return todo
