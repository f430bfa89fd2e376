"""What the cells beside a decision say of it: who acts, and by when (GUIDE.md section 4, "Action tables")."""

from __future__ import annotations

import re
from datetime import date

from tracker.danish import find_times
from tracker.danish.sentences import split_sentences
from tracker.danish.verbs import Form, pick
from tracker.domain.followup import Kind
from tracker.domain.minutes import Decision, Outcome, Span
from tracker.extraction.attributive import LIMIT
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find
from tracker.extraction.tables import Cell, give_day, people
from tracker.reading.outcome import outcome_of


def assign(text: str, finds: list[Find], decision: Decision, on: date) -> list[Find]:
    """Give what was decided in a row of a table who the row's own cell names and the day it gives, where it says neither itself.

    Those that got their responsible here without a clause of their own: their words are still to be read as what these do.
    """
    who, term = decision.assigned, decision.term
    named = people(_without_times(text[who.start : who.end], on)) if who is not None else []
    if named and not finds and (task := _last_task(text, decision, who)) is not None:
        finds.append(task)
    given: list[Find] = []
    for find in finds if named else []:
        if not find.responsible and find.kind is not Kind.DEFERRAL:
            find.responsible, find.optional = named, False
            _label(find, "label-responsible")
            given += [find] if find.clause is None else []
    for find in finds if term is not None else []:
        by_words = any(LIMIT.match(t.text.casefold()) for t in find.times)  # the column says by when; "ferie i uge 52" does not
        if term is not None and (not has_day(find.times) or (len(finds) == 1 and not by_words)):
            told = find.times
            give_day(find, Cell(term.start, term.end, text[term.start : term.end]), on)
            find.times = find.times if has_day(find.times) or not told else told
            _label(find, "label-deadline")
    beside = max((cell.end for cell in (who, term) if cell is not None), default=0)
    if finds and text[finds[-1].end : beside].lstrip()[:1] == "|" and "\n" not in text[finds[-1].end : beside]:
        finds[-1].end = beside  # "Handleplan laves | Susan | Uge 18": the cells go on where the words stop
    return given


def _last_task(text: str, decision: Decision, who: Span | None) -> Find | None:
    """The last sentence of a row that names who is to do something, where its words alone do not tell that they order work."""
    stop = who.start if who is not None else decision.span.end
    cuts = split_sentences(text, decision.span.start, min(stop, decision.span.end))
    last = cuts[-1] if cuts else None
    if last is None or outcome_of(text[last.start : last.end]) not in (Outcome.OTHER, Outcome.DISCUSSED):
        return None  # "Taget til efterretning"; but "Resultatet gennemgås i teamene" is work
    words = re.findall(r"\w+", text[last.start : last.end].casefold())
    passive = any(pick(word, Form.PASSIVE) for word in words)
    done = not passive and any(pick(word, Form.PAST, Form.PAST_PASSIVE) for word in words)
    ordered = passive or any(pick(word, Form.INFINITIVE, Form.IMPERATIVE) for word in words)
    told = words[:1] == [] or words[0] in _NOTHING_TO_DO or any(pick(word, Form.PRESENT, Form.PARTICIPLE) for word in words)
    named = decision.term is not None and not told
    ordered = ordered or named  # "Notat om senfølger | MS | 1. oktober": somebody's, by a day
    end = last.start + len(text[last.start : last.end].rstrip(" |."))
    return Find(Kind.TASK, last.start, end, nominal=True) if ordered and not done else None


_NOTHING_TO_DO = frozenset("intet ingen ingenting orientering orienteringen tak ok".split())


def _label(find: Find, rule: str) -> None:
    find.rules.append(rule)
    find.clauses.append("4 Labels")
    find.mark("label")


def _without_times(cell: str, on: date) -> str:
    """What a cell says besides by when: "Ida, uge 20" names Ida."""
    for time in reversed(find_times(cell, on)):
        cell = cell[: time.start] + "\n" + cell[time.end :]
    return cell.strip(" ,;:/–-\n")
