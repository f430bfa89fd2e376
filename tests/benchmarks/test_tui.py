"""How fast the dashboard is: as ratios to a bare Textual "hello" measured beside it, and to a DataTable; each in a process of its own.

A machine that does other work too only ever adds time, so that the best of several rounds is the truth, if rarely a long run's. A round
measures everything once, one after the other; a ratio is that of the bests or the median of the rounds' own, whichever is smaller.
There are more rounds, up to a limit, as long as a ratio does not hold.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.benchmarks.filling import filled

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).parent / "paint.py"
SIZES = (100, 10_000, 1_000_000)
NAMES = [str(size) for size in SIZES]
LEAST, MOST = 5, 15
"""Rounds."""
FRAME, CARDS, GROWTH = 1.3, 2.5, 1.3
"""The most the first frame and the cards may take in terms of a hello, and a million cards in terms of a hundred."""
STEP, PAGE = 0.015, 0.030
"""The most from a key to the paint that answers it, in seconds: one card further, one page further."""
NOISE = 0.002
"""The medians are a few milliseconds, and the clock of a busy machine is coarser than a third of that."""
Figures = dict[str, dict[str, float]]


def painted(*arguments: str) -> dict[str, float]:
    """What one run of paint.py measured, in seconds."""
    done = subprocess.run([sys.executable, str(SCRIPT), *arguments], capture_output=True, text=True, check=True, cwd=ROOT, timeout=120)
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


class Rounds:
    """Several rounds of measuring, and the best of each figure."""

    def __init__(self, measure: Callable[[], Figures], missed: Callable[[Rounds], Iterator[str]], least: int = LEAST, most: int = MOST):
        """More than the `least` number of rounds, up to the `most`, as long as something is `missed`."""
        self.all: list[Figures] = []
        self.best: Figures = {}
        while len(self.all) < least or (len(self.all) < most and any(missed(self))):
            self.all.append(measure())
            self.best = {n: {k: min(r[n][k] for r in self.all) for k in times} for n, times in self.all[0].items()}

    def ratio(self, name: str, what: str, other: str, base: str) -> float:
        """One figure in terms of another."""
        each = statistics.median(r[name][what] / r[other][base] for r in self.all)
        return min(self.best[name][what] / self.best[other][base], each)


def late(rounds: Rounds) -> Iterator[str]:
    """The ratios of a start that do not hold."""
    for what, limit in (("frame", FRAME), ("cards", CARDS)):
        yield from (f"{what} of {n} cards: {r:.2f} hello" for n in NAMES if (r := rounds.ratio(n, what, "hello", "frame")) > limit)
        if (grown := rounds.ratio(NAMES[-1], what, NAMES[0], what)) > GROWTH:
            yield f"{what} of a million cards: {grown:.2f} of a hundred"


def slow(rounds: Rounds) -> Iterator[str]:
    """The answers to keys that take too long."""
    for what, limit in (("step", STEP), ("page", PAGE)):
        least, most = rounds.best[NAMES[0]][what], rounds.best[NAMES[-1]][what]
        yield from (f"a {what} among {name} cards" for name in NAMES if rounds.best[name][what] > limit)
        if most > GROWTH * least + NOISE:
            yield f"a {what} among a million against a hundred"


def told(title: str, rounds: Rounds) -> None:
    """Print the best figures, those of a start as multiples of a hello too."""
    for name, times in rounds.best.items():
        words = [
            f"{k} {v * 1000:.1f} ms" + (f" ({rounds.ratio(name, k, 'hello', 'frame'):.2f} hello)" if "hello" in rounds.best else "")
            for k, v in times.items()
        ]
        sys.stdout.write(f"{title} {name} (best of {len(rounds.all)}): {', '.join(words)}\n")


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """A database of each size; half a gigabyte that is not left behind."""
    folder = tmp_path_factory.mktemp("cards")
    made = {str(size): folder / f"{size}.db" for size in SIZES}
    for name, path in made.items():
        filled(path, int(name))
    yield made
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def keys(databases: dict[str, Path]) -> Rounds:
    """Key to paint."""
    rounds = Rounds(lambda: {name: painted("keys", "tracker", str(path)) for name, path in databases.items()}, slow, least=2, most=6)
    told("keys", rounds)
    return rounds


def test_a_start_takes_little_longer_than_a_bare_hello_whatever_the_number_of_cards(databases: dict[str, Path]) -> None:
    """From the first import to the paint: the program alone."""

    def measure() -> Figures:
        return {"hello": painted("start", "hello"), **{name: painted("start", "tracker", str(p)) for name, p in databases.items()}}

    rounds = Rounds(measure, late)
    told("start", rounds)
    assert not list(late(rounds))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_the_command_paints_as_soon_on_a_terminal(databases: dict[str, Path], tmp_path: Path) -> None:
    """From the start of the process to what is written on a terminal: the command as people give it."""
    from tests.benchmarks.terminal import seen

    command = Path(sys.executable).with_name("tracker")
    hello = tmp_path / "hello.py"
    hello.write_text(
        "from textual.app import App\nfrom textual.widgets import Static\n"
        "class Hello(App):\n    def compose(self):\n        yield Static('Hello')\n"
        "Hello().run()\n"
    )
    environ = {"TERM": "xterm-256color", "XDG_DATA_HOME": str(tmp_path), "TRACKER_TODAY": "2017-08-16", "TRACKER_LANG": "en"}

    def measure() -> Figures:
        found = {"hello": seen([sys.executable, str(hello)], {"frame": "Hello"}, environ)}
        for name, path in databases.items():
            marks = {"frame": "Follow-up", "cards": "om noget"}
            found[name] = seen([str(command), "--db", f"sqlite:///{path.as_posix()}"], marks, environ)
        return found

    rounds = Rounds(measure, late)
    told("terminal", rounds)
    assert not list(late(rounds))


def test_a_key_is_answered_at_once_whatever_the_number_of_cards(keys: Rounds) -> None:
    assert not list(slow(keys))


def test_plain_tables_are_slower(databases: dict[str, Path]) -> None:
    """What would come of handing all rows to the library's own table."""
    most = str(databases[NAMES[-1]])

    def measure() -> Figures:
        return {"table": painted("keys", "table", "10000"), "tracker": painted("keys", "tracker", most)}

    def slower(rounds: Rounds) -> Iterator[str]:
        ours, theirs = rounds.best["tracker"], rounds.best["table"]
        if ours["page"] > theirs["page"] + NOISE:
            yield "a page"
        if ours["cards"] > theirs["cards"] / 2:
            yield "the cards"

    rounds = Rounds(measure, slower, least=1, most=6)
    told("table", rounds)
    assert not list(slower(rounds))
    assert rounds.best["tracker"]["cards"] <= painted("keys", "table", "100000")["cards"] / 10
