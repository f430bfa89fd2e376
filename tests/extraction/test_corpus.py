"""Extraction keeps the level it has reached on every annotated part; `tracker evaluate --errors` lists what is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tracker.extraction import extract
from tracker.reading import parse, read
from tracker.services.contract import Json, document_json
from tracker.services.evaluate import evaluate

GOLD = ROOT / "data" / "gold"


def predicted(path: Path) -> Json:
    minutes = parse(read(path))
    return document_json(minutes, extract(minutes))


@pytest.mark.parametrize(("part", "least"), [(".", 0.95), ("unseen", 0.92), ("fresh", 0.9), ("blind", 0.9)])
def test_cards_stay_right(part: str, least: float) -> None:
    report = evaluate([GOLD / part], predicted)
    assert not report.failures
    assert report.figures["gold"] > 100
    assert report.figures["card_f1"] >= least
    assert report.figures["items_right"] >= 0.98


def test_rows_of_a_table_that_repeat_the_prose_are_no_cards_of_their_own() -> None:
    text = (
        "Referat fra bestyrelsesmøde den 4. marts 2024\n\nTil stede: Mona Lund (ML), Kaj Birk (KB)\n\n"
        "1. Hegnet\nKB indhenter tilbud på hegnet inden 1. april.\n\n2. Opgaver\n\n"
        "Opgave | Ansvarlig | Frist | Status\nTilbud på hegnet | KB | 1/4 | Åben\nNye nøgler til skuret | ML | 15/4 | Åben\n"
    )
    from tracker.domain.minutes import SourceText

    found = extract(parse(SourceText("x.txt", text))).follow_ups
    assert [(f.responsible, f.quote.split("|")[0].strip()[:24]) for f in found] == [
        (("KB",), "KB indhenter tilbud på h"),
        (("ML",), "Nye nøgler til skuret"),
    ]
