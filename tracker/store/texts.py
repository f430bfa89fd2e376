"""Small values as text: lists as JSON, moments as ISO 8601 in UTC, names as the history writes them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""Made once: `json.dumps` makes one at every call."""


def to_json(value: object) -> str:
    """Compact JSON that keeps Danish letters."""
    return _ENCODER.encode(value)


def moment_text(moment: datetime) -> str:
    """A moment as stored: UTC, microseconds, sortable as text."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@lru_cache(4096)
def moment_from(text: str) -> datetime:
    """The moment a stored text means."""
    return datetime.fromisoformat(text)


def names_text(names: Iterable[str]) -> str:
    """Names as one text for the history: "; " between them."""
    return "; ".join(" ".join(name.replace(";", ",").split()) for name in names if name.strip())


def names_from(text: str | None) -> tuple[str, ...]:
    """The names of such a text, each once."""
    return tuple(dict.fromkeys(name.strip() for name in (text or "").split(";") if name.strip()))
