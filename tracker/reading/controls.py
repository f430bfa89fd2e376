"""What the look of a page put into its words: a web page's buttons in front of headings ("vis mindre Resume"), letters set apart."""

from __future__ import annotations

import re

_BEFORE_HEADING = re.compile(
    r"^[ \t]*(?P<words>[^\W\d_][^\n:.;,]{2,39}) "
    r"(?=(?P<heading>Resum[eé]|Sagsfremstilling|Indstilling|Beslutning|Bilag|Historik|Økonomi)\b)",
    re.MULTILINE,
)
_SPREAD = re.compile(r"(?<!\S)(?:[^\W\d_] ){4,60}[^\W\d_](?![\w.])")  # "R e f e r a t"
_FEWEST, _FEWEST_HEADINGS = 4, 3


def without_controls(text: str) -> str:
    """The text without words that stand in front of several headings, the same each time."""
    headings: dict[str, list[str]] = {}
    for found in _BEFORE_HEADING.finditer(text):
        headings.setdefault(found["words"], []).append(found["heading"])
    controls = {words for words, named in headings.items() if len(named) >= _FEWEST and len(set(named)) >= _FEWEST_HEADINGS}
    if not controls:
        return text
    return _BEFORE_HEADING.sub(lambda found: "" if found["words"] in controls else found.group(), text)


def without_spread(text: str) -> str:
    """The text with words whose letters were set apart ("R e f e r a t") put together."""
    return _SPREAD.sub(lambda found: found.group().replace(" ", ""), text)
