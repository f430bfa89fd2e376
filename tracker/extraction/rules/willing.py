"""Readings of "vil": a named party's plan is a promise, "vil gerne" an offer, what the forum will be told a status."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense, Verb
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Sentence
from tracker.extraction.mention import LIKELY, Mention
from tracker.extraction.rules.acts import passive_find
from tracker.extraction.rules.becoming import made_passive
from tracker.extraction.rules.forms import optional_find
from tracker.extraction.rules.having import will_have
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, main_verb, occasion_of, own_words
from tracker.extraction.rules.imperatives import ERRANDS
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.receiving import gets_from
from tracker.extraction.rules.reports import has_status_noun
from tracker.extraction.rules.returning import returns
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import EXPLETIVE, FORUM_WE, NONE, PARTY, Subject


def _is_council(subject: Subject) -> bool:
    return subject.kind == PARTY and all(p.kind is PartyKind.BODY for p in subject.parties)


def _will_be_told(sentence: Sentence, clause: Clause, subject: Subject, at: int, verb: Verb) -> Answer:
    """ "Rådet vil senere få en orientering om emnet": a status, owed by nobody named."""
    words = own_words(sentence, clause)[:6]
    if verb.lemma != "få" or not (has_status_noun(words) or {"forelagt", "fremlagt", "præsenteret"} & set(words)):
        return None
    if not (acts_for_forum(sentence, subject) or _is_council(subject)):
        return None
    told = find(sentence, clause, Subject("thing", after=at + 1), Kind.STATUS, "orientere", at=at, responsible=[]).mark("modal")
    told.recipients = told.recipients or list(subject.parties)
    return told


def _will_return(sentence: Sentence, clause: Clause, subject: Subject, at: int, verb: Verb) -> Answer:
    """ "Punktet vil komme på april-mødet": as "kommer på"; "Der vil ske en afklaring": work told by its noun."""
    works = verb.lemma == "ske" and any(w.endswith(("ing", "else", "tion")) for w in own_words(sentence, clause)[1:4])
    if works and subject.kind == EXPLETIVE:
        return find(sentence, clause, Subject("thing"), Kind.TASK, "ske", at=at, responsible=[]).mark("modal")
    named = subject.kind == PARTY and subject.sure >= LIKELY and verb.lemma != "være"
    if verb.lemma not in ("komme", "vende", "være") or subject.kind == FORUM_WE or named:
        return None
    told = Clause(sentence.tokens, clause.start, clause.end, at, Verb(verb.lemma, Form.PRESENT, verb.sense), subs=clause.subs)
    told.field, told.opener = clause.field, clause.opener
    return returns(sentence, told, subject) or SILENT


def _will_get(sentence: Sentence, clause: Clause, subject: Subject, at: int, verb: Verb) -> Answer:
    """ "Medlemmerne vil få tilsendt et brev": handed over by somebody else, as "får tilsendt"."""
    if verb.lemma != "få" or _HANDED.isdisjoint(own_words(sentence, clause, at + 1)[:5]):
        return None
    told = Clause(sentence.tokens, clause.start, clause.end, at, Verb("få", Form.PRESENT, verb.sense), subs=clause.subs)
    told.field, told.opener = clause.field, clause.opener
    return gets_from(sentence, told, Subject(subject.kind, subject.parties, at + 1, subject.words))


_HANDED = frozenset("tilsendt udleveret besked svar".split())


def _wants_to_see(sentence: Sentence, clause: Clause, at: int) -> bool:
    """ "Cheferne vil se tal" tells what they want; "vil se på sagen" is work."""
    return not dated(sentence, clause) and own_words(sentence, clause, at + 1)[:1] not in (["på"], ["nærmere"], ["efter"], ["videre"])


_SAYS_LITTLE = frozenset("have være kunne sige blive".split())


_ACTS = frozenset(
    tuple(act.split())
    for act in (
        "tage kontakt,tage initiativ,tage fat,følge op,rette henvendelse,komme med,se videre,se nærmere,kigge videre,kigge nærmere"
    ).split(",")
)
"""Acts told with a verb that says little: "FU vil selv tage kontakt til rådet", "vil vi komme med forslag"."""


_GRANTING = frozenset("yde bevilge".split())
"""What is done by deciding that somebody will."""


def _left_out(sentence: Sentence, subject: Subject) -> Subject:
    """ "Elevrådet ønsker en bedre gård. Vil komme med et forslag.": who was spoken of last, where notes leave the subject out."""
    last = sentence.memory.told
    return Subject(PARTY, list(last), 1) if last and all(p.sure >= LIKELY for p in last) else subject


def will(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:  # noqa: PLR0912
    """ "vil": a named person's or unit's plan is a promise, "vil gerne" an offer."""
    if clause.form.lemma != "ville" or clause.form.form is not Form.PRESENT:
        return None
    words = own_words(sentence, clause)
    governed = main_verb(sentence, clause, subject)
    if governed is None or words[:1] == ["kun"]:
        return SILENT  # "Forsikringen vil kun dække halvdelen"
    at, verb = governed
    errand = verb.lemma in ERRANDS or (verb.lemma, sentence.words(at + 1, at + 2)) in _ACTS
    if subject.kind == NONE and clause.verb == 0 and at == 1 and errand:  # what people undertake, not "Vil give mere tryghed"
        subject = _left_out(sentence, subject)
    if verb.lemma == "blive":
        if any(w in ("orienteret", "informeret", "præsenteret", "forelagt", "underrettet") for w in words) and dated(sentence, clause):
            forum_told = acts_for_forum(sentence, subject)
            return find(
                sentence,
                clause,
                Subject("thing", after=at + 1),
                Kind.STATUS if forum_told else Kind.TASK,
                "orientere",
                at=at,
                responsible=[],
            )
        return made_passive(sentence, clause, subject, at)
    done = verb.form is Form.PASSIVE and "gerne" not in words[:2]
    if {"helst", "hellere"} & set(words[:2]) or "kunne" in sentence.low(clause.verb + 1, at) or done:
        return passive_find(sentence, clause, subject, verb, at, ordered=False) if done else SILENT  # "Den vil alle kunne køre"
    if "gerne" in words[:2] or "gerne" in sentence.low(clause.opener, clause.verb):
        if (
            subject.kind == FORUM_WE
            and verb.lemma in ("prøve", "afprøve")
            and any({"trial", "span"} & set(t.rules) for t in times_of(sentence, clause))
        ):
            return find(sentence, clause, subject, Kind.STATUS, verb.lemma, at=at, responsible=[]).mark("modal", "we")
        if subject.kind in (PARTY, FORUM_WE):
            return optional_find(sentence, clause, subject, verb.lemma, at, "1 Optional: an offer")
        return SILENT
    back = _will_be_told(sentence, clause, subject, at, verb) or _will_get(sentence, clause, subject, at, verb)
    back = back or _will_return(sentence, clause, subject, at, verb)
    if back is not None:
        return back
    granted = clause.link == "at" and verb.lemma in _GRANTING and not dated(sentence, clause)  # "at klubben vil yde et tilskud"
    says_little = (verb.sense in (Sense.STATE, Sense.COMMENT) and verb.lemma not in ("arbejde", "fortsætte")) or verb.lemma in _SAYS_LITTLE
    says_little = says_little or (verb.lemma == "tage" and sentence.words(at + 1, at + 2) == "udgangspunkt")
    if granted or says_little or (verb.lemma == "se" and _wants_to_see(sentence, clause, at)):
        return will_have(sentence, clause, subject, at) if verb.lemma == "have" else SILENT
    if subject.kind == PARTY and subject.sure >= 2 and not acts_for_forum(sentence, subject):
        return find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at).mark("modal")
    acts = verb.lemma == "arbejde" or (verb.lemma, sentence.words(at + 1, at + 2)) in _ACTS
    later = dated(sentence, clause) or occasion_of(sentence, clause)
    if acts_for_forum(sentence, subject) and (acts or verb.sense is Sense.DO or later):
        responsible: list[Mention] | None = [] if subject.kind == FORUM_WE else None
        return find(
            sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at, responsible=responsible
        ).mark("modal", "we")
    return SILENT
