"""A list of what is to be done with the person first: "Regnar: pris på maling"."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.names import is_initials
from tracker.danish.verbs import Form, Verb, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import PREPOSITIONS, Clause
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import SURE, Mention
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.bidding import due_then, orders
from tracker.extraction.rules.labels import LABELS_OF_OFFICE, tells_of_past, whole_sentence
from tracker.extraction.rules.reports import has_status_noun
from tracker.extraction.subjects import Subject
from tracker.extraction.tokens import NUMBER, SIGN, TIME, WORD, Token
from tracker.extraction.vocabulary import agent_kind

_AT_THE_END = frozenset("i op ud ind ned om på til".split())
"""Small words that may stand behind the participle that ends a line: "ny dør sat i"."""
_TOPICS = frozenset("apv gdpr mus lup sus trio evt nb obs ps".split())
"""Letters that name a matter, not a person."""
_PRAISE = frozenset(
    "ønske ønsker forslag spørgsmål vigtigt vigtig gerne pas enig enige uenig positiv bekymret nervøs"
    " jo måske næh tja hvorfor "
    " næppe muligvis aldrig for samme husk mange få flere helst hellere"
    " god godt gode fin fint dårlig dårligt stor stort flot flotte tak ros rart dejligt trist intet ingen ikke nej ja".split()
)
"""First words of a remark: "IW: god stemning på mødet" gives nobody a task."""


def named_task(sentence: Sentence) -> Find | None:
    """ "Regnar: pris på maling": a to-do list with the person first."""
    tokens = sentence.tokens
    colon = next((k for k, t in enumerate(tokens[:7]) if t.text == ":"), None)
    if colon is None or colon == 0 or colon + 1 >= len(tokens):
        return None
    found, stop = sentence.reader.group(0, colon, preverbal=True)
    if not found or stop != colon or tokens[0].low in _TOPICS:
        return None
    held = tokens[0].low in LABELS_OF_OFFICE and sentence.reader.group(colon + 1, len(tokens))[1] > colon + 1
    if held and any(t.text == ":" for t in tokens[colon + 1 :]):
        return None  # "Formand: Bo, næstformand: Mia": who holds which office
    told = pick(tokens[colon + 1].low, Form.IMPERATIVE, Form.INFINITIVE)
    wanted = told is None and _due_from_all(sentence, found, colon)
    if not wanted and not all(
        sentence.directory.knows_person(m.text.split()[0])
        or sentence.directory.knows_person(m.text)
        or is_initials(m.text)
        or (m.kind is PartyKind.ROLE and (told or not _are_any(m.text)))
        or (told and m.text.casefold() in ("alle", "begge"))  # "Alle: tag slik med"
        or (
            _to_do(sentence, told) and m.sure >= SURE and m.kind in (PartyKind.DEPARTMENT, PartyKind.GROUP, PartyKind.BODY)
        )  # "Hjemmeplejen: Udarbejde …"
        for m in found
    ):
        return None
    named, whole = sentence.reader.group(colon + 1, len(tokens))
    closed = all(t.kind == SIGN for t in tokens[whole:]) or (whole < len(tokens) and tokens[whole].text in "(,")
    if named and all(m.kind is PartyKind.ROLE for m in found) and closed:
        return None  # "Kasserer: Hanne Ibsen" tells who holds the office
    first = tokens[colon + 1]
    last = next((t for t in reversed(tokens[colon + 1 :]) if t.kind == WORD and t.low not in _AT_THE_END), first)
    behind = zip(tokens[colon + 1 :], tokens[colon + 2 :], tokens[colon + 3 :], strict=False)
    ended = next((t for before, t, after in behind if after.low in PREPOSITIONS and before.text != "," and _only_participle(t.low)), last)
    last = ended if _only_participle(ended.low) else last  # "lønforhandlingerne afsluttet uden uenighed"
    done = _only_participle(last.low)
    if told is None and done and last.low not in ("aftalt", "ønsket", "besluttet") and tokens[tokens.index(last) - 1].low != "som":
        return None  # "TSO: to nye elever startet": what has been done
    if (
        tells_of_past(sentence)
        or first.text[:1] in "\"”»'"
        or first.low in _PRAISE
        or (first.kind == NUMBER and not wanted)
        or first.low.endswith("møde")  # "EK: møde med regionen 26/8": where she was, or will be
        or (
            first.capital and not (_to_do(sentence, told) or orders(sentence, colon + 1) or due_then(sentence, found, colon + 1))
        )  # "HUS: Skimmel i kælderen" tells something
        or any(
            pick(t.low, Form.PAST) or t.low in ("løber", "gælder", "orientering") for t in tokens[colon:]
        )  # "SDA: aftalen løber til maj"
    ):
        return None
    if told is None and _only_remarks(tokens[colon + 1 :]):
        return None
    result = whole_sentence(sentence, Kind.TASK)
    result.responsible = found
    result.nominal = True
    if told is not None:
        bare = Clause(tokens, colon + 1, len(tokens), colon + 1, told, "main", (colon + 1, colon + 1))
        result.recipients = recipients_of(sentence, bare, told.lemma, Subject("none"), colon + 2)
    else:
        result.recipients = _handed_to(sentence, colon + 2)
    return None if has_status_noun([tokens[colon + 1].low]) else result.mark("label")


def _due_from_all(sentence: Sentence, found: list[Mention], colon: int) -> bool:
    """ "Alle centre: nye skøn senest onsdag i uge 36": what all of them, or a unit, are to hand in by a day."""
    many = all(
        m.sure >= SURE and (m.kind in (PartyKind.GROUP, PartyKind.DEPARTMENT) or m.text.casefold().split()[0] in _ALL) for m in found
    )
    limits = (
        t.time
        for before, t in pairwise(sentence.tokens[colon:])
        if t.time is not None and (LIMIT.match(t.low) or before.low in ("frist", "deadline", ":"))
    )
    return many and not sentence.clauses and any(t.deadline.due is not None and not t.past for t in limits)


_ALL = frozenset("alle hver begge samtlige".split())


def _handed_to(sentence: Sentence, begin: int) -> list[Mention]:
    """To whom a thing goes that a line names without a verb: "Bo: referat til alle ledere", "Bo: tallene til Ea inden maj"."""
    tokens = sentence.tokens
    for at in range(begin, len(tokens) - 1):
        if tokens[at].low == "til" and tokens[at - 1].kind == WORD:
            found, stop = sentence.reader.group(at + 1, len(tokens))
            people = all(m.sure >= SURE and m.kind is not PartyKind.UNKNOWN for m in found)
            if found and people and (stop == len(tokens) or tokens[stop].kind in (SIGN, TIME)):
                return found
    return []


def _are_any(name: str) -> bool:
    """Whether a label is a bare plural, which names a topic: "Vikarer: 62 pct. er faste"."""
    low = name.lower()
    return low.endswith("ere") or (low.endswith("er") and agent_kind(low[:-2]) is not None)


def _to_do(sentence: Sentence, told: Verb | None) -> bool:
    """Whether what stands behind the colon begins with an infinitive that is nothing else, and tells nothing: "Bo: Samle stolene"."""
    return told is not None and told.form is Form.INFINITIVE and not told.noun and not any(c.main for c in sentence.clauses)


def _only_remarks(tokens: list[Token]) -> bool:
    """Whether the words only say what somebody thinks: "Mikkel: træls", "Tove: sproget for akademisk"."""
    words = [t.low for t in tokens if t.kind == WORD]
    judged = len(words) > 1 and words[-2] in _TOO_MUCH and words[-1].endswith(_JUDGING)
    return judged or (bool(words) and words[0] in _JUDGED)


_TOO_MUCH = frozenset("for meget ret alt så lidt".split())
_JUDGING = (
    *("isk", "lig", "ligt", "ig", "igt", "dyr", "dyrt", "stor", "stort", "lang", "langt", "kort", "svær", "svært", "tungt", "let"),
    *("iske", "lige", "ige", "dyre", "store", "lange", "korte", "svære", "tunge", "lette", "høje", "højt", "lave", "lavt", "få", "mange"),
)
_JUDGED = frozenset(
    "træls svært svær nemt nem let hårdt rodet kedeligt kedelig ærgerligt dumt synd sjovt hyggeligt tydeligt uklart dyrt billigt spændende"
    " irriterende forvirrende skuffende rigtigt forkert okay ok enkelt tungt hurtigt langsomt super".split()
)


def _only_participle(word: str) -> bool:
    return pick(word, Form.PARTICIPLE) is not None and pick(word, Form.PRESENT, Form.PASSIVE) is None
