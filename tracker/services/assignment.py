"""Pairing two lists one to one so that the sum of the pairs' weights is as large as can be."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]

NO_GAIN = 1e-9
"""Sums of floats this close count as equal, so that rounding never starts an endless exchange."""


def best_pairs(weights: Mapping[Pair, float]) -> list[Pair]:
    """The heaviest one-to-one choice among the (left, right) pairs that have a weight, sorted.

    Each round adds one pair along the alternating path that gains most and stops when no path gains (the successive shortest path
    method): after every round the choice is the best of its size. Meant for the dozens of finds of a decision, not for thousands.
    """
    chosen: dict[int, int] = {}
    while path := _best_path(weights, chosen):
        for left, right in path:
            chosen[left] = right
    return sorted(chosen.items())


def _best_path(weights: Mapping[Pair, float], chosen: Mapping[int, int]) -> list[Pair]:
    """The new pairs that gain most, the last one first decided; empty when nothing gains.

    A left without partner starts a path with gain 0; taking a right that is taken frees its left, which loses that weight.
    """
    owner = {right: left for left, right in chosen.items()}
    gain = {left: 0.0 for left, _ in weights if left not in chosen}
    freed_by: dict[int, Pair] = {}
    changed = True
    while changed:
        changed = False
        for (left, right), weight in weights.items():
            holder = owner.get(right)
            if left not in gain or holder is None or holder == left:
                continue
            reached = gain[left] + weight - weights[holder, right]
            if reached > gain.get(holder, float("-inf")) + NO_GAIN:
                gain[holder], freed_by[holder], changed = reached, (left, right), True
    ends = [(gain[left] + weight, (left, right)) for (left, right), weight in weights.items() if left in gain and right not in owner]
    total, end = max(ends, default=(0.0, None))
    if end is None or total <= NO_GAIN:
        return []
    path = [end]
    while path[-1][0] in freed_by:
        path.append(freed_by[path[-1][0]])
    return path
