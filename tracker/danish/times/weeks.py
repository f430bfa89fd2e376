"""Weeks: "uge 20", "uge 45-47", "uge 52/1", "næste uge", "ugen efter påske", "weekenden". ISO 8601, Monday to Sunday."""

from __future__ import annotations

import re
from datetime import timedelta

from tracker.danish.calendar import DAY, WEEK, Days, months, week, week_of
from tracker.danish.rule import Rule, examples
from tracker.danish.times.joining import between, listed
from tracker.danish.times.period import Context, Period
from tracker.danish.times.words import month_of, ordinal_of, pattern, year_of
from tracker.domain.deadline import Precision

NUMBER = r"(?:5[0-3]|[1-4]\d|0?[1-9])(?!\d)"


def _numbered(number: int, year: int | None) -> Period:
    return Period(Precision.WEEK, "week", lambda y: week(y, number), year)


def _weeks(found: re.Match[str], context: Context) -> Period | None:
    year = year_of(found, context.reference)
    numbers = [int(n) for n in re.findall(r"\d+", found["weeks"])]
    periods = [_numbered(n, year) for n in numbers]
    if year is not None and week(year, numbers[-1]) is None:
        return None
    if len(periods) == 1:
        return periods[0]
    follows = numbers[1] == numbers[0] + 1
    if len(periods) == 2 and (follows or re.search(r"-|til|/|eller", found["weeks"])):
        return between(_numbered(numbers[0], None) if numbers[0] > numbers[1] else periods[0], periods[1])
    return listed(periods)


_OFFSET = {"denne": 0, "indeværende": 0, "den indeværende": 0, "samme": 0}


def _relative(found: re.Match[str], context: Context) -> Period | None:
    which = re.sub(" +", " ", found["which"])
    past = which.startswith(("sidste", "forrige", "seneste")) or which.endswith(("sidste", "forrige"))
    offset = -1 if past else _OFFSET.get(which, 1)
    monday, sunday = week_of(context.reference)
    return Period(Precision.WEEK, "week", fixed=((monday + offset * WEEK, sunday + offset * WEEK),), past=past)


def _nth_week(found: re.Match[str], context: Context) -> Period | None:
    """A week of a month by its number: days 1 to 7, 8 to 14 …, the last seven."""
    number = month_of(found["month"])
    which = found["which"]

    def days(year: int) -> Days:
        first, last = months(year, number)
        if which == "sidste":
            return last - 6 * DAY, last
        start = first + (ordinal_of(which) - 1) * WEEK
        return start, start + 6 * DAY

    return Period(Precision.WEEK, "week", days, year_of(found, context.reference))


def _weekend(found: re.Match[str], context: Context) -> Period | None:
    which = found["which"]
    if found["week"]:
        number = int(found["week"])

        def weekend(year: int) -> Days | None:
            days = week(year, number)
            return days and (days[0] + 5 * DAY, days[1])

        return Period(Precision.ABOUT, "holiday", weekend, year_of(found, context.reference))
    monday = week_of(context.reference)[0]
    if which and which.startswith("næste") and context.reference.weekday() < 5:
        monday += timedelta(weeks=1)
    fixed = tuple((monday + n * WEEK + 5 * DAY, monday + n * WEEK + 6 * DAY) for n in range(3))
    return Period(Precision.ABOUT, "holiday", fixed=fixed, needs_limit=not which)


WEEKS: tuple[Rule[Period], ...] = (
    Rule(
        "week",
        pattern(r"uge(?:rne|r)?~(?:nr\.?~)?(?P<weeks>" + NUMBER + r"(?:~(?:-|/|,|til og med|til|og|eller|samt|, og)~(?:uge~)?" + NUMBER
                + r"){0,12})(?![.,]\d|[^\W_])(?!/\d){year}"),
        _weeks,
        examples("2017-06-28", ("uge 20", "2018-05-14/2018-05-20 week"), ("uge 45-47", "2017-11-06/2017-11-26 week"),
                 ("ugerne 45 og 46", "2017-11-06/2017-11-19 week"), ("uge 52/1", "2017-12-25/2018-01-07 week"),
                 ("i uge 20 2019", "2019-05-13/2019-05-19 week"), ("uge 53", "2020-12-28/2021-01-03 week"),
                 ("i uge 20 og 24", "2018-05-14/2018-05-20 week then 2018-06-17")),
        ("uge 54", "uge 0", "uge 20.5", "ugebrev 7", "uge 53 2017"),
    ),
    Rule(
        "relative-week",
        pattern(r"(?P<which>(?:den )?(?:næste|kommende|førstkommende|følgende|indeværende|sidste|forrige|seneste)|denne"
                r"|samme) uge{end}(?! (?:af {lasting}|(?:i|inden|før) ))"),
        _relative,
        examples("2017-06-28", ("i næste uge", "2017-07-03/2017-07-09 week"), ("i løbet af den kommende uge", "2017-07-03/2017-07-09 week"),
                 ("denne uge", "2017-06-26/2017-07-02 week")),
        ("hver uge", "næste ugebrev"),
    ),
    Rule(
        "nth-week",
        pattern(r"(?:den )?(?P<which>første|anden|tredje|fjerde|sidste|[1-4]\.) (?:hele )?uge (?:i"
                r"|af) (?P<month>{month_name})(?: måned)?{year}"),
        _nth_week,
        examples("2017-06-28", ("i den første uge af september", "2017-09-01/2017-09-07 week"), ("sidste uge i maj",
                "2018-05-25/2018-05-31 week")),
        ("første uge", "sidste uge af projektet"),
    ),
    Rule(
        "weekend",
        pattern(r"(?P<which>(?:den )?(?:næste|kommende|førstkommende) )?weekend(?:en)?{end}(?: (?:i )?uge~(?P<week>" + NUMBER
                + r"){year})?"),
        _weekend,
        examples("2017-06-28", ("i weekenden", "2017-07-01/2017-07-02 about"), ("inden weekenden", "../2017-06-30 about")),
        ("weekendvagt", "weekend"),
    ),
)  # fmt: skip
