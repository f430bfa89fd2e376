"""Named queries of the directory: parties, their aliases, groups and members, and how written names are joined with parties.

A written name is joined with a party of its forum's minutes when exactly one is known to be written so; a name of two bearers
stays as written. That depends on what is known, never on the order it was learnt in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, select, update

from tracker.domain.party import Party, PartyKind
from tracker.store.bulk import insert_rows, inserted, slices
from tracker.store.folding import begins, key
from tracker.store.mapping import Row
from tracker.store.tables import ActionPartyRow, ActionRow, AliasRow, KnownFormRow, MembershipRow, MentionRow, PartyRow
from tracker.store.texts import to_json

_party = PartyRow.__table__  # type: ignore[attr-defined]
_alias = AliasRow.__table__  # type: ignore[attr-defined]
_known = KnownFormRow.__table__  # type: ignore[attr-defined]
_mention = MentionRow.__table__  # type: ignore[attr-defined]
_member = MembershipRow.__table__  # type: ignore[attr-defined]
_action_party = ActionPartyRow.__table__  # type: ignore[attr-defined]
_action = ActionRow.__table__  # type: ignore[attr-defined]


_MENTIONED = select(_mention).where(_mention.c.document_id == bindparam("document"))
_LEARNT = select(_known.c.form, _known.c.party_key, _known.c.name).where(
    _known.c.forum_key == bindparam("forum"), _known.c.party_key.in_(bindparam("keys", expanding=True))
)
_ENTERED = (
    select(_alias.c.key, _party.c.name, _party.c.key, _party.c.kind)
    .join(_party, _party.c.id == _alias.c.party_id)
    .where(_alias.c.key.in_(bindparam("keys", expanding=True)))
)
_FORMS = select(_known.c.form, _known.c.party_key, _known.c.name, _known.c.kind).where(
    _known.c.forum_key == bindparam("forum"), _known.c.form.in_(bindparam("keys", expanding=True))
)
_PARTIES = select(_party.c.key, _party.c.id, _party.c.kind).where(_party.c.key.in_(bindparam("keys", expanding=True)))
_RENAMED = (
    select(_party.c.name, _party.c.key, _party.c.kind)
    .join(_alias, _alias.c.party_id == _party.c.id)
    .where(_alias.c.key == bindparam("key"))
)
_WRITTEN: Select[Any] = select(_action_party.c.action_id).where(_action_party.c.written_key.in_(bindparam("keys", expanding=True)))
_WRITTEN_IN_FORUM = _WRITTEN.join(_action, _action.c.id == _action_party.c.action_id).where(_action.c.forum_key == bindparam("forum"))
_ATTENDEES = (
    select(_mention.c.key, func.min(_mention.c.name))
    .where(_mention.c.forum_key == bindparam("forum"), _mention.c.attended == 1, _mention.c.kind == "person")
    .group_by(_mention.c.key)
)


@dataclass(frozen=True, slots=True)
class Known:
    """A party as a written name resolves to it."""

    name: str
    key: str
    kind: str


def forms(party: Party) -> set[str]:
    """The folded ways a party may be written: its name, its aliases, and the beginnings of a person's name ("Anne", "Anne Mette")."""
    found = {key(party.name), *(key(alias) for alias in party.aliases)}
    if party.kind is PartyKind.PERSON:
        parts = key(party.name).split(" ")
        found |= {" ".join(parts[:n]) for n in range(1, len(parts))}
    return {form for form in found if form}


def put_mentions(
    connection: Connection, document: int, forum_key: str, parties: Iterable[Party], attended: frozenset[str], *, known: bool = True
) -> set[str]:
    """Write which parties a referat names. Returns the forms whose meaning may have changed. `known`: it was stored before."""
    wanted = {key(p.name): p for p in parties if key(p.name)}
    rows = connection.execute(_MENTIONED, {"document": document}).mappings().all() if known else []
    before = {row["key"]: row for row in rows}
    columns = {k: _mention_row(document, forum_key, k, p, k in attended) for k, p in wanted.items()}
    same = {k for k, row in before.items() if dict(row) == columns.get(k)}
    gone = [row for k, row in before.items() if k not in same]
    connection.execute(delete(_mention).where(_mention.c.document_id == document, _mention.c.key.not_in(same))) if gone else None
    fresh = [k for k in wanted if k not in same]
    insert_rows(connection, _mention, [columns[k] for k in fresh])
    return _forget_forms(connection, gone) | _learn_forms(connection, forum_key, {k: wanted[k] for k in fresh})


def _mention_row(document: int, forum_key: str, key_: str, party: Party, attended: bool) -> dict[str, Any]:
    return {
        "document_id": document,
        "key": key_,
        "name": party.name,
        "kind": str(party.kind),
        "aliases": to_json(sorted(party.aliases)),
        "forum_key": forum_key,
        "attended": int(attended),
    }


def _learn_forms(connection: Connection, forum_key: str, parties: Mapping[str, Party]) -> set[str]:
    pairs = {(form, k): p for k, p in parties.items() for form in forms(p)}
    if not pairs:
        return set()
    have: dict[tuple[str, str], str] = {}
    for part in slices(parties):
        have |= {(form, k): name for form, k, name in connection.execute(_LEARNT, {"forum": forum_key, "keys": part})}
    new = {pair: p for pair, p in pairs.items() if pair not in have}
    rows = [{"forum_key": forum_key, "form": f, "party_key": k, "name": p.name, "kind": str(p.kind)} for (f, k), p in new.items()]
    insert_rows(connection, _known, rows)
    better = {k: p.name for (f, k), p in pairs.items() if (f, k) in have and p.name < have[f, k]}
    for k, name in better.items():
        connection.execute(update(_known).where(_known.c.forum_key == forum_key, _known.c.party_key == k).values(name=name))
    return {form for form, _ in new} | {form for form, k in pairs if k in better}


def _forget_forms(connection: Connection, gone: Iterable[Row]) -> set[str]:
    """Take back the forms no referat of the forum supports any more."""
    touched: set[str] = set()
    for row in gone:
        where = (_mention.c.forum_key == row["forum_key"], _mention.c.key == row["key"])
        left = connection.execute(select(_mention.c.name, _mention.c.kind, _mention.c.aliases).where(*where)).all()
        parties = [Party(name, PartyKind(kind), tuple(json.loads(aliases))) for name, kind, aliases in left]
        supported = {form for p in parties for form in forms(p)}
        mine = (_known.c.forum_key == row["forum_key"], _known.c.party_key == row["key"])
        have = set(connection.execute(select(_known.c.form).where(*mine)).scalars())
        dropped = have - supported
        if dropped:
            connection.execute(delete(_known).where(*mine, _known.c.form.in_(dropped)))
        touched |= have
    return touched


def resolve(connection: Connection, written: Iterable[str], forum_key: str) -> dict[str, Known]:
    """Who each written name is taken to be. Entered aliases come first, then what the forum's minutes know."""
    keys = {key(name): " ".join(name.split()) for name in written if key(name)}
    found: dict[str, Known] = {}
    entered: dict[str, Known] = {}
    candidates: dict[str, dict[str, Known]] = {}
    for part in slices(keys):
        for alias, name, party_key, kind in connection.execute(_ENTERED, {"keys": part}):
            entered[alias] = Known(name, party_key, kind)
        for form, party_key, name, kind in connection.execute(_FORMS, {"forum": forum_key, "keys": part}):
            candidates.setdefault(form, {})[party_key] = Known(name, party_key, kind)
    for written_key, name in keys.items():
        others = _fullest({k: v for k, v in candidates.get(written_key, {}).items() if k != written_key})
        own = candidates.get(written_key, {}).get(written_key)
        short = own is None or own.kind == PartyKind.PERSON
        if written_key in entered:
            found[written_key] = entered[written_key]
        elif short and len(others) == 1:
            found[written_key] = _renamed(connection, next(iter(others.values())))
        else:
            found[written_key] = Known(name, written_key, own.kind if own else str(PartyKind.UNKNOWN))
    return found


def _fullest(candidates: dict[str, Known]) -> dict[str, Known]:
    """Without those that are only the beginning of another's name: "Anne Mette" beside "Anne Mette Holme"."""
    return {k: v for k, v in candidates.items() if not any(other.startswith(k + " ") for other in candidates)}


def _renamed(connection: Connection, known: Known) -> Known:
    """A party a person has renamed or merged answers under its new name."""
    row = connection.execute(_RENAMED, {"key": known.key}).first()
    return Known(*row) if row else known


def party_ids(connection: Connection, known: Iterable[Known], *, entered: bool = False) -> dict[str, int]:
    """The id of each party by key, made where there is none; a kind learnt later fills in an unknown one."""
    wanted = {k.key: k for k in known if k.key}
    have: dict[str, tuple[int, str]] = {}
    for part in slices(wanted):
        have |= {k: (id_, kind) for k, id_, kind in connection.execute(_PARTIES, {"keys": part})}
    for party_key, party in wanted.items():
        if party_key not in have:
            values = {"name": party.name, "key": party_key, "kind": party.kind, "entered": int(entered)}
            id_ = inserted(connection, _party, values)
            have[party_key] = (id_, party.kind)
        elif have[party_key][1] == "unknown" != party.kind:
            connection.execute(update(_party).where(_party.c.key == party_key).values(kind=party.kind))
    return {party_key: id_ for party_key, (id_, _) in have.items()}


def written_of(connection: Connection, actions: Iterable[int]) -> dict[int, dict[str, list[str]]]:
    """The names as written on cards, by role, in order."""
    found: dict[int, dict[str, list[str]]] = {}
    columns = (_action_party.c.action_id, _action_party.c.role, _action_party.c.written)
    for part in slices(actions):
        query = select(*columns).where(_action_party.c.action_id.in_(part)).order_by(_action_party.c.action_id, _action_party.c.position)
        for action, role, written in connection.execute(query):
            found.setdefault(action, {}).setdefault(role, []).append(written)
    return found


def written_so(connection: Connection, forum_key: str | None, written_keys: Iterable[str]) -> list[int]:
    """The cards that carry one of these names as written; of one forum, or of all."""
    found: set[int] = set()
    query, values = (_WRITTEN, {}) if forum_key is None else (_WRITTEN_IN_FORUM, {"forum": forum_key})
    for part in slices(written_keys):
        found.update(connection.execute(query, {**values, "keys": part}).scalars())
    return sorted(found)


def matching_parties(connection: Connection, name: str, *, exact: bool = False) -> list[int]:
    """Ids of the parties a typed name means: its words begin words of the name, or it is an alias or a known form (initials)."""
    wanted = key(name)
    if not wanted:
        return []
    ids: set[int] = set()
    for id_, party_key in connection.execute(select(_party.c.id, _party.c.key)):
        if party_key == wanted or (not exact and begins(wanted, party_key)):
            ids.add(id_)
    ids.update(connection.execute(select(_alias.c.party_id).where(_alias.c.key == wanted)).scalars())
    known = select(_party.c.id).join(_known, _known.c.party_key == _party.c.key).where(_known.c.form == wanted)
    ids.update(connection.execute(known).scalars())
    return sorted(ids)


def groups_of(connection: Connection, members: Iterable[int]) -> list[tuple[int, str]]:
    """The groups these parties are members of, each with the forum that holds for ("" everywhere).

    Members learnt from attendance lists do not count in a group and forum whose members somebody has entered.
    """
    rows: list[Any] = []
    for part in slices(members):
        rows += connection.execute(select(_member).where(_member.c.member_id.in_(part))).all()
    entered_ = select(_member.c.group_id, _member.c.forum_key).where(
        _member.c.found == 0, _member.c.group_id.in_({r.group_id for r in rows})
    )
    entered = {(group, forum) for group, forum in connection.execute(entered_)} if rows else set()
    return sorted({(r.group_id, r.forum_key) for r in rows if not r.found or not entered & {(r.group_id, r.forum_key), (r.group_id, "")}})


def members_of(connection: Connection, group: int, forum_key: str) -> list[tuple[int, str]]:
    """The members of a group as (id, name), those entered by a person alone where there are any."""
    query = (
        select(_member.c.member_id, _party.c.name, _member.c.found)
        .join(_party, _party.c.id == _member.c.member_id)
        .where(_member.c.group_id == group, _member.c.forum_key.in_(["", forum_key]))
        .order_by(_party.c.name)
    )
    rows = connection.execute(query).all()
    entered = [r for r in rows if not r.found]
    return list(dict.fromkeys((r.member_id, r.name) for r in (entered or rows)))


def attendees(connection: Connection, forum_key: str) -> list[tuple[str, str]]:
    """Key and name of everyone who stood on an attendance list of the forum."""
    return [(k, name) for k, name in connection.execute(_ATTENDEES, {"forum": forum_key})]
