"""What the dashboard remembers from one day to the next: view, order, filter, theme. Losing it loses nothing else."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from tracker.services.whole_files import written_whole


@dataclass(slots=True)
class Remembered:
    """The choices last made."""

    view: str = ""
    sort: str = "due"
    descending: bool = False
    group: str = ""
    filter: str = ""
    theme: str = ""


def load(path: Path | None) -> Remembered:
    """Read the choices; a missing or spoilt file means none were made."""
    if path is None:
        return Remembered()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Remembered()
    known = {f.name: type(f.default) for f in fields(Remembered)}
    if not isinstance(found, dict):
        return Remembered()
    remembered = Remembered()
    for name, value in found.items():
        if name in known and isinstance(value, known[name]):
            setattr(remembered, name, value)
    return remembered


def save(path: Path | None, remembered: Remembered) -> None:
    """Write the choices; a disk that refuses is no reason to trouble anyone."""
    if path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(path) as place:
            place.write_text(json.dumps(asdict(remembered), ensure_ascii=False), encoding="utf-8")
    except OSError:
        return
