"""Rules for "skal være", "skal have" and "vil have": what is to be ready, who is to be given something, or to have something done."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import Clause, own_end
from tracker.extraction.deadlines import has_day, times_of
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.rules.agents import agent_of
from tracker.extraction.rules.forms import is_participle, optional_find
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, is_body, is_own_forum, own_words
from tracker.extraction.rules.reports import PURPOSES, has_status_noun
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import FORUM_WE, PARTY, Subject
from tracker.extraction.tokens import SIGN, TIME

_READY = frozenset(
    "fremme ende igennem afsted væk inde ude oppe klar klart klare færdig færdigt færdige afsluttet slut afleveret udfyldt gennemført"
    " indsendt betalt"
    " plads hænde hos lavet besvaret etableret i\u00a0hænde".split()
)


def shall_be(sentence: Sentence, clause: Clause, subject: Subject, at: int) -> Answer:
    """ "skal være klar inden maj", "skal være tovholder": what is to be there by a day, or who is to see to something."""
    words = own_words(sentence, clause, at + 1)
    ready = any(w in _READY or w.endswith(("klar", "klart", "klare")) for w in words) or any(is_participle(w) for w in words[:3])
    before = not {"før", "inden", "forinden"}.isdisjoint(words)  # "skal være færdigt to uger før lanceringen"
    if subject.kind == FORUM_WE and "ude" in words:
        return SILENT  # "Næste år skal vi være tidligere ude"
    if "hænde" in words or (ready and (before or times_of(sentence, clause))):
        by = agent_of(sentence, clause, at + 1) or _from_whom(sentence, clause)  # "skal være udfyldt af alle senest fredag"
        return find(sentence, clause, Subject("thing", after=at + 1), Kind.TASK, "være", at=at, responsible=by).mark("modal", "bare")
    if "tovholder" in words or "ansvarlig" in words:
        return find(sentence, clause, subject, Kind.TASK, "være", at=at).mark("modal")
    return SILENT


def is_ready_by(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Det aftaltes, at ferieplanerne er på plads senest 1. april": what was agreed is to be there by a day."""
    limits = [t for t in times_of(sentence, clause) if LIMIT.match(t.text.casefold())]
    if clause.link != "at" or clause.form.form is not Form.PRESENT or not has_day(limits):
        return None
    found = shall_be(sentence, clause, subject, clause.verb)
    return found if isinstance(found, Find) else None


def _from_whom(sentence: Sentence, clause: Clause) -> list[Mention]:
    """ "Svaret fra HR skal være direktionen i hænde senest fredag": who hands it over."""
    begin, end = clause.field
    given = next((k for k in range(begin + 1, end) if sentence.tokens[k].low == "fra"), None)
    found, stop = sentence.reader.group(given + 1, end) if given is not None else ([], 0)
    return found if stop == end else []


_DONE_BY = frozenset("hænderne hånden hænde gjort klaret ordnet nået overstået".split())
"""Words of a clause that only says by when: "…, og det skal de have fået gjort senest den 15."."""
_SENT = frozenset("tilsendt udleveret forelagt overdraget eftersendt".split())


def _only_when(sentence: Sentence, clause: Clause, at: int) -> bool:
    """Whether nothing but a time stands behind the verb."""
    behind = [t.kind for t in sentence.tokens[at + 1 : own_end(clause)] if t.kind != SIGN]
    return bool(behind) and set(behind) == {TIME}


def shall_have(sentence: Sentence, clause: Clause, subject: Subject, at: int) -> Answer:
    """ "skal have indhentet / udarbejdet X": the duty is the participle's."""
    words = own_words(sentence, clause, at + 1)
    if sentence.words(*clause.field) in ("det", "den", "dem") and dated(sentence, clause) and not _DONE_BY.isdisjoint(words):
        return find(sentence, clause, Subject("thing", after=at + 1), Kind.TASK, "være", at=at, responsible=[]).mark("modal", "bare")
    given_by = next((k for k in range(at + 1, own_end(clause) - 1) if sentence.tokens[k].low in ("fra", "af")), 0)
    givers = sentence.reader.group(given_by + 1, own_end(clause))[0] if given_by else []
    handed = "fra" in words[:9] or (bool(givers) and "af" in words[:9] and all(m.kind is not PartyKind.GROUP for m in givers))
    if handed and subject.kind == PARTY and dated(sentence, clause):
        back = acts_for_forum(sentence, subject) and has_status_noun(words[:5])  # "Rådet skal have en redegørelse fra Ejendomme i maj"
        kind = Kind.STATUS if back else Kind.TASK
        told = find(sentence, clause, Subject("thing"), kind, "have", at=at, responsible=givers).mark("modal")
        told.recipients = list(subject.parties)
        return told  # "Klageren skal have svar fra forvaltningen senest …"
    if acts_for_forum(sentence, subject) and subject.kind == PARTY and dated(sentence, clause) and has_status_noun(words[:4]):
        again = find(sentence, clause, Subject("thing"), Kind.STATUS, "have", at=at, responsible=[]).mark("modal")
        again.recipients = list(subject.parties)
        return again  # "Efter sommerferien skal udvalget have en fornyet status"
    purpose = any(w in ("til", "i") and after in PURPOSES for w, after in pairwise(words))
    if purpose and subject.kind == PARTY and not any(is_own_forum(sentence, p) for p in subject.parties):
        kind = Kind.FORWARD if all(is_body(sentence, p) for p in subject.parties) else Kind.TASK
        given = find(sentence, clause, Subject("thing"), kind, "have", at=at, responsible=[]).mark("modal")
        given.recipients = list(subject.parties)
        return given  # "Hovedudvalget skal have modellen til udtalelse"
    sent = bool(_SENT & set(words[:3])) and ("til" in words or dated(sentence, clause))  # "skal have den tilsendt til underskrift"
    if sent and subject.kind == PARTY and "fra" not in words and not acts_for_forum(sentence, subject):
        given = find(sentence, clause, Subject("thing"), Kind.TASK, "have", at=at, responsible=[]).mark("modal")
        given.recipients = list(subject.parties)
        return given
    if subject.after > clause.verb and clause.field[0] < clause.field[1] and _only_when(sentence, clause, at):
        told = find(sentence, clause, Subject("thing"), Kind.TASK, "have", at=at, responsible=[]).mark("modal")
        told.recipients = list(subject.parties)
        return told  # "Emner skal Ida have senest 28. november"
    handed = bool({"hænde", "besked", "seddel", "brev", "svar"} & set(words))
    labelled = sentence.text[sentence.start : sentence.end].rstrip(" .").endswith(")")  # "Naboen skal have et brev (Bo)"
    labelled = labelled or ("besked" in words[:3] and not acts_for_forum(sentence, subject))  # "Beboerne skal have besked om det"
    if handed and (labelled or times_of(sentence, clause)) and subject.kind == PARTY:
        told = find(sentence, clause, Subject("thing"), Kind.TASK, "have", at=at, responsible=[]).mark("modal")
        told.recipients = list(subject.parties)
        return told
    done = next((w for w in words[:2] if is_participle(w)), None)
    acting = pick(done, Form.PARTICIPLE) if done is not None else None
    if acting is not None and acting.sense is Sense.DO and subject.kind == PARTY and subject.sure >= 2 and not subject.outsider:
        return find(sentence, clause, subject, Kind.TASK, acting.lemma, at=at).mark("modal")  # "skal have efterprøvet udgifterne"
    if acting is not None and acting.sense in (Sense.DO, Sense.REPORT) and acts_for_forum(sentence, subject):
        return find(sentence, clause, subject, Kind.TASK, acting.lemma, at=at, responsible=[]).mark(
            "modal", "we"
        )  # "Vi skal have meldt ud"
    if "besked" in words:
        return optional_find(sentence, clause, subject, "have", at, "1 skal-remarks")
    if dated(sentence, clause) and subject.kind == PARTY and subject.sure >= 3 and words and words[-1] not in ("fokus",):
        ordered = find(sentence, clause, subject, Kind.TASK, "have", at=at).mark("modal")
        if done is not None and ordered.responsible:
            ordered.optional = False  # an order to an outsider is a task: "skal have rejst testmiljøet inden torsdag"
        return ordered
    return SILENT


def will_have(sentence: Sentence, clause: Clause, subject: Subject, at: int) -> Answer:
    """ "Vi vil have belyst …", "vil have en ny redegørelse om et halvt år": what the forum wants done or told."""
    words = own_words(sentence, clause)
    body = subject.kind == PARTY and all(p.kind is PartyKind.BODY for p in subject.parties)
    again = dated(sentence, clause) and has_status_noun(words[1:5])
    if not (body or acts_for_forum(sentence, subject)) or not (again or any(is_participle(w) for w in words[1:3])):
        return SILENT
    return find(sentence, clause, subject, Kind.STATUS if again else Kind.TASK, "undersøge", at=at, responsible=[]).mark("wish")
