"""Compile the Danish catalogues (one .po a room) into the one .mo that is read: `python -m tracker.locale.compile`.

Needs Babel, which the build and the developers have; a person who runs tracker does not need it.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent
STAMP = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in the head of the .mo: fixed, so that the same texts always give the same bytes."""


def merged(language: str, *, strict: bool = False) -> Catalog:
    """All rooms of a language as one catalogue; of two translations of a text the first room's counts.

    With `strict`, raises ValueError when two rooms translate one text differently.
    """
    whole = Catalog(locale=language, charset="utf-8", creation_date=STAMP, revision_date=STAMP)
    for po in sorted((FOLDER / language).glob("*.po")):
        with po.open("rb") as file:
            room = read_po(file, locale=language, abort_invalid=True)
        for message in room:
            if not message.id or message.fuzzy or not message.string:
                continue
            known = whole.get(message.id, message.context)
            if known is None:
                whole.add(message.id, message.string, context=message.context)
            elif strict and known.string != message.string:
                raise ValueError(f"{po.name}: {message.id!r} is translated differently elsewhere")
    return whole


def compiled(language: str) -> bytes:
    """The bytes of the .mo of a language."""
    out = io.BytesIO()
    write_mo(out, merged(language))
    return out.getvalue()


def path(language: str) -> Path:
    """Where the .mo of a language lies."""
    return FOLDER / language / "LC_MESSAGES" / "tracker.mo"


def compile_all() -> list[Path]:
    """Write every language's .mo and return the paths; written beside and renamed, so that a reader never sees half a file."""
    written = []
    for folder in sorted(p for p in FOLDER.iterdir() if p.is_dir() and any(p.glob("*.po"))):
        target = path(folder.name)
        target.parent.mkdir(exist_ok=True)
        data = compiled(folder.name)
        if not target.exists() or target.read_bytes() != data:
            part = target.with_suffix(".part")
            part.write_bytes(data)
            part.replace(target)
        written.append(target)
    return written


if __name__ == "__main__":
    compile_all()
