"""Lists that stand further in than the items they belong to: what a web page makes of lists inside a list."""

from __future__ import annotations

from tracker.reading.marks import Kind, Mark

_FAMILIES = ("dot", "paren")
_FEWEST = 2
_DEEPEST = 40  # blanks in front of a number


def drop_indented(text: str, marks: list[Mark]) -> None:
    """Take the numbers of such lists out of the marks: they are points of items, and neither items nor an agenda.

    Told by numbers furthest left that count on from 1 by themselves, and others, further in, that begin anew at 1.
    """
    for family in _FAMILIES:
        numbers = [mark for mark in marks if mark.kind is Kind.NUMBER and mark.family == family]
        indents = {id(mark): indent(text, mark.start) for mark in numbers}
        least = min(indents.values(), default=0)
        outer = [mark.number for mark in numbers if indents[id(mark)] == least]
        inner = [mark for mark in numbers if indents[id(mark)] > least]
        led = bool(numbers) and indents[id(numbers[0])] == least  # an agenda may stand further in than what takes it up
        if led and len(outer) >= _FEWEST and outer == list(range(1, len(outer) + 1)) and inner and inner[0].number == 1:
            _drop(marks, {id(mark) for mark in inner})


def indent(text: str, at: int) -> int:
    """How many characters stand between the beginning of a line and a place on it."""
    before = text[max(0, at - _DEEPEST) : at]
    return len(before) - before.rfind("\n") - 1


def _drop(marks: list[Mark], inner: set[int]) -> None:
    """The marks without some, which are plain lines to the marks behind them."""
    kept: list[Mark] = []
    plain = 0
    for mark in marks:
        if id(mark) in inner:
            plain += mark.plain + 1
        else:
            mark.plain, plain = mark.plain + plain, 0
            kept.append(mark)
    marks[:] = kept
