"""Orders: "Husk at sende …", "Send listen til Ib", "Undersøge muligheden for kurser"; nobody is named, so nobody is responsible."""

from __future__ import annotations

from tracker.danish.names import is_first_name
from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.domain.followup import Kind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import OCCASIONS, Clause
from tracker.extraction.find import Find, Sentence
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.assignees import assigned
from tracker.extraction.rules.forms import READY
from tracker.extraction.rules.labels import whole_sentence
from tracker.extraction.rules.onward import REPLIES
from tracker.extraction.subjects import Subject
from tracker.extraction.tokens import SIGN, TIME, WORD
from tracker.extraction.vocabulary import FINDING_OUT, QUESTION_WORDS, is_definite


def bare_clause(sentence: Sentence, at: int, verb: Verb) -> Clause:
    """A clause over a whole line whose verb stands at `at`, for what reads the words behind a verb."""
    return Clause(sentence.tokens, 0, len(sentence.tokens), at, verb)


def imperative(sentence: Sentence) -> Find | None:
    """ "Husk at sende …", "Send listen til Ib": nobody is named, so nobody is responsible."""
    tokens = sentence.tokens
    if not tokens or tokens[0].kind != WORD:
        return None
    first = tokens[0].low
    low = [t.low for t in tokens]
    if first == "husk":
        return _remember(sentence, low)
    if first == "få" and _gets_done(low):
        return whole_sentence(sentence, Kind.TASK).mark("imperative")  # "Få afklaret, hvem der låser", "Få styr på nøglerne"
    verb = pick(first, Form.IMPERATIVE)
    errand = verb is not None and verb.lemma in ERRANDS and first not in _NOUNS and {"hinanden", "oplysninger"}.isdisjoint(low)
    errand = errand or (verb is not None and len(low) > 2 and _told_to(first, low, verb))
    idle = verb is None or (verb.sense in (Sense.STATE, Sense.REPORT, Sense.DECIDE, Sense.DEFER) and not errand)
    if verb is None or idle or len(tokens) < 3 or agent_like(sentence):
        return None
    if first in READY:
        return None
    if tokens[1].kind == SIGN or (tokens[1].low in ("af", "er", "om", "til", "for", "fra", "med", "i") and verb.sense is not Sense.DO):
        return None
    if tokens[1].low == "om" and verb.lemma in ("snakke", "tale") and not any(t.kind == TIME and LIMIT.match(t.low) for t in tokens):
        return None  # "Snak om forældremøder": what was talked of
    if (pick(first, Form.PARTICIPLE, Form.PAST, Form.INFINITIVE) and not errand) or sentence.directory.knows_person(tokens[0].text):
        return None
    clause = bare_clause(sentence, 0, verb)
    result = whole_sentence(sentence, Kind.TASK)
    result.recipients = recipients_of(sentence, clause, verb.lemma, Subject("none"), 1)
    if not result.recipients and not result.times and not errand:
        if tokens[1].low not in ("at", "den", "det", "de", "en", "et", "på", "også", "ud", "ind", "op", "alle", "gerne", "venligst"):
            return None
        result.optional = True
    result.optional = result.optional or "gerne" in low[:4] or verb.sense is Sense.COMMENT
    return result.mark("imperative")


def asks_to_find_out(sentence: Sentence) -> bool:
    """Whether a line begins with an order whose object is a question: "Undersøg, hvem der har nøglen", "Find ud af, om den virker"."""
    low = [t.low for t in sentence.tokens[:5] if t.text != ","]
    if low[:1] == ["få"] and len(low) > 2 and low[2] in _QUESTIONS:
        return pick(low[1], Form.PARTICIPLE) is not None  # "Få afklaret, hvem der låser"
    verb = pick(low[0], Form.IMPERATIVE) if low else None
    if verb is None or verb.lemma not in _ASKED_ABOUT or not sentence.tokens[0].capital:
        return False
    return any(word in _QUESTIONS for word in (low[3:4] if low[1:3] == ["ud", "af"] else low[1:2]))


def _gets_done(low: list[str]) -> bool:
    """Whether "få" orders something: "Få styr på nøglerne", "Få lavet en plan"; "Få tilmeldt sig" tells how many did."""
    if low[1:2] and low[1] in _GOT:
        return True
    behind = low[2:3]  # something is got done: "lavet | en plan"
    return behind != [] and behind[0].isalpha() and low[1] not in _DID and pick(low[1], Form.PARTICIPLE) is not None


_GOT = frozenset("styr fat hold kontakt".split())
_DID = frozenset("tilmeldt klaget mødt deltaget svaret reageret".split())
_ASKED_ABOUT = FINDING_OUT | frozenset("finde spørge aftale beskrive".split())
_QUESTIONS = QUESTION_WORDS | {"om"}
_TOLD = frozenset(
    tuple(act.split())
    for act in "tag kontakt,tag fat,hold øje,følg op,ryd op,giv besked,læg op,kom med,sørg for,find ud,meld ind".split(",")
)


def _told_to(first: str, low: list[str], verb: Verb) -> bool:
    """Whether what follows an imperative is its object or particle: "Mal | hegnet", "Lav | en liste", "Følg | op på sagen"."""
    if (first, low[1]) in _TOLD:
        return True
    noun = is_definite(low[1]) and low[1] not in _NOT_NOUNS and first not in _OTHER_WORDS and pick(low[1], Form.PRESENT, Form.PAST) is None
    told = low[1] in ("en", "et", "den", "det", "de") and first not in _OTHER_WORDS - {"lav", "ret"}
    return (noun or told) and verb.sense is Sense.DO


_NOT_NOUNS = frozenset("uden inden siden mellem igen oven neden".split())
_OTHER_WORDS = frozenset("løs let tør klar lav ret del start svar udlæg salg tilbud krav besøg flag test hegn".split())
"""Imperatives that are nouns or adjectives as well: "Løs kantsten"."""


def to_do(sentence: Sentence) -> Find | None:
    """ "Undersøge muligheden for kurser": an infinitive at the head of a line of a list, as on a list of things to do."""
    tokens, given = sentence.tokens, None
    first = 2 if len(tokens) > 2 and tokens[0].kind == TIME and tokens[1].text == ":" else 0  # "Uge 20: Sende datoer ud"
    if len(tokens) < first + 3 or tokens[first].kind != WORD or not tokens[first].capital or tokens[first + 1].kind == SIGN:
        return None
    verb = pick(tokens[first].low, Form.INFINITIVE)
    if verb is None or verb.sense is not Sense.DO or sentence.directory.knows_person(tokens[first].text):
        return None
    given = assigned(sentence)
    if given is None and verb.lemma not in ERRANDS:
        return None
    result = whole_sentence(sentence, Kind.TASK)
    result.recipients = recipients_of(sentence, bare_clause(sentence, first, verb), verb.lemma, Subject("none"), first + 1)
    if given is None:
        return result.mark("imperative", "weak")
    result.responsible = given[0]
    taken = {m.start for m in given[0]}
    result.recipients = [m for m in result.recipients if m.start not in taken and m.start < given[1]]
    return result.mark("imperative", "label")


ERRANDS = frozenset(
    "undersøge indhente kontakte sende bestille indkalde afklare finde spørge ringe skrive udarbejde lave købe indkøbe aflevere opdatere"
    " rykke booke reparere udskifte ajourføre tjekke arrangere planlægge invitere ansøge søge indberette oprette udsende".split()
)
"""What people note that they must go and do; other infinitives at the head of a line are aims ("Styrke samarbejdet")."""


_NOUNS = frozenset("kontakt køb indkøb ryk tjek lav".split())
"""Imperatives that are other words as well: "Kontakt med skolen", "Lav deltagelse"."""


def agent_like(sentence: Sentence) -> bool:
    """Whether the first word is rather somebody's name ("Bo", "Ring")."""
    first, second = sentence.tokens[0], sentence.tokens[1] if len(sentence.tokens) > 1 else None
    return second is not None and second.capital and second.kind == WORD and is_first_name(first.text)


def _remember(sentence: Sentence, low: list[str]) -> Find | None:
    if sum(t.kind == WORD for t in sentence.tokens) == 1:
        return None  # "Husk, at alle …": the clause says what
    result = whole_sentence(sentence, Kind.TASK)
    occasion = next((c for c in sentence.clauses if c.link in OCCASIONS), None)
    if occasion is not None:  # "…, hvis I er forhindret den 9.": the day of the occasion
        result.times = [t for t in result.times if t.start < sentence.tokens[occasion.start].start]
    if "at" in low[1:4]:
        at = low.index("at") + 1
        verb = pick(low[at], Form.INFINITIVE) if at < len(low) else None
        if verb is None and at < len(low) and low[at].endswith("e"):
            verb = Verb(low[at], Form.INFINITIVE, Sense.UNKNOWN)
        if verb is not None:
            clause = bare_clause(sentence, at, verb)
            inner = verb
            if verb.lemma == "få" and at + 1 < len(low):
                inner = next((v for w in low[at + 1 : at + 4] if (v := pick(w, Form.PARTICIPLE))), verb)
            result.recipients = recipients_of(sentence, clause, inner.lemma, Subject("none"), at + 1)
            result.optional = "gerne" in low or verb.lemma in ("se", "tænke", "have", "være", "huske")
            return result.mark("imperative")
    if low[1:2] and low[1] in REPLIES and "til" in low:
        result.recipients = sentence.reader.group(low.index("til") + 1, len(low))[0]
    result.optional = not result.times and not result.recipients
    return result.mark("imperative")
