"""Named queries of proposals: matters that came back, and promises made twice.

A card's matter came back when a later meeting (within `REACH`) decided on an item with the same case number, or in the same forum
with an alike title. Two cards are the same promise when forum and wording are alike, or matter and wording nearly so.
Only open cards outside history are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, or_, select, update
from sqlalchemy.engine import RowMapping

from tracker.domain.tracking import Proposal
from tracker.store import actions
from tracker.store.bulk import insert_rows, slices
from tracker.store.folding import words
from tracker.store.mapping import proposal_from
from tracker.store.matters import alike
from tracker.store.steps import OpenStep
from tracker.store.tables import ActionRow, DecisionRow, DocumentRow, ItemRow, ProposalRow

PROPOSAL: Table = ProposalRow.__table__  # type: ignore[attr-defined]
_item: Table = ItemRow.__table__  # type: ignore[attr-defined]
_decision: Table = DecisionRow.__table__  # type: ignore[attr-defined]
_document: Table = DocumentRow.__table__  # type: ignore[attr-defined]
_action: Table = ActionRow.__table__  # type: ignore[attr-defined]

REACH = timedelta(days=730)
TITLE_ALIKE = 0.6
WORDS_ALIKE = 0.6
_EVIDENCE = 600
"""Characters of a decision text that are kept as evidence."""


@dataclass(frozen=True, slots=True)
class _Treated:
    """An item that was decided on."""

    document: int
    number: int
    title: str
    title_key: str
    title_word: str
    case_key: str | None
    forum_key: str
    day: date


def _treated(connection: Connection, *where: Any) -> list[_Treated]:
    decided = select(_decision.c.item_id).where(_decision.c.item_id == _item.c.id, _decision.c.own == 1, _decision.c.day == _item.c.day)
    columns = ("document_id", "number", "title", "title_key", "title_word", "case_key", "forum_key", "day")
    query = select(*(_item.c[name] for name in columns)).where(_item.c.day.is_not(None), decided.exists(), *where)
    return [_Treated(*row) for row in connection.execute(query)]


def _why(card: RowMapping, item: _Treated) -> tuple[str, float] | None:
    """Why an item is the card's matter, and how surely."""
    if card["case_key"] and card["case_key"] == item.case_key:
        return "case", 1.0
    if card["case_key"] and item.case_key:
        return None
    if card["forum_key"] != item.forum_key or not item.title_word or card["title_word"] != item.title_word:
        return None
    share = alike(card["title_key"], item.title_key)
    return ("title", round(share, 3)) if share >= TITLE_ALIKE else None


def _later(card: RowMapping, item: _Treated) -> bool:
    since = card["decision_date"]
    return since is not None and card["document_id"] != item.document and since < item.day <= since + REACH


def refresh(step: OpenStep, document: int) -> None:
    """Bring the proposals that concern a referat up to what it now says: its items for older cards, its cards for later items."""
    connection = step.connection
    pairs = _of_items(connection, document) + _of_cards(connection, document)
    wanted = {(card["id"], f"returned:{item.document}:{item.number}"): (card, item, why) for card, item, why in pairs}
    twins = _twins(connection, document)
    _drop_unsupported(step, document, set(wanted) | set(twins))
    have = _have(connection, {action for action, _ in (*wanted, *twins)})
    rows = [_returned_row(connection, *wanted[k]) for k in wanted if k not in have]
    rows += [_twin_row(*twins[k]) for k in twins if k not in have]
    insert_rows(connection, PROPOSAL, rows)
    mark_returned(step, {row["action_id"] for row in rows})


def _of_items(connection: Connection, document: int) -> list[tuple[RowMapping, _Treated, tuple[str, float]]]:
    items = _treated(connection, _item.c.document_id == document)
    cases = [i.case_key for i in items if i.case_key]
    title_words = [i.title_word for i in items if i.title_word]
    if not cases and not title_words:
        return []
    same = or_(_action.c.case_key.in_(cases), and_(_action.c.title_word.in_(title_words), _action.c.forum_key.in_({i.forum_key for i in items})))
    cards = connection.execute(select(_action).where(same, _action.c.active == 1)).mappings().all()
    return [(card, item, why) for card in cards for item in items if _later(card, item) and (why := _why(card, item))]


def _of_cards(connection: Connection, document: int) -> list[tuple[RowMapping, _Treated, tuple[str, float]]]:
    cards = [c for c in actions.of_document(connection, document) if c["active"] and c["decision_date"]]
    cases = {c["case_key"] for c in cards if c["case_key"]}
    title_words = {c["title_word"] for c in cards if c["title_word"]}
    if not cases and not title_words:
        return []
    forum_keys = {c["forum_key"] for c in cards}
    same = or_(_item.c.case_key.in_(cases), and_(_item.c.title_word.in_(title_words), _item.c.forum_key.in_(forum_keys)))
    items = _treated(connection, same, _item.c.day > min(c["decision_date"] for c in cards))
    return [(card, item, why) for card in cards for item in items if _later(card, item) and (why := _why(card, item))]


def _twins(connection: Connection, document: int) -> dict[tuple[int, str], tuple[RowMapping, RowMapping, float]]:
    """Pairs of cards that promise the same: the later one is proposed to be merged into the earlier."""
    mine = [c for c in actions.of_document(connection, document) if c["active"]]
    if not mine:
        return {}
    keys = {c["quote_key"] for c in mine}
    cases = {c["case_key"] for c in mine if c["case_key"]}
    title_words = {c["title_word"] for c in mine if c["title_word"]}
    forums = {c["forum_key"] for c in mine}
    same = or_(
        _action.c.quote_key.in_(keys), _action.c.case_key.in_(cases), and_(_action.c.title_word.in_(title_words), _action.c.forum_key.in_(forums))
    )
    others = connection.execute(
        select(_action).where(same, _action.c.active == 1, _action.c.document_id.is_not(None), _action.c.document_id != document)
    )
    found = {}
    candidates = others.mappings().all()
    for card in mine:
        for other in candidates:
            score = _same_promise(card, other)
            if score:
                early, late = sorted((card, other), key=_age)
                found[late["id"], f"duplicate:{early['id']}"] = (late, early, score)
    return found


def _age(card: RowMapping) -> tuple[Any, ...]:
    return (card["meeting_date"] or date.max, card["decision_date"] or date.max, card["source"], card["start"] or 0)


def _same_promise(one: RowMapping, other: RowMapping) -> float:
    """How surely two cards are one promise; 0 when they are not taken to be."""
    if one["forum_key"] != other["forum_key"] or one["kind"] != other["kind"]:
        return 0.0
    if one["quote_key"] == other["quote_key"] and len(words(one["quote"])) >= 4:
        return 1.0
    matter = (one["case_key"] and one["case_key"] == other["case_key"]) or alike(one["title_key"], other["title_key"]) >= TITLE_ALIKE
    share = alike(" ".join(words(one["quote"])), " ".join(words(other["quote"])))
    return round(share, 3) if matter and share >= WORDS_ALIKE else 0.0


def _have(connection: Connection, ids: Iterable[int]) -> set[tuple[int, str]]:
    found: set[tuple[int, str]] = set()
    for part in slices(ids):
        found.update((a, k) for a, k in connection.execute(select(PROPOSAL.c.action_id, PROPOSAL.c.key).where(PROPOSAL.c.action_id.in_(part))))
    return found


def _drop_unsupported(step: OpenStep, document: int, wanted: set[tuple[int, str]]) -> None:
    """Take back undecided proposals that a corrected referat no longer supports."""
    of_document = or_(PROPOSAL.c.document_id == document, PROPOSAL.c.action_id.in_(select(_action.c.id).where(_action.c.document_id == document)))
    rows = step.connection.execute(select(PROPOSAL).where(of_document, PROPOSAL.c.state == "open")).mappings().all()
    gone = [row for row in rows if (row["action_id"], row["key"]) not in wanted]
    if gone:
        step.connection.execute(delete(PROPOSAL).where(PROPOSAL.c.id.in_([row["id"] for row in gone])))
        mark_returned(step, {row["action_id"] for row in gone})


def _returned_row(connection: Connection, card: RowMapping, item: _Treated, why: tuple[str, float]) -> dict[str, Any]:
    query = (
        select(_decision.c.start, _decision.c.end, _decision.c.outcome, _document.c.text, _document.c.source, _document.c.meeting)
        .join(_item, _item.c.id == _decision.c.item_id)
        .join(_document, _document.c.id == _item.c.document_id)
        .where(_item.c.document_id == item.document, _item.c.number == item.number, _decision.c.own == 1, _decision.c.day == item.day)
        .order_by(_decision.c.position.desc())
    )
    decision = connection.execute(query).first()
    assert decision is not None
    text = " ".join(decision.text[decision.start : decision.end].split())
    from tracker.store.mapping import meeting_from

    return {
        "action_id": card["id"],
        "key": f"returned:{item.document}:{item.number}",
        "kind": "returned",
        "why": why[0],
        "evidence": text[:_EVIDENCE],
        "forum": meeting_from(decision.meeting).forum,
        "meeting_date": item.day,
        "item": item.number,
        "item_title": item.title,
        "outcome": decision.outcome,
        "source": decision.source,
        "document_id": item.document,
        "other_id": None,
        "state": "open",
        "score": why[1],
    }


def _twin_row(late: RowMapping, early: RowMapping, score: float) -> dict[str, Any]:
    return {
        "action_id": late["id"],
        "key": f"duplicate:{early['id']}",
        "kind": "duplicate",
        "why": "words",
        "evidence": early["quote"][:_EVIDENCE],
        "forum": early["forum"],
        "meeting_date": early["meeting_date"],
        "item": early["item"],
        "item_title": early["item_title"],
        "outcome": None,
        "source": early["source"],
        "document_id": early["document_id"],
        "other_id": early["id"],
        "state": "open",
        "score": score,
    }


def mark_returned(step: OpenStep, ids: Iterable[int]) -> None:
    """Keep the cards' mark "came back" in step with their undecided proposals; screens notice by the revision."""
    for part in slices(ids):
        query = select(PROPOSAL.c.action_id).where(PROPOSAL.c.action_id.in_(part), PROPOSAL.c.state == "open", PROPOSAL.c.kind == "returned")
        yes = set(step.connection.execute(query.distinct()).scalars())
        for flag, which in ((1, yes), (0, set(part) - yes)):
            if which:
                step.connection.execute(update(_action).where(_action.c.id.in_(which)).values(returned=flag, revision=step.id))


def listing(connection: Connection, *, state: str | None = "open", action: int | None = None, kind: str | None = None) -> tuple[Proposal, ...]:
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
    from tracker.store.tables import MeetingRow

    meeting: Table = MeetingRow.__table__  # type: ignore[attr-defined]
    met = select(meeting.c.id).where(meeting.c.forum_key == _action.c.forum_key, meeting.c.held == 1, meeting.c.day >= _action.c.due)
    query = select(_action.c.id).where(
        _action.c.active == 1,
        _action.c.kind.in_(["deferral", "status"]),
        _action.c.due_sort < today,
        _action.c.returned == 0,
        met.exists(),
    )
    return list(connection.execute(query.order_by(_action.c.due_sort, _action.c.id)).scalars())
