"""Tables whose cells stand on lines of their own."""

from __future__ import annotations

from tracker.domain.minutes import SourceText
from tracker.reading import parse

HEAD = "Referat af personalemøde den 4. maj 2021\nDeltagere: Ane Dal, Bo Lind\n\n"

EVERY = [("Nye døre", "Bo køber to."), ("Haven", "Ane slår græsset."), ("Kaffe", "Intet.")]


def read(body: str) -> list[tuple[str, str]]:
    minutes = parse(SourceText("x.txt", HEAD + body))
    text = minutes.source.text
    return [(item.title, " ".join(item.decisions[0].span.of(text).split()) if item.decisions else "") for item in minutes.items]


def test_rows_told_by_what_items_are_for() -> None:
    body = (
        "Punkter\n\nFormål\n\nReferat\n\nNyt køleskab\n\nBeslutning\n\nBo køber et.\n\nnøgler\n\norientering\n\nAne laver tre nye.\n\n"
        "Sommerferie\n\ndiskussion og beslutning\n\nVi holder åbent.\n\nEventuelt\n\nIntet.\n"
    )
    assert read(body) == [
        ("Nyt køleskab", "Bo køber et."),
        ("nøgler", "Ane laver tre nye."),
        ("Sommerferie", "Vi holder åbent."),
        ("Eventuelt", "Intet."),
    ]


def test_rows_told_by_what_items_are_for_without_a_header() -> None:
    body = "Nøgler\nOrientering\nAne laver tre nye.\n\nFerie\nDrøftelse\nVi holder åbent.\n\nKaffe\nBeslutning\nBo køber en ny maskine.\n"
    assert read(body) == [("Nøgler", "Ane laver tre nye."), ("Ferie", "Vi holder åbent."), ("Kaffe", "Bo køber en ny maskine.")]


def test_rows_told_by_wide_gaps() -> None:
    body = (
        "Emne\n\nFormål\n\n(hvad vil vi?)\n\nVarighed\n\nBeslutning\n\n(hvem gør hvad)\n\n\n\nNøgler\n\nAt alle kan låse\n\n5 min.\n\n"
        "Ane laver tre nye.\n\n\n\nFerie\n\nAt få dækket uge 29\n\n20 min\n\nVi holder åbent.\n\n\n\n12. juni\n\n\n\n"
        "Evt.\n\n\n\n10 min\n\nIntet.\n"
    )
    assert read(body) == [
        ("Nøgler", "Ane laver tre nye."),
        ("Ferie", "Vi holder åbent. 12. juni"),
        ("Evt.", "Intet."),
    ]


def test_rows_told_by_the_number_of_columns() -> None:
    body = "Punkt\nBeslutning\nAnsvarlig\nNøgler\nDer laves tre nye.\nAne\nFerie\nVi holder åbent.\nBo\nKaffe\nNy maskine købes.\nBo\n"
    assert read(body) == [("Nøgler", "Der laves tre nye. Ane"), ("Ferie", "Vi holder åbent. Bo"), ("Kaffe", "Ny maskine købes. Bo")]


def test_a_word_above_every_item_is_no_header() -> None:
    body = "".join(f"Dagsorden\n\nTitel:\n{title}\n\nReferat\n\n{said}\n\n" for title, said in EVERY)
    assert read(body) == EVERY
