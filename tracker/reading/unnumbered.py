"""Items of minutes that don't number them: at case numbers, titles of the list of contents, where headings start over, at bare titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.domain.minutes import SectionKind
from tracker.reading import dates
from tracker.reading.heads import Head, line_before
from tracker.reading.marks import Kind, Mark

_LINE = re.compile(r"[^\n]+")
_TITLE_WORD = re.compile(r"referat|dagsorden|protokol|minutes|agenda|mødedato|mødested|bilag", re.IGNORECASE)
_LONGEST_TITLE = 160


def by_case(text: str, marks: list[Mark]) -> list[Head]:
    """One item at each case number with a title above or headings below."""
    heads: list[Head] = []
    for index, mark in enumerate(marks):
        if mark.kind is not Kind.CASE:
            continue
        following = marks[index + 1] if index + 1 < len(marks) else None
        if following is None or following.plain > 3 or following.kind is Kind.CASE:
            continue
        title = _title_above(text, marks, index)
        start = title[0] if title[1] > title[0] else mark.start
        heads.append(Head(len(heads) + 1, "", title, start, mark.end, index, case=mark.case))
    return heads


def _title_above(text: str, marks: list[Mark], index: int) -> tuple[int, int]:
    """The title-like line above a mark; an empty range where the text above belongs to something else."""
    mark = marks[index]
    nothing = (mark.start, mark.start)
    if mark.plain == 0:
        return nothing
    start, end = line_before(text, mark.start)
    line = text[start:end]
    if len(line) > _LONGEST_TITLE or line.endswith((".", ",", ";")) or (not line[:1].isupper() and not line[:1].isdigit()):
        return nothing
    above = text[:start].rstrip(" ")
    owned = index > 0 and marks[index - 1].kind is Kind.HEADING and mark.plain == 1  # all the text that heading has
    alone = not above or above.endswith("\n\n") or (mark.plain == 1 and not owned)
    return (start, end) if alone and not owned else nothing


def by_contents(text: str, marks: list[Mark]) -> list[Head]:
    """One item at each line that repeats a title of the list of contents."""
    leaders = [mark for mark in marks if mark.kind is Kind.LEADER and mark.title[1] > mark.title[0]]
    titles = {_plain(text[mark.title[0] : mark.title[1]]): mark for mark in leaders}
    if len(titles) < 2:
        return []
    heads: list[Head] = []
    index, last = 0, ""
    for line in _LINE.finditer(text, leaders[-1].end):
        key = _plain(line.group()) if len(line.group()) <= _LONGEST_TITLE else ""
        if key in titles and key != last:
            while index < len(marks) and marks[index].start < line.start():
                index += 1
            span = (line.start(), line.end())
            listed = titles[key]
            heads.append(Head(listed.number or len(heads) + 1, "", span, span[0], span[1], index - 1, bool(listed.closed)))
            last = key
    return heads if len(heads) * 2 >= len(titles) else []


def _plain(title: str) -> str:
    return " ".join(title.lower().split())


def by_cycle(text: str, marks: list[Mark]) -> list[Head]:
    """One item each time the first kind of heading returns after a decision."""
    headings = [index for index, mark in enumerate(marks) if mark.kind is Kind.HEADING and not mark.soft and not _is_title(text, mark)]
    if not any(marks[index].section is SectionKind.DECISION for index in headings):
        return []
    heads: list[Head] = []
    first = marks[headings[0]].folded
    decided = True
    for index in headings:
        mark = marks[index]
        if mark.folded == first and decided:
            title = _first_title(text, mark.start) if not heads else _title_above(text, marks, index)
            start = title[0] if title[1] > title[0] else mark.start
            heads.append(Head(len(heads) + 1, "", title, start, title[1] if title[1] > title[0] else mark.start, index - 1))
            decided = False
        decided = decided or mark.section is SectionKind.DECISION
    return heads


def _is_title(text: str, mark: Mark) -> bool:
    """The word "Referat" at the very top names the minutes."""
    line = text[mark.start : mark.end].lower()
    return (
        mark.start < 400
        and line.startswith(("referat", "beslutningsprotokol", "beslutningsreferat"))
        and text.count("\n", 0, mark.start) < 6
    )


def _first_title(text: str, end: int) -> tuple[int, int]:
    """The title of the first item (or of a page with only one): the first line that is no field of the meeting's head."""
    for start, stop in _lines(text[:end]):
        line = text[start:stop]
        if len(line) <= _LONGEST_TITLE and not (_TITLE_WORD.search(line) or dates.find(line) or ":" in line[:25]):
            alone = text[stop : stop + 2] == "\n\n" or start == 0 or stop + 1 >= end
            if alone or text[:start].strip() == "":
                return (start, stop)
    return (end, end)


def by_bare_titles(text: str, begin: int) -> list[Head]:
    """One item at each short line of its own with prose right below it ("Økonomi")."""
    heads: list[Head] = []
    lines = list(_lines(text[: begin + 200_000], begin))
    for number, (start, stop) in enumerate(lines[:-1]):
        line = text[start:stop]
        gap = start == 0 or text[:start].endswith("\n\n")
        below = lines[number + 1]
        if not gap or len(line) > 60 or line[-1] in ".,;!?" or not line[0].isupper() or len(line.split()) > 7 or ":" in line[:-1]:
            continue
        if dates.find(line) or _TITLE_WORD.search(line) or text[stop : below[0]].count("\n") > 2 or line.startswith(("-", "•")):
            continue
        heads.append(Head(len(heads) + 1, "", (start, stop - line.endswith(":")), start, stop, -1))
    return heads if len(heads) > 1 else []


def _lines(text: str, begin: int = 0) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text, begin):
        stripped = line.group().strip()
        if stripped:
            start = line.start() + line.group().index(stripped[0])
            yield start, start + len(stripped)
