"""Pages of a PDF that a web page shows as paragraphs, each beginning with its number: one text again."""

from __future__ import annotations

import itertools
import re

_PAGE = re.compile(r"(\d{1,3}) (?=\S)")
_PAGE_BEFORE_NUMBER = re.compile(r"^(\d{1,3}) (?=\d{1,3}[.:)] ?[A-ZÆØÅ])", re.MULTILINE)
_FOOT = re.compile(r"(?:(?<=[.!?:)])\s[A-ZÆØÅ][^\s.:]*(?:\s[^\s.:]+){0,5})?\s[Ss]ide (?:nr\.? ?)?\d{1,3}(?: ?(?:af|/) ?\d{1,3})?$")
_ITEM = re.compile(r"\d{1,3}[.)] [A-ZÆØÅ]")
_HEAD = re.compile(r"(?:[A-ZÆØÅ][^.:\n]{0,80}? )?[Ss]ide (?:nr\.? ?)?(?P<page>\d{1,3})(?: ?(?:af|/) ?\d{1,3})? (?=\S)")
_LAST_NUMBER = re.compile(r"(?<=\S)\s\d{1,3}$")
_TRANSCRIPT = re.compile(r"^(?:Transkript|Transcript|TRANSCRIPT)\n\s*(?=1 )", re.MULTILINE)
_DOWNLOAD = re.compile(r'^Download "', re.MULTILINE)
_QUOTED = re.compile(r'^Download "([^"\n]+)"', re.MULTILINE)
_FIRST_ITEM = re.compile(r" (?:Dagsorden\b|\d{1,2}[.:)] [A-ZÆØÅ])|^ \d{1,2}[.:)] ")
_WRAPPER = 3_000  # characters within which such words stand
_FOOT_SEEN = 100
_LONG = 80
_STOPS = ".!?:"
_SIDE = re.compile(r"(?:^|(?<=\s))Side (?:nr\.? ?)?(?P<page>\d{1,3})(?: ?(?:af|/) ?\d{1,3})?[ \t]*$")
_SIDE_SEEN = 30
_FEWEST_PAGES = 2
_MOST_FEET = 500


def without_page_starts(text: str) -> str:
    """The text of a PDF without the numbers its pages begin with, and without their feet ("Udvalget den 3. maj Side nr. 2").

    A number in front of another ("2 12. Havnen") is the page's.

    Known by the number 1 in front of the very first line, the next numbers in turn in front of paragraphs, and a foot that names a page.
    """
    before = [int(found[1]) for found in _PAGE_BEFORE_NUMBER.finditer(text)]
    if len(before) >= _FEWEST_PAGES and all(later > earlier for earlier, later in itertools.pairwise(before)):
        text = _PAGE_BEFORE_NUMBER.sub("", text)
    if not text.lstrip().startswith("1 "):
        return text
    lines = text.split("\n")
    pages: list[int] = []
    for at, line in enumerate(lines):
        found = _PAGE.match(line)
        if found is not None and int(found[1]) == len(pages) + 1 and (not pages or not lines[at - 1].strip()):
            pages.append(at)
    feet = {at: found for at, line in enumerate(lines) if (found := _SIDE.search(line, max(0, len(line) - _SIDE_SEEN))) is not None}
    if len(pages) < _FEWEST_PAGES or not feet or any(int(found["page"]) > len(pages) for found in feet.values()):
        return text
    for at in pages:
        number = lines[at].partition(" ")[0]
        lines[at] = lines[at][len(number) + 1 :]
    names = [name for at, found in feet.items() if at not in pages and (name := lines[at][: found.start()].strip())]
    running = next((name for name in names if names.count(name) > 1), "") if len(names) <= _MOST_FEET else ""
    for at in feet:
        bare = _SIDE.sub("", lines[at]).rstrip()
        lines[at] = bare.removesuffix(running).rstrip() if running else bare
    return "\n".join(lines)


def without_wrapper(text: str) -> str:
    """The text without what a site for sharing PDFs says above it ("Størrelse: px", "Download", "Transkript")."""
    named = _TRANSCRIPT.search(text, 0, _WRAPPER)
    if named is None or _DOWNLOAD.search(text, 0, named.start()) is None:
        return text
    title = text.lstrip().partition("\n")[0]
    whole = _QUOTED.search(text, 0, named.start())
    if whole is not None and _bare(whole[1]) == _bare(title):
        title = whole[1]  # the site left the figures out above: "Torsdag kl" for "Torsdag 13.09.2007 kl. 8.30"
    name = _FIRST_ITEM.split(f" {title}", maxsplit=1)[0].strip()  # that of the document, without the minutes it may begin
    return f"{name}\n\n{text[named.end() :]}"


def is_paged(text: str) -> bool:
    """Whether the text is a line a page, each beginning with its number."""
    return len(_pages(text.split("\n"))) >= _FEWEST_PAGES


def _bare(title: str) -> str:
    """A title's letters alone."""
    return "".join(filter(str.isalpha, title))


def join_divided(text: str) -> str:
    """The text as `join_pages` has it, where a page goes on with a sentence of the one before it, or an item's number stands behind the
    page's: long items may be numbered alike."""
    lines = text.split("\n")
    pages = [_without_head(lines[at].split(" ", 1)[1], number) for number, at in enumerate(_pages(lines), 1)]
    goes_on = any(page[:1].islower() or _ITEM.match(page) is not None for page in pages[1:])
    return join_pages(text) if goes_on else text


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
        page = _without_foot(_without_head(lines[at].split(" ", 1)[1], number), number)
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


def _without_head(page: str, number: int) -> str:
    """The page without "Side 3 af 4" or "Sandby Kommune side 3" above its text."""
    found = _HEAD.match(page)
    return page[found.end() :] if found is not None and int(found["page"]) == number else page


def _without_foot(page: str, number: int) -> str:
    tail = page[-_FOOT_SEEN:]
    found = _FOOT.search(tail)
    if found is not None:
        return page[: len(page) - len(tail) + found.start()]
    found = _LAST_NUMBER.search(tail)
    return page[: len(page) - len(tail) + found.start()] if found is not None and abs(int(found.group()) - number) <= 1 else page
