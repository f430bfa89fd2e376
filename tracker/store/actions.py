"""Named queries of action items: insert, load, and the one way a card is changed, with its history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.engine import RowMapping

from tracker.domain.followup import ActionItem, Change, FollowUp
from tracker.domain.minutes import SectionKind, Span
from tracker.domain.tracking import Note
from tracker.errors import Conflict
from tracker.store import directory
from tracker.store.bulk import insert_rows, reserve_ids, slices
from tracker.store.folding import fingerprint, key, searchable, sort_key
from tracker.store.mapping import action_from, change_from, deadline_text, names_from, names_text, note_from, to_json, why_text
from tracker.store.matters import matter
from tracker.store.steps import OpenStep, last_changer
from tracker.store.tables import NO_DAY, ActionPartyRow, ActionRow, ChangeRow, NoteRow, StepRow

ACTION: Table = ActionRow.__table__  # type: ignore[attr-defined]
_party: Table = ActionPartyRow.__table__  # type: ignore[attr-defined]
_change: Table = ChangeRow.__table__  # type: ignore[attr-defined]
_note: Table = NoteRow.__table__  # type: ignore[attr-defined]
_step: Table = StepRow.__table__  # type: ignore[attr-defined]

ROLES = {"responsible": "responsible", "recipients": "recipient"}
EXTRACTED = frozenset({"text", "kind", "responsible", "recipients", "due", "due_estimated", "deadline"})
"""Fields that come from a referat and that a person may correct: once corrected, a re-import leaves them."""
_FLAGS = frozenset({"history", "vanished", "closed", "due_estimated", "returned"})
_DAYS = frozenset({"due", "meeting_date", "decision_date"})
_NUMBERS = {"item": "item", "merged": "merged_into"}
FIELDS = EXTRACTED | {"status", "reason", "light", "history", "merged"}
"""Fields a person's step may change, and undo set back."""
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
    return fingerprint(key(quote))


def insert_cards(step: OpenStep, cards: Sequence[NewCard]) -> list[int]:
    """Store cards, with their parties; returns their ids in order."""
    ids = reserve_ids(step.connection, ACTION, len(cards))
    joined = _resolve_all(step.connection, cards)
    parties = directory.party_ids(step.connection, {k.key: k for known in joined.values() for k in known.values()}.values())
    rows = [_new_row(step, id_, card, joined[key(card.action.forum or "")]) for id_, card in zip(ids, cards, strict=True)]
    insert_rows(step.connection, ACTION, rows)
    links = []
    for id_, card in zip(ids, cards, strict=True):
        known = joined[key(card.action.forum or "")]
        links += _links(id_, card.action.responsible, "responsible", known, parties)
        links += _links(id_, card.action.recipients, "recipient", known, parties)
    insert_rows(step.connection, _party, links)
    return ids


def _resolve_all(connection: Connection, cards: Iterable[NewCard]) -> dict[str, dict[str, directory.Known]]:
    names: dict[str, set[str]] = {}
    for card in cards:
        names.setdefault(key(card.action.forum or ""), set()).update(card.action.responsible, card.action.recipients)
    return {forum: directory.resolve(connection, sorted(written), forum) if written else {} for forum, written in names.items()}


def _display(names: Iterable[str], known: Mapping[str, directory.Known]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(known[key(n)].name for n in names if key(n)))


def _links(
    action: int, names: Iterable[str], role: str, known: Mapping[str, directory.Known], parties: Mapping[str, int]
) -> list[dict[str, Any]]:
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
        "responsible": to_json(_display(action.responsible, known)),
        "recipients": to_json(_display(action.recipients, known)),
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


def derived(row: Mapping[str, Any]) -> dict[str, Any]:
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


def load(connection: Connection, ids: Iterable[int]) -> dict[int, RowMapping]:
    """Whole rows by id; locked against other writers on PostgreSQL by the transaction's own lock."""
    found: dict[int, RowMapping] = {}
    for part in slices(ids):
        found |= {row["id"]: row for row in connection.execute(select(ACTION).where(ACTION.c.id.in_(part))).mappings()}
    return found


def get(connection: Connection, ids: Iterable[int]) -> dict[int, ActionItem]:
    """Action items by id; those that are not there are left out."""
    return {id_: action_from(row) for id_, row in load(connection, ids).items()}


def current(row: Mapping[str, Any], field: str) -> str | None:
    """A field's value as the history writes it."""
    if field in ROLES:
        return names_text(json.loads(row[field])) or None
    if field in _FLAGS:
        return "1" if row[field] else None
    value = row[_NUMBERS.get(field, field)]
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def as_found(connection: Connection, rows: Sequence[RowMapping]) -> list[ActionItem]:
    """Cards as their referat has them: what people corrected set back, names as written."""
    written = directory.written_of(connection, [row["id"] for row in rows])
    cards = []
    for row in rows:
        found = json.loads(row["found"]) if row["found"] else {}
        names = {f: names_from(found[f]) if f in found else tuple(written.get(row["id"], {}).get(role, ())) for f, role in ROLES.items()}
        columns: dict[str, Any] = {}
        for field, value in found.items():
            if field not in ROLES:
                columns |= _column(field, value)
        cards.append(replace(action_from(dict(row) | columns), **names))  # type: ignore[arg-type]
    return cards


def _column(field: str, value: str | None) -> dict[str, Any]:
    if field == "forum":
        return {"forum": value, "forum_key": key(value or "")}
    if field in _FLAGS:
        return {field: int(bool(value))}
    if field in _DAYS:
        return {field: date.fromisoformat(value) if value else None}
    if field in _NUMBERS:
        return {_NUMBERS[field]: int(value) if value else None}
    return {field: value}


def change(step: OpenStep, row: RowMapping, values: Mapping[str, str | None], *, by: str = "person") -> bool:
    """Change fields of a card, with history. Returns whether anything changed.

    `by` is "person" (the value is kept at re-import from now on), "source" (a re-import or better knowledge: fields a person has
    corrected keep their value, the source's is remembered), or "undo" (a field that was the source's follows the source again).
    Raises Conflict when the row is no longer the one that was loaded.
    """
    found: dict[str, str | None] = json.loads(row["found"]) if row["found"] else {}
    before = dict(found)
    written = directory.written_of(step.connection, [row["id"]]).get(row["id"], {}) if ROLES.keys() & values.keys() else {}
    columns: dict[str, Any] = {}
    entries: list[dict[str, Any]] = []
    for field, value in values.items():
        edited = int(field in found)
        if by == "source" and field in found:
            found[field] = value
            continue
        wanted = found.pop(field) if by == "undo" and field in found else value
        old = current(row, field)
        if by == "person" and field in EXTRACTED and field not in found and old != wanted:
            found[field] = names_text(written.get(ROLES[field], ())) if field in ROLES else old
        if field in ROLES:
            shown = _set_names(step, row, field, names_from(wanted), entered=by == "person")
            columns[field], wanted = to_json(shown), names_text(shown) or None
        else:
            columns |= _column(field, wanted)
        if old != wanted:
            entries.append({"step_id": step.id, "action_id": row["id"], "what": field, "old": old, "new": wanted, "edited": edited})
    if not entries and found == before:
        return False
    columns["found"] = to_json(found) if found else None
    _write(step, row, columns)
    insert_rows(step.connection, _change, entries)
    return bool(entries)


def _set_names(step: OpenStep, row: RowMapping, field: str, names: Sequence[str], *, entered: bool) -> tuple[str, ...]:
    """Replace the parties of one role; returns the names to show."""
    known = directory.resolve(step.connection, names, row["forum_key"])
    parties = directory.party_ids(step.connection, known.values(), entered=entered)
    connection = step.connection
    connection.execute(delete(_party).where(_party.c.action_id == row["id"], _party.c.role == ROLES[field]))
    insert_rows(connection, _party, _links(row["id"], names, ROLES[field], known, parties))
    return _display(names, known)


def record(step: OpenStep, action: int, what: str, old: str | None, new: str | None) -> None:
    """An entry of the history that is no column of the card: a note, a tick, a proposal decided."""
    values = {"step_id": step.id, "action_id": action, "what": what, "old": old, "new": new, "edited": 0}
    step.connection.execute(insert(_change).values(values))


def touch(step: OpenStep, row: RowMapping, **columns: Any) -> None:
    """Change columns that have no history of their own (counts, places in the text), and raise the version."""
    _write(step, row, columns)


def place(connection: Connection, id_: int, columns: Mapping[str, Any]) -> None:
    """Write where a card stands in its referat and why it was found: no change anybody sees, so neither version nor history."""
    connection.execute(update(ACTION).where(ACTION.c.id == id_).values(dict(columns)))


def _write(step: OpenStep, row: RowMapping, columns: dict[str, Any]) -> None:
    """Update the row with what follows from the columns; its version rises."""
    after = dict(row) | columns
    columns |= derived(after)
    columns |= {"version": row["version"] + 1, "revision": step.id, "changed": step.moment}
    same = update(ACTION).where(ACTION.c.id == row["id"], ACTION.c.version == row["version"])
    if step.connection.execute(same.values(columns)).rowcount != 1:
        raise Conflict(id=row["id"], who=last_changer(step.connection, row["id"]))


def history(connection: Connection, action: int) -> tuple[Change, ...]:
    """A card's history, oldest first."""
    query = select(_change, _step.c.who, _step.c.moment).join(_step, _step.c.id == _change.c.step_id).where(_change.c.action_id == action)
    return tuple(change_from(row) for row in connection.execute(query.order_by(_change.c.id)).mappings())


def notes(connection: Connection, action: int) -> tuple[Note, ...]:
    """A card's remarks, oldest first."""
    query = select(_note).where(_note.c.action_id == action, _note.c.removed == 0).order_by(_note.c.id)
    return tuple(note_from(row) for row in connection.execute(query).mappings())


def add_note(step: OpenStep, row: RowMapping, text: str) -> None:
    """Write a remark on a card."""
    values = {"action_id": row["id"], "text": text, "who": step.who, "moment": step.moment, "step_id": step.id, "removed": 0}
    step.connection.execute(insert(_note).values(values))
    touch(step, row, notes=row["notes"] + 1)
    record(step, row["id"], "note", None, text)


def mark_note(step: OpenStep, row: RowMapping, written_in: int, *, removed: bool) -> None:
    """Take a remark back, or put it back: the one written in that step."""
    where = (_note.c.action_id == row["id"], _note.c.step_id == written_in)
    text = step.connection.execute(select(_note.c.text).where(*where)).scalar()
    step.connection.execute(update(_note).where(*where).values(removed=int(removed)))
    touch(step, row, notes=row["notes"] + (-1 if removed else 1))
    record(step, row["id"], "note", text if removed else None, None if removed else text)


def of_document(connection: Connection, document: int) -> list[RowMapping]:
    """All cards that come from a referat, the vanished included, in text order."""
    query = select(ACTION).where(ACTION.c.document_id == document).order_by(ACTION.c.start, ACTION.c.id)
    return list(connection.execute(query).mappings())


def rejoin(step: OpenStep, ids: Iterable[int]) -> None:
    """Resolve the written names of these cards anew, after the directory has learnt something."""
    rows = load(step.connection, ids)
    for id_, written in directory.written_of(step.connection, rows).items():
        row = rows[id_]
        values = {f: names_text(written[role]) for f, role in ROLES.items() if role in written}
        _change_shown(step, row, values)


def _change_shown(step: OpenStep, row: RowMapping, written: Mapping[str, str]) -> None:
    """Show names as the directory now knows them; what a person has entered stays entered."""
    columns: dict[str, Any] = {}
    entries = []
    for field, names in written.items():
        old = current(row, field)
        shown = _set_names(step, row, field, names_from(names), entered=False)
        columns[field] = to_json(shown)
        new = names_text(shown) or None
        if old != new:
            entries.append({"step_id": step.id, "action_id": row["id"], "what": field, "old": old, "new": new, "edited": 0})
    if entries:
        _write(step, row, columns)
        insert_rows(step.connection, _change, entries)
