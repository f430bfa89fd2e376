"""A sentence as tokens: words, numbers, signs, and each time expression as one token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.deadline import TimeExpression

_TOKEN = re.compile(r"[^\W\d_]\w*(?:[-'’./&]\w+)*(?:-(?=,? (?:og|eller) ))?|\d+(?:[.,:/]\d+)*|\S")
WORD, NUMBER, SIGN, TIME = "w", "n", "s", "t"


@dataclass(slots=True)
class Token:
    """A token: `text` as written, `low` case-folded, place in the whole text, and for TIME the expression.

    `capital` tells whether it begins with a capital letter.
    """

    text: str
    low: str
    start: int
    end: int
    kind: str
    time: TimeExpression | None = None
    capital: bool = False


def tokenize(text: str, start: int, end: int, times: Sequence[TimeExpression] = ()) -> list[Token]:
    """The tokens of `text[start:end]`. `times` stand in places of the whole text, ascending and not overlapping."""
    tokens: list[Token] = []
    position = start
    for time in times:
        if time.start < position or time.end > end:
            continue
        _words(tokens, text, position, time.start)
        words = text[time.start : time.end]
        tokens.append(Token(words, words.casefold(), time.start, time.end, TIME, time, words[:1].isupper()))
        position = time.end
    _words(tokens, text, position, end)
    return tokens


def _words(tokens: list[Token], text: str, start: int, end: int) -> None:
    add = tokens.append
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        begin, stop = match.span()
        first = word[0]
        if first.isalpha():
            add(Token(word, word.casefold(), begin, stop, WORD, None, first.isupper()))
        else:
            add(Token(word, word.casefold(), begin, stop, NUMBER if first.isdigit() else SIGN))
