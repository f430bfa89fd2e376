"""A stray line in one item must not change which items the other lines make: a whole referat is lost so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tracker.domain.minutes import Minutes
from tracker.reading import parse, read_bytes

CORPUS = Path(__file__).parents[2] / "data" / "corpus" / "blind"
STEP = 8
"""Every so many texts of the corpus are tried, of every body and layout."""
LINES = (
    "3 borgere har klaget over støjen.", "12 % var tilfredse.", "1.212 biler blev talt.", "2. maj er en lørdag.", "5 min. pause.",
    "A. Hansen var forbi.", "a) Bo ringer\nb) Ida skriver", "1. Bo ringer\n2. Ida skriver", "- Bo ringer\n- Ida skriver",
    "• Det var en god dag for alle.", "Beslutning: Godkendt.", "Konklusion: Vi går videre med planen.", "Referat: Sagen blev vendt.",
    "Indstilling: At sagen drøftes.", "Drøftelse: Alle var enige.", "Opfølgning: Bo ringer.", "Ansvarlig: Bo", "Frist: 1. maj",
    "Bilag: Regnskab 2020", "Side 2 af 4", "---", "Til orientering", "(Bo)", "Hvem gør hvad?", "Tak for kaffe!", "Se også punkt 3.",
    "NB: Husk hjelm", "Pris: 400 kr.", "Kl. 10 gik alarmen.", "Næste møde: 1. juni 2030", "http://www.x.dk/side", "| Bo | 1. maj |",
)  # fmt: skip


@cache
def _referater() -> tuple[Minutes, ...]:
    read = [parse(read_bytes(path.read_bytes(), path.name)) for path in sorted(CORPUS.glob("*.txt"))[::STEP]]
    return tuple(minutes for minutes in read if len(minutes.items) > 3 and minutes.items[len(minutes.items) // 2].decisions)


def _with_line(minutes: Minutes, line: str) -> str:
    """The text with a line at the end of its middle item, as far in as the line above it."""
    text = minutes.source.text
    at = minutes.items[len(minutes.items) // 2].decisions[-1].span.end
    above = text[text.rfind("\n", 0, at) + 1 : at]
    indent = above[: len(above) - len(above.lstrip())]
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return text[:end] + "".join(f"\n{indent}{part}" for part in line.split("\n")) + text[end:]


@pytest.mark.parametrize("line", LINES)
def test_a_stray_line_leaves_the_items_as_they_are(line: str) -> None:
    changed = []
    for minutes in _referater():
        read = parse(read_bytes(_with_line(minutes, line).encode(), minutes.source.name))
        told = sum(bool(item.decisions) for item in read.items)
        same = len(read.items) == len(minutes.items) and told >= sum(bool(item.decisions) for item in minutes.items) - 1
        if not same or read.meeting.date != minutes.meeting.date:
            changed.append((minutes.source.name, len(minutes.items), len(read.items)))
    assert changed == []


def test_enough_texts_are_tried() -> None:
    assert len(_referater()) > 40
