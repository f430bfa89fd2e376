"""A stretch of a text that is marked by hand: it begins as a sentence, and grows and shrinks by words at both ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tracker.danish.sentences import split_sentences
from tracker.domain.minutes import Span

_WORD = re.compile(r"\S+")


def sentence_spans(text: str) -> list[Span]:
    """Every sentence, in order."""
    return [Span(s.start, s.end) for s in split_sentences(text) if s.start < s.end]


class Stretch:
    """The words from `first` to `last` (places among the words of the text, both counted in); never empty while there are words."""

    def __init__(self, text: str, near: int = 0) -> None:
        """Begins as the sentence at position `near`, or the next one after it."""
        self.words: Sequence[Span] = [Span(*m.span()) for m in _WORD.finditer(text)]
        self.sentences = [s for s in sentence_spans(text) if self._at(s.start) < len(self.words)]
        self.first = self.last = 0
        self.sentence_at(near)

    @property
    def span(self) -> Span:
        """The stretch as positions in the text; an empty one for a text without words."""
        return Span(self.words[self.first].start, self.words[self.last].end) if self.words else Span(0, 0)

    def _at(self, position: int) -> int:
        """The word at a position of the text, or the next one."""
        return bisect_right([w.end for w in self.words], position)

    def _take(self, first: int, last: int) -> None:
        most = max(len(self.words) - 1, 0)
        self.first = min(max(first, 0), most)
        self.last = min(max(last, self.first), most)

    def _sentence(self, position: int) -> int:
        """The sentence at a position, or the next one, or the last."""
        return min(bisect_right([s.end for s in self.sentences], position), len(self.sentences) - 1)

    def _mark(self, sentence: int) -> None:
        span = self.sentences[sentence]
        self._take(self._at(span.start), bisect_left([w.start for w in self.words], span.end) - 1)

    def sentence_at(self, position: int) -> None:
        """The whole sentence at a position."""
        if self.sentences:
            self._mark(self._sentence(position))

    def next_sentence(self, by: int) -> None:
        """The sentence `by` further on, or back."""
        if self.sentences:
            here = self._sentence(self.span.start)
            self._mark(min(max(here + by, 0), len(self.sentences) - 1))

    def more_sentences(self, by: int) -> None:
        """To the end of the next sentence too, or one sentence less at the end."""
        if self.sentences:
            here = min(max(self._sentence(self.span.end - 1) + by, self._sentence(self.span.start)), len(self.sentences) - 1)
            first = self.first
            self._mark(here)
            self._take(first, self.last)

    def end(self, by: int) -> None:
        """Words more, or less, at the end."""
        self._take(self.first, max(self.last + by, self.first))

    def start(self, by: int) -> None:
        """Words more (`by` below nothing), or less, at the beginning."""
        self._take(min(self.first + by, self.last), self.last)

    def between(self, one: int, other: int) -> None:
        """The words from one position to another, in either order."""
        first, last = sorted((self._at(one), self._at(other)))
        self._take(first, last)
