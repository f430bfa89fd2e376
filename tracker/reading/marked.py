"""Items at the headings that the file's format itself marks: "## Budget" in Markdown, <h2> of a web page, Word's heading styles."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from tracker.domain.minutes import Heading
from tracker.reading import dates, layouts
from tracker.reading.decisions import decision_heading
from tracker.reading.head_end import head_end
from tracker.reading.heads import Head
from tracker.reading.marks import Mark
from tracker.reading.parts import is_part
from tracker.reading.unnumbered import NAMES_MINUTES, lines_of
from tracker.reading.usual import is_usual

_FEWEST = 2
_FEWEST_BESIDE_NUMBERS = 3
_NUMBERED = re.compile(r"\(?\d{1,3}[.):]")
_SECTIONS = frozenset(word for word, (_, soft) in layouts.HEADINGS.items() if not soft)
_NO_ITEMS = _SECTIONS | layouts.CONTENTS | layouts.FURNITURE | {"referent", "næste møde"}
_PEOPLE = frozenset((*layouts.PRESENT, *layouts.ABSENT))
_TOP = 3
"""Headings; so many may stand in the head. Further down "Fravær" is a matter."""


def by_headings(text: str, marks: list[Mark], headings: Sequence[Heading], heads: Sequence[Head]) -> list[Head]:
    """One item at each heading of the level that has most of them; none where few are, or where numbered items stand at headings.

    `heads`: the items the numbers tell; they are lists inside the items where none of them is a heading.
    """
    placed = _placed(text, headings)
    numbered = {start for _, start, _ in placed}
    if any(head.start in numbered or head.title[0] in numbered for head in heads):
        return []
    begin = head_end(text, marks)
    ends = [start for _, start, _ in placed[1:]] + [len(text)]
    often = Counter(text[start:stop].lower() for _, start, stop in placed)
    levels: dict[int, list[tuple[int, int]]] = {}
    sections: Counter[int] = Counter()
    for at, ((level, start, stop), end) in enumerate(zip(placed, ends, strict=True)):
        words = text[start:stop]
        if at < _TOP and words.lower().rstrip(" :") in _PEOPLE:
            continue
        if words.lower().rstrip(" :") in _SECTIONS:
            sections[level] += 1
        if (end > begin or is_usual(words)) and often[words.lower()] == 1 and _names_item(words):
            levels.setdefault(level, []).append((start, stop))
    pure = [level for level in sorted(levels) if sections[level] < _FEWEST]  # where all headings are of one level, more than that tells
    found = max((levels[level] for level in pure), key=len, default=[])
    told = sum(bool(text[one[1] : other[0]].strip()) for one, other in itertools.pairwise(found))
    if len(found) < (_FEWEST_BESIDE_NUMBERS if heads else _FEWEST) or told * 4 < (len(found) - 1) * 3:
        return []
    return [Head(number, "", (start, stop - (text[stop - 1] == ":")), start, stop, -1) for number, (start, stop) in enumerate(found, 1)]


def _names_item(words: str) -> bool:
    if _NUMBERED.match(words) or words[:1].islower():
        return False  # what is numbered is told by its numbers; "at planen godkendes"
    low = words.lower().rstrip(" :")
    section = low in _NO_ITEMS or decision_heading(words, words.lower()) is not None or is_part(words)
    return not section and not NAMES_MINUTES.match(words) and dates.find(words) is None


def _placed(text: str, headings: Sequence[Heading]) -> list[tuple[int, int, int]]:
    """Level, start and end of the headings whose line is found in the text, in order; what reading joined to other lines is left out."""
    wanted = list(headings)
    ahead = Counter(" ".join(heading.text.split()) for heading in wanted)
    found: list[tuple[int, int, int]] = []
    at = 0
    for start, stop in lines_of(text):
        words = " ".join(text[start:stop].split())
        if at >= len(wanted):
            break
        if not ahead.get(words):
            continue
        place = next((k for k in range(at, len(wanted)) if " ".join(wanted[k].text.split()) == words), None)
        if place is not None:
            for passed in wanted[at : place + 1]:
                ahead[" ".join(passed.text.split())] -= 1
            found.append((wanted[place].level, start, stop))
            at = place + 1
    return found
