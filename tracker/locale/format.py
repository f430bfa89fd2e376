"""Days and names as people write them: Danish or English by the language in force."""

from __future__ import annotations

from datetime import date

from tracker.locale import _, language, n_

_MONTHS = {
    "da": ("jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_FULL_MONTHS = {
    "da": ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
}
_WEEKDAYS = {
    "da": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def weekday(day_: date) -> str:
    """The name of the weekday: "onsdag"."""
    return _WEEKDAYS[language()][day_.weekday()]


def month(day_: date) -> str:
    """Month and year: "august 2017"."""
    return f"{_FULL_MONTHS[language()][day_.month - 1]} {day_.year}"


def short_months() -> tuple[str, ...]:
    """The names of the months as `day` writes them, January first."""
    return _MONTHS[language()]


def day(day_: date) -> str:
    """A day in a list: "15. aug. 2017" or "15 Aug 2017"."""
    dot = "." if language() == "da" else ""
    return f"{day_.day}{dot} {_MONTHS[language()][day_.month - 1]} {day_.year}"


def long_day(day_: date) -> str:
    """A day in a sentence: "tirsdag den 15. august 2017" or "Tuesday 15 August 2017"."""
    between = " den " if language() == "da" else " "
    dot = "." if language() == "da" else ""
    return f"{weekday(day_)}{between}{day_.day}{dot} {_FULL_MONTHS[language()][day_.month - 1]} {day_.year}"


def relative_day(day_: date, today: date) -> str:
    """How far off a day is: "i dag", "om 3 dage", "5 dage over"."""
    days = (day_ - today).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days > 0:
        return n_("in {days} day", "in {days} days", days).format(days=days)
    return n_("{days} day over", "{days} days over", -days).format(days=-days)


_DANISH_ORDER = str.maketrans({"æ": "\U0010fffb", "ä": "\U0010fffb", "ø": "\U0010fffc", "ö": "\U0010fffc", "å": "\U0010fffd"})


def collate(text: str) -> str:
    """A sort key in Danish order: æ, ø, å last, case ignored, "aa" as å (Retskrivningsordbogen, section 4)."""
    return text.casefold().replace("aa", "å").translate(_DANISH_ORDER)
