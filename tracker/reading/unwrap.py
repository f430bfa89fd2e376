"""Text files whose paragraphs were broken into lines of one width (e-mail, text taken out of a PDF): the breaks become blanks again."""

from __future__ import annotations

import re
from itertools import pairwise

_NARROWEST, _WIDEST = 50, 120
_FEWEST_PAIRS = 8
_SAMPLE_LINES = 2_000
_LIST_START = re.compile(
    r"\s*(?:\||[-•*·–—▪+>»→⇒➢➔➤►✓✔☐□■●○]\s|[-=]{1,2}>\s|\[[ _xX]?\]\s|\(?(?:\d{1,3}(?:\.\d{1,2})*|(?!d\.\s?\d)[a-zæøå])[.)]\s)"
)

_HANGING = re.compile(r"(?<=[^\s.:;!?|])\n[ \t]{2,40}(?=[a-zæøå]{2,}(?![.)]))")  # "til næste" / "     møde": a line that goes on, inset


def unwrap(text: str) -> str:
    """The text with its wrapped lines joined; as it is where its lines are not all of one width."""
    text = _HANGING.sub(" ", text)
    lines = text.split("\n")
    width = _width(lines[:_SAMPLE_LINES])
    if not width:
        return text
    out: list[str] = []
    before = ""
    for line in lines:
        if out and _continues(out[-1], len(before), line, width):
            out[-1] += " " + line.lstrip()
        else:
            out.append(line)
        before = line
    return "\n".join(out)


def _width(lines: list[str]) -> int:
    """The width the lines were broken at, 0 where they weren't.

    A broken line is followed by one that goes on in lower case and whose first word would not have fitted; that must be usual, and going on
    in lower case although there was room must be rare.
    """
    lengths = sorted(len(line) for line in lines if line)
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.98)] if len(lengths) > 50 else lengths[-1]
    if not _NARROWEST <= width <= _WIDEST or lengths[-1] > 2 * width:
        return 0
    going_on = [(above, line) for above, line in pairwise(lines) if above and line[:1].islower() and not _LIST_START.match(line)]
    broken = sum(len(above) + 1 + len(line.split(None, 1)[0]) > width - 3 for above, line in going_on)
    usual = broken >= _FEWEST_PAIRS and broken * 5 >= 4 * len(going_on) and broken * 6 >= len(lengths)
    return width if usual else 0


def _continues(written: str, length: int, line: str, width: int) -> bool:
    """Whether a line goes on with the one above, whose printed length is given."""
    if not written or not line or _LIST_START.match(line) or line.count("|") > 1 or written.count("|") > 1:
        return False  # a row of a table ends with its line
    return length + 1 + len(line.split(None, 1)[0]) > width - 3
