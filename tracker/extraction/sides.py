"""What stands beside a sentence's clauses: a time before a colon, names behind a dash or in brackets."""

from __future__ import annotations

from tracker.domain.followup import Kind
from tracker.extraction.find import Find, Sentence
from tracker.extraction.rules.labels import trailing_names
from tracker.extraction.tokens import TIME


def named_behind(sentence: Sentence, found: list[Find]) -> None:
    """ "... – Keld", "... (HPK)" after a passive names who does it."""
    if not found or found[-1].responsible or found[-1].kind is Kind.DEFERRAL:
        return
    named = trailing_names(sentence)
    if named is not None and "label" not in found[-1].signals:
        found[-1].responsible = named[0]
        found[-1].recipients = [r for r in found[-1].recipients if all(r.start != m.start for m in named[0])]
        found[-1].end = max(found[-1].end, sentence.tokens[named[0][-1].end - 1].end)
        found[-1].optional = False
        found[-1].mark("label")
        found[-1].rules.append("trailing-name")


def timed_before(sentence: Sentence, found: list[Find]) -> None:
    """A time before a colon holds for what follows: "Til næste gang: Alle læser udkastet"."""
    tokens = sentence.tokens
    if tokens and tokens[0].kind == TIME and len(tokens) > 1 and tokens[1].text == ":" and tokens[0].time is not None:
        for find in found:
            if not find.times:
                find.times = [tokens[0].time]
                find.start = min(find.start, tokens[0].start)
