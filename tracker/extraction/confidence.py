"""How far a find can be trusted: a number from named signals, the logistic of their summed weights.

The weights are log-odds, set by hand from what goes wrong with each wording and checked against annotated minutes
(docs/extraction.md has the table). A card above 0.9 is meant to be right nineteen times in twenty.
"""

from __future__ import annotations

import math

from tracker.domain.followup import Kind, Signal
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find
from tracker.extraction.mention import LIKELY

BASE = 1.75
WEIGHTS: dict[str, float] = {
    "has-day": 0.7,
    "named-person": 0.6,
    "recipient": 0.4,
    "no-one-named": -0.4,
    "several-days": -0.8,
    "unsure-subject": -2.0,
    "likely-subject": -0.3,
    "unknown-verb": -1.2,
    "light-verb": -0.8,
    "passive": -0.2,
    "modal": -0.2,
    "agreed": 0.5,
    "request": 0.4,
    "label": 0.2,
    "fragment": -0.4,
    "imperative": -0.5,
    "we": -1.0,
    "wish": -0.7,
    "review": -0.5,
    "weak": -1.2,
    "late": -0.3,
    "inherited": -0.6,
    "comment-list": -0.6,
    "deferral": 1.0,
    "status-with-day": 0.8,
    "forward-to-body": 0.5,
    "outsider": -1.0,
    "adopted": -0.6,
    "guessed-text": -0.3,
    "optional-class": -1.5,
    "long": -0.5,
}
"""Log-odds each signal adds; a signal that is not here is an error a test finds."""


def signals_of(find: Find, *, adopted: bool = False, guessed: bool = False) -> tuple[Signal, ...]:
    """The signals of a find with their weights, in a fixed order."""
    names = {s for s in find.signals if s in WEIGHTS}
    day = has_day(find.times)
    checks = {
        "has-day": day,
        "named-person": bool(find.responsible) and all(m.sure > LIKELY for m in find.responsible),
        "recipient": bool(find.recipients),
        "no-one-named": not find.responsible and find.kind is Kind.TASK,
        "several-days": len({t.deadline.due for t in find.times if t.deadline.due}) > 1,
        "deferral": find.kind is Kind.DEFERRAL,
        "status-with-day": find.kind is Kind.STATUS and day,
        "forward-to-body": find.kind is Kind.FORWARD and bool(find.recipients),
        "adopted": adopted,
        "guessed-text": guessed,
        "optional-class": find.optional,
        "long": find.end - find.start > 260,
    }
    names |= {name for name, holds in checks.items() if holds}
    return tuple(Signal(name, WEIGHTS[name]) for name in WEIGHTS if name in names)


def confidence_of(signals: tuple[Signal, ...]) -> float:
    """The probability the signals amount to, between 0 and 1, rounded to four places so that it is alike on every machine."""
    return round(1 / (1 + math.exp(-(BASE + sum(s.weight for s in signals)))), 4)
