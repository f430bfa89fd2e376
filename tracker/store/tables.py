"""All tables. Days are DATE, moments ISO 8601 text in UTC; lists and small values are JSON text, so both databases hold the same.

SQLite's STRICT tables refuse DATE, so CHECK constraints guard what the types do not. `table=True` models are not validated by
SQLModel: what is written here comes from `mapping`, which knows only domain values.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, String, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

_OPEN = text("active = 1")


def _cascade(target: str, *, index: bool = False, primary_key: bool = False) -> int:
    """A required reference whose row goes when its target goes."""
    column: int = Field(foreign_key=target, ondelete="CASCADE", index=index, primary_key=primary_key)
    return column


def _ordered() -> Column[str]:
    """A column that sorts alike in both databases: by code point, whatever the server's language."""
    return Column(String().with_variant(String(collation="C"), "postgresql"), nullable=False)


class MetaRow(SQLModel, table=True):
    """Facts about the database itself."""

    __tablename__ = "meta"
    name: str = Field(primary_key=True)
    value: str


class StepRow(SQLModel, table=True):
    """One writing transaction: who did what, when. Its id is the revision everything it touched is stamped with."""

    __tablename__ = "step"
    __table_args__ = (
        CheckConstraint("kind IN ('change', 'undo', 'redo', 'import', 'system')", name="step_kind"),
        CheckConstraint("state IN ('', 'undone', 'overtaken')", name="step_state"),
        Index("step_by_person", "who", "id"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    label: str
    who: str
    moment: str
    target: int | None = Field(default=None, foreign_key="step.id")
    state: str = ""


class MeetingRow(SQLModel, table=True):
    """A meeting known from minutes (held), from a plan (planned), or both."""

    __tablename__ = "meeting"
    __table_args__ = (
        Index("meeting_unique", "forum_key", "day", unique=True),
        CheckConstraint("held IN (0, 1) AND planned IN (0, 1)", name="meeting_flags"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    forum: str | None = None
    forum_key: str = ""
    day: date | None = None
    start: str | None = None
    place: str | None = None
    next_meeting: date | None = None
    held: int = 0
    planned: int = 0


class DocumentRow(SQLModel, table=True):
    """A referat, in its newest version."""

    __tablename__ = "document"
    __table_args__ = (CheckConstraint("version >= 1", name="document_version_positive"), {"sqlite_autoincrement": True})
    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(index=True)
    hash: str = Field(index=True, unique=True)
    text: str = Field(sa_column=Column(Text, nullable=False))
    format: str
    pages: str
    layout: str
    meeting: str
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id", index=True)
    version: int = 1
    imported: str
    step_id: int = Field(foreign_key="step.id")


class VersionRow(SQLModel, table=True):
    """An earlier version of a referat, kept whole when a corrected one replaces it."""

    __tablename__ = "document_version"
    document_id: int = _cascade("document.id", primary_key=True)
    version: int = Field(primary_key=True)
    source: str
    hash: str = Field(index=True)
    text: str = Field(sa_column=Column(Text, nullable=False))
    imported: str


class LineRow(SQLModel, table=True):
    """A few of a referat's longer lines as numbers: how a corrected referat is known again whatever its name and date say."""

    __tablename__ = "document_line"
    fingerprint: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    document_id: int = _cascade("document.id", primary_key=True, index=True)


class ItemRow(SQLModel, table=True):
    """An agenda item. `title_key` are the words that tell its matter, sorted; `title_word` the longest of them."""

    __tablename__ = "item"
    __table_args__ = (Index("item_matter", "title_word", "forum_key"), Index("item_case", "case_key"), {"sqlite_autoincrement": True})
    id: int | None = Field(default=None, primary_key=True)
    document_id: int = _cascade("document.id", index=True)
    position: int
    number: int
    label: str
    title: str
    title_key: str
    title_word: str
    case_number: str | None = None
    case_key: str | None = None
    forum_key: str
    day: date | None = None
    closed: int
    start: int
    end: int
    sections: str
    attachments: str


class DecisionRow(SQLModel, table=True):
    """A decision text of an item."""

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint("outcome IN ('approved','noted','discussed','deferred','rejected','recommended','other')", name="decision_outcome"),
    )
    item_id: int = _cascade("item.id", primary_key=True)
    position: int = Field(primary_key=True)
    start: int
    end: int
    outcome: str
    day: date | None = None
    forum: str | None = None
    own: int
    guessed: int


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
    text_key: str = Field(sa_column=_ordered())
    quote: str
    deadline: str | None = None
    due: date | None = None
    due_sort: date
    due_estimated: int = 0
    due_key: str | None = None
    responsible: str
    responsible_key: str = Field(sa_column=_ordered())
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


class PartyRow(SQLModel, table=True):
    """Anyone who can promise or receive something. `entered`: a person wrote it into the directory."""

    __tablename__ = "party"
    __table_args__ = (
        CheckConstraint("kind IN ('person', 'role', 'department', 'body', 'group', 'unknown')", name="party_kind"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    name: str
    key: str = Field(unique=True)
    kind: str
    entered: int = 0


class AliasRow(SQLModel, table=True):
    """Another way of writing a party, entered by a person. A renamed or merged party keeps its former name here."""

    __tablename__ = "alias"
    key: str = Field(primary_key=True)
    name: str
    party_id: int = _cascade("party.id", index=True)


class MembershipRow(SQLModel, table=True):
    """A member of a group; `forum_key` empty means everywhere. `found`: from attendance lists, not entered."""

    __tablename__ = "membership"
    group_id: int = _cascade("party.id", primary_key=True)
    member_id: int = _cascade("party.id", primary_key=True, index=True)
    forum_key: str = Field(default="", primary_key=True)
    found: int = 0


class MentionRow(SQLModel, table=True):
    """A party as one referat names it: what names are joined by, whatever the order of import."""

    __tablename__ = "mention"
    __table_args__ = (Index("mention_forum", "forum_key", "key"),)
    document_id: int = _cascade("document.id", primary_key=True)
    key: str = Field(primary_key=True)
    name: str
    kind: str
    aliases: str
    forum_key: str
    attended: int = 0


class KnownFormRow(SQLModel, table=True):
    """A way a forum's minutes may write a party: full name, first name, initials. One form of two parties joins neither."""

    __tablename__ = "known_form"
    forum_key: str = Field(primary_key=True)
    form: str = Field(primary_key=True)
    party_key: str = Field(primary_key=True)
    name: str
    kind: str


class ActionPartyRow(SQLModel, table=True):
    """Who a card concerns. `written` is the name as the text has it, `party_id` who that is taken to be."""

    __tablename__ = "action_party"
    __table_args__ = (
        CheckConstraint("role IN ('responsible', 'recipient')", name="action_party_role"),
        Index("action_party_by_party", "party_id", "role"),
        Index("action_party_written", "written_key"),
    )
    action_id: int = _cascade("action.id", primary_key=True)
    role: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    party_id: int = Field(foreign_key="party.id")
    written: str
    written_key: str


class TickRow(SQLModel, table=True):
    """One member's part of a group's promise, ticked off."""

    __tablename__ = "tick"
    action_id: int = _cascade("action.id", primary_key=True)
    party_id: int = _cascade("party.id", primary_key=True)
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
    action_id: int = _cascade("action.id")
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


class FeedRow(SQLModel, table=True):
    """A calendar address."""

    __tablename__ = "feed"
    id: str = Field(primary_key=True)
    kind: str
    key: str
    label: str
    generation: int = 1
    revoked: int = 0
    options: str
    created: str


class SecretRow(SQLModel, table=True):
    """Secrets of the server, such as what feed addresses are made from."""

    __tablename__ = "secret"
    name: str = Field(primary_key=True)
    value: str


metadata = SQLModel.metadata
