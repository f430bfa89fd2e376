"""Whether a line of prose goes on from the line above it, which the width of a page cut."""

from __future__ import annotations

import re

from tracker.danish.names import is_first_name
from tracker.danish.verbs import Form, Sense, pick

_SIGNED = re.compile(r"[.!] (?:[–-] )?[A-ZÆØÅ]{2,4}\Z")  # "… senest den 27. november. BHJ": initials end a line
_LABELLED = re.compile(
    r"(?:\A\s*|[.!?] )(?:Frist|Deadline|Tidsfrist|Ansvarlige?|Ansv\.|Tovholdere?|Opfølgning|Aktion|Action|Aftale|Beslutning):"
)
_TERM_LAST = re.compile(r"\b(?:FRIST|[Ff]rist|DEADLINE|[Dd]eadline|ANSVAR(?:LIG)?|[Aa]nsvar(?:lig)?): ?[^:]{1,30}\Z")
"""How a line ends that tells who or when: "… ANSVAR: Ida FRIST: 1. maj"."""
_DAY_LAST = re.compile(r"\b(?:frist|deadline)(?:en)?\b[^.:\d]{0,40}\d{1,2}[./]\d{1,2}\.?\s*\Z", re.IGNORECASE)
"""… or by when: "Deadline for tilføjelser er 15/4"."""
_POINT = re.compile(
    r"[ \t]*(?:(?:[A-ZÆØÅ][\w.-]{0,20}(?: [A-ZÆØÅ][\w.-]{0,20}){0,2}|[Uu]ge \d{1,2}|\d{1,2}\. ?[a-zæøå]{3,9}(?: \d{4})?"
    r"|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?): |[\[(](?:AKTION|ANSVAR|Aktion|Action|Ansvar)[^\])\n]{0,60}[\])] )"
)
"""How the lines of one list begin, each with its own name, day or label: "Ida Dal: …", "Uge 20: …", "[Aktion: Ida] …"."""
_ATTENDANCE = re.compile(r"\s*(?:Fraværende|Afbud|Inhabil(?:e|itet)?)[^:\n]{0,20}:")  # who was away: the line below is another matter
_PARTED_AT = 45  # characters; a shorter line before a blank one was not cut by a page's width
_PARTED_BY_COMMA = 30  # characters; shorter ones may greet somebody: "Kære alle,"
_WRAPPED_AT = 60  # a line shorter than this was not wrapped by a page's width
_TO_SPARE = 4  # characters besides its blank that a word must leave free where it would have fitted


def is_parted(last: str, line: str) -> bool:
    """Whether `line` goes on where a wrapped line ended, in a text with a blank line behind every line."""
    far = _PARTED_BY_COMMA if last.endswith(",") else _PARTED_AT
    return line.lstrip()[:1].islower() and len(last) >= far and (last[-1:].isalpha() or last[-1:] == ",")


_NAME_AND_VERB = re.compile(
    r"[ \t]*(?P<name>[A-ZÆØÅ](?:[a-zæøå-]+|[A-ZÆØÅ]{1,3}))(?: (?:og )?[A-ZÆØÅ][a-zæøå]+){0,3} (?P<verb>[a-zæøå]{3,20}r) "
)
_SOMEBODY = ("en", "et", "ne")
"""How the names of roles, units and groups end that stand without an article: "Lederne", "Forvaltningen"."""
_SHORT = 5
"""Letters; shorter words that end so are others as well."""
_GOES_ON = frozenset(
    "og eller samt men så at som der hvor når hvis da fordi mens om til på af for fra med ved i under over mellem uden hos efter inden før"
    " er har skal vil kan bliver blev de den det en et".split()
)
"""Words a line cannot end with where its sentence ends."""


_BEFORE_ANY = frozenset("den de det en et hos mellem uden".split())
"""Words that end no sentence and no heading, whatever the next line begins with."""
_BEFORE_MOST = frozenset("til på af for fra med ved i under over efter om".split())
"""… unless they belong to a verb: "Bo kigger teksterne efter"; a long line rather goes on."""
_JOINING = frozenset("og samt eller &".split())
"""… where it begins with a letter; the number of a point may follow them: "1. …, og" / "2. …"."""
_BEFORE_NUMBERS = frozenset("d. inden senest uge kl. kl nr. nr pkt. pkt punkt ca. stk. § side før samt".split())
"""… and those whose number stands at the head of the next line: "senest den / 15.", "i uge / 40"."""


def is_unfinished(last: str, begins: str) -> bool:
    """Whether a line that ends so must go on in the next, which begins with the character `begins`."""
    word = last[-12:].rsplit(None, 1)[-1:]  # the longest of the words is shorter
    if not word or word[0] in _BEFORE_ANY or (word[0] in _BEFORE_MOST and len(last) >= _PARTED_AT):
        return bool(word)
    return word[0] in _BEFORE_NUMBERS if begins.isdigit() else begins.isalpha() and (word[0] in _JOINING or last.endswith(","))


def _acts(line: str) -> bool:
    """Whether a line begins with somebody's first name or post and what that one does: it is a sentence of its own."""
    found = _NAME_AND_VERB.match(line)
    if found is None:
        return False
    verb = pick(found["verb"], Form.PRESENT)
    name = found["name"]
    somebody = is_first_name(name) or name.isupper() or name in ("Alle", "Begge") or (len(name) > _SHORT and name.endswith(_SOMEBODY))
    return somebody and verb is not None and (is_first_name(name) or verb.sense in (Sense.DO, Sense.LIGHT, Sense.REPORT))


def is_wrapped(last: str, line: str, room: int) -> bool:
    """Whether `line` goes on where the line before it, `last`, was cut by the width of a page.

    `room` is how many characters shorter than the text's longest line `last` is: a first word that would have fitted there stands on a
    line of its own because something new begins.
    """
    begins = line.lstrip()[:1]
    if not begins or not last.strip():
        return False  # an empty bullet
    if _ATTENDANCE.match(last) and not last.endswith(","):
        return False
    signed = _SIGNED.search(last) and not pick(line.split(None, 1)[0], Form.PRESENT)  # but "… i uge 8. ARØ" / "samler ønskerne"
    if signed or _LABELLED.search(last) or _LABELLED.match(line) or _TERM_LAST.search(last) or _DAY_LAST.search(last):
        return False
    if _POINT.match(line) and _POINT.match(last):
        return False
    if begins.isupper() and last[-1:].isalpha() and _acts(line) and last.rsplit(None, 1)[-1].casefold() not in _GOES_ON:
        return False  # "… 5 kasser øl og chips" / "Mike sørger for sodavand"
    if not begins.islower() and is_unfinished(last, begins):
        return True
    if begins.islower():
        return not last.endswith((".", "!", "?", ";")) or len(last) >= _WRAPPED_AT
    if begins.isupper() and room > len(line.split(None, 1)[0]) + _TO_SPARE and last.rsplit(None, 1)[-1].casefold() not in _GOES_ON:
        return False
    return len(last) >= _WRAPPED_AT and (not last.endswith((".", "!", "?", ":")) or len(last) >= _WRAPPED_AT + 10)
