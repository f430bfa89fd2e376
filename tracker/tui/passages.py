"""Passages: the parts of a referat that are shown with a card, cut out with the places to mark in them."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.followup import Evidence
from tracker.domain.minutes import Section, Span
from tracker.domain.tracking import ActionDetail
from tracker.locale import _


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with the quote and the marked words as positions in it; `start` is its own position in the referat."""

    text: str
    quote: Span | None = None
    marks: tuple[Evidence, ...] = ()
    heading: str = ""
    start: int = 0

    def in_referat(self, span: Span) -> Span:
        """A stretch of the passage as a stretch of the referat."""
        return Span(span.start + self.start, span.end + self.start)


def cut(detail: ActionDetail, span: Span, heading: str = "") -> Passage:
    """The stretch `span` of the card's referat."""
    text = detail.source.text if detail.source else ""
    span = _trimmed(text, span)

    def moved(place: Span) -> Span:
        return Span(max(place.start, span.start) - span.start, min(place.end, span.end) - span.start)

    quote = detail.span if detail.span and detail.span.start < span.end and detail.span.end > span.start else None
    marks = tuple(Evidence(e.role, moved(e.span)) for e in detail.evidence if e.span in span)
    return Passage(span.of(text), moved(quote) if quote else None, marks, heading, span.start)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip("\n"))
    return Span(start, max(span.start + len(words.rstrip()), start))


def in_context(detail: ActionDetail) -> list[Passage]:
    """The decision; before it the section the quote stands in, where that is another one; the bare quote without a source."""
    if detail.source is None:
        return [Passage(detail.action.quote, heading=_("As written"))] if detail.action.quote else []
    found = []
    decision = detail.decision.span if detail.decision else None
    if detail.span and (decision is None or detail.span not in decision):
        section = _section_of(detail, detail.span)
        if section:
            found.append(cut(detail, section.span, section.heading))
        else:
            found.append(cut(detail, detail.span, _("As written")))
    if decision:
        found.append(cut(detail, decision, _("Decision")))
    return found


def _section_of(detail: ActionDetail, span: Span) -> Section | None:
    sections = detail.agenda_item.sections if detail.agenda_item else ()
    return next((s for s in sections if span in s.span), None)


def whole_item(detail: ActionDetail) -> Passage | None:
    """The whole agenda item, where it is known."""
    if detail.source is None or detail.agenda_item is None:
        return None
    return cut(detail, detail.agenda_item.span, detail.agenda_item.title)


def whole_referat(detail: ActionDetail) -> Passage | None:
    """The whole referat, where it is known."""
    if detail.source is None:
        return None
    return Passage(detail.source.text, detail.span, detail.evidence, detail.source.name)
