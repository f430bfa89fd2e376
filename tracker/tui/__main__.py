"""`python -m tracker.tui`: the dashboard by the settings alone, as the browser dashboard starts it (there is no terminal then)."""

from __future__ import annotations

from tracker import settings as settings_
from tracker.tui.pace import hurry

if __name__ == "__main__":
    hurry()
    from tracker.tui.app import run

    settings = settings_.load()
    today = settings_.today(settings)
    user = settings_.user_name(settings)

    def open_workspace():  # type: ignore[no-untyped-def]  # noqa: ANN201, D103
        from tracker.services.workspace import Workspace

        if not settings.database:
            settings_.data_folder().mkdir(parents=True, exist_ok=True)
        return Workspace.open(settings_.database_url(settings), today=today, user=user)

    run(open_workspace, settings, today=today, user=user)
