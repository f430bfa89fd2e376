"""Care of the database: backup, restore, migrate, doctor; dump and load of everything."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from tracker.cli.context import Session
from tracker.cli.output import confirmed, is_terminal, put, say
from tracker.errors import UsageError
from tracker.locale import _, n_
from tracker.settings import TIME_ZONE

FILE = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))


@click.command(help="Write everything to a file that load takes, also into another kind of database.")
@FILE
@click.pass_obj
def dump(session: Session, file: Path) -> None:
    """Everything out."""
    from tracker.services import care

    with session.workspace() as workspace:
        lines = care.dump(workspace, file)
    say(n_("{count} line written to {file}", "{count} lines written to {file}", lines).format(count=lines, file=file))


@click.command(help="Fill an empty database from a dump.")
@FILE
@click.pass_obj
def load(session: Session, file: Path) -> None:
    """Everything in."""
    from tracker.services import care

    with session.workspace() as workspace:
        rows = care.load(workspace, file)
    say(n_("{count} row loaded", "{count} rows loaded", rows).format(count=rows))


@click.command(help="Make a checked copy of the database while it is in use (SQLite).")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def backup(session: Session, file: Path | None) -> None:
    """Back up."""
    from tracker.services import care

    target = file or Path(f"tracker-{datetime.now(TIME_ZONE):%Y-%m-%d-%H%M%S}.db")
    with session.workspace() as workspace:
        size = care.backup(workspace, target)
    say(_("Backup of {size} bytes in {file}").format(size=size, file=target))


@click.command(help="Put a backup in the database's place (SQLite); the former one is kept beside it.")
@FILE
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def restore(session: Session, file: Path, yes: bool) -> None:
    """Restore."""
    from tracker.services import care

    if not yes:
        if not is_terminal():
            raise UsageError(reason=_("Restoring replaces the database: add --yes."))
        if not confirmed(_("Replace the database by {file}?").format(file=file)):
            raise click.Abort
    kept = care.restore(session.database, file)
    say(_("Restored from {file}").format(file=file))
    if kept is not None:
        say(_("The former database is kept as {file}").format(file=kept))


@click.command(help="Bring an older database up to this program's schema.")
@click.pass_obj
def migrate(session: Session) -> None:
    """Migrate."""
    from tracker.services import care

    before, after = care.migrate(session.database)
    if before == after:
        say(_("The database is up to date (schema {schema}).").format(schema=after))
    else:
        say(_("Migrated from schema {before} to {after}.").format(before=before, after=after))


@click.command(help="Check everything about the database that can be checked.")
@click.option("--repair-search", is_flag=True, help="Make the full-text index anew.")
@click.pass_obj
def doctor(session: Session, repair_search: bool) -> int:
    """Check; the exit status is 1 when something is wrong."""
    from tracker.services import care

    if repair_search and session.database.startswith("postgresql"):
        raise UsageError(reason=_("PostgreSQL keeps its index itself."))
    with session.workspace(create=False) as workspace:
        if repair_search:
            care.repair_search(workspace)
        problems = care.doctor(workspace)
    for problem in problems:
        put(f"{problem.check}: {problem.detail}")
    say(n_("{count} problem", "{count} problems", len(problems)).format(count=len(problems)) if problems else _("Everything is in order."))
    return 1 if problems else 0
