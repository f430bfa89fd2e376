"""The tables of who is who: parties, their other names, members of groups, and where they are named."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from tracker.store.tables.columns import cascade


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
    party_id: int = cascade("party.id", index=True)


class MembershipRow(SQLModel, table=True):
    """A member of a group; `forum_key` empty means everywhere. `found`: from attendance lists, not entered."""

    __tablename__ = "membership"
    group_id: int = cascade("party.id", primary_key=True)
    member_id: int = cascade("party.id", primary_key=True, index=True)
    forum_key: str = Field(default="", primary_key=True)
    found: int = 0


class MentionRow(SQLModel, table=True):
    """A party as one referat names it: what names are joined by, whatever the order of import."""

    __tablename__ = "mention"
    __table_args__ = (Index("mention_forum", "forum_key", "key"),)
    document_id: int = cascade("document.id", primary_key=True)
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
