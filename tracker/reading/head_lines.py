"""A head whose fields stand on one line, as text taken out of a PDF has them: each field on a line of its own again.

"INSTITUT FOR FISKERI Referat Dato 3. maj 2011 Sted Kantinen Til stede Ida Dal Afbud: Bo Lind". Only line breaks are put in.
"""

from __future__ import annotations

import re

from tracker.reading import layouts

_TOP = 3_000  # characters within which the head of minutes ends
_FEWEST = 3  # fields a line holds where it is a whole head
_PLAIN = (
    "mødedato", "dato og tid", "dato", "tidspunkt", "tid og sted", "tid", "mødested", "sted", "lokale", "til stede", "tilstede",
    "deltagere", "mødedeltagere", "fraværende", "afbud", "gæster",
)  # fmt: skip
_WITH_COLON = (*_PLAIN, *layouts.PRESENT, *layouts.ABSENT, "møde den", "start", "slut")


def _capitalised(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word[0].upper() + word[1:]) for word in sorted(set(words), key=len, reverse=True))


_FIELD = re.compile(
    rf"(?:(?<=\s)|^)(?:(?P<label>{_capitalised(_WITH_COLON)}):(?=\s)|(?P<plain>{_capitalised(_PLAIN)})(?=\s[A-ZÆØÅ0-9])"
    r"|(?<!\d[.:)] )(?P<agenda>Dagsorden)(?=:?\s)|Referat(?= (?:fra|af) |\s[A-ZÆØÅ]|$))"
)
_FIRST_ITEM = re.compile(r"(?<=[.!?)] )1\. (?=[A-ZÆØÅ][a-zæøå])(?=[^\n]{20,2000} 2\. [A-ZÆØÅ])")  # what follows is no longer the head
_PARTS = _capitalised(tuple(layouts.OPEN_PART | layouts.CLOSED_PART))
_PART_BEFORE = re.compile(rf"^[ \t]*(?:{_PARTS})(?P<gap>[ ])(?=(?:Punkt |Pkt\.? )?\d{{1,3}}[.:)] ?[A-ZÆØÅ])", re.MULTILINE)

_AGENDA_BEFORE = re.compile(  # "Dagsorden 1. Valg af referent": only the first number stands behind the word
    rf"^[ \t]*(?:{_capitalised(tuple(sorted(layouts.CONTENTS)))}):?(?P<gap>[ ])(?=1[.:)] ?[A-ZÆØÅ][^\n]{{2,120}}$)(?![^\n]* 2[.:)] )",
    re.MULTILINE,
)


def break_head(text: str) -> str:
    """The text with line breaks between the fields of its head, and behind "Dagsorden" or "Åbent møde" in front of an item's number."""
    head = "\n".join(line if " | " in line else _broken(line) for line in text[:_TOP].split("\n"))
    head = _AGENDA_BEFORE.sub(lambda found: found.group()[:-1] + "\n", head)
    return _PART_BEFORE.sub(lambda found: found.group()[:-1] + "\n", head + text[_TOP:])


def _broken(line: str) -> str:
    first = _FIRST_ITEM.search(line)
    fields = list(_FIELD.finditer(line, 0, first.start() if first is not None else len(line)))
    if len({found["label"] or found["plain"] or found["agenda"] for found in fields} - {None}) < _FEWEST:
        return line
    out, last = list[str](), 0
    for found in fields:
        out += [line[last : found.start()].rstrip(), "\n\n" if found.start() else ""]
        last = found.start()
        if found["plain"]:
            out += [found.group(), "\n"]
            last = found.end() + 1
    return "".join([*out, line[last:]])
