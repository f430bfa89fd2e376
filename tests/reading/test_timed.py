"""Items that begin with the time set aside for them."""

from __future__ import annotations

from tracker.domain.minutes import SourceText
from tracker.reading import parse

HEAD = "Skolebestyrelsesmøde\n\nReferat fra den 4. maj 2021\nAfbud: Bo\n\n"


def titles(body: str) -> list[str]:
    return [item.title for item in parse(SourceText("x.txt", HEAD + body)).items]


def test_spans_of_time() -> None:
    body = "17.00-17.20\n\nAne maler lågen.\n\n17.20-17.45\n\nLegepladsen\n\nVi venter på svar.\n\nKl. 17.45 – 18-00: Evt.\n\nIntet.\n"
    assert titles(body) == ["17.00-17.20", "Legepladsen", "Evt."]


def test_single_times_with_titles() -> None:
    assert titles("19.00 Velkomst\nAne bød velkommen.\n\n19.10 Økonomi\nBo ser på det.\n\n19.40 Havnen\nIntet.\n") == [
        "Velkomst",
        "Økonomi",
        "Havnen",
    ]


def test_single_times_with_titles_and_nothing_empty_between() -> None:
    assert titles("19.00 Velkomst\nAne bød velkommen.\n19.10 Økonomi\nBo ser på det.\n19.40 Havnen\nIntet.\n") == [
        "Velkomst",
        "Økonomi",
        "Havnen",
    ]
    assert len(titles("Programmet er:\n19.00 Velkomst\n19.10 Sang\n19.40 Kaffe\nDet bliver godt.\n")) < 3


def test_times_that_do_not_run_on() -> None:
    assert "12.00-13.00" not in titles("Dagen\n\n12.00-13.00\n\nMad\n\n10.00-11.00\n\nTur\n\n14.00-15.00\n\nKaffe på broen til alle.\n")
