"""The way from minutes to follow-ups: decisions first, then what they adopt, then what the background merely suggests."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

from tracker.danish.verbs import Form, Sense
from tracker.domain.followup import Extraction, FollowUp, Kind
from tracker.domain.minutes import AgendaItem, Decision, Minutes, Outcome, SectionKind
from tracker.domain.party import PartyKind
from tracker.extraction.assigned_cells import assign
from tracker.extraction.build import Place, follow_up
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find
from tracker.extraction.infinitives import read_cell
from tracker.extraction.mention import Mention
from tracker.extraction.parties import Directory, build
from tracker.extraction.passage import Events, Passage
from tracker.extraction.passages import (
    adopted,
    asked_body,
    background_passages,
    decision_passages,
    joined_points,
    presenter_of,
    recommendation_points,
    superseded,
)
from tracker.extraction.reading import read_passage
from tracker.extraction.tables import fill_in, table_finds
from tracker.extraction.titled import by_next_meeting
from tracker.extraction.trace import Trace

_NO_DATE = date(2000, 1, 1)  # stands in where minutes give no date at all: then no deadline may be resolved from it


def extract(minutes: Minutes, *, events: Events | None = None) -> Extraction:
    """What the minutes commit somebody to: follow-ups the program stands by, and suggestions (the guide's optional classes).

    `events` gives the days of the municipality's own events by name, as `tracker.danish.find_times` takes them.
    """
    directory = build(minutes)
    found: list[tuple[Find, FollowUp]] = []
    presenters = {item.number: presenter_of(item, minutes.text) for item in minutes.items}
    meeting = minutes.meeting
    for item, decision, passage in decision_passages(minutes, directory, _NO_DATE, events):
        on = decision.date or meeting.date
        place = Place(
            item.number,
            on,
            presenter=presenters[item.number],
            next_meeting=_next(meeting.next_meeting, on),
            signals=_doubts(minutes, item, decision),
        )
        finds = _finds(passage)
        for find in assign(minutes.text, finds, decision, on or _NO_DATE):
            stop = min(find.end, decision.assigned.start if decision.assigned is not None else find.end)
            read_cell(dataclasses.replace(passage, start=find.start, end=max(stop, find.start)), find)
        by_next_meeting(minutes.text, item, finds)
        found.extend((f, follow_up(minutes.text, f, place)) for f in finds)
    found.extend(_adopted(minutes, directory, presenters))
    core = _without_repeats(_once([f for find, f in found if not find.optional]))
    optional = [f for find, f in found if find.optional] + _background(minutes, directory, presenters)
    spans = {(f.span, f.decision_date) for f in core}
    suggestions = _once([f for f in optional if (f.span, f.decision_date) not in spans])
    return Extraction(tuple(sorted(core, key=_order)), tuple(sorted(suggestions, key=_order)))


def _doubts(minutes: Minutes, item: AgendaItem, decision: Decision | None = None) -> frozenset[str]:
    """What makes it doubtful that a text belongs to this item: see `Place`."""
    checks = {
        "guessed-text": decision is not None and decision.guessed,
        "unnumbered-item": not item.label,
        "few-items": len(minutes.items) < _FEW_ITEMS and len(minutes.text) >= _MUCH * len(minutes.items),
    }
    return frozenset(name for name, holds in checks.items() if holds)


_FEW_ITEMS = 4
_MUCH = 400
"""Characters of text an item; minutes with fewer items and more text were often not cut where their items begin."""


def _next(next_meeting: date | None, on: date | None) -> date | None:
    return next_meeting if next_meeting is not None and (on is None or next_meeting > on) else None


def _finds(passage: Passage, trace: Trace | None = None) -> list[Find]:
    """The finds of a passage; action tables are read as such, and nothing else is read into them."""
    rows, covered = table_finds(passage.text, passage.start, passage.end, passage.on)
    if not covered:
        return read_passage(passage, trace)
    for row, begin, stop in rows:
        cell = dataclasses.replace(passage, start=begin, end=stop)
        fill_in(row, read_passage(cell))
        read_cell(cell, row)
    finds = [row for row, _, _ in rows]
    position = passage.start
    for begin, stop in [*covered, (passage.end, passage.end)]:
        if begin > position:
            part = Passage(
                passage.text,
                position,
                begin,
                passage.on,
                passage.section,
                passage.outcome,
                passage.forum,
                passage.directory,
                passage.events,
            )
            finds.extend(read_passage(part, trace))
        position = max(position, stop)
    return finds


def _order(follow_up: FollowUp) -> tuple[int, int]:
    return follow_up.span.start, follow_up.span.end


def _adopted(minutes: Minutes, directory: Directory, presenters: dict[int, str | None]) -> list[tuple[Find, FollowUp]]:
    """Recommendation points that order concrete later work and are adopted (GUIDE.md section 1, "Adopted recommendation")."""
    found: list[tuple[Find, FollowUp]] = []
    for item in minutes.items:
        if not any(section.kind is SectionKind.RECOMMENDATION for section in item.sections):
            continue
        decision = adopted(item, minutes.text)
        if decision is None:
            continue
        on = decision.date or minutes.meeting.date
        coming, doubts = _next(minutes.meeting.next_meeting, on), _doubts(minutes, item)
        place = Place(item.number, on, SectionKind.RECOMMENDATION, presenters[item.number], coming, doubts)
        for section in item.sections:
            if section.kind is not SectionKind.RECOMMENDATION:
                continue
            dropped = superseded(decision, minutes.text)
            points = enumerate(recommendation_points(section, minutes.text), start=1)
            for span in (part for number, point in points if number not in dropped for part in joined_points(point, minutes.text)):
                passage = Passage(
                    minutes.text,
                    span.start,
                    span.end,
                    on or _NO_DATE,
                    SectionKind.RECOMMENDATION,
                    Outcome.OTHER,
                    (minutes.meeting.forum or "").casefold(),
                    directory,
                )
                finds = [f for f in read_passage(passage) if _concrete(f, minutes.text)]
                if finds:
                    _name_asked(finds, asked_body(section, minutes.text))
                found.extend((f, follow_up(minutes.text, f, place)) for f in finds)
    return found


def _name_asked(finds: list[Find], body: str | None) -> None:
    """A point that begins with its verb has the subject of the recommendation's head."""
    for find in finds:
        asked = "request" in find.signals  # "beder forvaltningen om at …": it is for the one asked
        if (
            body
            and not asked
            and find.clause is not None
            and find.clause.verb == find.clause.start == 0
            and find.clause.form.form is Form.PRESENT
        ):
            find.responsible = [Mention(body, 0, 0, PartyKind.BODY)]


_IN_EFFECT = " med virkning fra "
_TERM = re.compile(r"\b(?:dages?|ugers?|måneders?)\b")


def _concrete(find: Find, text: str) -> bool:
    """Whether an adopted point orders work or names its day or term; one that only asks the forum to decide does not."""
    if "review" in find.rules and not has_day(find.times):
        return False
    decides = find.clause is not None and find.clause.form.sense is Sense.DECIDE and find.clause.form.form is Form.PRESENT
    if decides and not has_day(find.times):
        return False  # "at styregruppen godkender, at …": what deciding itself does
    if _IN_EFFECT in text[find.start : find.end]:
        return False  # "at rute 8 nedlægges med virkning fra maj": deciding does it
    if find.kind is not Kind.FORWARD or find.recipients or has_day(find.times):
        return True
    return _TERM.search(text, find.start, find.end) is not None  # "sendes i otte ugers offentlig høring"


def _background(minutes: Minutes, directory: Directory, presenters: dict[int, str | None]) -> list[FollowUp]:
    found = []
    for item, passage in background_passages(minutes, directory, _NO_DATE):
        place = Place(
            item.number,
            item.decisions[-1].date if item.decisions else minutes.meeting.date,
            SectionKind.PRESENTATION,
            presenters[item.number],
        )
        for find in read_passage(passage):
            if "request" in find.signals or "modal" in find.signals or find.recipients:
                find.optional = True
                found.append(follow_up(minutes.text, find, place))
    return found


_COMPARED = 50
"""Commitments of the same people in one decision that another is compared with: the last ones, so that long texts stay linear."""


def _once(found: list[FollowUp]) -> list[FollowUp]:
    """The same commitment said twice in one decision is one: the fuller wording is kept (GUIDE.md section 1)."""
    kept: list[FollowUp] = []
    alike: dict[tuple[object, ...], list[int]] = {}  # places of those said by the same people in the same decision
    for one in found:
        places = alike.setdefault((one.item, one.decision_date, one.section, one.responsible), [])
        double = next((place for place in places[-_COMPARED:] if _same(kept[place], one)), None)
        if double is None:
            places.append(len(kept))
            kept.append(one)
        elif len(one.quote) > len(kept[double].quote):
            kept[double] = one
    return kept


def _without_repeats(core: list[FollowUp]) -> list[FollowUp]:
    """Without the rows of action tables that repeat the prose (GUIDE.md section 4, "Action tables")."""
    prose = [f for f in core if _TABLE not in f.rules]
    return [f for f in core if _TABLE not in f.rules or not any(_repeats(f, said) for said in prose)]


_TABLE = "action-table"
_STEM = 5
"""Letters of a word that are compared: "bilag" and "bilagene", "ansøger" and "ansøgning" are of one matter."""


def _repeats(row: FollowUp, said: FollowUp) -> bool:
    """Whether a row of a table says again what the prose did: most of its task's words, by the same person or the same day."""
    days = _stems(" ".join(f.deadline.text for f in (row, said) if f.deadline))  # two things due on "1. marts" are not one
    task, spoken = _stems(row.quote.split("|")[0]) - days, _stems(said.quote) - days
    same_day = row.deadline is not None and said.deadline is not None and row.deadline.due == said.deadline.due
    same_people = bool({r.casefold() for r in row.responsible} & {r.casefold() for r in said.responsible})
    shared = len(task & spoken)
    if same_day and same_people:
        return bool(task) and shared >= 0.2 * len(task)
    of_one_matter = shared >= 0.6 * len(task) or (shared > 1 and shared >= 0.4 * len(task))  # not by "opgang" alone
    return bool(task) and of_one_matter and (same_day or same_people)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w{4,}", text.casefold())}


def _same(one: FollowUp, other: FollowUp) -> bool:
    """Whether two commitments of the same people in the same decision say the same."""
    if one.deadline != other.deadline and one.deadline and other.deadline:
        return False
    mine, words = set(one.quote.casefold().split()), set(other.quote.casefold().split())
    small = min(len(mine), len(words))
    return small > 3 and len(mine & words) >= 0.9 * small


def extract_passage(text: str, on: date, trace: Trace | None = None) -> Extraction:
    """What a single decision text commits somebody to, read against `on`; for quick entry and explanation (`trace` keeps why)."""
    passage = Passage(text, 0, len(text), on)
    place = Place(0, on)
    found = [(f, follow_up(text, f, place)) for f in _finds(passage, trace)]
    core = tuple(f for find, f in found if not find.optional)
    return Extraction(core, tuple(f for find, f in found if find.optional))
