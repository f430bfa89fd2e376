"""`tracker list` and `tracker show`: the tracked action items, as plain lines that a screen reader reads well."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from itertools import islice

import click

from tracker.cli.context import Session
from tracker.cli.output import put, put_json, say
from tracker.cli.selection import Selection, filters
from tracker.domain.followup import ActionItem
from tracker.domain.tracking import ActionDetail
from tracker.errors import UsageError
from tracker.locale import _, n_
from tracker.locale.format import day, long_day, relative_day
from tracker.services import wording
from tracker.services.contract import action_json, actions_json, instant
from tracker.services.export import as_csv, light_name, status_name
from tracker.settings import TIME_ZONE


@click.command(
    "list",
    help="List the open action items, the most urgent first. "
    "With --json or --csv: everything tracked, also what is done, dropped or history.",
)
@filters
@click.option("--history", is_flag=True, help="Also what was old when it was imported.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most this many.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--csv", "in_csv", is_flag=True, help="As CSV, as Danish Excel reads it.")
@click.pass_obj
def list_(session: Session, selection: Selection, history: bool, limit: int | None, as_json: bool, in_csv: bool) -> None:
    """Print the cards meant."""
    from tracker.services.list_actions import count, every

    if as_json and in_csv:
        raise UsageError(reason=_("Choose one of --json and --csv."))
    machine = as_json or in_csv
    query = selection.conditions(session.today, only_open=not machine, history=machine or history)
    old = 0
    with session.workspace() as workspace:
        found = list(islice(every(workspace, query), limit))
        if not (machine or history):
            old = count(workspace, selection.conditions(session.today, only_open=True)) - count(workspace, query)
    if as_json:
        put_json(actions_json(found))
    elif in_csv:
        click.echo(as_csv(found), nl=False)
    else:
        print_list(found, session.today)
        if old:
            say(
                n_("{count} more in history: tracker list --history", "{count} more in history: tracker list --history", old).format(
                    count=old
                )
            )


def print_list(actions: Sequence[ActionItem], today: date) -> None:
    """Three lines a card: number, deadline and state; what; who and where from."""
    for action in actions:
        put(f"{action.id:>5}  {_when(action, today)}{_marks(action)}")
        put(f"       {action.text}")
        put(f"       {', '.join(action.responsible) or _('nobody named')} · {origin(action)}")
    count = len(actions)
    say(n_("{count} action item", "{count} action items", count).format(count=count))


def _when(action: ActionItem, today: date) -> str:
    if action.due is None:
        return action.deadline.text if action.deadline else _("no deadline")
    overdue = "! " if action.is_overdue(today) else ""
    estimated = f" {_('estimated')}" if action.due_estimated else ""
    return f"{overdue}{day(action.due)} ({relative_day(action.due, today)}){estimated}"


def _marks(action: ActionItem) -> str:
    marks = [status_name(action)] if action.status != "open" else []
    if action.light:
        marks.append(light_name(action))
    if action.history:
        marks.append(_("history"))
    return f"  [{', '.join(marks)}]" if marks else ""


def origin(action: ActionItem) -> str:
    """Forum, meeting and item a card stems from."""
    parts = [action.forum or "", day(action.meeting_date) if action.meeting_date else ""]
    if action.item is not None:
        parts.append(_("item {number}").format(number=action.item))
    title = f": {action.item_title}" if action.item_title else ""
    return " ".join(p for p in parts if p) + title


@click.command(help="Show one action item with its evidence, history and notes.")
@click.argument("id_", metavar="ID", type=int)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def show(session: Session, id_: int, as_json: bool) -> None:
    """Print everything about one card."""
    from tracker.services.action_detail import detail

    with session.workspace() as workspace:
        found = detail(workspace, id_)
    if as_json:
        put_json(_detail_json(found))
    else:
        _print_detail(found, session.today)


def _detail_json(found: ActionDetail) -> dict[str, object]:
    history = [{"what": c.what, "old": c.old, "new": c.new, "who": c.who, "when": instant(c.when)} for c in found.history]
    notes = [{"text": n.text, "who": n.who, "when": instant(n.when)} for n in found.notes]
    decision = found.decision.span.of(found.source.text) if found.decision and found.source else None
    return {"action": action_json(found.action), "decision": decision, "history": history, "notes_written": notes}


def _print_detail(found: ActionDetail, today: date) -> None:
    action = found.action
    facts = {
        _("What"): action.text,
        _("Status"): status_name(action),
        _("Light"): light_name(action),
        _("Deadline"): _when(action, today)
        + (f" – “{action.deadline.text}”" if action.deadline and action.due and action.due == action.deadline.due else ""),
        _("Responsible"): ", ".join(action.responsible) or _("nobody named"),
        _("Presented by"): action.presenter or "" if not action.responsible else "",
        _("Recipients"): ", ".join(action.recipients),
        _("Origin"): origin(action),
        _("Case number"): action.case_number or "",
        _("Source"): action.source + (f" ({_('no longer in the minutes')})" if action.source_vanished else ""),
        _("Confidence"): wording.certainty(action.confidence),
        _("Why"): wording.rules(action.rules),
    }
    put(_("No. {id}").format(id=action.id))
    for label, value in facts.items():
        if value:
            put(f"  {label + ':':<16}{value}")
    _print_evidence(found)
    for note in found.notes:
        put(f"  {_('Note')} {day(note.when.astimezone(TIME_ZONE).date())} {note.who}: {note.text}")
    for proposal in found.proposals:
        met = long_day(proposal.meeting_date) if proposal.meeting_date else ""
        put(f"  {_('Came back')} ({proposal.id}): {proposal.forum or ''} {met}: {proposal.evidence}")
    for first, said in wording.steps(found.history):
        put(f"  {day(first.when.astimezone(TIME_ZONE).date())} {first.who}: {said}")


def _print_evidence(found: ActionDetail) -> None:
    """The whole decision, the quote between guillemets."""
    if not (found.source and found.decision):
        put(f"  “{found.action.quote}”")
        return
    text, span = found.source.text, found.decision.span
    passage = span.of(text)
    if found.span is not None and found.span in span:
        at, to = found.span.start - span.start, found.span.end - span.start
        passage = f"{passage[:at]}»{passage[at:to]}«{passage[to:]}"
    put()
    for line in passage.strip().splitlines():
        put(textwrap.fill(line, 100, initial_indent="    ", subsequent_indent="    ") if line.strip() else "")
    put()
