"""Use case: meetings: what was held, what is planned, which comes next, and the referater behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem
from tracker.domain.minutes import AgendaItem, Meeting, SourceText
from tracker.domain.tracking import StoredDocument, StoredMeeting
from tracker.errors import NotFound
from tracker.locale import _

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """A forum's next meeting; `estimated` from its rhythm when no date is known."""

    forum: str
    date: date
    estimated: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """What the import of a meeting plan did: meetings added, and cards whose day changed because of them."""

    added: int
    known: int
    resolved: tuple[int, ...]


def listing(workspace: Workspace, forum: str | None = None) -> tuple[StoredMeeting, ...]:
    """All meetings known, newest first; of one forum when it is given."""
    from tracker.store import meeting_lists

    with workspace.database.read() as connection:
        return meeting_lists.listing(connection, forum)


def forums(workspace: Workspace) -> tuple[str, ...]:
    """The forums that have met or will meet, the busiest first."""
    from tracker.store import meeting_lists

    with workspace.database.read() as connection:
        return meeting_lists.forums(connection)


def items(workspace: Workspace, meeting: int) -> tuple[tuple[AgendaItem, tuple[ActionItem, ...]], ...]:
    """The items of a meeting, each with the cards it gave. Raises NotFound."""
    from tracker.store import meeting_lists

    with workspace.database.read() as connection:
        found = meeting_lists.items(connection, meeting)
    if found is None:
        raise NotFound(what=_("meeting"), id=meeting)
    return found


def documents(workspace: Workspace) -> tuple[StoredDocument, ...]:
    """All referater stored, newest meeting first."""
    from tracker.store import documents as rows

    with workspace.database.read() as connection:
        return rows.listing(connection)


def document(workspace: Workspace, id_: int) -> tuple[SourceText, Meeting, tuple[AgendaItem, ...]]:
    """The whole text of a referat, its head and its items. Raises NotFound."""
    from tracker.store import documents as rows

    with workspace.database.read() as connection:
        found = rows.read(connection, id_)
        if found is None:
            raise NotFound(what=_("document"), id=id_)
        return (*found, rows.items_of(connection, id_))


def next_meeting(workspace: Workspace, forum: str | None = None) -> NextMeeting | None:
    """The next meeting on or after today, of one forum or the soonest of all; None when nothing is known."""
    found = coming(workspace)
    if forum is not None:
        from tracker.store.folding import key

        found = tuple(m for m in found if key(m.forum) == key(forum))
    return found[0] if found else None


def last_meeting(workspace: Workspace, forum: str | None = None) -> date | None:
    """The day of the last meeting with minutes up to today, of one forum or of any; None when nothing is stored."""
    held = (m.meeting.date for m in listing(workspace, forum) if m.held and m.meeting.date)
    return max((day for day in held if day <= workspace.today), default=None)


def coming(workspace: Workspace) -> tuple[NextMeeting, ...]:
    """Each forum's next meeting on or after today, soonest first."""
    from tracker.store import meetings as rows

    with workspace.database.read() as connection:
        return tuple(NextMeeting(*found) for found in rows.coming(connection, workspace.today - timedelta(days=1)))


def plan(workspace: Workspace, wanted: Iterable[tuple[str, date]]) -> Planned:
    """Take in a meeting plan; cards that wait for a next meeting are resolved anew. Meetings that are known already stay."""
    from tracker.services.import_cards import resolve_waiting
    from tracker.store import meetings as rows
    from tracker.store.folding import key

    added = known = 0
    learnt: dict[str, set[date]] = {}
    with workspace.step("plan", kind="import") as step:
        for forum, day in wanted:
            fresh = not rows.known(step.connection, key(forum), day)
            rows.put(step.connection, Meeting(forum=forum, date=day), held=False, planned=True)
            added, known = added + fresh, known + (not fresh)
            learnt.setdefault(key(forum), set()).add(day)
        resolved = [id_ for forum_key, days in learnt.items() for id_ in resolve_waiting(step, forum_key, days)]
    return Planned(added, known, tuple(resolved))


def unplan(workspace: Workspace, forum: str, day: date) -> tuple[int, ...]:
    """A planned meeting is called off; returns the cards whose day changed. Raises NotFound when it was not planned."""
    from tracker.services.import_cards import resolve_waiting
    from tracker.store import meetings as rows
    from tracker.store.folding import key

    with workspace.step("unplan", kind="import") as step:
        if not rows.unplan(step.connection, key(forum), day):
            raise NotFound(what=_("planned meeting"), id=f"{forum} {day}")
        return tuple(resolve_waiting(step, key(forum), {day}))
