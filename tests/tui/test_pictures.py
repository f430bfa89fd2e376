"""Every mode of the dashboard has a picture, and every picture is made by the script and stands in the documentation."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from tracker.tui.modes import names

DOCS = Path(__file__).parent.parent.parent / "docs"


def made() -> dict[str, tuple[str, ...]]:
    """Name -> keys of the pictures the script makes."""
    spec = importlib.util.spec_from_file_location("make_screenshots", DOCS / "make_screenshots.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return {name: keys for name, _size, keys in script.PICTURES} | {"empty": ()}


def test_every_mode_has_a_picture() -> None:
    keys = {key for pressed in made().values() for key in pressed}
    assert {letter for _mode, letter, _words in names() if letter} <= keys


def test_every_picture_is_there_and_shown() -> None:
    assert {p.stem for p in (DOCS / "screens").glob("*.svg")} == set(made())
    text = (DOCS / "dashboard.md").read_text(encoding="utf-8")
    assert not [name for name in made() if f"screens/{name}.svg" not in text]
