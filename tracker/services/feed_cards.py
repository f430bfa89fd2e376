"""Which cards a calendar address is about, and what the calendar is called."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem, Status
from tracker.domain.query import Condition, Field, Operator, Query, Sort
from tracker.domain.tracking import Feed
from tracker.errors import NotFound, UsageError
from tracker.locale import _
from tracker.services import list_actions, people, query
from tracker.services.feed_options import CANCELLED_DAYS, FeedOptions

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace


class FeedKind(StrEnum):
    """What an address shows the cards of. PERSON and DEPARTMENT differ only in how they are spoken of."""

    PERSON = "person"
    DEPARTMENT = "department"
    FORUM = "forum"
    QUERY = "query"
    ALL = "all"


def calendar_name(workspace: Workspace, feed: Feed) -> str:
    """What the calendar is called in a calendar program; a person who was renamed is called by the new name."""
    if feed.kind == FeedKind.ALL:
        return _("Follow-up")
    name = feed.key
    if feed.kind in (FeedKind.PERSON, FeedKind.DEPARTMENT):
        with suppress(NotFound, UsageError):
            name = people.find(workspace, feed.key).party.name
    return _("Follow-up: {name}").format(name=name)


def scope(feed: Feed, today: date, *, recipient: bool = False) -> Query:
    """The query of the cards an address is about, whatever their status. Raises UsageError for a query that cannot be read."""
    match feed.kind:
        case FeedKind.ALL:
            return Query()
        case FeedKind.PERSON | FeedKind.DEPARTMENT:
            return Query((Condition(Field.RECIPIENT if recipient else Field.RESPONSIBLE, (feed.key,), exact=True),))
        case FeedKind.FORUM:
            return Query((Condition(Field.FORUM, (feed.key,), exact=True),))
        case FeedKind.QUERY:
            return query.parse(feed.key, today)
    raise UsageError(reason=_("no such kind of calendar: {kind}").format(kind=feed.kind))


def cards(workspace: Workspace, feed: Feed, options: FeedOptions) -> Iterator[ActionItem]:
    """The cards an address is about that may be shown: open ones, and others that changed lately enough. Each once."""
    today = workspace.today
    scopes = [scope(feed, today)]
    if options.recipients and feed.kind in (FeedKind.PERSON, FeedKind.DEPARTMENT):
        scopes.append(scope(feed, today, recipient=True))
    public = Query((Condition(Field.HISTORY, (False,)), Condition(Field.CLOSED, (False,))))
    seen: set[int] = set()
    for wanted in scopes:
        for state in _states(options, today):
            for action in list_actions.every(workspace, wanted & public & state, Sort.ID):
                if action.id not in seen:
                    seen.add(action.id)
                    yield action


def _states(options: FeedOptions, today: date) -> Iterator[Query]:
    yield Query((Condition(Field.STATUS, (Status.OPEN,)),))
    for status, days in ((Status.DROPPED, CANCELLED_DAYS), (Status.DONE, options.days if options.done else -1)):
        if days >= 0:
            since = max(today.toordinal() - days, 1)
            recent = Condition(Field.CHANGED, (date.fromordinal(since),), Operator.AT_LEAST)
            yield Query((Condition(Field.STATUS, (status,)), recent))
