"""The rulebook: every rule, listed, and the gate that finds in one pass where a rule could begin."""

from __future__ import annotations

import re

from tracker.danish.rule import Rule
from tracker.danish.times.days import DAYS
from tracker.danish.times.holidays import HOLIDAY_RULES
from tracker.danish.times.meetings import MEETINGS
from tracker.danish.times.months import MONTHS
from tracker.danish.times.period import Period
from tracker.danish.times.seasons import SEASONS
from tracker.danish.times.spans import AMOUNT, COUNT, SPANS, UNIT
from tracker.danish.times.vague import VAGUE
from tracker.danish.times.weeks import WEEKS
from tracker.danish.times.words import expand

CORES: tuple[Rule[Period], ...] = (*MEETINGS, *HOLIDAY_RULES, *DAYS, *WEEKS, *SPANS, *MONTHS, *SEASONS, *VAGUE)
BY_NAME: dict[str, Rule[Period]] = {rule.name: rule for rule in CORES}


def _rules(*names: str) -> tuple[Rule[Period], ...]:
    return tuple(BY_NAME[name] for name in names)


_DAYS = _rules("numeric-days", "day-month", "day-word-month", "numeric-day")

DOORS: tuple[tuple[str, str, tuple[Rule[Period], ...]], ...] = (
    ("den", r"(?:den|d\.?)(?= ?(?:\d|{ordinal_word}))|d\.d\.|dags dato|dato (?=\d)",
     (*_DAYS, *_rules("nth-day", "relative-day", "day-alone"))),
    ("digit", r"(?<!\d[.,:/-])(?<![/§])\d",
     (*_rules("iso-day"), *_DAYS, *_rules("quarter", "half-year", "span", "nth-day", "feast", "year"))),
    ("weekday", r"(?:man|tirs|ons|tors|fre|lør|søn)dag(?!s)", (*_DAYS, *_rules("day-alone", "weekday"))),
    ("month", r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", _rules("feast", "holiday", "month-meeting", "month")),
    ("week", r"uge(?=[nr\d ])|weekend", _rules("week", "this-week", "weekend")),
    ("season", r"(?:forår|sommer|efterår|vinter)", _rules("holiday", "season")),
    ("holiday", r"påske|pinse|nytår|årsskift|skoleår|store bede|st\. bede|bededag|kristi |kr\. him|skærtors|langfre|palmes|fastelavn|grundlov|san[ck]t ?hans"
     r"|s[kc]t\. hans|valdemarsd|mortens ?aft|luciad|lillejul|helligtre|kvindernes int|flagdagen",
     _rules("feast", "holiday", "turn-of-year", "school-year-ends", "school-year")),
    ("next", r"(?:(?:den|det|de|vores|vort|deres|sit|et|nogle|udvalgets|bestyrelsens|forummets|rådets) (?:af de )?)?"
     r"(?:denne|næste|førstkommende|næstkommende|kommende|nærmeste|næstfølgende|indeværende|sidste|forrige|seneste|dette|samme|følgende|efterfølgende)(?= )",
     (*_DAYS, *_rules("relative-week", "relative-month", "relative-quarter", "relative-year", "weekend", "nth-day", "quarter", "half-year", "holiday", "turn-of-year",
                      "school-year", "season", "next-weekday", "span", "next-meeting", "relative-day"))),
    ("relative", r"i ?(?:dag|morgen|overmorgen|går|forgårs|aften|aftes|eftermiddag|formiddag|år|fjor)(?![^\W_])|i (?:et nyt|(?:det )?(?:næste|nye|kommende|følgende|indeværende)) |det nye år",
     _rules("relative-day", "relative-year")),
    ("ordinal", r"(?:første|andet|anden|tredje|tredie|fjerde|femte)(?= )|årets |næstsidste ",
     _rules("feast", "quarter", "half-year", "nth-day", "holiday")),
    ("quarter", r"[kq][1-4](?![^\W_])", _rules("quarter")),
    ("unit", r"(?:måneden|kvartalet|halvåret|året|kalenderåret|regnskabsåret|budgetåret)(?![^\W_])|(?:arbejds)?dagens ", _rules("current", "end-of-day")),
    ("ago", "for (?=" + AMOUNT + COUNT + "~" + UNIT + ")", _rules("ago")),
    ("span", AMOUNT + COUNT + "~" + UNIT, _rules("span")),
    ("between", r"mellem jul ", _rules("jul-nytår")),
    ("vague", r"snar|hurtig|så (?:snart|hurtig|tidlig)|løbende|på (?=sigt|længere|kort|lang|lidt|et|ubestemt)|inden (?=længe|frist)|indtil videre|frem(?:over|adrettet)|med det samme"
     r"|omgående|straks|før fristen", _rules("vague")),
)  # fmt: skip
"""Where a reading can begin: the name of the door, what the text shows there, and the rules tried in turn."""

RULES_BEHIND: dict[str, tuple[Rule[Period], ...]] = {name: rules for name, _, rules in DOORS}

GATE = re.compile(r"(?<![^\W_])(?:" + "|".join(f"(?P<{name}>{expand(shown)})" for name, shown, _ in DOORS) + ")")
"""One pass over a text finds every place worth a closer look."""
