"""Minutes (referat): a meeting, its agenda items, and the decisions (beslutninger) taken under each.

All positions are code points into the one normalised text (`SourceText.text`: NFC, LF line ends), half-open.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        """Whether a position or a whole other span lies inside this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def of(self, text: str) -> str:
        """The words the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class PageMark:
    """Where a page of the original begins in the normalised text (`page` counts from 1)."""

    start: int
    page: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that the file's format marks as a heading: "## Budget", <h2>, a style of Word. `level` is 1 for the uppermost."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file as read: its normalised text, and the way back to the original.

    `text` is NFC with LF line ends and holds no control characters but tab and newline.
    `pages` is empty for formats without pages; otherwise ascending by `start`, the first at 0. `headings` are those the format
    marks, in text order; they help to read the structure and are not kept with the text.
    """

    name: str
    text: str
    format: str = "text"
    pages: tuple[PageMark, ...] = ()
    headings: tuple[Heading, ...] = ()

    def page_of(self, position: int) -> int | None:
        """The page (from 1) a position stands on, or None for formats without pages."""
        found = None
        for mark in self.pages:
            if mark.start > position:
                break
            found = mark.page
        return found


class SectionKind(StrEnum):
    """What a section of an agenda item is for. Only DECISION holds decision text; RECOMMENDATION may be adopted by one."""

    DECISION = "beslutning"
    RECOMMENDATION = "indstilling"
    PRESENTATION = "sagsfremstilling"  # also Anledning, Baggrund, Resume and whatever else only describes
    HISTORY = "historik"  # earlier treatment, other bodies' minutes quoted as background
    ATTACHMENTS = "bilag"
    ATTENDANCE = "fravær"
    ROUTING = "sagsgang"  # fields such as Beslutningskompetence, Sagsforløb
    OTHER = "andet"


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of an agenda item. `span` covers the body, without its heading."""

    kind: SectionKind
    heading: str
    span: Span


class Outcome(StrEnum):
    """What a decision did with its item, by its first deciding verb (CONTRACT.md, GUIDE.md section 4)."""

    APPROVED = "approved"
    NOTED = "noted"
    DISCUSSED = "discussed"
    DEFERRED = "deferred"
    REJECTED = "rejected"
    RECOMMENDED = "recommended"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """One line of several that a table of minutes gives an item: what was decided, and the cells for by whom and by when."""

    span: Span
    assigned: Span | None = None
    term: Span | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision text (beslutning) with the body and date it is to be read against.

    `own` is False for another body's decision printed under its own dated line. `guessed` marks free prose taken as decision
    text because the item has no decision heading (GUIDE.md section 4, "Free prose"). `assigned` is the cell inside `span` that a
    table of minutes has for who does what was decided ("3 | Kajen | Muren sættes om. | BOL | 1. maj"), `term` the one for by when; both
    may be the same cell. Where the item has several lines in that table, `rows` holds all of them.
    """

    span: Span
    outcome: Outcome
    date: dt.date | None = None
    forum: str | None = None
    own: bool = True
    guessed: bool = False
    assigned: Span | None = None
    term: Span | None = None
    rows: tuple[DecidedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment (bilag) listed under an item."""

    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of the agenda (punkt).

    `number` is the item's number as the minutes count (`Punkt 3`, `49.`, `Sag nr. 130`); items without one are numbered from 1
    in text order. `label` is the number as printed ("6.3", "Ad 3."). `span` covers the item from its heading to the next item.
    """

    number: int
    title: str
    span: Span
    label: str = ""
    case_number: str | None = None
    closed: bool = False
    sections: tuple[Section, ...] = ()
    decisions: tuple[Decision, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone on the list of those present or absent. Fields the list does not give are empty."""

    name: str
    title: str = ""
    initials: str = ""
    present: bool = True


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting (møde) as the head of the minutes states it. `next_meeting` is the date of the next one, where written."""

    forum: str | None = None
    date: dt.date | None = None
    start: dt.time | None = None
    place: str | None = None
    attendees: tuple[Attendee, ...] = ()
    next_meeting: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """A whole referat. `layout` names the layout that was recognised; `guessed` says that no known headings were found.

    `agenda_only` marks a dagsorden: items without any decision text.
    """

    source: SourceText
    meeting: Meeting
    items: tuple[AgendaItem, ...] = ()
    layout: str = ""
    guessed: bool = False
    agenda_only: bool = False
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The normalised text all spans point into."""
        return self.source.text
