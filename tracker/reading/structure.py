"""SourceText -> Minutes: scan, find the items, read each item's sections, read the head."""

from __future__ import annotations

from tracker.domain.minutes import Minutes, SourceText
from tracker.errors import NotMinutes
from tracker.reading.items import find_heads
from tracker.reading.meeting import read_meeting
from tracker.reading.scan import scan
from tracker.reading.sections import Context, read_item


def parse(source: SourceText) -> Minutes:
    """The structure of a referat. Pure; time and memory grow linearly with the text.

    Raises NotMinutes where a text holds neither items nor decisions.
    """
    text = source.text
    marks = scan(text)
    layout, heads = find_heads(text, marks)
    meeting = read_meeting(text, marks, heads)
    if not heads:
        raise NotMinutes(name=source.name, reason="no items and no decisions")
    context = Context(text, marks, meeting)
    ends = [head.start for head in heads[1:]] + [len(text)]
    stops = [head.mark for head in heads[1:]] + [len(marks)]
    items = tuple(read_item(context, head, end, stop) for head, end, stop in zip(heads, ends, stops, strict=True))
    guessed = any(decision.guessed for item in items for decision in item.decisions)
    agenda = not any(item.decisions for item in items)
    return Minutes(source, meeting, items, layout=layout, guessed=guessed, agenda_only=agenda)
