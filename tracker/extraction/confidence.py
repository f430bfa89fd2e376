"""How far a find can be trusted: a number from named signals, the logistic of their summed weights.

The weights are log-odds, fitted by ridge regression to predictions as they stood before anybody had looked at their errors
(the first 5,405 lines of `data/blind_predictions.jsonl`, `python docs/fit_confidence.py`); docs/extraction.md has the table. A card
above 0.9 is meant to be right nineteen times in twenty.
"""

from __future__ import annotations

import math

from tracker.domain.followup import Kind, Signal
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find
from tracker.extraction.mention import LIKELY
from tracker.extraction.shape import of_quote

BASE = 1.47
WEIGHTS: dict[str, float] = {
    "has-day": 0.82,
    "named-person": 0.91,
    "recipient": 0.59,
    "no-one-named": -1.05,
    "several-days": -0.21,
    "unsure-subject": -1.53,
    "likely-subject": -2.47,
    "unknown-verb": -1.50,
    "light-verb": -0.64,
    "passive": 0.27,
    "modal": -0.36,
    "agreed": 0.50,
    "request": 0.20,
    "label": 0.27,
    "fragment": -0.58,
    "imperative": 1.37,
    "we": -0.02,
    "wish": -0.88,
    "review": -0.51,
    "weak": -1.46,
    "late": 0.88,
    "inherited": -0.60,
    "comment-list": -1.00,
    "deferral": 0.88,
    "status-with-day": -0.04,
    "forward-to-body": 0.16,
    "outsider": -1.00,
    "adopted": -1.16,
    "guessed-text": -0.31,
    "unnumbered-item": -1.24,
    "few-items": -2.74,
    "optional-class": -1.50,
    "long": -0.55,
    "short": -0.76,
    "wordy": -0.46,
    "other-names": -0.71,
    "colon": -1.20,
    "comma": -0.19,
    "limit": 0.29,
    "more-behind": -0.39,
    "shares-sentence": -0.51,
    "unspent-time": -1.45,
    "plain-verb": 0.36,
}
"""Log-odds each signal adds; a signal that is not here is an error a test finds."""


_SIGNALS = tuple(Signal(name, weight) for name, weight in WEIGHTS.items())
_PLACES = {name: place for place, name in enumerate(WEIGHTS)}


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
    return tuple([_SIGNALS[place] for place in sorted([_PLACES[name] for name in names if name in _PLACES])])


def confidence_of(signals: tuple[Signal, ...]) -> float:
    """The probability the signals amount to, between 0 and 1, rounded to four places so that it is alike on every machine."""
    return round(1 / (1 + math.exp(-(BASE + sum([s.weight for s in signals])))), 4)
