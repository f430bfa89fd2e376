"""Many rows at once: ids known before they are written, so that rows which point at one another go in as plain executemany."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Dialect, Insert, Table, insert, text
from sqlalchemy.sql.compiler import SQLCompiler

T = TypeVar("T")
SLICE = 500
"""Most values in one IN list: SQLite allows 999 variables in old builds."""


@lru_cache
def _insert(table: Table) -> Insert:
    """The statement, built once: building one takes longer than running it."""
    return insert(table)


_LAST = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
_NEXT = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)")


def reserve_ids(connection: Connection, table: Table, count: int) -> list[int]:
    """The ids of the next `count` rows of a table, never given out before. Only inside a write transaction."""
    if count == 0:
        return []
    if connection.dialect.name == "sqlite":
        last = connection.execute(_LAST, {"name": table.name}).scalar() or 0
        return list(range(last + 1, last + count + 1))
    found = connection.execute(_NEXT, {"name": table.name, "count": count})
    return sorted(int(value) for value in found.scalars())


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An INSERT with question marks, and what turns each column's value into the driver's."""

    statement: str
    columns: tuple[tuple[str, Callable[[Any], Any] | None], ...]

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple([row[name] if turned is None else turned(row[name]) for name, turned in self.columns])


@lru_cache(64)
def _prepared(dialect: Dialect, table: Table, columns: tuple[str, ...]) -> _Prepared | None:
    """The statement for rows of these columns; None where the library must fill something in or names its parameters."""
    compiled = _insert(table).compile(dialect=dialect, column_keys=list(columns))
    assert isinstance(compiled, SQLCompiler)
    order = compiled.positiontup
    if order is None or sorted(order) != sorted(columns) or compiled.insert_prefetch:
        return None
    turned = {name: table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in columns}
    return _Prepared(str(compiled), tuple((name, turned[name]) for name in order))


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns. Where it can be it is handed to the driver as it is: that is half the time."""
    if not rows:
        return
    prepared = _prepared(connection.dialect, table, tuple(rows[0]))
    if prepared is None:
        connection.execute(_insert(table), rows)
    else:
        connection.exec_driver_sql(prepared.statement, [prepared.values(row) for row in rows])


def inserted(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert one row; returns its id."""
    found = connection.execute(_insert(table), dict(values)).inserted_primary_key
    assert found is not None
    return int(found[0])


def slices(values: Iterable[T]) -> Iterator[list[T]]:
    """The values in lists short enough for one IN."""
    held = list(values)
    for start in range(0, len(held), SLICE):
        yield held[start : start + SLICE]
