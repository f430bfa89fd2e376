"""Which cards a calendar address is about, and what the calendar is called."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem, Status
from tracker.domain.query import Condition, Field, Operator, Query, Sort
from tracker.domain.tracking import Feed
from tracker.errors import NotFound, UsageError
from tracker.locale import _
from tracker.services import groups, list_actions, people, query
from tracker.services.feed_options import CANCELLED_DAYS, FeedOptions, from_pairs

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
    tasks = from_pairs(feed.options).tasks
    if feed.kind == FeedKind.ALL:
        return _("Tasks to follow up") if tasks else _("Follow-up")
    about = _name(workspace, feed) if feed.kind in (FeedKind.PERSON, FeedKind.DEPARTMENT) else feed.key
    return (_("Tasks: {name}") if tasks else _("Follow-up: {name}")).format(name=about)


def _name(workspace: Workspace, feed: Feed) -> str:
    with suppress(NotFound, UsageError):
        return people.find(workspace, feed.key).party.name
    return feed.key


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


def read_cards(
    workspace: Workspace, feed: Feed, options: FeedOptions, known: Mapping[int, ActionItem], touched: Collection[int] | None
) -> dict[int, ActionItem]:
    """The cards an address is about that may be shown, by id: open ones, and others that changed lately enough.

    `known` are those read before; of them only the `touched` are read again. None means that they may all have been. Which cards are
    meant is always asked anew: a person can join a group without any card being touched.
    """
    wanted = list(_queries(feed, options, workspace.today))
    if touched is None:
        return {action.id: action for each in wanted for action in list_actions.every(workspace, each, Sort.ID)}
    ids = {id_ for each in wanted for id_ in list_actions.ids(workspace, each, Sort.ID)}
    kept = {id_: known[id_] for id_ in ids if id_ in known and id_ not in touched}
    return kept | dict(list_actions.get_many(workspace, ids - kept.keys()))


def _queries(feed: Feed, options: FeedOptions, today: date) -> Iterator[Query]:
    scopes = [scope(feed, today)]
    if options.recipients and feed.kind in (FeedKind.PERSON, FeedKind.DEPARTMENT):
        scopes.append(scope(feed, today, recipient=True))
    public = Query((Condition(Field.HISTORY, (False,)), Condition(Field.CLOSED, (False,))))
    for about in scopes:
        for state in _states(options, today):
            yield about & public & state


def _states(options: FeedOptions, today: date) -> Iterator[Query]:
    yield Query((Condition(Field.STATUS, (Status.OPEN,)),))
    for status, days in ((Status.DROPPED, CANCELLED_DAYS), (Status.DONE, options.days if options.done else -1)):
        if days >= 0:
            since = max(today.toordinal() - days, 1)
            recent = Condition(Field.CHANGED, (date.fromordinal(since),), Operator.AT_LEAST)
            yield Query((Condition(Field.STATUS, (status,)), recent))


def own_part(workspace: Workspace, feed: Feed, actions: Iterable[ActionItem]) -> Iterator[ActionItem]:
    """The cards as the person of an address sees them: a group's promise whose part they have ticked off is done for them."""
    name = _name(workspace, feed) if feed.kind == FeedKind.PERSON else None
    for action in actions:
        if name is None or action.status is not Status.OPEN or name in action.responsible:
            yield action
        else:
            mine = any(tick.done and tick.member == name for tick in groups.ticks(workspace, action.id))
            yield replace(action, status=Status.DONE) if mine else action
