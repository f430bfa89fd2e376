"""Folding: lower case, plain blanks and hyphens, every character in its place, so that positions hold in the text itself."""

from __future__ import annotations

import re

PARAGRAPH = "\x00"
"""Stands for the two line ends of an empty line, and for the one before a point of a list: no expression reaches across it."""
_BULLET = re.compile(r"\n(?=[ \t]{0,20}[-–•*·] )")  # "inden 30/3\n- 3.3 Reserven" is no range of days

_NUMBERED = re.compile(
    r"(?<!\n)\n(?=[ \t]{0,20}\d{1,2}[.)] {1,3}(?!(?i:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
    r"(?i:uar|ruar|ts|il|i|ust|tember|ober|ember)?\b)[A-ZÆØÅ])"
)  # "mandag den 24.\n7. Ida maler hegnet" is no day in July

_SAME_LENGTH = (
    ("\t", " "),
    ("\r", " "),
    ("\N{NO-BREAK SPACE}", " "),
    ("\N{NARROW NO-BREAK SPACE}", " "),
    ("\N{THIN SPACE}", " "),
    ("\N{EN DASH}", "-"),
    ("\N{EM DASH}", "-"),
    ("\N{NON-BREAKING HYPHEN}", "-"),
    ("\N{HYPHEN}", "-"),
    ("\N{MINUS SIGN}", "-"),
    ("\N{RIGHT SINGLE QUOTATION MARK}", "'"),
    ("é", "e"),
)
_SELDOM = re.compile("[" + "".join(old for old, _ in _SAME_LENGTH) + "]")


def fold(text: str) -> str:
    """`text` for matching, of exactly the same length. The few letters whose lower case is longer stay as they are."""
    text = _NUMBERED.sub(PARAGRAPH, text)
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    low = _BULLET.sub(PARAGRAPH, low).replace("\n\n", PARAGRAPH * 2).replace("\n", " ")
    for old, new in _SAME_LENGTH if _SELDOM.search(low) is not None else ():
        low = low.replace(old, new)
    return low
