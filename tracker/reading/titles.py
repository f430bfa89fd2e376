"""Items that say everything on one line: "5. Eventuelt: Intet.", "2. Økonomi. Kassereren gennemgik regnskabet."."""

from __future__ import annotations

import re
from itertools import islice

from tracker.domain.minutes import Outcome, Span
from tracker.reading import dates
from tracker.reading.outcome import outcome_of
from tracker.reading.sentence import is_sentence

_BREAK = re.compile(r"(?:\.|(?<=[?!]))\s+(?=[A-ZÆØÅ])|\.(?=[A-ZÆØÅ][a-zæøå]+ )|:\s+|(?<!\s)\s+[–—|-]\s+")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:nr|kl|pkt|vedr|evt|ca|bl|mv|dvs|fx|inkl|ekskl|jf|st|hhv|mht|ift|ad|d|a|f|eks|dr|tlf|v)$", re.IGNORECASE
)
_MONTH_BEHIND = re.compile(rf"(?:{'|'.join(dates.MONTHS)})\b", re.IGNORECASE)
_MONTH_SHORTENED = re.compile(r"\b(?:jan|feb|apr|aug|sept?|okt|nov|dec)$", re.IGNORECASE)
_NOTHING = re.compile(r"(?:intet|ingen(?:ting)?|ikke|udgår|udgik|se|mundtlig)\b.{0,40}$", re.IGNORECASE)
_LONGEST = 100
_BREAKS_TRIED = 6
_SHORT = 60
_DECIDED = re.compile(
    r"\w (?:godkendt|vedtaget|udsat|drøftet|gennemgået|afvist|taget til efterretning)(?: uden (?:\w+ )?(?:bemærkninger|kommentarer))?\.?$"
)
_DECIDED_FIRST = re.compile(r"(?:Godkendt|Vedtaget|Udsat) \w")
_NO_TITLE = 200
"""Characters; so long a line that holds several sentences is no title, whether or not their verbs are known."""
_ENDS = re.compile(r"[a-zæøå]{3}[.!?] [A-ZÆØÅ]")
_APPROVED_BEHIND = re.compile(  # "Godkendelse af dagsorden og referat Begge godkendt."
    r"(?<=\w) (?=(?:Begge(?: dele)?|Dagsorden(?:en)?|Referat(?:et|erne)?) (?:er |blev )?(?:godkendt|godkendes)\b)"
)
_CATCH_ALL = re.compile(r"eventuelt$", re.IGNORECASE)  # "Eventuelt. Brev om energi følges op.": nothing behind it is its title
_DECIDED_AT_ONCE = re.compile(  # "Skiltet. Planen vedtaget. Gruppen er Ida og Bo"
    r"(?:[\w-]+ ){0,4}(?:godkendt|vedtaget|udsat|drøftet|gennemgået|afvist|taget til efterretning)\. ", re.IGNORECASE
)
_NOTHING_SAID = re.compile(r"(?:Intet|Ingen)\b")
_TIME = re.compile(r"[(\[](?:max\.?|ca\.?|cirka|forventet)?\s*\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s*min(?:\.|utter)?[)\]]\s*", re.IGNORECASE)
_ROLE = r"(?:valg af )?(?:mødeleder|referent|ordstyrer|dirigent|formand|kasserer|sekretær)"
_ROLES = re.compile(rf"{_ROLE}(?:(?:, | og ){_ROLE})*$", re.IGNORECASE)
_STUCK = re.compile(r"(?=[A-ZÆØÅ][a-zæøå])(?:(?<=[a-zæøå]{3})|(?<=\b(?:19|20)\d\d))")
_ROLE_BEFORE = re.compile(r"(?:(?:Valg af )?(?:[Rr]eferent|[Oo]rdstyrer|[Mm]ødeleder|[Dd]irigent))(?=[A-ZÆØÅ][a-zæøå])")
_DAY_SAID = re.compile(r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\b|(?:d\.|den)\s?\d)", re.IGNORECASE)  # "Næste møde: lørdag d. 5. juni"
_PRESENTER = re.compile(r"\s[–—-]\s?[Vv](?:ed)?[/.]\s?[A-ZÆØÅ][^\d]{0,60}$")
_FOR_TIME = re.compile(
    r"\s{1,3}(?:v/\s?[A-ZÆØÅ][^\d\n/]{0,60}?\s)?[–—-]\s?\d{1,3}\s?min(?:utter|\.)?$| ?[:–—-]? ?[–—-]? ?Ansvarlig\([^)\n]{0,80}\).{0,80}$"
)
"""Who presents an item and for how long: "Fravær v/Torben – 20 min.", "Åbent hus: Ansvarlig(Allan) - Proces(Drøftelse)"."""
_BUTTON = re.compile(r"(?<=\S) ?(?:Tryk|Klik) (?:her )?for at ")  # "HavnenKlik for at læse mere om Havnen"
_NAME_WORDS = 8
CALLED = re.compile(r"(?:Emne|Titel|Overskrift|Tema):\s+(?=\S)", re.IGNORECASE)  # "Emne: Havnen" is called "Havnen"
_NAMED_BEFORE = re.compile(r"[\w -]{2,40}: ")  # "Stole – borde: Ida måler op" breaks at the colon


def read_title(text: str, title: tuple[int, int], *, told: bool = False) -> tuple[tuple[int, int], int]:
    """The title without times, cut where a whole sentence begins behind it; and where the body begins.

    A line that is itself a sentence ("3. Ida lovede at spørge.") is no title but the beginning of the body; unless it is short,
    ends without a full stop and has text below (`told`), as in "3. Kassereren gennemgår budgettet".
    """
    start, end = _first_cell(text, *_without_times(text, *title))
    stuck = stuck_behind(text, start, end)
    if stuck:
        return (start, stuck), stuck
    cut, said = prose_in_title(text, (start, end), sure=True)
    if told and _only_named(text[cut[1] : end]):
        cut, said = (start, end), Span(end, end)
    if _NOTHING_SAID.match(text, *cut) and cut[1] - cut[0] < _SHORT:
        return (start, start), start
    if cut[1] - cut[0] > _NO_TITLE and len(_ENDS.findall(text, *cut)) > 1:
        return (start, start), start
    spoken = not told or cut[1] - cut[0] > _SHORT or text[cut[1] - 1] in ".!" or len(said) > 0
    if spoken and is_sentence(text[cut[0] : cut[1]]):
        return (start, start), start
    return cut, said.start if len(said) else title[1]


def _only_named(rest: str) -> bool:
    """Whether what stands behind a colon goes on with the title ("Havnerådet: Ny kajplan."): it says and decides nothing."""
    words = rest.removeprefix(":").strip()
    if not rest.startswith(":") or not 2 <= len(words.split()) <= _NAME_WORDS // 2 or _NOTHING.match(words):
        return False
    return not is_sentence(words) and outcome_of(words) is Outcome.OTHER


def stuck_behind(text: str, start: int, end: int) -> int:
    """Where what was said is stuck to the end of the title ("KranenBo ringer til værftet.", "EventueltIntet"); 0 where nothing is."""
    role = _ROLE_BEFORE.match(text, start, end)
    if role is not None:
        return role.end()  # "ReferentIda"
    for found in islice(_STUCK.finditer(text, start, min(end, start + _LONGEST)), _BREAKS_TRIED):
        if is_sentence(text[found.end() : end]) or _NOTHING.match(text, found.end(), end):
            return found.end()
    return 0


def _without_times(text: str, start: int, end: int) -> tuple[int, int]:
    """ "(15 min) Elevrådet" and "Elevrådet (max. 15 minutter)" are "Elevrådet"."""
    lead = _TIME.match(text, start, end)
    if lead is not None and lead.end() < end:
        start = lead.end()
    tail = max(text.rfind("(", start, end), text.rfind("[", start, end))
    if tail > start and _TIME.fullmatch(text, tail, end):
        end = tail
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _first_cell(text: str, start: int, end: int) -> tuple[int, int]:
    """ "1. Lukkedage | Formand |": a row whose last column is empty names the item and who answers for it."""
    bar = text.find(" | ", start, end)
    named = text[bar + 3 : end].strip(" |")
    if bar < 0 or "|" in named or not text[end - 1 : end + _SHORT].split("\n", maxsplit=1)[0].rstrip().endswith("|"):
        return start, end
    names = named.split()
    told = len(names) <= _CELL_WORDS and all(name[0].isupper() for name in names) and not _NOTHING_SAID.match(named)
    return (start, bar) if told and outcome_of(named) is Outcome.OTHER else (start, end)


_CELL_WORDS = 3
"""Words; a longer cell is no name."""


def prose_in_title(text: str, title: tuple[int, int], *, sure: bool = False) -> tuple[tuple[int, int], Span]:
    """The title cut where prose begins behind it, and that prose; the title as it is and an empty span where it is only a title.

    `sure`: only a sentence with a verb counts as prose.
    """
    line = text[title[0] : title[1]]
    stuck = _APPROVED_BEHIND.search(line)
    if stuck is not None:
        return (title[0], title[0] + stuck.start()), Span(title[0] + stuck.end(), title[1])
    first: re.Match[str] | None = None
    for found in islice(_BREAK.finditer(line), _BREAKS_TRIED):
        head, rest = line[: found.start()], line[found.end() :]
        if len(head) < 2 or len(head) > (_LONGEST if first is None else 2 * _LONGEST):
            break
        if head.count("”") % 2 or head.count('"') % 2:
            continue  # inside quotation marks
        if found.group()[0] == "." and _ABBREVIATION.search(head) and head.lower() != "evt":
            continue
        if head[-1].isdigit() and _MONTH_BEHIND.match(rest):
            continue  # "søndag 7. Feb."
        if found.group()[0] == " " and _NAMED_BEFORE.match(rest):
            continue
        first = first or (found if found.group()[0] in ".:" else None)
        if found.group()[0] in ".:" and (_CATCH_ALL.match(head) or _DECIDED_AT_ONCE.match(rest)):
            return (title[0], title[0] + found.start()), Span(title[0] + found.end(), title[1])
        if (
            is_sentence(rest)
            or (found.group()[0] == ":" and (_is_said(head, rest) or _NOTHING_SAID.match(rest)))
            or (not sure and _is_prose(rest))
        ):
            cut = first or found  # "Post. Brev om energi. Ida svarer" is prose from the first break on
            at = title[0] + cut.end()
            stop = cut.start() + (_MONTH_SHORTENED.search(line[: cut.start()]) is not None)
            return (title[0], title[0] + stop), Span(at, title[1])
    return title, Span(title[1], title[1])


_SIGNS = re.compile(r"\A[>*•=~|]{1,3} (?=\w)|(?<=\S) [*=~|]{1,3}\Z")
"""Signs that set a title apart: "> Siden sidst", "* Corona *"."""


def tidy_title(title: str) -> str:
    """A title on one line, without what merely ends it: a closing colon, and who presents the item ("Kaffe – v/Ida")."""
    bare = _SIGNS.sub("", " ".join(title.split())).rstrip(" :;,–—")
    button = _BUTTON.search(bare)
    if button is not None and bare.endswith(bare[: button.start()].rstrip()):
        bare = bare[: button.start()].rstrip()  # a web page's button that says the title again
    presented = _PRESENTER.search(bare) or _FOR_TIME.search(bare)
    return bare[: presented.start()].rstrip() if presented is not None and presented.start() else bare


def decided_title(text: str, title: tuple[int, int]) -> Span:
    """The title itself, where it says what was decided ("Dagsorden og referat godkendt."); else an empty span."""
    line = text[title[0] : title[1]]
    decided = (_DECIDED.search(line) or _DECIDED_FIRST.match(line)) is not None and outcome_of(line) is not Outcome.OTHER
    return Span(*title) if decided else Span(title[1], title[1])


def _is_said(head: str, rest: str) -> bool:
    """What stands behind a colon: a name behind a role ("Referent: Ida"), or words that end in a full stop behind a short label."""
    words = rest.split()
    if not words:
        return False
    if _ROLES.match(head):
        return len(words) <= _NAME_WORDS and rest[0].isupper()
    if _DAY_SAID.match(rest):
        return len(head.split()) <= 4
    return rest[-1] == "." and rest[0].isupper() and len(head.split()) <= 4 and not _ABBREVIATION.search(rest[:-1])


def _is_prose(rest: str) -> bool:
    words = rest.split()
    if _NOTHING.match(rest):
        return True
    if len(words) >= 3 and rest[-1:] in ".!?" and not _ABBREVIATION.search(rest[:-1]):
        return True
    return len(words) <= 6 and outcome_of(rest) is not Outcome.OTHER
