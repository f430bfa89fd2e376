"""Which card of the store is which find of a corrected referat: pure, and the same whatever the order of the arguments.

A find is the card whose words it shares; where the words were rewritten, the one of the same item whose people and deadline agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_WORD = re.compile(r"\w+")
LEAST = 0.5
"""A pair scoring less is two different promises."""


@dataclass(frozen=True, slots=True)
class Trait:
    """What a card and a find are compared by."""

    quote: str
    item: int | None
    title: str
    case_number: str | None
    decision_date: date | None
    responsible: tuple[str, ...]
    deadline: str | None
    kind: str


def match(cards: Sequence[Trait], finds: Sequence[Trait]) -> dict[int, int]:
    """Pairs find index -> card index, the best pairs first, each used once."""
    card_words = [_words(c.quote) for c in cards]
    found: dict[int, int] = {}
    taken: set[int] = set()
    exact: dict[tuple[tuple[str, ...], int | None, date | None], list[int]] = {}
    for j, card in enumerate(cards):
        exact.setdefault((tuple(_WORD.findall(card.quote.casefold())), card.item, card.decision_date), []).append(j)
    for i, find in enumerate(finds):
        same = exact.get((tuple(_WORD.findall(find.quote.casefold())), find.item, find.decision_date))
        if same:
            found[i] = same.pop(0)
            taken.add(found[i])
    pairs = []
    for i, find in enumerate(finds):
        if i in found:
            continue
        words = _words(find.quote)
        for j, card in enumerate(cards):
            if j not in taken:
                score = _score(card, card_words[j], find, words)
                if score >= LEAST:
                    pairs.append((-score, i, j))
    for _, i, j in sorted(pairs):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _score(card: Trait, card_words: Counter[str], find: Trait, words: Counter[str]) -> float:
    """0..1.5: the words shared (Dice), and a little for each circumstance that agrees."""
    total = card_words.total() + words.total()
    shared = 2 * (card_words & words).total() / total if total else 0.0
    same_item = bool(card.case_number and card.case_number == find.case_number) or card.title == find.title
    people = bool(card.responsible) and set(card.responsible) == set(find.responsible)
    circumstances = 0.2 * same_item + 0.1 * people + 0.1 * (card.deadline == find.deadline) + 0.1 * (card.kind == find.kind)
    if shared >= 0.5:
        return shared + circumstances
    if not same_item or shared < 0.2:
        return 0.0
    return shared + circumstances
