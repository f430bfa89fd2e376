"""Word files: paragraphs, lists with their numbers, tables and text boxes in order, straight from the document's XML.

Read without a Word library because text boxes, automatic numbers and tracked deletions matter here: a referat's "1." is often a list
number that stands nowhere in the text.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from tracker.domain.minutes import Heading
from tracker.errors import DamagedFile, EncryptedFile, TooLarge, WrongFormat
from tracker.reading.flow import Flow
from tracker.reading.limits import Limits
from tracker.reading.word_numbers import Numbering

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DROPPED = frozenset(
    (
        _W + "del",
        _W + "moveFrom",
        _W + "instrText",
        _W + "pPr",
        _W + "rPr",
        _W + "sectPr",
        _W + "tblPr",
        _W + "trPr",
        _W + "tcPr",
        _FALLBACK,
    )
)
_CONTAINERS = frozenset((_W + "sdt", _W + "sdtContent", _W + "ins", _W + "smartTag", _W + "customXml", _W + "body", _W + "moveTo"))


def text_of_word(data: bytes, name: str, limits: Limits, headings: list[Heading] | None = None) -> str:
    """The text of a .docx file; `headings` takes those it has, in order. Raises DamagedFile, EncryptedFile, TooLarge or WrongFormat."""
    parts = _parts(data, name, limits)
    body = _xml(parts["document"], name).find(_W + "body")
    if body is None:
        raise DamagedFile(name=name, reason="no text in it")
    numbering = Numbering(
        _xml(parts["numbering"], name) if parts.get("numbering") else None, _xml(parts["styles"], name) if parts.get("styles") else None
    )
    page = Flow()
    if headings is not None:
        numbering.headings = headings
    _blocks(body, page, numbering)
    return page.text()


def _parts(data: bytes, name: str, limits: Limits) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = {info.filename: info for info in archive.infolist()}
            if any(info.flag_bits & 1 for info in sizes.values()):
                raise EncryptedFile(name=name)
            wanted = {"document": _main_part(sizes), "numbering": "word/numbering.xml", "styles": "word/styles.xml"}
            if wanted["document"] not in sizes:
                raise WrongFormat(name=name, expected="Word (.docx)")
            total = sum(sizes[part].file_size for part in wanted.values() if part in sizes)
            if total > limits.max_unpacked_bytes:
                raise TooLarge(name=name, size=f"{total / 1e6:.0f} MB", limit=f"{limits.max_unpacked_bytes / 1e6:.0f} MB")
            return {key: archive.read(part) for key, part in wanted.items() if part in sizes}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError, RuntimeError) as error:
        raise DamagedFile(name=name, reason="not a whole Word file") from error


def _main_part(names: dict[str, zipfile.ZipInfo]) -> str:
    """Usually word/document.xml; some programs number it."""
    found = [part for part in names if part.startswith("word/document") and part.endswith(".xml")]
    return "word/document.xml" if "word/document.xml" in names or not found else found[0]


def _xml(data: bytes, name: str) -> Any:
    from lxml import etree

    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise DamagedFile(name=name, reason="it declares XML entities")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data.replace(_STRICT, _W[1:-1].encode()), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(name=name, reason="broken XML") from error


def _blocks(parent: Any, flow: Flow, numbering: Numbering) -> None:
    for child in parent:
        if child.tag == _W + "p":
            _paragraph(child, flow, numbering)
        elif child.tag == _W + "tbl":
            _table(child, flow, numbering)
        elif child.tag in _CONTAINERS or (isinstance(child.tag, str) and child.tag.endswith(("}AlternateContent", "}Choice"))):
            _blocks(child, flow, numbering)


def _paragraph(paragraph: Any, flow: Flow, numbering: Numbering) -> None:
    label = numbering.label(paragraph)
    boxes: list[Any] = []
    words: list[str] = []
    _inline(paragraph, words, boxes)
    text = "".join(words)
    if numbering.is_contents(paragraph):
        title, tab, page = text.strip().rpartition("\t")
        text = f"{title.replace(chr(9), ' ')}..... {page}" if tab and page.isdigit() else text
    level = numbering.heading_level(paragraph)
    if level and text.strip():
        numbering.headings.append(Heading(level, f"{label} {text}".strip()))
    if not label:
        flow.blank()
    if text.strip():
        flow.line(f"{label} " if label else "")
        for index, line in enumerate(text.split("\n")):
            if index:
                flow.line()
            flow.write(line)
        flow.line()
    for box in boxes:
        flow.blank()
        _blocks(box, flow, numbering)
    if not label:
        flow.blank()


def _inline(parent: Any, words: list[str], boxes: list[Any]) -> None:
    """Text in order; text boxes are set aside for after the paragraph."""
    for child in parent:
        tag = child.tag
        if tag in _DROPPED or not isinstance(tag, str):
            continue
        if tag == _W + "t":
            words.append(child.text or "")
        elif tag in (_W + "tab", _W + "ptab"):
            words.append("\t")
        elif tag in (_W + "br", _W + "cr"):
            words.append("\n")
        elif tag == _W + "noBreakHyphen":
            words.append("-")
        elif tag == _W + "txbxContent":
            boxes.append(child)
        else:
            _inline(child, words, boxes)


def _table(table: Any, flow: Flow, numbering: Numbering) -> None:
    flow.blank()
    for row in _rows(table):
        cells = []
        for cell in _cells(row):
            inner = Flow()
            _blocks(cell, inner, numbering)
            cells.append(inner)
        flow.row(cells)
    flow.blank()


def _rows(table: Any) -> list[Any]:
    return [row for row in table.iter(_W + "tr") if next(row.iterancestors(_W + "tbl")) is table]


def _cells(row: Any) -> list[Any]:
    """Cells of a row; the later parts of a cell merged downwards say nothing new."""
    return [cell for cell in row.iter(_W + "tc") if next(cell.iterancestors(_W + "tr")) is row]
