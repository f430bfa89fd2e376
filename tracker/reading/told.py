"""Whether a text that calls itself nothing tells of a meeting: who met, when, and what was said there."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from tracker.reading import dates
from tracker.reading.sentence import is_sentence
from tracker.reading.unnumbered import lines_of

_HEAD_LINES = 4
_LONGEST_LINE = 160
_LOOKED_AT = 6_000
"""Characters in which something said or agreed must be told."""
_MEETING = re.compile(
    r"møde(?:t|r|s)?\b|(?:forum|udvalg|råd|bestyrelse|direktion|ledelse|ledergruppe|styregruppe|arbejdsgruppe|projektgruppe|kreds|team)"
    r"(?:en|et|n|s)?\b|\bMED\b",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\bdagsorden\b(?! og (?:referat|beslutning))|indkald|invit|tilmeld|velkommen til|nyhedsbrev|nyt fra|pressemeddelelse|annonc|ansøg"
    r"|kære\b|\bprogram\b|vedtægt|forretningsorden|kommissorium|kontrakt|\btilbud\b|rapport|politik\b|strategi\b|artikel|læserbrev"
    r"|^til (?!stede)|^(?:fra|til):|^(?:vedr|att)\b|høringssvar|budget \d",
    re.IGNORECASE | re.MULTILINE,
)
_CAME = re.compile(r"\b(?:til ?stede|deltog|deltagere|mødt|fremmødte?|afbud|fraværende|referent|ref\.)", re.IGNORECASE)
SAID = re.compile(
    r"\b(?:drøftede|drøftedes|drøftet|besluttede|besluttet|aftalte|aftaltes|aftalt|orienterede|fortalte|gennemgik|oplyste|redegjorde|bad om"
    r"|(?:blev|er) enige|enighed|godkendt|godkendte|vedtaget|efterretning"
    r"|lovede|spurgte|nævnte|udsat|taler videre|vender tilbage|tages? op)\b",
    re.IGNORECASE,
)
"""What is said of a meeting that has been."""


def _in_head(line: str) -> bool:
    """Whether a line is still the head's: no prose, unless it tells who came or on what day they met."""
    if len(line) > _LONGEST_LINE:
        return False
    told = _CAME.search(line) is not None or (_MEETING.search(line) is not None and dates.find(line) is not None)
    return told or not (line.endswith(".") or is_sentence(line))


def tells_of_meeting(text: str) -> bool:
    """Whether the first lines name who met and when, and what follows tells what was said: "Chefmøde tirsdag den 17. april 2018 kl. 9".

    An agenda, an invitation, a letter or a paper that a head of the same kind stands above is none.
    """
    lines = list(islice(lines_of(text[:_LOOKED_AT]), _HEAD_LINES))
    head = "\n".join(takewhile(_in_head, (text[start:end] for start, end in lines)))
    if _MEETING.search(head) is None or _SOMETHING_ELSE.search(head) is not None or dates.find(head) is None:
        return False
    return _CAME.search(head) is not None or SAID.search(text, lines[0][1], _LOOKED_AT) is not None
