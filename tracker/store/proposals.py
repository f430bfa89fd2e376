"""Named queries of proposals: matters that came back, and promises made twice.

A card's matter came back when a later meeting (within `REACH`) decided on an item with the same case number, or in the same forum
with an alike title. Two cards are the same promise when forum and wording are alike, or matter and wording nearly so.
Only open cards outside history are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, func, or_, select, update
from sqlalchemy.engine import RowMapping

from tracker.domain.minutes import Minutes
from tracker.domain.tracking import Proposal
from tracker.store import actions, likeness
from tracker.store.bulk import insert_rows, slices
from tracker.store.mapping_tracking import proposal_from
from tracker.store.steps import OpenStep
from tracker.store.tables import ActionRow, DecisionRow, DocumentRow, ItemRow, MeetingRow, ProposalRow

PROPOSAL: Table = ProposalRow.__table__  # type: ignore[attr-defined]
_item: Table = ItemRow.__table__  # type: ignore[attr-defined]
_decision: Table = DecisionRow.__table__  # type: ignore[attr-defined]
_document: Table = DocumentRow.__table__  # type: ignore[attr-defined]
_action: Table = ActionRow.__table__  # type: ignore[attr-defined]
_meeting: Table = MeetingRow.__table__  # type: ignore[attr-defined]

_EVIDENCE = 600
"""Characters of a decision text that are kept as evidence."""


def refresh(step: OpenStep, document: int, minutes: Minutes, *, known: bool) -> None:
    """Bring the proposals that concern a referat up to what it now says: its items for older cards, its cards for later items.

    `known` says that the referat was stored before: then proposals it no longer supports are taken back.
    """
    connection = step.connection
    cards = likeness.cards_of(connection, document)
    pairs = likeness.of_items(connection, likeness.treated(document, minutes)) + likeness.of_cards(connection, cards)
    wanted = {(card["id"], f"returned:{item.document}:{item.number}"): (card, item, why) for card, item, why in pairs}
    twins = likeness.twins(connection, document, cards)
    if known:
        _drop_unsupported(step, document, set(wanted) | set(twins))
    have = _have(connection, {action for action, _ in (*wanted, *twins)})
    rows = _returned_rows(connection, [wanted[k] for k in wanted if k not in have])
    rows += [_twin_row(*twins[k]) for k in twins if k not in have]
    insert_rows(connection, PROPOSAL, rows)
    mark_returned(step, {row["action_id"] for row in rows})


def _have(connection: Connection, ids: Iterable[int]) -> set[tuple[int, str]]:
    found: set[tuple[int, str]] = set()
    for part in slices(ids):
        found.update(
            (a, k) for a, k in connection.execute(select(PROPOSAL.c.action_id, PROPOSAL.c.key).where(PROPOSAL.c.action_id.in_(part)))
        )
    return found


def _drop_unsupported(step: OpenStep, document: int, wanted: set[tuple[int, str]]) -> None:
    """Take back undecided proposals that a corrected referat no longer supports."""
    of_document = or_(
        PROPOSAL.c.document_id == document, PROPOSAL.c.action_id.in_(select(_action.c.id).where(_action.c.document_id == document))
    )
    rows = step.connection.execute(select(PROPOSAL).where(of_document, PROPOSAL.c.state == "open")).mappings().all()
    gone = [row for row in rows if (row["action_id"], row["key"]) not in wanted]
    if gone:
        step.connection.execute(delete(PROPOSAL).where(PROPOSAL.c.id.in_([row["id"] for row in gone])))
        mark_returned(step, {row["action_id"] for row in gone})


def _returned_rows(connection: Connection, found: Sequence[tuple[RowMapping, likeness.Treated, tuple[str, float]]]) -> list[dict[str, Any]]:
    """The proposals with the decision texts as evidence."""
    evidence = _evidence(connection, {(item.document, item.number) for _, item, _ in found})
    rows = []
    for card, item, why in found:
        said = evidence[item.document, item.number]
        row = _blank(card["id"], f"returned:{item.document}:{item.number}", "returned", why[0], why[1])
        rows.append(
            row
            | {"evidence": " ".join(said.words.split())[:_EVIDENCE], "forum": said.forum, "meeting_date": item.day, "item": item.number}
            | {"item_title": item.title, "outcome": said.outcome, "source": said.source, "document_id": item.document}
        )
    return rows


def _evidence(connection: Connection, places: set[tuple[int, int]]) -> dict[tuple[int, int], Any]:
    """Each item's last own decision: its words, outcome, source and forum."""
    found: dict[tuple[int, int], Any] = {}
    words_ = func.substr(_document.c.text, _decision.c.start + 1, _decision.c.end - _decision.c.start).label("words")
    for part in slices({document for document, _ in places}):
        query = (
            select(_item.c.document_id, _item.c.number, words_, _decision.c.outcome, _document.c.source, _meeting.c.forum)
            .join(_item, _item.c.id == _decision.c.item_id)
            .join(_document, _document.c.id == _item.c.document_id)
            .join(_meeting, _meeting.c.id == _document.c.meeting_id)
            .where(_item.c.document_id.in_(part), _decision.c.own == 1, _decision.c.day == _item.c.day)
            .order_by(_decision.c.item_id, _decision.c.position)
        )
        found |= {(row.document_id, row.number): row for row in connection.execute(query) if (row.document_id, row.number) in places}
    return found


def _blank(action: int, key: str, kind: str, why: str, score: float) -> dict[str, Any]:
    return {"action_id": action, "key": key, "kind": kind, "why": why, "score": score, "state": "open", "other_id": None, "outcome": None}


def _twin_row(late: RowMapping, early: RowMapping, score: float) -> dict[str, Any]:
    return _blank(late["id"], f"duplicate:{early['id']}", "duplicate", "words", score) | {
        "evidence": early["quote"][:_EVIDENCE],
        "forum": early["forum"],
        "meeting_date": early["meeting_date"],
        "item": early["item"],
        "item_title": early["item_title"],
        "source": early["source"],
        "document_id": early["document_id"],
        "other_id": early["id"],
    }


def mark_returned(step: OpenStep, ids: Iterable[int]) -> None:
    """Keep the cards' mark "came back" in step with their undecided proposals; screens notice by the revision."""
    for part in slices(ids):
        query = select(PROPOSAL.c.action_id).where(
            PROPOSAL.c.action_id.in_(part), PROPOSAL.c.state == "open", PROPOSAL.c.kind == "returned"
        )
        yes = set(step.connection.execute(query.distinct()).scalars())
        for flag, which in ((1, yes), (0, set(part) - yes)):
            if which:
                step.connection.execute(update(_action).where(_action.c.id.in_(which)).values(returned=flag, revision=step.id))


def listing(
    connection: Connection, *, state: str | None = "open", action: int | None = None, kind: str | None = None
) -> tuple[Proposal, ...]:
    """Proposals, newest meeting first; those of open cards only unless a card is named."""
    query = select(PROPOSAL).join(_action, _action.c.id == PROPOSAL.c.action_id)
    if state:
        query = query.where(PROPOSAL.c.state == state)
    query = query.where(PROPOSAL.c.action_id == action) if action is not None else query.where(_action.c.active == 1)
    if kind:
        query = query.where(PROPOSAL.c.kind == kind)
    query = query.order_by(PROPOSAL.c.meeting_date.desc(), PROPOSAL.c.id)
    return tuple(proposal_from(row) for row in connection.execute(query).mappings())


def get(connection: Connection, id_: int) -> Proposal | None:
    """One proposal."""
    row = connection.execute(select(PROPOSAL).where(PROPOSAL.c.id == id_)).mappings().first()
    return proposal_from(row) if row else None


def decide(step: OpenStep, proposal: Proposal, state: str) -> None:
    """Accept, dismiss or reopen a proposal, with history."""
    step.connection.execute(update(PROPOSAL).where(PROPOSAL.c.id == proposal.id).values(state=state))
    actions.record(step, proposal.action, f"proposal {proposal.id}", str(proposal.state), state)
    mark_returned(step, [proposal.action])


def slipped(connection: Connection, today: date) -> Sequence[int]:
    """Cards that were to come back by a day that has passed, at a forum that has met since, and did not come back."""
    same_forum = _meeting.c.forum_key == _action.c.forum_key
    met = select(_meeting.c.id).where(same_forum, _meeting.c.held == 1, _meeting.c.day >= _action.c.due)
    query = select(_action.c.id).where(
        _action.c.active == 1,
        _action.c.kind.in_(["deferral", "status"]),
        _action.c.due_sort < today,
        _action.c.returned == 0,
        met.exists(),
    )
    return list(connection.execute(query.order_by(_action.c.due_sort, _action.c.id)).scalars())
