"""Steps: every writing transaction is one. They carry who and when, are what undo and redo move over, and count revisions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from tracker.domain.tracking import Step
from tracker.store.bulk import inserted
from tracker.store.tables import ChangeRow, StepRow
from tracker.store.texts import moment_from, moment_text

_step = StepRow.__table__  # type: ignore[attr-defined]
_change = ChangeRow.__table__  # type: ignore[attr-defined]


class OpenStep:
    """The step a transaction writes under. `moment` is its stored form."""

    def __init__(self, connection: Connection, id_: int, who: str, moment: str) -> None:
        self.connection = connection
        self.id = id_
        self.who = who
        self.moment = moment


def begin(connection: Connection, label: str, who: str, when: datetime, *, kind: str = "change", target: int | None = None) -> OpenStep:
    """Start a step. `kind` is change (a person's, can be undone), undo, redo, import or system."""
    moment = moment_text(when)
    values = {"kind": kind, "label": label, "who": who, "moment": moment, "target": target, "state": ""}
    return OpenStep(connection, inserted(connection, _step, values), who, moment)


def _step_from(connection: Connection, row: Any) -> Step:
    ids = connection.execute(select(_change.c.action_id).where(_change.c.step_id == row.id).distinct()).scalars()
    return Step(row.id, row.label, row.who, moment_from(row.moment), tuple(sorted(ids)), row.state == "undone")


def to_undo(connection: Connection, who: str) -> Step | None:
    """The person's newest step that is in force."""
    query = select(_step).where(_step.c.who == who, _step.c.kind == "change", _step.c.state == "").order_by(_step.c.id.desc()).limit(1)
    row = connection.execute(query).first()
    return _step_from(connection, row) if row else None


def to_redo(connection: Connection, who: str) -> tuple[Step, int] | None:
    """The step the person undid last, with the undoing step's id; None once something new was done after it."""
    newest = select(func.max(_step.c.id)).where(_step.c.who == who, _step.c.kind == "change").scalar_subquery()
    undone = (
        select(_step)
        .where(_step.c.who == who, _step.c.kind == "undo", _step.c.state == "", _step.c.id > newest)
        .order_by(_step.c.id.desc())
        .limit(1)
    )
    undo = connection.execute(undone).first()
    if undo is None:
        return None
    row = connection.execute(select(_step).where(_step.c.id == undo.target)).one()
    return _step_from(connection, row), undo.id


def set_state(connection: Connection, id_: int, state: str) -> None:
    """Mark a step in force (""), "undone" or "overtaken" (somebody changed the same since; it can no longer be undone)."""
    connection.execute(update(_step).where(_step.c.id == id_).values(state=state))


def changes_of(connection: Connection, id_: int) -> list[Any]:
    """The changes a step made, in order."""
    return list(connection.execute(select(_change).where(_change.c.step_id == id_).order_by(_change.c.id)))


def last_changer(connection: Connection, action: int) -> str:
    """Who changed a card last; empty when nobody has."""
    query = (
        select(_step.c.who)
        .join(_change, _change.c.step_id == _step.c.id)
        .where(_change.c.action_id == action)
        .order_by(_change.c.id.desc())
        .limit(1)
    )
    return connection.execute(query).scalar() or ""
