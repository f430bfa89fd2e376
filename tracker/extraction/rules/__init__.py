"""The rulebook of commitments: every rule, in the order they are asked."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS, Clause
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import LIKELY, SURE
from tracker.extraction.rules.clauses_rules import CLAUSES
from tracker.extraction.rules.fragments import FRAGMENTS, Fragment
from tracker.extraction.rules.frames import FRAMES
from tracker.extraction.rules.helpers import acts_for_forum, dated, main_verb
from tracker.extraction.rules.rule import SILENT, Rule, Silent
from tracker.extraction.rules.silence import SILENCES
from tracker.extraction.subject import PARTY, Subject
from tracker.extraction.subjects import subject_of
from tracker.extraction.tokens import TIME
from tracker.extraction.vocabulary import SEEING_THAT

_FIRST = tuple(rule for rule in CLAUSES if rule.name == "not-reached")
RULEBOOK: tuple[Rule, ...] = (*_FIRST, *SILENCES, *FRAMES, *(rule for rule in CLAUSES if rule.name != "not-reached"))
"""Rules over clauses: the first that answers decides."""


@lru_cache(maxsize=8_192)
def rules_for(lemma: str, form: Form, sense: Sense) -> tuple[Rule, ...]:
    """The rules that may speak of a clause with such a verb, in the order of the rulebook."""
    return tuple(rule for rule in RULEBOOK if rule.speaks_of(lemma, form, sense))


def ask(sentence: Sentence, clause: Clause, subject: Subject, *, deep: int = 0) -> tuple[Rule | None, Find | Silent | None]:
    """The first rule that has something to say of the clause, and what it says.

    `deep`: how many acts stand around it ("skal sørge for at få …"); what stands deeper than people write is not asked about.
    """
    vocabulary = sentence.vocabulary
    for rule in rules_for(clause.form.lemma, clause.form.form, clause.form.sense):
        if rule.words is not None and rule.words.isdisjoint(vocabulary):
            continue
        answer = rule.read(sentence, clause, subject)
        if answer is not None and deep >= _DEEPEST:
            return rule, answer
        if rule.name in ("shall", "will") and answer is not None:
            return rule, _as_done_plainly(sentence, clause, subject, answer, deep)
        if answer is not None and rule.name in _GIVEN:
            return rule, _of_what_is_given(sentence, clause, answer, deep)
        if answer is not None:
            return rule, _of_what_is_seen_to(sentence, clause, subject, answer, deep)
    return None, None


_DEEPEST = 3
"""Acts inside one another: "skal tage sig af at få sendt"; hostile text nests them by the hundred."""


def _of_what_is_given(sentence: Sentence, clause: Clause, answer: Find | Silent, deep: int) -> Find | Silent:
    """ "Det overlades til HR at sende planen til HMU", "Opgaven med at sende planen til HMU ligger hos HR": the same for what is given."""
    if isinstance(answer, Silent) or answer.kind is not Kind.TASK or not answer.responsible:
        return answer
    behind = enumerate(pairwise(sentence.low(clause.opener, clause.end)), clause.opener + 1)
    at, verb = next(((k, v) for k, (a, b) in behind if a == "at" and (v := pick(b, Form.INFINITIVE)) is not None), (0, None))
    if verb is None:
        return answer
    somebody = Subject(PARTY, [replace(m, start=at, end=at) for m in answer.responsible], after=at + 1)
    inner = clause if at > clause.verb else replace(clause, end=clause.verb, subs=[])
    told = as_done(sentence, inner, at, verb, somebody, deep=deep + 1)[1]
    if isinstance(told, Find):
        named = {m.text for m in answer.responsible}
        answer.kind, answer.recipients = told.kind, [m for m in told.recipients if m.text not in named]
    return answer


_GIVEN = frozenset(("entrusted", "lies-with"))
"""Rules that read to whom something is given to do."""


def _of_what_is_seen_to(sentence: Sentence, clause: Clause, subject: Subject, answer: Find | Silent, deep: int) -> Find | Silent:
    """ "HR tager sig af at sende planen til HMU": of the kind, and for those, of what is seen to."""
    if clause.form.lemma in SEEING_THAT and isinstance(answer, Find) and answer.kind is Kind.TASK:
        return _of_what_comes_of_it(sentence, clause, answer, deep)
    frames = _SEEN_TO.get(clause.form.lemma)
    if frames is None or clause.form.form is not Form.PRESENT or subject.kind != PARTY or subject.outsider:
        return answer
    begin = max(clause.verb + 1, subject.after)
    while begin < clause.end and (sentence.tokens[begin].kind == TIME or sentence.tokens[begin].low in ADVERBS - _TURNS):
        begin += 1
    for frame in frames:
        at = begin + len(frame) + 1
        if at >= clause.end or sentence.words(begin, at) != f"{' '.join(frame)} at":
            continue
        verb = pick(sentence.tokens[at].low, Form.INFINITIVE)
        told = as_done(sentence, clause, at, verb, subject, deep=deep + 1)[1] if verb is not None else None
        if not isinstance(told, Find):
            return answer
        if isinstance(answer, Silent):
            told.clause = clause
            return told
        answer.kind, answer.recipients = told.kind, told.recipients
    return answer


def _of_what_comes_of_it(sentence: Sentence, clause: Clause, answer: Find, deep: int) -> Find:
    """ "Bo foranlediger, at afgørelsen tilgår Byrådet": what he sees to goes on to another body."""
    for sub in clause.subs:
        told = ask(sentence, sub, subject_of(sentence, sub), deep=deep + 1)[1] if sub.link == "at" else None
        if isinstance(told, Find) and told.kind is Kind.FORWARD:
            answer.kind, answer.recipients = told.kind, told.recipients
    return answer


_TURNS = frozenset("ikke gerne eventuelt evt kun hellere helst kunne".split())
"""Words that make less of what somebody will do or sees to."""


def as_done(
    sentence: Sentence, clause: Clause, at: int, verb: Verb, subject: Subject, *, deep: int = 1
) -> tuple[Rule | None, Find | Silent | None]:
    """What is said of the clause if its infinitive `verb` at the place `at` were the present: "skal sende planen" as "sender planen"."""
    done = replace(clause, verb=at, form=Verb(verb.lemma, Form.PRESENT, verb.sense), words={}, times={})
    return ask(sentence, done, subject, deep=deep)


def _as_done_plainly(sentence: Sentence, clause: Clause, subject: Subject, ordered: Find | Silent, deep: int) -> Find | Silent:
    """ "Ib skal sige abonnementet op": what somebody named shall do counts where "Ib siger abonnementet op" would, and is of its kind."""
    named = subject.kind == PARTY and subject.sure >= LIKELY and not subject.outsider
    governed = main_verb(sentence, clause, subject) if named else None
    if governed is None or governed[1].form is not Form.INFINITIVE or governed[1].lemma in _OF_STATE:
        return ordered
    people = all(p.kind in (PartyKind.PERSON, PartyKind.UNKNOWN) for p in subject.parties)
    may = subject.sure >= SURE and not acts_for_forum(sentence, subject) and (people or dated(sentence, clause))
    wished = clause.form.lemma == "ville" and not (dated(sentence, clause) and _TURNS.isdisjoint(sentence.low(clause.verb, governed[0])))
    if isinstance(ordered, Silent) and (wished or not may):
        return ordered
    rule, plain = as_done(sentence, clause, *governed, subject, deep=deep + 1)
    if plain is None or isinstance(plain, Silent):
        return SILENT if people and rule is not None and rule.name in _PRIVATE else ordered
    if isinstance(ordered, Silent):
        plain.clause = clause
        return plain.mark("modal")
    resumes = plain.kind is Kind.DEFERRAL and clause.form.lemma == "ville"  # "Udvalget vil genoptage sagen i maj": it comes back
    ordered.kind = plain.kind if ordered.kind in (Kind.TASK, Kind.STATUS) and not resumes else ordered.kind
    return ordered


_SEEN_TO = {
    "tage": (("sig", "af"),),
    "få": (("ansvaret", "for"), ("ansvar", "for"), ("opgaven", "med")),
    "have": (("ansvaret", "for"), ("ansvar", "for"), ("opgaven", "med")),
    "stå": (("for",),),
    "være": (("ansvarlig", "for"), ("ansvarlige", "for"), ("tovholder", "for"), ("tovholder", "på"), ("tovholdere", "for")),
}
"""What stands between verbs of taking on and the infinitive of what is taken on."""
_PRIVATE = frozenset(("own-affairs", "event"))
"""Rules that are silent of what people do for themselves: "Bo skal gå på pension 1. maj", "Lise skal starte i maj"."""
_OF_STATE = frozenset(("være", "have", "blive"))
"""Verbs by which "skal" orders something else than their present tells: "skal være med", "skal have besked"."""

__all__ = ["FRAGMENTS", "RULEBOOK", "SILENT", "Fragment", "Rule", "Silent", "as_done", "ask", "rules_for"]
