"""Who calls a meeting decided in the sentence before, or holds the task it tells of: one card (GUIDE.md section 4, "One or two")."""

from __future__ import annotations

from tracker.domain.followup import Kind
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find
from tracker.extraction.tokens import SIGN

_CALLING = frozenset("indkalde fastsætte arrangere planlægge tilrettelægge".split())


def _held_by_forum(before: Find) -> bool:
    """ "Udvalget besluttede at holde et møde": those who call it are to act, not those who decided it."""
    clause = before.clause
    if clause is None or "resolves" not in before.rules or before.verb is None:
        return False
    held = next((t.low for t in clause.tokens if t.start == before.verb[0]), "")
    return held in ("holde", "afholde") and any("møde" in t.low for t in clause.tokens[clause.start : clause.end])


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
        in ("tovholder", "tovholdere", "ansvarlig", "ansvarlige")
    ):
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
