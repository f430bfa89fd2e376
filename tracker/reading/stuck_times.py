"""Rows of a table whose first cells a web page printed without anything between them: "Punkt 15 minHavnen" is item 1, five minutes."""

from __future__ import annotations

import re

from tracker.reading.marks import Kind, Mark

_ROW = re.compile(
    r"^[ \t]*(?P<label>(?:Dagsordenspunkt|Punkt|Pkt\.?|Nr\.?) ?(?P<figures>\d{2,5}) ?(?:min(?:utter|\.)?|m\.))[ \t]*"
    r"(?P<title>[A-ZÆØÅ][^\n]*)",
    re.MULTILINE,
)
_SPAN = re.compile(r"^([ \t]*\d{1,2}[.:]\d{2} ?[–-] ?\d{1,2}[.:]\d{2})(?=[A-ZÆØÅ])", re.MULTILINE)
_TIMED = re.compile(r"m(?:(?<=\dm)|(?<=\d m))(?:in|\.)")  # "15 min", "5m.": its letter first, which the search can leap to
_FEWEST = 2
_MOST_MINUTES = 3  # figures of a time


def break_times(text: str) -> str:
    """The text of such a table with a line break behind the times that what was said is stuck to ("17.15 - 17.40Bo sender ...")."""
    return _SPAN.sub("\\1\n", text) if stuck_times(text) else text


def stuck_times(text: str) -> list[Mark]:
    """A mark for each such row, where the numbers in front of the times count on from 1; none where they don't."""
    found: list[Mark] = []
    if _TIMED.search(text) is None:
        return found
    for row in _ROW.finditer(text):
        number = str(len(found) + 1)
        if not row["figures"].startswith(number) or not 0 < len(row["figures"]) - len(number) <= _MOST_MINUTES:
            return []
        start, end = row.start("label"), row.end()
        mark = Mark(Kind.NUMBER, start, end, end, gap=True, family="punkt", number=int(number))
        mark.label, mark.title = number, row.span("title")
        found.append(mark)
    return found if len(found) >= _FEWEST else []
