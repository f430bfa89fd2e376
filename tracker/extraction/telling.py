"""Duties that are only told of: what somebody promised, was reminded of, or does by a day that the minutes note."""

from __future__ import annotations

import re

from tracker.danish.names import is_initials
from tracker.danish.verbs import Form, Sense
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import Clause
from tracker.extraction.find import Sentence
from tracker.extraction.mention import SURE
from tracker.extraction.relatives import Relatives
from tracker.extraction.rules.forms import is_participle
from tracker.extraction.rules.helpers import own_words
from tracker.extraction.subjects import PARTY, subject_of
from tracker.extraction.tokens import TIME

_SAYING = frozenset("svare bekræfte forsikre oplyse sige meddele nævne fortælle tilkendegive".split())
_TO_MEETING = re.compile(r"\btil (?:\S+ ){0,2}\S*møde")
_NOTING = frozenset("bemærke notere oplyse konstatere tilføje".split())


def reminded(sentence: Sentence, clause: Clause, governor: Clause | None, before: str) -> bool:
    """ "Bo mindede om, at listerne skal sendes til Økonomi senest den 31. marts": a duty with its last day, however it is told."""
    told = governor is not None and (governor.form.lemma in ("minde", "erindre", "påminde", "indskærpe") or " opmærksom på" in before)
    if not told or clause.form.lemma != "skulle" or clause.form.form is not Form.PRESENT:
        return False
    limits = [t for t in sentence.tokens[clause.verb : clause.end] if t.time is not None and LIMIT.match(t.low)]
    return any(t.time is not None and t.time.deadline.due and not t.time.past for t in limits) and sentence.vocabulary.isdisjoint(
        ("hver", "hvert")
    )


def _only_gets(sentence: Sentence, clause: Clause) -> bool:
    """ "at han får et tilbud" gives nothing; "at hun får lavet en plan" and "får styr på listen" do."""
    words = own_words(sentence, clause)[:6]
    return clause.form.lemma == "få" and not any(is_participle(w) for w in words) and not {"styr", "fat"} & set(words)


class Telling(Relatives):
    """Decides which that-clauses tell of a duty though no decision leads them in."""

    def _told_of(self, sentence: Sentence, clause: Clause, governor: Clause | None, before: str) -> bool:
        """Whether a that-clause tells of a duty. `before`: the words that lead it in, case-folded."""
        if self._promised(sentence, clause, governor) or reminded(sentence, clause, governor, before):
            return True
        return governor is not None and self._noted(sentence, clause, governor)

    def _noted(self, sentence: Sentence, clause: Clause, governor: Clause) -> bool:
        """ "Det bemærkes, at HR i januar giver direktionen en status": the minutes say themselves what somebody does by a day."""
        itself = governor.form.form is Form.PASSIVE and governor.form.lemma in _NOTING and sentence.low(*governor.field) == ["det"]
        acts = clause.form.form is Form.PRESENT and clause.form.sense in (Sense.DO, Sense.LIGHT, Sense.REPORT)
        if not itself or not acts or not any(t.kind == TIME for t in sentence.tokens[clause.start : clause.end]):
            return False
        subject = subject_of(sentence, clause)
        return subject.kind == PARTY and all(p.sure >= SURE and not p.outsider for p in subject.parties)

    def _ordered_by(self, sentence: Sentence, clause: Clause) -> bool:
        """ "…, hvilket indebærer, at klinikcheferne inden årets udgang udarbejder en plan": what somebody must do by a day."""
        limited = any(t.time is not None and t.time.deadline.due and not t.time.past for t in sentence.tokens[clause.start : clause.end])
        acts = clause.form.sense is Sense.DO and clause.form.form is Form.PRESENT
        subject = subject_of(sentence, clause)
        return limited and acts and subject.kind == PARTY and all(p.sure >= SURE and not p.outsider for p in subject.parties)

    def _promised(self, sentence: Sentence, clause: Clause, governor: Clause | None) -> bool:
        """ "Bo oplyste, at han ville ringe": what somebody named told of himself he will do."""
        assured = governor is not None and governor.form.lemma == "give" and "tilsagn" in sentence.low(governor.verb, clause.start)
        if governor is None or not (assured or governor.form.lemma in _SAYING):
            return False
        if clause.form.lemma == "skulle" and sentence.words(clause.verb - 2, clause.verb) in ("han nok", "hun nok"):
            return subject_of(sentence, governor).kind == PARTY  # "sagde, at hun nok skal få ryddet op"
        if clause.form.form is Form.PRESENT and clause.form.sense in (Sense.DO, Sense.LIGHT) and not _only_gets(sentence, clause):
            subject = subject_of(sentence, clause)
            known = [sentence.directory.classify(p.text) is PartyKind.PERSON or is_initials(p.text) for p in subject.parties]
            teller = subject_of(sentence, governor)
            unit = bool(teller.parties) and all(p.kind in (PartyKind.DEPARTMENT, PartyKind.GROUP, PartyKind.BODY) for p in teller.parties)
            himself = sentence.words(clause.field[0], clause.field[0] + 1) in (("den", "de") if unit else ("han", "hun"))
            timed = any(t.kind == TIME for t in sentence.tokens[clause.start : clause.end]) or any(s.link == "når" for s in clause.subs)
            if himself and timed:
                return teller.kind == PARTY  # "bekræftede, at hun kører sagen til ende inden nytår"
            return subject.kind == PARTY and all(known) and not any(p.outsider for p in subject.parties)  # "oplyste, at HJ skriver til …"
        behind = sentence.tokens[clause.verb : clause.end]
        to_meeting = any(t.kind == TIME for t in behind) and _TO_MEETING.search(" ".join(t.low for t in behind)) is not None
        if clause.form.form is Form.PASSIVE and clause.form.lemma in ("forelægge", "præsentere", "fremlægge", "orientere"):
            return any("møde" in t.low for t in behind if t.kind == TIME)  # "forelægges et udkast på mødet i maj"
        if clause.form.form is Form.PASSIVE:
            return to_meeting and clause.form.sense is Sense.DO
        if clause.form.lemma != "ville":
            return False
        first = sentence.words(clause.field[0], clause.field[0] + 1)
        if first == "der":
            return to_meeting  # "at der vil blive lavet et notat til mødet i maj"
        return first in ("han", "hun", "den", "de", "det") and subject_of(sentence, governor).kind == PARTY
