"""Named queries of ticks: each member's part of a promise made by a group."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from tracker.domain.tracking import Tick
from tracker.store import actions, directory
from tracker.store.folding import key
from tracker.store.mapping import Row
from tracker.store.steps import OpenStep
from tracker.store.tables import ActionPartyRow, ActionRow, TickRow
from tracker.store.texts import moment_from

_tick = TickRow.__table__  # type: ignore[attr-defined]
_link = ActionPartyRow.__table__  # type: ignore[attr-defined]
_action = ActionRow.__table__  # type: ignore[attr-defined]


def members(connection: Connection, action: int) -> list[tuple[int, str]]:
    """Everyone who is to tick a card: the members of each responsible group."""
    query = (
        select(_link.c.party_id, _action.c.forum_key)
        .join(_action, _action.c.id == _link.c.action_id)
        .where(_link.c.action_id == action, _link.c.role == "responsible")
        .order_by(_link.c.position)
    )
    found: dict[int, str] = {}
    for group, forum in connection.execute(query).all():
        found |= dict(directory.members_of(connection, group, forum))
    return list(found.items())


def of_action(connection: Connection, action: int) -> tuple[Tick, ...]:
    """The members with their parts."""
    ticked = {row.party_id: row for row in connection.execute(select(_tick).where(_tick.c.action_id == action))}
    found = []
    for id_, name in members(connection, action):
        row = ticked.get(id_)
        found.append(Tick(name, True, row.who, moment_from(row.moment)) if row else Tick(name, False))
    return tuple(found)


def put(step: OpenStep, row: Row, member: str, *, done: bool) -> str | None:
    """Tick a member's part on or off; returns the member's name, None when there is no such member."""
    connection = step.connection
    wanted = set(directory.matching_parties(connection, member))
    among = [(id_, name) for id_, name in members(connection, row["id"]) if id_ in wanted]
    exact = [(id_, name) for id_, name in among if key(name) == key(member)]
    if len(exact or among) != 1:
        return None
    id_, name = (exact or among)[0]
    ticked = connection.execute(select(_tick).where(_tick.c.action_id == row["id"], _tick.c.party_id == id_)).first() is not None
    if ticked != done:
        set_tick(step, row, id_, name, done=done)
    return name


def set_tick(step: OpenStep, row: Row, party: int, name: str, *, done: bool) -> None:
    """Write or take away one tick, with history."""
    connection = step.connection
    if done:
        connection.execute(insert(_tick).values(action_id=row["id"], party_id=party, who=step.who, moment=step.moment))
    else:
        connection.execute(delete(_tick).where(_tick.c.action_id == row["id"], _tick.c.party_id == party))
    actions.touch(step, row)
    actions.record(step, row["id"], "tick", None if done else name, name if done else None)
