"""The rulebook of commitments: every rule, in the order they are asked."""

from __future__ import annotations

from functools import lru_cache

from tracker.danish.verbs import Form, Sense
from tracker.extraction.rules.clauses_rules import CLAUSES
from tracker.extraction.rules.fragments import FRAGMENTS, Fragment
from tracker.extraction.rules.frames import FRAMES
from tracker.extraction.rules.rule import SILENT, Rule, Silent
from tracker.extraction.rules.silence import SILENCES

_FIRST = tuple(rule for rule in CLAUSES if rule.name == "not-reached")
RULEBOOK: tuple[Rule, ...] = (*_FIRST, *SILENCES, *FRAMES, *(rule for rule in CLAUSES if rule.name != "not-reached"))
"""Rules over clauses: the first that answers decides."""


@lru_cache(maxsize=8_192)
def rules_for(lemma: str, form: Form, sense: Sense) -> tuple[Rule, ...]:
    """The rules that may speak of a clause with such a verb, in the order of the rulebook."""
    return tuple(rule for rule in RULEBOOK if rule.speaks_of(lemma, form, sense))


__all__ = ["FRAGMENTS", "RULEBOOK", "SILENT", "Fragment", "Rule", "Silent", "rules_for"]
