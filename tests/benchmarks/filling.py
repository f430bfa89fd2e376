"""A database with as many cards as wished, quickly: a million in some ten seconds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.tui.conftest import opened
from tracker.domain.tracking import NewAction
from tracker.services import change_action

_HURRIED = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY", "locking_mode = EXCLUSIVE")
_OWN = {
    "id": "1 + i",
    "uid": "printf('u%07d', i)",
    "due": "d.day",
    "due_sort": "d.day",
    "text": "'Kort ' || i || ' om noget'",
}
"""What differs from card to card; all the rest is copied from the first."""


def filled(path: Path, count: int) -> None:
    """A database with `count` open cards, copies of one on 400 days all around today; the full-text index stays empty.

    The indexes are taken away meanwhile and made again afterwards: sorted once, they are built in a third of the time.
    """
    with opened(f"sqlite:///{path.as_posix()}") as workspace:
        change_action.add(workspace, NewAction("Birgit rykker afdelingerne", responsible=("Birgit",), forum="Ledergruppen"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for setting in _HURRIED:
            connection.execute(f"PRAGMA {setting}").fetchall()
        columns = [row[1] for row in connection.execute("PRAGMA table_info(action)")]
        named = "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'action' AND sql IS NOT NULL AND type = "
        indexes, triggers = (connection.execute(f"{named}'{kind}'").fetchall() for kind in ("index", "trigger"))
        connection.execute("BEGIN")
        for kind, entries in (("INDEX", indexes), ("TRIGGER", triggers)):
            for name, _sql in entries:
                connection.execute(f"DROP {kind} {name}")
        connection.execute(
            "CREATE TEMP TABLE d AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 399) "
            "SELECT i AS number, date('2017-06-01', '+' || i || ' days') AS day FROM n"
        )
        connection.execute("CREATE UNIQUE INDEX temp.d_number ON d (number)")
        names, values = ", ".join(f'"{c}"' for c in columns), ", ".join(_OWN.get(c, f'a."{c}"') for c in columns)
        connection.execute(
            f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1}) "
            f"INSERT INTO action ({names}) SELECT {values} "
            "FROM n JOIN d ON d.number = n.i * 7919 % 400 JOIN action a ON a.id = 1"
        )
        for _name, sql in indexes + triggers:
            connection.execute(sql)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
