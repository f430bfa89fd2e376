"""Items that begin with a bullet: "- Regnskab" with "Beslutning" below, or "· Nyt fra formanden:" with other bullets below.

Where bullets of one kind stand at several depths, the outermost may begin items and those further in list things.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right

from tracker.domain.minutes import SectionKind
from tracker.reading import layouts
from tracker.reading.heads import Head
from tracker.reading.marks import Kind, Mark
from tracker.reading.sentence import is_sentence
from tracker.reading.titles import CALLED

_BULLET = re.compile(r"^[ \t]*(?P<bullet>[-–—•·*▪●○o])[ \t]+(?P<title>[^\n]*\S)", re.MULTILINE)
_LINE_END = re.compile(r"\n")
_INNER = re.compile(r"[ \t]*(?=\S)")
_LONGEST, _SHORT = 120, 60
_FEW_WORDS = 3
_MANY = 5  # titles beside which a line or two of the same kind may tell something ("* Bo køber øl.")
_FEWEST_DECIDED, _FEWEST_LABELS = 2, 3


def by_bullets(text: str, marks: list[Mark]) -> list[Head]:
    """One item at each line of the kind of bullet that divides the minutes; none where bullets only list things.

    A kind of bullet divides them where a decision's heading stands below most of its lines and few decisions stand elsewhere, or where
    its lines are labels ("Økonomi:") or short titles with text below.
    """
    kinds: dict[str, list[re.Match[str]]] = {}
    fields = {mark.start for mark in marks if mark.kind in (Kind.META, Kind.CASE, Kind.NUMBER)}
    for found in _BULLET.finditer(text):
        if found.start("bullet") in fields:
            continue
        kinds.setdefault(found["bullet"], []).append(found)
    decisions = [mark.start for mark in marks if mark.kind is Kind.HEADING and mark.section is SectionKind.DECISION]
    for lines in kinds.values():
        titles = [line for line in lines if _is_title(line)]
        nearly = len(titles) == len(lines) or (len(titles) >= _MANY and len(titles) * 5 >= len(lines) * 4)
        if nearly and (_decided(titles, decisions) or _labels(text, titles)):
            return _heads(_with_told(text, lines, titles), marks)
    for lines in kinds.values():
        outer = _outermost(text, lines)
        if outer and all(map(_is_title, outer)) and (_decided(outer, decisions) or _labels(text, outer)):
            return _heads(outer, marks)
    return []


def _outermost(text: str, lines: list[re.Match[str]]) -> list[re.Match[str]]:
    """The bullets that stand least far in, where others do too and all that stands between the outer ones stands further in."""
    depths = [line.start("bullet") - line.start() for line in lines]
    least = min(depths)
    outer = [line for line, depth in zip(lines, depths, strict=True) if depth == least]
    if len(outer) == len(lines) or len(outer) < _FEWEST_LABELS:
        return []
    between = (_INNER.match(text, at.end()) for at in _LINE_END.finditer(text, outer[0].end(), outer[-1].start()))
    starts = {line.start() for line in outer}
    deep = all(found.end() - found.start() > least for found in between if found is not None and found.start() not in starts)
    return outer if deep else []


def _is_title(line: re.Match[str]) -> bool:
    title = line["title"]
    ends = title[-1] not in ".,;!" or title == "Evt." or (title[-1] == "!" and len(title.split()) <= _FEW_WORDS)  # "Fest!"
    return len(title) <= _LONGEST and not title[0].islower() and ends and not is_sentence(title)


def _with_told(text: str, lines: list[re.Match[str]], titles: list[re.Match[str]]) -> list[re.Match[str]]:
    """The titles and the short lines among them that tell something, but stand above text like a title: "• Ida viser sin tegning"."""
    sure = {line.start() for line in titles}
    ends = [*(line.start() for line in lines[1:]), len(text)]
    return [
        line
        for line, end in zip(lines, ends, strict=True)
        if line.start() in sure or (len(line["title"]) <= _SHORT and line["title"][-1] not in ".,;!" and text[line.end() : end].strip())
    ]


def _decided(lines: list[re.Match[str]], decisions: list[int]) -> bool:
    starts = [line.start() for line in lines]
    below = {bisect_right(starts, at) for at in decisions} - {0}
    loose = sum(at < starts[0] for at in decisions)
    return len(below) >= _FEWEST_DECIDED and len(below) * 3 >= len(lines) * 2 and loose <= 1


def _labels(text: str, lines: list[re.Match[str]]) -> bool:
    """Whether text stands below nearly every label, or below every short title."""
    if len(lines) < _FEWEST_LABELS:
        return False
    filled = sum(bool(text[line.end() : following.start()].strip()) for line, following in itertools.pairwise(lines))
    if all(line["title"].endswith(":") for line in lines):
        return filled * 4 >= (len(lines) - 1) * 3
    return filled == len(lines) - 1 and all(len(line["title"]) <= _SHORT for line in lines)


def _heads(lines: list[re.Match[str]], marks: list[Mark]) -> list[Head]:
    heads, at = [], 0
    for number, line in enumerate(lines, 1):
        while at < len(marks) and marks[at].start < line.end():
            at += 1
        start, end = line.span("title")
        called = CALLED.match(line.string, start, end)
        start = called.end() if called is not None else start
        if line["title"].lower() in layouts.FURNITURE:
            end = start
        heads.append(Head(number, "", (start, end), line.start("bullet"), end, at - 1))
    return heads
