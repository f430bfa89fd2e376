"""Rules that answer with silence: what looks like a commitment and is none (GUIDE.md sections 1 and 4)."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense
from tracker.domain.party import PartyKind
from tracker.extraction.clauses import Clause
from tracker.extraction.find import Sentence
from tracker.extraction.rules.helpers import dated, negated, own_words
from tracker.extraction.rules.rule import SILENT, Answer, Rule
from tracker.extraction.subjects import PARTY, Subject

_COMMITTING_PAST = frozenset("påtage love tilbyde bede anmode pålægge beslutte aftale vedtage udsætte udskyde blive ønske overlade nå begære kræve vælge".split())
_EVENT_SUBJECTS = frozenset("næste møde mødet møder dato".split())


def _negated(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    return SILENT if negated(sentence, clause) else None


def _happened(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """The past reports; only promises, requests and decisions in the past bind the future."""
    past = clause.form.form in (Form.PAST, Form.PAST_PASSIVE)
    return SILENT if past and clause.form.lemma not in _COMMITTING_PAST else None


def _perfect(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    if clause.form.lemma != "have" or clause.form.form is not Form.PRESENT:
        return None
    words = own_words(sentence, clause)
    if "lovet" in words or "ansvaret" in words or "ansvar" in words or ("klar" in words and dated(sentence, clause)) or "påtaget" in words or "tilbudt" in words:
        return None
    return SILENT


def _opinion(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    verb = clause.form
    if verb.sense is Sense.COMMENT and verb.lemma not in ("ønske", "spørge", "opfordre", "efterlyse"):
        return SILENT
    if verb.lemma == "burde" or verb.lemma in ("kunne", "måtte"):
        return SILENT
    return None


def _deciding(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """Approving, recommending, adopting: done by saying so."""
    if clause.form.sense is Sense.DECIDE and clause.form.lemma != "beslutte":
        return SILENT
    words = own_words(sentence, clause)
    if clause.form.lemma == "tage" and ("efterretning" in words or "orientering" in words or "notam" in words or "forbehold" in words):
        return SILENT
    return None


def _next_meeting(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Næste møde er / holdes / afholdes DATO" tells a date, no task."""
    begin, end = clause.field
    words = [t.low for t in sentence.tokens[begin:end] if t.kind == "w"]
    if words[:1] == ["næste"] or words[:2] == ["det", "næste"] or words[:2] == ["vores", "næste"]:
        rest = words[1:] if words[0] == "næste" else words[2:]
        if rest and rest[-1].endswith(("møde", "møder", "mødet", "bestyrelsesmøde", "gang")) and clause.form.lemma in ("være", "afholde", "holde", "blive", "ligge", "finde", "planlægge"):
            return SILENT
    return None


def _attendance(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    words = own_words(sentence, clause)
    if clause.form.lemma == "deltage" and subject.kind == PARTY and any(w in words for w in ("mødet", "punktet", "behandlingen", "sagen", "online", "virtuelt")):
        return SILENT
    if clause.form.lemma == "forlade" or (clause.form.lemma in ("gå", "komme") and subject.kind == PARTY and "mødet" in words):
        return SILENT
    return None


def _by_law(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """Terms set by statutes, law and standing rules order nobody here."""
    text = " ".join(t.low for t in sentence.tokens[:8])
    if text.startswith(("ifølge vedtægterne", "ifølge forretningsordenen", "i henhold til vedtægterne", "jf vedtægterne", "efter vedtægterne", "ifølge loven", "efter loven", "ifølge reglerne")):
        return SILENT
    words = own_words(sentence, clause)
    if clause.form.lemma == "kunne" and "klages" in words:
        return SILENT
    return None


def _standing(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """What somebody always does ("hver uge", "på skift", "som altid") describes an arrangement."""
    words = " ".join(own_words(sentence, clause))
    marks = ("på skift", "som altid", "som sædvanlig", "som hidtil", "til daglig", "plejer at", "hver dag", "hver uge", "allerede nu", "i øjeblikket", "p.t", "for tiden", "i forvejen")
    return SILENT if any(m in words for m in marks) else None


SILENCES: tuple[Rule, ...] = (
    Rule(
        "negated", "4 Negated or fallen", _negated,
        examples=(("Der købes ikke flere borde i år.", ""), ("Sagen sendes ikke i høring.", "")),
        rejects=("Vagn sender listen til Oda.", "Der holdes ikke kun møde i maj, men også i juni."),
    ),
    Rule(
        "past", "1 what has already happened", _happened,
        examples=(("Preben sendte brevet til naboerne.", ""), ("Udvalget drøftede støjen.", "")),
        rejects=("Preben påtog sig at sende brevet.", "Udvalget bad forvaltningen om at måle støjen."),
    ),
    Rule(
        "perfect", "1 what has already happened", _perfect,
        examples=(("Vibe har bestilt teltet.", ""), ("Skolen har talt med firmaet.", "")),
        rejects=("Vibe har ansvaret for teltet.", "Vibe bestiller teltet."),
    ),
    Rule(
        "opinion", "1 comments, opinions and values", _opinion,
        examples=(("Lene mener, at skuret trænger til maling.", ""), ("Der bør indkøbes et nyt komfur.", "")),
        rejects=("Lene maler skuret.", "Der indkøbes et nyt komfur."),
    ),
    Rule(
        "decided-by-saying", "1 approvals and orientations as such", _deciding,
        examples=(("Bestyrelsen godkender regnskabet.", ""), ("Rådet tager sagen til efterretning.", "")),
        rejects=("Bestyrelsen besluttede at søge puljen.",),
    ),
    Rule(
        "next-meeting-told", "4 Events: Næste møde", _next_meeting,
        examples=(("Næste møde er den 12. maj.", ""), ("Næste bestyrelsesmøde holdes den 3. juni.", "")),
        rejects=("Næste status gives den 12. maj.",),
    ),
    Rule(
        "attendance", "1 who was present or absent", _attendance,
        examples=(("Konsulent Iben Tang deltog under punktet.", ""), ("Poul forlader mødet kl. 18.", "")),
        rejects=("Poul deltager i kurset den 4. maj.",),
    ),
    Rule(
        "by-law", "4 Outsiders: terms set by law", _by_law,
        examples=(("Ifølge vedtægterne udsender formanden dagsorden senest otte dage før.", ""),),
        rejects=("Formanden udsender dagsorden på mandag.",),
    ),
    Rule(
        "standing-arrangement", "1 descriptions of a standing arrangement", _standing,
        examples=(("Holdlederne låser hallen på skift.", ""), ("Bodil vander som altid blomsterne.", "")),
        rejects=("Holdlederne låser hallen af på fredag.",),
    ),
)  # fmt: skip

__all__ = ["SILENCES", "PartyKind"]
