"""Text -> marks: the lines that carry structure. One pass; ordinary lines cost a length check and a look-up of their first word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from tracker.domain.minutes import SectionKind
from tracker.reading import dates, layouts
from tracker.reading.decisions import Heading, body_heading, decision_heading


class Kind(Enum):
    """What a marked line is."""

    HEADING = auto()  # opens a section
    NUMBER = auto()  # may open an item
    CASE = auto()  # a case number on a line of its own or after its label
    ATTENDANCE = auto()  # those present or absent
    META = auto()  # a small field of an item's head
    FURNITURE = auto()  # "Til toppen"
    CONTENTS = auto()  # heading of a list of contents
    LEADER = auto()  # a line of a list of contents, with dots and page number


@dataclass(slots=True)
class Mark:
    """One line that carries structure. `start`, `end`: the line without its blanks; `body`: where the text after a heading begins."""

    kind: Kind
    start: int
    end: int
    gap: bool
    """Whether a blank line stands above."""
    plain: int
    """How many unmarked lines stand between the mark before and this one."""
    body: int = 0
    section: SectionKind = SectionKind.OTHER
    soft: bool = False
    heading: Heading | None = None
    family: str = ""
    number: int = 0
    label: str = ""
    title: tuple[int, int] = (0, 0)
    listed: bool = False
    """A numbered line that plainly belongs to a list ("1. at ...", lower case)."""
    closed: bool | None = None
    case: str = ""
    folded: str = ""
    after: str = field(default="")
    """For numbered lines: the last character of the text line above (":" announces a list)."""


_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(
    r"(?P<label>(?P<n>\d{1,4})(?P<sub>(?:\.\d{1,2}){1,3})?)(?P<sep>\.?\)|\.|:|\s(?=[-–—]\s)|(?=\s|$))(?P<type>[A-ZÆØÅ](?=\s))?[\s–—-]*"
)
_STATE = re.compile(r"\((?P<state>åbent|åben|lukket|lukkede)(?:\s+(?:punkt|sag))?\)\s*[:–-]?\s*", re.IGNORECASE)
_CLOSED = re.compile(r"\W*lukke[td]e?\b|[(\[–—-]\s*lukket(?:\s+(?:punkt|sag|møde|dagsorden))?\s*[)\]]?$|\(lukket\b", re.IGNORECASE)
_MONTH_AHEAD = re.compile("(?:" + "|".join(dates.MONTHS) + r")\b")  # lower case: "4. Jul og nytår" is a title
_ENGLISH_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{4}\b")
_UNIT_AHEAD = re.compile(r"(?:kr|pct|procent|mio|timer|min|stk|medlemmer|stemmer|personer)\b|[%/]", re.IGNORECASE)
_CLOCKLIKE = re.compile(r"\.\d{2}$")
_ITEM_CASE = re.compile(r"sag\s*nr\.?\s*:?\s*(\d{1,4})\.?$")
_SURE_LABEL = re.compile(r"sags(?:nr|nummer|id)|sagnr|journal", re.IGNORECASE)
_PLAIN_CASE = re.compile(r"(?=[^\W_]{0,8}[./-]{0,1}\d)\w[\w./-]{2,30}")
_RECOMMENDS = re.compile(r"\b(?:indstiller|indstilles)\b[^.]{0,60}[,:;]?$|\bindstiller(?:,)? at\b[^.]{0,40}[:•]?$")
_LABEL_END = re.compile(r"\s*[:;–—-]\s*|\s*$")
LONG = 200
_HEADING_WORDS = {words.split()[0].partition("/")[0] for words in layouts.HEADINGS}
_ATTENDANCE = {**dict.fromkeys(layouts.ABSENT, False), **dict.fromkeys(layouts.PRESENT, True)}
_LABEL_WORDS = {"punkt", "dagsordenspunkt", "pkt", "pk", "pnkt", "item", "agenda", "nr", "ad", "emne", "sag"}
_CASE_WORDS = {
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
    "esdh",
    "kle",
    "ref",
}
_META_WORDS = {
    "sagsbehandler", "sagsansvarlig", "sagsinitialer", "initialer", "dok", "doknr", "dokument", "dokumentnr", "dokid", "brevid", "åbent", "åben", "lukket",
    "sagstype", "punkttype", "punktet", "offentlig", "fortrolig", "art", "tid", "type", "varighed", "acadre", "sted", "dato", "mødested", "mødedato",
}  # fmt: skip
_OTHER_WORDS = (
    {w.split()[0] for w in layouts.FURNITURE} | {w.split()[0] for w in layouts.CONTENTS | layouts.CLOSED_PART | layouts.OPEN_PART}
    | {w.split()[0] for w in _ATTENDANCE} | {"det", "behandling", "behandlet"}
)  # fmt: skip
_FIRST = _HEADING_WORDS | _LABEL_WORDS | _CASE_WORDS | _META_WORDS | _OTHER_WORDS | {"sagsresume"}


def scan(text: str) -> list[Mark]:
    """All marks of a text, in order."""
    marks: list[Mark] = []
    expected, plain = 0, 0
    first_words = _FIRST
    last = ""
    word_at, append = _WORD.match, marks.append
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start()
        stripped = line.strip()
        if not stripped:
            continue
        if len(stripped) != len(line):
            start += len(line) - len(line.lstrip())
        gap, expected = match.start() > expected, match.end() + 1
        first = stripped[0]
        mark = None
        if first.isdigit():
            mark = _numbered(stripped, start, last)
        else:
            word = word_at(stripped)
            if word is not None and word.group().lower() in first_words:
                mark = _worded(stripped, start)
        if mark is None and len(stripped) < LONG:
            mark = _shaped(stripped, start)
        if mark is None:
            plain += 1
        else:
            mark.gap, mark.plain, plain = gap, plain, 0
            append(mark)
        last = stripped[-1]
    return marks


def _mark(kind: Kind, line: str, start: int) -> Mark:
    return Mark(kind, start, start + len(line), gap=False, plain=0, body=start + len(line))


def _numbered(line: str, start: int, last: str) -> Mark | None:
    """A line that begins with a figure: an item, a list point, a case number, or nothing."""
    found = _NUMBERED.match(line)
    case = layouts.CASE_NUMBER.match(line)
    if case is not None and not line[case.end() :].strip(" .,;"):
        mark = _mark(Kind.CASE, line, start)
        mark.case = case.group()
        return mark
    if found is None or case is not None or (not found["sep"] and found["sub"] and _CLOCKLIKE.search(found["sub"])):
        return None
    rest = line[found.end() :]
    if (not found["sep"] and (_UNIT_AHEAD.match(rest) or (rest and not rest[0].isupper() and rest[0] != "("))) or _MONTH_AHEAD.match(rest) or _ENGLISH_MONTH.match(rest):
        return None
    if found["sep"] == ":" and rest[:1].isdigit():
        return None
    if not found["sep"] and not rest and len(found["n"]) > 3:
        return None
    family = {".": "dot", ")": "paren", ".)": "paren", ":": "colon"}.get(found["sep"], "space") if rest else "bare"
    return _number_mark(line, start, family, found["n"], found["label"], found.end(), last)


def _number_mark(line: str, start: int, family: str, number: str, label: str, title_at: int, last: str) -> Mark:
    mark = _mark(Kind.NUMBER, line, start)
    mark.family, mark.number, mark.label, mark.after = family, int(number), label, last
    state = _STATE.match(line, title_at)
    if state is not None:
        mark.closed, title_at = state["state"].casefold().startswith("lukke"), state.end()
    title = line[title_at:]
    leaders = layouts.dot_leaders(title)
    if leaders is not None and (leaders["page"] or title.rstrip().endswith("..")):
        mark.kind = Kind.LEADER
        title = title[: leaders.start()]
    elif leaders is not None and leaders["state"]:
        mark.closed, title = leaders["state"].casefold() == "lukket", title[: leaders.start()]
    if mark.closed is None and "ukke" in title and _CLOSED.search(title):
        mark.closed = True
    mark.title = (start + title_at, start + title_at + len(title.rstrip()))
    mark.listed = family in ("dot", "paren", "space") and (title[:1].islower() or title[:3] in ("At ", "AT "))
    return mark


def _worded(line: str, start: int) -> Mark | None:
    """A line whose first word is one of the vocabulary."""
    folded = line[:LONG].lower()
    return (
        _small(line, folded, start)
        or _labelled(line, folded, start)
        or _case(line, start)
        or _heading(line, folded, start)
        or _attendance(line, folded, start)
        or _meta(line, folded, start)
    )


def _small(line: str, folded: str, start: int) -> Mark | None:
    if len(line) > 45:
        return None
    bare = folded.rstrip(" :.")
    if bare in layouts.FURNITURE:
        return _mark(Kind.FURNITURE, line, start)
    if bare in layouts.CONTENTS or bare in layouts.CLOSED_PART or bare in layouts.OPEN_PART:
        mark = _mark(Kind.CONTENTS, line, start)
        mark.closed = True if bare in layouts.CLOSED_PART else False if bare in layouts.OPEN_PART else None
        return mark
    return None


def _labelled(line: str, folded: str, start: int) -> Mark | None:
    own = _ITEM_CASE.match(folded)
    if own is not None:
        return _number_mark(line, start, "sagnr", own[1], line, len(line), "")
    for family, label in layouts.LABELS.items():
        found = label.match(folded)
        if found is None:
            continue
        number = re.compile(r"(\d{1,4})((?:\.\d{1,2}){0,2})").match(folded, found.end())
        if number is None or (family == "emne" and folded.startswith("sag ") and "/" in folded[:20]):
            continue
        end = number.end()
        if line[end : end + 1] in ("-", "/") and line[end + 1 : end + 2].isdigit():
            return None
        separator = re.compile(r"\s*[.:)]?\s*[-–—:]?\s*").match(line, end)
        at = separator.end() if separator else end
        rest = line[at:]
        spaced = at > end
        if rest and (
            not spaced or not (rest[0].isupper() or rest[0] in "\"'”“»(" or rest[0].isdigit() or (separator and separator.group().strip()))
        ):
            return None
        return _number_mark(line, start, family, number[1], line[:end], at, "")
    return None


def _case(line: str, start: int) -> Mark | None:
    label = layouts.CASE_LABEL.match(line)
    if label is None or len(line) >= LONG:
        return None
    number = layouts.CASE_NUMBER.match(line, label.end()) or layouts.CASE_NUMBER_RUN_ON.match(line, label.end())
    if number is None:
        plain = ":" in label.group() or _SURE_LABEL.match(label.group()) is not None
        number = _PLAIN_CASE.match(line, label.end()) if plain else None
    if number is None:
        return None
    mark = _mark(Kind.CASE, line, start)
    mark.case = number.group().rstrip(".-/")
    # Fields of several kinds may be run together ("Sagsnr: 12/345Sagsansvarlig: abc"); a case label never shares a line with prose.
    return mark


def _heading(line: str, folded: str, start: int) -> Mark | None:
    if folded.startswith("det indstilles"):
        mark = _mark(Kind.HEADING, line, start)
        mark.section, mark.body, mark.folded = SectionKind.RECOMMENDATION, start, ""
        return mark
    decided = decision_heading(line, folded)
    if decided is not None:
        mark = _mark(Kind.HEADING, line, start)
        mark.section, mark.heading, mark.body, mark.folded = SectionKind.DECISION, decided, start + decided.body, "beslutning"
        return mark
    if len(line) > LONG and ":" not in line[:40]:
        return None
    name, _, rest = folded.partition(":")
    name = name.strip()
    known = layouts.HEADINGS.get(name)
    if known is None or known[0] is SectionKind.DECISION:
        return None
    section, soft = known
    if rest.strip() and (soft or section in (SectionKind.ROUTING,)):
        return None
    mark = _mark(Kind.HEADING, line, start)
    mark.section, mark.soft, mark.folded = section, soft, name
    if rest.strip():
        mark.body = start + len(line) - len(line.partition(":")[2].lstrip())
    return mark


def _attendance(line: str, folded: str, start: int) -> Mark | None:
    for words in (folded.partition(":")[0].strip(), *((" ".join(folded.split()[:n])) for n in (3, 2, 1))):
        present = _ATTENDANCE.get(words.rstrip("."))
        if present is None:
            continue
        rest = folded[len(words) :].lstrip()
        if present and not (rest.startswith(":") or not rest):
            return None
        if rest and not rest.startswith((":", "fra", "var", "er", ";", "–", "-")) and ":" not in rest[:20]:
            return None
        mark = _mark(Kind.ATTENDANCE, line, start)
        mark.closed, mark.folded = present, words
        colon = line.find(":")
        mark.body = start + (colon + 1 if colon >= 0 else len(words))
        return mark
    return None


def _meta(line: str, folded: str, start: int) -> Mark | None:
    if len(line) >= LONG or not layouts.META.match(folded):
        return None
    mark = _mark(Kind.META, line, start)
    mark.closed = True if folded.startswith(("lukket", "punktet er lukket", "fortrolig")) else None
    mark.folded = folded
    return mark


def _shaped(line: str, start: int) -> Mark | None:
    """Lines known by their shape, whatever word they begin with."""
    end = line[-1]
    if (end.isdigit() or end == ".") and ("...." in line or "……" in line or ". . ." in line):
        leaders = layouts.dot_leaders(line)
        if leaders is not None:
            mark = _mark(Kind.LEADER, line, start)
            mark.title = (start, start + leaders.start())
            return mark
    if len(line) > 140:
        return None
    if end in ":," or end.isalpha():
        folded = line.lower()
        if "indstille" in folded and _RECOMMENDS.search(folded):
            mark = _mark(Kind.HEADING, line, start)
            mark.section, mark.folded = SectionKind.RECOMMENDATION, ""
            return mark
        if (
            end.isalpha()
            and len(line) < 70
            and folded.rsplit(" ", 1)[-1] in layouts.SOFT_LAST_WORDS
            and "." not in line
            and line[0].isupper()
        ):
            mark = _mark(Kind.HEADING, line, start)
            mark.section, mark.soft, mark.folded = SectionKind.PRESENTATION, True, folded
            return mark
    if end == ":" or end.isdigit():
        decided = body_heading(line)
        if decided is not None:
            mark = _mark(Kind.HEADING, line, start)
            mark.section, mark.heading, mark.body, mark.folded = SectionKind.DECISION, decided, start + decided.body, ""
            return mark
    return None


def day_of(mark: Mark) -> date | None:
    """The day a decision heading names."""
    return mark.heading.day if mark.heading else None
