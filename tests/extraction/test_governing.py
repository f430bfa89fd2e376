"""Lists whose points say what is done, and whose line above says by whom, by when, or that it comes up at a later meeting."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.domain.deadline import Deadline
from tracker.extraction import extract_passage

ON = date(2026, 3, 12)


def day(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    return deadline.due.isoformat() if deadline.due else deadline.anchor or "–"


def read(*lines: str) -> list[tuple[str, str, str, str, str]]:
    found = extract_passage("\n".join(lines), ON).follow_ups
    return [(str(f.kind), "; ".join(f.responsible), "; ".join(f.recipients), day(f.deadline), f.quote) for f in found]


@pytest.mark.parametrize("head", ["HR:", "HR"])
@pytest.mark.parametrize("bullet", ["- ", "  • ", "1) ", "a) "])
def test_the_points_below_a_name_are_what_it_does(head: str, bullet: str) -> None:
    assert read(head, f"{bullet}laver en plan senest 1. maj", f"{bullet}orienterer lederne") == [
        ("task", "HR", "", "2026-05-01", "laver en plan senest 1. maj"),
        ("task", "HR", "lederne", "", "orienterer lederne"),
    ]


def test_each_name_has_its_own_points() -> None:
    found = read("Irma og Otto:", "- laver et program", "IT:", "- sætter systemet op", "Ferien begynder den 1. juli.")
    assert [(who, quote) for _, who, _, _, quote in found] == [
        ("Irma; Otto", "laver et program"),
        ("IT", "sætter systemet op"),
    ]


@pytest.mark.parametrize(
    "head", ["Afdelingerne skal inden maj", "Afdelingerne skal inden maj:", "Det blev aftalt, at afdelingerne inden maj skal"]
)
def test_what_somebody_must_do_stands_in_the_infinitive_and_shares_the_day(head: str) -> None:
    assert [
        (who.casefold(), to, when, quote) for _, who, to, when, quote in read(head, "- indmelde forslag", "- sende tallene til Økonomi")
    ] == [
        ("afdelingerne", "", "2026-04-30", "indmelde forslag"),
        ("afdelingerne", "Økonomi", "2026-04-30", "sende tallene til Økonomi"),
    ]


def test_a_point_with_a_day_of_its_own_keeps_it() -> None:
    found = read("HR skal inden maj:", "- lave en plan", "- holde et møde den 3. juni")
    assert [when for _, _, _, when, _ in found] == ["2026-04-30", "2026-06-03"]


def test_the_line_above_is_no_card_beside_its_points() -> None:
    found = read("Inden den 15. april gør afdelingerne følgende:", "- indmelder forslag", "- sender materialet til Økonomi")
    assert [(who, when, quote) for _, who, _, when, quote in found] == [
        ("afdelingerne", "2026-04-15", "indmelder forslag"),
        ("afdelingerne", "2026-04-15", "sender materialet til Økonomi"),
    ]


def test_things_below_a_verb_belong_to_its_card() -> None:
    assert read("Otto køber:", "- ti stole", "- to borde senest 1. maj", "Irma betaler regningen.") == [
        ("task", "Otto", "", "2026-05-01", "Otto køber: - ti stole - to borde senest 1. maj"),
        ("task", "Irma", "", "", "Irma betaler regningen"),
    ]


def test_what_comes_up_at_the_next_meeting_is_a_status_each() -> None:
    assert read("Emner til næste møde:", "- Ferievejledningen", "- Status på boligerne (Irma)") == [
        ("status", "", "", "next_meeting", "Ferievejledningen"),
        ("status", "Irma", "", "next_meeting", "Status på boligerne (Irma)"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Økonomi:", "- forbruget ligger højt", "- lønnen stiger"),
        ("Direktionen:", "- godkender budgettet", "- tager orienteringen til efterretning"),
        ("Deltagere:", "- Irma Dal", "- Otto Friis"),
        ("Der blev drøftet følgende:", "- støj i gården", "- parkering"),
    ],
)
def test_lists_that_only_tell_give_no_card(lines: tuple[str, ...]) -> None:
    assert read(*lines) == []


def test_the_points_end_with_their_list() -> None:
    found = read("HR:", "- laver en plan", "Derefter blev mødet hævet.", "- sender referatet ud")
    assert ("task", "HR", "", "", "laver en plan") in found
    assert all(who != "HR" for _, who, _, _, quote in found if "referatet" in quote)


@pytest.mark.parametrize("colon", [":", ""])
def test_each_day_has_its_own_points(colon: str) -> None:
    found = read(
        "Planen blev godkendt med disse aftaler:",
        f"Senest den 15. april{colon}",
        "- afleverer Bo og Ea deres lister",
        "- stiller foreningen et lokale til rådighed",
        f"I uge 20{colon}",
        "- besøger Nina beboerne",
    )
    assert [(who, due) for _, who, _, due, _ in found] == [
        ("Bo; Ea", "2026-04-15"),
        ("foreningen", "2026-04-15"),
        ("Nina", "2026-05-17"),
    ]


def test_a_day_behind_the_point_before_is_that_points() -> None:
    found = read("- En tjekliste skrives. Tovholder: Bo. Færdig inden den 1. maj.", "  - Den ligger på nettet")
    assert [(who, due) for _, who, _, due, _ in found] == [("Bo", "2026-05-01")]


def test_who_stands_in_the_margin_does_what_the_line_says() -> None:
    found = read(
        "Bo Dam og Ea Holm var med.",
        "Leret bestilles i uge 14.                        Bo Dam",
        "Vi dropper basaren i år.",
        "Filtpuder under alle stole før påske.            Ea Holm, Bo Dam",
        "20 nye lys købes.                                Ea Holm",
    )
    assert [(who, due) for _, who, _, due, _ in found] == [
        ("Bo Dam", "2026-04-05"),
        ("Ea Holm; Bo Dam", "2026-04-01"),
        ("Ea Holm", ""),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "HR skal ikke:",
        "Kommunen har besluttet ikke at:",
        "Det blev drøftet, om HR skal:",
        "Bo mente, at HR skal:",
        "HR er gode til at:",
        "Formanden takkede Bo for at:",
        "Bo foreslog følgende:",
        "Man skal:",
        "Vi skal altid:",
    ],
)
def test_a_line_that_orders_nothing_makes_no_duties_of_its_points(head: str) -> None:
    assert read(head, "- lave en plan") == []


@pytest.mark.parametrize("point", ["Ingen", "Intet", "Velkomst", "Eventuelt"])
def test_what_is_on_no_agenda_or_on_every_one_is_no_topic(point: str) -> None:
    assert read("Emner til næste møde:", f"- {point}") == []
