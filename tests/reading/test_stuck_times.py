"""Rows of a table whose number, time and title a web page printed without anything between them."""

from __future__ import annotations

import time

import pytest

from tracker.reading import parse, read_bytes
from tracker.reading.stuck_times import break_times, stuck_times

HEAD = "Referat af bestyrelsesmøde 3. maj 2021\nTilstede: Ane, Bo, Ib\n\n"
ROWS = (
    "Punkt 15 minVelkomst\n 18.00 - 18.05Ane bød velkommen.\nPunkt 210 minBørnene har ordet\n 18.05 - 18.15De vil have en gynge.\n"
    "Punkt 3120 minLejren – hvem tager med?\n 18.15 - 20.15Bo sender en liste rundt inden fredag.\n"
)


def test_rows_are_items() -> None:
    minutes = parse(read_bytes((HEAD + ROWS).encode(), "x.txt"))
    assert [(item.number, item.title) for item in minutes.items] == [
        (1, "Velkomst"),
        (2, "Børnene har ordet"),
        (3, "Lejren – hvem tager med?"),
    ]
    assert "\nBo sender en liste" in minutes.source.text


@pytest.mark.parametrize("rows", [ROWS.replace("Punkt 210", "Punkt 410"), "Punkt 15 minVelkomst\n", "Punkt 1\nPunkt 2\n"])
def test_numbers_that_do_not_count_on_are_no_rows(rows: str) -> None:
    assert stuck_times(rows) == []
    assert break_times(rows) == rows


def test_ten_rows_and_words_for_minutes() -> None:
    rows = "".join(f"Pkt. {number}{5 * number} minutter Havn {chr(64 + number)}\n" for number in range(1, 13))
    assert [mark.number for mark in stuck_times(rows)] == list(range(1, 13))


@pytest.mark.parametrize("line", ["Punkt " + "1" * 50_000, "Punkt 15 min" * 5_000, " " * 50_000 + "Punkt", "18.00 - " * 8_000])
def test_hostile_rows_take_linear_time(line: str) -> None:
    begun = time.process_time()
    break_times(f"{line}\n" * 3)
    assert time.process_time() - begun < 2
