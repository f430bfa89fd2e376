"""Parts of a period: primo, medio, ultimo, the beginning, middle and end, the halves. GUIDE.md section 3."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from tracker.danish.calendar import DAY, Days, add_months, end_of_month
from tracker.danish.rule import examples
from tracker.danish.times.period import Period
from tracker.danish.times.prefixes import PrefixRule, prefix_rule
from tracker.domain.deadline import Precision

Part = Callable[[Period], Period]
Cut = Callable[[Days], Days]

DIVISIBLE = frozenset({"new-year", "week", "month", "quarter", "half", "season", "year"})


def _cut(period: Period, cut: Cut, *, at_end: bool = False) -> Period:
    """The period with every occurrence cut down to a part; "inden" the last part means by its end."""
    yearly = period.yearly

    def part_of_year(year: int) -> Days | None:
        days = yearly(year) if yearly else None
        return days and cut(days)

    return replace(
        period,
        precision=Precision.ABOUT,
        kind="part",
        yearly=part_of_year if yearly else None,
        fixed=tuple(cut(days) for days in period.fixed),
        before=(lambda days: days[1]) if at_end else None,
        before_precision=None,
        after=None,
        needs_limit=False,
    )


def _months_of(days: Days) -> int:
    return (days[1].year - days[0].year) * 12 + days[1].month - days[0].month + 1


def _thirds(days: Days) -> tuple[Days, Days, Days]:
    """Beginning, middle and end: of a month by tens, of a year Jan–Mar, May–Aug, Oct–Dec, else by months, of a week by days."""
    first, last = days
    count = _months_of(days)
    if (last - first).days < 8:
        return (first, first + DAY), (first + 2 * DAY, first + 3 * DAY), (first + 4 * DAY, last)
    if count == 1:
        return (first, first.replace(day=10)), (first.replace(day=11), first.replace(day=20)), (first.replace(day=21), last)
    if count >= 12:
        begin, middle, end = (0, 3), (4, 8), (9, 12)
    else:
        third = max(1, count // 3)
        begin, middle, end = (0, third), (third, count - third), (count - third, count)

    def some(span: tuple[int, int]) -> Days:
        return add_months(first, span[0]), end_of_month(add_months(first, max(span[1] - 1, span[0])))

    return some(begin), some(middle), some(end)


def _halves(days: Days) -> tuple[Days, Days]:
    """First and second half: of a month 1–15 and 16–end, else by months (by days in a week)."""
    first, last = days
    count = _months_of(days)
    if count == 1:
        middle = first.replace(day=15) if (last - first).days > 8 else first + 3 * DAY
    elif count % 2:
        middle = add_months(first, count // 2) + timedelta(days=14)
    else:
        middle = end_of_month(add_months(first, count // 2 - 1))
    return (first, middle), (middle + DAY, last)


def beginning(period: Period) -> Period:
    """The beginning of a period."""
    if period.kind == "new-year":
        return period
    return _cut(period, lambda days: _thirds(days)[0])


def middle(period: Period) -> Period:
    """The middle of a period."""
    return _cut(period, lambda days: _thirds(days)[1])


def end(period: Period) -> Period:
    """The end of a period."""
    return _cut(period, lambda days: _thirds(days)[2], at_end=True)


def _first_half(period: Period) -> Period:
    return _cut(period, lambda days: _halves(days)[0])


def _second_half(period: Period) -> Period:
    return _cut(period, lambda days: _halves(days)[1], at_end=True)


def _same(period: Period) -> Period:
    """ "ca." and its like change nothing."""
    return period


def _beginning_and_middle(period: Period) -> Period:
    return _cut(period, lambda days: (_thirds(days)[0][0], _thirds(days)[1][1]))


def _middle_and_end(period: Period) -> Period:
    return _cut(period, lambda days: (_thirds(days)[1][0], _thirds(days)[2][1]), at_end=True)


def _with_i(phrases: str) -> str:
    """The phrases, also with "i" and "her i" before them."""
    return "|".join(f"{lead}{phrase}" for phrase in phrases.split("|") for lead in ("", "i ", "her i ", "allerede i "))


PARTS: tuple[PrefixRule[Part], ...] = (
    prefix_rule(
        "beginning", beginning, DIVISIBLE,
        "primo|prim.|i det tidlige|det tidlige|i den tidlige|den tidlige|tidlig|først i|først på|tidligt i|tidligt på|tidlig i|her først i"
        "|allerede først i|i primo|allerede primo|omkring primo|start i|"
        + _with_i("starten af|begyndelsen af|start|den første del af|første del af|den tidlige del af|de første uger af"
                "|de første dage af|indledningen af"),
        examples("2017-06-28", ("primo maj", "2018-05-01/2018-05-10 about"), ("i begyndelsen af 2018", "2018-01-01/2018-03-31 about"),
                 ("først i juni", "2018-06-01/2018-06-10 about"), ("i starten af efteråret", "2017-09-01/2017-09-30 about")),
        ("først den 1. august", "starten af projektet"),
    ),
    prefix_rule(
        "middle", middle, DIVISIBLE,
        "medio|midt i|midt på|midt|omkring medio|i medio|allerede medio|omkring midten af|"
        + _with_i("midten af|den midterste del af|midte af"),
        examples("2017-06-28", ("medio maj", "2018-05-11/2018-05-20 about"), ("i midten af 2018", "2018-05-01/2018-08-31 about")),
        ("midten af byen", "midt i det hele"),
    ),
    prefix_rule(
        "end", end, DIVISIBLE,
        "ultimo|ult.|ult|i det sene|det sene|i den sene|den sene|sen|sidst i|sidst på|sent i|sent på|slut|hen mod slutningen af"
        "|mod slutningen af|i ultimo|omkring ultimo|"
        + _with_i("slutningen af|den sidste del af|sidste del af|slut|de sidste uger af|de sidste dage af|sidste uger af"),
        examples("2017-06-28", ("ultimo maj", "2018-05-21/2018-05-31 about"), ("i slutningen af 2018", "2018-10-01/2018-12-31 about"),
                 ("sidst på sommeren", "2017-08-01/2017-08-31 about"), ("inden slutningen af maj", "../2018-05-31 about")),
        ("slutningen af sagen",),
    ),
    prefix_rule(
        "about", _same, frozenset({"span"}),
        "ca.|ca|cirka|omkring|højst|maks.|max.|mindst|op til|yderligere|maksimalt|godt|knap|knapt|mindre end|under|små|præcis|nøjagtig",
        examples("2017-06-28", ("inden for ca. 14 dage", "../2017-07-12 day"), ("om cirka tre uger", "2017-07-19 day")),
        ("ca. 14 dage",),
    ),
    prefix_rule(
        "beginning-to-middle", _beginning_and_middle, DIVISIBLE,
        "primo til medio|primo-medio|primo/medio|primo - medio",
        examples("2017-06-28", ("primo-medio september", "2017-09-01/2017-09-20 about"),),
        ("primo til",),
    ),
    prefix_rule(
        "middle-to-end", _middle_and_end, DIVISIBLE,
        "medio til ultimo|medio-ultimo|medio/ultimo|medio - ultimo",
        examples("2017-06-28", ("medio til ultimo maj", "2018-05-11/2018-05-31 about"),),
        ("medio til",),
    ),
    prefix_rule(
        "first-half", _first_half, DIVISIBLE,
        _with_i("første halvdel af|den første halvdel af|1. halvdel af"),
        examples("2017-06-28", ("i første halvdel af maj", "2018-05-01/2018-05-15 about"), ("første halvdel af 2018",
                "2018-01-01/2018-06-30 about")),
        ("første halvdel af mødet",),
    ),
    prefix_rule(
        "second-half", _second_half, DIVISIBLE,
        _with_i("anden halvdel af|den anden halvdel af|2. halvdel af|sidste halvdel af|den sidste halvdel af"),
        examples("2017-06-28", ("i anden halvdel af april", "2018-04-16/2018-04-30 about"),),
        ("anden halvdel af mødet",),
    ),
)  # fmt: skip
