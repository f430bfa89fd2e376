"""Properties: any day in any supported form, any limit, any text at all, and hostile repetition."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.danish import find_times, resolve
from tracker.danish.times.words import MONTHS, ORDINALS

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
NAMES = list(MONTHS)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
SHORT = ("jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec.")
WORDS = {number: word for word, number in ORDINALS.items()}

Form = Callable[[date], str]
WITH_YEAR: tuple[Form, ...] = (
    lambda d: f"den {d.day}. {NAMES[d.month - 1]} {d.year}",
    lambda d: f"{d.day}. {NAMES[d.month - 1]} {d.year}",
    lambda d: f"d. {d.day}. {SHORT[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]} den {d.day}. {NAMES[d.month - 1]} {d.year}",
    lambda d: f"{d.day}/{d.month}-{d.year}",
    lambda d: f"{d.day}/{d.month} {d.year}",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d.day:02}-{d.month:02}-{d.year}",
    lambda d: d.isoformat(),
    lambda d: f"den {WORDS[d.day]} {NAMES[d.month - 1]} {d.year}",
    lambda d: f"DEN {d.day}. {NAMES[d.month - 1].upper()} {d.year}",
    lambda d: f"kl. 12 den {d.day}. {NAMES[d.month - 1]} {d.year}",
)
WITHOUT_YEAR: tuple[Form, ...] = (
    lambda d: f"den {d.day}. {NAMES[d.month - 1]}",
    lambda d: f"d. {d.day}/{d.month}",
    lambda d: f"den {d.day}.{d.month}.",
    lambda d: f"{d.day}. {SHORT[d.month - 1]}",
    lambda d: f"{WEEKDAYS[d.weekday()]} den {d.day}. {NAMES[d.month - 1]}",
)


@given(DAYS, DAYS, st.sampled_from(WITH_YEAR))
def test_a_day_with_its_year_is_that_day_from_everywhere(day: date, on: date, written: Form) -> None:
    found = find_times(written(day), on)
    assert [(t.deadline.earliest, t.deadline.due, t.past) for t in found] == [(day, day, day < on)]


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), DAYS)
def test_two_digits_mean_1970_to_2069(day: date, on: date) -> None:
    found = find_times(f"d. {day.day}/{day.month}-{day:%y}", on)
    assert [t.deadline.due for t in found] == [day]


@given(DAYS, st.integers(0, 364), st.sampled_from(WITHOUT_YEAR))
def test_a_day_without_its_year_is_the_first_on_or_after(on: date, ahead: int, written: Form) -> None:
    day = on + timedelta(days=ahead)
    found = find_times(written(day), on)
    assert [t.deadline.due for t in found] == [day]


@given(DAYS, st.integers(0, 51), st.booleans())
def test_a_week_is_the_first_not_over(on: date, ahead: int, with_year: bool) -> None:
    iso = (on + timedelta(weeks=ahead)).isocalendar()
    text = f"uge {iso.week} {iso.year}" if with_year else f"uge {iso.week}"
    monday = date.fromisocalendar(iso.year, iso.week, 1)
    (found,) = find_times(text, on)
    assert (found.deadline.earliest, found.deadline.due) == (monday, monday + timedelta(days=6))


LIMITS = ("inden", "senest", "før", "til", "i løbet af", "efter", "fra", "tidligst", "inden udgangen af", "frem til")
PERIODS = (
    "15. august", "den 1. maj", "uge 20", "maj", "foråret", "3. kvartal", "næste uge", "fredag", "jul", "påske", "sommerferien",
    "efterårsferien",
    "2. halvår", "årsskiftet", "Sankt Hans", "1.-3. juni", "medio maj", "oktober/november",
)  # fmt: skip


@given(DAYS, st.sampled_from(LIMITS), st.sampled_from(PERIODS))
def test_a_limit_without_a_year_never_lies_before_the_reference_day(on: date, limit: str, period: str) -> None:
    for found in find_times(f"{limit} {period}", on):
        deadline = found.deadline
        assert deadline.due is None or deadline.due >= on
        assert deadline.earliest is None or deadline.due is None or deadline.earliest <= deadline.due


PIECES = (*LIMITS, *PERIODS, "den", "d.", "15", "8", "/", "-", ".", ",", "og", "eller", "kl. 12", "2018", "om", "14 dage", "næste møde",
    "hver", "når", "mellem", "\n", "mødet", "i")  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.dates(date(1, 1, 1), date(9999, 12, 31)))
@settings(max_examples=300)
def test_any_words_of_time_in_any_order_on_any_day(words: list[str], on: date) -> None:
    text = " ".join(words)
    end = 0
    for found in find_times(text, on):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        end = found.end


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=200), DAYS)
@settings(max_examples=300)
def test_any_text_at_all(text: str, on: date) -> None:
    for found in find_times(text, on):
        assert text[found.start : found.end] == found.text
    resolve(text, on)


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 inden 1. maj \udfff",
        "İ inden 1. maj",
        "ẞ den 15. august",
        "inden\N{NO-BREAK SPACE}15.\N{NO-BREAK SPACE}august",
        "én gang om året",
    ],
)
def test_letters_of_another_width_do_not_move_positions(text: str) -> None:
    (found,) = find_times(text, date(2017, 6, 28))
    assert text[found.start : found.end] == found.text


def test_typed_letters_may_be_decomposed() -> None:
    deadline = resolve("til fora\u030aret", date(2017, 6, 28))
    assert deadline is not None
    assert deadline.due == date(2018, 5, 31)


@pytest.mark.parametrize("phrase", ["", "hej", "15. august og så noget", "Maj Hansen", "når svaret foreligger", "den 31. februar"])
def test_what_is_no_time_as_a_whole_is_not_resolved(phrase: str) -> None:
    assert resolve(phrase, date(2017, 6, 28)) is None


HOSTILE = (
    "den ", "den 1. ", "1/", "1-", "1.", "9", "d. ", "og ", "uge 1, ", "uge 1-", "maj ", "maj/", "maj og ", "i maj og ", "inden ",
    "i løbet af ", "senest i ", "senest den 15. ",
    "en ", "et halvt ", "14 dage efter ", "næste ", "kommende ", "på ", "hver ", "hver anden ", "når ", "fra 1. maj til ", "mellem ",
    "1. maj, ", "mandag ", "mandag den ",
    "kl. 1 ", "kl. 12 den ", "\n", " ", "a", "2018 ", "2018-", "første ", "mødet ", "til mødet ", "Frist: ", "prøves i ", "(", ": ",
    "å", "x møde i ",
)  # fmt: skip


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        find_times(text, date(2017, 6, 28))
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    length = 6_000
    short, long = piece * (length // len(piece)), piece * (4 * length // len(piece))
    ratio = _seconds(long) / max(_seconds(short), 0.002)
    assert ratio < 9, f"four times the text took {ratio:.1f} times as long"


def test_a_line_of_a_million_digits_is_read() -> None:
    assert find_times("9" * 1_000_000, date(2017, 6, 28)) == []
