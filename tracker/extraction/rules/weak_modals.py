"""Readings of "må" and "ville": orders told gently, and promises told in the past."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import Clause, own_end
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Sentence
from tracker.extraction.mention import LIKELY
from tracker.extraction.rules.acts import passive_find
from tracker.extraction.rules.forms import READY, THE_MATTER, infinitive_after_at, is_participle
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, main_verb, own_words
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.labels import trailing_names
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import FORUM_WE, PARTY, Subject

_LEAVES = frozenset("gerne ikke kun højst også godt konstatere erkende vente afvente acceptere indse forvente".split())


def must(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X må undersøge det igen": an order to somebody named; "må gerne" is a leave, "må konstatere" a comment."""
    if clause.form.lemma != "måtte":
        return None
    governed = main_verb(sentence, clause, subject)
    put_off = governed is not None and governed[1].lemma in ("udsætte", "udskyde", "bordlægge", "vente")
    times = times_of(sentence, clause)
    if put_off and clause.form.form is Form.PAST and not times and sentence.words(*clause.field) in THE_MATTER:
        return None  # "Punktet måtte udsættes, da …"
    put_off = put_off and any(t.text.startswith("til ") for t in times)
    if clause.form.form is Form.PAST and put_off and not (subject.kind == PARTY and subject.sure >= LIKELY):
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[]).mark("modal")  # "måtte udskydes til juni"
    if clause.form.form is not Form.PRESENT:
        return SILENT
    waits = governed is not None and governed[1].lemma in ("vente", "afvente", "udsætte", "udskyde", "bordlægge")
    if (
        waits
        and (subject.kind != PARTY or subject.sure < 2)
        and (times_of(sentence, clause) or any(s.link in ("til", "indtil") for s in clause.subs))
    ):
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[]).mark("modal")
    if governed is not None and governed[1].lemma == "være" and "hænde" in own_words(sentence, clause) and times_of(sentence, clause):
        there = find(sentence, clause, Subject("thing", after=governed[0] + 1), Kind.TASK, "være", at=governed[0], responsible=[])
        return there.mark("modal", "bare")  # "Manuskripterne må være redaktøren i hænde senest …"
    words = own_words(sentence, clause, max(clause.verb + 1, subject.after) if subject.kind == PARTY else None)
    readies = words[:1] == ["have"] and not READY.isdisjoint(words[1:]) and governed is not None and subject.kind == PARTY
    if readies and governed is not None and subject.sure >= LIKELY:
        return find(sentence, clause, subject, Kind.TASK, "have", at=governed[0]).mark("modal")  # "må have sin del klar inden jul"
    by_then = words[:1] == ["have"] and any(map(is_participle, words[1:4])) and any(LIMIT.match(t.text) for t in times_of(sentence, clause))
    if by_then and subject.kind in (PARTY, FORUM_WE):
        made = pick(words[1], Form.PARTICIPLE)
        lemma = made.lemma if made is not None else "have"
        responsible = subject.parties if subject.kind == PARTY else []
        made_by_then = find(sentence, clause, subject, Kind.TASK, lemma, at=clause.verb + 2, responsible=responsible)
        return made_by_then.mark("modal")  # "må have afleveret materialet senest fredag"
    if governed is None or subject.kind != PARTY or acts_for_forum(sentence, subject) or subject.outsider:
        return SILENT
    at, verb = governed
    if verb.lemma in ("afgøre", "bestemme", "beslutte"):
        return SILENT  # "Det må generalforsamlingen afgøre"
    if set(own_words(sentence, clause)) & _LEAVES or verb.form is Form.PASSIVE or verb.sense in (Sense.STATE, Sense.COMMENT, Sense.DECIDE):
        return SILENT
    return find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at).mark("modal", "weak")


def remembered(sentence: Sentence, clause: Clause, subject: Subject, at: int, verb: Verb) -> tuple[int, Verb]:
    """What "skal huske at" orders, and its place: of somebody named, by a day, or with a name in brackets; else it is good advice."""
    bound = dated(sentence, clause) or trailing_names(sentence) is not None or (subject.kind == PARTY and subject.sure >= LIKELY)
    if verb.lemma != "huske" or not bound:
        return at, verb
    got = sentence.words(at + 1, at + 3) == "at få" and any(map(is_participle, sentence.low(at + 3, at + 7)))  # "at få stolene bestilt"
    inner = (at + 2, Verb("få", Form.INFINITIVE, Sense.DO)) if got else infinitive_after_at(sentence, clause, at + 1)
    return inner if inner is not None and inner[1].sense is Sense.DO else (at, verb)


_SOMEBODY = (PartyKind.PERSON, PartyKind.ROLE, PartyKind.UNKNOWN, PartyKind.DEPARTMENT)
_CONTRARY = frozenset("allerede men egentlig oprindelig oprindeligt dengang have været nemlig altid gerne hvis sidste".split())


def _told_of_before(sentence: Sentence, clause: Clause) -> bool:
    """Whether a time that is past, or a word for one, opens a clause: how it was once."""
    opening = sentence.tokens[clause.start : clause.verb]
    return any((t.time is not None and t.time.past) or t.low in _ONCE for t in opening)


_ONCE = frozenset("tidligere førhen hidtil oprindelig oprindeligt dengang før".split())


def would(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Dette ville Rasmus tage sig af", "Sekretæren skulle give dem besked": told in the past, it binds all the same."""
    if clause.form.lemma not in ("ville", "skulle") or clause.form.form is not Form.PAST:
        return None
    agreed = clause.link == "at"  # "Der var enighed om, at Bo skulle ringe", "aftalt, at listen skulle sendes"
    if clause.form.lemma == "skulle" and (not (clause.main or agreed) or _CONTRARY & {t.low for t in sentence.tokens}):
        return SILENT  # "skulle have ringet", "skulle ringe, men nåede det ikke"
    if clause.main and _told_of_before(sentence, clause):
        return SILENT  # "Sidste år skulle Bo ringe"
    governed = main_verb(sentence, clause, subject)
    if agreed and governed is not None and governed[1].form is Form.PASSIVE and "ikke" not in own_words(sentence, clause)[:3]:
        return passive_find(sentence, clause, subject, governed[1], governed[0], ordered=True)
    named = subject.kind == PARTY and all((agreed or p.kind in _SOMEBODY) and p.sure >= LIKELY for p in subject.parties)
    words = {t.low for t in sentence.tokens[clause.opener : own_end(clause)]}
    if governed is None or not named or subject.outsider or words & {"gerne", "ikke", "hellere", "helst", "have", "være", "hvis"}:
        return SILENT
    at, verb = governed
    if verb.sense not in (Sense.DO, Sense.LIGHT, Sense.REPORT) or verb.lemma in ("høre", "spørge", "sige", "minde"):
        return SILENT  # "ville høre, om …" asked
    return find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at).mark("modal", "weak")
