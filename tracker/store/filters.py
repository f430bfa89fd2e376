"""A `Query` as SQL, and pages of its answer by key: the next page begins after the last row's sort value and id, never by OFFSET."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, case, false, func, literal_column, not_, or_, select, text, true, tuple_
from sqlalchemy.sql import ColumnElement

from tracker.domain.followup import Status
from tracker.domain.query import Condition, Field, Operator, Query, Sort, Value
from tracker.store import directory
from tracker.store.cards import ACTION
from tracker.store.conditions import ends_before_no_day, split_active
from tracker.store.folding import key, words
from tracker.store.schema import NO_DAY
from tracker.store.tables import ActionPartyRow

_party = ActionPartyRow.__table__  # type: ignore[attr-defined]
Clause = ColumnElement[bool]
_COMMON = 3_000
"""From this many hits on, a full-text search walks the list's own order and tests each row: quicker than sorting all hits."""

_TELLING = 3
"""Shorter words and beginnings stand in every other card: they are looked for in the rows the others find."""

_C = ACTION.c
SORTS: dict[Sort, ColumnElement[Any]] = {
    Sort.DUE: _C.due_sort,
    Sort.CHANGED: _C.revision,
    Sort.MEETING: func.coalesce(_C.meeting_date, literal_column("'9999-12-31'")),
    Sort.RESPONSIBLE: _C.responsible_key,
    Sort.TEXT: _C.text_key,
    Sort.STATUS: case({"review": "1", "open": "2", "done": "3"}, value=_C.status, else_="4"),
    Sort.FORUM: _C.forum_key,
    Sort.LIGHT: case({"red": "1", "yellow": "2", "green": "3"}, value=_C.light, else_="~"),
    Sort.CASE: func.coalesce(_C.case_key, "~"),
    Sort.KIND: _C.kind,
    Sort.ID: _C.id,
}


def where(connection: Connection, query: Query, *, walk: bool = True) -> Clause:
    """The condition a query stands for. `walk` says that only the first rows in an order are wanted, not all of them."""
    active, rest = split_active(query)
    dated = ends_before_no_day(query)
    parts = [_negated(c, _condition(connection, c, walk=walk, dated=dated and not c.negated)) for c in rest]
    if active:
        parts.insert(0, _C.active == literal_column("1"))
    return and_(true(), *parts)


def _negated(condition: Condition, clause: Clause) -> Clause:
    return not_(clause) if condition.negated else clause


def _condition(connection: Connection, condition: Condition, *, walk: bool, dated: bool) -> Clause:
    if condition.field in (Field.RESPONSIBLE, Field.RECIPIENT):
        return _parties(connection, condition)
    if condition.field is Field.TEXT:
        return or_(*(_full_text(connection, str(v), phrase=condition.exact, walk=walk) for v in condition.values))
    if condition.field in _FLAGS:
        clauses = [_FLAGS[condition.field](bool(v)) for v in condition.values]
        return or_(*clauses)
    if condition.field is Field.STATUS:
        return or_(*(_C.status == literal_column(f"'{Status(str(v))}'") for v in condition.values))
    column = _COLUMNS[condition.field]
    if condition.operator is Operator.NONE and condition.field is Field.DUE:
        return _C.due_sort == NO_DAY
    if condition.operator is Operator.NONE:
        return or_(column.is_(None), column == "") if condition.field in _WORDS else column.is_(None)
    return or_(false(), *(_compare(condition, column, v, dated=dated) for v in condition.values))


_COLUMNS: dict[Field, ColumnElement[Any]] = {
    Field.FORUM: _C.forum_key,
    Field.CASE: _C.case_key,
    Field.TITLE: _C.item_title,
    Field.SOURCE: _C.source,
    Field.STATUS: _C.status,
    Field.LIGHT: _C.light,
    Field.KIND: _C.kind,
    Field.REASON: _C.reason,
    Field.DUE: _C.due,
    Field.MEETING: _C.meeting_date,
    Field.CHANGED: _C.changed,
    Field.ITEM: _C.item,
    Field.ID: _C.id,
    Field.CONFIDENCE: _C.confidence,
}
_WORDS = frozenset({Field.FORUM, Field.CASE})
_FLAGS: dict[Field, Callable[[bool], Clause]] = {
    Field.HISTORY: lambda yes: _C.history == literal_column(str(int(yes))),
    Field.VANISHED: lambda yes: _C.vanished == int(yes),
    Field.ESTIMATED: lambda yes: _C.due_estimated == int(yes),
    Field.CLOSED: lambda yes: _C.closed == int(yes),
    Field.RETURNED: lambda yes: _C.returned == literal_column(str(int(yes))),
    Field.NOTES: lambda yes: _C.notes > 0 if yes else _C.notes == 0,
}


def _compare(condition: Condition, column: ColumnElement[Any], value: Value, *, dated: bool) -> Clause:
    field, operator = condition.field, condition.operator
    if field in _WORDS:
        wanted = key(str(value))
        return column == wanted if condition.exact else (" " + column).contains(" " + wanted, autoescape=True)
    if field in (Field.TITLE, Field.SOURCE):
        return func.lower(column).contains(str(value).lower(), autoescape=True)
    if field is Field.CHANGED and isinstance(value, date):
        return _moment(column, operator, value)
    if field in (Field.DUE, Field.MEETING) and isinstance(value, date):
        return _on_day(field, operator, value, dated=dated)
    return _ordered(operator, column, value)


def _on_day(field: Field, operator: Operator, day: date, *, dated: bool) -> Clause:
    """A day against a bound; cards without a day lie beyond none (`dated`: another condition says so already)."""
    if field is Field.MEETING:
        return _ordered(operator, _C.meeting_date, day)
    bounded = _ordered(operator, _C.due_sort, day)
    return and_(bounded, _C.due_sort < NO_DAY) if operator in (Operator.ABOVE, Operator.AT_LEAST) and not dated else bounded


def _ordered(operator: Operator, column: ColumnElement[Any], value: Value) -> Clause:
    clauses: dict[Operator, Clause] = {
        Operator.EQUAL: column == value,
        Operator.BELOW: column < value,
        Operator.AT_MOST: column <= value,
        Operator.ABOVE: column > value,
        Operator.AT_LEAST: column >= value,
    }
    return clauses[operator]


def _moment(column: ColumnElement[Any], operator: Operator, day: date) -> Clause:
    """A stored moment against a whole day (UTC)."""
    start, end = day.isoformat(), (day + timedelta(days=1)).isoformat()
    clauses: dict[Operator, Clause] = {
        Operator.EQUAL: and_(column >= start, column < end),
        Operator.BELOW: column < start,
        Operator.AT_MOST: column < end,
        Operator.ABOVE: column >= end,
        Operator.AT_LEAST: column >= start,
    }
    return clauses[operator]


def _parties(connection: Connection, condition: Condition) -> Clause:
    """Cards of a party, of the groups it is a member of, or with it as written."""
    role = "responsible" if condition.field is Field.RESPONSIBLE else "recipient"
    if condition.operator is Operator.NONE:
        if role == "responsible":
            return _C.unassigned == literal_column("1")
        return not_(_C.id.in_(select(_party.c.action_id).where(_party.c.role == role)))
    clauses: list[Clause] = []
    for value in condition.values:
        ids = directory.matching_parties(connection, str(value), exact=condition.exact)
        link = select(_party.c.action_id).where(_party.c.role == role)
        clauses.append(
            _C.id.in_(link.where(_party.c.party_id.in_(ids))) if ids else _C.id.in_(link.where(_party.c.written_key == key(str(value))))
        )
        if role == "responsible":
            clauses += [_group(link, group, forum) for group, forum in directory.groups_of(connection, ids) if group not in ids]
    return or_(false(), *clauses)


def _group(link: Any, group: int, forum: str) -> Clause:
    mine: Clause = _C.id.in_(link.where(_party.c.party_id == group))
    return and_(mine, _C.forum_key == forum) if forum else mine


def _full_text(connection: Connection, typed: str, *, phrase: bool, walk: bool) -> Clause:
    """Cards that hold all the words (beginnings of words; a phrase whole and in order)."""
    wanted = words(typed)
    if not wanted:
        return true()
    if connection.dialect.name != "sqlite":
        joined = " <-> ".join(wanted) if phrase else " & ".join(f"{w}:*" for w in wanted)
        vector, wish = func.to_tsvector(literal_column("'simple'"), _C.search), func.to_tsquery(literal_column("'simple'"), joined)
        matched: Clause = vector.bool_op("@@")(wish)
        return matched
    telling = [w for w in wanted if len(w) >= _TELLING]
    match = " ".join(f'"{w}"' if phrase else f'"{w}"*' for w in telling)
    if not telling or (walk and _is_common(connection, match)):
        return _literally(wanted, phrase=phrase)
    matching = literal_column("action_search").bool_op("MATCH")(match)
    found: Select[int] = select(literal_column("rowid")).select_from(text("action_search")).where(matching)
    rest = wanted if phrase else [w for w in wanted if len(w) < _TELLING]
    return and_(_C.id.in_(found), _literally(rest, phrase=phrase))


def _literally(wanted: list[str], *, phrase: bool) -> Clause:
    """The same by looking into each row: exact, because the column holds folded words with one space between."""
    parts = [" ".join(wanted) + " "] if phrase else wanted
    return and_(true(), *(_C.search.contains(" " + part, autoescape=True) for part in parts))


def _is_common(connection: Connection, match: str) -> bool:
    """Whether a search has so many hits that walking the list's order is quicker."""
    statement = text("SELECT count(*) FROM (SELECT 1 FROM action_search WHERE action_search MATCH :match LIMIT :most)")
    return bool(connection.execute(statement, {"match": match, "most": _COMMON}).scalar_one() >= _COMMON)


def after_key(sort: Sort, key_: tuple[Any, ...], *, descending: bool) -> Clause:
    """Rows that come after a key in the order."""
    if sort is Sort.ID:
        id_: int = key_[0]
        return _C.id < id_ if descending else _C.id > id_
    value = date.fromisoformat(key_[0]) if sort in (Sort.DUE, Sort.MEETING) else key_[0]
    pair, bound = tuple_(SORTS[sort], _C.id), tuple_(value, key_[1])
    beyond: Clause = pair < bound if descending else pair > bound
    return beyond


def order(sort: Sort, *, descending: bool) -> list[ColumnElement[Any]]:
    """The ORDER BY of a sort, ties by id."""
    columns: list[ColumnElement[Any]] = [_C.id] if sort is Sort.ID else [SORTS[sort], _C.id]
    return [c.desc() if descending else c.asc() for c in columns]


def key_of(sort: Sort, row: Any) -> tuple[Any, ...]:
    """The key of a row that was selected with its sort value as `sort_value`."""
    if sort is Sort.ID:
        return (row["id"],)
    value = row["sort_value"]
    return (value.isoformat() if isinstance(value, date) else value, row["id"])
