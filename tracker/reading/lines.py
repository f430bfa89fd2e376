"""Lines known by a word or by their shape: headings, case numbers, lists of people, small fields, page furniture."""

from __future__ import annotations

import re

from tracker.domain.minutes import Outcome, SectionKind
from tracker.reading import layouts
from tracker.reading.decisions import Heading, body_heading, decision_heading
from tracker.reading.marks import Kind, Mark, mark_line
from tracker.reading.outcome import outcome_of

LONG = 200
_SURE_LABEL = re.compile(r"sags(?:nr|nummer|id)|sagnr|journal", re.IGNORECASE)
_PLAIN_CASE = re.compile(r"(?=[^\W_]{0,8}[./-]{0,1}\d)\w[\w./-]{2,30}")
_RECOMMENDS = re.compile(r"\b(?:indstiller|indstilles)\b[^.]{0,60}[,:;]?$|\bindstiller(?:,)? at\b[^.]{0,40}[:•]?$")
_SAID_BEFORE = re.compile(r"[a-zæøå]{3}[.!?] ")  # "Ida viser billeder. Rådet indstiller, at" is prose, wherever its line was broken
_GENITIVE_RECOMMENDATION = re.compile(r"(?:[\w&,-]+ ){0,6}[\w-]+s indstilling:?$")  # "Teknik- og Miljøforvaltningens indstilling"
_ATTENDANCE = {**dict.fromkeys(layouts.ABSENT, False), **dict.fromkeys(layouts.PRESENT, True)}
_SIDES = frozenset(layouts.SIDES)
_SURELY_PEOPLE = frozenset(
    ("til stede", "tilstede", "deltagere", "mødedeltagere", "fremmødte", "mødt", "fraværende", "afbud", "ikke til stede")
)
_NAMES_FOLLOW = re.compile(r"(?: var| er)? {1,9}[A-ZÆØÅ][\w.'’-]*(?: [A-ZÆØÅ][\w.'’-]*){0,4} ?[(,]")
"""Names right behind the label, without a colon: "Til stede Karin Holm (KHO), Bo Lind", "Til stede var Karin, Bo"."""
_SAYS_SO = ("fra", "var", "er")


def small(line: str, folded: str, start: int) -> Mark | None:
    """Page furniture, and the heading of a list of contents."""
    if len(line) > 45:
        return None
    bare = folded.rstrip(" :.")
    if bare in layouts.FURNITURE:
        return mark_line(Kind.FURNITURE, line, start)
    if bare in layouts.CONTENTS or bare in layouts.CLOSED_PART or bare in layouts.OPEN_PART:
        mark = mark_line(Kind.CONTENTS, line, start)
        mark.closed = True if bare in layouts.CLOSED_PART else False if bare in layouts.OPEN_PART else None
        return mark
    return None


def case(line: str, folded: str, start: int) -> Mark | None:
    """A labelled case number. Fields may be run together ("Sagsnr: 12/345Sagsansvarlig: abc")."""
    label = layouts.CASE_LABEL.match(line)
    if label is None or len(line) >= LONG:
        return None
    number = layouts.CASE_NUMBER.match(line, label.end()) or layouts.CASE_NUMBER_RUN_ON.match(line, label.end())
    if number is None:
        plain = ":" in label.group() or _SURE_LABEL.match(label.group()) is not None
        number = _PLAIN_CASE.match(line, label.end()) if plain else None
    if number is None:
        return None
    mark = mark_line(Kind.CASE, line, start)
    mark.case = number.group().rstrip(".-/")
    mark.folded = "journal" if folded.startswith("j") else ""
    return mark


def heading(line: str, folded: str, start: int) -> Mark | None:
    """A heading that begins with a word of the vocabulary, with or without text behind its colon."""
    known = layouts.HEADINGS.get(folded.rstrip(" :")) if len(line) < 60 else None
    if known is not None:
        return _section_mark(line, start, *known)
    if folded.startswith("det indstilles"):
        mark = mark_line(Kind.HEADING, line, start)
        mark.section, mark.body = SectionKind.RECOMMENDATION, start
        return mark
    decided = decision_heading(line, folded)
    if decided is not None:
        return _decision_mark(line, start, decided)
    name, _, rest = folded.partition(":")
    known = layouts.HEADINGS.get(name.strip())
    if known is None or known[0] is SectionKind.DECISION or known[1] or (known[0] is SectionKind.ROUTING and rest.strip()):
        return None
    mark = _section_mark(line, start, *known)
    if rest.strip():
        mark.body = start + len(line) - len(line.partition(":")[2].lstrip())
    return mark


def _section_mark(line: str, start: int, section: SectionKind, soft: bool) -> Mark:
    mark = mark_line(Kind.HEADING, line, start)
    mark.section, mark.soft, mark.folded = section, soft, line.lower().rstrip(" :")
    if section is SectionKind.DECISION:
        mark.heading, mark.folded = Heading(None, None, len(line)), "beslutning"
    return mark


def _decision_mark(line: str, start: int, decided: Heading) -> Mark:
    mark = mark_line(Kind.HEADING, line, start)
    mark.section, mark.heading, mark.body = SectionKind.DECISION, decided, start + decided.body
    mark.folded = line.partition(":")[0].strip().casefold()
    mark.folded = mark.folded if mark.folded in layouts.DECIDED else "beslutning"
    return mark


def only_regular_participles(marks: list[Mark]) -> list[Mark]:
    """The marks without "Aftalt:" and "Besluttet:" where these are words of the prose, and not what each item's decision stands below."""
    participles = [mark for mark in marks if mark.kind is Kind.HEADING and mark.folded in layouts.DECIDED]
    if not participles:
        return marks
    numbers, items = 0, set[int]()
    for mark in marks:
        numbers += mark.kind is Kind.NUMBER
        if mark.kind is Kind.HEADING and mark.folded in layouts.DECIDED and numbers:
            items.add(numbers)
    headed = any(mark.kind is Kind.HEADING and mark.folded == "beslutning" for mark in marks)
    if len(items) >= _FEWEST_HEADED and not headed and len(items) == len(participles):
        for mark in participles:
            mark.folded = "beslutning"
        return marks
    kept: list[Mark] = []
    passed = 0
    for mark in marks:
        if mark.kind is Kind.HEADING and mark.folded in layouts.DECIDED:
            passed += mark.plain + 1
            continue
        mark.plain, passed = mark.plain + passed, 0
        kept.append(mark)
    return kept


_FEWEST_HEADED = 2


def attendance(line: str, folded: str, start: int) -> Mark | None:
    """Those present or absent: "Afbud: ...", "Til stede:", "Fraværende"."""
    for words in (folded.partition(":")[0].strip(), *((" ".join(folded.split()[:n])) for n in (3, 2, 1))):
        present = _ATTENDANCE.get(words.rstrip("."))
        if present is None:
            continue
        rest = folded[len(words) :].lstrip()
        if words == "fravær" and not rest:
            return None  # the topic of an item; as a label of people it has a colon
        named = _NAMES_FOLLOW.match(line, len(words)) is not None and words.rstrip(".") in _SURELY_PEOPLE
        if present and not named and not (rest.startswith((":", "var:", "var :")) or not rest):
            return None
        of_body = not present and line.endswith(":") and rest.startswith(("i ", "ved ", "under ", "på "))  # "Fraværende i Rådet - 3. maj:"
        if rest and not named and not of_body and not rest.startswith((":", ";", "–", "-", *_SAYS_SO)) and ":" not in rest[:20]:
            return None
        mark = mark_line(Kind.ATTENDANCE, line, start)
        mark.closed, mark.folded = present, words
        colon = line.find(":")
        mark.body = start + (colon + 1 if colon >= 0 and not named else len(words))
        return mark
    return None


_PERSON = r"[A-ZÆØÅÄÖÜÉ][\w.'’-]*(?: [A-ZÆØÅÄÖÜÉ][\w.'’-]*){0,4}(?: \([^()\n]{1,40}\))?"
_NAMES_ONLY = re.compile(rf": ?{_PERSON}(?: ?[,;] ?{_PERSON}){{1,40}}+[ ,.]*$")


def side(line: str, folded: str, start: int) -> Mark | None:
    """One side of those present: "Ledelse: Ida Dal (IDA), Bo Lind", where nothing but names follows."""
    words = folded.partition(":")[0].strip()
    if words not in _SIDES or _NAMES_ONLY.match(line, line.find(":")) is None:
        return None
    mark = mark_line(Kind.ATTENDANCE, line, start)
    mark.closed, mark.folded, mark.body = True, words, start + line.find(":") + 1
    return mark


def meta(line: str, folded: str, start: int) -> Mark | None:
    """A small field of an item's head: "Åbent punkt", "Brevid: 42"."""
    if len(line) >= LONG or not layouts.META.match(folded):
        return None
    mark = mark_line(Kind.META, line, start)
    mark.closed = True if folded.startswith(("lukket", "punktet er lukket", "fortrolig")) else None
    mark.folded = folded
    return mark


def shaped(line: str, start: int) -> Mark | None:
    """Lines known by their shape, whatever word they begin with."""
    end = line[-1]
    if (end.isdigit() or end == ".") and ("...." in line or "……" in line or ". . ." in line):
        leaders = layouts.dot_leaders(line)
        if leaders is not None:
            mark = mark_line(Kind.LEADER, line, start)
            mark.title = (start, start + leaders.start())
            return mark
    if len(line) > 140:
        return None
    if end in ":," or end.isalpha():
        folded = line.lower()
        recommends = "indstil" in folded and (_RECOMMENDS.search(folded) or _GENITIVE_RECOMMENDATION.match(folded))
        if recommends and _SAID_BEFORE.search(line) is None:
            mark = mark_line(Kind.HEADING, line, start)
            mark.section, mark.folded = SectionKind.RECOMMENDATION, ""
            return mark
        if end.isalpha() and _ends_like_heading(line, folded):
            mark = mark_line(Kind.HEADING, line, start)
            mark.section, mark.soft, mark.folded = SectionKind.PRESENTATION, True, folded
            return mark
    if end == ":" or end.isdigit() or (end in "gG" and line[-10:].lower() == "beslutning"):
        decided = body_heading(line)
        if decided is not None:
            return _decision_mark(line, start, decided)
    return None


def _ends_like_heading(line: str, folded: str) -> bool:
    """ "Klima- og miljømæssige konsekvenser", but not "Godkendt med følgende bemærkninger"."""
    words = folded.split()
    if len(line) >= 70 or len(words) > 6 or words[-1] not in layouts.SOFT_LAST_WORDS or "." in line or not line[0].isupper():
        return False
    return "følgende" not in words and outcome_of(line) is Outcome.OTHER
