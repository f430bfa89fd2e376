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

BASE = 1.60
WEIGHTS: dict[str, float] = {
    "has-day": 0.77,
    "named-person": 0.71,
    "recipient": 0.54,
    "no-one-named": -1.19,
    "several-days": -0.80,
    "unsure-subject": -2.00,
    "likely-subject": -2.71,
    "unknown-verb": -1.74,
    "light-verb": -0.94,
    "passive": 0.34,
    "modal": -0.51,
    "agreed": 0.66,
    "request": 0.17,
    "label": 0.32,
    "fragment": -0.42,
    "imperative": 1.44,
    "we": 0.01,
    "wish": -0.57,
    "review": -0.49,
    "weak": -1.57,
    "late": 0.72,
    "inherited": -0.60,
    "comment-list": -1.00,
    "deferral": 0.38,
    "status-with-day": -0.28,
    "forward-to-body": -0.14,
    "outsider": -1.00,
    "adopted": -1.17,
    "guessed-text": -0.31,
    "unnumbered-item": -1.45,
    "few-items": -1.96,
    "optional-class": -1.50,
    "long": -0.66,
    "short": -0.72,
    "wordy": -0.39,
    "other-names": -0.51,
    "colon": -1.24,
    "comma": -0.30,
    "limit": 0.39,
    "more-behind": -0.38,
    "shares-sentence": -0.49,
    "unspent-time": -1.43,
    "plain-verb": 0.53,
}
"""Log-odds each signal adds; a signal that is not here is an error a test finds."""


_SIGNALS = tuple(Signal(name, weight) for name, weight in WEIGHTS.items())


def signals_of(find: Find, quote: str, place: frozenset[str] = frozenset()) -> tuple[Signal, ...]:
    """The signals of a find, of its quote and of the `place` it stands in, with their weights, in a fixed order."""
    names = {*find.signals, *place}
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
    names.update([name for name, holds in checks.items() if holds])
    return tuple([signal for signal in _SIGNALS if signal.name in names])


def confidence_of(signals: tuple[Signal, ...]) -> float:
    """The probability the signals amount to, between 0 and 1, rounded to four places so that it is alike on every machine."""
    return round(1 / (1 + math.exp(-(BASE + sum([s.weight for s in signals])))), 4)
