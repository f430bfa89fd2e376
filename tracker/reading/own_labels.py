"""Labels a referat counts its items by in words of its own: "Beslutningspunkt 1:", "Drøftelse nr. 2", "Spørgsmål 3 – Kajen".

The usual ones stand in `layouts.LABELS`. Any other words in front of a number are such a label where they count on from 1 through
most of the text, with something said below most of them: what counts only parts of an item (phases, aims) covers less of it, and its
lines stand together.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tracker.reading import dates
from tracker.reading.marks import Mark
from tracker.reading.numbered import labelled, number_mark

_LINE = re.compile(
    r"\n[ \t]*(?:[•*#–-]{1,3}[ \t]+)?"
    r"(?P<label>(?P<first>[^\W\d_]{2,25}+|[A-ZÆØÅ])(?:[ -][^\W\d_]{2,20}+){0,2}\.?(?: nr\.?)?)[ \t]?(?P<number>\d{1,2})"
    r"(?:[ \t]*[:.)][ \t]*|[ \t]+[–—-][ \t]*|[ \t]+(?=[A-ZÆØÅ\"»(])|(?=[ \t]*$))(?P<title>[^\n]*)$",
    re.MULTILINE,
)
"""A line with the break before it, by which the search leaps from line to line; the text gets one in front."""
_NUMBER_NEAR = re.compile(r"\n[^\d\n]{1,90}+\d")
"""A line's beginning up to its first figure: most lines are passed over by it for a fraction of what `_LINE` costs."""
_ITEM_WORDS = ("punkt", "pkt", "sag", "emne")
"""How a word for an item may end: "Beslutningspunkt 1" and "Orienteringspunkt 2" are one count."""
_NEVER = frozenset(
    "bilag side uge kl figur tabel note kapitel kap paragraf stk lokale hal rum mødelokale version udgave nr møde tlf telefon klasse "
    "referat år den d at dok dokument sagsnr journalnr "
    "mandag tirsdag onsdag torsdag fredag lørdag søndag".split()
) | frozenset(dates.MONTHS)
_OF_POINT = re.compile(r"(?:beslutning|konklusion|referat|indstilling|drøftelse)(?:er|en)? (?:til|for|på|vedr\.?) ", re.IGNORECASE)
_FEWEST = 3
_LEAST_SHARE = 0.5
_FEWEST_LINES = 2
_LONGEST_TITLE = 160


def own_labels(text: str) -> dict[int, Mark]:
    """The marks of lines that begin with a label of the referat's own, by where each line's first letter or bullet stands."""
    text = "\n" + text
    by_label: dict[str, list[re.Match[str]]] = {}
    for near in _NUMBER_NEAR.finditer(text):
        found = _LINE.match(text, near.start())
        if found is None:
            continue
        first = found["first"].casefold()
        if _OF_POINT.match(found["label"]) is not None:
            continue  # "Beslutning til punkt 3:" stands inside the item
        if (first not in _NEVER or found["label"] == "D") and len(found["title"]) < _LONGEST_TITLE:
            by_label.setdefault(_key(found["label"]), []).append(found)
    counted = [run for lines in by_label.values() if len(run := _run(lines)) >= _FEWEST and _goes_through(text, run)]
    if len(counted) != 1 or _is_usual(counted[0][0]):
        return {}
    return {mark.start: mark for mark in map(_mark, counted[0])}


def _key(label: str) -> str:
    words = label.casefold().removesuffix(".").removesuffix(" nr").split()
    if len(label) == 1:
        return ""  # "B 1.", "O 2.", "D 3.": what kind of item each is, beside one count
    return next((end for end in _ITEM_WORDS if len(words) == 1 and words[0].endswith(end)), " ".join(words))


def _is_usual(found: re.Match[str]) -> bool:
    line = found.group().strip()
    return labelled(line, line.lower(), found.start()) is not None


def _run(lines: list[re.Match[str]]) -> list[re.Match[str]]:
    """The last lines that count on from 1; a list of contents may stand above them."""
    firsts = [index for index, found in enumerate(lines) if int(found["number"]) == 1]
    run = lines[firsts[-1] :] if firsts else []
    return run if all(int(after["number"]) == int(before["number"]) + 1 for before, after in pairwise(run)) else []


def _goes_through(text: str, run: list[re.Match[str]]) -> bool:
    """Whether items of these lines would take up most of the text, with something said in most of them."""
    said = [text.count("\n", before.end(), after.start()) for before, after in pairwise(run)]
    told = sum(lines >= _FEWEST_LINES for lines in said)
    return len(text) - run[0].start() >= _LEAST_SHARE * len(text) and told * 3 >= len(said) * 2


def _mark(found: re.Match[str]) -> Mark:
    raw = found.group()
    line, blanks = raw.strip(), len(raw) - len(raw.lstrip())
    start = found.start() + blanks - 1  # in the text without the break in front
    return number_mark(line, start, "own", found["number"], found["number"], found.start("title") - 1 - start, "")
