"""Which of a text's dates is the meeting's day: the one the head gives, unless it is that of writing, printing or another meeting."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tracker.danish.times.words import WEEKDAYS
from tracker.reading import dates, layouts
from tracker.reading.marks import Mark
from tracker.reading.sentence import is_sentence

_HEAD = 6_000
_DATE_ALONE = re.compile(
    r"(?:\w{3,4}dag,? )?(?:den |d\. ?)?\d{1,2}(?:[./-]\d{1,2}[./-]|\.? [a-zæøå]{3,9},? )\d{4}(?P<said> ?\([^()]{3,40}\))?$", re.IGNORECASE
)
_BYLINE = re.compile(  # "Ida Dal Holm, 9. maj 2018"
    r"(?:(?:af|skrevet af|ref\.?|referent:?|v/)\s+)?[A-ZÆØÅ][\w.’'-]*(?: [A-ZÆØÅ][\w.’'-]*){1,3},?"
    r"\s+(?:den |d\. ?)?\d{1,2}[./-]?\s?\w+[ ./-]+\d{4}$"
)
_NUMBERED = re.compile(
    r"\d(?!\d{0,2}\. (?:ordinære |ekstraordinære )?[a-zæøå-]*møde\b)"
)  # an item, but not "7. bestyrelsesmøde den 2. maj"
AGENDA_OF = re.compile(r"\b[Dd]agsorden(?:en)? for (?P<forum>[A-ZÆØÅ][^\n.,]{1,40}?) den (?=\d)")
_WRITTEN_WITHIN = timedelta(days=60)
_HELD_ON = re.compile(
    r"(?<= \d{4} )Referat (?:af|fra) (?=[^\n]{0,60}møde)[^\n]{0,200}? (?:den |d\. ?)(?=\d)"  # behind the day of the letter
    r"|\b(?:[Aa]fholdt|\d{1,2}\. møde i [A-ZÆØÅ][^\n.,]{2,60},) (?:man|tirs|ons|tors|fre|lør|søn)dag,? (?:den|d\.) (?=\d)"
)
"""What stands before the day that a meeting was on, wherever the head was written: "4. møde i Styregruppen, tirsdag den 21. oktober"."""
_MEETING_LINE = re.compile(r"(?:referat (?:af|fra|for) )?(?:[\w-]*møde[rt]?\b|møde i )")
_TITLED = re.compile(  # "Referat fra mødet i Laden den 3. maj", "Beslutningsreferat af Vejrådets 18. møde den 3. maj"
    r"^[ \t]*(?:[•*·–-] )?(?:(?:emne|titel|vedr\.?|subject):[ \t]*)?"
    r"\w{0,20}referat (?:fra|af|for) (?:[\w.-]{1,30} ){0,4}[\w-]{0,30}møde[^\n]{4,120}",
    re.MULTILINE | re.IGNORECASE,
)
_TO_MEETING = re.compile(r"^[ \t]*til mødet? (?=[^\n]{0,20}dag (?:den|d\.) \d)[^\n]{4,120}", re.MULTILINE | re.IGNORECASE)
"""A line of a head below the day of writing: "til mødet mandag den 6. juni 2011 kl. 13"."""
_DAY_FIELD = re.compile(r"^[ \t]*mødedato\b", re.MULTILINE | re.IGNORECASE)
_TOP = 1_000
_LONGEST_DATE = 20  # characters
_FEW_LINES = 6  # in which the days of a head stand
_WEEKDAY = re.compile(r"\b(?P<name>(?:man|tirs|ons|tors|fre|lør|søn)dag),? (?:den |d\. ?)?\Z", re.IGNORECASE)
_NEAR = 120  # characters of a line within which it says which meeting it is of
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_OTHER_DAY = re.compile(
    r"\b(?:udskrevet|udskrift|printet|oprettet|opdateret|offentliggjort|publiceret|ajourført|ændret|hentet|post date|næste|kommende|mailet"
    r"|(?:ud|videre)?sendt|modtaget|(?:husstands)?omdelt|forrige|sidste?|rettet|revideret|journaliseret|underskrevet|signeret"
    r"|godkendt(?! referat)|bekendtgjort|lagt på|rundsendt|udarbejdet|(?:ren|ned)?skrevet|(?:svar|hørings|tilmeldings)?frist(?:en)?"
    r"|senest|inden(?! for)|tilmeld(?:ing|t)|indkaldt|varslet|genoptages|bilag|vedlagt|notat(?! fra)|version|udsendelse|valgt)\b",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(
    r"\s*(?:(?:er|blev) )?(?:vedlagt|godkendt|udsendt|vedhæftet|underskrevet|rettet)\b"
)  # "Referat fra mødet 3. maj vedlagt"
_SAYS_SO = re.compile(
    r"møde|\b(?:kl|klokken|referat|(?:af)?holdt|samlet|(?:man|tirs|ons|tors|fre|lør|søn)dag)\b|^\W*(?:dato|tid|tidspunkt|den|d\.|\d)",
    re.IGNORECASE,
)
"""Signs that the day of a line is that of the meeting."""


def day_of_meeting(lines: list[str], text: str, marks: list[Mark], end: int, name: str) -> date | None:
    """The meeting's day where no field of the head names it. `lines`: the head's; `end`: where it ends; `name`: the file's."""
    day = _day(lines, text)
    day = day and (_day_said(text[:_TOP], day) or day)
    return (
        (_year_first(lines, text, day) or day if day else None)
        or _day_of_decisions(marks, worded=True)
        or _day_of_agenda(text)
        or _day_of_decisions(marks)
        or _day_below(text, end)
        or _day_run_together(lines)
        or _day_without_year(lines, text, name)
    )


def _day(lines: list[str], text: str) -> date | None:
    """The first whole date of the head whose line tells of a meeting, or else the first there is.

    Where that is the day somebody wrote the minutes, the day a line says the meeting was.
    """
    other: date | None = None
    unsaid: date | None = None
    for line in lines[:40]:
        day = dates.day_in(line[:300])
        if day is None:
            continue
        if _says_other(line):
            other = other or day
        elif _SAYS_SO.search(line) is not None or _names_body(line):
            return _held(lines, text, line, day)
        else:
            unsaid = unsaid or _held(lines, text, line, day)
    return unsaid or (other and (_day_of_mail(lines, text, other) or other))


_SUBJECT = re.compile(r"(?:emne|vedr\.?|subject|re):[^\n]*\breferat", re.IGNORECASE)
_FROM_DAY = re.compile(
    r"\breferat\w{0,3} (?:fra|af) (?:\w+ ){0,3}?i (?P<when>går|forgårs|dag|(?:man|tirs|ons|tors|fre|lør|søn)dags)\b", re.IGNORECASE
)
_DAYS_AGO = {"dag": 0, "går": 1, "forgårs": 2}


def _day_of_mail(lines: list[str], text: str, sent: date) -> date | None:
    """Minutes sent as a mail: the day its subject gives ("Emne: Referat af møde 25/1"), or its first lines ("referatet fra i går")."""
    for line in lines[:_FEW_LINES]:
        found = next(iter(dates.find_all(line[:300])), None) if _SUBJECT.match(line) else None
        day = found.on_or_after(_weeks_before(sent)) if found is not None else None
        if day is not None and day <= sent:
            return day
    said = _FROM_DAY.search(text, 0, _TOP)
    if said is None or _weeks_before(sent) == date.min:
        return None
    when = said["when"].lower()
    if when in _DAYS_AGO:
        return sent - timedelta(days=_DAYS_AGO[when])
    return sent - timedelta(days=(sent.weekday() - WEEKDAYS[when.removesuffix("s")] - 1) % 7 + 1)


def _day_said(head: str, written: date) -> date | None:
    """The day of "Afholdt onsdag den 14. september 2016", where that is some days before another date of the head."""
    said = (dates.day_in(head[found.end() : found.end() + _LONGEST_DATE]) for found in _HELD_ON.finditer(head))
    return next((day for day in said if day is not None and timedelta(0) < written - day <= _WRITTEN_WITHIN), None)


def _held(lines: list[str], text: str, line: str, day: date) -> date:
    """The day of a line of the head; where that seems to be the day of writing, the one before it that the meeting was on."""
    alone = _DATE_ALONE.match(line)
    if _names_body(line) or not (alone or _BYLINE.match(line)):
        return day
    return _day_held(text, day) or (_day_before(lines, day) if alone else None) or day


def _year_first(lines: list[str], text: str, day: date) -> date | None:
    """The day "21.05.04" means where the years written in full tell that it begins with the year, and doesn't end in it."""
    near = [line[:300] for line in lines[:40] if f"{day:%d.%m.%y}" in line]
    written = re.compile(rf"(?<![\d.]){day:%d[.]%m[.]%y}(?![\d.])") if near else None
    if written is None or not any(written.search(line) for line in near):
        return None
    years = {int(year) for year in _YEAR.findall(text[:_HEAD])}
    other = dates.day_in(f"20{day:%d-%m-%y}")
    if other is None or any(abs(year - day.year) <= 1 for year in years) or not any(abs(year - other.year) <= 1 for year in years):
        return None
    return other


def day_titled(head: str, written: date) -> date | None:
    """The day of "Referat fra mødet i Laden den 3. maj 2021", where that is a few days before a field "Dato: 7. maj 2021".

    "Referat fra mødet den 3. maj er udsendt" tells of another meeting, and a field "Mødedato" leaves no doubt.
    """
    if _DAY_FIELD.search(head):
        return None
    for found in (*_TITLED.finditer(head), *_TO_MEETING.finditer(head[:_TOP])):
        line = found.group().strip()
        day = dates.day_in(line) if not (is_sentence(line) or _says_other(line)) else None
        if day is not None and timedelta(0) < written - day <= _WRITTEN_WITHIN:
            return day
    return None


def held_before(timed: date | None, written: date) -> date | None:
    """The day of a field "Tid: 3. maj 2021, kl. 16" where that is a few days before a field "Dato: 5. maj 2021"."""
    return timed if timed is not None and timedelta(0) < written - timed <= _WRITTEN_WITHIN else None


def as_most_say(lines: list[str], day: date | None) -> date | None:
    """The day in the year that most lines of the head give it, where one of them was mistyped: 5.11.2018 beside twice 5.11.2019."""
    if day is None:
        return None
    found = (one for line in lines[:40] for one in dates.find_all(line[:300]))
    years = [one.year for one in found if one.year is not None and (one.day, one.month) == (day.day, day.month)]
    most = max(years, key=years.count, default=day.year)
    return day.replace(year=most) if years.count(most) > max(1, years.count(day.year)) else day


def _says_other(line: str) -> bool:
    """ "Udskrevet 4. maj 2016", "Næste møde 1. juni 2016": whether the words before the first date say it is another day."""
    found = dates.find(line[:300])
    if found is None:
        return False
    return _OTHER_DAY.search(line, 0, found.start) is not None or _TOLD_OF.match(line, found.end) is not None


def _day_before(lines: list[str], day: date) -> date | None:
    """Of days that stand alone in the head, the first is the meeting's: minutes are written, published and printed after it."""
    alone = [line for line in lines[:_FEW_LINES] if _DATE_ALONE.match(line)]
    days = [found for line in alone if (found := dates.day_in(line)) is not None]
    return min(days, default=day)


def _day_below(text: str, end: int) -> date | None:
    """Where the head gives no day: the one of a line that names the meeting below it ("Referat" under an agenda of its own)."""
    for line in text[end:_HEAD].split("\n"):
        bare = line.strip()
        if not _names_meeting(bare):
            continue
        found = dates.find(bare[:_NEAR])
        if found is not None:
            return found.on_or_after(date.min)
    return None


_RUN_TOGETHER = re.compile(r"(?:\A\W{0,3}|\b(?:\w{0,30}møde|referat) (?:den |d\. ?)?)(\d{2})(\d{2})(\d{2})(?![\w/.-])", re.IGNORECASE)
_LAST_YEAR = 2050  # of meetings written so


def _day_run_together(lines: list[str]) -> date | None:
    """The day of "251016 Konstituerende møde": written without signs, the day first, else the year; a year in full tells which."""
    for line in lines[:_FEW_LINES]:
        found = _RUN_TOGETHER.search(line[:_NEAR]) if re.search("møde|referat", line, re.IGNORECASE) else None
        if found is None:
            continue
        one, month, other = found.groups()
        days = [dates.day_in(f"{one}-{month}-20{other}"), dates.day_in(f"{other}-{month}-20{one}")]
        years = {int(year) for year in _YEAR.findall(line)}
        day = next((d for d in days if d is not None and (d.year in years if years else d.year < _LAST_YEAR)), None)
        if day is not None:
            return day
    return None


def _weeks_before(day: date) -> date:
    """The first day on which a meeting may have been whose minutes were written on `day`; an absurd day has none before the calendar's."""
    return day - _WRITTEN_WITHIN if day - date.min > _WRITTEN_WITHIN else date.min


def _names_meeting(line: str) -> bool:
    """ "Bestyrelsesmøde i Klubben 4. maj 2016", but not "Referat fra mødet 4. maj 2016 godkendt" or "Næste møde ..."."""
    low = line[:_NEAR].lower()
    return line[:1].isupper() and _MEETING_LINE.match(low) is not None and not any(word in low for word in ("godkend", "næste"))


def _day_held(text: str, written: date) -> date | None:
    """ "Referat af møde 3. maj" above or below "Ida Dal, 9. maj 2018": the last such day before the minutes were written."""
    for line in text[:_HEAD].split("\n")[:20]:
        low = line.lower().lstrip()
        titled = low.startswith("godkendt referat")
        if not (titled or "møde" in low) or ("godkend" in low and not titled) or _says_other(line) or _NUMBERED.match(line):
            continue
        for found in dates.find_all(line[:300]):
            day = found.on_or_after(_weeks_before(written))
            if day is not None and timedelta(0) <= written - day <= _WRITTEN_WITHIN:
                return day
    return None


def _names_body(line: str) -> bool:
    return "møde" in line.lower() or layouts.FORUM_WORD.search(line.lower()) is not None


def _day_without_year(lines: list[str], text: str, name: str) -> date | None:
    """ "Bestyrelsesmøde den 25. maj": with the year of the file's name, else the one written most; else the date of the file's name."""
    named = dates.day_in(re.sub(r"[_\s]+", " ", name))
    line, partial = next(((line, found) for line in lines[:12] for found in dates.find_all(line[:300])), ("", None))
    if partial is None or (named is not None and (named.month, named.day) == (partial.month, partial.day)):
        return named
    years = _YEAR.findall(name) or _YEAR.findall(text[:_HEAD])
    year = max(years, key=years.count) if years else None
    return _on_its_weekday(partial, int(year), line[: partial.start]) if year else named


def _on_its_weekday(day: dates.Found, year: int, before: str) -> date | None:
    """The day in that year, or in the year before or after where only there it is the weekday the words before it say."""
    days = [day.on_or_after(date(near, 1, 1)) for near in (year, year - 1, year + 1)]
    said = _WEEKDAY.search(before)
    fits = (found for found in days if said is not None and found is not None and WEEKDAYS[said["name"].lower()] == found.weekday())
    return next(fits, days[0])


def _day_of_decisions(marks: list[Mark], *, worded: bool = False) -> date | None:
    """The last day that decisions are headed by. `worded`: only by headings that say "Beslutning"; others are of other bodies."""
    headings = (mark.heading for mark in marks if mark.heading is not None)
    return max((heading.day for heading in headings if heading.day and (heading.worded or not worded)), default=None)


def _day_of_agenda(text: str) -> date | None:
    """ "Godkendelse af dagsorden for Byrådet den 3. maj 2021", in minutes without a head."""
    named = AGENDA_OF.search(text, 0, _HEAD)
    return dates.day_in(text[named.end() : named.end() + _NEAR].partition("\n")[0]) if named is not None else None
