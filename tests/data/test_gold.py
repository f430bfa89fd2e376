"""The annotated minutes keep their own law: quotes stand in their text, fields are valid, days are real, and there are enough."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tracker.domain.deadline import NEXT_MEETING, Deadline, Precision
from tracker.domain.followup import Kind
from tracker.domain.minutes import Outcome
from tracker.services.evaluate import find_source
from tracker.services.samples import demo_day
from tracker.services.scoring import Find as ScoredFind
from tracker.services.scoring import normal, overlap

Json = dict[str, Any]
GOLD = ROOT / "data" / "gold"
FILES = sorted([*GOLD.glob("*.json"), *(GOLD / "unseen").glob("*.json")])
SECTIONS = {"beslutning", "indstilling", "sagsfremstilling"}
DEADLINE_KEYS = {"text", "earliest", "due", "precision", "anchor"}
EXTRA_KEYS = {"anchor_forum", "offset_days", "further_dates", "recurrence", "time"}
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@cache
def load(file: Path) -> Json:
    gold: Json = json.loads(file.read_text(encoding="utf-8"))
    return gold


@cache
def text_of(file: Path) -> str:
    return normal(find_source(file, load(file)["source"]).read_text(encoding="utf-8"))


def as_day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


@each_file
def test_quotes_stand_in_the_text(file: Path) -> None:
    for entry in [*load(file)["follow_ups"], *load(file)["traps"]]:
        assert entry["quote"] == normal(entry["quote"])
        assert entry["quote"] in text_of(file)


@each_file
def test_parties_and_deadlines_are_as_written(file: Path) -> None:
    for entry in load(file)["follow_ups"]:
        for name in entry["responsible"] + entry["recipients"]:
            assert name.casefold() in text_of(file).casefold()
        if entry["deadline"]:
            assert entry["deadline"]["text"].casefold() in entry["quote"].casefold()


@each_file
def test_items_are_numbered_once_and_titled_as_in_the_text(file: Path) -> None:
    items = load(file)["items"]
    assert len({item["number"] for item in items}) == len(items)
    for item in items:
        assert normal(item["title"]) in text_of(file)
        assert item["case_number"] is None or item["case_number"] in text_of(file)
        for decision in item["decisions"]:
            assert as_day(decision["date"])
            assert Outcome(decision["outcome"])


@each_file
def test_every_find_belongs_to_a_decision_that_is_listed(file: Path) -> None:
    decisions = {(item["number"], d["date"]) for item in load(file)["items"] for d in item["decisions"]}
    numbers = {item["number"] for item in load(file)["items"]}
    for entry in load(file)["follow_ups"]:
        assert entry["item"] in numbers
        assert entry["section"] in SECTIONS
        assert Kind(entry["kind"])
        assert entry["section"] == "sagsfremstilling" or (entry["item"], entry["decision_date"]) in decisions
        assert entry["optional"] or entry["section"] != "sagsfremstilling"


@each_file
def test_deadlines_are_valid_and_not_before_their_decision(file: Path) -> None:
    for entry in load(file)["follow_ups"]:
        if (raw := entry["deadline"]) is None:
            continue
        assert raw.keys() >= DEADLINE_KEYS
        assert raw.keys() <= DEADLINE_KEYS | EXTRA_KEYS
        earliest, due = as_day(raw["earliest"]), as_day(raw["due"])
        deadline = Deadline(raw["text"], earliest, due, Precision(raw["precision"]), raw["anchor"])
        assert (deadline.precision is Precision.MEETING) == (deadline.anchor == NEXT_MEETING)
        assert (deadline.precision is Precision.NONE) <= (due is None)
        decided = date.fromisoformat(entry["decision_date"])
        assert due is None or due >= decided
        for further in raw.get("further_dates", []):
            assert due
            assert date.fromisoformat(further) > due


@each_file
def test_a_weekday_in_a_deadline_is_that_of_its_day(file: Path) -> None:
    weekdays = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
    for entry in load(file)["follow_ups"]:
        raw = entry["deadline"]
        named = re.search("|".join(weekdays), raw["text"].casefold()) if raw else None
        if raw and raw["due"] and raw["precision"] == "day" and named:
            assert date.fromisoformat(raw["due"]).weekday() == weekdays.index(named[0])


@each_file
def test_no_trap_could_pass_for_a_core_find(file: Path) -> None:
    core = [ScoredFind.from_json(entry) for entry in load(file)["follow_ups"] if not entry["optional"]]
    for trap in load(file)["traps"]:
        assert trap["why"]
        assert not [f.quote for f in core if overlap(f, ScoredFind.from_json(trap)) and trap["quote"] == f.quote]


def test_there_are_enough_finds_and_traps() -> None:
    finds = Counter(bool(entry["optional"]) for file in FILES for entry in load(file)["follow_ups"])
    traps = sum(len(load(file)["traps"]) for file in FILES)
    assert finds[False] >= 250
    assert traps >= 250
    assert {kind.value for kind in Kind} == {entry["kind"] for file in FILES for entry in load(file)["follow_ups"]}


def test_a_third_is_kept_unseen() -> None:
    core = {file: sum(not entry["optional"] for entry in load(file)["follow_ups"]) for file in FILES}
    unseen = sum(count for file, count in core.items() if file.parent.name == "unseen")
    assert 0.25 <= unseen / sum(core.values()) <= 0.4


def test_the_demo_day_has_promises_behind_it_in_its_week_and_ahead() -> None:
    today = demo_day()
    samples = {path.stem for path in (ROOT / "data" / "samples").glob("*.txt")}
    due = [
        (date.fromisoformat(entry["deadline"]["due"]) - today).days + today.weekday()
        for file in FILES
        if file.stem in samples
        for entry in load(file)["follow_ups"]
        if not entry["optional"] and entry["deadline"] and entry["deadline"]["due"]
    ]
    assert sum(days < 0 for days in due) >= 20
    assert sum(0 <= days < 7 for days in due) >= 3
    assert sum(days >= 7 for days in due) >= 10


def test_samples_are_a_series_in_which_matters_come_back() -> None:
    cases = Counter(
        item["case_number"] for file in GOLD.glob("*_chefforum.json") for item in load(file)["items"] if item["case_number"] is not None
    )
    assert sum(count >= 3 for count in cases.values()) >= 5
