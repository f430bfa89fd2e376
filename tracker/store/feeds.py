"""Named queries of calendar addresses and the server's secrets."""

from __future__ import annotations

from sqlalchemy import Connection, Table, insert, select, update

from tracker.domain.tracking import Feed
from tracker.store.mapping_tracking import feed_from
from tracker.store.steps import OpenStep
from tracker.store.tables import FeedRow, SecretRow
from tracker.store.texts import to_json

_feed: Table = FeedRow.__table__  # type: ignore[attr-defined]
_secret: Table = SecretRow.__table__  # type: ignore[attr-defined]


def secret(connection: Connection, name: str) -> str | None:
    """A secret, or None when there is none yet."""
    return connection.execute(select(_secret.c.value).where(_secret.c.name == name)).scalar()


def put_secret(connection: Connection, name: str, value: str) -> str:
    """Keep a new secret."""
    connection.execute(insert(_secret).values(name=name, value=value))
    return value


def listing(connection: Connection) -> tuple[Feed, ...]:
    """All feeds, oldest first."""
    return tuple(feed_from(row) for row in connection.execute(select(_feed).order_by(_feed.c.created, _feed.c.id)).mappings())


def put(step: OpenStep, feed: Feed) -> Feed:
    """Store a new feed."""
    values = {
        "id": feed.id,
        "kind": feed.kind,
        "key": feed.key,
        "label": feed.label,
        "generation": 1,
        "revoked": 0,
        "options": to_json(dict(feed.options)),
        "created": step.moment,
    }
    step.connection.execute(insert(_feed).values(values))
    return feed_from(values)


def rotate(connection: Connection, id_: str) -> bool:
    """Raise the generation; False when there is no such feed."""
    return connection.execute(update(_feed).where(_feed.c.id == id_).values(generation=_feed.c.generation + 1)).rowcount == 1


def revoke(connection: Connection, id_: str) -> bool:
    """Mark as revoked; False when there is no such feed."""
    return connection.execute(update(_feed).where(_feed.c.id == id_).values(revoked=1)).rowcount == 1


def set_options(connection: Connection, id_: str, options: dict[str, str]) -> bool:
    """Replace the options; False when there is no such feed."""
    return connection.execute(update(_feed).where(_feed.c.id == id_).values(options=to_json(options))).rowcount == 1
