"""The same referat as text, web page, PDF and Word file gives the same meeting, items and decisions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.domain.minutes import Minutes, SourceText
from tracker.reading import parse, read_bytes
from tracker.reading.markdown import text_of_markdown

SAMPLES = Path(__file__).parent / "samples"
NAMES = [path.stem for path in sorted(SAMPLES.glob("*.txt")) if path.stem != "l25_garden_bold"]


def essence(minutes: Minutes) -> list[tuple[object, ...]]:
    words = minutes.text
    return [
        (
            item.number,
            item.title,
            item.case_number,
            item.closed,
            [(d.date, d.forum, d.own, d.outcome, " ".join(d.span.of(words).split())) for d in item.decisions],
        )
        for item in minutes.items
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_every_format_gives_the_same_minutes(name: str, kind: str, makers: dict[str, Callable[[str], bytes]]) -> None:
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    plain = parse(SourceText(name, text))
    made = parse(read_bytes(makers[kind](text), f"{name}.{kind}"))
    assert essence(made) == essence(plain)
    assert (made.meeting.forum, made.meeting.date, made.meeting.start) == (plain.meeting.forum, plain.meeting.date, plain.meeting.start)


def test_markdown_marks_are_no_part_of_the_text() -> None:
    markdown = (
        "# Referat af bestyrelsesmøde den 3. maj 2021\n\n**Til stede:** Ane Holt (AH), Bo Lind (BL)\n\n"
        "## 1. Økonomi\n\n*Bo* gennemgik [budgettet](https://example.org/b).\n\n"
        "| Nr. | Aktion | Ansvarlig | Frist |\n| --- | :---: | --- | ---: |\n| 1 | Bestille skilte | AH | 1/6 |\n\n"
        "## 2. Eventuelt\n\n* Intet\n"
    )
    minutes = parse(read_bytes(markdown.encode(), "referat.md"))
    assert [(item.number, item.title) for item in minutes.items] == [(1, "Økonomi"), (2, "Eventuelt")]
    assert minutes.items[0].decisions[0].span.of(minutes.text) == (
        "Bo gennemgik budgettet.\n\nNr. | Aktion | Ansvarlig | Frist\n1 | Bestille skilte | AH | 1/6"
    )
    assert [person.initials for person in minutes.meeting.attendees] == ["AH", "BL"]


def test_markdown_headings_inside_quotations_and_boxes_ticked_off() -> None:
    markdown = "> #### 1. Hegnet\n> - [x] Bo maler det.\n>> - [ ] Ane ser på det.\n"
    assert text_of_markdown(markdown).split("\n") == ["", "1. Hegnet", "", "- [x] Bo maler det.", "- Ane ser på det.", ""]
    assert text_of_markdown("- [x] Bo Lind (BL)\n- [X] Tag\n") == "- Bo Lind (BL)\n- Tag\n"


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_action_tables_become_one_line_a_row(kind: str, makers: dict[str, Callable[[str], bytes]]) -> None:
    table = "Nr. | Aktion | Ansvarlig | Frist | Status\n1 | Bestille skilte | Ida Holm | 1. maj | Åben\n"
    table += "2 | Indhente tilbud på tag | Bo | 15. juni | Lukket"
    text = f"Referat af ledermøde den 12. april 2021\n\nPunkt 1: Aktioner\n\nBeslutning\n\n{table}\n\nPunkt 2: Evt.\n\nBeslutning\n\nIntet."
    minutes = parse(read_bytes(makers[kind](text), f"x.{kind}"))
    assert minutes.items[0].decisions[0].span.of(minutes.text) == table
