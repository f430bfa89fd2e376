"""Named query of what slipped: open cards whose day people have moved to a later one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, func, select

from tracker.store.tables import ActionRow, ChangeRow, StepRow

_action: Table = ActionRow.__table__  # type: ignore[attr-defined]
_change: Table = ChangeRow.__table__  # type: ignore[attr-defined]
_step: Table = StepRow.__table__  # type: ignore[attr-defined]


def postponed(connection: Connection, since: str) -> Sequence[int]:
    """Open cards that people have given a later day since a moment (as stored), compared with the day they had then.

    A day that an import moved (the next meeting became known) slipped for nobody.
    """
    first = (
        select(_change.c.action_id, func.min(_change.c.id).label("id"))
        .join(_step, _step.c.id == _change.c.step_id)
        .where(_change.c.what == "due", _step.c.moment >= since, _step.c.kind.in_(["change", "undo", "redo"]))
        .group_by(_change.c.action_id)
        .subquery()
    )
    query = (
        select(_action.c.id, _action.c.due, _change.c.old)
        .join(first, first.c.action_id == _action.c.id)
        .join(_change, _change.c.id == first.c.id)
        .where(_action.c.active == 1, _action.c.due.is_not(None), _change.c.old.is_not(None))
        .order_by(_action.c.id)
    )
    return [row.id for row in connection.execute(query) if row.due.isoformat() > row.old]
