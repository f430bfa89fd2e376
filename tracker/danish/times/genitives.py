"""The ends of the current period in the genitive: "årets udgang", "månedens begyndelse", "maj måneds udgang"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from tracker.danish.calendar import Days, half_year, months, quarter, season, week_of
from tracker.danish.rule import Rule, examples
from tracker.danish.times.parts import beginning, end, middle
from tracker.danish.times.period import Context, Period, stretch
from tracker.danish.times.words import month_of, pattern
from tracker.domain.deadline import Precision


def current(word: str, reference: date) -> Period:
    """The period of a kind (by the beginning of its Danish name) that the reference day lies in."""
    year, month = reference.year, reference.month
    if word.startswith("uge"):
        return stretch(week_of(reference), Precision.WEEK, "week")
    if word.startswith("måned"):
        return stretch(months(year, month), Precision.MONTH, "month")
    if word.startswith("kvartal"):
        return stretch(quarter(year, (month + 2) // 3), Precision.QUARTER, "quarter")
    if word.startswith("halvår"):
        return stretch(half_year(year, (month + 5) // 6), Precision.ABOUT, "half")
    return Period(Precision.YEAR, "year", lambda y: months(y, 1, 12))


def _current(found: re.Match[str], context: Context) -> Period | None:
    if found["unit"] == "ugen" and context.folded.endswith("på ", 0, found.start()):
        return None  # "tovholder på ugen"
    period = current(found["unit"], context.reference)
    if found["out"]:
        return replace(period, kind="end", precision=Precision.ABOUT, open_start=True)
    return replace(period, needs_limit=True)


def _owner(word: str, reference: date) -> Period:
    word = " ".join(word.split())
    if word in ("næste måneds", "den kommende måneds", "kommende måneds"):
        _, last = months(reference.year, reference.month)
        return current("måneden", last + timedelta(days=1))
    if word.endswith("måneds"):
        number = month_of(word.split(maxsplit=1)[0])
        return Period(Precision.MONTH, "month", lambda y: months(y, number))
    for name in ("forår", "sommer", "efterår", "vinter"):
        if word.startswith(name):
            return Period(Precision.SEASON, "season", lambda y, name=name: season(y, name))  # type: ignore[misc]
    return current(word, reference)


def _end_of(found: re.Match[str], context: Context) -> Period | None:
    owner = _owner(found["owner"], context.reference)
    if found["what"] in {"begyndelse", "start"}:
        return replace(beginning(owner), needs_limit=True)
    if found["what"] == "midte":
        return replace(middle(owner), needs_limit=True)
    if found["what"] in {"sidste del", "sidste dage"}:
        return replace(end(owner), needs_limit=True)

    def last(days: Days) -> date:
        return days[1]

    precision = Precision.DAY if owner.precision is Precision.YEAR else owner.precision
    return replace(owner, kind="end", precision=precision, open_start=True, before=last, needs_limit=True)


GENITIVES: tuple[Rule[Period], ...] = (
    Rule(
        "end-of",
        pattern(r"(?P<owner>årets|kalenderårets|månedens|ugens|kvartalets|halvårets|forårets|sommerens|efterårets|vinterens"
                r"|{month_name} måneds|næste måneds|(?:den )?kommende måneds) "
                r"(?P<what>udgang|slutning|afslutning|ende|udløb|ophør|begyndelse|start|midte|sidste del|sidste dage){end}"),
        _end_of,
        examples("2017-06-28", ("inden årets udgang", "../2017-12-31 day"), ("inden månedens udgang", "../2017-06-30 month"),
                 ("ved ugens udgang", "../2017-07-02 week"), ("ved årets begyndelse", "2018-01-01/2018-03-31 about"),
                 ("inden maj måneds udgang", "../2018-05-31 month"), ("ved næste måneds udgang", "../2017-07-31 month")),
        ("årets møde", "årets resultat", "månedens medarbejder"),
    ),
    Rule(
        "meeting-of-season",
        pattern(r"(?P<owner>forårets|sommerens|efterårets|vinterens) (?:[^\W\d_]{0,30}møde|seminar|budgetseminar|konference|samling){end}"),
        lambda found, context: _owner(found["owner"], context.reference),
        examples("2017-06-28", ("på efterårets møde", "2017-09-01/2017-11-30 season"),
                 ("til forårets bestyrelsesmøde", "2018-03-01/2018-05-31 season")),
        ("efterårets møder", "forårets resultat"),
    ),
    Rule(
        "current",
        pattern(r"(?P<unit>ugen|måneden|kvartalet|halvåret|året|kalenderåret|regnskabsåret|budgetåret)(?! (?:før|efter|inden|op"
                r"|uge)){end}(?P<out> ud{end})?"),
        _current,
        examples("2017-06-28", ("inden udgangen af året", "../2017-12-31 day"), ("senest i slutningen af måneden", "../2017-06-30 about"),
                 ("senere i ugen", "../2017-07-02 about"), ("inden udgangen af ugen", "../2017-07-02 week"),
                 ("året ud", "../2017-12-31 about")),
        ("årets gang", "en gang om året", "året rundt", "ugens ret", "tovholder på ugen"),
    ),
)  # fmt: skip
