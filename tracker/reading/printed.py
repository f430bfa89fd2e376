"""Text taken out of printed pages: their numbers and running feet go, and a sentence that a page divided is one again."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from tracker.domain.minutes import Outcome
from tracker.reading.outcome import outcome_of
from tracker.reading.sentence import is_sentence

_NAMED = re.compile(r"\b(?:[Ss]ide|[Pp]age|SIDE|PAGE)[ \t]{1,3}(?P<page>\d{1,4})(?:[ \t]{0,3}(?:af|of|AF|OF|/)[ \t]{0,3}\d{1,4})?(?![\w/])")
_ALONE = re.compile(
    r"\n(?P<line>[ \t]*(?P<dash>[-–] ?)?(?P<page>\d{1,3})(?(dash) ?[-–]|(?:[ \t]?/[ \t]?(?P<pages>\d{1,3}))?)[ \t]*)(?=\n|\Z)"
)
_PAGE_OF = re.compile(r"[ \t]*(?:side|page)[ \t]{1,3}\d{1,4}[ \t]{1,3}(?:af|of)[ \t]{1,3}\d{1,4}[ \t]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LONGEST_FOOT = 120
_LONGEST_TITLE = 100
_SHORTEST_RUNNING = 12
_FEWEST = 2
_STOPS = ".!?:;"


def without_page_numbers(text: str) -> str:
    """The text without its lines "Side 3 af 7", "Referat af chefmøde · side 3", "- 3 -" and "3/7", and without lone numbers of pages.

    Two must agree: one such line alone may belong to the text, but for "Side 3 af 7".
    """
    found = _named(text) | _numbers(text)
    return _cut(text, _with_running(text, sorted(found))) if found else text


def _with_running(text: str, feet: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines that tell pages, each with the running line right above or below it: the same words beside two pages or more."""
    beside = [(_line_at(text, start - 1), _line_at(text, end + 1)) for start, end in feet]
    seen = Counter(text[slice(*line)].strip() for line in {line for lines in beside for line in lines})
    running = {line for line, times in seen.items() if times >= _FEWEST and _may_run(line)}
    whole: list[tuple[int, int]] = []
    for (start, end), (above, below) in zip(feet, beside, strict=True):
        up, down = (text[slice(*line)].strip() in running for line in (above, below))
        whole.append((above[0] if up else start, below[1] if down else end))
    return whole


def _may_run(line: str) -> bool:
    """Whether a line may stand on every page: a name, and nothing that is said or decided ("Godkendt")."""
    return len(line) >= _SHORTEST_RUNNING and line[-1] not in _STOPS and not is_sentence(line) and outcome_of(line) is Outcome.OTHER


def _line_at(text: str, at: int) -> tuple[int, int]:
    """The line around a place next to a page's; empty where there is none or it is longer than a running line."""
    start, end = _line(text, at) if 0 <= at < len(text) else (0, 0)
    return (start, end) if 0 <= start < end else (0, 0)


def _named(text: str) -> set[tuple[int, int]]:
    """The lines that name a page and are otherwise alike, where there are two or more and the pages rise."""
    alike: dict[str, list[tuple[int, int, int]]] = {}
    for named in _NAMED.finditer(text):
        start, end = _line(text, named.start())
        if 0 <= start < end <= start + _LONGEST_FOOT and not is_sentence(text[start:end].strip()):
            rest = _DIGITS.sub("#", f"{text[start : named.start()].strip()}|{text[named.end() : end].strip()}")
            alike.setdefault(rest, []).append((start, end, int(named["page"])))
    return {
        (start, end)
        for rest, lines in alike.items()
        if (len(lines) >= _FEWEST or _PAGE_OF.fullmatch(text, *lines[0][:2]))
        and all(other[2] - one[2] == 1 or (rest == "|" and other[2] > one[2]) for one, other in itertools.pairwise(lines))
        for start, end, _ in lines
    }


def _numbers(text: str) -> set[tuple[int, int]]:
    """Numbers that stand alone and count pages: each the one after the last, between dashes, out of as many, or with no title below."""
    lone = list(_ALONE.finditer(text))
    numbers = [int(found["page"]) for found in lone]
    if len(lone) < _FEWEST or numbers[0] not in (1, 2) or any(after - before != 1 for before, after in itertools.pairwise(numbers)):
        return set()
    plain = all(found["dash"] is None and found["pages"] is None for found in lone)
    items = sum(_opens_item(text, found.end()) for found in lone) if plain else 0
    return set() if items * 2 > len(lone) else {found.span("line") for found in lone}


def _opens_item(text: str, at: int) -> bool:
    """Whether a number that ends at `at` may open an item: a title stands below it, or something that begins right there."""
    below = text[slice(*_below(text, at))]
    return is_title(below) or (text[at : at + 2] != "\n\n" and below[:1].isupper())


def names_page(line: str) -> bool:
    """Whether a line says which page it stands on, and nothing else."""
    return len(line) <= _LONGEST_FOOT and _NAMED.fullmatch(line) is not None


def is_title(line: str) -> bool:
    """Whether a line may be the title of an item whose number stands above it."""
    short = 0 < len(line) <= _LONGEST_TITLE and not line[0].islower() and line[-1] not in ",;."
    return short and not is_sentence(line) and outcome_of(line) is Outcome.OTHER


def _cut(text: str, lines: list[tuple[int, int]]) -> str:
    out: list[str] = []
    at = 0
    for start, end in lines:
        above, (begins, _) = text[at:start], _below(text, end)
        whole = above.rstrip()
        if whole and whole[-1] not in _STOPS and text[begins : begins + 1].islower():
            out.append(f"{whole}\n")
            at = begins
        else:
            out.append(above.rstrip("\n") + "\n\n" if above.endswith("\n\n") else above)
            at = end
            while above.endswith("\n\n") and text.startswith("\n", at):
                at += 1
    return "".join([*out, text[at:]])


def _line(text: str, at: int) -> tuple[int, int]:
    """The line around a place; both -1 where it is longer than a foot is."""
    near = max(0, at - _LONGEST_FOOT)
    start, end = text.rfind("\n", near, at) + 1, text.find("\n", at, at + _LONGEST_FOOT)
    end = len(text) if end < 0 and at + _LONGEST_FOOT >= len(text) else end
    return (start, end) if end >= 0 and (start or not near) else (-1, -1)


def _below(text: str, at: int) -> tuple[int, int]:
    """The next line with words on it."""
    while at < len(text) and text[at].isspace():
        at += 1
    end = text.find("\n", at, at + _LONGEST_FOOT)
    return at, end if end >= 0 else min(len(text), at + _LONGEST_FOOT)
