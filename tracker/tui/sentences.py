"""The sentences of a passage as spans, for marking words."""

from __future__ import annotations

from tracker.danish.sentences import split_sentences
from tracker.domain.minutes import Span


def sentence_spans(text: str) -> list[Span]:
    """Every sentence, in order."""
    return [Span(s.start, s.end) for s in split_sentences(text)]
