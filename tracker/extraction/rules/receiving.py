"""Readings of clauses in which something is handed over: "X får Y fra Z", "listen tilgår formanden" (GUIDE.md section 4, "Who")."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.names import looks_definite
from tracker.danish.verbs import Form, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.rules.agents import agent_of
from tracker.extraction.rules.forms import READY, is_participle
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, is_body, is_own_forum, is_treating, own_words
from tracker.extraction.rules.reports import PURPOSES, is_status_noun
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import PARTY, Subject, subject_behind, subject_of


def _receives(words: list[str]) -> bool:
    """ "X får listen senest fredag": something known is handed over; "får ansvaret", "får styr på" are X's own acts."""
    if (
        not words
        or ("med", "i") in pairwise(words)
        or "fra" in words
        or "af" in words
        or _handed_for(words)
        or any(is_participle(w) for w in words[1:5])
    ):
        return False
    if words[0].endswith("et") and words[1:2] and words[1].endswith(("en", "et", "erne", "ene")):
        return False  # "får omkodet døren": a participle no list knows, and what it is done to
    printed = words[1:2] == ["på"] and not _MEDIA.isdisjoint(words[2:3])  # "får skemaet på papir"
    if not printed and words[1:2] in (["på"], ["op"], ["ud"], ["ind"], ["sat"], ["tilbage"], ["hjem"], ["til"], ["i"]):
        return False  # "får dem på hjemmesiden"
    return words[0] in ("den", "det", "dem") or (words[0].endswith(("en", "et", "erne", "ene")) and words[0] not in _DUTIES)


def _are_many(party: Mention) -> bool:
    """Whether a party is a group, a body or roles in the plural, who get what is made for them."""
    return party.kind in (PartyKind.GROUP, PartyKind.BODY) or party.text.endswith("rne")


def _puts_up(words: list[str]) -> bool:
    """ "Bo får et nyt skilt op at hænge": his own act."""
    return ("op", "at") in pairwise(words) and not {"hænge", "stå", "køre", "ligge", "sidde"}.isdisjoint(words)


def _is_given(words: list[str]) -> bool:
    """ "(Lederne) får en vejledning inden maj": a thing, and nothing they do with it ("får en mand ud", "får en pris på")."""
    behind = words[2:7]
    acts = any(w in _PARTICLES or is_participle(w) for w in words[1:7])
    return words[:1] in (["en"], ["et"]) and not acts and not {"pris", "tilbud", "overslag", "aftale"} & {*words[1:2], *behind}


_PARTICLES = frozenset("op ud ind ned hjem frem til med fat styr lavet på".split())
_MEDIA = frozenset("papir skrift mail tryk print".split())
_MESSAGES = frozenset("besked seddel svar afslag tilsagn tilbagemelding kopi oversigt indkaldelse information".split())
_DUTIES = frozenset("ansvaret opgaven bolden ordet rollen en et lovet".split())


def _handed_for(words: list[str]) -> bool:
    """ "får planen til udtalelse", "i høring": something is handed over for a purpose."""
    return any(w in ("til", "i") and after in PURPOSES for w, after in pairwise(words))


def _reaches(sentence: Sentence, clause: Clause) -> Answer:
    """ "Listen tilgår formanden"."""
    told = subject_behind(sentence, clause)
    result = find(sentence, clause, Subject("thing"), Kind.TASK, "tilgå", responsible=[])
    result.recipients = list(told.parties) if told is not None and told.parties else result.recipients
    if not result.recipients and any(looks_definite(w) for w in own_words(sentence, clause)[:1]):
        return SILENT  # "Overskuddet tilgår kassen": how it is booked
    if result.recipients and all(is_body(sentence, m) for m in result.recipients):
        result.kind = Kind.FORWARD
    return result


def _laid_before(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Find | None:
    """ "Bestyrelsen får regnskabet forelagt den 3.": the case goes to that body."""
    if subject.kind != PARTY or "forelagt" not in words or any(is_own_forum(sentence, p) for p in subject.parties):
        return None
    result = find(sentence, clause, Subject("thing"), Kind.FORWARD, "forelægge", responsible=[])
    result.recipients = list(subject.parties)
    return result


def _sent_to(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Find | None:
    """ "Rådet får tilsendt resultatet af undersøgelsen", "Forældrene får opslaget tilsendt", "De får det at vide af Marianne på onsdag"."""
    told = ("at", "vide") in pairwise(words) and "af" in words and dated(sentence, clause)
    sent = words[:1] in _SENT or (words[1:2] in _SENT[:2] and looks_definite(words[0]))
    if not (told or sent):
        return None
    by = "fra" if "fra" in words else "af" if told else ""
    givers = sentence.reader.group(clause.verb + 2 + words.index(by), clause.end)[0] if by else agent_of(sentence, clause, clause.verb + 1)
    treated = _handed_for(words) and all(is_body(sentence, p) for p in subject.parties)
    result = find(sentence, clause, Subject("thing"), Kind.FORWARD if treated else Kind.TASK, "få", responsible=givers)
    result.recipients = list(subject.parties)
    return result


_SENT = (["tilsendt"], ["udleveret"], ["fremlagt"], ["præsenteret"], ["forevist"])


def _gets_done(sentence: Sentence, clause: Clause, subject: Subject) -> bool:
    """ "Takstbladet får bestyrelsen trykt": the thing stands in front, and what is done with it behind who sees to that."""
    turned = subject.kind == PARTY and clause.verb + 1 < subject.after < clause.end
    return turned and pick(sentence.tokens[subject.after].low, Form.PARTICIPLE) is not None


_BY_DECIDING = (["afslag"], ["dispensation"])


def gets_from(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X får Y fra Z": Z is to hand it over, X receives; "Bo lovede, at de berørte lærere får besked": who promised sees to it."""
    given = _given(sentence, clause, subject)
    promised = clause.parent is not None and clause.parent.form.lemma == "love" and clause.link == "at"
    if isinstance(given, Find) and promised and clause.parent is not None and not given.responsible:
        who = subject_of(sentence, clause.parent)
        given.responsible = [p for p in who.parties if not is_own_forum(sentence, p)] if who.kind == PARTY else []
    return given


_IN_ORDER = frozenset("første sidste næste seneste".split())
"""Words in "-ste" that tell which one is given, not how it compares."""


def _compares(words: list[str]) -> bool:
    """ "Skiltningen får den laveste score": how it came out."""
    return words[:1] in (["den"], ["det"]) and len(words) > 1 and words[1].endswith("ste") and words[1] not in _IN_ORDER


def _given(  # noqa: PLR0912
    sentence: Sentence, clause: Clause, subject: Subject
) -> Answer:
    """Who is to hand something over, and who gets it."""
    if clause.form.lemma == "tilgå" and clause.form.form is Form.PRESENT:
        return _reaches(sentence, clause)
    if clause.form.lemma not in ("få", "modtage") or clause.form.form is not Form.PRESENT:
        return None
    words = own_words(sentence, clause)
    if (
        words[:1] == ["i dag"]
        or "genvalg" in words[:3]
        or (_compares(words) and not dated(sentence, clause))
        or (words[:1] in _BY_DECIDING and {"fra", "af"}.isdisjoint(words) and not dated(sentence, clause))
    ):
        return SILENT  # "Borgerne får i dag forskellige svar": as it is nowadays; "Festen får afslag": done by deciding
    if "plads" in words[:2] and any(w.startswith("dagsorden") for w in words) and dated(sentence, clause):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "komme", responsible=[])  # "får plads på dagsordenen i september"
    owned = ("den", "det", "de", "deres")  # "får den færdige plan" is not "får den færdig"
    ready = any(w in READY and not (w.endswith("e") and b in owned) for b, w in pairwise(["", *words[:5]]))
    if _puts_up(words) and subject.kind == PARTY:
        return find(sentence, clause, subject, Kind.TASK, "hænge")
    if ready or ("til", "at") in pairwise(words) or _gets_done(sentence, clause, subject):
        return None  # "Ulla får listen færdig inden maj", "får smeden til at se på det": her own work
    laid_before = _laid_before(sentence, clause, subject, words)
    if laid_before is not None:
        return laid_before
    if clause.head is not None and acts_for_forum(sentence, subject) and dated(sentence, clause) and any(map(is_status_noun, words[:5])):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "få", responsible=[])
    if (
        subject.kind != PARTY
        or (clause.head is not None and words[:1] != ["hver"])
        or (words[:1] and is_participle(words[0]) and words[:1] not in (*_SENT, ["leveret"], ["forelagt"]))
    ):
        return None
    if (
        clause.form.lemma == "modtage"
        and {"fra", "af"}.isdisjoint(words)
        and any(t.deadline.due for t in times_of(sentence, clause))
        and not acts_for_forum(sentence, subject)
    ):
        result = find(sentence, clause, Subject("thing"), Kind.TASK, "modtage", responsible=[])
        result.recipients = list(subject.parties)
        return result
    sent = _sent_to(sentence, clause, subject, words)
    if sent is not None:
        return sent
    if _receives(words) and not acts_for_forum(sentence, subject):
        matter = words[0] in ("den", "det", "sagen", "punktet", "spørgsmålet", "planen", "indstillingen")  # "Byrådet får den i februar"
        kind = Kind.FORWARD if matter and all(is_body(sentence, p) for p in subject.parties) else Kind.TASK
        result = find(sentence, clause, Subject("thing"), kind, "få", responsible=[])
        result.recipients = list(subject.parties)
        return result.mark("light-verb", "receives")
    handed = _handed_for(words)
    if handed and not any(is_own_forum(sentence, p) for p in subject.parties):
        kind = Kind.FORWARD if all(is_treating(sentence, p) for p in subject.parties) else Kind.TASK
        result = find(sentence, clause, Subject("thing"), kind, "få", responsible=[])
        result.recipients = list(subject.parties)
        return result
    told = any(map(is_status_noun, words)) or not ({"fra", "tilsendt"} & set(words))
    later = dated(sentence, clause) or any("møde" in t.text for t in times_of(sentence, clause))  # "på et kommende møde"
    if acts_for_forum(sentence, subject) and later and told:
        givers = sentence.reader.group(clause.verb + 2 + words.index("fra"), clause.end)[0] if "fra" in words else []
        result = find(sentence, clause, Subject("thing"), Kind.STATUS, "få", responsible=givers)
        result.recipients = list(subject.parties)
        return result
    if ("fra" in words or "af" in words) and not {"pris", "priser", "tilbud", "overslag", "hjem"} & set(words[:4]):
        word = "fra" if "fra" in words else "af"
        at = clause.verb + 1 + words.index(word) + 1
        givers, _ = sentence.reader.group(at, clause.end)
        if not givers and at < clause.end and sentence.tokens[at].low in ("ham", "hende"):
            givers = sentence.memory.one(sentence.tokens[at].low)  # "får senest i maj et svar fra hende"
        if givers:
            result = find(sentence, clause, Subject("thing"), Kind.TASK, "få", responsible=givers)
            result.recipients = list(subject.parties)
            return result
    if clause.form.lemma == "få" and _is_given(words) and dated(sentence, clause) and all(map(_are_many, subject.parties)):
        result = find(sentence, clause, Subject("thing"), Kind.TASK, "få", responsible=[])
        result.recipients = list(subject.parties)
        return result.mark("light-verb", "receives")
    if any(w in _MESSAGES or w.endswith(("mail", "brev")) for w in words):
        result = find(sentence, clause, Subject("thing"), Kind.TASK, "få", responsible=[])
        result.recipients = list(subject.parties)
        return result.mark("light-verb")
    return None
