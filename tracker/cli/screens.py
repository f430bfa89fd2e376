"""`tracker` and `tracker tui`: the dashboard."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tracker import settings as settings_
from tracker.cli.context import Session
from tracker.errors import UsageError
from tracker.locale import _


@click.command(help="Open the dashboard (the same as tracker without a command).")
@click.pass_obj
def tui(session: Session) -> None:
    """Open the dashboard on the terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(reason=_("The dashboard needs a terminal; use tracker list for plain lines."))
    open_dashboard(session, remember=settings_.data_folder() / "dashboard.json")


def open_dashboard(session: Session, *, remember: Path | None = None) -> None:
    """Run the dashboard until the person leaves; `remember` is the file for the choices last made."""
    from tracker.tui.pace import hurry

    hurry()
    from tracker.tui.app import run

    settings = session.settings
    run(session.open_workspace, settings, today=session.today, user=session.user, remember=remember)
