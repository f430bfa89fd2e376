"""What the database libraries raise, as one line of our own; never with a password."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from tracker.errors import StoreDamaged, StoreError, StoreUnavailable

_DAMAGED = ("malformed", "not a database", "disk image", "file is encrypted", "btree", "corrupt")
_REASONS = (
    ("database is locked", "it is locked by another program"),
    ("database table is locked", "it is locked by another program"),
    ("database or disk is full", "the disk is full"),
    ("no space left", "the disk is full"),
    ("permission denied", "it may not be read or written; check its permissions"),
    ("disk i/o error", "the disk reports an error"),
    ("unable to open database file", "the file cannot be opened; check the folder and its permissions"),
    ("readonly database", "it may not be written to"),
    ("no such table", "it lacks a table; run: tracker doctor"),
    ("password authentication failed", "wrong user name or password"),
    ("no password supplied", "a password is needed"),
    ("could not translate host name", "the server is not found"),
    ("connection refused", "the server does not answer"),
    ("no such file or directory", "the server does not answer"),
    ("server closed the connection", "the server closed the connection"),
    ("terminating connection", "the server closed the connection"),
    ("does not exist", "there is no such database or user on the server"),
    ("timeout", "the server does not answer in time"),
)


def safe_url(url: str) -> str:
    """The address without its password; what is no address is named by its beginning only."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return url.split(":", 1)[0]


def _without_password(text: str, url: str) -> str:
    """Drivers quote what they were given."""
    try:
        password = make_url(url).password
    except (ArgumentError, ValueError):
        return ""
    return text.replace(str(password), "***") if password else text


def as_store_error(error: BaseException, url: str) -> StoreError:
    """The error of ours for one of SQLAlchemy, a driver or the system."""
    original = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    text = _without_password(" ".join(str(original).split()), url)
    lowered = text.casefold()
    if any(word in lowered for word in _DAMAGED):
        reason = "not an SQLite database" if "not a database" in lowered else "its contents are broken; run: tracker doctor"
        return StoreDamaged(url=safe_url(url), reason=reason)
    for words, reason in _REASONS:
        if words in lowered:
            return StoreUnavailable(url=safe_url(url), reason=reason)
    if isinstance(error, NoSuchModuleError | ModuleNotFoundError):
        return StoreUnavailable(url=safe_url(url), reason="no driver for this kind of database is installed")
    if isinstance(error, ArgumentError):
        return StoreUnavailable(url=safe_url(url), reason="not a database address (sqlite:///FILE or postgresql+psycopg://…)")
    return StoreError(url=safe_url(url), reason=f"{type(original).__name__}: {text[:200]}")


@contextmanager
def translated(url: str) -> Iterator[None]:
    """Turns what the database libraries raise inside into a StoreError."""
    try:
        yield
    except (SQLAlchemyError, PoolTimeout, sqlite3.Error, ModuleNotFoundError) as error:
        raise as_store_error(error, url) from error
    except OSError as error:
        raise as_store_error(error, url) from error
