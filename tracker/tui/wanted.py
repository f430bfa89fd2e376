"""What an order means: the query and the sorting the store is asked for, the same before and after the workspace is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.query import Query, Sort
from tracker.tui.order import Order

if TYPE_CHECKING:
    from tracker.services.list_actions import View

FIRST_VIEW = "all"
GROUP_SORTS = {"responsible": Sort.RESPONSIBLE, "meeting": Sort.MEETING, "case": Sort.CASE}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list. `banded` says that its cards may stand under headings of their days."""

    query: Query
    sort: Sort
    descending: bool
    banded: bool


def wanted(order: Order, views: Sequence[View], today: date) -> Wanted:
    """The list of an order; an unknown view means the first. Raises UsageError for a filter that means nothing."""
    by_name = {v.name: v for v in views}
    view = by_name.get(order.view) or by_name[FIRST_VIEW]
    sort, descending = Sort(order.sort), order.descending
    if order.group:
        sort = GROUP_SORTS[order.group]
    elif sort is Sort.DUE and view.sort is not Sort.DUE and not descending:
        sort, descending = view.sort, view.descending
    banded = sort is Sort.DUE and not order.group and view.name not in ("done", "history")
    return Wanted(view.query & filtered(order.filter, today), sort, descending, banded)


def filtered(text: str, today: date) -> Query:
    """What a filter means. Raises UsageError for one that means nothing."""
    if not text:
        return Query()
    from tracker.services.query import parse

    return parse(text, today)
