from __future__ import annotations

import sqlite3
import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.services.test_import_minutes import LISTS, bring
from tests.store.databases import POSTGRESQL, Punkt, open_workspace, postgresql_database, sqlite_url
from tracker.errors import StoreDamaged, StoreError, StoreOutdated, StoreTooNew, StoreUnavailable, TrackerError
from tracker.services import list_actions
from tracker.services.workspace import Workspace
from tracker.store import database, failures, files
from tracker.store.database import open_database


def refuse(url: str, kind: type[StoreError], words: str) -> None:
    with pytest.raises(kind) as error:
        open_database(url)
    assert words in str(error.value)
    assert str(error.value).isprintable()


def test_a_new_database_is_ready_and_opens_again(url: str) -> None:
    open_database(url).close()
    with open_workspace(url) as workspace:
        assert list_actions.count(workspace) == 0
        assert workspace.revision() == 0


def test_what_cannot_be_a_database_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("Referat fra mødet " * 50, encoding="utf-8")
    refuse(sqlite_url(tmp_path, "text.db"), StoreDamaged, "not an SQLite database")
    refuse(f"sqlite:///{tmp_path}", StoreUnavailable, "folder")
    refuse(sqlite_url(tmp_path / "no"), StoreUnavailable, "folder does not exist")
    refuse("mysql://host/x", StoreUnavailable, "SQLite")
    refuse("rubbish", StoreUnavailable, "address")
    refuse("postgresql+psycopg://u:secret@127.0.0.1:1/x", StoreUnavailable, "does not answer")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE recipes (name)")
    other.close()
    before = (tmp_path / "other.db").read_bytes()
    refuse(sqlite_url(tmp_path, "other.db"), StoreUnavailable, "another program")
    assert (tmp_path / "other.db").read_bytes() == before


def test_a_newer_or_older_schema_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    open_database(url).close()
    monkeypatch.setattr(database, "SCHEMA", database.SCHEMA - 1)
    refuse(url, StoreTooNew, "update the program")
    monkeypatch.setattr(database, "SCHEMA", database.SCHEMA + 2)
    refuse(url, StoreOutdated, "tracker migrate")


def test_a_database_cut_short_is_damaged_not_a_traceback(tmp_path: Path) -> None:
    with open_workspace(sqlite_url(tmp_path)) as workspace:
        for n in range(30):
            bring(workspace, Punkt(f"Sag {n}", (LISTS,)), day=date(2017, 1, 1 + n), forum=f"Forum {n}")
    whole = (tmp_path / "tracker.db").read_bytes()
    (tmp_path / "tracker.db").write_bytes(whole[: len(whole) // 3])
    with pytest.raises(TrackerError), open_workspace(sqlite_url(tmp_path)) as workspace:
        list(list_actions.every(workspace))


@pytest.mark.parametrize(
    ("kind", "remote"), [("ext4", False), ("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("9p", False), ("overlay", False)]
)
def test_network_shares_are_known_by_their_kind(tmp_path: Path, kind: str, remote: bool) -> None:
    table = tmp_path / "mountinfo"
    share = f"{tmp_path.as_posix()}/my\\040share"
    lines = ["22 1 0:21 / / rw - ext4 /dev/sda rw", f"23 22 0:22 / {share} rw shared:1 - {kind} srv:/x rw", "broken line"]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = files._mount_kind(tmp_path / "my share" / "tracker.db", table)
    assert found == kind
    assert files.is_network(found) is remote
    assert files._mount_kind(tmp_path, tmp_path / "none") is None


def test_a_database_on_a_share_is_refused_with_a_pointer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "on_network_share", lambda _path: True)
    refuse(sqlite_url(tmp_path), StoreUnavailable, "postgresql+psycopg://")


def test_no_password_is_ever_shown() -> None:
    url = "postgresql+psycopg://anna:hemmelig@db.example/tracker"
    assert "hemmelig" not in failures.safe_url(url)
    error = failures.as_store_error(ValueError("connection to anna:hemmelig failed"), url)
    assert "hemmelig" not in str(error)


@pytest.mark.postgresql
@pytest.mark.skipif(not POSTGRESQL, reason="TRACKER_TEST_POSTGRESQL names no server")
def test_an_empty_server_database_gets_its_tables() -> None:
    with postgresql_database(bare=True) as url:
        with pytest.raises(StoreUnavailable):
            open_database(url, create=False)
        with open_workspace(url) as workspace:
            bring(workspace, Punkt("Sag", (LISTS,)))
            assert list_actions.count(workspace) == 1


def test_checks_in_the_database_refuse_what_cannot_be(workspace: Workspace) -> None:
    (id_,) = bring(workspace, Punkt("Sag", (LISTS,))).added
    for assignment in ("status = 'hacked'", "light = 'blue'", "due = NULL", "confidence = 2", "version = 0", "document_id = 999"):
        with pytest.raises(StoreError), workspace.database.write() as connection:
            connection.execute(text(f"UPDATE action SET {assignment} WHERE id = :id"), {"id": id_})


def test_a_workspace_serves_several_threads(workspace: Workspace) -> None:
    bring(workspace, Punkt("Sag", (LISTS,)))
    found: list[int] = []

    def look() -> None:
        found.extend(list_actions.count(workspace) for _ in range(10))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 40


def test_a_failed_transaction_leaves_nothing(workspace: Workspace) -> None:
    def fail() -> None:
        with workspace.step("x"):
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert workspace.revision() == 0


def test_services_load_no_database_library_when_imported() -> None:
    import subprocess
    import sys

    code = (
        "import sys; import tracker.services.workspace, tracker.services.list_actions, tracker.services.change_action, "
        "tracker.services.query, tracker.services.action_detail, tracker.services.undo, tracker.services.meetings, "
        "tracker.services.people, tracker.services.import_minutes, tracker.services.follow_through, tracker.services.care; "
        "print([m for m in ('sqlalchemy', 'sqlmodel', 'pydantic', 'alembic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
