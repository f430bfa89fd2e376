"""Opens a database, checks what it is, and gives read and write transactions. The only module that knows both dialects' habits."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool

from tracker.errors import StoreOutdated, StoreTooNew, StoreUnavailable
from tracker.store import files
from tracker.store.failures import safe_url, translated
from tracker.store.schema import SCHEMA
from tracker.store.search import create_search
from tracker.store.tables import metadata

Session = Connection
"""A transaction, for the services: they hand it on and know nothing of the library behind it."""

BUSY_SECONDS = 30
"""How long a write waits for another program's before it gives up."""
_WRITER_LOCK = 0x74726B72
"""PostgreSQL's advisory lock of the one writer: both databases then behave alike, and no update is lost unseen."""


class Database:
    """An open database. Safe to use from several threads; each transaction has a connection of its own."""

    def __init__(self, url: str, engine: Engine) -> None:
        self.url = url
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A read transaction: everything seen inside is of one moment. Raises StoreError."""
        with translated(self.url), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A write transaction, alone among writers from its first line on; rolled back when anything is raised. Raises StoreError."""
        with translated(self.url), self.engine.connect().execution_options(tracker_write=True) as connection, _begun(connection):
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITER_LOCK})
            yield connection

    def revision(self) -> int:
        """A number that rises with every write by anyone: the cheap way to notice another process's changes."""
        with self.read() as connection:
            return int(connection.execute(text("SELECT coalesce(max(id), 0) FROM step")).scalar_one())

    def scrub(self) -> None:
        """Rewrite an SQLite file so that nothing deleted stays in its free pages or its log. Takes seconds on a large one."""
        if self.is_sqlite:
            with translated(self.url), closing(self.engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @property
    def file(self) -> Path | None:
        """The file behind an SQLite database; None in memory or on a server."""
        return files.path_of(self.engine.url)

    def close(self) -> None:
        """Close all connections."""
        with translated(self.url):
            self.engine.dispose()


@contextmanager
def _begun(connection: Connection) -> Iterator[None]:
    """`begin`, patiently: SQLite's busy handler is not asked when a deadlock would follow, so the beginning is retried."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            transaction = connection.begin()
            break
        except OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)
    with transaction:
        yield


def open_database(url: str, *, create: bool = True) -> Database:
    """Open the database at `url`, made when there is none yet.

    Only the header and the schema version are checked: the rest costs seconds on a large database and belongs to `doctor`.
    Raises StoreUnavailable, StoreDamaged, StoreTooNew, StoreOutdated.
    """
    with translated(url):
        parsed = make_url(url)
        if parsed.get_backend_name() not in ("sqlite", "postgresql"):
            raise StoreUnavailable(url=safe_url(url), reason="only SQLite and PostgreSQL are known")
        fresh = files.check(parsed, safe_url(url)) if parsed.get_backend_name() == "sqlite" else False
        if fresh and not create:
            raise StoreUnavailable(url=safe_url(url), reason="there is no such file")
        engine = make_engine(parsed)
    database = Database(url, engine)
    try:
        _check_schema(database, create=create)
    except BaseException:
        engine.dispose()
        raise
    return database


def make_engine(url: URL) -> Engine:
    """An engine with our habits: begun by us, foreign keys on, write-ahead log."""
    if url.get_backend_name() == "sqlite":
        options: dict[str, Any] = {"connect_args": {"timeout": BUSY_SECONDS, "check_same_thread": False}}
        if url.database in (None, "", ":memory:"):
            options["poolclass"] = StaticPool
        engine = create_engine(url, **options)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -32000")
    connection.execute("PRAGMA wal_autocheckpoint = 4000")


def _begin_sqlite(connection: Connection) -> None:
    write = connection.get_execution_options().get("tracker_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def schema_version(database: Database) -> int | None:
    """The schema the database has; None when it holds nothing yet."""
    with database.read() as connection:
        if database.is_sqlite:
            found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
            if found:
                return found
            empty = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
            return None if empty else 0
        if not inspect(connection).has_table("alembic_version"):
            return None
        return int(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _check_schema(database: Database, *, create: bool) -> None:
    found = schema_version(database)
    url = safe_url(database.url)
    if found is None:
        if not create:
            raise StoreUnavailable(url=url, reason="it is empty")
        create_all(database)
    elif found == 0:
        raise StoreUnavailable(url=url, reason="it belongs to another program")
    elif found > SCHEMA:
        raise StoreTooNew(url=url, found=found, known=SCHEMA)
    elif found < SCHEMA:
        raise StoreOutdated(url=url, found=found, known=SCHEMA)


def create_all(database: Database) -> None:
    """Make every table of the newest schema. Two programs may come at once: the second finds it done."""
    if database.is_sqlite:
        with translated(database.url), database.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            raw.execute("PRAGMA journal_mode = WAL")
    with database.write() as connection:
        if inspect(connection).has_table("action"):
            return
        metadata.create_all(connection)
        create_search(connection)
        stamp(connection, SCHEMA)


def stamp(connection: Connection, version: int) -> None:
    """Write the schema version where `open_database` and Alembic look for it."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {files.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    connection.execute(text("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("DELETE FROM alembic_version"))
    connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:version)"), {"version": f"{version:04d}"})
