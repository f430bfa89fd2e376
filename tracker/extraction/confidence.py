"""How far a find can be trusted: a number from named signals, the logistic of their summed weights.

The weights are log-odds, fitted by ridge regression to predictions as they stood before anybody had looked at their errors
(`data/blind_predictions.jsonl`, `python docs/fit_confidence.py`); docs/extraction.md has the table. A card above 0.9 is meant to be right
nineteen times in twenty.
"""

from __future__ import annotations

import math

from tracker.domain.followup import Kind, Signal
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find
from tracker.extraction.mention import LIKELY
from tracker.extraction.shape import of_quote

BASE = 1.53
WEIGHTS: dict[str, float] = {
    "has-day": 0.77,
    "named-person": 0.96,
    "recipient": 0.53,
    "no-one-named": -1.05,
    "several-days": -0.80,
    "unsure-subject": -2.00,
    "likely-subject": -0.60,
    "unknown-verb": -1.84,
    "light-verb": -0.98,
    "passive": 0.35,
    "modal": -0.69,
    "agreed": 0.62,
    "request": 0.17,
    "label": 0.32,
    "fragment": -0.49,
    "imperative": 1.48,
    "we": 0.08,
    "wish": -0.44,
    "review": -0.61,
    "weak": -1.35,
    "late": 0.80,
    "inherited": -0.60,
    "comment-list": -1.00,
    "deferral": 0.54,
    "status-with-day": -0.20,
    "forward-to-body": 0.03,
    "outsider": -1.00,
    "adopted": -1.22,
    "guessed-text": -0.34,
    "unnumbered-item": -1.29,
    "few-items": -2.07,
    "optional-class": -1.50,
    "long": -0.70,
    "short": -0.79,
    "wordy": -0.42,
    "other-names": -0.54,
    "colon": -1.34,
    "comma": -0.33,
    "limit": 0.35,
    "more-behind": -0.42,
    "shares-sentence": -0.50,
    "unspent-time": -1.48,
    "plain-verb": 0.41,
}
"""Log-odds each signal adds; a signal that is not here is an error a test finds."""


def signals_of(find: Find, quote: str, place: frozenset[str] = frozenset()) -> tuple[Signal, ...]:
    """The signals of a find, of its quote and of the `place` it stands in, with their weights, in a fixed order."""
    names = {s for s in (*find.signals, *place) if s in WEIGHTS}
    parties = [m.text for m in (*find.responsible, *find.recipients)]
    names |= of_quote(quote, parties, find.times[0].text if find.times else "")
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
        "optional-class": find.optional,
        "plain-verb": "doing" in find.rules,
    }
    names |= {name for name, holds in checks.items() if holds}
    return tuple(Signal(name, WEIGHTS[name]) for name in WEIGHTS if name in names)


def confidence_of(signals: tuple[Signal, ...]) -> float:
    """The probability the signals amount to, between 0 and 1, rounded to four places so that it is alike on every machine."""
    return round(1 / (1 + math.exp(-(BASE + sum(s.weight for s in signals)))), 4)
