"""Months, quarters, half-years and years: "i maj", "oktober / november måned", "3. kvartal", "1. halvår 2019", "i 2018"."""

from __future__ import annotations

import re
from datetime import date

from tracker.danish.calendar import DAY, Days, add_months, end_of_month, half_year, months, quarter, school_year
from tracker.danish.rule import Rule, examples
from tracker.danish.times.period import Context, Period, stands_alone, stretch
from tracker.danish.times.words import MONTHS as FULL_MONTHS
from tracker.danish.times.words import ORDINALS, full_year, month_of, number_of, pattern, year_of
from tracker.domain.deadline import Precision


def _named(found: re.Match[str], context: Context) -> Period | None:
    """A month by name. A capital ("Maj", "August", "Jan") may be a person: then only with a year, "måned" or a limit, and no surname."""
    number, year = month_of(found["month"]), year_of(found, context.reference)
    if _A_DAY.search(context.folded[max(0, found.start() - 6) : found.start()]):
        return None
    written = context.text[found.start("month") : found.end("month")]
    sure = year is not None or found["word"] is not None
    person = written[0].isupper() and not written.isupper() and not sure
    if person and _before_a_name(context, found):
        return None
    short = written.rstrip(".").casefold() not in FULL_MONTHS
    alone = stands_alone(context, found.start(), found.end())
    weak = short or (person and not alone)
    return Period(Precision.MONTH, "month", lambda y: months(y, number), year, needs_limit=weak and not sure)


_A_DAY = re.compile(r"(?<![\d./-])\d{1,2}[.]? {0,2}$")
"""A day that the month does not have ("31. juni") stands before it."""
_NAME_AFTER = re.compile(r" (?:[A-ZÆØÅ][^\W\d_]*|og [A-ZÆØÅ][^\W\d_]*)")
_GIVES_TO = re.compile(r"(?:^|\s)(?:til|fra|over for|hos|med|af|ved) $", re.IGNORECASE)


def _before_a_name(context: Context, found: re.Match[str]) -> bool:
    before = context.text[max(0, found.start() - 9) : found.start()]
    return bool(_NAME_AFTER.match(context.text, found.end()) or _GIVES_TO.search(before))


def _month_first(found: re.Match[str], context: Context) -> Period | None:
    day = date(int(found["year"]), month_of(found["month"]), int(found["day"]))
    return Period(Precision.DAY, "day", lambda _: (day, day), day.year)


def _first_days(found: re.Match[str], context: Context) -> Period | None:
    number, count = month_of(found["month"]), number_of(found["count"])

    def days(year: int) -> Days:
        first, last = months(year, number)
        if found["which"] == "første":
            return first, min(last, first + (count - 1) * DAY)
        return max(first, last - (count - 1) * DAY), last

    return Period(Precision.DAY, "stretch", days, year_of(found, context.reference))


def _turn_of_month(found: re.Match[str], context: Context) -> Period | None:
    number = month_of(found["month"]) if found["month"] else context.reference.month

    def days(year: int) -> Days:
        last = months(year, number)[1]
        return last, last + DAY

    return Period(Precision.ABOUT, "holiday", days, year_of(found, context.reference))


_THIS = ("denne", "indeværende", "samme")


def _relative_month(found: re.Match[str], context: Context) -> Period | None:
    which, start = found["which"], context.reference.replace(day=1)
    past = which.endswith(("sidste", "forrige", "seneste"))
    start = add_months(start, -1 if past else 0 if which.endswith(_THIS) else 1)
    return Period(Precision.MONTH, "month", fixed=((start, end_of_month(start)),), past=past)


def _quarter(found: re.Match[str], context: Context) -> Period | None:
    word = (found["number"] or found["letter"]).rstrip(".")
    number = 4 if word == "sidste" else int(word) if word.isdecimal() else ORDINALS[word]
    start = int(found["from"] or number)
    if start > number:
        return None
    return Period(
        Precision.QUARTER,
        "quarter",
        lambda y: (quarter(y, start)[0], quarter(y, number)[1]),
        year_of(found, context.reference),
        ranged=start < number,
    )


def _half(found: re.Match[str], context: Context) -> Period | None:
    word = found["number"].rstrip(".")
    number = 2 if word == "sidste" else int(word) if word.isdecimal() else ORDINALS[word]
    return Period(Precision.ABOUT, "half", lambda y: half_year(y, number), year_of(found, context.reference))


def _relative_long(found: re.Match[str], context: Context) -> Period | None:
    which, unit, reference = found["which"], found["unit"], context.reference
    step = -1 if which.endswith(("sidste", "forrige")) else 0 if which.endswith((*_THIS, "dette")) else 1
    if unit == "kvartal":
        start = add_months(quarter(reference.year, (reference.month + 2) // 3)[0], 3 * step)
        period = stretch(months(start.year, start.month, 3), Precision.QUARTER, "quarter")
    else:
        start = add_months(half_year(reference.year, (reference.month + 5) // 6)[0], 6 * step)
        period = stretch(months(start.year, start.month, 6), Precision.ABOUT, "half")
    return Period(period.precision, period.kind, fixed=period.fixed, past=step < 0)


def _year(found: re.Match[str], context: Context) -> Period | None:
    first = full_year(found["first"])
    last = full_year(found["first"][:2] + found["short"] if found["short"] else found["last"] or found["first"])
    if last < first or found[0].startswith("på"):
        return None
    alone = stands_alone(context, found.start(), found.end())
    return Period(
        Precision.YEAR,
        "year",
        lambda y: months(y - last + first, 1, 12 * (last - first + 1)),
        last,
        needs_limit=not alone,
        ranged=first < last,
    )


_THIS_YEAR = ("i år", "iår", "dette år", "i dette år")


def _relative_year(found: re.Match[str], context: Context) -> Period | None:
    word, reference = re.sub(" +", " ", found["which"]), context.reference
    if "nye år" in word or "nyt år" in word:
        return Period(Precision.ABOUT, "new-year", lambda y: months(y, 1), reference.year + 1)
    if word.endswith(("sidste år", "forrige år", "i fjor", "sidste års")):
        return Period(Precision.YEAR, "year", lambda y: months(y, 1, 12), reference.year - 1, past=True)
    if "indeværende" in word:
        return Period(Precision.YEAR, "year", lambda y: months(y, 1, 12), reference.year, open_start=True)
    return Period(Precision.YEAR, "year", lambda y: months(y, 1, 12), reference.year + (0 if word in _THIS_YEAR else 1))


def _school_year(found: re.Match[str], context: Context) -> Period | None:
    if found["first"]:
        first, last = full_year(found["first"]), found["last"]
        if last and int(last[-2:]) != (first + 1) % 100:
            return None
        return Period(Precision.YEAR, "school", school_year, first)
    reference = context.reference
    current = reference.year if reference >= school_year(reference.year)[0] else reference.year - 1
    this = found["which"].endswith(("dette", "indeværende"))
    return Period(Precision.YEAR, "school", school_year, current + (0 if this else 1))


MONTHS: tuple[Rule[Period], ...] = (
    Rule(
        "month",
        pattern(r"(?P<month>{month})(?P<word> måneds?{end}|~-~(?=\d{4}))?(?![.]?\d)(?!-(?!~{month}(?!-[^\W_])|~\d)[^\W_]){year}"),
        _named,
        examples("2017-06-28", ("i februar 2018", "2018-02-01/2018-02-28 month"), ("oktober / november måned",
                "2017-10-01/2017-11-30 month"),
                 ("i november eller december", "2017-11-01/2017-12-31 month"), ("maj måned", "2018-05-01/2018-05-31 month"),
                 ("her i juli", "2017-07-01/2017-07-31 month")),
        ("Maj Hansen", "sendes til August", "marskal", "majoritet", "juleferie", "Jan"),
    ),
    Rule(
        "first-days",
        pattern(r"de (?P<which>første|sidste) (?P<count>{number}) dage (?:af|i) (?P<month>{month_name})(?: måned)?{year}"),
        _first_days,
        examples("2017-06-28", ("inden for de første 14 dage af august", "2017-08-01/2017-08-14 day"), ("i de sidste otte dage af maj",
                "2018-05-24/2018-05-31 day")),
        ("de første dage af projektet", "de første 14 dage"),
    ),
    Rule(
        "month-first",
        pattern(r"(?P<month>{month_name}) (?P<day>{day})(?:, | )(?P<year>{full_year})"),
        _month_first,
        examples("2017-06-28", ("Oktober 3, 2019", "2019-10-03 day"),),
        ("oktober 32, 2019", "maj 2019"),
    ),
    Rule(
        "turn-of-month",
        pattern(r"måneds?skiftet(?: mellem)?(?: (?P<month>{month_name})(?:~[/-]~| og ){month_name})?{year}"),
        _turn_of_month,
        examples("2017-06-28", ("ved månedsskiftet maj/juni", "2018-05-31/2018-06-01 about"), ("omkring månedsskiftet",
                "2017-06-30/2017-07-01 about")),
        ("månedsskifte",),
    ),
    Rule(
        "relative-month",
        pattern(r"(?P<which>(?:den )?(?:næste|kommende|førstkommende|følgende|indeværende|sidste|forrige|seneste)|denne|samme) måned{end}"),
        _relative_month,
        examples("2017-06-28", ("i næste måned", "2017-07-01/2017-07-31 month"), ("denne måned", "2017-06-01/2017-06-30 month")),
        ("hver måned", "næste månedsbrev"),
    ),
    Rule(
        "quarter",
        pattern(r"(?:(?:årets )?(?:(?P<from>[1-4])\.?~(?:-|/|og|eller|til)~)?(?P<number>[1-4]\.|første|andet|anden|tredje|tredie"
                r"|fjerde|sidste)~(?:kvartal|kvt{end}\.?|kvrt{end}\.?|kv\.)|[kq](?P<letter>[1-4]))(?:et)?(?![^\W_]){year}"),
        _quarter,
        examples("2017-06-28", ("3. kvartal", "2017-07-01/2017-09-30 quarter"), ("sidste kvartal af 2018", "2018-10-01/2018-12-31 quarter"),
                 ("Q3", "2017-07-01/2017-09-30 quarter"), ("4. kvt.", "2017-10-01/2017-12-31 quarter")),
        ("5. kvartal", "q5", "kvartalsvis rapport"),
    ),
    Rule(
        "half-year",
        pattern(r"(?:årets )?(?P<number>[12]\.|første|andet|anden|sidste)~halvår(?:et)?{end}{year}"),
        _half,
        examples("2017-06-28", ("i 2. halvår", "2017-07-01/2017-12-31 about"), ("1. halvår 2019", "2019-01-01/2019-06-30 about")),
        ("3. halvår", "et halvår"),
    ),
    Rule(
        "relative-quarter",
        pattern(r"(?P<which>(?:det )?(?:næste|kommende|førstkommende|indeværende|forrige)|dette) (?P<unit>kvartal|halvår){end}"),
        _relative_long,
        examples("2017-06-28", ("i næste kvartal", "2017-07-01/2017-09-30 quarter"), ("inden udgangen af indeværende kvartal",
                "../2017-06-30 quarter")),
        ("hvert kvartal", "næste kvartalsrapport"),
    ),
    Rule(
        "relative-year",
        pattern(r"(?P<which>i[ ]?år|dette år|i dette år|(?:til |i |det )?næste år|(?:i )?indeværende år|i det indeværende år"
                r"|(?:i )?det (?:nye|kommende|følgende|næste) år|i det nye kalenderår"
                r"|(?:i )?det nye år|i kommende år|i et nyt år|på den anden side af det nye år|sidste år|forrige år"
                r"|i fjor){end}(?!tusind| siden)"),
        _relative_year,
        examples("2017-06-28", ("til næste år", "2018-01-01/2018-12-31 year"), ("i det nye år", "2018-01-01/2018-01-31 about"),
                 ("i indeværende år", "../2017-12-31 year")),
        ("i årevis", "hvert år", "næste årsmøde"),
    ),
    Rule(
        "year",
        pattern(r"(?P<first>{century}\d\d)(?:~(?:-|/|til|og|eller)~(?P<last>{century}\d\d)|[/-](?P<short>\d\d)(?!\d))?(?![^\W_]"
                r"|[-/.,]\d|-[^\W_])(?!~(?:kr|eksemplarer|m2|m²|meter|timer|elever|borgere|pct|%|stk|boliger|tons?|mio|personer|kvm"
                r"|medlemmer){end})"),
        _year,
        examples("2017-06-28", ("i 2018", "2018-01-01/2018-12-31 year"), ("i perioden 2018-2021", "2018-01-01/2021-12-31 year")),
        ("budget 2019", "strategi 2021-2025", "til budget 2022", "tal for 2020", "i 2019-priser", "i 2000 kr."),
    ),
    Rule(
        "year-named",
        pattern(r"(?:kalenderåret|regnskabsåret|budgetåret|året) (?P<first>{century}\d\d)(?![^\W_]|[-/.,]\d)(?P<last>)(?P<short>)"),
        _year,
        examples("2017-06-28", ("i regnskabsåret 2018", "2018-01-01/2018-12-31 year"), ("inden udgangen af året 2018",
                "../2018-12-31 day")),
        ("årets 2018", "året rundt"),
    ),
    Rule(
        "school-year",
        pattern(r"(?:(?P<which>(?:det )?(?:næste|kommende|indeværende)|dette) skoleår|skoleåret~(?P<first>20\d\d"
                r"|\d\d(?=~[/-]))(?:~[/-]~(?P<last>(?:20)?\d\d))?){end}"),
        _school_year,
        examples("2017-06-28", ("skoleåret 2018/19", "2018-08-01/2019-07-31 year"), ("i næste skoleår", "2017-08-01/2018-07-31 year")),
        ("skoleåret 2018/25", "skoleårets planlægning"),
    ),
)  # fmt: skip
