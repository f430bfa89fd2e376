"""Cards as they enter the store, and what follows from their columns: what lists are filtered, sorted and searched by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table

from tracker.domain.followup import ActionItem, FollowUp
from tracker.domain.minutes import SectionKind, Span
from tracker.store import directory
from tracker.store.bulk import insert_rows, reserve_ids
from tracker.store.folding import fingerprint, key, searchable, sort_key, words
from tracker.store.mapping import Row, deadline_text
from tracker.store.mapping_tracking import why_text
from tracker.store.matters import matter
from tracker.store.schema import NO_DAY
from tracker.store.steps import OpenStep
from tracker.store.tables import ActionPartyRow, ActionRow
from tracker.store.texts import to_json

ACTION: Table = ActionRow.__table__  # type: ignore[attr-defined]
ACTION_PARTY: Table = ActionPartyRow.__table__  # type: ignore[attr-defined]
_NOBODY = "~"
"""Sorts after every name."""


@dataclass(frozen=True, slots=True)
class NewCard:
    """A card to be stored. `action.responsible` and `.recipients` are names as written; id, version and moments are given here."""

    action: ActionItem
    decision_date: date | None = None
    section: SectionKind = SectionKind.OTHER
    span: Span | None = None
    document: int | None = None
    due_key: str | None = None
    found: FollowUp | None = None


def quote_key(quote: str) -> int:
    """A number for the words of a quote, whatever its punctuation and case."""
    return fingerprint(" ".join(words(quote)))


def insert_cards(step: OpenStep, cards: Sequence[NewCard]) -> list[int]:
    """Store cards, with their parties; returns their ids in order."""
    ids = reserve_ids(step.connection, ACTION, len(cards))
    joined = _resolve_all(step.connection, cards)
    parties = directory.party_ids(step.connection, {k.key: k for known in joined.values() for k in known.values()}.values())
    rows = [_new_row(step, id_, card, joined[key(card.action.forum or "")]) for id_, card in zip(ids, cards, strict=True)]
    insert_rows(step.connection, ACTION, rows)
    rows_of_names = []
    for id_, card in zip(ids, cards, strict=True):
        known = joined[key(card.action.forum or "")]
        rows_of_names += links(id_, card.action.responsible, "responsible", known, parties)
        rows_of_names += links(id_, card.action.recipients, "recipient", known, parties)
    insert_rows(step.connection, ACTION_PARTY, rows_of_names)
    return ids


def _resolve_all(connection: Connection, cards: Iterable[NewCard]) -> dict[str, dict[str, directory.Known]]:
    names: dict[str, set[str]] = {}
    for card in cards:
        names.setdefault(key(card.action.forum or ""), set()).update(card.action.responsible, card.action.recipients)
    return {forum: directory.resolve(connection, sorted(written), forum) if written else {} for forum, written in names.items()}


def display(names: Iterable[str], known: Mapping[str, directory.Known]) -> tuple[str, ...]:
    """Written names as they are shown."""
    return tuple(dict.fromkeys(known[key(n)].name for n in names if key(n)))


def links(
    action: int, names: Iterable[str], role: str, known: Mapping[str, directory.Known], parties: Mapping[str, int]
) -> list[dict[str, Any]]:
    """The rows that join a card with its parties in one role."""
    unique = dict.fromkeys(n for n in names if key(n))
    return [
        {
            "action_id": action,
            "role": role,
            "position": position,
            "party_id": parties[known[key(name)].key],
            "written": name,
            "written_key": key(name),
        }
        for position, name in enumerate(unique)
    ]


def _new_row(step: OpenStep, id_: int, card: NewCard, known: Mapping[str, directory.Known]) -> dict[str, Any]:
    action = card.action
    row: dict[str, Any] = {
        "id": id_,
        "uid": action.uid,
        "status": str(action.status),
        "reason": action.reason,
        "light": action.light and str(action.light),
        "kind": str(action.kind),
        "text": action.text,
        "quote": action.quote,
        "deadline": deadline_text(action.deadline),
        "due": action.due,
        "due_estimated": int(action.due_estimated),
        "due_key": card.due_key,
        "responsible": to_json(display(action.responsible, known)),
        "recipients": to_json(display(action.recipients, known)),
        "presenter": action.presenter,
        "forum": action.forum,
        "forum_key": key(action.forum or ""),
        "meeting_date": action.meeting_date,
        "decision_date": card.decision_date,
        "section": str(card.section),
        "item": action.item,
        "item_title": action.item_title,
        "case_number": action.case_number,
        "closed": int(action.closed),
        "source": action.source,
        "document_id": card.document,
        "start": card.span.start if card.span else None,
        "end": card.span.end if card.span else None,
        "vanished": 0,
        "confidence": action.confidence,
        "rules": to_json(action.rules),
        "why": why_text(card.found) if card.found else "",
        "found": None,
        "notes": 0,
        "history": int(action.history),
        "returned": 0,
        "merged_into": None,
        "version": 1,
        "revision": step.id,
        "created": step.moment,
        "changed": step.moment,
    }
    return row | derived(row)


def derived(row: Row) -> dict[str, Any]:
    """The columns that follow from the others: what lists are filtered, sorted and searched by."""
    responsible = json.loads(row["responsible"])
    title_key, title_word = matter(row["item_title"])
    return {
        "due_sort": row["due"] or NO_DAY,
        "active": int(row["status"] in ("open", "review") and not row["history"]),
        "unassigned": int(not responsible),
        "text_key": sort_key(row["text"]),
        "responsible_key": sort_key(responsible[0]) if responsible else _NOBODY,
        "title_key": title_key,
        "title_word": title_word,
        "case_key": key(row["case_number"]) if row["case_number"] else None,
        "quote_key": quote_key(row["quote"] or row["text"]),
        "search": searchable(
            row["text"], row["quote"], row["item_title"], row["case_number"], row["forum"], *responsible, *json.loads(row["recipients"])
        ),
    }
