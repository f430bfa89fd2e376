"""Named queries of the directory as people see and edit it: parties with their cards, aliases, groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, Table, case, delete, func, insert, select, union, update

from tracker.domain.party import Party, PartyKind
from tracker.domain.tracking import StoredParty
from tracker.store import actions, directory
from tracker.store.folding import key
from tracker.store.steps import OpenStep
from tracker.store.tables import ActionPartyRow, ActionRow, AliasRow, ChangeRow, KnownFormRow, MembershipRow, PartyRow, TickRow

_party: Table = PartyRow.__table__  # type: ignore[attr-defined]
_alias: Table = AliasRow.__table__  # type: ignore[attr-defined]
_member: Table = MembershipRow.__table__  # type: ignore[attr-defined]
_link: Table = ActionPartyRow.__table__  # type: ignore[attr-defined]
_action: Table = ActionRow.__table__  # type: ignore[attr-defined]
_change: Table = ChangeRow.__table__  # type: ignore[attr-defined]
_tick: Table = TickRow.__table__  # type: ignore[attr-defined]
_known: Table = KnownFormRow.__table__  # type: ignore[attr-defined]


def listing(connection: Connection, today: date, ids: Iterable[int] | None = None) -> tuple[StoredParty, ...]:
    """Parties with the cards they answer for, most open cards first. "In time" is closed on or before the day, by the closing change."""
    answers = select(_link.c.party_id.label("owner"), _link.c.action_id).where(_link.c.role == "responsible").distinct()
    if ids is not None:
        answers = answers.where(_link.c.party_id.in_(list(ids)))
    counted = _counted(connection, today, answers)
    query = select(_party) if ids is None else select(_party).where(_party.c.id.in_(list(ids)))
    return _stored(connection, query, counted)


def departments(connection: Connection, today: date) -> tuple[StoredParty, ...]:
    """Departments with the cards they or people who belong to them answer for, each card once; most open cards first."""
    department = _party.c.kind == PartyKind.DEPARTMENT.value
    own = select(_party.c.id.label("owner"), _link.c.action_id).join(_link, _link.c.party_id == _party.c.id)
    members = (
        select(_party.c.id.label("owner"), _link.c.action_id)
        .join(_member, _member.c.group_id == _party.c.id)
        .join(_link, _link.c.party_id == _member.c.member_id)
    )
    answers = union(*(q.where(department, _link.c.role == "responsible") for q in (own, members)))
    return _stored(connection, select(_party).where(department), _counted(connection, today, answers))


def _counted(connection: Connection, today: date, answers: Select[Any] | CompoundSelect[Any]) -> dict[int, Any]:
    """The numbers of each owner; `answers` are (owner, action_id), each pair once."""
    closed = (
        select(_change.c.action_id, func.max(_change.c.step_id).label("step"))
        .where(_change.c.what == "status", _change.c.new == "done")
        .group_by(_change.c.action_id)
        .subquery()
    )
    from tracker.store.tables import StepRow

    step: Table = StepRow.__table__  # type: ignore[attr-defined]
    owned = answers.subquery()
    done = _action.c.status == "done"
    dated = done & _action.c.due.is_not(None)
    in_time = dated & (func.substr(step.c.moment, 1, 10) <= func.substr(_as_text(connection), 1, 10))
    numbers = (
        select(
            owned.c.owner,
            func.sum(_action.c.active).label("open"),
            func.sum(case(((_action.c.active == 1) & (_action.c.due_sort < today), 1), else_=0)).label("overdue"),
            func.sum(case((done, 1), else_=0)).label("done"),
            func.sum(case((in_time, 1), else_=0)).label("in_time"),
            func.sum(case((dated, 1), else_=0)).label("dated"),
        )
        .join(_action, _action.c.id == owned.c.action_id)
        .join(closed, closed.c.action_id == _action.c.id, isouter=True)
        .join(step, step.c.id == closed.c.step, isouter=True)
        .group_by(owned.c.owner)
    )
    return {row.owner: row for row in connection.execute(numbers)}


def _stored(connection: Connection, query: Select[Any], counted: Mapping[int, Any]) -> tuple[StoredParty, ...]:
    """The parties a query means, with their numbers."""
    aliases, groups = _aliases(connection), _groups(connection)
    found = []
    for row in connection.execute(query):
        party = Party(row.name, PartyKind(row.kind), tuple(aliases.get(row.id, ())), tuple(groups.get(row.id, ())))
        n = counted.get(row.id)
        numbers = (n.open, n.overdue, n.done, n.in_time, n.dated) if n else ()
        found.append(StoredParty(row.id, party, *map(int, numbers)))
    return tuple(sorted(found, key=lambda p: (-p.open_actions, -p.done, p.party.name)))


def _as_text(connection: Connection) -> object:
    """A day as text, to be compared with moments."""
    from sqlalchemy import String, cast

    return cast(_action.c.due_sort, String) if connection.dialect.name != "sqlite" else _action.c.due_sort


def _aliases(connection: Connection) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for party, name in connection.execute(select(_alias.c.party_id, _alias.c.name).order_by(_alias.c.name)):
        found.setdefault(party, []).append(name)
    learnt = select(_party.c.id, _known.c.form).join(_known, _known.c.party_key == _party.c.key).where(_known.c.form != _party.c.key)
    for party, form in connection.execute(learnt.distinct().order_by(_known.c.form)):
        if form not in map(key, found.setdefault(party, [])):
            found[party].append(form)
    return found


def _groups(connection: Connection) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    query = select(_member.c.group_id, _party.c.name).join(_party, _party.c.id == _member.c.member_id).order_by(_party.c.name)
    for group, name in connection.execute(query.distinct()):
        found.setdefault(group, []).append(name)
    return found


def party_id(connection: Connection, name: str) -> int | None:
    """The party of exactly that name or alias."""
    wanted = key(name)
    found = connection.execute(select(_party.c.id).where(_party.c.key == wanted)).scalar()
    return found if found is not None else connection.execute(select(_alias.c.party_id).where(_alias.c.key == wanted)).scalar()


def name_of(connection: Connection, id_: int) -> str:
    """A party's name."""
    return str(connection.execute(select(_party.c.name).where(_party.c.id == id_)).scalar_one())


def ensure(connection: Connection, name: str, kind: PartyKind = PartyKind.UNKNOWN) -> int:
    """The party of that name, made where there is none."""
    found = party_id(connection, name)
    if found is not None:
        if kind is not PartyKind.UNKNOWN:
            connection.execute(update(_party).where(_party.c.id == found).values(kind=str(kind), entered=1))
        return found
    return directory.party_ids(connection, [directory.Known(name, key(name), str(kind))], entered=True)[key(name)]


def ensure_group(connection: Connection, name: str) -> int:
    """As `ensure`, for somebody who has members: a group, unless it is known as a department or a body, which have members too."""
    found = party_id(connection, name)
    kind = connection.execute(select(_party.c.kind).where(_party.c.id == found)).scalar() if found is not None else None
    keep = kind in (PartyKind.DEPARTMENT.value, PartyKind.BODY.value)
    return ensure(connection, name, PartyKind(str(kind)) if keep else PartyKind.GROUP)


def add_alias(step: OpenStep, party: int, alias: str) -> None:
    """Another way of writing a party; cards so written are joined with it. A party of that name is merged into this one."""
    connection = step.connection
    wanted = key(alias)
    other = connection.execute(select(_party.c.id).where(_party.c.key == wanted)).scalar()
    if other is not None and other != party:
        take_over(connection, other, party)
    connection.execute(delete(_alias).where(_alias.c.key == wanted))
    connection.execute(insert(_alias).values(key=wanted, name=alias, party_id=party))
    actions.rejoin(step, directory.written_so(connection, None, [wanted]))


def remove_alias(step: OpenStep, alias: str) -> bool:
    """Cards so written stand for themselves again; False when there is no such alias."""
    gone = step.connection.execute(delete(_alias).where(_alias.c.key == key(alias))).rowcount
    actions.rejoin(step, directory.written_so(step.connection, None, [key(alias)]))
    return gone > 0


def take_over(connection: Connection, other: int, party: int) -> None:
    """Everything that pointed at one party points at another; the first is gone."""
    connection.execute(update(_link).where(_link.c.party_id == other).values(party_id=party))
    connection.execute(update(_alias).where(_alias.c.party_id == other).values(party_id=party))
    ticked = select(_tick.c.action_id).where(_tick.c.party_id == party).scalar_subquery()
    connection.execute(delete(_tick).where(_tick.c.party_id == other, _tick.c.action_id.in_(ticked)))
    connection.execute(update(_tick).where(_tick.c.party_id == other).values(party_id=party))
    for row in connection.execute(select(_member).where((_member.c.member_id == other) | (_member.c.group_id == other))).all():
        group, member = (party if row.group_id == other else row.group_id), (party if row.member_id == other else row.member_id)
        same = (_member.c.group_id == group, _member.c.member_id == member, _member.c.forum_key == row.forum_key)
        if group != member and connection.execute(select(_member).where(*same)).first() is None:
            connection.execute(insert(_member).values(group_id=group, member_id=member, forum_key=row.forum_key, found=row.found))
    connection.execute(delete(_party).where(_party.c.id == other))


def rename(step: OpenStep, party: int, name: str) -> None:
    """A new name; the old one becomes an alias, so that cards and later minutes still find the party (and a feed keeps its address)."""
    connection = step.connection
    old = name_of(connection, party)
    taken = connection.execute(select(_party.c.id).where(_party.c.key == key(name), _party.c.id != party)).scalar()
    if taken is not None:
        take_over(connection, taken, party)
    connection.execute(delete(_alias).where(_alias.c.key == key(name)))
    connection.execute(update(_party).where(_party.c.id == party).values(name=name, key=key(name), entered=1))
    if key(old) != key(name):
        add_alias(step, party, old)
    touched = step.connection.execute(select(_link.c.action_id).where(_link.c.party_id == party)).scalars().all()
    actions.rejoin(step, touched)


def set_members(connection: Connection, group: int, members: Iterable[int], forum_key: str, *, found: bool) -> None:
    """Members of a group, from now on these."""
    where = (_member.c.group_id == group, _member.c.forum_key == forum_key, _member.c.found == int(found))
    connection.execute(delete(_member).where(*where))
    have = set(
        connection.execute(select(_member.c.member_id).where(_member.c.group_id == group, _member.c.forum_key == forum_key)).scalars()
    )
    rows = [
        {"group_id": group, "member_id": m, "forum_key": forum_key, "found": int(found)}
        for m in dict.fromkeys(members)
        if m != group and m not in have
    ]
    if rows:
        connection.execute(insert(_member), rows)


def change_member(connection: Connection, group: int, member: int, forum_key: str, *, add: bool) -> None:
    """One member of a group more, or less."""
    where = (_member.c.group_id == group, _member.c.member_id == member, _member.c.forum_key == forum_key)
    connection.execute(delete(_member).where(*where))
    if add:
        connection.execute(insert(_member).values(group_id=group, member_id=member, forum_key=forum_key, found=0))
