"""Word files: automatic numbers, text boxes, tracked changes and tables in order."""

from __future__ import annotations

import io
import zipfile

from tracker.reading import parse, read_bytes

_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def word(body: str, numbering: str = "", styles: str = "") -> bytes:
    out = io.BytesIO()
    parts = {"document": f"<w:body>{body}</w:body>", "numbering": numbering, "styles": styles}
    with zipfile.ZipFile(out, "w") as archive:
        for name, inner in parts.items():
            if inner:
                archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{_NS}" xmlns:mc="{_MC}">{inner}</w:{name}>')
    return out.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, level: int = 0, identity: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr>')


def level(number: int, kind: str, text: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.")}{level(1, "decimal", "%1.%2")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="8">{level(0, "bullet", "•")}{level(1, "lowerLetter", "%2)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="9">{level(0, "upperRoman", "%1.", 4)}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>'
)


def text_of(data: bytes) -> str:
    return read_bytes(data, "x.docx").text


def test_automatic_numbers_are_counted() -> None:
    body = (
        numbered("A") + p("Tekst.") + numbered("B") + numbered("under", 1) + numbered("under igen", 1) + numbered("C") + numbered("D", 0, 3)
    )
    lines = [line for line in text_of(word(body, NUMBERING)).split("\n") if line]
    assert lines == ["1. A", "Tekst.", "2. B", "2.1 under", "2.2 under igen", "3. C", "IV. D"]


def test_bullets_and_letters() -> None:
    assert text_of(word(numbered("a", 0, 2) + numbered("b", 1, 2) + numbered("c", 1, 2), NUMBERING)) == "- a\na) b\nb) c\n"


def test_numbers_that_a_style_gives() -> None:
    styles = '<w:style w:styleId="Punkt"><w:name w:val="Punkt"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    heading = '<w:pStyle w:val="Punkt"/>'
    body = p("Referat af ledermøde 4. maj 2021") + p("Regnskab", heading) + p("Bo sender tal.") + p("Evt.", heading) + p("Intet.")
    minutes = parse(read_bytes(word(body, NUMBERING, styles), "x.docx"))
    assert [(item.number, item.title) for item in minutes.items] == [(1, "Regnskab"), (2, "Evt.")]


def test_text_boxes_stand_once_and_in_order() -> None:
    box = f"<w:txbxContent>{p('I boksen')}</w:txbxContent>"
    alternate = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    assert text_of(word(p("Før") + f"<w:p><w:r><w:t>Ved</w:t></w:r>{alternate}</w:p>" + p("Efter"))) == "Før\n\nVed\n\nI boksen\n\nEfter\n"


def test_deleted_words_are_gone_and_inserted_ones_stay() -> None:
    body = "<w:p><w:r><w:t>A </w:t></w:r><w:del><w:r><w:delText>B </w:delText></w:r></w:del><w:ins><w:r><w:t>C</w:t></w:r></w:ins></w:p>"
    assert text_of(word(body)) == "A C\n"


def test_breaks_tabs_and_hyphens() -> None:
    body = (
        "<w:p><w:r><w:t>A</w:t><w:br/><w:t>B</w:t><w:tab/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t><w:softHyphen/><w:t>E</w:t></w:r></w:p>"
    )
    assert text_of(word(body)) == "A\nB\tC-DE\n"


def test_a_list_of_contents_gets_its_dots() -> None:
    styles = '<w:style w:styleId="Indhold1"><w:name w:val="toc 1"/></w:style>'
    entry = '<w:p><w:pPr><w:pStyle w:val="Indhold1"/></w:pPr><w:r><w:t>1. Regnskab</w:t><w:tab/><w:t>3</w:t></w:r></w:p>'
    assert text_of(word(entry, "", styles)) == "1. Regnskab..... 3\n"


def test_rows_with_passages_are_laid_out_cell_by_cell() -> None:
    passage = "".join(p(f"Afsnit {number} med flere ord.") for number in range(4))
    table = f"<w:tbl><w:tr><w:tc>{p('2')}</w:tc><w:tc>{p('Regnskab')}</w:tc><w:tc>{passage}</w:tc></w:tr></w:tbl>"
    assert [line for line in text_of(word(table)).split("\n") if line] == [
        "2",
        "Regnskab",
        *(f"Afsnit {n} med flere ord." for n in range(4)),
    ]


def test_headings_that_run_on_in_an_item_are_headings() -> None:
    body = (
        p("Referat af ledermøde 4. maj 2021")
        + numbered("Hegnet. Baggrund: Det er gammelt. Referat: Bo maler det.")
        + numbered("Gyngen. Baggrund: Rebet er slidt. Referat: Ane køber reb.")
    )
    minutes = parse(read_bytes(word(body, NUMBERING), "x.docx"))
    text = minutes.source.text
    assert [(item.title, item.decisions[0].span.of(text).strip()) for item in minutes.items] == [
        ("Hegnet", "Bo maler det."), ("Gyngen", "Ane køber reb."),
    ]  # fmt: skip
