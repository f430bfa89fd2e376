"""Use case: care of the database: backup, restore, migrate, doctor; dump and load of everything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import InputError, MissingFile, StoreUnavailable, WriteFailed
from tracker.services.whole_files import written_whole

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Problem:
    """Something `doctor` found. `check` is integrity, orphans, search, derived, encoding or clock."""

    check: str
    detail: str


def backup(workspace: Workspace, target: Path) -> int:
    """A checked copy of an SQLite database, made while it is in use; returns its size in bytes.

    Raises StoreUnavailable for a server's database, InputError, StoreError.
    """
    from tracker.store import care

    care.backup(workspace.database, target)
    return target.stat().st_size


def restore(url: str, backup_file: Path) -> Path | None:
    """Put a backup in the database's place; the former one is kept, its path returned. Raises InputError, StoreError."""
    from tracker.store import care, files
    from tracker.store.addresses import parsed

    path = files.path_of(parsed(url))
    if path is None:
        raise StoreUnavailable(url=url.split(":", 1)[0], reason="only SQLite files are restored; use: tracker load")
    return care.restore(backup_file, path)


def migrate(url: str) -> tuple[int, int]:
    """Bring an older database up to this program's schema; returns (from, to). SQLite files are backed up beside first.

    Raises StoreTooNew, StoreError.
    """
    from tracker.store import migrating

    return migrating.migrate(url)


def doctor(workspace: Workspace) -> tuple[Problem, ...]:
    """Everything that can be checked: seconds on a large database. Raises StoreError when it cannot even be read."""
    from tracker.store import care
    from tracker.store.texts import moment_text

    return tuple(Problem(*found) for found in care.problems(workspace.database, moment_text(workspace.clock())))


def repair_search(workspace: Workspace) -> None:
    """Make the full-text index anew, when `doctor` says it does not agree."""
    from tracker.store import care

    care.rebuild_search(workspace.database)


def dump(workspace: Workspace, target: Path) -> int:
    """Everything as JSON lines; returns the number of lines. The target appears when it is whole. Raises StoreError, WriteFailed."""
    from tracker.store import archive

    count = 0
    with workspace.database.read() as connection:
        # The file's own errors are caught inside: outside they would be taken for the database's.
        try:
            with written_whole(target) as place, place.open("w", encoding="utf-8", newline="\n") as file:
                for line in archive.lines(connection):
                    file.write(line + "\n")
                    count += 1
        except OSError as error:
            raise WriteFailed(name=str(target), reason=error.strerror or type(error).__name__) from error
    return count


def load(workspace: Workspace, source: Path) -> int:
    """Fill an empty database from a dump; returns the number of rows. Nothing is written when the dump is broken.

    Raises MissingFile, InputError (broken, cut short, newer, or the database is not empty), StoreError.
    """
    from tracker.store import archive

    if not source.is_file():
        raise MissingFile(name=str(source))
    try:
        with source.open(encoding="utf-8") as file, workspace.database.write() as connection:
            return archive.fill(connection, file, source.name)
    except UnicodeDecodeError as error:
        raise InputError(name=source.name, reason="not a dump of tracker, or broken") from error
