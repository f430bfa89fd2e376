"""Use case: minutes go in, cards come out. One transaction a referat, so a stop at any instant leaves whole referater only.

The same text again adds nothing. A corrected referat updates what was extracted, keeps what people entered, keeps ids and UIDs, and
marks cards whose words are gone instead of deleting them. What a person has rejected stays rejected.

Finds below `review_below` enter as "til gennemsyn", the others as open. Finds of decisions older than `history_after_days` whose day
has passed (or that never had one) enter as history: they bother nobody and can be closed in bulk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.domain.followup import Extraction
from tracker.domain.minutes import Minutes, SourceText
from tracker.domain.party import Party
from tracker.errors import NotMinutes, TrackerError
from tracker.services.import_cards import HISTORY_AFTER_DAYS, REVIEW_BELOW, DocumentReport, Rules, resolve_waiting, store_finds

if TYPE_CHECKING:
    from tracker.reading import Limits
    from tracker.services.workspace import Workspace
    from tracker.store.steps import OpenStep

__all__ = ["HISTORY_AFTER_DAYS", "REVIEW_BELOW", "DocumentReport", "ImportReport", "Rules", "import_files", "import_one", "import_text"]


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
        extraction = extract(minutes, events=rules.events if rules else None)
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
    from tracker.store import directory, documents, membership, proposals
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
        touched = directory.put_mentions(connection, document, forum_key, parties, attended, known=earlier is not None)
        report = store_finds(step, workspace.today, document, earlier is not None, minutes, extraction, rules)
        if attended or any(find.responsible for find in extraction.follow_ups):
            membership.learn(connection, forum_key, [a.name for a in minutes.meeting.attendees])
        _rejoin(step, forum_key, touched, report)
        learnt = {d for d in (minutes.meeting.date, minutes.meeting.next_meeting, earlier.meeting.date if earlier else None) if d}
        if learnt:
            resolve_waiting(step, forum_key, learnt)
        proposals.refresh(step, document, minutes, known=earlier is not None)
    return report


def _rejoin(step: OpenStep, forum_key: str, forms: set[str], report: DocumentReport) -> None:
    """Join names on older cards anew, now that the forum's minutes know more (or less)."""
    from tracker.store import actions, directory

    if forms:
        fresh = set(report.added)
        actions.rejoin(step, [id_ for id_ in directory.written_so(step.connection, forum_key, forms) if id_ not in fresh])
