"""Named queries of lists of meetings, with their items and cards."""

from __future__ import annotations

from sqlalchemy import Connection, Table, func, select

from tracker.domain.followup import ActionItem
from tracker.domain.minutes import AgendaItem
from tracker.domain.tracking import StoredMeeting
from tracker.store import documents
from tracker.store.folding import key
from tracker.store.mapping import action_from
from tracker.store.mapping_minutes import meeting_row_from
from tracker.store.meetings import MEETING
from tracker.store.tables import ActionRow, DocumentRow

_action: Table = ActionRow.__table__  # type: ignore[attr-defined]
_document: Table = DocumentRow.__table__  # type: ignore[attr-defined]


def listing(connection: Connection, forum: str | None) -> tuple[StoredMeeting, ...]:
    """Meetings with their sources and numbers of cards, newest first."""
    query = select(MEETING).order_by(MEETING.c.day.desc(), MEETING.c.forum_key)
    if forum is not None:
        query = query.where(MEETING.c.forum_key == key(forum))
    sources: dict[int, list[str]] = {}
    for meeting, source in connection.execute(select(_document.c.meeting_id, _document.c.source).order_by(_document.c.id)):
        sources.setdefault(meeting, []).append(source)
    numbers = (
        select(_document.c.meeting_id, func.count(), func.sum(_action.c.active))
        .join(_action, _action.c.document_id == _document.c.id)
        .group_by(_document.c.meeting_id)
    )
    cards = {meeting: (all_, open_) for meeting, all_, open_ in connection.execute(numbers)}
    found = []
    for row in connection.execute(query).mappings():
        all_, open_ = cards.get(row["id"], (0, 0))
        held = bool(row["held"])
        found.append(StoredMeeting(row["id"], meeting_row_from(row), held, tuple(sources.get(row["id"], ())), int(open_), int(all_)))
    return tuple(found)


def forums(connection: Connection) -> tuple[str, ...]:
    """Names of forums, the one with most meetings first."""
    query = select(func.min(MEETING.c.forum)).where(MEETING.c.forum_key != "").group_by(MEETING.c.forum_key)
    return tuple(connection.execute(query.order_by(func.count().desc(), MEETING.c.forum_key)).scalars())


def items(connection: Connection, meeting: int) -> tuple[tuple[AgendaItem, tuple[ActionItem, ...]], ...] | None:
    """The items of a meeting's referater, each with the cards it gave; None when there is no such meeting."""
    if connection.execute(select(MEETING.c.id).where(MEETING.c.id == meeting)).first() is None:
        return None
    found: list[tuple[AgendaItem, tuple[ActionItem, ...]]] = []
    for document in (
        connection.execute(select(_document.c.id).where(_document.c.meeting_id == meeting).order_by(_document.c.id)).scalars().all()
    ):
        rows = connection.execute(select(_action).where(_action.c.document_id == document).order_by(_action.c.start)).mappings().all()
        for item in documents.items_of(connection, document):
            cards = tuple(action_from(r) for r in rows if r["item"] == item.number)
            found.append((item, cards))
    return tuple(found)
