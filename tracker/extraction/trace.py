"""The derivation of a reading, for `tracker explain` and the rulebook's own tests: which rule decided which clause."""

from __future__ import annotations

from datetime import date

from tracker.danish import find_times
from tracker.danish.sentences import split_sentences
from tracker.domain.minutes import Span
from tracker.extraction.clauses import clauses
from tracker.extraction.explain import Step
from tracker.extraction.find import Find, Memory, Sentence
from tracker.extraction.mentions import Reader
from tracker.extraction.parties import Directory
from tracker.extraction.rules import FRAGMENTS, RULEBOOK
from tracker.extraction.subjects import subject_of
from tracker.extraction.tokens import tokenize


def steps_of(text: str, on: date) -> tuple[Step, ...]:
    """One step a clause (or sentence without a finite verb), in text order."""
    times = find_times(text, on)
    steps: list[Step] = []
    for cut in split_sentences(text):
        tokens = tokenize(text, cut.start, cut.end, [t for t in times if cut.start <= t.start and t.end <= cut.end and not t.condition])
        directory = Directory()
        sentence = Sentence(text, cut.start, cut.end, tokens, clauses(tokens), directory, Reader(tokens, directory, text), Memory())
        steps.extend(_clause_steps(sentence) if sentence.clauses else _fragment_steps(sentence))
    return tuple(steps)


def _clause_steps(sentence: Sentence) -> list[Step]:
    steps = []
    for clause in sentence.clauses:
        subject = subject_of(sentence, clause)
        span = Span(
            sentence.tokens[clause.start].start,
            max(sentence.tokens[clause.start].start, sentence.tokens[max(clause.start, clause.end - 1)].end),
        )
        words = " ".join(span.of(sentence.text).split())
        name = ", ".join(p.text for p in subject.parties) or subject.words
        rule, guide, found = "", "", False
        for candidate in RULEBOOK:
            answer = candidate.read(sentence, clause, subject)
            if answer is not None:
                rule, guide, found = candidate.name, candidate.guide, isinstance(answer, Find)
                break
        steps.append(Step(span, words, sentence.tokens[clause.verb].text, name, rule, guide, found))
    return steps


def _fragment_steps(sentence: Sentence) -> list[Step]:
    span = Span(sentence.start, sentence.end)
    words = " ".join(span.of(sentence.text).split())
    for rule in FRAGMENTS:
        if rule.read(sentence) is not None:
            return [Step(span, words, "", "", rule.name, rule.guide, True)]
    return [Step(span, words, "", "", "", "", False)]
