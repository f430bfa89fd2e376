"""Readings of "bliver" and of passives made with a participle: "bliver sendt i uge 15", "bliver et punkt på næste møde"."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.domain.followup import Kind
from tracker.extraction.clause import Clause, own_end, past_adverbials
from tracker.extraction.find import Sentence
from tracker.extraction.rules.acts import passive_find
from tracker.extraction.rules.bodies import members_of
from tracker.extraction.rules.events import falls_on
from tracker.extraction.rules.forms import TOO
from tracker.extraction.rules.helpers import dated, find, own_words
from tracker.extraction.rules.passive_kinds import WITHOUT_TIME
from tracker.extraction.rules.returning import status_is
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import PARTY, Subject
from tracker.extraction.tokens import WORD

_NOTICED = frozenset("læse bruge se høre mærke opfatte benytte modtage".split())


def made_passive(sentence: Sentence, clause: Clause, subject: Subject, at: int) -> Answer:
    """ "bliver sendt / vil blive sendt": a passive made with a participle."""
    limit = own_end(clause)
    for place in range(at + 1, limit):
        token = sentence.tokens[place]
        verb = pick(token.low, Form.PARTICIPLE) if token.kind == WORD else None
        if verb is not None and sentence.tokens[place - 1].low in ("godt", "flot", "dårligt", "meget", "flittigt"):
            return SILENT  # "bliver godt besøgt"
        if verb is not None and sentence.words(place + 1, place + 2) == "for" and sentence.words(place + 2, place + 3) in TOO:
            return SILENT  # "bliver slået for sjældent"
        if verb is not None and not token.capital:
            if verb.lemma in _NOTICED and not dated(sentence, clause):
                return SILENT  # "Nyhedsbrevet bliver læst"
            made = Verb(verb.lemma, Form.PASSIVE, verb.sense)
            by = subject.kind == PARTY and sentence.words(place + 1, place + 2) == "af"  # "Margit bliver orienteret af Birthe"
            chosen = verb.sense is Sense.DECIDE or verb.lemma.endswith("vælge")  # "bliver genvalgt"
            decided = chosen and not dated(sentence, clause)  # "vil blive fastsat på næste møde" is still to come
            if (
                verb.sense in (Sense.STATE, Sense.COMMENT)
                or decided
                or (verb.sense is Sense.REPORT and verb.lemma not in WITHOUT_TIME and not (by or dated(sentence, clause)))
            ):
                return SILENT
            return passive_find(sentence, clause, subject, made, place, ordered=False)
    return SILENT


def will_be_done(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "bliver sendt i uge 15", "bliver et punkt på næste møde"."""
    words = own_words(sentence, clause)
    if (
        (clause.form.lemma, clause.form.form) in (("blive", Form.PAST), ("være", Form.PRESENT))
        and "nedsat" in past_adverbials(words)[:1]
        and (any(s.link == "som" for s in clause.subs) or members_of(sentence, clause, clause.verb))
    ):
        return made_passive(sentence, clause, subject, clause.verb)  # "Der blev nedsat en gruppe …, som kommer med et forslag"
    if clause.form.lemma != "blive" or clause.form.form is not Form.PRESENT:
        return None
    if {"liggende", "hængende"} & set(words[:4]) and dated(sentence, clause):
        return None  # "bliver liggende til næste gang": put off
    if subject.kind == PARTY and {"bedt", "anmodet", "opfordret"} & set(words[:4]) and {"at", "en", "et"} & set(words):
        return None  # "bliver bedt om at", "bliver bedt om en udtalelse": asked
    status = status_is(sentence, clause, subject)
    if status is not None:
        return status
    held = falls_on(sentence, clause, subject)
    if held is not None:
        return held
    if {("fast", "punkt"), ("faste", "punkter")} & set(pairwise(words[:4])):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "indføre", responsible=[])  # "bliver et fast punkt på dagsordenen"
    if dated(sentence, clause) and ("punkt" in words or "dagsordenspunkt" in words or "tema" in words):
        return find(sentence, clause, Subject("thing", after=clause.verb + 1), Kind.STATUS, "komme", responsible=[])
    if (
        subject.kind == PARTY
        and subject.sure >= 2
        and any(w in ("tovholder", "ansvarlig", "kontaktperson", "projektleder", "tovholdere", "ankermand") for w in words)
    ):
        return find(sentence, clause, subject, Kind.TASK, "være")
    return made_passive(sentence, clause, subject, clause.verb)
