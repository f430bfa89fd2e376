"""Tables whose cells a web page put on lines of their own: the names of the columns first, then each row cell by cell.

"Emne / Formål / Referat", then "Havnen / Orientering / Broen er malet." Rows are told by the gap above them, or by the cell that says
what an item is for; what was planned for an item (its purpose, its time) stands before what was said.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence

from tracker.domain.minutes import SectionKind
from tracker.reading import dates, layouts
from tracker.reading.heads import Head
from tracker.reading.marks import Kind, Mark
from tracker.reading.sentence import is_sentence
from tracker.reading.tables import TITLES
from tracker.reading.unnumbered import lines_of

_FEWEST = 3
_OTHER_COLUMNS = frozenset(
    (
        "ansvarlig",
        "ansvar",
        "ansvarlige",
        "deadline",
        "frist",
        "tid",
        "tidsramme",
        "opfølgning",
        "bilag",
        "hvem",
        "hvornår",
        "handling",
        "tovholder",
        "status",
    )
)  # what the columns behind the decision are called
_TOP = 8_000  # characters within which a table begins
_MOST_CELLS, _LONGEST_CELL = 12, 60
_LONGEST_TITLE = 120
_CELLS_AHEAD = 8
_AIM = (
    r"(?:til )?(?:orientering|orientation|information|info|beslutning|drøftelse|diskussion|debat|godkendelse|gennemgang|snak|dialog|status"
    r"|valg|opfølgning|evaluering|planlægning)"
)
_AIMS = re.compile(rf"{_AIM}(?:(?:,? og |, ?| ?/ ?| & | \+ ){_AIM})*\.?$", re.IGNORECASE)
_TIME = re.compile(r"(?:kl\.? ?)?\d{1,3}(?:[.:]\d{2})?(?: ?[–-] ?\d{1,3}(?:[.:]\d{2})?)? ?(?:min(?:\.|utter)?)?$", re.IGNORECASE)
_USUAL = re.compile(r"(?:eventuelt?|evt\.?|næste møde|aob|bordet rundt)$", re.IGNORECASE)
_PLAIN = re.compile(r"[^\W\d_]{3}")


def by_columns(text: str, marks: list[Mark], begin: int) -> list[Head]:
    """The rows of such a table; the marks of its header and of the cells that only say what an item is for go.

    Where no header names the columns, rows are told only by what items are for, said in different words, from `begin` on.
    """
    lines = list(lines_of(text))
    header = _header(text, lines)
    if header is None:
        at = bisect_left(lines, (begin, begin))
        header = (at, at - 1)
        if len({text[start:stop].lower() for start, stop in lines[at:] if _is_aim(text, (start, stop))}) < _FEWEST - 1:
            return []
    first, last = header
    rows = (
        _by_aim(text, lines, last + 1)
        if last < first
        else _by_aim(text, lines, last + 1) or _by_gap(text, lines, last + 1) or _by_count(text, lines, last + 1, last - first + 1)
    )
    if not rows:
        return []
    heads = [_head(text, lines, number, row, following) for number, (row, following) in enumerate(rows, 1)]
    aims = {lines[at][0] for at in range(last + 1, len(lines)) if _is_aim(text, lines[at])} | {
        start for start, _ in lines[first : last + 1]
    }
    marks[:] = [mark for mark in marks if mark.start not in aims or mark.kind is Kind.ATTENDANCE]
    return heads


def _header(text: str, lines: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The lines that name the columns: from a word for a topic to one for a decision, all short, and what explains that in brackets."""
    for at, (start, stop) in enumerate(lines):
        if start > _TOP:
            break
        if text[start:stop].lower().strip(" :.") not in TITLES:
            continue
        for below in range(at + 1, min(len(lines), at + _MOST_CELLS)):
            cell = text[slice(*lines[below])]
            if len(cell) > _LONGEST_CELL or (not cell.startswith("(") and (cell[-1] in ".?!" or len(cell.split()) > 4)):
                break
            if layouts.HEADINGS.get(cell.lower().strip(" :.("), (None, False))[0] is SectionKind.DECISION:
                if _returns_otherwise(text, lines, at, below):
                    return None
                explained = sum(1 for _ in itertools.takewhile(lambda line: _explains(text, line), lines[below + 1 : below + _MOST_CELLS]))
                return at, below + explained + sum(
                    1 for _ in itertools.takewhile(lambda line: _names(text, line), lines[below + explained + 1 :])
                )
    return None


def _returns_otherwise(text: str, lines: Sequence[tuple[int, int]], at: int, last: int) -> bool:
    """Whether the first word of a header stands again with other lines below it: then it heads every item, not the columns."""
    header = [text[slice(*line)] for line in lines[at : last + 1]]
    return any(
        text[slice(*line)] == header[0] and [text[slice(*other)] for other in lines[again : again + len(header)]] != header
        for again, line in enumerate(lines[last + 1 :], last + 1)
        if line[1] - line[0] == len(header[0])
    )


def _names(text: str, line: tuple[int, int]) -> bool:
    return text[slice(*line)].lower().strip(" :.?") in _OTHER_COLUMNS


def _explains(text: str, line: tuple[int, int]) -> bool:
    return text[line[0]] == "(" and line[1] - line[0] <= _LONGEST_CELL


def is_aim(line: str) -> bool:
    """Whether a line only says what an item is for ("Drøftelse og beslutning")."""
    return len(line) <= _LONGEST_CELL and _AIMS.match(line) is not None


def _is_aim(text: str, line: tuple[int, int]) -> bool:
    return is_aim(text[slice(*line)])


def _by_aim(text: str, lines: Sequence[tuple[int, int]], begin: int) -> list[tuple[int, int]]:
    """Rows as (line, line of the next): the cell above each aim, and a usual last point that has none."""
    aims = [at for at in range(begin + 1, len(lines)) if _is_aim(text, lines[at])]
    titles = [at - 1 for at in aims if _is_title_above(text, lines[at - 1])]
    if len(titles) < _FEWEST or len(titles) < len(aims) - 1 or titles[0] > begin + 1:
        return []
    last = titles[-1]
    titles += [at for at in range(last + 2, len(lines)) if _USUAL.match(text[slice(*lines[at])])]
    return list(zip(titles, [*titles[1:], len(lines)], strict=True))


def _is_title_above(text: str, line: tuple[int, int]) -> bool:
    return line[1] - line[0] <= _LONGEST_TITLE and text[line[1] - 1] not in ".!,;" and not _is_aim(text, line)


def _by_gap(text: str, lines: Sequence[tuple[int, int]], begin: int) -> list[tuple[int, int]]:
    """Rows as (line, line of the next): where more than one empty line stands above, and words that may be a title follow."""
    titles = []
    for at in range(begin, len(lines)):
        start, stop = lines[at]
        line = text[start:stop]
        wide = at == begin or text.count("\n", lines[at - 1][1], start) > 2
        if not wide or len(line) > _LONGEST_TITLE or (line[-1] in ".!,;" and not _USUAL.match(line)) or ":" in line[:-1]:
            continue
        if _PLAIN.search(line) and not _TIME.match(line) and next(dates.find_all(line), None) is None and not is_sentence(line):
            titles.append(at)
    return list(zip(titles, [*titles[1:], len(lines)], strict=True)) if len(titles) >= _FEWEST else []


def _by_count(text: str, lines: Sequence[tuple[int, int]], begin: int, columns: int) -> list[tuple[int, int]]:
    """Rows as (line, line of the next) where all have as many cells as the header, or one more: each begins like a title."""
    for width in (columns, columns + 1):
        titles = list(range(begin, len(lines) - width + 1, width))
        if len(titles) >= _FEWEST and all(_may_be_title(text[slice(*lines[at])]) for at in titles):
            return list(zip(titles, [*titles[1:], titles[-1] + width], strict=True))
    return []


def _may_be_title(line: str) -> bool:
    return (
        len(line) <= _LONGEST_CELL and (line[-1] not in ".!,;:" or bool(_USUAL.match(line))) and ":" not in line and not is_sentence(line)
    )


def _head(text: str, lines: Sequence[tuple[int, int]], number: int, row: int, following: int) -> Head:
    """The item of a row; what was said begins behind its aim or its time, where such a cell stands near the top."""
    body = lines[row][1]
    for at in range(row + 1, min(following, row + _CELLS_AHEAD)):
        if _is_aim(text, lines[at]) or _TIME.match(text[slice(*lines[at])]):
            body = lines[at][1]
    return Head(number, "", lines[row], lines[row][0], body, -1)
