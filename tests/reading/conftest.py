"""Makers of files in every format, from the same words."""

from __future__ import annotations

import html as html_module
import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

SAMPLES = Path(__file__).parent / "samples"


def _rows(block: list[str]) -> list[list[str]] | None:
    return [line.split(" | ") for line in block] if len(block) > 1 and all(" | " in line for line in block) else None


def _blocks(text: str) -> list[list[str]]:
    """Lines grouped into tables and single lines."""
    blocks: list[list[str]] = []
    for line in (line for line in text.split("\n") if line.strip()):
        if " | " in line and blocks and " | " in blocks[-1][-1]:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def make_pdf(text: str, *, header: str = "") -> bytes:
    styles = getSampleStyleSheet()
    story = []
    for block in _blocks(text):
        rows = _rows(block)
        if rows:
            story.append(Table([[Paragraph(html_module.escape(cell), styles["BodyText"]) for cell in row] for row in rows]))
            continue
        style = styles["Heading3"] if len(block[0]) < 45 and not block[0].endswith(".") else styles["BodyText"]
        story.append(Paragraph(html_module.escape(block[0].replace("\t", "    ")), style))

    def decorate(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 815, header)
        canvas.drawString(280, 20, f"Side {document.page}")

    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story, onFirstPage=decorate, onLaterPages=decorate)
    return out.getvalue()


def make_docx(text: str) -> bytes:
    document = docx.Document()
    for block in _blocks(text):
        rows = _rows(block)
        if rows:
            table = document.add_table(rows=0, cols=len(rows[0]))
            for row in rows:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
        elif len(block[0]) < 45 and not block[0].endswith("."):
            document.add_heading(block[0], 2)
        else:
            document.add_paragraph(block[0])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def make_html(text: str) -> bytes:
    body = []
    for block in _blocks(text):
        rows = _rows(block)
        if rows:
            cells = ("".join(f"<td>{html_module.escape(cell)}</td>" for cell in row) for row in rows)
            body.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
        else:
            body.append(f"<p>{html_module.escape(block[0])}</p>")
    page = (
        "<!doctype html><html><head><title>Referat</title><script>var x = '1. Falsk punkt';</script><style>p{color:red}</style></head>"
        "<body>"
        "<nav><ul><li>1. Forside</li><li>2. Kontakt</li></ul></nav><div class='cookie-banner'>Vi bruger cookies. Beslutning: accept</div>"
        "<main>" + "\n".join(body) + "</main><footer>Kommunen 2021</footer></body></html>"
    )
    return page.encode()


@pytest.fixture
def makers() -> dict[str, Callable[[str], bytes]]:
    return {"pdf": make_pdf, "docx": make_docx, "html": make_html}


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    return make_pdf


@pytest.fixture
def word() -> Callable[[str], bytes]:
    return make_docx
