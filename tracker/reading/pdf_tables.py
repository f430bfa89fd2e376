"""Tables in a PDF: lines whose pieces stand under one another in columns, put back together as rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.reading.pdf_reflow import Line

_NEAR = 6.0
CELL = " | "


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line between wide gaps."""

    text: str
    left: float
    right: float


def find_table(lines: list[Line], start: int) -> int:
    """The index behind a table whose first row is `lines[start]`, or `start` where no table begins."""
    columns = [piece.left for piece in lines[start].pieces]
    end, rows = start + 1, 1
    while end < len(lines) and lines[end].page == lines[start].page:
        pieces = lines[end].pieces or (Piece(lines[end].text, lines[end].left, lines[end].right),)
        if not all(_fits(piece, columns) for piece in pieces):
            break
        rows += len(pieces) > 1
        end += 1
    while end > start + 1 and not lines[end - 1].pieces and lines[end - 1].left <= columns[0] + _NEAR:
        end -= 1
    return end if rows > 1 else start


def _fits(piece: Piece, columns: list[float]) -> bool:
    """Whether a piece lies inside one column."""
    column = _column(piece, columns)
    if column is None:
        return False
    return column + 1 == len(columns) or piece.right <= columns[column + 1] + 1


def _column(piece: Piece, columns: list[float]) -> int | None:
    return next((index for index, left in enumerate(columns) if abs(piece.left - left) <= _NEAR), None)


def rows_of(lines: list[Line], pitch: float) -> list[str]:
    """The table's rows, cells joined by " | "."""
    columns = [piece.left for piece in lines[0].pieces]
    placed = [
        (line.base, _column(piece, columns) or 0, piece.text)
        for line in lines
        for piece in (line.pieces or (Piece(line.text, line.left, line.right),))
    ]
    placed.sort(key=lambda found: -found[0])
    rows: list[list[list[str]]] = []
    last = 0.0
    for base, column, text in placed:
        step = last - base
        apart = step > 1.25 * pitch
        fresh = step > 2 and column == 0 and bool(rows and rows[-1][0])
        if not rows or apart or fresh:
            rows.append([[] for _ in columns])
        rows[-1][column].append(text)
        last = base
    return [CELL.join(" ".join(cell) for cell in row).rstrip() for row in rows]
