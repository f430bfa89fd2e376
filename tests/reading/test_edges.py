"""Numbered minutes that leave the number out of their first or last item."""

from __future__ import annotations

from tracker.domain.minutes import SourceText
from tracker.reading import parse

HEAD = "Referat af møde i Koret den 3. maj 2021\nTil stede: Ane Dal, Bo Lind\n\n"


def items(body: str) -> list[tuple[int, str]]:
    return [(item.number, item.title) for item in parse(SourceText("x.txt", HEAD + body)).items]


def test_first_and_last_without_numbers() -> None:
    body = "Valg af referent\nBo skriver.\n\n2. Noder\nBo kopierer dem.\n\n3. Koncert\nAne ringer.\n\nEvt.\nKaffen var varm.\n"
    assert items(body) == [(1, "Valg af referent"), (2, "Noder"), (3, "Koncert"), (4, "Evt.")]


def test_first_below_the_names_of_the_columns() -> None:
    body = "Mødepunkt Referat\nGodkendelse af dagsorden Godkendt.\n2 - Noder\nBo kopierer dem.\n3 - Koncert\nAne ringer.\n"
    assert items(body) == [(1, "Godkendelse af dagsorden"), (2, "Noder"), (3, "Koncert")]


def test_numbers_that_begin_later_need_no_first() -> None:
    body = "Ane bød velkommen til alle.\n\n2. Noder\nBo kopierer dem.\n\n3. Koncert\nAne ringer.\n"
    assert items(body) == [(2, "Noder"), (3, "Koncert")]


def test_eventuelt_inside_an_item_of_that_name() -> None:
    body = "1. Noder\nBo kopierer dem.\n\n2. Koncert\nAne ringer.\n\n3. Eventuelt\nKaffen var varm.\n\nEvt.:\nIntet.\n"
    assert [number for number, _ in items(body)] == [1, 2, 3]


def test_usual_points_behind_the_last_case_number() -> None:
    case = "{}\nSagsnr. 21/{}\n\nSagsfremstilling\nDer er to bud.\n\nBeslutning\n{}\n\n"
    body = case.format("Noder", 17, "Bo kopierer dem.") + case.format("Koncert", 18, "Ane ringer.") + "Bordet rundt\n\nKaffen var varm.\n"
    assert items(body) == [(1, "Noder"), (2, "Koncert"), (3, "Bordet rundt")]
