"""Figures of the statistics view, counted by the database: opened and settled by month, the age of what is open."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.followup import Status
from tracker.domain.query import Condition, Field, Operator, Query
from tracker.domain.tracking import StoredParty

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace

MONTHS = 12
"""Months looked back on."""
AGES = (14, 30, 90, 180)
"""Upper bounds of the age groups in days since the meeting; the last group has none."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month: cards that came of its meetings, and cards settled in it."""

    first: date
    opened: int
    settled: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything the view shows. `ages` has one count for each bound of `AGES` and one for what is older."""

    months: tuple[Month, ...]
    ages: tuple[int, ...]
    parties: tuple[StoredParty, ...]


def month_starts(today: date) -> list[date]:
    """The first days of the last `MONTHS` months, oldest first, and of the month after."""
    index = today.year * 12 + today.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(index - MONTHS + 1, index + 2)]


def _within(field: Field, first: date, after: date) -> tuple[Condition, Condition]:
    return Condition(field, (first,), Operator.AT_LEAST), Condition(field, (after,), Operator.BELOW)


def figures(workspace: Workspace) -> Figures:
    """Count everything, in two statements and the directory."""
    from tracker.services import people
    from tracker.services.list_actions import OPEN, View, counts

    today = workspace.today
    starts = month_starts(today)
    done = Condition(Field.STATUS, (Status.DONE,))
    views = []
    for first, after in itertools.pairwise(starts):
        views.append(View(f"opened {first}", Query(_within(Field.MEETING, first, after))))
        views.append(View(f"settled {first}", Query((done, *_within(Field.CHANGED, first, after)))))
    edges = [today + timedelta(days=1), *(today - timedelta(days=age) for age in AGES), date(1900, 1, 1)]
    for number, (after, first) in enumerate(itertools.pairwise(edges)):
        views.append(View(f"age {number}", OPEN & Query(_within(Field.MEETING, first, after))))
    found = counts(workspace, views)
    months = tuple(Month(first, found[f"opened {first}"], found[f"settled {first}"]) for first in starts[:-1])
    ages = tuple(found[f"age {n}"] for n in range(len(AGES) + 1))
    parties: Sequence[StoredParty] = people.listing(workspace)
    busiest = sorted((p for p in parties if p.open_actions or p.done), key=lambda p: (-p.open_actions, -p.done))
    return Figures(months, ages, tuple(busiest[:20]))
