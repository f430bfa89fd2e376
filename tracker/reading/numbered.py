"""Numbered lines: "Punkt 3: Titel", "47. Titel", "Sag nr. 130", "6.3 Titel", a number alone. `items` decides which are items."""

from __future__ import annotations

import re

from tracker.reading import dates, layouts
from tracker.reading.marks import Kind, Mark, mark_line

_NUMBERED = re.compile(
    r"(?P<label>(?P<n>\d{1,4})(?:(?P<sub>(?:\.\d{1,2}){1,3})|[a-h](?=[.):])|\s?[–-]\s?\d{1,3}(?=[.)]\s))?)"
    r"(?P<sep>\.?\)\.?|\](?=\s)| ?\.|:| ?/(?=\s+[A-ZÆØÅ])| \)|\s(?=[-–—]\s)|"
    r"\s?[·•>»~→➤°*=](?=\s)|-(?=[A-ZÆØÅ][a-zæøå])|(?=\s|$|[A-ZÆØÅ][a-zæøå]{2}))(?P<type>[A-ZÆØÅ](?=\s))?[\s|:–—-]*"
)
_CASE_OF_PLAN = re.compile(r"\d\d\.\d\d\.\d\d[.-][A-ZÆØÅ]\d\d(?: \d{2}/\d{1,6})?(?![\w-])")
"""The number of a subject in the plan municipalities file by, with the case's own: "00.01.00-A00 17/402"."""
_LABEL_NUMBER = re.compile(r"(\d{1,4})((?:\.\d{1,2}){0,2})(?:[a-h](?=[\s.:)]|$))?")
_DATE_AHEAD = re.compile(
    r"\d{1,2}\s?[./-]\s?\d{1,2}(?:\s?[./-]\s?|\s)(?:19|20)\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2}\.?$"
    r"|\d{2}\.\d{2}\.\d{2}(?=\s)"  # "21.05.04 - Referat"
)
_CLOCKS_AHEAD = re.compile(r"\d{1,2}[.:]\d{2} ?[–-] ?\d{1,2}[.:-]\d{2}(?!\d)")  # "17.30-17.50"
_SEPARATOR = re.compile(r"\s*(?:[.:)\]]|,(?=\s[A-ZÆØÅ]))?\s*(?:[-–—|/·•>~→:]{1,2}|»(?=\s))?\s*")
_STATE = re.compile(r"\((?P<state>åbent|åben|lukket|lukkede)(?:\s+(?:punkt|sag))?\)\s*[:–-]?\s*", re.IGNORECASE)
_TIMED = re.compile(  # "Punkt 3 (kl. 9.30-10.15): Budget", "Punkt 3 30 min Budget"
    r"(?:\(?(?:kl\.? ?)?\d{1,2}[.:]\d{2} ?[–-] ?\d{1,2}[.:]\d{2}\)?|\(?\d{1,3} ?min(?:\.|utter)?\)?)"
    r"[ \t]{0,4}[:–-]?[ \t]{0,4}(?=[A-ZÆØÅ\"»])"
)
_CLOSED = re.compile(r"\W{0,9}lukke[td]e?\b|[(\[–—-]\s?lukket(?:\s(?:punkt|sag|møde|dagsorden))?\s?[)\]]?$|\(lukket\b", re.IGNORECASE)
_MONTH_AHEAD = re.compile("(?:" + "|".join(dates.MONTHS) + r")\b")  # lower case: "4. Jul og nytår" is a title
_ENGLISH_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{4}\b")
_MEETING_AHEAD = re.compile(r"(?:ordinære |ekstraordinære )?[a-zæøå-]*møde\b")  # "7. bestyrelsesmøde 2021": which meeting it was
_UNIT_AHEAD = re.compile(r"(?:kr|pct|procent|mio|timer|min|stk|medlemmer|stemmer|personer)\b|[%/]", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"(?<=\S) ?\( ?\)$")
_RULES = ("-", "=", "*", "~")
_RULED = re.compile(r"(?<=\w)[ \t]+(?:-{2,9}|={2,9}|\*{2,9}|~{2,9})$")
"""The right half of a line drawn around a title: "--- 1. Økonomi ---"."""
_CLOCKLIKE = re.compile(r"\.\d{2}$")
_ITEM_CASE = re.compile(r"sag\s*nr\.?\s*:?\s*(\d{1,4})\.?$")
_FEWEST_CELLS = 2
_YEAR_BEHIND = re.compile(r"/(?:20)?\d\d(?=[\s.:)]|$)")
_COUNTED_BY_YEAR = ("punkt", "pkt")  # "Punkt 3/25: Havnen"; "Sag 25/1234" is a case
_OPENING = "\"'”“»("
_FAMILIES = {".": "dot", ")": "paren", ".)": "paren", ").": "paren", "]": "paren", "/": "paren", ":": "colon", "-": "dash"} | dict.fromkeys(
    "·•>»~→➤°*=", "paren"
)


def numbered(line: str, start: int, last: str) -> Mark | None:
    """A line that begins with a figure: an item, a list point, a case number, or nothing."""
    if _DATE_AHEAD.match(line) or _CLOCKS_AHEAD.match(line):
        return None
    found = _NUMBERED.match(line)
    case = _CASE_OF_PLAN.match(line) or layouts.CASE_NUMBER.match(line)
    if case is not None and not line[case.end() :].strip(" .,;"):
        mark = mark_line(Kind.CASE, line, start)
        mark.case = case.group()
        return mark
    if found is None or case is not None or (not found["sep"] and found["sub"] and _CLOCKLIKE.search(found["sub"])):
        return None
    rest = line[found.end() :]
    if rest.count(" | ") >= _FEWEST_CELLS and "|" in line[found.end("label") : found.end()]:
        return None  # "1 | Udkast til spilleregler | Rikke | 29. januar": a row of a list of tasks
    if (
        (found["sep"] == "." and line[found.end("sep") : found.end("sep") + 3].isdigit())  # "1.212 børn var tilmeldt"
        or (not found["sep"] and (_UNIT_AHEAD.match(rest) or (rest and not rest[0].isupper() and rest[0] != "(")))
        or _MONTH_AHEAD.match(rest)
        or _ENGLISH_MONTH.match(rest)
        or _MEETING_AHEAD.match(rest)
    ):
        return None
    if found["sep"] == ":" and rest[:1].isdigit():
        return None
    if not found["sep"] and not rest and len(found["n"]) > 3:
        return None
    family = _FAMILIES.get(found["sep"].lstrip(), "space") if rest or found["sep"] == "." else "bare"
    family = "dash" if family == "space" and found["sep"] else family
    family = "stuck" if family == "space" and found.end() == found.end("label") else family  # "61Godkendelse"
    return number_mark(line, start, family, found["n"], found["label"], found.end(), last)


def number_mark(line: str, start: int, family: str, number: str, label: str, title_at: int, last: str) -> Mark:
    """The mark of a line whose title begins at `title_at`: without who may read it, the page it is on, and what it ends with."""
    mark = mark_line(Kind.NUMBER, line, start)
    mark.family, mark.number, mark.label, mark.after = family, int(number), label, last
    state = _STATE.match(line, title_at)
    if state is not None:
        mark.closed, title_at = state["state"].casefold().startswith("lukke"), state.end()
    timed = _TIMED.match(line, title_at)
    title_at = timed.end() if timed is not None else title_at
    title = line[title_at:]
    if title.endswith(")"):
        title = _EMPTY_BRACKETS.sub("", title)
    leaders = layouts.dot_leaders(title)
    if leaders is not None and (leaders["page"] or title.rstrip().endswith("..")):
        mark.kind = Kind.LEADER
        title = title[: leaders.start()]
    elif leaders is not None and leaders["state"]:
        mark.closed, title = leaders["state"].casefold() == "lukket", title[: leaders.start()]
    if mark.closed is None and "ukke" in title and _CLOSED.search(title):
        mark.closed = True
    bare = title.rstrip()
    if bare.endswith(_RULES):
        bare = _RULED.sub("", bare)
    mark.title = (start + title_at, start + title_at + len(bare))
    mark.listed = family in ("dot", "paren", "space", "dash") and (title[:1].islower() or title[:3] in ("At ", "AT "))
    return mark


def labelled(line: str, folded: str, start: int) -> Mark | None:
    """A line that begins with a label and a number: "Punkt 3: ...", "Ad 1.", "Sag nr. 130"."""
    own = _ITEM_CASE.match(folded)
    if own is not None:
        return number_mark(line, start, "sagnr", own[1], line, len(line), "")
    for family, label in layouts.LABELS.items():
        found = label.match(folded, folded[0] in "[(")
        if found is None:
            continue
        number = _LABEL_NUMBER.match(folded, found.end())
        if number is None or (family == "emne" and folded.startswith("sag ") and "/" in folded[:20]):
            continue
        end = number.end()
        year = _YEAR_BEHIND.match(line, end) if family in _COUNTED_BY_YEAR else None
        end = year.end() if year is not None else end
        if line[end : end + 1] in ("-", "/") and line[end + 1 : end + 2].isdigit():
            return None
        separator = _SEPARATOR.match(line, end)
        at = separator.end() if separator else end
        rest = line[at:]
        if _MONTH_AHEAD.match(rest):
            return None
        separated = separator is not None and bool(separator.group().strip())
        state = _STATE.match(rest)
        if state is not None and rest[state.end() :][:1].islower():
            return None  # "Pkt. 7 (lukket) udgår."
        if rest and not (at > end and (separated or rest[0].isupper() or rest[0].isdigit() or rest[0] in _OPENING)):
            return None
        return number_mark(line, start, family, number[1], line[:end], at, "")
    return None


ORDINALS = {
    word: number
    for number, words in enumerate(
        ("første", "anden andet", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende"), 1
    )
    for word in words.split()
}
_ORDINAL = re.compile(
    rf"(?P<which>{'|'.join(ORDINALS)}) (?:punkt|pkt\.?|dagsordenspunkt|emne|sag|tema|spørgsmål|stop|post|besøg)\s?(?::|[–—-](?=\s))\s*"
)


def ordinal(line: str, folded: str, start: int) -> Mark | None:
    """A line that counts in words: "Første punkt: Havnen", "Andet stop – hegnet"."""
    found = _ORDINAL.match(folded)
    if found is None:
        return None
    number = str(ORDINALS[found["which"]])
    return number_mark(line, start, "ordinal", number, line[: found.end()].rstrip(" :–—-"), found.end(), "")


_LETTER = re.compile(r"(?:(?P<letter>[a-zæøåA-ZÆØÅ])|(?P<roman>[IVX]{1,5}|[ivx]{2,5}))[.)]\s+(?=[A-ZÆØÅ])")
_LONGEST_LETTERED = 120
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
_ROMAN = {"i": 1, "v": 5, "x": 10}


def lettered(line: str, start: int) -> Mark | None:
    """ "a) Regnskab", "IV. Eventuelt": items only where nothing carries a number."""
    found = _LETTER.match(line)
    if found is None or len(line) > _LONGEST_LETTERED or line.startswith("v."):  # "v. Marie" is "ved Marie"
        return None
    letters = (found["letter"] or found["roman"]).lower()
    if found["letter"] and not letters.isascii() and letters not in _ALPHABET:
        return None
    roman = found["roman"] is not None or (letters in ("i", "v", "x") and line[0].isupper() and line[1] == ".")
    number = _roman(letters) if roman else _ALPHABET.index(letters) + 1
    return number_mark(line, start, "roman" if roman else "letter", str(number), line[: found.end()].rstrip(), found.end(), "")


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
