"""Times said through an event: "til fintællingsdagen den 2. juni" (GUIDE.md section 3)."""

from __future__ import annotations

import dataclasses

from tracker.domain.deadline import TimeExpression
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import BARE
from tracker.extraction.find import Sentence
from tracker.extraction.tokens import WORD
from tracker.extraction.vocabulary import agent_kind


def widened(sentence: Sentence, at: int) -> TimeExpression:
    """The time with the event it is said through: "til fintællingsdagen den 2. juni" is a limit, as "til den 2. juni" is."""
    tokens = sentence.tokens
    time = tokens[at].time
    assert time is not None
    if at >= 2 and tokens[at - 2].low in ("til", "inden", "før") and tokens[at - 1].kind == WORD and BARE.match(tokens[at].low):
        event = tokens[at - 1].low
        kind = agent_kind(event)
        answered = at > 2 and tokens[at - 3].low.startswith(("svar", "tilbagemelding", "bemærkning", "besked", "kommentar"))
        receives = kind is not None and (answered or kind is not PartyKind.BODY)  # "frist for svar til direktionen den 4. maj"
        if time.deadline.due is None or receives or not event.endswith(("en", "et", "ne", "dag", "møde")):
            return time
        start = tokens[at - 2].start
        text = " ".join(sentence.text[start : time.end].split())
        deadline = dataclasses.replace(time.deadline, text=text, earliest=None)
        return TimeExpression(start, time.end, deadline, time.past, time.condition, time.rules)
    return time
