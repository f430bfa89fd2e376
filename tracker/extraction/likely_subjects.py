"""Subjects told in other ways than by a name or a known noun right before the verb: by a label, by whose they are, by how a noun ends."""

from __future__ import annotations

import dataclasses

from tracker.danish.names import is_initials
from tracker.danish.verbs import Form, pick
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import Clause
from tracker.extraction.find import Sentence
from tracker.extraction.mention import GUESSED, LIKELY, SURE, Mention
from tracker.extraction.pronouns import with_pronoun
from tracker.extraction.subject import PARTY, Subject
from tracker.extraction.tokens import SIGN, TIME, WORD, Token
from tracker.extraction.vocabulary import NAMED_THINGS, agent_kind, described_kind, is_definite, is_outsider


def labelled_subject(sentence: Sentence, clause: Clause) -> Subject | None:
    """ "Inger Marie: måler op": somebody's name at the head of the line, and what he does."""
    colon = clause.start - 1
    initialled = sentence.tokens[0].kind == WORD and is_initials(sentence.tokens[0].text) and colon == 1  # "MSB: kontakter HR"
    if (
        clause.form.form is not Form.PRESENT
        or (clause.form.noun and not initialled)
        or not 0 < colon < _LONGEST_NAME
        or sentence.tokens[colon].text != ":"
    ):
        return None
    people, stop = sentence.reader.group(0, colon, preverbal=True)
    body = len(people) == 1 and people[0].kind not in (PartyKind.PERSON, PartyKind.UNKNOWN) and people[0].sure >= SURE
    timed = any(t.kind == TIME and t.time is not None and not t.time.past for t in sentence.tokens[clause.verb : clause.end])
    known = (body and timed) or all(sentence.directory.knows_person(p.text.split()[0]) or is_initials(p.text) for p in people)
    return Subject(PARTY, people, clause.verb + 1) if people and stop == colon and known else None


def labelled_agent(sentence: Sentence, clause: Clause) -> list[Mention]:
    """ "Elly Toft: omtale sendes senest 15/5": the person at the head of the line, where the passive behind it has a last day."""
    colon = clause.start - 1
    if clause.form.form is not Form.PASSIVE or not 0 < colon < _LONGEST_NAME or sentence.tokens[colon].text != ":":
        return []
    behind = sentence.tokens[clause.verb : clause.end]
    limited = any(t.time is not None and t.time.deadline.due and LIMIT.match(t.low) for t in behind)
    people, stop = sentence.reader.group(0, colon, preverbal=True)
    known = stop == colon and all(p.kind is PartyKind.PERSON or p.text.isupper() or sentence.directory.knows_person(p.text) for p in people)
    others = {"mig", "hende", "ham"} & {t.low for t in behind}  # "sendes til mig senest 15/5"
    return people if limited and known and not others else []


_LONGEST_NAME = 6
"""Tokens; a longer run before a colon is no list of names."""


def owned_role(sentence: Sentence, begin: int, end: int) -> Mention | None:
    """ "Egebos leder", "skolens bestyrelse": a role or unit told by whose it is."""
    words = sentence.tokens[begin:end]
    if not 2 <= len(words) <= 4 or any(t.kind != WORD for t in words):
        return None
    kind = agent_kind(words[-1].low)
    if kind is None or not words[-2].low.endswith("s") or len(words[-2].low) < 4:
        return None
    return Mention(" ".join(t.text for t in words), begin, end, kind, LIKELY, is_outsider(words[-1].low))


_AGENTIVE = ("eren", "erne", "oren", "orerne", "enten", "enterne", "isten", "isterne", "manden")
"""How nouns for people and units who do something end, with the article: "taksatoren", "konsulenterne"."""


_MACHINES = (
    "motoren", "sensoren", "latoren", "neratoren", "diatoren", "jektoren", "serveren", "computeren", "containeren", "traileren",
    "printeren", "scanneren", "routeren", "pressoren", "faktoren", "sektoren", "kalenderen", "sommeren", "vinteren", "agenten",
)  # fmt: skip
"""How nouns for things end that end as nouns for people do."""
_BEFORE_OBJECTS = frozenset("en et to tre den det de sin sit sine alle sagen nye ny nyt".split())
"""Words an object begins with, so that what stands before them is the subject."""


def agentive_behind(sentence: Sentence, at: int, limit: int) -> Subject | None:
    """ "Inden maj undersøger snerydderen prisen": of two nouns behind the verb the first acts, where it ends as such nouns do."""
    if at + 1 >= limit:
        return None
    token, after = sentence.tokens[at], sentence.tokens[at + 1]
    follows = sentence.tokens[at + 2] if at + 2 < limit else None
    unit = token.capital and token.low.endswith(("e", "s")) and (after.capital or described_kind(token.low, after.low) is not None)
    if unit and after.kind == WORD and follows is not None and follows.kind == WORD and not follows.capital:
        mention = Mention(f"{token.text} {after.text}", at, at + 2, PartyKind.UNKNOWN, LIKELY)
        return Subject(PARTY, [mention], at + 2, sentence.words(at, at + 2))  # "I juli udbedrer Kommunale Ejendomme fugerne"
    acts = token.kind == WORD and not token.capital and token.low.endswith(_AGENTIVE) and not token.low.endswith(_MACHINES)
    if not acts or after.kind != WORD or not (after.low in _BEFORE_OBJECTS or is_definite(after.low)):
        return None
    return Subject(PARTY, [Mention(token.text, at, at + 1, PartyKind.UNKNOWN, LIKELY)], at + 1, token.low)


def guessed_subject(sentence: Sentence, begin: int, end: int) -> Subject | None:
    """A definite noun nobody knows ("Messebetjeningen"): may act, if the verb needs somebody who does."""
    token = sentence.tokens[begin]
    if (
        end - begin == 1
        and token.kind == WORD
        and not token.low.endswith(NAMED_THINGS)
        and (token.capital or token.low.endswith(_AGENTIVE))
    ):
        mention = Mention(token.text, begin, begin + 1, PartyKind.UNKNOWN, GUESSED)
        return Subject(PARTY, [mention], end + 1, token.low)
    words = sentence.tokens[begin:end]
    if len(words) == 2 and all(t.kind == WORD and t.capital for t in words) and token.low.endswith("e"):
        mention = Mention(" ".join(t.text for t in words), begin, end, PartyKind.UNKNOWN, GUESSED)
        return Subject(PARTY, [mention], end + 1, sentence.words(begin, end))  # "Kommunale Ejendomme"
    return None


def both_behind(sentence: Sentence, at: int, limit: int) -> Subject | None:
    """ "gør han og Tobias": a pronoun and a name behind the verb."""
    if at + 2 >= limit or sentence.tokens[at].low not in ("han", "hun") or sentence.tokens[at + 1].low != "og":
        return None
    _, stop = sentence.reader.group(at + 2, limit)
    both = with_pronoun(sentence, at, stop) if stop > at + 2 else []
    return Subject(PARTY, both, stop, sentence.words(at, stop)) if both else None


def names_people(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether "de" or "alle" may stand for people: "De, der mangler", "De ansatte, der mangler", not "De nøgler, der mangler"."""
    counted = begin + 2 < end and sentence.tokens[begin + 1].low.isdigit()  # "De 12 headset"
    noun = sentence.tokens[begin + 1 + counted] if begin + 1 < end else None
    return noun is None or noun.kind != WORD or agent_kind(noun.low) is not None or noun.low.endswith(("ede", "te", "ere", "ende"))


def no_object(sentence: Sentence, turned: Subject) -> bool:
    """Whether no object stands behind the party behind the verb, so that the word before the verb is the object."""
    after = sentence.tokens[turned.after] if turned.after < len(sentence.tokens) else None
    if after is None or after.kind in (TIME, SIGN) or after.low in PREPOSITIONS or after.low in _PARTICLES:
        return True
    return pick(after.low, Form.PARTICIPLE) is not None  # "Takstbladet får bestyrelsen trykt"


def some_of_a_kind(sentence: Sentence, clause: Clause, parties: list[Mention]) -> bool:
    """ "Vejledere til eleverne finder SK": people in the plural, none in particular, and one named behind the verb finds them."""
    first = parties[0].text if len(parties) == 1 and parties[0].kind in (PartyKind.ROLE, PartyKind.GROUP) else ""
    return clause.form.lemma in ("finde", "skaffe", "hyre", "indkalde", "invitere") and first.endswith(("ere", "er")) and " " not in first


def happens(sentence: Sentence, clause: Clause) -> bool:
    """ "Evaluering finder sted", "Undervisning foregår": verbs of which nobody is the subject."""
    taken = clause.form.lemma == "finde" and "sted" in sentence.low(clause.verb + 1, min(clause.verb + 4, clause.end))
    return taken or clause.form.lemma in ("ske", "foregå", "forløbe")


_GIVING = frozenset("give sikre skaffe koste spare byde lette".split())
_THOSE = frozenset("den det dem disse dette denne".split())


def given_to(sentence: Sentence, clause: Clause, first: Token, turned: Subject) -> bool:
    """ "Det nye system giver ledelsen bedre overblik": who stands behind the verb receives, as the thing given stands behind it. `first`
    is the word the clause begins with; "Den giver Ida Bo" has the thing in front."""
    alone = clause.field[1] - clause.field[0] == 1 and first.low in _THOSE
    if clause.form.lemma not in _GIVING or alone:
        return False
    after = sentence.tokens[turned.after] if turned.after < clause.end else None
    return after is not None and after.kind == WORD and after.low not in PREPOSITIONS and after.low not in _PARTICLES and not after.capital


_PARTICLES = frozenset("frem op ned ind hen videre".split())
PREPOSITIONS = frozenset(
    "i på til fra med om af for ved under efter før inden mellem hos over uden mod pr senest ifølge vedrørende angående vedr som ud samt"
    " forud trods grundet pga igennem gennem blandt hvis når da jf herudover ad".split()
)


def all_with(sentence: Sentence, parties: list[Mention], end: int) -> list[Mention]:
    """ "Alle med adgang til anlægget | skifter kode": "alle" alone would say too much."""
    first = parties[0]
    told = first.text.casefold() == "alle" and first.end < end and sentence.tokens[first.end].text == "med"
    if len(parties) > 1 or not told or end - first.end > LONGEST_WHICH:
        return parties
    text = " ".join(sentence.text[sentence.tokens[first.start].start : sentence.tokens[end - 1].end].split())
    return [dataclasses.replace(first, text=text, end=end)]


LONGEST_WHICH = 8
"""Tokens; a longer clause about who is meant is no part of a name."""
