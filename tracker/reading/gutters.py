"""Tables and pages in columns that text keeps apart by blanks only: read column by column again, not across.

A table is known by the line that names its columns ("Dagsorden      Ansv.    Referat"): each row's topic comes first, then what was said.
A page in two columns is known by its numbers: those in the left one count on in the right one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.domain.minutes import SectionKind
from tracker.reading import layouts
from tracker.reading.flat_tables import is_flat_header
from tracker.reading.tables import column_kind

_CELL = re.compile(r"\S+(?: \S+)*")
_GAP = "   "
_NUMBER = re.compile(r"(?P<n>\d{1,3})[.)](?=\s|$)")
_BARE = re.compile(r"(?P<n>\d{1,3})[.)]?(?=\s|$)")  # below a column that is named for numbers
_POINT = re.compile(r"[-–•*·]\s|\d{1,3}[.)]\s")
_STOPS = (".", ":", ";", "!", "?")
_NEAR = 2
_FEWEST_ROWS, _FEWEST_LINES = 2, 6
_MOST_LINES = 4_000
_WIDEST = 250


@dataclass(slots=True)
class _Row:
    """The lines of a row's topic and of what was said."""

    topic: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def read_columns(text: str) -> str:
    """The text with its columns one after the other; as it is where it has none."""
    if _GAP not in text:
        return text
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        return text
    header = next((at for at, line in enumerate(lines) if _is_header(line)), None)
    return "\n".join(_table(lines, header) if header is not None else _pages(lines) or lines)


def _is_header(line: str) -> bool:
    return _GAP in line.strip() and len(line) <= _WIDEST and is_flat_header(" ".join(line.split()))


def _cells(line: str) -> list[tuple[int, str]]:
    return [(found.start(), found.group()) for found in _CELL.finditer(line)]


def _table(lines: list[str], header: int) -> list[str]:
    """The rows below the header, each with its topic first; the lines as they are where hardly any row has both."""
    names = _cells(lines[header])
    place = next((at for at, (_, name) in enumerate(names) if at and _is_decision(name)), 0)
    if not place:
        return lines
    own = column_kind(names[0][1]) == "number" and place > 1  # a column of its own for the numbers
    first, last = names[1 + own][0], names[place][0]
    behind = [(start, _LABELS.get(column_kind(name), "")) for start, name in names[place + 1 :]]
    out, rows = lines[:header], list[_Row]()
    number = _BARE if own else _NUMBER
    counted = sum(number.match(line) is not None for line in lines[header + 1 :]) >= _FEWEST_ROWS
    blank, below = True, lines[header + 1 :]
    tight = not counted and not any(_between(below))
    numbered = max((at for at, line in enumerate(below) if counted and number.match(line)), default=0)
    end = len(below)
    for at, line in enumerate(below):
        cells = _cells(line)
        if not cells:
            blank = True
            continue
        if _is_header(line):
            continue
        if at > numbered and len(cells) == 1 and cells[0][0] < first - _NEAR and len(line) > first + _NEAR:
            end = at  # a line that reaches into the next column ends the table
            break
        begins = number.match(cells[0][1]) if counted else blank or (tight and len(cells) > 1 and cells[0][1][0].isupper())
        if cells[0][0] < first - _NEAR and begins:
            rows.append(_Row())
        if not rows:
            return lines
        _place(rows[-1], cells, first, last, behind)
        blank = False
    if sum(bool(row.topic and row.said) for row in rows) < _FEWEST_ROWS:
        return lines
    named = names[place][1] if layouts.HEADINGS.get(names[place][1].lower().rstrip(" :")) else "Referat"
    for row in rows:
        if own and len(row.topic) > 1 and row.topic[0].isdigit():
            row.topic[:2] = [f"{row.topic[0]}. {row.topic[1]}"]
        out += ["", *_joined(row.topic), *([named.rstrip(" :") + ":"] if row.said else []), *_joined(row.said)]
    return [*out, "", *below[end:]]


def _between(below: list[str]) -> Iterator[bool]:
    """Which lines between the first and the last of a table are empty."""
    filled = [at for at, line in enumerate(below) if _GAP in line.strip()]
    return (not line.strip() for line in below[filled[0] : filled[-1]]) if filled else iter(())


def _is_decision(name: str) -> bool:
    """ "Referat", "Noter/referat"."""
    words = re.split(r"[/ ]+", name.lower().strip(" :"))
    return column_kind(name) == "said" or any(layouts.HEADINGS.get(word, (None, False))[0] is SectionKind.DECISION for word in words)


_LABELS = {"who": "Ansvarlig: ", "when": "Frist: "}


def _place(row: _Row, cells: list[tuple[int, str]], first: int, last: int, behind: list[tuple[int, str]]) -> None:
    """Put a line's cells into the row; what stands between topic and decision (who presents it) is neither."""
    for start, words in cells:
        label = next((label for begin, label in reversed(behind) if start >= begin - _NEAR), None)
        if start < first - _NEAR:
            row.topic.append(words)
        elif label is not None:
            row.said.append((label or "Ansvarlig: ") + words if (label or words[0].isupper()) and len(words) < last else words)
        elif start >= last - _NEAR or start + len(words) > last or (len(cells) == 1 and row.said):
            row.said.append(words)


def _joined(lines: list[str]) -> list[str]:
    """The lines of a cell with those joined that a narrow column divided."""
    out: list[str] = []
    for line in lines:
        if out and line[0].islower() and not out[-1].endswith(_STOPS) and not _POINT.match(line):
            out[-1] += " " + line
        else:
            out.append(line)
    return out


def _pages(lines: list[str]) -> list[str]:
    """A page in two columns, the left one first; empty where the numbers of the left one don't count on in the right one."""
    starts = Counter(cells[-1][0] for line in lines if len(cells := _cells(line)) == 2 and line[: cells[1][0]].endswith(_GAP))
    gutter, often = max(starts.items(), key=lambda found: found[1], default=(0, 0))
    if often < _FEWEST_LINES:
        return []
    whole = [at for at, line in enumerate(lines) if len(line) > gutter and line[gutter - 1] == " " and line[gutter] != " "]
    begin, end = whole[0], whole[-1] + 1
    left = [line[:gutter].rstrip() for line in lines[begin:end]]
    right = [line[gutter:].rstrip() for line in lines[begin:end]]
    ours, theirs = _numbers(left), _numbers(right)
    if len(ours) < _FEWEST_ROWS or not theirs or [*ours, *theirs] != list(range(ours[0], ours[0] + len(ours) + len(theirs))):
        return []
    if any(len(line) > gutter and line[gutter - 1] != " " for line in lines[begin:end]):
        return []
    return [*lines[:begin], *left, "", *right, "", *lines[end:]]


def _numbers(lines: list[str]) -> list[int]:
    return [int(found["n"]) for line in lines if (found := _NUMBER.match(line.strip())) is not None]
