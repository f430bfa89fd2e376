"""Days and names as Danes write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tracker import locale
from tracker.locale.format import collate, day, long_day, relative_day

WEDNESDAY = date(2017, 6, 28)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, "i dag"), (1, "i morgen"), (3, "om 3 dage"), (-1, "1 dag over"), (-5, "5 dage over")],
)
def test_relative_day_counts_from_today(days: int, expected: str) -> None:
    assert relative_day(WEDNESDAY + timedelta(days=days), WEDNESDAY) == expected


def test_days_are_written_in_the_language_in_force() -> None:
    assert (day(WEDNESDAY), long_day(WEDNESDAY)) == ("28. jun. 2017", "onsdag den 28. juni 2017")
    locale.use("en")
    assert (day(WEDNESDAY), long_day(WEDNESDAY)) == ("28 Jun 2017", "Wednesday 28 June 2017")


def test_danish_letters_sort_last_and_double_a_as_aa() -> None:
    assert sorted(["Aage", "Zenia", "Østen", "ærlig", "anna", "Åse"], key=collate) == ["anna", "Zenia", "ærlig", "Østen", "Aage", "Åse"]
