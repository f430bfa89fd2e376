"""`tracker feeds` and `tracker serve` as a person uses them."""

from __future__ import annotations

import http.server
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tracker.cli import app
from tracker.domain.tracking import NewAction
from tracker.services.change_action import add
from tracker.services.workspace import Workspace

Run = Callable[..., tuple[int, str, str]]
ADDRESS = re.compile(r"http://127\.0\.0\.1:8080/f/[a-z2-7]{32}\.ics\n")


@pytest.fixture
def database(tmp_path: Path) -> str:
    url = f"sqlite:///{(tmp_path / 'feeds.db').as_posix()}"
    with Workspace.open(url, today=date(2017, 7, 1), user="Sekretær") as workspace:
        new = NewAction("Morten sender listen", responsible=("Morten Hansen",), due=date(2017, 8, 15), forum="Chefforum")
        add(workspace, new)
    return url


@pytest.fixture
def run(database: str, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_line(*line: str) -> tuple[int, str, str]:
        status = app.run([*line, "--db", database, "--lang", "en"])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run_line


def test_an_address_is_made_once_and_told_to_be_local(run: Run) -> None:
    status, out, err = run("feeds", "url", "--person", "Morten")
    assert status == 0
    assert ADDRESS.fullmatch(out)
    assert "this machine only" in err
    assert run("feeds", "url", "--person", "Morten Hansen")[1] == out
    assert run("feeds", "url", "--person", "Morten Hansen", "--tasks", "--alarm", "1", "--alarm", "7")[1] != out


def test_the_public_address_is_used_where_it_is_known(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_BASE_URL", "https://opfolgning.example.dk/kalender")
    status, out, err = run("feeds", "url", "--all")
    assert (status, err) == (0, "")
    assert out.startswith("https://opfolgning.example.dk/kalender/f/")


def test_the_list_shows_no_address(run: Run) -> None:
    assert "tracker feeds url" in run("feeds", "list")[2]
    secret = run("feeds", "url", "--forum", "Chefforum", "--hide-titles", "--label", "Telefon")[1][-37:-5]
    status, out, _err = run("feeds", "list")
    assert status == 0
    assert "forum Chefforum [Telefon]" in out
    assert "hide_titles=1" in out
    assert secret not in out
    (feed,) = json.loads(run("feeds", "list", "--json")[1])["feeds"]
    assert (feed["kind"], feed["about"], feed["revoked"]) == ("forum", "Chefforum", False)
    assert secret not in json.dumps(feed)


def test_rotating_and_revoking(run: Run) -> None:
    old = run("feeds", "url", "--all")[1]
    id_ = json.loads(run("feeds", "list", "--json")[1])["feeds"][0]["id"]
    status, new, _err = run("feeds", "rotate", id_)
    assert status == 0
    assert ADDRESS.fullmatch(new)
    assert new != old
    assert run("feeds", "url", id_)[1] == new
    assert run("feeds", "revoke", id_)[0] == 0
    assert "revoked" in run("feeds", "list")[1]
    assert run("feeds", "url", "--all")[1] not in (old, new)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (["url"], 2),
        (["url", "--all", "--person", "x"], 2),
        (["url", "--person", "Ukendt Person"], 1),
        (["url", "nosuch"], 1),
        (["rotate", "nosuch"], 1),
        (["revoke", "nosuch"], 1),
        (["url", "--query", "frist<ikkeendag"], 2),
        (["url", "--all", "--alarm", "999"], 2),
        (["test", "ftp://x"], 2),
        (["test", "http://127.0.0.1:1/x.ics"], 1),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, line: list[str], status: int) -> None:
    got, _out, err = run("feeds", *line)
    assert got == status
    assert "Traceback" not in err


@pytest.fixture
def bad_server() -> Iterator[str]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
            self.wfile.write(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n")

        def log_message(self, *_arguments: object) -> None:
            """Keep quiet."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/x.ics"
        server.shutdown()


def test_the_quick_check_names_what_is_wrong(run: Run, bad_server: str) -> None:
    status, out, _err = run("feeds", "test", bad_server)
    assert status == 1
    for line in ("✓ status 200", "✗ content type text/plain", "✗ has no ETag", "✗ line ends are not CRLF", "✗ an unchanged calendar"):
        assert line in out


@pytest.mark.parametrize("url", ["ftp://x.dk", "x.dk", "https://x.dk/?a=1", "https://x y.dk", "https://"])
def test_a_base_address_that_cannot_be_one_is_refused(run: Run, url: str) -> None:
    status, _out, err = run("serve", "--base-url", url)
    assert status == 2
    assert "not an http or https address" in err


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGTERM there")
def test_the_server_runs_and_stops_when_told(run: Run, database: str) -> None:
    address = run("feeds", "url", "--all")[1].strip()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = "import sys; from tracker.cli.app import run; sys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "serve", "--db", database, "--port", str(port), "--lang", "en"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", env=os.environ | {"TRACKER_BASE_URL": ""}) as server:
        body = patiently(address.replace(":8080", f":{port}"))
        server.send_signal(signal.SIGTERM)
        _out, err = server.communicate(timeout=20)
    assert b"SUMMARY:Due: Morten sender listen" in body
    assert server.returncode == 0
    assert "Serving calendars" in err
    assert "Traceback" not in err
    assert "/f/….ics feed=" in err
    assert address.rpartition("/")[2][:32] not in err


def patiently(url: str) -> bytes:
    until = time.monotonic() + 20
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return bytes(answer.read())
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def test_a_port_that_is_taken_is_told(run: Run, database: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code = "import sys; from tracker.cli.app import run; sys.exit(run(sys.argv[1:]))"
        command = [sys.executable, "-c", code, "serve", "--db", database, "--port", str(taken.getsockname()[1])]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=30, check=False)
    assert done.returncode == 1
    assert "address already in use" in done.stderr
    assert "Traceback" not in done.stderr
