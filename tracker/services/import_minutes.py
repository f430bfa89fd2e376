"""Use case: minutes go in, cards come out. One transaction a referat, so a stop at any instant leaves whole referater only.

The same text again adds nothing. A corrected referat updates what was extracted, keeps what people entered, keeps ids and UIDs, and
marks cards whose words are gone instead of deleting them. What a person has rejected stays rejected.

Finds below `review_below` enter as "til gennemsyn", the others as open. Finds of decisions older than `history_after_days` whose day
has passed (or that never had one) enter as history: they bother nobody and can be closed in bulk.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem, Extraction, FollowUp, Status
from tracker.domain.minutes import AgendaItem, Minutes, SourceText
from tracker.domain.party import Party
from tracker.errors import NotMinutes, TrackerError
from tracker.services.matching import Trait, match
from tracker.services.sentence import short_sentence

if TYPE_CHECKING:
    from sqlalchemy.engine import RowMapping

    from tracker.reading import Limits
    from tracker.services.workspace import Workspace
    from tracker.store.cards import NewCard
    from tracker.store.steps import OpenStep

REVIEW_BELOW = 0.9
HISTORY_AFTER_DAYS = 183


@dataclass(frozen=True, slots=True)
class Rules:
    """How finds enter: see the module's docstring."""

    review_below: float = REVIEW_BELOW
    history_after_days: int = HISTORY_AFTER_DAYS


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


@dataclass(slots=True)
class ImportReport:
    """What the import of several files did, in their order."""

    documents: list[DocumentReport] = field(default_factory=list)

    def total(self, what: str) -> int:
        """The sum of one field over all documents: "added", "updated", "vanished", "returned", "kept", "history" and so on."""
        values = [getattr(d, what) for d in self.documents]
        return sum(v if isinstance(v, int) else len(v) for v in values)

    def of(self, outcome: str) -> list[DocumentReport]:
        """The documents with an outcome."""
        return [d for d in self.documents if d.outcome == outcome]

    @property
    def errors(self) -> list[TrackerError]:
        """Why files could not be used."""
        return [d.error for d in self.documents if d.error is not None]


Progress = Callable[[int, int, str], None]
"""Called before each file with (number from 0, total, name), and after the last with (total, total, "")."""


def import_files(
    workspace: Workspace,
    names: Iterable[str],
    limits: Limits | None = None,
    *,
    rules: Rules | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Import files, folders or "-". What cannot be read is reported and the rest goes on. Raises StoreError."""
    from tracker.reading import Limits
    from tracker.services.sources import expand, read_one

    report = ImportReport()
    all_names = list(expand(names))
    for number, name in enumerate(all_names):
        if isinstance(name, TrackerError):
            report.documents.append(DocumentReport(str(name.params.get("name", "")), "failed", error=name))
            continue
        if progress:
            progress(number, len(all_names), name)
        try:
            source = read_one(name, limits or Limits())
        except TrackerError as error:
            report.documents.append(DocumentReport(name, "failed", error=error))
            continue
        report.documents.append(import_text(workspace, source, rules=rules))
    if progress:
        progress(len(all_names), len(all_names), "")
    return report


def import_text(workspace: Workspace, source: SourceText, *, rules: Rules | None = None) -> DocumentReport:
    """Import one text as read. A text that is not minutes gives a report with the error. Raises StoreError."""
    known = _known(workspace, source)
    if known is not None:
        return known
    from tracker.extraction import extract
    from tracker.reading import parse

    try:
        minutes = parse(source)
        if not minutes.items:
            raise NotMinutes(name=source.name, reason="no items and no decisions")
        extraction = extract(minutes)
    except TrackerError as error:
        return DocumentReport(source.name, "failed", error=error)
    return import_one(workspace, minutes, extraction, parties=_parties(minutes, extraction), rules=rules)


def _parties(minutes: Minutes, extraction: Extraction) -> tuple[Party, ...]:
    """Who the referat names: everyone on its attendance list, units it introduces, and whoever its finds concern."""
    from tracker.extraction import parties

    directory = parties.build(minutes)
    named = dict.fromkeys(name for find in extraction.follow_ups for name in (*find.responsible, *find.recipients))
    return (*(Party(name, directory.classify(name)) for name in named), *directory.parties())


def _known(workspace: Workspace, source: SourceText) -> DocumentReport | None:
    """The report for a text that is stored already; None when it is not."""
    from tracker.store import documents

    with workspace.database.read() as connection:
        stored = documents.by_hash(connection, documents.text_hash(source.text))
    if stored is None:
        return None
    return DocumentReport(source.name, "unchanged", stored.id, stored.meeting.forum, stored.meeting.date)


def import_one(
    workspace: Workspace, minutes: Minutes, extraction: Extraction, *, parties: Iterable[Party] = (), rules: Rules | None = None
) -> DocumentReport:
    """Store one referat with its finds, in one transaction. Raises StoreError."""
    from tracker.store import directory, documents, proposals
    from tracker.store.folding import key

    rules = rules or Rules()
    with workspace.step("import", kind="import") as step:
        connection = step.connection
        again = documents.by_hash(connection, documents.text_hash(minutes.text))
        if again is not None:
            return DocumentReport(minutes.source.name, "unchanged", again.id, again.meeting.forum, again.meeting.date)
        earlier = documents.earlier_version(connection, minutes)
        if earlier is not None and minutes.agenda_only and documents.has_decisions(connection, earlier.id):
            return DocumentReport(minutes.source.name, "unchanged", earlier.id, earlier.meeting.forum, earlier.meeting.date)
        document = documents.put(step, minutes, earlier)
        forum_key = key(minutes.meeting.forum or "")
        attended = frozenset(key(a.name) for a in minutes.meeting.attendees)
        touched = directory.put_mentions(connection, document, forum_key, parties, attended)
        report = _store_finds(step, workspace.today, document, earlier is not None, minutes, extraction, rules)
        _rejoin(step, forum_key, touched, report)
        learnt = {d for d in (minutes.meeting.date, minutes.meeting.next_meeting, earlier.meeting.date if earlier else None) if d}
        if learnt:
            resolve_waiting(step, forum_key, learnt)
        proposals.refresh(step, document, known=earlier is not None)
    return report


def _rejoin(step: OpenStep, forum_key: str, forms: set[str], report: DocumentReport) -> None:
    """Join names on older cards anew, now that the forum's minutes know more (or less)."""
    from tracker.store import actions, directory

    if forms:
        fresh = set(report.added)
        actions.rejoin(step, [id_ for id_ in directory.written_so(step.connection, forum_key, forms) if id_ not in fresh])


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


def _store_finds(
    step: OpenStep, today: date, document: int, known: bool, minutes: Minutes, extraction: Extraction, rules: Rules
) -> DocumentReport:
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


def _card_traits(step: OpenStep, rows: Sequence[RowMapping]) -> list[Trait]:
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


def _update_card(step: OpenStep, row: RowMapping, minutes: Minutes, items: dict[int, AgendaItem], find: FollowUp) -> bool:
    """Bring a card up to what the corrected referat says; fields a person has corrected stay. Returns whether anything changed."""
    from tracker.store import actions
    from tracker.store.mapping import deadline_text, names_text, to_json, why_text
    from tracker.store.meetings import due_in_force

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
