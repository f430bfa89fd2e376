"""Receivers no list of agents knows: told by a trade ("bogtrykkeren"), or by getting notice ("giver beboerne på Kirkestien besked")."""

from __future__ import annotations

from tracker.domain.party import PartyKind
from tracker.extraction.find import Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.tokens import WORD
from tracker.extraction.vocabulary import is_definite


def by_trade(sentence: Sentence, at: int, limit: int) -> list[Mention]:
    """Receivers told by a trade or as an authority no list of ours has: "bogtrykkeren", "brandvæsenet", "lokalavisen"."""
    token = sentence.tokens[at] if at < limit else None
    if token is None or token.kind != WORD or token.capital or not token.low.endswith(_TRADES) or token.low.endswith(_THINGS):
        return []
    return [Mention(token.text, at, at + 1, PartyKind.UNKNOWN)]


_TRADES = (
    "keren", "leren", "meren", "neren", "geren", "deren", "seren", "veren", "teren", "eraren", "tøren", "isten", "enten", "anten",
    "væsenet", "avisen", "politiet", "pressen", "ministeren", "ministeriet", "styrelsen", "firmaet", "bureauet", "redaktionen",
    "receptionen", "banken", "bygherre", "revisor", "ansøger", "afsender", "klager", "anmelder", "trykkeriet", "vaskeriet",
    "værkstedet", "herren", "manden", "damen", "mesteren", "værket", "forlaget", "laboratoriet",
)  # fmt: skip
_THINGS = (
    "serveren", "containeren", "kalenderen", "printeren", "computeren", "scanneren", "folderen", "kælderen", "masteren", "kanten",
    "planten", "renten", "centeren", "listen", "kisten", "fristen", "risten",
)  # fmt: skip
"""Nouns that end like a trade and are things or places: "sendes til serveren"."""


def given_notice(sentence: Sentence, at: int, limit: int) -> list[Mention]:
    """ "giver beboerne på Kirkestien besked": whoever stands before the notice gets it, whatever the noun."""
    for step in range(at + 1, min(limit, at + 7)):
        token = sentence.tokens[step]
        if token.low in ("besked", "svar", "underretning"):
            first = sentence.tokens[at]
            noun = first.kind == WORD and (first.capital or is_definite(first.low) or first.low in ("de", "alle", "den", "samtlige"))
            text = " ".join(sentence.text[first.start : sentence.tokens[step - 1].end].split())
            return [Mention(text, at, step, PartyKind.UNKNOWN)] if noun else []
        if token.kind != WORD:
            return []
    return []
