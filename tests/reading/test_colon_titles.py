"""Where titles end in a colon, no other line is one, and the usual points may be answered on their line."""

from __future__ import annotations

from tracker.domain.minutes import SourceText
from tracker.reading import parse

HEAD = "Referat af bestyrelsesmøde den 4. maj 2021\nTil stede: Ane, Bo, Ib\n\n"
BODY = (
    "Valg af ordstyrer: Ib\n\nGodkendelse af dagsorden: godkendt\n\nNyt fra havnen:\n\nBroen er malet.\n\nBo afleverer nøglen mandag\n\n"
    "Nyt fra klubben:\n\nGavlen skal kalkes.\n\nFesten:\n\nAne laver en liste: Bo og Ib hjælper.\n\nNæste møde: 1. juni hos Bo\n"
)


def items(text: str) -> list[tuple[int, str, str]]:
    minutes = parse(SourceText("x.txt", text))
    return [(item.number, item.title, " ".join(item.decisions[0].span.of(text).split())) for item in minutes.items]


def test_titles_with_a_colon() -> None:
    assert items(HEAD + BODY) == [
        (1, "Valg af ordstyrer", "Ib"),
        (2, "Godkendelse af dagsorden", "godkendt"),
        (3, "Nyt fra havnen", "Broen er malet. Bo afleverer nøglen mandag"),
        (4, "Nyt fra klubben", "Gavlen skal kalkes."),
        (5, "Festen", "Ane laver en liste: Bo og Ib hjælper."),
        (6, "Næste møde", "1. juni hos Bo"),
    ]


def test_titles_without_a_colon_stay() -> None:
    body = "Havnen\nBroen er malet.\n\nKlubben\nGavlen kalkes.\n\nTing til hytten:\nEn lampe.\n\nEVT.\nBo tager kagen med.\n"
    assert [title for _, title, _ in items(HEAD + body)] == ["Havnen", "Klubben", "Ting til hytten", "EVT."]


def test_titles_that_end_in_a_semicolon() -> None:
    body = (
        "Broen;\n\nAne maler den.\n\nFordeling;\n\nBo; nøgler\n\nIb; grill\n\n"
        "Festen;\n\nBo indkalder til et møde om den.\n\nNæste møde;\n\nHos Ib\n"
    )
    assert [title for _, title, _ in items(HEAD + body)] == ["Broen", "Fordeling", "Festen", "Næste møde"]


def test_the_writer_below_the_minutes_ends_no_head() -> None:
    body = "Breve:\nBo læste dem op.\n\nBroen:\nAne maler den i juni.\nIb finder penslerne.\n\nKassen:\nDen er tom.\n\nReferent: Ib\n"
    assert [title for _, title, _ in items(HEAD + body)] == ["Breve", "Broen", "Kassen"]
