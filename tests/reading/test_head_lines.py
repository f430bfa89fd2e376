"""Heads whose fields stand on one line get a line a field; other lines stay."""

from __future__ import annotations

from datetime import date, time

import pytest

from tracker.reading import parse, read_bytes
from tracker.reading.head_lines import break_head
from tracker.reading.pages import without_page_starts

ONE_LINE = (
    "INSTITUT FOR FISKERI LSU Referat Møde den: 3. maj 2011 kl. 9.00 Sted: Bygning 4 Til stede: Ida Dal (ID), Bo Lind Afbud: Ib Holm\n"
)
BARE = "HAVNELAUGET Referat Havnegruppen Dato 3. maj 2011 Tidspunkt 9:00 Sted Laden, Kajen 2 Til stede Ida Dal Fraværende Bo Lind\n"
ITEMS = "\n1. Kajen\nIda maler den.\n\n2. Evt.\nIntet.\n"


@pytest.mark.parametrize(
    ("head", "forum", "place", "absent"),
    [(ONE_LINE, "LSU", "Bygning 4", ["Ib Holm"]), (BARE, "Havnegruppen", "Laden, Kajen 2", ["Bo Lind"])],
)
def test_the_fields_of_a_head_on_one_line(head: str, forum: str, place: str, absent: list[str]) -> None:
    meeting = parse(read_bytes((head + ITEMS).encode(), "x.txt")).meeting
    assert (meeting.forum, meeting.date, meeting.start, meeting.place) == (forum, date(2011, 5, 3), time(9), place)
    assert [person.name for person in meeting.attendees if not person.present] == absent


@pytest.mark.parametrize(
    "line",
    [
        "Dato | Tid | Sted | Deltagere | Afbud\n",
        "Dato: 3. maj 2011\nSted: Laden\n",
        "Valg af Dirigent 2. Valg af Dirigent 3. Valg af Dirigent 4. Evt.\n",
        "Afbud fra Ida og Bo. Sted og tid aftales.\n",
    ],
)
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert break_head(line) == line


def test_only_line_breaks_are_put_in() -> None:
    assert break_head(BARE).split() == BARE.split()


def test_a_part_in_front_of_a_number_and_the_fields_behind_its_title() -> None:
    text = (
        "Referat Havnegruppen 3. maj 2011\n\nÅbent møde 1. Kajen Sag 10/512 Dok 7 Initialer: IDA Åbent\nBeslutning\nMales.\n\n"
        "Lukket møde 2. Kranen Sag 10/513 Lukket\nBeslutning\nSælges.\n"
    )
    items = parse(read_bytes(text.encode(), "x.txt")).items
    assert [(item.number, item.title, item.case_number, item.closed) for item in items] == [
        (1, "Kajen", "10/512", False),
        (2, "Kranen", "10/513", True),
    ]


PAGES = (
    "1 Referat Havnegruppen 3. maj 2011\n\n2 Til stede: Ida Havnegruppen i maj Side nr. 1\n\n3 Punkt 1. Kajen\nIda maler den.\n\n"
    "Havnegruppen i maj Side nr. 2\n\n4 Punkt 2. Evt.\nIntet.\n\nHavnegruppen i maj Side nr. 3\n"
)


def test_page_numbers_in_front_of_paragraphs_go_with_the_running_feet() -> None:
    assert without_page_starts(PAGES).split("\n\n") == [
        "Referat Havnegruppen 3. maj 2011",
        "Til stede: Ida",
        "Punkt 1. Kajen\nIda maler den.",
        "",
        "Punkt 2. Evt.\nIntet.",
        "\n",
    ]
    assert [(item.number, item.title) for item in parse(read_bytes(PAGES.encode(), "x.txt")).items] == [(1, "Kajen"), (2, "Evt.")]


@pytest.mark.parametrize(
    "text",
    [
        "1 Kajen\nIda maler den.\n\n2 Evt.\nIntet.\n",
        "Referat\n\n1 Kajen\n\n2 Evt.\n\nSide 1 af 2\n",
        "1 Kajen\n\n2 Evt.\n\nSide 7 af 9\n",
    ],
)
def test_numbers_without_pages_stay(text: str) -> None:
    assert without_page_starts(text) == text
