"""Lists of contents made of numbered lines: told from items and taken out of the count."""

from __future__ import annotations

import re

from tracker.reading.marks import Kind, Mark

STRONG = {"punkt": 3, "pkt": 3, "item": 3, "sagnr": 3, "ad": 2, "nr": 1, "emne": 1, "bare": -1, "space": -1}
"""How plainly each family of numbered lines says that it counts items."""
_TOP = 6_000  # characters within which a list of contents begins
_TITLES_TRIED = 12


def drop_contents(text: str, marks: list[Mark]) -> None:
    """Runs of numbered lines with nothing between them, whose titles stand again further down, are a list of contents."""
    last_by_title: dict[tuple[int, str], int] = {}
    last_strong: dict[int, int] = {}
    for index, mark in enumerate(marks):
        if mark.kind is Kind.NUMBER:
            last_by_title[mark.number, key(text, mark)[:25]] = index
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
        by_title.get((mark.number, key(text, mark)[:25]), -1) >= end or (weak and not mark.listed and strong.get(mark.number, -1) >= end)
        for mark in run
    )
    return hits * 2 >= len(run)


def key(text: str, mark: Mark) -> str:
    """The beginning of a title, as titles are compared."""
    return " ".join(text[mark.title[0] : mark.title[1]].lower().split())[:40]
