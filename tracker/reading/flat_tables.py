"""Tables laid flat: the names of the columns on one line ("Pkt. Dagsorden: Beslutning:"), and below it rows whose cells run on."""

from __future__ import annotations

import re

from tracker.domain.minutes import SectionKind
from tracker.reading import layouts
from tracker.reading.tables import TITLES

_LONGEST = 90
_ABOVE = 400  # characters above the first item within which its header stands
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 8
_NUMBERS = frozenset(("nr", "pkt", "punkt", "sag"))
_TOPICS = _NUMBERS | TITLES
_DECIDED = frozenset(word for word, (kind, _) in layouts.HEADINGS.items() if kind is SectionKind.DECISION and " " not in word) | {
    "aftale",
    "aftaler",
}
_PRESENTS = frozenset(("ansv", "ansvarlig", "ansvar", "hvem"))
_BESIDE = frozenset(
    "og bilag begrundelse ansvarlig ansvar ansv noter bemærkninger opfølgning tid frist hvem indhold formål kommentarer deadline"
    " tidsfrist hvornår"
    " tovholder ansvarlige".split()
)


def is_flat_header(line: str) -> bool:
    """Whether a line consists of names of columns: one for topics, behind it one for what was said, none twice."""
    if len(line) > _LONGEST:
        return False
    words = [found.group().lower() for found in _WORD.finditer(line)]
    if not 1 < len(words) <= _MOST_WORDS or not all(word in _DECIDED or word in _TOPICS or word in _BESIDE for word in words):
        return False
    topics = next((at for at, word in enumerate(words) if word in _TOPICS), len(words))
    return any(word in _DECIDED for word in words[topics + 1 :]) and not any(mark in line for mark in (",", "(", "!", "?", "|"))


def presenters_above(text: str, at: int) -> bool:
    """Whether such a line stands not far above a place that names who presents an item, between its topic and what was said."""
    for line in text[max(0, at - _ABOVE) : at].split("\n"):
        words = [found.group().lower() for found in _WORD.finditer(line)]
        named = next((number for number, word in enumerate(words) if word in _PRESENTS), 0)
        if named and is_flat_header(line.strip()) and any(word in _DECIDED for word in words[named + 1 :]):
            return True
    return False


def header_above(text: str, at: int) -> bool:
    """Whether such a line stands not far above a place."""
    return any(is_flat_header(line.strip()) for line in text[max(0, at - _ABOVE) : at].split("\n"))
