"""Forgetting a person: the name goes from every text of the database, and every place in a text that moves is moved along.

Hashes of referater stay as they are, so that the file, imported again, is known and does not bring the name back.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from sqlalchemy import Column, String, Table, delete, select, text, update

from tracker.store import actions, cards
from tracker.store.folding import key
from tracker.store.steps import OpenStep
from tracker.store.tables import (
    ActionPartyRow,
    ActionRow,
    AliasRow,
    DecisionRow,
    DocumentRow,
    ItemRow,
    KnownFormRow,
    MentionRow,
    PartyRow,
    metadata,
)
from tracker.store.texts import to_json

_party: Table = PartyRow.__table__  # type: ignore[attr-defined]
_alias: Table = AliasRow.__table__  # type: ignore[attr-defined]
_known: Table = KnownFormRow.__table__  # type: ignore[attr-defined]
_mention: Table = MentionRow.__table__  # type: ignore[attr-defined]
_link: Table = ActionPartyRow.__table__  # type: ignore[attr-defined]
_document: Table = DocumentRow.__table__  # type: ignore[attr-defined]
_item: Table = ItemRow.__table__  # type: ignore[attr-defined]
_decision: Table = DecisionRow.__table__  # type: ignore[attr-defined]
_action: Table = ActionRow.__table__  # type: ignore[attr-defined]

_DERIVED = frozenset({"search", "text_key", "responsible_key", "title_key", "title_word", "case_key"})
_NOT_TEXT = frozenset({"uid", "hash", "moment", "created", "changed", "imported", "status", "kind", "state"})
_LEFT_ALONE = frozenset({"alembic_version", "meta", "secret", "document_line"})


def forget(step: OpenStep, party: int, instead: str) -> int:
    """Replace the party's name, and the ways it is written that are its alone, by `instead`. Returns the number of rows changed."""
    pattern = _pattern(_spellings(step, party))

    def clean(value: str) -> str:
        return pattern.sub(instead, value)

    changed = _documents(step, pattern, instead)
    _directory(step, party, instead)
    for table in metadata.sorted_tables:
        if table.name not in _LEFT_ALONE:
            changed += _table(step, table, clean)
    _rederive(step)
    return changed


def _spellings(step: OpenStep, party: int) -> list[str]:
    """The name and the ways of writing it, but not a first name or initials that somebody else has too."""
    connection = step.connection
    row = connection.execute(select(_party).where(_party.c.id == party)).one()
    found = {row.name, *connection.execute(select(_alias.c.name).where(_alias.c.party_id == party)).scalars()}
    written = connection.execute(select(_link.c.written).where(_link.c.party_id == party)).scalars()
    others = select(_known.c.form).where(_known.c.party_key != row.key)
    shared = set(connection.execute(others).scalars()) - {row.key}
    known = connection.execute(select(_known.c.form, _known.c.name).where(_known.c.party_key == row.key)).all()
    found |= {name for _form, name in known} | {w for w in written if key(w) not in shared}
    if row.kind == "person" and " " in row.name:
        first = row.name.split()[0]
        if key(first) not in shared:
            found.add(first)
    return sorted(found, key=len, reverse=True)


def _pattern(spellings: list[str]) -> re.Pattern[str]:
    """The spellings as whole words, in any case and with a genitive s."""
    alternatives = "|".join(r"\s+".join(map(re.escape, s.split())) for s in spellings)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?:s|'s|’s)?(?!\w)", re.IGNORECASE)


def _documents(step: OpenStep, pattern: re.Pattern[str], instead: str) -> int:
    """Clean the texts of referater and move every place in them along."""
    connection = step.connection
    changed = 0
    for id_, body in connection.execute(select(_document.c.id, _document.c.text)).all():
        hits = [m.span() for m in pattern.finditer(body)]
        if not hits:
            continue
        changed += 1
        move = _mover(hits, len(instead))
        pages = json.loads(connection.execute(select(_document.c.pages).where(_document.c.id == id_)).scalar_one())
        values = {"text": pattern.sub(instead, body), "pages": to_json([[move(start), page] for start, page in pages])}
        connection.execute(update(_document).where(_document.c.id == id_).values(values))
        _move_items(step, id_, move)
        _move_cards(step, id_, move)
    return changed


def _mover(hits: list[tuple[int, int]], length: int) -> Callable[[int], int]:
    """Where a position of the old text stands in the new one."""
    starts = [start for start, _ in hits]

    def move(position: int) -> int:
        n = bisect_right(starts, position)
        shift = sum(length - (end - start) for start, end in hits[: n - 1]) if n else 0
        if n == 0:
            return position
        start, end = hits[n - 1]
        if position >= end:
            return position + shift + length - (end - start)
        return start + shift + (length if position > start else 0)

    return move


def _move_items(step: OpenStep, document: int, move: Callable[[int], int]) -> None:
    connection = step.connection
    for row in connection.execute(select(_item).where(_item.c.document_id == document)).mappings().all():
        values = {
            "start": move(row["start"]),
            "end": move(row["end"]),
            "sections": to_json([[k, h, move(s), move(e)] for k, h, s, e in json.loads(row["sections"])]),
            "attachments": to_json([[t, move(s), move(e)] for t, s, e in json.loads(row["attachments"])]),
        }
        connection.execute(update(_item).where(_item.c.id == row["id"]).values(values))
        for decision in connection.execute(select(_decision).where(_decision.c.item_id == row["id"])).mappings().all():
            where = (_decision.c.item_id == row["id"], _decision.c.position == decision["position"])
            connection.execute(update(_decision).where(*where).values({"start": move(decision["start"]), "end": move(decision["end"])}))


def _move_cards(step: OpenStep, document: int, move: Callable[[int], int]) -> None:
    for row in actions.of_document(step.connection, document):
        if row["start"] is None:
            continue
        why = json.loads(row["why"]) if row["why"] else {}
        why["evidence"] = [[role, move(s), move(e)] for role, s, e in why.get("evidence", ())]
        actions.place(step.connection, row["id"], {"start": move(row["start"]), "end": move(row["end"]), "why": to_json(why)})


def _directory(step: OpenStep, party: int, instead: str) -> None:
    """Take the person out of the directory; cards point at the nameless one."""
    connection = step.connection
    row = connection.execute(select(_party).where(_party.c.id == party)).one()
    nameless = connection.execute(select(_party.c.id).where(_party.c.key == key(instead))).scalar()
    connection.execute(delete(_alias).where(_alias.c.party_id == party))
    connection.execute(delete(_known).where(_known.c.party_key == row.key))
    connection.execute(delete(_mention).where(_mention.c.key == row.key))
    written = {"written": instead, "written_key": key(instead)}
    connection.execute(update(_link).where(_link.c.party_id == party).values(written))
    if nameless is None:
        connection.execute(update(_party).where(_party.c.id == party).values(name=instead, key=key(instead), kind="unknown", entered=0))
    else:
        from tracker.store.people import take_over

        take_over(connection, party, nameless)


def _is_text(column: Column[Any]) -> bool:
    """SQLModel's own string type wraps SQLAlchemy's."""
    return isinstance(getattr(column.type, "impl_instance", column.type), String)


def _table(step: OpenStep, table: Table, clean: Callable[[str], str]) -> int:
    """Clean every text column of a table, row by row where something is found."""
    skipped = _NOT_TEXT | _DERIVED | ({"text", "pages"} if table is _document else frozenset())
    texts = [c for c in table.c if _is_text(c) and c.name not in skipped and not c.primary_key]
    if not texts:
        return 0
    keys = list(table.primary_key.columns)
    changed = 0
    for row in step.connection.execute(select(*keys, *texts)).mappings().all():
        values: dict[str, Any] = {}
        for column in texts:
            value = row[column.name]
            if isinstance(value, str) and (cleaned := clean(value)) != value:
                values[column.name] = cleaned
        if values:
            changed += 1
            step.connection.execute(update(table).where(*(c == row[c.name] for c in keys)).values(values))
    return changed


def _rederive(step: OpenStep) -> None:
    """What lists are searched and sorted by follows the cleaned texts."""
    for row in step.connection.execute(select(_action)).mappings().all():
        after = cards.derived(row)
        values = {name: value for name, value in after.items() if row[name] != value}
        if values:
            values["revision"] = step.id
            actions.place(step.connection, row["id"], values)
    if step.connection.dialect.name == "sqlite":
        step.connection.execute(text("INSERT INTO action_search(action_search) VALUES ('rebuild')"))
