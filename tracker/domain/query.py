"""Query: which action items are meant. A value; the words people type become one in services/query.py, and the store reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Field(StrEnum):
    """What a condition looks at."""

    TEXT = "text"  # full text: promise, quote, title, case number, names
    RESPONSIBLE = "responsible"
    RECIPIENT = "recipient"
    FORUM = "forum"
    CASE = "case"
    TITLE = "title"
    SOURCE = "source"
    STATUS = "status"
    LIGHT = "light"
    KIND = "kind"
    REASON = "reason"
    DUE = "due"
    MEETING = "meeting"  # day of the meeting the card stems from
    CHANGED = "changed"  # day of the last change, UTC
    ITEM = "item"
    ID = "id"
    CONFIDENCE = "confidence"
    HISTORY = "history"
    VANISHED = "vanished"
    ESTIMATED = "estimated"
    CLOSED = "closed"  # the item was closed to the public
    RETURNED = "returned"  # has an undecided proposal that the matter came back
    NOTES = "notes"


class Operator(StrEnum):
    """How the value is compared. EQUAL on words means "contains these words"; on days "within"; NONE means "has no value"."""

    EQUAL = "="
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="
    NONE = "none"


Value = str | int | float | bool | date


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition. Several `values` mean "any of them"; `negated` turns the whole condition round.

    `exact` on names means that the whole name must be alike, not only the beginning of its words; on TEXT it means a phrase.
    """

    field: Field
    values: tuple[Value, ...] = ()
    operator: Operator = Operator.EQUAL
    negated: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All `conditions` must hold; without any, every action item is meant."""

    conditions: tuple[Condition, ...] = ()

    def __and__(self, other: Query) -> Query:
        return Query(self.conditions + other.conditions)


class Sort(StrEnum):
    """The orders a list can stand in. Ties stand in order of `id`, so that pages by key are exact."""

    DUE = "due"  # without a day last
    CHANGED = "changed"
    MEETING = "meeting"  # day of the meeting, then place in the referat
    RESPONSIBLE = "responsible"  # without anyone last
    TEXT = "text"
    STATUS = "status"
    FORUM = "forum"
    LIGHT = "light"
    CASE = "case"
    KIND = "kind"
    ID = "id"


Key = tuple[str | int, ...]
"""Where a page ends: the sort value and the id of its last row. Opaque; hand it back for the next page."""
