"""A stray line in one item must not change which items the other lines make: a whole referat is lost so."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from tracker.domain.minutes import Minutes
from tracker.reading import parse, read_bytes

CORPUS = Path(__file__).parents[2] / "data" / "corpus" / "blind"
STEP = 8
WRITTEN = (
    "Godkendt {}", "Referatet er godkendt den {}", "Skrevet den {}", "Rundsendt {}", "Journaliseret {}", "Sidst rettet {}",
    "Bemærkninger senest {}", "Frist for bemærkninger: {}", "Næste møde: {}", "Referent: Bo Holm, {}",
    "Version 2, {}", "Digitalt signeret {}",
)  # fmt: skip
"""Lines of a head with a day after the meeting's."""
CALLED = ("Indkaldt {}", "Dagsorden af {}", "Forrige møde: {}", "Referat fra mødet {} vedlagt", "Varslet {}", "Valgt {} for to år")
"""Lines of a head with a day before the meeting's."""
FEET = ("Side {} af 9", "{}", "- {} -", "Referat, side {}")
"""Every so many texts of the corpus are tried, of every body and layout."""
LINES = (
    "3 borgere har klaget over støjen.", "12 % var tilfredse.", "1.212 biler blev talt.", "2. maj er en lørdag.", "5 min. pause.",
    "A. Hansen var forbi.", "a) Bo ringer\nb) Ida skriver", "1. Bo ringer\n2. Ida skriver", "- Bo ringer\n- Ida skriver",
    "• Det var en god dag for alle.", "Beslutning: Godkendt.", "Konklusion: Vi går videre med planen.", "Referat: Sagen blev vendt.",
    "Indstilling: At sagen drøftes.", "Drøftelse: Alle var enige.", "Opfølgning: Bo ringer.", "Ansvarlig: Bo", "Frist: 1. maj",
    "Bilag: Regnskab 2020", "Side 2 af 4", "---", "Til orientering", "(Bo)", "Hvem gør hvad?", "Tak for kaffe!", "Se også punkt 3.",
    "NB: Husk hjelm", "Pris: 400 kr.", "Kl. 10 gik alarmen.", "Næste møde: 1. juni 2030", "http://www.x.dk/side", "| Bo | 1. maj |",
    "Deltagere: Bo og Ida", "Afbud: Bo", "Sagsnr. 21/1234", "7",
)  # fmt: skip


@cache
def _referater() -> tuple[Minutes, ...]:
    read = [parse(read_bytes(path.read_bytes(), path.name)) for path in sorted(CORPUS.glob("*.txt"))[::STEP]]
    return tuple(minutes for minutes in read if len(minutes.items) > 3 and minutes.items[len(minutes.items) // 2].decisions)


def _with_line(minutes: Minutes, line: str) -> str:
    """The text with a line at the end of its middle item, as far in as the line above it."""
    text = minutes.source.text
    at = minutes.items[len(minutes.items) // 2].decisions[-1].span.end
    above = text[text.rfind("\n", 0, at) + 1 : at]
    indent = above[: len(above) - len(above.lstrip())]
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return text[:end] + "".join(f"\n{indent}{part}" for part in line.split("\n")) + text[end:]


@pytest.mark.parametrize("line", LINES)
def test_a_stray_line_leaves_the_items_as_they_are(line: str) -> None:
    changed = []
    for minutes in _referater():
        read = parse(read_bytes(_with_line(minutes, line).encode(), minutes.source.name))
        told = sum(bool(item.decisions) for item in read.items)
        same = len(read.items) == len(minutes.items) and told >= sum(bool(item.decisions) for item in minutes.items) - 1
        if not same or read.meeting.date != minutes.meeting.date:
            changed.append((minutes.source.name, len(minutes.items), len(read.items)))
    assert changed == []


@pytest.mark.parametrize(("line", "days"), [*((line, 9) for line in WRITTEN), *((line, -9) for line in CALLED)])
def test_another_day_in_the_head_is_not_the_meetings(line: str, days: int) -> None:
    changed = []
    for minutes in _referater():
        day = minutes.meeting.date
        assert day is not None
        first, _, rest = minutes.source.text.partition("\n")
        other = line.format(f"{day + timedelta(days=days):%d-%m-%Y}")
        read = parse(read_bytes(f"{first}\n{other}\n{rest}".encode(), minutes.source.name))
        if (read.meeting.date, len(read.items)) != (day, len(minutes.items)):
            changed.append((minutes.source.name, day, read.meeting.date, len(minutes.items), len(read.items)))
    assert changed == []


@pytest.mark.parametrize("foot", FEET)
def test_feet_of_pages_leave_the_items_as_they_are(foot: str) -> None:
    changed = []
    for minutes in _referater():
        lines = minutes.source.text.split("\n")
        pages = ["\n".join(lines[at : at + 40]) for at in range(0, len(lines), 40)]
        paged = "".join(f"{page}\n\n{foot.format(number)}\n\n" for number, page in enumerate(pages, 1))
        read = parse(read_bytes(paged.encode(), minutes.source.name))
        if [item.title for item in read.items] != [item.title for item in minutes.items]:
            changed.append((minutes.source.name, len(minutes.items), len(read.items)))
    assert changed == []


def test_enough_texts_are_tried() -> None:
    assert len(_referater()) > 40
