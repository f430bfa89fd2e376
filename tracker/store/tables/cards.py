"""The tables of promises: the cards, what was changed on them, notes, ticks, and what the program noticed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from tracker.store.tables.columns import cascade, ordered

_OPEN = text("active = 1")


class ActionRow(SQLModel, table=True):
    """A promise as tracked.

    `found` holds the extracted value of every field a person has changed since: a re-import updates it there and leaves what the
    person entered. `active` is open and not history; `due_sort` is `due` or NO_DAY; `due_key` the forum whose next meeting it waits for.
    """

    __tablename__ = "action"
    __table_args__ = (
        CheckConstraint("status IN ('review', 'open', 'done', 'dropped')", name="action_status"),
        CheckConstraint("kind IN ('task', 'status', 'forward', 'deferral')", name="action_kind"),
        CheckConstraint("light IS NULL OR light IN ('green', 'yellow', 'red')", name="action_light"),
        CheckConstraint("(due IS NULL) = (due_sort = '9999-12-31')", name="action_due"),
        CheckConstraint("confidence >= 0 AND confidence <= 1", name="action_confidence"),
        CheckConstraint("version >= 1", name="action_version"),
        Index("action_by_due", "active", "due_sort", "id"),
        Index("action_all_by_due", "due_sort", "id"),
        Index("action_unassigned", "active", "unassigned", "due_sort", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("action_review", "active", "status", "due_sort", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("action_history", "id", sqlite_where=text("history = 1"), postgresql_where=text("history = 1")),
        Index("action_returned", "active", "returned", "due_sort", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("action_done", "revision", "id", sqlite_where=text("status = 'done'"), postgresql_where=text("status = 'done'")),
        Index("action_by_revision", "revision", "id"),
        Index("action_by_document", "document_id"),
        Index("action_by_case", "case_key"),
        Index("action_by_quote", "quote_key"),
        Index("action_by_matter", "title_word", "forum_key"),
        Index("action_waiting", "due_key", sqlite_where=text("due_key IS NOT NULL"), postgresql_where=text("due_key IS NOT NULL")),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    status: str
    reason: str | None = None
    light: str | None = None
    kind: str
    text: str
    text_key: str = Field(sa_column=ordered())
    quote: str
    deadline: str | None = None
    due: date | None = None
    due_sort: date
    due_estimated: int = 0
    due_key: str | None = None
    responsible: str
    responsible_key: str = Field(sa_column=ordered())
    recipients: str
    presenter: str | None = None
    forum: str | None = None
    forum_key: str
    meeting_date: date | None = None
    decision_date: date | None = None
    section: str
    item: int | None = None
    item_title: str
    title_key: str
    title_word: str
    case_number: str | None = None
    case_key: str | None = None
    closed: int = 0
    source: str
    document_id: int | None = Field(default=None, foreign_key="document.id")
    start: int | None = None
    end: int | None = None
    vanished: int = 0
    confidence: float
    rules: str
    why: str
    found: str | None = None
    notes: int = 0
    history: int = 0
    returned: int = 0
    active: int
    unassigned: int
    quote_key: int = Field(sa_type=BigInteger)
    search: str = Field(sa_column=Column(Text, nullable=False))
    merged_into: int | None = Field(default=None, foreign_key="action.id")
    version: int = 1
    revision: int
    created: str
    changed: str


class ChangeRow(SQLModel, table=True):
    """Append-only history: one field of one card went from `old` to `new` in a step. `edited` says whether it was a person's before."""

    __tablename__ = "change"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = Field(default=None, primary_key=True)
    step_id: int = Field(foreign_key="step.id", index=True)
    action_id: int = Field(foreign_key="action.id", index=True)
    what: str
    old: str | None = None
    new: str | None = None
    edited: int = 0


class NoteRow(SQLModel, table=True):
    """A remark on a card. Taking a note back (undo) marks it removed."""

    __tablename__ = "note"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = Field(default=None, primary_key=True)
    action_id: int = Field(foreign_key="action.id", index=True)
    text: str
    who: str
    moment: str
    step_id: int = Field(foreign_key="step.id", index=True)
    removed: int = 0


class ActionPartyRow(SQLModel, table=True):
    """Who a card concerns. `written` is the name as the text has it, `party_id` who that is taken to be."""

    __tablename__ = "action_party"
    __table_args__ = (
        CheckConstraint("role IN ('responsible', 'recipient')", name="action_party_role"),
        Index("action_party_by_party", "party_id", "role"),
        Index("action_party_written", "written_key"),
    )
    action_id: int = cascade("action.id", primary_key=True)
    role: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    party_id: int = Field(foreign_key="party.id")
    written: str
    written_key: str


class TickRow(SQLModel, table=True):
    """One member's part of a group's promise, ticked off."""

    __tablename__ = "tick"
    action_id: int = cascade("action.id", primary_key=True)
    party_id: int = cascade("party.id", primary_key=True)
    who: str
    moment: str


class ProposalRow(SQLModel, table=True):
    """What the program noticed about a card. `key` keeps the same thing from being proposed twice."""

    __tablename__ = "proposal"
    __table_args__ = (
        UniqueConstraint("action_id", "key", name="proposal_once"),
        CheckConstraint("kind IN ('returned', 'duplicate')", name="proposal_kind"),
        CheckConstraint("state IN ('open', 'accepted', 'dismissed')", name="proposal_state"),
        Index("proposal_open", "state", "action_id"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    action_id: int = cascade("action.id")
    key: str
    kind: str
    why: str
    evidence: str
    forum: str | None = None
    meeting_date: date | None = None
    item: int | None = None
    item_title: str
    outcome: str | None = None
    source: str
    document_id: int | None = Field(default=None, foreign_key="document.id", index=True)
    other_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    state: str = "open"
    score: float = 1.0
