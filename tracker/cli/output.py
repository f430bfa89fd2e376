"""Printing: data to stdout, messages to stderr, and nothing from a document ever reaching the terminal as a control sequence."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import click

from tracker.locale import _


def prepare_streams() -> None:
    """Make both streams UTF-8 wherever the program runs; what cannot be encoded (a lone surrogate) is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def clean(text: str, *, keep: str = "") -> str:
    """The text without control and other unprintable characters, except those in `keep`; each becomes U+FFFD."""
    if text.isprintable():
        return text
    return "".join(ch if ch.isprintable() or ch in keep or ch == "\N{NO-BREAK SPACE}" else "\N{REPLACEMENT CHARACTER}" for ch in text)


def say(message: str) -> None:
    """A message for a person, on stderr."""
    click.echo(clean(message, keep="\n"), err=True)


def fail(message: str) -> None:
    """One failure: one line on stderr."""
    click.echo("tracker: " + clean(" ".join(message.splitlines())), err=True)


def put(text: str = "") -> None:
    """A line of data on stdout."""
    click.echo(clean(text, keep="\n\t"))


def put_json(value: Any, *, indent: int | None = 2) -> None:
    """A JSON value on stdout, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def confirmed(question: str) -> bool:
    """Ask on the terminal; anything but yes (ja, j, yes, y) is no."""
    answer = click.prompt(f"{question} [{_('y')}/N]", default="", show_default=False, err=True)
    return str(answer).strip().casefold() in ("j", "ja", "y", "yes")


def is_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def cut(text: str, width: int) -> str:
    """The text on at most `width` columns, with an ellipsis where it was cut."""
    return text if len(text) <= width else text[: max(width - 1, 0)].rstrip() + "…"
