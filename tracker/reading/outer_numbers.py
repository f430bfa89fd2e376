"""Items counted in another way than the points below them: "II. Budget" above "2.1 Drift" and "2.2 Anlæg"."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from tracker.reading.marks import Mark

_FEWEST = 2


def is_nested(mark: Mark) -> bool:
    """Whether a label has more than one number: "2.1"."""
    return "." in mark.label.strip(".")


def outer_of(marks: list[Mark], families: dict[str, list[int]], chosen: list[int], name: str) -> tuple[list[int], str]:
    """The marks that count the items, and their family: of another one where all of the chosen one's are nested and fit below it."""
    inner = families.get(name, [])
    if not inner or not all(is_nested(marks[index]) for index in inner):
        return chosen, name
    for family, outer in families.items():
        numbers = [marks[index].number for index in outer]
        rising = len(outer) >= _FEWEST and numbers[0] == 1 and all(b == a + 1 for a, b in pairwise(numbers))
        if family == name or not rising or any(is_nested(marks[index]) for index in outer):
            continue
        above = [bisect_right(outer, index) for index in inner]
        if all(place and marks[outer[place - 1]].number == marks[index].number for place, index in zip(above, inner, strict=True)):
            return outer, family
    return chosen, name
