"""Columns that several tables have."""

from __future__ import annotations

from sqlalchemy import Column, String
from sqlmodel import Field


def cascade(target: str, *, index: bool = False, primary_key: bool = False) -> int:
    """A required reference whose row goes when its target goes."""
    column: int = Field(foreign_key=target, ondelete="CASCADE", index=index, primary_key=primary_key)
    return column


def ordered() -> Column[str]:
    """A column that sorts alike in both databases: by code point, whatever the server's language."""
    return Column(String().with_variant(String(collation="C"), "postgresql"), nullable=False)
