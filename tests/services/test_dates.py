"""The times of lines in any encoding, and the table of the municipality's own events."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from tracker.danish import find_times
from tracker.danish.brief import brief
from tracker.errors import InputError, MissingFile, UsageError
from tracker.services.dates import dates_of_lines, lines_of, read_events

ON = date(2017, 6, 28)


def _lines(tmp_path: Path, data: bytes) -> list[str]:
    path = tmp_path / "linjer.txt"
    path.write_bytes(data)
    return [line.rstrip("\r\n") for line in lines_of(str(path))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_lines_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    data = "i foråret\r\nefter påske og årsskiftet\n".encode(encoding)
    assert _lines(tmp_path, data)[:2] == ["i foråret", "efter påske og årsskiftet"]


def test_lines_of_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("uge 20\n\nå".encode())))
    assert [line.rstrip("\n") for line in lines_of("-")] == ["uge 20", "", "å"]


def test_a_missing_file_and_a_folder_are_errors(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        list(lines_of(str(tmp_path / "ingen.txt")))
    with pytest.raises(InputError):
        list(lines_of(str(tmp_path)))


def test_conditions_are_left_out_and_letters_composed() -> None:
    (line,) = dates_of_lines(["til fora\u030aret, når svaret foreligger\r\n"], ON)
    assert line.text == "til foråret, når svaret foreligger"
    assert [time.text for time in line.times] == ["til foråret"]


def _events(tmp_path: Path, text: str) -> str:
    path = tmp_path / "begivenheder.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


TABLE = """
[events]
budgetseminaret = ["2017-04-10/2017-04-11", "2018-04-12/2018-04-13"]
"1. behandlingen" = 2017-09-12
Kulturnatten = "2017-10-13"
"""


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("efter budgetseminaret", "2018-04-14/.. about"),
        ("inden budgetseminaret", "../2018-04-11 about"),
        ("på budgetseminaret", "2018-04-12/2018-04-13 about"),
        ("ved 1. behandlingen", "2017-09-12 day"),
        ("inden Kulturnatten", "../2017-10-13 day"),
        ("efter kulturnatten", "2017-10-14/.. day"),
    ],
)
def test_own_events_have_their_days(tmp_path: Path, text: str, answer: str) -> None:
    events = read_events(_events(tmp_path, TABLE))
    (found,) = find_times(f"Sagen tages op {text}.", ON, events=events)
    assert (found.text, brief(found.deadline)) == (text, answer)
    assert "own-event" in found.rules


def test_an_event_nobody_gave_a_day_is_never_guessed() -> None:
    (found,) = find_times("Sagen tages op efter budgetseminaret.", ON)
    assert (found.deadline.earliest, found.deadline.due) == (None, None)


def test_no_table_is_an_empty_one() -> None:
    assert read_events("") == {}


@pytest.mark.parametrize(
    "text",
    [
        "events = 1",
        "[andet]\na = 1",
        "[events]\na = 'i morgen'",
        "[events]\na = '2018-02-01/2018-01-01'",
        "[events]\na = []",
        "[events",
        "[events]\na = true",
    ],
)
def test_a_bad_table_is_a_usage_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError):
        read_events(_events(tmp_path, text))


def test_a_missing_table_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read_events(str(tmp_path / "ingen.toml"))
