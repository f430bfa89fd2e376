"""Finds -> FollowUps: text and spans fixed, deadline resolved against the next meeting, confidence from signals."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

from tracker.domain.deadline import NEXT_MEETING, Deadline
from tracker.domain.followup import Evidence, FollowUp
from tracker.domain.minutes import SectionKind, Span
from tracker.extraction.confidence import confidence_of, signals_of
from tracker.extraction.find import Find
from tracker.extraction.mention import Mention
from tracker.extraction.tokens import Token


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where a find stands: its item, the date and section of its decision, and what is known of the meeting.

    `signals` says what makes the place itself doubtful: free prose taken as a decision, an item without a number, minutes of few items.
    """

    item: int
    on: date | None
    section: SectionKind = SectionKind.DECISION
    presenter: str | None = None
    next_meeting: date | None = None
    signals: frozenset[str] = frozenset()


def follow_up(text: str, find: Find, place: Place) -> FollowUp:
    """The follow-up a find amounts to."""
    span = _told(text, find)
    quote = " ".join(span.of(text).split())
    adopted = {"adopted"} if place.section is SectionKind.RECOMMENDATION else set()
    signals = signals_of(find, quote, place.signals | adopted)
    return FollowUp(
        item=place.item,
        decision_date=place.on,
        section=place.section,
        kind=find.kind,
        quote=quote,
        span=span,
        responsible=_names(find.responsible),
        recipients=_names(find.recipients),
        presenter=place.presenter,
        deadline=_deadline(find, place),
        confidence=confidence_of(signals) if place.on is not None else min(confidence_of(signals), _UNDATED),
        signals=signals,
        rules=tuple(dict.fromkeys(find.rules)) + tuple(r for t in find.times[:1] for r in t.rules),
        clauses=tuple(dict.fromkeys(find.clauses)),
        evidence=_evidence(text, find),
    )


_WORDY, _ENOUGH = 24, 9
"""Words: a longer quote is cut before what only says why, where at least so many come before it."""
_WHY = re.compile(r",\s+(?:så|fordi|da|idet|eftersom|for at|hvilket|selv ?om)\b")


def _told(text: str, find: Find) -> Span:
    """Where the quote stands: all of the find, without the reasons at the end of a long one, where they say neither who nor when."""
    span = Span(find.start, max(find.end, find.start))
    if len(span.of(text).split()) <= _WORDY:
        return span
    told = [evidence.span.end for evidence in _evidence(text, find)]
    for why in _WHY.finditer(text, max([span.start, *told]), span.end):
        if len(text[span.start : why.start()].split()) >= _ENOUGH:
            return Span(span.start, why.start())
    return span


_UNDATED = 0.5
"""Highest confidence of a find in minutes without a date: a person must look at it."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def _names(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.text for m in mentions if m.text))


def _deadline(find: Find, place: Place) -> Deadline | None:
    if not find.times:
        return None
    deadline = find.times[0].deadline
    if place.on is None and not _YEAR.search(deadline.text):
        # Minutes without any date: what was reckoned from nothing must not look like a day.
        return dataclasses.replace(deadline, earliest=None, due=None, further_dates=())
    later = [t.deadline.due for t in find.times[1:] if t.deadline.due and deadline.due and t.deadline.due > deadline.due]
    if later and not deadline.further_dates and not deadline.anchor:
        deadline = dataclasses.replace(deadline, further_dates=tuple(dict.fromkeys(later)))
    if deadline.anchor == NEXT_MEETING and deadline.due is None and place.next_meeting and not deadline.anchor_forum:
        return dataclasses.replace(deadline, due=_shifted(place.next_meeting, deadline.offset_days or 0))
    return deadline


def _shifted(day: date, days: int) -> date:
    from datetime import timedelta

    return day + timedelta(days=days)


def _evidence(text: str, find: Find) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    tokens: list[Token] = find.clause.tokens if find.clause else []
    if find.verb is not None:
        found.append(Evidence("verb", Span(*find.verb)))
    found.extend(Evidence("deadline", Span(t.start, t.end)) for t in find.times[:1] if t.end <= len(text))
    for role, mentions in (("responsible", find.responsible), ("recipient", find.recipients)):
        for mention in mentions:
            place = _where(text, mention, tokens, find)
            if place is not None:
                found.append(Evidence(role, place))
    return tuple(sorted(found, key=lambda e: (e.span.start, e.span.end, e.role)))


def _where(text: str, mention: Mention, tokens: list[Token], find: Find) -> Span | None:
    if tokens and mention.end <= len(tokens) and mention.start < mention.end:
        span = Span(tokens[mention.start].start, tokens[mention.end - 1].end)
        if mention.text.split()[0] in span.of(text):
            return span
    at = text.find(mention.text, find.start, find.end)
    return Span(at, at + len(mention.text)) if at >= 0 else None
