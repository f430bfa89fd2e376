"""Cells behind the decision get the name of their column; nothing else does."""

from __future__ import annotations

import pytest

from tracker.reading.named_cells import name_cells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nr. | Punkt | Beslutning | Ansvarlig\n1 | Kajen | Muren sættes om. | BOL\n2 | Evt. | Intet. |\n",
         "Nr. | Punkt | Beslutning | Ansvarlig\n1 | Kajen | Muren sættes om. | Ansvarlig: BOL\n2 | Evt. | Intet. |\n"),
        ("Emne\tReferat\tHvem\tFrist\nKajen\tMuren sættes om.\tBo\t1. maj\n",
         "Emne\tReferat\tHvem\tFrist\nKajen\tMuren sættes om.\tAnsvarlig: Bo\tFrist: 1. maj\n"),
        ("Nr. | Punkt | Ansvarlig | Beslutning\n1 | Kajen | BOL | Sættes om. |\n", None),
        ("Nr. | Aktion | Ansvarlig | Frist\n1 | Kajen sættes om | BOL | 1. maj\n", None),
        ("Nr. | Punkt | Beslutning | Ansvarlig\n1 | Kajen | Sættes om. | -\nOpgave | Hvem\nMure | Bo\n", None),
    ],
)  # fmt: skip
def test_who_and_when_are_named(text: str, expected: str | None) -> None:
    assert name_cells(text) == (expected or text)
