"""Fields that stand together on one line: "Ansvarlig: Bo, frist: 3. maj"."""

from __future__ import annotations

import re

_LABEL = r"(?:(?:tids|svar|hørings)?frist|deadline|ansvarlige?|ansv\.|tovholdere?|udføres af|status)(?: for [\w ]{2,30})?"
_LABELLED = re.compile(rf"[(\[]?{_LABEL} ?:", re.IGNORECASE)
FIELD = re.compile(rf"(?<!\s)(?:\s*[/,;|]\s*|\s+[–—-]\s+|\s+)(?={_LABEL} ?:)", re.IGNORECASE)
"""What parts a field from the next one."""


def fields(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The fields of a sentence that begins with one, as ranges of the text; the sentence itself where it doesn't."""
    if _LABELLED.match(text, begin, end) is None:
        return [(begin, end)]
    cuts: list[tuple[int, int]] = []
    for field in FIELD.finditer(text, begin + 1, end):
        cuts.append((begin, field.start()))
        begin = field.end()
    return [*cuts, (begin, end)]
