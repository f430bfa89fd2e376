"""Tables with columns for who and when whose cells stand on lines of their own: each row becomes one line again, its cells parted by bars.

The names of the columns come first ("Punkt / Referat / Ansvarlig / Frist"). Rows are told by numbers that count on, or by the empty lines
between them; within a row the topic comes first, and a day or a name alone at the end belongs to the last columns.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tracker.domain.minutes import Outcome
from tracker.reading import dates
from tracker.reading.outcome import outcome_of
from tracker.reading.tables import column_kind

_WANTED = re.compile(r"^[ \t]*(?:ansv|hvem|tovholder|udføres|initialer)[^\n]{0,30}$", re.IGNORECASE | re.MULTILINE)
_NUMBER = re.compile(r"(?P<n>\d{1,3})[.)]?(?:[ \t]+(?P<title>\S[^\n]*))?$")
_FEWEST_ROWS, _MOST_COLUMNS = 3, 7
_MOST_TRIED = 5  # headers whose rows are looked for
_LONGEST_NAME, _LONGEST_TERM = 60, 40
_TERM = re.compile(
    r"(?:(?:senest|inden|primo|medio|ultimo|ca\.?|d\.|den|i|til|efter|på) ){0,3}"
    r"(?:\d{1,2}[./-] ?\d{1,2}(?:[./-] ?\d{2,4})?\.?|uge \d{1,2}(?:[-–/]\d{1,2})?|\d{1,2}\. [a-zæøå]{3,9}\.?(?: \d{4})?"
    rf"|(?:{'|'.join(dates.MONTHS)})\.?(?: \d{{4}})?|næste \w*møde|snarest|løbende|asap|straks|(?:man|tirs|ons|tors|fre)dag)$",
    re.IGNORECASE,
)
_WORD = r"(?:[A-ZÆØÅ][\w.’'-]*|[a-zæøå]{3,}(?:en|erne))"
_NAMED = re.compile(rf"(?:alle|{_WORD})(?:(?:[,/&+]? (?:(?:og|samt|for|i|af|&|\+|/) )?|[,/&+]){_WORD})*$")


def cells_as_rows(text: str) -> str:
    """The text with such tables row by row; as it is where it has none."""
    if _WANTED.search(text) is None:
        return text
    lines = text.split("\n")
    tried = 0
    for at, line in enumerate(lines):
        if len(line) <= _LONGEST_NAME and column_kind(line) in ("number", "title"):
            names = _header(lines, at)
            rows = _rows(lines, names[-1] + 1) if names and tried < _MOST_TRIED else []
            tried += bool(names)
            if rows:
                kinds = [column_kind(lines[name]) for name in names]
                beside = _beside(lines, rows) if _titled(lines, rows) else []
                if beside:
                    return "\n".join([*lines[: rows[0][0]], *beside, *lines[rows[-1][1] :]])
                return "\n".join([*lines[:at], *_table(lines, names, kinds, rows), *lines[rows[-1][1] :]])
    return text


def _header(lines: list[str], at: int) -> list[int]:
    """The lines of the names of the columns: a topic, what was said, and behind it who or by when; else none."""
    names: list[int] = []
    kinds: list[str] = []
    for below in range(at, min(len(lines), at + 2 * _MOST_COLUMNS)):
        if not lines[below].strip():
            continue
        kind = column_kind(lines[below])
        if not kind or "|" in lines[below] or (kind == "when" and "said" not in kinds):
            break
        names.append(below)
        kinds.append(kind)
    if kinds[:2] == ["number", "number"] or (kinds[:1] == ["number"] and "title" not in kinds):
        kinds[kinds[1:2].count("number")] = "title"  # "Punkt" names the topic where nothing else does
    told = "title" in kinds and "said" in kinds and kinds.index("title") < kinds.index("said")
    return names if told and any("who" in kind for kind in kinds[kinds.index("said") + 1 :]) else []


def _rows(lines: list[str], begin: int) -> list[tuple[int, int]]:
    """Where each row begins and ends."""
    counted: list[int] = []
    for at in range(begin, len(lines)):
        found = _NUMBER.match(lines[at].strip())
        if found is not None and int(found["n"]) == len(counted) + 1:
            counted.append(at)
    starts = [at for at in range(begin, len(lines)) if lines[at].strip() and (at == begin or not lines[at - 1].strip())]
    if len(counted) >= _FEWEST_ROWS:
        starts = counted
    elif sum(end - start > 2 for start, end in pairwise([*starts, len(lines)])) * 2 < len(starts):
        return []
    gaps = any(not line.strip() for line in lines[starts[0] : starts[-1]]) if starts is counted else True
    last = next((at for at in range(starts[-1], len(lines)) if not lines[at].strip()), len(lines)) if starts else 0
    end = len(lines) if starts is counted and gaps else last
    rows = list(pairwise([*starts, end]))
    return rows if len(rows) >= _FEWEST_ROWS and not any("|" in line for line in lines[begin:end]) else []


def _table(lines: list[str], names: list[int], kinds: list[str], rows: list[tuple[int, int]]) -> list[str]:
    numbered = all(_NUMBER.match(lines[start].strip()) for start, _ in rows)
    behind = [(kind, lines[name].strip()) for kind, name in zip(kinds, names, strict=True) if "who" in kind or kind == "when"]
    header = ["Nr."] * numbered + ["Punkt", lines[names[kinds.index("said")]].strip(), *(name for _, name in behind)]
    out = [" | ".join(header)]
    for start, end in rows:
        cells = [line.strip() for line in lines[start:end] if line.strip()]
        number = _NUMBER.match(cells[0]) if numbered else None
        if number is not None:
            cells = [number["title"], *cells[1:]] if number["title"] else cells[1:]
        said, last = _parted(cells[1:], [kind for kind, _ in behind])
        first = [number["n"]] if number is not None else []
        empty = [""] * (len(first) + 1)
        said = said or [""]
        out += [
            " | ".join([*(first if not at else empty[:-1]), cells[0] if cells and not at else "", line]) for at, line in enumerate(said)
        ]
        out[-1] = " | ".join([out[-1], *last]).rstrip(" |")
    return out


def _titled(lines: list[str], rows: list[tuple[int, int]]) -> bool:
    """Whether every row begins with its number and title, so that its lines can stay lines."""
    heads = [_NUMBER.match(lines[start].strip()) for start, _ in rows]
    return all(head is not None and head["title"] for head in heads)


def _beside(lines: list[str], rows: list[tuple[int, int]]) -> list[str]:
    """The rows with who and when beside the line each belongs to, where a row has several; empty where none has.

    Only blanks are put between them, so what a card quotes still stands in the source.
    """
    out: list[str] = []
    several = False
    for start, end in rows:
        out.append(lines[start])
        told, behind = False, 0
        for line in lines[start + 1 : end]:
            cell = line.strip()
            if told and behind < _MOST_BEHIND and _tells_who_or_when(cell):
                out[-1] += _APART + cell
                behind += 1
                continue
            several = several or (bool(cell) and behind > 0)
            out.append(line)
            told, behind = cell.endswith(_STOPS), 0
    return out if several else []


_MOST_BEHIND = 2
_APART = " " * 6
_STOPS = (".", "!", "?", ":", ";")


def _tells_who_or_when(cell: str) -> bool:
    """Whether a line of a row is a cell that names who or says when: "Bo og Ida", "Uge 20"."""
    if not cell or (cell.endswith(_STOPS[:3]) and not cell[-2:-1].isdigit()):
        return False
    named = len(cell) <= _LONGEST_NAME and _NAMED.match(_without_term(cell)) is not None and outcome_of(cell) is Outcome.OTHER
    return named or (len(cell) <= _LONGEST_TERM and _TERM.match(cell) is not None)


def _parted(cells: list[str], kinds: list[str]) -> tuple[list[str], list[str]]:
    """What was said, and the cells behind it in the order of their columns."""
    last = dict.fromkeys(kinds, "")
    for kind in reversed(kinds):
        if len(cells) < 2 and not (cells and kind == "when"):
            break
        named = "who" in kind and len(cells[-1]) <= _LONGEST_NAME and _NAMED.match(_without_term(cells[-1])) is not None
        timed = "when" in kind and len(cells[-1]) <= _LONGEST_TERM and _TERM.match(cells[-1]) is not None
        if named or timed:
            last[kind] = cells[-1]
            cells = cells[:-1]
    return cells, [last[kind] for kind in kinds]


def _without_term(cell: str) -> str:
    """ "Ida, uge 20" without the week."""
    words = cell.split()
    for count in range(1, min(len(words), 5)):
        if _TERM.match(" ".join(words[count:])) is not None:
            return " ".join(words[:count]).rstrip(" ,:/–-")
    return cell
