"""Dates and clock times as headings write them: 04-02-2016, 22.04.2021, 28. juni 2017, Oktober 3, 2019, 2020-01-15.

Headings always give a whole date, so this stays small; the grammar of deadlines lives in `tracker.danish`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

_MONTHS = (  # and as they are misspelt most ("febuar")
    "januar jan january", "februar febuar feb february", "marts mar march", "april apr", "maj may", "juni jun june", "juli jul july",
    "august aug", "september sep sept", "oktober okt october oct", "november nov", "december dec",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_INITIALS = "".join({name[0] for name in MONTHS})
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"

# IGNORECASE is fine here: only lines already taken for headings are searched.
_DATE = re.compile(
    rf"(?=[\d{_INITIALS}])(?:(?<![\d.,/-])|(?<=\bd\.)|(?<=dag,))(?:(?P<iso_y>\d{{4}})(?P<iso_s>[-.])(?P<iso_m>\d{{2}})(?P=iso_s)(?P<iso_d>\d{{2}})"
    rf"|(?P<d>\d{{1,2}})(?:\s?[-./]\s?(?P<m>0?[1-9]|1[0-2])(?![\d]|\.?\s*{_MONTH})(?:(?:\s?[-./–]\s?(?P<y>\d{{4}}|\d{{2}}(?![.:]\d))|\s(?P<sy>(?:19|20)\d{{2}}))(?!\d))?|(?:\.?\s*|-)(?P<name>{_MONTH})(?:(?:,?\s*|-)(?P<ny>\d{{4}}|['’]\d{{2}})(?!\d))?)"
    rf"|(?P<us>{_MONTH})\s+(?P<us_d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<us_y>\d{{4}}))(?![\d-])",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\bkl(?:okken|\.)?\s*(?P<h>\d{1,2})(?:[.:](?P<m>\d{2}))?(?!\d)|(?<![\d.:-])(?P<h2>\d{1,2})[:.](?P<m2>\d{2})(?::\d{2})?(?![\d.:])",
    re.IGNORECASE,
)


_FIGURE = re.compile(r"\d")
_LONGEST_MONTH = max(map(len, MONTHS)) + 1
"""Characters a date can have before its first figure and the blanks before that: a month with its dot ("September. 3, 2019")."""
_FIGURES = re.compile(r"\d\d")


class Found:
    """A date in a text: where it stands, and its day; `year` is None where the text leaves it out."""

    __slots__ = ("day", "end", "month", "named", "start", "year")

    def __init__(self, start: int, end: int, year: int | None, month: int, day: int, *, named: bool = False) -> None:
        self.start, self.end, self.year, self.month, self.day, self.named = start, end, year, month, day, named

    def on_or_after(self, reference: date) -> date | None:
        """The day meant: as written, or the first such day on or after `reference` where no year is written."""
        if self.year is not None:
            return _date(self.year, self.month, self.day)
        for year in range(reference.year, reference.year + 9):
            found = _date(year, self.month, self.day)
            if found and found >= reference:
                return found
        return None


def at_end(line: str) -> Found | None:
    """The day a line ends with, though it may have no year: "Referat - projektgruppen 25/1"."""
    return next((found for found in find_all(line) if found.end == len(line)), None)


def find_all(text: str) -> Iterator[Found]:
    """Every date in a short text, those without a year included, in order; impossible ones are left out."""
    figure = _FIGURE.search(text)
    if figure is None:
        return  # most lines: no date without a figure
    for match in _DATE.finditer(text, max(0, len(text[: figure.start()].rstrip()) - _LONGEST_MONTH)):
        group = match.group
        if group("iso_y"):
            found = Found(match.start(), match.end(), int(group("iso_y")), int(group("iso_m")), int(group("iso_d")))
        elif group("us"):
            found = Found(match.start(), match.end(), int(group("us_y")), _month(group("us")), int(group("us_d")))
        else:
            written = group("y") or group("sy") or group("ny")
            month = _month(group("name")) if group("name") else int(group("m"))
            found = Found(match.start(), match.end(), _year(written), month, int(group("d")), named=bool(group("name")))
        if _date(2024 if found.year is None else found.year, found.month, found.day):
            yield found


def find(text: str) -> Found | None:
    """The first whole date (with its year) in a short text."""
    if _FIGURES.search(text) is None:
        return None  # no year is written with fewer than two figures
    return next((found for found in find_all(text) if found.year is not None), None)


def day_in(text: str) -> date | None:
    """The day of the first whole date in a short text."""
    found = find(text)
    return _date(found.year or 0, found.month, found.day) if found else None


def clock_in(text: str) -> time | None:
    """The first clock time in a short text: "kl. 17", "09:00", "kl. 16.30"."""
    for found in list(find_all(text)):
        if found.year is not None or found.named:
            text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    for match in _CLOCK.finditer(text):
        hour, minute = int(match["h"] or match["h2"]), int(match["m"] or match["m2"] or 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    return None


def _month(name: str) -> int:
    return MONTHS[name.casefold().rstrip(".")]


def _year(written: str | None) -> int | None:
    """Two digits: 00-69 are 2000s, 70-99 are 1900s (GUIDE.md section 3)."""
    if written is None:
        return None
    year = int(written.lstrip("'’"))
    return year if len(written) == 4 else year + (2000 if year < 70 else 1900)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
