"""Who a line of a list of things to do is given to, in whatever notation: "(ansvarlig: Ida, frist: 1. maj)", "/ Ida / 1. maj", "v/Ida",
"ANSVAR: Ida" (GUIDE.md section 4, "Labels").

Only asked of lines that begin with an infinitive, where nothing else can be meant: behind a noun the same brackets may name members.
"""

from __future__ import annotations

from tracker.extraction.find import Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.rules.labels import may_own, presented_by
from tracker.extraction.tokens import SIGN, TIME

_PARTING = frozenset(("(", "/", "|", ";", "=", "–", "—", "-", "→", ">", ":"))
_WHO = frozenset("ansvar ansvarlig ansvarlige ansv tovholder tovholdere aktion action".split())
_WHEN = frozenset("frist tidsfrist deadline senest inden dato".split())


def assigned(sentence: Sentence) -> tuple[list[Mention], int] | None:
    """The parties such a line names behind a sign or a label, with nothing but a term behind them; and where that sign stands."""
    tokens = sentence.tokens
    for at in range(2, len(tokens) - 1):
        if tokens[at].low.startswith("v/") and len(tokens[at].text) > 2:
            return [presented_by(sentence, at)[0]], at
        if tokens[at].text not in _PARTING and tokens[at].low not in _WHO:
            continue
        begin = at + 1
        while begin < len(tokens) and (tokens[begin].low in _WHO or tokens[begin].text in (":", ".")):
            begin += 1
        people, stop = sentence.reader.group(begin, len(tokens))
        alone = stop >= len(tokens) or tokens[stop].kind in (SIGN, TIME) or tokens[stop].low in _WHEN
        if people and alone and all(may_own(sentence, m) for m in people):
            return people, at
    return None
