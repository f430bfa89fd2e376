"""From finds to cards: which find is which stored card, what a new card looks like, what a corrected referat changes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem, Extraction, FollowUp, Status
from tracker.domain.minutes import AgendaItem, Minutes
from tracker.errors import TrackerError
from tracker.services.matching import Trait, match
from tracker.services.sentence import short_sentence

if TYPE_CHECKING:
    from tracker.services.dates import Events
    from tracker.store.cards import NewCard
    from tracker.store.mapping import Row
    from tracker.store.steps import OpenStep

REVIEW_BELOW = 0.9
HISTORY_AFTER_DAYS = 183


@dataclass(frozen=True, slots=True)
class Rules:
    """How finds enter: see the module's docstring. `events` are the days of the municipality's own events, by name."""

    review_below: float = REVIEW_BELOW
    history_after_days: int = HISTORY_AFTER_DAYS
    events: Events | None = None


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What the import of one file did. `outcome` is "new", "updated", "unchanged" or "failed" (then with `error`).

    `added`, `updated`, `vanished` and `returned` are ids of cards; `kept` counts those that stayed as they were. `suggestions` counts
    what is merely suspected and was not stored. `document` is None only when it failed.
    """

    source: str
    outcome: str
    document: int | None = None
    forum: str | None = None
    date: date | None = None
    added: tuple[int, ...] = ()
    updated: tuple[int, ...] = ()
    vanished: tuple[int, ...] = ()
    returned: tuple[int, ...] = ()
    kept: int = 0
    history: int = 0
    review: int = 0
    suggestions: int = 0
    error: TrackerError | None = None


def resolve_waiting(step: OpenStep, forum_key: str, learnt: Iterable[date]) -> list[int]:
    """Give cards that wait for the forum's next meeting the day it now seems to be; returns those that changed."""
    from tracker.store import actions, meetings

    changed = {id_: (day, estimated) for id_, day, estimated in meetings.waiting(step.connection, forum_key, learnt)}
    touched = []
    for id_, row in actions.load(step.connection, changed).items():
        day, estimated = changed[id_]
        values = {"due": day.isoformat() if day else None, "due_estimated": "1" if estimated else None}
        if actions.change(step, row, values, by="source"):
            touched.append(id_)
    return touched


def store_finds(
    step: OpenStep, today: date, document: int, known: bool, minutes: Minutes, extraction: Extraction, rules: Rules
) -> DocumentReport:
    """Store the finds of a referat: new cards, corrected ones, and marks on those whose words are gone. `known`: stored before."""
    from tracker.store import actions
    from tracker.store import cards as store_cards

    finds = extraction.follow_ups
    items = {i.number: i for i in minutes.items}
    cards = actions.of_document(step.connection, document) if known else []
    pairs = match(_card_traits(step, cards), [_find_trait(f, items) for f in finds]) if cards else {}
    new = [_new_card(step, document, minutes, items, f, today, rules) for i, f in enumerate(finds) if i not in pairs]
    updated, returned = [], []
    for i, j in pairs.items():
        row = cards[j]
        if row["vanished"]:
            returned.append(row["id"])
        if _update_card(step, row, minutes, items, finds[i]):
            updated.append(row["id"])
    gone = [c for j, c in enumerate(cards) if j not in set(pairs.values()) and not c["vanished"]]
    for row in gone:
        actions.change(step, row, {"vanished": "1"}, by="source")
    return DocumentReport(
        source=minutes.source.name,
        outcome="updated" if known else "new",
        document=document,
        forum=minutes.meeting.forum,
        date=minutes.meeting.date,
        added=tuple(store_cards.insert_cards(step, new)),
        updated=tuple(updated),
        vanished=tuple(row["id"] for row in gone),
        returned=tuple(returned),
        kept=len(pairs) - len(updated),
        history=sum(c.action.history for c in new),
        review=sum(c.action.status is Status.REVIEW and not c.action.history for c in new),
        suggestions=len(extraction.suggestions),
    )


def _find_trait(find: FollowUp, items: dict[int, AgendaItem]) -> Trait:
    item = items.get(find.item)
    return Trait(
        quote=find.quote,
        item=find.item,
        title=item.title if item else "",
        case_number=item.case_number if item else None,
        decision_date=find.decision_date,
        responsible=find.responsible,
        deadline=find.deadline.text if find.deadline else None,
        kind=str(find.kind),
    )


def _card_traits(step: OpenStep, rows: Sequence[Row]) -> list[Trait]:
    """Cards as their referat had them, whatever people have corrected since."""
    from tracker.store import actions

    return [
        Trait(
            quote=action.quote,
            item=action.item,
            title=action.item_title,
            case_number=action.case_number,
            decision_date=row["decision_date"],
            responsible=action.responsible,
            deadline=action.deadline.text if action.deadline else None,
            kind=str(action.kind),
        )
        for row, action in zip(rows, actions.as_found(step.connection, rows), strict=True)
    ]


def _new_card(
    step: OpenStep, document: int, minutes: Minutes, items: dict[int, AgendaItem], find: FollowUp, today: date, rules: Rules
) -> NewCard:
    """A find as a card to be stored."""
    from tracker.store import cards
    from tracker.store.meetings import due_in_force

    item = items.get(find.item)
    decided = find.decision_date or minutes.meeting.date
    due, estimated, waiting = due_in_force(step.connection, find.deadline, minutes.meeting.forum, decided)
    old = decided is not None and decided < today - timedelta(days=rules.history_after_days)
    action = ActionItem(
        id=0,
        uid=uuid.uuid4().hex,
        status=Status.REVIEW if find.confidence < rules.review_below else Status.OPEN,
        kind=find.kind,
        text=short_sentence(find.quote),
        quote=find.quote,
        responsible=find.responsible,
        recipients=find.recipients,
        deadline=find.deadline,
        due=due,
        due_estimated=estimated,
        forum=minutes.meeting.forum,
        meeting_date=minutes.meeting.date,
        item=find.item,
        item_title=item.title if item else "",
        case_number=item.case_number if item else None,
        closed=item.closed if item else False,
        source=minutes.source.name,
        confidence=find.confidence,
        rules=find.rules,
        presenter=find.presenter,
        history=old and (due is None or due < today),
    )
    return cards.NewCard(action, decided, find.section, find.span, document, waiting, find)


def _update_card(step: OpenStep, row: Row, minutes: Minutes, items: dict[int, AgendaItem], find: FollowUp) -> bool:
    """Bring a card up to what the corrected referat says; fields a person has corrected stay. Returns whether anything changed."""
    from tracker.store import actions
    from tracker.store.mapping import deadline_text
    from tracker.store.mapping_tracking import why_text
    from tracker.store.meetings import due_in_force
    from tracker.store.texts import names_text, to_json

    item = items.get(find.item)
    decided = find.decision_date or minutes.meeting.date
    due, estimated, waiting = due_in_force(step.connection, find.deadline, minutes.meeting.forum, decided)
    values = {
        "text": short_sentence(find.quote),
        "quote": find.quote,
        "kind": str(find.kind),
        "responsible": names_text(find.responsible) or None,
        "recipients": names_text(find.recipients) or None,
        "deadline": deadline_text(find.deadline),
        "due": due.isoformat() if due else None,
        "due_estimated": "1" if estimated else None,
        "forum": minutes.meeting.forum,
        "meeting_date": minutes.meeting.date.isoformat() if minutes.meeting.date else None,
        "item": str(find.item),
        "item_title": item.title if item else "",
        "case_number": item.case_number if item else None,
        "closed": "1" if item and item.closed else None,
        "source": minutes.source.name,
        "presenter": find.presenter,
        "vanished": None,
    }
    changed = actions.change(step, row, values, by="source")
    columns = {
        "decision_date": decided,
        "section": str(find.section),
        "start": find.span.start,
        "end": find.span.end,
        "confidence": find.confidence,
        "rules": to_json(find.rules),
        "why": why_text(find),
        "due_key": waiting,
    }
    actions.place(step.connection, row["id"], columns)
    return changed
