"""Write sample minutes in the other formats that are read: PDF, Word, HTML and Markdown.

Run from the project's root: `python data/make_formats.py`. Needs reportlab (development only) and python-docx.
The text stays word for word that of the `.txt` sample, so that its gold holds for every format.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SAMPLES = HERE / "samples"
TARGET = HERE / "formats"

HEADINGS = re.compile(r"(?:Anledning|Baggrund|(?:Supplerende )?Sagsfremstilling|Historik|Indstilling|Bilag|Beslutning(?: i .+)?)")
ITEM = re.compile(r"Punkt \d+: .+")
NUMBERED = re.compile(r"\d+\. ")
BULLET = re.compile(r"( *)- ")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sample and what it is: title, item, heading, bullet, point or text.

    `depth` counts a bullet's nesting from 0; `mark` is a point's number as written ("1. ").
    """

    role: str
    text: str
    depth: int = 0
    mark: str = ""


def read(stem: str) -> list[Line]:
    """The sample's lines that are not empty, each with its role."""
    return list(_lines((SAMPLES / f"{stem}.txt").read_text(encoding="utf-8")))


def _lines(text: str) -> Iterator[Line]:
    for number, raw in enumerate(line for line in text.splitlines() if line.strip()):
        if number == 0:
            yield Line("title", raw)
        elif ITEM.fullmatch(raw):
            yield Line("item", raw)
        elif HEADINGS.fullmatch(raw):
            yield Line("heading", raw)
        elif bullet := BULLET.match(raw):
            yield Line("bullet", raw[bullet.end() :], len(bullet[1]) // 2)
        elif point := NUMBERED.match(raw):
            yield Line("point", raw[point.end() :], mark=point[0])
        else:
            yield Line("text", raw)


def write_markdown(lines: list[Line], path: Path) -> None:
    """Headings with `#`, lists with `-` and `1.`; neighbouring list lines stay together."""
    marks = {"title": "# ", "item": "## ", "heading": "### "}
    out: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        mark = "  " * line.depth + "- " if line.role == "bullet" else marks.get(line.role, line.mark)
        together = before is not None and before.role == line.role and line.role in ("bullet", "point")
        out.append(("" if together or not out else "\n") + mark + line.text.replace("_", "\\_"))
    path.write_text("\n".join(out) + "\n", encoding="utf-8", newline="\n")


def write_html(lines: list[Line], path: Path) -> None:
    """A plain page: h1 to h3, nested lists, paragraphs; numbered points as `ol`."""
    tags = {"title": "h1", "item": "h2", "heading": "h3", "text": "p"}
    out: list[str] = []
    open_lists: list[str] = []

    def close_to(depth: int) -> None:
        while len(open_lists) > depth:
            out.append(f"</li></{open_lists.pop()}>")

    for line in lines:
        words = html.escape(line.text)
        if line.role not in ("bullet", "point"):
            close_to(0)
            out.append(f"<{tags[line.role]}>{words}</{tags[line.role]}>")
            continue
        kind, level = ("ul", line.depth + 1) if line.role == "bullet" else ("ol", 1)
        close_to(level)
        if len(open_lists) == level and open_lists[-1] == kind:
            out.append("</li>")
        else:
            close_to(level - 1)
            open_lists.append(kind)
            out.append(f"<{kind}>")
        out.append(f"<li>{words}")
    close_to(0)
    head = f'<!DOCTYPE html>\n<html lang="da">\n<head><meta charset="utf-8"><title>{html.escape(lines[0].text)}</title></head>\n'
    path.write_text(head + "<body>\n" + "\n".join(out) + "\n</body>\n</html>\n", encoding="utf-8", newline="\n")


def write_word(lines: list[Line], path: Path) -> None:
    """Built-in Word styles, so that headings and lists are real headings and lists."""
    from docx import Document

    styles = {"title": "Title", "item": "Heading 1", "heading": "Heading 2"}
    document = Document()
    for line in lines:
        bullet = "List Bullet" if line.depth == 0 else f"List Bullet {line.depth + 1}"
        style = bullet if line.role == "bullet" else styles.get(line.role, "Normal")
        # Word would number all points of the document through; the number is written out instead, as case systems do.
        document.add_paragraph(line.mark + line.text, style=style)
    document.save(str(path))


def write_pdf(lines: list[Line], path: Path) -> None:
    """A4 pages with a page number at the foot, wrapped by the layout engine as case systems print them."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    sheet = getSampleStyleSheet()
    styles = {"title": "Title", "item": "Heading2", "heading": "Heading3"}
    story: list[object] = []
    for line in lines:
        prefix = "- " if line.role == "bullet" else line.mark
        story.append(Paragraph("&nbsp;" * 4 * line.depth + prefix + html.escape(line.text), sheet[styles.get(line.role, "BodyText")]))
        if line.role == "title":
            story.append(Spacer(1, 12))

    def foot(canvas: object, document: object) -> None:
        canvas.drawRightString(A4[0] - 60, 40, f"Side {document.page}")  # type: ignore[attr-defined]

    SimpleDocTemplate(str(path), pagesize=A4, title=lines[0].text, invariant=1).build(story, onFirstPage=foot, onLaterPages=foot)


def main() -> None:
    """Write every format, each from its own sample."""
    TARGET.mkdir(exist_ok=True)
    jobs: dict[str, tuple[str, Callable[[list[Line], Path], None]]] = {
        "2025-11-27_chefforum": (".md", write_markdown),
        "2026-01-22_chefforum": (".html", write_html),
        "2026-03-19_chefforum": (".pdf", write_pdf),
        "2026-04-30_chefforum": (".docx", write_word),
    }
    for stem, (suffix, write) in jobs.items():
        write(read(stem), TARGET / f"{stem}{suffix}")


if __name__ == "__main__":
    main()
