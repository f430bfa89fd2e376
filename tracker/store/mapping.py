"""Rows to domain values and back: the one file that knows both. Small values travel as JSON text, moments as ISO 8601 UTC."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import lru_cache
from typing import Any

from tracker.domain.deadline import Deadline, Precision
from tracker.domain.followup import ActionItem, Change, Evidence, FollowUp, Kind, Light, Signal, Status
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
from tracker.domain.tracking import Feed, Note, Proposal, ProposalKind, ProposalState
from tracker.store.texts import moment_from, to_json

Row = Mapping[Any, Any]
"""A row by column name."""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# deadlines


def deadline_text(deadline: Deadline | None) -> str | None:
    """A deadline as JSON text; fields at their default are left out."""
    if deadline is None:
        return None
    fields = {
        "text": deadline.text,
        "earliest": deadline.earliest and deadline.earliest.isoformat(),
        "due": deadline.due and deadline.due.isoformat(),
        "precision": str(deadline.precision),
        "anchor": deadline.anchor,
        "anchor_forum": deadline.anchor_forum,
        "offset_days": deadline.offset_days,
        "further_dates": [d.isoformat() for d in deadline.further_dates],
        "recurrence": deadline.recurrence,
        "time": deadline.time,
    }
    return to_json({name: value for name, value in fields.items() if value not in (None, [])})


@lru_cache(4096)
def deadline_from(text: str | None) -> Deadline | None:
    """The deadline a JSON text means."""
    if text is None:
        return None
    fields = json.loads(text)
    return Deadline(
        text=fields["text"],
        earliest=_day(fields.get("earliest")),
        due=_day(fields.get("due")),
        precision=Precision(fields["precision"]),
        anchor=fields.get("anchor"),
        anchor_forum=fields.get("anchor_forum"),
        offset_days=fields.get("offset_days"),
        further_dates=tuple(date.fromisoformat(d) for d in fields.get("further_dates", ())),
        recurrence=fields.get("recurrence"),
        time=fields.get("time"),
    )


# action items


@lru_cache(4096)
def _words(text: str) -> tuple[str, ...]:
    """A list of texts; the same few recur in every list of cards."""
    return tuple(json.loads(text))


def action_from(row: Row) -> ActionItem:
    """An action item from its row."""
    return ActionItem(
        id=row["id"],
        uid=row["uid"],
        status=Status(row["status"]),
        kind=Kind(row["kind"]),
        text=row["text"],
        quote=row["quote"],
        responsible=_words(row["responsible"]),
        recipients=_words(row["recipients"]),
        deadline=deadline_from(row["deadline"]),
        due=row["due"],
        due_estimated=bool(row["due_estimated"]),
        light=Light(row["light"]) if row["light"] else None,
        reason=row["reason"],
        forum=row["forum"],
        meeting_date=row["meeting_date"],
        item=row["item"],
        item_title=row["item_title"],
        case_number=row["case_number"],
        closed=bool(row["closed"]),
        source=row["source"],
        source_vanished=bool(row["vanished"]),
        confidence=row["confidence"],
        rules=_words(row["rules"]),
        presenter=row["presenter"],
        notes=row["notes"],
        history=bool(row["history"]),
        version=row["version"],
        created=moment_from(row["created"]),
        changed=moment_from(row["changed"]),
    )


CARD = (
    *("id", "uid", "status", "kind", "text", "quote", "responsible", "recipients", "deadline", "due", "due_estimated", "light", "reason"),
    *("forum", "meeting_date", "item", "item_title", "case_number", "closed", "source", "vanished", "confidence", "rules", "presenter"),
    *("notes", "history", "version", "created", "changed"),
)
"""The columns `action_from` reads."""


def plain_action_from(values: Sequence[Any]) -> ActionItem:
    """An action item from its columns `CARD` as SQLite holds them: days are text there."""
    row = dict(zip(CARD, values, strict=True))
    row["due"], row["meeting_date"] = _day(row["due"]), _day(row["meeting_date"])
    return action_from(row)


def why_text(follow_up: FollowUp) -> str:
    """Why a card was found, for the explanation: signals, clauses of the guide, evidence."""
    return to_json(
        {
            "signals": [[s.name, s.weight] for s in follow_up.signals],
            "clauses": list(follow_up.clauses),
            "evidence": [[e.role, e.span.start, e.span.end] for e in follow_up.evidence],
        }
    )


def why_from(text: str) -> tuple[tuple[Signal, ...], tuple[str, ...], tuple[Evidence, ...]]:
    """Signals, clauses and evidence of a card."""
    fields = json.loads(text) if text else {}
    return (
        tuple(Signal(name, weight) for name, weight in fields.get("signals", ())),
        tuple(fields.get("clauses", ())),
        tuple(Evidence(role, Span(start, end)) for role, start, end in fields.get("evidence", ())),
    )


def change_from(row: Row) -> Change:
    """An entry of the history; the row is joined with its step. What an import changed is told from what the person did."""
    who = row["who"] if row["kind"] in ("change", "undo", "redo") else f"{row['who']} (import)"
    return Change(what=row["what"], old=row["old"], new=row["new"], who=who, when=moment_from(row["moment"]))


def note_from(row: Row) -> Note:
    """A remark."""
    return Note(row["id"], row["text"], row["who"], moment_from(row["moment"]))


def proposal_from(row: Row) -> Proposal:
    """Something noticed about a card."""
    return Proposal(
        id=row["id"],
        action=row["action_id"],
        kind=ProposalKind(row["kind"]),
        why=row["why"],
        evidence=row["evidence"],
        forum=row["forum"],
        meeting_date=row["meeting_date"],
        item=row["item"],
        item_title=row["item_title"],
        outcome=row["outcome"],
        source=row["source"],
        other=row["other_id"],
        state=ProposalState(row["state"]),
        score=row["score"],
    )


def feed_from(row: Row) -> Feed:
    """A calendar address."""
    return Feed(
        id=row["id"],
        kind=row["kind"],
        key=row["key"],
        label=row["label"],
        generation=row["generation"],
        revoked=bool(row["revoked"]),
        options=tuple(sorted(json.loads(row["options"]).items())),
        created=moment_from(row["created"]),
    )


# minutes


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
        date=_day(fields["date"]),
        start=time.fromisoformat(fields["start"]) if fields["start"] else None,
        place=fields["place"],
        attendees=tuple(Attendee(*a) for a in fields["attendees"]),
        next_meeting=_day(fields["next_meeting"]),
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
