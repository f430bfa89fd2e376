"""Minutes kept as one table: a row is an item, one column holds its decision (Pkt. | Dagsorden | Begrundelse | Beslutning)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.domain.minutes import SectionKind
from tracker.reading import dates, layouts
from tracker.reading.sentence import is_sentence

_LONGEST_HEADER = 1_000
_MAYBE_HEADER = re.compile(
    r"beslutning|referat|konklusion|afgørelse|decision|conclusion|indhold|noter|opfølgning|drøftelse|handling|aftal|opsamling|resultat"
)
_NUMBER = re.compile(r"\s*(\d{1,4})\s*[.)]?\s*$")
_COUNTED = re.compile(r"\s*(?:pkt\.?\s*)?(\d{1,3})\s*(?:[.):]|[-–](?=\s))\s*(?=\S)", re.IGNORECASE)
_NUMBERS = frozenset(("pkt", "pkt.", "nr", "nr.", "punkt", "#", "no", "no.", "punkt nr."))
TITLES = frozenset(
    (
        "dagsorden",
        "punkt",
        "emne",
        "dagsordenspunkt",
        "titel",
        "sag",
        "indhold",
        "tema",
        "dagsordenpunkt",
        "overskrift",
        "mødepunkt",
        "dagsorden/emne",
        "punkter",
    )
)


_WHO = frozenset(("ansvarlig", "ansvarlige", "ansvar", "ansv", "hvem", "tovholder", "tovholdere", "udføres", "initialer"))
_WHEN = frozenset(("frist", "tidsfrist", "deadline", "hvornår", "senest", "inden", "dato", "tid", "tidspunkt"))
_MOST_WORDS = 4
_WORDS = re.compile(r"[^\W\d_]+")
_SAID = frozenset(
    (
        "indhold", "noter", "opfølgning", "drøftelse", "handling", "aftalt", "aftale", "aftaler", "opsamling", "resultat", "det aftalte",
        "kommentarer", "opsummering",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of a table adds to an item: offsets of its cells."""

    decision: tuple[int, int]
    assigned: tuple[int, int] | None = None
    term: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a table: offsets of its cells."""

    number: int
    title: tuple[int, int]
    start: int
    end: int
    decision: tuple[int, int]
    assigned: tuple[int, int] | None = None
    """The cell that names who does what was decided."""
    term: tuple[int, int] | None = None
    """The cell that says by when; it may be the same."""
    lines: tuple[Line, ...] = ()
    """Its own line and those below it that only add to it, where there are such."""


def table_items(text: str) -> list[Row]:
    """The items of a table of minutes; empty where the text holds none."""
    if "|" not in text and "\t" not in text:
        return []
    columns: tuple[int, int, int] | None = None
    rows: list[Row] = []
    width, who, when = 0, 0, 0
    for start, line in _parted(text):
        if not any(map(str.isalnum, line)):
            continue  # the rule below the header of a Markdown table
        if columns is None and (len(line) > _LONGEST_HEADER or not _MAYBE_HEADER.search(line.lower())):
            continue
        cells = _cells(line, start)
        names = [text[begin:end].lower().strip(" :") for begin, end in cells]
        if columns is None or (_decision_column(names) is not None and not _NUMBER.match(names[max(0, columns[0]) % len(names)])):
            columns, width = _columns(names) or columns, len(names)
            who, when = (_column_behind(names, columns, words) for words in (_WHO, _WHEN))
            continue
        if rows and _heads_tasks(names):
            columns = None
            continue
        if rows and _goes_on(cells, columns):
            added = Line(cells[columns[2]], _filled(text, cells, who), _filled(text, cells, when))
            rows[-1] = _longer(rows[-1], added, start + len(line), cells[-1][1])
            continue
        fewest = columns[2] + 1 if who or when else width  # the tabs of empty cells at the end of a line are lost
        if "|" not in line and not fewest <= len(cells) <= width:
            continue  # tabs make a table only where they make columns
        row = _row(text, cells, columns, start, start + len(line), rows[-1].number + 1 if rows else 1)
        if row is not None:
            own = Line(cells[columns[2]], _filled(text, cells, who), _filled(text, cells, when))
            rows.append(replace(row, assigned=own.assigned, term=own.term, lines=(own,)))
    if rows and _said_below(text, rows):
        return []
    if columns is not None and columns[2] == width - 1 and not (who or when):
        rows = [_broken(text, row, rows[at + 1].start if at + 1 < len(rows) else len(text)) for at, row in enumerate(rows)]
    return [row if (who or when) and _apart(text, row.lines) else replace(row, lines=()) for row in rows]


def _heads_tasks(names: list[str]) -> bool:
    """Whether a row heads a table of tasks, which follows the one of items: "Nr. | Aktion | Ansvarlig | Frist"."""
    kinds = [column_kind(name) for name in names]
    return "who" in kinds and "when" in kinds and "said" not in kinds


def _broken(text: str, row: Row, following: int) -> Row:
    """The row with the lines right below it, as far as `following`: its last cell was pasted with its line breaks, which no tab begins."""
    stop = row.end
    if not any(map(str.isalnum, text[slice(*row.decision)])) or "|" in text[row.start : row.end]:
        return row
    while stop + 1 < following:
        end = text.find("\n", stop + 1)
        end = len(text) if end < 0 else end
        line = text[stop + 1 : end]
        if not line.strip() or "\t" in line:
            break
        stop = end
    return replace(row, end=stop, decision=(row.decision[0], stop))


def _longer(row: Row, line: Line, end: int, said: int) -> Row:
    return replace(row, end=end, decision=(row.decision[0], said), lines=(*row.lines, line))


def _apart(text: str, lines: tuple[Line, ...]) -> bool:
    """Whether the lines of an item are several, each with something of its own; a cell broken into lines goes on in lower case."""
    return len(lines) > 1 and not any(text[line.decision[0]].islower() for line in lines[1:])


def _said_below(text: str, rows: list[Row]) -> bool:
    """Whether the rows are headings only: nothing stands in their column of what was said, and lines of prose stand between them."""
    if any(any(map(str.isalnum, text[slice(*row.decision)])) for row in rows):
        return False
    between = text[rows[0].end : rows[-1].start].split("\n")
    prose = sum("|" not in line and "\t" not in line and any(map(str.isalpha, line)) for line in between)
    return prose * 2 >= len(rows)


def column_kind(name: str) -> str:
    """What a column of that name holds: "number", "title", "said", "who", "when", "who when"; empty where it is no such name."""
    bare = name.lower().strip(" :.?")
    words = set(_WORDS.findall(bare))
    if len(words) > _MOST_WORDS or (words & _WHO and words & _WHEN):
        return "who when" if len(words) <= _MOST_WORDS else ""
    if words & _WHO:
        return "who"
    if bare in TITLES:
        return "title"
    if bare in _SAID or layouts.HEADINGS.get(bare, (None, False))[0] is SectionKind.DECISION:
        return "said"
    if bare in _NUMBERS:
        return "number"
    return "when" if words & _WHEN else ""


def _column_behind(names: list[str], columns: tuple[int, int, int] | None, words: frozenset[str]) -> int:
    """The column behind the decision's that one of the words names ("Ansvarlig/frist", "Hvem gør det?"); 0 where there is none."""
    return next((at for at, name in enumerate(names) if columns and at > columns[2] and words & set(_WORDS.findall(name))), 0)


def _filled(text: str, cells: list[tuple[int, int]], column: int) -> tuple[int, int] | None:
    """The cell of a column, where something stands in it."""
    cell = cells[column] if 0 < column < len(cells) else (0, 0)
    words = text[slice(*cell)]
    bare = _BRACKETS.sub("", words)
    told = is_sentence(bare) or (_NEXT_SENTENCE.search(bare) is not None and len(bare.split()) > _MOST_NAMED)
    told = told and not (_BY_DAY.match(bare) and dates.find(bare) is not None)  # "Inden mødet holdes den 3. maj"
    return cell if any(map(str.isalnum, words)) and not told else None  # "Bo ringer til havnen" is itself what is to be done


_BRACKETS = re.compile(r"\([^()\n]{0,80}\)")
_BY_DAY = re.compile(r"(?:inden|senest|før|til|fra|den|d\.|når) ", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"[a-zæøå]{3}\. [A-ZÆØÅ]")
_MOST_NAMED = 6


def _goes_on(cells: list[tuple[int, int]], columns: tuple[int, int, int]) -> bool:
    """Whether a line only adds to the decision of the row above: nothing stands in its columns for number and title."""
    number, title, decision = columns
    before = cells[: max(number, title) + 1]
    return len(cells) > decision and decision > title and all(end <= begin for begin, end in before) and cells[-1][1] > cells[decision][0]


def _parted(text: str) -> Iterator[tuple[int, str]]:
    """The lines that a bar or a tab parts, each with where it begins."""
    stop = 0
    while (part := _PART.search(text, stop)) is not None:
        start = text.rfind("\n", 0, part.start()) + 1
        stop = text.find("\n", part.end())
        stop = len(text) if stop < 0 else stop
        yield start, text[start:stop]


_PART = re.compile(r"[|\t]")


def _cells(line: str, at: int) -> list[tuple[int, int]]:
    """Where the cells of a row stand that begins at `at`, without their blanks."""
    cells = []
    for cell in line.split("|" if "|" in line else "\t"):
        lead = len(cell) - len(cell.lstrip())
        cells.append((at + lead, at + max(lead, len(cell.rstrip()))))
        at += len(cell) + 1
    return cells


def _columns(names: list[str]) -> tuple[int, int, int] | None:
    """(number, title, decision) columns of a header row; -1 for a number column that isn't there."""
    decision = _decision_column(names)
    if decision is None:
        return None
    number = next((index for index, name in enumerate(names) if name in _NUMBERS), -1)
    title = next((index for index, name in enumerate(names) if name in TITLES and index not in (number, decision)), None)
    if title is None and number >= 0 and names[number] in TITLES:
        number, title = -1, number  # "Punkt | Referat": the title has its number in front
    return (number, title, decision) if title is not None else None


def _decision_column(names: list[str]) -> int | None:
    """The column of the decisions; else the first that says what came of an item, in a row that names a column for its topics too."""
    decided = next(
        (index for index, name in enumerate(names) if layouts.HEADINGS.get(name, (None, False))[0] is SectionKind.DECISION), None
    )
    if decided is None and any(name in TITLES for name in names):
        return next((index for index, name in enumerate(names) if index and name in _SAID), None)
    return decided


def _row(text: str, cells: list[tuple[int, int]], columns: tuple[int, int, int], start: int, end: int, following: int) -> Row | None:
    number, title, decision = columns
    if max(columns) >= len(cells):
        return None
    found = _NUMBER.match(text, *cells[number]) if number >= 0 else None
    if number >= 0 and found is None:
        return None
    if cells[title][1] <= cells[title][0]:
        return None
    named = cells[title]
    counted = _COUNTED.match(text, *named) if number < 0 else None
    if counted is not None:
        found, named = counted, (counted.end(), named[1])
    return Row(int(found[1]) if found else following, named, start, end, (cells[decision][0], cells[-1][1]))
