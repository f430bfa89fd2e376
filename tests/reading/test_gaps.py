"""Items told only by how far apart they stand."""

from __future__ import annotations

from tracker.domain.minutes import SourceText
from tracker.reading import parse

HEAD = "Referat af møde i Koret den 3. maj 2021\nTil stede: Ane Dal, Bo Lind\n\n"


def items(body: str) -> list[tuple[int, str]]:
    return [(item.number, item.title) for item in parse(SourceText("x.txt", HEAD + body)).items]


def test_passages_below_wide_gaps() -> None:
    body = (
        "\n\nDagsorden:\n\nNoder d. 8/6 i kirken\n\nBo kopierer dem.\n\nAne syr.\n\n\n\nKoncert: i juni\n\nBo ringer til kirken.\n\n"
        "Afbud fra: Ib Krag\n\n\n\nNæste møde torsdag d. 3. juni\n\nHos Ane.\n"
    )
    assert items(body) == [(1, "Noder"), (2, "Koncert"), (3, "Næste møde")]


def test_passages_that_begin_with_sentences_are_one_item() -> None:
    body = "\n\nVi sang hele aftenen.\n\nDet var godt.\n\n\n\nBo bød på kaffe til alle.\n\nTak for den.\n\n\n\nAne låste døren.\n\nSidst.\n"
    assert len(items(body)) == 1
