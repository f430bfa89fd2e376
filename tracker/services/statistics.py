"""Use case: figures: opened and closed over time, how old open cards are, who has how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.tracking import StoredParty

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace

AGES = (30, 90, 180, 365)
"""Limits, in days, of the age groups of open cards; the last group is whatever is older."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month: cards decided in it, and cards closed in it (done or dropped, rejected finds left out)."""

    first: date
    opened: int
    closed: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures. `ages` counts open cards per group of `AGES` by the age of their decision; history is left out throughout.

    A department counts its own cards and those of the people who belong to it.
    """

    months: tuple[Month, ...]
    ages: tuple[int, ...]
    parties: tuple[StoredParty, ...]
    departments: tuple[StoredParty, ...]
    open: int
    overdue: int


def overview(workspace: Workspace, months: int = 12) -> Statistics:
    """The figures of the last months up to today's, and of everyone who has or had a card."""
    from tracker.store import figures, people

    firsts = _months(workspace.today, months)
    with workspace.database.read() as connection:
        opened, closed = figures.by_month(connection, firsts[0])
        ages = figures.ages(connection, workspace.today, AGES)
        open_, overdue = figures.open_and_overdue(connection, workspace.today)
        parties = people.listing(connection, workspace.today)
        departments = people.departments(connection, workspace.today)
    return Statistics(
        months=tuple(Month(f, opened.get((f.year, f.month), 0), closed.get((f.year, f.month), 0)) for f in firsts),
        ages=ages,
        parties=tuple(p for p in parties if p.open_actions or p.done),
        departments=tuple(d for d in departments if d.open_actions or d.done),
        open=open_,
        overdue=overdue,
    )


def _months(today: date, count: int) -> list[date]:
    """First days of the last `count` months, the present one last."""
    firsts = [today.replace(day=1)]
    while len(firsts) < count:
        firsts.append((firsts[-1] - timedelta(days=1)).replace(day=1))
    return firsts[::-1]
