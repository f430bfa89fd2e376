"""Which line of a list shows what: rows of cards with headings in between, without holding any of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.tui.bands import Band


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above the row `row` (from 0) with the number of rows it covers (None: not counted). `band` colours it where it is one."""

    row: int
    title: str
    count: int | None
    band: Band | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """The arithmetic between lines and rows for `total` rows and headings in ascending order of their rows."""

    total: int = 0
    headings: Sequence[Heading] = ()
    _rows: tuple[int, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_rows", tuple(h.row for h in self.headings))

    def __len__(self) -> int:
        return self.total + len(self.headings)

    def line_of(self, row: int) -> int:
        """The line a row is shown on."""
        return row + bisect_right(self._rows, row)

    def at(self, line: int) -> int | Heading | None:
        """The row on a line, or the heading there, or None past the end."""
        if not 0 <= line < len(self):
            return None
        low, high = 0, len(self._rows)
        while low < high:  # the number of headings that stand above this line: heading i stands on line row_i + i
            middle = (low + high) // 2
            if self._rows[middle] + middle <= line:
                low = middle + 1
            else:
                high = middle
        if low and self._rows[low - 1] + low - 1 == line:
            return self.headings[low - 1]
        return line - low

    def row_near(self, line: int) -> int:
        """The row on a line or, on a heading, the one below it; kept within the list."""
        found = self.at(min(max(line, 0), max(len(self) - 1, 0)))
        row = found.row if isinstance(found, Heading) else found or 0
        return min(max(row, 0), max(self.total - 1, 0))
