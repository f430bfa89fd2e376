"""Whether a matter is brought before somebody: "tager det med til", "bærer sagen ind i", "går til direktionen med"."""

from __future__ import annotations

from itertools import pairwise

from tracker.extraction.clause import Clause
from tracker.extraction.find import Sentence
from tracker.extraction.rules.helpers import is_treating
from tracker.extraction.subjects import Subject

_TALKS = frozenset("snak kontakt samtale dialog møde runde".split())


def takes_it_up_with(words: list[str]) -> bool:
    """Words after "tage" that tell of a talk or a trip, not of a matter brought before a body.

    "tager spørgsmålet op med direktionen", "tager det med lederne", "tager med til seminaret".
    """
    pairs = set(pairwise(words))
    brought = bool(pairs & {("med", "i"), ("med", "på"), ("med", "ind")}) or "til" in words or "med" not in words
    aside = not brought and words[:1] in (["det"], ["den"])
    return aside or words[:2] == ["med", "til"] or bool(pairs & {("op", "med"), ("over", "for")})


def has_talk(words: list[str]) -> bool:
    """ "tager kontakt til", "tager i mellemtiden en snak med": what is taken is a talk."""
    return bool(_TALKS & set(words[:3])) or any(a in ("en", "et") and b in _TALKS for a, b in pairwise(words[:7]))


CARRIED = frozenset({("ind", "i"), ("med", "i"), ("med", "på"), ("over", "på"), ("frem", "på"), ("frem", "i")})
"""Particle and preposition of what is carried before a body: "bærer sagen ind i direktionen", "lægger det frem på årsmødet"."""


def brought(lemma: str, words: list[str]) -> bool:
    """Whether the words behind a verb say that it takes the matter along: "tager det med til", "rejser spørgsmålet"."""
    carried = "med" in words[:6] or ("med", "til") in pairwise(words) or "op" in words or ("ind", "i") in pairwise(words)
    return carried or lemma == "rejse"


def goes_with(sentence: Sentence, clause: Clause, lemma: str, words: list[str], at: int) -> bool:
    """ "Jette går til direktionen med en ansøgning": she brings it before them."""
    handed = lemma == "gå" and words[:1] == ["til"] and "med" in words
    return handed and any(is_treating(sentence, b) for b in sentence.reader.group(at + 2, clause.end)[0])


def fronted(sentence: Sentence, clause: Clause, subject: Subject) -> list[str]:
    """The first words of an object that stands before its verb: "En evaluering lægger Susanne frem for rådet"."""
    turned = bool(subject.parties) and subject.parties[0].start > clause.verb
    return sentence.low(*clause.field)[:3] if turned else []
