"""What a clause under another tells of the same matter: how it goes on, and by when it must be there."""

from __future__ import annotations

from tracker.danish.verbs import Form, pick
from tracker.domain.deadline import TimeExpression
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import Clause
from tracker.extraction.find import Sentence
from tracker.extraction.tokens import SIGN, TIME

STANDING_READY = frozenset("ligge være foreligge komme nå".split())
"""Clauses whose time may stand for that of the clause they hang under: "et oplæg, som drøftes på næste møde"."""
READY = frozenset("klar klart klare foreligge færdig færdigt færdige".split())
"""What is done on a day, whatever stands behind "af"."""


def is_treated(sentence: Sentence, sub: Clause) -> bool:
    """ "et udkast, hvilket drøftes på næste møde", "et skema, hvoraf den første udgave skal ligge klar i uge 17"."""
    if sub.form.lemma == "skulle" and sentence.tokens[sub.opener - 1].low == "hvoraf":
        return True
    treated = sub.form.form is Form.PASSIVE and sub.form.lemma in ("drøfte", "behandle", "forelægge", "præsentere", "fremlægge", "godkende")
    return treated and sentence.words(sub.start, sub.opener).endswith("hvilket")


_SHORTEST = 4  # letters; shorter words in "-et" are no participles ("et", "det")


def has_been(sentence: Sentence, sub: Clause) -> bool:
    """Whether a relative clause tells in the perfect what has happened, without a last day."""
    after = sentence.tokens[sub.verb + 1] if sub.verb + 1 < sub.end else None
    ready = after is not None and (
        (after.low.endswith("et") and len(after.low) > _SHORTEST) or pick(after.low, Form.PARTICIPLE) is not None
    )
    perfect = sub.form.lemma in ("være", "have") and ready
    return perfect and not any(LIMIT.match(t.low) for t in sentence.tokens[sub.verb : sub.end] if t.kind == TIME)


RUNNING = frozenset("træde udløbe løbe gælde ophøre vare".split())
"""What a thing does of itself: "tilbuddet, der udløber den 3. maj" has no day for the task."""


def ready(sentence: Sentence, sub: Clause) -> bool:
    """ "…, som har et udkast klar til mødet den 17. juni"."""
    return sub.link == "som" and any(t.low in READY for t in sentence.tokens[sub.verb : sub.end])


def in_hand(sentence: Sentence, sub: Clause) -> bool:
    """ "så vi har det til næste møde", "så sagen kan komme på igen inden sommer": by then it must be there."""
    words = [t.low for t in sentence.tokens[sub.verb + 1 : sub.end]]
    if sub.form.lemma == "have":
        if sub.link == "som" and (words[:1] == ["møde"] or (words[:2] in (["den", "på"], ["det", "på"], ["sagen", "på"]))):
            return True  # "sender den til LMU, der har den på dagsordenen den 12.", "…, der har møde den 8."
        times = [t.low for t in sentence.tokens[sub.verb : sub.end] if t.kind == TIME]
        until = any(t.startswith("til ") or LIMIT.match(t) for t in times)
        return sub.link == "så" and (until or words[:1] in (["det"], ["den"], ["dem"]))
    return sub.form.lemma == "kunne" and any(w in words[:4] for w in _HANDLED) and "måske" not in sentence.low(sub.start, sub.end)


_HANDLED = frozenset(
    "træffe vælge beslutte drøfte behandle godkende vedtage komme behandles drøftes foreligge forelægges besluttes vedtages"
    " godkendes indgå"
    " sendes gives besvares fremlægges nå være hænge ligge stå".split()
)


def is_past(clause: Clause) -> bool:
    """Whether a clause tells of what has been."""
    return clause.form.form.value.startswith("past")


_HOW_IT_IS = frozenset("koste kunne være gælde have betyde kræve rumme mangle".split())


def known_by(sentence: Sentence, clause: Clause) -> list[TimeExpression]:
    """ "undersøger, hvad det koster til næste møde": by when the answer to a question must be there, told at its end."""
    last = next((t for t in reversed(sentence.tokens[: clause.end]) if t.kind != SIGN), None)
    asks = any(
        s.link in ("hv", "om") and s.form.lemma in _HOW_IT_IS and s.end >= clause.end and s.start > clause.verb for s in clause.subs
    )  # not "…, hvem der tager kage med til næste møde"
    if not asks or clause.form.lemma == "spørge" or last is None or last.time is None or not last.time.deadline.anchor:
        return []
    return [last.time] if LIMIT.match(last.low) or last.low.startswith("til ") else []
