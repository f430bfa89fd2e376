"""Order: which cards a list shows, and how they stand."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.locale import _


@dataclass(frozen=True)
class Order:
    """A saved view, narrowed by a filter, sorted and grouped. `group` is "", "responsible", "meeting" or "case"."""

    view: str = "all"
    filter: str = ""
    sort: str = "due"
    descending: bool = False
    group: str = ""


def sorts() -> list[tuple[str, str, str]]:
    """The orders to choose from: name, key, words."""
    return [
        ("due", "f", _("Deadline")),
        ("responsible", "a", _("Responsible")),
        ("text", "h", _("What")),
        ("meeting", "m", _("Meeting")),
        ("case", "c", _("Case")),
        ("status", "s", _("Status")),
        ("light", "l", _("Light")),
        ("changed", "t", _("Last changed")),
    ]


def groups() -> list[tuple[str, str, str]]:
    """The groupings to choose from: name, key, words."""
    return [
        ("", "f", _("Deadline (overdue, this week …)")),
        ("responsible", "a", _("Responsible")),
        ("meeting", "m", _("Meeting")),
        ("case", "c", _("Case")),
    ]
