"""Stretches without a full stop, in pieces of a bounded length."""

from __future__ import annotations

LONGEST = 2_000
"""Characters; what goes on for longer without a stop is no sentence. Bounds what reading clauses against each other can cost."""


def bounded(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The stretch in pieces no longer than `LONGEST`, cut behind a sign where there is one, else at a blank."""
    pieces: list[tuple[int, int]] = []
    while end - begin > LONGEST:
        reach = begin + LONGEST
        signs = [text.rfind(sign, begin + LONGEST // 2, reach) for sign in (", ", "; ", " ")]
        cut = max(signs[:2]) if max(signs[:2]) > 0 else signs[2]
        cut = cut + 1 if cut > 0 else reach
        pieces.append((begin, cut))
        begin = cut
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        pieces.append((begin, end))
    return pieces
