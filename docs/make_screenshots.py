"""Pictures of every view with the bundled sample minutes, on the demo's own day: `python docs/make_screenshots.py [FOLDER]`.

Writes SVG into docs/screens; the fonts they would fetch from the internet are left out. The picture of the dashboard in a browser is
made by docs/browser_screenshot.py.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
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
    ("next-meeting", (120, 40), ("N", "j")),
    ("calendar", (120, 40), ("C",)),
    ("week", (120, 40), ("C", "w")),
    ("timeline", (120, 40), ("T",)),
    ("meetings", (120, 40), ("M", "j")),
    ("people", (120, 40), ("P", "j")),
    ("statistics", (120, 40), ("I",)),
    ("whole-item", (120, 40), ("j", "o")),
    ("postpone", (120, 40), ("p", *"medio", "space", *"august")),
    ("quick-add", (120, 40), ("plus", *typed("Kaj sender budgettet til Ragna inden fredag"))),
    ("done", (120, 40), ("d",)),
    ("help", (120, 40), ("question_mark",)),
)


def prepared(folder: Path) -> str:
    """A database with the samples and a little life in it."""
    url = f"sqlite:///{(folder / 'demo.db').as_posix()}"
    with opened(url) as workspace:
        import_files(workspace, [str(samples.folder())], rules=Rules(history_after_days=100_000))
        cards = list(every(workspace, OPEN))
        done(workspace, cards[:4])
        for card, colour in zip(cards[4:10], (Light.GREEN, Light.RED, Light.YELLOW, Light.GREEN, Light.YELLOW, Light.GREEN), strict=False):
            light(workspace, card, colour)
    return url


def opened(url: str) -> Workspace:
    return Workspace.open(url, today=samples.demo_day(), user="Lis")


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
    with tempfile.TemporaryDirectory() as folder:
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
