"""The Danish calendar, computed: holidays, working days, school holidays, ISO weeks, seasons. Years 1 to 9999, days inclusive.

Sources: the movable feasts follow Easter (python-dateutil, Western rule); store bededag was abolished as a public holiday from 2024; weeks
are ISO 8601; school holidays are the usual municipal ones as GUIDE.md section 3 fixes them: summer from the last Saturday of June for six
weeks, autumn in week 42, winter in week 7.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

Days = tuple[date, date]
"""A first and a last day, both inclusive."""

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
LAST_BEDEDAG = 2023

SEASONS: dict[str, int] = {"forår": 3, "sommer": 6, "efterår": 9, "vinter": 12}
"""The first month of each season; every season has three, and a winter runs into the next year."""


def easter_day(year: int) -> date:
    """Easter Sunday (påskedag)."""
    day: date = easter(year)
    return day


@lru_cache(maxsize=64)
def public_holidays(year: int) -> dict[date, str]:
    """The public holidays (helligdage) of a year with their Danish names."""
    sunday = easter_day(year)
    days = {
        date(year, 1, 1): "nytårsdag",
        sunday - 3 * DAY: "skærtorsdag",
        sunday - 2 * DAY: "langfredag",
        sunday: "påskedag",
        sunday + DAY: "2. påskedag",
        sunday + 39 * DAY: "Kristi himmelfartsdag",
        sunday + 49 * DAY: "pinsedag",
        sunday + 50 * DAY: "2. pinsedag",
        date(year, 12, 25): "juledag",
        date(year, 12, 26): "2. juledag",
    }
    if year <= LAST_BEDEDAG:
        days[sunday + 26 * DAY] = "store bededag"
    return days


def is_working_day(day: date) -> bool:
    """Whether people are at work: not weekends, public holidays, 5 June, 24 or 31 December (GUIDE.md section 3)."""
    if day.weekday() >= 5 or (day.month, day.day) in {(6, 5), (12, 24), (12, 31)}:
        return False
    return day not in public_holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The working day `count` working days after `day` (before it when negative)."""
    step = DAY if count >= 0 else -DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def add_months(day: date, count: int) -> date:
    """The same day of the month `count` months on; the last of the month where there is no such day."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def end_of_month(day: date) -> date:
    """The last day of the month `day` lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


@lru_cache(maxsize=1_024)
def months(year: int, first: int, count: int = 1) -> Days:
    """`count` whole months from month `first` (1 to 12) of `year`."""
    start = date(year, first, 1)
    return start, end_of_month(add_months(start, count - 1))


def quarter(year: int, number: int) -> Days:
    """A quarter (1 to 4) of the calendar year."""
    return months(year, 3 * number - 2, 3)


def half_year(year: int, number: int) -> Days:
    """A half (1 or 2) of the calendar year."""
    return months(year, 6 * number - 5, 6)


def season(year: int, name: str) -> Days:
    """A season by its bare name; the winter of a year begins in its December."""
    return months(year, SEASONS[name], 3)


def school_year(year: int) -> Days:
    """The school year that begins in `year`: 1 August to 31 July."""
    return date(year, 8, 1), date(year + 1, 7, 31)


def week_of(day: date) -> Days:
    """The ISO week a day lies in, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + 6 * DAY


def week(year: int, number: int) -> Days | None:
    """ISO week `number` of the ISO year, or None where it has no such week (week 53 in most years)."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return monday, monday + 6 * DAY


def summer_holiday(year: int) -> Days:
    """The school summer holiday: from the last Saturday of June, six weeks, to the Sunday before school begins."""
    last = date(year, 6, 30)
    saturday = last - timedelta(days=(last.weekday() - 5) % 7)
    return saturday, saturday + 6 * WEEK + DAY


def _whole_week(year: int, number: int) -> Days:
    monday = date.fromisocalendar(year, number, 1)
    return monday - 2 * DAY, monday + 6 * DAY


def autumn_holiday(year: int) -> Days:
    """The autumn holiday: week 42 with the weekend before it."""
    return _whole_week(year, 42)


def winter_holiday(year: int) -> Days:
    """The winter holiday: week 7 with the weekend before it."""
    return _whole_week(year, 7)


def easter_holiday(year: int) -> Days:
    """The school Easter holiday: from the Saturday before Palm Sunday to Easter Monday."""
    sunday = easter_day(year)
    return sunday - 8 * DAY, sunday + DAY


def christmas_holiday(year: int) -> Days:
    """The school Christmas holiday: from 23 December, or the Saturday before a 23rd on a Sunday or Monday, to 1 January."""
    start = date(year, 12, 23)
    if start.weekday() in (6, 0):
        start -= timedelta(days=1 if start.weekday() == 6 else 2)
    return start, date(year + 1, 1, 1)
