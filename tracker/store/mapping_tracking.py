"""Rows to domain values and back: what stands beside a card (reasons, history, notes, proposals), and calendar addresses."""

from __future__ import annotations

import json

from tracker.domain.followup import Change, Evidence, FollowUp, Signal
from tracker.domain.minutes import Span
from tracker.domain.tracking import Feed, Note, Proposal, ProposalKind, ProposalState
from tracker.store.mapping import Row
from tracker.store.texts import moment_from, to_json


def why_text(follow_up: FollowUp) -> str:
    """Why a card was found, for the explanation: signals, clauses of the guide, evidence."""
    return to_json(
        {
            "signals": [[s.name, s.weight] for s in follow_up.signals],
            "clauses": list(follow_up.clauses),
            "evidence": [[e.role, e.span.start, e.span.end] for e in follow_up.evidence],
        }
    )


def why_from(text: str) -> tuple[tuple[Signal, ...], tuple[str, ...], tuple[Evidence, ...]]:
    """Signals, clauses and evidence of a card."""
    fields = json.loads(text) if text else {}
    return (
        tuple(Signal(name, weight) for name, weight in fields.get("signals", ())),
        tuple(fields.get("clauses", ())),
        tuple(Evidence(role, Span(start, end)) for role, start, end in fields.get("evidence", ())),
    )


def change_from(row: Row) -> Change:
    """An entry of the history; the row is joined with its step. What an import changed is told from what the person did."""
    who = row["who"] if row["kind"] in ("change", "undo", "redo") else f"{row['who']} (import)"
    return Change(what=row["what"], old=row["old"], new=row["new"], who=who, when=moment_from(row["moment"]))


def note_from(row: Row) -> Note:
    """A remark."""
    return Note(row["id"], row["text"], row["who"], moment_from(row["moment"]))


def proposal_from(row: Row) -> Proposal:
    """Something noticed about a card."""
    return Proposal(
        id=row["id"],
        action=row["action_id"],
        kind=ProposalKind(row["kind"]),
        why=row["why"],
        evidence=row["evidence"],
        forum=row["forum"],
        meeting_date=row["meeting_date"],
        item=row["item"],
        item_title=row["item_title"],
        outcome=row["outcome"],
        source=row["source"],
        other=row["other_id"],
        state=ProposalState(row["state"]),
        score=row["score"],
    )


def feed_from(row: Row) -> Feed:
    """A calendar address."""
    return Feed(
        id=row["id"],
        kind=row["kind"],
        key=row["key"],
        label=row["label"],
        generation=row["generation"],
        revoked=bool(row["revoked"]),
        options=tuple(sorted(json.loads(row["options"]).items())),
        created=moment_from(row["created"]),
    )
