"""Period: what a time word means before its limit (inden, senest, efter …) and the reference day have had their say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from tracker.danish.calendar import DAY, Days, end_of_month
from tracker.domain.deadline import Deadline, Precision

YEARS_AHEAD = 9
"""How far a yearly occurrence is looked for: 29 February can be eight years off, week 53 six."""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a production may look at: the text as written and folded, the reference day, the municipality's own events."""

    text: str
    folded: str
    reference: date
    events: Mapping[str, tuple[Days, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a limit makes of a period."""

    earliest: date | None
    due: date | None
    precision: Precision


@dataclass(slots=True)
class Period:
    """A stretch of days, either fixed or coming back every year. Made once and never changed (`replace` makes another); freezing it would
    cost a tenth of the reading.

    `yearly` gives the occurrence of a year (None where there is none), `year` pins it; `fixed` lists occurrences in order of time.
    `kind` says which periods can be joined to a range. `before` is the day "inden" means when that is not the day before the first,
    `after` the days "efter" means. `anchor` and what follows belong to meetings whose day is not known.
    """

    precision: Precision
    kind: str
    yearly: Callable[[int], Days | None] | None = None
    year: int | None = None
    fixed: tuple[Days, ...] = ()
    before: Callable[[Days], date] | None = None
    after: Callable[[Days], Days] | None = None
    before_precision: Precision | None = None
    till_start: bool = False
    """What is to be done "til" this is done before it (school holidays)."""
    later: bool = False
    """Only days after the reference day count (weekdays)."""
    open_start: bool = False
    """Has a last day only ("ved årsskiftet")."""
    needs_limit: bool = False
    """Only a time when a limit stands before it (a bare year, a span)."""
    past: bool = False
    further: tuple[Period, ...] = ()
    anchor: str | None = None
    anchor_forum: str | None = None
    offset_days: int | None = None
    time: str | None = None
    recurrence: str | None = None
    condition: bool = False
    length: tuple[float, float, str] | None = None
    """Of a span: how many, from and to, and the unit."""
    ranged: bool = False
    """From one period to another, so that "fra" means both ends."""
    bounds: Bounds | None = None
    """Resolved already: no limit changes it."""
    rules: tuple[str, ...] = ()
    """What made it besides the rule that read it: "range", "list"."""

    def occurrences(self, reference: date) -> Iterator[Days]:
        """The occurrences from the one before the reference day's year on, in order of time."""
        if self.fixed:
            yield from self.fixed
            return
        if self.yearly is None:
            return
        years = (self.year,) if self.year is not None else range(reference.year - 1, reference.year + YEARS_AHEAD)
        for year in years:
            days = _safe(self.yearly, year)
            if days is not None:
                yield days

    def latest(self, reference: date) -> Days | None:
        """The last occurrence that has begun."""
        begun = [days for days in self.occurrences(reference) if days[0] <= reference]
        return begun[-1] if begun else None

    @property
    def dated(self) -> bool:
        """Whether the year is written, so that the reference day has no say."""
        return self.year is not None

    def in_year(self, year: int) -> Period:
        """The same with its year pinned; without effect on what does not come back yearly or has its year."""
        return self if self.yearly is None or self.year is not None else replace(self, year=year)

    def first(self, reference: date, wanted: Callable[[Days], bool]) -> Days | None:
        """The first occurrence that is wanted; for a written year the one there is; else None."""
        if self.year is not None and self.yearly is not None and not self.fixed:
            return _safe(self.yearly, self.year)
        last = None
        for days in self.fixed or self.occurrences(reference):
            last = days
            if wanted(days):
                return days
        return last if self.dated or self.fixed else None


def stands_alone(context: Context, start: int, end: int) -> bool:
    """Whether the words are the whole text, or all that follows a colon."""
    before = context.folded[max(0, start - 40) : start].rstrip()
    return (not before or before.endswith(":")) and not context.folded[end : end + 40].strip(" .!")


def _safe(yearly: Callable[[int], Days | None], year: int) -> Days | None:
    """An occurrence, or None at either end of the calendar."""
    try:
        return yearly(year)
    except (ValueError, OverflowError):
        return None


@dataclass(slots=True)
class Reading:
    """A period read at a place, before its limit: `text[start:end]`. `door` is where the gate let it in, `rules` what read it."""

    start: int
    end: int
    period: Period
    door: str
    rules: tuple[str, ...]


def single(day: date, kind: str = "day", **more: object) -> Period:
    """One fixed day."""
    return Period(Precision.DAY, kind, fixed=((day, day),), **more)  # type: ignore[arg-type]


def stretch(days: Days, precision: Precision, kind: str) -> Period:
    """One fixed stretch of days."""
    return Period(precision, kind, fixed=(days,))


def rest_of_month(start: date) -> Days:
    """From a day to the end of its month, or of the next where fewer than seven days are left (GUIDE.md section 3, "efter påske")."""
    end = end_of_month(start)
    if (end - start).days + 1 < 7:
        end = end_of_month(end + DAY)
    return start, end


def deadline(text: str, bounds: Bounds, period: Period, further: tuple[date, ...] = ()) -> Deadline:
    """The deadline of a period within its bounds."""
    return Deadline(
        text=text,
        earliest=bounds.earliest,
        due=bounds.due,
        precision=bounds.precision,
        anchor=period.anchor,
        anchor_forum=period.anchor_forum,
        offset_days=period.offset_days,
        further_dates=further,
        recurrence=period.recurrence,
        time=period.time,
    )
