"""The head of the minutes: forum, date, start, place, the people, the next meeting."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date, time, timedelta

from tracker.danish.names import is_first_name, is_initials
from tracker.domain.minutes import Attendee, Meeting
from tracker.reading import body_names, dates, layouts
from tracker.reading.attendance import extent, people
from tracker.reading.body_names import body_of_meeting, called_meeting, is_menu, is_team, plain_body, room_behind, without_letters
from tracker.reading.marks import Kind, Mark
from tracker.reading.meeting_day import AGENDA_OF, as_most_say, day_of_meeting, day_titled, held_before
from tracker.reading.sentence import is_sentence
from tracker.reading.usual import is_usual

_HEAD = 6_000
_LONGEST_LETTERS = 6  # "LAMIU": a body known by its letters keeps them
_LONGEST_LIST = 4_000
_NO_PEOPLE = (Kind.HEADING, Kind.NUMBER, Kind.CONTENTS, Kind.CASE, Kind.FURNITURE)  # what ends a list of people
_FIELDS = {
    "forum": ("udvalg", "forum", "råd", "mødeforum", "mødenavn", "udvalg/råd", "nævn", "møde i", "gruppe", "mødegruppe"),
    "date": ("mødedato", "dato", "dato og tid", "dato og tidspunkt", "starttidspunkt", "mødetidspunkt", "tidspunkt", "møde", "dato/tid",
             "tid og sted", "date"),
    "start": ("starttidspunkt", "mødetidspunkt", "tidspunkt", "tid", "mødetid", "start", "klokkeslæt", "mødestart"),
    "place": ("mødested", "sted", "lokale", "mødelokale", "mødelokation", "lokation", "place", "venue"),
}  # fmt: skip
_NO_COLON = ("mødedato", "mødested", "mødetidspunkt", "starttidspunkt")
_PLACE = re.compile(  # "Lokale 7", "Laden, mødelokale 2", "Havnehuset, Kajen 3 kl. 17"
    r"(?:mødelokale|lokale|byrådssalen|rådhuset)\b(?!\s*:)|[^\W\d_][\w -]{2,30}, (?:møde)?lokale [^:]{1,20}$"
    r"|[^\W\d_][\w-]*(?:huset|salen|hallen|gården|skolen), [^:]{2,60} kl\.",
    re.IGNORECASE,
)
_CLOCK = r"kl\.?\s*\d{1,2}(?:[.:]\d{2})?(?:\s*[-–]\s*\d{1,2}(?:[.:]\d{2})?)?"
_PLACE_BEHIND = re.compile(
    _CLOCK + r"\s*(?:,|\(|[–-](?=\s[A-ZÆØÅ])|\b(?:i|på|hos|via)\b)\s*(?:(?:i|på|hos)\s+)?(?P<place>[^\W\d][^()]{2,80}?)\)?\.?$",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(rf"\d{{4}} (?:i|på) (?P<place>[A-ZÆØÅ][^()]{{2,60}}?),? {_CLOCK}\.?$")  # "den 7. maj 2016 i Laden kl. 9"
_PLACE_ALONE = re.compile(  # "Mødet blev holdt hos Ida, Havnevej 3"
    r"(?:[Mm]ødet? (?:blev )?(?:af)?hold(?:t|tes|es) )?(?P<place>(?:[Hh]os|[Pp]å|[Ii]) [A-ZÆØÅ][^:.]{2,60})(?::|$)"
)
_SENTENCE_BEHIND = re.compile(r"(?<=[a-zæøå]{3})\. (?=[A-ZÆØÅ])")  # "i kantinen. Henrik og Ole var med"
_IN = re.compile(r"^(?:[Ii]|[Pp]å) ")
_CLOCK_ALONE = re.compile(r"\d{1,2}[.:]\d{2}\s?[–-]\s?\d{1,2}[.:]\d{2}$")
_STAMP = re.compile(r"\b(?:AM|PM)\b|^(?:post date|opdateret|udskrevet|oprettet)\b", re.IGNORECASE)
_CLOCK_AT_END = re.compile(r"[\s,;(]*" + _CLOCK + r"\)?\.?$", re.IGNORECASE)
_HELD = re.compile(
    r"(?:[^\W\d_][\w-]*(?:[lr]|[ae]n|s)|[^\W\d_]+-)møde(?:(?:,| [–-]| i(?= \w+(?:et|en)\b)) .*)?$", re.IGNORECASE
)  # "Centerledermøde", "TRIO-møde, Havnen", "Ledermøde i Ejendomscentret"
_BUTTON = re.compile(r"(?:find|se|læs|hent|vælg|søg|klik|tryk|tilmeld|download|til ?stede) |(?:fra|til|cc):", re.IGNORECASE)
_BULLET = re.compile(r"^[-–•*·] +(?=(?:(?:møde)?(?:sted|dato|tid(?:spunkt)?)|lokale):)", re.IGNORECASE)  # "- Mødested: Laden"
_WIDE = re.compile(r" (?:\| |(?<=\S ) {2,}(?=\S))|\t")  # what keeps a label and its value apart: "Sted   Laden"
_STUCK = re.compile(r"(Udvalg|Mødested|Sted|Lokale|Mødeforum|Forum)(?=[A-ZÆØÅ][a-zæøå])")  # "UdvalgHavnerådet": cells with nothing between
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w /]{1,24}?)\s*(?P<colon>:)?\s*$|(?P<label2>[^\W\d_][\w /]{1,24}?)\s*:\s*(?P<value>\S.*)$")
_TITLE_WORDS = re.compile(
    r"\b(?:beslutnings|konklusions|aktions)?(?:referat(?:et|er|erne)?|protokol(?:len)?|dagsorden(?:en|er|erne)?|dagsordner(?:ne)?|mødereferat"
    r"|mødenotat|notat(?= fra møde| af møde)|opsamling(?= fra| på)|beslutninger|beslutningslog|udkast|åben|åbent|lukket|minutes|agenda"
    r"|tillægsdagsorden|godkendt|endeligt?)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^(?:[\s,;:./–—|-]|\d{4}[/-]\d{2}[/-]\d{2}(?=\s)|\d{1,3}\.(?=\s[\w-]*møde\b)"
    r"|(?:af|fra|til|for|i|og|ordinært|ekstraordinært|konstituerende|the|of|mødet?|møde|møde nr\.?\s*\d+)\b)+",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[\s,;:–—|-]*(?:\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|(?:man|tirs?|ons|tors?|fre|lør|søn)(?=\.)|mødedato|den|d|kl"
    r"|afholdt|holdt|tid|dato)\b.*|\.\s*)?$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:\s+[–—-])?\s+(?:\d{1,3}\.\s+)?(?:(?:ekstra)?ordinær[te]\s+)?møde(?:\s+(?:nr\.?)?\s*\d+)?\s*$", re.IGNORECASE)
_GENITIVE_BODY = re.compile(r"(?P<body>[\w-]*(?:rådet|udvalget|bestyrelsen|nævnet|gruppen|direktionen|kredsen))s\s+møde\b", re.IGNORECASE)
_GENITIVE = re.compile(r"(?<=[nt])s$")
_TOPIC = re.compile(r"^Emne(?::\s*| {2,})", re.IGNORECASE)  # "Emne: Møde i bestyrelsen for Havnen"
_SHORT_NAME = re.compile(r"\s(HMU|LMU|CMU|LSU|HSU|FSU|ASU|SU|LAMU|LAMIU|MED|MU)$")
_MEETING_NAME = re.compile(r"^(?P<stem>[\w-]+?)-?(?P<s>s?)møder?(?:t)?\b(?:\s+(?:nr\.?\s*\d+|i|for|hos)\s*)?", re.IGNORECASE)
_NEXT = re.compile(
    r"æste(?<=[Nn]æste) (?:[a-zæøå]{3,20}[es] )?(?:[\w-]*møde)\b(?:\s+(?:er|bliver|afholdes|holdes|finder sted|fastsættes til|fastsat til"
    r"|aftalt til|i \w+))*\s*[:,–—-]?\s*"
)
_DAY_WORDS = re.compile(r"(?:\s|[,:–-]|\b(?:(?:man|tirs|ons|tors|fre|lør|søn)dag|den|d|er|afholdes|uge \d+)\b\.?)*", re.IGNORECASE)


def read_meeting(text: str, marks: list[Mark], end: int, name: str = "") -> Meeting:
    """The meeting as the head of the text states it (up to `end`, where the first item begins).

    What the head leaves out is taken from the decision headings, and from the file's name.
    """
    end = min(end, _HEAD)
    lines = [line.strip() for line in text[:end].split("\n") if line.strip()][:120]
    fields = _fields(lines)
    forum = (
        plain_body(fields.get("forum", ""))
        or _forum(lines)
        or _forum_of_decisions(marks, worded=True)
        or _forum_of_agenda(text)
        or _forum_of_decisions(marks)
    )
    day = dates.day_in(fields.get("date", "")) or dates.day_in(fields.get("start", "")) or day_of_meeting(lines, text, marks, end, name)
    day = as_most_say(lines, (day and (day_titled(text[:_HEAD], day) or held_before(dates.day_in(fields.get("start", "")), day))) or day)
    start = _hour(fields.get("start", "")) or dates.clock_in(fields.get("date", "")) or _start(lines, day)
    place = _tidy_place(fields.get("place") or room_behind(fields.get("forum", "")) or _place(lines))
    forum = _forum(_APART.split(forum)) if _APART.search(forum) else body_names.with_proper_names(forum, text)
    return Meeting(forum or None, day, start, place, _attendees(text, marks, end), _next_meeting(text, day))


_APART = re.compile(r" {4,}")  # "Vejby Kommune        Vejrådet"
_HOURS = re.compile(r"([01]?\d|2[0-3]) ?[-–] ?\d{1,2}$")


def _hour(field: str) -> time | None:
    """When the meeting began, in a field that tells it: "kl. 9.00", or bare hours ("9-11")."""
    return time(int(hours[1])) if (hours := _HOURS.match(field)) is not None else dates.clock_in(field)


def _tidy_place(place: str | None) -> str | None:
    bare = _CLOCK_AT_END.sub("", _SENTENCE_BEHIND.split(place)[0]).strip() if place else ""
    return bare[:1].upper() + bare[1:] if bare else None


def _place(lines: list[str]) -> str | None:
    for line in lines[:15]:
        found = _PLACE_BEHIND.search(line[:300]) or _PLACE_BEFORE.search(line[:300]) or _PLACE_ALONE.match(line[:300])
        if found is not None:
            return _IN.sub("", found["place"])
        if _PLACE.match(line) and len(line) < 60:
            return line
    return None


def _fields(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for index, line in enumerate(lines[:60]):
        label, value = _field(line)
        below = lines[index + 1] if index + 1 < len(lines) else ""
        for name, labels in _FIELDS.items():
            if label in labels and name not in found:
                content = value or ("" if _field(below)[0] in _NO_COLON else below)
                if name in ("date", "start") and not (dates.find(content) or dates.clock_in(content)):
                    continue
                if name == "forum" and (len(content) > 90 or content[:1].isdigit()):
                    continue
                found[name] = content
    return found


def _field(line: str) -> tuple[str, str]:
    line = _BULLET.sub("", line)
    first, _, rest = line.partition(" ")
    if first.lower() in _NO_COLON and rest:
        return first.lower(), rest.lstrip(": ")
    stuck = _STUCK.match(line)
    if stuck is not None:
        return stuck[1].lower(), line[stuck.end() :]
    match = _LABEL.match(line) if _WIDE.search(line) is None or ":" in line else None
    if match is None:
        first, tab, rest = _WIDE.sub("\t", line, count=1).partition("\t")
        return (first.strip().lower().rstrip(":"), rest.strip()) if tab else ("", "")
    return (match["label"] or match["label2"]).strip().lower(), match["value"] or ""


_PATH = re.compile(r"(?:forside|hjem|start|home) ?[>›»/|]", re.IGNORECASE)
"""Where on a site one is: "Forside > Netværk > Referater"."""


_BESIDE = re.compile(r"\A[^\W\d][\w. -]{1,30}?[ ]kommune(?:[ ]{3,60}|[ ]?[|–—-][ ])(?=\w)", re.IGNORECASE)
"""A municipality in the left column of a head, with the body in the right one: "VIG KOMMUNE      Direktionen"."""


_MET = re.compile(r"(?P<body>[A-ZÆØÅ][\w& -]{2,50}?) (?:mødtes|holdt møde|har holdt møde|var samlet)\b")
"""A head written as a sentence: "Havnerådet mødtes den 3. maj 2021."."""


def _forum(lines: list[str]) -> str:
    """The body: in the line that calls itself minutes or gives the date; else on a line of its own."""
    alone, fallback, called = "", "", ""
    for line in (_BESIDE.sub("", _TOPIC.sub("", one if " " in one else one.replace("_", " "))) for one in lines[:25]):
        met = _MET.match(line)
        if met is not None and layouts.FORUM_WORD.search(met["body"].lower()):
            return plain_body(met["body"])
        if len(line) > 200 or layouts.dot_leaders(line) or (line.endswith(".") and is_sentence(line)):
            continue
        other = body_names.tells_of_another(line) and not _TITLE_WORDS.search(line)  # "Referat af … 3. maj. Næste møde 5. juni" is this one
        if is_usual(line) or _BUTTON.match(line) or is_menu(line) or _PATH.match(line) or other:
            continue  # "Godkendelse af sidste referat:", "Find dagsorden eller referat"
        titled, called = _TITLE_WORDS.search(line) is not None, called or called_meeting(line)
        dated = dates.find(line) or dates.at_end(line)
        name = _name_in(line[: dated.start] + " " if dated and dated.start > 3 else line[dated.end :] if dated and "møde" in line else line)
        name = name or (_name_in(line[dated.end :]) if dated and titled else "")  # "Referat 3/5-21 Havnerådet"
        name = name.partition(" >")[0]  # "Lokalrådet > Referater"
        if not name or not (name[0].isalpha() or name[0] == "§") or len(name) > 90 or ":" in name:
            continue
        member = "," in name and is_first_name(name.split()[0])  # "Ida Dal, TR for Havnen"
        if not member and (layouts.FORUM_WORD.search(name.partition(" (")[0].lower()) or is_team(name)):  # nor "Lars Dal (Havnerådet)"
            if titled or dated or "møde" in line.lower():
                return alone if alone and _stem(name) in alone.lower() else name
            alone = alone or (name if len(name.split()) <= 12 and not name.endswith(".") else "")
        elif (titled or _HELD.match(line)) and not body_names.names_none(name) and not (":" in line and is_initials(name)):
            fallback = fallback or name
    return alone or called or fallback


def _stem(name: str) -> str:
    """ "Menighedsrådet" -> "menighedsråd", to find "Vejsø Menighedsråd" again."""
    low = name.lower()
    return next((low.removesuffix(ending) for ending in ("et", "en", "n") if low.endswith(ending)), low)


def _name_in(line: str) -> str:
    """The plain name of the body in a title line."""
    name = plain_body(_name(line))
    return name.capitalize() if name.isupper() and len(name) > _LONGEST_LETTERS else name


def _name(line: str) -> str:
    """What is left of a title line without its words for minutes, its date and its place."""
    before, _, behind = _TITLE_WORDS.sub("\n", line).strip().partition("\n")
    named = behind and layouts.FORUM_WORD.search(before.lower())  # "Bestyrelsens referater 2022"
    bare = _GENITIVE.sub("", before.rstrip(" -–—:|,")) if named else f"{before} {behind}".replace("\n", " ").strip()
    bare = _LEADS.sub("", bare)
    bare = _CUT.sub("", bare).strip(" ,;:–—-|.")
    body = _GENITIVE_BODY.match(bare)
    if body is not None:
        return body["body"][:1].upper() + body["body"][1:]
    known = _SHORT_NAME.search(bare) if bare.isupper() else None
    if known is not None:
        return known[1]  # "INSTITUT FOR FISKERI LSU"
    bare = without_letters(_TRAILING.sub("", bare).strip(" ,;:–—-|"))
    if bare.isupper() and len(bare) > _LONGEST_LETTERS:
        bare = bare.capitalize()
    bare = bare[:1].upper() + bare[1:]
    meeting = _MEETING_NAME.match(bare)
    if meeting is None:
        return bare
    rest = bare[meeting.end() :].strip(" ,;:–—-")
    rest = rest[:1].upper() + rest[1:]
    if rest and layouts.FORUM_WORD.search(rest.lower()):
        return rest
    return body_of_meeting(meeting["stem"], bool(meeting["s"]))


def _forum_of_decisions(marks: list[Mark], *, worded: bool = False) -> str:
    headings = [mark.heading for mark in marks if mark.heading is not None and (mark.heading.worded or not worded)]
    forums = [heading.forum for heading in headings if heading.forum]
    return plain_body(max(set(forums), key=lambda name: (forums.count(name), name))) if forums else ""


def _forum_of_agenda(text: str) -> str:
    named = AGENDA_OF.search(text, 0, _HEAD)
    return named["forum"] if named is not None else ""


def _start(lines: list[str], day: date | None) -> time | None:
    """The first clock time of the head that isn't said of another day ("Ida Dal, 9. maj 2018 kl. 7.12")."""
    for line in lines[:25]:
        named = next(dates.find_all(line[:300]), None)
        if named is None and "kl" not in line.lower() and _CLOCK_ALONE.match(line) is None:
            continue
        start = dates.clock_in(line[:300])
        if start is not None and not (named and day and named.on_or_after(day) != day) and _STAMP.search(line) is None:
            return start
    return None


def _attendees(text: str, marks: list[Mark], end: int) -> tuple[Attendee, ...]:
    """Those on the lists in the head; where it has none, those named absent further down."""
    listed = [mark for mark in marks if mark.kind is Kind.ATTENDANCE]
    chosen = [mark for mark in listed if mark.start < end] or [mark for mark in listed[:20] if not mark.closed]
    chosen = chosen or [mark for mark in listed[-1:] if mark.folded in ("deltagere", "til stede", "tilstede")]  # below the minutes
    found: dict[str, Attendee] = {}
    stops = [mark.start for mark in marks if mark.kind in _NO_PEOPLE]
    for mark in chosen:
        at = bisect_right(stops, mark.start)
        stop = min(len(text), mark.body + _LONGEST_LIST, stops[at] if at < len(stops) else len(text))
        for person in people(text[mark.body : extent(text, mark.body, stop)], present=bool(mark.closed)):
            known = found.get(person.name)
            if known is None or (known.present and not person.present):
                found[person.name] = replace(known, present=False) if known else person
    return tuple(found.values())


def _next_meeting(text: str, day: date | None) -> date | None:
    if day is None:
        return None
    for match in _NEXT.finditer(text):
        window = (
            text[match.end() : match.end() + 120].split("\n\n", maxsplit=1)[0]
            if text[match.end() : match.end() + 1] != "\n"
            else text[match.end() : match.end() + 120]
        )
        lead = _DAY_WORDS.match(window)
        at = lead.end() if lead else 0
        found = next((d for d in dates.find_all(window) if d.start <= at), None)
        if found is not None:
            return found.on_or_after(day + timedelta(days=int(day < date.max)))
    return None
