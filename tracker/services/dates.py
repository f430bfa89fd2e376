"""Use case: the time expressions of a text, line by line, and the table of the municipality's own events behind them."""

from __future__ import annotations

import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tracker.errors import InputError, MissingFile, UsageError

if TYPE_CHECKING:
    from tracker.domain.deadline import TimeExpression

Days = tuple[date, date]
Events = Mapping[str, tuple[Days, ...]]


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line of text and the times found in it, in order; conditions ("når svaret foreligger") are no times and left out."""

    text: str
    times: tuple[TimeExpression, ...]


def dates_of_lines(lines: Iterable[str], reference: date, events: Events | None = None) -> Iterator[DatedLine]:
    """The times of each line (without its line end, in NFC), resolved against `reference`; one line is read at a time."""
    from tracker.danish import find_times

    for line in lines:
        text = unicodedata.normalize("NFC", line.removesuffix("\n").removesuffix("\r"))
        found = find_times(text, reference, events=events)
        yield DatedLine(text, tuple(time for time in found if not time.condition))


def lines_of(name: str) -> Iterator[str]:
    """The lines of a file, or of standard input for "-", in whatever encoding. Raises InputError."""
    if name == "-":
        yield from _decoded(sys.stdin.buffer)
        return
    try:
        with Path(name).open("rb") as stream:
            yield from _decoded(stream)
    except FileNotFoundError:
        raise MissingFile(name=name) from None
    except (OSError, ValueError) as error:
        raise InputError(name=name, reason=getattr(error, "strerror", None) or str(error)) from error


def _decoded(stream: BinaryIO) -> Iterator[str]:
    """Lines as they come; a text of two or four bytes a letter must be read whole, for its line ends are no single bytes."""
    from tracker.reading.encoding import decode, looks_wide

    first = stream.readline()
    if first.startswith(_WIDE_MARKS) or looks_wide(first[:4096]):
        yield from decode(first + stream.read()).split("\n")
        return
    first = first.removeprefix(b"\xef\xbb\xbf")
    while first:
        yield decode(first)
        first = stream.readline()


_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read_events(path: str) -> Events:
    """The user's table of events: a TOML file with a table `events`, each name with a day, a period "FROM/TO", or a list of these.

    An empty path means no table. Raises UsageError for a file that cannot be read or holds anything else.
    """
    if not path:
        return {}
    try:
        content = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(reason=f"{path}: {error}") from error
    table = content.get("events")
    if not isinstance(table, dict) or len(content) != 1:
        raise UsageError(reason=f"{path}: expected one table [events]")
    return {name: _days(path, name, value) for name, value in table.items()}


def _days(path: str, name: str, value: object) -> tuple[Days, ...]:
    values = value if isinstance(value, list) else [value]
    try:
        days = tuple(_stretch(v) for v in values)
    except ValueError as error:
        raise UsageError(reason=f"{path}: {name}: {error}") from error
    if not days:
        raise UsageError(reason=f"{path}: {name}: no date")
    return days


def _stretch(value: object) -> Days:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value, value
    first, _, last = str(value).partition("/")
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    if days[0] > days[1]:
        raise ValueError(f"{value} ends before it begins")
    return days
