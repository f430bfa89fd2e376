"""Those present as a table whose first row names its columns: "Navn | Organisation | Init." above "Ida Dal | Økonomi | ID"."""

from __future__ import annotations

from tracker.domain.minutes import Attendee
from tracker.reading.flow import CELL

_BAR = CELL.strip()
_COLUMNS = {
    "name": ("navn", "deltager", "deltagere", "medlem", "medlemmer", "name"),
    "initials": ("init", "initialer", "ini", "initials"),
    "title": ("titel", "rolle", "funktion", "stilling", "organisation", "afdeling", "enhed", "område", "repræsenterer", "fra", "kommune"),
    "there": ("til stede", "tilstede", "fremmøde", "fremmødt", "mødt", "deltog", "deltager ja/nej", "present"),
}
_KINDS = {word: kind for kind, words in _COLUMNS.items() for word in words}
_AWAY = ("nej", "afbud", "fraværende", "ikke", "no", "absent")
_LONGEST_NAME = 60


def tabled(text: str, *, present: bool) -> list[Attendee] | None:
    """The persons of such a table, or None where the first row names no column of names."""
    rows = [[cell.strip(" \t*") for cell in line.strip().strip(_BAR).split(_BAR)] for line in text.split("\n") if _BAR in line]
    if len(rows) < 2:
        return None
    kinds = [_KINDS.get(cell.casefold().rstrip(".: ")) for cell in rows[0]]
    if "name" not in kinds:
        return None
    found: list[Attendee] = []
    for row in rows[1:]:
        cells = {kind: cell for kind, cell in zip(kinds, row, strict=False) if kind is not None}
        name, _, told = cells.get("name", "").partition("(")
        if not name[:1].isupper() or len(name) > _LONGEST_NAME:
            continue
        title = cells.get("title", "") or told.rstrip(") ")
        away = cells.get("there", "").casefold().startswith(_AWAY)
        found.append(Attendee(name.strip(), title, cells.get("initials", ""), present and not away))
    return found
