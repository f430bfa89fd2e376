"""Tables laid flat, whose cells run on."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import SourceText
from tracker.reading import parse
from tracker.reading.flat_tables import is_flat_header

HEAD = "Referat af møde i Koret den 3. maj 2021\nTil stede: Ane Dal, Bo Lind\n\n"


def items(body: str) -> list[tuple[int, str]]:
    return [(item.number, item.title) for item in parse(SourceText("x.txt", HEAD + body)).items]


def test_titles_end_where_the_next_cell_begins() -> None:
    body = (
        "Punkt Emne Referat\n1. Noder til juni Bo kopierer dem, og de er klar på fredag.\n2. Leje af salen Kan vi få den? Det ved Ane.\n"
        "3. Koncert i kirken Vi synger tre salmer. Ane ringer til\nkirken.\n4. Eventuelt Intet.\n"
    )
    assert items(body) == [(1, "Noder til juni"), (2, "Leje af salen"), (3, "Koncert i kirken"), (4, "Eventuelt")]


@pytest.mark.parametrize("line", ["Pkt. Dagsorden: Bilag: Beslutning:", "Emne Referat", "Mødepunkt Referat"])
def test_names_of_columns(line: str) -> None:
    assert is_flat_header(line)


@pytest.mark.parametrize("line", ["Referat", "Referat og dagsorden", "Dagsorden og det nye referat", "Beslutning"])
def test_other_lines(line: str) -> None:
    assert not is_flat_header(line)


def test_initials_of_who_presents_an_item_end_its_title_below_a_column_for_them() -> None:
    body = (
        "{header}\n1. Noder IDA Godkendt. Punktet Evt. er tilføjet.\n2. Koncert, 3. juni BL\n80 kommer indtil nu.\n"
        "3. Salen BL Udsættes til næste møde.\n4. Evt.\nBL spørger Ane.\n"
    )
    assert items(body.format(header="Dagsorden: Ansv. Noter/referat")) == [(1, "Noder"), (2, "Koncert, 3. juni"), (3, "Salen"), (4, "Evt.")]
    assert items(body.format(header="Dagsorden:"))[1] == (2, "Koncert, 3. juni BL")
