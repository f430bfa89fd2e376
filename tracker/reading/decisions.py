"""Decision headings: with the word (Beslutning, Referat, Konklusion) or without it, with or without a body and a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tracker.danish.names import is_first_name
from tracker.domain.minutes import Outcome, Span
from tracker.reading import dates, layouts
from tracker.reading.outcome import outcome_of
from tracker.reading.sentence import is_sentence


@dataclass(frozen=True, slots=True)
class Heading:
    """What a decision heading says. `body`: offset in its line where the decision text begins (the line's length when below it)."""

    forum: str | None
    day: date | None
    body: int
    worded: bool = True
    """Whether the heading has a word for decision in it; without one it is a dated line of a body."""


_LEAD = re.compile(r"\s*[:–—-]?\s*(?:(?:i|fra|af|for|på|ved|truffet)\s+)*", re.IGNORECASE)
_MEETING = re.compile(r"(?:møde(?:t)?|på mødet|i mødet|på møde|i møde|fra mødet|ved mødet)\s*$", re.IGNORECASE)
_DAY_LEAD = re.compile(
    r"[\s,]*(?:\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b)?[\s,]*(?:\b(?:den|d)\b\.?|\bdato:)?\s*$", re.IGNORECASE
)
_TAIL = re.compile(  # "..., pkt. 6 (ekstraordinært):"
    r"[\s,;)]*(?:kl\.?\s*\d{1,2}(?:[.:]\d{2})?)?[\s,;]*"
    r"(?:(?:pkt|punkt|sag)\.?(?:\s*nr\.?)?\s*\d+(?:\s?\([a-zæøå]+\))?)?\s*(?P<end>[:.]?)\s*",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:bl\.a|stk)\.")  # "§ 17, stk. 4-udvalget"
_YEAR = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d{2}")
_POINT = re.compile(r"\b(?:pkt|punkt|sag)\.?(?:\s*nr\.?)?\s*\d+(?:\s?\([a-zæøå]+\))?\s*[:.]?$", re.IGNORECASE)
_GENITIVE = re.compile(r"(?P<forum>[^\W\d_][^:.;]{1,90}?)s\s+beslutning(?:er)?\b", re.IGNORECASE)
_TREATED = re.compile(r"behandl(?:ing|et)\s+i\s+", re.IGNORECASE)
_NO_HEADING = re.compile(r"\s+(?:om|vedr|vedrørende|er|blev|bliver|kan|skal|træffes|udsættes|tages|af sagen|til)\b", re.IGNORECASE)
_WORDS = sorted((*layouts.DECISION, *layouts.DECIDED), key=len, reverse=True)
_WORDED = re.compile("|".join(re.escape(word) for word in _WORDS))
_FIRST = {word[0] for word in _WORDS}
_TITLES = frozenset(
    ("referat", "beslutningsreferat", "beslutningsprotokol", "konklusioner")
)  # with a date these name the minutes, not a decision
MAX_HEADING = 160


def decision_heading(line: str, folded: str) -> Heading | None:
    """The heading in a line that begins with a word for decision; None for prose that begins so. `folded`: the line in lower case."""
    if folded[0] == "b" and (treated := _TREATED.match(line)):
        return _of_body(line, treated.end(), worded=False)
    word = _WORDED.match(folded) if folded[0] in _FIRST else None
    if word is None:
        return body_heading(line) if len(line) <= MAX_HEADING else None
    of_point = _OF_POINT.match(line, word.end())
    begin = of_point.end() if of_point is not None else word.end()
    rest = line[begin:]
    if word.group() in layouts.DECIDED:
        colon = _COLON.match(rest)
        return Heading(None, None, begin + colon.end()) if colon is not None else None
    if not rest.strip(" :.–—-"):
        return Heading(None, None, len(line))
    if rest[0].isalnum() or _NO_HEADING.match(rest):
        return None
    dated = _dated(line, begin) if word.group() not in _TITLES else None
    if dated is not None:
        return dated
    inline = _INLINE.match(rest)
    if inline is not None:
        if word.group() in _TITLES and len(rest) <= _LONGEST_DAY and _ONLY_DAY.fullmatch(rest) and dates.find(rest) is not None:
            return None  # "Referat: 7/6 2019" names the minutes
        named = rest[inline.end() :]
        if word.group() == "referat" and _names_only(named):
            return None  # "Referat: Lilian" says who wrote it
        if len(named) <= 80 and not named.endswith(".") and _forum(named) and " " not in named.strip():
            return Heading(named.strip(" :"), None, len(line))
        return Heading(None, None, begin + inline.end())
    if word.group() in _TITLES:
        return None
    return _of_named_body(line, rest) or _run_on(line, word.end())


_OF_POINT = re.compile(  # "Beslutning til punkt 3: Godkendt.", "Beslutning 3/3: Godkendt.", "Beslutning den : Godkendt."
    r"\s+den(?=\s?:)|"
    r"\s+(?:til|for|vedr\.?|på)\s(?:punkt|pkt\.?)(?:\snr\.?)?\s?\d{1,3}\b\.?|\s+(?:(?:den|d\.)\s?)?\d{1,2}[./]\d{1,2}\.?(?=\s?:)",
    re.IGNORECASE,
)
_COLON = re.compile(r"\s{0,3}:\s*")
_LONGEST_DAY = 40
_MOST_NAMES = 3
_JOINING = frozenset(("og", "for", "i", "på", "af", "samt", "ved", "under", "med"))
_ONLY_DAY = re.compile(
    r"\W{0,3}(?:(?:man|tirs|ons|tors|fre|lør|søn)dag)?[\s,]*(?:den|d\.)?\s*\d{1,4}[\s./-]*(?:[a-zæøå]{3,9}\.?|\d{1,2})?[\s./-]*\d{0,4}\.?",
    re.IGNORECASE,
)
_INLINE = re.compile(r"\s*(?:[:;]|[–—-](?=\s)|\t|\s\|)\s*")


def _names_only(words: str) -> bool:
    """Whether words are the name of somebody and nothing else: "Lilian", "Bo Lund", but not "Bo ringer til Ida."."""
    parts = words.split()
    return 0 < len(parts) <= _MOST_NAMES and is_first_name(parts[0]) and not words.endswith(".") and all(p[0].isupper() for p in parts)


def _of_named_body(line: str, rest: str) -> Heading | None:
    """ "Beslutning fra Integrationsrådet": a body, no date."""
    lead = _LEAD.match(rest)
    if lead is None or not lead.group().strip() or len(rest) > 90 or rest.rstrip().endswith("."):
        return None
    named = rest[lead.end() :].strip(" :")
    return Heading(named, None, len(line)) if named and named[0].isupper() and _forum(named) else None


def _run_on(line: str, at: int) -> Heading | None:
    """ "Beslutning Godkendt.": the decision on the heading's own line, with nothing between."""
    said = line[at:].lstrip()
    deciding = said[:1].isupper() and said.rstrip().endswith(".") and outcome_of(said) is not Outcome.OTHER
    return Heading(None, None, len(line) - len(said)) if deciding else None


def body_heading(line: str) -> Heading | None:
    """A heading without a leading word: "Økonomiudvalget, 10. september 2019, pkt. 65:", "Udvalgets beslutning den 8. november 2022:"."""
    if len(line) > MAX_HEADING or not (line[0].isupper() or line[0] == "§"):
        return None
    genitive = _GENITIVE.match(line) if "eslutning" in line or "ESLUTNING" in line else None
    if genitive is not None and _forum(genitive["forum"]):
        rest = line[genitive.end() :].strip(" :")
        day = dates.find(rest)
        if not rest:
            return Heading(_own_name(genitive["forum"]), None, len(line))
        if day is not None and len(rest) < 70:
            end = genitive.end() + line[genitive.end() :].find(rest) + day.end
            tail = _TAIL.match(line, end)
            return Heading(_own_name(genitive["forum"]), day.on_or_after(date.min), tail.end() if tail else len(line))
        return None
    return _of_body(line, 0, worded=False)


def _of_body(line: str, at: int, *, worded: bool) -> Heading | None:
    """`<body>, <date>[, pkt. N][:]` and nothing else on the line."""
    if _YEAR.search(line, at) is None:
        return None
    day = dates.find(line[at:])
    if day is None:
        return None
    tail = _TAIL.match(line, at + day.end)
    if tail is None or tail.end() != len(line):
        return None
    forum = _without_day(line[at : at + day.start])
    pointed = _POINT.search(line) is not None
    if not forum or len(forum) > 110 or "." in _ABBREVIATED.sub("", forum):
        return None
    closed = tail["end"] == ":"
    if not ((_forum(forum) and (pointed or closed or at)) or (pointed and closed and forum[0].isupper())):
        return None  # "Hav og Strand, 3. juni 2020, pkt. 5:" needs no word for a body
    return Heading(forum, day.on_or_after(date.min), len(line), worded=worded)


def _dated(line: str, at: int) -> Heading | None:
    """A date close behind the word, with or without a body before it."""
    day = dates.find(line[at : at + MAX_HEADING])
    if day is None:
        return None
    before = line[at : at + day.start]
    lead = _LEAD.match(before)
    forum = _without_day(before[lead.end() if lead else 0 :])
    tail = _TAIL.match(line, at + day.end)
    end = tail.end() if tail else len(line)
    if len(forum) > 110 or any(mark in forum for mark in ".;!?"):
        return None
    if end < len(line) and not (tail and (tail["end"] or line[end].isupper())):
        return None
    if forum and (not (_forum(forum) or _looks_named(forum)) or is_sentence(f"{forum} den")):
        return None  # "Beslutning: Turen flyttes til søndag den 3. maj 2020" says what was decided
    return Heading(forum or None, day.on_or_after(date.min), end)


def _looks_named(name: str) -> bool:
    """Whether a name of no known kind is written like a body's: "Hav og Strand", but not "Turen flyttes til"."""
    return name[0].isupper() and all(not word[0].islower() or word in _JOINING for word in name.split())


def _without_day(before: str) -> str:
    """ "Økonomiudvalget på mødet torsdag den " -> "Økonomiudvalget"."""
    lead = _DAY_LEAD.search(before)
    name = (before[: lead.start()] if lead else before).strip(" ,:;–—-(")
    body = _MEETING.sub("", name).strip(" ,:;–—-(")
    own = body != name and " " not in body and body.islower() and not _forum(body)
    return "" if own else body  # "Beslutning på chefmøde den 3. maj" names no body but the minutes' own


def _own_name(genitive: str) -> str:
    return genitive.strip()


def _forum(name: str) -> bool:
    return layouts.FORUM_WORD.search(name.lower()) is not None


_BELOW = re.compile(r"(?P<forum>[A-ZÆØÅ][^\n.:;]{2,80}?),?\s+den\s+\d{1,2}[-./]\d{1,2}[-./]\d{2,4}[ \t]*:?[ \t]*(?:\n|\Z)")


def with_line_below(text: str, span: Span, heading: Heading | None) -> tuple[Heading | None, Span]:
    """A bare heading with the body and the day in a line of their own below it: "BESLUTNING:" / "Direktionen den 10-11-2020"."""
    found = _BELOW.match(text, span.start, span.end) if heading is None or (heading.day is None and heading.forum is None) else None
    day = dates.find(found.group()) if found is not None else None
    if found is None or day is None or not _forum(found["forum"]):
        return heading, span
    begin = found.end()
    while begin < span.end and text[begin].isspace():
        begin += 1
    return Heading(found["forum"], day.on_or_after(date.min), begin), Span(begin, span.end)


def same_forum(one: str | None, other: str | None) -> bool:
    """Whether two spellings name one body: case, brackets ("(18-21)"), punctuation and a closing genitive s don't count."""
    return _plain(one) == _plain(other)


def _plain(name: str | None) -> str:
    bare = re.sub(r"\([^)]*\)|[^\w ]", " ", (name or "").lower())
    words = bare.split()
    return " ".join(word[:-1] if word.endswith(("ets", "ens", "rnes")) else word for word in words)
