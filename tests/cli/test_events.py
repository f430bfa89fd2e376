"""The municipality's own events give deadlines their day everywhere minutes are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Program

REFERAT = """Referat fra Chefforum den 28. maj 2026

Punkt 1: Budget

Beslutning

Torben Lund udarbejder et notat inden budgetseminaret.
"""


@pytest.fixture
def referat(tmp_path: Path) -> Path:
    file = tmp_path / "referat.txt"
    file.write_text(REFERAT, encoding="utf-8")
    return file


def test_event_without_a_table_has_no_day(tracker: Program, referat: Path) -> None:
    [found] = tracker("extract", str(referat), "--json").json["documents"][0]["follow_ups"]
    assert (found["deadline"] or {}).get("due") is None


def test_event_of_the_table_gives_the_day(tracker: Program, referat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "events.toml"
    table.write_text("[events]\nbudgetseminaret = 2026-08-27\n", encoding="utf-8")
    monkeypatch.setenv("TRACKER_EVENTS", str(table))
    [found] = tracker("extract", str(referat), "--json").json["documents"][0]["follow_ups"]
    tracker("import", str(referat))
    [stored] = tracker("list", "--json").json["actions"]
    assert found["deadline"]["due"] == stored["due"] == "2026-08-27"


def test_table_that_cannot_be_read_is_one_line(tracker: Program, referat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "events.toml"
    table.write_text("[events", encoding="utf-8")
    monkeypatch.setenv("TRACKER_EVENTS", str(table))
    ran = tracker("import", str(referat))
    assert ran.status == 2
    assert len(ran.err.strip().splitlines()) == 1
