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


def prefix_rule(name: str, value: T, kinds: frozenset[str], phrases: str, proof: tuple[Example, ...], rejects: tuple[str, ...]) -> PrefixRule[T]:
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
        for rule in rules:
            for phrase in rule.phrases:
                node = self._root
                for word in reversed(phrase.split()):
                    node = node.following.setdefault(word, _Node())
                node.rules += (rule,)

    def read(self, folded: str, end: int, floor: int, kind: str) -> tuple[int, PrefixRule[T] | None]:
        """The longest phrase that ends right before `end` and suits `kind`: where it begins and its rule, else `(end, None)`."""
        node, found = self._root, (end, None)
        for start, word in words_before(folded, end, floor):
            step = node.following.get(word)
            if step is None:
                break
            node = step
            for rule in node.rules:
                if kind in rule.kinds:
                    found = (start, rule)
                    break
        return found


_OPENING = "(\"'»«„“”*-•[,;:/"


def words_before(folded: str, end: int, floor: int) -> Iterator[tuple[int, str]]:
    """The words before `end`, last first, each with its position; stops at `floor`, a wide gap or an opening mark."""
    floor = max(floor, end - REACH, 0)
    while end > floor:
        stop = end
        while end > floor and stop - end < 2 and folded[end - 1] == " ":
            end -= 1
        if end == stop or end <= floor or folded[end - 1] == " ":
            return
        start = folded.rfind(" ", floor, end) + 1 or floor
        if start > 0 and start == floor and folded[start - 1].isalnum() and folded[start].isalnum():
            return
        word = folded[start:end]
        bare = word[word.rfind(PARAGRAPH) + 1 :].lstrip(_OPENING)
        if not bare:
            return
        yield end - len(bare), bare
        if len(bare) != len(word):
            return
        end = start
