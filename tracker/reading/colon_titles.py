"""Minutes whose titles end in a colon ("Nyt fra havnen:"): no other short line is one there, and usual points may be answered at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.reading.heads import Head

_FEWEST = 3
_BEHIND = 4_000  # characters behind the last title within which answered points are looked for
_OTHERS = 3  # so many titles with a colon for each line without one
_ANSWERED = re.compile(  # "Godkendelse af dagsorden: godkendt", "Valg af referent.: Ida"
    r"^[ \t]*(?P<title>(?:valg af|godkendelse af|meddelelser|orientering|nyt fra|siden sidst|opfølgning|økonomi|regnskab|eventuelt|evt"
    r"|næste møde)\b[^:!?|\n]{0,40}?)\.?:[ \t]+(?=\S)",
    re.IGNORECASE | re.MULTILINE,
)


def with_answered(text: str, begin: int, heads: Sequence[Head]) -> list[Head]:
    """The items where titles end in a colon: without the short lines that don't, with the usual points that are answered on their line.

    `heads`: the lines that could be titles. They are left as they are where colons are no habit of the minutes.
    """
    ended = [head for head in heads if text[head.title[1] : head.title[1] + 1] in (":", ";")]
    if len(ended) < _FEWEST or (len(heads) - len(ended)) * _OTHERS > len(ended):
        return list(heads)
    taken = {head.start for head in ended}
    answered = [
        Head(0, "", found.span("title"), found.start("title"), found.end(), -1)
        for found in _ANSWERED.finditer(text, begin, heads[-1].start + _BEHIND)
        if found.start("title") not in taken
        and text[found.start("title")].isupper()
        and text[max(0, found.start() - 2) : found.start()] in ("\n\n", "")
    ]
    every = sorted([*ended, *answered], key=lambda head: head.start)
    for number, head in enumerate(every, 1):
        head.number = number
    return every
