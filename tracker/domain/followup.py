"""FollowUp (as found in a text) and ActionItem (as tracked): the two lives of a promise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.deadline import Deadline

if TYPE_CHECKING:
    from tracker.domain.minutes import SectionKind, Span


class Kind(StrEnum):
    """The four kinds of GUIDE.md section 1."""

    TASK = "task"
    STATUS = "status"
    FORWARD = "forward"
    DEFERRAL = "deferral"


@dataclass(frozen=True, slots=True)
class Signal:
    """One named reason for the confidence of a find. `weight` is its share of the log-odds: positive speaks for the find."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A part of a follow-up and the words it was read from, for highlighting. `role` is deadline, responsible, recipient or verb."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A commitment as found in a decision text, with its evidence.

    `quote` is `text[span.start:span.end]` with each run of white space as one space. `item` and `decision_date` are those of the
    decision it stands in; `section` is DECISION, RECOMMENDATION (an adopted point) or PRESENTATION (suggestions only).
    `responsible` and `recipients` are as written. `presenter` is who put the item forward: offered, never a responsible.
    `confidence` lies in 0..1 and comes from `signals`. `rules` name what fired; `clauses` name the conventions of the guide that decided.
    """

    item: int
    decision_date: date | None
    section: SectionKind
    kind: Kind
    quote: str
    span: Span
    responsible: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    presenter: str | None = None
    deadline: Deadline | None = None
    confidence: float = 0.0
    signals: tuple[Signal, ...] = ()
    rules: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one referat: `follow_ups` the program stands by, `suggestions` it merely suspects. Both in text order."""

    follow_ups: tuple[FollowUp, ...] = ()
    suggestions: tuple[FollowUp, ...] = ()


class Status(StrEnum):
    """Where a tracked action item stands. A rejected find is DROPPED with reason "rejected"; see `ActionItem.reason`."""

    REVIEW = "review"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Light(StrEnum):
    """The traffic light a responsible person sets: on plan, uncertain, cannot be met as planned."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the append-only history: field `what` went from `old` to `new`, by `who`, at `when` (UTC)."""

    what: str
    old: str | None
    new: str | None
    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class ActionItem:
    """A promise as tracked. `due` is the day in force: the text's own, a resolved meeting (`due_estimated`), or what a person set.

    `text` is the short sentence shown in lists; `quote` the evidence as read. `uid` is permanent and never reused.
    `version` rises with every change (optimistic locking). `history` marks cards too old to bother anyone: never in feeds.
    """

    id: int
    uid: str
    status: Status
    kind: Kind
    text: str
    quote: str
    responsible: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    deadline: Deadline | None = None
    due: date | None = None
    due_estimated: bool = False
    light: Light | None = None
    reason: str | None = None
    forum: str | None = None
    meeting_date: date | None = None
    item: int | None = None
    item_title: str = ""
    case_number: str | None = None
    closed: bool = False
    source: str = ""
    source_vanished: bool = False
    confidence: float = 0.0
    rules: tuple[str, ...] = ()
    presenter: str | None = None
    notes: int = 0
    history: bool = False
    version: int = 1
    created: datetime | None = None
    changed: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act on it."""
        return self.status in (Status.OPEN, Status.REVIEW)

    def is_overdue(self, today: date) -> bool:
        """Whether it is open and its day has passed."""
        return self.is_open and self.due is not None and self.due < today
