"""The rulebook of commitments: every rule, in the order they are asked."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from tracker.danish.verbs import Form, Sense, Verb
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import LIKELY, SURE
from tracker.extraction.rules.clauses_rules import CLAUSES
from tracker.extraction.rules.fragments import FRAGMENTS, Fragment
from tracker.extraction.rules.frames import FRAMES
from tracker.extraction.rules.helpers import acts_for_forum, dated, main_verb
from tracker.extraction.rules.rule import SILENT, Rule, Silent
from tracker.extraction.rules.silence import SILENCES
from tracker.extraction.subject import PARTY, Subject

_FIRST = tuple(rule for rule in CLAUSES if rule.name == "not-reached")
RULEBOOK: tuple[Rule, ...] = (*_FIRST, *SILENCES, *FRAMES, *(rule for rule in CLAUSES if rule.name != "not-reached"))
"""Rules over clauses: the first that answers decides."""


@lru_cache(maxsize=8_192)
def rules_for(lemma: str, form: Form, sense: Sense) -> tuple[Rule, ...]:
    """The rules that may speak of a clause with such a verb, in the order of the rulebook."""
    return tuple(rule for rule in RULEBOOK if rule.speaks_of(lemma, form, sense))


def ask(sentence: Sentence, clause: Clause, subject: Subject) -> tuple[Rule | None, Find | Silent | None]:
    """The first rule that has something to say of the clause, and what it says."""
    vocabulary = sentence.vocabulary
    for rule in rules_for(clause.form.lemma, clause.form.form, clause.form.sense):
        if rule.words is not None and rule.words.isdisjoint(vocabulary):
            continue
        answer = rule.read(sentence, clause, subject)
        if rule.name == "shall" and answer is not None:
            return rule, _as_done_plainly(sentence, clause, subject, answer)
        if answer is not None:
            return rule, answer
    return None, None


def _as_done_plainly(sentence: Sentence, clause: Clause, subject: Subject, ordered: Find | Silent) -> Find | Silent:
    """ "Ib skal sige abonnementet op": what somebody named shall do counts where "Ib siger abonnementet op" would, and is of its kind."""
    named = subject.kind == PARTY and subject.sure >= LIKELY and not subject.outsider
    governed = main_verb(sentence, clause, subject) if named else None
    if governed is None or governed[1].form is not Form.INFINITIVE or governed[1].lemma in _OF_STATE:
        return ordered
    people = all(p.kind in (PartyKind.PERSON, PartyKind.UNKNOWN) for p in subject.parties)
    may = subject.sure >= SURE and not acts_for_forum(sentence, subject) and (people or dated(sentence, clause))
    if isinstance(ordered, Silent) and not may:
        return ordered
    at, verb = governed
    done = replace(clause, verb=at, form=Verb(verb.lemma, Form.PRESENT, verb.sense), words={}, times={})
    rule, plain = ask(sentence, done, subject)
    if plain is None or isinstance(plain, Silent):
        return SILENT if people and rule is not None and rule.name in _PRIVATE else ordered
    if isinstance(ordered, Silent):
        plain.clause = clause
        return plain.mark("modal")
    ordered.kind = plain.kind
    return ordered


_PRIVATE = frozenset(("own-affairs", "event"))
"""Rules that are silent of what people do for themselves: "Bo skal gå på pension 1. maj", "Lise skal starte i maj"."""
_OF_STATE = frozenset(("være", "have", "blive"))
"""Verbs by which "skal" orders something else than their present tells: "skal være med", "skal have besked"."""

__all__ = ["FRAGMENTS", "RULEBOOK", "SILENT", "Fragment", "Rule", "Silent", "ask", "rules_for"]
