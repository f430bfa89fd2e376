"""When a find agrees with gold: comparing quotes and parties, and pairing finds. GUIDE.md section 5 is the source of every convention.

Values are compared as the JSON of the machine-facing interface holds them; nothing here reads a file.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tracker.services.assignment import best_pairs

WORD = re.compile(r"[^\W_]+")
IDLE_WORDS = frozenset(
    {"af", "alle", "de", "den", "det", "en", "enkelt", "enkelte", "et", "for", "fra", "hos", "hver", "i", "og", "på"}
    | {"pågældende", "relevante", "respektive", "til", "ved"}
)
"""Words that carry nothing in a party's name: "de relevante afdelinger" is "afdelinger"."""
SPARE_WORDS = 3
"""How many content words a predicted party may carry beyond the gold's."""
PAIR_WEIGHT = 100.0
"""More than any agreement of fields, so that the pairing with the most pairs wins."""


def normal(text: str | None) -> str:
    """The text with composed letters and each run of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text or "").split())


def words(text: str | None) -> list[str]:
    """The words in small letters, without punctuation."""
    return [word.casefold() for word in WORD.findall(normal(text))]


@dataclass(frozen=True)
class Find:
    """A follow-up of gold or of a prediction, reduced to what is scored. `due` is the day as written in the JSON."""

    item: int | None
    decision_date: str | None
    kind: str | None
    quote: str
    responsible: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    due: str | None = None
    earliest: str | None = None
    precision: str | None = None
    anchor: str | None = None
    optional: bool = False

    @classmethod
    def from_json(cls, entry: dict[str, Any]) -> Find:
        """Read one entry of `follow_ups`. Fields that are missing are taken as empty."""
        deadline = entry.get("deadline") or {}
        return cls(
            item=entry.get("item"),
            decision_date=entry.get("decision_date"),
            kind=entry.get("kind"),
            quote=normal(entry.get("quote")),
            responsible=tuple(entry.get("responsible") or ()),
            recipients=tuple(entry.get("recipients") or ()),
            due=deadline.get("due"),
            earliest=deadline.get("earliest"),
            precision=deadline.get("precision"),
            anchor=deadline.get("anchor") or None,
            optional=bool(entry.get("optional")),
        )

    @property
    def when(self) -> tuple[str, str | None]:
        """What counts as the due day: the meeting it hangs on, otherwise the day."""
        return ("anchor", self.anchor) if self.anchor else ("due", self.due)

    @property
    def is_dated(self) -> bool:
        """Whether a day or a meeting is named at all."""
        return bool(self.anchor or self.due)

    @cached_property
    def words(self) -> Counter[str]:
        """The quote's words with how often each stands there."""
        return Counter(words(self.quote))


def overlap(one: Find, other: Find) -> float:
    """How well two finds' quotes meet, 0 when they may not pair.

    They may when they belong to the same decision and share two words, half of the shorter quote and a third of the longer.
    """
    if (one.item, one.decision_date) != (other.item, other.decision_date):
        return 0.0
    common = (one.words & other.words).total()
    fewer, more = sorted((one.words.total(), other.words.total()))
    enough = fewer and common >= min(2, fewer) and 2 * common >= fewer and 3 * common >= more
    return common / fewer + common / (10 * more) if enough else 0.0


def content_words(name: str) -> set[str]:
    """The words that tell a party from another; all of them where a name has none but idle ones."""
    every = set(words(name))
    return every - IDLE_WORDS or every


def same_party(gold: str, predicted: str) -> bool:
    """Whether one name's content words are among the other's, and the prediction carries at most `SPARE_WORDS` more."""
    want, got = content_words(gold), content_words(predicted)
    return bool(want and got) and (got <= want or (want <= got and len(got - want) <= SPARE_WORDS))


def parties_met(gold: Sequence[str], predicted: Sequence[str]) -> int:
    """How many gold parties find a predicted one, each used once, in the order of the text."""
    left, met = list(predicted), 0
    for party in gold:
        partner = next((p for p in left if same_party(party, p)), None)
        if partner is not None:
            left.remove(partner)
            met += 1
    return met


def all_met(gold: Sequence[str], predicted: Sequence[str]) -> bool:
    """Whether the two lists name the same parties and no others."""
    return parties_met(gold, predicted) == len(gold) == len(predicted)


def wrong_fields(gold: Find, predicted: Find) -> tuple[str, ...]:
    """The fields of a card (due, responsible, kind) in which a pair disagrees."""
    agrees = {
        "due": gold.when == predicted.when,
        "responsible": all_met(gold.responsible, predicted.responsible),
        "kind": gold.kind == predicted.kind,
    }
    return tuple(name for name, right in agrees.items() if not right)


def paired(gold: Sequence[Find], predicted: Sequence[Find]) -> list[tuple[int, int]]:
    """The one-to-one pairing with the most pairs; among those, the one whose cards agree best, then whose quotes do."""
    worth = {"due": 8, "responsible": 8, "kind": 4}
    weights = {}
    for left, want in enumerate(gold):
        for right, got in enumerate(predicted):
            if meeting := overlap(want, got):
                lost = sum(worth[name] for name in wrong_fields(want, got))
                weights[left, right] = PAIR_WEIGHT + sum(worth.values()) - lost + meeting
    return best_pairs(weights)
