"""Settings: read once at the edge, frozen, passed on.

Order, later wins: the defaults below; the file `settings.toml` in the user's configuration folder (or the file that
TRACKER_SETTINGS names); environment variables TRACKER_<NAME>; options of the command line.
A flat list of scalars needs no settings library: the two candidates cost 45 and 130 ms of every start.
"""

from __future__ import annotations

import getpass
import os
import tomllib
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import platformdirs

from tracker.errors import UsageError
from tracker.locale import _

if TYPE_CHECKING:
    from collections.abc import Mapping

TIME_ZONE = ZoneInfo("Europe/Copenhagen")
APP = "tracker"


LOCAL = "http://127.0.0.1:8080"
"""Where `tracker serve` answers when nobody has told it otherwise."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a person can set. Sizes in bytes, times in seconds unless the name says otherwise."""

    database: str = ""
    """Database address; empty means an SQLite file in the user's data folder."""
    user: str = ""
    """Who makes changes and whose "Mine" it is; empty means the login name."""
    lang: str = "da"
    """Language of screens, reports and calendars: da or en."""
    today: str = ""
    """The day lists and typed dates are reckoned from (YYYY-MM-DD); empty means the day it is in Copenhagen."""
    review_below: float = 0.9
    """Finds whose confidence lies below this enter as "til gennemsyn" (0..1)."""
    history_after_days: int = 183
    """Finds from decisions older than this at import enter as history: never in feeds, closable in bulk."""
    events: str = ""
    """A TOML file with the dates of the municipality's own events (docs/danish-time.md)."""
    max_file_bytes: int = 100_000_000
    """Largest file that is read."""
    max_unpacked_bytes: int = 400_000_000
    """Most that a packed file (Word, PDF) may unpack to."""
    max_pages: int = 3_000
    """Most pages of a PDF."""
    read_seconds: float = 60.0
    """Longest time the reading of one file may take."""
    base_url: str = ""
    """The address people reach `tracker serve` at, for links in calendars and on the subscription page."""
    theme: str = ""
    """Theme of the dashboard; empty means the one last chosen."""


def data_folder() -> Path:
    """The user's data folder for tracker (made when first written to)."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """The settings file: TRACKER_SETTINGS, else settings.toml in the user's configuration folder."""
    named = environ.get("TRACKER_SETTINGS")
    return Path(named) if named else Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.toml"


def load(environ: Mapping[str, str] | None = None, /, **options: object) -> Settings:
    """Read the settings. `options` are those of the command line; None there means "not given".

    Raises UsageError for a file that is not TOML, an unknown name, or a value of the wrong kind.
    """
    environ = os.environ if environ is None else environ
    values = _from_file(config_file(environ))
    for name in Settings.__slots__:
        found = environ.get(f"TRACKER_{name.upper()}")
        if found:
            values[name] = found
    values |= {name: value for name, value in options.items() if value is not None}
    return _checked(values)


def _from_file(path: Path) -> dict[str, object]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(reason=f"{path}: {error}") from error
    unknown = sorted(set(content) - set(Settings.__slots__))
    if unknown:
        raise UsageError(reason=_("{file}: unknown setting: {names}").format(file=path, names=", ".join(unknown)))
    return content


def _checked(values: Mapping[str, object]) -> Settings:
    defaults = Settings()
    typed: dict[str, object] = {}
    for name, value in values.items():
        kind = type(getattr(defaults, name))
        try:
            typed[name] = kind(str(value))
        except ValueError as error:
            raise UsageError(reason=_("{name}: “{value}” cannot be used").format(name=name, value=value)) from error
    settings = replace(defaults, **typed)  # type: ignore[arg-type]
    if settings.lang not in ("da", "en"):
        raise UsageError(reason=_("lang: “{value}” is not da or en").format(value=settings.lang))
    if settings.today and not 1900 <= day(settings.today).year <= 2200:
        raise UsageError(reason=_("“{text}” is no day to reckon from (1900-2200)").format(text=settings.today))
    return settings


def day(text: str) -> date:
    """A day written YYYY-MM-DD. Raises UsageError for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(reason=_("“{text}” is not a date (YYYY-MM-DD)").format(text=text)) from error


def database_url(settings: Settings) -> str:
    """The database in force; the default is an SQLite file in the user's data folder."""
    return settings.database or f"sqlite:///{(data_folder() / 'tracker.db').as_posix()}"


def user_name(settings: Settings) -> str:
    """Who acts: the setting, else the login name, else "ukendt" (a service without a login)."""
    if settings.user:
        return settings.user
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "ukendt"


def today(settings: Settings) -> date:
    """The day in force: the setting, else the day it is in Copenhagen."""
    return day(settings.today) if settings.today else datetime.now(TIME_ZONE).date()
