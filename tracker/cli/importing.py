"""`tracker import` and `tracker watch`: minutes go in; what changed comes out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.context import Session
from tracker.cli.output import clean, cut, fail, put, say
from tracker.locale import _, n_
from tracker.locale.format import day
from tracker.services.sources import limits, rules

if TYPE_CHECKING:
    from tracker.services.import_minutes import DocumentReport, ImportReport, Rules
    from tracker.services.workspace import Workspace

NEVER_HISTORY = 36_500
"""Days: a century, more than any referat is old."""


@click.command("import", help="Import minutes: files, folders or -. The same file again adds nothing; a corrected one updates.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--no-history", is_flag=True, help="Treat old finds as current instead of as history.")
@click.pass_obj
def import_(session: Session, paths: tuple[str, ...], no_history: bool) -> int:
    """Import and tell what changed; the exit status is 1 when a file could not be used."""
    days = None if no_history else session.settings.history_after_days
    with session.workspace() as workspace:
        report = import_with_progress(session, workspace, list(paths), history_after_days=days)
    return 1 if report.errors else 0


def import_with_progress(session: Session, workspace: Workspace, paths: list[str], *, history_after_days: int | None) -> ImportReport:
    """Import with a progress bar on a terminal, then print what changed on stdout and failures on stderr.

    `history_after_days` None means that nothing is old enough to be history.
    """
    from tracker.services.import_minutes import import_files

    entering = rules_of(session, NEVER_HISTORY if history_after_days is None else history_after_days)
    bar = click.progressbar(length=0, label=_("Importing"), file=sys.stderr, hidden=not sys.stderr.isatty(), item_show_func=_shown)

    def progress(number: int, total: int, name: str) -> None:
        bar.length = total
        bar.update(number - bar.pos, name)

    with bar:
        report = import_files(workspace, paths, limits(session.settings), rules=entering, progress=progress)
    for document in report.documents:
        if document.error is not None:
            fail(document.error.message(_))
        else:
            put(_document_line(document))
    say(summary(report))
    return report


def rules_of(session: Session, history_after_days: int) -> Rules:
    """How finds enter, as the settings say. Raises UsageError for a table of events that cannot be read."""
    return rules(session.settings, history_after_days)


def _shown(name: str | None) -> str | None:
    return cut(clean(name), 40) if name else None


def _document_line(document: DocumentReport) -> str:
    names = {"new": _("new"), "updated": _("updated"), "unchanged": _("nothing new")}
    parts = [names.get(document.outcome, document.outcome)]
    for count, text in (
        (len(document.added), _("{count} found")),
        (document.review, _("{count} for review")),
        (document.history, _("{count} as history")),
        (len(document.updated), _("{count} updated")),
        (len(document.vanished), _("{count} no longer in the minutes")),
        (len(document.returned), _("{count} treated again")),
    ):
        if count:
            parts.append(text.format(count=count))
    when = day(document.date) if document.date else _("no date")
    return clean(f"{document.source}: {document.forum or _('unknown forum')} {when}: {', '.join(parts)}")


def summary(report: ImportReport) -> str:
    """One line over all files."""
    added = report.total("added")
    files = len(report.documents)
    text = n_("{files} file", "{files} files", files).format(files=files) + ": "
    if not added and not report.of("new") and not report.of("updated"):
        text += _("nothing new")
    else:
        text += n_("{added} new follow-up", "{added} new follow-ups", added).format(added=added)
        text += ", " + _("{review} of them for review").format(review=report.total("review"))
    failed = len(report.errors)
    if failed:
        text += ", " + n_("{failed} could not be used", "{failed} could not be used", failed).format(failed=failed)
    return text


@click.command(help="Watch a folder and import minutes as they land; stop with Ctrl+C.")
@click.argument("folder", metavar="FOLDER")
@click.option("--once", is_flag=True, help="Import what is there and stop.")
@click.pass_obj
def watch(session: Session, folder: str, once: bool) -> int:
    """Import files as they land."""
    from tracker.services import watch as watching

    entering = rules_of(session, session.settings.history_after_days)
    with session.workspace() as workspace:
        say(_("Watching {folder}; stop with Ctrl+C.").format(folder=folder))
        for document in watching.watch(workspace, folder, limits(session.settings), rules=entering, once=once):
            if document.error is not None:
                fail(document.error.message(_))
            else:
                put(_document_line(document))
    return 0
