"""Order: which cards a list shows, and how they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.locale import _


@dataclass(frozen=True)
class Order:
    """A saved view, narrowed by a filter, sorted and grouped. `group` is "", "responsible", "meeting" or "case"."""

    view: str = "all"
    filter: str = ""
    sort: str = "due"
    descending: bool = False
    group: str = ""


def sound(order: Order) -> Order:
    """The order with a sorting and a grouping that exist: what is remembered may stem from another version of the program."""
    known = {name for name, _key, _words in sorts()}, {name for name, _key, _words in groups()}
    return replace(order, sort=order.sort if order.sort in known[0] else "due", group=order.group if order.group in known[1] else "")


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
