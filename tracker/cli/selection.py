"""The filters that lists, exports and reports share, and the query they add up to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from tracker.domain.followup import Status
from tracker.domain.query import Condition, Field, Operator, Query
from tracker.settings import day

STATUSES = [s.value for s in Status]


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for on the command line; `query` is in the query language."""

    query: str | None = None
    status: tuple[str, ...] = ()
    responsible: str | None = None
    forum: str | None = None
    due_from: str | None = None
    due_to: str | None = None
    overdue: bool = False
    no_due: bool = False

    def conditions(self, today: date, *, only_open: bool = False, history: bool = True) -> Query:
        """All filters together; each one only ever narrows.

        `only_open` leaves out what is done or dropped unless a status is asked for; `history` False leaves out history unless the
        query speaks of it. Raises UsageError for a day or a query that cannot be read.
        """
        from tracker.services.query import parse

        found = list(parse(self.query or "", today).conditions)
        if self.status:
            found.append(Condition(Field.STATUS, tuple(Status(s) for s in self.status)))
        if self.responsible is not None:
            found.append(Condition(Field.RESPONSIBLE, (self.responsible,)))
        if self.forum is not None:
            found.append(Condition(Field.FORUM, (self.forum,)))
        if self.due_from is not None:
            found.append(Condition(Field.DUE, (day(self.due_from),), Operator.AT_LEAST))
        if self.due_to is not None:
            found.append(Condition(Field.DUE, (day(self.due_to),), Operator.AT_MOST))
        if self.no_due:
            found.append(Condition(Field.DUE, operator=Operator.NONE))
        if self.overdue:
            found.append(Condition(Field.DUE, (today,), Operator.BELOW))
        asked = {c.field for c in found}
        if (self.overdue or only_open) and not asked & {Field.STATUS, Field.REASON}:
            found.append(Condition(Field.STATUS, (Status.OPEN, Status.REVIEW)))
        if not history and not asked & {Field.HISTORY, Field.ID}:
            found.append(Condition(Field.HISTORY, (False,)))
        return Query(tuple(found))


_OPTIONS = (
    click.option("--query", "-q", metavar="Q", help="In the query language, e.g. ansvarlig:morten frist<2026-09-01 sygefravær."),
    click.option("--status", multiple=True, type=click.Choice(STATUSES), help="Only this status; may be repeated."),
    click.option("--responsible", metavar="P", help="Only cards this person, role or department is responsible for."),
    click.option("--forum", metavar="F", help="Only cards from this forum."),
    click.option("--due-from", metavar="D", help="Due on or after this day (YYYY-MM-DD)."),
    click.option("--due-to", metavar="D", help="Due on or before this day (YYYY-MM-DD)."),
    click.option("--overdue", is_flag=True, help="Only open cards whose day has passed."),
    click.option("--no-due", is_flag=True, help="Only cards without a deadline."),
)


def filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the filters; it is called with one `selection`."""

    def wrapped(*args: Any, **options: Any) -> Any:
        chosen = {name: options.pop(name) for name in Selection.__slots__}
        return command(*args, selection=Selection(**chosen), **options)

    wrapped.__name__ = command.__name__
    wrapped.__doc__ = command.__doc__
    wrapped.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped
