"""Numbers stuck to the end of the line before: "Godkendt.3. " with the title below, "Indhold1. Titel". Copied web pages have them."""

from __future__ import annotations

import re

from tracker.reading.marks import Kind, Mark

# Behind a word or the end of a sentence, with nothing between; "pkt.3.", "nr.5." and "CO2." are something else.
_GLUED = re.compile(
    r"(?<=[a-zæøå.!?:)”»])(?P<n>\d{1,3})\.[ \t]*(?:(?P<title>[A-ZÆØÅ][^\n]{2,})|(?=\n|$))"
    r"|(?<=[a-zæøå][.!?] )(?P<n2>\d{1,3})\. (?P<title2>[A-ZÆØÅ][^\n.]{2,50})(?=\n|$)"
)
_ABBREVIATED = re.compile(r"(?:\d|(?:^|[\W_])(?:nr|pkt|punkt|stk|kl|d|den|s|bilag|ca|uge|art|kap|litra|tlf|m|km|co))[.:]?$", re.IGNORECASE)
_SEEN_BEFORE = 12


def glued_numbers(text: str) -> list[Mark]:
    """A mark for every number that stands so; whether it opens an item is weighed like any other's, and only as the next in turn."""
    found = []
    for match in _GLUED.finditer(text):
        if _ABBREVIATED.search(text, max(0, match.start() - _SEEN_BEFORE), match.start()):
            continue
        number, title = ("n", "title") if match["n"] else ("n2", "title2")
        end = match.end(title) if match[title] else match.end(number) + 1
        mark = Mark(Kind.NUMBER, match.start(), end, end, gap=True, family="dot", number=int(match[number]), glued=True)
        mark.label = match[number]
        mark.title = match.span(title) if match[title] else (end, end)
        found.append(mark)
    return found
