"""Named queries of meetings, and which day "the next meeting" is (`following` reckons it)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, bindparam, func, or_, select, update

from tracker.domain.deadline import NEXT_MEETING, Deadline
from tracker.domain.minutes import Meeting
from tracker.store.bulk import inserted
from tracker.store.folding import key
from tracker.store.following import AHEAD, BACK, MISSING, KnownMeeting, following
from tracker.store.mapping import deadline_from
from tracker.store.tables import ActionRow, DocumentRow, MeetingRow

MEETING: Table = MeetingRow.__table__  # type: ignore[attr-defined]
_action: Table = ActionRow.__table__  # type: ignore[attr-defined]
_document: Table = DocumentRow.__table__  # type: ignore[attr-defined]

_AROUND = (
    select(MEETING.c.day, MEETING.c.held, MEETING.c.next_meeting)
    .where(MEETING.c.forum_key == bindparam("forum"), MEETING.c.day.between(bindparam("first"), bindparam("last")))
    .order_by(MEETING.c.day)
)
_ON = select(MEETING).where(MEETING.c.forum_key == bindparam("forum"), MEETING.c.day == bindparam("on"))


@lru_cache(8)
def _waiting(days: int) -> Select[Any]:
    """The cards that wait for a forum's next meeting and may be touched by so many days: before `day0`, not before `since0`, ..."""
    decided = _action.c.decision_date
    touched = [and_(decided < bindparam(f"day{n}"), decided >= bindparam(f"since{n}")) for n in range(days)]
    return select(_action.c.id, decided, _action.c.deadline, _action.c.due, _action.c.due_estimated, _action.c.found).where(
        _action.c.due_key == bindparam("forum"),
        decided.is_not(None),
        or_(_action.c.due_estimated == 1, _action.c.due.is_(None), *touched),
    )


def _around(connection: Connection, forum_key: str, first: date, last: date) -> list[KnownMeeting]:
    values = {"forum": forum_key, "first": first - BACK, "last": last + AHEAD}
    return [KnownMeeting(day, bool(held), stated) for day, held, stated in connection.execute(_AROUND, values)]


def next_after(connection: Connection, forum_key: str, after: date) -> tuple[date | None, bool]:
    """The forum's next meeting after a day, and whether it is estimated; (None, False) when nothing is known."""
    return following(_around(connection, forum_key, after, after), after)


def due_in_force(
    connection: Connection, deadline: Deadline | None, forum: str | None, after: date | None
) -> tuple[date | None, bool, str | None]:
    """The day a deadline means: (day, estimated, key of the forum whose next meeting it waits for)."""
    if deadline is None or deadline.anchor != NEXT_MEETING or deadline.due:
        return (deadline.due if deadline else None), False, None
    forum_key = key(deadline.anchor_forum or forum or "")
    if after is None:
        return None, False, forum_key
    day, estimated = next_after(connection, forum_key, after)
    return _moved(day, deadline), estimated, forum_key


def _moved(day: date | None, deadline: Deadline) -> date | None:
    return day + timedelta(days=deadline.offset_days or 0) if day else None


def waiting(connection: Connection, forum_key: str, learnt: Iterable[date]) -> list[tuple[int, date | None, bool]]:
    """Cards whose next meeting may be another now that these days are known: (id, day, estimated), only those that differ."""
    days = list(learnt)
    values: dict[str, Any] = {"forum": forum_key}
    for n, one in enumerate(days):
        values |= {f"day{n}": one, f"since{n}": one - AHEAD - MISSING}
    rows = connection.execute(_waiting(len(days)), values).all()
    if not rows:
        return []
    known = _around(connection, forum_key, min(r.decision_date for r in rows), max(r.decision_date for r in rows))
    found = []
    for row in rows:
        deadline = deadline_from(row.deadline)
        assert deadline is not None
        day, estimated = following(known, row.decision_date)
        day = _moved(day, deadline)
        if row.found or day != row.due or estimated != bool(row.due_estimated):
            found.append((row.id, day, estimated))
    return found


def put(connection: Connection, meeting: Meeting, *, held: bool, planned: bool = False) -> int:
    """Store what is known of a meeting, joined with what was known of it before; returns its id."""
    forum_key = key(meeting.forum or "")
    values: dict[str, Any] = {
        "forum": meeting.forum,
        "start": meeting.start.isoformat("minutes") if meeting.start else None,
        "place": meeting.place,
        "next_meeting": meeting.next_meeting,
    }
    if meeting.date is not None:
        row = connection.execute(_ON, {"forum": forum_key, "on": meeting.date}).mappings().first()
        if row:
            better = {name: value for name, value in values.items() if value is not None and (held or row[name] is None)}
            flags = {"held": max(row["held"], int(held)), "planned": max(row["planned"], int(planned))}
            if any(row[name] != value for name, value in (better | flags).items()):
                connection.execute(update(MEETING).where(MEETING.c.id == row["id"]).values(better | flags))
            return int(row["id"])
    values |= {"forum_key": forum_key, "day": meeting.date, "held": int(held), "planned": int(planned)}
    return inserted(connection, MEETING, values)


def known(connection: Connection, forum_key: str, day: date) -> bool:
    """Whether a meeting of the forum on that day is known."""
    return connection.execute(select(MEETING.c.id).where(MEETING.c.forum_key == forum_key, MEETING.c.day == day)).first() is not None


def unplan(connection: Connection, forum_key: str, day: date) -> bool:
    """Take a planned meeting out of the plan; False when there is none."""
    where = (MEETING.c.forum_key == forum_key, MEETING.c.day == day, MEETING.c.planned == 1)
    if connection.execute(update(MEETING).where(*where).values(planned=0)).rowcount == 0:
        return False
    connection.execute(
        MEETING.delete().where(MEETING.c.forum_key == forum_key, MEETING.c.day == day, MEETING.c.planned == 0, MEETING.c.held == 0)
    )
    return True


def release(connection: Connection, id_: int) -> None:
    """A referat no longer stands for this meeting (its date was corrected): it goes, unless it is planned or has other minutes."""
    others = connection.execute(select(func.count()).select_from(_document).where(_document.c.meeting_id == id_)).scalar_one()
    if others:
        return
    row = connection.execute(select(MEETING).where(MEETING.c.id == id_)).mappings().one()
    if row["planned"]:
        connection.execute(update(MEETING).where(MEETING.c.id == id_).values(held=0, next_meeting=None))
    else:
        connection.execute(MEETING.delete().where(MEETING.c.id == id_))


def coming(connection: Connection, after: date) -> list[tuple[str, date, bool]]:
    """Each forum's next meeting after a day, soonest first: (forum, day, estimated). Forums without a meeting in 400 days are left out."""
    recent = select(func.min(MEETING.c.forum), MEETING.c.forum_key).where(MEETING.c.day >= after - BACK, MEETING.c.forum_key != "")
    found = []
    for forum, forum_key in connection.execute(recent.group_by(MEETING.c.forum_key)).all():
        day, estimated = next_after(connection, forum_key, after)
        if day and day > after:
            found.append((forum, day, estimated))
    return sorted(found, key=lambda m: (m[1], m[0]))
