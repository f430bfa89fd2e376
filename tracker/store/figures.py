"""Named queries of figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from sqlalchemy import Connection, Table, and_, func, or_, select

from tracker.store.cards import ACTION
from tracker.store.tables import ChangeRow, StepRow

_change: Table = ChangeRow.__table__  # type: ignore[attr-defined]
_step: Table = StepRow.__table__  # type: ignore[attr-defined]
Months = dict[tuple[int, int], int]


def by_month(connection: Connection, since: date) -> tuple[Months, Months]:
    """Cards decided, and cards closed for the last time, per (year, month) from a day on."""
    decided = select(ACTION.c.decision_date, func.count()).where(
        ACTION.c.decision_date >= since, ACTION.c.history == 0, or_(ACTION.c.reason.is_(None), ACTION.c.reason != "rejected")
    )
    opened: Counter[tuple[int, int]] = Counter()
    for day, count in connection.execute(decided.group_by(ACTION.c.decision_date)):
        opened[day.year, day.month] += count
    closing = (
        select(_change.c.action_id, func.max(_change.c.step_id).label("step"))
        .where(_change.c.what == "status", _change.c.new.in_(["done", "dropped"]))
        .group_by(_change.c.action_id)
        .subquery()
    )
    moments = (
        select(_step.c.moment)
        .join(closing, closing.c.step == _step.c.id)
        .join(ACTION, ACTION.c.id == closing.c.action_id)
        .where(ACTION.c.status.in_(["done", "dropped"]), ACTION.c.history == 0, _step.c.moment >= since.isoformat())
        .where(or_(ACTION.c.reason.is_(None), ACTION.c.reason != "rejected"))
    )
    closed = Counter((int(m[:4]), int(m[5:7])) for m in connection.execute(moments).scalars())
    return dict(opened), dict(closed)


def ages(connection: Connection, today: date, limits: Sequence[int]) -> tuple[int, ...]:
    """Open cards by the age of their decision: up to each limit in days, and older than the last."""
    edges = [today + timedelta(days=1), *(today - timedelta(days=n) for n in limits)]
    counts = [
        func.count().filter(and_(ACTION.c.decision_date < upper, ACTION.c.decision_date >= lower)) for upper, lower in pairwise(edges)
    ]
    row = connection.execute(select(*counts, func.count().filter(ACTION.c.decision_date < edges[-1])).where(ACTION.c.active == 1)).one()
    return tuple(int(n) for n in row)


def open_and_overdue(connection: Connection, today: date) -> tuple[int, int]:
    """How many cards are open, and how many of them overdue."""
    query = select(func.count(), func.count().filter(ACTION.c.due_sort < today)).where(ACTION.c.active == 1)
    row = connection.execute(query).one()
    return int(row[0]), int(row[1])
