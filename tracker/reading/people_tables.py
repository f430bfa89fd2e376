"""Those present as a table whose first row names its columns: "Navn | Organisation | Init." above "Ida Dal | Økonomi | ID"."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.danish.names import is_first_name
from tracker.domain.minutes import Attendee
from tracker.reading.flow import CELL

_BAR = CELL.strip()
_COLUMNS = {
    "name": ("navn", "deltager", "deltagere", "medlem", "medlemmer", "name"),
    "initials": ("init", "initialer", "ini", "initials"),
    "title": ("titel", "rolle", "funktion", "stilling", "organisation", "afdeling", "enhed", "område", "repræsenterer", "fra", "kommune"),
    "there": ("til stede", "tilstede", "fremmøde", "fremmødt", "mødt", "deltog", "deltager ja/nej", "present"),
    "away": ("afbud", "fraværende", "absent"),
}
_KINDS = {word: kind for kind, words in _COLUMNS.items() for word in words}
_AWAY = ("nej", "afbud", "fraværende", "ikke", "no", "absent")
_LONGEST_NAME = 60
_FEWEST_COLUMNS = 2


def tabled(text: str, *, present: bool) -> list[Attendee] | None:
    """The persons of such a table, or None where the first row names no column of names."""
    rows = [_cells(line.strip()) for line in text.split("\n") if _BAR in line]
    if len(rows) < 2:
        return None
    kinds = [_KINDS.get(cell.casefold().rstrip(".: ")) for cell in rows[0]]
    if "name" not in kinds or sum(kind is not None for kind in kinds) < min(_FEWEST_COLUMNS, len(kinds)):
        return None  # "Medlemmer | Ida Dal, Bo Holm" is a row of its own, no head
    told = [cells for row in rows[1:] for cells in _persons(kinds, row)]
    marked = any(cells.get("there") for cells in told)
    found: list[Attendee] = []
    for cells in told:
        name, _, beside = cells["name"].partition("(")
        if not name[:1].isupper() or len(name) > _LONGEST_NAME or _only_word(name):
            continue
        title = cells.get("title", "") or beside.rstrip(") ")
        there = cells.get("there", "").casefold()
        away = there.startswith(_AWAY) or (marked and "there" in cells and not there) or bool(cells.get("away", ""))
        found.append(Attendee(name.strip(), title, cells.get("initials", ""), present and not away))
    return found


def _cells(line: str) -> list[str]:
    """The cells of a row; bars that open and close it are its frame, a bar at one end alone stands beside an empty cell."""
    framed = len(line) > 1 and line.startswith(_BAR) and line.endswith(_BAR)
    return [cell.strip(" \t*") for cell in (line[1:-1] if framed else line).split(_BAR)]


def _persons(kinds: list[str | None], row: list[str]) -> Iterator[dict[str, str]]:
    """The persons of a row, each the cells by kind: a table may stand in two halves beside each other ("Navn | Init. | Navn | Init.")."""
    cells: dict[str, str] = {}
    for kind, cell in zip(kinds, row, strict=False):
        if kind is not None and kind in cells:
            if cells.get("name"):
                yield cells
            cells = {}
        if kind is not None:
            cells[kind] = cell
    if cells.get("name"):
        yield cells


def _only_word(name: str) -> bool:
    """Whether the cell names a column anew, or a heading within the table: "Navn", "Suppleanter"."""
    word = name.strip().casefold()
    return word in _KINDS or (word.endswith("er") and " " not in word and not is_first_name(name.strip()))
