"""Whether a line bids somebody do something (GUIDE.md section 4, "Imperatives" and "Labels")."""

from __future__ import annotations

from tracker.danish.names import is_first_name
from tracker.danish.verbs import Form, Sense, pick
from tracker.extraction.attributive import LIMIT
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.tokens import WORD

_BEHIND_NOUNS = frozenset("i på af er om til for fra med hos ved mod og under over efter".split())


def orders(sentence: Sentence, at: int) -> bool:
    """Whether a line gives an order from here on: "Lis: Bestil kaffe", not "Lis: Svar på brevet"."""
    verb = pick(sentence.tokens[at].low, Form.IMPERATIVE)
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    return verb is not None and verb.sense is Sense.DO and after is not None and after.kind == WORD and after.low not in _BEHIND_NOUNS


_READY = frozenset("klar klart færdig færdigt".split())
_AWAY = frozenset("ferie orlov barsel syg sygemeldt fri kursus fravær afspadsering ferieplan".split())


def due_then(sentence: Sentence, people: list[Mention], at: int) -> bool:
    """ "LOBE: Notat om snitflader til næste møde": somebody known, a thing at this place, and by when; not "Karen: Ferie til den 4."."""
    known = all(sentence.directory.attends(m.text) or is_first_name(m.text.split()[0]) for m in people)
    days = [k for k, t in enumerate(sentence.tokens) if t.time is not None and not t.time.past and has_day([t.time])]
    words = sentence.low(0, len(sentence.tokens))
    by_then = any(LIMIT.match(words[k]) or words[k].startswith("til ") or words[k - 1] in _READY for k in days)
    return known and by_then and words[at] not in _AWAY
