"""Items whose numbers a web page or a writer got wrong: a list that began anew halfway, a number used again for the next."""

from __future__ import annotations

import itertools
import re

from tracker.reading.contents import key
from tracker.reading.heads import line_before
from tracker.reading.indented import indent
from tracker.reading.marks import Kind, Mark
from tracker.reading.parts import is_part
from tracker.reading.sentence import is_sentence

_FAMILIES = ("dot", "paren")
_FEWEST, _FEWEST_ONES = 2, 3
_ONE = re.compile(r"(?<=[a-zæøå)][.!?])  (?=1\. [A-ZÆØÅ])")
_LONGEST = 80
_STOP = re.compile(r"[.:](?=\s|$)")
_LAST = re.compile(r"(?:eventuelt|evt\.?)\s?(?:[:.]|$)", re.IGNORECASE)


def break_ones(text: str) -> str:
    """The text with a line for each "1. " that stands behind a sentence and two blanks: a list that a web page began anew each time."""
    return _ONE.sub("\n\n", text) if len(_ONE.findall(text)) >= _FEWEST_ONES else text


def renumber(text: str, marks: list[Mark]) -> None:
    """Give the numbered lines furthest left the numbers they should have had, where these are plain."""
    headed = any(mark.kind is Kind.HEADING and not mark.soft for mark in marks)  # then lists stand in the items
    for family in _FAMILIES:
        numbers = [mark for mark in marks if mark.kind is Kind.NUMBER and mark.family == family and not mark.glued]
        least = min((indent(text, mark.start) for mark in numbers), default=0)
        outer = [mark for mark in numbers if indent(text, mark.start) == least and not mark.listed]
        if _begins_anew(text, outer) or (not headed and _interrupted(text, outer)):
            for number, mark in enumerate(outer, 1):
                mark.number, mark.label = number, str(number)
        else:
            _used_again(text, [mark for mark in numbers if not mark.listed])


def _begins_anew(text: str, outer: list[Mark]) -> bool:
    """Whether several counts from 1 follow one another: each below the heading of a part, or all of titles, the very last "Eventuelt"."""
    if not outer or any(mark.number not in (1, before.number + 1) for before, mark in itertools.pairwise(outer)):
        return False
    starts = [at for at, mark in enumerate(outer) if mark.number == 1]
    if outer[0].number != 1 or len(starts) < _FEWEST or starts[1] < _FEWEST:
        return False
    titles = [key(text, mark) for mark in outer]
    if len(set(titles[: starts[1]]) & set(titles[starts[1] :])) * 2 > starts[1]:
        return False  # a list of contents above the items themselves
    if all(is_part(text[slice(*line_before(text, outer[at].start))]) for at in starts[1:]):
        return True
    heads = [_STOP.split(text[mark.title[0] : mark.title[1]], maxsplit=1)[0] for mark in outer]
    last = [_LAST.match(title) is not None for title in heads]
    return last.index(True) == len(last) - 1 if any(last) and all(map(_is_title, heads)) else False


def _interrupted(text: str, outer: list[Mark]) -> bool:
    """Whether a list of titles counts on as long as nothing stands between, and from 1 again behind every text: a web page's list."""
    titled = sum(_is_title(text[mark.title[0] : mark.title[1]]) for mark in outer)
    ones = sum(mark.number == 1 for mark in outer)
    if ones < _FEWEST_ONES or ones * 2 < len(outer) or titled * 3 < len(outer) * 2 or outer[0].number != 1:
        return False
    told = [bool(text[before.title[1] : mark.start].strip(" \t\n:.")) for before, mark in itertools.pairwise(outer)]
    return all(
        mark.number == (1 if between else before.number + 1)
        for (before, mark), between in zip(itertools.pairwise(outer), told, strict=True)
    )


def _is_title(line: str) -> bool:
    return 0 < len(line) <= _LONGEST and not is_sentence(line)


def _used_again(text: str, numbers: list[Mark]) -> None:
    """ "1. Referat / 1. Formanden / 3. Kassereren": the second 1 stands where 2 is missing."""
    for before, mark, following in zip(numbers, numbers[1:], numbers[2:], strict=False):
        apart = mark.gap and _is_title(text[mark.title[0] : mark.title[1]])
        if apart and mark.number <= before.number and following.number == before.number + 2:
            mark.number = before.number + 1
            mark.label = str(mark.number)
