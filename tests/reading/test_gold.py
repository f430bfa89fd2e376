"""Items and outcomes on annotated minutes: the shared ones and our own."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from tracker.reading import parse, read

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
_WORD = re.compile(r"[^\W_]+")


def cases() -> list[tuple[Path, Path]]:
    texts = {path.name: path for folder in (ROOT / "data", SHARED / "referater") if folder.is_dir() for path in folder.rglob("*.txt")}
    gold = [
        path
        for folder in (ROOT / "data" / "gold", SHARED / "evaluation" / "gold")
        if folder.is_dir()
        for path in folder.rglob("*.json")
        if path.parent.name not in ("fresh", "blind")
    ]
    return [(path, texts[name]) for path in sorted(gold) if (name := json.loads(path.read_text(encoding="utf-8"))["source"]) in texts]


CASES = cases()


def test_there_is_gold_to_check_against() -> None:
    assert len(CASES) >= 8


@pytest.mark.parametrize(("gold", "text"), CASES, ids=[text.stem for _, text in CASES])
def test_items_and_outcomes(gold: Path, text: Path) -> None:
    wanted = json.loads(gold.read_text(encoding="utf-8"))["items"]
    minutes = parse(read(text))
    assert [(i["number"], _WORD.findall(i["title"].casefold()), i.get("case_number")) for i in wanted] == [
        (item.number, _WORD.findall(item.title.casefold()), item.case_number) for item in minutes.items
    ]
    for item, expected in zip(minutes.items, wanted, strict=True):
        found = Counter((str(decision.date), decision.outcome.value) for decision in item.decisions)
        assert found == Counter((d["date"], d["outcome"]) for d in expected["decisions"]), item.title
