"""Numbers that stand alone on the line above their title ("3." / "Ny hal"): both on one line, as a list of contents often loses it."""

from __future__ import annotations

import re

_ALONE = re.compile(
    r"^([ \t]*(?:\d{1,2}[.)]|(?:Punkt|PUNKT|Pkt\.?|PKT\.?|Dagsordenspunkt|Sag)[ ]\d{1,3}[.:]?))\n"
    r"(?=[ \t]*[A-ZÆØÅ\"»(](?:[^\n]{2,120}[^.\n:;!?]|vt\.|ventuelt)(?:\n|\Z))",
    re.MULTILINE,
)


def with_titles(text: str) -> str:
    """The text with such breaks as blanks; no offset moves."""
    return _ALONE.sub(r"\1 ", text)
