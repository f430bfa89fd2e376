"""What gathers around an action item while it is tracked: notes, ticks, proposals, steps that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tracker.domain.deadline import Deadline
from tracker.domain.followup import ActionItem, Change, Evidence, Kind, Signal
from tracker.domain.minutes import AgendaItem, Decision, Meeting, SourceText, Span
from tracker.domain.party import Party


@dataclass(frozen=True, slots=True)
class Note:
    """A remark somebody wrote on a card. `when` is UTC."""

    id: int
    text: str
    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Tick:
    """One member's part of a promise made by a group. `who` and `when` (UTC) tell who ticked it off; None while it is open."""

    member: str
    done: bool
    who: str | None = None
    when: datetime | None = None


class ProposalKind(StrEnum):
    """RETURNED: a later meeting treated the matter. DUPLICATE: the same promise stands in another card."""

    RETURNED = "returned"
    DUPLICATE = "duplicate"


class ProposalState(StrEnum):
    """What became of a proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something the program noticed about a card, for a person to accept or dismiss.

    `evidence` is the later decision text (RETURNED) or the other card's quote (DUPLICATE, with its id in `other`).
    `why` is "case" (same case number), "title" (alike title), "words" (alike wording).
    """

    id: int
    action: int
    kind: ProposalKind
    why: str
    evidence: str
    forum: str | None = None
    meeting_date: date | None = None
    item: int | None = None
    item_title: str = ""
    outcome: str | None = None
    source: str = ""
    other: int | None = None
    state: ProposalState = ProposalState.OPEN
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Step:
    """One thing somebody did, possibly to many cards; what undo and redo move over. `label` is the operation's name ("done")."""

    id: int
    label: str
    who: str
    when: datetime
    actions: tuple[int, ...] = ()
    undone: bool = False


@dataclass(frozen=True, slots=True)
class StoredMeeting:
    """A meeting as known: from minutes, from a plan, or because minutes named it as the next. `held` says minutes are stored."""

    id: int
    meeting: Meeting
    held: bool
    sources: tuple[str, ...] = ()
    open_actions: int = 0
    actions: int = 0


@dataclass(frozen=True, slots=True)
class StoredParty:
    """A party of the directory with the number of cards it answers for. `dated` of those done had a day to be kept."""

    id: int
    party: Party
    open_actions: int = 0
    overdue: int = 0
    done: int = 0
    done_in_time: int = 0
    dated: int = 0

    @property
    def kept(self) -> int | None:
        """How much was kept in time, in percent of what was done and had a day; None before there is any."""
        return round(100 * self.done_in_time / self.dated) if self.dated else None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A referat as stored, without its text. `version` counts corrected versions from 1; `vanished` that its file is gone."""

    id: int
    source: str
    hash: str
    version: int
    forum: str | None
    date: date | None
    imported: datetime
    actions: int = 0


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar address. `key` names what it shows: a party's id, a forum, a query; empty for all.

    The address is derived from `id` and `generation`; rotating raises the generation, a `revoked` feed answers 404.
    """

    id: str
    kind: str
    key: str
    label: str
    generation: int = 1
    revoked: bool = False
    options: tuple[tuple[str, str], ...] = ()
    created: datetime | None = None


@dataclass(frozen=True, slots=True)
class ActionDetail:
    """Everything about one card, for the detail pane.

    `span`, `evidence`, `decision` and `agenda_item` point into `source.text`; they are None or empty when the card was written by
    a person or its source has vanished from the corrected referat.
    """

    action: ActionItem
    source: SourceText | None = None
    meeting: Meeting | None = None
    agenda_item: AgendaItem | None = None
    decision: Decision | None = None
    span: Span | None = None
    evidence: tuple[Evidence, ...] = ()
    signals: tuple[Signal, ...] = ()
    clauses: tuple[str, ...] = ()
    history: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    ticks: tuple[Tick, ...] = ()
    document: int | None = None
    """The id of the referat the card comes from, for another card marked in it."""


@dataclass(frozen=True, slots=True)
class NewAction:
    """A promise a person writes down, outside any referat or from words marked in one."""

    text: str
    kind: Kind = Kind.TASK
    quote: str = ""
    responsible: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    deadline: Deadline | None = None
    due: date | None = None
    forum: str | None = None
    meeting_date: date | None = None
    document: int | None = None
    item: int | None = None
    span: Span | None = None
