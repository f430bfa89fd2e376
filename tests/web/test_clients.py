"""Real calendar programs on loopback: what they make of the feeds. Each test is skipped where its program is not installed.

Debian: khal vdirsyncer todoman calcurse nodejs; ical.js (which Thunderbird reads calendars with) by `npm install --prefix .ci/clients
--no-save ical.js@2`; vobject by pip.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import urllib.request
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tracker.domain.deadline import Deadline, Precision
from tracker.domain.followup import ActionItem
from tracker.services import change_action, meetings
from tracker.services.feed_cards import FeedKind
from tracker.services.feed_options import FeedOptions
from tracker.services.publish import Publisher, create
from tracker.services.workspace import Workspace

ICAL_JS = ROOT / ".ci" / "clients" / "node_modules" / "ical.js" / "dist" / "ical.es5.cjs"
HOSTILE = 'Sagde: "A; B, C"\r\nBEGIN:VEVENT\r\nSUMMARY:falsk\r\nEND:VEVENT 👍 ' + "æøå " * 40


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def run(*command: str, home: Path, text: str = "") -> str:
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "Europe/Copenhagen"}
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", env=environment, timeout=60, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


class Subscription:
    """The addresses of a calendar with one of everything, on a running server, and who stands in it."""

    def __init__(self, base: str, publisher: Publisher, workspace: Workspace, cards: dict[str, ActionItem]) -> None:
        self.workspace, self.cards = workspace, cards
        self.events = base + publisher.path(create(workspace, FeedKind.ALL, options=FeedOptions(alarm_days=(1,)))) + ".ics"
        self.tasks = base + publisher.path(create(workspace, FeedKind.ALL, options=FeedOptions(tasks=True))) + ".ics"

    def fetch(self, url: str) -> bytes:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return bytes(answer.read())


@pytest.fixture
def subscription(
    publisher: Publisher, workspace: Workspace, card: Callable[..., Any], serving: Callable[..., Any]
) -> Iterator[Subscription]:
    february = Deadline("i februar 2018", date(2018, 2, 1), date(2018, 2, 28), Precision.MONTH)
    noon = Deadline("senest den 1. maj kl. 12", due=date(2018, 5, 1), time="12:00")
    quarterly = Deadline("hvert kvartal", due=date(2018, 3, 31), recurrence="FREQ=MONTHLY;INTERVAL=3;COUNT=4")
    cards = {
        "day": card("Morten sender listen til Åse"),
        "range": card("Økonomi fremlægger en plan", deadline=february, due=None),
        "noon": card("Ansøgningen sendes", deadline=noon, due=None),
        "quarterly": card("Tallene opgøres", deadline=quarterly, due=None),
        "done": card("Notatet er skrevet"),
        "dropped": card("Turen planlægges"),
        "hostile": card("Fjendtlig tekst", quote=HOSTILE),
    }
    change_action.done(workspace, cards["done"])
    change_action.drop(workspace, cards["dropped"])
    meetings.plan(workspace, [("Chefforum", date(2017, 9, 27))])
    with serving(publisher) as base:
        yield Subscription(base, publisher, workspace, cards)


@pytest.fixture
def synced(subscription: Subscription, tmp_path: Path) -> Callable[[], Path]:
    """Fetches both calendars with vdirsyncer, as often as it is called; gives the folder with `events` and `tasks`."""
    vdirsyncer = program("vdirsyncer")
    pairs = {"events": subscription.events, "tasks": subscription.tasks}
    lines = ["[general]", f"status_path = {json.dumps(str(tmp_path / 'status'))}"]
    for name, url in pairs.items():
        lines += [f"[pair {name}]", f'a = "{name}_remote"', f'b = "{name}_local"', "collections = null", 'conflict_resolution = "a wins"']
        lines += [f"[storage {name}_remote]", 'type = "http"', f"url = {json.dumps(url)}"]
        lines += [f"[storage {name}_local]", 'type = "filesystem"', f"path = {json.dumps(str(tmp_path / name))}", 'fileext = ".ics"']
        (tmp_path / name).mkdir()
    (tmp_path / "vdirsyncer.conf").write_text("\n".join(lines) + "\n")
    command = [vdirsyncer, "-c", str(tmp_path / "vdirsyncer.conf")]
    run(*command, "discover", home=tmp_path, text="y\n" * 4)

    def sync() -> Path:
        run(*command, "sync", "--force-delete", home=tmp_path)
        return tmp_path

    return sync


def khal(folder: Path) -> str:
    zone = "Europe/Copenhagen"
    (folder / "khal.conf").write_text(
        f"[calendars]\n[[feed]]\npath = {folder / 'events'}\nreadonly = True\n[sqlite]\npath = {folder / 'khal.db'}\n[locale]\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"timeformat = %H:%M\nlocal_timezone = {zone}\ndefault_timezone = {zone}\n"
    )
    shape = "{start-date} {start-time} {title} {status}{repeat-symbol}"
    return run(program("khal"), "-c", str(folder / "khal.conf"), "list", "-df", "", "-f", shape, "2017-07-01", "500d", home=folder)


def todoman(folder: Path) -> str:
    (folder / "todoman.py").write_text(
        f"path = {str(folder / 'tasks')!r}\ndate_format = '%Y-%m-%d'\ntime_format = '%H:%M'\ncache_path = {str(folder / 'todo.db')!r}\n"
    )
    found = shutil.which("todoman") or program("todo")
    return run(found, "--config", str(folder / "todoman.py"), "list", "--status", "ANY", home=folder)


def test_khal_shows_each_deadline_on_its_day(synced: Callable[[], Path]) -> None:
    shown = khal(synced()).splitlines()
    for line in (
        "2017-08-15  Frist: Morten sender listen til Åse (Morten Hansen)",
        "2017-08-15  Udført: Notatet er skrevet (Morten Hansen)",
        "2018-02-28  Frist (i februar 2018): Økonomi fremlægger en plan (Morten Hansen)",
        "2018-05-01 12:00 Frist: Ansøgningen sendes (Morten Hansen)",
        "2017-09-27  Møde: Chefforum (frister: 2, overskredet: 0)",
    ):
        assert any(found.strip().startswith(line) for found in shown), (line, shown)
    assert sum("Tallene opgøres" in found for found in shown) == 3  # the fourth quarter lies beyond the days asked for
    assert any("Turen planlægges" in found and "CANCELLED" in found for found in shown)
    assert not any("falsk" in found for found in shown)


def identities(data: bytes) -> list[bytes]:
    return sorted(line for line in data.splitlines() if line.startswith(b"UID:"))


def test_khal_follows_what_changes(synced: Callable[[], Path], subscription: Subscription) -> None:
    before = khal(synced()).splitlines()
    held = identities(subscription.fetch(subscription.events))  # vdirsyncer makes up its own
    change_action.postpone(subscription.workspace, subscription.cards["day"], date(2017, 10, 2))
    shown = khal(synced())
    assert "2017-10-02  Frist: Morten sender listen til Åse" in shown
    assert "2017-08-15  Frist: Morten sender listen til Åse" not in shown
    assert len(shown.splitlines()) == len(before)  # the same event, not a second one
    assert identities(subscription.fetch(subscription.events)) == held


def test_todoman_lists_the_tasks(synced: Callable[[], Path]) -> None:
    shown = todoman(synced())
    assert "2017-08-15 Frist: Morten sender listen til Åse (Morten Hansen)" in shown
    assert "2018-05-01 12:00 Frist: Ansøgningen sendes" in shown
    assert sum(line.startswith("[X]") for line in shown.splitlines()) == 2
    assert "falsk" not in shown


def test_calcurse_imports_without_a_complaint(subscription: Subscription, tmp_path: Path) -> None:
    calcurse = program("calcurse")
    path = tmp_path / "feed.ics"
    path.write_bytes(subscription.fetch(subscription.events))
    (tmp_path / "calcurse").mkdir()
    told = run(calcurse, "-q", "-D", str(tmp_path / "calcurse"), "-i", str(path), home=tmp_path)
    assert "skipped" not in told or "/ 0 skipped" in told
    held = run(calcurse, "-q", "-D", str(tmp_path / "calcurse"), "-G", home=tmp_path)
    assert "08/15/2017 [1]" in held
    assert "Frist: Morten sender listen til Åse (Morten Hansen)" in held
    assert "05/01/2018 @ 12:00 -> 05/01/2018 @ 12:30" in held


def test_ical_js_reads_every_feed(subscription: Subscription, tmp_path: Path) -> None:
    node = program("node")
    if not ICAL_JS.is_file():
        pytest.skip("ical.js is not installed")
    script = tmp_path / "read.cjs"
    script.write_text(
        f"const ICAL = require({json.dumps(str(ICAL_JS))});\n"
        "const calendar = new ICAL.Component(ICAL.parse(require('fs').readFileSync(0, 'utf8')));\n"
        "const parts = [...calendar.getAllSubcomponents('vevent'), ...calendar.getAllSubcomponents('vtodo')];\n"
        "console.log(JSON.stringify(parts.map(part => [part.getFirstPropertyValue('uid'), part.getFirstPropertyValue('summary'),\n"
        "  part.getFirstPropertyValue('description'),\n"
        "  String(part.getFirstPropertyValue('dtstart') || part.getFirstPropertyValue('due'))])));\n"
    )
    for url in (subscription.events, subscription.tasks):
        parts = {uid: rest for uid, *rest in json.loads(run(node, str(script), home=tmp_path, text=subscription.fetch(url).decode()))}
        day = subscription.cards["day"]
        assert parts[day.uid][0] == "Frist: Morten sender listen til Åse (Morten Hansen)"
        assert parts[day.uid][2].startswith("2017-08-15")
        assert parts[subscription.cards["hostile"].uid][1].startswith('“Sagde: "A; B, C" BEGIN:VEVENT SUMMARY:falsk END:VEVENT 👍 æøå')
        assert len(parts) == len(subscription.cards) + (url == subscription.events)


def test_vobject_reads_every_feed(subscription: Subscription) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        vobject = pytest.importorskip("vobject")
        for url, name in ((subscription.events, "vevent"), (subscription.tasks, "vtodo")):
            calendar = vobject.readOne(subscription.fetch(url).decode())
            parts = {part.uid.value: part for part in calendar.contents[name]}
            assert parts[subscription.cards["day"].uid].summary.value == "Frist: Morten sender listen til Åse (Morten Hansen)"
            assert len(parts) == len(subscription.cards) + (name == "vevent")


def test_the_quick_check_finds_nothing_wrong(subscription: Subscription, tmp_path: Path) -> None:
    for url in (subscription.events, subscription.tasks):
        command = [sys.executable, "-m", "tracker", "feeds", "test", url] if (ROOT / "tracker" / "__main__.py").exists() else None
        code = "import sys; from tracker.cli.app import run; sys.exit(run(['feeds', 'test', sys.argv[1]]))"
        done = subprocess.run(
            command or [sys.executable, "-c", code, url], capture_output=True, encoding="utf-8", cwd=ROOT, timeout=60, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "✗" not in done.stdout
        assert "304" in done.stdout
