"""Who a line of a list of things to do is given to, in whatever notation: "(ansvarlig: Ida, frist: 1. maj)", "/ Ida / 1. maj", "v/Ida",
"ANSVAR: Ida" (GUIDE.md section 4, "Labels").

Asked of lines that order something (an infinitive, an imperative, a passive). Behind a mere noun brackets may name members, so there only
a label counts, or strokes around the name.
"""

from __future__ import annotations

from tracker.extraction.find import Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.rules.labels import may_own, presented_by, tells_who
from tracker.extraction.tokens import SIGN, TIME

_PARTING = frozenset(("(", "/", "|", ";", "=", "–", "—", "-", "→", ">", ":"))
WHO = frozenset("ansvar ansvarlig ansvarlige ansv tovholder tovholdere aktion action".split())
_WHEN = frozenset("frist tidsfrist deadline senest inden dato".split())

_LONGEST_LINE = 30
"""Tokens; a longer sentence is prose, not a line of a list."""


def assigned(sentence: Sentence, *, ordered: bool = True) -> tuple[list[Mention], int] | None:
    """The parties such a line names behind a sign or a label, with nothing but a term behind them; and where that sign stands.

    `ordered`: whether the words before order something.
    """
    tokens = sentence.tokens
    for at in range(2, len(tokens)) if len(tokens) < _LONGEST_LINE else ():
        presented = presented_by(sentence, at) if ordered and tokens[at].low[:1] == "v" else None
        if presented is not None:
            return [presented[0]], at
        if tokens[at].text == "/" and tokens[at - 1].low == "m":
            continue  # "evalueres m/ de frivillige": with them
        if tokens[at].text not in _PARTING and tokens[at].low not in WHO:
            continue
        begin = at + 1
        while begin < len(tokens) and (tokens[begin].low in WHO or tokens[begin].text in (":", ".")):
            begin += 1
        people, stop = sentence.reader.group(begin, len(tokens))
        behind = tokens[stop] if stop < len(tokens) else None
        alone = behind is None or behind.kind in (SIGN, TIME) or behind.low in _WHEN
        labelled = not WHO.isdisjoint(sentence.low(at, begin))
        stroked = tokens[at].text == "/" and behind is not None and behind.text == "/"
        if tokens[at].text == "(" and not labelled and tells_who(sentence, at, people):
            continue
        known = labelled or all(may_own(sentence, m) for m in people)
        if people and alone and known and (ordered or labelled or stroked):
            return people, at
    return None
