"""Times that the end of a line and the indent below it part."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.danish import find_times

ON = date(2026, 3, 18)
SAYINGS = (
    "senest den 15. maj",
    "i løbet af maj",
    "inden udgangen af uge 20",
    "på næste møde",
    "lørdag den 21. marts",
    "om to måneder",
    "mellem 1. og 15. maj",
    "inden sommerferien",
)


@given(st.sampled_from(SAYINGS), st.data(), st.text(" \t", min_size=1, max_size=30), st.text(" \t", max_size=3))
def test_a_time_is_the_same_wherever_its_line_ends_and_the_next_is_inset(words: str, data: st.DataObject, indent: str, end: str) -> None:
    blanks = [at for at, letter in enumerate(words) if letter == " "]
    at = data.draw(st.sampled_from(blanks))
    broken = f"{words[:at]}{end}\n{indent}{words[at + 1 :]}"
    whole, found = (find_times(f"Bo ringer {said}, siger Ea.", ON) for said in (words, broken))
    assert [t.deadline.due for t in found] == [t.deadline.due for t in whole]
    assert [f"Bo ringer {broken}, siger Ea."[t.start : t.end] for t in found] == [broken]


@pytest.mark.parametrize("sign", ["-", "•", "–", "*", "·"])
def test_a_bullet_below_ends_the_time(sign: str) -> None:
    found = find_times(f"inden 30/3\n     {sign} 3.3 Reserven", ON)
    assert [t.text for t in found] == ["inden 30/3"]


def test_times_behind_several_insets_stand_where_they_were_written() -> None:
    text = "Bo ringer senest\n    den 1. maj,\n\t\tEa i uge\n  20, og\n\n    de mødes den 3. juni."
    assert [" ".join(text[t.start : t.end].split()) for t in find_times(text, ON)] == ["senest den 1. maj", "i uge 20", "den 3. juni"]


@pytest.mark.parametrize("point", ["7. Ida maler", "  7. Ida maler", "7) Ida maler"])
def test_the_number_of_the_point_below_ends_the_time(point: str) -> None:
    (found,) = find_times(f"Opslaget hænges op mandag den 24.\n{point} hegnet", ON)
    assert found.text == "mandag den 24."


def test_a_day_whose_month_stands_on_the_next_line_is_whole() -> None:
    for words in ("senest den 24.\nmaj", "den 3. og\n5. Juni"):
        assert [t.text for t in find_times(f"Vi mødes {words}", ON)] == [words]
