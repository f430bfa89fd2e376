"""From what a person names (files, folders, "-") to the texts behind it; what cannot be read becomes an error value, never a stop."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import EmptyFolder, InputError, MissingFile

if TYPE_CHECKING:
    from tracker.domain.minutes import SourceText
    from tracker.reading import Limits
    from tracker.services.import_cards import Rules
    from tracker.settings import Settings

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
STANDARD_INPUT = "-"


def expand(names: Iterable[str]) -> Iterator[str | InputError]:
    """The files meant by `names`: folders give every readable file below them, in order of path; the rest stands as it is."""
    for name in names:
        path = Path(name)
        if name == STANDARD_INPUT or path.is_file():
            yield name
        elif path.is_dir():
            below: list[str | InputError] = [*_below(path)]
            yield from below or [EmptyFolder(name=name)]
        elif path.exists():
            yield InputError(name=name, reason="not a file")
        else:
            yield MissingFile(name=name)


def _below(folder: Path) -> list[str]:
    """Files of a readable kind below a folder; hidden ones and Word's lock files ("~$…") left out, links to folders not followed."""
    found = []
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        found += [str(Path(parent, f)) for f in sorted(files) if Path(f).suffix.casefold() in SUFFIXES and not f.startswith((".", "~$"))]
    return found


def limits(settings: Settings) -> Limits:
    """The reader's limits as the settings give them."""
    from tracker.reading import Limits

    return Limits(
        max_file_bytes=settings.max_file_bytes,
        max_unpacked_bytes=settings.max_unpacked_bytes,
        max_pages=settings.max_pages,
        seconds=settings.read_seconds,
    )


def rules(settings: Settings, history_after_days: int | None = None) -> Rules:
    """How finds enter, as the settings say, with other days of history where given.

    Raises UsageError for a table of events that cannot be read.
    """
    from tracker.services.dates import read_events
    from tracker.services.import_cards import Rules

    days = settings.history_after_days if history_after_days is None else history_after_days
    return Rules(settings.review_below, days, read_events(settings.events))


def read_one(name: str, limits: Limits) -> SourceText:
    """Read a file, or standard input for "-". Raises InputError."""
    from tracker.reading import read, read_bytes

    if name == STANDARD_INPUT:
        return read_bytes(sys.stdin.buffer.read(limits.max_file_bytes + 1), "-", limits)
    return read(Path(name), limits)
