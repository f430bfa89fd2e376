"""Pictures of every view with the bundled sample minutes, on the demo's own day: `python docs/make_screenshots.py [FOLDER]`.

A test sees to it that every mode of the dashboard has a picture, and that every picture stands in docs/dashboard.md.

Writes SVG into docs/screens; the fonts they would fetch from the internet are left out. The picture of the dashboard in a browser is
made by docs/browser_screenshot.py.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import sys
import tempfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from tracker import locale
from tracker.domain.followup import Light
from tracker.services import samples
from tracker.services.change_action import done, light
from tracker.services.import_minutes import Rules, import_files
from tracker.services.list_actions import OPEN, every
from tracker.services.workspace import Workspace
from tracker.tui.app import TrackerApp
from tracker.tui.board import Board

FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def typed(text: str) -> list[str]:
    """The keys of a text."""
    return ["space" if letter == " " else letter for letter in text]


PICTURES: tuple[tuple[str, tuple[int, int], tuple[str, ...]], ...] = (
    ("overview", (120, 40), ("j", "j")),
    ("overview-80x24", (80, 24), ("j", "j")),
    ("overview-200x60", (200, 60), ("j", "j")),
    ("overview-light", (120, 40), ("t", "j")),
    ("overview-contrast", (120, 40), ("t", "t", "j")),
    ("grouped", (120, 40), ("b", "a", "j")),
    ("selected", (120, 40), ("space", "space", "space")),
    ("filter", (120, 40), ("slash", *"sygefrav", "ae", "r")),
    ("review", (120, 40), ("v", "j")),
    ("review-80x24", (80, 24), ("v", "j")),
    ("review-200x60", (200, 60), ("v", "j")),
    ("marking", (120, 40), ("v", "j", "M", "left", "shift+right")),
    ("next-meeting", (120, 40), ("N", "j")),
    ("calendar", (120, 40), ("C",)),
    ("week", (120, 40), ("C", "w")),
    ("timeline", (120, 40), ("T",)),
    ("meetings", (120, 40), ("M", "j")),
    ("people", (120, 40), ("P", "j")),
    ("statistics", (120, 40), ("I",)),
    ("whole-item", (120, 40), ("j", "o")),
    ("whole-referat", (120, 40), ("j", "R")),
    ("postpone", (120, 40), ("p", *"medio", "space", *"august")),
    ("quick-add", (120, 40), ("plus", *typed("Kaj sender budgettet til Ragna inden fredag"))),
    ("responsible", (120, 40), ("r", *typed("Ka"))),
    ("light", (120, 40), ("l",)),
    ("import", (120, 40), ("i", *typed("ref"), "tab")),
    ("commands", (120, 40), ("ctrl+p",)),
    ("done", (120, 40), ("d",)),
    ("help", (120, 40), ("question_mark",)),
)


def prepared(folder: Path) -> str:
    """A database with the samples and a little life in it."""
    url = f"sqlite:///{(folder / 'demo.db').as_posix()}"
    with opened(url) as workspace:
        import_files(workspace, [str(samples.folder())], rules=Rules(history_after_days=100_000))
    day = samples.demo_day()
    for months, count in enumerate((2, 7, 5, 9, 4)):
        with opened(url, day - timedelta(days=30 * months)) as workspace:
            held = [c for c in every(workspace, OPEN) if c.due and c.meeting_date and c.meeting_date < workspace.today]
            done(workspace, held[count :: count * 2][:count])
    with opened(url) as workspace:
        cards = list(every(workspace, OPEN))
        for card, colour in zip(cards[4:10], (Light.GREEN, Light.RED, Light.YELLOW, Light.GREEN, Light.YELLOW, Light.GREEN), strict=False):
            light(workspace, card, colour)
    return url


def opened(url: str, day: date | None = None) -> Workspace:
    """The database on the demo's day, or on another."""
    today = day or samples.demo_day()
    return Workspace.open(url, today=today, user="Lis", clock=lambda: datetime.combine(today, time(9), UTC))


async def picture(url: str, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    """The screen after some keys, as SVG."""
    today = samples.demo_day()
    app = TrackerApp(Board(lambda: opened(url), today=today, user="Lis"), today=today)
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        for key in keys:
            await pilot.press("æ" if key == "ae" else key)
            await ready(pilot)
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await ready(pilot, 0.4)
        return FONT.sub("", app.export_screenshot(title="tracker"))


async def ready(pilot: Pilot[None], seconds: float = 0.1) -> None:
    """Wait for the database and for what the last key started."""
    while not pilot.app.is_ready:  # type: ignore[attr-defined]
        await pilot.pause(0.02)
    await pilot.pause(seconds)


async def main(target: Path) -> None:
    locale.use("da")
    target.mkdir(parents=True, exist_ok=True)
    target = target.resolve()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        (Path(folder) / "referater").mkdir()
        for name in ("2026-05-21 chefforum.docx", "2026-06-11 chefforum.docx", "2026-06-15 hovedmed.pdf"):
            (Path(folder) / "referater" / name).touch()
        prepared(Path(folder))
        for name, size, keys in PICTURES:
            copy = Path(folder) / f"{name}.db"
            copy.write_bytes((Path(folder) / "demo.db").read_bytes())
            svg = await picture(f"sqlite:///{copy.as_posix()}", size, keys)
            (target / f"{name}.svg").write_text(svg, encoding="utf-8")
            print(name)
        empty = await picture(f"sqlite:///{(Path(folder) / 'empty.db').as_posix()}", (80, 24), ())
        (target / "empty.svg").write_text(empty, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "screens"))
