"""Numbered minutes that leave the number out of their first or last item ("Eventuelt" below "7. Havnen")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.reading import dates, layouts
from tracker.reading.flat_tables import is_flat_header
from tracker.reading.heads import Head
from tracker.reading.marks import Kind, Mark
from tracker.reading.sentence import is_sentence
from tracker.reading.split_titles import end_title
from tracker.reading.unnumbered import NAMES_MINUTES, lines_of
from tracker.reading.usual import is_usual

_ABOVE, _BELOW = 3_000, 20_000  # characters before and behind the numbered items within which such an item stands
_FEWEST = 2
_FEWEST_BEFORE_LAST = 3
_LONGEST = 60
_MOST_WORDS = 7
_LAST = re.compile(r"(?:[A-ZÆØÅ][.)] )?(?P<title>(?:eventuelt|evt\.?)\s?(?::|\.(?=\s|$)|$))", re.IGNORECASE)


_ROUND = re.compile(r"(?:eventuelt|evt\.?|bordet rundt|runde bordet)[.:]?$", re.IGNORECASE | re.MULTILINE)


def with_edges(text: str, marks: Sequence[Mark], heads: list[Head]) -> list[Head]:
    """The numbered items with the one above number 2, and with "Eventuelt" below the last, where these have no numbers."""
    first = _first(text, marks, heads)
    every = [first, *heads] if first is not None else heads
    last = _last(text, marks, every)
    return [*every, last] if last is not None else every


def _first(text: str, marks: Sequence[Mark], heads: Sequence[Head]) -> Head | None:
    if len(heads) < _FEWEST or [head.number for head in heads[:2]] != [2, 3] or heads[0].borrowed:
        return None
    end = heads[0].start
    above = [mark for mark in marks if mark.start < end]
    if any(mark.kind in (Kind.NUMBER, Kind.LEADER) and mark.number == 1 for mark in above):
        return None
    lines = list(lines_of(text[:end], max(0, text.rfind("\n", 0, max(0, end - _ABOVE)))))
    marked = {mark.start for mark in above}
    likely: tuple[int, int] | None = None
    for number, (start, stop) in enumerate(lines):
        line = text[start:stop]
        before = text[slice(*lines[number - 1])] if number else ""
        if start not in marked and before and _names_what_follows(before) and len(line) <= 2 * _LONGEST:
            likely = (start, stop)
            break
        apart = text[max(0, start - 2) : start] == "\n\n" and number + 1 < len(lines)
        if start not in marked and (is_usual(line) or (apart and _is_title(line))):
            likely = (start, stop)
    if likely is None:
        return None
    first = Head(1, "1", likely, likely[0], likely[1], -1, line=likely)
    end_title(text, first)
    return first


def _names_what_follows(line: str) -> bool:
    return line.lower().rstrip(" :") in layouts.CONTENTS or is_flat_header(line)


def _is_title(line: str) -> bool:
    words = len(line.split())
    plain = len(line) <= _LONGEST and words <= _MOST_WORDS and line[0].isupper() and ":" not in line[:-1] and line[-1] not in ",;!"
    return plain and not (is_sentence(line) or dates.find(line) is not None or NAMES_MINUTES.match(line) is not None)


def _last(text: str, marks: Sequence[Mark], heads: Sequence[Head]) -> Head | None:
    if len(heads) < _FEWEST_BEFORE_LAST or any(_LAST.match(text[slice(*head.title)]) for head in heads):
        return None
    begin = max(heads[-1].body, heads[-1].title[1])
    numbered = {mark.start for mark in marks if mark.kind is Kind.NUMBER and mark.family != "letter"}
    for start, stop in lines_of(text[: begin + _BELOW], begin):
        found = _LAST.match(text, start, stop)
        if found is not None and start not in numbered and text[max(0, start - 2) : start] == "\n\n":
            number = heads[-1].number + 1
            title = found.span("title")
            return Head(number, str(number), title, start, title[1], -1, line=title)
    return None


def usual_behind(text: str, heads: Sequence[Head]) -> list[Head]:
    """The points that end an agenda and stand alone behind the last case ("Bordet rundt", "Eventuelt"), which have no case number."""
    if len(heads) < _FEWEST:
        return []
    begin = max(heads[-1].body, heads[-1].title[1])
    found: list[Head] = []
    for start, stop in lines_of(text[: begin + _BELOW], begin):
        if text[max(0, start - 2) : start] == "\n\n" and _ROUND.match(text, start, stop):
            title = (start, stop - (text[stop - 1] in ":."))
            found.append(Head(heads[-1].number + len(found) + 1, "", title, start, stop, -1))
    return found
