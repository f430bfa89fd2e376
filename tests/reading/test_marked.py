"""Items at the headings a file's format marks itself: Markdown, web pages, Word's styles."""

from __future__ import annotations

import io

import pytest

from tracker.domain.minutes import Heading, Minutes
from tracker.errors import NotMinutes
from tracker.reading import parse, read_bytes

TITLES = ["Bemanding", "Økonomi", "Vi mangler vikarer", "Fravær", "Eventuelt"]
SAID = [
    "Vi er stadig tre for lidt om natten.\n\n- Sara slår stillingerne op\n- En fast pulje ville være godt",
    "Fem poster er over budget. Bo regner på dem inden uge 5.",
    "1. Ea ringer til bureauet\n2. Bo spørger kommunen",
    "Tallet er faldet. Ea tager det op i maj.",
    "Bo har ferie i uge 8.",
]


def titles(minutes: Minutes) -> list[str]:
    return [item.title for item in minutes.items]


def markdown(mark: str = "## {}") -> str:
    head = "# Ledermøde, Plejecenter Åen\n\nOnsdag d. 10. januar 2024 kl. 9-11\n\nMed: Sara, Bo og Ea\n\n"
    return head + "\n\n".join(f"{mark.format(title)}\n\n{said}" for title, said in zip(TITLES, SAID, strict=True))


@pytest.mark.parametrize("mark", ["## {}", "### {}", "## {} ##", "##\t{}"])
def test_headings_of_markdown_are_the_items_and_numbered_lists_below_them_none(mark: str) -> None:
    minutes = parse(read_bytes(markdown(mark).encode(), "r.md"))
    assert titles(minutes) == TITLES
    assert minutes.layout == "marked"
    assert minutes.meeting.date is not None


def test_a_line_of_dashes_below_a_title_marks_it_too() -> None:
    text = markdown("{}\n-------------------")
    assert titles(parse(read_bytes(text.encode(), "r.md"))) == TITLES


def test_headings_of_a_web_page_are_the_items() -> None:
    body = "".join(f"<h2>{title}</h2><p>{said}</p>" for title, said in zip(TITLES, SAID, strict=True))
    page = f"<html><body><h1>Referat af ledermøde den 10. januar 2024</h1><p>Til stede: Sara, Bo og Ea</p>{body}</body></html>"
    source = read_bytes(page.encode(), "r.html")
    assert source.headings[0] == Heading(1, "Referat af ledermøde den 10. januar 2024")
    assert titles(parse(source)) == TITLES


def test_headings_of_a_word_file_are_the_items() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Referat af ledermøde den 10. januar 2024", 1)
    document.add_paragraph("Til stede: Sara, Bo og Ea")
    for title, said in zip(TITLES, SAID, strict=True):
        document.add_heading(title, 2)
        for line in said.split("\n"):
            document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    source = read_bytes(stream.getvalue(), "r.docx")
    assert [heading.text for heading in source.headings[1:]] == TITLES
    assert titles(parse(source)) == TITLES


def test_headings_within_items_are_no_items() -> None:
    text = "# Referat fra chefmøde den 3. maj 2021\n\n" + "\n\n".join(
        f"## {title}\n\n### Sagsfremstilling\n\nDer er set på sagen.\n\n### Beslutning\n\n{said}"
        for title, said in zip(TITLES, SAID, strict=True)
    )
    minutes = parse(read_bytes(text.encode(), "r.md"))
    assert titles(minutes) == TITLES
    assert minutes.text[slice(minutes.items[1].decisions[0].span.start, minutes.items[1].decisions[0].span.end)] == SAID[1]


def test_numbered_headings_keep_their_numbers() -> None:
    text = "# Referat fra chefmøde den 3. maj 2021\n\n" + "\n\n".join(
        f"## {number}. {title}\n\n{said}" for number, (title, said) in enumerate(zip(TITLES, SAID, strict=True), 41)
    )
    assert [item.number for item in parse(read_bytes(text.encode(), "r.md")).items] == [41, 42, 43, 44, 45]


def test_a_manual_in_markdown_is_no_minutes() -> None:
    text = "# Maskinen\n\n## Start\n\nTryk på knappen.\n\n## Stop\n\nTræk stikket ud.\n\n## Rengøring\n\nBrug en klud.\n"
    with pytest.raises(NotMinutes):
        parse(read_bytes(text.encode(), "manual.md"))


def test_thousands_of_headings_alike_are_placed_in_order() -> None:
    """A search from the first heading on for each would take minutes."""
    text = "# Referat fra møde den 3. maj 2021\n\n" + "## Havnen\n\n## Broen\n\n" * 4_000 + "## Skuret\n\nBo maler det.\n"
    minutes = parse(read_bytes(text.encode(), "r.md"))
    assert any("Bo maler det." in minutes.text[d.span.start : d.span.end] for item in minutes.items for d in item.decisions)
