"""Columns of the card list: which fit the width, and the words in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tracker.domain.followup import ActionItem, Status
from tracker.locale import _
from tracker.tui import words
from tracker.tui.bands import LIGHTS


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `name` is its component class, `width` its cells (0: shares what is left), `sort` the order a click gives."""

    name: str
    title: str
    width: int
    text: Callable[[ActionItem, date], str]
    sort: str = ""


def _light(card: ActionItem, _today: date) -> str:
    return f"{LIGHTS[card.light]} {words.light(card.light)}" if card.light else ""


def _light_symbol(card: ActionItem, _today: date) -> str:
    return LIGHTS[card.light] if card.light else ""


def _status(card: ActionItem, _today: date) -> str:
    return words.status(card.status)


def _status_symbol(card: ActionItem, _today: date) -> str:
    return {Status.REVIEW: "?", Status.OPEN: "", Status.DONE: "✓", Status.DROPPED: "✗"}[card.status]


def layout(width: int) -> tuple[Column, ...]:
    """The columns for a list `width` cells wide; the promise itself always gets what is left."""

    def due(card: ActionItem, today: date) -> str:
        return words.due_day(card, today, short=width < 100)

    def relative(card: ActionItem, today: date) -> str:
        return words.due_relative(card, today)

    def responsible(card: ActionItem, _today: date) -> str:
        return words.people(card.responsible) or "–"

    def what(card: ActionItem, _today: date) -> str:
        return card.text or card.quote

    def origin(card: ActionItem, _today: date) -> str:
        return words.origin_short(card)

    roomy, full = width >= 92, width >= 100
    wide, widest = width >= 128, width >= 150
    columns = [
        Column("due", _("Deadline"), 14 if full else 12 if roomy else 10, due, "due"),
        *([Column("relative", "", 13, relative, "due")] if width >= 64 else []),
        Column("responsible", _("Responsible"), 22 if widest else 18 if roomy else 14 if width >= 64 else 12, responsible, "responsible"),
        Column("what", _("What"), 0, what, "text"),
    ]
    if wide:
        columns.append(Column("origin", _("From"), 30 if widest else 26, origin, "meeting"))
    columns.append(Column("light", _("Light") if full else "", 6 if full else 1, _light if full else _light_symbol, "light"))
    columns.append(Column("status", _("Status") if wide else "", 13 if wide else 1, _status if wide else _status_symbol, "status"))
    return tuple(columns)


def widths(columns: tuple[Column, ...], width: int) -> tuple[int, ...]:
    """The cells of each column: one cell between columns, the open one takes what is left (at least 8)."""
    fixed = sum(c.width for c in columns) + len(columns) - 1
    return tuple(c.width or max(width - fixed, 8) for c in columns)
