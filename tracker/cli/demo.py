"""`tracker demo`: the whole path on the bundled fictional minutes, in a throw-away database."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.context import Session
from tracker.cli.export import calendar, deliver
from tracker.cli.listing import print_list
from tracker.cli.output import is_terminal, say
from tracker.cli.screens import open_dashboard
from tracker.locale import _
from tracker.locale.format import long_day

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace


@click.command(help="Try it: import the bundled fictional minutes into a throw-away database and open the dashboard.")
@click.option("--no-tui", is_flag=True, help="Print the list instead of opening the dashboard.")
@click.pass_obj
def demo(session: Session, no_tui: bool) -> int:
    """Import the samples, sum up, write a calendar, open the dashboard (or print the list where there is no terminal)."""
    from tracker.cli.importing import import_with_progress
    from tracker.services import samples
    from tracker.services.list_actions import OPEN, every

    folder = Path(tempfile.mkdtemp(prefix="tracker-demo-"))
    database = folder / "demo.db"
    session.options["database"] = f"sqlite:///{database.as_posix()}"
    session.options.setdefault("today", samples.demo_day().isoformat())
    say(_("Demo: a throw-away database in {path}").format(path=database))
    with session.workspace() as workspace:
        report = import_with_progress(session, workspace, [str(samples.folder())], history_after_days=session.settings.history_after_days)
        actions = list(every(workspace, OPEN))
        meetings = _counts(workspace)
    overdue = sum(a.is_overdue(session.today) for a in actions)
    say(_("Today is {day} in the demo.").format(day=long_day(session.today)))
    summary = _("{meetings} meetings, {decisions} decisions, {found} follow-ups: {actions} current, {overdue} of them overdue")
    found = report.total("added")
    say(summary.format(meetings=meetings[0], decisions=meetings[1], found=found, actions=len(actions), overdue=overdue))
    file = folder / "tracker-demo.ics"
    deliver(calendar([a for a in actions if not a.closed]), str(file))
    say(_("Calendar file: {path}").format(path=file))
    if no_tui or not is_terminal():
        print_list(actions, session.today)
    else:
        open_dashboard(session)
    return 1 if report.errors else 0


def _counts(workspace: Workspace) -> tuple[int, int]:
    """Meetings held, and decisions taken at them."""
    from tracker.services import meetings

    held = [m for m in meetings.listing(workspace) if m.held]
    return len(held), sum(len(item.decisions) for m in held for item, _cards in meetings.items(workspace, m.id))
