"""The corpus of time expressions: one file a group, read here.

`on DAY` sets the reference day of the lines below it; a line is `text => answer`, the answer as `tracker.danish.brief` writes it, with
`past` or `condition` after it; ` @ words` names the expression where the text holds more. `rejects.txt` holds texts without a time, grouped
by lines that begin with `##`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.danish.times.words import MONTHS, NUMBERS, ORDINALS, SHORT_MONTHS, WEEKDAYS

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Entry:
    """One example: what is read on which day, what must come of it, and the words it is read from."""

    group: str
    text: str
    on: date
    answer: str
    span: str


def entries() -> list[Entry]:
    """Every example of every group."""
    return [entry for path in sorted(FOLDER.glob("*.txt")) if path.stem != "rejects" for entry in _read(path)]


def _read(path: Path) -> Iterator[Entry]:
    on = date.min
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("on "):
            on = date.fromisoformat(line[3:])
        elif line and not line.startswith("#"):
            text, arrow, rest = line.partition(" => ")
            assert arrow, f"{path.name}: no answer: {line}"
            answer, _, span = rest.partition(" @ ")
            yield Entry(path.stem, text, on, answer, span or text)


def rejects() -> list[tuple[str, str]]:
    """Every text without a time, with its group."""
    group, found = "", []
    for line in (FOLDER / "rejects.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            group = line[3:]
        elif line and not line.startswith("#"):
            found.append((group, line))
    return found


_NAMES = dict.fromkeys((*MONTHS, *SHORT_MONTHS), "M") | dict.fromkeys(WEEKDAYS, "W")
_WORDS = dict.fromkeys((*NUMBERS, *ORDINALS), "#")
_MASKED = _WORDS | _NAMES
_MASK = re.compile(r"\d+|\b(?:" + "|".join(sorted(map(re.escape, _MASKED), key=len, reverse=True)) + r")(?=(?:måned|møde)?\b)")


def form(text: str) -> str:
    """The text with its numbers and names masked: two examples of one form show the same thing twice."""
    return _MASK.sub(lambda found: _MASKED.get(found[0], "#"), text.casefold())
