"""How fast the dashboard is, as ratios to a bare Textual "hello" and to a DataTable, measured in processes of their own.

The long run with a million cards is asked for with TRACKER_TEST_MILLION=1 (half a minute to fill the database).
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.conftest import opened
from tracker.domain.tracking import NewAction
from tracker.services import change_action

ROOT = Path(__file__).parents[2]
MILLION = bool(os.environ.get("TRACKER_TEST_MILLION"))
SIZES = (100, 10_000, 1_000_000) if MILLION else (100, 10_000)
REPEATS = 4
SCRIPT = Path(__file__).parent / "paint.py"


def filled(path: Path, count: int) -> None:
    """A database with `count` open cards, copies of one on days all around today; the full-text index stays empty."""
    with opened(f"sqlite:///{path.as_posix()}") as workspace:
        change_action.add(workspace, NewAction("Birgit rykker afdelingerne", responsible=("Birgit",), forum="Ledergruppen"))
    with sqlite3.connect(path) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(action)")]
        connection.execute("DROP TRIGGER action_search_insert")
        day = "date('2017-06-01', '+' || (i * 7919 % 400) || ' days')"
        own = {"id": "1 + i", "uid": "'u' || i", "due": day, "due_sort": day, "text": "'Kort ' || i || ' om noget'"}
        chosen = ", ".join(own.get(c, f'a."{c}"') for c in columns)
        names = ", ".join(f'"{c}"' for c in columns)
        connection.execute(
            f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1}) "
            f"INSERT INTO action ({names}) SELECT {chosen} FROM n, action a WHERE a.id = 1"
        )
        connection.execute("ANALYZE")


def measured(kind: str, *arguments: str) -> dict[str, float]:
    """The best, in seconds, of what one kind of program took in fresh processes: what it costs without the machine's other work."""
    runs = []
    for _ in range(REPEATS):
        done = subprocess.run(
            [sys.executable, str(SCRIPT), kind, *arguments], capture_output=True, text=True, check=True, cwd=ROOT, timeout=120
        )
        runs.append(json.loads(done.stdout.strip().splitlines()[-1]))
    return {name: min(run[name] for run in runs) for name in runs[0]}


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """Everything, measured once."""
    folder = tmp_path_factory.mktemp("cards")
    found = {"hello": measured("hello"), "table": measured("table", "10000")}
    for size in SIZES:
        path = folder / f"{size}.db"
        filled(path, size)
        found[str(size)] = measured("tracker", str(path))
        found[str(size)] |= measured("store", str(path))
    for name, times in found.items():
        ratios = {k: f"{v / found['hello']['frame']:.2f} hello" for k, v in times.items() if k in ("frame", "cards")}
        sys.stdout.write(f"{name} { {k: f'{v * 1000:.1f} ms' for k, v in times.items()} } {ratios}\n")
    return found


def best(figures: dict[str, dict[str, float]], what: str) -> float:
    """The best over the sizes, which `test_size_does_not_matter` keeps together."""
    return min(figures[str(size)][what] for size in SIZES)


def test_the_frame_is_painted_about_as_soon_as_a_bare_hello(figures: dict[str, dict[str, float]]) -> None:
    assert best(figures, "frame") <= 1.3 * figures["hello"]["frame"]


def test_the_cards_follow_as_soon_as_the_store_can_give_them(figures: dict[str, dict[str, float]]) -> None:
    """Loading the database library and opening the database takes most of the time; screens and widgets are loaded meanwhile."""
    assert best(figures, "cards") <= 2.5 * (figures["hello"]["frame"] + best(figures, "read"))


@pytest.mark.parametrize("what", ["frame", "cards", "step", "page"])
def test_size_does_not_matter(figures: dict[str, dict[str, float]], what: str) -> None:
    noise = 0.004 if what in ("step", "page") else 0.15 if what == "frame" else 0.5  # seconds: the clock of a busy machine
    assert figures[str(SIZES[-1])][what] <= 1.3 * figures[str(SIZES[0])][what] + noise


@pytest.mark.parametrize("size", SIZES)
def test_a_key_is_answered_faster_than_by_a_table_of_ten_thousand(figures: dict[str, dict[str, float]], size: int) -> None:
    assert figures[str(size)]["page"] <= figures["table"]["page"]
    assert figures[str(size)]["frame"] <= figures["table"]["cards"] / 2
