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

BASE = 1.32
WEIGHTS: dict[str, float] = {
    "has-day": 0.94,
    "named-person": 1.23,
    "recipient": 0.74,
    "no-one-named": -1.02,
    "several-days": -0.80,
    "unsure-subject": -2.00,
    "likely-subject": -0.60,
    "unknown-verb": -1.20,
    "light-verb": -1.02,
    "passive": 0.33,
    "modal": -0.74,
    "agreed": 0.40,
    "request": 0.27,
    "label": 0.16,
    "fragment": -0.44,
    "imperative": 1.51,
    "we": -0.19,
    "wish": -0.70,
    "review": -1.24,
    "weak": -1.00,
    "late": 0.30,
    "inherited": -0.60,
    "comment-list": -1.00,
    "deferral": 0.43,
    "status-with-day": -0.09,
    "forward-to-body": 0.38,
    "outsider": -1.00,
    "adopted": -1.45,
    "guessed-text": -0.44,
    "optional-class": -1.50,
    "long": -0.62,
    "short": -0.76,
    "wordy": -0.60,
    "other-names": -0.41,
    "colon": -1.54,
    "comma": -0.38,
    "limit": 0.36,
    "more-behind": -0.58,
    "shares-sentence": -0.76,
    "unspent-time": -1.50,
    "plain-verb": 0.50,
}
"""Log-odds each signal adds; a signal that is not here is an error a test finds."""


def signals_of(find: Find, quote: str, *, adopted: bool = False, guessed: bool = False) -> tuple[Signal, ...]:
    """The signals of a find and its quote with their weights, in a fixed order."""
    names = {s for s in find.signals if s in WEIGHTS}
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
        "adopted": adopted,
        "guessed-text": guessed,
        "optional-class": find.optional,
        "plain-verb": "doing" in find.rules,
    }
    names |= {name for name, holds in checks.items() if holds}
    return tuple(Signal(name, WEIGHTS[name]) for name in WEIGHTS if name in names)


def confidence_of(signals: tuple[Signal, ...]) -> float:
    """The probability the signals amount to, between 0 and 1, rounded to four places so that it is alike on every machine."""
    return round(1 / (1 + math.exp(-(BASE + sum(s.weight for s in signals)))), 4)
