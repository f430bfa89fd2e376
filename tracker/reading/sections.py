"""One item's marks -> its sections, decisions and attachments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tracker.domain.minutes import AgendaItem, Attachment, Decision, Meeting, Section, SectionKind, Span
from tracker.reading.decisions import Heading, same_forum
from tracker.reading.items import Head
from tracker.reading.outcome import outcome_of
from tracker.reading.scan import Kind, Mark


@dataclass(frozen=True, slots=True)
class Context:
    """What every item of a text is read against."""

    text: str
    marks: list[Mark]
    meeting: Meeting
    agenda: bool = False


@dataclass(slots=True)
class _Part:
    kind: SectionKind
    heading: str
    start: int
    end: int
    decided: Heading | None = None
    hard: bool = False


@dataclass(slots=True)
class _Draft:
    parts: list[_Part] = field(default_factory=list)
    case: str = ""
    closed: bool = False


def read_item(context: Context, head: Head, end: int, stop: int) -> AgendaItem:
    """An item from its head to where the next one begins (`end`; `stop` is the index of that one's mark)."""
    text = context.text
    marks = context.marks[head.mark + 1 : stop]
    draft = _Draft(case=head.case, closed=head.closed)
    _split(context, head, end, [mark for mark in marks if mark.start >= head.body], draft)
    decisions = _decisions(context, draft.parts)
    sections = tuple(
        Section(part.kind, part.heading, _span(text, part.start, part.end)) for part in draft.parts if part.heading or part.hard
    )
    if not decisions and not any(part.hard for part in draft.parts):
        decisions = _guessed(context, draft.parts)
    return AgendaItem(
        number=head.number,
        title=" ".join(text[head.title[0] : head.title[1]].split()),
        span=_span(text, head.start, end),
        label=head.label,
        case_number=draft.case or None,
        closed=draft.closed,
        sections=sections,
        decisions=decisions,
        attachments=_attachments(text, draft.parts),
    )


def _split(context: Context, head: Head, end: int, marks: list[Mark], draft: _Draft) -> None:
    hard = any(mark.kind is Kind.HEADING and not mark.soft for mark in marks)
    part = _Part(SectionKind.OTHER, "", head.body, end)
    draft.parts.append(part)
    for mark in marks:
        if mark.kind is Kind.CASE and part.kind is SectionKind.OTHER and not part.heading:
            draft.case = draft.case or mark.case
            if not context.text[part.start : mark.start].strip():
                part.start = mark.end
        elif mark.kind is Kind.META and not context.text[part.start : mark.start].strip() and not part.hard:
            draft.closed = draft.closed or bool(mark.closed)
            part.start = mark.end
        elif mark.kind is Kind.HEADING and not mark.folded and mark.heading is None and part.kind is SectionKind.RECOMMENDATION:
            continue  # "Direktionen indstiller," below the heading Indstilling
        elif mark.kind is Kind.HEADING and (hard or not mark.soft):
            part.end = mark.start
            part = _Part(
                mark.section, context.text[mark.start : mark.end] if mark.folded else "", mark.body, end, mark.heading, hard=not mark.soft
            )
            if mark.section is SectionKind.DECISION and mark.heading:
                part.heading = context.text[mark.start : max(mark.body, mark.start)].strip(" :–-\n")
            draft.parts.append(part)
        elif mark.kind in (Kind.ATTENDANCE, Kind.FURNITURE) and (hard or mark.kind is Kind.FURNITURE or not mark.closed):
            part.end = mark.start
            kind = SectionKind.ATTENDANCE if mark.kind is Kind.ATTENDANCE else SectionKind.OTHER
            part = _Part(kind, context.text[mark.start : mark.end], mark.body, end)
            draft.parts.append(part)


def _span(text: str, start: int, end: int) -> Span:
    """The range without the blanks at its ends."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _decisions(context: Context, parts: list[_Part]) -> tuple[Decision, ...]:
    found = []
    past = False
    for part in parts:
        if part.kind is SectionKind.HISTORY:
            past = True
        elif part.kind is SectionKind.DECISION and past and not _ends_history(context.meeting, part.decided):
            part.kind = SectionKind.HISTORY
        elif part.hard:
            past = False
        if part.kind is SectionKind.DECISION:
            span = _span(context.text, part.start, part.end)
            if len(span):
                found.append(_decision(context, span, part.decided))
    return tuple(found)


def _ends_history(meeting: Meeting, heading: Heading | None) -> bool:
    """What stands under Historik is no decision of the item; only a heading of this very meeting ends it."""
    if heading is None or not heading.worded:
        return False
    own = heading.forum is None or same_forum(heading.forum, meeting.forum)
    return own and (heading.day is None or meeting.date is None or heading.day == meeting.date)


def _decision(context: Context, span: Span, heading: Heading | None) -> Decision:
    meeting = context.meeting
    forum = heading.forum if heading else None
    own = forum is None or meeting.forum is None or same_forum(forum, meeting.forum)
    day = (heading.day if heading else None) or meeting.date
    return Decision(span, outcome_of(span.of(context.text)), day, forum or meeting.forum, own=own)


def _guessed(context: Context, parts: list[_Part]) -> tuple[Decision, ...]:
    prose = next((part for part in parts if part.kind is SectionKind.OTHER), None)
    if prose is None or context.agenda:
        return ()
    span = _span(context.text, prose.start, prose.end)
    if not len(span):
        return ()
    return (Decision(span, outcome_of(span.of(context.text)), context.meeting.date, context.meeting.forum, guessed=True),)


_LINE = re.compile(r"[^\n]+")


def _attachments(text: str, parts: list[_Part]) -> tuple[Attachment, ...]:
    found = []
    for part in parts:
        if part.kind is SectionKind.ATTACHMENTS:
            for line in _LINE.finditer(text, part.start, part.end):
                span = _span(text, line.start(), line.end())
                if len(span):
                    found.append(Attachment(span.of(text).lstrip("-•*– "), span))
    return tuple(found)
