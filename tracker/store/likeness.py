"""Which items and cards are about the same matter, and which cards are the same promise. Statements are built once: building one
takes longer than running it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, Table, and_, bindparam, or_, select
from sqlalchemy.engine import RowMapping

from tracker.domain.minutes import Minutes
from tracker.store.folding import key, words
from tracker.store.matters import alike, matter
from tracker.store.tables import ActionRow, DecisionRow, ItemRow

_item: Table = ItemRow.__table__  # type: ignore[attr-defined]
_decision: Table = DecisionRow.__table__  # type: ignore[attr-defined]
_action: Table = ActionRow.__table__  # type: ignore[attr-defined]

REACH = timedelta(days=730)
"""How long after a decision its matter may come back."""
TWIN_REACH = timedelta(days=400)
"""How far apart two cards may be made and still be one promise."""
TITLE_ALIKE = 0.6
WORDS_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Treated:
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


def _treated(connection: Connection, statement: Select[Any], values: dict[str, Any]) -> list[Treated]:
    return [Treated(*row) for row in connection.execute(statement, values)]


def _why(card: RowMapping, item: Treated) -> tuple[str, float] | None:
    """Why an item is the card's matter, and how surely."""
    if card["case_key"] and card["case_key"] == item.case_key:
        return "case", 1.0
    if card["case_key"] and item.case_key:
        return None
    if card["forum_key"] != item.forum_key or not item.title_word or card["title_word"] != item.title_word:
        return None
    share = alike(card["title_key"], item.title_key)
    return ("title", round(share, 3)) if share >= TITLE_ALIKE else None


def _later(card: RowMapping, item: Treated) -> bool:
    since = card["decision_date"]
    return since is not None and card["document_id"] != item.document and since < item.day <= since + REACH


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


def _matter_of(rows: Iterable[tuple[str | None, str, str]]) -> dict[str, list[str]]:
    """Case numbers, telling words and forums of items or cards, as the statements take them."""
    held = list(rows)
    return {
        "cases": sorted({case for case, _, _ in held if case}),
        "telling": sorted({word for _, word, _ in held if word}),
        "forums": sorted({forum for _, _, forum in held}),
    }


def cards_of(connection: Connection, document: int) -> Sequence[RowMapping]:
    """The open cards of a referat, as they are compared."""
    return connection.execute(_CARDS_OF, {"document": document}).mappings().all()


def treated(document: int, minutes: Minutes) -> list[Treated]:
    """The items of a referat that it decided on, as they are stored: `_TREATED` without asking the database for what was just written."""
    day = minutes.meeting.date
    if day is None:
        return []
    forum_key = key(minutes.meeting.forum or "")
    return [
        Treated(document, i.number, i.title, *matter(i.title), key(i.case_number) if i.case_number else None, forum_key, day)
        for i in minutes.items
        if any(d.own and d.date == day for d in i.decisions)
    ]


def of_items(connection: Connection, items: Sequence[Treated]) -> list[tuple[RowMapping, Treated, tuple[str, float]]]:
    """Older cards whose matter these items of one referat are, with why."""
    sought = _matter_of((i.case_key, i.title_word, i.forum_key) for i in items)
    if not sought["cases"] and not sought["telling"]:
        return []
    day = items[0].day
    return _pairs(connection.execute(_OLDER_CARDS, sought | {"day": day, "since": day - REACH}).mappings().all(), items)


def _matter_of_cards(cards: Sequence[RowMapping]) -> dict[str, list[str]]:
    return _matter_of((c["case_key"], c["title_word"], c["forum_key"]) for c in cards)


def of_cards(connection: Connection, cards: Sequence[RowMapping]) -> list[tuple[RowMapping, Treated, tuple[str, float]]]:
    """Later items that are the matter of these cards, with why."""
    sought = _matter_of_cards(cards)
    if not sought["cases"] and not sought["telling"]:
        return []
    days = [c["decision_date"] for c in cards]
    return _pairs(cards, _treated(connection, _LATER_ITEMS, sought | {"first": min(days), "last": max(days) + REACH}))


def _pairs(cards: Sequence[RowMapping], items: Sequence[Treated]) -> list[tuple[RowMapping, Treated, tuple[str, float]]]:
    return [(card, item, why) for card in cards for item in items if _later(card, item) and (why := _why(card, item))]


def twins(
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
    same = (one["case_key"] and one["case_key"] == other["case_key"]) or alike(one["title_key"], other["title_key"]) >= TITLE_ALIKE
    return round(share, 3) if same else 0.0
