"""Headings nobody listed: in minutes without numbers, a short line that returns before most decisions ("Indhold:") heads the case."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from tracker.domain.minutes import SectionKind
from tracker.reading.marks import Kind, Mark, mark_line

_LINE = re.compile(r"^[ \t]*([A-ZÆØÅ][^\n]{2,38}?)[ \t]*$", re.MULTILINE)
_FEWEST = 2


def learn_headings(text: str, marks: list[Mark]) -> bool:
    """Mark the lines that return once before each decision as headings of the presentation; whether there were any."""
    decisions = [mark.start for mark in marks if mark.kind is Kind.HEADING and mark.section is SectionKind.DECISION]
    if len(decisions) < _FEWEST:
        return False
    lines: dict[str, list[tuple[int, int]]] = {}
    for found in _LINE.finditer(text):
        if found[1].endswith(":"):
            lines.setdefault(found[1].lower(), []).append(found.span(1))
    taken = {mark.start: mark for mark in marks}
    new: list[Mark] = []
    for places in lines.values():
        if len(places) >= _FEWEST and len(places) * 3 >= len(decisions) * 2 and _once_each(places, decisions):
            known = [taken[start] for start, _ in places if start in taken]
            if all(mark.kind is Kind.CONTENTS for mark in known):
                new += _headings(text, places)
    if not new:
        return False
    learned = {mark.start for mark in new}
    marks[:] = sorted([mark for mark in marks if mark.start not in learned] + new, key=lambda mark: mark.start)
    _recount(text, marks)
    return True


def _headings(text: str, places: list[tuple[int, int]]) -> Iterator[Mark]:
    for start, end in places:
        mark = mark_line(Kind.HEADING, text[start:end], start)
        mark.section, mark.folded = SectionKind.PRESENTATION, text[start:end].lower().rstrip(" :")
        yield mark


def _once_each(places: list[tuple[int, int]], decisions: list[int]) -> bool:
    """Whether the first place stands before the first decision, and a decision between every two."""
    at = 0
    if places[0][0] > decisions[0]:
        return False
    for (start, _), (following, _) in itertools.pairwise(places):
        while at < len(decisions) and decisions[at] < start:
            at += 1
        if at >= len(decisions) or decisions[at] > following:
            return False
    return True


def _recount(text: str, marks: list[Mark]) -> None:
    """How many unmarked lines stand before each mark, now that there are more marks."""
    end = 0
    for mark in marks:
        mark.plain = sum(1 for line in text[end : mark.start].split("\n") if line.strip())
        end = mark.end
