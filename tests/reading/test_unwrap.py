"""Lines broken at one width are joined again; everything else stays."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from tracker.reading import parse, read_bytes
from tracker.reading.unwrap import unwrap

PARAGRAPH = (
    "Bestyrelsen drøftede forslaget og blev enige om at bede kassereren undersøge, om foreningen kan få tilskud til de nye møbler, før de"
    " bestilles hos leverandøren i foråret, og om de gamle kan gives videre til skolen."
)
TEXT = "\n\n".join(
    f"Punkt {number}: Emne {number}\n\nIndstilling\n\nFormanden indstiller,\n1. at sagen drøftes\n\nBeslutning\n\n"
    f"{PARAGRAPH}\n\n- kort\n- {PARAGRAPH}"
    for number in range(1, 6)
)


def wrapped(text: str, width: int) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, width, break_long_words=False)) if line else "" for line in text.split("\n"))


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_wrapped_text_comes_back(width: int) -> None:
    assert wrapped(TEXT, width) != TEXT
    assert unwrap(wrapped(TEXT, width)) == TEXT


def test_wrapped_minutes_give_the_same_decisions() -> None:
    plain, broken = (parse(read_bytes(text.encode(), "x.txt")) for text in (TEXT, wrapped(TEXT, 72)))
    said = [[decision.span.of(minutes.text) for item in minutes.items for decision in item.decisions] for minutes in (plain, broken)]
    assert said[0] == said[1]


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "samples").glob("*.txt")), ids=lambda path: path.stem)
def test_text_with_a_line_a_paragraph_stays(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert unwrap(text) == text


def test_a_line_that_goes_on_inset_is_joined_and_rows_never_are() -> None:
    text = "5.2  Emnet sættes på dagsordenen til næste\n     møde. Ida ringer.\n\n   a) Lys\n   b) Varme\n"
    assert unwrap(text) == "5.2  Emnet sættes på dagsordenen til næste møde. Ida ringer.\n\n   a) Lys\n   b) Varme\n"
    rows = "\n".join(f"| {n} | {'Opgave ' * 9}nummer {n} | Ida | uge {n} |" for n in range(10, 40))
    assert unwrap(rows) == rows


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("senest den\n20. november. Tag", "senest den 20. november. Tag"),
        ("søndag den 10.\njuni. Omnibus", "søndag den 10. juni. Omnibus"),
        ("i 2. kvartal\n2019. Og", "i 2. kvartal 2019. Og"),
        ("tallene for\n7. årgang", "tallene for 7. årgang"),
        ("færdig i uge\n  44", "færdig i uge 44"),
        ("at drøfte, og\n2. at godkende", "at drøfte, og\n2. at godkende"),
        ("Punkter til\n1. Havnen", "Punkter til\n1. Havnen"),
        ("Møder:\n20. maj\n3. juni", "Møder:\n20. maj\n3. juni"),
        ("den\n\n20. november", "den\n\n20. november"),
        ("onsdag den 12.\n\nseptember 2012, Kajen", "onsdag den 12. september 2012, Kajen"),
        ("punkt 12.\n\nseptember 2012", "punkt 12.\n\nseptember 2012"),
    ],
)
def test_a_day_that_a_line_cut_is_one_again(cut: str, whole: str) -> None:
    assert unwrap(cut) == whole


@pytest.mark.parametrize("heading", ["Beslutning:", "Beslutning", "Beslutning på mødet den 3. maj 2021", "Aftaler:"])
def test_a_heading_stays_on_its_own_line_however_long_the_one_above_is(heading: str) -> None:
    prose = "\n".join(
        ["Vi drøftede planen for havnen og hørte om det nye værft, som skal", "bygges om, når kajen er færdig, og det bliver"] * 10
    )
    last = "til foråret, hvis ellers kommunen giver lov til det og pengene er der."
    assert f"{last}\n{heading}\n" in unwrap(f"{prose}\n{last}\n{heading}\nGodkendt.\n")


@pytest.mark.parametrize(
    "text",
    [
        "Alle tager en kage med\n3 Vejen\nIda maler.",
        "Der er købt ind til\n2 spande maling\n3 pensler",
        "2. Vejen vi skal tale om\n3 Skolen",
    ],
)
def test_a_number_that_begins_something_new_keeps_its_line(text: str) -> None:
    assert unwrap(text) == text


def test_points_counted_within_an_item_keep_their_lines() -> None:
    points = "\n".join(f"{number}.{point} {PARAGRAPH}" for number in range(1, 5) for point in (1, 2))
    joined = unwrap(wrapped(points, 90))
    assert [line[:3] for line in joined.split("\n")] == [f"{number}.{point}" for number in range(1, 5) for point in (1, 2)]


def test_a_name_the_end_of_a_line_cut_is_whole_where_the_next_is_inset() -> None:
    text = (
        "- Alle chefer gennemgår deres aftaler og melder undtagelser ind til Vibeke\n      Ravn inden udgangen af oktober.\n- Ida ringer.\n"
    )
    assert "til Vibeke Ravn inden udgangen af oktober.\n- Ida" in unwrap(text)


def test_lines_that_begin_below_each_other_stay_apart() -> None:
    text = "   Husorden: Nina skriver et ændringsforslag om grill på altanerne rent\n   Indkaldelserne rundes ud i opgangene af Mohammed.\n"
    assert unwrap(text) == text
