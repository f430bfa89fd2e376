"""One item's marks -> its sections, decisions and attachments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from tracker.domain.minutes import AgendaItem, Decision, Outcome, Section, SectionKind, Span
from tracker.reading import dates
from tracker.reading.attachments import attachments, told_below
from tracker.reading.attendance import extent
from tracker.reading.decisions import Heading, with_line_below
from tracker.reading.heads import Head
from tracker.reading.marks import Kind, Mark
from tracker.reading.outcome import decided_behind, outcome_of
from tracker.reading.own_decisions import Context, Part, is_own, mark_history
from tracker.reading.titles import decided_title, prose_in_title, tidy_title

_SOMETHING = re.compile(r"\S")
_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"(?<=[a-zæøå]{2}[.!?] )[A-ZÆØÅ][^\n.!?]+")
_STOP = re.compile(r"[.!?]")
_DONE = re.compile(
    r"\b(?:godkendt|vedtaget|drøftet|udsat|udskudt|afvist|tiltrådt|taget|godkendte|vedtog|drøftede|afviste)\b", re.IGNORECASE
)
_PROPOSES = re.compile(r"\s*[^.\n:]{2,80}\b(?:foreslår|indstiller|anbefaler)(?:,? at\b|[,:]?[ \t]*\n)")
"""What the words below "Forslag" begin with where they are a recommendation: "HR foreslår, at"."""
_POINT = re.compile(r"\s*(?:[-–•*]|\(?\w{1,3}[.)])?\s*at\b|\s*(?:[-–•*]|\d{1,2}[.)])\s", re.IGNORECASE)  # a point of a recommendation


@dataclass(slots=True)
class _Draft:
    parts: list[Part] = field(default_factory=list)
    case: str = ""
    closed: bool = False
    journal: bool = False
    """Whether the case number is the journal's; one called the case's own is preferred."""


def read_item(context: Context, head: Head, end: int, stop: int) -> AgendaItem:
    """An item from its head to where the next one begins (`end`; `stop` is the index of that one's mark)."""
    text = context.text
    draft = _Draft(case=head.case, closed=head.closed)
    marks = [mark for mark in context.marks[head.mark + 1 : stop] if head.body <= mark.start < end]
    _Splitter(context, head, end, draft).split(marks)
    title = head.title
    decisions = _decisions(context, draft.parts)
    headed = any(part.hard for part in draft.parts)
    if not decisions and not context.agenda and context.prose and headed:
        decisions = _below_recommendation(context, draft.parts[-1]) or _below_presentation(context, draft.parts)
    if not decisions and not context.agenda and (context.prose or not headed):
        prose = _prose(text, draft.parts)
        if not len(prose) and not head.borrowed:
            title, prose = prose_in_title(text, title)
            prose = prose if len(prose) else decided_title(text, title)
        if any(map(str.isalpha, prose.of(text))):
            decisions = (_decision(context, prose, None, guessed=True),)
    whole = _span(text, head.start, end)
    spans = [(part, _span(text, part.start, part.end)) for part in draft.parts if _is_section(text, part)]
    return AgendaItem(
        number=head.number,
        title=tidy_title(text[title[0] : title[1]]),
        span=whole,
        label=head.label,
        case_number=draft.case or None,
        closed=draft.closed,
        sections=tuple(Section(part.kind, part.heading, span if span in whole else Span(whole.end, whole.end)) for part, span in spans),
        decisions=decisions,
        attachments=attachments(text, ((part.start, part.end) for part in draft.parts if part.kind is SectionKind.ATTACHMENTS)),
    )


def _is_section(text: str, part: Part) -> bool:
    """A part with a heading, or text that stands under none."""
    return bool(part.heading) or part.hard or bool(text[part.start : part.end].strip())


class _Splitter:
    """Walks the marks of one item and cuts its body into parts."""

    def __init__(self, context: Context, head: Head, end: int, draft: _Draft) -> None:
        self.context, self.text, self.head, self.end, self.draft = context, context.text, head, end, draft
        self.part = Part(SectionKind.OTHER, "", head.body, end)
        draft.parts.append(self.part)

    def split(self, marks: list[Mark]) -> None:
        """Cut at every mark that ends a part."""
        hard = any(mark.kind is Kind.HEADING and not mark.soft for mark in marks)
        for mark in marks:
            if mark.kind is Kind.HEADING:
                if not mark.soft or (hard and self._opens(mark)):
                    self._heading(mark)
            elif mark.kind in (Kind.CASE, Kind.META):
                self._small_field(mark)
            elif mark.kind is Kind.ATTENDANCE:
                if not mark.closed or (hard and self.part.kind is not SectionKind.DECISION):
                    self._attendance(mark)
            elif mark.kind is Kind.FURNITURE or (mark.kind is Kind.CONTENTS and mark.closed is not None):
                self._open(Part(SectionKind.OTHER, self.text[mark.start : mark.end], mark.end, self.end), mark.start)
            elif mark.kind is Kind.NUMBER and hard and self._is_sub_item(mark) and not self._counts_decisions(mark):
                self._open(Part(SectionKind.OTHER, "", mark.end, self.end), mark.start)

    def _open(self, part: Part, at: int) -> None:
        self.part.end = at
        self.part = part
        self.draft.parts.append(part)

    def _opens(self, mark: Mark) -> bool:
        """Whether an ordinary word ("Økonomi") is a heading here; inside a decision it may just be a group of remarks."""
        return self.part.kind is not SectionKind.DECISION or mark.folded in self.context.headings

    def _heading(self, mark: Mark) -> None:
        if mark.section is SectionKind.RECOMMENDATION and not mark.folded:
            if self.part.kind is SectionKind.RECOMMENDATION:
                return  # "Direktionen indstiller," below the heading Indstilling
            if self.part.kind is SectionKind.DECISION and mark.body > mark.start and self._is_own_act(mark):
                return  # "Udvalget indstiller til Byrådet," is what was decided
        heading = self.text[mark.start : mark.end] if mark.folded or mark.heading else ""
        if mark.body > mark.start and mark.body < mark.end:
            heading = self.text[mark.start : mark.body].rstrip(" :–—-\t")
        proposes = mark.folded == "forslag" and _PROPOSES.match(self.text, mark.body) is not None
        kind = SectionKind.RECOMMENDATION if proposes else mark.section
        self._open(Part(kind, heading, mark.body, self.end, mark.heading, hard=not mark.soft), mark.start)
        if mark.section is SectionKind.ATTACHMENTS and self.context.prose:  # where nothing else ends a list of attachments
            told = told_below(self.text, mark.end, self.end)
            if told >= 0:
                self._open(Part(SectionKind.OTHER, "", told, self.end), told)

    def _is_own_act(self, mark: Mark) -> bool:
        forum = self.context.meeting.forum or ""
        line = self.text[mark.start : mark.end].lower()
        return line.startswith(("udvalget", "rådet", "bestyrelsen", "forum")) or bool(forum and line.startswith(forum.lower()))

    def _small_field(self, mark: Mark) -> None:
        """Fields at the head of an item or of a decision ("Dato: 12. marts 2009") are not part of its text."""
        part = self.part
        if _SOMETHING.search(self.text, part.start, mark.start):
            if mark.kind is Kind.CASE and part.kind is SectionKind.OTHER and not part.heading:
                self.draft.case = self.draft.case or mark.case
            return
        if part.kind is SectionKind.DECISION and mark.kind is Kind.META and mark.folded.startswith(("dato", "sted", "møde")):
            day = dates.day_in(self.text[mark.start : mark.end])
            if day is not None and part.decided is not None and part.decided.day is None:
                part.decided = replace(part.decided, day=day)
            part.start = mark.end
        elif not part.hard:
            part.start = mark.end
            preferred = self.draft.journal and mark.case and mark.folded != "journal"
            self.draft.journal = mark.folded == "journal" if not self.draft.case else self.draft.journal and not preferred
            self.draft.case = mark.case if preferred else self.draft.case or mark.case
            self.draft.closed = self.draft.closed or bool(mark.closed)

    def _attendance(self, mark: Mark) -> None:
        before = self.part
        stop = extent(self.text, mark.body, self.end)
        self._open(Part(SectionKind.ATTENDANCE, self.text[mark.start : mark.body].rstrip(" :"), mark.body, self.end), mark.start)
        self.part.end = stop
        empty = _SOMETHING.search(self.text, before.start, before.end) is None
        if before.kind is SectionKind.DECISION and empty:
            before.start = stop
        if (before.kind is SectionKind.DECISION and (empty or self._goes_on(stop))) or (
            before.kind is SectionKind.OTHER and not before.heading
        ):
            if not empty and before.kind is SectionKind.OTHER:
                before = Part(SectionKind.OTHER, "", stop, self.end)
                self.draft.parts.append(before)
            before.start = stop if empty else before.start
            before.end = self.end
            self.part = before
        else:
            self._open(Part(SectionKind.OTHER, "", stop, self.end), stop)

    def _goes_on(self, at: int) -> bool:
        """Whether whole sentences follow an attendance line inside a decision."""
        rest = _LINE.search(self.text, at, self.end)
        return rest is not None and rest.group().rstrip().endswith((".", ":")) and len(rest.group()) > 20

    def _counts_decisions(self, mark: Mark) -> bool:
        """Whether nested numbers count what was decided: the first stands right below the heading ("Beslutning" / "4.1 Tidsplan")."""
        part = self.part
        if part.kind is SectionKind.DECISION and _SOMETHING.search(self.text, part.start, mark.start) is None:
            part.counted = True
        return part.counted

    def _is_sub_item(self, mark: Mark) -> bool:
        """A nested number ("6.3 Lån") of this very item."""
        first, dot, _ = mark.label.partition(".")
        return bool(dot) and "." in mark.label.strip(".") and first == str(self.head.number) and not mark.listed


def _span(text: str, start: int, end: int) -> Span:
    """The range without the blanks at its ends."""
    words = text[start:end]
    end = start + len(words.rstrip())
    return Span(min(start + len(words) - len(words.lstrip()), end), end)


def _decisions(context: Context, parts: list[Part]) -> tuple[Decision, ...]:
    mark_history(context, parts)
    found = []
    for part in parts:
        if part.kind is SectionKind.DECISION:
            span = _span(context.text, part.start, part.end)
            if len(span):
                found.append(_decision(context, span, part.decided))
    return tuple(found)


def _below_recommendation(context: Context, part: Part) -> tuple[Decision, ...]:
    """What was decided stands right below the recommendation, in minutes without a heading for it: from the first line that decides."""
    if part.kind is not SectionKind.RECOMMENDATION:
        return ()
    at = decided_behind(context.text, part.start, part.end)
    if at:
        span, part.end = _span(context.text, at, part.end), at
        return (_decision(context, span, None, guessed=True),)
    for line in islice(_LINE.finditer(context.text, part.start, part.end), 1, None):
        if _POINT.match(line.group()) is None and outcome_of(line.group()) is not Outcome.OTHER:
            span = _span(context.text, line.start(), part.end)
            part.end = line.start()
            return (_decision(context, span, None, guessed=True),)
    return ()


def _below_presentation(context: Context, parts: list[Part]) -> tuple[Decision, ...]:
    """What was decided stands last, below "Baggrund", in minutes without a heading for it: from the last line that begins by deciding."""
    part = parts[-1]
    if part.kind is not SectionKind.PRESENTATION or not any(one.kind is SectionKind.RECOMMENDATION for one in parts):
        return ()
    begins = [
        line.start()
        for line in islice(_LINE.finditer(context.text, part.start, part.end), 1, None)
        if _POINT.match(line.group()) is None and outcome_of(_STOP.split(line.group(), maxsplit=1)[0]) is not Outcome.OTHER
    ]
    if not begins:
        return ()
    span, part.end = _span(context.text, begins[-1], part.end), begins[-1]
    return (_decision(context, span, None, guessed=True),)


def _decision(context: Context, span: Span, heading: Heading | None, *, guessed: bool = False) -> Decision:
    meeting, (heading, span) = context.meeting, with_line_below(context.text, span, heading)
    own = is_own(meeting, heading)
    forum = meeting.forum if own and meeting.forum else heading.forum if heading else None
    day = (heading.day if heading else None) or meeting.date
    return Decision(span, outcome_of(span.of(context.text)), day, forum, own=own, guessed=guessed)


def _prose(text: str, parts: list[Part]) -> Span:
    """Everything under an item that is neither a list of people at its end nor page furniture."""
    kept = [part for part in parts if part.kind is not SectionKind.ATTENDANCE and not (part.kind is SectionKind.OTHER and part.heading)]
    kept = [part for part in kept if text[part.start : part.end].strip() and part.kind is not SectionKind.ATTACHMENTS]
    return _span(text, kept[0].start, kept[-1].end) if kept else Span(0, 0)
