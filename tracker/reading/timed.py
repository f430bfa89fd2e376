"""Items that begin with the time set aside for them: "17.30-17.50", "Kl. 9.00 – 9.15: Velkomst", "9.15 Havnen"."""

from __future__ import annotations

import itertools
import re

from tracker.reading import layouts
from tracker.reading.columns import is_aim
from tracker.reading.heads import Head, line_after
from tracker.reading.sentence import is_sentence

_FEWEST = 3
_LONGEST = 80
_SHORT = 30
_TO = r"(?P<to>[ ]?[–-][ ]?(?:[Kk]l\.?[ ]?)?\d{1,2}[.:-]\d{2})?"
_SPAN = re.compile(
    rf"^[ \t]*(?:[Kk]l\.?[ ]?)?(?P<hour>\d{{1,2}})[.:](?P<minute>\d{{2}})(?!\d){_TO}"
    r"[ \t]*[:.–-]?[ \t]*(?P<title>[^\n]*)$",
    re.MULTILINE,
)


def by_clock(text: str, begin: int) -> list[Head]:
    """One item at each line that begins with a span of time; none where the times don't run on or too few do.

    The title is the rest of the line, or the short line that stands alone below it; where there is neither, the time itself.
    """
    lines = [found for found in _SPAN.finditer(text, begin) if len(found["title"]) <= _LONGEST]
    spans = [found for found in lines if found["to"] or _opens(text, found)]
    if len(spans) < _FEWEST:
        spans = lines if all(_told(text, found) for found in lines) else []
    clocks = [int(found["hour"]) * 60 + int(found["minute"]) for found in spans]
    if len(spans) < _FEWEST or any(later <= earlier for earlier, later in itertools.pairwise(clocks)):
        return []
    aims = sum(is_aim(found["title"].strip()) for found in spans)
    return [_head(text, number, found, aimed=aims * 2 > len(spans)) for number, found in enumerate(spans, 1)]


def _told(text: str, found: re.Match[str]) -> bool:
    """Whether a time has a short title behind it, no sentence, and a line of text close below that is no other time."""
    below = line_after(text, found.end())
    close = text[found.end() : below[0]].count("\n") <= 2
    titled = found["title"][:1].isupper() and found["title"][-1] not in ".,;" and not is_sentence(found["title"])
    return titled and close and _SPAN.match(text, below[0]) is None


def _opens(text: str, found: re.Match[str]) -> bool:
    """Whether a single time ("19.10 Økonomi") stands below an empty line, a title behind it and text right below."""
    below = text[found.end() : found.end() + 2]
    apart = found.start() == 0 or text[found.start() - 2 : found.start()] == "\n\n"
    return apart and found["title"][:1].isupper() and len(below) == 2 and below != "\n\n"


def _head(text: str, number: int, found: re.Match[str], *, aimed: bool) -> Head:
    """`aimed`: what stands behind most times is what items are for ("Drøftelse"), and no title."""
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    if aimed and found["to"] and is_aim(found["title"].strip()):
        return Head(number, "", (start, found.end("to")), start, found.end(), -1)
    if found["title"].strip() and not is_sentence(found["title"]):
        return Head(number, "", (found.start("title"), found.end()), start, found.end(), -1)
    if found["title"].strip():
        return Head(number, "", (start, found.start("title")), start, found.start("title"), -1)
    below = line_after(text, found.end())
    line = text[slice(*below)]
    told = line_after(text, below[1])
    close = (
        len(line) <= _SHORT and text[told[0] : told[1]].endswith(".") and _SPAN.match(text, told[0]) is None
    )  # "Status / Bo maler hegnet."
    alone = (text[below[1] : below[1] + 2] == "\n\n" or close) and len(line) <= _LONGEST and line[-1:] not in ".,;!"
    if alone and line[0].isupper() and not is_sentence(line) and line.lower().rstrip(" :") not in layouts.HEADINGS:
        return Head(number, "", below, start, below[1], -1)
    return Head(number, "", (start, found.end()), start, found.end(), -1)
