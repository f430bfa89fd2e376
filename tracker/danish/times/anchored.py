"""Spans hung on something else: "14 dage efter mødet", "8 dage før næste møde", "to uger efter påske", "3 uger efter indflytningen"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tracker.danish.calendar import DAY, WEEK, Days, week_of
from tracker.danish.times.period import Context, Period
from tracker.danish.times.spans import later
from tracker.danish.times.words import pattern
from tracker.domain.deadline import NEXT_MEETING, Precision

HINGE = pattern(r" (?P<side>efter|før|inden|forud for|fra) (?:den |det )?")
THIS_MEETING = pattern(
    r"(?:dette møde|mødet|mødedatoen|mødedagen|bestyrelsesmødet|i dag|dags dato|dato"
    r"|modtagelsen af (?:dette )?(?:referat|referatet)){end}(?! (?:i|den|d\.) | {weekday_stem}{end})"
)
SOMETHING = pattern(
    r"(?:(?:en|et|de|den|det|vores|sit|sin|hver|hvert) )?[^\W\d_]{3,40}(?:en|et|erne|ene|ningen|t|s|ng|møde|start"
    r"|slut){end}(?:s [^\W\d_]{3,40}{end})?"
)
DATED_EVENT = pattern(
    r"[^\W\d_]{2,40}(?:en|et|erne|ene|ne|møde|valg|fest)s?{end}(?: [^\W\d_]{3,30}{end})? ?"
    r"(?=den \d|d\. ?\d|\d|i [^\W\d_]|{weekday_stem}{end})"
)
"""An event with its day behind it: "mødet den 4. juni", "budgettets behandling i august"."""
OWN_LIMIT = pattern(r"(?:udgangen|slutningen|starten|begyndelsen|midten) ")
OVER = pattern(r"(?:over|under|mindst|højst|mere end|op til) [^\W_]{1,15} [^\W\d_]{2,10}\Z")
DAYS_IN = {"dag": 1, "døgn": 1, "uge": 7}


def anchored(context: Context, end: int, period: Period, read: Callable[[int], tuple[int, Period] | None]) -> tuple[int, Period] | None:
    """The span with what it is counted from, and where that ends; None where nothing of the kind follows.

    `read` reads a period at a place of the text.
    """
    hinge = HINGE.match(context.folded, end)
    if hinge is None or (period.length is None and period.kind != "vague-span"):
        return None
    if hinge["side"] in ("inden", "før") and OVER.search(context.folded, max(0, end - 40), end):
        return None  # "bevillinger på over seks måneder inden ferien": how long they last
    if hinge["side"] == "inden" and OWN_LIMIT.match(context.folded, hinge.end("side") + 1):
        return None  # "for de første to år inden udgangen af maj": a limit of its own
    before = hinge["side"] not in {"efter", "fra"}
    this = THIS_MEETING.match(context.folded, hinge.end())
    if this is not None:
        if period.length is None:
            return this.end(), period
        if before:
            return (this.end(), _from_meeting(period, before=True)) if "mød" in this[0] else None
        return this.end(), replace(period, kind="anchored", needs_limit=False)
    target = read(hinge.end()) or read(hinge.end("side") + 1)
    event = _of_event(context, hinge.end(), read) if target is None else None
    if event is not None and event[1].kind == "vague-span":
        return event
    target = target or event
    if target is not None:
        stop, other = target
        if other.kind == "meeting" and period.length is not None:
            return stop, replace(_from_meeting(period, before=before), anchor_forum=other.anchor_forum)
        if period.length is not None and other.kind not in {"vague", "vague-span", "span", "named-event"} and not other.past:
            return stop, _shifted(period, other, before=before)
    unknown = SOMETHING.match(context.folded, hinge.end("side") + 1)
    if unknown is None or hinge["side"] == "fra":
        return None
    return unknown.end(), Period(Precision.NONE, "vague-span", needs_limit=False)


def _of_event(context: Context, at: int, read: Callable[[int], tuple[int, Period] | None]) -> tuple[int, Period] | None:
    """The day or month of the event named here: "(14 dage før) mødet den 4. juni"."""
    event = DATED_EVENT.match(context.folded, at)
    if event is None:
        return None
    told = read(event.end() + 2 * context.folded.startswith("i ", event.end()))
    if told is not None and told[1].kind == "month":
        return told[0], Period(Precision.NONE, "vague-span", needs_limit=False)  # "8 dage før mødet i maj": nobody knows which day
    return told if told is not None and told[1].kind == "day" else None


def _from_meeting(period: Period, *, before: bool) -> Period:
    """So many days before or after the next meeting; months and years have no fixed number of days."""
    assert period.length is not None
    first, last, unit = period.length
    days = next((n for stem, n in DAYS_IN.items() if unit.startswith(stem)), None)
    count = None if days is None else -round(first * days) if before else round(last * days)
    return Period(Precision.MEETING, "meeting", anchor=NEXT_MEETING, offset_days=count)


def _shifted(period: Period, other: Period, *, before: bool) -> Period:
    """The days that lie so far before or after another period."""
    assert period.length is not None
    first, last, unit = period.length

    def shift(days: Days) -> Days:
        if unit == "ugen":
            return week_of(days[0] - WEEK if before else days[1] + DAY)
        if before:
            return later(days[0], -last, unit), later(days[0], -first, unit)
        return later(days[1], first, unit), later(days[1], last, unit)

    yearly = other.yearly

    def in_year(year: int) -> Days | None:
        days = yearly(year) if yearly else None
        return days and shift(days)

    return Period(
        Precision.WEEK if unit == "ugen" else Precision.DAY,
        "week" if unit == "ugen" else "anchored",
        in_year if yearly else None,
        other.year,
        fixed=tuple(shift(days) for days in other.fixed),
    )
