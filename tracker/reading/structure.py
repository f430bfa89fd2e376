"""SourceText -> Minutes: scan, find the items, read each item's sections, read the head."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import replace

from tracker.domain.minutes import AgendaItem, DecidedRow, Decision, Meeting, Minutes, Outcome, SectionKind, SourceText, Span
from tracker.errors import NotMinutes
from tracker.reading.cells import description
from tracker.reading.closing import closing, signature
from tracker.reading.heads import Head
from tracker.reading.hypotheses import TITLES, explain
from tracker.reading.items import find_heads
from tracker.reading.marks import Kind, Mark
from tracker.reading.meeting import read_meeting
from tracker.reading.outcome import outcome_of
from tracker.reading.own_decisions import Context
from tracker.reading.parts import without_part
from tracker.reading.scan import scan
from tracker.reading.sections import read_item
from tracker.reading.sentence import is_sentence
from tracker.reading.tables import Row, table_items
from tracker.reading.titles import tidy_title
from tracker.reading.told import SAID

_AGENDA = re.compile(r"\b(?:dagsorden|agenda|indkaldelse|mødeindkaldelse)\b", re.IGNORECASE)


def parse(source: SourceText) -> Minutes:
    """The structure of a referat. Pure; time and memory grow linearly with the text.

    Raises NotMinutes where a text holds neither items nor decisions.
    """
    text = source.text
    rows = table_items(text)
    marks = scan(text)
    layout, heads = find_heads(text, marks)
    below = [head for head in heads if head.label and _counts_on(head, rows[-1])] if rows else []
    if rows and len(rows) + len(below) >= len(heads):
        return _table(source, marks, rows, below)
    layout, heads = explain(text, marks, layout, heads, source.headings)
    signed = signature(text)
    # a point of the agenda that nobody took up stands at the very end
    heads = [head for head in heads if head.start < signed or head.start >= len(text) or head is heads[0]]
    if not heads:
        raise NotMinutes(name=source.name, reason="no items and no decisions")
    return _minutes(source, marks, layout, heads)


def _minutes(source: SourceText, marks: list[Mark], layout: str, heads: list[Head]) -> Minutes:
    text = source.text
    _find_marks(marks, heads)
    meeting = read_meeting(text, marks, heads[0].start if heads[0].label else _first_heading(marks, heads[0]), source.name)
    _close_parts(marks, heads)
    _free_parts(text, marks, heads)
    headed = _headed(marks, heads[0])
    context = Context(text, marks, meeting, prose=not headed, headings=_ordinary_headings(marks))
    items = _items(context, heads)
    if not headed and _is_agenda(text, marks, heads, items):
        items = _items(replace(context, agenda=True), heads)
    if meeting.date is None:
        meeting, items = _dated(meeting, items)
    guessed = any(decision.guessed for item in items for decision in item.decisions)
    return Minutes(source, meeting, items, layout, guessed, agenda_only=not any(item.decisions for item in items), notes=_notes(guessed))


def _headed(marks: list[Mark], first: Head) -> bool:
    """Whether a decision has a heading from the first item on."""
    return any(mark.kind is Kind.HEADING and mark.section is SectionKind.DECISION for mark in marks[max(0, first.mark) :])


def _find_marks(marks: list[Mark], heads: list[Head]) -> None:
    """The last mark before the body of items that begin with none."""
    starts = [mark.start for mark in marks] if any(head.mark < 0 for head in heads) else []
    for head in heads:
        if head.mark < 0:
            head.mark = bisect_left(starts, head.body) - 1


def _ordinary_headings(marks: list[Mark]) -> frozenset[str]:
    """The ordinary words that stand as headings under something else than a decision somewhere in these minutes."""
    found: set[str] = set()
    section = SectionKind.DECISION
    for mark in marks:
        if mark.kind is Kind.HEADING:
            if not mark.soft:
                section = mark.section
            elif section is not SectionKind.DECISION:
                found.add(mark.folded)
    return frozenset(found)


def _first_heading(marks: list[Mark], head: Head) -> int:
    """On a page with one item the meeting's fields stand below the title."""
    return next((mark.start for mark in marks if mark.kind is Kind.HEADING and mark.start >= head.body), head.body)


def _items(context: Context, heads: list[Head]) -> tuple[AgendaItem, ...]:
    ends = [without_part(context.text, head.start, before.body) for before, head in itertools.pairwise(heads)] + [
        closing(context.text, max(heads[-1].body, heads[-1].title[1]), context.meeting.date)
    ]
    stops = [head.mark + 1 if head.mark >= 0 else len(context.marks) for head in heads[1:]] + [len(context.marks)]
    return tuple(read_item(context, head, end, stop) for head, end, stop in zip(heads, ends, stops, strict=True))


def _close_parts(marks: list[Mark], heads: list[Head]) -> None:
    """Items below "Lukkede punkter" are closed, until "Åbne punkter"."""
    at, closed = 0, False
    for head in heads:
        while at < len(marks) and at <= head.mark:
            if marks[at].kind is Kind.CONTENTS and marks[at].closed is not None:
                closed = bool(marks[at].closed)
            at += 1
        head.closed = head.closed or closed


def _free_parts(text: str, marks: list[Mark], heads: list[Head]) -> None:
    """ "Beslutningspunkter" right above an item heads a part of the minutes, and no decision."""
    for head in heads:
        above = marks[head.mark - 1] if head.mark > 0 else None
        if above is not None and above.kind is Kind.HEADING and above.section is SectionKind.DECISION:
            named = text[above.start : above.end].rstrip(" :").lower().endswith("punkter")
            if named and not text[above.end : head.start].strip():
                above.kind = Kind.FURNITURE


def _is_agenda(text: str, marks: list[Mark], heads: list[Head], items: tuple[AgendaItem, ...]) -> bool:
    """An agenda says so, or has the headings of one (Indstilling) in most items; in either case little is decided in it.

    The mere heading "Dagsorden:" above the first item says so only where little is told under the items either.
    """
    end = min(heads[0].start, 3_000) or 200
    top = text[:end]
    for mark in marks:
        if mark.kind is Kind.CONTENTS and mark.end <= end:
            top = top[: mark.start] + " " * (mark.end - mark.start) + top[mark.end :]
    named = _names_agenda(top) and TITLES.search(top) is None
    listed = _names_agenda(text[:end]) and TITLES.search(top) is None
    headed = sum(1 for item in items if any(section.heading and section.kind is not SectionKind.ATTENDANCE for section in item.sections))
    bare = [item for item in items if not any(section.kind is SectionKind.RECOMMENDATION for section in item.sections)]
    decided = sum(1 for item in items for decision in item.decisions if decision.outcome is not Outcome.OTHER and _is_said(item, decision))
    if not named and listed:
        named = sum(_tells(text, item) for item in bare) * 2 < len(items)
    told = sum(any(SAID.search(text, one.span.start, one.span.end) for one in item.decisions) for item in items)
    presented = any(section.heading and section.kind in _PRESENTED for item in items for section in item.sections)
    named = named and (presented or told * 3 < len(items))  # "DAGSORDEN", and below it what was said of each point
    named = named and not (_answered(text, items) and sum(_tells(text, item) for item in items) * 2 >= len(items))
    formal = headed * 2 >= len(items) and any(mark.section is SectionKind.RECOMMENDATION for mark in marks)
    return (named or formal) and decided * 3 <= len(items)


_PRESENTED = (SectionKind.RECOMMENDATION, SectionKind.PRESENTATION)


def _names_agenda(head: str) -> bool:
    """Whether a line of the head calls the text an agenda; "Dagsorden var sendt ud d. 27/2" only tells of one."""
    return any(_AGENDA.search(line) is not None and not is_sentence(line.strip()) for line in head.split("\n"))


def _is_said(item: AgendaItem, decision: Decision) -> bool:
    """Whether a decision stands behind what was recommended, not in it."""
    return not any(section.kind is SectionKind.RECOMMENDATION and decision.span.start < section.span.end for section in item.sections)


def _answered(text: str, items: tuple[AgendaItem, ...]) -> bool:
    """Whether the approval of the last minutes begins with "Godkendt", which nobody writes before the meeting."""
    return any(_APPROVED.match(text, one.span.start, one.span.end) for item in items for one in item.decisions if one.own)


_APPROVED = re.compile(r"\s*(?:blev |er )?(?:enstemmigt )?(?:godkendt|vedtaget)\b", re.IGNORECASE)


def _tells(text: str, item: AgendaItem) -> bool:
    """Whether whole sentences stand under an item."""
    said = " ".join(text[decision.span.start : min(decision.span.end, decision.span.start + 1_000)] for decision in item.decisions)
    return any(is_sentence(part.strip(" -–—•·*")) for part in re.split(r"\n|(?<=[.!?])\s", said))


def _dated(meeting: Meeting, items: tuple[AgendaItem, ...]) -> tuple[Meeting, tuple[AgendaItem, ...]]:
    """The meeting's date from its own decisions, where the head gives none."""
    days = [decision.date for item in items for decision in item.decisions if decision.own and decision.date]
    if not days:
        return meeting, items
    day = max(days)
    filled = tuple(replace(item, decisions=tuple(d if d.date else replace(d, date=day) for d in item.decisions)) for item in items)
    return replace(meeting, date=day), filled


def _notes(guessed: bool) -> tuple[str, ...]:
    return ("free prose read as decisions",) if guessed else ()


def _span(cell: tuple[int, int] | None) -> Span | None:
    return Span(*cell) if cell is not None else None


def _counts_on(head: Head, last: Row) -> bool:
    """Whether an item stands below the table with a number that comes after those of the table: "Punkt 11: Aktionsliste"."""
    return head.start >= last.end and head.number > last.number


def _table(source: SourceText, marks: list[Mark], rows: list[Row], below: list[Head]) -> Minutes:
    """Minutes kept as one table; further items may stand below it."""
    text = source.text
    header = text.rfind("\n", 0, len(text[: rows[0].start].rstrip())) + 1  # the line that names the columns is no part of the head
    meeting = read_meeting(text, marks, header or rows[0].start, source.name)
    items = []
    for row in rows:
        begins = description(text, *row.title) if len(rows) > 1 and row.title[1] > row.title[0] else 0
        span = Span(*row.decision)
        span = Span(span.start, span.start + len(text[span.start : span.end].rstrip(" |")))
        said = text[span.start : span.end].strip(" |")
        lines = tuple(DecidedRow(Span(*line.decision), _span(line.assigned), _span(line.term)) for line in row.lines)
        who, when = _span(row.assigned), _span(row.term)
        made = Decision(span, outcome_of(said), meeting.date, meeting.forum, assigned=who, term=when, rows=lines)
        decisions = (made,) if said else ()
        title = tidy_title(text[row.title[0] : begins or row.title[1]])
        items.append(AgendaItem(row.number, title, Span(row.start, row.end), str(row.number), decisions=decisions))
    if below:
        _find_marks(marks, below)
        items += _items(Context(text, marks, meeting, prose=not _headed(marks, below[0])), below)
    return Minutes(source, meeting, tuple(items), "table", agenda_only=not any(item.decisions for item in items))
