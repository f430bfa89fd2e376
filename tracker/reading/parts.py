"""Headings above several items ("A. Sager til beslutning", "ORIENTERINGSPUNKTER"): they belong to none of them."""

from __future__ import annotations

import re

from tracker.reading.heads import line_before

_LONGEST = 60
_FEWEST_LETTERS = 4
_AIM = r"(?:beslutning|orientering|drøftelse|godkendelse|behandling|efterretning|debat|opfølgning)"
_PART = re.compile(
    rf"(?:[A-ZÆØÅ][.)] |[IVX]{{1,4}}[.)] )?(?:(?:\w*punkter|\w*sager|emner)(?: (?:til|på|for|vedr\.?) [\w ,/-]{{3,40}})?"
    rf"|til {_AIM}(?:(?:,| og| eller|/) ?{_AIM})*|(?:åbent?|lukket|åbne|lukkede) (?:møde|del|dagsorden))\s?:?$",
    re.IGNORECASE,
)


def is_part(line: str) -> bool:
    """Whether a line is such a heading by its words."""
    return len(line) <= _LONGEST and _PART.match(line) is not None


def without_part(text: str, start: int, least: int) -> int:
    """Where what stands above an item ends: at `start`, or above the heading of a part of the minutes that stands in between.

    `least`: where the title of the item before ends.
    """
    begin, end = line_before(text, start)
    if begin <= least or end - begin > _LONGEST:
        return start
    line = text[begin:end]
    letters = [char for char in line if char.isalpha()]
    capitals = len(letters) >= _FEWEST_LETTERS and line.isupper() and line[-1] not in ".,;!?" and text[begin - 2 : begin] == "\n\n"
    return begin if capitals or (_PART.match(line) and text[begin - 1] == "\n") else start
