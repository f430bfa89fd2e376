"""Fields that stand together on one line: "Ansvarlig: Bo, frist: 3. maj"."""

from __future__ import annotations

import re

_LABEL = r"(?:(?:tids|svar|hørings)?frist|deadline|ansvarlige?|ansv\.|tovholdere?|udføres af|status)(?: for [\w ]{2,30})?"
_LABELLED = re.compile(rf"[(\[]?{_LABEL} ?:", re.IGNORECASE)
FIELD = re.compile(rf"(?<!\s)(?:\s*[/,;|]\s*|\s+[–—-]\s+|\s+)(?={_LABEL} ?:)", re.IGNORECASE)
"""What parts a field from the next one."""


_WHO_OR_WHEN = r"(?:(?:tids|svar|hørings)?frist|deadline|ansvarlige?|ansv\.|tovholdere?|udføres af)"
_INSIDE = re.compile(
    rf"(?<=\S)(?:\s+(?:[–—-]|/)\s+(?={_WHO_OR_WHEN} ?:)|\s+(?=[(\[]{_WHO_OR_WHEN} ?:)|\s+[–—-]\s+(?=[(\[]{_WHO_OR_WHEN} ?:))",
    re.IGNORECASE,
)
"""What parts a sentence from the fields behind it: "Vi køber en bil – Ansvarlig: Bo", "Vi køber en bil (ansvarlig: Bo)"."""
_DASH = re.compile(r"[–—-]\s+")


def fields(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The fields of a sentence that begins with one, or has them behind a dash or in brackets, as ranges of the text; without, itself."""
    dash = _DASH.match(text, begin, end)
    begin = dash.end() if dash is not None and _LABELLED.match(text, dash.end(), end) is not None else begin
    cuts: list[tuple[int, int]] = []
    if _LABELLED.match(text, begin, end) is None:
        inside = _INSIDE.search(text, begin, end)
        if inside is None:
            return [(begin, end)]
        cuts, begin = [(begin, inside.start())], inside.end()
    for field in FIELD.finditer(text, begin + 1, end):
        cuts.append((begin, field.start()))
        begin = field.end()
    return [*cuts, (begin, end)]
