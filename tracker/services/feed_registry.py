"""Use case: calendar addresses. Each feed has an id and a generation; the address is derived from both and the server's secret.

`kind` is person, department, forum, query or all; `key` the party's id (so a renamed or merged person keeps the address), the
forum's name or the query's text. Options are plain strings; what they mean is the business of `publish`.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tracker.domain.tracking import Feed
from tracker.errors import NotFound, UsageError
from tracker.locale import _

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace

KINDS = ("person", "department", "forum", "query", "all")
_NAME = "feeds"


def server_secret(workspace: Workspace) -> bytes:
    """The secret feed addresses are made from: 32 random bytes, made at first use and kept in the database."""
    from tracker.store import feeds

    with workspace.database.read() as connection:
        found = feeds.secret(connection, _NAME)
    if found is None:
        with workspace.step("secret", kind="system") as step:
            found = feeds.secret(step.connection, _NAME) or feeds.put_secret(step.connection, _NAME, secrets.token_hex(32))
    return bytes.fromhex(found)


def create(workspace: Workspace, kind: str, key: str = "", label: str = "", options: Mapping[str, str] | None = None) -> Feed:
    """A new feed; the same kind, key and options again give the feed there is. Raises UsageError for an unknown kind."""
    from tracker.store import feeds

    if kind not in KINDS:
        raise UsageError(reason=_("{value} is not one of: {values}").format(value=kind, values=", ".join(KINDS)))
    wanted = tuple(sorted((options or {}).items()))
    with workspace.step("feed", kind="system") as step:
        for feed in feeds.listing(step.connection):
            if (feed.kind, feed.key, feed.options) == (kind, key, wanted) and not feed.revoked:
                return feed
        return feeds.put(step, Feed(secrets.token_hex(8), kind, key, label or key or kind, options=wanted))


def listing(workspace: Workspace, *, revoked: bool = False) -> tuple[Feed, ...]:
    """All feeds, oldest first; revoked ones only when asked for."""
    from tracker.store import feeds

    with workspace.database.read() as connection:
        return tuple(f for f in feeds.listing(connection) if revoked or not f.revoked)


def get(workspace: Workspace, id_: str) -> Feed:
    """A feed by its id, revoked or not. Raises NotFound."""
    found = next((f for f in listing(workspace, revoked=True) if f.id == id_), None)
    if found is None:
        raise NotFound(what=_("feed"), id=id_)
    return found


def rotate(workspace: Workspace, id_: str) -> Feed:
    """A new address for the same feed; the old one answers 404 from now on. Raises NotFound."""
    from tracker.store import feeds

    with workspace.step("feed", kind="system") as step:
        if not feeds.rotate(step.connection, id_):
            raise NotFound(what=_("feed"), id=id_)
    return get(workspace, id_)


def revoke(workspace: Workspace, id_: str) -> Feed:
    """The feed answers 404 from now on. Raises NotFound."""
    from tracker.store import feeds

    with workspace.step("feed", kind="system") as step:
        if not feeds.revoke(step.connection, id_):
            raise NotFound(what=_("feed"), id=id_)
    return get(workspace, id_)


def set_options(workspace: Workspace, id_: str, options: Mapping[str, str]) -> Feed:
    """Other options at the same address. Raises NotFound."""
    from tracker.store import feeds

    with workspace.step("feed", kind="system") as step:
        if not feeds.set_options(step.connection, id_, dict(options)):
            raise NotFound(what=_("feed"), id=id_)
    return get(workspace, id_)
