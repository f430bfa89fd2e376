"""One run of a screen program without a terminal: prints when the first frame and the rows were painted, or key to paint.

python paint.py start|keys hello | table ROWS | tracker DATABASE
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time

START = time.perf_counter()

from textual import events  # noqa: E402  the clock starts before anything is loaded
from textual.app import App  # noqa: E402

LOADED = time.perf_counter() - START
KEYS = 13
EARLY = 5
ANSWER = 0.035
PAGES = ("pagedown", "pagedown", "pagedown", "pageup", "pageup", "pageup")
"""So far that the list scrolls each time, and comes back."""


class Timed:
    """What is measured of an application: its paints."""

    def __init__(self) -> None:
        self.frame = 0.0
        self.rows = 0.0
        self.painted = 0.0
        self.shown = asyncio.Event()


def timed(base: type[App[None]], timing: Timed) -> type[App[None]]:
    """The application with a clock at its display."""

    class TimedApp(base):  # type: ignore[misc,valid-type]
        def _display(self, screen: object, renderable: object) -> None:
            super()._display(screen, renderable)
            if renderable is not None:
                timing.painted = time.perf_counter()
                timing.frame = timing.frame or timing.painted
                if not timing.rows and self.has_rows():
                    timing.rows = timing.painted
                    timing.shown.set()

        def has_rows(self) -> bool:
            return True

        def is_settled(self) -> bool:
            """Whether nothing is under way any more."""
            return True

    return TimedApp


async def key_to_paint(app: App[None], timing: Timed, *keys: str, times: int = KEYS, rest: float = 0.12) -> float:
    """The median from a key (of `keys` in turn) to the last paint that answers it, in seconds.

    A scrolling list may paint its cursor first and its lines after; what the evidence pane then shows, it shows after ANSWER.
    """
    took = []
    for number in range(times):
        await asyncio.sleep(rest)  # until whatever the last key started is over
        before = time.perf_counter()
        timing.painted = 0.0
        app.post_message(events.Key(keys[number % len(keys)], None))
        while not timing.painted or time.perf_counter() - before < ANSWER:
            await asyncio.sleep(0)
        took.append(timing.painted - before)
    return statistics.median(took)


async def measure(app: App[None], timing: Timed, keys: bool) -> None:
    task = asyncio.ensure_future(app.run_async(headless=True, size=(120, 40)))
    await timing.shown.wait()
    found = {"frame": timing.frame - START, "cards": timing.rows - START}
    if keys:
        found |= {"early": await key_to_paint(app, timing, "down", times=EARLY, rest=0.03)}
        while not app.is_settled():  # type: ignore[attr-defined]
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.2)
        found |= {"step": await key_to_paint(app, timing, "down"), "page": await key_to_paint(app, timing, *PAGES)}
    sys.stdout.write(json.dumps(found))
    app.exit()
    await task


def hello(timing: Timed) -> App[None]:
    from textual.widgets import Static

    class Hello(App[None]):
        def compose(self):
            yield Static("Hello")

    return timed(Hello, timing)()


def table(timing: Timed, rows: int) -> App[None]:
    from textual.widgets import DataTable

    class Table(App[None]):
        def compose(self):
            yield DataTable()

        def on_mount(self) -> None:
            grid = self.query_one(DataTable)
            grid.cursor_type = "row"
            grid.add_columns("Frist", "Over", "Ansvarlig", "Hvad", "Fra", "Lys")
            grid.add_rows(("15. aug. 2017", "5 dage over", "Birgit", f"Kort {n} om noget", "Ledergruppen", "") for n in range(rows))

    return timed(Table, timing)()


def tracker(timing: Timed, database: str) -> App[None]:
    from datetime import date

    from tracker.tui.pace import hurry

    hurry()
    from tracker.tui.app import TrackerApp

    today = date(2017, 8, 16)

    def open_workspace():
        from tracker.services.workspace import Workspace

        return Workspace.open(f"sqlite:///{database}", today=today, user="lis")

    class Measured(timed(TrackerApp, timing)):  # type: ignore[misc]
        def has_rows(self) -> bool:
            found = self.screen.query("CardList")
            return bool(found) and found.first().total > 0

        def is_settled(self) -> bool:
            return self.is_ready and bool(self.screen._views) and self.screen._views[0].count is not None

    def board():
        from tracker.tui.board import Board

        return Board(open_workspace, today=today, user="lis")

    return Measured(board, today=today, address=f"sqlite:///{database}", user="lis")


if __name__ == "__main__":
    timing = Timed()
    what, kind, *arguments = sys.argv[1:]
    made = {"hello": hello, "table": lambda t: table(t, int(arguments[0])), "tracker": lambda t: tracker(t, arguments[0])}[kind](timing)
    asyncio.run(measure(made, timing, keys=what == "keys"))
