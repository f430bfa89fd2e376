"""Who is named beside what is done: behind a dash or in brackets, at the head of the line, or as who holds the task."""

from __future__ import annotations

from tracker.danish.names import is_initials
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.rules.assignees import WHO, assigned
from tracker.extraction.rules.labels import may_own, presented_by, tells_who, trailing_names
from tracker.extraction.tokens import TIME
from tracker.extraction.vocabulary import agent_kind

COLLECTIVE = (PartyKind.BODY, PartyKind.GROUP, PartyKind.DEPARTMENT)
LONGEST_LABEL = 7
"""Tokens; a longer run before a colon is no label."""


def named_behind(sentence: Sentence, found: list[Find]) -> None:
    """ "... – Keld", "... (HPK)" after a passive names who does it."""
    if not found:
        return
    for find in found[:-1]:
        if not find.responsible and (beside := _bracketed(sentence, find)) is not None:
            find.mark("label").responsible = beside[0]
    if found[-1].responsible:
        _both_count(sentence, found[-1])
        return
    named = trailing_names(sentence) or _bracketed(sentence, found[-1]) or _as_holder(sentence, found[-1])
    named = named or _presented(sentence, found[-1])
    named = named or (_assigned_to(sentence, found) if {"imperative", "passive", "we"} & found[-1].signals else None)
    if named is not None and "label" not in found[-1].signals:
        last = found[-1].mark("label")
        last.responsible, last.optional = named[0], False
        last.recipients = [r for r in last.recipients if all(r.start != m.start for m in named[0])]
        last.end = max(last.end, sentence.tokens[named[0][-1].end - 1].end)
        last.rules.append("trailing-name")
        _both_done(sentence, found)


def _assigned_to(sentence: Sentence, found: list[Find]) -> tuple[list[Mention], int] | None:
    """Who the line is given to; what stands before its last clause is of the one before: "Brevet sendes (PHE, uge 14), og salen males"."""
    named, clause = assigned(sentence), found[-1].clause
    before = named is not None and len(found) > 1 and clause is not None and named[1] < clause.start
    told = named is not None and "we" in found[-1].signals and sentence.tokens[named[1]].text == ":"  # "Vi ser på det: Teams eller besøg"
    return None if before or told else named


def _both_done(sentence: Sentence, found: list[Find]) -> None:
    """ "Kassen tømmes og svarene tastes ind – Poul Erik": one line of work, and who does it."""
    last = found[-1]
    before = found[-2] if len(found) > 1 else None
    if before is None or before.clause is None or last.clause is None or not {"passive"} <= before.signals & last.signals:
        return
    joined = sentence.tokens[last.clause.opener - 1].low == "og" and before.kind is last.kind is Kind.TASK
    if joined and not (before.responsible or before.recipients or before.times):
        last.start = before.start
        found.remove(before)


_HOLDERS = frozenset("tovholder tovholdere ansvarlig ansvarlige forfatter forfattere pennefører penneførere penneholder ankermand".split())


def _as_holder(sentence: Sentence, find: Find) -> tuple[list[Mention], int] | None:
    """ "Der laves en folder med Ida som tovholder": who holds the task."""
    tokens = sentence.tokens
    if find.clause is None or not ({"passive", "bare"} & find.signals or ("agreed" in find.signals and not find.responsible)):
        return None
    for at in range(find.clause.verb + 1, len(tokens) - 3):
        if tokens[at].low == "med":
            people, stop = sentence.reader.group(at + 1, len(tokens))
            if people and stop + 1 < len(tokens) and tokens[stop].low == "som" and tokens[stop + 1].low in _HOLDERS:
                return people, stop
    return None


def _presented(sentence: Sentence, find: Find) -> tuple[list[Mention], int] | None:
    """ "Opgaveliste v/TB, hænges op i uge 12": who has the thing, told before its verb."""
    clause = find.clause
    if clause is None or not {"passive", "modal"} & find.signals:
        return None
    for at in range(1, clause.verb):
        presented = presented_by(sentence, at) if sentence.tokens[at].low.startswith("v/") else None
        if presented is not None:
            return [presented[0]], at
    return None


def _bracketed(sentence: Sentence, find: Find) -> tuple[list[Mention], int] | None:
    """ "Pris indhentes (Camilla) inden 1. april": somebody in brackets inside a passive is who does it."""
    clause = find.clause
    if clause is None or "passive" not in find.signals:
        return None
    for at in range(clause.start, clause.end - 2):
        if sentence.tokens[at].text == "(":
            begin = at + 1
            while begin < clause.end and (sentence.tokens[begin].low in WHO or sentence.tokens[begin].text in (":", ".")):
                begin += 1  # "(ansvarlig: Jura)"
            people, stop = sentence.reader.group(begin, clause.end)
            while stop < clause.end and (sentence.tokens[stop].kind == TIME or sentence.tokens[stop].text == ","):
                stop += 1  # "(PHE, uge 14)"
            sure = people and all(may_own(sentence, m) for m in people)
            beside = agent_kind(sentence.tokens[at - 1].low) is not None or tells_who(sentence, at, people)
            if sure and stop < clause.end and sentence.tokens[stop].text == ")" and not beside:
                return people, at
    return None


def named_before(sentence: Sentence, found: list[Find]) -> None:
    """ "Ditte: invitationen sendes ud": the name at the head of the line says who does it."""
    if len(found) != 1 or found[0].responsible or found[0].clause is None or found[0].kind is not Kind.TASK:
        return
    colon = found[0].clause.start - 1
    if not 0 < colon < LONGEST_LABEL or sentence.tokens[colon].text != ":":
        return
    named, stop = sentence.reader.group(0, colon, preverbal=True)
    known = all(sentence.directory.knows_person(m.text.split()[0]) or is_initials(m.text) or m.text.isupper() for m in named)
    if named and stop == colon and known:
        found[0].responsible, found[0].start, found[0].optional = named, sentence.start, False
        found[0].mark("label")


def _both_count(sentence: Sentence, find: Find) -> None:
    """ "Rådet skriver til borgmesteren (Ole)": subject and label both count (GUIDE.md section 4, "Who"); who only gets something doesn't
    act: "Klubberne får besøg (Ole)"."""
    named = trailing_names(sentence) if all(m.kind in COLLECTIVE for m in find.responsible) else None
    if named is not None and sentence.tokens[named[1]].text in "([" and named[0][0].start > find.responsible[-1].end:
        gets = find.clause is not None and find.clause.form.lemma == "få"
        find.responsible = named[0] if gets else [*find.responsible, *named[0]]
