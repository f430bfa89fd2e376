"""The name of a body without what stands around it: a closing genitive, its municipality, a term of office, a room, a meeting's number."""

from __future__ import annotations

import re

_ROOM = re.compile(r",\s{0,9}(?P<room>(?:møde)?lokale [^,]{1,40}|rådhuset)(?:,.*)?$", re.IGNORECASE)
_CLOCK = re.compile(r",\s{0,9}kl\b.*$", re.IGNORECASE)
_MUNICIPALITY = re.compile(r"\s{1,9}i\s{1,9}[^\W\d_][\w-]*\s{1,9}kommune$", re.IGNORECASE)  # "Ældrerådet i Sandby Kommune"
_TERM = re.compile(r"\s{0,9}\((?:19|20)?\d{2}\s?[-–]\s?(?:19|20)?\d{2}\)$")  # "Havneudvalget (2018-2021)"
_LETTERS = re.compile(r"\s{0,9}\([A-ZÆØÅ]{2,6}\)$")  # "Det Lokale Råd (DLR)"
_BESIDE = re.compile(  # "Byggechefgruppen | Sandby Kommune", "Arbejdsmiljøudvalget, Sandby Kommune"
    r"\s{0,9}(?:[|,–—-]|//)\s{1,9}[^\W\d_][\w-]*\s{1,9}kommune$", re.IGNORECASE
)
_KEPT_AS = re.compile(
    r"\s{1,9}[–—-]\s{1,9}(?:log|beslutningslog|referat|noter)$|\s{0,9}\(møde nr\.? ?[\w/-]{1,9}\)$", re.IGNORECASE
)  # "Direktionen - log"
_NUMBER = re.compile(r"\s{1,9}\d{1,2}/(?:19|20)?\d{2}$")  # "Havnenævnet 5/20": which meeting of the year
_GENITIVE = re.compile(
    r"(?P<body>(?:råd|udvalg|nævn|repræsentantskab)(?:et)?|(?:bestyrelse|gruppe|direktion|ledelse|forsamling|kommission|kreds)e?n)s$",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"\s(?:i|for|af|på|ved|til|fra|med|og)$")  # the line went on: "Netværket i"
_CELLS = re.compile(r"\S {3,}(?=\S)")
_FEWEST_CELLS = 3


def plain_body(name: str) -> str:
    """ "Broudvalgets" -> "Broudvalget", "Havneudvalget (2018-2021)" -> "Havneudvalget"."""
    for what in (_ROOM, _CLOCK, _NUMBER, _TERM, _KEPT_AS, _MUNICIPALITY, _BESIDE, _LETTERS):
        name = what.sub("", name)
    return _GENITIVE.sub(r"\g<body>", _CUT_OFF.sub("", name))


def without_letters(name: str) -> str:
    """ "HAVNEBESTYRELSEN (HB)" -> "HAVNEBESTYRELSEN", before what is written in capitals gets small letters."""
    return _LETTERS.sub("", name)


def room_behind(name: str) -> str:
    """The room that stands behind a body's name: "Broudvalget, lokale 7, kl. 16"."""
    found = _ROOM.search(_CLOCK.sub("", name))
    return found["room"] if found is not None else ""


def is_menu(line: str) -> bool:
    """Whether a line holds the links of a web page: "Forside   Om rådet   Referater   Kontakt"."""
    return ":" not in line and sum(1 for _ in _CELLS.finditer(line)) >= _FEWEST_CELLS


def body_of_meeting(stem: str, joined: bool) -> str:
    """ "bestyrelsesmøde" -> "Bestyrelsen", "LAMU-møde" -> "LAMU"."""
    low = stem.lower()
    ending = (
        {"bestyrelse": "n", "råd": "et", "udvalg": "et", "direktion": "en", "gruppe": "n", "forening": "en"}
        if joined or low.endswith("gruppe")
        else {}
    )
    name = stem + next((suffix for word, suffix in ending.items() if low.endswith(word)), "" if stem.isupper() or not joined else "smøde")
    if not joined and not stem.isupper() and name == stem:
        name = stem if "-" in stem else stem + "møde"
    return name[:1].upper() + name[1:]


_CALLED = re.compile(
    r"(?:referat (?:af|fra) |noter fra )?(?P<name>"
    r"[^\W\d][\w-]{0,30}(?:leder|chef|team|afdelings|sekretariats|uge|kontor|center|område)[\w-]{0,12}møde"
    r"|[^\W\d][^\W\d]{1,20}(?:(?: |, )[^\W\d][\w-]{0,20}){0,4} [–-] (?:stabs|drifts|chef|leder|team|afdelings|kontor|center)[\w-]{0,12}møde"
    r"|stabsmøde|ledermøde|chefmøde|teammøde|ugemøde|kontormøde|centermøde|afdelingsmøde)\b(?P<where> i [A-ZÆØÅ][^\d.:;()]{2,60})?",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(r"[ ,–—-]{1,3}(?:(?:man|tirs|ons|tors|fre|lør|søn)dag)?,?(?: ?\b(?:den|d))?[ ]?\Z", re.IGNORECASE)
"""What leads to the date behind the place: "Ledermøde i Vest, tirsdag den | 18. januar"."""
_TEAM = re.compile(
    r"(?:leder|chef|ledelses)team(?:et)?\b|\A(?:netværk|erfagruppe|erfa-gruppe)\b|\A[\w-]{2,30}netværket(?= i |\Z)", re.IGNORECASE
)
_FORTHCOMING = re.compile(r"\b(?:næste|kommende|forrige|sidste) (?:ordinære )?[\w-]*møde", re.IGNORECASE)


def called_meeting(line: str) -> str:
    """What a line calls the meeting, where no body is named: "Fagchefmøde nr. 19/2023", "Ledermøde i By, Land og Kultur"."""
    found = _CALLED.match(line)
    if found is None:
        return ""
    name = found["name"] + _DAY_BEHIND.sub("", found["where"] or "").rstrip(" ,–—-")
    return name.capitalize() if name.isupper() else name[:1].upper() + name[1:]


def is_team(name: str) -> bool:
    """Whether a line names a team of managers or a network, which decide as bodies do."""
    return _TEAM.search(name) is not None


def names_none(name: str) -> bool:
    """Whether what is left of a title line is no body's name: "Nr. 7", "Lone Dal (LD, chef)", a sentence."""
    return name.endswith(".") or name.startswith("Nr. ") or "(" in name


def tells_of_another(line: str) -> bool:
    """Whether a line tells of the meeting before or after this one: "Udvalgets næste møde: 15. juni 2021"."""
    return _FORTHCOMING.search(line) is not None


_LONG_ENOUGH = 4


def with_proper_names(name: str, text: str) -> str:
    """A name read off a line in capitals, with the capitals the text gives its words elsewhere: "Styregruppen for projekt Klarsyn"."""
    if name.isupper() or name.upper() not in text:
        return name
    return " ".join(_proper(word, text) if at else word for at, word in enumerate(name.split(" ")))


def _proper(word: str, text: str) -> str:
    small = re.search(rf"\b{re.escape(word)}\b", text) is not None
    capital = word[:1].upper() + word[1:]
    named = not small and word.islower() and len(word) >= _LONG_ENOUGH and re.search(rf"\b{re.escape(capital)}\b", text) is not None
    return capital if named else word
