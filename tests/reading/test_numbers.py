"""Numbers that count items although something speaks against them."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import SourceText
from tracker.reading import parse

HEAD = "Referat af bestyrelsesmøde den 4. maj 2021\nTil stede: Ane Dal, Bo Lind, Ib Krag\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (  # the same number twice by mistake
            "1: Ane maler lågen.\n\n2: Bo har solgt båden.\n\n2: Ib ringer til banken.\n\n3: Skuret skal tømmes.\n\n4: Ane laver kaffe.\n",
            [1, 2, 2, 3, 4],
        ),
        ("1. Økonomi\n\nBo ser på det.\n\n2. Havnen\n\nIntet.\n\n3. sommerfest i uge 24: mad og telt\n\nIb bestiller telt.\n", [1, 2, 3]),
        ("Pkt. 1\n\nØkonomi\n\nBo ser på det.\n\nPkt. 2\n\nHavnen\n\nIntet.\n\nPkt. 3\n\nNæste gang\n\nPkt. 2\n\nVi ses.\n", [1, 2, 3]),
        ("Dagsorden 1. Økonomi\nBo ser på det.\n\n2. Havnen\nIntet.\n", [1, 2]),
        ("Økonomi\n\n17.30-17.50\n\nBo ser på det.\n\nHavnen\n\n18.10-18.20\n\nIntet nyt.\n", [1, 2]),
    ],
)
def test_numbers_in_turn(body: str, expected: list[int]) -> None:
    assert [item.number for item in parse(SourceText("x.txt", HEAD + body)).items] == expected


def test_who_presents_is_no_title() -> None:
    body = "Pkt. 1\n\nØkonomi\n\nBo ser på det.\n\nPkt. 2 (Bo)\n\nHavnen\n\nIntet.\n"
    assert [item.title for item in parse(SourceText("x.txt", HEAD + body)).items] == ["Økonomi", "Havnen"]


def test_a_first_number_inside_a_line() -> None:
    text = (
        "Bestyrelsesmøde\n\nDagsorden\n\n 1. Turen\n 2. noder\n 3. Evt.\n\nReferat\n\n"
        "Bestyrelsesmøde i Koret 4. maj 2021. Referent: Ane Dal 1. Status: bussen er bestilt, og Bo sender listen ud til alle.\n\n"
        " 2. Ib ser dem igennem og køber nye, hvor der mangler nogen.\n 3. Intet.\n"
    )
    minutes = parse(SourceText("x.txt", text))
    said = [item.decisions[0].span.of(text)[:10] for item in minutes.items]
    assert [(item.number, item.title) for item in minutes.items] == [(1, "Turen"), (2, "noder"), (3, "Evt.")]
    assert said == ["Status: bu", "Ib ser dem", "Intet."]
