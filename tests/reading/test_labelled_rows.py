"""Minutes as one small table for each item."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import Outcome
from tracker.reading import parse, read_bytes
from tracker.reading.labelled_rows import rows_as_lines

ROWS = """ÅDALENS CENTERLEDELSE

Referat
Torsdag den 7. marts 2024

| Pkt. 1 | Vagtplan |
| Sagsansvarlig | Bo |
| Beslutning | Godkendt. |
| Opfølgning | Bo sender planen til lederne senest 15. marts. |

| Pkt. 2 | Nyt køkken |
| Indhold | Der er tre tilbud. |
| Beslutning | Udsat til næste møde. |
"""


@pytest.mark.parametrize("text", [ROWS, ROWS.replace("\n| ", "\n").replace(" |\n", "\n")])
def test_a_table_for_each_item_is_read_as_items_with_decisions(text: str) -> None:
    minutes = parse(read_bytes(text.encode(), "referat.txt"))
    assert [(item.number, item.title) for item in minutes.items] == [(1, "Vagtplan"), (2, "Nyt køkken")]
    assert [decision.outcome for item in minutes.items for decision in item.decisions] == [Outcome.APPROVED, Outcome.DEFERRED]
    said = minutes.items[0].decisions[0].span
    assert "Bo sender planen til lederne senest 15. marts." in minutes.source.text[said.start : said.end]


@pytest.mark.parametrize(
    "text",
    [
        "Ingen tabel her.",
        "| Opgave | Ansvarlig | Frist |\n| Male | Bo | 3. maj |\n",
        "| Pkt. 1 | Vagtplan |\n| Beslutning | Godkendt. |\n",
        "| 1 | Bo |\n| 2 | Ea |\n| 3 | Ib |\n",
        "| Navn | Rolle |\n| Beslutning | Godkendt. |\n| Beslutning | Udsat. |\n",
    ],
)
def test_other_tables_stay_as_they_are(text: str) -> None:
    assert rows_as_lines(text) == text


def test_a_long_line_of_bars_takes_no_time_to_speak_of() -> None:
    text = "|" * 200_000 + "\n" + "| a" * 100_000
    assert rows_as_lines(text) == text


def test_lines_below_a_row_with_an_empty_first_cell_belong_to_its_decision() -> None:
    text = (
        "Stabsmøde\n\nTorsdag 6/5-2021\nTil stede: Ane Dal (AD), Bo Lind (BL)\n\nEMNE\tREFERAT\n\n1. Havnen\tMolen er gammel.\n"
        "\t- AD køber pæle inden juni\n\n2. Sejl\tGodkendt.\n\t- BL syr dem\n"
    )
    minutes = parse(read_bytes(text.encode(), "referat.txt"))
    said = [minutes.source.text[slice(d.span.start, d.span.end)] for item in minutes.items for d in item.decisions]
    assert [item.title for item in minutes.items] == ["Havnen", "Sejl"]
    assert ["AD køber pæle inden juni" in said[0], "BL syr dem" in said[1]] == [True, True]


def test_lines_behind_a_bar_alone_go_on_in_the_second_cell() -> None:
    text = (
        "HAVNERÅDET\nMøde nr. 3/2021 · 04.05.2021 · 10.00-12.00\n\nEMNE 1 | Molen\nREFERAT | Den er gammel.\nBESLUTNING | AD køber pæle.\n"
        "| BL syr sejl inden juni.\n\nEMNE 2 | Kajen\nBESLUTNING | Udsat.\n| AD ringer til dykkeren.\n"
    )
    minutes = parse(read_bytes(text.encode(), "referat.txt"))
    assert [item.title for item in minutes.items] == ["Molen", "Kajen"]
    last = [item.decisions[-1].span.of(minutes.source.text) for item in minutes.items]
    assert last == ["AD køber pæle.\nBL syr sejl inden juni.", "Udsat.\nAD ringer til dykkeren."]
