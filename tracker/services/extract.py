"""Use case: what would be found in these files, without a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.errors import InputError
from tracker.services.sources import expand, read_one

if TYPE_CHECKING:
    from tracker.domain.followup import Extraction
    from tracker.domain.minutes import Minutes, SourceText
    from tracker.reading import Limits
    from tracker.services.dates import Events


@dataclass(frozen=True, slots=True)
class Extracted:
    """One file with what was read and found."""

    minutes: Minutes
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Failed:
    """One file that could not be used, and why."""

    source: str
    error: InputError


def read_files(names: Iterable[str], limits: Limits) -> Iterator[SourceText | Failed]:
    """Each file's text, or why it cannot be read."""
    for name in expand(names):
        if isinstance(name, InputError):
            yield Failed(str(name.params.get("name", "")), name)
            continue
        try:
            yield read_one(name, limits)
        except InputError as error:
            yield Failed(name, error)


def extract_files(names: Iterable[str], limits: Limits, events: Events | None = None) -> Iterator[Extracted | Failed]:
    """Each file's minutes and follow-ups, or why there are none to be had. `events` are the municipality's own (`read_events`)."""
    from tracker.extraction import extract
    from tracker.reading import parse

    for source in read_files(names, limits):
        if isinstance(source, Failed):
            yield source
            continue
        try:
            minutes = parse(source)
            yield Extracted(minutes, extract(minutes, events=events))
        except InputError as error:
            yield Failed(source.name, error)
