"""Bringing an older database up to the present schema, with Alembic; the scripts lie in `migrations/versions`, one a schema."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from tracker.errors import StoreTooNew, StoreUnavailable
from tracker.store import care, files
from tracker.store.addresses import parsed
from tracker.store.database import Database, make_engine, schema_version
from tracker.store.failures import safe_url, translated
from tracker.store.schema import SCHEMA

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(url: str, *, scripts: Path = SCRIPTS, newest: int = SCHEMA) -> tuple[int, int]:
    """Run the migrations a database lacks, in one transaction; returns (schema before, schema after).

    An SQLite file is copied to NAME.schema-N first. Raises StoreUnavailable, StoreDamaged, StoreTooNew, StoreError.
    """
    address = parsed(url)
    if address.get_backend_name() == "sqlite" and files.check(address, safe_url(url)):
        raise StoreUnavailable(url=safe_url(url), reason="there is no such file")
    database = Database(url, make_engine(address))
    try:
        found = schema_version(database)
        if not found:
            raise StoreUnavailable(url=safe_url(url), reason="it is empty" if found is None else "it belongs to another program")
        if found > newest:
            raise StoreTooNew(url=safe_url(url), found=found, known=newest)
        if found < newest:
            if database.file is not None:
                care.backup(database, database.file.with_name(f"{database.file.name}.schema-{found}"))
            with database.write() as connection:
                upgrade(connection, scripts)
                _stamp_header(connection, newest)
        return found, newest
    finally:
        database.close()


def upgrade(connection: Connection, scripts: Path = SCRIPTS, to: str = "head") -> None:
    """Run the migration scripts on a connection, inside its transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    with translated(str(connection.engine.url)):
        command.upgrade(config, to)


def _stamp_header(connection: Connection, version: int) -> None:
    """SQLite's header says the schema too, where opening looks without reading a table."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {files.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
