"""What the program noticed: matters that came back, promises made twice. List, accept, dismiss."""

from __future__ import annotations

from typing import Any

import click

from tracker.cli.context import Session
from tracker.cli.output import cut, put, put_json, say
from tracker.domain.tracking import Proposal, ProposalKind
from tracker.locale import _, n_
from tracker.locale.format import day
from tracker.services.contract import iso

IDS = click.argument("ids", metavar="ID…", type=int, nargs=-1, required=True)


@click.command(help="List open cards whose matter a later meeting treated, and promises that stand twice.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def returned(session: Session, as_json: bool) -> None:
    """Print the undecided proposals."""
    from tracker.services.follow_through import proposals
    from tracker.services.list_actions import get_many

    with session.workspace() as workspace:
        found = proposals(workspace)
        cards = get_many(workspace, [p.action for p in found])
    if as_json:
        put_json({"proposals": [_json(p) for p in found]})
        return
    for proposal in found:
        card = cards[proposal.action]
        put(f"{proposal.id:>5}  {_what(proposal)}")
        put("       " + _("card {id}: {text}").format(id=card.id, text=card.text))
        put(f"       “{cut(' '.join(proposal.evidence.split()), 160)}”")
    count = len(found)
    say(n_("{count} proposal; tracker link ID accepts, tracker dismiss ID drops it", "{count} proposals; tracker link ID accepts, tracker dismiss ID drops one", count).format(count=count))  # fmt: skip  # noqa: E501


def _what(proposal: Proposal) -> str:
    if proposal.kind is ProposalKind.DUPLICATE:
        return _("the same promise as card {id}?").format(id=proposal.other)
    when = day(proposal.meeting_date) if proposal.meeting_date else ""
    parts = (proposal.forum or "", when, _("item {number}").format(number=proposal.item) if proposal.item is not None else "")
    return _("treated again:") + " " + " ".join(p for p in parts if p) + (f": {proposal.item_title}" if proposal.item_title else "")


def _json(proposal: Proposal) -> dict[str, Any]:
    return {
        "id": proposal.id,
        "action": proposal.action,
        "kind": str(proposal.kind),
        "why": proposal.why,
        "evidence": proposal.evidence,
        "forum": proposal.forum,
        "meeting_date": iso(proposal.meeting_date),
        "item": proposal.item,
        "item_title": proposal.item_title,
        "outcome": proposal.outcome,
        "source": proposal.source,
        "other": proposal.other,
        "score": round(proposal.score, 3),
    }


@click.command(help="Accept proposals (their numbers are in tracker returned): the card is closed with the link.")
@IDS
@click.pass_obj
def link(session: Session, ids: tuple[int, ...]) -> None:
    """Accept."""
    from tracker.services import follow_through

    with session.workspace() as workspace:
        for id_ in ids:
            for action in follow_through.link(workspace, id_).actions:
                say(_("Closed: {id} {text}").format(id=action.id, text=action.text))
    say(_("Take it back with: tracker undo"))


@click.command(help="Dismiss proposals that are beside the point; they do not return.")
@IDS
@click.pass_obj
def dismiss(session: Session, ids: tuple[int, ...]) -> None:
    """Dismiss."""
    from tracker.services import follow_through

    with session.workspace() as workspace:
        follow_through.dismiss(workspace, ids)
    say(n_("{count} proposal dismissed", "{count} proposals dismissed", len(ids)).format(count=len(ids)))
    say(_("Take it back with: tracker undo"))
