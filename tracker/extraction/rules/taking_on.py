"""What was said before and somebody takes on: "Det tog Bo på sig", "Det lovede Gitte" (GUIDE.md section 4, "Past tense that commits")."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form
from tracker.domain.followup import Kind
from tracker.extraction.clause import Clause
from tracker.extraction.find import Sentence
from tracker.extraction.mention import LIKELY, SURE
from tracker.extraction.rules.helpers import find, own_words
from tracker.extraction.rules.rule import Answer
from tracker.extraction.subjects import PARTY, Subject, subject_behind

_SHORT_TAIL = 4  # words: "det tog Bo på sig at få ordnet" still speaks of what was said before


def takes_on(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Det tog Bo og Ea på sig": what was said before is theirs."""
    words = own_words(sentence, clause)
    took = clause.form.lemma == "tage" and clause.form.form is Form.PAST and words in (["opgaven"], ["denne", "opgave"], ["den", "opgave"])
    if took and subject.kind == PARTY and subject.sure >= 2:
        return find(sentence, clause, subject, Kind.TASK, "påtage").mark("agreed")  # "Jette tog denne opgave"
    if clause.form.lemma == "påtage" and clause.form.form is Form.PAST and "at" not in words and words[-1:] == ["sig"]:
        turned = subject_behind(sentence, clause)
        if turned is not None and turned.kind == PARTY and turned.sure >= SURE and clause.field[0] < clause.field[1]:
            return find(sentence, clause, turned, Kind.TASK, "påtage").mark("agreed")  # "Tombolaen påtog Lone og Ea sig"
    points = sentence.words(*clause.field) in ("det", "den", "dette")
    promised = clause.form.form is Form.PAST and (
        (clause.form.lemma == "påtage" and "sig" in words) or (clause.form.lemma == "love" and "at" not in words)
    )
    if points and promised:
        turned = subject_behind(sentence, clause)
        if turned is not None and turned.kind == PARTY and turned.sure >= LIKELY:
            return find(sentence, clause, turned, Kind.TASK, "påtage").mark("agreed")  # "Det lovede Gitte til næste møde"
    if clause.form.lemma != "tage" or ("på", "sig") not in pairwise(words) or sentence.words(*clause.field) not in ("det", "den", "dette"):
        return None
    behind = words[words.index("sig") + 1 :]
    if behind and (behind[0] != "at" or len(behind) > _SHORT_TAIL):
        return None
    turned = subject if subject.kind == PARTY else subject_behind(sentence, clause)
    if turned is None or turned.kind != PARTY:
        return None
    return find(sentence, clause, turned, Kind.TASK, "påtage").mark("agreed")
