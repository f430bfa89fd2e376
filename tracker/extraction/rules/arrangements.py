"""Readings of what is always so: terms of law, and how things are arranged (GUIDE.md sections 1 and 4)."""

from __future__ import annotations

import re

from tracker.danish.verbs import Form, Sense
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause
from tracker.extraction.find import Sentence
from tracker.extraction.mention import SURE
from tracker.extraction.rules.helpers import dated, own_words
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import PARTY, Subject
from tracker.extraction.vocabulary import FINDING_OUT

LAWFUL = frozenset("henhold ifølge iflg jf efter vedtægternes forretningsordenens lovens før klages".split())
"""Words of which a term set by law needs one."""
_USUAL = (
    "gennemgående", "forskelligt", "om året", "om måneden", "om ugen", "på skift", "som altid", "som sædvanlig", "som hidtil", "til daglig",
    "plejer at", "hver dag", "hver uge", "hver gang", "hver morgen", "hver aften",
    "hver sin måde", "fast procedure", "faste rutiner", "fast rutine", "allerede nu",
    "allerede i dag", "for det meste", "i øjeblikket", "p.t", "for tiden", "i forvejen",
)  # fmt: skip
_OFTEN = frozenset("ofte oftest tit tiest sjældent mest typisk sædvanligvis".split())
"""Adverbs that tell how it usually is, where they stand behind the verb."""
HABITUAL = (
    frozenset(max(mark.split(), key=len) for mark in _USUAL)
    | frozenset("pleje plejer plejede selv altid pt stadig forskellig sædvanligt dagligt allerede".split())
    | _OFTEN
)
"""Words of which a standing arrangement needs one."""


def by_law(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """Terms set by statutes, law and standing rules order nobody here."""
    if clause.form.lemma == "begære":
        return None  # "Efter § 8 begærede Niels sagen indbragt": the law gives the right
    told = sentence.words(*clause.field) + " " + " ".join(own_words(sentence, clause))
    amends = "§" in sentence.low(*clause.field) and sentence.tokens[clause.field[0]].low.startswith(("ændring", "revision", "tilføjelse"))
    if (_BY_LAW.search(told) and not amends) or _counted_before(sentence, clause):
        return SILENT
    for at, token in enumerate(sentence.tokens):
        if token.time is not None and "span" in token.time.rules and _counted_from_event(sentence, at):
            return SILENT
    words = own_words(sentence, clause)
    if clause.form.lemma == "kunne" and "klages" in words:
        return SILENT
    return None


_BY_LAW = re.compile(
    r"\b(?:(?:i henhold til|ifølge|iflg \.|iflg|jf \.|jf|efter) (?:vedtægt|rammeaftale|forretningsorden|ordensregl|husorden|reglement"
    r"|overenskomst"
    r"|lov(?:en|givningen|ens)?\b|regler)|efter modtagelsen"
    r"|(?:vedtægternes|forretningsordenens|lovens) §)"
)


def _counted_from_event(sentence: Sentence, at: int) -> bool:
    """ "inden seks uger efter modtagelsen": a term counted from an event."""
    tokens = sentence.tokens
    return at + 1 < len(tokens) and tokens[at + 1].low == "efter" and tokens[at].low.startswith(("inden", "senest"))


_BEFORE_EVENT = re.compile(
    r"(?:senest|mindst) (?:\w+|\d+) (?:dage?|uger?|måneder?|døgn) før(?: (?:mødet|hvert møde|generalforsamlingen|afholdelsen))?\W*\Z"
)


def _counted_before(sentence: Sentence, clause: Clause) -> bool:
    """ "senest otte dage før": a standing term counted back from no day that is named."""
    return bool(_BEFORE_EVENT.search(sentence.words(clause.start, clause.end))) and clause.form.lemma in (
        "skulle",
        "varsle",
        "bede",
        "indkalde",
        "udsende",
    )


_OWN_MATTERS = frozenset("aftale afgøre bestemme beslutte vælge styre planlægge tilrettelægge fastlægge administrere disponere".split())


_GOES_ON = frozenset("høre se mærke opleve bruge anvende arbejde tale snakke køre mangle deltage samarbejde".split())
"""What goes on already, and is no act to come: "hører allerede rygter"."""


def _ever(sentence: Sentence, sub: Clause) -> bool:
    """ "…, som vi altid gør", "…, som det hele tiden har været"."""
    return any(word in sentence.words(sub.start, sub.end) for word in ("altid", "hele tiden"))


def standing(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """What somebody always does ("hver uge", "på skift", "som altid") describes an arrangement."""
    own = own_words(sentence, clause)
    bears = clause.form.lemma == "stå" and own[1:2] == ["for"]  # "Centrene står selv for øvelserne"
    if (
        ("selv" in own[:2] or "selv" in sentence.low(clause.opener, clause.verb))
        and (clause.form.lemma in _OWN_MATTERS or bears)
        and not (subject.kind == PARTY and all(p.kind is PartyKind.PERSON for p in subject.parties))
        and not dated(sentence, clause)
    ):
        return SILENT  # a right, not a duty: "afdelingerne aftaler selv vagtplan"; but "Bente og Jonas aftaler selv overdragelsen"
    if clause.form.lemma == "pleje" and own[:1] == ["at"]:
        return SILENT
    often = _OFTEN & set(own[:2]) or (clause.head is not None and " ".join(own_words(sentence, clause.head)).endswith(_USUAL))
    if often and clause.form.form is Form.PRESENT and not dated(sentence, clause):
        return SILENT  # "spørger ofte til sagerne", "udkommer fire gange om året og deles ud af spejderne"
    if clause.head is not None and clause.field[0] == clause.field[1] and "i forvejen" in " ".join(own_words(sentence, clause.head)):
        return SILENT  # "mødes i forvejen hver torsdag og hjælper hinanden"
    ever = "altid" in own[:3] and not dated(sentence, clause)
    if ever and (clause.form.lemma == "skulle" or clause.form.form is Form.PRESENT):
        return SILENT  # a rule of the house; "Jens laver altid maden"
    usual = any(s.form.lemma == "pleje" or (s.form.lemma in ("gøre", "have") and _ever(sentence, s)) for s in clause.subs)
    if usual and dated(sentence, clause):
        return None  # "lygtefest den 10. november, ligesom vi plejer"
    already = "allerede" in own[:3] and clause.form.form is Form.PRESENT and clause.form.lemma in _GOES_ON
    if already and "nu" not in own[:4] and not dated(sentence, clause):
        return SILENT  # "Medarbejderne hører dog allerede rygter"
    if {"plejer", "pt"} & set(own) or usual or ("stadig" in own[:2] and not dated(sentence, clause)):
        return SILENT
    if clause.form.lemma == "få" and "opgave" in own:
        return None  # "får allerede nu til opgave at"
    words = " ".join(own)
    if "første gang" in words and dated(sentence, clause):
        return None  # "to gange om året, første gang i februar"
    ordered = clause.form.sense is Sense.DO or clause.form.lemma == "skulle"
    acts = ordered and subject.kind == PARTY and subject.sure >= SURE  # "skriver allerede nu til politiet"
    people = acts and all(p.kind is PartyKind.PERSON for p in subject.parties)
    asks = clause.form.lemma in FINDING_OUT or clause.form.lemma == "drøfte"
    about = asks and "at" in own  # "undersøger muligheden for at holde åbent to dage om ugen"
    for mark in _USUAL if not about else ():
        if mark in words and not (acts and mark == "allerede nu") and not (people and mark == "allerede i dag"):
            return SILENT
    return None
