"""Words of a web page's buttons that were copied in front of its headings ("vis mindre Resume", "vis mindre Indstilling")."""

from __future__ import annotations

import re

_BEFORE_HEADING = re.compile(
    r"^[ \t]*(?P<words>[^\W\d_][^\n:.;,]{2,39}) "
    r"(?=(?P<heading>Resum[eé]|Sagsfremstilling|Indstilling|Beslutning|Bilag|Historik|Økonomi)\b)",
    re.MULTILINE,
)
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
