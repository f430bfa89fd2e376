"""Reading backwards from a period: the words before it that say how it is meant. Linear in the few words looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tracker.danish.rule import Example, Rule
from tracker.danish.times.fold import PARAGRAPH

T = TypeVar("T")

REACH = 60
"""How many characters back a prefix may reach: longer than the longest phrase."""


@dataclass(frozen=True, slots=True)
class PrefixRule(Rule[T]):
    """A rule whose words stand before a period of one of `kinds`; `phrases` are its ways of writing."""

    phrases: tuple[str, ...] = ()
    kinds: frozenset[str] = field(default_factory=frozenset)
    value: T = field(kw_only=True)


def prefix_rule(
    name: str, value: T, kinds: frozenset[str], phrases: str, proof: tuple[Example, ...], rejects: tuple[str, ...]
) -> PrefixRule[T]:
    """A rule for prefixes separated by bars; before a period of one of `kinds` they mean `value`."""
    written = tuple(phrases.split("|"))
    pattern = re.compile("(?:" + "|".join(re.escape(p) for p in sorted(written, key=len, reverse=True)) + r")\Z")
    return PrefixRule(name, pattern, lambda: value, proof, rejects, written, kinds, value=value)


@dataclass(slots=True)
class _Node(Generic[T]):
    """A word of a phrase, from the last to the first; `rules` are those whose phrase begins here."""

    following: dict[str, _Node[T]] = field(default_factory=dict)
    rules: tuple[PrefixRule[T], ...] = ()


class Prefixes(Generic[T]):
    """All phrases of some rules, ready to be read backwards."""

    def __init__(self, rules: Iterable[PrefixRule[T]]) -> None:
        self._root: _Node[T] = _Node()
        self._kinds: set[str] = set()
        for rule in rules:
            self._kinds |= rule.kinds
            for phrase in rule.phrases:
                node = self._root
                for word in reversed(phrase.split()):
                    node = node.following.setdefault(word, _Node())
                node.rules += (rule,)

    def read(self, folded: str, end: int, floor: int, kind: str) -> tuple[int, PrefixRule[T] | None]:
        """The longest phrase that ends right before `end` and suits `kind`: where it begins and its rule, else `(end, None)`."""
        found: tuple[int, PrefixRule[T] | None] = (end, None)
        if kind not in self._kinds:
            return found
        following, place = self._root.following, end
        floor = max(floor, end - REACH, 0)
        while place > floor and (before := word_before(folded, place, floor)) is not None:
            place, word, cut = before
            node = following.get(word)
            if node is None:
                break
            for rule in node.rules:
                if kind in rule.kinds:
                    found = (place, rule)
                    break
            if cut:
                break
            following = node.following
        return found


_OPENING = "(\"'»«„“”*-•[,;:/"


def word_before(folded: str, end: int, floor: int) -> tuple[int, str, bool] | None:
    """The word that ends one or two blanks before `end`: where it begins, the word, and whether an opening mark stands before it.

    None where there is a wider gap, nothing but marks, or only the end of a word within reach (`floor`).
    """
    stop = end - 1
    if stop < floor or folded[stop] != " ":
        return None
    if stop > floor and folded[stop - 1] == " ":
        stop -= 1
    if stop <= floor or folded[stop - 1] == " ":
        return None
    start = folded.rfind(" ", floor, stop) + 1 or floor
    if start == floor and start > 0 and folded[start - 1].isalnum() and folded[start].isalnum():
        return None
    word = folded[start:stop]
    if word.isalpha():
        return start, word, False
    bare = word[word.rfind(PARAGRAPH) + 1 :].lstrip(_OPENING)
    return (stop - len(bare), bare, len(bare) != len(word)) if bare else None


def words_before(folded: str, end: int, floor: int, most: int) -> Iterator[tuple[int, str]]:
    """Up to `most` words before `end`, last first, each with its position."""
    floor = max(floor, end - REACH, 0)
    while most and end > floor and (before := word_before(folded, end, floor)) is not None:
        end, word, cut = before
        yield end, word
        most = 0 if cut else most - 1
