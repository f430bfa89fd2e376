"""The derivation of a reading: which rule decided which clause, written down while the text is read."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.minutes import Span
from tracker.extraction.clause import Clause
from tracker.extraction.find import Sentence
from tracker.extraction.subjects import Subject


@dataclass(frozen=True, slots=True)
class Step:
    """One clause of the text: its words, its verb, who was read as its subject, and the rule that decided ("" for none).

    `guide` is the convention of the guide the rule applies; `found` whether a commitment came of it. A sentence without a finite verb,
    or one passed over whole, is a step of its own without verb.
    """

    span: Span
    words: str
    verb: str
    subject: str
    rule: str
    guide: str
    found: bool


PASSED_OVER = {
    "not-led": "1 background; only a decision's that-clauses count",
    "after-opinion": "1 comments, opinions and values",
    "question": "1 questions",
    "form-field": "1 who was present; labels of the form",
    "next-meeting-told": "4 Events: Næste møde",
    "label": "4 Labels",
}
"""Why words are passed over before any rule is asked, with the convention each applies."""


class Trace:
    """Keeps the steps of one reading in text order."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps by where their words begin."""
        return tuple(sorted(self._steps, key=lambda s: (s.span.start, s.span.end)))

    def clause(self, sentence: Sentence, clause: Clause, subject: Subject, rule: str, guide: str, *, found: bool) -> None:
        """A clause a rule has decided."""
        name = ", ".join(p.text for p in subject.parties) or subject.words
        self._add(_span_of(sentence, clause), sentence.text, sentence.tokens[clause.verb].text, name, rule, guide, found)

    def unread(self, sentence: Sentence, clause: Clause, reason: str) -> None:
        """A clause no rule was asked about; `reason` is a name of `PASSED_OVER`, or "" where no rule spoke of it."""
        verb = sentence.tokens[clause.verb].text
        self._add(_span_of(sentence, clause), sentence.text, verb, "", reason, PASSED_OVER.get(reason, ""), False)

    def whole(self, text: str, start: int, end: int, rule: str, guide: str = "", *, found: bool = False) -> None:
        """A whole sentence: a fragment that a rule read, or one passed over."""
        self._add(Span(start, end), text, "", "", rule, guide or PASSED_OVER.get(rule, ""), found)

    def _add(self, span: Span, text: str, verb: str, subject: str, rule: str, guide: str, found: bool) -> None:
        self._steps.append(Step(span, " ".join(span.of(text).split()), verb, subject, rule, guide, found))


def _span_of(sentence: Sentence, clause: Clause) -> Span:
    first = sentence.tokens[clause.start].start
    return Span(first, max(first, sentence.tokens[max(clause.start, clause.end - 1)].end))
