"""Who "alle", "cheferne" and the forum itself are: everybody who stands on the forum's attendance lists, until somebody enters members.

Members found so are kept apart from entered ones (`found`), and those entered count alone where there are any.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, bindparam, select

from tracker.domain.party import PartyKind
from tracker.store import directory
from tracker.store.bulk import insert_rows
from tracker.store.tables import MembershipRow, PartyRow

_party: Table = PartyRow.__table__  # type: ignore[attr-defined]
_member: Table = MembershipRow.__table__  # type: ignore[attr-defined]

WHOLE = frozenset(
    {
        "alle",
        "alle chefer",
        "alle deltagere",
        "alle medlemmer",
        "samtlige",
        "samtlige chefer",
        "cheferne",
        "hver chef",
        "hver isaer",
        "hver",
    }
    | {"chefgruppen", "deltagerne", "medlemmerne", "gruppen", "moedet", "forummet"}
)
"""Names that mean the whole of the forum that meets, folded."""
_GROUPS = select(_party.c.id).where(_party.c.key.in_(bindparam("keys", expanding=True)))
_HAVE = select(_member.c.group_id, _member.c.member_id).where(
    _member.c.forum_key == bindparam("forum"), _member.c.group_id.in_(bindparam("groups", expanding=True))
)


def learn(connection: Connection, forum_key: str, attended: Iterable[str]) -> None:
    """Take in who attended a meeting; a group that is named for the first time gets everybody who ever did."""
    groups = list(connection.execute(_GROUPS, {"keys": sorted(WHOLE | {forum_key})}).scalars()) if forum_key else []
    if not groups:
        return
    have = {(group, member) for group, member in connection.execute(_HAVE, {"forum": forum_key, "groups": groups})}
    names = list(attended)
    if not {group for group, _ in have}.issuperset(groups):
        names += [name for _, name in directory.attendees(connection, forum_key)]
    if not names:
        return
    known = directory.resolve(connection, names, forum_key)
    people = [directory.Known(k.name, k.key, str(PartyKind.PERSON)) for k in known.values()]
    members = directory.party_ids(connection, people).values()
    pairs = dict.fromkeys((group, member) for group in groups for member in members if member != group)
    insert_rows(
        connection,
        _member,
        [
            {"group_id": group, "member_id": member, "forum_key": forum_key, "found": 1}
            for group, member in pairs
            if (group, member) not in have
        ],
    )
