"""Text -> marks: the lines that carry structure. One pass; ordinary lines cost a length check and a look-up of their first word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tracker.reading import layouts, lines
from tracker.reading.marks import Kind, Mark
from tracker.reading.numbered import ORDINALS, labelled, lettered, number_mark, numbered, ordinal
from tracker.reading.own_labels import own_labels

_LINE = re.compile(r"\S[^\n]*")
_LETTERED = tuple(".)IVXivx")
_WORD = re.compile(r"[^\W\d_]+")
_BULLETS = frozenset("-–•·*▪¤►")
_BULLETED_FIELD = re.compile(
    r".\s*(?:(?:afbud|fraværende|deltagere|til stede):?$"
    r"|\d{1,4}\.?$|\d{1,4}\.?\s+[A-ZÆØÅ]|sags?[\w .-]{0,20}:|(?:pkt|punkt)\b\.?\s*\d|(?:pkt|punkt)\d)",
    re.IGNORECASE,
)  # "• 12", "• Sagsid.:"
_SIGNS = frozenset("([§#")
_NAMED_SIGNS = frozenset("§#")
_SIGNED = re.compile(r"\(\d{1,3}\)\s|\[\d{1,3}\]\s|[§#]\s?\d{1,3}[.:)]?\s")  # "(3) Havnen", "[3] Havnen", "§ 3 Havnen", "#3 Havnen"
_ORNAMENT = re.compile(r"[^\w\s\"'”“(\[]\s?(?=\d{1,3}[.:)]\s{1,4}[A-ZÆØÅ])")  # "★ 3. Havnen"
RULES = frozenset("-=*_~#+–—")
RULED = re.compile(  # "--- 4. Budget ---": a heading between rules
    r"(?P<rule>[-=*_~#+–—])(?P=rule){1,40}[ \t]*(?P<words>[^\W_][^\n]{0,150}?[^\s\-=*_~#+–—])[ \t]*(?P=rule){2,40}$"
)
EMPHASISED = re.compile(  # "*4. Budget*", "**Beslutning:** Godkendt.", "_Budget_:"
    r"(?P<sign>\*{1,3}|_{1,3})(?P<words>[^\s*_](?:[^*_\n]{0,120}[^\s*_])?)(?P=sign)(?P<behind>[:.]?(?=\s|$))"
)
_Recogniser = Callable[[str, str, int], Mark | None]

_LABELS = [
    "punkt",
    "dagsordenspunkt",
    "dagsordenens",
    "pkt",
    "pk",
    "pnkt",
    "item",
    "agenda",
    "nr",
    "ad",
    "ang",
    "re",
    "til",
    "vedr",
    "emne",
    "sag",
    "stop",
    "tema",
    "post",
]
_CASES = [
    "sag",
    "sags",
    "sagsnr",
    "sagsnummer",
    "sagnr",
    "sagsid",
    "journal",
    "journalnr",
    "journalnummer",
    "j",
    "jnr",
    "acadresag",
    "acadre",
    "sbsys",
    "edoc",
    "workzone",
    "getorganized",
    "esdh",
    "kle",
    "ref",
]
_FIELDS = [
    "bilag",
    "sagsbehandler",
    "sagsansvarlig",
    "sagsinitialer",
    "initialer",
    "dok",
    "doknr",
    "dokument",
    "dokumentnr",
    "dokid",
    "brevid",
    "åbent",
    "åben",
    "lukket",
    "sagstype",
    "punkttype",
    "punktet",
    "offentlig",
    "fortrolig",
    "art",
    "tid",
    "type",
    "varighed",
    "acadre",
    "sted",
    "dato",
    "mødested",
    "mødedato",
    "kle",
    "sagsid",
]


def _first_words(phrases: Iterable[str]) -> set[str]:
    return {found.group() for phrase in phrases if (found := _WORD.match(phrase))}


def _recognisers() -> dict[str, tuple[_Recogniser, ...]]:
    """First word of a line -> who may recognise it, in order."""
    table: dict[str, tuple[_Recogniser, ...]] = {}
    small = _first_words(layouts.FURNITURE | layouts.CONTENTS | layouts.CLOSED_PART | layouts.OPEN_PART)
    for words, recogniser in (
        (small, lines.small),
        (_LABELS, labelled),
        (ORDINALS, ordinal),
        (_CASES, lines.case),
        (_first_words((*layouts.HEADINGS, *layouts.DECIDED)) | {"behandling", "behandlet"}, lines.heading),
        (_first_words((*layouts.ABSENT, *layouts.PRESENT)), lines.attendance),
        (_first_words(layouts.SIDES), lines.side),
        (_FIELDS, lines.meta),
    ):
        for word in words:
            table[word] = (*table.get(word, ()), recogniser)
    return table


_BY_FIRST_WORD = _recognisers()


def scan(text: str) -> list[Mark]:
    """All marks of a text, in order."""
    marks: list[Mark] = []
    end, plain, last, above = -1, 0, "", ""
    append, long, own = marks.append, lines.LONG, own_labels(text)
    for match in _LINE.finditer(text):
        stripped = match.group().rstrip()
        start = match.start()
        gap, end = text.find("\n", end + 1, start) >= 0, match.end()
        counted = own.get(start) if own else None
        if counted is None and stripped[0].isalpha():  # most lines
            mark = _worded(stripped, start) or (_shaped(stripped, start) if len(stripped) < long else None)
        elif counted is None and stripped[0].isdigit() and not gap and _refers(above):
            mark = None
        else:
            mark = counted or _signed(stripped, start, last)
        if mark is None:
            plain += 1
        else:
            mark.gap, mark.plain, plain = gap, plain, 0
            append(mark)
        last, above = stripped[-1], stripped
    return lines.only_regular_participles(marks)


_REFERENCE = 40
_REFERRING = re.compile(r"(?:§|\b(?:stk|artikel|kapitel)\b\.?) ?\d[\d,. ]* (?:og|til|eller|samt)$", re.IGNORECASE)
"""How a line ends that goes on with a number: "efter §§ 107 og | 108. Huset holder budgettet"."""
_JOINING = ("og", "til", "eller", "samt")
_LEADING = frozenset("uge den d. kl kl. nr. side inden senest mellem omkring cirka ca. knap godt alt pr. primo medio ultimo".split())
"""Words that a number follows: "senest i uge | 42. Der gives status"."""


def _refers(above: str) -> bool:
    """Whether the line above goes on with the number that stands first in the next."""
    word = above[above.rfind(" ") + 1 :].lower()
    return word in _LEADING or (word in _JOINING and _REFERRING.search(above[-_REFERENCE:]) is not None)


def _signed(line: str, start: int, last: str) -> Mark | None:
    """The mark of a line that begins with a figure or a sign; one behind a bullet takes the bullet too."""
    sign, bullet = line[0], 0
    emphasised = _emphasised(line, start, last) if sign in "*_" else None
    field = emphasised is None and sign in _BULLETS and _BULLETED_FIELD.match(line)
    if field or (sign in _SIGNS and _SIGNED.match(line)):
        bullet = len(line) - len(line[1:].lstrip())
    at, words = start + bullet, line[bullet:]
    mark = emphasised or (numbered(words, at, last) if words[0].isdigit() else _worded(words, at))
    if mark is None and words[0] in RULES:
        mark = _between_rules(words, at, last)
    if (mark is None or (bullet and mark.family == "dash")) and (ornamented := _ornamented(line, start, last)) is not None:
        return ornamented
    if mark is None and len(words) < lines.LONG:
        mark = _shaped(words, at)
    if mark is not None and bullet:
        mark.start -= bullet
        if mark.family in ("dot", "space") and sign in _BULLETS:
            mark.family = "bullet"
        elif sign in _NAMED_SIGNS:
            mark.family = "sign"
    return mark


def _shaped(line: str, start: int) -> Mark | None:
    """A line known by its shape, or by a letter that numbers it."""
    return lines.shaped(line, start) or (lettered(line, start) if line[1:2] in _LETTERED else None)


def _worded(line: str, start: int) -> Mark | None:
    """A line known by its first word."""
    word = _WORD.match(line)
    recognisers = _BY_FIRST_WORD.get(word.group().lower()) if word is not None else None
    if recognisers is None:
        return None
    folded = line[: lines.LONG].lower()
    return next((mark for recogniser in recognisers if (mark := recogniser(line, folded, start)) is not None), None)


def _emphasised(line: str, start: int, last: str) -> Mark | None:
    """The mark of a line whose first words, or all of it, stand between signs of emphasis; it takes the signs too."""
    found = EMPHASISED.match(line)
    if found is None:
        return None
    words, inside, rest = found["words"], len(found["sign"]), line[found.end() :]
    if words[0].isdigit():
        mark = numbered(words, start + inside, last) if not rest else None
    else:
        mark = _worded(words + found["behind"] + rest, start)
        shift = inside * (2 if mark is not None and mark.body >= start + len(words) else 1)
        if mark is not None:
            mark.body += shift
            mark.title = (mark.title[0] + inside, mark.title[1] + inside)
            if rest and mark.kind is Kind.NUMBER:
                return None
    if mark is not None:
        mark.body = start + len(line) if mark.body >= mark.end else mark.body
        mark.start, mark.end = start, start + len(line)
    return mark


_FRAMED = re.compile(  # "--- 4 --- Budget", "– 4 – Budget", "<4> Budget", ":: 4 :: Budget"
    r"(?P<sign>[-–—=*~_:+|<{#])(?P=sign){0,4}[ \t]{0,3}(?P<n>\d{1,3})\.?[ \t]{0,3}(?P<end>[-–—=*~_:+|>}#])(?P=end){0,4}[ \t]{1,4}"
    r"(?=[A-ZÆØÅ\"»(])"
)


def _ornamented(line: str, start: int, last: str) -> Mark | None:
    """A number between signs, or behind one, with its title: it takes the signs too."""
    if line[1:2].isalpha() or line[2:3].isalpha():
        return None  # no number within reach of the sign
    framed = _FRAMED.match(line)
    if framed is not None and line.count("|", framed.end()) < _CELLS:
        return number_mark(line, start, "framed", framed["n"], line[: framed.end()].strip(), framed.end(), last)
    before = _ORNAMENT.match(line)
    mark = numbered(line[before.end() :], start + before.end(), last) if before is not None and line[0] not in _BULLETS else None
    if mark is not None:
        mark.start, mark.family = start, "ornament"
    return mark


_CELLS = 2
"""Bars behind a number and its title; with so many, the line is a row of a table."""


def _between_rules(line: str, start: int, last: str) -> Mark | None:
    """ "--- 4. Budget ---": what stands between the rules, as a mark that takes all of the line."""
    ruled = RULED.match(line)
    if ruled is None:
        return None
    words, at = ruled["words"], start + ruled.start("words")
    mark = numbered(words, at, last) if words[0].isdigit() else _worded(words, at)
    if mark is not None:
        mark.body = start + len(line) if mark.body == mark.end else mark.body
        mark.start, mark.end = start, start + len(line)
    return mark
