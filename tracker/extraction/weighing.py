"""What makes a find optional though its words order something: conditions and rhythms (GUIDE.md sections 3 and 4)."""

from __future__ import annotations

import re

from tracker.danish.verbs import Form
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find, Sentence
from tracker.extraction.tokens import SIGN


def weigh_condition(sentence: Sentence, clause: Clause, find: Find) -> None:
    """ "hvis …" makes an order uncertain, unless it only says on what occasion (GUIDE.md section 4, "Conditions")."""
    subs = [s for s in clause.subs if s.link in ("hvis", "såfremt", "medmindre", "ifald")]
    if clause.resumed is not None:
        whose = clause.field[1] if clause.field[0] < clause.field[1] else -1  # "De chefer, hvis område …": a relative, no condition
        subs += [c for c in sentence.clauses if c.link in ("hvis", "såfremt", "medmindre") and whose < 0 and c.start < clause.verb]
    for sub in subs:
        parted = any(t.low in ("og", "men") or t.text == ";" for t in sentence.tokens[sub.start : sub.opener])
        if parted and sub.start > clause.verb:
            continue  # "Ib sætter fælder, og hvis det ikke rækker, …": of what comes then
        first = sentence.words(*sub.field) or sentence.words(sub.verb + 1, sub.verb + 2)  # "Har man rettelser, …"
        if sub.link == "hvis" and first.split()[:1] in (["man"], ["nogen"], ["i"], ["de"], ["vedkommende"]):
            find.clauses.append("4 Conditions: an occasion")
            continue
        find.optional = True
        find.clauses.append("4 Conditions: hangs on something uncertain")


_RECURRING = re.compile(
    r"(?:kvartals|måneds|uge|halv|års?)\w*vis|årligt?|halvårligt?|månedligt?|ugentligt?|hver(?:t)? |før hvert|ved hvert"
)


def weigh_rhythm(find: Find) -> None:
    """A recurring duty is optional unless its first time is dated (GUIDE.md section 3, last paragraph)."""
    rhythm = any(t.deadline.recurrence for t in find.times) and not any(t.deadline.due for t in find.times if not t.deadline.recurrence)
    if (rhythm and "første gang" not in " ".join(t.text.casefold() for t in find.times)) or (
        find.times and not has_day(find.times) and any(t.deadline.recurrence or _RECURRING.match(t.text.casefold()) for t in find.times)
    ):
        find.optional = True
        find.clauses.append("3 A recurring duty")


_SAYING = frozenset("sige skrive oplyse fortælle melde meddele forklare mene vurdere tro bemærke hedde lyde forsikre nævne".split())
_MOST_SAYERS = 4


def weigh_attribution(sentence: Sentence, found: list[Find]) -> list[Find]:
    """ "Røret skiftes inden maj, oplyser forsyningen": told as somebody's words, so optional, and the saying itself is nothing."""
    last = sentence.clauses[-1] if len(sentence.clauses) > 1 else None
    if last is None or last.form.lemma not in _SAYING or last.form.form not in (Form.PRESENT, Form.PAST):
        return found
    if last.verb == 0 or sentence.tokens[last.verb - 1].text != ",":
        return found
    if all(c.link == "som" for c in sentence.clauses[:-1]):
        return found  # "Et forord, som lægges ved, skriver Bo": what is written, not what is said
    words = [t for t in sentence.tokens[last.verb + 1 :] if t.kind != SIGN]
    people, stop = sentence.reader.group(last.verb + 1, len(sentence.tokens))
    alone = len(words) <= _MOST_SAYERS and (bool(people) and all(t.kind == SIGN for t in sentence.tokens[stop:]))
    if not alone:
        return found
    kept = [find for find in found if find.clause is not last]
    for find in kept:
        find.optional = True
    return kept
