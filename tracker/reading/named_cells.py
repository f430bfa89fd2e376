"""Tables of minutes with a column for who does what was decided, or by when: each such cell gets the column's name.

"3 | Kajen | Muren sættes om. | BOL" becomes "3 | Kajen | Muren sættes om. | Ansvarlig: BOL": behind what was said, a cell says nothing
without its column's name. A column of that name in front of what was said names who presents an item, and stays as it is. So do tables
of tasks, which have no column for topics.
"""

from __future__ import annotations

import re

from tracker.domain.minutes import SectionKind
from tracker.reading import layouts
from tracker.reading.tables import cells_of, columns_of

_LABELS = {
    **dict.fromkeys(("ansvarlig", "ansvarlige", "ansvar", "ansv.", "ansv", "hvem", "tovholder", "udføres af"), "Ansvarlig"),
    **dict.fromkeys(("frist", "deadline", "tidsfrist", "hvornår"), "Frist"),
}
_LONGEST = 60
_TOLD = re.compile(r"[^\W_]{2}|\d")


def name_cells(text: str) -> str:
    """The text with the names of such columns in front of their cells."""
    out, last = list[str](), 0
    for at, name in missing_names(text):
        out += [text[last:at], name]
        last = at
    return "".join([*out, text[last:]])


def missing_names(text: str) -> list[tuple[int, str]]:
    """Where such cells begin, and what to put in front of them; in the order of the text."""
    if "|" not in text and "\t" not in text:
        return []
    found: list[tuple[int, str]] = []
    columns: dict[int, str] = {}
    width, at = 0, 0
    for line in text.split("\n"):
        cells = cells_of(line, at)
        names = [text[start:end].lower().strip(" :") for start, end in cells]
        if len(cells) > 2 and columns_of(names) is not None:
            columns, width = _named(names), len(cells)
        elif columns and len(cells) == width:
            found += [(cells[column][0], f"{name}: ") for column, name in columns.items() if _tells(text[slice(*cells[column])])]
        at += len(line) + 1
    return found


def _named(names: list[str]) -> dict[int, str]:
    """The columns that follow the one for decisions, by what their cells are to be called."""
    decided = next(
        (at for at, name in enumerate(names) if layouts.HEADINGS.get(name, (None, False))[0] is SectionKind.DECISION), len(names)
    )
    return {at: _LABELS[name] for at, name in enumerate(names) if at > decided and name in _LABELS}


def _tells(cell: str) -> bool:
    return len(cell) <= _LONGEST and ":" not in cell and _TOLD.search(cell) is not None
