"""Titles that are set apart by type alone."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import SourceText
from tracker.reading import parse

HEAD = "Referat af møde i Koret den 3. maj 2021\nTil stede: Ane Dal, Bo Lind\n\n"


def items(body: str) -> list[tuple[int, str]]:
    return [(item.number, item.title) for item in parse(SourceText("x.txt", HEAD + body)).items]


@pytest.mark.parametrize("sign", ["*", "**", "_", "__"])
def test_titles_between_signs_of_emphasis(sign: str) -> None:
    body = f"{sign}Noder{sign}\nBo kopierer dem.\n1. alt\n2. bas\n\n{sign}Økonomi{sign}\nIntet nyt.\n\n{sign}Koncert{sign}\nAne ringer.\n"
    assert items(body) == [(1, "Noder"), (2, "Økonomi"), (3, "Koncert")]


def test_titles_in_capitals() -> None:
    body = "NODER (ved Bo)\nBo kopierer dem.\n\nKONCERT I JUNI\n- Ane ringer.\n- Hvem låser op?\n\nEVT.\nIntet.\n"
    assert items(body) == [(1, "NODER (ved Bo)"), (2, "KONCERT I JUNI"), (3, "EVT.")]


def test_absence_as_a_topic_is_no_list_of_the_absent() -> None:
    body = "NODER\nBo kopierer dem.\n\nFRAVÆR\nAne ringer rundt.\n\nKONCERT\nHvem låser op?\n\nEVT.\nIntet.\n"
    assert items(body) == [(1, "NODER"), (2, "FRAVÆR"), (3, "KONCERT"), (4, "EVT.")]


def test_capitals_with_decisions_of_several_meetings_under_one_title() -> None:
    body = (
        "NODER\nBo kopierer dem.\n\nKONCERT\nHvor?\n\nBeslutning i Koret den 5. april 2021\nDrøftet.\n\n"
        "Beslutning i Koret den 3. maj 2021\nAne ringer.\n\nSANGERE\nVi mangler tre.\n"
    )
    assert items(body) == [(1, "NODER"), (2, "KONCERT"), (3, "SANGERE")]


def test_labels_in_capitals_that_return_are_no_titles() -> None:
    body = "Noder\nAFTALE\nBo kopierer dem.\n\nKoncert\nAFTALE\nAne ringer.\n\nSangere\nAFTALE\nBo spørger.\n"
    assert "AFTALE" not in [title for _, title in items(body)]


def test_headings_between_signs_of_emphasis() -> None:
    text = HEAD + "1. Noder\n**Indstilling:** At der købes nye.\n**Beslutning:** Bo køber dem.\n\n2. Koncert\n**Beslutning:** Udsat.\n"
    minutes = parse(SourceText("x.txt", text))
    assert [[decision.span.of(text) for decision in item.decisions] for item in minutes.items] == [["Bo køber dem."], ["Udsat."]]


def test_numbers_between_signs_of_emphasis() -> None:
    assert items("*1. Noder*\nBo kopierer.\n\n*2. Koncert*\nAne ringer.\n") == [(1, "Noder"), (2, "Koncert")]


def test_a_title_is_told_without_the_signs_around_it() -> None:
    assert items("* Noder *\nBo kopierer dem.\n\n* Koncert *\nAne ringer.\n\n* Evt. *\nIntet.\n") == [
        (1, "Noder"),
        (2, "Koncert"),
        (3, "Evt."),
    ]


def test_titles_behind_stars_may_end_in_an_exclamation_mark() -> None:
    text = HEAD + "* Siden sidst\n\nBo kopierer noder.\n\n* Koncert\n\n3 sangere mangler. Ane ringer.\n\n* Fest!\n\nBo bager.\n"
    assert [item.title for item in parse(SourceText("x.txt", text)).items] == ["Siden sidst", "Koncert", "Fest!"]


def test_a_line_or_two_behind_the_same_sign_are_no_titles() -> None:
    body = "".join(f"* {title}\n\nBo tager sig af det.\n\n" for title in ("Noder", "Koncert", "Sangere", "Lokaler", "Kassen"))
    text = HEAD + body + "* Ane køber kaffe og kage til alle.\n\n* Evt.\n\nIntet.\n"
    assert [item.title for item in parse(SourceText("x.txt", text)).items] == ["Noder", "Koncert", "Sangere", "Lokaler", "Kassen", "Evt."]


@pytest.mark.parametrize(
    "line", ["Bilag: Regnskab 2020", "Indstilling: At sagen drøftes.", "A. Holm var forbi.", "3 sangere har meldt fra.", "Se også punkt 3."]
)
def test_a_line_below_one_title_leaves_the_others_titles(line: str) -> None:
    body = f"ØKONOMI\n\nAne sender tal.\n{line}\n\nKONCERT\n\nBo lejer salen.\n\nNODER\n\nAne kopierer.\n\nEVT.\n\nIntet.\n"
    assert [title for _, title in items(body)] == ["ØKONOMI", "KONCERT", "NODER", "EVT."]
