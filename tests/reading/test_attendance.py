"""Lists of people: where they end, and who is on them."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import SourceText
from tracker.reading import parse
from tracker.reading.people_tables import tabled

BODY = "1. Kajen\nBo maler den.\n\n2. Eventuelt\nIntet.\n"


def listed(head: str) -> tuple[list[str], list[str]]:
    people = parse(SourceText("x.txt", f"Referat af bestyrelsesmøde den 4. maj 2021\n{head}\n\n{BODY}")).meeting.attendees
    return [person.name for person in people if person.present], [person.name for person in people if not person.present]


@pytest.mark.parametrize(
    ("head", "present", "absent"),
    [
        ("Til stede: Trine Dal, Amrit Bo, Ib Holm (TR)", ["Trine Dal", "Amrit Bo", "Ib Holm"], []),
        ("Afbud fra Ida Dal, Bo Lind og Per Skov", [], ["Ida Dal", "Bo Lind", "Per Skov"]),
        ("Til stede: Ida Dal – formand, Bo Lind, Hans\nHolm, Per Skov", ["Ida Dal", "Bo Lind", "Hans Holm", "Per Skov"], []),
        ("Deltagere: Ida Dal #4 Formand\n Bo Lind #7 Kasserer\n Per Skov (referent)", ["Ida Dal", "Bo Lind", "Per Skov"], []),
        ("Deltagere:\nForældrevalgte: Ida Dal, Bo Lind.\nPersonale: Per Skov.\nElever: - -", ["Ida Dal", "Bo Lind"], []),
        ("Deltagere: Ida Dal (IDA). Bo Lind, Per Skov", ["Ida Dal", "Bo Lind", "Per Skov"], []),
        ("Deltagere\n • Ida Dal (V)\n • Bo Lind (A)\n\n • Afbud\n • Per Skov (C)", ["Ida Dal", "Bo Lind"], ["Per Skov"]),
        ("Tilstede var: Ida Dal, Bo Lind", ["Ida Dal", "Bo Lind"], []),
        ("Tilstede:\n\nIda Dal\n\nBo Lind\n\nPer Skov\n\nDagsorden:", ["Ida Dal", "Bo Lind", "Per Skov"], []),
        ("Deltagere: Ida Dal, Bo Lind og Per Skov,\n\nGodkendelse af ny vagtplan", ["Ida Dal", "Bo Lind", "Per Skov"], []),
        ("Deltagere: Ida Dal, Bo Lind\nMødepunkt | Referat |", ["Ida Dal", "Bo Lind"], []),
        ("Til stede var Ida, Bo og Per", ["Ida", "Bo", "Per"], []),
        ("Deltagere: Ida Dal og Bo Lind\nAfbud:\n\nDagsorden", ["Ida Dal", "Bo Lind"], []),
        ("Deltagere: Ida Dal og Bo Lind.\nMødet begyndte med kaffe, boller og sang.", ["Ida Dal", "Bo Lind"], []),
    ],
)  # fmt: skip
def test_who_is_on_the_lists_of_the_head(head: str, present: list[str], absent: list[str]) -> None:
    assert listed(head) == (present, absent)


def test_a_list_below_its_label_ends_at_a_heading() -> None:
    text = (
        "Referat af møde i Havnerådet den 4. maj 2021\n1. Kajen\nSagsfremstilling\nKajen er våd.\n"
        "Afbud:\nIda Dal\nBo Lind\nBeslutning\nGodkendt\n"
    )
    meeting = parse(SourceText("x.txt", text)).meeting
    assert [person.name for person in meeting.attendees] == ["Ida Dal", "Bo Lind"]


def test_who_took_part_may_stand_below_the_minutes() -> None:
    text = f"Referat, 4. maj 2021\n\n{BODY}\n Deltagere: Ida Dal, Bo Lind og Per Skov.\n"
    assert [person.name for person in parse(SourceText("x.txt", text)).meeting.attendees] == ["Ida Dal", "Bo Lind", "Per Skov"]


def test_what_was_decided_ends_the_list_of_the_absent_above_it() -> None:
    text = (
        "Referat af møde i Havnerådet den 4. maj 2021\n1. Kajen\nBeslutning\n"
        "Fraværende: Ida Dal (A)\nDrøftet. Planen sendes i høring i Strandrådet og Bådrådet.\n"
    )
    minutes = parse(SourceText("x.txt", text))
    assert "Planen sendes i høring" in minutes.items[0].decisions[0].span.of(text)


def test_a_table_of_people_is_read_by_its_columns() -> None:
    head = (
        "Referat af møde i Havnerådet den 4. maj 2021\n\nDeltagere:\n\nNavn | Organisation | Init. | Til stede\n"
        "Ida Dal | Byg og Plan | ID | ja\nBo Lind (referent) | | BL | x\nPer Skov | Havnen | PS | nej\n\n"
    )
    people = parse(SourceText("x.txt", head + BODY)).meeting.attendees
    assert [(p.name, p.title, p.initials, p.present) for p in people] == [
        ("Ida Dal", "Byg og Plan", "ID", True),
        ("Bo Lind", "referent", "BL", True),
        ("Per Skov", "Havnen", "PS", False),
    ]


def test_a_table_of_something_else_names_nobody() -> None:
    head = "Referat af møde i Havnerådet den 4. maj 2021\n\nDeltagere: Ida Dal\n\nVare | Pris\nReb | 20\n\n"
    assert [p.name for p in parse(SourceText("x.txt", head + BODY)).meeting.attendees] == ["Ida Dal"]


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        ("Titel | Navn | Init.\n | Bo Lind | BL\nFormand | Ane Dal | AD", [("Bo Lind", "BL", True), ("Ane Dal", "AD", True)]),
        ("Navn | Init. | Navn | Init.\nBo Lind | BL | Ane Dal | AD", [("Bo Lind", "BL", True), ("Ane Dal", "AD", True)]),
        ("Navn | Enhed | Til stede\nBo Lind | HR | x\nAne Dal | Havn |", [("Bo Lind", "", True), ("Ane Dal", "", False)]),
        ("Navn | Afbud\nBo Lind | x\nAne Dal | ", [("Bo Lind", "", False), ("Ane Dal", "", True)]),
    ],
)
def test_the_cells_of_a_table_of_people(rows: str, people: list[tuple[str, str, bool]]) -> None:
    assert [(p.name, p.initials, p.present) for p in tabled(rows, present=True) or ()] == people


def test_labels_beside_names_are_no_head_of_a_table() -> None:
    assert tabled("Medlemmer | Ane Dal, Bo Lind\nSuppleanter | Ib Krog\nGæster | Jens Lund", present=True) is None
