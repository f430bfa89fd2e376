"""Use case: calendars that people subscribe to. Which cards each address shows, and its octets, made anew only when something changed."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem
from tracker.domain.tracking import Feed
from tracker.errors import UsageError
from tracker.locale import _
from tracker.services import feed_registry, list_actions, people
from tracker.services.feed_address import Addresses, card_reference, card_token, same, split_reference, token
from tracker.services.feed_cards import FeedKind, calendar_name, own_part, read_cards, scope
from tracker.services.feed_meetings import meeting_entries
from tracker.services.feed_options import USUAL, FeedOptions, from_pairs, may_be_published, selected

if TYPE_CHECKING:
    from tracker.ical import CalendarBuilder, CalendarOptions
    from tracker.services.workspace import Workspace

KEPT_FEEDS = 500
"""Feeds whose octets are kept in memory; the ones asked for longest ago are forgotten."""
MOST_TOUCHED = 1_000
"""Changed cards that are read one by one; from so many on, all are read."""


@dataclass(frozen=True, slots=True)
class Published:
    """A calendar as it is sent. `etag` is a hash of `body`; `modified` (UTC, whole seconds) rises whenever `body` differs."""

    name: str
    body: bytes
    etag: str
    modified: datetime
    actions: tuple[ActionItem, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was made last for a feed, from which state; the cards as read, and the builder that remembers each one's octets."""

    feed: Feed
    today: date
    revision: int
    published: Published
    cards: dict[int, ActionItem]
    builder: CalendarBuilder


class Publisher:
    """Answers for all addresses of one database. May be used from several threads.

    `base_url` is the address people reach the server at; without one, events carry no link. `today` and `clock` are asked anew each time.
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        base_url: str = "",
        today: Callable[[], date],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._workspace, self.today, self._clock = workspace, today, clock
        self.base_url = base_url.rstrip("/")
        self._secret = feed_registry.server_secret(workspace)
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._locks: dict[str, Lock] = {}
        self._lock = Lock()
        self._registry: tuple[int, tuple[Feed, ...], Addresses] = (-1, (), Addresses(self._secret, ()))

    def find(self, given: str) -> Feed | None:
        """The feed of a token; None for a wrong, rotated or revoked one alike."""
        return self._read_registry()[1].find(given)

    def _read_registry(self) -> tuple[tuple[Feed, ...], Addresses]:
        """The feeds in force and their addresses, read anew when anything was written since: an old address must not work on."""
        revision = self._workspace.revision()
        with self._lock:
            known, feeds, addresses = self._registry
        if known != revision:
            feeds = tuple(feed for feed in feed_registry.listing(self._workspace) if feed.key != people.FORGOTTEN)
            addresses = Addresses(self._secret, feeds)
            with self._lock:
                self._registry = (revision, feeds, addresses)
        return feeds, addresses

    def check(self) -> None:
        """Whether the database answers. Raises StoreError."""
        self._workspace.revision()

    def publish(self, feed: Feed) -> Published:
        """The calendar of a feed. Nothing is built, and no card read, while nothing has changed since the last time."""
        with self._lock:
            lock = self._locks.setdefault(feed.id, Lock())
        with lock:
            today, revision = self.today(), self._workspace.revision()
            with self._lock:
                kept = self._kept.get(feed.id)
            if kept is None or (kept.feed, kept.today, kept.revision) != (feed, today, revision):
                kept = self._make(feed, today, revision, kept)
            with self._lock:
                self._kept[feed.id] = kept
                self._kept.move_to_end(feed.id)
                while len(self._kept) > KEPT_FEEDS:
                    self._locks.pop(self._kept.popitem(last=False)[0], None)
            return kept.published

    def _make(self, feed: Feed, today: date, revision: int, kept: _Kept | None) -> _Kept:
        options = from_pairs(feed.options)
        workspace = replace(self._workspace, today=today)
        same = kept if kept is not None and kept.feed == feed else None
        found = read_cards(workspace, feed, options, same.cards if same else {}, self._touched(same))
        actions = tuple(selected(own_part(workspace, feed, found.values()), options, today))
        builder = same.builder if same else self._builder(feed, options)
        name = calendar_name(workspace, feed)
        entries = meeting_entries(workspace, feed, actions) if options.next_meeting and not options.tasks else ()
        body = builder.build(actions, name=name, meetings=entries)
        etag = hashlib.sha256(body).hexdigest()[:32]
        published = Published(name, body, etag, self._modified(etag, kept), actions)
        return _Kept(feed, today, revision, published, found, builder)

    def _touched(self, kept: _Kept | None) -> frozenset[int] | None:
        """The cards written since a calendar was made; None when they are too many to name, or it was never made."""
        if kept is None:
            return None
        touched = self._workspace.changed_since(kept.revision, MOST_TOUCHED)
        return frozenset(touched) if len(touched) < MOST_TOUCHED else None

    def _modified(self, etag: str, kept: _Kept | None) -> datetime:
        """When the octets last differed. Two changes within one second must not look like one to a client that asks by date."""
        now = self._clock().astimezone(UTC).replace(microsecond=0)
        if kept is None:
            return now
        before = kept.published.modified
        return before if kept.published.etag == etag else max(now, before + timedelta(seconds=1))

    def _builder(self, feed: Feed, options: FeedOptions) -> CalendarBuilder:
        from tracker.ical import CalendarBuilder
        from tracker.services.calendar_texts import calendar_texts

        link = (lambda action: self.card_url(feed, action)) if self.base_url else None
        return CalendarBuilder(calendar_texts(), calendar_options(options), link)

    def card_url(self, feed: Feed, action: ActionItem) -> str:
        """The address of one card's page under a feed."""
        return f"{self.base_url}/k/{card_reference(self._secret, feed, action.id, action.uid)}"

    def card(self, reference: str) -> ActionItem | None:
        """The card of a page's address, while the feed's address is good and the card may be published."""
        parts = split_reference(reference)
        if parts is None:
            return None
        feed_id, action_id, given = parts
        feed = next((f for f in self._read_registry()[0] if f.id == feed_id and not f.revoked), None)
        action = list_actions.get_many(self._workspace, [action_id]).get(action_id)
        expected = card_token(self._secret, feed, action.uid) if feed and action else ""
        if not same(expected, given) or action is None or feed is None or from_pairs(feed.options).hide_titles:
            return None
        return action if may_be_published(action) else None

    def path(self, feed: Feed) -> str:
        """The address of a feed's page below the base address; the calendar's is the same with ".ics"."""
        return f"/f/{token(self._secret, feed)}"


def calendar_options(options: FeedOptions) -> CalendarOptions:
    """The form of a calendar as an address wants it."""
    from tracker.ical import CalendarOptions, Components

    return CalendarOptions(
        components=Components.TODO if options.tasks else Components.EVENT,
        hide_titles=options.hide_titles,
        span=options.span,
        alarm_days=options.alarm_days,
        classification=options.classification,
    )


def create(workspace: Workspace, kind: FeedKind, key: str = "", *, label: str = "", options: FeedOptions = USUAL) -> Feed:
    """The address for a person, department, forum, query or everything: the one there is with the same label and choices, or a new one.

    A person or department is kept by the name it is best known by: a later rename or merge leaves that name as an alias, which still
    finds it. `label` tells subscribers of the same calendar apart, so that one can be cut off alone. Raises UsageError without a key,
    for a query that cannot be read or a name that may be several; NotFound for an unknown name.
    """
    key = " ".join(key.split())
    if (kind is FeedKind.ALL) != (not key):
        raise UsageError(reason=_("a calendar needs somebody or something it is about"))
    if kind in (FeedKind.PERSON, FeedKind.DEPARTMENT):
        key = people.find(workspace, key).party.name
    scope(Feed("", kind, key, label), workspace.today)
    choices = dict(options.as_pairs()) | ({"label": label} if label else {})
    return feed_registry.create(workspace, kind.value, key, label, choices)


def address(workspace: Workspace, feed: Feed, base_url: str) -> str:
    """The address to subscribe to: what is pasted into a calendar program. `base_url` may be empty; then the path alone."""
    return f"{base_url.rstrip('/')}/f/{token(feed_registry.server_secret(workspace), feed)}.ics"
