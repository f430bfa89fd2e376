"""What a title says its matter is: its telling words, so that the same matter is known again in another meeting's agenda."""

from __future__ import annotations

from tracker.store.folding import words

_STANDING = frozenset(
    """godkendelse godkende godkendes dagsorden dagsordenen referat referatet referater eventuelt evt meddelelse meddelelser orientering
    orienteringer orienteringspunkter nyt fra status siden sidst naeste moede moedet moeder moederne punkt punkter punkterne lukket aaben aabent
    bordet rundt runde droeftelse droeftelser temadroeftelse opfoelgning opsamling evaluering gensidig information informationer sager sag
    sagen beslutning behandling kommende dato datoer velkommen velkomst praesentation konstituering underskrift underskriftsblad
    opsummering tilbagemelding tilbagemeldinger faste fast oplaeg indkomne forslag bilag genbehandling foerste anden tredje endelig
    af og i paa til for om med den det de der en et er som ved ift vedr vedroerende samt eller efter under mellem hos over ny nye vores vi
    cf kl nr pkt ad a b c d e f g h januar februar marts april maj juni juli august september oktober november december""".split()
)
"""Words of standing items and of every title: they tell no matter. A title of these alone is the same in every agenda."""


def matter(title: str) -> tuple[str, str]:
    """The telling words of a title, sorted, and the longest of them; both empty where the title tells no matter."""
    telling = sorted({w for w in words(title) if w not in _STANDING and not w.isdigit() and len(w) > 1})
    if not telling or (len(telling) == 1 and len(telling[0]) < 6):
        return "", ""
    return " ".join(telling), max(telling, key=lambda w: (len(w), w))


def alike(one: str, other: str) -> float:
    """How much two sets of telling words (as `matter` gives them) have in common, 0..1 (Jaccard)."""
    a, b = set(one.split()), set(other.split())
    return len(a & b) / len(a | b) if a and b else 0.0
