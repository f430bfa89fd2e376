"""Columns that blanks keep apart are read one after the other."""

from __future__ import annotations

from tracker.reading.files import read_bytes
from tracker.reading.gutters import read_columns
from tracker.reading.structure import parse

HEAD = "Bestyrelsesmøde i Havnehuset\nTirsdag d. 4. maj 2021\n\n"
TABLE = """Dagsorden:                      Ansv.   Noter/referat

1. Godkendelse af dagsorden     IB      Godkendt.
Husk: Ane er flyttet og
er derfor ikke med.

2. Sommerfest, 3. juni          ANE
Pynt og mad.
                                40 tilmeldte indtil nu.
                                - Bo låner et telt af
                                naboen.
3. Økonomi                      IB      Forbruget er på 40 %. Taget til
                                        efterretning.

4. Evt.                                 Ane spørger, om vi må
                                        bade.

Næste møde: 4. juni 2021 kl. 17.00 hos Ane
"""
PAPER = """Referat af møde i roklubben den 4. maj 2021

1. Referat                          3. Fest
Godkendt.                           Ane køber is.
                                    Alle pynter.
2. Både                             4. Ture
Bo maler den røde båd               Ib planlægger en tur til
inden sommeren. Den blå             øen i juli. Pris følger på
er solgt for lidt penge.            næste møde.
"""


def test_the_rows_of_a_table_are_read_topic_first() -> None:
    minutes = parse(read_bytes((HEAD + TABLE).encode(), "x.txt"))
    assert [(item.number, item.title) for item in minutes.items] == [
        (1, "Godkendelse af dagsorden"), (2, "Sommerfest, 3. juni"), (3, "Økonomi"), (4, "Evt."),
    ]  # fmt: skip
    said = [" ".join(decision.span.of(minutes.text).split()) for item in minutes.items for decision in item.decisions]
    assert said[:3] == [
        "Godkendt.",
        "40 tilmeldte indtil nu. - Bo låner et telt af naboen.",
        "Forbruget er på 40 %. Taget til efterretning.",
    ]
    assert said[3].startswith("Ane spørger, om vi må bade.")


def test_a_page_in_two_columns_is_read_left_column_first() -> None:
    minutes = parse(read_bytes(PAPER.encode(), "x.txt"))
    assert [(item.number, item.title) for item in minutes.items] == [(1, "Referat"), (2, "Både"), (3, "Fest"), (4, "Ture")]
    assert "øen i juli" in minutes.items[3].decisions[0].span.of(minutes.text)


def test_text_without_columns_stays_as_it_is() -> None:
    for text in (HEAD + "1. Bro   malet\n2. Evt.   Intet\n", "Til stede:     Ane      Bo\nAfbud:         Ib\n" * 8):
        assert read_columns(text) == text
