"""The tables of what was read: meetings, referater with their versions and lines, items and decisions."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Text
from sqlmodel import Field, SQLModel

from tracker.store.tables.columns import cascade


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
    document_id: int = cascade("document.id", primary_key=True)
    version: int = Field(primary_key=True)
    source: str
    hash: str = Field(index=True)
    text: str = Field(sa_column=Column(Text, nullable=False))
    imported: str


class LineRow(SQLModel, table=True):
    """A few of a referat's longer lines as numbers: how a corrected referat is known again whatever its name and date say."""

    __tablename__ = "document_line"
    fingerprint: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    document_id: int = cascade("document.id", primary_key=True, index=True)


class ItemRow(SQLModel, table=True):
    """An agenda item. `title_key` are the words that tell its matter, sorted; `title_word` the longest of them."""

    __tablename__ = "item"
    __table_args__ = (Index("item_matter", "title_word", "forum_key"), Index("item_case", "case_key"), {"sqlite_autoincrement": True})
    id: int | None = Field(default=None, primary_key=True)
    document_id: int = cascade("document.id", index=True)
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
    item_id: int = cascade("item.id", primary_key=True)
    position: int = Field(primary_key=True)
    start: int
    end: int
    outcome: str
    day: date | None = None
    forum: str | None = None
    own: int
    guessed: int
