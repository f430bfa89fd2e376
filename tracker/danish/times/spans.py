"""Spans: a number of days, weeks, months or years counted from the reference day: "om 14 dage", "inden for tre uger"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from tracker.danish.calendar import add_months, add_working_days
from tracker.danish.rule import Rule, examples
from tracker.danish.times.period import Context, Period
from tracker.danish.times.words import number_of, pattern
from tracker.domain.deadline import Precision

UNIT = (
    r"(?:halve år|(?:dages|ugers|uges|måneders|måneds|års) tid|arbejdsdage?|hverdage?|bankdage?|dage?|døgn|timer?|uger?"
    r"|måned(?:er)?|mdr\.?|kvartal(?:er)?|halvår|år)"
)
COUNT = (
    r"(?:{number}~(?:-|til|eller)~{number}|{number}|et halvt|et kvart|et halvandet|halvandet|halvanden|et par|par|få|nogle få"
    r"|nogle|flere|et stykke|et enkelt|en enkelt)"
)
AMOUNT = r"(?:ca\.?~|cirka |omkring |højst |maks\.?~|max\.?~|mindst )?"
MONTHS_IN = {"halve": 6, "måned": 1, "mdr": 1, "kvartal": 3, "halvår": 6, "år": 12}


def later(start: date, count: float, unit: str) -> date:
    """The day `count` units after `start`; half units of months and years in whole months, of weeks in days."""
    if unit.startswith(("arbejdsdag", "hverdag", "bankdag")):
        return add_working_days(start, int(count))
    if unit.startswith("time"):
        return start + timedelta(days=-(-int(count) // 24) if count >= 24 else 0)
    if unit.startswith(("dag", "døgn")):
        return start + timedelta(days=int(count))
    if unit.startswith("uge"):
        return start + timedelta(days=round(count * 7))
    for stem, months in MONTHS_IN.items():
        if unit.startswith(stem):
            whole, rest = divmod(count * months, 1)
            return add_months(start, int(whole)) + timedelta(days=round(rest * 30))
    raise ValueError(unit)


def _count(words: str) -> tuple[float, float] | None:
    """How many, from and to; None for "et par", "par", "få"."""
    words = re.sub(" +", " ", words)
    if words == "et halvt":
        return 0.5, 0.5
    if words == "et kvart":
        return 0.25, 0.25
    if words.endswith(("halvandet", "halvanden")):
        return 1.5, 1.5
    if words.endswith("enkelt"):
        return 1, 1
    if words in {"et par", "par", "få", "nogle få", "nogle", "flere", "et stykke"}:
        return None
    numbers = [number_of(w) for w in re.split(r" ?(?:-|\btil\b|\beller\b) ?", words)]
    return min(numbers), max(numbers)


def span(counted: tuple[float, float] | None, unit: str, reference: date) -> Period:
    """A span counted from the reference day; of unknown length ("et par uger") it has no day."""
    if counted is None:
        return Period(Precision.NONE, "vague-span", needs_limit=True)
    days = later(reference, counted[0], unit), later(reference, counted[1], unit)
    return Period(Precision.DAY, "span", fixed=(days,), length=(*counted, unit), needs_limit=True)


def _span(found: re.Match[str], context: Context) -> Period | None:
    period = span(_count(found["count"]), found["unit"], context.reference)
    if found["coming"] and period.length:
        return replace(period, kind="coming", open_start=True, needs_limit=False)
    return period


def _next_unit(found: re.Match[str], context: Context) -> Period | None:
    return replace(span((1, 1), found["unit"] or found["half"], context.reference), kind="coming", open_start=True, needs_limit=False)


_UNITS = {"dagen": "dag", "ugen": "ugen", "måneden": "måned"}


def _one_unit(found: re.Match[str], context: Context) -> Period | None:
    return span((1, 1), _UNITS[found["unit"]], context.reference)


def _ago(found: re.Match[str], context: Context) -> Period | None:
    words, start = found["count"] or found["count2"], context.reference
    counted = _count(words) if words else None
    if counted is None:
        return Period(Precision.NONE, "vague", past=True)
    unit = found["unit"] or found["unit2"]
    if found["count2"]:
        return Period(Precision.DAY, "past", fixed=((later(start, -counted[1], unit), start),), past=True)
    return Period(Precision.DAY, "past", fixed=((later(start, -counted[1], unit), later(start, -counted[0], unit)),), past=True)


SPANS: tuple[Rule[Period], ...] = (
    Rule(
        "ago",
        pattern(r"for (?:ca\.?~|omkring |over |mere end |et )?(?P<count>" + COUNT + ")~(?P<unit>" + UNIT
                + "){end} siden{end}|for (?:nylig|længst|nyligt){end}|de (?:seneste|sidste) (?P<count2>" + COUNT + ")~(?P<unit2>" + UNIT
                        + "){end}"),
        _ago,
        examples("2017-06-28", ("for tre år siden", "2014-06-28 day"), ("for nylig", "none")),
        ("om tre år", "for tre år"),
    ),
    Rule(
        "span",
        pattern(r"(?P<coming>(?:de|det|den) (?:næste|kommende|første|nærmeste|førstkommende|følgende) )?" + AMOUNT + "(?P<count>"
                + COUNT + ")~(?P<unit>" + UNIT
                        + r"){end}(?!s? (?:siden|høring|ad gangen|om (?:året|måneden|ugen|dagen)|gammel|gamle"
                                r"|i træk){end})(?: fra (?:i dag|nu|dags dato|mødet|mødedatoen){end})?"),
        _span,
        examples("2017-06-28", ("om 14 dage", "2017-07-12 day"), ("om et halvt år", "2017-12-28 day"), ("inden for tre uger",
                "../2017-07-19 day"),
                 ("inden for fem arbejdsdage", "../2017-07-05 day"), ("om 3-4 uger", "2017-07-19/2017-07-26 day"),
                 ("om halvanden måned", "2017-08-12 day")),
        ("14 dage", "hver 14. dag", "otte ugers høring", "om to ugers udsættelse", "tre år gammel"),
    ),
    Rule(
        "next-unit",
        pattern(r"(?:(?<=inden[ ]for[ ])(?:den|det) (?:kommende|næste|første|nærmeste) (?P<unit>uge|måned|kvartal|halvår|år)"
                r"|det (?:kommende|næste|første) (?P<half>halve år)){end}"),
        _next_unit,
        examples("2021-03-18", ("inden for den kommende måned", "../2021-04-18 day"), ("inden for det næste år", "../2022-03-18 day")),
        ("i løbet af den kommende måned", "inden for denne måned"),
    ),
    Rule(
        "one-unit",
        pattern(r"(?P<unit>dagen|ugen|måneden)(?= (?:før|efter|inden) )"),
        _one_unit,
        examples("2017-06-28", ("dagen før næste møde", "meeting next_meeting -1"), ("senest ugen efter mødet", "../2017-07-05 day")),
        ("dagen lang", "ugen er gået"),
    ),
)  # fmt: skip
