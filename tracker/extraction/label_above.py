"""Labels on a line of their own, below more than the task they belong to."""

from __future__ import annotations

from tracker.danish.sentences import Sentence as Cut
from tracker.domain.followup import Kind
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find, Sentence

_LINES = 12
_CHARACTERS = 500
"""How far a task may stand above its label, with what is told of it between."""


def task_above(text: str, cut: Cut, finds: list[Find], last: list[Find], nominal: Sentence | None, *, day: bool = False) -> Find | None:
    """The task a label far below it completes, where the sentence right above asks for nothing: "Der laves en plan. Den tager
    udgangspunkt i to trin.", and on a line of its own "Ansvarlig: Bo". None where the label belongs to what stands right above.

    `day`: the label tells by when, not who.
    """
    alone = text[: cut.start].rstrip(" \t*_")[-1:] == "\n"
    asks = bool(last) and (not last[0].optional or bool(last[0].responsible))
    names = not last and nominal is not None and not nominal.clauses  # "Nye pærer i opgangen": work told by its noun
    if not alone or asks or names:
        return None
    start = last[0].start if last else cut.start
    before = next((find for find in reversed(finds) if find.start < start), None)
    if before is None or before.optional or before.kind is not Kind.TASK or (has_day(before.times) if day else before.responsible):
        return None
    near = start - before.end < _CHARACTERS and text.count("\n", before.end, start) <= _LINES
    return before if near else None
