"""Nouns of reports and of a matter that comes back: "status", "midtvejsevaluering" (GUIDE.md section 4, "Task or status")."""

from __future__ import annotations

from tracker.danish.kept import kept
from tracker.domain.deadline import TimeExpression
from tracker.extraction.clause import Clause
from tracker.extraction.find import Sentence

STATUS_NOUNS = frozenset(
    "melding"
    " status statusrapport orientering evaluering opfølgning afrapportering midtvejsstatus midtvejsevaluering redegørelse tilbagemelding"
    " statusorientering opsamling drøftelse midtvejsrapport årsstatus statusopdatering slutevaluering beretning behandling stillingtagen"
    " genbehandling temadrøftelse godkendelse beslutning andenbehandling delevaluering kvartalsstatus årsrapport førstebehandling"
    " budgetopfølgning statusmøde statusrunde genvurdering revurdering afgørelse vedtagelse gennemgang rapport"
    " kvartalsrapport".split()
)


WORKS = frozenset("vurdering udtalelse bemærkninger forslag redegørelse beregning svar oplæg notat undersøgelse anbefaling".split())
WORK_ENDS = ("ing", "else", "tion", "oversigt", "notat", "overblik", "forslag", "analyse")
"""How nouns of work that somebody is to deliver end."""


def is_work(word: str) -> bool:
    """Whether a noun names work that is asked for: "notat", "konsekvensberegning"."""
    return word in WORKS or word.endswith(WORK_ENDS)


POINTS = frozenset("punkt punkter dagsordenspunkt dagsordenspunkter emne emner".split())


def has_status_noun(words: list[str]) -> bool:
    """Whether the words name a report or a return of the matter."""
    return any(is_status_noun(w) for w in words)


@kept()
def is_status_noun(word: str) -> bool:
    """Whether a noun names a report or a return of the matter; compounds put the head last ("fraværsstatus")."""
    return (
        word in STATUS_NOUNS
        or ("-" in word and word.rsplit("-", 1)[1] in STATUS_NOUNS)  # "go/no-go-beslutning"
        or word.removesuffix("en") in STATUS_NOUNS
        or word.removesuffix("n") in STATUS_NOUNS
        or word.startswith("midtvejs")
        or (len(word) > 9 and word.endswith(("status", "evaluering", "evalueringen")))
    )


def told_again(lemma: str, words: list[str], times: list[TimeExpression], own: bool) -> bool:
    """Whether what is done on its day is a report to the meeting, or the matter's return: "gøres op på mødet i oktober", "sættes på til
    godkendelse den 18.". `words` stand behind the verb; `own` tells whether it is the meeting itself that is to have it."""
    if lemma == "give":
        return own  # "Et overblik gives FMU på mødet den 16. maj"
    if lemma == "sætte":
        return words[:2] == ["på", "til"]
    if lemma == "vurdere":
        return "igen" in words[:4]
    meets = "møde" in words or any(t.deadline.anchor or "mød" in t.text for t in times)
    then = any(t.text.casefold().startswith(("efter ", "om ")) for t in times)
    up = "op" in words[:2] and (meets or then)  # "Forløbet gøres op på mødet i oktober", "Prøven gøres op efter et halvt år"
    return lemma == "gøre" and (up or "igen" in words[:4] or words[:2] == ["til", "genstand"])


_EVALUATIONS = ("evaluering", "evalueringen", "status", "opfølgningen", "afrapporteringen", "redegørelsen")


def report_moved(lemma: str, field: list[str]) -> bool:
    """Whether a report gets another day: "Evalueringen rykkes til august". `field`: what stands before the verb."""
    return lemma in ("rykke", "flytte", "fremrykke") and any(w.endswith(_EVALUATIONS) for w in field)


_LETTERS = frozenset("brev takkebrev mail hilsen skrivelse invitation indbydelse rykker klage".split())
_ANSWER_SENT = frozenset(("svar", "svaret"))


def is_letter(field: list[str], words: list[str]) -> bool:
    """Whether what is sent is a letter or an answer, which brings no case before a body: "Der sendes et brev til udvalget".

    `field`: what stands before the verb; `words`: what stands behind it.
    """
    if len(field) == 1 and field[0] in _ANSWER_SENT:
        return PURPOSES.isdisjoint(words[:3])  # but "Svaret sendes til orientering i Ældrerådet"
    return bool(_LETTERS & set(words[1:3])) and words[0] in ("et", "en")


PURPOSES = frozenset("udtalelse høring kommentering gennemsyn udfyldelse orientering behandling godkendelse".split())
"""What something is handed over for."""


_MEASURING = frozenset("gøre opgøre måle vurdere samle opsamle undersøge se".split())
_EFFECTS = ("forbrug", "erfaring", "virkning", "effekt", "udbytte", "resultat")
TRIALS = ("ordning", "forsøg", "prøve", "pilot", "forløb", "initiativ", "indsats")
"""How words begin for what is tried for a time."""


def measured(sentence: Sentence, clause: Clause, lemma: str, *, again: bool) -> bool:
    """ "Erfaringerne gøres op", "Tilbuddet vurderes på ny"."""
    return lemma in _MEASURING and ((lemma == "vurdere" and again) or _effect_subject(sentence, clause, lemma))


def _effect_subject(sentence: Sentence, clause: Clause, lemma: str) -> bool:
    """Whether what is measured is how something has worked: then it is an evaluation."""
    stems = (*_EFFECTS, *TRIALS) if lemma in ("vurdere", "gøre") else _EFFECTS
    return any(t.low.startswith(stems) for t in sentence.tokens[clause.opener : clause.verb])


def laid_first(clause: Clause, lemma: str) -> bool:
    """ "Resultatet forelægges udvalget, før der indgås kontrakt"."""
    return lemma in ("forelægge", "fremlægge", "præsentere") and any(s.link in ("før", "inden") for s in clause.subs)
