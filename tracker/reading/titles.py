"""Items that say everything on one line: "5. Eventuelt: Intet.", "2. Økonomi. Kassereren gennemgik regnskabet."."""

from __future__ import annotations

import re

from tracker.domain.minutes import Outcome, Span
from tracker.reading.outcome import outcome_of

_BREAK = re.compile(r"\.\s+(?=[A-ZÆØÅ])|:\s+|\s+[–—-]\s+|\s+\|\s+")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:nr|kl|pkt|vedr|evt|ca|bl|mv|dvs|fx|inkl|ekskl|jf|st|hhv|mht|ift|ad|d|a|f|eks|dr|tlf|v)$", re.IGNORECASE
)
_NOTHING = re.compile(r"(?:intet|ingen(?:ting)?|ikke|udgår|udgik|se|mundtlig)\b.{0,40}$", re.IGNORECASE)
_LONGEST = 100


def prose_in_title(text: str, title: tuple[int, int]) -> tuple[tuple[int, int], Span]:
    """The title cut where prose begins behind it, and that prose; the title as it is and an empty span where it is only a title."""
    line = text[title[0] : title[1]]
    for found in _BREAK.finditer(line):
        head, rest = line[: found.start()], line[found.end() :]
        if len(head) > _LONGEST or len(head) < 2:
            break
        if found.group()[0] == "." and _ABBREVIATION.search(head):
            continue
        if _is_prose(rest):
            at = title[0] + found.end()
            return (title[0], title[0] + found.start()), Span(at, title[1])
    return title, Span(title[1], title[1])


def _is_prose(rest: str) -> bool:
    words = rest.split()
    if _NOTHING.match(rest):
        return True
    if len(words) >= 3 and rest[-1:] in ".!?" and not _ABBREVIATION.search(rest[:-1]):
        return True
    return len(words) <= 6 and outcome_of(rest) is not Outcome.OTHER
