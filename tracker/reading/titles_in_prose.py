"""Items whose titles stand between paragraphs that leave no line empty, as text copied from a page often does.

A paragraph's lines run to the page's edge, and its last one ends like a sentence. A few words on a line of their own that do neither,
with a full line below, are a title.
"""

from __future__ import annotations

from itertools import pairwise

from tracker.reading import dates, layouts
from tracker.reading.heads import Head
from tracker.reading.sentence import is_sentence
from tracker.reading.unnumbered import NAMES_MINUTES, lines_of

_SEEN = 200_000  # characters within which titles are looked for
_LONGEST, _MOST_WORDS = 60, 7
_FULL = 70
"""Characters of a line that runs on; a title has at most six tenths of what such lines have."""
_SHARE = 0.6
_FEWEST = 3
_TELLING = 4  # words; a title of so few may say something itself
_STOPS = (".", "!", "?", ".)", ".”", '."')


def by_titles_in_prose(text: str, begin: int) -> list[Head]:
    """One item at each such line; none where few are."""
    lines = list(lines_of(text[: begin + _SEEN], begin))
    full = sorted(stop - start for start, stop in lines if stop - start >= _FULL)
    if len(full) < 2 * _FEWEST:
        return []
    widest = full[len(full) // 2] * _SHARE
    found = [
        line
        for number, (line, below) in enumerate(pairwise(lines))
        if line[1] - line[0] <= min(widest, _LONGEST)
        and (number == 0 or text[slice(*lines[number - 1])].endswith(_STOPS))
        and below[1] - below[0] >= _FULL
        and text[below[0]].isupper()
        and _is_title(text[slice(*line)])
    ]
    if len(found) < _FEWEST:
        return []
    return [Head(number, "", (start, stop - (text[stop - 1] == ":")), start, stop, -1) for number, (start, stop) in enumerate(found, 1)]


def _is_title(line: str) -> bool:
    words = line.split()
    named = line.lower().rstrip(" :") in layouts.FURNITURE or NAMES_MINUTES.match(line) or dates.find(line)
    plain = line[0].isupper() and line[-1] not in ".,;!" and ":" not in line[:-1] and len(words) <= _MOST_WORDS
    return plain and not named and (len(words) <= _TELLING or not is_sentence(line))  # "Vi mangler pædagoger"
