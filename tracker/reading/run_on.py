"""Text that runs on where a line ended: where headings stand inside it, and where a title ends."""

from __future__ import annotations

import re
from itertools import islice

from tracker.domain.minutes import SectionKind
from tracker.reading import layouts
from tracker.reading.sentence import is_sentence
from tracker.reading.titles import stuck_behind

_LONGEST_TITLE = 120
_SEEN_BEHIND = 200
_CAPITALS_TRIED = 8


def _capitalised(words: list[str]) -> str:
    return "|".join(re.escape(word[0].upper() + word[1:]) for word in sorted(words, key=len, reverse=True))


_NAMES = [word for word, (_, soft) in layouts.HEADINGS.items() if not soft]
_FIELDS = ["sagsnr.", "sagsnr", "sagsnummer", "tid og sted", "tid", "sted", "dato", "mødedato", "forslag", "drøftelse"]
_LABELLED = re.compile(rf"(?<=\s)(?:{_capitalised([*_NAMES, *_FIELDS, *layouts.ABSENT, *layouts.PRESENT])})\s?:(?=\s)")
_UNDATED = re.compile(  # "Beslutning den : Godkendt.", its day lost with the page
    rf"(?<=\s)(?:{_capitalised([word for word in _NAMES if layouts.HEADINGS[word][0] is SectionKind.DECISION])})\sden\s?:(?=\s)"
)
_BARE = re.compile(
    rf"(?<=\s)(?:{_capitalised([word for word in _NAMES if layouts.HEADINGS[word][0] is SectionKind.DECISION])})\.?\s(?=[A-ZÆØÅ])"
)
_OF_BODY = re.compile(  # "Teknik- og Miljøudvalgets møde 9. oktober 2007 Punkt 6: Anbefales."
    r"(?<=\s)(?P<heading>[A-ZÆØÅ][\w-]{2,40}(?:(?:,| og) [A-ZÆØÅ][\w-]{2,40}){0,3}s møde (?:den |d\. )?\d{1,2}\.? [a-z]{3,9} \d{4},?"
    r" (?:[Pp]unkt|[Pp]kt\.?|[Ss]ag) \d{1,3}:) "
)
_FEWEST_BODIES = 3
_WEEKDAY = r"(?:Man|Tirs|Ons|Tors|Fre|Lør|Søn)dag"
_BEHIND_TITLE = re.compile(
    rf"(?<=\s)(?:Bilag \d|{_WEEKDAY}(?: d\.| den)? \d|Orientering(?: [A-ZÆØÅ]| om | på )|a[.)] [A-ZÆØÅ]"
    r"|(?:Intet|Ingen)\b|(?:Der|Det|Vi|Man|Alle|Hvis|Når|Herefter|Hvad|Hvordan|Hvem|Hvorfor|Kunne|Ca\.)\s)"
)
_CAPITAL = re.compile(r"(?P<before>\S++)\s(?=(?P<at>[A-ZÆØÅ]))")
_POINT = re.compile(r"(?:\A|\D)\d{1,3}[.):]\s$")
_STOP = re.compile(r"[^\W\d_]{4}[.!?]\s")
_DEFINITE = re.compile(r"[A-ZÆØÅ][\w-]*[^\W\d_]{3}(?:en|et|erne|ene)\s[a-zæøå]")
_LEADS_ON = frozenset(
    (
        "fra til af i på for med ved v v. hos om og samt vedr. vedr vedrørende mellem under over efter den det de ny nye nyt hr. fru pr."
        " jf. hhv. . / & - – +"
    ).split()
)


def heading_breaks(text: str) -> list[int]:
    """Where headings and fields stand inside the text, and where the text begins behind a decision's heading without a colon."""
    found = {match.start() for match in _LABELLED.finditer(text)}
    found |= {match.start() for match in _UNDATED.finditer(text)}
    for match in _BARE.finditer(text):
        if text[match.start() - 2] not in ",;-–" and not _names(text, match.start()):
            found |= {match.start(), match.end()}
    bodies = list(_OF_BODY.finditer(text))
    if len(bodies) >= _FEWEST_BODIES:
        found |= {place for match in bodies for place in (match.start("heading"), match.end())}
    return sorted(found)


def _names(text: str, at: int) -> bool:
    """Whether the capitalised word is the first of a title or a line: "1. Referat Sundhedsrådet"."""
    before = text[max(0, at - 6) : at]
    return before[-1:] == "\n" or _POINT.search(before) is not None


def title_end(text: str, start: int, end: int, listed: str, *, sure: bool) -> int | None:
    """Where the text behind a title begins; None where the title takes all of the item or it can't be told.

    `end`: where the next item or heading begins. `listed`: the title as the list of contents has it. `sure`: a heading stands at the end.
    """
    if listed and text.startswith(listed, start, end):
        at = start + len(listed)
        return at + 1 if at + 1 < end else None
    stuck = stuck_behind(text, start, min(end, start + _LONGEST_TITLE + _SEEN_BEHIND))
    if stuck:
        return stuck
    line = text.find("\n", start, end)
    stop = min(end if line < 0 else line, start + _LONGEST_TITLE)
    behind = _BEHIND_TITLE.search(text, start + 1, stop)
    if behind is not None and _STOP.search(text, start, behind.start()) is None:
        begins = _sentence_begins(text, start, behind.start(), named_too=False)
        return behind.start() if begins is None else begins
    if sure and stop == end and not is_sentence(text[start:end]):
        return end
    return _sentence_begins(text, start, stop)


def _sentence_begins(text: str, start: int, stop: int, *, named_too: bool = True) -> int | None:
    """The first capital behind a word that doesn't lead on, where a sentence begins; else the first such capital at all.

    One behind another capital may belong to a name ("Ida Holm") and counts only where there is no other (`named_too`).
    """
    capital: int | None = None
    named: int | None = None
    for found in islice(_CAPITAL.finditer(text, start, stop), _CAPITALS_TRIED):
        before, at = found["before"], found.start("at")
        if _STOP.search(f"{before} ") is not None:
            break  # the title ends with a stop: read like any other
        if before.lower() in _LEADS_ON or before.endswith((",", "/")):
            continue
        told = is_sentence(text[at : at + _SEEN_BEHIND]) or _DEFINITE.match(text, at) is not None
        if found.start() == start:
            if told:
                return at
        elif before[0].isupper() and before[-1].isalpha():
            named = named or (at if told else None)
        elif told:
            return at
        else:
            capital = capital or at
    return capital or (named if named_too else None)
