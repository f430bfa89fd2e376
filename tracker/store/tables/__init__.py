"""All tables. Days are DATE, moments ISO 8601 text in UTC; lists and small values are JSON text, so both databases hold the same.

SQLite's STRICT tables refuse DATE, so CHECK constraints guard what the types do not. `table=True` models are not validated by
SQLModel: what is written here comes from `mapping`, which knows only domain values.
"""

from __future__ import annotations

from sqlmodel import SQLModel

from tracker.store.tables.cards import ActionPartyRow, ActionRow, ChangeRow, NoteRow, ProposalRow, TickRow
from tracker.store.tables.minutes import DecisionRow, DocumentRow, ItemRow, LineRow, MeetingRow, VersionRow
from tracker.store.tables.people import AliasRow, KnownFormRow, MembershipRow, MentionRow, PartyRow
from tracker.store.tables.system import FeedRow, MetaRow, SecretRow, StepRow

metadata = SQLModel.metadata

__all__ = [
    "ActionPartyRow",
    "ActionRow",
    "AliasRow",
    "ChangeRow",
    "DecisionRow",
    "DocumentRow",
    "FeedRow",
    "ItemRow",
    "KnownFormRow",
    "LineRow",
    "MeetingRow",
    "MembershipRow",
    "MentionRow",
    "MetaRow",
    "NoteRow",
    "PartyRow",
    "ProposalRow",
    "SecretRow",
    "StepRow",
    "TickRow",
    "VersionRow",
    "metadata",
]
