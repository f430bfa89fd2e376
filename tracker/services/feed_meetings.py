"""The next meeting of each forum a calendar touches, with what is due and overdue by then."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem, Status
from tracker.domain.tracking import Feed

if TYPE_CHECKING:
    from tracker.ical import MeetingEntry
    from tracker.services.meetings import NextMeeting
    from tracker.services.workspace import Workspace

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def meeting_entries(workspace: Workspace, feed: Feed, actions: Iterable[ActionItem]) -> tuple[MeetingEntry, ...]:
    """An entry for the next meeting of each forum the cards stem from, and of the feed's own forum; of the cards given alone."""
    from tracker.services import meetings
    from tracker.store.folding import key

    by_forum: dict[str, list[ActionItem]] = {key(feed.key): []} if feed.kind == "forum" else {}
    spelled = cache(key)  # thousands of cards stem from a handful of forums
    for action in actions:
        if action.forum:
            by_forum.setdefault(spelled(action.forum), []).append(action)
    coming = {key(meeting.forum): meeting for meeting in reversed(meetings.coming(workspace))}
    return tuple(_entry(coming[forum], cards, workspace.today) for forum, cards in sorted(by_forum.items()) if forum in coming)


def _entry(following: NextMeeting, cards: list[ActionItem], today: date) -> MeetingEntry:
    from tracker.ical import MeetingEntry

    still_open = sorted((a for a in cards if a.status is Status.OPEN), key=lambda a: (a.due or date.max, a.id))
    return MeetingEntry(
        uid=_uid(following.forum),
        forum=following.forum,
        date=following.date,
        changed=_changed(cards, today),
        estimated=following.estimated,
        due=tuple(a for a in still_open if a.due and today <= a.due <= following.date),
        overdue=tuple(a for a in still_open if a.due and a.due < today),
        undated=tuple(a for a in still_open if a.due is None),
    )


def _uid(forum: str) -> str:
    """One identifier for a forum's next meeting: the event moves on when the meeting has been held, and never leaves a trail behind."""
    return f"next-meeting-{hashlib.sha256(forum.casefold().encode()).hexdigest()[:32]}"


def _changed(cards: list[ActionItem], today: date) -> datetime:
    """When the list last changed: with a card's last change, or the night a card became overdue."""
    moments = [a.changed or a.created or BEGINNING for a in cards]
    nights = [datetime.combine(a.due + DAY, time(), tzinfo=UTC) for a in cards if a.due and a.due < today and a.status is Status.OPEN]
    return max([*moments, *nights], default=BEGINNING)
