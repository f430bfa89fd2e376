"""What closes the minutes below the last item: where, when and by whom they were signed, an address, a page number, points to come."""

from __future__ import annotations

import re
from datetime import date

from tracker.danish.names import is_first_name
from tracker.reading import dates
from tracker.reading.unnumbered import lines_of

_TAIL = 1_500  # characters at the end within which such lines stand
_MOST_LINES = 8
_LONGEST = 160
_INDENT = 80
_PLACE_AND_DAY = re.compile(r"[A-ZÆØÅ][a-zæøå]{1,20}(?: [A-ZÆØÅ][a-zæøå]{1,20})?(?P<comma>,?) (?:den|d\.) ?\d[\w. /-]{3,25}$")
_ADDRESS = re.compile(
    r"(?=.*\b\d{4} [A-ZÆØÅ][a-zæøå])(?=.*(?:\btlf|\btelefon|\bcvr|\bwww\.|@))|(?:cvr|ean)\b[^\d\n]{0,12}\d{8}", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:side \d{1,3} (?:af|/) \d{1,3}|(?:med )?venlig(?:st)? hilsen[^\n.]{0,40}|(?:[A-ZÆØÅ][\w.-]{0,20} ?[/,] ?)referent"
    r"|(?:indsendt|udgivet|publiceret|oprettet) af \w[^\n.]{0,40}(?: kl\. ?\d{1,2}[.:]\d{2})?"
    r"|(?:ingen|\d{1,3}) kommentarer:?|send en kommentar"
    r"|kommende punkter: [^\n.]{1,80}|for referat(?:et)?:?[^\n.]{0,40})$",
    re.IGNORECASE,
)


_WRITTEN_BY = re.compile(r"[Rr]ef(?:erat|erent|\.)(?: ved)?: ?(?P<first>[A-ZÆØÅ][\w-]{0,20})(?: [A-ZÆØÅ][\w.-]{0,20}){0,2}$")
_GREETING = re.compile(
    r"\n(?:mvh|(?:de )?bedste hilsner|(?:med )?(?:venlig(?:st)?|de bedste|bedste|kærlig) hilsen|hilsen|vh)[.,]?(?: [^\n]{0,40})?\n",
    re.IGNORECASE,
)
"""How an e-mail ends: what stands below is who wrote it."""
_LONGEST_SIGNATURE = 300


def signature(text: str) -> int:
    """Where an e-mail's greeting begins, with nothing below it but who wrote it; the end of the text where there is none."""
    found = list(_GREETING.finditer(text, max(0, len(text) - _LONGEST_SIGNATURE)))
    below = text[found[-1].end() :] if found else "."
    return found[-1].start() if not any(line.rstrip().endswith((".", ":")) for line in below.split("\n")) else len(text)


def closing(text: str, begin: int, day: date | None) -> int:
    """Where the last item ends, whose text begins at `begin`; `day`: of the meeting, on which a bare "Skovby den 3. maj" is no event."""
    end = len(text)
    start = max(begin, end - _TAIL)
    end = max(start, signature(text))
    for first, last in list(lines_of(text, start))[: -_MOST_LINES - 1 : -1]:
        if first <= start or not _closes(text[first:last], day):
            break
        if text[max(start, first - _INDENT) : first].rstrip(" ").endswith("\n\n"):
            end = first
    return end


def _closes(line: str, day: date | None) -> bool:
    if len(line) > _LONGEST:
        return False
    signed = _PLACE_AND_DAY.match(line)
    if signed is not None:
        said = dates.day_in(line)
        return said is not None and (bool(signed["comma"]) or said == day)
    written = _WRITTEN_BY.match(line)
    return _ADDRESS.match(line) is not None or _SIGNED.match(line) is not None or (written is not None and is_first_name(written["first"]))
