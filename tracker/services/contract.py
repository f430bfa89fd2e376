"""Domain values as the JSON other programs rely on: the one place that knows the field names of the machine-facing interface."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.domain.deadline import Deadline, TimeExpression
    from tracker.domain.followup import ActionItem, Extraction, FollowUp
    from tracker.domain.minutes import AgendaItem, Decision, Meeting, Minutes

Json = dict[str, Any]


def iso(value: date | None) -> str | None:
    """A day as YYYY-MM-DD."""
    return value.isoformat() if value else None


def deadline_json(deadline: Deadline | None) -> Json | None:
    """A deadline; the optional fields only where they say something."""
    if deadline is None:
        return None
    found: Json = {
        "text": deadline.text,
        "earliest": iso(deadline.earliest),
        "due": iso(deadline.due),
        "precision": str(deadline.precision),
        "anchor": deadline.anchor,
    }
    optional = {
        "anchor_forum": deadline.anchor_forum,
        "offset_days": deadline.offset_days,
        "further_dates": [iso(d) for d in deadline.further_dates] or None,
        "recurrence": deadline.recurrence,
        "time": deadline.time,
    }
    return found | {key: value for key, value in optional.items() if value is not None}


def time_expression_json(found: TimeExpression) -> Json:
    """A time expression of `tracker dates`: its deadline with where it stands; `past` only when it has gone by."""
    deadline = deadline_json(found.deadline) or {}
    place = {"text": deadline.pop("text"), "start": found.start, "end": found.end}
    return place | deadline | ({"past": True} if found.past else {})


def follow_up_json(follow_up: FollowUp) -> Json:
    """A follow-up or suggestion of `tracker extract`."""
    return {
        "item": follow_up.item,
        "decision_date": iso(follow_up.decision_date),
        "section": str(follow_up.section),
        "kind": str(follow_up.kind),
        "quote": follow_up.quote,
        "start": follow_up.span.start,
        "end": follow_up.span.end,
        "responsible": list(follow_up.responsible),
        "recipients": list(follow_up.recipients),
        "presenter": follow_up.presenter,
        "deadline": deadline_json(follow_up.deadline),
        "confidence": round(follow_up.confidence, 3),
        "rules": list(follow_up.rules),
    }


def meeting_json(meeting: Meeting) -> Json:
    """The head of the minutes."""
    return {
        "forum": meeting.forum,
        "date": iso(meeting.date),
        "start": _clock(meeting.start),
        "place": meeting.place,
        "next_meeting": iso(meeting.next_meeting),
        "attendees": [{"name": a.name, "title": a.title, "initials": a.initials, "present": a.present} for a in meeting.attendees],
    }


def _clock(value: time | None) -> str | None:
    return value.strftime("%H:%M") if value else None


def _decision_json(decision: Decision) -> Json:
    return {
        "date": iso(decision.date),
        "forum": decision.forum,
        "outcome": str(decision.outcome),
        "start": decision.span.start,
        "end": decision.span.end,
        "own": decision.own,
    }


def item_json(item: AgendaItem) -> Json:
    """An agenda item with its decisions in text order."""
    return {
        "number": item.number,
        "label": item.label,
        "title": item.title,
        "case_number": item.case_number,
        "closed": item.closed,
        "decisions": [_decision_json(d) for d in item.decisions],
        "attachments": [a.title for a in item.attachments],
    }


def document_json(minutes: Minutes, extraction: Extraction) -> Json:
    """One document of `tracker extract`."""
    return {
        "source": minutes.source.name,
        "meeting": meeting_json(minutes.meeting),
        "layout": minutes.layout,
        "layout_guessed": minutes.guessed,
        "agenda_only": minutes.agenda_only,
        "items": [item_json(i) for i in minutes.items],
        "follow_ups": [follow_up_json(f) for f in extraction.follow_ups],
        "suggestions": [follow_up_json(f) for f in extraction.suggestions],
    }


def instant(value: datetime | None) -> str | None:
    """A moment as ISO 8601 in UTC."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z") if value else None


def action_json(action: ActionItem) -> Json:
    """A tracked action item of `tracker list`."""
    return {
        "id": action.id,
        "uid": action.uid,
        "status": str(action.status),
        "reason": action.reason,
        "light": str(action.light) if action.light else None,
        "kind": str(action.kind),
        "text": action.text,
        "quote": action.quote,
        "responsible": list(action.responsible),
        "recipients": list(action.recipients),
        "deadline": deadline_json(action.deadline),
        "due": iso(action.due),
        "due_estimated": action.due_estimated,
        "forum": action.forum,
        "meeting_date": iso(action.meeting_date),
        "item": action.item,
        "item_title": action.item_title,
        "case_number": action.case_number,
        "source": action.source,
        "source_vanished": action.source_vanished,
        "confidence": round(action.confidence, 3),
        "rules": list(action.rules),
        "notes": action.notes,
        "history": action.history,
        "changed": instant(action.changed),
    }


def actions_json(actions: Sequence[ActionItem]) -> Json:
    """The whole answer of `tracker list --json`."""
    return {"actions": [action_json(a) for a in actions]}
