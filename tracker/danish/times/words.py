"""Vocabulary: months, weekdays, numbers, and the named pieces patterns are put together from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

MONTHS: dict[str, int] = {
    "januar": 1, "februar": 2, "marts": 3, "april": 4, "maj": 5, "juni": 6,
    "juli": 7, "august": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
    "febuar": 2,  # as it is misspelt
}  # fmt: skip
SHORT_MONTHS: dict[str, int] = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: dict[str, int] = {"mandag": 0, "tirsdag": 1, "onsdag": 2, "torsdag": 3, "fredag": 4, "lørdag": 5, "søndag": 6}
SHORT_WEEKDAYS: dict[str, int] = {"man": 0, "tirs": 1, "tir": 1, "ons": 2, "tors": 3, "tor": 3, "fre": 4, "lør": 5, "søn": 6}
SHORTEST_WEEKDAYS = ("ma", "ti", "on", "to", "fr", "lø", "sø")
"""Weekdays of two letters: only before a date ("fr. 28/8")."""

NUMBERS: dict[str, int] = {
    "en": 1, "et": 1, "een": 1, "eet": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10,
    "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19,
    "tyve": 20, "tredive": 30, "fyrre": 40, "halvtreds": 50, "tres": 60, "halvfjerds": 70, "firs": 80, "halvfems": 90, "hundrede": 100,
}  # fmt: skip
_UNITS = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")
NUMBERS |= {
    f"{unit}og{tens}": NUMBERS[unit] + NUMBERS[tens] for unit in _UNITS for tens in ("tyve", "tredive", "fyrre", "halvtreds", "tres")
}

ORDINALS: dict[str, int] = {
    "første": 1, "anden": 2, "andet": 2, "tredje": 3, "tredie": 3, "fjerde": 4, "femte": 5, "sjette": 6, "syvende": 7, "ottende": 8,
    "niende": 9, "tiende": 10, "ellevte": 11, "elvte": 11, "tolvte": 12, "trettende": 13, "fjortende": 14, "femtende": 15,
    "sekstende": 16, "syttende": 17, "attende": 18, "nittende": 19, "tyvende": 20, "tredivte": 30,
}  # fmt: skip
ORDINALS |= {f"{unit}ogtyvende": 20 + NUMBERS[unit] for unit in _UNITS}
ORDINALS["enogtredivte"] = 31


def alternatives(words: Iterable[str]) -> str:
    """A group that matches the longest of the words, factored by their first letters: much faster than trying one by one."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _written(tree)


def _written(tree: dict[str, Any]) -> str:
    ends = "" in tree
    branches = [re.escape(letter) + _written(below) for letter, below in sorted(tree.items()) if letter]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return "(?:" + "|".join(branches) + ")" + ("?" if ends else "")


PIECES: dict[str, str] = {
    "century": "(?:19|20|21(?=00))",
    "end": r"(?![^\W_])",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "month_number": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "month_name": alternatives(MONTHS) + r"(?![^\W_])",
    "month_short": alternatives(SHORT_MONTHS) + r"(?![^\W_])\.?",
    "weekday": alternatives(WEEKDAYS) + r"(?![^\W_])",
    "weekday_short": alternatives([*SHORT_WEEKDAYS, *SHORTEST_WEEKDAYS]) + r"\.",
    "weekday_alone": r"(?:(?<=senest[ ])|(?<=inden[ ])|(?<=til[ ])|(?<=på[ ]))(?P<short>"
    + alternatives(SHORT_WEEKDAYS)
    + r")\.(?![ ]?(?:d\b|\d))",
    "full_year": r"{century}\d\d(?![^\W_]|[-/.,]\d|-[^\W_])",
    "number_word": alternatives(NUMBERS) + r"(?![^\W_])",
    "ordinal_word": alternatives(ORDINALS) + r"(?![^\W_])",
    "den": r"(?:den |d\.?~|dato )",
    "number": r"(?:\d{1,3}(?![\d.,]\d|\d)|" + alternatives(NUMBERS) + r"(?![^\W_]))",
}
PIECES["year"] = (
    r"(?:(?:,?~|~-~| i | af |/)(?P<year>{full_year})|~'(?P<short_year>\d\d){end}|-(?P<dash_year>\d\d){end}"
    r"|[ ](?P<plain_year>[1-4]\d)(?=~\Z|[,;)\x00]|\.(?!\d))"
    r"|(?:,?| af) (?P<relative_year>i år|i indeværende år|i dette år|til næste år|næste år|året efter|det følgende år){end})?"
)
PIECES["season"] = "(?:forår|sommer|efterår|vinter)(?:et|en)?"
PIECES["month_start"] = "(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
PIECES["weekday_stem"] = alternatives(WEEKDAYS)
PIECES["meeting_month"] = alternatives(MONTHS)
PIECES["lasting"] = (
    r"(?:{month}|(?:den |det |en |et )?[a-zæøå]*(?:måned|år|kvartal|ferie|sommer|vinter|forår|efterår|periode|semester|halvår|forløb|kursus"
    r"|projekt))"
)
"""What a week may be a part of: "den sidste uge af skoleåret"."""
PIECES["month"] = f"(?:{PIECES['month_name']}|{PIECES['month_short']})"


def pattern(source: str) -> re.Pattern[str]:
    """Compile a rule's pattern: a blank stands for one or two blanks, `~` (or ` ?`) for none to two, `{name}` for a piece."""
    return re.compile(expand(source))


def expand(source: str) -> str:
    """The regular expression behind a rule's pattern."""
    for _ in range(3):
        source = re.sub(r"\{([a-z_]+)\}", lambda found: PIECES[found[1]], source)
    return re.sub(r"\[[^\]]*\]| \?|[ ~]", lambda found: _BLANKS.get(found[0], found[0]), source)


_BLANKS = {" ": "[ ]{1,2}", "~": "[ ]{0,2}", " ?": "[ ]{0,2}"}


def month_of(word: str) -> int:
    """The number of a month by its name or abbreviation, with or without the dot."""
    word = word.rstrip(".")
    return MONTHS.get(word) or SHORT_MONTHS[word]


def number_of(word: str) -> int:
    """A cardinal in digits or words."""
    return int(word) if word.isdecimal() else NUMBERS[word]


def ordinal_of(word: str) -> int:
    """An ordinal in digits (with or without the dot) or words."""
    word = word.rstrip(".")
    return int(word) if word.isdecimal() else ORDINALS[word]


def year_of(found: re.Match[str], reference: date) -> int | None:
    """The year of the piece `{year}`, or None where none is written."""
    digits = found["year"] or found["short_year"] or found["dash_year"] or found["plain_year"]
    if digits:
        return full_year(digits)
    words = found["relative_year"]
    if not words:
        return None
    return reference.year + (0 if words in {"i år", "i indeværende år", "i dette år"} else 1)


def full_year(digits: str) -> int:
    """A year as written; two digits mean 1970 to 2069 (GUIDE.md section 3)."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 70 else 1900)
