"""Headings that run on in the text of an item ("2. Havnen. Baggrund: Kajen er … Referat: Godkendt."): each gets a line of its own."""

from __future__ import annotations

import re

from tracker.domain.minutes import SectionKind
from tracker.reading import layouts

_HARD = {word: kind for word, (kind, soft) in layouts.HEADINGS.items() if not soft}
_NAMES = "|".join(re.escape(word[0].upper() + word[1:]) for word in sorted(_HARD, key=len, reverse=True))
_INSIDE = re.compile(rf"(?<=[.!?:)]) (?P<name>{_NAMES}):(?=\s)")
_AHEAD = re.compile(rf"(?m)^[ \t]*(?P<name>{_NAMES})(?::|[ \t]*$)")
_ITEM = re.compile(r"(?m)^[ \t]*\d{1,3}[.)][ \t]+\S")
_TITLE = re.compile(rf"(?m)^(?P<title>[ \t]*\d{{1,3}}[.)][ \t]+[^.\n]{{2,120}})\.(?=\n(?:{_NAMES}):)")
"""A title and the full stop that parts it from its first heading."""
_FEWEST = 2
_LONGEST = 4_000
"""Characters of a paragraph looked back through for its beginning."""


def _decides(match: re.Match[str]) -> bool:
    name = match["name"]
    return _HARD[name[0].lower() + name[1:]] is SectionKind.DECISION


def _paragraph(text: str, at: int) -> int:
    """Where the paragraph that holds `at` begins."""
    gap = text.rfind("\n\n", max(0, at - _LONGEST), at)
    return gap + 2 if gap >= 0 else text.rfind("\n", 0, at) + 1


def break_inline_headings(text: str) -> str:
    """The text with a line break for the blank before each heading inside a line, where that is how its items are written.

    It is where most of the headings of decisions stand inside numbered paragraphs, not at the beginning of lines. No offset moves.
    """
    inside = [match for match in _INSIDE.finditer(text) if _ITEM.match(text, _paragraph(text, match.start()))]
    decided = sum(map(_decides, inside))
    if decided < _FEWEST or decided <= sum(map(_decides, _AHEAD.finditer(text))):
        return text
    pieces, position = [], 0
    for match in inside:
        pieces += [text[position : match.start()], "\n"]
        position = match.start() + 1
    return _TITLE.sub(r"\g<title> ", "".join([*pieces, text[position:]]))
