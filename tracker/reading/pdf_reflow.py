"""Lines of PDF pages -> text: running headers and page numbers go, wrapped lines are joined, blank lines and tables come back.

PDFium gives lines in reading order (columns included) but no blank lines; those are told by the distance between baselines, and a
wrapped line by this: the first word of the next line would not have fitted behind it.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from tracker.reading import layouts
from tracker.reading.decisions import decision_heading
from tracker.reading.numbered import labelled
from tracker.reading.pdf_tables import Piece, find_table, rows_of

_PAGE_NUMBER = re.compile(
    r"(?P<word>side|page|s\.)?\s*[-–]?\s*(?P<page>\d{1,4})(?:\s*(?P<of>af|of|/)\s*(?P<pages>\d{1,4}))?\s*[-–]?$|(?P<named>side|page)\s*\d+.{0,12}$",
    re.IGNORECASE,
)
_COVER_PAGES = 3  # a bare number is a page's when it is near that of the page it stands on
_DIGITS = re.compile(r"\d+")
_LIST_START = re.compile(r"[-•*·–—▪o]\s|\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-zæøå]|[ivx]{1,4})[.)]\s|\d{1,3}\.?$")
DIVIDED = "\ufffe"  # PDFium's mark for a hyphen at a line's end
_SOFT_HYPHEN = re.compile(r"(\w*)\ufffe(\w*)")
_LINKING = ("og", "eller", "samt", "til", "and", "or")
_EDGE_LINES = 3
_MARGIN = 0.14  # of the page's height: running headers and page numbers stand in it
_SLACK = 2.5  # letters: justified and ragged lines are not measured to the point


@dataclass(slots=True)
class Line:
    """One line as printed: its place in points, origin bottom left."""

    text: str
    left: float
    right: float
    base: float
    page: int
    pieces: tuple[Piece, ...] = ()
    tail: tuple[float, float, int] | None = None
    """Where PDFium ran several printed lines into one (a divided word): left, base and length of the last."""

    @property
    def end_base(self) -> float:
        """The baseline its last printed line stands on."""
        return self.tail[1] if self.tail else self.base


def reflow(pages: list[list[Any]]) -> tuple[str, list[tuple[int, int]]]:
    """The document's text, and where each page begins in it: [(start, page from 1)]."""
    lines = _without_furniture([_page_lines(page, number) for number, page in enumerate(pages, 1)], [page[1] for page in pages])
    pitch, margins = _pitch(lines), _margins(lines, max((page[0] for page in pages), default=0.0))
    out: list[str] = []
    starts: list[tuple[int, int]] = [(0, 1)]
    length, index, previous = 0, 0, None
    while index < len(lines):
        line = lines[index]
        table_end = find_table(lines, index) if line.pieces else index
        if table_end > index:
            text = "\n".join(rows_of(lines[index:table_end], pitch))
            joint = "\n" if previous is not None else ""
        else:
            text = line.text
            joint = "" if previous is None else _joint(previous, line, pitch, margins)
        if joint in ("", " ") and previous is not None and table_end == index:
            length -= _join_hyphen(out, text) if joint == "" else 0
        out.append(joint + text)
        length += len(joint)
        if line.page > starts[-1][1]:
            starts.append((length, line.page))
        length += len(text)
        index = max(table_end, index + 1)
        previous = lines[index - 1]
        if table_end > index - 1 and previous is not None and table_end - index >= 0:
            previous = Line("", previous.left, 0.0, previous.base, previous.page)
    return "".join(out), starts


def _page_lines(page: list[Any], number: int) -> list[Line]:
    lines = []
    for text, left, right, base, *more in page[2]:
        line = Line(text, left, right, base, number)
        if more:
            line.tail = tuple(more[0]) if more[0] else None
            line.pieces = tuple(Piece(*piece) for piece in more[1]) if len(more) > 1 else ()
        if DIVIDED in text:
            line.text = _SOFT_HYPHEN.sub(_rejoined, text)
        lines.append(line)
    return lines


def _rejoined(match: re.Match[str]) -> str:
    """A word divided at a line's end, as PDFium hands it over."""
    before, after = match.groups()
    if after in _LINKING:
        return f"{before}- {after}"
    if not after or not before or after[0].isupper() or after[0].isdigit() or len(before) == 1 or before.isupper():
        return f"{before}-{after}"
    return before + after


def _without_furniture(pages: list[list[Line]], heights: list[float]) -> list[Line]:
    """Leave out page numbers and what repeats at the top or bottom of the pages (its first appearance at a top stays).

    Counted from the outside, up to the first line that is neither: the same words further in belong to the text.
    """
    edges = [_edges(page, height) for page, height in zip(pages, heights, strict=True)]
    repeated = Counter(place for top, bottom in edges for place in {_place(line) for line in (*top, *bottom)})
    needed = 2 if len(pages) < 4 else max(3, len(pages) // 3)
    seen: set[tuple[str, int]] = set()
    kept: list[Line] = []

    def furniture(line: Line) -> bool:
        often = len(pages) > 1 and repeated[_place(line)] >= needed and not _heading(line.text)
        return often or _is_page_number(line, len(pages))

    for page, (top, bottom) in zip(pages, edges, strict=True):
        gone = {id(line) for line in takewhile(furniture, bottom)}
        for line in takewhile(furniture, top):
            if _place(line) in seen or _is_page_number(line, len(pages)):
                gone.add(id(line))
            seen.add(_place(line))
        kept += [line for line in page if id(line) not in gone]
    return kept


def _edges(page: list[Line], height: float) -> tuple[list[Line], list[Line]]:
    """The few outermost lines in the margins of a page, from the top down and from the bottom up."""
    by_height = sorted(page, key=lambda line: -line.base)
    top = [line for line in by_height[:_EDGE_LINES] if line.base > (1 - _MARGIN) * height]
    return top, [line for line in by_height[: -_EDGE_LINES - 1 : -1] if line.base < _MARGIN * height]


def _is_page_number(line: Line, pages: int) -> bool:
    """ "Side 3 af 7", "- 3 -", "3/7"; but not the case number 16/1249."""
    found = _PAGE_NUMBER.match(line.text)
    if found is None or found["word"] or found["named"]:
        return found is not None
    if found["of"] == "/":
        return int(found["pages"]) == pages
    return bool(found["of"]) or abs(int(found["page"]) - line.page) <= _COVER_PAGES


def _place(line: Line) -> tuple[str, int]:
    """What a running header has in common from page to page: its words (page numbers aside) and its height."""
    worded = any(map(str.isalpha, line.text)) and layouts.CASE_NUMBER.match(line.text) is None
    return _DIGITS.sub("#", line.text) if worded else line.text, round(line.base / 3)


def _heading(text: str) -> bool:
    """Whether a line carries structure and may come first on several pages without being a running header."""
    folded = text.lower()
    return folded.rstrip(" :") in layouts.HEADINGS or decision_heading(text, folded) is not None or labelled(text, folded, 0) is not None


def _pitch(lines: list[Line]) -> float:
    """The usual distance between the baselines of one paragraph."""
    steps = Counter(
        round(above.base - below.base)
        for above, below in itertools.pairwise(lines)
        if above.page == below.page and 4 < above.base - below.base < 40
    )
    if not steps:
        return 12.0
    most = max(steps.values())
    return float(min(step for step, count in steps.items() if count * 4 >= most))


def _margins(lines: list[Line], width: float) -> dict[int, float]:
    """Left edge (in steps of 24 points) -> the right edge of the column that begins there.

    Where hardly any line comes near the longest one nothing is wrapped, and the edge is as far from the page's as the left one is.
    """
    columns: dict[int, list[float]] = {}
    for line in lines:
        if not line.pieces:
            columns.setdefault(int(line.left // 24), []).append(line.right)
    edges = {}
    for column, rights in columns.items():
        edge = max(rights)
        near = sum(right > edge - 0.08 * width for right in rights)
        opposite = width - 24 * column
        beside = any(24 * (other + 1) > edge and len(columns[other]) > 3 for other in columns)
        filled = near >= max(3, len(rights) // 8) and (beside or edge > 0.75 * opposite)
        edges[column] = edge if filled else max(edge, opposite)
    return edges


def _joint(above: Line, line: Line, pitch: float, margins: dict[int, float]) -> str:
    """What stands between two lines: nothing or a blank (one wrapped line), a line break, or an empty line."""
    if not above.text:
        return "\n\n"
    step = above.end_base - line.base
    new_place = line.page != above.page or step < -2
    if abs(step) <= 2 and not new_place:
        return " "
    if not new_place and step > 1.3 * pitch:
        return "\n\n"
    if _LIST_START.match(line.text) and not (line.text.startswith("1.") and above.text[-1].isalnum() and _wrapped(above, line, margins)):
        return "\n\n" if new_place and not _LIST_START.match(above.text) else "\n"
    wrapped = _wrapped(above, line, margins)
    if new_place:
        return _glue(above.text, line.text) if wrapped and line.text[0].islower() else "\n\n"
    return _glue(above.text, line.text) if wrapped else "\n"


def _wrapped(above: Line, line: Line, margins: dict[int, float]) -> bool:
    left, length = (above.tail[0], above.tail[2]) if above.tail else (above.left, len(above.text))
    width = (above.right - left) / max(1, length)
    word = line.text.split(None, 1)[0]
    return above.right + width * (len(word) + _SLACK) > margins.get(int(left // 24), above.right)


def _glue(above: str, below: str) -> str:
    return "" if above.endswith("-") and len(above) > 1 and above[-2].isalnum() and below.split(None, 1)[0] not in _LINKING else " "


def _join_hyphen(out: list[str], text: str) -> int:
    """Take the hyphen off a divided word; returns how many characters went."""
    if out and out[-1].endswith("-") and text[0].islower() and len(out[-1]) > 2 and out[-1][-2].islower():
        out[-1] = out[-1][:-1]
        return 1
    return 0
