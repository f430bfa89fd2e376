"""What makes several clauses one card, and one sentence several (GUIDE.md section 4, "One or two")."""

from __future__ import annotations

import dataclasses

from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.extraction.beside import (
    after_trial,
    attending,
    convenes,
    granted,
    handed_by,
    is_product,
    made_by,
    only_acts,
    out_by_itself,
    passed_on,
    readied,
    same_one_same_thing,
    then,
    who_acts,
)
from tracker.extraction.clause import COORDINATORS, Clause
from tracker.extraction.deadlines import has_day, usable
from tracker.extraction.find import Find, Sentence
from tracker.extraction.rules.reports import is_status_noun
from tracker.extraction.tokens import SIGN, TIME, WORD, Token


def nominal_task(sentence: Sentence, times: list[TimeExpression]) -> Find:
    """A task named by a noun alone, which a label makes one: "Ny folder. Ansvarlig: Mona."."""
    end = len(sentence.tokens)
    while end > 1 and sentence.tokens[end - 1].text in ".;,":
        end -= 1
    own = [t.time for t in sentence.tokens if t.kind == TIME and t.time and usable(t.time)]
    kind = Kind.STATUS if _names_status(sentence) else Kind.TASK
    find = Find(kind, sentence.tokens[0].start, sentence.tokens[end - 1].end, times=own or list(times), nominal=True)
    find.rules.append("labelled-task")
    find.clauses.append("4 Labels")
    return find.mark("label")


def _names_status(sentence: Sentence) -> bool:
    """Whether the noun a line begins with is a report, behind what describes it: "Ny status til Koncernledelsen"."""
    first = next((t.low for t in sentence.tokens[:3] if t.kind == WORD and t.low not in _ANEW), "")
    return is_status_noun(first)


_ANEW = frozenset("ny nyt næste endelig første samlet fornyet opdateret kort skriftlig mundtlig en et".split())


def as_limit(time: TimeExpression) -> TimeExpression:
    """A labelled day is read as "senest": no earliest (GUIDE.md section 3, "A label")."""

    return dataclasses.replace(time, deadline=dataclasses.replace(time.deadline, earliest=None)) if time.deadline.due else time


def merged_cards(sentence: Sentence, found: list[Find]) -> list[Find]:
    """Several verbs of one subject are one card unless each clause carries its own time (GUIDE.md section 4, "One or two")."""
    merged: list[Find] = []
    for find in found:
        before = merged[-1] if merged else None
        if before is not None and before.clause is not None and find.clause is not None and _one_card(sentence, before, find):
            join(before, find)
        else:
            merged.append(find)
    return merged


def stretch(clause: Clause, found: list[Find]) -> None:
    """A clause that says nothing of its own but shares the last card's subject belongs to its quote."""
    last = found[-1] if found else None
    if (
        last is not None
        and clause.head is not None
        and last.clause is not None
        and clause.head in (last.clause, last.clause.head)
        and clause.verb > last.clause.verb
        and clause.tokens[min(clause.verb + 1, len(clause.tokens) - 1)].low not in ("vi", "man", "der", "det")
    ):
        end = clause.end
        while end > clause.verb + 1 and clause.tokens[end - 1].kind == SIGN:
            end -= 1
        last.end = max(last.end, clause.tokens[end - 1].end)


def _waits(clause: Clause) -> bool:
    """ "og der hænges seddel op, når datoen er kendt": its own occasion."""
    return any(s.link == "når" for s in clause.subs)


def _answered_for(before: Find, find: Find) -> bool:
    """ "En evaluering foretages i 2. halvår og forestås af Bo": the second verb only says who answers for it."""
    stands = find.clause is not None and find.clause.form.lemma in ("forestå", "varetage", "lede", "koordinere", "styre")
    return stands and "passive" in find.signals and not before.responsible and not has_day(find.times)


def _one_card(sentence: Sentence, before: Find, find: Find) -> bool:
    clause = find.clause
    assert clause is not None
    if {before.kind, find.kind} & {Kind.DEFERRAL} and before.kind is not find.kind:
        returns = "matter-returns" in find.rules
        points_back = (
            sentence.words(*clause.field) in ("det", "den", "dette", "punktet", "sagen") and "entrusted" not in find.rules
        )  # "…, det tager vi i marts"
        later = clause.head is not None or returns or (points_back and bool(find.times))
        own = find.kind is Kind.TASK and bool(find.responsible) and bool(_MEANWHILE & {t.low for t in _opening(sentence, clause)})
        return before.kind is Kind.DEFERRAL and find.kind in (Kind.STATUS, Kind.TASK) and later and not own
    if before.kind is Kind.DEFERRAL and find.kind is Kind.DEFERRAL:
        return True
    if clause.head is None and sentence.tokens[clause.opener - 1].text == "(":
        return before.kind is Kind.TASK and not before.responsible  # "Trailer lånes hos Preben (Flemming henter)"
    if clause.head is None:
        return (
            granted(sentence, before, find)
            or attending(before, find)
            or after_trial(before, find)
            or _limits(sentence, before, find)
            or convenes(before, find)
            or only_acts(sentence, before, find)
            or who_acts(sentence, before, find)
            or then(before, find)
            or made_by(before, find)
            or readied(before, find)
            or same_one_same_thing(before, find)
            or passed_on(before, find)
            or handed_by(before, find, named_too=True)
            or ("receives" in find.signals and before.kind is Kind.TASK and not has_day(before.times))
        )
    own_day = has_day(find.times) and not has_day(before.times)
    if before.kind is Kind.FORWARD and find.kind is Kind.STATUS and (own_day or "matter-returns" in find.rules):
        return False  # "sendes til Byrådet og kommer herefter tilbage til styregruppen"
    if sentence.tokens[clause.opener - 1].text in "–—" and find.kind is Kind.STATUS and before.kind is Kind.TASK and clause.opener > 0:
        return False  # "Inge undersøger hallen – tages op igen på næste møde"
    if "der" in sentence.low(*clause.field) and before.responsible and not find.responsible and (own_day or _waits(clause)):
        return False  # "Bo ringer til lægen, og der gives en tilbagemelding på mødet den 3."
    if own_day and clause.form.lemma in ("holde", "afholde") and sentence.low(*clause.field) == ["der"]:
        return False  # "Forslaget sendes i høring, og der holdes borgermøde den 22."
    root = clause.head
    shared = root is before.clause or (before.clause is not None and before.clause.head is root)
    shared = shared or before.end >= sentence.tokens[root.verb].end  # it is part of that card already
    if not shared:
        return False
    same = [m.text for m in before.responsible] == [m.text for m in find.responsible] or (
        ({"passive", "modal"} & find.signals or "done-by" in find.rules or clause.form.lemma == "tilgå") and not find.responsible
    )
    if (not same and not _agent_last(before, find) and not _answered_for(before, find)) or _meanwhile(sentence, before, find):
        return False
    if _to_different_bodies(before, find):
        return False
    if _begin_and_end(before, find):
        return True
    own_times = bool(has_day(before.times) and has_day(find.times) and before.times[0].start != find.times[0].start)
    conditional = bool(find.times and _timed_by_condition(sentence, before)) or bool(before.times and _timed_by_condition(sentence, find))
    return not own_times and not conditional


def _meanwhile(sentence: Sentence, before: Find, find: Find) -> bool:
    """ "Sekretariatet spørger ejeren, samtidig undersøges rettighederne": something else is done at the same time, by nobody named."""
    clause = find.clause
    if clause is None or not before.responsible or find.responsible or "passive" not in find.signals or "passive" in before.signals:
        return False
    first = sentence.tokens[clause.verb - 1] if clause.verb > 0 else None
    if first is not None and first.kind == TIME:
        return True  # "Bo ringer til ejeren, og på næste møde laves et oplæg"
    return first is not None and first.low in ("samtidig", "samtidigt", "desuden", "derudover", "imens")


_MEANWHILE = frozenset("imens imedens mellemtiden forinden".split())
"""Words that set an act beside a postponement: "Udskydes, og imens skaffer Bo tallene"."""


def _opening(sentence: Sentence, clause: Clause) -> list[Token]:
    return sentence.tokens[clause.start : clause.verb]


def _agent_last(before: Find, find: Find) -> bool:
    """ "Flagstangen lægges ned og males af pedellen": two passives, and who does both."""
    passive = "passive" in before.signals and "passive" in find.signals
    return passive and not before.responsible and not has_day(before.times) and before.kind is find.kind is Kind.TASK


def _to_different_bodies(before: Find, find: Find) -> bool:
    """ "sendes i høring i HovedMED og sættes på ØU den 13.": each body is sent something of its own."""
    onward = before.kind is Kind.FORWARD and find.kind is Kind.FORWARD and bool(before.recipients and find.recipients)
    return (
        onward
        and has_day(find.times) != has_day(before.times)
        and not ({m.text for m in before.recipients} & {m.text for m in find.recipients})
    )


_REPLIES = frozenset("svar reaktioner bemærkninger kommentarer input tilbagemeldinger høringssvar ønsker forslag rettelser".split())


def _limits(sentence: Sentence, before: Find, find: Find) -> bool:
    """ "Bo søger fonden, ansøgningen skal afsted inden maj": the second clause only says by when."""
    timely = has_day(find.times) and not has_day(before.times)
    clause = find.clause
    term = clause is not None and clause.link == "idet" and any(w.endswith(("fristen", "deadlinen")) for w in sentence.low(*clause.field))
    if term and timely and before.kind in (Kind.TASK, Kind.FORWARD) and not find.responsible:
        return True  # "sendes i høring, idet fristen for svar fastsættes til den 16."
    replied = clause is not None and clause.field[0] < clause.field[1] and clause.tokens[clause.field[1] - 1].low in _REPLIES
    if replied and not (before.clause is not None and before.clause.form.lemma in _FINDING_OUT):
        return False  # "Udkastet rundsendes; reaktioner skal være formanden i hænde den 2."
    if clause is not None and timely and (_sent_by_then(before, find) or (before.kind is Kind.TASK and out_by_itself(clause))):
        return True  # "Indbydelsen står Ea for; den skal ud til klubberne i maj", "Susan skriver brevet, og det går ud lige efter påske"
    joined = clause is not None and any(t.low in COORDINATORS for t in clause.tokens[clause.start : clause.opener])
    other = joined and clause is not None and clause.field[1] - clause.field[0] > 1  # no "det", no "listen"
    moved = clause is not None and "moved" in find.rules and sentence_term(clause)
    made = clause is not None and is_product(clause) and bool(before.responsible) and not (find.responsible or find.recipients)
    if (moved or made) and timely and before.kind is Kind.TASK:
        return True  # "melder testpersoner ind; fristen er rykket til den 27. marts"
    return timely and before.kind is Kind.TASK and only_limits(find) and not other  # "…, og skiltene skal være oppe i juni"


_FINDING_OUT = frozenset("undersøge afklare spørge høre regne tjekke".split())
"""Verbs whose own answer "svaret" is: "Det undersøger Jonas, og svaret skal foreligge den 4."."""


def _sent_by_then(before: Find, find: Find) -> bool:
    """ "…; den skal ud til klubberne i maj": a pronoun, and to whom and when the thing just told of goes."""
    clause = find.clause
    pronoun = clause is not None and [t.low for t in clause.tokens[slice(*clause.field)]] in (["den"], ["det"], ["de"])
    goes = clause is not None and clause.form.lemma == "skulle" and not find.responsible and bool(find.recipients)
    return pronoun and goes and before.kind is find.kind is Kind.TASK and bool(before.responsible) and not before.recipients


def sentence_term(clause: Clause) -> bool:
    """Whether a clause speaks of a last day: "fristen er rykket"."""
    return clause.tokens[clause.verb - 1].low.endswith(("fristen", "deadlinen", "deadline"))


def only_limits(find: Find) -> bool:
    """Whether a find says no more than when something must be there: "listen skal være inde senest fredag"."""
    clause = find.clause
    if clause is not None and clause.form.lemma == "ske" and not find.responsible and clause.field[1] - clause.field[0] == 1:
        return clause.tokens[clause.field[0]].low in ("det", "dette")  # "Det sker inden jul"
    stays = find.clause is not None and find.clause.form.lemma == "skulle"
    words = [t.low for t in find.clause.tokens[find.clause.verb : find.clause.end]] if find.clause is not None else []
    handed = "hænde" in words or words[1:3] == ["være", "hos"]
    return stays and {"modal", "bare"} <= find.signals and not find.responsible and (handed or not find.recipients)


_STARTING = frozenset("starte begynde opstarte påbegynde".split())
_ENDING = frozenset("slutte afslutte ende".split())


def _begin_and_end(before: Find, find: Find) -> bool:
    """ "vi starter i efteråret, men afslutter forår 2018": one stretch of time, from the first day to the last."""
    if before.clause is None or find.clause is None or not before.times or not find.times:
        return False
    return before.clause.form.lemma in _STARTING and find.clause.form.lemma in _ENDING


def _stretch_of(before: Find, find: Find) -> list[TimeExpression]:
    first, last = before.times[0], find.times[0]
    if not (first.deadline.due and last.deadline.due and last.deadline.due > first.deadline.due):
        return before.times
    deadline = dataclasses.replace(last.deadline, earliest=first.deadline.earliest, text=first.deadline.text + " … " + last.deadline.text)
    return [dataclasses.replace(first, deadline=deadline)]


def _timed_by_condition(sentence: Sentence, find: Find) -> bool:
    return find.clause is not None and any(s.link in ("når", "så", "hvis") and s.link == "når" for s in find.clause.subs)


def _answers(find: Find) -> bool:
    """Whether what comes back is an answer or a product, not a report: "undersøger det og giver en tilbagemelding i maj" is a task."""
    if find.clause is None:
        return False
    words = [t.low for t in find.clause.tokens[find.clause.verb : find.clause.end]]
    return "fundet" in words or any(w.startswith(("tilbagemelding", "svar", "resultat", "forklaring", "tallene")) for w in words)


def join(before: Find, find: Find) -> None:
    """Make the later find a part of the one before it."""
    before.end = max(before.end, find.end)
    if _begin_and_end(before, find):
        before.times = _stretch_of(before, find)
    before.recipients += [m for m in find.recipients if m.text not in {r.text for r in before.recipients}]
    before.responsible = before.responsible or find.responsible
    if not has_day(before.times) and has_day(find.times):
        before.times = find.times
    before.times = before.times or find.times
    before.optional = before.optional and find.optional
    before.rules += [r for r in find.rules if r not in before.rules]
    before.signals |= find.signals
    reports_later = find.kind is Kind.STATUS and find.times == before.times and has_day(find.times) and not _answers(find)
    if before.kind is Kind.TASK and find.kind is Kind.FORWARD and find.recipients:
        before.kind = Kind.FORWARD  # "samles af Bo og sendes til HMU"
    if before.kind is Kind.TASK and (reports_later or (find.kind is Kind.STATUS and "matter" in find.signals)):
        before.kind = Kind.STATUS
