"""The name of a body without what stands around it: a closing genitive, its municipality, a term of office, a room, a meeting's number."""

from __future__ import annotations

import re

_ROOM = re.compile(r",\s*(?P<room>(?:møde)?lokale [^,]{1,40}|rådhuset)(?:,.*)?$", re.IGNORECASE)
_CLOCK = re.compile(r",\s*kl\b.*$", re.IGNORECASE)
_MUNICIPALITY = re.compile(r"\s+i\s+[^\W\d_][\w-]*\s+kommune$", re.IGNORECASE)  # "Ældrerådet i Sandby Kommune"
_TERM = re.compile(r"\s*\((?:19|20)?\d{2}\s?[-–]\s?(?:19|20)?\d{2}\)$")  # "Havneudvalget (2018-2021)"
_LETTERS = re.compile(r"\s*\([A-ZÆØÅ]{2,6}\)$")  # "Det Lokale Råd (DLR)"
_BESIDE = re.compile(r"\s+\|\s+[^\W\d_][\w-]*\s+kommune$", re.IGNORECASE)  # "Byggechefgruppen | Sandby Kommune"
_NUMBER = re.compile(r"\s+\d{1,2}/(?:19|20)?\d{2}$")  # "Havnenævnet 5/20": which meeting of the year
_GENITIVE = re.compile(
    r"(?P<body>(?:råd|udvalg|nævn|repræsentantskab)(?:et)?|(?:bestyrelse|gruppe|direktion|ledelse|forsamling|kommission|kreds)e?n)s$",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\S {3,}(?=\S)")
_FEWEST_CELLS = 3


def plain_body(name: str) -> str:
    """ "Broudvalgets" -> "Broudvalget", "Havneudvalget (2018-2021)" -> "Havneudvalget"."""
    for what in (_ROOM, _CLOCK, _NUMBER, _TERM, _MUNICIPALITY, _BESIDE, _LETTERS):
        name = what.sub("", name)
    return _GENITIVE.sub(r"\g<body>", name)


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
