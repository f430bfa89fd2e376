"""Exports keep every text a text: no formula, no markup, no lost letter."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import locale
from tracker.domain.deadline import Deadline, Precision
from tracker.domain.followup import ActionItem, Kind, Light, Status
from tracker.services.export import BOM, as_csv, as_json, as_xlsx, columns


def card(**values: object) -> ActionItem:
    defaults: dict[str, object] = {
        "id": 7,
        "uid": "u-7",
        "status": Status.OPEN,
        "kind": Kind.TASK,
        "text": "Sender lister til Åse Ørn",
        "quote": "Alle chefer sender lister til Åse Ørn inden 1. maj",
        "responsible": ("Alle chefer",),
        "recipients": ("Åse Ørn",),
        "deadline": Deadline("inden 1. maj", None, date(2026, 5, 1), Precision.DAY),
        "due": date(2026, 5, 1),
        "light": Light.YELLOW,
        "forum": "Chefforum",
        "meeting_date": date(2026, 4, 16),
        "item": 3,
        "changed": datetime(2026, 4, 17, 8, 30, tzinfo=UTC),
    }
    return ActionItem(**{**defaults, **values})  # type: ignore[arg-type]


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=";"))


def test_csv_opens_in_danish_excel() -> None:
    text = as_csv([card()])
    head, first = rows(text)
    assert text.startswith(BOM)
    assert head == columns()
    assert first[:4] == ["7", "2026-05-01", "inden 1. maj", "Alle chefer"]
    assert first[7] == "gul"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_cell_is_never_a_formula(start: str) -> None:
    _head, first = rows(as_csv([card(text=start + "HYPERLINK(1)")]))
    assert first[5] == "'" + start + "HYPERLINK(1)"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60))
def test_csv_gives_every_text_back(text: str) -> None:
    _head, first = rows(as_csv([card(quote=text)]))
    assert first[13].removeprefix("'") == text.removeprefix("'")


def test_xlsx_holds_strings_not_formulas() -> None:
    data = as_xlsx([card(text="=1+1", quote="http://example.invalid"), card(due=None)])
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    strings = zipfile.ZipFile(io.BytesIO(data)).read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=1+1" in strings
    assert "hyperlink" not in sheet.casefold()


def test_json_has_the_fields_of_the_contract() -> None:
    [action] = json.loads(as_json([card()]))["actions"]
    assert action["deadline"] == {"text": "inden 1. maj", "earliest": None, "due": "2026-05-01", "precision": "day", "anchor": None}
    assert (action["status"], action["light"], action["changed"]) == ("open", "yellow", "2026-04-17T08:30:00Z")


def test_heads_follow_the_language() -> None:
    assert "Ansvarlig" in columns()
    locale.use("en")
    assert "Responsible" in columns()
