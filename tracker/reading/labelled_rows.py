"""Minutes as one small table for each item, its rows a label and a text: "| Pkt. 3 | Havnen |", "| Beslutning | Godkendt. |".

Such rows say what lines say elsewhere, so they become lines: "Pkt. 3: Havnen", "Beslutning: Godkendt.".
"""

from __future__ import annotations

import re

from tracker.domain.minutes import SectionKind
from tracker.reading import layouts

_ITEM = re.compile(r"(?:(?:(?:dagsordens)?punkt|pkt|sag|emne|tema)\b\.?\s*(?:nr\.?)?\s*)?\d{1,3}\s*[.:)]?\Z", re.IGNORECASE)
_LONGEST_LABEL = 40
_FEWEST = 2
"""Rows of each kind; a single one may be part of any table."""


def rows_as_lines(text: str) -> str:
    """The text with such rows as lines; unchanged where it has no such tables."""
    if "|" not in text:
        return text
    lines = text.split("\n")
    rows = {at: row for at, line in enumerate(lines) if "|" in line and (row := _row(line)) is not None}
    items = {at for at, (label, title) in rows.items() if _ITEM.match(label) and any(map(str.isalpha, title))}
    decided = sum(_is_decision(label) for label, _ in rows.values())
    if len(items) < _FEWEST or decided < _FEWEST:
        return text
    for at, (label, said) in rows.items():
        sign = " " if label.endswith((":", ")")) else ": "
        lines[at] = ("\n" if at in items else "") + (f"{label}{sign}{said}" if label else said)
    for at, line in enumerate(lines):
        if line.lstrip().startswith("| ") and line.count("|") == 1:
            lines[at] = line.lstrip()[2:]  # "| Bo ringer til dem.": what goes on in the second cell of the row above
    return "\n".join(lines)


def _row(line: str) -> tuple[str, str] | None:
    """Label and text of a row with two cells."""
    cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
    return (cells[0], cells[1]) if len(cells) == 2 and len(cells[0]) <= _LONGEST_LABEL else None


def _is_decision(label: str) -> bool:
    return layouts.HEADINGS.get(label.casefold().strip(" :."), (None, False))[0] is SectionKind.DECISION
