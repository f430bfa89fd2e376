"""The municipality's own events: names with days from a table the user keeps, and well-known names whose day only that table knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from tracker.danish.calendar import Days
from tracker.danish.rule import Rule, examples
from tracker.danish.times.fold import fold
from tracker.danish.times.period import Context, Period
from tracker.danish.times.words import pattern
from tracker.domain.deadline import Precision

KNOWN = (
    r"(?:budgetseminar(?:et)?|budgetkonference(?:n)?|(?:[12]\.|første|anden|andet) ?-?behandling(?:en)?|budgetvedtagelse(?:n)?"
    r"|budgetforlig(?:et)?|budgetbehandling(?:en)?"
    r"|generalforsamling(?:en)?|kommunalvalg(?:et)?|folketingsvalg(?:et)?|regionsrådsvalg(?:et)?|valget|ferien|konstitueringen"
    r"|høringsperioden|høringen|valgperioden|næste valgperiode"
    r"|skoleårets (?:start|begyndelse)|skolestart|[^\W\d_]*fristen|[^\W\d_]*fristens udløb|høringsperiodens udløb|sæsonen(?: 20\d\d)?"
    r"|budgetprocessen|budgetforhandlingerne)"
)


def _known(found: re.Match[str], context: Context) -> Period | None:
    return Period(Precision.NONE, "named-event", needs_limit=True)


EVENTS: tuple[Rule[Period], ...] = (
    Rule(
        "named-event",
        pattern(KNOWN + r"{end}(?!-)(?! for )(?! (?:den|d\.?)~\d| \d| (?:i )?{month_name})"),
        _known,
        examples("2017-06-28", ("efter budgetseminaret", "none"), ("inden fristens udløb", "none"), ("efter valget", "none"),
                 ("ved 1. behandlingen", "none"), ("inden ferien", "none")),
        ("budgetseminaret er aflyst", "fristen", "valget faldt på Ib"),
    ),
)  # fmt: skip


@lru_cache(maxsize=8)
def _compiled(names: frozenset[str]) -> re.Pattern[str]:
    written = "|".join(re.escape(fold(n)) for n in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{written})(?![^\W_])")


def events_pattern(events: Mapping[str, tuple[Days, ...]]) -> re.Pattern[str] | None:
    """A pattern for the names of the user's events in folded text, or None where there are none."""
    names = frozenset(name for name in events if name.strip())
    return _compiled(names) if names else None


def event_period(events: Mapping[str, tuple[Days, ...]], name: str) -> Period:
    """The period of one of the user's events by its folded name."""
    days = next(tuple(sorted(d)) for n, d in events.items() if fold(n) == name)
    one_day = all(first == last for first, last in days)
    return Period(
        Precision.DAY if one_day else Precision.ABOUT,
        "feast" if one_day else "holiday",
        fixed=days,
        needs_limit=True,
    )
