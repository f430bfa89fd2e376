"""Whom a pronoun stands for: the last one named or acting in the same decision (GUIDE.md section 4, "Who")."""

from __future__ import annotations

from tracker.danish.kept import kept
from tracker.danish.names import agrees, is_initials
from tracker.domain.party import PartyKind
from tracker.extraction.find import Memory, Sentence
from tracker.extraction.mention import LIKELY, PRONOUNS, Mention
from tracker.extraction.subject import PARTY, PRONOUN, Subject
from tracker.extraction.tokens import WORD
from tracker.extraction.vocabulary import agent_kind, is_definite, is_outsider


def with_pronoun(sentence: Sentence, begin: int, end: int) -> list[Mention]:
    """ "han og Lisbet": the one a pronoun stands for together with somebody named."""
    first = sentence.tokens[begin]
    if first.low not in ("han", "hun") or begin + 2 >= end or sentence.tokens[begin + 1].low != "og":
        return []
    parties, stop = sentence.reader.group(begin + 2, end, preverbal=True)
    if not parties or stop != end:
        return []
    person = sentence.memory.one(first.low) or _named_before(sentence, begin)
    return [*person, *parties]


def first_person(sentence: Sentence, begin: int, end: int) -> list[Mention]:
    """ "Jeg (Berit) sender", "Vi (Ea og Bo) laver": whoever wrote the minutes, by name."""
    bracketed = end - begin > 3 and sentence.tokens[begin].low in ("jeg", "vi") and sentence.tokens[begin + 1].text == "("
    if not bracketed or sentence.tokens[end - 1].text != ")":
        return []
    named, stop = sentence.reader.group(begin + 2, end - 1)
    return named if stop == end - 1 else []


def _named_before(sentence: Sentence, at: int) -> list[Mention]:
    """The last person named in the sentence before `at`."""
    for place in range(at - 1, -1, -1):
        token = sentence.tokens[place]
        if token.kind == WORD and token.capital and sentence.directory.knows_person(token.text):
            mention = sentence.reader.one(place, at)
            if mention is not None and mention.kind is PartyKind.PERSON and agrees(mention.text, sentence.tokens[at].low):
                return [mention]
    return []


def pronoun(memory: Memory, word: str, after: int) -> Subject:
    """The subject a pronoun is: the parties it stands for, or a pronoun that stands for nobody known."""
    stands_for = memory.one(word) if PRONOUNS[word] == 1 else memory.group
    return Subject(PRONOUN if not stands_for else PARTY, list(stands_for), after, word)


def antecedent_of(sentence: Sentence, word: str, at: int, after: int) -> Subject:
    """Whom a pronoun before the verb stands for: the last subject of its number, else the last group named in the sentence."""
    if PRONOUNS[word] != 1 and (both := _together(sentence, at)):
        return Subject(PARTY, both, after, word)
    found = pronoun(sentence.memory, word, after)
    if found.parties:
        return found
    if PRONOUNS[word] == 1:
        told = sentence.reader.one(0, at)  # "Rut lovede, at hun …"
        single = told is not None and told.kind in (PartyKind.PERSON, PartyKind.UNKNOWN, PartyKind.ROLE) and told.sure >= LIKELY
        if told is not None and single and agrees(told.text, word):
            return Subject(PARTY, [told], after, word)
        named = _named_before(sentence, at) or _role_before(sentence, at)  # "sendes til Rut, hvorefter hun samler op"
        return Subject(PARTY, named, after, word) if named else found
    before = (
        _agreed_with(sentence, at) or _group_before(sentence, at) or list(sentence.memory.unit)
    )  # "Udvalget har tre tilbud. De sender en anbefaling"
    return Subject(PARTY, before, after, word) if before else found


def _agreed_with(sentence: Sentence, at: int) -> list[Mention]:
    """ "aftalt med Vej og Park, at | de fælder træet": those right before the clause."""
    comma = next((k for k in range(at - 1, max(-1, at - 3), -1) if sentence.tokens[k].text == ","), -1)
    for begin in range(comma - 1, max(0, comma - _NEAR_PARTY), -1):
        if sentence.tokens[begin - 1].low == "med":
            parties, stop = sentence.reader.group(begin, comma)
            return parties if stop == comma and (len(parties) > 1 or all(p.kind in _SEVERAL for p in parties)) else []
    return []


def _together(sentence: Sentence, at: int) -> list[Mention]:
    """ "Ole ser på budgettet sammen med Ida, og | de vender tilbage": who acted, and the one he does it with."""
    acted = sentence.memory.person
    place = next((k for k in range(at - 1, 0, -1) if sentence.tokens[k].low == "med"), 0)
    if not place or len(acted) != 1 or acted[0].text not in sentence.text[sentence.start : sentence.tokens[place].start]:
        return []
    beside, _ = sentence.reader.group(place + 1, at)
    one = len(beside) == 1 and beside[0].sure >= LIKELY and beside[0].kind in (PartyKind.PERSON, PartyKind.ROLE)
    return [*acted, *beside] if one and beside[0].text != acted[0].text else []


_NEAR_PARTY = 8
_SEVERAL = (PartyKind.DEPARTMENT, PartyKind.GROUP, PartyKind.BODY)


def _role_before(sentence: Sentence, at: int) -> list[Mention]:
    """The last role told of before `at`: "Når formanden er hjemme, tager hun det op"."""
    for place in range(at - 1, -1, -1):
        if _names_role(sentence.lows[place]) and sentence.tokens[place].kind == WORD:
            return [Mention(sentence.tokens[place].text, place, place + 1, PartyKind.ROLE)]
    return []


@kept()
def _names_role(low: str) -> bool:
    return is_definite(low) and agent_kind(low) is PartyKind.ROLE


def _group_before(sentence: Sentence, at: int) -> list[Mention]:
    """The last group named in the sentence before `at`, with the article or number that is a part of it."""
    for place in range(at - 1, -1, -1):
        token = sentence.tokens[place]
        if agent_kind(token.low) is PartyKind.GROUP or (agent_kind(token.low) is not None and token.low.endswith(("erne", "rne"))):
            whole = sentence.reader.group(place - 1, at)[0] if place and sentence.tokens[place - 1].low in _BEFORE_GROUPS else []
            return whole[:1] or [Mention(token.text, place, place + 1, PartyKind.GROUP)]
    return []


def one_before(sentence: Sentence, at: int) -> list[Mention]:
    """Whom "ham" or "hende" at a place stands for: the role told of before it in the sentence ("en snak med entreprenøren … over for
    ham"), else who acted or was named last."""
    subjects = {k for c in sentence.clauses for k in (*range(*c.field), c.verb + 1)}
    for place in range(at - 1, 0, -1):
        token = sentence.tokens[place]
        if token.kind == WORD and place not in subjects and _names_role(token.low):
            return [Mention(token.text, place, place + 1, PartyKind.ROLE)]
    return sentence.memory.one(sentence.tokens[at].low)


_BEFORE_GROUPS = frozenset("de alle samtlige to tre fire fem seks".split())


def those_before(sentence: Sentence, at: int) -> list[Mention]:
    """Whom "dem" at a place stands for: the group that acted last, else the last one named before it."""
    return list(sentence.memory.group) or _group_before(sentence, at)


_TOWARDS = ("til", "hos", "af")
_REMEMBERED = 20
"""Names; nobody means one named longer ago, and the search for him must stay short."""


def acts_together(parties: list[Mention]) -> bool:
    """Whether those who act are several: then "hun" in the next sentence is the one named beside them ("Alle skriver til Ida. Hun …")."""
    return len(parties) > 1 or (len(parties) == 1 and parties[0].kind in _SEVERAL)


def remember_named(sentence: Sentence, *, acting: bool) -> None:
    """Keep who is named; where nobody acts in the sentence, the last person by a known first name is whom "hun" stands for next."""
    named: list[Mention] = []
    for at, token in enumerate(sentence.tokens):
        if not token.capital or token.kind != WORD:
            continue  # most words
        told = at > 0 and is_initials(token.text) and sentence.tokens[at - 1].low in _TOWARDS  # "mailes til UT. Hun samler dem"
        if told or sentence.directory.knows_person(token.text):
            first = told or at == 0 or not sentence.directory.knows_person(sentence.tokens[at - 1].text)
            mention = sentence.reader.one(at, len(sentence.tokens)) if first else None
            if mention is not None and (told or mention.kind is PartyKind.PERSON):
                named.append(mention)
    kept = sentence.memory.named
    kept.extend(named)
    del kept[:-_REMEMBERED]
    if len(named) > 1 and not acting:
        sentence.memory.group = named  # "Tovholdere er Pernille og Birthe. De skriver et program"
    if not acting:
        roles = [r for r in _role_before(sentence, len(sentence.tokens)) if not is_outsider(r.text.casefold())]
        sentence.memory.person = named[-1:] or roles or sentence.memory.person


def remember(memory: Memory, parties: list[Mention]) -> None:
    """Keep whom the next "hun" or "de" stands for."""
    for party in parties:
        if party.sure < LIKELY:
            return
    if len(parties) > 1:
        memory.group = parties
    if len(parties) != 1:
        return
    one, name = parties[0], parties[0].text.casefold()
    house = one.kind is PartyKind.UNKNOWN and is_definite(name) and not name.isupper() and " " not in name  # "Rævehulen" is no "hun"
    single = one.kind in (PartyKind.PERSON, PartyKind.ROLE, PartyKind.UNKNOWN) and not one.outsider and not house
    several = name.endswith(("erne", "rne")) and " " not in name  # "Terapeuterne", whom no list may know, are "de"
    if single and not several and not name.startswith(("alle", "hver", "de ")):
        memory.person = parties
    if one.kind is PartyKind.GROUP or name.endswith(("erne", "rne")):
        memory.group = parties
    if one.kind in (PartyKind.BODY, PartyKind.DEPARTMENT) and not one.outsider:
        memory.unit = parties
