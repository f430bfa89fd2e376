"""Why a text is, or is not, a follow-up: the clauses it was cut into and what each rule said of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Extraction
from tracker.domain.minutes import Span
from tracker.extraction.extract import extract_passage


@dataclass(frozen=True, slots=True)
class Step:
    """One clause of the text: its words, its verb, who was read as its subject, and the rule that decided ("" for none)."""

    span: Span
    words: str
    verb: str
    subject: str
    rule: str
    guide: str
    found: bool


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
    from tracker.danish import find_times
    from tracker.extraction.trace import steps_of

    return Explanation(text, on, extract_passage(text, on), steps_of(text, on), tuple(find_times(text, on)))
