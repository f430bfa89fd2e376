"""What every command is given: the settings in force, and the database opened on demand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from tracker import settings as settings_

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace


class Session:
    """One run of the program. Options arrive before the command runs; the settings are read at first use and then stay."""

    def __init__(self) -> None:
        self.options: dict[str, str] = {}

    @cached_property
    def settings(self) -> settings_.Settings:
        """The settings in force. Raises UsageError for a bad settings file or value."""
        return settings_.load(**self.options)

    @property
    def today(self) -> date:
        """The day lists and typed dates are reckoned from."""
        return settings_.today(self.settings)

    @property
    def user(self) -> str:
        """Who acts."""
        return settings_.user_name(self.settings)

    @property
    def database(self) -> str:
        """The address of the database."""
        return settings_.database_url(self.settings)

    def open_workspace(self, *, create: bool = True) -> Workspace:
        """Open the database, made when there is none unless `create` is False. The caller closes it; commands use `workspace()`."""
        from tracker.services.workspace import Workspace

        if not self.settings.database:
            settings_.data_folder().mkdir(parents=True, exist_ok=True)
        return Workspace.open(self.database, today=self.today, user=self.user, create=create)

    @contextmanager
    def workspace(self, *, create: bool = True) -> Iterator[Workspace]:
        """The database for the time of one command."""
        workspace = self.open_workspace(create=create)
        try:
            yield workspace
        finally:
            workspace.close()
