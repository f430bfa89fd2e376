"""`tracker export`: action items as a calendar, CSV, JSON or Excel file, or on stdout."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from tracker.cli.context import Session
from tracker.cli.output import say
from tracker.cli.selection import Selection, filters
from tracker.domain.followup import ActionItem
from tracker.errors import UsageError, WriteFailed
from tracker.locale import _, n_
from tracker.services import export as exports
from tracker.services.whole_files import written_whole

FILE = click.argument("file", metavar="[FILE]", required=False)
OUTPUT = click.option("--output", "-o", metavar="FILE", help="Write to this file instead of stdout.")


@click.group(help="Write action items to a file: ics, csv, json or xlsx.")
def export() -> None:
    """Exports."""


def _chosen(session: Session, selection: Selection, *, everything: bool = True) -> list[ActionItem]:
    from tracker.services.list_actions import every

    query = selection.conditions(session.today, only_open=not everything)
    with session.workspace() as workspace:
        return list(every(workspace, query))


def deliver(data: bytes, file: str | None) -> None:
    """Write the whole file, or nothing of it. Without a file: stdout. Raises WriteFailed."""
    if file is None or file == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        with written_whole(Path(file)) as place:
            place.write_bytes(data)
    except OSError as error:
        raise WriteFailed(name=file, reason=error.strerror or str(error)) from error


def _written(actions: Sequence[ActionItem], file: str | None) -> None:
    if file and file != "-":
        count = len(actions)
        say(n_("{count} action item written to {file}", "{count} action items written to {file}", count).format(count=count, file=file))


@export.command(help="A calendar file with one event a deadline. Opening it copies; to subscribe, see: tracker feeds.")
@filters
@FILE
@OUTPUT
@click.option("--tasks", is_flag=True, help="Tasks (VTODO) instead of events, for programs that show tasks.")
@click.option("--hide-titles", is_flag=True, help="Only case numbers in the titles, for calendars outside the house.")
@click.pass_obj
def ics(session: Session, selection: Selection, file: str | None, output: str | None, tasks: bool, hide_titles: bool) -> None:
    """Write a calendar."""
    actions = [a for a in _chosen(session, selection, everything=False) if publishable(a)]
    data = calendar(actions, tasks=tasks, hide_titles=hide_titles)
    deliver(data, output or file)
    _written([a for a in actions if tasks or a.due], output or file)  # a card without a day has no event


def publishable(action: ActionItem) -> bool:
    """Whether a card may leave the house: nothing rejected or of an item closed to the public."""
    return action.reason != "rejected" and not action.closed


def calendar(actions: Sequence[ActionItem], *, tasks: bool = False, hide_titles: bool = False) -> bytes:
    """The octets of a calendar with these cards, in the language in force."""
    from tracker.ical import CalendarOptions, Components, calendar_bytes
    from tracker.services.calendar_texts import calendar_texts

    options = CalendarOptions(components=Components.TODO if tasks else Components.EVENT, hide_titles=hide_titles)
    return calendar_bytes(actions, name=_("Follow-up"), texts=calendar_texts(), options=options)


@export.command("csv", help="Semicolon-separated, as Danish Excel reads it.")
@filters
@FILE
@OUTPUT
@click.pass_obj
def csv_(session: Session, selection: Selection, file: str | None, output: str | None) -> None:
    """Write CSV."""
    actions = _chosen(session, selection)
    deliver(exports.as_csv(actions).encode(), output or file)
    _written(actions, output or file)


@export.command("json", help="The same shape as: tracker list --json.")
@filters
@FILE
@OUTPUT
@click.pass_obj
def json_(session: Session, selection: Selection, file: str | None, output: str | None) -> None:
    """Write JSON."""
    actions = _chosen(session, selection)
    deliver(exports.as_json(actions).encode(), output or file)
    _written(actions, output or file)


@export.command(help="An Excel workbook with filters and real dates.")
@filters
@FILE
@OUTPUT
@click.pass_obj
def xlsx(session: Session, selection: Selection, file: str | None, output: str | None) -> None:
    """Write a workbook."""
    target = output or file
    if target is None and sys.stdout.isatty():
        raise UsageError(reason=_("Name a file: a workbook cannot be shown on a terminal."))
    actions = _chosen(session, selection)
    deliver(exports.as_xlsx(actions), target)
    _written(actions, target)
