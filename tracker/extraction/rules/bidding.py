"""Whether a line bids somebody do something (GUIDE.md section 4, "Imperatives" and "Labels")."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense, pick
from tracker.extraction.find import Sentence
from tracker.extraction.tokens import WORD

_BEHIND_NOUNS = frozenset("i på af er om til for fra med hos ved mod og under over efter".split())


def orders(sentence: Sentence, at: int) -> bool:
    """Whether a line gives an order from here on: "Lis: Bestil kaffe", not "Lis: Svar på brevet"."""
    verb = pick(sentence.tokens[at].low, Form.IMPERATIVE)
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    return verb is not None and verb.sense is Sense.DO and after is not None and after.kind == WORD and after.low not in _BEHIND_NOUNS
