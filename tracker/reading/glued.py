"""Numbers stuck to the end of the line before: "Godkendt.3. " with the title below, "Indhold1. Titel". Copied web pages have them."""

from __future__ import annotations

import itertools
import re

from tracker.reading import dates
from tracker.reading.marks import Kind, Mark

_STOP = re.compile(r"\.(?<=[0-9]\.)(?=[ \t]*(?:[A-ZÆØÅ][^\n]|\n|\Z))")
_FIGURES = frozenset("0123456789")
_TITLE = re.compile(r"[ \t]*([A-ZÆØÅ][^\n]+)?")
# Behind a word or the end of a sentence, with nothing between; "pkt.3.", "nr.5." and "CO2." are something else.
_BEFORE = re.compile(r"[a-zæøå.!?:)”»]\Z")
_ABBREVIATED = re.compile(
    r"(?:\d|(?:^|[\W_])(?:nr|pkt|stk|kl|d|s|ca|art|kap|tlf|m|km|co))[.:]?\Z|(?:^|[\W_])(?:punkt|den|bilag|uge|litra):?\Z", re.IGNORECASE
)
_SENTENCE_BEFORE = re.compile(r"[a-zæøå][.!?)]{1,3} \Z")  # "Malet. 8. Motion": only where a short title ends the line
_SHORT_TITLE = re.compile(r" [A-ZÆØÅ][^\n.]{2,50}(?=\n|\Z)")
_FIGURES_BEFORE = re.compile(r"(?<![\d.])(\d{1,4})\.\Z")
_LAST_DAY = 31
_SEEN_AHEAD = 3_000
_MONTH = re.compile(rf"(?:{'|'.join(dates.MONTHS)})\b", re.IGNORECASE)
_SEEN_BEFORE = 12
_MOST_FIGURES = 3


def glued_numbers(text: str) -> list[Mark]:
    """A mark for every number that stands so; whether it opens an item is weighed like any other's, and only as the next in turn."""
    found: list[Mark] = []
    for stop in _STOP.finditer(text):
        start = end = stop.start()
        if not end or text[end - 1] not in _FIGURES or (found and end <= found[-1].end):
            continue  # no number, or inside the last one's title
        while start and end - start < _MOST_FIGURES and text[start - 1] in _FIGURES:
            start -= 1
        before = text[max(0, start - _SEEN_BEFORE) : start]
        stuck = _BEFORE.search(before) is not None and _ABBREVIATED.search(before) is None
        if (
            not stuck
            and not (_behind_figures(before) and _SHORT_TITLE.match(text, stop.end()))
            and not (_SENTENCE_BEFORE.search(before) and _SHORT_TITLE.match(text, stop.end()))
        ):
            continue
        title = _TITLE.match(text, stop.end())
        span = title.span(1) if title and title[1] else (stop.end(), stop.end())
        number = text[start:end]
        mark = Mark(Kind.NUMBER, start, span[1], span[1], gap=True, family="dot", number=int(number), glued=True)
        mark.label, mark.title = number, span
        found.append(mark)
    return found


def numbers_in_turn(text: str, marks: list[Mark]) -> list[Mark]:
    """Numbers inside lines that a count is missing: "Referent: Ida Dal 1. Status ..." where the next numbered line begins with 2."""
    families = {mark.family for mark in marks if mark.kind is Kind.NUMBER}
    family, stop = ("colon", ":") if "colon" in families and "dot" not in families else ("dot", r"\.")
    counted = [mark for mark in marks if mark.kind is Kind.NUMBER and mark.family == family and not mark.glued]
    found: list[Mark] = []
    for before, following in itertools.pairwise([None, *counted]):
        number = following.number - 1 if following is not None else 0
        if (
            following is None
            or not 0 < number <= _LAST_DAY
            or (before is not None and (before.number == number or 1 < number != before.number + 1))
        ):
            continue
        begin = max(before.end if before is not None else 0, following.start - _SEEN_AHEAD)
        inside = next(re.compile(rf"(?<=[a-zæøå] ){number}{stop} (?=[A-ZÆØÅ][a-zæøå])").finditer(text, begin, following.start), None)
        if (
            inside is None
            or _ABBREVIATED.search(text[max(0, inside.start() - _SEEN_BEFORE) : inside.start() - 1])
            or _MONTH.match(text, inside.end())
        ):
            continue
        end = text.find("\n", inside.end())
        mark = Mark(Kind.NUMBER, inside.start(), end, end, gap=True, family=family, number=number)
        mark.label, mark.title = str(number), (inside.end(), end)
        found.append(mark)
    return found


def _behind_figures(before: str) -> bool:
    """Whether the sentence before ends in a number that makes no date with the one stuck to it: "i uge 38.3. Budget"."""
    figures = _FIGURES_BEFORE.search(before)
    return figures is not None and int(figures[1]) > _LAST_DAY
