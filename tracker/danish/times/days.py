"""Days: "den 15. august", "15/8-18", "fredag", "torsdag i uge 26", "i morgen", "den 15."."""

from __future__ import annotations

import re
from datetime import timedelta

from tracker.danish.calendar import DAY, Days, add_months, add_working_days, end_of_month, is_working_day, months, week, week_of
from tracker.danish.rule import Rule, examples
from tracker.danish.times.joining import day_list
from tracker.danish.times.numeric import LEAD, day_of_year
from tracker.danish.times.period import Context, Period, single
from tracker.danish.times.words import ORDINALS, SHORT_WEEKDAYS, WEEKDAYS, month_of, ordinal_of, pattern, year_of
from tracker.domain.deadline import Precision

_OTHER_MONTH = re.compile(r"\d ?/ ?(?:1[0-2]|0?[1-9])(?!\d)(?= \D| ?,)")
"""A day of a numbered month before other days: "fra 6/4 til 30. marts", where "6/7. maj" is two days of May."""


def _day_month(found: re.Match[str], context: Context) -> Period | None:
    if _OTHER_MONTH.search(found["days"]):
        return None
    return day_list(found["days"], month_of(found["month"]), year_of(found, context.reference), day_of_year)


def _day_word_month(found: re.Match[str], context: Context) -> Period | None:
    return day_of_year(month_of(found["month"]), ORDINALS[found["ordinal"]], year_of(found, context.reference))


def _is_limited(found: re.Match[str], context: Context) -> bool:
    before = context.folded[max(0, found.start() - 8) : found.start()].split()
    return before[-1:] in (["senest"], ["inden"], ["før"], ["indtil"]) or before[-2:] == ["frem", "til"]  # not "skriver til den anden"


def _ends_a_sentence(found: re.Match[str], context: Context) -> bool:
    """Whether the stop behind a bare day ends the sentence too: "senest den 14. Bo ringer", "lørdag den 24. Bo ringer", not "den 1.
    Viceborgmester"; behind a high number a capital is a sentence's."""
    if not (found["day"].endswith(".") and context.text[found.start("next")].isupper()):
        return False
    on_weekday = not found[0].startswith("d")
    return on_weekday or _is_limited(found, context) or ordinal_of(found["day"]) > _MOST_OF_A_KIND


_MOST_OF_A_KIND = 5
"""Ordinals up to this one also tell which of several: "den 3. Udgave"."""


_WHICH_ONE = frozenset({"første", "anden", "tredje", "fjerde"})
"""Ordinals that more often tell which of several than which day."""


def _day_alone(found: re.Match[str], context: Context) -> Period | None:
    if found["next"] and not _ends_a_sentence(found, context):
        return None
    number = ordinal_of(found["day"])
    start = context.reference.replace(day=1)
    which = found["which"]
    if found["day"] in _WHICH_ONE and not which and not _is_limited(found, context):
        return None  # "det samme som den anden"
    if which in ("denne", "indeværende"):
        days = [start]
    elif which:
        days = [add_months(start, 1)]
    else:
        days = [add_months(start, n) for n in range(3)]
    fixed = [first.replace(day=number) for first in days if number <= end_of_month(first).day]
    return Period(Precision.DAY, "day", fixed=tuple((d, d) for d in fixed)) if fixed else None


def _weekday(found: re.Match[str], context: Context) -> Period | None:
    wanted, reference = WEEKDAYS[found["weekday"]], context.reference
    before = context.folded[max(0, found.start() - 20) : found.start()].split()
    if before and before[-1] in ORDINALS:
        return None
    if found["last"]:  # "i mandags" has passed; "mandags og onsdags" is a habit
        ago = (reference.weekday() - wanted - 1) % 7 + 1
        return single(reference - ago * DAY, past=True) if before[-1:] == ["i"] else None
    if found["week"]:
        number, year = int(found["week"]), year_of(found, reference)

        def in_week(y: int) -> Days | None:
            days = week(y, number)
            return days and (days[0] + wanted * DAY,) * 2

        return Period(Precision.DAY, "day", in_week, year)
    if found["relative_week"]:
        monday = week_of(reference)[0] + (timedelta() if found["relative_week"].startswith("denne") else timedelta(weeks=1))
        return single(monday + wanted * DAY)
    ahead = (wanted - reference.weekday() - 1) % 7 + 1
    return single(reference + ahead * DAY, "weekday")


def _short_weekday(found: re.Match[str], context: Context) -> Period | None:
    reference = context.reference
    return single(reference + ((SHORT_WEEKDAYS[found["short"]] - reference.weekday() - 1) % 7 + 1) * DAY, "weekday")


_BEFORE = frozenset({"sidste", "forrige", "seneste"})


def _next_weekday(found: re.Match[str], context: Context) -> Period | None:
    reference = context.reference
    if found["weekday"] not in WEEKDAYS:
        return None if found["which"] in _BEFORE else single(add_working_days(reference, 1), "weekday")
    wanted = WEEKDAYS[found["weekday"]]
    if found["which"] in _BEFORE:
        return single(reference - ((reference.weekday() - wanted - 1) % 7 + 1) * DAY, past=True)
    return single(reference + ((wanted - reference.weekday() - 1) % 7 + 1) * DAY, "weekday")


_RELATIVE = {"i dag": 0, "idag": 0, "d.d.": 0, "dags dato": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2, "i går": -1, "igår": -1,
        "i forgårs": -2,
             "i aften": 0, "i aftes": -1, "i eftermiddag": 0, "i formiddag": 0, "i nat": 0, "samme dag": 0,
    "i løbet af dagen": 0}  # fmt: skip


def _relative(found: re.Match[str], context: Context) -> Period | None:
    offset = _RELATIVE[re.sub(" +", " ", found["word"])]
    return single(context.reference + offset * DAY, past=offset < 0)


def _end_of_day(found: re.Match[str], context: Context) -> Period | None:
    return single(context.reference)


def _nth(found: re.Match[str], context: Context) -> Period | None:
    which, what, reference = found["which"], found["what"], context.reference

    def pick(days: Days) -> Days | None:
        wanted = [days[0] + n * DAY for n in range((days[1] - days[0]).days + 1)]
        if what in WEEKDAYS:
            wanted = [d for d in wanted if d.weekday() == WEEKDAYS[what]]
        elif what != "dag":
            wanted = [d for d in wanted if is_working_day(d)]
        index = -1 if which == "sidste" else -2 if which.startswith("næst") else ordinal_of(which) - 1
        return (wanted[index],) * 2 if index < len(wanted) else None

    if found["month"]:
        number = month_of(found["month"])
        return Period(Precision.DAY, "day", lambda y: pick(months(y, number)), year_of(found, reference))
    start = reference.replace(day=1)
    if not (found["whose"] or "").startswith(("denne", "måneden")):
        start = add_months(start, 1)
    day = pick((start, end_of_month(start)))
    return single(day[0]) if day else None


DAYS: tuple[Rule[Period], ...] = (
    Rule(
        "day-month",
        pattern(LEAD + r"(?P<days>{day}\.?(?:~(?:-|/|,|\+|&|til og med|til|og|eller|samt|, og)~(?:{weekday},?~)?(?:den "
                r"|d\.?~)?{day}\.?){0,12})~(?P<month>{month})(?: måned)?{year}"),
        _day_month,
        examples("2017-06-28", ("den 15. august", "2017-08-15 day"), ("den 9. januar", "2018-01-09 day"), ("15. aug. 2018",
                "2018-08-15 day"),
                 ("1.-3. juni", "2018-06-01/2018-06-03 day"), ("mellem 1. og 15. maj", "2018-05-01/2018-05-15 day"),
                 ("mandag den 9. januar", "2018-01-09 day"), ("i weekenden den 27.-28. januar", "2018-01-27/2018-01-28 day")),
        ("den 31. februar", "15 majoriteter", "1. juniorhold", "den 115. maj"),
    ),
    Rule(
        "day-word-month",
        pattern(LEAD + r"(?P<ordinal>{ordinal_word}) (?P<month>{month_name}){year}"),
        _day_word_month,
        examples("2017-06-28", ("den femtende august", "2017-08-15 day"), ("den enogtredivte december", "2017-12-31 day")),
        ("den tredje majoritet", "den første gang"),
    ),
    Rule(
        "nth-day",
        pattern(r"(?:den |det )?(?P<which>{ordinal_word}|sidste|næstsidste|[1-5]\.) (?P<what>{weekday}|hverdag|arbejdsdag"
                r"|dag){end} (?:i|af) "
                r"(?:(?P<month>{month_name}){year}|(?P<whose>måneden|denne måned|næste måned|den kommende måned|den næste måned){end})"),
        _nth,
        examples("2017-06-28", ("første mandag i september", "2017-09-04 day"), ("sidste fredag i maj 2018", "2018-05-25 day"),
                 ("senest sidste hverdag i august", "../2017-08-31 day"), ("den sidste dag i næste måned", "2017-07-31 day")),
        ("første mandag", "anden dag"),
    ),
    Rule(
        "weekday",
        pattern(r"(?P<weekday>{weekday_stem})(?!(?<=\ben[ ]...dag) i {month_name})(?!(?<=\ben[ ]....dag) i {month_name})"
                r"(?:(?P<last>s{end})|{end})(?: (?:i )?uge~(?:nr\.?~)?(?P<week>5[0-3]|[1-4]\d|0?[1-9])(?!\d){year}"
                r"| i (?P<relative_week>denne uge|næste uge|den kommende uge|den næste uge))?(?: (?:morgen|formiddag|middag"
                r"|eftermiddag|aften){end})?"),
        _weekday,
        examples("2017-06-28", ("på fredag", "2017-06-30 day"), ("torsdag i uge 26", "2017-06-29 day"), ("senest fredag",
                "../2017-06-30 day"),
                 ("tirsdag i næste uge", "2017-07-04 day"), ("onsdag", "2017-07-05 day")),
        ("man", "fredagsbar", "mandagen", "søndags", "en fredag i maj", "en torsdag i maj"),
    ),
    Rule(
        "short-weekday", pattern(r"{weekday_alone}"), _short_weekday,
        examples("2017-06-28", ("til fre.", "../2017-06-30 day"), ("senest tors.", "../2017-06-29 day")), ("til man", "man.", "ons."),
    ),
    Rule(
        "next-weekday",
        pattern(r"(?:den |det )?(?P<which>næste|førstkommende|kommende|nærmeste|næstkommende|denne|sidste|forrige"
                r"|seneste) (?P<weekday>{weekday}|hverdag{end}|arbejdsdag{end})"),
        _next_weekday,
        examples("2017-06-28", ("førstkommende torsdag", "2017-06-29 day"), ("næste tirsdag", "2017-07-04 day"),
                ("på den kommende mandag", "2017-07-03 day")),
        ("hver tirsdag", "næste fredagsbar"),
    ),
    Rule(
        "relative-day",
        pattern(r"(?P<word>i ?dag|i ?morgen|i overmorgen|i ?går|i forgårs|d\.d\.|dags dato|i aften|i aftes"
                r"|i eftermiddag|i formiddag|samme dag|i løbet af dagen){end}"
                r"(?: (?:tidlig|morgen|formiddag|eftermiddag|aften){end})?"),
        _relative,
        examples("2017-06-28", ("i morgen", "2017-06-29 day"), ("i overmorgen", "2017-06-30 day"), ("inden i morgen",
                "../2017-06-29 day"), ("d.d.", "2017-06-28 day")),
        ("i dagtilbud", "i morgenmad", "i dagene"),
    ),
    Rule(
        "end-of-day",
        pattern(r"(?:dagens|arbejdsdagens) (?:slutning|udgang|afslutning|ende|udløb){end}"),
        _end_of_day,
        examples("2017-06-28", ("ved dagens slutning", "2017-06-28 day"), ("inden dagens udgang", "../2017-06-28 day")),
        ("dagens møde", "dagens program"),
    ),
    Rule(
        "day-alone",
        pattern(LEAD.replace("(?:den |d\\.?~)?", r"(?:den |d\.?~)")
                + r"(?P<day>{day}\.|{ordinal_word})(?: i (?P<which>denne|indeværende|næste|den kommende|den næste) måned{end}"
                r"|(?=[)\]:;!?\x00]|[.,](?!\d)|~$|~-~\D| (?:og|eller|i|skal|vil|kan|må|er|bliver|blev|kommer|holder|holdes|sender"
                r"|sendes|kl|til|på|med|om|for|af|hos|ved|så|at|der|som|hvor|samt|men|en|et|deres|sin|sit|sine|alle|hver){end}"
                r"| \w{3,}es{end}| \w{2,}er (?:vi|man|de|han|hun){end}| (?P<next>\w)))"),
        _day_alone,
        examples("2017-06-28", ("den 15.", "2017-07-15 day"), ("senest den 15.", "../2017-07-15 day"), ("den 30.", "2017-06-30 day"),
                 ("den 3. i næste måned", "2017-07-03 day"),
                 ("senest den 20. en liste", "../2017-07-20 day"), ("Senest den 14. Bo ringer til banken", "../2017-07-14 day"),
                 ("Vi ses den 15. Bo ringer", "2017-07-15 day"), ("lørdag den 1. Bo ringer", "2017-07-01 day")),
        ("den 1. viceborgmester", "den 1. Viceborgmester", "den 2. udgave", "den 15", "den 3. behandling", "som den anden."),
    ),
)  # fmt: skip
