"""Database addresses."""

from __future__ import annotations

from sqlalchemy.engine import URL, make_url

from tracker.store.failures import translated


def parsed(url: str) -> URL:
    """The address in its parts. Raises StoreUnavailable when it is none."""
    with translated(url):
        return make_url(url)
