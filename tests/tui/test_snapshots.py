"""Every view at three sizes in two themes, as text with its colours: what changed is read in the difference.

`TRACKER_TEST_UPDATE=1` writes the snapshots anew; look at the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.conftest import Run, settled
from tracker.tui.themes import DARK, LIGHT

FOLDER = Path(__file__).parent / "snapshots"
VIEWS = {
    "overview": ("j",),
    "review": ("v",),
    "agenda": ("N",),
    "calendar": ("C",),
    "week": ("w",),
    "timeline": ("T",),
    "meetings": ("M",),
    "people": ("P",),
    "statistics": ("I",),
    "reader": ("escape", "o"),
    "marking": ("M", "left", "shift+right"),
}
DIALOGS = {
    "help": ("escape", "escape", "question_mark"),
    "marking-help": ("escape", "o", "M", "question_mark"),
    "filter": ("escape", "escape", "escape", "slash", "b", "i"),
    "sort": ("escape", "s"),
    "selected": ("escape", "space", "space"),
    "when": ("escape", "p"),
    "drop": ("escape", "x"),
    "quick": ("escape", "plus"),
    "light": ("escape", "l"),
    "who": ("escape", "r"),
}


def picture(app) -> str:
    """The screen as text, then per line the runs of style by letter, then what the letters mean."""
    letters: dict[str, str] = {}
    text, colours = [], []
    for strip in app.screen._compositor.render_strips():
        text.append(strip.text.rstrip())
        runs = ""
        for segment in strip:
            look = str(segment.style.without_color + segment.style.background_style) if segment.style else ""
            colour = segment.style.color.name if segment.style and segment.style.color else ""
            name = letters.setdefault(f"{look} / {colour}", f"{len(letters)}")
            runs += f"{name}*{segment.cell_length} "
        colours.append(runs.rstrip())
    meaning = [f"{name} = {look}" for look, name in letters.items()]
    return "\n".join([*text, "=" * 20, *colours, "=" * 20, *meaning]) + "\n"


SIZES = ((80, 24), (120, 40), (200, 60))


def wanted(size: tuple[int, int]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """View -> keys and themes: every view in both, the dialogs (the same at every size) once."""
    found = {view: (keys, (DARK, LIGHT)) for view, keys in VIEWS.items()}
    return found | ({view: (keys, (DARK,)) for view, keys in DIALOGS.items()} if size == SIZES[0] else {})


def file_of(view: str, size: tuple[int, int], theme: str) -> Path:
    return FOLDER / f"{view}-{size[0]}x{size[1]}-{theme}.txt"


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
async def test_every_view_looks_as_it_did(url: str, run: Run, size: tuple[int, int], tmp_path: Path) -> None:
    different = []
    async with run(url, size) as pilot:
        pilot.app.animation_level = "none"
        for view, (keys, themes) in wanted(size).items():
            for key in keys:
                await pilot.press(key)
            for theme in themes:
                pilot.app.theme = theme
                for field in pilot.app.screen.query(Input):
                    field.cursor_blink = False
                await settled(pilot)
                got = picture(pilot.app)
                file = file_of(view, size, theme)
                if os.environ.get("TRACKER_TEST_UPDATE"):
                    file.parent.mkdir(exist_ok=True)
                    file.write_text(got, encoding="utf-8")
                elif not file.exists() or file.read_text(encoding="utf-8") != got:
                    (tmp_path / file.name).write_text(got, encoding="utf-8")
                    different.append(str(tmp_path / file.name))
            pilot.app.theme = DARK
    assert not different


def test_no_snapshot_is_left_over() -> None:
    names = {file_of(view, size, theme).name for size in SIZES for view, (_keys, themes) in wanted(size).items() for theme in themes}
    assert {p.name for p in FOLDER.glob("*.txt")} == names
