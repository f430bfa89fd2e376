"""Files that are written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Where to write what `target` is to hold: beside it, renamed when all is written, and gone when it failed. Raises OSError.

    A link is followed. What exists and is no file (a device, a pipe) is written to directly: a rename would put a file in its place.
    """
    if target.exists() and not target.is_file():
        yield target
        return
    real = target.resolve()
    part = real.with_name(real.name + ".part")
    try:
        yield part
        part.replace(real)
    finally:
        part.unlink(missing_ok=True)
