"""The parts of an item, and which of the decisions among them are this meeting's own."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.minutes import Meeting, SectionKind
from tracker.reading.decisions import Heading, same_forum
from tracker.reading.marks import Mark


@dataclass(frozen=True, slots=True)
class Context:
    """What every item of a text is read against."""

    text: str
    marks: list[Mark]
    meeting: Meeting
    prose: bool = False
    """Whether the minutes have no decision headings at all: then everything under an item is its decision text."""
    agenda: bool = False
    """Whether the text is an agenda: then prose under an item is no decision."""
    headings: frozenset[str] = frozenset()
    """Ordinary words ("økonomi") these minutes use as headings outside decisions: only those end a decision."""


@dataclass(slots=True)
class Part:
    """A stretch of an item under one heading; `hard`: under an unmistakable one."""

    kind: SectionKind
    heading: str
    start: int
    end: int
    decided: Heading | None = None
    hard: bool = False
    counted: bool = False
    """Whether its points are counted within it: "4.1", "4.2"."""


def mark_history(context: Context, parts: list[Part]) -> None:
    """What stands under Historik is no decision of the item; another body's under its own dated line is one (GUIDE.md, "Where to look")."""
    _mark_talk(parts)
    past, style = False, None
    for index, part in enumerate(parts):
        if part.kind is SectionKind.HISTORY:
            past, style = True, None
            continue
        if part.kind is not SectionKind.DECISION:
            past = past and not part.hard
            continue
        worded = part.decided is None or part.decided.worded
        if past:
            empty = not context.text[parts[index - 1].start : parts[index - 1].end].strip()
            style = worded if style is None and empty and parts[index - 1].kind is SectionKind.HISTORY else style
            past = not (
                _is_todays(context.meeting, part.decided) or (worded and style is not True and is_own(context.meeting, part.decided))
            )
        if past:
            part.kind = SectionKind.HISTORY


def _mark_talk(parts: list[Part]) -> None:
    """What stands under "Referat" is how they talked where a "Konklusion" of the same item says what came of it."""
    concluded = False
    for part in reversed(parts):
        if part.kind is not SectionKind.DECISION or not part.hard:
            continue
        heading = part.heading.lower()
        of_its_own = part.decided is None or (part.decided.day is None and part.decided.forum is None)
        if concluded and of_its_own and heading.startswith("referat"):
            part.kind = SectionKind.PRESENTATION
        concluded = concluded or heading.startswith(_CONCLUDING)


_CONCLUDING = ("konklusion", "beslutning", "afgørelse", "vedtagelse")


def is_own(meeting: Meeting, heading: Heading | None) -> bool:
    """Whether a decision under such a heading is the meeting's own: it names no other body."""
    return heading is None or heading.forum is None or meeting.forum is None or same_forum(heading.forum, meeting.forum)


def _is_todays(meeting: Meeting, heading: Heading | None) -> bool:
    """A heading with a word for decision that names no other body and no other day."""
    if heading is None or not heading.worded:
        return heading is None
    return is_own(meeting, heading) and (heading.day is None or meeting.date is None or heading.day == meeting.date)
