"""Full-text search: FTS5 with triggers on SQLite, a GIN index over tsvector on PostgreSQL; both over the folded `action.search`.

The column holds folded words only (see `folding`), so neither database's own idea of Danish letters matters.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

_SQLITE = (
    """CREATE VIRTUAL TABLE action_search USING fts5(search, content='action', content_rowid='id',
       tokenize="unicode61 remove_diacritics 0", prefix='3')""",
    "CREATE TRIGGER action_search_insert AFTER INSERT ON action BEGIN "
    "INSERT INTO action_search(rowid, search) VALUES (new.id, new.search); END",
    "CREATE TRIGGER action_search_delete AFTER DELETE ON action BEGIN "
    "INSERT INTO action_search(action_search, rowid, search) VALUES ('delete', old.id, old.search); END",
    "CREATE TRIGGER action_search_update AFTER UPDATE OF search ON action WHEN old.search <> new.search BEGIN "
    "INSERT INTO action_search(action_search, rowid, search) VALUES ('delete', old.id, old.search); "
    "INSERT INTO action_search(rowid, search) VALUES (new.id, new.search); END",
)
_POSTGRESQL = ("CREATE INDEX action_search ON action USING gin (to_tsvector('simple', search))",)


def create_search(connection: Connection) -> None:
    """Make the index and what keeps it in step."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)


def check_search(connection: Connection) -> bool:
    """Whether the index agrees with the table (SQLite's own check; PostgreSQL keeps its indexes itself)."""
    if connection.dialect.name != "sqlite":
        return True
    from sqlalchemy.exc import DatabaseError

    try:
        connection.execute(text("INSERT INTO action_search(action_search, rank) VALUES ('integrity-check', 1)"))
    except DatabaseError:
        return False
    return True
