"""Seasons: "foråret", "til efteråret", "vinteren 2018/19", "næste sommer". Spring begins in March; see GUIDE.md section 3."""

from __future__ import annotations

import re
from datetime import date

from tracker.danish.calendar import DAY, Days, season, summer_holiday
from tracker.danish.rule import Rule, examples
from tracker.danish.times.period import Context, Period, rest_of_month, stands_alone
from tracker.danish.times.words import pattern, year_of
from tracker.domain.deadline import Precision


def before_summer(year: int) -> date:
    """ "inden sommer" and "inden sommerferien": the Friday before the school summer holiday."""
    return summer_holiday(year)[0] - DAY


def after_summer(year: int) -> Days:
    """ "efter sommer(ferien)": from the Monday school begins to the end of August."""
    return rest_of_month(summer_holiday(year)[1] + DAY)


def _season(found: re.Match[str], context: Context) -> Period | None:
    name, year = found["season"], year_of(found, context.reference)
    if found["first"]:
        year = int(found["first"])
    coming = found["which"] is not None and "næste" in found["which"]
    alone = stands_alone(context, found.start(), found.end())
    sure = year is not None or found["which"] is not None or (alone and found["definite"] is not None)
    summer = name == "sommer"
    return Period(
        Precision.SEASON,
        "season",
        lambda y: season(y, name),
        year,
        before=(lambda d: before_summer(d[0].year)) if summer else None,
        after=(lambda d: after_summer(d[0].year)) if summer else None,
        before_precision=Precision.ABOUT if summer else None,
        later=coming,
        needs_limit=not sure,
    )


SEASONS: tuple[Rule[Period], ...] = (
    Rule(
        "season",
        pattern(r"(?P<which>(?:det |den )?(?:kommende|næste|førstkommende) |dette |denne |det |den )?(?P<season>forår|sommer|efterår"
                r"|vinter)(?P<definite>et|en)?{end}"
                r"(?!-[^\W\d_])(?:~(?P<first>20\d\d)~/~(?:20)?\d\d{end})?{year}"),
        _season,
        examples("2017-06-28", ("til efteråret", "2017-09-01/2017-11-30 season"), ("forår 2018", "2018-03-01/2018-05-31 season"),
                 ("vinteren 2018", "2018-12-01/2019-02-28 season"), ("inden sommer", "../2018-06-29 about"),
                 ("inden efteråret", "../2017-08-31 season")),
        ("sommerhus", "Vinter Hansen", "efterårets", "forårsfest"),
    ),
)  # fmt: skip
