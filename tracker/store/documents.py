"""Named queries of referater: known again, stored with their items and decisions, and read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any
from zlib import crc32

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.engine import RowMapping

from tracker.domain.minutes import AgendaItem, Meeting, Minutes, SourceText
from tracker.domain.tracking import StoredDocument
from tracker.store import meetings
from tracker.store.bulk import insert_rows, inserted, reserve_ids
from tracker.store.folding import key
from tracker.store.mapping_minutes import decision_row, item_from, item_row, meeting_from, meeting_text, source_from, source_text
from tracker.store.matters import matter
from tracker.store.steps import OpenStep
from tracker.store.tables import ActionRow, DecisionRow, DocumentRow, ItemRow, LineRow, VersionRow
from tracker.store.texts import moment_from

DOCUMENT: Table = DocumentRow.__table__  # type: ignore[attr-defined]
_version: Table = VersionRow.__table__  # type: ignore[attr-defined]
_line: Table = LineRow.__table__  # type: ignore[attr-defined]
ITEM: Table = ItemRow.__table__  # type: ignore[attr-defined]
_decision: Table = DecisionRow.__table__  # type: ignore[attr-defined]
_action: Table = ActionRow.__table__  # type: ignore[attr-defined]

_SKETCH = 24
"""Lines of a referat that are remembered as numbers: the smallest of all, so two texts that share lines share numbers (bottom-k)."""
_ALIKE = 0.85
"""Share of remembered lines from which a referat is taken for a corrected version of one of another day: all but the day is the same.
High, because consecutive minutes of a forum repeat their standing sentences, and taking them for one would cost cards."""
_ALIKE_BY_NAME = 0.75
"""The same when the file has the same name, or one of the two tells no day."""
_SAME_MEETING = 0.15
"""The same for a referat of the same forum and day."""
_FEWEST = 4
"""Shared lines that must be there for that."""


def text_hash(text: str) -> str:
    """What tells a text from every other."""
    return sha256(text.encode()).hexdigest()


@lru_cache(2)
def sketch(text: str) -> list[int]:
    """A few of the longer lines as numbers."""
    return sorted({crc32(line.strip().casefold().encode()) for line in text.splitlines() if len(line) > 30})[:_SKETCH]


_KNOWN = [DOCUMENT.c[name] for name in ("id", "source", "hash", "version", "meeting", "meeting_id")]
_FORMER = select(_version.c.document_id).where(_version.c.hash == bindparam("wanted"))
_BY_HASH = select(*_KNOWN).where(or_(DOCUMENT.c.hash == bindparam("wanted"), DOCUMENT.c.id.in_(_FORMER)))
_OF_MEETING = (
    select(*_KNOWN)
    .join(meetings.MEETING, meetings.MEETING.c.id == DOCUMENT.c.meeting_id)
    .where(meetings.MEETING.c.forum_key == bindparam("forum"), meetings.MEETING.c.day == bindparam("on"))
    .order_by(DOCUMENT.c.id)
)
_SHARING = (
    select(_line.c.document_id, func.count())
    .where(_line.c.fingerprint.in_(bindparam("numbers", expanding=True)))
    .group_by(_line.c.document_id)
    .having(func.count() >= _FEWEST)
)


@dataclass(frozen=True, slots=True)
class Stored:
    """A referat found in the store."""

    id: int
    source: str
    hash: str
    version: int
    meeting: Meeting
    meeting_id: int | None


def _stored(row: RowMapping) -> Stored:
    return Stored(row["id"], row["source"], row["hash"], row["version"], meeting_from(row["meeting"]), row["meeting_id"])


def by_hash(connection: Connection, hash_: str) -> Stored | None:
    """The referat that has, or in an earlier version had, exactly this text."""
    row = connection.execute(_BY_HASH, {"wanted": hash_}).mappings().first()
    return _stored(row) if row else None


def earlier_version(connection: Connection, minutes: Minutes) -> Stored | None:
    """The stored referat that `minutes` corrects: the same meeting's, or one that shares most of its lines; None when it is new.

    Another paper of the same meeting (a closed part, an appendix) shares neither lines nor items and is a referat of its own.
    """
    shared = _sharing(connection, sketch(minutes.text))
    for id_ in sorted(shared, key=lambda i: (-shared[i], i)):
        stored = _get(connection, id_)
        if shared[id_] >= _needed(stored, minutes):
            return stored
    head = minutes.meeting
    if head.forum and head.date:
        for row in connection.execute(_OF_MEETING, {"forum": key(head.forum), "on": head.date}).mappings():
            if shared.get(row["id"], 0.0) >= _SAME_MEETING or _same_items(connection, row["id"], minutes):
                return _stored(row)
    return None


def _needed(stored: Stored, minutes: Minutes) -> float:
    """The share of lines that makes two referater one."""
    one, other = stored.meeting, minutes.meeting
    if key(one.forum or "") == key(other.forum or "") and one.date == other.date and one.date is not None:
        return _SAME_MEETING
    undated = one.date is None or other.date is None
    named = stored.source == minutes.source.name != "-"
    return _ALIKE_BY_NAME if undated or named else _ALIKE


def _sharing(connection: Connection, numbers: Sequence[int]) -> dict[int, float]:
    """Stored referater that share lines, with the share of the shorter sketch."""
    if not numbers:
        return {}
    hits = {row[0]: int(row[1]) for row in connection.execute(_SHARING, {"numbers": numbers})}
    if not hits:
        return {}
    size = select(_line.c.document_id, func.count()).where(_line.c.document_id.in_(hits)).group_by(_line.c.document_id)
    sizes = {row[0]: int(row[1]) for row in connection.execute(size)}
    return {id_: n / max(len(numbers), sizes[id_]) for id_, n in hits.items()}


def _same_items(connection: Connection, document: int, minutes: Minutes) -> bool:
    """Whether at least half of the items' titles are the same."""
    stored = set(connection.execute(select(ITEM.c.title).where(ITEM.c.document_id == document)).scalars())
    titles = {i.title for i in minutes.items}
    if not titles or not stored:
        return not minutes.items and not stored
    return len({key(t) for t in titles} & {key(t) for t in stored}) * 2 >= min(len(titles), len(stored))


def _get(connection: Connection, id_: int) -> Stored:
    return _stored(connection.execute(select(*_KNOWN).where(DOCUMENT.c.id == id_)).mappings().one())


def put(step: OpenStep, minutes: Minutes, earlier: Stored | None) -> int:
    """Store a referat with its meeting, items and decisions; an earlier version is kept beside it. Returns its id."""
    connection = step.connection
    meeting_id = meetings.put(connection, minutes.meeting, held=not minutes.agenda_only) if minutes.meeting.date else None
    values: dict[str, Any] = {
        "source": minutes.source.name,
        "hash": text_hash(minutes.text),
        "layout": minutes.layout,
        "meeting": meeting_text(minutes.meeting),
        "meeting_id": meeting_id,
        "imported": step.moment,
        "step_id": step.id,
        **source_text(minutes.source),
    }
    if earlier is None:
        document = inserted(connection, DOCUMENT, values | {"version": 1})
    else:
        document = earlier.id
        _keep_version(connection, document)
        connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == document).values(values | {"version": earlier.version + 1}))
        connection.execute(delete(_line).where(_line.c.document_id == document))
        connection.execute(delete(ITEM).where(ITEM.c.document_id == document))
        if earlier.meeting_id is not None and earlier.meeting_id != meeting_id:
            meetings.release(connection, earlier.meeting_id)
    insert_rows(connection, _line, [{"fingerprint": n, "document_id": document} for n in sketch(minutes.text)])
    _put_items(connection, document, minutes)
    return document


def _keep_version(connection: Connection, document: int) -> None:
    columns = ("version", "source", "hash", "text", "imported")
    copy = select(DOCUMENT.c.id, *(DOCUMENT.c[c] for c in columns)).where(DOCUMENT.c.id == document)
    connection.execute(insert(_version).from_select(["document_id", *columns], copy))


def _put_items(connection: Connection, document: int, minutes: Minutes) -> None:
    ids = reserve_ids(connection, ITEM, len(minutes.items))
    forum_key, day = key(minutes.meeting.forum or ""), minutes.meeting.date
    items, decisions = [], []
    for position, (id_, item) in enumerate(zip(ids, minutes.items, strict=True)):
        title_key, title_word = matter(item.title)
        items.append(
            item_row(item)
            | {
                "id": id_,
                "document_id": document,
                "position": position,
                "title_key": title_key,
                "title_word": title_word,
                "case_key": key(item.case_number) if item.case_number else None,
                "forum_key": forum_key,
                "day": day,
            }
        )
        decisions += [decision_row(d) | {"item_id": id_, "position": n} for n, d in enumerate(item.decisions)]
    insert_rows(connection, ITEM, items)
    insert_rows(connection, _decision, decisions)


def items_of(connection: Connection, document: int) -> tuple[AgendaItem, ...]:
    """The items of a referat with their decisions."""
    rows = connection.execute(select(ITEM).where(ITEM.c.document_id == document).order_by(ITEM.c.position)).mappings().all()
    decisions: dict[int, list[RowMapping]] = {}
    query = select(_decision).join(ITEM, ITEM.c.id == _decision.c.item_id).where(ITEM.c.document_id == document)
    for row in connection.execute(query.order_by(_decision.c.item_id, _decision.c.position)).mappings():
        decisions.setdefault(row["item_id"], []).append(row)
    return tuple(item_from(row, decisions.get(row["id"], [])) for row in rows)


def has_decisions(connection: Connection, document: int) -> bool:
    """Whether it is a referat and not merely the agenda of one: an agenda that comes later must not replace it."""
    query = select(_decision.c.item_id).join(ITEM, ITEM.c.id == _decision.c.item_id).where(ITEM.c.document_id == document)
    return connection.execute(query.limit(1)).first() is not None


def read(connection: Connection, document: int) -> tuple[SourceText, Meeting] | None:
    """The text and head of a referat."""
    row = connection.execute(select(DOCUMENT).where(DOCUMENT.c.id == document)).mappings().first()
    return (source_from(row), meeting_from(row["meeting"])) if row else None


def listing(connection: Connection) -> tuple[StoredDocument, ...]:
    """All referater, newest meeting first, with the number of cards of each."""
    numbers = select(_action.c.document_id, func.count().label("n")).group_by(_action.c.document_id).subquery()
    meeting = meetings.MEETING
    columns = [DOCUMENT.c[c] for c in ("id", "source", "hash", "version", "imported")]
    query = (
        select(*columns, meeting.c.forum, meeting.c.day, func.coalesce(numbers.c.n, 0).label("n"))
        .join(meeting, meeting.c.id == DOCUMENT.c.meeting_id, isouter=True)
        .join(numbers, numbers.c.document_id == DOCUMENT.c.id, isouter=True)
        .order_by(meeting.c.day.desc(), DOCUMENT.c.id)
    )
    return tuple(
        StoredDocument(r.id, r.source, r.hash, r.version, r.forum, r.day, _moment(r.imported), r.n) for r in connection.execute(query)
    )


def _moment(text: str) -> datetime:
    return moment_from(text)
