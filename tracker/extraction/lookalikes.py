"""Words that look like finite verbs and are nouns or names where they stand."""

from __future__ import annotations

from tracker.danish.kept import kept
from tracker.danish.names import is_first_name, is_initials
from tracker.danish.verbs import Form, Verb, analyse, pick
from tracker.extraction.clause import ADVERBS, COORDINATORS
from tracker.extraction.tokens import SIGN, WORD, Token
from tracker.extraction.vocabulary import agent_kind, is_definite

_AUXILIARIES = frozenset("har havde er var skal skulle vil ville kan kunne bliver blev må bør".split())
_LONGEST_NAME = 4


@kept()
def readings_of(low: str) -> tuple[Verb, ...]:
    """What a word can be as a verb; of two written as one the first tells ("køber/kører"), and a line's end may have left its hyphen in
    it ("skri-ver")."""
    found = analyse(low)
    if found or not ("/" in low or "-" in low):
        return found
    return analyse(low.split("/", maxsplit=1)[0]) if "/" in low else analyse(low.replace("-", ""))


def only_looks(tokens: list[Token], at: int, readings: tuple[Verb, ...]) -> bool:
    """Whether a word that may be a verb is a noun or a part of a phrase here."""
    low, following = tokens[at].low, tokens[at + 1] if at + 1 < len(tokens) else None
    if low in _IN_PHRASES and at > 1:
        before = tokens[at - 1].low
        if low == "mangler" and before in ("og", "eller") and tokens[at - 2].low in ("fejl", "skader"):
            return True  # "melder fejl og mangler ind"
        if low != "mangler" and before == "vidt":
            return True  # "For så vidt angår taget | tager Bo kontakt til …"
    if not readings or not readings[0].noun or following is None or following.kind != WORD:
        return low == "brød" and following is not None and following.kind == SIGN  # "Pølser og brød: Rikke"
    # "Pædagogisk leder | fortæller", "TR og leder | informerer", but "kontakter udlejer"
    return _is_verb_only(following.low) and agent_kind(following.low) is None


_IN_PHRASES = frozenset("mangler angår gælder".split())


@kept()
def _is_verb_only(low: str) -> bool:
    """Whether a word can only be a finite verb in the present."""
    readings = analyse(low)
    return bool(readings) and all(v.form is Form.PRESENT and not v.noun for v in readings)


def is_capitalised_verb(tokens: list[Token], at: int, readings: tuple[Verb, ...]) -> bool:
    """ "Mia Sørger for kaffe": a verb written with a capital behind the name that opens the sentence; "Per Skriver og Ida" are names."""
    first, after = tokens[0], tokens[at + 1] if at + 1 < len(tokens) else None
    verb = readings and all(v.form is Form.PRESENT and not v.noun for v in readings)
    named = at < _LONGEST_NAME and all(t.capital for t in tokens[:at]) and (is_first_name(first.text) or is_initials(first.text))
    follows = after is not None and after.kind == WORD and not after.capital and after.low not in COORDINATORS
    told = after is not None and any(v.form is Form.PAST and not v.noun for v in analyse(after.low))  # "Henning Skriver fortalte"
    return bool(verb) and named and follows and after is not None and not (told or _is_verb_only(after.low))


def is_noun_here(tokens: list[Token], at: int, verb: Verb) -> bool:
    """ "Ansøger vejledes om …", "trækkes der lod": what else the word may be, beside a verb in the passive."""
    if tokens[at].capital and at + 1 < len(tokens) and tokens[at + 1].capital and is_first_name(tokens[at].text):
        return True  # "Anker Holm deltog ikke"
    if at == 0:
        acted_on = len(tokens) > 1 and (pick(tokens[1].low, Form.PASSIVE) is not None or tokens[1].low in _AUXILIARIES)
        plural = verb.form is Form.PASSIVE and acted_on  # "Slides sendes ud", "Udlejer har tilbudt det"
        acts = len(tokens) > 1 and tokens[1].kind == WORD and _is_verb_only(tokens[1].low)  # "Sagsbehandler skriver til familien"
        return plural or (verb.form is Form.PRESENT and (acted_on or acts) and agent_kind(tokens[0].low) is not None)
    if agent_kind(tokens[at].low) is not None and agent_kind(tokens[at - 1].low) is None and verb.form is Form.PRESENT:
        return any(v.form is Form.PRESENT for v in readings_of(tokens[at - 1].low))  # "meddeler ansøger afgørelsen", "kontakter udlejer"
    if verb.form is Form.PASSIVE and at + 1 < len(tokens) and pick(tokens[at + 1].low, Form.PASSIVE) is not None:
        return True  # "Rikkes slides | sendes ud"
    drawn = at > 1 and tokens[at - 1].low == "der" and pick(tokens[at - 2].low, Form.PASSIVE) is not None
    return drawn and verb.form is Form.PAST


def is_title(word: str, after: Token | None) -> bool:
    """ "Leder Kirsten Bæk og Dorte Juul …"."""
    return after is not None and after.capital and agent_kind(word) is not None


def is_owning(word: Token) -> bool:
    """Whether a noun in the genitive stands here: what it owns is a noun as well ("banens ejer")."""
    return not word.capital and word.low.endswith("s") and is_definite(word.low[:-1]) and word.low not in ADVERBS


def is_genitive(token: Token) -> bool:
    """Whether a word owns what follows: "rådets samlede svar" has an adjective, "Jens samlede svarene" a verb."""
    return token.low.endswith("s") and len(token.low) > 4 and not is_first_name(token.text) and not is_initials(token.text)
