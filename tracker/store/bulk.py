"""Many rows at once: ids known before they are written, so that rows which point at one another go in as plain executemany."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Insert, Table, insert, text

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


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns."""
    if rows:
        connection.execute(_insert(table), rows)


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
