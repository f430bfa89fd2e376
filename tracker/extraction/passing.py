"""Recipients told by what is done with the product: "finder to navne, som mailes til LDU", "sørger for at sende planen til cheferne"."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense, pick
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import ADVERBS, Clause, own_end
from tracker.extraction.deadlines import usable
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import SURE, Mention
from tracker.extraction.recipients import HANDING, recipients_of
from tracker.extraction.subjects import PARTY, Subject, subject_of
from tracker.extraction.tokens import TIME
from tracker.extraction.vocabulary import is_definite


def passed_on(sentence: Sentence, find: Find, found: list[Find]) -> None:
    """Give a card without recipients those of what is done with its product: "finder to navne, som mailes til LDU", "at belyse udgiften
    og fremlægge den for udvalget"."""
    clause = find.clause
    if find.recipients or clause is None:
        return
    taken = {(m.start, m.text) for m in find.responsible}
    handed: list[Mention] = []
    for sub in clause.subs:
        asked = sub.link == "så" and sub.form.lemma == "komme" and clause.form.lemma == "spørge"  # ", så det kommer ud til alle"
        asked = asked or (sub.link == "som" and _has_been(sentence, sub))  # "et tilbud, der er givet til Vestervang"
        if sub.link in ("som", "så") and not asked and sub.start > clause.verb and all(f.clause is not sub for f in found):
            handed = handed or _of_clause(sentence, sub)
        if sub.link == "at" and clause.form.lemma in _SEEING_TO and all(f.clause is not sub for f in found):
            handed = handed or _gets(sentence, sub) or _of_clause(sentence, sub)
    limit, seen_to = own_end(clause), clause.form.lemma in _SEEING_TO
    for at in range(clause.verb + 1, limit - 1):
        low = sentence.tokens[at].low
        joined = low in ("og", "samt", ",") or (seen_to and low == "at" and _sees_to(sentence, at))
        verb = _infinitive_behind(sentence, at, limit) if joined and not handed else None
        if verb is not None and verb[1] in HANDING:
            handed = recipients_of(sentence, clause, verb[1], Subject("none"), verb[0] + 1)
    find.recipients = [m for m in handed if (m.start, m.text) not in taken]


def due_with_product(sentence: Sentence, find: Find, found: list[Find]) -> None:
    """ "laver et lommekort, som ligger i alle biler inden 1. maj": the day by which what is made is there."""
    clause = find.clause
    if clause is None or find.times or clause.form.form is not Form.PRESENT or clause.form.sense is not Sense.DO:
        return
    for sub in clause.subs:
        there = (
            sub.link == "som"
            and sub.form.form is Form.PRESENT
            and sub.form.lemma in _BEING_THERE
            and all(f.clause is not sub for f in found)
        )
        limits = [t.time for t in sentence.tokens[sub.verb : sub.end] if t.time is not None and usable(t.time) and LIMIT.match(t.low)]
        if there and limits:
            find.times = limits[:1]
            return


_BEING_THERE = frozenset("ligge foreligge være hænge stå udkomme".split())


def _has_been(sentence: Sentence, sub: Clause) -> bool:
    """Whether a relative clause tells in the perfect what was done before."""
    after = sentence.low(sub.verb + 1, sub.verb + 2)
    return sub.form.lemma in ("være", "have") and bool(after) and pick(after[0], Form.PARTICIPLE) is not None


_SEEING_TO = frozenset("sørge stå have være få hjælpe bistå skulle".split())


def _sees_to(sentence: Sentence, at: int) -> bool:
    """ "sørger for at sende", "er tovholder på at melde": the infinitive behind this "at" is what is done."""
    return sentence.tokens[at - 1].low in ("for", "på", "med", "til")


_MESSAGES = frozenset("besked information indkaldelse invitation indbydelse mail brev seddel tilbagemelding svar".split())


def _gets(sentence: Sentence, sub: Clause) -> list[Mention]:
    """ "sørger for, at revisoren får bilagene": whoever is to get them."""
    if sub.form.lemma not in ("få", "modtage") or sub.form.form is not Form.PRESENT:
        return []
    behind = [t for t in sentence.tokens[sub.verb + 1 : sub.end] if t.low not in ADVERBS][:1]
    handed = bool(behind) and (is_definite(behind[0].low) or behind[0].low in ("det", "den", "dem"))  # not "får et bevis", "får lavet"
    told = sentence.low(sub.verb + 1, sub.verb + 3)
    handed = handed or (bool(told) and (told[0] in _MESSAGES or (told[0] in ("en", "et") and told[-1] in _MESSAGES)))
    subject = subject_of(sentence, sub)
    return subject.parties if handed and subject.kind == PARTY and subject.sure >= SURE else []


def _of_clause(sentence: Sentence, sub: Clause) -> list[Mention]:
    """The recipients of a relative or purpose clause; behind "kan" and "skal" those of the infinitive."""
    if sub.form.lemma == "blive":  # "bliver indsendt til udvalget"
        done = next((k for k in range(sub.verb + 1, sub.end) if pick(sentence.tokens[k].low, Form.PARTICIPLE) is not None), sub.verb)
        made = pick(sentence.tokens[done].low, Form.PARTICIPLE)
        return recipients_of(sentence, sub, made.lemma, Subject("none"), done + 1) if made is not None and made.lemma in HANDING else []
    if sub.form.sense is not Sense.MODAL:
        lemma = "fremlægge" if sub.form.lemma == "lægge" and "frem" in sentence.low(sub.verb, sub.end) else sub.form.lemma
        return recipients_of(sentence, sub, lemma, Subject("none", after=sub.verb + 1))
    for at in range(sub.verb + 1, sub.end):
        verb = pick(sentence.tokens[at].low, Form.PASSIVE, Form.INFINITIVE)
        if verb is not None and verb.lemma in HANDING:
            return recipients_of(sentence, sub, verb.lemma, Subject("none"), at + 1)
    return []


def _infinitive_behind(sentence: Sentence, at: int, limit: int) -> tuple[int, str] | None:
    """The infinitive right behind a joining word, "at" and adverbs aside: its place and lemma."""
    step = at + 1
    while step < limit and (
        sentence.tokens[step].low in ADVERBS or sentence.tokens[step].low == "at" or sentence.tokens[step].kind == TIME
    ):
        step += 1
    verb = pick(sentence.tokens[step].low, Form.INFINITIVE) if step < limit and not sentence.tokens[step].capital else None
    return (step, verb.lemma) if verb is not None else None
