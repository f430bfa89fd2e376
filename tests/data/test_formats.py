"""The same minutes in four other formats: read back, they hold every quote of their gold and the same items."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tracker.reading import Limits, parse, read
from tracker.services.scoring import normal, words

FILES = sorted((ROOT / "data" / "formats").iterdir())


def test_there_is_one_of_each() -> None:
    assert {file.suffix for file in FILES} == {".pdf", ".docx", ".html", ".md"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.suffix)
def test_the_gold_holds_for_every_format(file: Path) -> None:
    gold = json.loads((ROOT / "data" / "gold" / f"{file.stem}.json").read_text(encoding="utf-8"))
    minutes = parse(read(file, Limits()))
    text = normal(minutes.text)
    assert [entry["quote"] for entry in gold["follow_ups"] if " - " not in entry["quote"] and entry["quote"] not in text] == []
    assert [(item["number"], words(item["title"])) for item in gold["items"]] == [(i.number, words(i.title)) for i in minutes.items]
    assert [len(item["decisions"]) for item in gold["items"]] == [len(i.decisions) for i in minutes.items]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.suffix)
def test_it_is_the_sample_word_for_word(file: Path) -> None:
    sample = (ROOT / "data" / "samples" / f"{file.stem}.txt").read_text(encoding="utf-8")
    lost = set(words(sample)) - set(words(read(file, Limits()).text))
    assert lost == set()
