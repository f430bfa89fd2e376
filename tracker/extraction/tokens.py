"""A sentence as tokens: words, numbers, signs, and each time expression as one token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.danish.kept import kept
from tracker.danish.verbs import Form, Sense, analyse
from tracker.domain.deadline import TimeExpression

_WORD = r"[^\W\d_]\w*+(?:[-'’./&]\w++)*+(?:-(?=,?[ ]{1,2}(?:og|eller) ))?"
_TOKEN = re.compile(_WORD + r"|\d{1,2}(?=[A-ZÆØÅ]{1,2}(?!\w))" + _WORD + r"|\d+(?:[.,:/]\d+)*|\S")
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
    position, odd = start, False
    for time in times:
        if time.start < position or time.end > end:
            continue
        odd |= _words(tokens, text, position, time.start)
        words = text[time.start : time.end]
        low, _, _, short = _look(words)
        odd |= short
        tokens.append(Token(words, low, time.start, time.end, TIME, time, words[:1].isupper()))
        position = time.end
    if _words(tokens, text, position, end) or odd:
        if not text[start:end].isupper():
            _tell_initials(tokens)
        _join_letters(tokens)
    return tokens


def _join_letters(tokens: list[Token]) -> None:
    """ "Ole B. og Sanne": the letter of a surname and its full stop are one word, unless they end the sentence."""
    for at in range(len(tokens) - 3, 0, -1):
        before, letter, stop = tokens[at - 1], tokens[at], tokens[at + 1]
        named = before.capital and before.kind == WORD and len(before.text) > 1 and letter.capital and len(letter.text) == 1
        if named and letter.kind == WORD and stop.text == "." and stop.start == letter.end:
            tokens[at : at + 2] = [Token(letter.text + ".", letter.low + ".", letter.start, stop.end, WORD, None, True)]


_SMALL_WORDS = frozenset(
    "os om da de han hun den det der men og at en et i på af for til med vi du jeg som så når hvis ham hende dem mig dig er har kan skal"
    " pt vil må bør hvor her nu ind ud op ned hos ved fra mod pr ad din dit min mit jo ja nej alle hver samt eller dog to ti ni tre"
    " fem".split()
)


def _tell_initials(tokens: list[Token]) -> None:
    """ "OS skriver et bud": in capitals a small word is somebody's initials, and must not be read as the word."""
    for token in tokens:
        if len(token.text) > 1 and token.low in _SMALL_WORDS and token.text.isupper():
            token.low = token.text


_ROUND = {"[": "(", "]": ")"}
"""Square brackets are read as round ones: "Skorstenen renses [HC, uge 39]"."""
_SEEN_TO = frozenset("@[]")


@kept()
def _look(word: str) -> tuple[str, str, bool, bool]:
    """What a word's letters alone tell: its case-folded form, its kind, whether it begins with a capital, and whether there is more to
    see to: a sign that is read as another or calls on somebody, or what may be initials, a small word in capitals or a single one."""
    low, first = word.casefold(), word[0]
    short = word.isupper() and (len(word) == 1 or low in _SMALL_WORDS)
    if first.isalpha():
        if "/" in low and first.islower():
            low = _either(low)
        return low, WORD, first.isupper(), short
    if first.isdigit() and word[-1].isalpha():
        return low, WORD, True, False  # "3F", "8A": a name
    return low, NUMBER if first.isdigit() else SIGN, False, short or word in _SEEN_TO


def _either(low: str) -> str:
    """ "gennemgås/rettes", "kontakter/besøger": of verbs with a stroke between, the first."""
    parts = low.split("/")
    if not all(any(verb.form in _ACTING for verb in analyse(part)) for part in parts):
        return low
    return min(parts, key=lambda part: analyse(part)[0].sense is Sense.DO)  # "snakker/drøfter" is talk


_ACTING = frozenset((Form.PRESENT, Form.PASSIVE, Form.INFINITIVE, Form.PARTICIPLE))
_OPENING, _CLOSING = frozenset('"”“»„'), frozenset('"”“«')


def quotations(tokens: list[Token]) -> list[tuple[int, int]]:
    """The token places of quotation marks behind a colon, and where each quotation ends: 'a sentence: "…"'."""
    found: list[tuple[int, int]] = []
    opened = 0
    for k, (token, after) in enumerate(pairwise(tokens)):
        if opened and k > opened and token.text in _CLOSING:
            found.append((opened, k))
            opened = 0
        elif not opened and token.text == ":" and after.text in _OPENING:
            opened = k + 1
    if opened and len(tokens) > opened + 1 and tokens[-1].text in _CLOSING:
        found.append((opened, len(tokens) - 1))
    return found


def _words(tokens: list[Token], text: str, start: int, end: int) -> bool:
    """Add the tokens of a stretch without times; whether one of them may be initials."""
    add, find, odd = tokens.append, text.find, False
    stop = start
    for word in _TOKEN.findall(text, start, end):
        begin = find(word, stop)  # between two words there is nothing but blanks
        stop = begin + len(word)
        low, kind, capital, special = _look(word)
        if special:
            if word == "@" and text[stop : stop + 1].isupper() and not text[begin - 1 : begin].strip():
                continue  # "@Brian og @Mie": whom a message calls on
            if word in _ROUND:
                add(Token(_ROUND[word], _ROUND[word], begin, stop, kind))
                continue
            odd = odd or word != "@"
        add(Token(word, low, begin, stop, kind, None, capital))
    return odd
