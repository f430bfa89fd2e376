"""What the clauses of one sentence give one another: a day, a person, a recipient (GUIDE.md section 4, "One or two")."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense
from tracker.domain.followup import Kind
from tracker.extraction.beside import ALL_OF_IT, out_by_itself
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import has_day, times_of, usable
from tracker.extraction.elliptic import goes_there
from tracker.extraction.find import Find, Sentence
from tracker.extraction.joining import join
from tracker.extraction.mention import SURE
from tracker.extraction.receivers import cut_before_receiver, receiver_acts
from tracker.extraction.relatives import antecedent
from tracker.extraction.rules.agents import agent_of
from tracker.extraction.rules.events import tells_gathering
from tracker.extraction.rules.forms import READY
from tracker.extraction.subjects import PARTY, remember, subject_of
from tracker.extraction.tokens import SIGN, TIME
from tracker.extraction.vocabulary import SEEING_TO


def _given_by_relative(sentence: Sentence, found: list[Find]) -> None:
    """ "laver en A4-side, som gruppen får sammen med indkaldelsen": the relative clause says who receives what is made."""
    for find in found:
        if find.clause is None or find.recipients or find.kind is not Kind.TASK:
            continue
        for sub in find.clause.subs:
            if sub.link == "som" and sub.form.lemma in ("få", "modtage") and sub.form.form is Form.PRESENT and sub.field[0] < sub.field[1]:
                told = subject_of(sentence, sub)
                if told.kind == PARTY and told.sure >= SURE:
                    find.recipients = [m for m in told.parties if all(m.text != r.text for r in find.responsible)]
                    break


def _named_by_relative(sentence: Sentence, found: list[Find]) -> None:
    """ "Der holdes et borgermøde, som forvaltningen tilrettelægger": the relative clause says who does what the main clause decides."""
    for find in found:
        clause = find.clause
        if clause is None or find.responsible or find.kind is not Kind.TASK:
            continue
        for sub in clause.subs:
            set_up = clause.form.lemma in _SETTING_UP and sub.form.lemma in _BELONGING and sub.link in ("som", "hv")
            acts = (sub.link == "som" and sub.form.sense is Sense.DO) or set_up  # "en følgegruppe, hvor Ea repræsenterer os"
            by = agent_of(sentence, sub, sub.verb) if sub.link == "som" and sub.form.form is Form.PASSIVE else []
            if by:
                find.responsible = by  # "en analyse, som gennemføres af Personaleafdelingen"
                break
            if not acts or sub.form.form is not Form.PRESENT:
                continue
            bare = all(t.kind == TIME for t in sentence.tokens[slice(*sub.field)])
            if clause.form.lemma in _PLACING and bare and (placed := antecedent(sentence, sub)) is not None:
                find.responsible = list(placed.parties)  # "Sporet forankres i Økonomi, der beregner …"
                break
            if sub.field[0] >= sub.field[1]:
                continue
            subject = subject_of(sentence, sub)
            if subject.kind == PARTY and subject.sure >= SURE and not subject.outsider:
                find.responsible = list(subject.parties)
                remember(sentence.memory, subject.parties)  # "…, som Bo og Ea tilrettelægger. De vender tilbage i maj"
                break


_PLACING = frozenset("forankre placere henlægge overlade overdrage uddelegere".split())
"""What is done with a task that somebody is given."""
_SETTING_UP = frozenset("nedsætte etablere oprette danne stifte samle".split())
_BELONGING = frozenset("lede styre repræsentere deltage indgå sidde".split())
"""What somebody does in a group just set up."""
_DOES = SEEING_TO | {"skrive", "finde"}


_SEES_TO_ALL = frozenset(("for begge dele", "begge dele", "for det hele", "det hele", "sig af begge dele", "sig af det hele"))
_IT = frozenset(("det", "den", "dem", "for det", "sig af det", "sig det", "opgaven", "denne opgave", "den opgave"))
_LOOKING = frozenset("kigge se arbejde".split())


def results_in(sentence: Sentence, found: list[Find]) -> list[Find]:
    """ "Orglet skal stemmes inden påske, så Holger får fat i orgelbyggeren": one card, what is needed and who does it."""
    only = found[0].clause if len(found) == 1 else None
    if only is not None and only.form.lemma != "have" and only.form.lemma not in _DOES:
        return found  # it joins nothing, and points at nothing told before
    kept: list[Find] = []
    for find in found:
        before = kept[-1] if kept else None
        clause = find.clause
        follows = before is not None and clause is not None and clause.link in ("så", "hv") and clause.parent is before.clause
        follows = follows and not (clause is not None and clause.link == "hv" and before is not None and has_day(before.times))
        heads = clause is not None and clause.form.lemma == "være" and {"is-responsible"} & set(find.rules)
        follows = follows or (before is not None and before.nominal is False and bool(heads) and find.start > before.start)
        object_told = sentence.words(clause.verb + 1, clause.end).strip(" .") if clause is not None else ""
        does_it = (clause is not None and (clause.form.lemma in SEEING_TO or clause.link == "som") and object_told in _IT) or (
            clause is not None and not has_day(find.times) and object_told in ("selv", "det selv", "den selv")
        )
        looks = (
            clause is not None
            and clause.form.lemma in _LOOKING
            and sentence.words(clause.verb + 1, clause.verb + 3) in ("på det", "på den")
        )
        follows = follows or (before is not None and (does_it or looks))  # "…, YH gør det", "…, KLP kigger på det"
        sees = clause is not None and (clause.form.lemma in _DOES or (clause.form.lemma == "have" and "lovet" in _behind(clause)))
        all_of_it = clause is not None and clause.form.lemma in _DOES and object_told in _SEES_TO_ALL
        if all_of_it and before is not None and not before.responsible:
            follows = True
        if clause is not None and sees and sentence.words(*clause.field) in ("det", "dette", "det hele"):
            find.start = sentence.start  # "Revisoren skal have bilagene inden maj, det sørger Malene for"
            if before is not None and not before.responsible:
                follows = True
            elif not find.times:
                find.times = [t.time for t in sentence.tokens if t.time is not None and usable(t.time)]
        sent = does_it or (clause is not None and clause.form.lemma in _DOES)  # "Oplægget sættes på MED, det sørger Lisbet for"
        joins = before is not None and (before.kind is Kind.TASK or (before.kind is Kind.FORWARD and sent))
        if before is not None and follows and joins and not before.responsible and find.responsible:
            before.responsible = find.responsible
            join(before, find)
        else:
            kept.append(find)
    return kept


def _due_alike(sentence: Sentence, found: list[Find]) -> None:
    """ "A skriver x, og B skriver y – begge dele klar inden maj": a tail without a verb gives its day to all."""
    if len(found) < 2:
        return
    tokens = sentence.tokens
    at = next((k for k in range(len(tokens) - 1, max(-1, len(tokens) - 4), -1) if tokens[k].kind == TIME), -1)
    begin = next((k for k in range(at - 1, max(-1, at - 6), -1) if tokens[k].kind == SIGN), -1)
    time = tokens[at].time if begin >= 0 and at > 0 else None
    said = sentence.words(begin + 1, at).removesuffix(" klar").removesuffix(" færdigt").removesuffix(" færdige")
    if time is None or not has_day([time]) or said not in ALL_OF_IT - {"det", "dette"}:
        return
    for find in found:
        if not has_day(find.times) and find.kind is Kind.TASK:
            find.times = [time]
            find.mark("late")


def handed_on(sentence: Sentence, found: list[Find]) -> list[Find]:
    """ "sendes tilbage til forvaltningen, som bedes belyse …": the work ordered is the card; "X, den skal være klar den …" is one."""
    kept: list[Find] = []
    for find in found:
        before = kept[-1] if kept else None
        clause = find.clause
        if (
            before is not None
            and clause is not None
            and clause.link == "som"
            and before.clause is not None
            and clause.parent is before.clause
            and before.kind in (Kind.TASK, Kind.FORWARD)
            and not receiver_acts(sentence, before.clause, clause)
        ):
            find.start = before.start
            kept.pop()
        elif (
            before is not None
            and clause is not None
            and before.kind is Kind.TASK
            and bool(before.responsible)
            and not has_day(before.times)
            and has_day(find.times)
            and not find.responsible
            and _made_there(sentence, before, clause)
        ) or (
            before is not None
            and clause is not None
            and not has_day(before.times)
            and has_day(find.times)
            and _is_readiness(sentence, clause)
        ):
            before.times, before.end = find.times, max(before.end, find.end)
            before.recipients = before.recipients or find.recipients
            continue
        kept.append(find)
    return kept


def _readied(sentence: Sentence, found: list[Find]) -> None:
    """ "Marianne køber plader, de skal være oppe ved årsskiftet": a day for what was just promised is the promise's own."""
    if len(sentence.clauses) < 2:
        return
    for clause in sentence.clauses:
        ready = clause.form.lemma == "være" and clause.form.form is Form.PRESENT and bool(READY & set(_behind(clause)))
        if ready and sentence.words(*clause.field) in ALL_OF_IT - {"det", "dette"} and has_day(times := times_of(sentence, clause)):
            for each in found:
                if each.clause is not None and each.clause.verb < clause.verb and not has_day(each.times):
                    each.times = times  # "Elna tømrer den, Poul maler, og begge dele er færdigt i uge 24"
    for find, following in pairwise([*found, None]):
        if find is None or find.clause is None or has_day(find.times):
            continue
        until = following.clause.start if following and following.clause else len(sentence.tokens)
        for clause in sentence.clauses:
            if not find.clause.verb < clause.verb < until:
                continue
            ready = clause.head is find.clause and clause.form.lemma == "være" and bool(READY & set(_behind(clause)))
            told = ready or out_by_itself(clause) or _is_readiness(sentence, clause)
            told = told or _is_term(sentence, clause) or _happens_then(sentence, clause)
            if told and has_day(times := times_of(sentence, clause)):
                last = clause.end - 1
                while last > clause.verb and sentence.tokens[last].kind == SIGN:
                    last -= 1
                find.times, find.end = times, max(find.end, sentence.tokens[last].end)
                break


def _made_there(sentence: Sentence, before: Find, clause: Clause) -> bool:
    """ "Rikke beskriver arbejdsgangen; beskrivelsen skal foreligge den 15. juni": what the verb before makes, by its own noun."""
    if before.clause is None or clause.form.lemma != "skulle" or clause.field[1] - clause.field[0] != 1:
        return False
    noun = sentence.tokens[clause.field[0]].low
    stem = before.clause.form.lemma.removesuffix("e")
    named = len(stem) > 3 and noun.startswith(stem[:5]) and noun.endswith(("en", "et"))
    written = before.clause.form.lemma == "skrive" and noun in _WRITTEN
    return (named or written) and bool(_THERE & set(_behind(clause)))


_WRITTEN = frozenset("teksten artiklen indlægget bidraget stykket omtalen".split())
_THERE = frozenset("foreligge være ligge klar færdig".split())
_SENT_OFF = frozenset("ligge afsendes indsendes afleveres indleveres sendes afsted".split())


def _happens_then(sentence: Sentence, clause: Clause) -> bool:
    """ "…, og det bliver i denne uge", "…, det sker inden maj": by when what was just said is done."""
    if not clause.main or clause.form.lemma not in ("blive", "ske") or sentence.words(*clause.field) not in ("det", "dette"):
        return False
    return all(t.kind in (TIME, SIGN) for t in sentence.tokens[clause.verb + 1 : clause.end])


def _is_term(sentence: Sentence, clause: Clause) -> bool:
    """ "…, kommunens frist er den 31. maj": the term of what was just said."""
    if not clause.main or clause.form.lemma != "være":
        return False
    return any(w.startswith(("frist", "deadline")) or w.endswith("fristen") for w in sentence.low(*clause.field)[-2:])


def _behind(clause: Clause) -> list[str]:
    return [t.low for t in clause.tokens[clause.verb : clause.end]]


def _is_readiness(sentence: Sentence, clause: Clause) -> bool:
    """ "den skal være klar / foreligge …" about what was just promised."""
    first = sentence.tokens[clause.field[0]].low if clause.field[0] < clause.field[1] else ""
    return (
        (
            (first in ("den", "det", "de", "dette", "denne") and clause.field[1] - clause.field[0] == 1)
            or (first.endswith(("en", "et", "ne")) and len(first) > 4 and bool(_SENT_OFF & set(_behind(clause))))
        )
        and clause.form.lemma == "skulle"
        and any(
            t.low
            in ("være", "klar", "klart", "færdig", "færdigt", "foreligge", "plads", "hænde", "ligge", "afleveres", "sendes", "ske", "gøres")
            for t in sentence.tokens[clause.verb : clause.end]
        )
    )


def _goes_then(sentence: Sentence, found: list[Find]) -> None:
    """ "Rådet er inviteret til indvielse den 12. maj; Inger tager med": the day of the gathering told before it in the sentence."""
    for find in found:
        clause = find.clause
        if clause is None or find.times or clause.opener == 0 or not goes_there(sentence.text[find.start : find.end]):
            continue
        before = sentence.tokens[: clause.opener]
        times = [t.time for t in before if t.time is not None and usable(t.time)]
        if len(times) == 1 and has_day(times) and tells_gathering(sentence.text[before[0].start : before[-1].end]):
            find.times, find.start = times, sentence.start


def share_days(sentence: Sentence, found: list[Find]) -> None:
    """Days that one clause gives to others."""
    _readied(sentence, found)
    _due_alike(sentence, found)
    _goes_then(sentence, found)


def share_names(sentence: Sentence, found: list[Find]) -> None:
    """Who relative clauses say does or receives what the main clause decides."""
    _named_by_relative(sentence, found)
    _given_by_relative(sentence, found)
    cut_before_receiver(sentence, found)
