"""Use case: files are imported as they land in a folder. A file still being copied is waited for.

The folder is looked at every second instead of asking the system for notices: those do not come from network shares, where
minutes usually land, and a folder of thousands of files is looked through in milliseconds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import InputError, MissingFile, TrackerError
from tracker.services.import_minutes import DocumentReport, Rules, import_text
from tracker.services.sources import expand, read_one

if TYPE_CHECKING:
    from tracker.reading import Limits
    from tracker.services.workspace import Workspace

EVERY = 1.0
"""Seconds between two looks at the folder."""
SETTLED = 2.0
"""Seconds a file must have stayed as it is: a copy under way grows or is written to."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What a file looked like: when it looks the same for a while, it is whole."""

    size: int
    modified: int


class _Folder:
    """Remembers what was seen and what has been imported."""

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        self.path = path
        self.clock = clock
        self.seen: dict[str, tuple[_Look, float]] = {}
        self.imported: dict[str, _Look] = {}

    def ready(self, settled: float) -> list[str]:
        """Files that have stayed the same for `settled` seconds and are not imported as they are."""
        now = self.clock()
        found = []
        for name in expand([str(self.path)]):
            look = _look(name) if isinstance(name, str) else None
            if not isinstance(name, str) or look is None or self.imported.get(name) == look:
                continue
            before, since = self.seen.get(name, (None, now))
            if before != look:
                self.seen[name] = (look, now)
                since = now
            if now - since >= settled:
                found.append(name)
        return found

    def done(self, name: str) -> None:
        """The file is imported as it now is (or cannot be): leave it until it changes."""
        look = self.seen.pop(name, (None, 0.0))[0] or _look(name)
        if look is not None:
            self.imported[name] = look


def _look(name: str) -> _Look | None:
    try:
        found = os.stat(name)  # noqa: PTH116 - called for every file every second
    except OSError:
        return None
    return _Look(found.st_size, found.st_mtime_ns) if found.st_size else None


def watch(
    workspace: Workspace,
    folder: str,
    limits: Limits | None = None,
    *,
    rules: Rules | None = None,
    once: bool = False,
    settled: float = SETTLED,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[DocumentReport]:
    """Import what is in the folder and then what lands there, each file reported as it is done; without end unless `once`.

    Files that were known already are not reported. Raises MissingFile or InputError when there is no such folder, StoreError.
    """
    path = Path(folder)
    if not path.is_dir():
        raise InputError(name=folder, reason="not a folder") if path.exists() else MissingFile(name=folder)
    looked_at = _Folder(path, clock)
    while True:
        for name in looked_at.ready(0.0 if once else settled):
            report = _import(workspace, name, limits, rules)
            looked_at.done(name)
            if report.outcome != "unchanged":
                yield report
        if once:
            return
        sleep(EVERY)


def _import(workspace: Workspace, name: str, limits: Limits | None, rules: Rules | None) -> DocumentReport:
    from tracker.reading import Limits

    try:
        source = read_one(name, limits or Limits())
    except TrackerError as error:
        return DocumentReport(name, "failed", error=error)
    return import_text(workspace, source, rules=rules)
