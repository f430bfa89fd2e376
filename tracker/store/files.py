"""SQLite databases as files: what a file is before it is opened, and whether it lies where SQLite may work."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import StoreDamaged, StoreUnavailable

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

APPLICATION_ID = 0x54524B52
"""Written into the file's header at offset 68 (https://www.sqlite.org/fileformat.html): "TRKR"."""
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "afpfs", "webdav", "davfs", "ncpfs", "fuse.sshfs", "fuse.davfs"}
)
_DRIVE_REMOTE = 4


def path_of(url: URL) -> Path | None:
    """The file an SQLite address names; None for a database in memory or another kind."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def check(url: URL, shown: str) -> bool:
    """Refuse what cannot be a database of ours; True when there is no file (or an empty one) yet. Raises as `check_file`."""
    path = path_of(url)
    return True if path is None else check_file(path, shown)


def check_file(path: Path, shown: str) -> bool:
    """Refuse what cannot be a database of ours; True when there is no file (or an empty one) yet.

    Raises StoreUnavailable (a folder, no folder to make it in, a network share, another program's), StoreDamaged.
    """
    if path.is_dir():
        raise StoreUnavailable(url=shown, reason="that is a folder")
    if not path.parent.is_dir():
        raise StoreUnavailable(url=shown, reason="the folder does not exist")
    if on_network_share(path):
        raise StoreUnavailable(
            url=shown, reason="SQLite cannot share a file over the network safely; use PostgreSQL (--db postgresql+psycopg://…)"
        )
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        return True
    except PermissionError as error:
        raise StoreUnavailable(url=shown, reason="the file may not be read; check its permissions") from error
    if not header:
        return True
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise StoreDamaged(url=shown, reason="not an SQLite database")
    application = int.from_bytes(header[68:72], "big")
    if application not in (0, APPLICATION_ID):
        raise StoreUnavailable(url=shown, reason="it belongs to another program")
    return False


def on_network_share(path: Path) -> bool:
    """Whether the file lies on another machine's disk, where a write-ahead log breaks (https://www.sqlite.org/wal.html)."""
    full = path.resolve()
    if sys.platform == "win32":
        return _remote_on_windows(full)
    return is_network(_mount_kind(full, Path("/proc/self/mountinfo")))


def is_network(kind: str | None) -> bool:
    """Whether a kind of file system lies on another machine."""
    return kind is not None and (kind in _NETWORK or kind.startswith("fuse.rclone"))


def _remote_on_windows(path: Path) -> bool:
    import ctypes

    if str(path).startswith("\\\\"):
        return True
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)  # type: ignore[attr-defined,unused-ignore]
    return kind == _DRIVE_REMOTE


def _mount_kind(path: Path, mounts: Path) -> str | None:
    """The kind of file system the path lies on, from Linux's table of mounts; None where there is none (macOS)."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    best, kind = "", None
    for line in lines:
        left, dash, right = line.partition(" - ")
        fields = left.split()
        if not dash or len(fields) < 5 or not right:
            continue
        point = fields[4].replace("\\040", " ")
        inside = str(path) == point or str(path).startswith(point.rstrip("/") + os.sep)
        if inside and len(point) >= len(best):
            best, kind = point, right.split()[0]
    return kind
