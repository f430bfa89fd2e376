"""Who calls a meeting decided in the sentence before, or holds the task it tells of: one card (GUIDE.md section 4, "One or two")."""

from __future__ import annotations

from tracker.danish.names import is_first_name
from tracker.danish.sentences import Sentence as Cut
from tracker.danish.verbs import Form, pick
from tracker.domain.followup import Kind
from tracker.extraction.beside import out_by_itself
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find, Sentence
from tracker.extraction.joining import only_limits
from tracker.extraction.tokens import SIGN, WORD
from tracker.extraction.vocabulary import agent_kind

_CALLING = frozenset("indkalde fastsætte arrangere planlægge tilrettelægge".split())


def _held_by_forum(before: Find) -> bool:
    """ "Udvalget besluttede at holde et møde": those who call it are to act, not those who decided it."""
    clause = before.clause
    if clause is None or "resolves" not in before.rules or before.verb is None:
        return False
    held = next((t.low for t in clause.tokens if t.start == before.verb[0]), "")
    return held in ("holde", "afholde") and any("møde" in t.low for t in clause.tokens[clause.start : clause.end])


_MEETING_UP = frozenset("holde afholde mødes besøge besigtige drøfte invitere".split())
_DAYS = ("dag", "dato", "tidspunkt", "termin", "datoer")


def _finds_day(before: Find, find: Find) -> bool:
    """ "Udvalget vil besigtige huset. Sekretariatet finder en dag.": whoever finds the day makes it happen."""
    clause, visit = find.clause, before.clause
    if clause is None or visit is None or clause.form.lemma not in ("finde", "foreslå") or has_day(before.times) or not find.responsible:
        return False
    words = [t.low for t in clause.tokens[clause.verb + 1 : clause.end]]
    day = words[:1] in (["en"], ["et"], ["to"], ["nogle"]) and not set(_DAYS).isdisjoint(words[1:3])
    day = day or words[:1] == ["en dag"] or (bool(words) and words[0].startswith("en dag "))  # "en dag inden ferien" is read as one time
    acts = {pick(t.low, Form.INFINITIVE, Form.PASSIVE, Form.PRESENT) for t in visit.tokens[visit.verb : visit.end]}
    return day and any(verb is not None and verb.lemma in _MEETING_UP for verb in acts)


def _by_its_noun(before: Find, find: Find) -> bool:
    """ "Det blev besluttet at opsige aftalen. Lederen sender opsigelsen.": the same act by its noun, and who does it."""
    clause = find.clause
    if clause is None or before.verb is None or before.clause is None or "resolves" not in before.rules or has_day(before.times):
        return False
    act = next((t.low for t in before.clause.tokens if t.start == before.verb[0]), "").removesuffix("e")
    nouns = [t.low for t in clause.tokens[clause.verb + 1 : clause.end]]
    named = any(noun.startswith(act) and noun.endswith(("elsen", "ingen", "tionen")) for noun in nouns)
    return len(act) > _STEM and bool(find.responsible) and named


_STEM = 3


def made_then_by(before: Find, find: Find) -> bool:
    """ "Der laves en liste over boligerne. Listen laves af HR.": the second sentence only says who makes the thing, and perhaps when."""
    clause, made = find.clause, before.clause
    if clause is None or made is None or before.responsible or not find.responsible or before.kind is not Kind.TASK:
        return False
    passive = "passive" in before.signals and "passive" in find.signals and clause.form.lemma == made.form.lemma
    noun = clause.tokens[clause.field[0]].low if clause.field[1] - clause.field[0] == 1 else ""
    same = any(len(t.low) > _STEM and noun.startswith(t.low) and noun != t.low for t in made.tokens[made.start : made.end])
    return passive and same and not (has_day(before.times) and has_day(find.times))


def calls_it(before: Find, find: Find) -> bool:
    """ "Der holdes et møde med naboerne. Formanden indkalder.": one card (GUIDE.md section 4, "One or two")."""
    if before.clause is not None and before.clause.form.lemma == "nedsætte" and "is-member" in find.rules and not before.responsible:
        return True
    if (
        before.clause is not None
        and find.clause is not None
        and not before.responsible
        and before.kind in (Kind.TASK, Kind.STATUS)
        and find.clause.form.lemma == "være"
        and not has_day(find.times)  # "Bo er tovholder og indkalder i uge 8": a promise of his own
        and find.clause.tokens[find.clause.end - 1 if find.clause.tokens[find.clause.end - 1].kind != SIGN else find.clause.end - 2].low
        in ("tovholder", "tovholdere", "ansvarlig", "ansvarlige", "penneholder", "pennefører")
    ):
        return True
    if "lies-with" in find.rules and not before.responsible and find.clause is not None and find.clause.field == (0, 1):
        return before.kind is Kind.TASK  # "Der laves en plan. Ansvaret ligger hos HR."
    if _finds_day(before, find) or _by_its_noun(before, find):
        before.responsible = list(find.responsible)
        return True
    if (
        before.clause is None
        or find.clause is None
        or find.clause.form.lemma not in _CALLING
        or (before.responsible and not _held_by_forum(before))
        or has_day(before.times)
    ):
        return False
    if _held_by_forum(before):
        before.responsible = list(find.responsible)
        return True
    meets = before.clause.form.lemma in ("holde", "afholde", "arrangere", "planlægge", "indkalde")
    return (
        meets
        and "passive" in before.signals
        and any("møde" in t.low for t in before.clause.tokens[before.clause.start : before.clause.end])
    )


def has_the_ball(before: Find, find: Find, cut: Cut) -> bool:
    """ "Bolden ligger hos Bo. Han kommer med et oplæg i juni.": what the one who has it does."""
    same = [m.text for m in before.responsible] == [m.text for m in find.responsible]
    return "lies-with" in before.rules and same and before.paragraph == cut.paragraph and not has_day(before.times)


_THE_SAME = frozenset("den det dem de disse denne dette".split())


def then_does_it(before: Find, find: Find, cut: Cut, sentence: Sentence | None) -> bool:
    """ "Ditte indhenter et tilbud. Det skal hun have hjem inden maj.": the same one, the same thing, and its day."""
    if sentence is None or find.clause is None or before.paragraph != cut.paragraph or before.kind is not Kind.TASK:
        return False
    first = sentence.tokens[find.clause.verb - 1] if find.clause.verb == 1 else None
    points = first is not None and first.low in _THE_SAME and sentence.low(2, 3) in (["han"], ["hun"], ["de"])
    same = bool(before.responsible) and [m.text for m in before.responsible] == [m.text for m in find.responsible]
    return points and same and has_day(find.times) and not has_day(before.times) and find.kind is not Kind.DEFERRAL


_AGREES = {"den": "en", "det": "et", "de": "ne"}


def _names_another(clause: Clause) -> bool:
    """ "Bilen er solgt, og den skal være væk": the pronoun is for the definite noun just named, of its gender and number."""
    pronoun = clause.tokens[clause.field[0]].low
    return any(t.low.endswith(_AGREES[pronoun]) and len(t.low) > 4 for t in clause.tokens[: clause.start] if t.kind == WORD)


def due_by(before: Find, find: Find) -> bool:
    """ "Nadia skriver et notat. Én side er nok, og det skal ligge klar den 1. juli": a pronoun, and only when it must be there."""
    clause = find.clause
    points = clause is not None and [t.low for t in clause.tokens[slice(*clause.field)]] in (["den"], ["det"], ["de"])
    dated = has_day(find.times) and not has_day(before.times)
    points = points and clause is not None and not _names_another(clause)
    others = clause is not None and any(
        is_first_name(t.text) or agent_kind(t.low) is not None for t in clause.tokens[: clause.start] if t.kind == "w"
    )  # "Annoncen påhviler Aksel; den skal stå der …": what somebody else sees to
    when = only_limits(find) or (clause is not None and out_by_itself(clause))  # "Rikke skriver brevet. Det går ud før påske"
    return points and dated and not others and before.kind is Kind.TASK and bool(before.responsible) and when


def done_by(before: Find, find: Find) -> bool:
    """ "Mona bestiller en sal. Det gøres inden maj.", "… Opgaven skal være løst senest fredag": only by when what was just told is done."""
    clause = find.clause
    if clause is None or find.responsible or find.recipients or before.kind is not Kind.TASK or find.kind is not Kind.TASK:
        return False
    if has_day(before.times) or not has_day(find.times):
        return False
    front = [t.low for t in clause.tokens[slice(*clause.field)]]
    words = [t.low for t in clause.tokens[clause.verb : clause.end] if t.kind == WORD]
    done = clause.form.lemma == "skulle" and any(v.lemma in _DOING for w in words[1:3] if (v := pick(w, Form.PASSIVE, Form.PARTICIPLE)))
    done = done or (clause.form.form is Form.PASSIVE and clause.form.lemma in _DOING)
    return done and len(words) <= _FEW and (front in ([], ["det"], ["dette"]) or (len(front) == 1 and front[0] in _THE_WORK))


_DOING = frozenset("gøre løse udføre færdiggøre afslutte klare ordne gennemføre".split())
_THE_WORK = frozenset("opgaven opgaverne arbejdet".split())
_FEW = 4
"""Words of a sentence that says only by when: "skal være helt løst"."""
