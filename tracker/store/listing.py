"""Named queries of lists: pages by key, the page around a card, counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, func, select
from sqlalchemy.engine import RowMapping

from tracker.domain.followup import ActionItem
from tracker.domain.query import Key, Query, Sort
from tracker.store import filters
from tracker.store.cards import ACTION
from tracker.store.mapping import CARD, action_from

_LISTED = [ACTION.c[name] for name in CARD]


def page(
    connection: Connection,
    query: Query,
    sort: Sort,
    *,
    descending: bool = False,
    after: Key | None = None,
    before: Key | None = None,
    last: bool = False,
    limit: int = 200,
) -> tuple[list[ActionItem], list[Key], bool]:
    """Up to `limit` cards after (or before) a key, in order, with the key of each; and whether there is more that way.

    `last` gives the end of the list instead of its beginning.
    """
    backwards = before is not None or last
    turned = descending != backwards
    statement = select(*_LISTED, filters.SORTS[sort].label("sort_value")).where(filters.where(connection, query))
    bound = before if before is not None else after
    if bound is not None:
        statement = statement.where(filters.after_key(sort, bound, descending=turned))
    statement = statement.order_by(*filters.order(sort, descending=turned)).limit(limit + 1)
    rows: Sequence[RowMapping] = connection.execute(statement).mappings().all()
    more = len(rows) > limit
    rows = rows[:limit]
    if backwards:
        rows = rows[::-1]
    return [action_from(row) for row in rows], [filters.key_of(sort, row) for row in rows], more


def key_for(connection: Connection, id_: int, sort: Sort) -> Key | None:
    """The key a card has in an order; None when there is no such card."""
    row = connection.execute(select(ACTION.c.id, filters.SORTS[sort].label("sort_value")).where(ACTION.c.id == id_)).mappings().first()
    return filters.key_of(sort, row) if row else None


def count(connection: Connection, query: Query) -> int:
    """How many cards are meant."""
    return int(
        connection.execute(select(func.count()).select_from(ACTION).where(filters.where(connection, query, walk=False))).scalar_one()
    )


def count_before(connection: Connection, query: Query, sort: Sort, key: Key, *, descending: bool) -> int:
    """How many cards stand before a key in the order."""
    clause = filters.after_key(sort, key, descending=not descending)
    return int(
        connection.execute(
            select(func.count()).select_from(ACTION).where(filters.where(connection, query, walk=False), clause)
        ).scalar_one()
    )


def counts(connection: Connection, queries: Iterable[Query]) -> list[int]:
    """How many cards each query means, in one statement."""
    parts = [select(func.count()).select_from(ACTION).where(filters.where(connection, q, walk=False)).scalar_subquery() for q in queries]
    return [int(n) for n in connection.execute(select(*parts)).one()] if parts else []


def ids(connection: Connection, query: Query, sort: Sort, *, descending: bool = False) -> list[int]:
    """The ids of all cards meant, in order: for selecting all, or for a scroll bar."""
    statement = (
        select(ACTION.c.id).where(filters.where(connection, query, walk=False)).order_by(*filters.order(sort, descending=descending))
    )
    return list(connection.execute(statement).scalars())


def every(connection: Connection, query: Query, sort: Sort, *, descending: bool = False) -> Iterator[ActionItem]:
    """All cards meant, in order, read in one go."""
    statement = select(*_LISTED).where(filters.where(connection, query, walk=False)).order_by(*filters.order(sort, descending=descending))
    for row in connection.execute(statement).mappings():
        yield action_from(row)


def changed_since(connection: Connection, revision: int, limit: int) -> list[int]:
    """Ids of cards touched after a revision, oldest first."""
    statement = select(ACTION.c.id).where(ACTION.c.revision > revision).order_by(ACTION.c.revision, ACTION.c.id).limit(limit)
    return list(connection.execute(statement).scalars())
