"""The calendar, against days looked up in printed calendars."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.danish import calendar

YEARS = st.integers(1990, 2100)


@pytest.mark.parametrize(
    ("year", "easter"),
    [(2016, date(2016, 3, 27)), (2019, date(2019, 4, 21)), (2021, date(2021, 4, 4)), (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, easter: date) -> None:
    assert calendar.easter_day(year) == easter
    assert calendar.public_holidays(year)[easter] == "påskedag"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2018, 3, 29), "skærtorsdag"), (date(2018, 3, 30), "langfredag"), (date(2018, 4, 2), "2. påskedag"),
        (date(2018, 4, 27), "store bededag"),
        (date(2018, 5, 10), "Kristi himmelfartsdag"), (date(2018, 5, 20), "pinsedag"), (date(2018, 5, 21), "2. pinsedag"),
        (date(2018, 12, 25), "juledag"),
    ],
)  # fmt: skip
def test_public_holidays(day: date, name: str) -> None:
    assert calendar.public_holidays(day.year)[day] == name


def test_store_bededag_is_a_holiday_until_2023() -> None:
    assert date(2023, 5, 5) in calendar.public_holidays(2023)
    assert "store bededag" not in calendar.public_holidays(2024).values()
    assert not calendar.is_working_day(date(2023, 5, 5))
    assert calendar.is_working_day(date(2024, 4, 26))


@pytest.mark.parametrize(
    "day", [date(2017, 6, 5), date(2018, 12, 24), date(2018, 12, 31), date(2018, 6, 30), date(2018, 7, 1), date(2018, 1, 1)]
)
def test_days_off(day: date) -> None:
    assert not calendar.is_working_day(day)


def test_working_days_over_christmas() -> None:
    assert calendar.add_working_days(date(2018, 12, 21), 1) == date(2018, 12, 27)
    assert calendar.add_working_days(date(2018, 12, 28), 1) == date(2019, 1, 2)
    assert calendar.add_working_days(date(2019, 1, 2), -1) == date(2018, 12, 28)


@pytest.mark.parametrize(
    ("year", "first"),
    [(2016, date(2016, 6, 25)), (2017, date(2017, 6, 24)), (2018, date(2018, 6, 30)), (2021, date(2021, 6, 26)), (2024, date(2024, 6, 29))],
)
def test_the_summer_holiday_begins_on_the_last_saturday_of_june(year: int, first: date) -> None:
    assert calendar.summer_holiday(year) == (first, first + timedelta(days=43))


def test_the_holidays_of_week_42_and_week_7() -> None:
    assert calendar.autumn_holiday(2021) == (date(2021, 10, 16), date(2021, 10, 24))
    assert calendar.winter_holiday(2022) == (date(2022, 2, 12), date(2022, 2, 20))


@given(YEARS)
def test_christmas_holiday_begins_with_a_free_day_before_christmas(year: int) -> None:
    first, last = calendar.christmas_holiday(year)
    assert date(year, 12, 20) < first < date(year, 12, 24)
    assert last == date(year + 1, 1, 1)


def test_months_keep_to_the_end() -> None:
    assert calendar.add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert calendar.add_months(date(2023, 3, 31), -1) == date(2023, 2, 28)
    assert calendar.months(2024, 2) == (date(2024, 2, 1), date(2024, 2, 29))
    assert calendar.season(2018, "vinter") == (date(2018, 12, 1), date(2019, 2, 28))
    assert calendar.school_year(2018) == (date(2018, 8, 1), date(2019, 7, 31))


@given(YEARS, st.integers(1, 53))
def test_weeks_run_from_monday_to_sunday(year: int, number: int) -> None:
    days = calendar.week(year, number)
    if days is None:
        assert number == 53
    else:
        assert [d.isoweekday() for d in days] == [1, 7]
        assert days[0].isocalendar()[:2] == (year, number)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_as_many_working_days_back_as_forth(day: date, count: int) -> None:
    there = calendar.add_working_days(day, count)
    between = sum(calendar.is_working_day(day + timedelta(days=n)) for n in range(1, (there - day).days + 1)) if count > 0 else None
    assert count <= 0 or between == count
