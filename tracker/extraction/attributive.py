"""Times that are nobody's deadline because they only tell which thing is meant: "referatet fra mødet den 3. maj", "budget 2026"."""

from __future__ import annotations

import re
from itertools import pairwise

from tracker.danish.verbs import Form, pick
from tracker.domain.deadline import Precision, TimeExpression
from tracker.domain.party import PartyKind
from tracker.extraction.tokens import TIME, WORD, Token
from tracker.extraction.vocabulary import agent_kind

_ATTRIBUTIVE = frozenset("fra af for om efter siden vedrørende mod under".split())
_NAMED_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-/–]\s*(?:20)?\d\d)?\Z")
_WEEKDAY_DATE = re.compile(r"(?:man|tirs|ons|tors|fre|lør|søn)dag (?:den |d\. ?)?\d")
_GATHERINGS = ("møde", "mødet", "møder", "møderne", "seminar", "seminaret", "dagen", "festen", "turen", "arrangementet", "forsamlingen")
_INSPECTIONS = (
    "besigtigelse", "rundvisning", "gennemgang", "indvielse", "åbning", "fremvisning", "syn", "besigtigelsen", "rundvisningen",
    "gennemgangen", "indvielsen", "åbningen", "fremvisningen",
)  # fmt: skip
_PEOPLE = (PartyKind.ROLE, PartyKind.DEPARTMENT, PartyKind.GROUP, PartyKind.PERSON)
_OF_ONE_DAY = ("gudstjenesten", "messen", "koncerten", "træningen", "kampen", "festen", "forestillingen", "loppemarkedet")
BARE = re.compile(r"(?:den |d\. ?)?\d|(?:man|tirs|ons|tors|fre|lør|søn)dag")
"""A day told without a word before it."""
LIMIT = re.compile(
    r"(?:(?:ikke )?senest|ikke senere|inden|før|(?:med )?(?:svar|høring|tid|aflevering|ansøgning|tilmelding)?s?frist"
    r"|(?:med )?deadline|snarest)"
)
"""How a last day is told."""


_PARTICLES = frozenset("ud ind op frem rundt".split())


_TOPIC = 2
"""Tokens of what a sentence says first that it is about: "For valget"."""


def is_attributive(tokens: list[Token], at: int) -> bool:
    """Whether a date only tells which meeting, budget or plan is meant."""
    time = tokens[at]
    before = tokens[at - 1] if at else None
    if before is None or before.kind != WORD:
        return False
    if before.low == "overført" and time.time is not None and time.time.deadline.precision is Precision.YEAR:
        return True  # "søger restbeløbet overført til 2019": where the money goes
    if time.low.startswith("pr. ") and at + 1 < len(tokens) and any(t.kind == TIME for t in tokens[at + 1 :]):
        return True
    which = at == _TOPIC and tokens[0].low == "for" and time.low.removeprefix("i ").isdigit()
    if which or _tells_which(tokens, at) or _reaches_back(tokens, at):  # also "For valget i 2026 aftales formen senere"
        return True
    if time.low.startswith("fra ") and at == 1 and before.capital and time.time is not None and time.time.deadline.due is None:
        return before.low.endswith(("ne", "et"))  # "Billederne fra kvindernes kampdag lægges op"
    if before.low in ("og", "eller") and at > 2 and tokens[at - 3].low == "for" and time.time is not None and _spans(time.time):
        return True  # "vagtplan for november og december"
    if LIMIT.match(time.low) or time.low.startswith(("til ", "på ", "ved ", "i løbet ")) or pick(before.low, Form.PASSIVE) is not None:
        return False  # also "Notat om fravær udsendes 1/5"
    if any(t.low in ("forlængelse", "forbindelse", "tilknytning") for t in tokens[max(0, at - 5) : at]):
        return False  # "i forlængelse af udvalgets møde den 6. maj": then it is done
    return (before.low.endswith(_GATHERINGS) and _asked_for(tokens, at)) or _describes(tokens, at, before)


def _reaches_back(tokens: list[Token], at: int) -> bool:
    """ "beregner tillæg tilbage til 1. januar", "alle sager fra før 1. oktober": how far back, and no last day."""
    if tokens[at - 1].low == "end":
        return True  # "mere end i år"
    if tokens[at - 1].low == "fra" and tokens[at].low.startswith(("før ", "inden ")):
        return True
    before = [t.low for t in tokens[max(0, at - 4) : at]]
    return before[-1] == "tilbage" and tokens[at].low.startswith("til ") and not any(w.startswith(("vend", "kom", "lever")) for w in before)


def _describes(tokens: list[Token], at: int, before: Token) -> bool:
    """Whether the words right before a time that is no limit make it an attribute of theirs."""
    time = tokens[at]
    if not BARE.match(time.low):
        particle = before.low == "af" and time.low.startswith("i ")  # "prøver planen af i maj"
        if before.low == "for" and at > 1 and tokens[at - 2].low.startswith("dagsorden"):
            return False  # "optages på dagsordenen for majmødet"
        return before.low in ("for", "vedrørende", "om", "af") and time.time is not None and _spans(time.time) and not particle
    if before.low in _ATTRIBUTIVE:
        return before.low in ("fra", "af", "siden", "vedrørende", "om")
    if _WEEKDAY_DATE.match(time.low):
        return False  # "generalforsamling om taget tirsdag den 11. juni" tells when
    two = tokens[at - 2] if at > 1 else None
    if _meets_about(tokens, at):
        return False
    if two is not None and two.low == "om" and not before.low.endswith(_GATHERINGS):
        return False
    three = tokens[at - 3] if at > 2 else None
    if (
        two is not None
        and two.low == "af"
        and three is not None
        and (
            before.low == "sted"
            or three.low.endswith(_INSPECTIONS)
            or _is_to_be(tokens, at - 3)
            or (at > 3 and tokens[at - 4].low in ("ved", "til", "på"))
        )
    ):
        return False  # "tager af sted den 3.", "en besigtigelse af grunden den 15. juni", "taler ved indvielsen af salen den 3. maj"
    if two is not None and two.low in ("efter", "før", "ved", "under") and before.low.endswith(_OF_ONE_DAY):
        return False  # "efter gudstjenesten den 24. maj": that day
    if two is not None and two.low == "efter" and before.capital:
        return False  # "overtager kassen efter Gitte den 1. juni"
    if before.low in _PARTS_OF_DAY:
        return False  # "om formiddagen den 27. september"
    kind = agent_kind(before.low) if two is not None and two.low == "af" else None
    got = any(t.low in ("får", "modtager") for t in tokens[max(0, at - _GOT_REACH) : at])  # "får en liste af Connie den 1. maj"
    acted = two is not None and two.low == "af" and three is not None and (three.low.endswith("s") or got)
    acted = acted or (two is not None and two.low == "fra" and any(t.low == "får" for t in tokens[max(0, at - _GOT_REACH) : at]))
    agent = kind in _PEOPLE or (acted and (before.capital or kind is not None))  # "slettes af TB / udvalget den 1. juni"
    if (
        two is not None
        and two.low == "fra"
        and three is not None
        and three.low.endswith(("es", "kommer"))
        and not before.low.endswith(_GATHERINGS)
    ):
        return False  # "fjernes fra gården den 20. maj": when they are taken away
    if two is not None and two.low in _ATTRIBUTIVE - {"for", "mod", "under"} and before.low not in ("dato", "frist"):
        return not agent
    return (
        three is not None
        and three.low in ("fra", "af", "om")
        and two is not None
        and two.kind == WORD
        and not two.capital
        and two.low not in ("til", "på", "i")
    )


def _is_to_be(tokens: list[Token], at: int) -> bool:
    """ "tager en særskilt drøftelse af forslagene den 4.": when the talk is to be."""
    return tokens[at].low.endswith(_TALKS) and any(t.low in ("en", "et") for t in tokens[max(0, at - 2) : at])


_TALKS = ("drøftelse", "snak", "debat", "status", "evaluering", "præsentation", "behandling")
_GOT_REACH = 7
"""Tokens between "får" and the day of what is got from somebody."""
_PARTS_OF_DAY = frozenset("formiddagen eftermiddagen aftenen morgenen middagen dagen".split())


def _asked_for(tokens: list[Token], at: int) -> bool:
    """ "beder skolen om et fælles møde i januar": when what is asked for is to be, not the asking."""
    article = next((k for k in range(at - 2, max(0, at - 5), -1) if tokens[k].low in ("et", "en")), 0)
    return article > 0 and tokens[article - 1].low == "om"


_RECORDS = (
    "billeder", "billederne", "fotos", "erfaringer", "erfaringerne", "tallene", "resultater", "resultaterne", "noter", "noterne",
    "journaler", "journalerne", "målinger", "målingerne", "møderne",
    "referat", "referatet", "referater", "svarene", "evalueringen", "opsamlingen", "materialet", "udgifter", "udgifterne",
)  # fmt: skip
_MOVING = ("udsæt", "udsk", "flyt", "ryk", "skub", "vent", "overfør")
_TO_YEAR = re.compile(r"til (?:19|20)\d\d\Z")
_INVITATIONS = frozenset("indbydelse indbydelsen invitation invitationen indkaldelse indkaldelsen".split())
_TREATMENT = frozenset("behandling drøftelse vedtagelse godkendelse beslutning".split())


def _in_purpose(tokens: list[Token], at: int) -> bool:
    """Whether a time stands in what is meant: "med henblik på et møde efter ferien", but not behind a verb that follows."""
    aim = next((k for k in range(at - 1, max(-1, at - _PURPOSE_REACH), -1) if tokens[k].low in ("henblik", "mhp")), -1)
    return aim >= 0 and not any(pick(t.low, Form.PASSIVE, Form.PRESENT) is not None for t in tokens[aim + 1 : at] if t.kind == WORD)


_PURPOSE_REACH = 9


def _tells_which(tokens: list[Token], at: int) -> bool:
    """Whether a time says which thing is meant: "budget 2026", "en plan for resten af året", "et brev om pladserne i 2026", "mulighederne
    for at låne lys til weekenden"."""
    time, before = tokens[at], tokens[at - 1]
    if _NAMED_YEARS.match(time.low):
        return before.low not in ("i", "inden", "senest")
    agenda = (
        at > 1
        and tokens[at - 2].low == "til"
        and before.low.startswith("dagsorden")
        and time.low.startswith("i ")
        and any(t.kind == TIME for t in tokens[at + 1 :])
    )
    if agenda or (before.low in _INVITATIONS and time.low.startswith("til ")):
        return True  # "Ønsker til dagsordenen i juni meldes ind i uge 20", "sammen med indbydelse til fastelavn"
    if (before.low == "tal" or before.low.endswith(_RECORDS)) and time.low.startswith("fra "):
        return True  # "billeder fra sommeren", "tallene fra 2. kvartal"
    if _TO_YEAR.match(time.low) and before.low.endswith(("en", "et", "erne")) and not any(t.low.startswith(_MOVING) for t in tokens):
        return True  # "forberede omlægningen til 2027"
    if before.low == "for" and time.low.startswith("resten"):
        return True
    if not LIMIT.match(time.low) and any(t.low in ("dato", "datoer") for t in tokens[max(0, at - 5) : at - 2]):
        behind = [t.low for t in tokens[at - 4 : at]]
        named = any(pair in pairwise(behind) for pair in (("for", "en"), ("for", "et"), ("for", "den"), ("for", "det")))
        return tokens[at - 1].low not in _PARTICLES and named  # "finder en dato for en studietur i foråret"
    if time.low.startswith("mellem ") and any(t.low in ("over", "for") for t in tokens[max(0, at - 3) : at - 1]):
        return True  # "en liste over vagterne mellem jul og nytår"
    if time.low.startswith("over ") and before.low.startswith(("oversigt", "liste", "overblik", "regnskab", "opgørelse", "kalender")):
        return True
    if not LIMIT.match(time.low) and any(t.low in ("henvisning", "henhold") for t in tokens[max(0, at - 7) : at]):
        return True  # "under henvisning til drøftelsen i december", "i henhold til beslutning i byrådets møde den 3. maj"
    matter = _TREATMENT & {before.low, *time.low.split()}  # "med henblik på behandling i maj"
    if not LIMIT.match(time.low) and not matter and _in_purpose(tokens, at):
        return True  # "med henblik på et fælles møde efter ferien"
    chance = next((k for k in range(at - 1, max(0, at - 9), -1) if tokens[k].low.startswith("mulighed")), 0)
    if chance and not LIMIT.match(time.low) and [t.low for t in tokens[chance + 1 : chance + 3]] == ["for", "at"]:
        return True  # "muligheden for at rykke mødet i juni"
    if time.low.startswith("til "):
        chance = next((k for k in range(at - 1, max(0, at - 7), -1) if tokens[k].low.startswith("mulighed")), 0)
        return chance > 0 and [t.low for t in tokens[chance + 1 : chance + 3]] == ["for", "at"]
    year = time.time is not None and time.time.deadline.precision is Precision.YEAR and time.low.startswith("i ")
    return year and any(t.low == "om" for t in tokens[max(0, at - _ABOUT_REACH) : at])


_ABOUT_REACH = 5
"""Tokens between "om" and a year that tells which: "orienterer om rådets bogførte forbrug i 2015"."""


def _meets_about(tokens: list[Token], at: int) -> bool:
    """ "et aftenmøde om invasive arter den 9. maj": a gathering about something has its day behind what it is about."""
    about = next((k for k in range(at - 1, max(0, at - 5), -1) if tokens[k].low == "om"), 0)
    return about > 0 and tokens[about - 1].low.endswith((*_GATHERINGS, "foredrag", "kursus", "temadag", "debat", "oplæg"))


def _spans(time: TimeExpression) -> bool:
    return time.deadline.precision in (Precision.YEAR, Precision.MONTH, Precision.QUARTER, Precision.SEASON)
