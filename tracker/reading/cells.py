"""Rows of a table laid flat behind the numbers of items: where the title's cell ends, and where a description begins inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.reading.heads import Head
from tracker.reading.run_on import title_end

_FEWEST = 3
_LONGEST_TITLE = 100
_GAP = re.compile(r"(?<=\S) {3,60}(?=\S)")  # "Lamper   Bo ringer til værkstedet."
_BAR = " | "
_WORD = re.compile(r"[A-ZÆØÅ][^\W\d_]{3,40}")


def end_cells(text: str, heads: Sequence[Head]) -> None:
    """End such titles where several lines have wide gaps, or bars behind whole sentences."""
    own = [head for head in heads if not head.borrowed and head.line[1] > head.line[0]]
    gaps = [(head, gap) for head in own if (gap := _GAP.search(text, *head.line)) is not None]
    if len(gaps) >= _FEWEST:
        for head, gap in gaps:
            if gap.start() - head.line[0] <= _LONGEST_TITLE and (head.title[1] > gap.start() or head.title[1] <= head.title[0]):
                head.title, head.body = (head.line[0], gap.start()), gap.end()
    bars = [(head, bar) for head in own if (bar := text.find(_BAR, *head.line)) > 0]
    if len(bars) >= _FEWEST:
        for head, bar in bars:
            end = description(text, head.line[0], bar)
            if end:
                head.title, head.body = (head.line[0], end), bar + len(_BAR)


def description(text: str, start: int, end: int) -> int:
    """Where the description begins in the cell of a title ("Broen Broen skal males."): at the title's first word again, or a capital."""
    if text[end - 1] != ".":
        return 0
    first = _WORD.match(text, start, end)
    again = text.find(f" {first.group()} ", first.end(), end) + 1 if first is not None else 0
    cut = again or title_end(text, start, end, "", sure=False) or 0
    return cut if start < cut < end and cut - start <= _LONGEST_TITLE and text[cut].isupper() else 0
