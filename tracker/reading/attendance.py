"""Lists of people: "Til stede: Ane Holt (AHO), formand; Bo Lind" or one name a line."""

from __future__ import annotations

import re

from tracker.domain.minutes import Attendee

_NAME = re.compile(r"(?:[A-ZÆØÅÄÖÜÉ][\w.'’-]*|[a-zæøå]{2,3}|[A-ZÆØÅ]\.)(?:\s+(?:[A-ZÆØÅÄÖÜÉ][\w.'’-]*|af|de|den|von|van|der))*")
_INITIALS = re.compile(r"[(\[]\s*([A-ZÆØÅ][A-ZÆØÅa-zæøå]{0,4})\s*[)\]]")
_SPLIT = re.compile(r"[\n;•]|,\s+(?=[A-ZÆØÅ][\w-]+ [A-ZÆØÅ])|\s+og\s+(?=[A-ZÆØÅ])")


def people(text: str, *, present: bool) -> list[Attendee]:
    """The persons of a list, in order; what doesn't look like a name is left out."""
    found = []
    for entry in _SPLIT.split(text.split("\n\n\n", maxsplit=1)[0]):
        person = _person(entry.strip(" \t,.–-*:"), present)
        if person is not None:
            found.append(person)
    return found


def _person(entry: str, present: bool) -> Attendee | None:
    if not entry or len(entry) > 120:
        return None
    initials = _INITIALS.search(entry)
    bare = _INITIALS.sub("", entry).strip(" ,")
    name = _NAME.match(bare)
    if name is None or len(name.group().split()) > 6 or not name.group()[0].isupper():
        return None
    title = bare[name.end() :].strip(" ,()–-:")
    if not title and "," not in bare and bare[name.end() :].strip():
        return None
    return Attendee(name.group().rstrip("."), title, initials[1] if initials else "", present)
