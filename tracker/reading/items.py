"""Marks -> where the items begin. Which numbered lines are items and which are list points is weighed by evidence, never by layout."""

from __future__ import annotations

from tracker.reading.contents import STRONG, drop_contents, key
from tracker.reading.evidence import counts_through, evidence, same_list, same_title, section, sequence
from tracker.reading.heads import Head, head, take_fields_above
from tracker.reading.marks import Kind, Mark

ACCEPT = 2
_LETTERED = ("letter", "roman")


def find_heads(text: str, marks: list[Mark]) -> tuple[str, list[Head]]:
    """The layout's name and the heads of numbered items in text order; none where nothing is numbered."""
    drop_contents(text, marks)
    families: dict[str, list[int]] = {}
    for index, mark in enumerate(marks):
        if mark.kind is Kind.NUMBER:
            families.setdefault(mark.family, []).append(index)
    known = {key(text, mark) for mark in marks if mark.kind is Kind.LEADER}
    best, chosen, name = 0.0, list[int](), ""
    for family in sorted(families, key=_LETTERED.__contains__):
        if family in _LETTERED and len(chosen) > 1:
            break  # letters number items only where no figures do
        candidates = families[family]
        strength = STRONG.get(family, 0) + counts_through([marks[index] for index in candidates])
        quality, accepted = _accept(text, marks, candidates, known, strength)
        if quality > best:
            best, chosen, name = quality, accepted, family
    if chosen and (best >= 4 or len(chosen) > 1):
        heads = [head(text, marks, index) for index in _merged(marks, chosen)]
        for at, found in enumerate(heads):
            take_fields_above(text, marks, found, heads[at - 1] if at else None)
        return name, heads
    return "", []


def _accept(text: str, marks: list[Mark], candidates: list[int], known: set[str], strength: int) -> tuple[float, list[int]]:
    """Walk one family's candidates in order; each must have enough evidence where it stands."""
    accepted: list[int] = []
    quality, last, listed, listed_at, loose = 0.0, 0, 0, -1, 0
    scores: list[float] = []
    for index in candidates:
        mark = marks[index]
        in_list = listed_at >= 0 and mark.number == listed + 1 and mark.plain <= loose and same_list(marks, listed_at, index)
        score = strength + evidence(text, marks, index, known) + sequence(mark.number, last, bool(accepted))
        score -= 3 if in_list else 0
        if accepted and mark.number == last and same_title(text, marks[accepted[-1]], mark, index == accepted[-1] + 1):
            continue
        if score >= ACCEPT and accepted and mark.number == last:
            if score <= scores[-1]:
                continue
            quality -= scores.pop()  # the same number again with more to show for it
            accepted.pop()
        if score >= ACCEPT:
            accepted.append(index)
            scores.append(score)
            quality, last, listed_at = quality + score, mark.number, -1
        else:
            loose = mark.plain if in_list else 3 if section(marks, index) else 0
            listed, listed_at = mark.number, index
    return quality, accepted


def _merged(marks: list[Mark], chosen: list[int]) -> list[int]:
    """Nested numbers ("6.1", "6.2") fold into the item of their first number."""
    kept: list[int] = []
    for index in chosen:
        if kept and marks[kept[-1]].number == marks[index].number and "." in marks[index].label.strip("."):
            continue
        kept.append(index)
    return kept
