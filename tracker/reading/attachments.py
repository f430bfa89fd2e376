"""The attachments listed in an item, and where such a list ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from tracker.domain.minutes import Attachment, Outcome, Span
from tracker.reading.outcome import outcome_of
from tracker.reading.sentence import is_sentence

_LINE = re.compile(r"[^\n]+")
_GOES_ON = re.compile(r"[a-zæøå]{3}[.!] [A-ZÆØÅ]")  # a whole sentence in a line that the next goes on from
_LINES_BELOW = 12  # within which what was said begins, below a list of attachments


def attachments(text: str, lists: Iterable[tuple[int, int]]) -> tuple[Attachment, ...]:
    """One attachment at each line of the lists."""
    found = []
    for start, end in lists:
        for line in _LINE.finditer(text, start, end):
            words = line.group().strip()
            if words:
                at = line.start() + line.group().index(words[0])
                found.append(Attachment(words.lstrip("-•*– "), Span(at, at + len(words))))
    return tuple(found)


def told_below(text: str, at: int, end: int) -> int:
    """Where the first line begins that is a whole sentence or says what was decided, below the name of a list of attachments; else -1."""
    for line in islice(_LINE.finditer(text, at, end), _LINES_BELOW):
        words = line.group().strip()
        told = words.endswith((".", "!")) or _GOES_ON.search(words) is not None
        if told and (is_sentence(words) or outcome_of(words) is not Outcome.OTHER):
            return line.start()
    return -1
