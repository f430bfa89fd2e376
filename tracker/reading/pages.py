"""Pages of a PDF that a web page shows as paragraphs, each beginning with its number: one text again."""

from __future__ import annotations

import re

_PAGE = re.compile(r"(\d{1,3}) (?=\S)")
_FOOT = re.compile(r"(?:(?<=[.!?:)])\s[A-ZÆØÅ][^\s.:]*(?:\s[^\s.:]+){0,5})?\s[Ss]ide \d{1,3}(?: af \d{1,3})?$")
_LAST_NUMBER = re.compile(r"(?<=\S)\s\d{1,3}$")
_FOOT_SEEN = 100
_LONG = 80
_STOPS = ".!?:"


def join_pages(text: str) -> str:
    """The text without numbers and running feet of its pages; a sentence that a page divided is one again."""
    lines = text.split("\n")
    pages = _pages(lines)
    if not pages:
        return text
    out = lines[: pages[0]]
    last = pages[0]
    for number, at in enumerate(pages, 1):
        between = [line for line in lines[last + 1 : at] if line.strip()]
        page = _without_foot(lines[at].split(" ", 1)[1], number)
        out += between
        if number > 1 and not between and page[:1].islower() and out[-1][-1:] not in _STOPS:
            out[-1] += " " + page
        else:
            out.append(page)
        last = at
    return "\n".join([*out, *lines[last + 1 :]])


def _pages(lines: list[str]) -> list[int]:
    """The long lines that begin with the numbers 1, 2, 3 ..., and are nearly all the long lines there are."""
    pages: list[int] = []
    long = 0
    for at, line in enumerate(lines):
        found = _PAGE.match(line)
        if found is not None and int(found[1]) == len(pages) + 1:
            pages.append(at)
        long += len(line) > 4 * _LONG
    return pages if long and sum(len(lines[at]) > 4 * _LONG for at in pages) == long else []


def _without_foot(page: str, number: int) -> str:
    tail = page[-_FOOT_SEEN:]
    found = _FOOT.search(tail)
    if found is not None:
        return page[: len(page) - len(tail) + found.start()]
    found = _LAST_NUMBER.search(tail)
    return page[: len(page) - len(tail) + found.start()] if found is not None and abs(int(found.group()) - number) <= 1 else page
