"""What the one who receives something does with it: "sendes til præsten, som fordeler pengene inden jul"."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.names import is_first_name
from tracker.danish.verbs import Form, Sense
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS, Clause
from tracker.extraction.find import Find, Sentence
from tracker.extraction.tokens import SIGN, TIME, WORD, Token
from tracker.extraction.vocabulary import agent_kind, is_definite, is_topic


def receiver_acts(sentence: Sentence, clause: Clause, sub: Clause) -> bool:
    """Whether a relative clause tells what the one who receives something does with it, with a day of its own."""
    will = sub.form.lemma == "ville"  # "…, der derefter vil sende dem videre"
    reports = sub.form.sense is Sense.REPORT and any(t.kind == TIME for t in sentence.tokens[sub.verb : sub.end])
    acts = will or reports or sub.form.sense in (Sense.DO, Sense.LIGHT)
    if sub.link != "som" or not acts or sub.form.form is not Form.PRESENT:
        return False
    if tells_of_somebody(sentence, sub):
        return False  # "skriver til Bo, som kommer hjem den 4. maj"
    if "også" in sentence.low(sub.opener, sub.verb) and sub.form.sense is Sense.DO and _is_office(sentence, sub):
        return True  # "sker til sekretariatet, som også bestiller en bus"
    if clause.form.lemma == "nedsætte":
        return False  # "Der nedsættes en gruppe bestående af Bo og Ea, som mødes i uge 16": one card
    urged = clause.form.form is Form.PAST and clause.form.lemma == "blive" and "opfordret" in sentence.low(clause.verb, sub.start)
    if clause.form.form is Form.PRESENT or urged:
        return _passes_on(sentence, clause, sub)
    if clause.form.form is not Form.PASSIVE or not (reports or sub.form.sense is Sense.DO):
        return False
    opener = sentence.tokens[sub.opener - 1].low if sub.opener else ""
    before = sentence.tokens[sub.start - 1] if sub.start else None
    plain = sub.verb == sub.opener and opener in ("som", "der") and before is not None and before.kind == WORD
    by = "af" in sentence.low(max(clause.verb, sub.start - 3), sub.start)  # "samles af Lone, som afleverer dem": her one card
    person = plain and before is not None and not by and _is_somebody(sentence, before)
    if person and any(t.kind == TIME for t in sentence.tokens[sub.verb : sub.end]):
        return True
    return _passes_on(sentence, clause, sub)


_GOING = frozenset("stoppe gå fratræde fylde rejse flytte komme forlade starte begynde tiltræde afgå være holde have".split())
"""What is told of people in passing: where they are, that they come or leave."""


def tells_of_somebody(sentence: Sentence, sub: Clause) -> bool:
    """Whether a relative clause tells in passing where somebody is or goes: "en afløser for Bo, der stopper i maj"."""
    if sub.link != "som" or sub.form.lemma not in _GOING or not sub.start:
        return False
    before = sentence.tokens[sub.start - 1]
    before = sentence.tokens[sub.start - 2] if before.text == "," and sub.start > 1 else before
    behind = sentence.low(sub.verb + 1, sub.verb + 3)
    goes = sub.form.lemma in _AND_DOES and bool(behind)
    comes_with = goes and (not _AWAY.intersection(behind) or "med" in behind)
    return before.kind == WORD and _is_somebody(sentence, before) and not comes_with


_AND_DOES = frozenset("komme være have holde gå flytte fylde".split())
"""Those that also tell what somebody does, where something else stands behind them: "Bo, der flytter skabet"."""
_AWAY = frozenset("hjem tilbage retur ferie orlov barsel kursus syg sygemeldt bortrejst væk op fri pension på fra til".split())


def _is_somebody(sentence: Sentence, token: Token) -> bool:
    return agent_kind(token.low) is PartyKind.ROLE or is_first_name(token.text) or sentence.directory.attends(token.text)


def _is_office(sentence: Sentence, sub: Clause) -> bool:
    """Whether a person, an office or a unit stands right before a relative clause."""
    before = next((t for t in reversed(sentence.tokens[: sub.opener - 1]) if t.text != ","), None)
    unit = before is not None and agent_kind(before.low) is PartyKind.DEPARTMENT and (before.capital or is_definite(before.low))
    return before is not None and (unit or is_topic(before.text) or _is_somebody(sentence, before))


def _passes_on(sentence: Sentence, clause: Clause, sub: Clause) -> bool:
    """ "Lederne sender planerne til Bo Lund, der til næste møde samler dem": then it is his, and he has a day of his own or comes later."""
    tokens = sentence.tokens
    between = tokens[sub.opener : sub.verb]
    later = any(t.kind == TIME for t in tokens[sub.opener : sub.end]) or any(t.low in _AFTERWARDS for t in between)
    lone = all(t.kind == TIME or t.low in ADVERBS for t in between) and tokens[max(0, sub.opener - 1)].low in ("der", "som")
    at = "hos" if clause.form.lemma != "ligge" else "til"  # "opgaven ligger hos Bo, som kommer med et bud": it is his already
    to = next((k for k in range(sub.start - 1, max(clause.verb, sub.start - 5), -1) if tokens[k].low in ("til", at)), None)
    acts = sub.form.sense is Sense.DO and sub.form.lemma not in KEEPING and any(t.kind == WORD for t in tokens[sub.verb + 1 : sub.end])
    if to is None or not (later or acts) or not lone:
        return False
    found, stop = sentence.reader.group(to + 1, sub.start)
    if not later and any(p.kind is not PartyKind.PERSON for p in found):
        return False  # "skriver til Bo, som bestiller bussen", but "sendes til sekretariatet, som fører listen"
    known = {PartyKind.PERSON, PartyKind.ROLE, PartyKind.DEPARTMENT}
    if later and sub.form.lemma not in _TREATING:
        known.add(PartyKind.BODY)  # "sendes til Skoleudvalget, som fremlægger et overslag i maj", but "som behandler den i maj"
    return stop == sub.start and len(found) == 1 and found[0].kind in known


_TREATING = frozenset("behandle få have drøfte tage se afgøre beslutte træffe indstille anbefale godkende vurdere møde mødes holde".split())
KEEPING = frozenset("passe betale styre administrere lede dække varetage afløse repræsentere".split())
"""What somebody does all the time: "Det er Dorte, der passer siden"."""
_AFTERWARDS = frozenset("derefter herefter dernæst derpå efterfølgende".split())


def cut_before_receiver(sentence: Sentence, found: list[Find]) -> None:
    """ "Alle skriver til Bo, | som bestiller bussen": the words of the first card end where those of the receiver's own begin."""
    for one, other in pairwise(found):
        clause = other.clause
        if clause is None or clause.link != "som" or clause.parent is not one.clause or not other.responsible:
            continue
        if [m.text for m in other.responsible] == [m.text for m in one.recipients] and one.end > sentence.tokens[clause.start].start:
            last = clause.start - 1 if sentence.tokens[clause.start].kind != SIGN else clause.start
            while last > 0 and sentence.tokens[last].kind == SIGN:
                last -= 1
            one.end = sentence.tokens[last].end
