"""Named queries of proposals: matters that came back, and promises made twice.

A card's matter came back when a later meeting (within `REACH`) decided on an item with the same case number, or in the same forum
with an alike title. Two cards are the same promise when forum and wording are alike, or matter and wording nearly so.
Only open cards outside history are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, Table, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.engine import RowMapping

from tracker.domain.tracking import Proposal
from tracker.store import actions
from tracker.store.bulk import insert_rows, slices
from tracker.store.folding import words
from tracker.store.mapping import proposal_from
from tracker.store.matters import alike
from tracker.store.steps import OpenStep
from tracker.store.tables import ActionRow, DecisionRow, DocumentRow, ItemRow, MeetingRow, ProposalRow

PROPOSAL: Table = ProposalRow.__table__  # type: ignore[attr-defined]
_item: Table = ItemRow.__table__  # type: ignore[attr-defined]
_decision: Table = DecisionRow.__table__  # type: ignore[attr-defined]
_document: Table = DocumentRow.__table__  # type: ignore[attr-defined]
_action: Table = ActionRow.__table__  # type: ignore[attr-defined]
_meeting: Table = MeetingRow.__table__  # type: ignore[attr-defined]

REACH = timedelta(days=730)
"""How long after a decision its matter may come back."""
TWIN_REACH = timedelta(days=400)
"""How far apart two cards may be made and still be one promise."""
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


_DECIDED = (
    select(_decision.c.item_id).where(_decision.c.item_id == _item.c.id, _decision.c.own == 1, _decision.c.day == _item.c.day).exists()
)
_TREATED = select(
    *(_item.c[name] for name in ("document_id", "number", "title", "title_key", "title_word", "case_key", "forum_key", "day"))
).where(_item.c.day.is_not(None), _DECIDED)


def _treated(connection: Connection, statement: Select[Any], values: dict[str, Any]) -> list[_Treated]:
    return [_Treated(*row) for row in connection.execute(statement, values)]


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


def refresh(step: OpenStep, document: int, *, known: bool) -> None:
    """Bring the proposals that concern a referat up to what it now says: its items for older cards, its cards for later items.

    `known` says that the referat was stored before: then proposals it no longer supports are taken back.
    """
    connection = step.connection
    cards = _cards_of(connection, document)
    pairs = _of_items(connection, document) + _of_cards(connection, cards)
    wanted = {(card["id"], f"returned:{item.document}:{item.number}"): (card, item, why) for card, item, why in pairs}
    twins = _twins(connection, document, cards)
    if known:
        _drop_unsupported(step, document, set(wanted) | set(twins))
    have = _have(connection, {action for action, _ in (*wanted, *twins)})
    rows = _returned_rows(connection, [wanted[k] for k in wanted if k not in have])
    rows += [_twin_row(*twins[k]) for k in twins if k not in have]
    insert_rows(connection, PROPOSAL, rows)
    mark_returned(step, {row["action_id"] for row in rows})


_COMPARED = [
    _action.c[name]
    for name in (
        "id",
        "document_id",
        "case_key",
        "forum_key",
        "title_key",
        "title_word",
        "decision_date",
        "meeting_date",
        "kind",
        "quote_key",
    )
] + [_action.c[name] for name in ("quote", "forum", "item", "item_title", "source", "start", "active")]
"""What cards are compared by: whole rows are several times as large."""


def _some(name: str) -> BindParameter[Any]:
    return bindparam(name, expanding=True)


def _same_matter(table: Table) -> ColumnElement[bool]:
    """Rows that may be about the same matter: an index finds them by either half."""
    return or_(table.c.case_key.in_(_some("cases")), and_(table.c.title_word.in_(_some("telling")), table.c.forum_key.in_(_some("forums"))))


_ACTIVE = _action.c.active == 1
_CARDS_OF = select(*_COMPARED).where(_action.c.document_id == bindparam("document"), _ACTIVE, _action.c.decision_date.is_not(None))
_ITEMS_OF = _TREATED.where(_item.c.document_id == bindparam("document"))
_OLDER_CARDS = select(*_COMPARED).where(
    _same_matter(_action), _ACTIVE, _action.c.decision_date < bindparam("day"), _action.c.decision_date >= bindparam("since")
)
_LATER_ITEMS = _TREATED.where(_same_matter(_item), _item.c.day > bindparam("first"), _item.c.day <= bindparam("last"))
_LIKE_CARDS = select(*_COMPARED).where(
    or_(_action.c.quote_key.in_(_some("quotes")), _same_matter(_action)),
    _ACTIVE,
    _action.c.document_id.is_not(None),
    _action.c.document_id != bindparam("document"),
    _action.c.decision_date.between(bindparam("first"), bindparam("last")),
)
"""Statements are built once: building one takes longer than running it."""


def _matter_of(rows: Iterable[tuple[str | None, str, str]]) -> dict[str, list[str]]:
    """Case numbers, telling words and forums of items or cards, as the statements take them."""
    held = list(rows)
    return {
        "cases": sorted({case for case, _, _ in held if case}),
        "telling": sorted({word for _, word, _ in held if word}),
        "forums": sorted({forum for _, _, forum in held}),
    }


def _cards_of(connection: Connection, document: int) -> Sequence[RowMapping]:
    return connection.execute(_CARDS_OF, {"document": document}).mappings().all()


def _of_items(connection: Connection, document: int) -> list[tuple[RowMapping, _Treated, tuple[str, float]]]:
    items = _treated(connection, _ITEMS_OF, {"document": document})
    matter = _matter_of((i.case_key, i.title_word, i.forum_key) for i in items)
    if not matter["cases"] and not matter["telling"]:
        return []
    day = items[0].day
    return _pairs(connection.execute(_OLDER_CARDS, matter | {"day": day, "since": day - REACH}).mappings().all(), items)


def _matter_of_cards(cards: Sequence[RowMapping]) -> dict[str, list[str]]:
    return _matter_of((c["case_key"], c["title_word"], c["forum_key"]) for c in cards)


def _of_cards(connection: Connection, cards: Sequence[RowMapping]) -> list[tuple[RowMapping, _Treated, tuple[str, float]]]:
    matter = _matter_of_cards(cards)
    if not matter["cases"] and not matter["telling"]:
        return []
    days = [c["decision_date"] for c in cards]
    return _pairs(cards, _treated(connection, _LATER_ITEMS, matter | {"first": min(days), "last": max(days) + REACH}))


def _pairs(cards: Sequence[RowMapping], items: Sequence[_Treated]) -> list[tuple[RowMapping, _Treated, tuple[str, float]]]:
    return [(card, item, why) for card in cards for item in items if _later(card, item) and (why := _why(card, item))]


def _twins(
    connection: Connection, document: int, cards: Sequence[RowMapping]
) -> dict[tuple[int, str], tuple[RowMapping, RowMapping, float]]:
    """Pairs of cards that promise the same: the later one is proposed to be merged into the earlier."""
    if not cards:
        return {}
    days = [c["decision_date"] for c in cards]
    values = _matter_of_cards(cards) | {"quotes": sorted({c["quote_key"] for c in cards}), "document": document}
    values |= {"first": min(days) - TWIN_REACH, "last": max(days) + TWIN_REACH}
    others = connection.execute(_LIKE_CARDS, values).mappings().all()
    said = {c["id"]: frozenset(words(c["quote"])) for c in (*cards, *others)} if others else {}
    found = {}
    for card in cards:
        for other in others:
            score = _same_promise(card, other, said)
            if score:
                early, late = sorted((card, other), key=_age)
                found[late["id"], f"duplicate:{early['id']}"] = (late, early, score)
    return found


def _age(card: RowMapping) -> tuple[Any, ...]:
    return (card["meeting_date"] or date.max, card["decision_date"], card["source"], card["start"] or 0)


def _same_promise(one: RowMapping, other: RowMapping, said: Mapping[int, frozenset[str]]) -> float:
    """How surely two cards are one promise; 0 when they are not taken to be."""
    if one["forum_key"] != other["forum_key"] or one["kind"] != other["kind"]:
        return 0.0
    mine, theirs = said[one["id"]], said[other["id"]]
    if one["quote_key"] == other["quote_key"] and len(mine) >= 4:
        return 1.0
    share = len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0
    if share < WORDS_ALIKE:
        return 0.0
    matter = (one["case_key"] and one["case_key"] == other["case_key"]) or alike(one["title_key"], other["title_key"]) >= TITLE_ALIKE
    return round(share, 3) if matter else 0.0


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


def _returned_rows(connection: Connection, found: Sequence[tuple[RowMapping, _Treated, tuple[str, float]]]) -> list[dict[str, Any]]:
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
