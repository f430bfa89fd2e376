"""Readings of plain clauses: a named subject with a doing verb, a passive, a verb of report."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense
from tracker.domain.followup import Kind
from tracker.extraction.clause import ADVERBS, Clause
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.acts import passive_find
from tracker.extraction.rules.bodies import body_behind, body_in_time, other_bodies
from tracker.extraction.rules.forms import READY, is_participle
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, is_body, is_own_forum, occasion_of, own_words
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import FORUM_WE, NONE, PARTY, PRONOUN, Subject

NEEDS_MORE = frozenset(
    """
        se kigge gå få komme føre stå falde bryde slutte afvente indgå bruge anvende benytte køre samarbejde vise
        skabe støtte hænge
    """.split()
)


def passive(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """A present s-passive: "sendes", "udarbejdes af HR", "sættes på DIF"."""
    if clause.form.form is not Form.PASSIVE or clause.form.lemma in ("bede", "anmode", "ønske"):
        return None
    if clause.form.sense is Sense.STATE or clause.form.lemma in _DESCRIBED:
        return _goes_on_then(sentence, clause)
    result = passive_find(sentence, clause, subject, clause.form, clause.verb, ordered=False)
    if result is SILENT or not hasattr(result, "mark"):
        return SILENT
    if clause.form.sense is Sense.UNKNOWN:
        result.mark("unknown-verb")
    return result


_DESCRIBED = frozenset("tolke anslå skønne opfatte benævne karakterisere kendetegne opgøre-til estimere fornemme præge".split())
"""Passives that tell how something is seen: "Reglerne tolkes forskelligt"."""


def _goes_on_then(sentence: Sentence, clause: Clause) -> Answer:
    """ "Drøftelsen fortsættes på et kommende møde": the matter comes back."""
    meets = any(t.deadline.anchor or "møde" in t.text.casefold() for t in times_of(sentence, clause))
    if clause.form.lemma != "fortsætte" or not meets:
        return SILENT
    return find(sentence, clause, Subject("thing"), Kind.STATUS, "komme", responsible=[])


def review(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """Verbs minutes use of the meeting itself count only with a later time, or towards somebody outside (GUIDE.md section 4)."""
    if clause.form.form is not Form.PRESENT or clause.form.sense is not Sense.REPORT:
        return None
    lemma = clause.form.lemma
    if subject.kind not in (PARTY, FORUM_WE):
        return SILENT
    recipients = recipients_of(sentence, clause, lemma, subject)
    told = [r for r in recipients if not is_own_forum(sentence, r)]
    led = clause.link == "at" and subject.kind == PARTY and subject.sure >= 2 and not acts_for_forum(sentence, subject)
    if led and clause.parent is not None and clause.parent.form.lemma in ("aftale", "beslutte", "vedtage", "blive"):
        again = dated(sentence, clause) and lemma not in ("gennemgå", "drøfte")  # "at Bo fortæller om udfaldet på næste møde"
        kind = active_kind(sentence, clause, subject, clause.form, clause.verb) if again else Kind.TASK
        return find(sentence, clause, subject, kind, lemma).mark("review")  # "Det aftaltes, at lederne gennemgår deres kontrakter"
    # also "løbende", "på et kommende møde"; "pr. 31/8" is the day figures are told of
    later = any(not t.text.startswith("pr.") for t in times_of(sentence, clause)) or occasion_of(sentence, clause)
    if not later and not (
        told
        and lemma in ("orientere", "informere", "oplyse", "meddele", "rapportere", "redegøre", "forelægge")
        and not acts_for_forum(sentence, subject)
    ):
        return _with_partner(sentence, clause, subject)
    if subject.kind == PARTY and subject.sure < 2:
        return SILENT
    responsible: list[Mention] | None = [] if subject.kind == FORUM_WE else None
    return find(
        sentence, clause, subject, active_kind(sentence, clause, subject, clause.form, clause.verb), lemma, responsible=responsible
    ).mark("review")


def _with_partner(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X drøfter sagen med Y" is a talk to come when a head of list shows it; alone it is what was said."""
    words = own_words(sentence, clause)
    if (
        clause.form.lemma in ("drøfte", "gennemgå")
        and subject.kind == PARTY
        and subject.sure >= 2
        and not acts_for_forum(sentence, subject)
    ) and (clause.head is not None or "med" in words or any(c.head is clause for c in sentence.clauses)):
        return find(sentence, clause, subject, Kind.TASK, clause.form.lemma).mark("weak")
    return SILENT


def doing(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """A named person, role, unit or group with a doing verb in the present (GUIDE.md section 4, "Historic present")."""
    verb = clause.form
    if verb.form is not Form.PRESENT or verb.sense is Sense.MODAL:
        return None
    if verb.sense is Sense.STATE:
        return _state(sentence, clause, subject)
    words = own_words(sentence, clause)
    if subject.kind == FORUM_WE:
        return _we(sentence, clause, subject, words)
    memory = sentence.memory.person or sentence.memory.group
    if subject.kind == NONE and clause.verb == 0 and sentence.tokens[0].capital and verb.sense is Sense.DO and memory and words:
        told = Subject(PARTY, list(memory), clause.verb + 1)
        elided = find(sentence, clause, told, active_kind(sentence, clause, told, verb, clause.verb), verb.lemma)
        return elided.mark("weak", "elided")  # "Ulf skriver en indkaldelse. Sender den rundt."
    if subject.kind == PRONOUN and verb.sense is Sense.DO:
        return find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, clause.verb), verb.lemma, responsible=[]).mark(
            "weak"
        )
    if subject.kind != PARTY or not subject.parties or _says_nothing(sentence, clause, subject, words):
        return SILENT
    kind = active_kind(sentence, clause, subject, verb, clause.verb)
    if acts_for_forum(sentence, subject) and verb.lemma in ("følge",) and "op" not in words[:2]:
        kind = Kind.STATUS
    put_on = other_bodies(sentence, clause, verb.lemma, clause.verb) if verb.lemma == "sætte" else []
    if any(is_body(sentence, b) for b in put_on):
        kind = Kind.FORWARD
    result = find(sentence, clause, subject, kind, verb.lemma)
    if kind is Kind.FORWARD and put_on:
        result.recipients = put_on
    if not result.recipients and kind is Kind.FORWARD:
        named = body_in_time(sentence, clause)
        result.recipients = body_behind(sentence, clause, clause.verb) or ([named] if named else [])
    _weigh(sentence, clause, subject, result, words)
    if kind is Kind.STATUS and not dated(sentence, clause) and verb.lemma in ("give", "gøre") and not result.optional:
        return SILENT
    return result


_BARE_NOTHING = frozenset("skrive styre lede referere".split())
"""Verbs that alone tell who kept the minutes or led the meeting: "Helle skriver"."""


def _says_nothing(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> bool:
    """Whether subject and verb are too unsure, or the verb too empty, to promise anything."""
    verb = clause.form
    if verb.lemma == "køre" and words[:1] == ["videre"] and not dated(sentence, clause):
        return True  # "Klubben kører videre med én aften": how it goes on
    if verb.lemma in ("køre", "komme", "tage") and words == ["selv"]:
        return True  # "Rebecca kører selv": how somebody gets there
    if {"fortsat", "stadig", "stadigvæk"} & set(words[:3]) and subject.sure < 3 and not dated(sentence, clause):
        return True  # "Gæstesejlere betaler fortsat fast takst": as before
    if any(w.startswith("siden ") for w in words[:6]) and not dated(sentence, clause):
        return True  # "kører med det siden maj": it has been so
    if subject.sure == 1 and (
        verb.sense is not Sense.DO or not set(words) - ADVERBS or (clause.head is not None and clause.head.form.sense is Sense.STATE)
    ):
        return True
    if subject.sure <= 2 and verb.sense is Sense.UNKNOWN and not subject.words:
        return True
    if verb.lemma in NEEDS_MORE and not _has_object(words, verb.lemma) and not dated(sentence, clause):
        return True
    if verb.lemma == "gøre" and not words:
        return True  # "det arbejde, huset gør"
    if (
        verb.lemma == "gøre"
        and not dated(sentence, clause)
        and {"arbejde", "forskel", "indsats", "brug", "indtryk", "gavn"} & set(words[:5])
    ):
        return True  # praise: "gør et stort arbejde"
    return (
        (verb.lemma == "gå" and words[:1] == ["ind"])
        or verb.lemma == "støtte"
        or (
            verb.lemma in _BARE_NOTHING
            and not words
            and not any(c.main and c.verb > clause.verb and c.head is None for c in sentence.clauses)
        )
    )


def _has_object(words: list[str], lemma: str) -> bool:
    while words and words[0] in ("lidt", "nu", "så", "også", "selv", "straks", "igen", "herefter", "derefter"):
        words = words[1:]
    if lemma == "gå":
        return "igennem" in words or "efter" in words[:2] or words[:1] in (["i"], ["videre"], ["en"], ["på"], ["til"])
    if lemma in ("se", "kigge"):
        return any(w in words for w in ("på", "efter", "nærmere", "over", "ind", "igennem", "til", "i"))
    if lemma == "få":
        sent = any(w in ("ud", "hjem", "ind", "forbi", "op") for w in words[1:6]) and "at" in words  # "får en mand ud at se på det"
        wanted = next((k for k, w in enumerate(words[:3]) if w in ("pris", "tilbud", "overslag")), -1)
        if wanted >= 0 and words[wanted + 1 : wanted + 2] in ([], ["på"], ["til"], ["hos"], ["for"]) and "indsats" not in words:
            return words[wanted] != "pris" or words[wanted + 1 : wanted + 2] != ["for"]  # "får en pris på ventilationen"
        asked = words[:1] in (["pris"], ["tilbud"], ["overslag"]) or words[1:2] in (["pris"], ["tilbud"], ["overslag"])
        return (
            sent
            or ("med", "i") in pairwise(words)  # "får fraværet med i tallene"
            or (asked and "hos" in words)  # "får pris hos tømreren"
            or bool(READY & set(words[:5]))
            or ("til", "at") in pairwise(words)
            or "ansvaret" in words
            or "fra" in words
            or "fat" in words[:2]
            or any(is_participle(w) for w in words)
            or words[:1] == ["styr"]
        )
    if lemma == "komme":
        return words[:1] in (["med"], ["retur"], ["tilbage"]) or "forslag" in words or (words[:1] == ["til"] and "med" in words)
    if lemma == "indgå":
        return words[:1] != ["i"]
    if lemma == "hænge":
        return "op" in words or "ud" in words
    return lemma not in ("stå", "slutte", "afvente", "falde") or words[:1] == ["for"]


def _weigh(sentence: Sentence, clause: Clause, subject: Subject, result, words: list[str]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    lemma = clause.form.lemma
    agrees = lemma == "indgå" and any(w.endswith(("aftale", "aftaler", "aftalen", "kontrakt", "kontrakten")) for w in words[:4])
    if (lemma in ("indgå", "afvente") and not agrees) or (lemma == "følge" and "op" not in words[:2] and not dated(sentence, clause)):
        result.optional = True
    if clause.form.sense is Sense.UNKNOWN:
        result.mark("unknown-verb")
    if subject.sure == 1:
        result.mark("unsure-subject")
    elif subject.sure == 2:
        result.mark("likely-subject")
    if clause.form.sense is Sense.LIGHT:
        result.mark("light-verb")


def _we(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Answer:
    """ "Vi / man" binds without naming anyone: responsible stays empty (GUIDE.md section 2)."""
    verb = clause.form
    later = dated(sentence, clause) or occasion_of(sentence, clause)
    if subject.words == "man" and "selv" in words[:2] and not later:
        return SILENT  # "Man tager selv mad med": how it is arranged
    if verb.lemma == "mødes" and not later and not any(c.head is clause for c in sentence.clauses):
        return SILENT  # "Vi mødes kl. 15": when on a day already told
    posts = verb.lemma == "slå" and "op" in words[:4]  # "Vi slår opgaven op på Facebook"
    if verb.sense is Sense.LIGHT and not later and not posts and verb.lemma not in ("tage", "holde", "følge", "lægge", "sætte"):
        return SILENT
    if verb.lemma in NEEDS_MORE and not later:
        return SILENT
    result = find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, clause.verb), verb.lemma, responsible=[])
    if verb.lemma == "vende" and not later:
        result.kind = Kind.STATUS
    return result.mark("we")


def _state(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    words = own_words(sentence, clause)
    lemma = clause.form.lemma
    named = subject.kind == PARTY and subject.sure >= 2
    if lemma == "drage" and words[:1] == ["omsorg"] and named:
        return find(sentence, clause, subject, Kind.TASK, "sørge")  # "drager omsorg for, at …"
    if lemma == "arbejde" and (named or subject.kind == FORUM_WE):
        result = find(sentence, clause, subject, Kind.TASK, lemma, responsible=[] if subject.kind == FORUM_WE else None)
        result.optional = result.optional or "videre" not in words[:3]
        return result
    if lemma == "findes" and words[:2] in (["i", "samarbejde"], ["sammen", "med"]):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "finde", responsible=[])  # "Datoen findes i samarbejde med …"
    if lemma == "fortsætte" and named and ("med" in words or "arbejdet" in words):
        return find(sentence, clause, subject, Kind.TASK, lemma)
    if lemma in ("møde",) and named:
        return find(sentence, clause, subject, Kind.TASK, lemma)
    return SILENT


def is_member(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Finn og Mona er med": who belongs to the group just set up; alone it says nothing."""
    words = own_words(sentence, clause)
    volunteers = clause.form.lemma == "melde" and words == ["sig"]
    if (
        (not volunteers and (clause.form.lemma not in ("være", "sidde") or words[:1] != ["med"]))
        or len(words) > 4
        or subject.kind != PARTY
        or subject.sure < 2
    ):
        return None
    result = find(sentence, clause, subject, Kind.TASK, "deltage")
    result.optional = clause.form.lemma != "sidde" or words[1:2] not in (["til"], ["ved"], ["under"])  # "sidder med til samtalerne"
    return result


def attends(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X deltager i Y den …": a commitment only when said of the future."""
    if clause.form.lemma != "deltage" or clause.form.form is not Form.PRESENT:
        return None
    words = own_words(sentence, clause)
    if subject.kind != PARTY or subject.sure < 2 or {"suppleant", "stedfortræder", "observatør"} & set(words[:4]):
        return SILENT  # "Rune deltager som suppleant for Lis": who was there
    if (
        dated(sentence, clause)
        or not words
        or any(w.endswith(("gruppen", "gruppe", "seminaret", "workshop", "workshoppen", "kurset", "kursus")) for w in words)
    ):
        return find(sentence, clause, subject, Kind.TASK, "deltage")
    return (
        find(sentence, clause, subject, Kind.TASK, "deltage").mark("weak")
        if words[:1] in (["i"], ["som"], ["fra"]) and "mødet" not in words
        else SILENT
    )
