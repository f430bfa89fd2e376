"""Titles in minutes that leave no line empty: the one short line between what was decided and the prose of the next item."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tracker.reading.marks import Mark
from tracker.reading.sentence import is_sentence

_LONGEST = 80
_FEWEST = 3
_ENDS = (".", "!", "?", ")", ":")


def close_titles(text: str, marks: Sequence[Mark], begins: Sequence[int]) -> list[tuple[int, int]]:
    """The titles of the items whose headings (`begins`: places among the marks) tell of them; none where one of them has no title, or two.

    A title stands above a sentence or its heading, and what stands above it (but for the head) ends like a sentence: a line that was
    broken would not.
    """
    if len(begins) < _FEWEST:
        return []
    titles: list[tuple[int, int]] = []
    for index in begins:
        above = marks[index - 1] if index else None
        found = list(_between(text, above.body if above is not None else 0, marks[index].start, below_head=not titles))
        if above is not None and above.soft and above.body == above.end:
            found.insert(0, (above.start, above.end))  # "Økonomi" heads a part elsewhere, and is a title here
        if not found or (len(found) > 1 and titles):
            return []
        titles.append(found[-1])
    names = [text[slice(*title)].lower() for title in titles]
    return titles if len(set(names)) == len(names) else []


def _between(text: str, begin: int, end: int, *, below_head: bool) -> Iterator[tuple[int, int]]:
    lines = [(at, line.strip()) for at, line in _lines(text, begin, end) if line.strip()]
    for (_, before), (at, line), (_, below) in zip(lines, lines[1:], [*lines[2:], (end, "")], strict=False):
        short = len(line) <= _LONGEST and line[0].isupper() and line[-1] not in ".,;!?" and not is_sentence(line)
        told = not below or is_sentence(below) or (len(below) > _LONGEST and below.endswith(_ENDS))  # nothing: the heading stands there
        if short and (below_head or before.endswith(_ENDS)) and told:
            start = text.index(line, at)
            yield start, start + len(line) - (line[-1] == ":")


def _lines(text: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    lines = text[begin:end].splitlines(keepends=True)
    return zip(itertools.accumulate(map(len, lines), initial=begin), lines, strict=False)
