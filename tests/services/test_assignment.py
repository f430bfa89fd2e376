"""The pairing is the best of all: checked against every pairing that there is."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.services.assignment import best_pairs

weights = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 30).map(float), max_size=14)


def heaviest(table: dict[tuple[int, int], float]) -> float:
    """By trying every way to give the five lefts the five rights."""
    return max(sum(table.get(pair, 0.0) for pair in enumerate(order)) for order in permutations(range(5)))


@given(weights)
@settings(max_examples=150, deadline=None)
def test_no_other_pairing_weighs_more(table: dict[tuple[int, int], float]) -> None:
    pairs = best_pairs(table)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)
    assert set(pairs) <= table.keys()
    assert sum(table[pair] for pair in pairs) == heaviest(table)


def test_a_greedy_choice_is_undone() -> None:
    assert best_pairs({(0, 0): 10.0, (0, 1): 9.0, (1, 0): 9.0}) == [(0, 1), (1, 0)]


def test_nothing_to_pair() -> None:
    assert best_pairs({}) == []
