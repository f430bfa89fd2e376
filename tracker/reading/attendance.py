"""Lists of people: "Til stede: Ane Holt (AHO), formand; Bo Lind", one name a line, or "Afbud: Ib Dal" below a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from tracker.danish.names import is_first_name
from tracker.domain.minutes import Attendee, Outcome
from tracker.reading.outcome import outcome_of
from tracker.reading.people_tables import tabled
from tracker.reading.sentence import is_sentence

_INITIALS = re.compile(r"[(\[]\s*([A-ZÆØÅ][\w-]{0,5})\s*(?:,(?P<what>[^()\[\]\n]{0,40}))?[)\]]")
_WHOLE = re.compile(r"\([^()\n]{1,60}\)|(?<= for )[A-ZÆØÅ][\w-]+(?:, [A-ZÆØÅ][\w-]+)? og [A-ZÆØÅ][\w-]+")
"""What no comma and no "og" divides: brackets, and the unit somebody leads."""
_KEPT_APART = str.maketrans({" ": "\x01", ",": "\x02"})
_BACK = str.maketrans({"\x01": " ", "\x02": ","})
_NAME = re.compile(r"[A-ZÆØÅÄÖÜÉ][\w.'’-]*(?:\s+(?:[A-ZÆØÅÄÖÜÉ][\w.'’-]*|af|de|den|von|van|der))*")
_NAMED = re.compile(_NAME.pattern + r"(?: \([^()]{1,40}\))?")
_STOPPED = re.compile(r"(?<=[\w)]{3})\.\s+(?=[A-ZÆØÅ])")
_ROLE_WORDS = (
    "formand|forperson|næstformand|chef|leder|direktør|konsulent|sekretær|repræsentant|medlem|kasserer|rektor|inspektør|koordinator|referent|suppleant"
    "|tillidsmand|borgmester|pædagog|lærer|sygeplejerske|læge|jurist|administrator|forretningsfører|præst|provst|forstander|pedel|kirketjener"
    "|graver|organist|afdelingsleder|souschef|ordfører|tovholder"
)
_ROLE = re.compile(
    rf"[\w-]{{0,30}}?(?:{_ROLE_WORDS})\w{{0,4}}$|(?-i:(?:F?TR|AMR|MED)(?:-\w+)?$)",  # "Trine" is a name
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"[\n;•|]|,\s*(?=[A-ZÆØÅÄÖÜÉ])|(?<!\s)\s+(?:og|samt|and)\s+(?=[A-ZÆØÅÄÖÜÉ])"
    rf"|(?:,|\s(?:og|samt))\s+(?=[a-zæøå-]{{0,20}}?(?:{_ROLE_WORDS})\w{{0,2}}(?: [A-ZÆØÅ]| for [A-ZÆØÅ]))"
)
_SAID_BEFORE = re.compile(r"(?:(?:der )?(?:var|er|fra)[ :]+){1,3}(?=[A-ZÆØÅ])")  # "Afbud fra Ida og Bo"
_LONGEST_NICKNAME = 4
_LEADS_UNIT = re.compile(
    r"(?P<title>[\w-]{0,30}(?:chef|direktør|leder|konsulent)\w{0,4} for [A-ZÆØÅ][\w-]*(?:, [A-ZÆØÅ][\w-]*)?(?: og [A-ZÆØÅ][\w-]*)?)"
    r" (?P<name>[A-ZÆØÅÄÖÜÉ][\w.'’-]*(?: [A-ZÆØÅÄÖÜÉ][\w.'’-]*){1,4})\Z",
)
_LINE = re.compile(
    r"(?P<name>[A-ZÆØÅÄÖÜÉ][\w.'’-]*(?: (?:[A-ZÆØÅÄÖÜÉ][\w.'’-]*|af|de|von|van)){1,4})(?: [(\[](?P<initials>[A-ZÆØÅ][\w-]{0,5})[)\]])?"
    r"(?:(?:, | [–-] )(?P<what>[^\n()\[\];:]{2,80}?))?(?: ?[(\[](?P<last>[^()\[\]\n]{1,40})[)\]])?(?:, (?P<tail>[a-zæøå][a-zæøå ]{1,30}))?"
)
_FIRST_TWO = re.compile(r"(?:[A-ZÆØÅÄÖÜÉ][\w'’-]+ ){1,3}[A-ZÆØÅÄÖÜÉ][\w'’-]+, (?:[A-ZÆØÅÄÖÜÉ][\w'’-]+ ){1,3}[A-ZÆØÅÄÖÜÉ][\w'’-]+[, ]")
"""Two full names with a comma between them at the head of a line."""
_FEWEST_LINES = 3
_GROUP = re.compile(r"[A-ZÆØÅ][\w/ -]{2,40}:[ \t]*")  # "Forældrevalgte: Ida Dal, Bo Lind." below "Deltagere:"
_WRAPPED = re.compile(r"(?<=[^\s,;.:–-])\n[ \t]*(?=[^\n,:]{1,60},)")
_NOBODY = re.compile(r"(?:ingen|alle|intet|ikke|se|hele)\b", re.IGNORECASE)
_MOST_LINES, _MOST_WORDS = 60, 7
_STOPS_TRIED = 4
_STOP = re.compile(r"(?<=[a-zæøå]{2})\.\s+(?=[A-ZÆØÅ])")


def extent(text: str, body: int, end: int) -> int:
    """Where the list that begins at `body` ends: with its line, or where names stand below it, with the last of them."""
    line_end = text.find("\n", body, end)
    if line_end < 0:
        return end
    inline = text[body:line_end].strip(" \t:–-")
    if inline and not inline.endswith((",", ";")):
        stop = _names_end(text, body, line_end)
        return stop if stop < line_end or inline.endswith(".") else _goes_on(text, line_end, end)
    at, spaced = line_end, False
    for _ in range(_MOST_LINES):
        start = at
        while start < end and text[start] in "\n\t ":
            start += 1
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        wide = text.count("\n", at, start) > 1
        spaced = wide if at == line_end else spaced
        first = at == line_end  # there, a comma that was left behind ends a list all the same: "..., Per Skov,"
        apart = wide and ((inline.count(",") > 1 and not _many(line)) if first else not (spaced and _one(line)))
        if start >= end or apart or not _listed(line):
            break
        at = stop
    return at


def _goes_on(text: str, at: int, end: int) -> int:
    """Where the names end that go on below the label's line, with no empty line between: a wrapped list, or one name a line."""
    for _ in range(_MOST_LINES):
        stop = text.find("\n", at + 1, end)
        stop = end if stop < 0 else stop
        line = text[at + 1 : stop].strip()
        decided = outcome_of(line) is not Outcome.OTHER  # "Fraværende: Ida Holk" above "Drøftet. Planen sendes til Ole og Bo"
        if not line or ":" in line or "|" in line or decided or not (_many(line) or _one(line)):
            break
        at = stop
    return at


def _many(line: str) -> bool:
    """Whether a line consists of names between commas."""
    parts = [part for part in _SPLIT.split(_GROUP.sub("", line, count=1)) if part.strip(" .")]
    named = sum(_NAME.match(part.strip(" .–-*•")) is not None and len(part.split()) <= _MOST_WORDS for part in parts)
    return len(parts) > 1 and named * 4 >= len(parts) * 3 and not is_sentence(line)


def _one(line: str) -> bool:
    """Whether a line is one full name, with or without what the person is."""
    found = _NAME.match(line.lstrip("-•*· "))
    return (
        found is not None and " " in found.group() and len(line.split()) <= _MOST_WORDS and not line.endswith(".") and not is_sentence(line)
    )


def _names_end(text: str, body: int, line_end: int) -> int:
    """Where the names end on a line that goes on with what was decided: "Afbud fra Ida Dal. Dagsorden godkendt."."""
    for stop in islice(_STOP.finditer(text, body, line_end), _STOPS_TRIED):
        if outcome_of(text[stop.end() : line_end]) is not Outcome.OTHER:
            return stop.end()
    return line_end


def _listed(line: str) -> bool:
    """Whether a line below the label still names people."""
    bare = line.lstrip("-•*· ")
    if bare.endswith(".") and (_many(bare) or _FIRST_TWO.match(bare)):
        return True
    return bool(bare) and len(line) <= 160 and bare[0].isupper() and not line.rstrip().endswith((".", ":", "!", "?")) and "\t" not in line


def people(text: str, *, present: bool) -> list[Attendee]:
    """The persons of a list, in order; what doesn't look like a name is left out."""
    listed = tabled(text, present=present) or _one_a_line(text, present)
    if listed:
        return listed
    found: list[Attendee] = []
    for entry in _entries(_WRAPPED.sub(" ", text)):
        bare = entry.strip(" \t,.–-*·")
        if bare.endswith(":"):
            continue  # a group that nobody of is named
        lead = _SAID_BEFORE.match(bare)
        bare = bare[lead.end() :] if lead is not None else bare.lstrip(":")
        if found and _ROLE.match(bare) and not found[-1].title and len(bare) < 60:
            last = found.pop()
            found.append(Attendee(last.name, bare, last.initials, last.present))
            continue
        person = _person(bare, present)
        if person is not None:
            found.append(person)
    return found


def _one_a_line(text: str, present: bool) -> list[Attendee]:
    """The persons of a list with one a line and what each is behind the name: "Ida Dal, Byg og Plan (IDA)"; nothing for other lists.

    A list that was only wrapped has names behind its commas.
    """
    lines = [bare for line in text.split("\n")[:_MOST_LINES] if (bare := line.strip(" \t,.;–-*•·"))]
    lines = list(takewhile(lambda line: "   " not in line, lines))  # "Afbud       Torben Vig": the next list, beside its label
    found = [_LINE.fullmatch(line) for line in lines]
    named = [line for line in found if line is not None]
    if len(named) < _FEWEST_LINES or any(is_first_name(line["what"].split()[0]) for line in named if line["what"]):
        return []
    told = sum(bool(line["what"]) for line in named)
    if told * 2 < len(named) or any(line is None and ":" not in given for line, given in zip(found, lines, strict=True)):
        return []
    persons: list[Attendee] = []
    for given, line in zip(lines, found, strict=True):
        if line is not None:
            last = line["last"] or ""
            short = last if _may_be_initials(last or " ", line["name"]) and " " not in last else ""
            what = ", ".join(part for part in ((line["what"] or "").strip(" ,()"), last if not short else "") if part)
            absent = (line["tail"] or "").startswith("afbud")
            persons.append(Attendee(line["name"].strip(), what, line["initials"] or short, present and not absent))
        elif (other := _person(given, present)) is not None:
            persons.append(other)
    return persons


def _entries(text: str) -> Iterator[str]:
    """The entries of a list; a full stop divides two where a name stands on either side ("Ida Dal (IDA). Bo Lind")."""
    for kept in _SPLIT.split(_WHOLE.sub(lambda found: found.group().translate(_KEPT_APART), text)):
        entry = kept.translate(_BACK)
        parts = _STOPPED.split(entry)
        yield from parts if len(parts) > 1 and all(_NAMED.fullmatch(part.strip()) for part in parts) else [entry]


def _may_be_initials(letters: str, entry: str) -> bool:
    """Whether bracketed letters are somebody's initials: "(IDA)", "(Mik)" behind "Mikkel", not the unit in "Tarik Demir (Indkøb)"."""
    capitals = sum(letter.isupper() for letter in letters)
    return capitals > 1 or (len(letters) <= _LONGEST_NICKNAME and letters[0] == entry.lstrip()[:1])


def _person(entry: str, present: bool) -> Attendee | None:
    if not entry or len(entry) > 120 or _NOBODY.match(entry):
        return None
    role, colon, after = entry.partition(":")
    if colon and after.strip() and len(role) < 40:
        found = _person(after.strip(), present)
        return Attendee(found.name, found.title or role.strip(), found.initials, present) if found else None
    initials = next((found for found in _INITIALS.finditer(entry) if _may_be_initials(found[1], entry)), None)
    bare = (entry[: initials.start()] + entry[initials.end() :] if initials else entry).strip(" ,")
    leads = _LEADS_UNIT.match(bare)
    if leads is not None:
        return Attendee(leads["name"], leads["title"], initials[1] if initials else "", present)
    told = ((initials["what"] or "") if initials else "").strip()
    lead = _ROLE.match(bare.split(" ", 1)[0])
    title, bare = (bare.split(" ", 1)[0], bare.partition(" ")[2]) if lead and " " in bare else ("", bare)
    name = _NAME.match(bare)
    if name is None or len(name.group().split()) > 6:
        return None
    rest = bare[name.end() :]
    if (rest and rest[0] not in " ,(–-:/") or len(rest.split()) > 8:
        return None
    full = _STOPPED.split(name.group(), maxsplit=1)[0]  # "Per Skov. Der var ..." goes on with something else
    return Attendee(full.rstrip(".").strip(), title or rest.strip(" ,()–-:/") or told, initials[1] if initials else "", present)
