"""Readings of promises told as how things will be: "Ida er klar med listen i maj", "tallene kommer fra Ida i uge 9"."""

from __future__ import annotations

from tracker.danish.verbs import Form
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause, own_end
from tracker.extraction.find import Sentence
from tracker.extraction.mention import LIKELY, SURE
from tracker.extraction.rules.helpers import dated, find, own_words, words_behind
from tracker.extraction.rules.rule import Answer
from tracker.extraction.subjects import EXPLETIVE, PARTY, Subject

_READY = (["klar", "med"], ["færdig", "med"], ["færdige", "med"], ["klare", "med"])
_GIVERS = (PartyKind.PERSON, PartyKind.ROLE, PartyKind.DEPARTMENT)


def is_ready(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Ida er klar med et bud primo juni": she is to have made it by then."""
    if clause.form.lemma != "være" or clause.form.form is not Form.PRESENT or subject.kind != PARTY or subject.sure < LIKELY:
        return None
    if words_behind(sentence, clause, subject)[:2] not in _READY or not dated(sentence, clause):
        return None
    return find(sentence, clause, subject, Kind.TASK, "lave")


def lies_ready(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Udkastet ligger klar i uge 39": somebody is to have made it by then, though nobody is named."""
    ready = own_words(sentence, clause)[:1] in (["klar"], ["klart"], ["klare"], ["færdig"], ["færdigt"], ["færdige"])
    named = subject.kind == PARTY and subject.sure >= SURE
    if clause.form.form is not Form.PRESENT or not ready or named or not dated(sentence, clause):
        return None
    return find(sentence, clause, Subject("thing"), Kind.TASK, "lave", responsible=[]).mark("weak")


_WORD = frozenset(
    "besked brev mail melding udmelding information invitation indbydelse indkaldelse svar skrivelse nyhedsbrev orientering".split()
)


def _word_comes(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Der kommer besked til alle medlemmer i uge 20": somebody is to send it by then."""
    words = [w for w in own_words(sentence, clause)[:4] if w not in ("et", "en", "nærmere", "ny", "nyt")]
    if subject.kind != EXPLETIVE or words[:1] == [] or words[0] not in _WORD or clause.form.form is not Form.PRESENT:
        return None
    told = find(sentence, clause, Subject("thing", after=clause.verb + 1), Kind.TASK, "sende", responsible=[])
    return told if told.recipients and dated(sentence, clause) else None


def comes_from(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Invitationerne kommer fra Ida i næste uge": Ida is to send them by then."""
    words = own_words(sentence, clause)
    if subject.kind == EXPLETIVE:
        return _word_comes(sentence, clause, subject)
    if (
        clause.form.lemma != "komme"
        or clause.form.form is not Form.PRESENT
        or (subject.kind == PARTY and subject.sure >= SURE)
        or words[:1] != ["fra"]
    ):
        return None
    givers, _ = sentence.reader.group(clause.verb + 2, own_end(clause))
    if not givers or not all(m.sure >= LIKELY and m.kind in _GIVERS for m in givers) or not dated(sentence, clause):
        return None
    return find(sentence, clause, Subject("thing"), Kind.TASK, "sende", responsible=givers)
