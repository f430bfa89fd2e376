"""Rows of cards to domain values and back; `mapping_tracking` and `mapping_minutes` do it for what stands beside and behind a card.

Nothing else in the program knows both rows and values. Small values travel as JSON text, moments as ISO 8601 UTC.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from tracker.domain.deadline import Deadline, Precision
from tracker.domain.followup import ActionItem, Kind, Light, Status
from tracker.store.texts import moment_from, to_json

Row = Mapping[Any, Any]
"""A row by column name."""


def day_from(text: str | None) -> date | None:
    """A stored day."""
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
        earliest=day_from(fields.get("earliest")),
        due=day_from(fields.get("due")),
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
    row["due"], row["meeting_date"] = day_from(row["due"]), day_from(row["meeting_date"])
    return action_from(row)
