"""Care of SQLite files and the checks of `doctor`: what takes seconds on a large database and is therefore not done on opening."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import select, text

from tracker.errors import InputError, StoreDamaged, StoreUnavailable
from tracker.store import cards, files
from tracker.store.database import Database
from tracker.store.failures import safe_url, translated
from tracker.store.search import check_search
from tracker.store.tables import DocumentRow, StepRow

_PAGES = 2000
"""Pages copied at a time, so that others may write in between."""


def backup(database: Database, target: Path) -> None:
    """A copy of an SQLite database while it is in use (the online backup API), checked before it takes the target's name.

    Raises StoreUnavailable for a server's database (use pg_dump, or `dump`), InputError when the target is the database itself.
    """
    source = database.file
    if source is None:
        raise StoreUnavailable(url=safe_url(database.url), reason="only SQLite files are backed up; use: tracker dump")
    if target.resolve() == source.resolve():
        raise InputError(name=str(target), reason="that is the database itself")
    if target.exists() and not target.is_file():
        raise InputError(name=str(target), reason="not a file")  # a device or a folder must not give way to a file
    part = target.with_name(target.name + ".part")
    with translated(f"sqlite:///{target}"):
        part.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(source)) as from_, closing(sqlite3.connect(part)) as to:
                from_.backup(to, pages=_PAGES)
                to.execute("PRAGMA journal_mode = DELETE")
            _check_file(part)
            os.replace(part, target)  # noqa: PTH105 - atomic on every system
        finally:
            part.unlink(missing_ok=True)


def restore(backup_file: Path, url_file: Path) -> Path | None:
    """Put a backup in the database's place; the former database is kept beside it and its path returned.

    Raises InputError (no such file), StoreDamaged or StoreUnavailable (not a database of ours).
    """
    if not backup_file.is_file():
        raise InputError(name=str(backup_file), reason="no such file")
    with translated(f"sqlite:///{backup_file}"):
        _check_file(backup_file)
    kept = None
    with translated(f"sqlite:///{url_file}"):
        if url_file.exists():
            kept = _free_name(url_file)
            with closing(sqlite3.connect(url_file)) as from_, closing(sqlite3.connect(kept)) as to:
                from_.backup(to)
        with closing(sqlite3.connect(backup_file)) as from_, closing(sqlite3.connect(url_file, timeout=30)) as to:
            from_.backup(to)
            to.execute("PRAGMA journal_mode = WAL")
    return kept


def _free_name(path: Path) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.name}.before-restore-{number}")).exists():
        number += 1
    return kept


def _check_file(path: Path) -> None:
    """Whether a file is a whole database of ours."""
    with closing(sqlite3.connect(path)) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != files.APPLICATION_ID:
            raise StoreUnavailable(url=path.name, reason="it belongs to another program")
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise StoreDamaged(url=path.name, reason=str(found).splitlines()[0])


def problems(database: Database, now: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the database, as (check, detail); nothing when all is well. `now` is the present moment as stored."""
    if database.is_sqlite:
        with database.read() as connection:
            for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
                if line != "ok":
                    yield "integrity", str(line)
            for row in connection.execute(text("PRAGMA foreign_key_check")):
                yield "orphans", f"{row[0]} {row[1]} -> {row[2]}"
        with database.write() as connection:
            if not check_search(connection):
                yield "search", "the full-text index does not agree with the cards"
    with database.read() as connection:
        for card in connection.execute(select(cards.ACTION).order_by(cards.ACTION.c.id)).mappings():
            wrong = [name for name, value in cards.derived(card).items() if card[name] != value]
            if wrong:
                yield "derived", f"{card['id']}: {', '.join(wrong)}"
        document = DocumentRow.__table__  # type: ignore[attr-defined]
        for id_, source, body in connection.execute(select(document.c.id, document.c.source, document.c.text)):
            if "\N{REPLACEMENT CHARACTER}" in body:
                yield "encoding", f"{id_} {source}"
        step = StepRow.__table__  # type: ignore[attr-defined]
        latest = connection.execute(select(step.c.moment).order_by(step.c.id.desc()).limit(1)).scalar()
        if latest and latest > now:
            yield "clock", latest


def rebuild_search(database: Database) -> None:
    """Make SQLite's full-text index anew from the cards."""
    if database.is_sqlite:
        with database.write() as connection:
            connection.execute(text("INSERT INTO action_search(action_search) VALUES ('rebuild')"))
