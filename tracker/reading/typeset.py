"""Items whose titles are set apart by type alone: between signs of emphasis ("*Havnen*"), or all in capitals ("HAVNEN OG BROEN")."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from tracker.domain.minutes import SectionKind
from tracker.reading import dates
from tracker.reading.heads import Head
from tracker.reading.marks import Kind, Mark
from tracker.reading.scan import EMPHASISED, RULED, RULES
from tracker.reading.sentence import is_sentence
from tracker.reading.unnumbered import NAMES_MINUTES, lines_of

_SEEN = 200_000  # characters within which titles are looked for
_FEWEST = 3
_MARKED = (Kind.HEADING, Kind.ATTENDANCE, Kind.META, Kind.CONTENTS, Kind.FURNITURE)
_LONGEST = 120
_FEWEST_LETTERS = 3
_BEHIND = re.compile(r"\s*\([^()\n]{1,60}\)$|\s*[–—-]?\s*[Vv]/.{1,40}$")  # "(oplæg v/ Ida)"
_REMARK = re.compile(r"(?P<title>[^a-zæøå\n]{6,60}?)\s+[–—-]\s+[a-zæøå]+(?: [a-zæøå]+)?")  # "KULTURNAT – efterklap", alone on its line
_BULLETS = ("-", "•", "–", "*", "·", "|")


def by_type(text: str, marks: Sequence[Mark], begin: int) -> list[Head]:
    """One item at each line that is set apart so; none where few are, text is missing below them, or decisions stand elsewhere."""
    plain = (SectionKind.DECISION, SectionKind.ATTACHMENTS)  # "Bilag: …" below a title leaves "ØKONOMI" a title
    formal = sum(mark.kind is Kind.HEADING and not mark.soft and mark.section not in plain for mark in marks) > 1
    headings = {mark.start for mark in marks if mark.kind in _MARKED and (formal or not mark.soft)}
    lines = list(lines_of(text[: begin + _SEEN], begin))
    for title_of in (_framed, _emphasised, _capitals, _enclosed, _pointed):
        found = [
            Head(0, "", title, start, stop, -1)
            for start, stop in lines
            if (start not in headings or title_of in (_framed, _enclosed, _pointed))
            and stop - start <= _LONGEST
            and (title := title_of(text, start, stop)) is not None
        ]
        found = _divide(text, found)
        if len(found) >= _FEWEST and _cover(found, marks):
            for number, head in enumerate(found, 1):
                head.number = number
            return found
    return []


def _framed(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """A line between rules: "*** Havnen ***", "== Økonomi =="."""
    found = RULED.match(text, start, stop) if text[start] in RULES else None
    if found is None or found.end() != stop or is_sentence(found["words"]) or NAMES_MINUTES.match(found["words"]):
        return None
    return found.span("words")


def _emphasised(text: str, start: int, stop: int) -> tuple[int, int] | None:
    if text[start] not in "*_":
        return None
    found = EMPHASISED.match(text, start, stop)
    if found is None or found.end() != stop or is_sentence(found["words"]):
        return None
    return None if NAMES_MINUTES.match(found["words"]) or dates.find(found["words"]) else found.span("words")


def _capitals(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """A line in capitals, but for a remark in brackets behind it."""
    line = text[start:stop].rstrip(" :")
    bare = _BEHIND.sub("", line)
    if text[max(0, start - 2) : start] == "\n\n" and (said := _REMARK.fullmatch(bare)) is not None:
        bare = said["title"]
    if not bare.isupper() or line.startswith(_BULLETS) or sum(map(str.isalpha, bare)) < _FEWEST_LETTERS or line[-1] in ",;":
        return None
    return None if NAMES_MINUTES.match(bare) or dates.find(line) else (start, start + len(line))


_ENCLOSED = re.compile(r"\[(?P<words>[A-ZÆØÅ][^\[\]\n]+)\]|[\"“”«](?P<quoted>[A-ZÆØÅ][^\"“”«»\n]+)[\"“”»]")
_POINTED = re.compile(r"(?P<sign>[>»►▶■□◆★☆→➤])[ \t]{1,4}(?P<words>[A-ZÆØÅ][^\n]*[^\s.,;!])")


def _enclosed(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """A line between brackets or quotation marks: "[Havnen]"."""
    found = _ENCLOSED.fullmatch(text, start, stop) if text[start] in '["“”«' else None
    return found.span("words" if found["words"] else "quoted") if found is not None and not is_sentence(text[start:stop]) else None


def _pointed(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """A line behind a sign: "» Havnen"."""
    found = _POINTED.fullmatch(text, start, stop)
    return found.span("words") if found is not None and not is_sentence(found["words"]) else None


def _divide(text: str, found: Sequence[Head]) -> list[Head]:
    """Those that are no label which returns; none where most have nothing below them."""
    often = Counter(text[slice(*head.title)].lower() for head in found)
    kept = [head for head in found if often[text[slice(*head.title)].lower()] == 1]
    filled = sum(bool(text[one.body : other.start].strip()) for one, other in itertools.pairwise(kept))
    return kept if filled * 4 >= (len(kept) - 1) * 3 else []


def _cover(found: Sequence[Head], marks: Sequence[Mark]) -> bool:
    """Whether all but one of the decisions stand below such titles."""
    decided = [mark.start for mark in marks if mark.kind is Kind.HEADING and mark.section is SectionKind.DECISION]
    return sum(at < found[0].start for at in decided) <= 1
