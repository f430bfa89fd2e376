"""Marks: the lines of a text that carry structure, as the scan finds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from tracker.domain.minutes import SectionKind
from tracker.reading.decisions import Heading


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
    body: int
    gap: bool = False
    """Whether a blank line stands above."""
    plain: int = 0
    """How many unmarked lines stand between the mark before and this one."""
    section: SectionKind = SectionKind.OTHER
    soft: bool = False
    """Whether the heading is an ordinary word that counts only beside unmistakable headings."""
    heading: Heading | None = None
    family: str = ""
    number: int = 0
    label: str = ""
    title: tuple[int, int] = (0, 0)
    listed: bool = False
    """A numbered line that plainly belongs to a list ("1. at ...", lower case)."""
    answer: bool = False
    """A numbered line inside a decision that answers a point of the recommendation ("Ad 1. Godkendt.")."""
    glued: bool = False
    """A number stuck to the end of the line before ("Godkendt.3."): it counts only where it is the next in turn."""
    closed: bool | None = None
    """Closed item or part; for a list of people, whether they were present."""
    case: str = ""
    folded: str = ""
    after: str = ""
    """For numbered lines: the last character of the text line above (":" announces a list)."""


def mark_line(kind: Kind, line: str, start: int) -> Mark:
    """A mark for a whole line."""
    return Mark(kind, start, start + len(line), start + len(line))
