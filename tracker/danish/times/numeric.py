"""Days in figures: "15/8-18", "15.08.2018", "den 15.-18/8", "2018-08-15"."""

from __future__ import annotations

import re
from datetime import date

from tracker.danish.rule import Rule, examples
from tracker.danish.times import surroundings
from tracker.danish.times.joining import day_list
from tracker.danish.times.period import Context, Period
from tracker.danish.times.words import full_year, pattern
from tracker.domain.deadline import Precision

LEAD = r"(?:(?:{weekday_short}|{weekday}(?:~(?:-|og|til)~{weekday})?|weekend(?:en)?),?~)?(?:den |d\.?~)?"
NOT_A_QUANTITY = (
    r"(?!~(?:%|pct|procent|promille|mio|mia|kr|t\.kr|timer?{end}|m2|m²|km{end}|point|år{end}|stk|dage?{end}|uger?{end}"
    r"|måned|side))"
)


def day_of_year(month: int, day: int, year: int | None) -> Period | None:
    """A day by its number and month, if there ever is such a day."""
    try:
        date(year if year is not None else 2000, month, day)
    except ValueError:
        return None
    return Period(Precision.DAY, "day", lambda y: (date(y, month, day),) * 2, year)


_MONTHS = 12
_ENDS = re.compile(r"\)|[ \t]*(?:\||\n|\Z)")


def _numeric(found: re.Match[str], context: Context) -> Period | None:
    digits = next((found[n] for n in ("y1", "y2", "y3", "y4", "y5") if found[n]), None)
    month = int(found["m1"] or found["m2"] or found["m3"] or found["m4"] or 0)
    period = day_of_year(month, int(found["day"]), full_year(digits) if digits else None)
    weak = period is not None and not digits and not found["lead"]
    if period is None or not weak:
        return period
    if found["m1"]:
        return None if found[0] == "24/7" else period
    told = found["m2"] and (found[0].endswith(".") or context.folded.startswith(" kl", found.end()))
    if told and int(found["day"]) > _MONTHS and _ENDS.match(context.text, found.end()):
        return period  # "| 30.4. | I gang", "(udkast klar 26.11.)"
    if told and _END.match(context.text, found.end()) and _names_no_part(context.folded, found.start()):
        return period  # "tager sagen med til udvalget 11.1."
    if told and surroundings.event_before(context.folded, found.start(), 0) is not None:
        return period  # "Dialogmøde 16.4. om støj"
    return Period(period.precision, period.kind, period.yearly, period.year, needs_limit=True)


_END = re.compile(r"\s*(?:\Z|\n|(?<=\s)[A-ZÆØÅ])")
_WORD_BEFORE = re.compile(r"([^\W\d_]{3,})[ ]\Z")
_REACH = 40  # characters looked back for the word before a day
_PARTS = (
    *("afsnit", "punkt", "pkt", "bilag", "version", "kapitel", "kap", "side", "tabel", "figur", "stk", "paragraf", "model", "trin", "fase"),
    *("mål", "indsats", "spor", "niveau", "til", "fra", "med", "ved", "for", "over", "under", "nummer", "udgave", "ver", "temaet", "samt"),
)
"""How words end behind which two numbers with full stops are no day: "afsnit 11.1."."""


def _names_no_part(folded: str, start: int) -> bool:
    before = _WORD_BEFORE.search(folded, max(0, start - _REACH), start)
    return before is not None and not before[1].endswith(_PARTS)


def _numeric_range(found: re.Match[str], context: Context) -> Period | None:
    year = found["year"]
    return day_list(found["days"], int(found["month"]), full_year(year) if year else None, day_of_year)


def _iso(found: re.Match[str], context: Context) -> Period | None:
    return day_of_year(int(found["month"]), int(found["day"]), int(found["year"]))


NUMERIC: tuple[Rule[Period], ...] = (
    Rule(
        "iso-day",
        pattern(r"(?P<year>{century}\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"),
        _iso,
        examples("2017-06-28", ("2018-08-15", "2018-08-15 day"), ("senest 2018-08-15", "../2018-08-15 day")),
        ("2018-13-01", "330-2018-3619", "2018-02-30"),
    ),
    Rule(
        "numeric-days",
        pattern(LEAD + r"(?P<days>{day}\.?~(?:-|til|og|eller)~(?:den "
                r"|d\.?~)?{day})~/~(?P<month>{month_number})(?:[-/ .](?P<year>20\d\d|\d\d){end})?(?![/\d])"),
        _numeric_range,
        examples("2017-06-28", ("den 15.-18/8", "2017-08-15/2017-08-18 day"), ("15-18/8", "2017-08-15/2017-08-18 day")),
        ("15-18/80", "15/5563"),
    ),
    Rule(
        "dotted-days",
        pattern(LEAD + r"(?P<days>{day}\.~(?:-|til|og|eller)~(?:den |d\.?~)?{day})\.(?P<month>{month_number})\."
                r"(?:~(?P<year>20\d\d|\d\d){end})?(?!\d)"),
        _numeric_range,
        examples("2017-06-28", ("fra den 8. til den 26.8.", "2017-08-08/2017-08-26 day"), ("11.-12.9.", "2017-09-11/2017-09-12 day")),
        ("11-12.5 mio.", "11.-12.50 kr.", "1.-2.13."),
    ),
    Rule(
        "numeric-day",
        pattern(r"(?P<lead>(?:(?:{weekday_short}|{weekday},?)~)?(?:den |d\.?~)|(?:{weekday_short}|{weekday},?)~)?(?P<day>{day})"
                r"(?:~/~(?P<m1>{month_number})(?:~[-/.]~(?P<y1>{century}?\d\d)(?![\d/])(?!\.\d)|[ ](?P<y4>{century}\d\d))?"
                r"|\.~(?P<m2>{month_number})(?:\.~(?P<y2>{century}?\d\d)(?!\d)|\.?[ ](?P<y5>{century}\d\d)|\.(?!\d))?"
                r"|-(?P<m3>{month_number})-(?P<y3>{century}?\d\d)(?!\d)"
                r"|(?<=[ .]\d\d)-(?P<m4>0[1-9])(?![-\d]))(?![^\W_]|/\d|-\d{3}|[.,]\d)" + NOT_A_QUANTITY),
        _numeric,
        examples("2017-06-28", ("d. 15/8", "2017-08-15 day"), ("15/8-18", "2018-08-15 day"), ("15.08.2018", "2018-08-15 day"),
                 ("04-05-2021", "2021-05-04 day"), ("senest 12/9", "../2017-09-12 day"),
                 ("Dialogmøde 16.8. om støj", "2017-08-16 day"), ("senest 05-08", "../2017-08-05 day"),
                 ("tager sagen med til Socialudvalget 11.8.", "2017-08-11 day")),
        ("15/5563", "3,5 mio.", "version 3.0", "kl. 12.05", "24/7", "31/13", "16/1249", "1/2 time", "2018/19"),
    ),
)  # fmt: skip
