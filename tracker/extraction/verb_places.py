"""Words that stand where a verb may and are none: behind a time, behind joined names, in a list, before a bare plural."""

from __future__ import annotations

from tracker.danish.names import is_first_name
from tracker.danish.verbs import Form, Verb
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS, COORDINATORS, PREPOSITIONS
from tracker.extraction.lookalikes import readings_of
from tracker.extraction.tokens import SIGN, TIME, WORD, Token
from tracker.extraction.vocabulary import agent_kind


def acts_already(tokens: list[Token], begin: int, at: int) -> bool:
    """ "tæller Erling og Aksel | biler": names joined behind a verb are its subject, and what follows them its object."""
    names = tokens[begin:at]
    return any(t.low == "og" for t in names) and all(t.capital or t.low in ("og", ",") for t in names)


def in_time(tokens: list[Token], at: int) -> bool:
    """Whether the verb only ends a time: ", før sommerferien begynder"."""
    before = tokens[at - 1] if at else None
    if before is None or before.kind != TIME or not before.low.startswith(("før ", "inden ", "efter ", "når ")):
        return False
    after = tokens[at + 1].low if at + 1 < len(tokens) else "."
    if tokens[at].low == "er" and after in ("gået", "omme", "forbi", "slut", "ovre"):
        return True  # "inden april er gået"
    return tokens[at].low in ("begynder", "starter", "slutter") and (at + 1 == len(tokens) or tokens[at + 1].kind == SIGN)


NOUNS_TOO = frozenset("brød sang greb løb steg fløj skød drev".split())
"""Nouns written like a past tense."""


def in_a_list(tokens: list[Token], at: int, found: list[tuple[int, Verb]]) -> bool:
    """Whether a word is one of the things named: "bestiller kaffe og brød"; a past tense would stand beside another."""
    return at > 0 and tokens[at - 1].low in COORDINATORS and bool(found) and found[-1][1].form not in (Form.PAST, Form.PAST_PASSIVE)


def tells_which(tokens: list[Token], at: int) -> bool:
    """Whether a participle stands before a bare plural: "rydder op i dubletter og fejlregistrerede sager"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    plural = (
        after is not None
        and after.kind == WORD
        and not after.capital
        and after.low.endswith(("er", "inger"))
        and not readings_of(after.low)
    )
    return tokens[at].low.endswith("ede") and plural and after is not None and after.low not in ADVERBS and after.low not in PREPOSITIONS


def describes_object(tokens: list[Token], at: int) -> bool:
    """Whether a participle stands between an infinitive and what is done: "anmodes om at indsende | rettede vedtægter"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    behind = at > 1 and is_infinitive(tokens[at - 1]) and (tokens[at - 2].low == "at" or bool(readings_of(tokens[at - 2].low)))
    thing = after is not None and after.kind == WORD and not after.capital and after.low not in _NO_THINGS and after.low not in ADVERBS
    return behind and thing and tokens[at].low.endswith(("ede", "te")) and after is not None and after.low not in PREPOSITIONS


_NO_THINGS = frozenset("vi man jeg han hun de den det der som at ikke sig".split())


def behind_relative(tokens: list[Token], at: int) -> bool:
    """ "Rut, som er leder, taler med smeden": where a clause put in behind the subject ends, the verb goes on."""
    if at < _FEWEST_BEFORE or tokens[at - 1].text != ",":
        return False
    for k in range(at - 3, max(1, at - _LONGEST_RELATIVE), -1):
        if tokens[k].low in ("som", "der") and tokens[k - 1].text == "," and tokens[k - 2].kind == WORD:
            return any(
                v.form in (Form.PRESENT, Form.PASSIVE, Form.PAST, Form.PAST_PASSIVE) and not v.noun
                for t in tokens[k + 1 : k + 4]
                for v in readings_of(t.low)
            )
    return False


def is_infinitive(token: Token) -> bool:
    """ "fik til opgave at spørge | udlejer": behind an infinitive a word that names somebody is its object."""
    return not token.capital and any(v.form is Form.INFINITIVE for v in readings_of(token.low))


def is_only_infinitive(token: Token) -> bool:
    """Whether a word can be nothing but an infinitive, which is nobody who acts: "Kontakte"."""
    readings = readings_of(token.low)
    return bool(readings) and all(v.form is Form.INFINITIVE and not v.noun for v in readings) and not is_first_name(token.text)


_FEWEST_BEFORE = 5
_LONGEST_RELATIVE = 14
"""Words before a verb among which a relative clause may have been put in."""


def everybody_at(tokens: list[Token], at: int) -> bool:
    """Whether "alle chefer", "hvert center", "de fire ledere", "stabschef Ida" stands at a place."""
    if at + 1 >= len(tokens):
        return False
    if tokens[at + 1].capital and agent_kind(tokens[at].low) is PartyKind.ROLE:
        return True
    return tokens[at].low in _EVERY and any(agent_kind(t.low) is not None for t in tokens[at + 1 : at + 3])


_EVERY = frozenset("alle samtlige hver hvert begge de".split())


_DEFINITE = frozenset(("den", "det", "de"))
_FAR = 6
"""Tokens; so far an article may stand from the participle that describes its noun."""


def parted(tokens: list[Token], at: int) -> bool:
    """Whether a word describes a noun whose article stands before what belongs to it: "den i protokollatet omtalte sag"."""
    return any(tokens[k].low in _DEFINITE and tokens[k + 1].low in PREPOSITIONS for k in range(max(0, at - _FAR), at - 2))
