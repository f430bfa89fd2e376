"""Paths as people type them."""

from __future__ import annotations

from pathlib import Path


def expanded(typed: str) -> Path:
    """The path with its ~ filled in; as it stands where no such user has a home."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)
