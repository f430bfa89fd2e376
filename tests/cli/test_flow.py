"""The whole way through the program as its user goes it: extract, import, list, change, export."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.conftest import ROOT

SAMPLES = ROOT / "data" / "samples"
REFERAT = """REFERAT Chefforum d. 28-05-2026

Mødedato Torsdag d. 28. maj 2026 kl. 09:00

Mødested Mødelokale 1

Punkt 1: CF - Kursus i sagsbehandling

26/1234

Indstilling

Kommunaldirektøren indstiller,

1. at forslaget godkendes.

Beslutning

Godkendt. Alle chefer melder inden 1. juni lister ind til Anne Lund over, hvem der skal med på kursus. Næste status er i
oktober / november måned.

Punkt 2: CF - Kontorplan

Beslutning

Punktet er udsat til næste møde.
"""


@pytest.fixture
def referat(tmp_path: Path) -> Path:
    file = tmp_path / "2026-05-28_chefforum.txt"
    file.write_text(REFERAT, encoding="utf-8")
    return file


def test_extract_prints_what_the_contract_says(tracker: Program, referat: Path) -> None:
    ran = tracker("extract", str(referat), "--json")
    assert ran.status == 0
    [document] = ran.json["documents"]
    assert ran.json["errors"] == []
    assert document["source"] == referat.name
    assert document["meeting"]["forum"] == "Chefforum"
    assert [(i["number"], i["case_number"]) for i in document["items"]] == [(1, "26/1234"), (2, None)]
    lists, status, deferral = document["follow_ups"]
    assert (lists["responsible"], lists["recipients"]) == (["Alle chefer"], ["Anne Lund"])
    assert lists["deadline"] == {"text": "inden 1. juni", "earliest": None, "due": "2026-06-01", "precision": "day", "anchor": None}
    assert (status["kind"], status["deadline"]["due"]) == ("status", "2026-11-30")
    assert (deferral["kind"], deferral["deadline"]["anchor"]) == ("deferral", "next_meeting")


def test_spans_point_into_the_text_that_is_printed(tracker: Program, referat: Path) -> None:
    text = tracker("extract", str(referat), "--text").out
    for found in tracker("extract", str(referat), "--json").json["documents"][0]["follow_ups"]:
        assert " ".join(text[found["start"] : found["end"]].split()) == found["quote"]


def test_bad_files_are_one_line_each_and_the_rest_is_done(tracker: Program, referat: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "photo.pdf").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(200))
    (tmp_path / "nothing").mkdir()
    paths = [str(tmp_path / n) for n in ("missing.txt", "empty.txt", "photo.pdf", "nothing", referat.name)]
    ran = tracker("import", *paths)
    assert ran.status == 1
    failures = [line for line in ran.err.splitlines() if line.startswith("tracker: ")]
    assert len(failures) == 4
    for name in ("missing.txt", "empty.txt", "photo.pdf", "nothing"):
        assert sum(name in line for line in failures) == 1
    assert len(tracker("list", "--json").json["actions"]) == 3


def test_second_import_adds_nothing_and_says_so(tracker: Program, referat: Path) -> None:
    assert tracker("import", str(referat)).status == 0
    before = tracker("list", "--json").json
    again = tracker("import", str(referat))
    assert again.status == 0
    assert "intet nyt" in again.err
    assert tracker("list", "--json").json == before


def test_list_filters_add_up(tracker: Program, referat: Path) -> None:
    tracker("import", str(referat))
    assert [a["due"] for a in tracker("list", "--overdue", "--json").json["actions"]] == ["2026-06-01"]
    assert [a["kind"] for a in tracker("list", "--responsible", "chefer", "--json").json["actions"]] == ["task"]
    assert [a["kind"] for a in tracker("list", "--due-from", "2026-07-01", "--json").json["actions"]] == ["status"]
    assert tracker("list", "--forum", "HovedMED", "--json").json == {"actions": []}
    assert len(tracker("list", "--limit", "1", "--json").json["actions"]) == 1
    assert tracker("list", "--due-to", "i morgen").status == 2


def test_every_change_can_be_taken_back(tracker: Program, referat: Path) -> None:
    tracker("import", str(referat))
    first = tracker("list", "--json").json["actions"][0]
    number = str(first["id"])
    changes = [
        ("done", number), ("drop", number, "--reason", "ikke længere"), ("reject", number), ("postpone", number, "medio", "maj", "2027"),
        ("light", number, "red"), ("set", number, "--responsible", "Ida Bro", "--due", "om 14 dage"), ("note", number, "husk bilag"),
    ]  # fmt: skip
    for change in changes:
        assert tracker(*change).status == 0, change
        changed = tracker("show", number, "--json").json["action"]
        assert changed != first, change
        assert tracker("undo").status == 0
        restored = tracker("show", number, "--json").json["action"]
        assert {k: v for k, v in restored.items() if k != "changed"} == {k: v for k, v in first.items() if k != "changed"}, change
    assert tracker("redo").status == 0


def test_sentence_added_is_read_like_minutes(tracker: Program) -> None:
    assert tracker("add", "Morten Lund sender listen til Ida Bro inden 1. juli").status == 0
    [action] = tracker("list", "--json").json["actions"]
    assert (action["responsible"], action["recipients"], action["due"]) == (["Morten Lund"], ["Ida Bro"], "2026-07-01")
    assert action["status"] == "open"


def test_unknown_number_is_a_clear_line(tracker: Program) -> None:
    ran = tracker("done", "4711")
    assert ran.status == 1
    assert "4711" in ran.err


def test_report_and_exports_hold_the_open_cards(tracker: Program, referat: Path, tmp_path: Path) -> None:
    tracker("import", str(referat))
    assert "Overskredet" in tracker("report", "--forum", "Chefforum").out
    for kind in ("ics", "csv", "json", "xlsx"):
        file = tmp_path / f"out.{kind}"
        assert tracker("export", kind, str(file)).status == 0
        assert file.stat().st_size > 100
    calendar = (tmp_path / "out.ics").read_bytes()
    assert calendar.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"DTSTART;VALUE=DATE:20260601\r\n" in calendar
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["actions"]) == 3


def test_demo_prints_the_list_without_a_terminal(tracker: Program) -> None:
    ran = tracker("demo")
    assert ran.status == 0
    assert "opfølgninger" in ran.err
    assert len(ran.out.splitlines()) > 60
    database = next(line.split(" i ")[-1] for line in ran.err.splitlines() if line.endswith("demo.db"))
    assert Path(database).is_file()
    assert (Path(database).parent / "tracker-demo.ics").read_bytes().count(b"BEGIN:VEVENT") > 20


def test_real_minutes_import_once(tracker: Program, shared: Path) -> None:
    assert tracker("import", str(shared / "referater"), "--no-history").status == 0
    count = len(tracker("list", "--json").json["actions"])
    assert count >= 15
    assert "intet nyt" in tracker("import", str(shared / "referater")).err
    assert len(tracker("list", "--json").json["actions"]) == count


def test_dates_reads_lines_from_standard_input(tracker: Program) -> None:
    ran = tracker("dates", "--on", "2017-06-28", "--json", stdin="inden 15. august\nintet her\n")
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert first["dates"] == [
        {"text": "inden 15. august", "start": 0, "end": 16, "earliest": None, "due": "2017-08-15", "precision": "day", "anchor": None}
    ]
    assert second == {"text": "intet her", "dates": []}


def test_reader_that_leaves_early_is_no_error(tracker: Program, referat: Path) -> None:
    tracker("import", str(referat))
    code = "from tracker.cli.app import main; main()"
    environment = {**os.environ, "TRACKER_DATABASE": tracker.database, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", code, "list", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=ROOT
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    complaint = process.stderr.read().decode()
    process.wait(60)
    process.stderr.close()
    assert "Traceback" not in complaint
    assert "Exception" not in complaint


@pytest.mark.parametrize("content", ["lang = [", 'nosuch = "x"'])
def test_bad_settings_file_is_one_line(tracker: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(content, encoding="utf-8")
    monkeypatch.setenv("TRACKER_SETTINGS", str(file))
    ran = tracker("list")
    assert ran.status == 2
    assert len(ran.err.strip().splitlines()) == 1


def test_plain_list_shows_what_is_open_and_json_everything(tracker: Program, referat: Path) -> None:
    tracker("import", str(referat))
    number = str(tracker("list", "--json").json["actions"][0]["id"])
    tracker("done", number)
    assert [a["status"] for a in tracker("list", "--json").json["actions"] if str(a["id"]) == number] == ["done"]
    assert len(tracker("list", "--status", "open", "--json").json["actions"]) < 3
    assert "2 opfølgninger" in tracker("list").err


def test_old_minutes_are_history_that_can_be_listed(tracker: Program, tmp_path: Path) -> None:
    file = tmp_path / "gammelt.txt"
    file.write_text(REFERAT.replace("2026", "2017"), encoding="utf-8")
    tracker("import", str(file))
    plain = tracker("list")
    assert plain.out == ""
    assert "3 mere i historik" in plain.err
    assert "historik" in tracker("list", "--history").out
    assert len(tracker("list", "--json").json["actions"]) == 3


def test_missing_number_is_told_and_the_rest_is_done(tracker: Program, referat: Path) -> None:
    tracker("import", str(referat))
    first, second, _third = (a["id"] for a in tracker("list", "--json").json["actions"])
    ran = tracker("done", str(first), "4711", str(second))
    assert ran.status == 1
    assert [line for line in ran.err.splitlines() if line.startswith("tracker: ")] == ["tracker: Der findes ingen opfølgning 4711"]
    assert sum(a["status"] == "done" for a in tracker("list", "--json").json["actions"]) == 2


def test_what_cannot_be_undone_needs_a_yes(tracker: Program, referat: Path, tmp_path: Path) -> None:
    tracker("import", str(referat))
    backup = tmp_path / "kopi.db"
    assert tracker("backup", str(backup)).status == 0
    assert tracker("restore", str(backup)).status == 2
    assert tracker("restore", str(backup), "--yes").status == 0
    assert tracker("people", "forget", "Anne Lund").status == 2
    assert len(tracker("list", "--json").json["actions"]) == 3


def test_doctor_makes_no_database(tracker: Program, tmp_path: Path) -> None:
    assert tracker("doctor", "--db", f"sqlite:///{(tmp_path / 'none.db').as_posix()}").status == 1
    assert not (tmp_path / "none.db").exists()


def test_minutes_without_a_date_give_no_days(tracker: Program) -> None:
    text = "Beslutning\n\nAlle chefer melder inden 15. august lister ind til Anne. Ida Bro maler hegnet senest den 1. maj 2027.\n"
    lists, fence = tracker("extract", "-", "--json", stdin=text).json["documents"][0]["follow_ups"]
    assert (lists["deadline"]["text"], lists["deadline"]["due"]) == ("inden 15. august", None)
    assert lists["confidence"] <= 0.5
    assert fence["deadline"]["due"] == "2027-05-01"


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_day_out_of_reach_is_wrong_usage(tracker: Program, day: str) -> None:
    assert tracker("report", "--today", day).status == 2
