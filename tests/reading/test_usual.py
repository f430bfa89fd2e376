"""Points that nearly every agenda has."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import SourceText
from tracker.reading import parse
from tracker.reading.usual import is_usual

HEAD = "Referat af møde i Koret den 3. maj 2021\nTil stede: Ane Dal, Bo Lind\n\n"


def items(body: str) -> list[tuple[int, str]]:
    return [(item.number, item.title) for item in parse(SourceText("x.txt", HEAD + body)).items]


def test_usual_points_without_empty_lines() -> None:
    body = (
        "Godkendelse af dagsorden\n\nGodkendt\nNyt fra formanden\nKoret har fået en gave: tusind kroner. Bo takker banken inden jul.\n"
        "Nye sangere\nVi mangler tre tenorer, og derfor skriver Bo et opslag til avisen inden pinse.\nØkonomi\nIntet nyt\n"
        "Eventuelt\nKaffen var varm.\n"
    )
    assert [title for _, title in items(body)] == ["Godkendelse af dagsorden", "Nyt fra formanden", "Nye sangere", "Økonomi", "Eventuelt"]


@pytest.mark.parametrize("line", ["Økonomi: Ane sender budgettet.", "Orientering godkendt", "Nyt tag er lagt på laden"])
def test_what_says_something_is_no_usual_point(line: str) -> None:
    assert not is_usual(line)


def test_those_who_report_are_titles() -> None:
    body = (
        "Godkendelse af referat\nGodkendt\nNyt fra formanden\nVi har fået ny dirigent: hun begynder til august og hilser på i juni.\n"
        "Kassereren\nIb gennemgik tallene.\nNæste møde\nBo finder en dag.\n"
    )
    assert [title for _, title in items(body)] == ["Godkendelse af referat", "Nyt fra formanden", "Kassereren", "Næste møde"]
