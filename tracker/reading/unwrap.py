"""Text files whose paragraphs were broken into lines of one width (e-mail, text taken out of a PDF): the breaks become blanks again."""

from __future__ import annotations

import re
from itertools import pairwise

from tracker.reading import dates, layouts
from tracker.reading.decisions import decision_heading

_NARROWEST, _WIDEST = 50, 120
_FEWEST_PAIRS = 8
_SAMPLE_LINES = 2_000
_LIST_START = re.compile(
    r"\s*(?:\||[-•*·–—▪+>»→⇒➢➔➤►✓✔☐□■●○]\s|[-=]{1,2}>\s|\[[ _xX]?\]\s|\(?(?:\d{1,3}(?:\.\d{1,2})*|(?!d\.\s?\d)[a-zæøå])[.)]\s"
    r"|(?:Ad|AD|Punkt|PUNKT|Pkt|PKT|Dagsordenspunkt|Sag)\.?\s(?:[Nn]r\.?\s)?\d{1,3}(?:[.:)]|\s[–-]|\s[A-ZÆØÅ]))"
)
_COUNTED = re.compile(r"\s*\d{1,2}\. [a-zæøå]{3,}")  # "7. årgang", "24. september": where a line was broken before it
_SUB_POINT = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}\s+[A-ZÆØÅ]")  # "7.2 Bo slår stillingen op"
_STOPS = ".:!?;"
_LONGEST_LABEL = 40
_FEWEST_CAPITALS = 4
_HANGING = re.compile(r"(?<=[^\s.:;!?|])\n[ \t]{2,40}(?=[a-zæøå]{2,}(?![.)]))")  # "til næste" / "     møde": a line that goes on, inset
_HANGING_CAPITAL = re.compile(r"(?<=[^\n]{60}[^\s.:;!?|])\n[ \t]{2,40}(?=[A-ZÆØÅ][a-zæøå-](?:[^\n|]{40}|[^\n|]{0,40}[.,]))")
"""… and one that begins with a name: "melder ind til Vibeke" / "     Ravn inden udgangen af maj."; the line above was a long one."""
_MONTH = "(?:" + "|".join(dates.MONTHS) + r")\b"
_DAY_BEHIND = re.compile(
    r"\n(?P<blank>[ \t]*\n)?[ \t]*"
    rf"(?:(?P<dated>\d{{1,2}}\. ?{_MONTH})|(?P<year>20\d\d\b)|(?P<month>{_MONTH})|(?P<point>1\.|\d\d?[.)]\s)|\d)"
)
_COUNTS = re.compile(r"\n[ \t]*\d{1,2}\. [a-zæøå]{3}")  # "7. årgang"
_LEADS_DAY = re.compile(  # what a line cannot end with where nothing follows
    r"\b(?:den|det|de|for|til|på|i|med|af|fra|om|ved|efter|før|senest|inden|mellem|omkring|uge|nr\.|kl\.|d\.|pr\.|ca\.|(?:man|tirs|ons|tors"
    r"|fre|lør|søn)dag)\Z"
)
_LEADS_NUMBER = re.compile(r"\b(?:den|senest|inden|uge|nr\.|kl\.|d\.|pr\.|ca\.)\Z")  # before a number without a month
_LEADS_YEAR = re.compile(rf"\b(?:kvartal|halvår|forår(?:et)?|efterår(?:et)?|{_MONTH})\Z")
_SPACED = re.compile(r"(?<=[^\n]{40}[^\s.:;!?|])\n[ \t]*\n[ \t]*(?!(?:og )?at )(?=[a-zæøå]{2,}[ ,.])")
_FEWEST_SPACED = 12
_LEADS_MONTH = re.compile(r"\b(?:den|d\.) ?\d{1,2}\.\Z")
_ORDINAL = re.compile(r"(?:\A|[ .])\d{1,2}\.\Z")
_LAST_WORDS = 12  # characters of the line above that are looked at


def _with_days(text: str) -> str:
    """The text with the days and numbers whole that the end of a line cut: "senest den" / "20. november", "den 10." / "juni"."""
    out: list[str] = []
    at = 0
    for found in _DAY_BEHIND.finditer(text):
        above = text[max(at, found.start() - _LAST_WORDS) : found.start()]
        if found["blank"]:
            whole = found["month"] is not None and _LEADS_MONTH.search(above) is not None
        elif found["month"]:
            whole = _ORDINAL.search(above) is not None
        elif found["year"] and _LEADS_YEAR.search(above) is not None:
            whole = True
        elif found["point"] and (found["point"] == "1." or _COUNTS.match(text, found.start()) is None):
            whole = False  # the first point of a list, or another
        elif found["dated"] or found["point"]:
            whole = _LEADS_DAY.search(above) is not None or (found["dated"] is not None and above.endswith((" og", "\nog")))
        else:
            whole = _LEADS_NUMBER.search(above) is not None
        if whole:
            out.append(text[at : found.start()])
            at = found.start() + len(found.group()) - len(found.group().lstrip())
    return " ".join([*out, text[at:]]) if out else text


def unwrap(text: str) -> str:
    """The text with its wrapped lines joined; only days and numbers that were cut, where its lines are not all of one width."""
    text = _close_up(text)
    lines = _HANGING.sub(" ", text).split("\n")
    width = _width(lines[:_SAMPLE_LINES])
    return _with_days(_joined(lines, width) if width else _HANGING.sub(" ", _HANGING_CAPITAL.sub(_if_deeper, text)))


def _close_up(text: str) -> str:
    """The text with the lines joined that go on in small letters behind a blank line, where nearly every line has one behind it."""
    lines = text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES]
    written = sum(bool(line.strip()) for line in lines)
    spaced = sum(bool(one.strip()) and not other.strip() for one, other in pairwise([*lines, ""]))
    return _SPACED.sub(" ", text) if written >= _FEWEST_SPACED and spaced * 10 >= written * 9 else text


def _if_deeper(found: re.Match[str]) -> str:
    """A blank for the break before a line that is more inset than the one above it; lines that begin below each other stay apart."""
    text, begin = found.string, found.string.rfind("\n", 0, found.start()) + 1
    above = text[begin : found.start()]
    return " " if len(found[0]) - 1 > len(above) - len(above.lstrip(" \t")) else found[0]


def _joined(lines: list[str], width: int) -> str:
    out: list[str] = []
    before = ""
    for line in lines:
        if out and _continues(out[-1], len(before), line, width):
            out[-1] += " " + line.lstrip()
        else:
            out.append(line)
        before = line
    return "\n".join(out)


def _width(lines: list[str]) -> int:
    """The width the lines were broken at, 0 where they weren't.

    A broken line is followed by one that goes on in lower case and whose first word would not have fitted; that must be usual, and going on
    in lower case although there was room must be rare.
    """
    lengths = sorted(len(line) for line in lines if line)
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.98)] if len(lengths) > 50 else lengths[-1]
    if not _NARROWEST <= width <= _WIDEST or lengths[-1] > 2 * width:
        return 0
    going_on = [(above, line) for above, line in pairwise(lines) if above and line[:1].islower() and not _LIST_START.match(line)]
    broken = sum(len(above) + 1 + len(line.split(None, 1)[0]) > width - 3 for above, line in going_on)
    usual = broken >= _FEWEST_PAIRS and broken * 5 >= 4 * len(going_on) and broken * 6 >= len(lengths)
    return width if usual else 0


def _continues(written: str, length: int, line: str, width: int) -> bool:
    """Whether a line goes on with the one above, whose printed length is given."""
    if not written or not line or line.count("|") > 1 or written.count("|") > 1:
        return False  # a row of a table ends with its line
    if _LIST_START.match(line) and (written[-1:] in _STOPS or _COUNTED.match(line) is None):
        return False
    if written[-1:] in _STOPS and (_heads(line) or _SUB_POINT.match(line)):
        return False
    return length + 1 + len(line.split(None, 1)[0]) > width - 3


def _heads(line: str) -> bool:
    """Whether a line begins with a heading, is a label or all in capitals: "Beslutning:", "Beslutning på mødet den 3. maj", "BUDGET"."""
    if line.isupper() and sum(map(str.isalpha, line)) >= _FEWEST_CAPITALS:
        return True
    words, colon, rest = line.strip().partition(":")
    label = bool(colon) and not rest and len(words) <= _LONGEST_LABEL
    folded = words.lower()
    return words[:1].isupper() and (label or folded in layouts.HEADINGS or decision_heading(line.strip(), line.strip().lower()) is not None)
