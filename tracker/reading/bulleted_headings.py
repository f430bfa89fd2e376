"""Headings with a bullet in front, below items with one: "• 2 Havnen", and further in "• Beslutning i Havneudvalget den 3. maj 2021"."""

from __future__ import annotations

import re

from tracker.reading import lines
from tracker.reading.marks import Kind, Mark

_BULLETED = re.compile(r"^[ \t]*(?P<bullet>[-–•·*▪¤►])[ \t]+(?P<words>[^\W\d_][^\n]*\S)", re.MULTILINE)
_FEWEST_ITEMS = 2


def add_bulleted_headings(text: str, marks: list[Mark]) -> None:
    """Put the headings among the marks that stand alone behind a bullet; only where numbers with a bullet could begin items."""
    if sum(mark.kind is Kind.NUMBER and mark.family == "bullet" for mark in marks) < _FEWEST_ITEMS:
        return
    taken = {mark.start for mark in marks}
    found: list[Mark] = []
    for line in _BULLETED.finditer(text):
        words = line["words"]
        if line.start("bullet") in taken or len(words) >= lines.LONG:
            continue
        mark = lines.heading(words, words.lower(), line.start("words"))
        if mark is not None and not mark.soft and mark.body == mark.end:
            mark.start = line.start("bullet")
            found.append(mark)
    if found:
        marks[:] = sorted((*marks, *found), key=lambda mark: mark.start)
