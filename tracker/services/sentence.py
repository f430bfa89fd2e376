"""The short sentence a list shows for a promise, made from its quote."""

from __future__ import annotations

import re

LONGEST = 100
"""Characters a list has room for."""
_LEAD = re.compile(r"^(?:[-–—•*·▪]|\d{1,2}[.)]|[a-zæøå]\))\s+")
_BREAK = re.compile(r"[,;:–—(]\s*|\s-\s")


def short_sentence(quote: str, longest: int = LONGEST) -> str:
    """The quote as one short sentence: bullets off, a capital first, cut at a clause (or a word) where it is too long.

    A cut is shown by "…"; nothing else is added and nothing inside is changed, so it can be found again in the referat.
    """
    text = " ".join(quote.split())
    text = _LEAD.sub("", text).strip().rstrip(",;:").strip()
    text = text[:1].upper() + text[1:]
    return text if len(text) <= longest else _cut(text, longest)


def _cut(text: str, longest: int) -> str:
    """End a long sentence after a clause in its second half, else after a word."""
    room = text[: longest - 1]
    ends = [m.start() for m in _BREAK.finditer(room) if m.start() > longest * 0.55]
    end = ends[-1] if ends else room.rfind(" ")
    kept = room[: end if end > longest // 3 else len(room)]
    return kept.rstrip(" ,;:–—(-") + "…"
