"""Readings of wishes: "Udvalget ønsker en orientering på mødet i juni", "ønskes undersøgt"."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS, Clause
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.rules.agents import agent_of
from tracker.extraction.rules.comments import awaits
from tracker.extraction.rules.forms import TOLD_AGAIN, is_participle, optional_find
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, occasion_of, own_words
from tracker.extraction.rules.reports import WORK_ENDS, WORKS, has_status_noun
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import EXPLETIVE, PARTY, Subject
from tracker.extraction.vocabulary import agent_kind


def wish(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Udvalget ønsker X undersøgt / en orientering på mødet i juni"; one member's wish is optional."""
    words = own_words(sentence, clause)
    if clause.form.lemma == "se" and awaits(sentence, clause, words):
        back = find(sentence, clause, Subject("thing"), Kind.STATUS, "ønske", responsible=[])
        back.recipients = list(subject.parties)
        return back.mark("wish")
    if clause.form.lemma != "ønske":
        return None
    while len(words) > 1 and words[0] in ADVERBS:
        words = words[1:]  # "ønsker forinden en skitse"
    if clause.form.form is Form.PASSIVE:
        return _wished(sentence, clause, subject, words)
    forum = acts_for_forum(sentence, subject) or any(p.kind is PartyKind.BODY for p in subject.parties)
    if subject.words.startswith(("et medlem", "et mindretal", "mindretallet", "en ")):
        forum = False
    if forum and clause.form.form is Form.PRESENT and _to_meet_it(sentence, clause, words):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "ønske", responsible=[]).mark("wish")
    if words[:1] == ["ikke"] or {"tillykke", "velkommen"} & set(words[:4]) or any(s.link == "at" for s in clause.subs):
        return SILENT
    attributes = {after for article, after in pairwise(words) if article in ("en", "et", "den", "det")}  # "en fornyet drøftelse"
    wanted = next((v for w in words if w not in attributes and (v := pick(w, Form.PARTICIPLE)) and is_participle(w)), None)
    told = clause.form.form is Form.PAST and wanted is not None and not dated(sentence, clause)  # "ønskede belyst, hvordan …"
    if forum and wanted is not None and (clause.form.form is Form.PRESENT or told):
        kind = Kind.STATUS if wanted.lemma in _SHOWN else Kind.TASK
        return find(sentence, clause, Subject("thing"), kind, "undersøge", responsible=[]).mark("wish")
    owner = _whose_work(sentence, clause, words) if forum and clause.form.form is Form.PRESENT else None
    if owner is not None:
        return find(sentence, clause, Subject("thing"), Kind.TASK, "ønske", responsible=[owner]).mark("wish")
    if (
        forum
        and not dated(sentence, clause)
        and words[:1] in (["en"], ["et"])
        and not has_status_noun(words[:4])
        and not any(w in words for w in ("dialog", "fokus", "debat"))
    ):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "ønske", responsible=[]).mark("wish")
    if forum and (dated(sentence, clause) or occasion_of(sentence, clause) or has_status_noun(words)):
        result = find(
            sentence,
            clause,
            Subject("thing"),
            Kind.STATUS if has_status_noun(words) or "igen" in words or any(w in words for w in TOLD_AGAIN) else Kind.TASK,
            "ønske",
            responsible=[],
        )
        later = any("møde" in t.text for t in times_of(sentence, clause))
        result.optional = not dated(sentence, clause) and not later and not occasion_of(sentence, clause)
        return result.mark("wish")
    if subject.kind == PARTY and dated(sentence, clause):
        return optional_find(sentence, clause, Subject("thing"), "ønske", clause.verb, "4 Wishes")
    return SILENT


def _wished(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Answer:
    """ "Der ønskes undersøgt, om …": what is wished, without who wishes it."""
    asked = next((v for w in words if is_participle(w) and (v := pick(w, Form.PARTICIPLE))), None)
    if asked is not None or any(is_participle(w) for w in words):
        later = dated(sentence, clause) or occasion_of(sentence, clause)
        again = asked is not None and later and asked.lemma in (*_SHOWN, "drøfte", "behandle", "tage")
        by = agent_of(sentence, clause, clause.verb)  # "ønskes udarbejdet af Vej og Park"
        return find(sentence, clause, Subject("thing"), Kind.STATUS if again else Kind.TASK, "undersøge", responsible=by).mark("wish")
    return _wanted(sentence, clause, subject, words)


def _wanted(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Answer:
    """ "Der ønskes opdeling af udgifterne": work told by its noun; "Dette ønskes på dagsordenen": the matter comes back."""
    if subject.kind == EXPLETIVE and words and words[0].endswith(WORK_ENDS) and not has_status_noun(words[:1]):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "undersøge", responsible=[]).mark("wish")
    if any(w.startswith("dagsorden") for w in words[:3]):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "sætte", responsible=[]).mark("wish")
    return SILENT


def _to_meet_it(sentence: Sentence, clause: Clause, words: list[str]) -> bool:
    """ "Rådet ønsker på et senere møde at høre, hvordan det går": the matter comes back, if only at some meeting."""
    then = next((v for a, b in pairwise(words) if a == "at" and (v := pick(b, Form.INFINITIVE)) is not None), None)
    later = dated(sentence, clause) or occasion_of(sentence, clause) or any("møde" in t.text for t in times_of(sentence, clause))
    return later and then is not None and then.lemma in _MEETING_IT


_MEETING_IT = frozenset("høre drøfte vende gennemgå behandle dagsordenssætte genbesøge debattere diskutere".split())
_SHOWN = frozenset("forelægge præsentere fremlægge evaluere orientere gennemgå".split())


def _whose_work(sentence: Sentence, clause: Clause, words: list[str]) -> Mention | None:
    """ "ønsker forvaltningens vurdering af": the one who owns the work is to do it."""
    if len(words) < 2 or words[1] not in WORKS or not words[0].endswith("s"):
        return None
    kind = agent_kind(words[0].removesuffix("s"))
    at = clause.verb + 1
    return Mention(sentence.tokens[at].text.removesuffix("s"), at, at + 1, kind) if kind is not None else None
