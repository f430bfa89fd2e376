"""When a clause that stands beside another belongs to its card: it says who acts, who makes the thing, or what follows at the same time."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import COORDINATORS, Clause
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find, Sentence
from tracker.extraction.rules.forms import READY
from tracker.extraction.tokens import SIGN, TIME
from tracker.extraction.vocabulary import SEEING_TO, agent_kind, is_definite

_CONVENING = frozenset("indkalde møde deltage planlægge tilrettelægge arrangere booke".split())


def made_by(before: Find, find: Find) -> bool:
    """ "Indsigelsen sendes til firmaet; den skrives af juristen": the second clause only says who makes the thing."""
    clause = find.clause
    if clause is None or clause.opener == 0 or clause.tokens[clause.opener - 1].text not in (";", ",") or not find.responsible:
        return False
    first = clause.tokens[clause.field[0]] if clause.field[1] - clause.field[0] == 1 else None
    said = {t.low for t in clause.tokens[: clause.start]}
    same = first is not None and (first.low in ("den", "det", "de") or any(len(w) > 4 and first.low.startswith(w) for w in said))
    made = "passive" in find.signals and not find.times and not find.recipients
    return same and made and not before.responsible and before.kind is find.kind is Kind.TASK


def then(before: Find, find: Find) -> bool:
    """ "Karsten går ruten igennem, hvorefter han giver sine iagttagelser videre": the same one, and no day of its own."""
    same = [m.text for m in before.responsible] == [m.text for m in find.responsible]
    return find.clause is not None and find.clause.link == "hvorefter" and same and not has_day(find.times) and bool(find.responsible)


def after_trial(before: Find, find: Find) -> bool:
    """ "Ordningen prøves i et halvt år, hvorefter den evalueres": one stretch of time, one card."""
    clause = find.clause
    same = bool(before.times and find.times and before.times[0].start == find.times[0].start)
    return clause is not None and clause.link == "hvorefter" and same


def convenes(before: Find, find: Find) -> bool:
    """ "Mødet holdes i april, Bo indkalder": who calls it, said in the same breath."""
    clause = find.clause
    calls = clause is not None and clause.form.lemma in _CONVENING and not find.times and not find.recipients
    held = before.clause is not None and before.clause.form.lemma in ("holde", "afholde", "planlægge", "arrangere", "lægge")
    spliced = clause is not None and not any(t.low in COORDINATORS for t in clause.tokens[clause.start : clause.opener])
    return calls and held and spliced and not before.responsible and before.kind is Kind.TASK


def who_acts(sentence: Sentence, before: Find, find: Find) -> bool:
    """ "Vi skal have købt sand – Michael skaffer et læs": behind a dash, who does what is needed."""
    clause = find.clause
    dash = clause is not None and clause.opener > 0 and sentence.tokens[clause.opener - 1].text in "–—-"
    needed = "modal" in before.signals and not (before.responsible or before.recipients or has_day(before.times))
    somebody = bool(find.responsible) and all(m.kind in (PartyKind.PERSON, PartyKind.ROLE, PartyKind.UNKNOWN) for m in find.responsible)
    return dash and needed and somebody and before.kind is find.kind is Kind.TASK


def only_acts(sentence: Sentence, before: Find, find: Find) -> bool:
    """ "Der sættes knager op, Maja bestiller": the second clause is no more than who does it."""
    clause = find.clause
    sees_to = clause is not None and clause.link == "hv" and clause.form.lemma in SEEING_TO
    fits = before.kind is Kind.TASK or (sees_to and before.kind is Kind.STATUS)
    if clause is None or "passive" not in before.signals or before.responsible or not fits or not find.responsible:
        return False
    words = [t for t in sentence.tokens[clause.verb + 1 : clause.end] if t.kind not in (SIGN, TIME)]
    if sees_to and not find.times and len(words) < _FEW:
        return True  # "…, hvilket centercheferne sørger for"
    if clause.form.lemma in ("tage", "påtage") and [t.low for t in words][-1:] in (["opgaven"], ["opgave"]):
        return True  # "Der indhentes tilbud – Poul tog opgaven"
    spliced = not any(t.low in COORDINATORS for t in clause.tokens[clause.start : clause.opener])
    return spliced and not words and clause.form.form is Form.PRESENT and clause.link != "hvorefter"


_FEW = 3


def granted(sentence: Sentence, before: Find, find: Find) -> bool:
    """ "Rådet bad om at få tallene delt op, og den opdeling sender Inge": the second clause says who meets the wish."""
    clause = find.clause
    points = clause is not None and sentence.words(clause.field[0], clause.field[0] + 1) in ("den", "det", "dem", "dette", "denne", "disse")
    return points and "wish" in before.signals and not before.responsible and bool(find.responsible) and not has_day(before.times)


def attending(before: Find, find: Find) -> bool:
    """ "Der nedsættes en gruppe – Susanne deltager": one commitment with its member."""
    return bool(
        ("attends" in find.rules or "is-member" in find.rules) and not before.responsible and not find.times and before.kind is Kind.TASK
    )


def readied(before: Find, find: Find) -> bool:
    """ "Stine tegner et kort, og det har hun færdigt sidst i maj", "Bo skriver. Han har et bud klar senest mandag": when it is done."""
    clause = find.clause
    if clause is None or clause.form.lemma != "have" or before.kind is not Kind.TASK or not before.responsible:
        return False
    ready = any(t.low in READY for t in clause.tokens[clause.verb : clause.end])
    around = {t.low for t in clause.tokens[clause.start : clause.verb + 3]}  # not "Han har kaffe klar", "hun har børnene færdige"
    ready = ready and bool(around & {"det", "den", "dem", "et", "en"})
    pronoun = {t.low for t in clause.tokens[clause.start : clause.verb + 2]} & {"han", "hun", "de"}
    same = [m.text for m in before.responsible] == [m.text for m in find.responsible]
    return ready and bool(pronoun) and same and has_day(find.times) and not has_day(before.times)


def handed_by(before: Find, find: Find, *, named_too: bool = False) -> bool:
    """ "Ida laver en liste. Den skal Bo have senest fredag": who gets what was just promised, and when. `named_too`: in the same breath,
    where the thing may be named again ("…, og navnene skal Bo have senest fredag")."""
    clause = find.clause
    if clause is None or clause.form.lemma != "skulle" or clause.field[1] - clause.field[0] != 1:
        return False
    if not named_too and clause.field[0] != 0:
        return False  # "Bo ringer. Ida mindede om listerne; dem skal hun have": not what Bo does
    front = clause.tokens[clause.field[0]]
    points = front.low in ("det", "den", "dem", "de") or (named_too and is_definite(front.low) and agent_kind(front.low) is None)
    gets = any(t.low == "have" for t in clause.tokens[clause.verb + 1 : clause.end]) and not find.responsible
    open_still = before.kind is find.kind is Kind.TASK and bool(before.responsible) and not has_day(before.times)
    if not (points and gets and open_still and has_day(find.times)):
        return False
    if any(t.low in ("han", "hun") for t in clause.tokens[clause.verb : clause.verb + 2]) and before.recipients:
        find.recipients = []  # the one who gets it was named before
    return True


def passed_on(before: Find, find: Find) -> bool:
    """ "Bo skriver et udkast, det rundsendes og lægges på drevet": behind a comma, what becomes of what was just made."""
    clause = find.clause
    if clause is None or [t.low for t in clause.tokens[slice(*clause.field)]] not in (["det"], ["den"], ["de"]):
        return False
    spliced = not any(t.low in COORDINATORS for t in clause.tokens[clause.start : clause.opener])
    bare = "passive" in find.signals and not (find.responsible or find.recipients or has_day(find.times))
    return spliced and bare and before.kind is find.kind is Kind.TASK and bool(before.responsible)


def same_one_same_thing(before: Find, find: Find) -> bool:
    """ "Ole ringer til lederen, og det fortæller han om næste gang": the same one goes on with what was just told, and has one day."""
    clause = find.clause
    if clause is None or clause.field[1] - clause.field[0] != 1 or clause.tokens[clause.field[0]].low not in ("det", "den", "dem"):
        return False
    again = clause.verb + 1 < clause.end and clause.tokens[clause.verb + 1].low in ("han", "hun", "de")
    same = bool(before.responsible) and [m.text for m in before.responsible] == [m.text for m in find.responsible]
    tells = clause.form.sense is Sense.REPORT and not find.recipients  # what is handed to somebody is a promise of its own
    if not (tells and again and same and before.kind is Kind.TASK and has_day(find.times) and not has_day(before.times)):
        return False
    find.kind = before.kind  # what is told then is how the task went
    return True


def out_by_itself(clause: Clause) -> bool:
    """ "det går ud lige efter påske", "den er ude i uge 12", "de ligger klar mandag": when the thing just told of is there."""
    if [t.low for t in clause.tokens[slice(*clause.field)]] not in (["den"], ["det"], ["de"]) or clause.form.form is not Form.PRESENT:
        return False
    behind = [t for t in clause.tokens[clause.verb + 1 : clause.end] if t.kind != SIGN]
    then = bool(behind) and behind[-1].kind == TIME
    return then and " ".join(t.low for t in behind[:-1]) in _OUT.get(clause.form.lemma, ())


_OUT = {
    "gå": frozenset(("ud", "i trykken", "af sted", "afsted")),
    "være": frozenset(("ude", "klar", "klart", "færdig", "færdigt", "klare", "færdige", "på plads", "i hus")),
    "ligge": frozenset(("klar", "klart", "klare", "færdig", "færdigt", "færdige")),
    "komme": frozenset(("ud",)),
    "udkomme": frozenset(("",)),
    "foreligge": frozenset(("",)),
}
"""How a thing is said to be there by a day, without anybody who sees to it."""


def is_product(clause: Clause) -> bool:
    """ "oversigten skal foreligge inden maj": what comes out of a task just told, and by when it must be there."""
    words = [t.low for t in clause.tokens[slice(*clause.field)]]
    behind = [t.low for t in clause.tokens[clause.verb + 1 : clause.end]]
    return (
        len(words) == 1
        and words[0] in _PRODUCTS
        and clause.form.lemma == "skulle"
        and (behind[:1] == ["foreligge"] or bool(READY & set(behind)))
    )


_PRODUCTS = frozenset(
    "oversigten listen planen notatet oplægget udkastet rapporten kortlægningen analysen svaret materialet resultatet tallene".split()
)


def due_together(sentence: Sentence, found: list[Find]) -> list[Find]:
    """ "A skriver x, og B skriver y; begge dele skal være hos C senest …": the last clause gives its day and recipient to all."""
    last = found[-1] if len(found) > 1 else None
    clause = last.clause if last is not None else None
    if last is None or clause is None or last.responsible:
        return found
    said = sentence.words(*clause.field)  # also "Alle skriver til Bo; svar udbedes senest fredag"
    replies = clause.form.lemma == "udbede" and said.endswith(_REPLIES) and not said.endswith("ansvar")
    if not (said in ALL_OF_IT if clause.form.lemma in ("skulle", "være") else replies):
        return found
    for find in found[:-1]:
        if not has_day(find.times):
            find.times, find.end = last.times, last.end
            find.recipients = find.recipients or list(last.recipients)
    return found[:-1]


_REPLIES = ("svar", "melding", "meldinger", "besked", "bemærkninger", "kommentarer")
ALL_OF_IT = frozenset(("begge dele", "begge", "det hele", "alt", "alt sammen", "alle tre dele", "det", "dette"))
