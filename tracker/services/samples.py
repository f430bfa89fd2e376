"""The bundled fictional minutes: where they lie, and the day the demo takes place."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import tracker

DAY_FILE = "demo.toml"


def folder() -> Path:
    """The samples: inside the package when it was installed from a wheel, beside it in a clone or an editable install."""
    package = Path(tracker.__file__).parent
    bundled = package / "_samples"
    return bundled if bundled.is_dir() else package.parent / "data" / "samples"


def demo_day() -> date:
    """The fixed day the demo shows, chosen so that some promises are overdue, some due this week and some later."""
    day: date = tomllib.loads((folder() / DAY_FILE).read_text(encoding="utf-8"))["today"]
    return day
