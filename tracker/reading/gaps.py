"""Minutes whose items are told only by how far apart they stand: more empty lines between them than inside them."""

from __future__ import annotations

import re

from tracker.reading import dates, layouts
from tracker.reading.heads import Head
from tracker.reading.sentence import is_sentence
from tracker.reading.unnumbered import NAMES_MINUTES, lines_of

_SEEN = 200_000  # characters within which items are looked for
_FEWEST = 3
_WIDE = 3  # line breaks of a gap between items
_LONGEST = 60
_HEAD_LINES = 6  # lines of the head that may stand above the word "Dagsorden"
_BULLETS = ("-", "•", "–", "*", "·", "|")
_ENDS = re.compile(r":(?=\s|$)|\s[–—-]\s|,\s|\.(?=\s|$)|\s(?=(?:man|tirs|ons|tors|fre|lør|søn)dag\b|(?:d\.?|den|kl\.?)\s?\d)")


def by_gaps(text: str, begin: int) -> list[Head]:
    """One item at each passage below a wide gap that begins with a few words for its title; none where one begins otherwise.

    Words like "Dagsorden:" above the first passage are no passage, and gaps inside must be narrower.
    """
    every = list(lines_of(text[: begin + _SEEN], begin))
    named = next((at + 1 for at, line in enumerate(every[:_HEAD_LINES]) if _heads_all(text[slice(*line)])), 0)
    lines = [line for line in every[named:] if not _heads_all(text[slice(*line)])]
    starts = [at for at, (start, _) in enumerate(lines) if at == 0 or text.count("\n", lines[at - 1][1], start) >= _WIDE]
    if len(starts) < _FEWEST or len(starts) * 2 > len(lines):
        return []
    heads = []
    for number, at in enumerate(starts, 1):
        start, stop = lines[at]
        ended = _ENDS.search(text, start, stop)
        title = (start, ended.start() if ended is not None else stop)
        words = text[slice(*title)]
        if not words or len(words) > _LONGEST or not words[0].isupper() or words.startswith(_BULLETS) or is_sentence(words):
            return []
        whole = ended is None or not text[ended.end() : stop].strip()
        heads.append(Head(number, "", title, start, stop if whole else start, -1))
    return heads


def _heads_all(line: str) -> bool:
    """ "Dagsorden:", "Referat": a line that names what follows, all of it."""
    bare = line.lower().rstrip(" :")
    return bare in layouts.CONTENTS or bare in layouts.HEADINGS or (NAMES_MINUTES.match(line) is not None and dates.find(line) is not None)
