from __future__ import annotations

import errno
import io
import os
import sqlite3
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.services.test_import_minutes import ABSENCE, LISTS, PLAN, bring, state
from tests.store.databases import POSTGRESQL, Punkt, open_workspace, postgresql_database, sqlite_url
from tracker.errors import InputError, MissingFile, StoreDamaged, StoreError, StoreUnavailable, WriteFailed
from tracker.services import care, change_action, feed_registry, follow_through, list_actions, people, undo
from tracker.services.workspace import Workspace


def stock(workspace: Workspace) -> None:
    """A bit of everything that is stored."""
    ids = bring(
        workspace, Punkt("Kursus i ledelse", (LISTS, PLAN), case="81.04.00-A00-1-16"), Punkt("Sygefravær i dagtilbud", (ABSENCE,))
    ).added
    bring(workspace, Punkt("Sygefravær i dagtilbud", (LISTS,)), day=date(2017, 8, 16))
    bring(workspace, Punkt("Sygefravær i dagtilbud", (LISTS,), decision="Drøftet"), day=date(2017, 8, 16))
    change_action.note(workspace, ids[0], "æøå “citat” \u2028")
    change_action.merge(workspace, ids[0], ids[1])
    change_action.postpone(workspace, ids[2], date(2017, 12, 24))
    undo.undo(workspace)
    people.join(workspace, "Alle chefer", "Helle")
    feed_registry.create(workspace, "person", "1", options={"todo": "1"})
    feed_registry.server_secret(workspace)


def dumped(workspace: Workspace, folder: Path) -> str:
    care.dump(workspace, folder / "dump.jsonl")
    return (folder / "dump.jsonl").read_text(encoding="utf-8")


def test_a_dump_loads_into_the_same_state(workspace: Workspace, tmp_path: Path) -> None:
    stock(workspace)
    before = dumped(workspace, tmp_path)
    with open_workspace(sqlite_url(tmp_path, "other.db")) as other:
        assert care.load(other, tmp_path / "dump.jsonl") == before.count("\n") - 2
        assert dumped(other, tmp_path) == before
        assert state(other) == state(workspace)
        assert {p.check for p in care.doctor(other)} <= {"clock"}
        assert len(follow_through.proposals(other)) == len(follow_through.proposals(workspace)) > 0
        assert list_actions.count(other) == list_actions.count(workspace)
        bring(other, Punkt("Noget nyt", (PLAN,)), day=date(2017, 9, 1))
        with pytest.raises(InputError):
            care.load(other, tmp_path / "dump.jsonl")


@pytest.mark.postgresql
@pytest.mark.skipif(not POSTGRESQL, reason="TRACKER_TEST_POSTGRESQL names no server")
def test_there_and_back_between_the_databases(tmp_path: Path) -> None:
    with open_workspace(sqlite_url(tmp_path)) as workspace:
        stock(workspace)
        before = dumped(workspace, tmp_path)
    with postgresql_database() as url, open_workspace(url) as server:
        care.load(server, tmp_path / "dump.jsonl")
        assert dumped(server, tmp_path) == before
        added = bring(server, Punkt("Noget nyt", (PLAN,)), day=date(2017, 9, 1)).added
        assert list_actions.get(server, added[0]).item_title == "Noget nyt"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: lines[:-1],
        lambda lines: lines[: len(lines) // 2],
        lambda lines: lines[1:],
        lambda lines: ["[]", *lines[1:]],
        lambda lines: [lines[0].replace('"schema":1', '"schema":99'), *lines[1:]],
        lambda lines: [*lines[:3], '{"table":"action","row":{"id":1}}', *lines[3:]],
        lambda lines: [*lines[:3], '{"table":"sqlite_master","row":{}}', *lines[3:]],
        lambda lines: [line.replace('"status":"open"', '"status":"hacked"') for line in lines],
        lambda lines: ["not json", *lines],
    ],
)
def test_a_broken_dump_is_refused_and_nothing_is_written(tmp_path: Path, spoil: object) -> None:
    with open_workspace(sqlite_url(tmp_path)) as workspace:
        stock(workspace)
        lines = dumped(workspace, tmp_path).splitlines()
    (tmp_path / "broken.jsonl").write_text("\n".join(spoil(lines)) + "\n", encoding="utf-8")  # type: ignore[operator]
    with open_workspace(sqlite_url(tmp_path, "other.db")) as other:
        with pytest.raises(InputError):
            care.load(other, tmp_path / "broken.jsonl")
        assert other.revision() == 0
        with pytest.raises(MissingFile):
            care.load(other, tmp_path / "none.jsonl")


def test_backup_while_in_use_and_restore(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    with open_workspace(url) as workspace:
        stock(workspace)
        before = dumped(workspace, tmp_path)
        assert care.backup(workspace, tmp_path / "backup.db") > 0
        change_action.done(workspace, list_actions.ids(workspace))
        with pytest.raises(InputError):
            care.backup(workspace, tmp_path / "tracker.db")
    kept = care.restore(url, tmp_path / "backup.db")
    assert kept is not None
    with open_workspace(url) as workspace:
        assert dumped(workspace, tmp_path) == before
    with open_workspace(f"sqlite:///{kept}") as former:
        assert list_actions.count(former) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
def test_a_backup_does_not_take_the_place_of_what_is_no_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with open_workspace(sqlite_url(tmp_path)) as workspace, pytest.raises(InputError):
        care.backup(workspace, pipe)
    assert pipe.is_fifo()


def test_restore_refuses_what_is_no_backup(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    with open_workspace(url) as workspace:
        stock(workspace)
    (tmp_path / "text.db").write_text("no database" * 100, encoding="utf-8")
    with pytest.raises(StoreDamaged):
        care.restore(url, tmp_path / "text.db")
    with sqlite3.connect(tmp_path / "foreign.db") as foreign:
        foreign.execute("CREATE TABLE x (y)")
    foreign.close()
    with pytest.raises(StoreUnavailable):
        care.restore(url, tmp_path / "foreign.db")
    with pytest.raises(InputError):
        care.restore(url, tmp_path / "none.db")
    with open_workspace(url) as workspace:
        assert list_actions.count(workspace) > 0


def test_doctor_finds_what_is_wrong(tmp_path: Path) -> None:
    with open_workspace(sqlite_url(tmp_path)) as workspace:
        stock(workspace)
        assert care.doctor(workspace) == ()
        with sqlite3.connect(tmp_path / "tracker.db") as raw:
            raw.execute("DROP TRIGGER action_search_update")
            raw.execute("UPDATE action SET search = ' intet ' WHERE id = 1")
            raw.execute("UPDATE document SET text = text || '\ufffd' WHERE id = 1")
            raw.execute("PRAGMA foreign_keys = OFF")
            raw.execute("INSERT INTO tick VALUES (99, 99, 'x', 'y')")
            raw.execute("UPDATE step SET moment = '2999-01-01' WHERE id = (SELECT max(id) FROM step)")
        raw.close()
        assert {p.check for p in care.doctor(workspace)} == {"search", "derived", "encoding", "orphans", "clock"}
        care.repair_search(workspace)
        assert "search" not in {p.check for p in care.doctor(workspace)}


def test_a_full_disk_is_said_in_one_line_and_loses_nothing(tmp_path: Path) -> None:
    with open_workspace(sqlite_url(tmp_path)) as workspace:
        stock(workspace)
        before = dumped(workspace, tmp_path)
        with workspace.database.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

        def until_full() -> None:
            for n in range(200):
                bring(workspace, Punkt(f"Sag {n} " + "x" * 500, (PLAN,)), day=date(2018, 1, 1), name=f"{n}.txt", forum=f"Forum {n}")

        with pytest.raises(StoreError, match="disk is full") as error:
            until_full()
        assert "\n" not in str(error.value)
        assert before.splitlines()[5] in dumped(workspace, tmp_path)
        assert not care.doctor(workspace)


def test_a_dump_to_a_full_disk_names_the_file(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stock(workspace)
    target = tmp_path / "dump.jsonl"

    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "open", lambda *_args, **_more: Full())
    with pytest.raises(WriteFailed) as caught:
        care.dump(workspace, target)
    assert str(target) in str(caught.value)
    assert not list(tmp_path.glob("dump*"))
