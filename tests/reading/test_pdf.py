"""PDF: columns, wrapped lines, divided words, running headers, pages."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from tracker.reading import parse, read_bytes

SENTENCES = [
    f"Sætning nummer {number} er lang nok til at blive brudt over flere linjer i en smal spalte, og den slutter her."
    for number in range(1, 25)
]


def lines(*texts: str, pitch: float = 14) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4)
    for number, text in enumerate(texts):
        page.drawString(60, 780 - pitch * number, text)
    page.save()
    return out.getvalue()


def test_two_columns_are_read_one_after_the_other() -> None:
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4)
    frames = [Frame(50, 50, 230, 740, id="left"), Frame(310, 50, 230, 740, id="right")]
    document.addPageTemplates(PageTemplate(frames=frames))
    style = getSampleStyleSheet()["BodyText"]
    document.build([Paragraph(sentence, style) for sentence in SENTENCES])
    text = read_bytes(out.getvalue(), "x.pdf").text
    assert [line for line in text.split("\n") if line] == SENTENCES


def test_running_headers_and_page_numbers_go_and_pages_are_known(pdf: Callable[..., bytes]) -> None:
    text = "Referat af ledermøde 4. maj 2021\n\n" + "\n\n".join(
        f"Punkt {n}: Emne {n}\n\nBeslutning\n\n{SENTENCES[n % 24]}" for n in range(1, 60)
    )
    source = read_bytes(pdf(text, header="Fortroligt udkast"), "x.pdf")
    assert source.text.count("Fortroligt udkast") == 1, "its first appearance may be a title"
    assert "Side 2" not in source.text
    minutes = parse(source)
    assert [item.number for item in minutes.items] == list(range(1, 60))
    pages = [source.page_of(item.span.start) for item in minutes.items]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert pages[-1] == source.pages[-1].page > 3


def test_divided_words_are_joined() -> None:
    data = lines("Bestyrelsen besluttede, at sekre-", "tariatet sender et brev til Plan-", "og Teknikudvalget og om E-", "posten i maj.")
    assert (
        read_bytes(data, "x.pdf").text
        == "Bestyrelsen besluttede, at sekretariatet sender et brev til Plan- og Teknikudvalget og om E-posten i maj."
    )


def test_short_lines_stay_lines() -> None:
    assert read_bytes(lines("Beslutning", "Godkendt.", "Bilag", "Notat.pdf"), "x.pdf").text == "Beslutning\nGodkendt.\nBilag\nNotat.pdf"


def test_control_characters_of_a_pdf_go() -> None:
    """Strings in a PDF may hold anything; found by the mutating fuzzer."""
    from tracker.reading.pdf import _assembled

    page = [
        595.0,
        842.0,
        [["Be\nslut\x01ning", 60.0, 120.0, 700.0], ["\x04\x03", 60.0, 70.0, 680.0], ["God\u00adkendt\u2028nu", 60.0, 120.0, 660.0]],
    ]
    assert _assembled([page]) == ("Be slutning\n\nGodkendt nu", [(0, 1)])


def test_a_pdf_without_lines_on_its_first_page_knows_its_pages() -> None:
    from tracker.reading.pdf import _assembled

    assert _assembled([[595.0, 842.0, []], [595.0, 842.0, [["Beslutning", 60.0, 120.0, 700.0]]]])[1][-1] == (0, 2)


def test_what_stands_first_on_a_page_is_no_running_header(pdf: Callable[..., bytes]) -> None:
    """Case numbers and decision headings may come first on several pages, at the same height and alike but for their digits."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4)
    page.drawString(60, 780, "Referat af ledermøde 4. maj 2021")
    for number in range(1, 8):
        page.drawString(60, 660, f"Punkt {number}: Emne {number}")
        page.drawString(300, 20, f"{number}/8")
        page.showPage()
        page.drawString(60, 780, f"16/{1000 + number}") if number % 2 else page.drawString(
            60, 780, "Beslutning i Ledermødet den 04-05-2021"
        )
        page.drawString(60, 740, "Beslutning" if number % 2 else "Udsat.")
        page.drawString(60, 700, "Udsat.")
    page.save()
    minutes = parse(read_bytes(out.getvalue(), "x.pdf"))
    assert [item.case_number for item in minutes.items] == [f"16/{1000 + n}" if n % 2 else None for n in range(1, 8)]
    assert all(item.decisions for item in minutes.items)
    assert "/8" not in minutes.text


def test_headings_inside_a_line_get_lines_of_their_own() -> None:
    pdf = lines(
        "Referat af møde i Havnerådet den 4. maj 2021",
        "",
        "1. Kajen. Baggrund: Kajen er fra 1950. Referat: Godkendt.",
        "",
        "2. Kranen. Baggrund: Kranen er ny. Referat: Bo ringer til smeden inden 1. juni.",
        "",
        "3. Broen. Baggrund: Broen er rød. Referat: Drøftet.",
    )
    minutes = parse(read_bytes(pdf, "x.pdf"))
    assert [item.title for item in minutes.items] == ["Kajen", "Kranen", "Broen"]
    assert [d.span.of(minutes.source.text).strip() for item in minutes.items for d in item.decisions] == [
        "Godkendt.",
        "Bo ringer til smeden inden 1. juni.",
        "Drøftet.",
    ]
