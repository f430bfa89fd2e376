"""Named queries of action items: load, and the one way a card is changed, with its history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from tracker.domain.followup import ActionItem, Change
from tracker.domain.tracking import Note
from tracker.errors import Conflict
from tracker.store import directory
from tracker.store.bulk import insert_rows, slices
from tracker.store.cards import ACTION, ACTION_PARTY, derived, display, links
from tracker.store.folding import key
from tracker.store.mapping import Row, action_from
from tracker.store.mapping_tracking import change_from, note_from
from tracker.store.steps import OpenStep, last_changer
from tracker.store.tables import ChangeRow, NoteRow, StepRow
from tracker.store.texts import names_from, names_text, to_json

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


def load(connection: Connection, ids: Iterable[int]) -> dict[int, Row]:
    """Whole rows by id; locked against other writers on PostgreSQL by the transaction's own lock."""
    found: dict[int, Row] = {}
    for part in slices(ids):
        found |= {row["id"]: row for row in connection.execute(select(ACTION).where(ACTION.c.id.in_(part))).mappings()}
    return found


def get(connection: Connection, ids: Iterable[int]) -> dict[int, ActionItem]:
    """Action items by id; those that are not there are left out."""
    return {id_: action_from(row) for id_, row in load(connection, ids).items()}


def current(row: Row, field: str) -> str | None:
    """A field's value as the history writes it."""
    if field in ROLES:
        return names_text(json.loads(row[field])) or None
    if field in _FLAGS:
        return "1" if row[field] else None
    value = row[_NUMBERS.get(field, field)]
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def as_found(connection: Connection, rows: Sequence[Row]) -> list[ActionItem]:
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


def change(step: OpenStep, row: Row, values: Mapping[str, str | None], *, by: str = "person") -> bool:
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


def _set_names(step: OpenStep, row: Row, field: str, names: Sequence[str], *, entered: bool) -> tuple[str, ...]:
    """Replace the parties of one role; returns the names to show."""
    known = directory.resolve(step.connection, names, row["forum_key"])
    parties = directory.party_ids(step.connection, known.values(), entered=entered)
    connection = step.connection
    connection.execute(delete(ACTION_PARTY).where(ACTION_PARTY.c.action_id == row["id"], ACTION_PARTY.c.role == ROLES[field]))
    insert_rows(connection, ACTION_PARTY, links(row["id"], names, ROLES[field], known, parties))
    return display(names, known)


def record(step: OpenStep, action: int, what: str, old: str | None, new: str | None) -> None:
    """An entry of the history that is no column of the card: a note, a tick, a proposal decided."""
    values = {"step_id": step.id, "action_id": action, "what": what, "old": old, "new": new, "edited": 0}
    step.connection.execute(insert(_change).values(values))


def touch(step: OpenStep, row: Row, **columns: Any) -> None:
    """Change columns that have no history of their own (counts, places in the text), and raise the version."""
    _write(step, row, columns)


def place(connection: Connection, id_: int, columns: Mapping[str, Any]) -> None:
    """Write where a card stands in its referat and why it was found: no change anybody sees, so neither version nor history."""
    connection.execute(update(ACTION).where(ACTION.c.id == id_).values(dict(columns)))


def _write(step: OpenStep, row: Row, columns: dict[str, Any]) -> None:
    """Update the row with what follows from the columns; its version rises."""
    after = dict(row) | columns
    columns |= derived(after)
    columns |= {"version": row["version"] + 1, "revision": step.id, "changed": step.moment}
    same = update(ACTION).where(ACTION.c.id == row["id"], ACTION.c.version == row["version"])
    if step.connection.execute(same.values(columns)).rowcount != 1:
        raise Conflict(id=row["id"], who=last_changer(step.connection, row["id"]))


def history(connection: Connection, action: int) -> tuple[Change, ...]:
    """A card's history, oldest first."""
    query = (
        select(_change, _step.c.who, _step.c.moment, _step.c.kind)
        .join(_step, _step.c.id == _change.c.step_id)
        .where(_change.c.action_id == action)
    )
    return tuple(change_from(row) for row in connection.execute(query.order_by(_change.c.id)).mappings())


def notes(connection: Connection, action: int) -> tuple[Note, ...]:
    """A card's remarks, oldest first."""
    query = select(_note).where(_note.c.action_id == action, _note.c.removed == 0).order_by(_note.c.id)
    return tuple(note_from(row) for row in connection.execute(query).mappings())


def add_note(step: OpenStep, row: Row, text: str) -> None:
    """Write a remark on a card."""
    values = {"action_id": row["id"], "text": text, "who": step.who, "moment": step.moment, "step_id": step.id, "removed": 0}
    step.connection.execute(insert(_note).values(values))
    touch(step, row, notes=row["notes"] + 1)
    record(step, row["id"], "note", None, text)


def mark_note(step: OpenStep, row: Row, written_in: int, *, removed: bool) -> None:
    """Take a remark back, or put it back: the one written in that step."""
    where = (_note.c.action_id == row["id"], _note.c.step_id == written_in)
    text = step.connection.execute(select(_note.c.text).where(*where)).scalar()
    step.connection.execute(update(_note).where(*where).values(removed=int(removed)))
    touch(step, row, notes=row["notes"] + (-1 if removed else 1))
    record(step, row["id"], "note", text if removed else None, None if removed else text)


def of_document(connection: Connection, document: int) -> list[Row]:
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


def _change_shown(step: OpenStep, row: Row, written: Mapping[str, str]) -> None:
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
