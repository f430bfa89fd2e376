"""Document text with marks, as content that is never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content, Span
from textual.style import Style

from tracker.tui.plain import block

if TYPE_CHECKING:
    from tracker.tui.passages import Passage

ROLES = ("deadline", "responsible", "recipient", "verb")


def marked(passage: Passage, styles: dict[str, Style]) -> Content:
    """A passage with its quote in style "quote" and the marked words in the styles of their roles."""
    text = block(passage.text)
    spans = []
    if passage.quote and len(passage.quote):
        spans.append(Span(passage.quote.start, passage.quote.end, styles["quote"]))
    spans += [Span(m.span.start, m.span.end, styles[m.role]) for m in passage.marks if m.role in styles and len(m.span)]
    return Content(text, spans=[s for s in spans if s.end <= len(text)], strip_control_codes=False)
