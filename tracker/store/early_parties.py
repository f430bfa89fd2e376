"""Whose cards, on plain SQLite: the same cards as `filters` and `directory` find (a test compares them)."""

from __future__ import annotations

import sqlite3

from tracker.domain.query import Condition
from tracker.store.early_sql import Clause, TooEarly, joined
from tracker.store.folding import begins, key

_LINK = "action.id IN (SELECT action_party.action_id FROM action_party WHERE action_party.role = 'responsible' AND action_party."
_MOST = 500
"""A name that means more parties than this is asked for the ordinary way."""


def responsible(connection: sqlite3.Connection, condition: Condition) -> Clause:
    """Cards of a party, of the groups it is a member of, or with it as written."""
    clauses: list[Clause] = []
    for value in condition.values:
        wanted = key(str(value))
        ids = _matching(connection, wanted, exact=condition.exact)
        if not ids:
            clauses.append(Clause(f"{_LINK}written_key = ?)", (wanted,)))
            continue
        clauses.append(Clause(f"{_LINK}party_id IN ({_marks(ids)}))", tuple(ids)))
        clauses += [_group(group, forum) for group, forum in _groups(connection, ids) if group not in ids]
    if not clauses:
        raise TooEarly
    return Clause(f"({joined(clauses, ' OR ').sql})", joined(clauses, " OR ").values)


def _marks(values: list[int]) -> str:
    return ", ".join("?" * len(values))


def _group(group: int, forum: str) -> Clause:
    mine = Clause(f"{_LINK}party_id = ?)", (group,))
    return Clause(f"{mine.sql} AND action.forum_key = ?", (*mine.values, forum)) if forum else mine


def _matching(connection: sqlite3.Connection, wanted: str, *, exact: bool) -> list[int]:
    """As `directory.matching_parties`."""
    if not wanted:
        return []
    parties = connection.execute("SELECT id, key FROM party")
    ids = {id_ for id_, name in parties if name == wanted or (not exact and begins(wanted, name))}
    ids |= {id_ for (id_,) in connection.execute("SELECT party_id FROM alias WHERE key = ?", (wanted,))}
    forms = "SELECT party.id FROM party JOIN known_form ON known_form.party_key = party.key WHERE known_form.form = ?"
    ids |= {id_ for (id_,) in connection.execute(forms, (wanted,))}
    if len(ids) > _MOST:
        raise TooEarly
    return sorted(ids)


def _groups(connection: sqlite3.Connection, members: list[int]) -> list[tuple[int, str]]:
    """As `directory.groups_of`: members learnt from attendance lists do not count where somebody has entered some."""
    statement = f"SELECT group_id, forum_key, found FROM membership WHERE member_id IN ({_marks(members)})"  # noqa: S608
    found = connection.execute(statement, members).fetchall()
    entered = set(connection.execute("SELECT group_id, forum_key FROM membership WHERE found = 0"))
    return sorted({(group, forum) for group, forum, learnt in found if not learnt or not entered & {(group, forum), (group, "")}})
