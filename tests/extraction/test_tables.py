"""Tables in minutes: rows of things to do, and minutes told row by row with a cell for who does it."""

from __future__ import annotations

from tracker.domain.minutes import SourceText
from tracker.extraction import extract
from tracker.reading import parse

HEAD = "Driftsmøde\n\nMødedato: 4. februar 2020\nTil stede: Gerda Holm (GHO), Tage Lund (TLU)\n\nNr. | Punkt | Beslutning | Ansvarlig\n"


def test_the_cell_behind_a_decision_names_who_does_it() -> None:
    rows = (
        "1 | Referat | Godkendt. |\n"
        "2 | Kajen | Muren sættes om inden udgangen af uge 9. | TLU\n"
        "3 | Bro | Gerda Holm indhenter tilbud. | TLU\n"
        "4 | Skilt | Udsættes til næste møde. | GHO\n"
    )
    text = HEAD + rows
    found = extract(parse(SourceText("referat.txt", text))).follow_ups
    assert [(str(f.kind), f.responsible, f.quote) for f in found] == [
        ("task", ("TLU",), "Muren sættes om inden udgangen af uge 9"),
        ("task", ("Gerda Holm",), "Gerda Holm indhenter tilbud"),
        ("deferral", (), "Udsættes til næste møde"),
    ]
    assert all(f.quote in text for f in found)
