"""Where the head of minutes without numbers ends, and the titles of their items may begin."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from tracker.reading import dates
from tracker.reading.attendance import extent
from tracker.reading.marks import Kind, Mark
from tracker.reading.printed import is_title
from tracker.reading.sentence import is_sentence
from tracker.reading.unnumbered import lines_of

_NAMED_BELOW = re.compile(r"\s*[A-ZÆØÅ][\w.’'-]* (?:[A-ZÆØÅ(]|[–-] )")  # a list of people below its label, not the first title
_HEAD = 3_000
_TOP = 1_500
_LONG_LINE, _MANY_LINES = 40, 6  # characters of a line that names nobody alone, and how many of them no head has
_FEWEST_SENTENCES = 3  # between two lists of people that can't both be of the head
_NAME_ALONE = re.compile(r"(?:beslutnings|møde)?(?:referat|protokol)(?:len|et)?:?$", re.IGNORECASE)
_FEW_LINES = 4  # of a head between its day and the word "Referat"
_SHORT_LINE = 60


def head_end(text: str, marks: list[Mark]) -> int:
    """Where the head of unnumbered minutes ends: behind the last list of people near the top, or the dated title."""
    listed = _agenda_begins(marks[:12])
    people = [mark for mark in marks[:12] if mark.kind is Kind.ATTENDANCE and mark.start < listed and not mark.folded.startswith("formand")]
    if people:
        people = people[: _told_between(text, people)]
    if people:
        last = people[-1]
        named = not text[last.body : last.end].strip() and _NAMED_BELOW.match(text, last.end) is not None
        return max(last.end, extent(text, last.body, len(text)) if named else 0)
    day = dates.find(text[:_TOP])
    line = max(0, text.find("\n", day.end) if day else text.find("\n"))
    return _below_name(text, line) or line


def _below_name(text: str, begin: int) -> int:
    """Behind the word "Referat" that stands alone below a few short lines ("Havnegade 3 - Festsalen") and above a title; 0 where none does.

    Where it stands again, it heads what was said under each item.
    """
    lines = list(itertools.islice(lines_of(text, begin), _FEW_LINES + 2))
    for (start, end), below in itertools.pairwise(lines):
        if end - start > _SHORT_LINE:
            return 0
        word = text[start:end]
        if _NAME_ALONE.match(word) is not None:
            once = text.lower().count(f"\n{word.lower()}\n") <= 1
            return end if once and is_title(text[slice(*below)]) and text[below[1] : below[1] + 2] == "\n\n" else 0
    return 0


def _agenda_begins(marks: Sequence[Mark]) -> int:
    """Where the head ends at the latest: at the word "Dagsorden" with more than a line below it before the next mark."""
    for one, other in itertools.pairwise(marks):
        if one.kind is Kind.CONTENTS and other.kind is Kind.ATTENDANCE and other.plain > 1:
            return one.start
    return _HEAD


def _told_between(text: str, people: Sequence[Mark]) -> int:
    """How many lists of people the head has: those behind sentences, and "Referent: Ida" as the last line, aren't."""
    first = people[0]
    above = text[: first.start]
    far = first.start > _TOP or sum(len(line) > _LONG_LINE for line in above.split("\n")) >= _MANY_LINES
    if first.plain >= _FEWEST_SENTENCES and (far or not text[first.end :].strip()) and _sentences(above) >= _FEWEST_SENTENCES:
        return 0
    for number, (one, other) in enumerate(itertools.pairwise(people), 1):
        told = text[one.end : other.start].split("\n")
        lines = sum(bool(line.strip()) for line in told)
        if sum(len(line) > _LONG_LINE for line in told) >= _MANY_LINES:
            return number  # who came to something told of further down
        if lines >= _FEWEST_SENTENCES and not text[other.end :].strip():
            return number
        if lines >= _FEWEST_SENTENCES and _sentences(text[one.end : other.start]) >= _FEWEST_SENTENCES:
            return number
    return len(people)


def _sentences(text: str) -> int:
    """How many lines end like sentences and are some."""
    return sum(line.rstrip().endswith(".") and is_sentence(line.strip()) for line in text.split("\n"))
