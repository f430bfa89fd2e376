from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from tests.services.test_import_minutes import LISTS, bring
from tests.store.databases import POSTGRESQL, Punkt, open_workspace, postgresql_database, sqlite_url
from tracker.errors import StoreTooNew, StoreUnavailable
from tracker.services import care, list_actions
from tracker.store import migrating
from tracker.store.addresses import parsed
from tracker.store.database import Database, make_engine, open_database
from tracker.store.schema import SCHEMA
from tracker.store.tables import metadata

NEXT = '''"""A later schema."""
import sqlalchemy as sa
from alembic import op

revision = "{number:04d}"
down_revision = "{before:04d}"


def upgrade() -> None:
    op.add_column("note", sa.Column("colour", sa.String(), nullable=True))
    {more}
'''


def later_scripts(folder: Path, more: str = "pass") -> Path:
    """The project's migrations and one more."""
    scripts = folder / "migrations"
    shutil.copytree(migrating.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "later.py").write_text(NEXT.format(number=SCHEMA + 1, before=SCHEMA, more=more), encoding="utf-8")
    return scripts


def shape(database: Database) -> list[tuple[object, ...]]:
    with database.read() as connection:
        return [tuple(r) for r in connection.execute(text("SELECT type, name, tbl_name FROM sqlite_master ORDER BY 1, 2"))]


def bare_upgrade(url: str) -> Database:
    database = Database(url, make_engine(parsed(url)))
    with database.write() as connection:
        migrating.upgrade(connection)
    return database


def test_the_newest_migration_is_the_schema() -> None:
    heads = ScriptDirectory(str(migrating.SCRIPTS)).get_heads()
    assert heads == [f"{SCHEMA:04d}"]


def test_migrations_give_what_the_tables_say(tmp_path: Path) -> None:
    database = bare_upgrade(sqlite_url(tmp_path))
    with database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"include_name": _ours}), metadata) == []
    fresh = open_database(sqlite_url(tmp_path, "fresh.db"))
    assert shape(database) == shape(fresh)
    database.close()
    fresh.close()


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and str(name).startswith("action_search"))


@pytest.mark.postgresql
@pytest.mark.skipif(not POSTGRESQL, reason="TRACKER_TEST_POSTGRESQL names no server")
def test_migrations_give_what_the_tables_say_on_the_server() -> None:
    with postgresql_database(bare=True) as url:
        database = bare_upgrade(url)
        with database.read() as connection:
            differences = compare_metadata(MigrationContext.configure(connection), metadata)
        database.close()
    assert [d for d in differences if "action_search" not in str(d)] == []


def test_an_older_database_is_brought_up_to_date_with_its_cards(url: str, tmp_path: Path) -> None:
    with open_workspace(url) as workspace:
        bring(workspace, Punkt("Sag", (LISTS,)))
    scripts = later_scripts(tmp_path)
    assert migrating.migrate(url, scripts=scripts, newest=SCHEMA + 1) == (SCHEMA, SCHEMA + 1)
    try:
        with pytest.raises(StoreTooNew):
            open_workspace(url)
    finally:
        _back(url)
    with open_workspace(url) as workspace:
        assert list_actions.count(workspace) == 1
    if url.startswith("sqlite"):
        kept = tmp_path / f"tracker.db.schema-{SCHEMA}"
        assert kept.is_file()


def _back(url: str) -> None:
    """Undo the pretended newer schema: other tests share the server's database."""
    database = Database(url, make_engine(parsed(url)))
    with database.write() as connection:
        connection.execute(text("ALTER TABLE note DROP COLUMN colour"))
        from tracker.store.database import stamp

        stamp(connection, SCHEMA)
    database.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    with open_workspace(url) as workspace:
        bring(workspace, Punkt("Sag", (LISTS,)))
    scripts = later_scripts(tmp_path, "raise RuntimeError('broken')")
    with pytest.raises(RuntimeError):
        migrating.migrate(url, scripts=scripts, newest=SCHEMA + 1)
    with open_workspace(url) as workspace:
        assert list_actions.count(workspace) == 1
    with sqlite3.connect(tmp_path / "tracker.db") as raw:
        assert "colour" not in {row[1] for row in raw.execute("PRAGMA table_info(note)")}
    raw.close()


def test_there_is_nothing_to_migrate(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    open_database(url).close()
    assert care.migrate(url) == (SCHEMA, SCHEMA)
    with pytest.raises(StoreUnavailable):
        care.migrate(sqlite_url(tmp_path, "none.db"))
