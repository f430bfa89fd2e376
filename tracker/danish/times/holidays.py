"""Named days and holidays, computed: Easter and what hangs on it, Christmas and new year, the school holidays, single feasts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tracker.danish.calendar import (
    DAY,
    Days,
    autumn_holiday,
    christmas_holiday,
    easter_day,
    easter_holiday,
    summer_holiday,
    winter_holiday,
)  # fmt: skip
from tracker.danish.rule import Rule, examples
from tracker.danish.times.period import Context, Period, rest_of_month, stands_alone
from tracker.danish.times.seasons import after_summer, before_summer
from tracker.danish.times.words import pattern, year_of
from tracker.domain.deadline import Precision

Yearly = Callable[[int], Days]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday of several days: when it is, the last day "before" it, the days "after" it."""

    days: Yearly
    before: Callable[[int], date] | None = None
    after: Yearly | None = None
    precision: Precision = Precision.ABOUT


def _easter(year: int) -> Days:
    return easter_day(year) - 3 * DAY, easter_day(year) + DAY


def _whitsun(year: int) -> Days:
    return easter_day(year) + 49 * DAY, easter_day(year) + 50 * DAY


def _friday_before(days: Yearly) -> Callable[[int], date]:
    return lambda year: days(year)[0] - DAY


HOLIDAYS: dict[str, Holiday] = {
    "påske": Holiday(_easter),
    "påskeferie": Holiday(easter_holiday),
    "pinse": Holiday(_whitsun),
    "jul": Holiday(lambda y: (date(y, 12, 24), date(y, 12, 26)), lambda y: date(y, 12, 24)),
    "juleferie": Holiday(christmas_holiday),
    "nytår": Holiday(lambda y: (date(y, 12, 31), date(y + 1, 1, 1)), lambda y: date(y, 12, 31)),
    "sommerferie": Holiday(summer_holiday, before_summer, after_summer),
    "efterårsferie": Holiday(autumn_holiday),
    "vinterferie": Holiday(winter_holiday),
}


def _new_year(year: int) -> Days:
    return rest_of_month(date(year, 1, 2))


def _holiday(found: re.Match[str], context: Context) -> Period | None:
    name, year = found["name"], year_of(found, context.reference)
    holiday = HOLIDAYS[name]
    day_named = name in {"jul", "nytår"}
    before, after = holiday.before, holiday.after
    if name == "nytår" and year is not None:
        after = _new_year  # "efter nytår 2019" is early in 2019, "inden nytår 2019" late in it
    return Period(
        holiday.precision,
        "feast" if day_named and not found["definite"] else "holiday",
        holiday.days,
        year,
        before=(lambda d: before(d[0].year)) if before else None,
        after=(lambda d: after(d[0].year)) if after else (lambda d: rest_of_month(d[1] + DAY)),
        before_precision=Precision.DAY if day_named else None,
        till_start=name.endswith("ferie"),
        needs_limit=year is None and not stands_alone(context, found.start(), found.end()),
    )


def _edge(found: re.Match[str], context: Context) -> Period | None:
    """Where a school holiday begins (the last day before it) or ends."""
    days = HOLIDAYS[found["name"]].days
    begins = found["what"] in {"start", "begyndelse"}

    def yearly(year: int) -> Days:
        first, last = days(year)
        return (first - DAY if begins else last,) * 2

    return Period(Precision.ABOUT, "holiday", yearly, open_start=True, before=lambda d: d[0])


def _between(found: re.Match[str], context: Context) -> Period | None:
    return Period(Precision.ABOUT, "holiday", lambda y: (date(y, 12, 25), date(y, 12, 31)), year_of(found, context.reference))


def _turn(found: re.Match[str], context: Context) -> Period | None:
    """The turn of the year, or of its halves; "årsskiftet 2018/19" lies between them."""
    year = int(found["first"]) if found["first"] else year_of(found, context.reference)
    return Period(
        Precision.ABOUT,
        "holiday",
        lambda y: (date(y, 6, 30) if found["half"] else date(y, 12, 31),) * 2,
        year,
        open_start=True,
        before=lambda d: d[0],
        after=lambda d: rest_of_month(d[1] + 2 * DAY),
    )


def _school_ends(found: re.Match[str], context: Context) -> Period | None:
    return Period(Precision.ABOUT, "holiday", lambda y: (before_summer(y),) * 2, open_start=True, before=lambda d: d[0])


def _fixed(month: int, day: int) -> Yearly:
    return lambda year: (date(year, month, day),) * 2


def _from_easter(offset: int) -> Yearly:
    return lambda year: (easter_day(year) + offset * DAY,) * 2


def _advent(year: int) -> Days:
    """The first Sunday of Advent: the fourth before Christmas Day."""
    christmas = date(year, 12, 25)
    return (christmas - (christmas.isoweekday() + 21) * DAY,) * 2


def _nth_sunday(month: int, number: int) -> Yearly:
    def yearly(year: int) -> Days:
        first = date(year, month, 1)
        return (first + (6 - first.weekday() + 7 * (number - 1)) * DAY,) * 2

    return yearly


FEASTS: dict[str, Yearly] = {
    "skærtorsdag": _from_easter(-3), "langfredag": _from_easter(-2), "påskelørdag": _from_easter(-1), "påskedag": _from_easter(0),
    "1. påskedag": _from_easter(0), "2. påskedag": _from_easter(1), "anden påskedag": _from_easter(1), "palmesøndag": _from_easter(-7),
    "store bededag": _from_easter(26), "st. bededag": _from_easter(26), "bededag": _from_easter(26),
    "kristi himmelfartsdag": _from_easter(39), "kristi himmelfart": _from_easter(39), "kr. himmelfartsdag": _from_easter(39),
    "kr. himmelfart": _from_easter(39), "pinsedag": _from_easter(49), "1. pinsedag": _from_easter(49), "2. pinsedag": _from_easter(50),
    "anden pinsedag": _from_easter(50), "fastelavn": _from_easter(-49), "fastelavnsmandag": _from_easter(-48),
    "grundlovsdag": _fixed(6, 5), "sankt hans": _fixed(6, 23), "skt. hans": _fixed(6, 23), "sct. hans": _fixed(6, 23),
    "sankthans": _fixed(6, 23),
    "sankt hansaften": _fixed(6, 23), "sankthansaften": _fixed(6, 23), "sankt hans aften": _fixed(6, 23), "skt. hans aften": _fixed(6, 23),
    "valdemarsdag": _fixed(6, 15), "mortensaften": _fixed(11, 10), "mortens aften": _fixed(11, 10), "luciadag": _fixed(12, 13),
    "lillejuleaften": _fixed(12, 23), "juleaften": _fixed(12, 24), "juleaftensdag": _fixed(12, 24), "juledag": _fixed(12, 25),
    "1. juledag": _fixed(12, 25), "første juledag": _fixed(12, 25), "2. juledag": _fixed(12, 26), "anden juledag": _fixed(12, 26),
    "nytårsaften": _fixed(12, 31), "nytårsaftensdag": _fixed(12, 31), "nytårsdag": _fixed(1, 1), "helligtrekonger": _fixed(1, 6),
    "helligtrekongersdag": _fixed(1, 6), "kvindernes internationale kampdag": _fixed(3, 8), "flagdagen": _fixed(9, 5),
    "kvindernes kampdag": _fixed(3, 8), "arbejdernes kampdag": _fixed(5, 1), "befrielsesdagen": _fixed(5, 5),
    "befrielsesaften": _fixed(5, 4),
    "mors dag": _nth_sunday(5, 2), "fars dag": _fixed(6, 5), "genforeningsdagen": _fixed(6, 15), "fn-dagen": _fixed(10, 24),
    "halloween": _fixed(10, 31),
    "allehelgensdag": _nth_sunday(11, 1), "allehelgen": _nth_sunday(11, 1), "1. søndag i advent": _advent,
    "første søndag i advent": _advent,
}  # fmt: skip


def _feast(found: re.Match[str], context: Context) -> Period | None:
    yearly = FEASTS[re.sub(" +", " ", found["name"])]
    return Period(Precision.DAY, "feast", yearly, year_of(found, context.reference), after=None)


_NAMES = "|".join(re.escape(name).replace(r"\ ", " ") for name in sorted(FEASTS, key=len, reverse=True))

HOLIDAY_RULES: tuple[Rule[Period], ...] = (
    Rule(
        "jul-nytår",
        pattern(r"mellem jul og nytår{end}{year}"),
        _between,
        examples("2017-06-28", ("mellem jul og nytår", "2017-12-25/2017-12-31 about"),),
        ("mellem jul og", "mellem juli og august"),
    ),
    Rule(
        "feast",
        pattern(r"(?P<name>" + _NAMES + r"){end}{year}"),
        _feast,
        examples("2017-06-28", ("grundlovsdag", "2018-06-05 day"), ("senest Kristi himmelfartsdag", "../2018-05-10 day"), ("Sankt Hans",
                "2018-06-23 day"),
                 ("efter store bededag 2018", "2018-04-28/.. day")),
        ("juledage", "sankt hansen"),
    ),
    Rule(
        "holiday",
        pattern(r"(?:årets |den kommende |næste |skolernes )?(?P<name>påskeferie|påske|pinse|juleferie|jul|nytår|sommerferie|efterårsferie"
                r"|vinterferie)(?P<definite>en|et|n)?{end}(?!-[^\W\d_]){year}"),
        _holiday,
        examples("2016-02-04", ("inden sommerferien", "../2016-06-24 about"), ("efter sommerferien", "2016-08-08/2016-08-31 about"),
                 ("inden påske", "../2016-03-23 about"), ("inden jul", "../2016-12-24 day"), ("inden nytår", "../2016-12-31 day"),
                 ("efter nytår", "2017-01-02/2017-01-31 about"), ("efter vinterferien", "2016-02-22/2016-02-29 about")),
        ("i juli", "sommerferiebetaling", "julefrokost", "god jul"),
    ),
    Rule(
        "holiday-edge",
        pattern(r"(?P<name>påskeferie|juleferie|sommerferie|efterårsferie|vinterferie)ns (?P<what>start|begyndelse|afslutning|slutning"
                r"|udgang|udløb|ophør){end}"),
        _edge,
        examples("2017-06-28", ("inden sommerferiens start", "../2018-06-29 about"), ("ved efterårsferiens afslutning",
                "../2017-10-22 about")),
        ("sommerferiens program",),
    ),
    Rule(
        "turn-of-year",
        pattern(r"(?:det kommende )?(?P<half>halv)?årsskifte(?:t)?{end}(?:~(?P<first>20\d\d)~/~(?:20)?\d\d{end})?{year}"),
        _turn,
        examples("2017-06-28", ("ved årsskiftet", "../2017-12-31 about"), ("inden halvårsskiftet", "../2017-06-30 about")),
        ("årsskifter",),
    ),
    Rule(
        "school-year-ends",
        pattern(r"skoleårets (?:afslutning|slutning|udgang|ophør){end}"),
        _school_ends,
        examples("2017-06-28", ("ved skoleårets afslutning", "../2018-06-29 about"),),
        ("skoleårets start", "skoleårets planlægning"),
    ),
)  # fmt: skip
