"""Points that nearly every agenda has ("Godkendelse af dagsorden", "Nyt fra formanden", "Eventuelt"): titles wherever they stand."""

from __future__ import annotations

import itertools
import re

from tracker.domain.minutes import Outcome
from tracker.reading.heads import Head
from tracker.reading.outcome import outcome_of
from tracker.reading.sentence import is_sentence
from tracker.reading.unnumbered import lines_of

_SEEN = 200_000  # characters within which titles are looked for
_FEWEST = 3
_LONGEST = 70
_LONG_TEXT = 70
_MOST_WORDS = 7
USUAL = re.compile(
    r"(?:valg af (?:mødeleder|ordstyrer|referent|dirigent)|godkendelse af (?:dagsorden|referat|mødereferat|sidste|seneste)"
    r"|(?:gennemgang|underskrift) af (?:referat|sidste)|referat fra (?:sidste|seneste)"
    r"|(?:meddelelser|orientering|information|nyt|siden sidst|bordet rundt|opfølgning|status|beretning|økonomi|regnskab|budget"
    r"|eventuelt|evt|næste møde)(?=$|[ :.,/])|kommende møder|punkter til næste)(?:[^\n:.!?;]|(?<=\d)\.(?= ?(?-i:[a-zæøå\d]))){0,60}[:.]?$"
    r"|(?:formanden|kassereren|sekretæren|udvalgene|afdelingerne|bestyrelsen)[:.]?$",  # those who report, on a line of their own
    re.IGNORECASE,
)
_STOPS = (".", "!", "?")
_BULLETS = ("-", "•", "–", "*", "·", "|")


def is_usual(line: str) -> bool:
    """Whether a line is such a point and nothing else: no sentence, nothing decided."""
    if len(line) > _LONGEST or not line[:1].isupper() or USUAL.match(line) is None or line.endswith(","):
        return False
    return not is_sentence(line) and outcome_of(line.partition(" ")[2]) is Outcome.OTHER


def by_usual_points(text: str, begin: int) -> list[Head]:
    """One item at each line that is a usual point, and at the short lines between a full stop and a passage; none where few are usual.

    For minutes that leave no line blank between their items, whatever else stands on their lines.
    """
    lines = list(lines_of(text[: begin + _SEEN], begin))
    titles = []
    usual = 0
    for number, (start, stop) in enumerate(lines):
        line = text[start:stop]
        known = is_usual(line)
        usual += known
        if known or _between(text, lines, number):
            titles.append((start, stop - line.endswith((":", "."))))
    told = sum(bool(text[one[1] : other[0]].strip(" \n:.")) for one, other in itertools.pairwise(titles))
    if usual < _FEWEST or usual * 2 < len(titles) or told * 4 < (len(titles) - 1) * 3:
        return []
    return [Head(number, "", title, title[0], title[1], -1) for number, title in enumerate(titles, 1)]


def _between(text: str, lines: list[tuple[int, int]], number: int) -> bool:
    """Whether a few words without a stop or a verb stand below a sentence's end and above a passage."""
    line = text[slice(*lines[number])]
    if number == 0 or number + 1 == len(lines) or len(line) > _LONGEST or not line[0].isupper() or line.startswith(_BULLETS):
        return False
    above, below = text[slice(*lines[number - 1])], text[slice(*lines[number + 1])]
    plain = line[-1].isalnum() and ":" not in line and len(line.split()) <= _MOST_WORDS
    return plain and above.endswith(_STOPS) and len(below) >= _LONG_TEXT and not is_sentence(line)
