"""Marks -> where the items begin. Which numbered lines are items and which are list points is weighed by evidence, never by layout."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from tracker.domain.minutes import Outcome
from tracker.reading.marks import Kind, Mark
from tracker.reading.outcome import outcome_of

STRONG = {"punkt": 3, "pkt": 3, "item": 3, "sagnr": 3, "ad": 2, "nr": 1, "emne": 1, "bare": -1, "space": -1}
ACCEPT = 2
_TOP = 6_000  # characters within which a list of contents begins
_TITLES_TRIED = 12
_LETTERED = ("letter", "roman")
_STRUCTURE = (Kind.HEADING, Kind.CASE, Kind.META, Kind.ATTENDANCE)


@dataclass(slots=True)
class Head:
    """Where an item begins: its line (with a case number above it), its title, and where its body begins."""

    number: int
    label: str
    title: tuple[int, int]
    start: int
    body: int
    mark: int
    """Index of the mark the item begins with."""
    closed: bool = False
    case: str = ""


def find_heads(text: str, marks: list[Mark]) -> tuple[str, list[Head]]:
    """The layout's name and the heads of numbered items in text order; none where nothing is numbered."""
    _drop_contents(text, marks)
    families: dict[str, list[int]] = {}
    for index, mark in enumerate(marks):
        if mark.kind is Kind.NUMBER:
            families.setdefault(mark.family, []).append(index)
    known = {_key(text, mark) for mark in marks if mark.kind is Kind.LEADER}
    best, chosen, name = 0.0, list[int](), ""
    for family in sorted(families, key=_LETTERED.__contains__):
        if family in _LETTERED and len(chosen) > 1:
            break  # letters number items only where no figures do
        candidates = families[family]
        strength = STRONG.get(family, 0) + _counts_through([marks[index] for index in candidates])
        quality, accepted = _accept(text, marks, candidates, known, strength)
        if quality > best:
            best, chosen, name = quality, accepted, family
    if chosen and (best >= 4 or len(chosen) > 1):
        heads = [_head(text, marks, index) for index in _merged(marks, chosen)]
        for index, head in enumerate(heads):
            _take_fields_above(text, marks, head, heads[index - 1] if index else None)
        return name, heads
    return "", []


def _key(text: str, mark: Mark) -> str:
    return " ".join(text[mark.title[0] : mark.title[1]].lower().split())[:40]


def _drop_contents(text: str, marks: list[Mark]) -> None:
    """Runs of numbered lines with nothing between them, whose titles stand again further down, are a list of contents."""
    last_by_title: dict[tuple[int, str], int] = {}
    last_strong: dict[int, int] = {}
    for index, mark in enumerate(marks):
        if mark.kind is Kind.NUMBER:
            last_by_title[mark.number, _key(text, mark)[:25]] = index
            if STRONG.get(mark.family, 0) > 1 and mark.family != "sagnr":
                last_strong[mark.number] = index
    index = 0
    while index < len(marks):
        run = index + 1
        if marks[index].kind is Kind.NUMBER:
            while (
                run < len(marks) and marks[run].kind is Kind.NUMBER and marks[run].plain == 0 and marks[run].number > marks[run - 1].number
            ):
                run += 1
            if run - index > 1 and (
                _repeated(text, marks[index:run], run, last_by_title, last_strong) or _stand_again(text, marks[index:run])
            ):
                for mark in marks[index:run]:
                    mark.kind = Kind.LEADER
        index = run


def _stand_again(text: str, run: list[Mark]) -> bool:
    """Whether most titles of a run near the top stand again, without their numbers, on lines of their own."""
    if len(run) < 3 or run[0].start > _TOP:
        return False
    titles = [text[mark.title[0] : mark.title[1]] for mark in run[:_TITLES_TRIED]]
    hits = sum(
        len(title) > 2 and re.compile(rf"\n[ \t]*{re.escape(title)}[ \t]*\n").search(text, run[-1].end) is not None for title in titles
    )
    return hits * 2 > len(titles)


def _repeated(text: str, run: list[Mark], end: int, by_title: dict[tuple[int, str], int], strong: dict[int, int]) -> bool:
    weak = STRONG.get(run[0].family, 0) <= 1
    hits = sum(
        by_title.get((mark.number, _key(text, mark)[:25]), -1) >= end or (weak and not mark.listed and strong.get(mark.number, -1) >= end)
        for mark in run
    )
    return hits * 2 >= len(run)


def _accept(text: str, marks: list[Mark], candidates: list[int], known: set[str], strength: int) -> tuple[float, list[int]]:
    """Walk one family's candidates in order; each must have enough evidence where it stands."""
    accepted: list[int] = []
    quality, last, listed, listed_at, loose = 0.0, 0, 0, -1, 0
    scores: list[float] = []
    for index in candidates:
        mark = marks[index]
        in_list = listed_at >= 0 and mark.number == listed + 1 and mark.plain <= loose and _same_list(marks, listed_at, index)
        score = strength + _evidence(text, marks, index, known) + _sequence(mark.number, last, bool(accepted))
        score -= 3 if in_list else 0
        if accepted and mark.number == last and _same_title(text, marks[accepted[-1]], mark, index == accepted[-1] + 1):
            continue
        if score >= ACCEPT and accepted and mark.number == last:
            if score <= scores[-1]:
                continue
            quality -= scores.pop()  # the same number again with more to show for it
            accepted.pop()
        if score >= ACCEPT:
            accepted.append(index)
            scores.append(score)
            quality, last, listed_at = quality + score, mark.number, -1
        else:
            loose = mark.plain if in_list else 3 if _section(marks, index) else 0
            listed, listed_at = mark.number, index
    return quality, accepted


def _counts_through(candidates: list[Mark]) -> int:
    """Numbers that only ever rise are items: lists start over."""
    numbers = [mark.number for mark in candidates if not mark.listed]
    return int(len(numbers) > 2 and all(after - before in (1, 2) for before, after in itertools.pairwise(numbers)))


def _sequence(number: int, last: int, begun: bool) -> int:
    if not begun:
        return 2 if number == 1 else 1
    if number == last + 1:
        return 2
    if number <= last:
        return -3
    return 1 if number <= last + 3 else 0


def _same_list(marks: list[Mark], before: int, index: int) -> bool:
    """Whether a numbered line goes on with the list of an earlier one: no heading between, and set as tightly."""
    if any(marks[i].kind in (Kind.HEADING, Kind.FURNITURE, Kind.ATTENDANCE) for i in range(before + 1, min(index, before + 40))):
        return False
    return index - before < 40 and (not marks[index].gap or marks[before].gap)


def _same_title(text: str, one: Mark, other: Mark, adjacent: bool) -> bool:
    return adjacent and other.plain <= 1 and _key(text, one) == _key(text, other)


def _evidence(text: str, marks: list[Mark], index: int, known: set[str]) -> int:
    mark = marks[index]
    following = marks[index + 1] if index + 1 < len(marks) else None
    above = marks[index - 1] if index else None
    title = text[mark.title[0] : mark.title[1]]
    score = 0
    if following is not None and following.kind in _STRUCTURE and following.plain <= 2 and not following.soft:
        score += 3
    if above is not None and mark.plain == 0 and above.kind in (Kind.CASE, Kind.FURNITURE):
        score += 2
    if known and _key(text, mark) in known:
        score += 3
    score += mark.gap + 2 * ("." in mark.label.strip("."))
    if following is None or following.gap or following.plain:
        after = text[mark.end : mark.end + 2]
        score += after in ("\n\n", "")
    if mark.listed:
        score -= 4
    if mark.after in (":", ",", ";") and not (above is not None and above.kind is Kind.CONTENTS and mark.plain == 0):
        score -= 3
    section = _section(marks, index)
    if section == "indstilling" or (section and title[-1:] == "." and len(title.split()) > 6):
        score -= 2
    if section == "beslutning" and not mark.gap and len(title) < 80 and outcome_of(title) is not Outcome.OTHER:
        score -= 3  # "Punkt 3: Drøftet." answers the recommendation's third point
    if len(title) > 160:
        score -= 1
    return score


def _section(marks: list[Mark], index: int) -> str:
    """The section a numbered line stands in, as far as the marks just above it tell."""
    for mark in reversed(marks[max(0, index - 12) : index]):
        if mark.kind is Kind.HEADING:
            return mark.section.value
        if mark.kind in (Kind.FURNITURE, Kind.CASE, Kind.ATTENDANCE):
            return ""
    return ""


def _merged(marks: list[Mark], chosen: list[int]) -> list[int]:
    """Nested numbers ("6.1", "6.2") fold into the item of their first number."""
    kept: list[int] = []
    for index in chosen:
        if kept and marks[kept[-1]].number == marks[index].number and "." in marks[index].label.strip("."):
            continue
        kept.append(index)
    return kept


def _head(text: str, marks: list[Mark], index: int) -> Head:
    mark = marks[index]
    title, body = mark.title, mark.end
    start = mark.start
    if mark.family == "sagnr" and _title_stands_above(text, mark, marks[index - 1] if index else None):
        title = line_before(text, mark.start)
        start = title[0] if title[1] > title[0] else start
    elif title[1] <= title[0]:
        title = _title_below(text, marks, index, body)
        body = max(body, title[1])
    body = _skip_repeat(text, title, body)
    return Head(mark.number, text[mark.start : mark.end][: len(mark.label)], title, start, body, index, bool(mark.closed))


def _title_stands_above(text: str, mark: Mark, above: Mark | None) -> bool:
    """ "Sag nr. 130" stands below its title, or above it; the line it touches is the title."""
    if not mark.gap:
        return True
    start, end = line_before(text, mark.start)
    touches_below = text[mark.end : mark.end + 2].startswith("\n") and text[mark.end : mark.end + 2] != "\n\n"
    marked = above is not None and above.end == end
    return not (touches_below or marked) and text[end - 1 : end] not in (".", ":", ";") and end - start <= 160


def _take_fields_above(text: str, marks: list[Mark], head: Head, before: Head | None) -> None:
    """A case number or "Åbent punkt" right above an item belongs to it, unless it is all the item before consists of."""
    index = head.mark - 1
    while index >= 0 and marks[index + 1].plain == 0 and marks[index].kind in (Kind.CASE, Kind.META):
        mark = marks[index]
        if before is not None and not text[before.body : mark.start].strip():
            break
        if mark.kind is Kind.META and not mark.folded.startswith(("åb", "luk")):
            break
        head.start, head.case = mark.start, head.case or mark.case
        head.closed = head.closed or bool(mark.closed)
        index -= 1


def _title_below(text: str, marks: list[Mark], index: int, at: int) -> tuple[int, int]:
    found = line_after(text, at)
    following = marks[index + 1] if index + 1 < len(marks) else None
    if following is not None and following.start <= found[0] < following.end + 1 and following.kind is not Kind.LEADER:
        return (at, at)
    return found


def _skip_repeat(text: str, title: tuple[int, int], body: int) -> int:
    """A title printed twice is one title."""
    again = line_after(text, body)
    wanted = " ".join(text[title[0] : title[1]].lower().split())
    if wanted and " ".join(text[again[0] : again[1]].lower().split()) == wanted:
        return again[1]
    return body


def line_after(text: str, at: int) -> tuple[int, int]:
    """The next line with words on it, without its blanks."""
    match = re.compile(r"\s*(\S[^\n]*)").match(text, at)
    return (match.start(1), match.end(1)) if match else (len(text), len(text))


def line_before(text: str, at: int) -> tuple[int, int]:
    """The line with words above a position, without its blanks."""
    end = at
    while end > 0 and text[end - 1].isspace():
        end -= 1
    start = text.rfind("\n", 0, end) + 1
    while start < end and text[start].isspace():
        start += 1
    return (start, end)
