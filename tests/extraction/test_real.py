"""The three real referater beside the project, scored by the scorer that comes with them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tracker.domain.minutes import SourceText
from tracker.extraction import extract
from tracker.reading import parse
from tracker.services.contract import document_json


def test_card_f1_on_the_real_referater(shared: Path, tmp_path: Path) -> None:
    documents = []
    for file in sorted((shared / "referater").glob("*.txt")):
        minutes = parse(SourceText(file.name, file.read_text(encoding="utf-8")))
        documents.append(document_json(minutes, extract(minutes)))
    predicted = tmp_path / "predicted.json"
    predicted.write_text(json.dumps({"documents": documents}), encoding="utf-8")
    evaluation = shared / "evaluation"
    command = [
        sys.executable,
        evaluation / "score.py",
        evaluation / "gold",
        "--predicted",
        predicted,
        "--texts",
        shared / "referater",
        "--json",
    ]
    figures = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert figures["card_f1"] >= 0.95
    assert figures["due_accuracy"] == 1.0
