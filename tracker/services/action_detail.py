"""Use case: one card with everything around it, for the detail pane and `tracker show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.minutes import AgendaItem, Decision, Span
from tracker.domain.tracking import ActionDetail
from tracker.errors import NotFound
from tracker.locale import _

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace


def detail(workspace: Workspace, id_: int) -> ActionDetail:
    """The card with its decision, item, referat, evidence, history, notes, proposals and ticks. Raises NotFound."""
    from tracker.store import actions, documents, proposals, ticks
    from tracker.store.mapping import action_from
    from tracker.store.mapping_tracking import why_from

    with workspace.database.read() as connection:
        row = actions.load(connection, [id_]).get(id_)
        if row is None:
            raise NotFound(what=_("action item"), id=id_)
        read = documents.read(connection, row["document_id"]) if row["document_id"] is not None else None
        items = documents.items_of(connection, row["document_id"]) if read else ()
        span = Span(row["start"], row["end"]) if row["start"] is not None and read and not row["vanished"] else None
        item = _item_at(items, span, row["item"])
        signals, clauses, evidence = why_from(row["why"])
        return ActionDetail(
            action=action_from(row),
            source=read[0] if read else None,
            meeting=read[1] if read else None,
            agenda_item=item,
            decision=_decision_at(item, span),
            span=span,
            evidence=evidence if span else (),
            signals=signals,
            clauses=clauses,
            history=actions.history(connection, id_),
            notes=actions.notes(connection, id_),
            proposals=proposals.listing(connection, state=None, action=id_),
            ticks=ticks.of_action(connection, id_),
            document=row["document_id"] if read else None,
        )


def _item_at(items: tuple[AgendaItem, ...], span: Span | None, number: int | None) -> AgendaItem | None:
    """The item the words stand in; where they are gone, the one of that number."""
    if span is not None:
        return next((i for i in items if span.start in i.span), None)
    return next((i for i in items if i.number == number), None)


def _decision_at(item: AgendaItem | None, span: Span | None) -> Decision | None:
    if item is None or span is None:
        return None
    return next((d for d in item.decisions if span.start in d.span), None)
