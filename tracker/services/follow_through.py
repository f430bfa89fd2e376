"""Use case: following promises through: matters that came back, promises made twice, matters that did not come back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem, Status
from tracker.domain.tracking import Proposal, ProposalKind, ProposalState
from tracker.errors import NotFound, UsageError
from tracker.locale import _
from tracker.services.change_action import MERGED, Done
from tracker.settings import TIME_ZONE

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace


def proposals(workspace: Workspace, *, kind: ProposalKind | None = None, action: int | None = None) -> tuple[Proposal, ...]:
    """The undecided proposals of open cards, newest meeting first; of one card when `action` is given."""
    from tracker.store import proposals as rows

    with workspace.database.read() as connection:
        return rows.listing(connection, action=action, kind=kind.value if kind else None)


def link(workspace: Workspace, proposal: int) -> Done:
    """Accept a proposal: a matter that came back closes its card (with the link in its history), a duplicate is merged.

    Raises NotFound, and UsageError when it has been decided already.
    """
    return _decide(workspace, [proposal], ProposalState.ACCEPTED)


def dismiss(workspace: Workspace, proposals_: int | Iterable[int]) -> Done:
    """The proposals are beside the point: they go and do not return. Raises NotFound, UsageError."""
    return _decide(workspace, [proposals_] if isinstance(proposals_, int) else proposals_, ProposalState.DISMISSED)


def _decide(workspace: Workspace, ids: Iterable[int], state: ProposalState) -> Done:
    from tracker.store import actions
    from tracker.store import proposals as rows

    touched = []
    with workspace.step("link" if state is ProposalState.ACCEPTED else "dismiss") as step:
        for id_ in ids:
            proposal = rows.get(step.connection, id_)
            if proposal is None:
                raise NotFound(what=_("proposal"), id=id_)
            if proposal.state is not ProposalState.OPEN:
                raise UsageError(reason=_("Proposal {id} has been decided already.").format(id=id_))
            if state is ProposalState.ACCEPTED:
                row = actions.load(step.connection, [proposal.action])[proposal.action]
                actions.change(step, row, _closing(proposal))
            rows.decide(step, proposal, state.value)
            touched.append(proposal.action)
        after = actions.get(step.connection, touched)
    return Done("link" if state is ProposalState.ACCEPTED else "dismiss", tuple(after.values()), step.id)


def _closing(proposal: Proposal) -> dict[str, str | None]:
    if proposal.kind is ProposalKind.DUPLICATE:
        return {"status": Status.DROPPED.value, "reason": MERGED, "merged": str(proposal.other)}
    where = " ".join(str(part) for part in (proposal.forum, proposal.meeting_date, proposal.item and f"pkt. {proposal.item}") if part)
    return {"status": Status.DONE.value, "reason": _("treated again: {where}").format(where=where)}


def slipped(workspace: Workspace) -> tuple[ActionItem, ...]:
    """Cards that were to come back by a day now past, in a forum that has met since without treating them."""
    from tracker.store import actions
    from tracker.store import proposals as rows

    with workspace.database.read() as connection:
        ids = rows.slipped(connection, workspace.today)
        found = actions.get(connection, ids)
        return tuple(found[id_] for id_ in ids)


def postponed(workspace: Workspace, since: date) -> tuple[int, ...]:
    """The ids of open cards that people have given a later day on or after `since`."""
    from tracker.store import slipping
    from tracker.store.texts import moment_text

    morning = datetime.combine(since, time(), TIME_ZONE)
    with workspace.database.read() as connection:
        return tuple(slipping.postponed(connection, moment_text(morning)))
