"""A text to search, with what the minutes say about it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.danish import find_times
from tracker.danish.verbs import Form, pick
from tracker.domain.deadline import Precision, TimeExpression
from tracker.domain.minutes import Outcome, SectionKind
from tracker.extraction.parties import Directory

Events = Mapping[str, tuple[tuple[date, date], ...]]
"""The municipality's own events by name, as `find_times` takes them."""


@dataclass(slots=True)
class Passage:
    """A text to search: `text[start:end]` read against `on`, with what the minutes say about it."""

    text: str
    start: int
    end: int
    on: date
    section: SectionKind = SectionKind.DECISION
    outcome: Outcome = Outcome.OTHER
    forum: str = ""
    directory: Directory = field(default_factory=Directory)
    events: Events | None = None


_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


def opens_clause(text: str, time: TimeExpression) -> bool:
    """Whether a vague time is rather the opening of a clause: "inden sæsonen | begynder den 1. juni"."""
    if time.deadline.due is not None or time.deadline.anchor or not time.text.casefold().startswith(("inden ", "før ", "efter ")):
        return False
    after = _NEXT_WORD.match(text, time.end)
    return after is not None and pick(after.group(1).casefold(), Form.PRESENT, Form.PASSIVE) is not None


def passage_times(text: str, start: int, end: int, on: date, events: Events | None = None) -> list[TimeExpression]:
    """The times of `text[start:end]` with places in the whole text."""

    found = find_times(text[start:end], on, events=events)
    if start:
        found = [TimeExpression(t.start + start, t.end + start, t.deadline, t.past, t.condition, t.rules) for t in found]
    return _same_days(text, list(found))


_NEAR = 300
"""Characters; a day told further away is not the one that "samme dag" speaks of."""


def _same_days(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """ "Mødet er den 13. november. Bo rydder op samme dag.": the day told last in this paragraph or the one before, else the meeting's."""
    for at, time in enumerate(times):
        if not time.text.casefold().startswith("samme dag"):
            continue
        before = at - 1
        while before >= 0 and not (times[before].deadline.precision is Precision.DAY and times[before].deadline.due):
            before = before - 1 if time.start - times[before].end < _NEAR else -1
        told = times[before] if before >= 0 else None
        if told is not None and time.start - told.end < _NEAR and text.count("\n\n", told.end, time.start) < 2:
            deadline = dataclasses.replace(told.deadline, text=time.deadline.text)
            times[at] = dataclasses.replace(time, deadline=deadline, past=told.past)
    return times
