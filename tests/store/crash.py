"""Kills, I/O errors and crowds, as a script: `python -m tests.store.crash kills 1000`, `errors 200`, `crowd 60`.

Each prints what it did as one JSON line and exits with 1 when the database was ever invalid or anything acknowledged was lost.
A forked child does the work, so that a thousand kills take a minute; needs a system with fork.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import select
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import event

from tests.store.databases import Promise, Punkt, by, open_workspace, referat, sqlite_url
from tracker.errors import Conflict, StoreError
from tracker.services import change_action, list_actions
from tracker.services.import_minutes import import_one
from tracker.services.workspace import Workspace

PER_DATABASE = 50
"""Kills after which a fresh database is begun, so that checking stays quick."""


def promises(n: int) -> int:
    """How many cards referat number `n` has: what makes half a document noticeable."""
    return n % 5 + 2


def bring(workspace: Workspace, n: int, name: str = "") -> None:
    """Import referat number `n`."""
    day = date(2017, 6, 1) + timedelta(days=n)
    items = [
        Punkt(f"Sag {n} nummer {k}", (Promise(f"Helle udarbejder papir {n}-{k} til mødet", ("Helle",), by(day)),))
        for k in range(promises(n))
    ]
    minutes, extraction = referat(day, items, name=name or f"{n}.txt", forum=f"Forum {name or n % 3}")
    import_one(workspace, minutes, extraction)


def fork(work: Callable[[], None]) -> int:
    """Run `work` in a child; returns its process id."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


@contextlib.contextmanager
def folder() -> Iterator[Path]:
    """A folder that goes when done."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def faults(path: Path, acknowledged: dict[str, str]) -> list[str]:
    """What is wrong with a database after a crash."""
    found = []
    with contextlib.closing(sqlite3.connect(path)) as raw:
        if raw.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            found.append("integrity")
        if raw.execute("PRAGMA foreign_key_check").fetchall():
            found.append("orphans")
        counts = dict(raw.execute("SELECT d.source, count(a.id) FROM document d LEFT JOIN action a ON a.document_id = d.id GROUP BY d.id"))
        items = dict(raw.execute("SELECT d.source, count(i.id) FROM document d LEFT JOIN item i ON i.document_id = d.id GROUP BY d.id"))
        found += [f"half a document: {s}" for s in counts if not counts[s] == items[s] == promises(int(s.split(".")[0]))]
        notes = {text for (text,) in raw.execute("SELECT text FROM note")}
        for what, kind in acknowledged.items():
            if what not in (counts if kind == "document" else notes):
                found.append(f"lost: {kind} {what}")
    return found


def _toil(url: str, first: int, out: int) -> None:
    """Import and write notes without end, telling the parent: w = first write, d = a document is in, n = a note is in."""
    workspace = open_workspace(url)
    writing = [False]

    def on_statement(_c: object, _cur: object, statement: str, *_more: object) -> None:
        if not writing[0] and statement.startswith("INSERT"):
            writing[0] = True
            os.write(out, b"w\n")

    event.listen(workspace.database.engine, "before_cursor_execute", on_statement)
    for n in range(first, first + 10_000):
        writing[0] = False
        bring(workspace, n)
        os.write(out, f"d {n}.txt\n".encode())
        cards = list_actions.page(workspace, limit=1).items
        change_action.note(workspace, cards[0], f"note {n}")
        os.write(out, f"n note {n}\n".encode())


class Told:
    """What a child has told: what it got acknowledged, and whether it was writing when last heard of."""

    def __init__(self, out: int, acknowledged: dict[str, str]) -> None:
        self.out = out
        self.acknowledged = acknowledged
        self.held = b""
        self.writing = False
        self.documents = 0

    def hear(self) -> bool:
        """Read what there is; False when the child can tell no more."""
        chunk = os.read(self.out, 65536)
        *lines, self.held = (self.held + chunk).split(b"\n")
        for line in lines:
            mark, _, what = line.decode().partition(" ")
            self.writing = mark == "w"
            if mark != "w":
                self.acknowledged[what] = "document" if mark == "d" else "note"
                self.documents += mark == "d"
        return bool(chunk)


def _await_kill(told: Told, *, inside: bool) -> None:
    """Wait for a random instant: any at all, or one while a write is under way."""
    documents = random.randrange(4)
    until = time.monotonic() + (5.0 if inside else 0.02 + random.random() * 0.15)
    while (left := until - time.monotonic()) > 0 and (not select.select([told.out], [], [], left)[0] or told.hear()):
        if inside and told.writing and told.documents >= documents:
            time.sleep(random.random() * 0.003)
            return


def kills(count: int) -> dict[str, object]:
    """Kill an importing process `count` times at random instants."""
    inside, wrong, n = 0, [], 0
    open_workspace("sqlite://").close()
    while n < count:
        with folder() as place:
            url, acknowledged = sqlite_url(place), {}
            open_workspace(url).close()
            for _ in range(min(PER_DATABASE, count - n)):
                n += 1
                reader, writer = os.pipe()
                first = 1 + max((int(w.split(".")[0]) for w, k in acknowledged.items() if k == "document"), default=0)
                pid = fork(lambda url=url, first=first, writer=writer: _toil(url, first, writer))  # type: ignore[misc]
                os.close(writer)
                told = Told(reader, acknowledged)
                _await_kill(told, inside=n % 4 != 0)
                os.kill(pid, signal.SIGKILL)
                if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) != -signal.SIGKILL:
                    wrong.append("died by itself")
                while told.hear():
                    pass
                os.close(reader)
                inside += told.writing
                wrong += faults(place / "tracker.db", acknowledged)
    return {"kills": count, "between first write and commit": inside, "faults": wrong}


def _starve(url: str, first: int, out: int, room: int) -> None:
    """Import with room for only so many more bytes in a file: the disk is full, or the write fails, in the middle."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    workspace = open_workspace(url)
    path = workspace.database.file
    assert path is not None
    wal = path.with_name(path.name + "-wal")
    size = max(path.stat().st_size, wal.stat().st_size if wal.exists() else 0)
    if room % 2:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, size + room))
    else:
        with workspace.database.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + room // 8192}")
    try:
        for n in range(first, first + 500):
            bring(workspace, n)
            os.write(out, f"d {n}.txt\n".encode())
    except StoreError as error:
        os.write(out, f"e {error}\n".encode())


def errors(count: int) -> dict[str, object]:
    """Let writing fail `count` times: a full disk and failing writes in turn."""
    wrong, said = [], set()
    open_workspace("sqlite://").close()
    n = 0
    while n < count:
        with folder() as place:
            url, acknowledged = sqlite_url(place), {}
            open_workspace(url).close()
            for _ in range(min(20, count - n)):
                n += 1
                reader, writer = os.pipe()
                first = 1 + max((int(w.split(".")[0]) for w in acknowledged), default=0)
                room = random.randrange(0, 200_000)
                pid = fork(lambda url=url, first=first, writer=writer, room=room: _starve(url, first, writer, room))  # type: ignore[misc]
                os.close(writer)
                _, status = os.waitpid(pid, 0)
                with os.fdopen(reader, encoding="utf-8") as told:
                    for line in told:
                        mark, _, what = line.rstrip("\n").partition(" ")
                        if mark == "d":
                            acknowledged[what] = "document"
                        else:
                            said.add(what.rsplit(": ", 1)[-1])
                wrong += faults(place / "tracker.db", acknowledged) + (["a traceback"] if status else [])
    return {"errors": count, "said": sorted(said), "faults": wrong}


def _crowd_member(url: str, number: int, until: float, out: int) -> None:
    """Import own referater and count up the same card as everybody else, trying again after a conflict."""
    workspace = open_workspace(url, user=f"person{number}")
    imported = counted = n = 0
    try:
        while time.time() < until:
            bring(workspace, n, name=f"{n}.of-{number}.txt")
            imported, n = imported + 1, n + 1
            card = list_actions.get(workspace, 1)
            with contextlib.suppress(Conflict):
                change_action.edit(workspace, card, text=str(int(card.text) + 1))
                counted += 1
    except StoreError as error:
        os.write(out, f"error {error}\n".encode())
    os.write(out, f"{imported} {counted}\n".encode())


def crowd(seconds: int, people: int = 8) -> dict[str, object]:
    """Eight processes import and edit one database at once."""
    with folder() as place:
        url = sqlite_url(place)
        with open_workspace(url) as workspace:
            from tracker.domain.tracking import NewAction

            change_action.add(workspace, NewAction("0"))
        reader, writer = os.pipe()
        until = time.time() + seconds
        pids = [fork(lambda k=k: _crowd_member(url, k, until, writer)) for k in range(people)]  # type: ignore[misc]
        os.close(writer)
        wrong = ["a traceback" for pid in pids if os.waitpid(pid, 0)[1]]
        with os.fdopen(reader, encoding="utf-8") as told:
            lines = told.read().splitlines()
        wrong += [line for line in lines if line.startswith("error")]
        totals = [tuple(map(int, line.split())) for line in lines if not line.startswith("error")]
        with open_workspace(url) as workspace:
            counted = int(list_actions.get(workspace, 1).text)
        stored = sqlite3.connect(place / "tracker.db").execute("SELECT count(*) FROM document").fetchone()[0]
        imported, edits = (sum(t[i] for t in totals) for i in (0, 1))
        wrong += [f"lost updates: {counted} of {edits}"] if counted != edits else []
        wrong += [f"lost imports: {stored} of {imported}"] if stored != imported else []
        wrong += faults(place / "tracker.db", {})
    return {"seconds": seconds, "people": people, "imports": imported, "edits": edits, "faults": wrong}


if __name__ == "__main__":
    found = {"kills": kills, "errors": errors, "crowd": crowd}[sys.argv[1]](int(sys.argv[2]))
    print(json.dumps(found))  # noqa: T201
    sys.exit(1 if found["faults"] else 0)
