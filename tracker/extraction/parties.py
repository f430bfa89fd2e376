"""Who is who: a directory built from the texts of one referat, and joining of names across several.

Extraction prints names as written; the directory tells persons, roles, departments, bodies and groups apart, and which "X og Y" is
one unit's name (GUIDE.md section 4, "Who").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tracker.danish.names import is_first_name, is_initials, looks_definite, looks_like_name
from tracker.domain.minutes import Attendee, Minutes
from tracker.domain.party import Party, PartyKind
from tracker.extraction.vocabulary import agent_kind, is_topic

_CAP = r"[A-ZÆØÅ][\w\-]*"
_FOR_UNIT = re.compile(rf" for ((?:{_CAP}, )*{_CAP} (?:og|&) {_CAP})")
_HEAD_OF_UNIT = re.compile(
    r"(?:chef|chefen|direktør|direktøren|leder|lederen|afdeling|afdelingen|center|forvaltning|forvaltningen|udvalg|udvalget)\Z"
)
_CAPITALS = re.compile(rf"{_CAP}(?: og {_CAP})?")
_BRACKETS = re.compile(r" \(([A-ZÆØÅ][A-ZÆØÅa-z]{1,5})\)")
_LONG_NAME = re.compile(rf"{_CAP}(?:(?: (?:og|&|for|i))? {_CAP}){{0,5}}\Z")


_UNIT_OF = re.compile(rf"(?:\A|[ ,(/])((?:{_CAP}, )?{_CAP} (?:og|&) {_CAP})\)?\Z")
"""The unit somebody on the attendance list comes from: "leder af Byg og Plan"."""


@dataclass(slots=True)
class Directory:
    """The names one referat knows: `persons` by every way they are written, `units` by name, `abbreviations`, names `seen`.

    `apart` are units that somebody on the attendance list comes from, each by itself ("Jens Nør (Teknik)").
    """

    persons: dict[str, Party] = field(default_factory=dict)
    units: set[str] = field(default_factory=set)
    abbreviations: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    apart: set[str] = field(default_factory=set)
    own_forum: str = ""
    own_words: frozenset[str] = frozenset()

    def classify(self, name: str) -> PartyKind:
        """What sort of party `name` stands for; UNKNOWN where the texts do not tell."""
        folded = name.casefold()
        if folded in self.persons:
            return PartyKind.PERSON
        if folded in self.units:
            return PartyKind.DEPARTMENT
        if folded in self.abbreviations:
            return self.classify(self.abbreviations[folded])
        words = folded.split()
        if not words:
            return PartyKind.UNKNOWN
        if words[0] in ("alle", "hver", "samtlige", "begge", "hvert"):
            return PartyKind.GROUP
        for word in words:
            kind = agent_kind(word)
            if kind is not None and not is_first_name(word):
                plural = words[0] in ("de", "alle") or word.endswith(("erne", "rne"))
                return PartyKind.GROUP if kind is PartyKind.ROLE and plural else kind
        if is_first_name(words[0]):
            return PartyKind.PERSON
        if any(is_topic(part) for w in words for part in w.split("-")):
            return PartyKind.DEPARTMENT
        if is_initials(name):
            return PartyKind.BODY if name.endswith(("U", "MED", "KB", "BR")) else PartyKind.UNKNOWN
        return PartyKind.PERSON if len(words) > 1 and all(looks_like_name(w) for w in name.split()) else PartyKind.UNKNOWN

    def is_unit(self, first: str, second: str) -> bool:
        """Whether "first og second" is one unit's name and not two parties."""
        if f"{first} og {second}".casefold() in self.units:
            return True
        if first.casefold() in self.apart and second.casefold() in self.apart:
            return False
        if self.knows_person(first) or self.knows_person(second):
            return False
        return is_topic(first) and is_topic(second) and not (is_initials(first) or is_initials(second))

    def knows_person(self, name: str) -> bool:
        """Whether `name` is somebody on the attendance list, or a common first name."""
        return name.casefold() in self.persons or is_first_name(name)

    def attends(self, name: str) -> bool:
        """Whether `name` is how somebody on the attendance list is written."""
        return name.casefold() in self.persons

    def knows(self, name: str) -> bool:
        """Whether the text shows that this word is a name: attended, abbreviated, or written with a capital inside a sentence."""
        folded = name.casefold()
        return folded in self.persons or folded in self.abbreviations or folded in self.units or name in self.seen or is_first_name(name)

    def parties(self) -> tuple[Party, ...]:
        """Everyone found, each once, persons first."""
        people = {p.name: p for p in self.persons.values()}
        units = [Party(name, PartyKind.DEPARTMENT) for name in sorted(self.units)]
        return (*people.values(), *units)


def build(minutes: Minutes) -> Directory:
    """The directory of one referat, from attendance list, titles and the way names recur in the text."""
    directory = Directory(own_forum=(minutes.meeting.forum or "").casefold())
    directory.own_words = frozenset(directory.own_forum.split())
    _add_people(directory, minutes.meeting.attendees)
    text = minutes.text
    for match in _FOR_UNIT.finditer(text):
        if _HEAD_OF_UNIT.search(text[max(0, match.start() - 24) : match.start()].casefold()):
            directory.units.add(match.group(1).replace("&", "og").casefold())
            directory.units.add(match.group(1).casefold())
    for match in _BRACKETS.finditer(text):
        named = _LONG_NAME.search(text[max(0, match.start() - 80) : match.start()])
        if named and _shortens(match.group(1).casefold(), named.group().casefold()):
            directory.abbreviations[match.group(1).casefold()] = named.group()
    _add_capitals(directory, text)
    return directory


def _shortens(short: str, name: str) -> bool:
    """Whether the letters stand in the name in their order: "Center for Sundhed (CFS)", not "HR (KLO)", who is somebody there."""
    letters = iter(name)
    return name.startswith(short[0]) and all(letter in letters for letter in short)


def _add_capitals(directory: Directory, text: str) -> None:
    """Names seen inside sentences, and pairs ("HR og Løn") that recur or never stand apart: then they are one unit's name."""
    names: list[str] = []
    pairs: Counter[tuple[str, str]] = Counter()
    named, seen = names.append, directory.seen.add
    for match in _CAPITALS.finditer(text):
        first, joined, second = match.group().partition(" og ")
        named(first)
        if joined:
            named(second)
            pairs[first, second] += 1
        begin = match.start()
        before = text[begin - 2 : begin]
        if before[1:] == " " and (before[0].islower() or before[0] == ","):
            seen(first)
            if joined:
                seen(second)
    alone = Counter(names)
    for (first, second), count in pairs.items():
        if {first.casefold(), second.casefold()} <= directory.apart:
            continue
        if pairs.get((second, first)) or directory.knows_person(first) or directory.knows_person(second):
            continue
        topics = is_topic(first) + is_topic(second)
        together = alone[first] == alone[second] == count
        if (topics == 2 and together) or (count > 1 and (topics or (alone[first] == count and not is_initials(first)))):
            directory.units.add(f"{first} og {second}".casefold())


def _add_people(directory: Directory, attendees: Iterable[Attendee]) -> None:
    first_names = Counter(a.name.split()[0].casefold() for a in attendees if a.name.split())
    for attendee in attendees:
        words = attendee.name.split()
        if not words or not looks_like_name(words[0]):
            continue
        aliases = tuple(a for a in (words[0] if first_names[words[0].casefold()] == 1 else "", attendee.initials, attendee.title) if a)
        party = Party(attendee.name, PartyKind.PERSON, aliases)
        if attendee.title and attendee.title.isalpha():
            directory.apart.add(attendee.title.casefold())
        named = _UNIT_OF.search(attendee.title or "")
        if named is not None:
            directory.units.add(named.group(1).replace("&", "og").casefold())  # "Christoffer Duus, Byg og Plan (CHDU)"
        for written in (attendee.name, words[0], attendee.initials, words[-1] if len(words) > 1 else ""):
            if written and not agent_kind(written.casefold()):
                directory.persons.setdefault(written.casefold(), party)


def join_names(names: Iterable[str], known: Iterable[Party] = ()) -> dict[str, str]:
    """For each of `names` the fullest name that it unambiguously stands for: "Morten" -> "Morten Michaelsen".

    A short name is joined when exactly one of the longer ones (among `names` and `known`) begins with its words, or has it as alias.
    Ambiguous names, roles and departments stand for themselves.
    """
    written = list(dict.fromkeys(names))
    full = {p.name: p for p in known if p.kind is PartyKind.PERSON}
    pool = list(dict.fromkeys([*full, *(n for n in written if _is_person_name(n))]))
    joined: dict[str, str] = {}
    for name in written:
        longer = {other for other in pool if other != name and _stands_for(name, other, full.get(other))}
        longest = {o for o in longer if not any(_stands_for(o, p, None) and o != p for p in longer)}
        joined[name] = next(iter(longest)) if len(longest) == 1 else name
    return joined


def _is_person_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(looks_like_name(w) for w in words) and not any(is_topic(w) or agent_kind(w.casefold()) for w in words)


def _stands_for(short: str, long: str, party: Party | None) -> bool:
    if party and short.casefold() in {a.casefold() for a in party.aliases}:
        return True
    few, many = short.casefold().split(), long.casefold().split()
    return _is_name_part(short) and 0 < len(few) < len(many) and many[: len(few)] == few


def _is_name_part(short: str) -> bool:
    first = short.split(maxsplit=1)[0] if short.split() else ""
    return (
        looks_like_name(first)
        and not is_topic(first)
        and (is_first_name(first) or not (looks_definite(first) or agent_kind(first.casefold())))
    )
