"""Cells that only say when an item is dealt with or how long it takes ("19.10-19.20", "10 min"), on lines of their own around its title."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from tracker.domain.minutes import SectionKind
from tracker.reading import layouts
from tracker.reading.heads import Head
from tracker.reading.unnumbered import lines_of

_CLOCK = r"\d{1,2}[.:]\d{2}"
TIME_CELL = re.compile(
    rf"\(?(?:(?:kl\.?|fra|ca\.?) ?){{0,2}}(?:{_CLOCK}(?: ?[–-] ?(?:kl\.? ?)?{_CLOCK})?|\d{{1,3}} ?(?:min\b\.?|minutter))\)?$", re.IGNORECASE
)
_AIMS = r"(?:orient(?:ering)?|drøftelse|info|information|debat|dialog)"
_AIM = re.compile(rf"{_AIMS}(?:(?:,? og |, ?| ?/ ?)(?:{_AIMS}|beslutning))?\.?$", re.IGNORECASE)
_ANY = re.compile(r"\n[ \t]*\(?(?:(?:kl\.?|fra|ca\.?) ?){0,2}\d{1,3}(?:[.:]\d\d| ?min)", re.IGNORECASE)
"""How every line with such a cell begins; most minutes have none."""
_LONGEST = 60
_CELLS_AHEAD = 6
_FEWEST = 3


_AHEAD = re.compile(
    rf"^(?P<indent>[ \t]*)[(\[]?(?:[Kk]l\.? ?)?{_CLOCK} ?[–-] ?(?:[Kk]l\.? ?)?{_CLOCK}[)\]]?:?[ \t]{{1,8}}(?=\d{{1,2}}[.)] ?[A-ZÆØÅ])",
    re.MULTILINE,
)


def without_times_ahead(text: str) -> str:
    """The text without the times that stand before the numbers of items: "(kl. 13.35-14.15) 2. Havnen", "09.15-09.40  3. Vejen"."""
    return _AHEAD.sub("\\g<indent>", text) if len(_AHEAD.findall(text)) >= _FEWEST else text


def is_time(line: str) -> bool:
    """Whether a line is such a cell."""
    return len(line) <= _LONGEST and TIME_CELL.match(line) is not None


def behind_times(text: str, heads: Sequence[Head]) -> None:
    """Let what was said begin behind such a cell right below the title; a few lines below it, where most items have one there."""
    if _ANY.search(text) is None:
        return
    ends = [*(other.start for other in heads[1:]), len(text)]
    cells = [_cell(text, head, end) for head, end in zip(heads, ends, strict=True)]
    most = sum(at > 0 for at, _ in cells) >= max(_FEWEST, len(heads) * 2 / 3)
    for head, (at, below) in zip(heads, cells, strict=True):
        if at and (most or not below):
            head.body = at


def _cell(text: str, head: Head, end: int) -> tuple[int, int]:
    """Where such a cell near the top of an item ends, with the cell behind it that says what the item is for; and the lines above it."""
    if head.borrowed or head.body < head.title[1]:
        return 0, 0
    window = min(end, head.body + _CELLS_AHEAD * 200)
    found, above = 0, 0
    for number, (start, stop) in enumerate(itertools.islice(lines_of(text[head.body : window]), _CELLS_AHEAD)):
        line = text[head.body + start : head.body + stop]
        if is_time(line):
            found, above = head.body + stop, above if found else number
        elif found:
            return (head.body + stop if _AIM.match(line) else found), above
        elif len(line) <= _LONGEST and layouts.HEADINGS.get(line.lower().rstrip(" :"), (None, False))[0] is SectionKind.DECISION:
            break
    return found, above
