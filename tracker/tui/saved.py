"""The saved views as they stand on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.locale import _
from tracker.tui.widgets.views import ViewCount


def titles() -> dict[str, tuple[str, str]]:
    """Name of the view -> symbol and title, in the order of the panel."""
    return {
        "all": ("▪", _("All open")),
        "mine": ("@", _("Mine")),
        "overdue": ("!", _("Overdue cards")),
        "this_week": ("▸", _("This week")),
        "next_meeting": ("◆", _("Before next meeting")),
        "no_due": ("○", _("No deadline")),
        "no_responsible": ("–", _("Nobody responsible")),
        "review": ("?", _("To review")),
        "returned": ("↻", _("Treated again")),
        "done": ("✓", _("Done")),
        "history": ("…", _("From before")),
    }


def saved_views(counts: Mapping[str, int]) -> Sequence[ViewCount]:
    """The views that are known, with their counts."""
    return tuple(
        ViewCount(name, title, symbol, counts[name], name == "overdue") for name, (symbol, title) in titles().items() if name in counts
    )


def uncounted_views() -> Sequence[ViewCount]:
    """All of them, before anything has been counted."""
    return tuple(ViewCount(name, title, symbol) for name, (symbol, title) in titles().items())
