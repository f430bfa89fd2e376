"""Use case: the directory of persons, roles, departments, bodies and groups, with their aliases, members and cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.party import PartyKind
from tracker.domain.tracking import StoredParty
from tracker.errors import NotFound, UsageError
from tracker.locale import _

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace
    from tracker.store.database import Session

FORGOTTEN = "(slettet)"
"""What stands where a forgotten person's name stood."""


def listing(workspace: Workspace, kind: PartyKind | None = None) -> tuple[StoredParty, ...]:
    """Everyone known, with how many cards they have open, overdue, done and done in time; most open cards first."""
    from tracker.store import people

    with workspace.database.read() as connection:
        found = people.listing(connection, workspace.today)
    return tuple(p for p in found if kind is None or p.party.kind is kind)


def names(workspace: Workspace) -> tuple[str, ...]:
    """All names, the busiest first: for completion."""
    return tuple(p.party.name for p in listing(workspace))


def find(workspace: Workspace, name: str) -> StoredParty:
    """The party a typed name means: its name, an alias, initials, or the only one with a word that begins so.

    Raises NotFound; UsageError when several are meant.
    """
    from tracker.store import people

    with workspace.database.read() as connection:
        return people.listing(connection, workspace.today, [_one(connection, name)])[0]


def get(workspace: Workspace, id_: int) -> StoredParty:
    """A party by its id. Raises NotFound."""
    from tracker.store import people

    with workspace.database.read() as connection:
        found = people.listing(connection, workspace.today, [id_])
    if not found:
        raise NotFound(what=_("party"), id=id_)
    return found[0]


def _one(connection: Session, name: str) -> int:
    from tracker.store import directory, people

    exact = people.party_id(connection, name)
    if exact is not None:
        return exact
    ids = directory.matching_parties(connection, name)
    if not ids:
        raise NotFound(what=_("party"), id=name)
    if len(ids) > 1:
        several = ", ".join(people.name_of(connection, id_) for id_ in ids[:8])
        raise UsageError(reason=_("{name} may be several: {names}").format(name=name, names=several))
    return ids[0]


def add(workspace: Workspace, name: str, kind: PartyKind = PartyKind.PERSON) -> int:
    """Enter a party (or the kind of a known one); returns its id."""
    from tracker.store import people

    with workspace.step("people", kind="system") as step:
        return people.ensure(step.connection, _name(name), kind)


def alias(workspace: Workspace, name: str, other: str) -> None:
    """`other` is another way of writing `name`; a party of that name is merged into it. Raises NotFound, UsageError."""
    from tracker.store import people

    with workspace.step("people", kind="system") as step:
        people.add_alias(step, _one(step.connection, name), _name(other))


def unalias(workspace: Workspace, other: str) -> None:
    """`other` stands for itself again. Raises NotFound."""
    from tracker.store import people

    with workspace.step("people", kind="system") as step:
        if not people.remove_alias(step, other):
            raise NotFound(what=_("alias"), id=other)


def merge(workspace: Workspace, keep: str, other: str) -> None:
    """Two names are one party: `other` becomes an alias of `keep`. Raises NotFound, UsageError."""
    from tracker.store import people

    with workspace.step("people", kind="system") as step:
        kept, gone = _one(step.connection, keep), _one(step.connection, other)
        if kept == gone:
            raise UsageError(reason=_("{name} and {other} are one already.").format(name=keep, other=other))
        people.add_alias(step, kept, people.name_of(step.connection, gone))


def rename(workspace: Workspace, name: str, new: str) -> None:
    """A party gets another name; the old one still finds it. Raises NotFound, UsageError."""
    from tracker.store import people

    with workspace.step("people", kind="system") as step:
        people.rename(step, _one(step.connection, name), _name(new))


def join(workspace: Workspace, group: str, member: str, *, forum: str = "") -> None:
    """`member` belongs to `group` (in one forum, or everywhere): promises of the group appear in their list."""
    _membership(workspace, group, member, forum, add=True)


def leave(workspace: Workspace, group: str, member: str, *, forum: str = "") -> None:
    """`member` no longer belongs to `group`."""
    _membership(workspace, group, member, forum, add=False)


def _membership(workspace: Workspace, group: str, member: str, forum: str, *, add: bool) -> None:
    from tracker.store import people
    from tracker.store.folding import key

    with workspace.step("people", kind="system") as step:
        connection = step.connection
        group_id = people.ensure_group(connection, _name(group)) if add else _one(connection, group)
        member_id = _member(connection, member) if add else _one(connection, member)
        people.change_member(connection, group_id, member_id, key(forum), add=add)


def _member(connection: Session, name: str) -> int:
    """The party meant, or a new person of that name."""
    from tracker.store import people

    try:
        return _one(connection, name)
    except NotFound:
        return people.ensure(connection, _name(name), PartyKind.PERSON)


def forget(workspace: Workspace, name: str) -> int:
    """Replace a person by "(slettet)" everywhere: cards, history, notes, referater. Cannot be undone. Returns the places changed.

    The file itself is not touched; imported anew it counts as known. Raises NotFound, UsageError.
    """
    from tracker.store import forgetting

    with workspace.step("forget", kind="system") as step:
        changed = forgetting.forget(step, _one(step.connection, name), FORGOTTEN)
    workspace.database.scrub()
    return changed


def _name(text: str) -> str:
    name = " ".join("".join(ch if ch.isprintable() else " " for ch in text).replace(";", ",").split())
    if not any(ch.isalnum() for ch in name):
        raise UsageError(reason=_("A name needs letters."))
    return name
