"""Who something made or shown is for: "laver en liste til Torkild", "lægger planen frem for personalet"."""

from __future__ import annotations

from tracker.domain.party import PartyKind
from tracker.extraction.find import Sentence
from tracker.extraction.mention import SURE, Mention
from tracker.extraction.vocabulary import agent_kind

MAKING = frozenset("lave udarbejde formulere samle sammenfatte sammenskrive udfylde finde skaffe".split())
SHOWING = frozenset({"lægge", "vise"})
_PAPERS = frozenset(
    "notat oplæg oversigt udkast redegørelse liste svar rapport indstilling beregning opgørelse sag budget plan ansøgning brev".split()
)


def made_for(sentence: Sentence, begin: int, limit: int) -> list[Mention]:
    """ "laver en liste til Torkild": what is made for a named person is handed to that person."""
    for at in range(begin, limit - 1):
        if sentence.tokens[at].low == "til" and sentence.tokens[at + 1].capital:
            found, _ = sentence.reader.group(at + 1, limit)
            if found and all(m.kind is PartyKind.PERSON for m in found):
                return found
        board = sentence.tokens[at].low == "til" and agent_kind(sentence.tokens[at + 1].low) is PartyKind.BODY
        if board and any(t.low in _PAPERS for t in sentence.tokens[begin:at]):
            return sentence.reader.group(at + 1, limit)[0]  # "udarbejder et notat til udvalget"
    return []


def shown_to(sentence: Sentence, begin: int, limit: int, lemma: str) -> list[Mention]:
    """ "lægger planen frem for personalet", "viser dem for rådet"."""
    at = next((k for k in range(begin, limit - 1) if sentence.tokens[k].low == "for"), None)
    if at is None or (lemma == "lægge" and sentence.tokens[at - 1].low != "frem"):
        return []
    found, _ = sentence.reader.group(at + 1, limit)
    return found if all(m.sure >= SURE and m.kind is not PartyKind.UNKNOWN for m in found) else []
