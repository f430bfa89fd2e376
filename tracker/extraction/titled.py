"""What the title of an item says of all that stands below it: "Til næste gang", "Opgaver inden næste møde"."""

from __future__ import annotations

import re

from tracker.domain.deadline import NEXT_MEETING, Deadline, Precision, TimeExpression
from tracker.domain.followup import Kind
from tracker.domain.minutes import AgendaItem
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find

_BY_THEN = re.compile(
    r"\W*(?:(?:opgaver|aftaler|aktioner|to ?-?do|huskeliste|husk|lektier|forberedelse|hjemmearbejde)(?:\s*:)?\s*)?"
    r"(?P<time>(?:frem )?(?:til|inden|mod) næste (?:gang|møde))\W*\Z",
    re.IGNORECASE,
)


def by_next_meeting(text: str, item: AgendaItem, finds: list[Find]) -> None:
    """Tasks without a day of their own below "Til næste gang" are due at the next meeting; the title is the evidence."""
    told = _BY_THEN.match(item.title)
    at = text.find(item.title, item.span.start, item.span.end) if told is not None else -1
    if told is None or at < 0:
        return
    words = told["time"]
    deadline = Deadline(words, precision=Precision.MEETING, anchor=NEXT_MEETING)
    for find in finds:
        if find.kind is Kind.TASK and not has_day(find.times):
            find.times = [TimeExpression(at + told.start("time"), at + told.end("time"), deadline, rules=("next-meeting",))]
