"""A file or bytes -> SourceText. What a file is, is told by its content first and by its name second."""

from __future__ import annotations

from pathlib import Path

from tracker.domain.minutes import SourceText
from tracker.errors import DamagedFile, EmptyFile, MissingFile, TooLarge
from tracker.reading.encoding import decode
from tracker.reading.limits import Limits
from tracker.reading.normal import normalise


def read(path: Path, limits: Limits = Limits()) -> SourceText:  # noqa: B008 - frozen
    """The text of a file. Raises InputError (one of its kinds) for whatever cannot be read."""
    try:
        size = path.stat().st_size
        if size > limits.max_file_bytes:
            raise TooLarge(name=path.name, size=_megabytes(size), limit=_megabytes(limits.max_file_bytes))
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFile(name=path.name) from error
    except OSError as error:
        raise DamagedFile(name=path.name, reason=error.strerror or type(error).__name__) from error
    return read_bytes(data, path.name, limits)


def read_bytes(data: bytes, name: str, limits: Limits = Limits()) -> SourceText:  # noqa: B008 - frozen
    """The text of a file's content; `name` is used for messages and where the content doesn't tell its kind."""
    if len(data) > limits.max_file_bytes:
        raise TooLarge(name=name, size=_megabytes(len(data)), limit=_megabytes(limits.max_file_bytes))
    text = normalise(decode(data))
    if not text.strip():
        raise EmptyFile(name=name)
    return SourceText(name, text)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"
