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


def remembered(view: str, filter_: str, sort: str, descending: bool, group: str) -> Order:
    """The order last used; what this program does not know (the file was edited, or is a newer program's) is as at first."""
    known, groupings = {name for name, _letter, _words in sorts()}, {name for name, _letter, _words in groups()}
    first = Order()
    return Order(
        view or first.view, filter_, sort if sort in known else first.sort, descending, group if group in groupings else first.group
    )


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
