"""Why a text is, or is not, a follow-up: the clauses it was cut into and what each rule said of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.danish import find_times
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Extraction
from tracker.extraction.extract import extract_passage
from tracker.extraction.trace import Step, Trace


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything the program can say about a text: what it found, the clauses it saw, and every time expression in it."""

    text: str
    on: date
    extraction: Extraction
    steps: tuple[Step, ...]
    times: tuple[TimeExpression, ...]


def explain(text: str, on: date) -> Explanation:
    """The explanation of a single decision text read against `on`."""
    trace = Trace()
    extraction = extract_passage(text, on, trace)
    return Explanation(text, on, extraction, trace.steps, tuple(find_times(text, on)))


__all__ = ["Explanation", "Step", "explain"]
