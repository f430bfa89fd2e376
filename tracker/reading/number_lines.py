"""Numbers that stand alone on the line above their title ("3." / "Ny hal"): both on one line, as a list of contents often loses it."""

from __future__ import annotations

import re

from tracker.reading import layouts
from tracker.reading.decisions import decision_heading

_ALONE = re.compile(
    r"^(?P<number>[ \t]*(?:\d{1,2}[.)]|(?:Punkt|PUNKT|Pkt\.?|PKT\.?|Dagsordenspunkt|Sag)[ ]\d{1,3}[.:]?))\n"
    r"(?=[ \t]*(?P<title>[A-ZÆØÅ\"»(](?:[^\n]{2,120}[^.\n:;!?]|vt\.|ventuelt))(?:\n|\Z))",
    re.MULTILINE,
)


def with_titles(text: str) -> str:
    """The text with a blank for such breaks; no offset moves. What stands below a number as a heading ("Beslutning") is no title."""
    return _ALONE.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    folded = found["title"].lower().rstrip(" :")
    kind, soft = layouts.HEADINGS.get(folded, (None, True))  # "Økonomi" may be a title
    heading = (kind is not None and not soft) or decision_heading(found["title"], found["title"].lower()) is not None
    return found.group() if heading else found["number"] + " "
