"""Everything out and in, lossless between the two databases: one JSON value a line, a table after the other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date, Table, func, insert, select, text, update

from tracker.errors import InputError
from tracker.store.schema import SCHEMA
from tracker.store.tables import metadata
from tracker.store.texts import to_json

FORMAT = "tracker-dump"
_BATCH = 1000
_LATER = {"action": "merged_into"}
"""References within a table that may point at a later row: filled in when all rows are there."""


def lines(connection: Connection) -> Iterator[str]:
    """The whole database, a line at a time; the first names the format, the last counts the rows."""
    yield to_json({"format": FORMAT, "schema": SCHEMA})
    total = 0
    for table in metadata.sorted_tables:
        for row in connection.execute(select(table).order_by(*table.primary_key.columns)).mappings():
            total += 1
            yield to_json({"table": table.name, "row": {name: _out(value) for name, value in row.items()}})
    yield to_json({"rows": total})


def _out(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def fill(connection: Connection, dumped: Iterable[str], name: str) -> int:
    """Write a dump into an empty database. Raises InputError when the dump is broken, cut short or of a newer schema."""
    if any(connection.execute(select(t).limit(1)).first() for t in metadata.sorted_tables):
        raise InputError(name=name, reason="the database is not empty")
    tables = {t.name: t for t in metadata.sorted_tables}
    reader = _values(dumped, name)
    head = next(reader, {})
    if head.get("format") != FORMAT or not isinstance(head.get("schema"), int):
        raise InputError(name=name, reason="not a dump of tracker")
    if head["schema"] > SCHEMA:
        raise InputError(name=name, reason="made by a newer tracker")
    total, promised = 0, None
    batch: list[dict[str, Any]] = []
    held: Table | None = None
    later: list[tuple[Table, str, int, object]] = []
    for value in reader:
        promised = value.get("rows", promised)
        table = tables.get(value.get("table", ""))
        if table is None:
            if "table" in value:
                raise InputError(name=name, reason="a table that is not known")
            continue
        if table is not held or len(batch) >= _BATCH:
            _flush(connection, held, batch, name)
            held, batch = table, []
        row = _in(table, value.get("row"), name)
        column = _LATER.get(table.name)
        if column and row[column] is not None:
            later.append((table, column, row["id"], row[column]))
            row[column] = None
        batch.append(row)
        total += 1
    _flush(connection, held, batch, name)
    for table, column, id_, target in later:
        connection.execute(update(table).where(table.c.id == id_).values({column: target}))
    if promised != total:
        raise InputError(name=name, reason="the dump is cut short")
    _continue_numbers(connection)
    return total


def _values(dumped: Iterable[str], name: str) -> Iterator[dict[str, Any]]:
    for line in dumped:
        try:
            value = json.loads(line)
        except ValueError as error:
            raise InputError(name=name, reason="not a dump of tracker, or broken") from error
        if not isinstance(value, dict):
            raise InputError(name=name, reason="not a dump of tracker, or broken")
        yield value


def _in(table: Table, row: object, name: str) -> dict[str, Any]:
    if not isinstance(row, dict) or row.keys() != set(table.c.keys()):
        raise InputError(name=name, reason="a row that does not fit its table")
    try:
        return {k: date.fromisoformat(v) if v is not None and isinstance(table.c[k].type, Date) else v for k, v in row.items()}
    except (TypeError, ValueError) as error:
        raise InputError(name=name, reason="a day that is none") from error


def _flush(connection: Connection, table: Table | None, rows: list[dict[str, Any]], name: str) -> None:
    from sqlalchemy.exc import DataError, IntegrityError, StatementError

    if table is None or not rows:
        return
    try:
        connection.execute(insert(table), rows)
    except (IntegrityError, DataError, StatementError) as error:
        raise InputError(name=name, reason=f"rows of {table.name} that cannot be") from error


def _continue_numbers(connection: Connection) -> None:
    """PostgreSQL's counters go on after the highest number loaded; SQLite sees to it itself."""
    if connection.dialect.name == "sqlite":
        return
    for table in metadata.sorted_tables:
        if "id" in table.c and table.c.id.type.python_type is int:
            highest = connection.execute(select(func.max(table.c.id))).scalar()
            values = {"name": table.name, "value": highest or 1, "used": highest is not None}
            connection.execute(text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :value, :used)"), values)
