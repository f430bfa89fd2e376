"""Recurrence: "hvert kvartal", "hver anden torsdag", "4 gange om året", "årligt i marts", as an RFC 5545 RRULE value."""

from __future__ import annotations

import re
from datetime import date

from tracker.danish.calendar import DAY, add_months, end_of_month, months, season
from tracker.danish.rule import Rule, examples
from tracker.danish.times.period import Bounds, Context, Period
from tracker.danish.times.words import WEEKDAYS, month_of, number_of, ordinal_of, pattern
from tracker.domain.deadline import Precision

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EVERY: dict[str, tuple[str, int]] = {
    "dag": ("DAILY", 1), "uge": ("WEEKLY", 1), "måned": ("MONTHLY", 1), "kvartal": ("MONTHLY", 3), "halvår": ("MONTHLY", 6),
    "halve år": ("MONTHLY", 6), "år": ("YEARLY", 1),
}  # fmt: skip
PER_YEAR = {1: ("YEARLY", 1), 2: ("MONTHLY", 6), 3: ("MONTHLY", 4), 4: ("MONTHLY", 3), 6: ("MONTHLY", 2), 12: ("MONTHLY", 1)}
ADVERBS: dict[str, tuple[str, int]] = {
    "dagligt": ("DAILY", 1), "ugentligt": ("WEEKLY", 1), "ugevis": ("WEEKLY", 1), "månedligt": ("MONTHLY", 1), "månedsvis": ("MONTHLY", 1),
    "kvartalsvis": ("MONTHLY", 3), "kvartalsvist": ("MONTHLY", 3), "kvartårligt": ("MONTHLY", 3), "halvårligt": ("MONTHLY", 6),
    "halvårsvis": ("MONTHLY", 6), "årligt": ("YEARLY", 1), "årlig": ("YEARLY", 1),
}  # fmt: skip


def rhythm(rule: str | None, bounds: Bounds | None = None) -> Period:
    """A recurring time; its first occurrence where that can be told."""
    return Period(Precision.NONE, "rhythm", recurrence=rule, bounds=bounds)


def rrule(frequency: str, interval: int = 1, **more: str) -> str:
    """An RRULE value."""
    parts = [f"FREQ={frequency}"] + ([f"INTERVAL={interval}"] if interval > 1 else [])
    return ";".join(parts + [f"{name}={value}" for name, value in more.items()])


def _first_month(month: int, reference: date) -> Bounds:
    first, last = months(reference.year, month)
    if last < reference:
        first, last = months(reference.year + 1, month)
    return Bounds(first, last, Precision.MONTH)


def _first_season(name: str, reference: date) -> Bounds:
    days = next(d for d in (season(y, name) for y in range(reference.year - 1, reference.year + 2)) if d[1] >= reference)
    return Bounds(*days, Precision.SEASON)


def _in(found: re.Match[str], reference: date, frequency: str, interval: int) -> Period:
    """A rhythm with the month or season it falls in, if one is named."""
    if found["month"]:
        number = month_of(found["month"])
        return rhythm(rrule("YEARLY", interval if frequency == "YEARLY" else 1, BYMONTH=str(number)), _first_month(number, reference))
    if found["season"]:
        bounds = _first_season(found["season"], reference)
        assert bounds.earliest is not None
        return rhythm(rrule("YEARLY", BYMONTH=str(bounds.earliest.month)), bounds)
    return rhythm(rrule(frequency, interval))


def _every(found: re.Match[str], context: Context) -> Period | None:
    unit = re.sub(" +", " ", found["unit"]).rstrip(".")
    count = ordinal_of(found["nth"]) if found["nth"] else 1
    if found["days"]:
        days = [WEEKDAYS[d] for d in re.findall(r"\w+dag", found["days"])]
        first = min((d - context.reference.weekday() - 1) % 7 + 1 for d in days)
        day = context.reference + first * DAY
        bounds = Bounds(day, day, Precision.DAY) if count == 1 else None
        return rhythm(rrule("WEEKLY", count, BYDAY=",".join(CODES[d] for d in sorted(days))), bounds)
    if unit in {"forår", "sommer", "efterår", "vinter"}:
        bounds = _first_season(unit, context.reference)
        assert bounds.earliest is not None
        return rhythm(rrule("YEARLY", count, BYMONTH=str(bounds.earliest.month)), bounds)
    if unit.split()[0].rstrip(".") in _MONTH_NAMES:
        number = month_of(unit)
        return rhythm(rrule("YEARLY", count, BYMONTH=str(number)), _first_month(number, context.reference))
    if unit in {"møde", "gang", "bestyrelsesmøde"} or unit.endswith("møde"):
        return rhythm(None)
    frequency, step = EVERY[unit]
    if frequency == "DAILY" and count % 7 == 0:
        frequency, count = "WEEKLY", count // 7
    return _in(found, context.reference, frequency, step * count)


_MONTH_NAMES = frozenset("januar februar marts april maj juni juli august september oktober november december".split())


def _times(found: re.Match[str], context: Context) -> Period | None:
    count, unit = number_of(found["count"]), found["per"]
    if unit in {"årligt", "året", "år", "årlig"}:
        known = PER_YEAR.get(count)
        return _in(found, context.reference, *known) if known else rhythm(None)
    if unit.startswith("halvår"):
        known = PER_YEAR.get(count * 2)
        return rhythm(rrule(*known)) if known else rhythm(None)
    frequency = "WEEKLY" if unit.startswith("uge") else "MONTHLY" if unit.startswith("måned") else "DAILY"
    if unit.startswith("kvartal"):
        return rhythm(rrule("MONTHLY", 3)) if count == 1 else rhythm(None)
    return rhythm(rrule(frequency)) if count == 1 else rhythm(None)


def _adverb(found: re.Match[str], context: Context) -> Period | None:
    return _in(found, context.reference, *ADVERBS[found["adverb"]])


def _of_month(found: re.Match[str], context: Context) -> Period | None:
    number, reference = ordinal_of(found["day"]), context.reference
    starts = [add_months(reference.replace(day=1), n) for n in range(4)]
    if found["weekday"]:
        weekday = WEEKDAYS[found["weekday"]]
        days = [s + ((weekday - s.weekday()) % 7 + 7 * (number - 1)) * DAY for s in starts]
        rule = rrule("MONTHLY", BYDAY=f"{number}{CODES[weekday]}")
    else:
        days = [s.replace(day=number) for s in starts if number <= end_of_month(s).day]
        rule = rrule("MONTHLY", BYMONTHDAY=str(number))
    first = next((d for d in days if d >= reference), None)
    return rhythm(rule, Bounds(first, first, Precision.DAY)) if first and number > 0 else None


def _parity(found: re.Match[str], context: Context) -> Period | None:
    first = 1 if found["which"].startswith("ul") else 2
    return rhythm(rrule("YEARLY", BYWEEKNO=",".join(str(n) for n in range(first, 54, 2)), BYDAY="MO"))


def _weekly(found: re.Match[str], context: Context) -> Period | None:
    wanted = WEEKDAYS[found["weekday"]]
    day = context.reference + ((wanted - context.reference.weekday() - 1) % 7 + 1) * DAY
    return rhythm(rrule("WEEKLY", BYDAY=CODES[wanted]), Bounds(day, day, Precision.DAY))


_WHEN = r"(?: (?:i|hvert|til|om) (?:(?P<month>{month_name})|(?P<season>forår|sommer|efterår|vinter)(?:et|en)?){end})?"

RECURRENCE: tuple[Rule[Period], ...] = (
    Rule(
        "every",
        pattern(r"(?:hvert|hver)(?: (?:eneste )?(?P<nth>{ordinal_word}|\d{1,2}\.))? (?P<unit>(?P<days>{weekday}(?:(?:, "
                r"| og ){weekday}){0,6})|dag|uge|måned|kvartal|halvår|halve år|år"
                r"|forår|sommer|efterår|vinter|{month_name}|[^\W\d_]{0,30}møde|gang(?= der holdes)){end}" + _WHEN),
        _every,
        examples("2017-06-28", ("hvert kvartal", "none FREQ=MONTHLY;INTERVAL=3"), ("hver anden torsdag",
                "none FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
                 ("hver fredag", "2017-06-30 day FREQ=WEEKLY;BYDAY=FR"), ("hver 14. dag", "none FREQ=WEEKLY;INTERVAL=2"),
                 ("hvert år i marts", "2018-03-01/2018-03-31 month FREQ=YEARLY;BYMONTH=3"), ("før hvert møde", "none")),
        ("hver afdeling", "hver for sig", "hvert center"),
    ),
    Rule(
        "times-a-year",
        pattern(r"(?P<count>{number_word}|\d{1,2}) gange?{end} (?:(?:om|i|pr\.?|per|hvert|hver) )?(?P<per>årligt|året|år|måneden|måned"
                r"|månedligt|ugen|uge|ugentligt|kvartalet|kvartal|halvåret|halvår|dagen|dagligt){end}" + _WHEN),
        _times,
        examples("2017-06-28", ("4 gange om året", "none FREQ=MONTHLY;INTERVAL=3"), ("én gang om året", "none FREQ=YEARLY"),
                 ("to gange årligt", "none FREQ=MONTHLY;INTERVAL=6"), ("en gang om ugen", "none FREQ=WEEKLY")),
        ("to gange tre", "en gang til"),
    ),
    Rule(
        "rhythm-word",
        pattern(r"(?<!et[ ])(?<!gange[ ])(?<!kr[.][ ])(?<!kr[ ])"
            r"(?P<adverb>dagligt|ugentligt|ugevis|månedligt|månedsvis|kvartalsvist|kvartalsvis|kvartårligt"
                r"|halvårligt|halvårsvis|årligt){end}(?! (?:møde|tilskud|beløb|forbrug|budget|udgift|besparelse|tilbagevendende))" + _WHEN),
        _adverb,
        examples("2017-06-28", ("årligt i marts", "2018-03-01/2018-03-31 month FREQ=YEARLY;BYMONTH=3"), ("kvartalsvis",
                "none FREQ=MONTHLY;INTERVAL=3"),
                 ("månedligt", "none FREQ=MONTHLY")),
        ("et årligt møde", "toårligt", "årlige"),
    ),
    Rule(
        "day-of-month",
        pattern(r"(?:den )?(?P<day>\d{1,2}\.|{ordinal_word})(?: (?P<weekday>{weekday}))? (?:i (?:hver|enhver) måned|i måneden"
                r"|hver måned){end}"),
        _of_month,
        examples("2017-06-28", ("den 1. i hver måned", "2017-07-01 day FREQ=MONTHLY;BYMONTHDAY=1"), ("første mandag i hver måned",
                "2017-07-03 day FREQ=MONTHLY;BYDAY=1MO")),
        ("den 1. i næste måned",),
    ),
    Rule(
        "parity-weeks",
        pattern(r"(?P<which>u?lige) uger{end}"),
        _parity,
        examples("2021-03-18", ("i lige uger", "none FREQ=YEARLY;BYWEEKNO=" + ",".join(map(str, range(2, 54, 2))) + ";BYDAY=MO"),),
        ("i lige måde",),
    ),
    Rule(
        "weekly",
        pattern(r"(?<=om[ ])(?P<weekday>{weekday_stem})en{end}"),
        _weekly,
        examples("2017-06-28", ("om fredagen", "2017-06-30 day FREQ=WEEKLY;BYDAY=FR"),),
        ("om fredag", "om fredagens møde"),
    ),
)  # fmt: skip


YEARLY = pattern(r",?~(?:hvert år|hver år|årligt){end}")
"""After a day or month: it comes back every year."""
AFTER_YEARLY = pattern(r",? (?:(?P<limit>senest|inden|før) )?(?=den |\d)")
"""Between "hvert år" and its day."""


def every_year(period: Period, reference: date) -> str | None:
    """The RRULE of a day or month that comes back every year; None for what no rule can say (weeks, feasts that move)."""
    days = period.first(reference, lambda days: days[1] >= reference)
    if period.yearly is None or period.dated or period.ranged or days is None:
        return None
    if period.kind == "day":
        return rrule("YEARLY", BYMONTH=str(days[0].month), BYMONTHDAY=str(days[0].day))
    return rrule("YEARLY", BYMONTH=str(days[0].month)) if period.kind == "month" else None
