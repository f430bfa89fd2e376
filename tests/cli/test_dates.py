"""`tracker dates`: one line in, one line out."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Program


def test_each_line_gives_one_object(tracker: Program) -> None:
    ran = tracker("dates", "--on", "2017-06-28", "--json", stdin="Alle melder inden 15. august ind\r\n\nintet her\nuge 20")
    first, *others = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.status == 0
    assert first == {
        "text": "Alle melder inden 15. august ind",
        "dates": [
            {"text": "inden 15. august", "start": 12, "end": 28, "earliest": None, "due": "2017-08-15", "precision": "day", "anchor": None}
        ],
    }
    assert others[:2] == [{"text": "", "dates": []}, {"text": "intet her", "dates": []}]
    assert others[2]["dates"][0]["earliest"] == "2018-05-14"


def test_what_has_passed_is_marked_and_a_condition_left_out(tracker: Program) -> None:
    ran = tracker("dates", "--on", "2017-06-28", "--json", stdin="i går\nnår svaret foreligger\n")
    passed, condition = [json.loads(line)["dates"] for line in ran.out.splitlines()]
    assert passed[0]["past"] is True
    assert condition == []


def test_the_optional_fields_stand_where_they_say_something(tracker: Program) -> None:
    text = "senest 14 dage før næste LSU-møde\nden 3. og 17. august kl. 12\nhvert kvartal\n"
    ran = tracker("dates", "--on", "2017-06-28", "--json", stdin=text)
    meeting, days, rhythm = [json.loads(line)["dates"][0] for line in ran.out.splitlines()]
    assert (meeting["anchor"], meeting["anchor_forum"], meeting["offset_days"]) == ("next_meeting", "LSU", -14)
    assert (days["due"], days["further_dates"], days["time"]) == ("2017-08-03", ["2017-08-17"], "12:00")
    assert (rhythm["due"], rhythm["recurrence"]) == (None, "FREQ=MONTHLY;INTERVAL=3")


def test_a_table_for_people(tracker: Program, tmp_path: Path) -> None:
    path = tmp_path / "linjer.txt"
    path.write_text("inden 15. august\npå næste møde\ni foråret\nfra den 1. juni\nsnarest\ni går\n", encoding="utf-8")
    ran = tracker("dates", str(path), "--on", "2017-06-28")
    right = [line[40:].strip() for line in ran.out.splitlines()]
    assert right == [
        "senest 15. aug. 2017",
        "næste møde",
        "1. mar. 2018 – 31. maj 2018",
        "fra 1. jun. 2018",
        "ingen dato",
        "27. jun. 2017 (forbi)",
    ]


def test_without_a_day_today_counts(tracker: Program) -> None:
    ran = tracker("dates", "--json", stdin="i morgen")
    assert json.loads(ran.out)["dates"][0]["due"] == "2026-06-16"


def test_wrong_usage_and_a_missing_file(tracker: Program, tmp_path: Path) -> None:
    assert tracker("dates", "--on", "i morgen").status == 2
    missing = tracker("dates", str(tmp_path / "ingen.txt"), "--on", "2017-06-28")
    assert (missing.status, missing.out) == (1, "")
    assert len(missing.err.splitlines()) == 1


def test_a_line_of_a_million_characters(tracker: Program) -> None:
    ran = tracker("dates", "--on", "2017-06-28", "--json", stdin="inden 1. maj kommer listen, og så ser vi på den " * 20_000 + "\nuge 20")
    long, short = [json.loads(line) for line in ran.out.splitlines()]
    assert len(long["dates"]) == 20_000
    assert len(short["dates"]) == 1


def test_control_characters_of_the_text_do_not_reach_the_terminal(tracker: Program) -> None:
    ran = tracker("dates", "--on", "2017-06-28", stdin="\x1b[31minden 15. august\x1b[0m")
    assert "\x1b" not in ran.out
