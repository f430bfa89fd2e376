"""The tables of the database itself: its facts, its writing steps, its feeds and secrets."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel


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
