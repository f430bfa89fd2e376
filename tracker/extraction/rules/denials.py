"""Whether a clause denies what it tells (GUIDE.md section 4, "Negated or fallen")."""

from __future__ import annotations

from tracker.extraction.clause import Clause, own_end
from tracker.extraction.find import Sentence
from tracker.extraction.tokens import TIME, Token

NEGATIONS = frozenset("ikke ingen intet næppe aldrig".split())


def _other_day(tokens: list[Token], at: int, limit: int, begin: int) -> bool:
    """ "holdes ikke den 28., men torsdag den 5.", "bliver den 27. og ikke i uge 40": one day is denied, the other holds."""
    if at + 1 >= limit or tokens[at + 1].kind != TIME:
        return False
    if {t.low for t in tokens[max(begin, at - 2) : at]} & {"og", "men", ",", "(", "–"} and any(t.kind == TIME for t in tokens[begin:at]):
        return True
    but = next((k for k in range(at + 2, limit) if tokens[k].low in ("men", "–", "-")), limit)
    return any(t.kind == TIME for t in tokens[but:limit])


def negated(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause denies its own verb."""
    tokens, limit = sentence.tokens, own_end(clause)
    aside = False
    for at in range(clause.opener, limit):
        low, timed = tokens[at].low, tokens[at].kind == TIME
        aside = (aside and low != ")") or (low == "(" and at > clause.verb and any(t.low == ")" for t in tokens[at:limit]))
        if aside:
            continue  # "er tovholder (hun ved det ikke endnu!)"
        if low in ("så", "idet", "fordi", "eftersom", "for") and at > clause.verb and tokens[at - 1].text == ",":
            break  # ", så den ikke ender i kælderen": what it is to prevent
        if (low not in NEGATIONS and not timed) or (low in NEGATIONS and _other_day(tokens, at, limit, clause.opener)):
            continue
        if (clause.resumed is not None and clause.field[1] <= at < clause.verb - 1) or (
            clause.resumed is not None and at < clause.resumed <= clause.field[0]
        ):
            continue  # the relative clause of a waiting subject
        if timed and low.startswith("ikke ") and not low.startswith("ikke senere"):
            return True
        if (
            low in NEGATIONS
            and tokens[at - 1].low not in ("hvis", "endnu", "om", ",", "men", "og", "–", "-")
            and sentence.words(max(0, at - 2), at) != ", dog"
        ):
            after = tokens[at + 1].low if at + 1 < limit else ""
            return after not in ("kun", "mindst", "blot", "bare", "alene", "nået")
    return False
