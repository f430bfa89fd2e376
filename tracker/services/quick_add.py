"""Use case: one typed Danish sentence as a new action item: who, what, to whom and when, read by the same grammar as minutes."""

from __future__ import annotations

from datetime import date

from tracker.domain.tracking import NewAction


def parsed(sentence: str, today: date, forum: str | None = None) -> NewAction:
    """What the sentence says, reckoned from `today`. A sentence no rule reads still becomes a card, with any deadline in it."""
    from tracker.danish import find_times
    from tracker.extraction import extract_passage

    text = " ".join(sentence.split())
    found = extract_passage(text, today)
    best = max((*found.follow_ups, *found.suggestions), key=lambda f: f.confidence, default=None)
    if best is not None:
        return NewAction(
            text=text,
            kind=best.kind,
            quote=text,
            responsible=best.responsible,
            recipients=best.recipients,
            deadline=best.deadline,
            forum=forum,
        )
    times = [t.deadline for t in find_times(text, today) if not (t.past or t.condition)]
    return NewAction(text=text, quote=text, deadline=times[0] if times else None, forum=forum)
