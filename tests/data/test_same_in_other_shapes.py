"""The same minutes in another shape say the same: wrapped, indented or in another encoding."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.extraction import extract
from tracker.reading import parse, read_bytes

TEXTS = sorted((Path(__file__).parents[2] / "data" / "corpus" / "blind").glob("a[a-z]_*.txt"))[::2]
LEAD = re.compile(r"\s*(?:[-–•*·] +|\d+[.)] +)?")


def wrapped(text: str) -> bytes:
    """The text as a mail program breaks it: no line longer than 72 characters, but for rows of tables."""
    out: list[str] = []
    for line in text.split("\n"):
        inset = " " * len(LEAD.match(line).group())  # type: ignore[union-attr]
        whole = len(line) <= 72 or "|" in line or "\t" in line or "   " in line.strip()
        out += [line] if whole else textwrap.wrap(line, 72, subsequent_indent=inset, break_long_words=False, break_on_hyphens=False)
    return "\n".join(out).encode()


SHAPES: dict[str, tuple[Callable[[str], bytes], float]] = {
    "wrapped": (wrapped, 0.95),
    "Windows lines": (lambda text: text.replace("\n", "\r\n").encode(), 1.0),
    "Windows letters": (lambda text: text.encode("cp1252", "replace"), 0.99),
    "indented": (lambda text: "\n".join("    " + line if line.strip() else line for line in text.split("\n")).encode(), 0.97),
    "plain dashes": (lambda text: text.replace("–", "-").replace("•", "-").encode(), 0.98),
}
"""How each is made, and the least share of the cards that must be the same."""


def cards(data: bytes) -> Counter[tuple[object, ...]]:
    found = extract(parse(read_bytes(data, "referat.txt"))).follow_ups
    return Counter((f.item, f.kind, f.responsible, f.deadline and f.deadline.due) for f in found)


@pytest.mark.parametrize("shape", SHAPES)
def test_another_shape_gives_the_same_cards(shape: str) -> None:
    make, least = SHAPES[shape]
    same = every = 0
    for text in (path.read_text(encoding="utf-8") for path in TEXTS):
        before, after = cards(text.encode()), cards(make(text))
        same += (before & after).total()
        every += max(before.total(), after.total())
    assert every > 1_000
    assert same / every >= least, f"{same / every:.3f}"
