"""The rulebook: every rule, listed, and the gate that finds in one pass where a rule could begin."""

from __future__ import annotations

import re

from tracker.danish.rule import Rule
from tracker.danish.times.days import DAYS
from tracker.danish.times.events import EVENTS
from tracker.danish.times.genitives import GENITIVES
from tracker.danish.times.holidays import HOLIDAY_RULES
from tracker.danish.times.meetings import MEETINGS
from tracker.danish.times.months import MONTHS
from tracker.danish.times.numeric import NUMERIC
from tracker.danish.times.period import Period
from tracker.danish.times.recurrence import RECURRENCE
from tracker.danish.times.seasons import SEASONS
from tracker.danish.times.spans import COUNT, SPANS, UNIT
from tracker.danish.times.vague import VAGUE
from tracker.danish.times.weeks import WEEKS
from tracker.danish.times.words import expand

CORES: tuple[Rule[Period], ...] = (
    *DAYS, *NUMERIC, *WEEKS, *MONTHS, *GENITIVES, *SEASONS, *SPANS, *HOLIDAY_RULES, *MEETINGS, *EVENTS, *RECURRENCE, *VAGUE,
)  # fmt: skip
"""Every rule that reads a period; the limits and parts that stand before one are in `limits` and `parts`."""

BY_NAME: dict[str, Rule[Period]] = {rule.name: rule for rule in CORES}


def _rules(names: str) -> tuple[Rule[Period], ...]:
    """Rules by their names, in the order they are tried."""
    return tuple(BY_NAME[name] for name in names.split())


_DAYS = "numeric-days dotted-days day-month day-word-month numeric-day "
_NEXT = (
    r"(?:denne|dette|næste|næstkommende|næstfølgende|nærmeste|førstkommende|kommende|indeværende|sidste|foregående|forrige|seneste"
    r"|samme|følgende|efterfølgende)"
)

DOORS: tuple[tuple[str, str, str], ...] = (
    ("own_clock", r"kl(?:\.|okken)? ?(?=\d)", ""),
    ("rhythm",
     r"hvert? |(?:daglig|ugentlig|månedlig|kvartårlig|halvårlig|årlig)t{end}|(?:uge|måneds|kvartals|halvårs)vis"
     r"|u?lige uger|(?<=om[ ]){weekday_stem}en{end}|{number_word} gange? ",
     "every times-a-year rhythm-word parity-weeks weekly vague"),
    ("unit",
     r"(?:ugen|måneden|kvartalet|halvåret|året|kalenderåret|regnskabsåret|budgetåret){end}|(?:arbejds)?dagens |dagen (?=før|efter|inden)"
     r"|(?:årets|kalenderårets|månedens|ugens|kvartalets|halvårets|forårets|sommerens|efterårets|vinterens|{month_name} måneds"
     r"|næste måneds|(?:den )?kommende måneds) (?=udg"
     r"|slut|afsl|ende|udl|oph|begy|start|midte|sidste d)"
     r"|måneds?skift",
     "end-of one-unit year-named current end-of-day turn-of-month"),
    ("den", r"(?:den|d\.?)(?= ?(?:\d|{ordinal_word}))|d\.d\.|dags dato|dato (?=\d)",
     "day-of-month " + _DAYS + "nth-day nth-week relative-day day-alone"),
    ("digit",
     r"(?<!\d[.,:/-])(?<!§)(?<![^a-zæøå]/)"
     r"(?:(?=\d{1,2}(?:\.?~(?:{month_start}|(?:-|/|\+|&|og |til |eller |,)~(?:{weekday},? )?(?:den |d\.?~)?\d)"
     r"|\.~\d|-\d{1,2}-\d)|{century}\d\d-\d\d-\d|\d{1,3}(?:~(?:-|til |eller )~\d{1,3})?~"
     + UNIT + r"|[1-9]\d?\. ?(?:kv|halv|{weekday}|hverdag|arbejdsdag|dag|uge|i hver|i enh|hver |juled|påsked|pinsed|behand)"
             r"|\d{1,2} gang)|(?<=[a-zæøå:.][ ])(?={century}\d\d(?!\d))|\A(?={century}\d\d))",
     "iso-day " + _DAYS + "quarter half-year span nth-week nth-day day-of-month feast times-a-year named-event year"),
    ("weekday", r"{weekday_stem}s?{end}|{weekday_short}(?=[ ]?(?:d|\d))|{weekday_alone}", _DAYS + "day-alone weekday short-weekday"),
    ("month", r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", "month-first holiday-edge feast holiday month-meeting month"),
    ("week", r"uge(?=r?(?:ne)?[\d ])|weekend", _DAYS + "week weekend"),
    ("season", r"(?:forår|sommer|efterår|vinter)", "holiday-edge holiday meeting-of-season season"),
    ("holiday",
     r"påske|pinse|nytår|(?:halv)?årsskift|skolernes |skoleår|store bede|st\. bede|bededag|kristi |kr\. him|skærtors|langfre|palmes"
     r"|fastelavn|grundlov"
     r"|san[ck]t ?hans|s[kc]t\.? ?hans"
     r"|valdemarsd|mortens ?aft|luciad|lillejul|helligtre|kvindernes |flagdagen|arbejdernes k|befrielses|mors dag|fars dag|genforen"
     r"|fn-dag|halloween|alle ?helgen",
     "holiday-edge feast holiday turn-of-year school-year-ends school-year named-event"),
    ("next",
     r"(?:(?:den|det|de|vores|vort|deres|sit|et|nogle) )?" + _NEXT + " ",
     _DAYS + "nth-week first-days next-unit relative-week relative-month relative-quarter relative-year weekend nth-day quarter "
     "half-year holiday turn-of-year school-year season next-weekday span "
     "next-meeting-in ago next-meeting meeting-after last-meeting next-forum relative-day vague"),
    ("relative",
     r"i ?(?:dag|morgen|overmorgen|går|forgårs|aften|aftes|eftermiddag|formiddag|år|fjor){end}|i (?:et nyt|(?:det )?(?:næste|nye"
     r"|kommende|følgende|indeværende)) |det nye (?:kalender)?år{end}"
     r"|i løbet af dagen{end}|de første (?=\d|{number_word})|(?:det )?(?:overnæste|næstnæste) ",
     "relative-day first-days relative-year meeting-after"),
    ("ordinal", r"(?:første|andet|anden|tredje|tredie|fjerde|femte|næstsidste) |årets ",
     "feast quarter half-year day-of-month nth-day nth-week holiday named-event"),
    ("quarter", r"[kq][1-4]{end}", "quarter"),
    ("ago", "for (?=(?:ca\\.?~|omkring |over |mere end |et )?" + COUNT + "~" + UNIT
    + ")|for (?:nylig|længst){end}|de (?:seneste|sidste) ", "ago nth-week first-days"),
    ("span", COUNT + "~" + UNIT + "{end}", "span"),
    ("between", r"mellem jul ", "jul-nytår"),
    ("condition", r"(?:når|så snart) |indtil (?:der|vi|alle|det|sagen|han|hun|man) |efter at ", "vague condition"),
    ("event",
     r"budget(?=sem|konf|vedt|forl|beha|proc|forh)|generalfor|kommunalv|folketingsv|regionsrådsv|valget|ferien|konstitu|høringsper"
     r"|høringen|valgper|skolestart"
     r"|(?:hørings|svar|ansøgnings|tilmeldings)?fristen(?:s udløb)?{end}|sæsonen",
     "named-event"),
    ("vague",
     r"(?:allers|s)nar|hurtig|så (?:snart|hurtig|tidlig)|løbende|til et (?=kom|sen)|på (?=sigt|længere|korte?|lange?|lidt|et "
     r"|ubestemt|den (?:korte|lange"
     r"|lidt)|mellemlang|de |kommende|næste|fremtidige|senere)"
     r"|inden (?=længe|alt for l|for kort tid|for (?:en )?overskuelig)|om (?=kort tid|lidt|noget tid)|i løbet af kort tid"
     r"|indtil videre|frem(?:over|adrettet)"
     r"|med (?:det samme|tiden)|omgående|straks|her og nu"
     r"|i (?=nær|fremtid|(?:en )?overskuelig|den? (?:nær|kommende|næste)|de (?:kommende|næste))|de[n]? (?=kommende|næste|nærmeste)"
     r"|senere hen|ved (?=lej"
     r"|senere|en senere)|efterhånden|før eller siden"
     r"|til sin tid|efter behov|ad hoc|hen ad vejen|fra nu af|når tiden",
     "vague"),
)  # fmt: skip
"""Where a reading can begin: the name of the door, what the text shows there, and the rules tried in turn."""

RULES_BEHIND: dict[str, tuple[Rule[Period], ...]] = {name: _rules(rules) for name, _, rules in DOORS}

MATCHERS = {door: tuple((rule.pattern.match, rule) for rule in rules) for door, rules in RULES_BEHIND.items()}
"""The same with each rule's matcher at hand: a door that leads nowhere tries up to thirty."""

GATE = re.compile(r"(?<![^\W_])(?:" + "|".join(f"(?P<{name}>{expand(shown)})" for name, shown, _ in DOORS) + ")")
"""One pass over a text finds every place worth a closer look."""
