"""A `Query` as plain SQLite SQL, for the lists a dashboard opens with: word for word what `filters` gives (a test compares them).

Only what the saved views and the plain filters ask for is known here; anything else raises `TooEarly` and is asked the ordinary way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.followup import Status
from tracker.domain.query import Condition, Field, Operator, Query, Sort
from tracker.store.conditions import ends_before_no_day, split_active
from tracker.store.schema import NO_DAY


class TooEarly(Exception):
    """What is asked for cannot be had, or not safely, before the database library is loaded."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of SQL with the values of its question marks."""

    sql: str
    values: tuple[str | int, ...] = ()


Parties = Callable[[Condition], Clause]
"""Cards by who is responsible: that takes a look into the directory (early_parties)."""

_SORTS = {
    Sort.DUE: "action.due_sort",
    Sort.CHANGED: "action.revision",
    Sort.MEETING: "coalesce(action.meeting_date, '9999-12-31')",
    Sort.RESPONSIBLE: "action.responsible_key",
    Sort.TEXT: "action.text_key",
    Sort.STATUS: "CASE action.status WHEN 'review' THEN '1' WHEN 'open' THEN '2' WHEN 'done' THEN '3' ELSE '4' END",
    Sort.FORUM: "action.forum_key",
    Sort.LIGHT: "CASE action.light WHEN 'red' THEN '1' WHEN 'yellow' THEN '2' WHEN 'green' THEN '3' ELSE '~' END",
    Sort.CASE: "coalesce(action.case_key, '~')",
    Sort.KIND: "action.kind",
}
_BEYOND = (Operator.ABOVE, Operator.AT_LEAST)


def where(query: Query, parties: Parties) -> Clause:
    """The condition a query stands for."""
    active, rest = split_active(query)
    parts = [Clause("action.active = 1")] if active else []
    dated = ends_before_no_day(query)
    parts += [_condition(c, parties, dated=dated) for c in rest]
    return joined(parts, " AND ") if parts else Clause("1 = 1")


def order(sort: Sort, *, descending: bool) -> str:
    """What stands after ORDER BY, ties by id."""
    way = "DESC" if descending else "ASC"
    return f"action.id {way}" if sort is Sort.ID else f"{_SORTS[sort]} {way}, action.id {way}"


def joined(parts: Sequence[Clause], word: str) -> Clause:
    """Clauses in a row."""
    return Clause(word.join(p.sql for p in parts), tuple(v for p in parts for v in p.values))


def _condition(condition: Condition, parties: Parties, *, dated: bool) -> Clause:
    field, operator = condition.field, condition.operator
    if condition.negated:
        raise TooEarly
    if field is Field.RESPONSIBLE:
        return Clause("action.unassigned = 1") if operator is Operator.NONE else parties(condition)
    if field is Field.DUE and operator is Operator.NONE:
        return Clause("action.due_sort = ?", (NO_DAY.isoformat(),))
    if len(condition.values) != 1:
        raise TooEarly
    (value,) = condition.values
    if field is Field.DUE and isinstance(value, date):
        bound = Clause(f"action.due_sort {operator} ?", (value.isoformat(),))
        if operator not in _BEYOND or dated:
            return bound
        return joined([bound, Clause("action.due_sort < ?", (NO_DAY.isoformat(),))], " AND ")
    if operator is not Operator.EQUAL:
        raise TooEarly
    if field is Field.STATUS:
        return Clause(f"action.status = '{Status(str(value))}'")
    if field in (Field.HISTORY, Field.RETURNED):
        return Clause(f"action.{field} = {int(bool(value))}")
    raise TooEarly
