"""Rows to domain values and back: minutes, with their meeting, items and decisions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import time
from typing import Any

from tracker.domain.minutes import (
    AgendaItem,
    Attachment,
    Attendee,
    Decision,
    Meeting,
    Outcome,
    PageMark,
    Section,
    SectionKind,
    SourceText,
    Span,
)
from tracker.store.mapping import Row, day_from
from tracker.store.texts import to_json


def meeting_text(meeting: Meeting) -> str:
    """The head of a referat as JSON text."""
    return to_json(
        {
            "forum": meeting.forum,
            "date": meeting.date and meeting.date.isoformat(),
            "start": meeting.start and meeting.start.isoformat("minutes"),
            "place": meeting.place,
            "next_meeting": meeting.next_meeting and meeting.next_meeting.isoformat(),
            "attendees": [[a.name, a.title, a.initials, a.present] for a in meeting.attendees],
        }
    )


def meeting_from(text: str) -> Meeting:
    """The head of a referat."""
    fields = json.loads(text)
    return Meeting(
        forum=fields["forum"],
        date=day_from(fields["date"]),
        start=time.fromisoformat(fields["start"]) if fields["start"] else None,
        place=fields["place"],
        attendees=tuple(Attendee(*a) for a in fields["attendees"]),
        next_meeting=day_from(fields["next_meeting"]),
    )


def meeting_row_from(row: Row) -> Meeting:
    """A meeting from the table of meetings, without its attendees."""
    start = time.fromisoformat(row["start"]) if row["start"] else None
    return Meeting(forum=row["forum"], date=row["day"], start=start, place=row["place"], next_meeting=row["next_meeting"])


def source_text(source: SourceText) -> dict[str, Any]:
    """The columns of a text as read."""
    return {"text": source.text, "format": source.format, "pages": to_json([[p.start, p.page] for p in source.pages])}


def source_from(row: Row) -> SourceText:
    """The text as read."""
    pages = tuple(PageMark(start, page) for start, page in json.loads(row["pages"]))
    return SourceText(name=row["source"], text=row["text"], format=row["format"], pages=pages)


def item_row(item: AgendaItem) -> dict[str, Any]:
    """The columns of an agenda item that stand in it."""
    return {
        "number": item.number,
        "label": item.label,
        "title": item.title,
        "case_number": item.case_number,
        "closed": int(item.closed),
        "start": item.span.start,
        "end": item.span.end,
        "sections": to_json([[str(s.kind), s.heading, s.span.start, s.span.end] for s in item.sections]),
        "attachments": to_json([[a.title, a.span.start, a.span.end] for a in item.attachments]),
    }


def item_from(row: Row, decisions: Sequence[Row]) -> AgendaItem:
    """An agenda item with its decisions."""
    return AgendaItem(
        number=row["number"],
        title=row["title"],
        span=Span(row["start"], row["end"]),
        label=row["label"],
        case_number=row["case_number"],
        closed=bool(row["closed"]),
        sections=tuple(Section(SectionKind(k), heading, Span(start, end)) for k, heading, start, end in json.loads(row["sections"])),
        decisions=tuple(decision_from(d) for d in decisions),
        attachments=tuple(Attachment(title, Span(start, end)) for title, start, end in json.loads(row["attachments"])),
    )


def decision_row(decision: Decision) -> dict[str, Any]:
    """The columns of a decision."""
    return {
        "start": decision.span.start,
        "end": decision.span.end,
        "outcome": str(decision.outcome),
        "day": decision.date,
        "forum": decision.forum,
        "own": int(decision.own),
        "guessed": int(decision.guessed),
    }


def decision_from(row: Row) -> Decision:
    """A decision."""
    return Decision(
        span=Span(row["start"], row["end"]),
        outcome=Outcome(row["outcome"]),
        date=row["day"],
        forum=row["forum"],
        own=bool(row["own"]),
        guessed=bool(row["guessed"]),
    )
