"""The receiver told by its place alone: "giver Sunniva besked", "svarer dem", "skal være revisor i hænde"."""

from __future__ import annotations

from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS
from tracker.extraction.find import Sentence
from tracker.extraction.mention import COUNTED, LIKELY, Mention
from tracker.extraction.pronouns import one_before, those_before
from tracker.extraction.receiver_nouns import given_notice
from tracker.extraction.subjects import Subject
from tracker.extraction.tokens import TIME, WORD
from tracker.extraction.vocabulary import agent_kind, is_definite

_DATIVE = frozenset(
    "give sende tilsende tilstille fremsende meddele orientere informere underrette advisere svare besvare levere overdrage forelægge"
    " oplyse eftersende videresende rundsende returnere vise fortælle tilgå varsle varsko ansøge".split()
)
_KEPT = {"gøre": frozenset({"opmærksom", "opmærksomme"}), "holde": frozenset("orienteret underrettet informeret ajour".split())}
"""Verbs that tell somebody something with one of these words: "gør Bo opmærksom på", "holder klubben orienteret"."""


def dative_of(sentence: Sentence, begin: int, limit: int, lemma: str, subject: Subject) -> list[Mention]:
    """The bare party right behind verb and subject: "giver Sunniva besked", "orienterer bestyrelsen om"."""
    kept = _KEPT.get(lemma)
    holds = kept is not None and any(t.low in kept for t in sentence.tokens[begin:limit])
    if lemma == "være":
        return _in_hands(sentence, begin, limit)
    if lemma not in _DATIVE and not holds:
        return []
    while begin < limit and (
        sentence.tokens[begin].low in ADVERBS
        or sentence.tokens[begin].low in ("også", "ikke", "især", "selv", "egne", "egen", "eget")
        or sentence.words(begin, begin + 2) == "hver især"
        or sentence.tokens[begin].kind == TIME
        or _before_receiver(sentence, begin, limit, lemma)
    ):
        begin += 1
    found, stop = sentence.reader.group(begin, limit)
    good = [m for m in found if m.sure >= LIKELY]
    if not good and lemma == "give" and (told := given_notice(sentence, begin, limit)):
        return told
    if not good:
        return _one_told(sentence, begin, limit, lemma)
    counted = sentence.tokens[begin].low in COUNTED and stop < limit and sentence.tokens[stop].low.split()[0] == "til"
    if lemma in ("give", "sende", "fremsende", "levere", "vise") and (
        counted  # "sender to repræsentanter til landsmødet"
        or stop >= limit
        or sentence.tokens[stop].low in ("ud", "rundt", "videre", "ind", "på", "i")
    ):
        return []
    return good


def _before_receiver(sentence: Sentence, at: int, limit: int, lemma: str) -> bool:
    """Whether what is given stands between verb and receiver: "forelægges den Økonomiudvalget", "forelægges sagen udvalget"."""
    if lemma != "forelægge" or at + 1 >= limit:
        return False
    low, after = sentence.tokens[at].low, sentence.tokens[at + 1]
    adverb = after.low in ADVERBS and not sentence.reader.group(at, limit)[0]
    turned = adverb or (is_definite(after.low) and agent_kind(after.low) is not None)
    pronoun = low in ("den", "det", "de") and turned
    named = len(low) > 3 and is_definite(low) and agent_kind(low) is None and not sentence.tokens[at].capital
    return pronoun or (named and bool(sentence.reader.group(at + 1, limit)[0]))


def _one_told(sentence: Sentence, at: int, limit: int, lemma: str) -> list[Mention]:
    """ "svarer ham", "orienterer borgmesteren": a pronoun, or with verbs that only tell people a definite noun."""
    token = sentence.tokens[at] if at < limit else None
    if token is None or token.kind != WORD:
        return []
    if token.low in ("ham", "hende", "dem"):
        return one_before(sentence, at) if token.low != "dem" else those_before(sentence, at)
    told = (
        (lemma in ("svare", "orientere", "informere", "underrette") or (lemma == "meddele" and token.low.endswith(("eren", "erne"))))
        and token.low.endswith(("en", "erne", "ene"))
        and len(token.low) > 5
        and not token.capital
    )
    return [Mention(token.text, at, at + 1, PartyKind.UNKNOWN)] if told else []


def _in_hands(sentence: Sentence, begin: int, limit: int) -> list[Mention]:
    """ "skal være revisor i hænde": the party before "i hænde"."""
    for at in range(begin, limit - 1):
        if sentence.tokens[at].low == "i" and sentence.tokens[at + 1].low == "hænde":
            found, stop = sentence.reader.group(begin, at)
            if found and stop == at:
                return found
            token = sentence.tokens[at - 1]
            if at > begin and (agent_kind(token.low) or token.capital):
                return [Mention(token.text, at - 1, at, PartyKind.UNKNOWN)]
    return []
