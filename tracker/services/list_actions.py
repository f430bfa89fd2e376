"""Use case: lists of action items, in pages by key, with saved views and their counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem, Status
from tracker.domain.query import Condition, Field, Key, Operator, Query, Sort
from tracker.errors import NotFound
from tracker.locale import _

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace

OPEN = Query((Condition(Field.STATUS, (Status.OPEN, Status.REVIEW)), Condition(Field.HISTORY, (False,))))
"""What somebody still has to act on: open or to be reviewed, and no history."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some cards of a list, in order, with the key of each. Hand `keys[-1]` back as `after=`, `keys[0]` as `before=`."""

    items: tuple[ActionItem, ...]
    keys: tuple[Key, ...]
    more_before: bool
    more_after: bool


def page(
    workspace: Workspace,
    query: Query = OPEN,
    sort: Sort = Sort.DUE,
    *,
    descending: bool = False,
    after: Key | None = None,
    before: Key | None = None,
    last: bool = False,
    limit: int = 200,
) -> Page:
    """The first `limit` cards, those after or before a key, or the `last` ones."""
    from tracker.store import listing

    with workspace.database.read() as connection:
        items, keys, more = listing.page(connection, query, sort, descending=descending, after=after, before=before, last=last, limit=limit)
    backwards = before is not None or last
    return Page(tuple(items), tuple(keys), more if backwards else after is not None, more if not backwards else not last)


def around(
    workspace: Workspace, id_: int, query: Query = OPEN, sort: Sort = Sort.DUE, *, descending: bool = False, limit: int = 200
) -> Page:
    """A page with the card in its middle: after a change of order, or of the database, the place is kept.

    A card that is no longer meant by the query still gives the cards around its place. Raises NotFound when there is no such card.
    """
    from tracker.store import listing

    with workspace.database.read() as connection:
        key = listing.key_for(connection, id_, sort)
        if key is None:
            raise NotFound(what=_("action item"), id=id_)
        half = max(1, limit // 2)
        above, above_keys, before = listing.page(connection, query, sort, descending=descending, before=key, limit=half)
        here: Query = query & Query((Condition(Field.ID, (id_,)),))
        self_, self_keys, _more = listing.page(connection, here, sort, limit=1)
        below, below_keys, more = listing.page(connection, query, sort, descending=descending, after=key, limit=half)
    return Page((*above, *self_, *below), (*above_keys, *self_keys, *below_keys), before, more)


def position(workspace: Workspace, id_: int, query: Query = OPEN, sort: Sort = Sort.DUE, *, descending: bool = False) -> int:
    """How many cards of the list stand before this one."""
    from tracker.store import listing

    with workspace.database.read() as connection:
        key = listing.key_for(connection, id_, sort)
        if key is None:
            raise NotFound(what=_("action item"), id=id_)
        return listing.count_before(connection, query, sort, key, descending=descending)


def count(workspace: Workspace, query: Query = OPEN) -> int:
    """How many cards are meant."""
    from tracker.store import listing

    with workspace.database.read() as connection:
        return listing.count(connection, query)


def ids(workspace: Workspace, query: Query = OPEN, sort: Sort = Sort.DUE, *, descending: bool = False) -> list[int]:
    """The ids of all cards meant, in order ("select all"; about half a second for a million)."""
    from tracker.store import listing

    with workspace.database.read() as connection:
        return listing.ids(connection, query, sort, descending=descending)


def every(workspace: Workspace, query: Query = OPEN, sort: Sort = Sort.DUE, *, descending: bool = False) -> Iterator[ActionItem]:
    """All cards meant, in order: for reports, exports and feeds. The read transaction lasts until the iterator is done."""
    from tracker.store import listing

    with workspace.database.read() as connection:
        yield from listing.every(connection, query, sort, descending=descending)


def get(workspace: Workspace, id_: int) -> ActionItem:
    """One card. Raises NotFound."""
    found = get_many(workspace, [id_])
    if id_ not in found:
        raise NotFound(what=_("action item"), id=id_)
    return found[id_]


def get_many(workspace: Workspace, ids_: Iterable[int]) -> Mapping[int, ActionItem]:
    """Cards by id; those that are not there are left out."""
    from tracker.store import actions

    with workspace.database.read() as connection:
        return actions.get(connection, ids_)


@dataclass(frozen=True, slots=True)
class View:
    """A saved view of the dashboard: its name (stable, English), its query and its order."""

    name: str
    query: Query
    sort: Sort = Sort.DUE
    descending: bool = False


def _where(*conditions: Condition) -> Query:
    return OPEN & Query(conditions)


def views(workspace: Workspace) -> tuple[View, ...]:
    """The saved views, in the order they stand on the screen: all, mine, overdue, this_week, next_meeting, no_due, no_responsible,
    review, returned, done, history.

    `next_meeting` is bounded by the next known or estimated meeting of any forum; without one, by two weeks.
    """
    from tracker.services import meetings

    following = meetings.next_meeting(workspace)
    return views_on(workspace.today, workspace.user, following.date if following else None)


def views_on(today: date, user: str, following: date | None) -> tuple[View, ...]:
    """The saved views of a person on a day, with the day of the next meeting where one is known or estimated."""
    monday = today - timedelta(days=today.weekday())
    until = following or today + timedelta(days=14)
    due = Field.DUE
    return (
        View("all", OPEN),
        View("mine", _where(Condition(Field.RESPONSIBLE, (user,)))),
        View("overdue", _where(Condition(due, (today,), Operator.BELOW))),
        View(
            "this_week",
            _where(Condition(due, (monday,), Operator.AT_LEAST), Condition(due, (monday + timedelta(days=6),), Operator.AT_MOST)),
        ),
        View("next_meeting", _where(Condition(due, (until,), Operator.AT_MOST))),
        View("no_due", _where(Condition(due, operator=Operator.NONE))),
        View("no_responsible", _where(Condition(Field.RESPONSIBLE, operator=Operator.NONE))),
        View("review", Query((Condition(Field.STATUS, (Status.REVIEW,)), Condition(Field.HISTORY, (False,))))),
        View("returned", _where(Condition(Field.RETURNED, (True,)))),
        View("done", Query((Condition(Field.STATUS, (Status.DONE,)),)), Sort.CHANGED, descending=True),
        View("history", Query((Condition(Field.HISTORY, (True,)),)), Sort.ID, descending=True),
    )


def counts(workspace: Workspace, wanted: Iterable[View]) -> dict[str, int]:
    """How many cards each view holds, in one statement."""
    from tracker.store import listing

    held = tuple(wanted)
    with workspace.database.read() as connection:
        return dict(zip((v.name for v in held), listing.counts(connection, (v.query for v in held)), strict=True))
