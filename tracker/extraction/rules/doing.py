"""Readings of plain clauses: a named subject with a doing verb, a passive, a verb of report."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Find, Sentence
from tracker.extraction.likely_subjects import labelled_agent
from tracker.extraction.mention import Mention
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.acts import passive_find
from tracker.extraction.rules.agents import agent_of
from tracker.extraction.rules.bodies import body_behind, body_in_time, other_bodies
from tracker.extraction.rules.emptiness import FRAMES, NEEDS_MORE, says_nothing
from tracker.extraction.rules.forms import is_participle
from tracker.extraction.rules.helpers import (
    acts_for_forum,
    at_some_meeting,
    dated,
    find,
    is_body,
    names_talk,
    occasion_of,
    own_words,
)
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import EXPLETIVE, FORUM_WE, NONE, PARTY, PRONOUN, Subject

_GRANTED = ("bevilling", "dispensation", "samtykke", "tilladelse")


def passive(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """A present s-passive: "sendes", "udarbejdes af HR", "sættes på DIF"."""
    if clause.form.form is not Form.PASSIVE or clause.form.lemma in ("bede", "anmode", "ønske"):
        return None
    words = own_words(sentence, clause)
    fills = (clause.form.lemma == "fylde" and words[:1] == ["op"]) or (clause.form.lemma == "fryse" and dated(sentence, clause))
    if (clause.form.sense is Sense.STATE and not fills) or clause.form.lemma in _DESCRIBED:
        return _goes_on_then(sentence, clause)
    gathers = clause.form.lemma == "samle" and subject.kind == PARTY and all(p.kind is PartyKind.GROUP for p in subject.parties)
    if gathers and dated(sentence, clause):
        return find(sentence, clause, subject, Kind.TASK, "mødes")  # "Panelet samles første gang i november"
    if clause.form.lemma == "give" and any(w.endswith(_GRANTED) for w in words[:2]) and not dated(sentence, clause):
        return SILENT  # "Der gives tillægsbevilling til vintertjenesten": done by deciding
    felt = clause.form.lemma == "dele" and any(w.startswith(_FELT) for w in sentence.low(*clause.field))
    if felt and {"med", "ud", "til"}.isdisjoint(words) and not dated(sentence, clause):
        return SILENT  # "Bekymringen deles"
    if clause.form.lemma in ("kontakte", "spørge") and _whom_to_ask(sentence, clause, subject, words):
        return SILENT  # "Bo kontaktes ved spørgsmål"
    if clause.form.lemma == "skilte" and subject.kind == FORUM_WE:
        return SILENT  # "Vi skiltes kl. 16": parted
    if clause.form.lemma in _SEEN_AS and words[:1] == ["som"] and "af" not in words and not dated(sentence, clause):
        return SILENT  # "Anlægget beskrives som slidt"
    if clause.form.lemma == "få" and words[:1] in (["hos"], ["ved"], ["på"], ["i"]):
        return SILENT  # "Adresserne fås hos Malene"
    priced = any(c.head is clause and c.form.lemma == "koste" for c in sentence.clauses)  # "leveres med fod og koster 900 kr."
    framed = clause.form.lemma in ("indlede", "afslutte") and _opens_meeting(sentence, clause, words)
    if (clause.form.lemma in _KEPT or priced or framed) and not dated(sentence, clause):
        return SILENT  # "Ordningen administreres af Borgerservice": how it is arranged; "Mødet indledes med en film"
    result = passive_find(sentence, clause, subject, clause.form, clause.verb, ordered=False)
    if not isinstance(result, Find):
        return SILENT
    if clause.form.sense is Sense.UNKNOWN:
        result.mark("unknown-verb")
    result.responsible = result.responsible or labelled_agent(sentence, clause)
    return result


def _whom_to_ask(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> bool:
    """Whether it is told who answers anybody's questions: "Bo kontaktes ved spørgsmål", "Hvis man vil være med, kontaktes Bo"."""
    about = {"spørgsmål", "interesse", "behov", "tvivl"} & set(words + sentence.low(*clause.field))
    anybody = any(
        c.link in ("hvis", "såfremt") and {"man", "du", "nogen", "i"} & set(sentence.low(c.opener, c.verb)) for c in sentence.clauses
    )
    return subject.kind == PARTY and not dated(sentence, clause) and (bool(about) or anybody)


def _opens_meeting(sentence: Sentence, clause: Clause, words: list[str]) -> bool:
    """Whether the clause only tells how a meeting begins or ends, by nobody's act: "Mødet indledes med en film"."""
    return "af" not in words and not {"møde", "mødet", "møderne"}.isdisjoint(sentence.low(*clause.field))


_KEPT = frozenset("administrere drive betjene forvalte bestyre".split())
_DESCRIBED = frozenset("tolke anslå skønne opfatte benævne karakterisere kendetegne opgøre-til estimere fornemme præge antage".split())
"""Passives that tell how something is seen: "Reglerne tolkes forskelligt"."""
_FELT = ("bekymring", "holdning", "opfattelse", "synspunkt", "glæde", "frustration", "vurdering")
_SEEN_AS = frozenset("beskrive betegne omtale betragte anse opleve".split())


def _goes_on_then(sentence: Sentence, clause: Clause) -> Answer:
    """ "Drøftelsen fortsættes på et kommende møde": the matter comes back."""
    meets = any(t.deadline.anchor or "møde" in t.text.casefold() for t in times_of(sentence, clause))
    meets = meets or (dated(sentence, clause) and names_talk(sentence, clause))
    goes_on = clause.form.lemma == "fortsætte" or (clause.form.lemma == "arbejde" and own_words(sentence, clause)[:1] == ["videre"])
    if not goes_on or not meets:  # also "Der arbejdes videre med emnet på kommende møder"
        return SILENT
    return find(sentence, clause, Subject("thing"), Kind.STATUS, "komme", responsible=[])


def doing(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """A named person, role, unit or group with a doing verb in the present (GUIDE.md section 4, "Historic present")."""
    verb = clause.form
    if verb.form is not Form.PRESENT or verb.sense is Sense.MODAL:
        return None
    if verb.sense is Sense.STATE:
        return _state(sentence, clause, subject)
    words = own_words(sentence, clause, max(clause.verb + 1, subject.after) if subject.kind == PARTY else None)
    if subject.words in ("nogen", "ingen") or (subject.words in ("nogle", "mange", "enkelte", "andre") and not dated(sentence, clause)):
        return SILENT  # "Nogle lægger plastik i kompost": how it is
    if subject.kind == FORUM_WE:
        return _we(sentence, clause, subject, words)
    elided = _left_out(sentence, clause, subject, words)
    if elided is not None:
        return elided
    if subject.kind == PRONOUN and verb.sense is Sense.DO:
        return find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, clause.verb), verb.lemma, responsible=[]).mark(
            "weak"
        )
    if subject.kind != PARTY or not subject.parties or says_nothing(sentence, clause, subject, words):
        return SILENT
    kind = active_kind(sentence, clause, subject, verb, clause.verb)
    if acts_for_forum(sentence, subject) and verb.lemma in ("følge",) and "op" not in words[:2]:
        kind = Kind.STATUS
    put_on = (
        other_bodies(sentence, clause, verb.lemma, clause.verb)
        if verb.lemma == "sætte" and words[:1] != ["sig"] and "af" not in words[:5]
        else []
    )
    if any(is_body(sentence, b) for b in put_on):
        kind = Kind.FORWARD
    result = find(sentence, clause, subject, kind, verb.lemma)
    if kind is Kind.FORWARD and put_on:
        result.recipients = put_on
    if not result.recipients and kind is Kind.FORWARD:
        named = body_in_time(sentence, clause)
        result.recipients = body_behind(sentence, clause, clause.verb) or ([named] if named else [])
        result.recipients = result.recipients or recipients_of(sentence, clause, "sende", subject)
    _weigh(sentence, clause, subject, result, words)
    later = dated(sentence, clause) or occasion_of(sentence, clause) or at_some_meeting(sentence, clause)
    if kind is Kind.STATUS and not later and verb.lemma in ("give", "gøre") and not result.optional:
        return SILENT
    return result


_POINTS = ("-", "–", "•", "*", "·")


def _left_out(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Answer:
    """What stands in notes without its subject: "Ulf skriver en indkaldelse. Sender den rundt.", "Følger op på mødet i maj."; "vi" is left
    out where there is a day, and an act or a return of the matter."""
    noted = sentence.text[max(0, sentence.start - 3) : sentence.start].rstrip()[-1:] in _POINTS  # "- holder bogsalg i uge 6"
    if subject.kind != NONE or clause.verb != 0 or not (sentence.tokens[0].capital or noted):
        return None
    verb, memory = clause.form, sentence.memory.person or sentence.memory.group
    if memory and words and not noted and (verb.sense is Sense.DO or (verb.lemma == "følge" and words[:1] == ["op"])):
        told = Subject(PARTY, list(memory), clause.verb + 1)
        return find(sentence, clause, told, active_kind(sentence, clause, told, verb, 0), verb.lemma).mark("weak", "elided")
    if not dated(sentence, clause):
        return None
    answer = _we(sentence, clause, Subject(FORUM_WE, [], clause.verb + 1), words)
    held = verb.lemma == "holde" and words[:1] not in (["lukket"], ["fri"], ["fast"], ["øje"], ["åbent"])  # "- holder bogsalg i uge 6"
    if isinstance(answer, Find) and (held or verb.sense is Sense.DO or answer.kind is Kind.STATUS):
        return answer.mark("weak", "elided")
    return SILENT


def _weigh(sentence: Sentence, clause: Clause, subject: Subject, result: Find, words: list[str]) -> None:
    lemma = clause.form.lemma
    agrees = lemma == "indgå" and any(w.endswith(("aftale", "aftaler", "aftalen", "kontrakt", "kontrakten")) for w in words[:4])
    if (lemma in ("indgå", "afvente", "tilbyde") and not agrees) or (
        lemma == "følge" and "op" not in words[:4] and not dated(sentence, clause)
    ):
        result.optional = True
    if clause.form.sense is Sense.UNKNOWN:
        result.mark("unknown-verb")
    if subject.sure == 1:
        result.mark("unsure-subject")
    elif subject.sure == 2:
        result.mark("likely-subject")
    if clause.form.sense is Sense.LIGHT:
        result.mark("light-verb")


def _engages(sentence: Sentence, clause: Clause, subject: Subject) -> list[Mention]:
    """ "Vi får Hartvig til at regne på opgaven": who is got to do it."""
    begin = max(subject.after, clause.verb + 1)
    people, stop = sentence.reader.group(begin, clause.end)
    return people if people and sentence.words(stop, stop + 2) == "til at" and all(not p.outsider for p in people) else []


def _we(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Answer:
    """ "Vi / man" binds without naming anyone: responsible stays empty (GUIDE.md section 2)."""
    verb = clause.form
    engaged = _engages(sentence, clause, subject) if verb.lemma == "få" else []
    if engaged:
        return find(sentence, clause, subject, Kind.TASK, "få", responsible=engaged).mark("request")
    later = dated(sentence, clause) or occasion_of(sentence, clause) or at_some_meeting(sentence, clause)
    if subject.words == "man" and ("selv" in words[:2] or clause.link == "som") and not later:
        return SILENT  # "Man tager selv mad med", "det er Bo, man henter nøglen hos": how it is arranged
    if (verb.lemma == "huske" and not later and words[:1] != ["at"]) or (words[-1:] in (["sådan"], ["således"]) and not later):
        return SILENT  # "Vi husker tilsynet i 2024", "Vi deler opgaven sådan:"
    if verb.lemma == "mødes" and not later and not any(c.head is clause for c in sentence.clauses):
        return SILENT  # "Vi mødes kl. 15": when on a day already told
    posts = verb.lemma == "slå" and "op" in words[:4]  # "Vi slår opgaven op på Facebook"
    posts = posts or (verb.lemma == "give" and bool({"besked", "svar", "tilbagemelding"} & set(words[:3])))  # "Vi giver besked i god tid"
    first = words[int(words[:1] in (["vi"], ["man"])) :][:1]  # "får vi lavet en liste", not "får den omdelt"
    done = verb.lemma == "få" and bool(first) and is_participle(first[0]) and pick(first[0], Form.PARTICIPLE) is not None
    settles = verb.lemma == "få" and bool({("styr", "på"), ("på", "plads")} & set(pairwise(words[:5])))
    done = done or (settles and bool(times_of(sentence, clause)))  # "Den får vi styr på inden generalforsamlingen"
    with_whom = "med" in words or any(c.head is clause for c in sentence.clauses)
    if verb.lemma in ("tale", "snakke") and (("om", "at") in pairwise(words[:3]) or (words[:1] == ["om"] and not later and not with_whom)):
        return SILENT  # "Vi snakker om at bruge …": what was talked of
    if verb.lemma == "holde" and not later and (words[:1] == ["på"] or ("fast", "i") in pairwise(words[:4])):
        return SILENT  # "Smørrebrødet holder vi fast i", "Vi holder på, at det skal være hyggeligt"
    if verb.lemma == "få" and not done and {"ny", "nye", "nyt"} & set(words[:3]):
        return SILENT  # "Vi får fire nye vuggebørn i juni"
    if (
        verb.sense is Sense.LIGHT
        and not later
        and not posts
        and not done
        and verb.lemma not in ("tage", "holde", "følge", "lægge", "sætte")
    ):
        return SILENT
    too_much = words[:1] == ["for"] and words[1:2] in (["meget"], ["lidt"], ["sjældent"])  # "Vi taler for meget om løn"
    thinks = verb.lemma == "vurdere" and not later and sentence.words(*clause.field) in ("det", "dette")  # "Dette vurderer vi er for dyrt"
    misses = verb.lemma == "gå" and "glip" in words[:3]  # "Vi går i dag glip af tilbuddet"
    if (
        thinks
        or misses
        or too_much
        or (verb.lemma in NEEDS_MORE and not later and not done)
        or (verb.lemma == "planlægge" and "med" in words[:2])
    ):
        return SILENT  # "Pt. planlægger vi med 24 børn"
    if verb.lemma == "følge" and not later and words[:1] != [] and words[0].endswith(FRAMES):
        return SILENT  # "Vi følger budgettet": how it stands
    result = find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, clause.verb), verb.lemma, responsible=[])
    turned = clause.field[0] < clause.field[1] and sentence.words(*clause.field) != "man"
    if subject.words == "man" and turned and not (later or result.recipients):
        return SILENT  # "På naboskolen samler man dem ind", but "Man skriver til Mona"
    if verb.lemma == "vende" and not later:
        result.kind = Kind.STATUS
    return result.mark("we")


def _state(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    words = own_words(sentence, clause)
    lemma = clause.form.lemma
    named = subject.kind == PARTY and subject.sure >= 2
    acts_on = ("med", "at") in pairwise(words) and not {"drøfte", "behandle", "diskutere", "tale", "arbejde"} & set(words)
    if lemma == "fortsætte" and acts_for_forum(sentence, subject) and not acts_on:
        return _goes_on_then(sentence, clause)  # "Vi fortsætter drøftelsen på næste møde"
    if lemma == "drage" and words[:1] == ["omsorg"] and named:
        return find(sentence, clause, subject, Kind.TASK, "sørge")  # "drager omsorg for, at …"
    if lemma == "arbejde" and (named or subject.kind == FORUM_WE):
        result = find(sentence, clause, subject, Kind.TASK, lemma, responsible=[] if subject.kind == FORUM_WE else None)
        result.optional = result.optional or {"videre", "igennem"}.isdisjoint(words[:4])  # "arbejder sproget igennem"
        return result
    if lemma == "bruge" and named and ("på", "at") in pairwise(words) and dated(sentence, clause):
        return find(sentence, clause, subject, Kind.TASK, lemma)  # "Hvert hus bruger en aften i januar på at male"
    if lemma == "findes" and words[:1] == ["frem"]:
        return find(sentence, clause, Subject("thing"), Kind.TASK, "finde", responsible=[])  # "Tallene findes frem"
    soon = any(t.text.casefold().startswith(("hurtigst", "snarest", "inden", "senest")) for t in times_of(sentence, clause))
    if lemma == "findes" and (words[:1] == ["af"] or not soon) and (by := agent_of(sentence, clause, clause.verb)):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "finde", responsible=by)  # "Oplægsholdere findes af Karin"
    if lemma == "findes" and soon:
        return find(sentence, clause, Subject("thing"), Kind.TASK, "finde", responsible=[])  # "Der findes hurtigst muligt en bolig"
    one = subject.kind == EXPLETIVE and words[:1] == ["en"] and words[1:2] in (["dag"], ["dato"], ["løsning"])  # "Der findes en dag i maj"
    if lemma == "findes" and (one or words[:2] in (["i", "samarbejde"], ["sammen", "med"])):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "finde", responsible=[])  # "Datoen findes i samarbejde med …"
    bidden = clause.parent is not None and clause.parent.form.lemma in ("bede", "anmode")
    if lemma == "foreligge" and clause.link == "at" and subject.kind == EXPLETIVE and (bidden or dated(sentence, clause)):
        return find(sentence, clause, Subject("thing"), Kind.TASK, lemma, responsible=[])  # "at der i marts foreligger en plan"
    so_far = sentence.words(*clause.field) == "det" and not dated(sentence, clause)  # "Vagterne tjekker ventilen, det fortsætter de med"
    keeps_on = lemma == "fortsætte" and words[:1] in (["sin"], ["sit"], ["sine"], ["deres"]) and dated(sentence, clause)
    if named and (lemma == "møde" or keeps_on or (lemma == "fortsætte" and {"med", "arbejdet"} & set(words) and not so_far)):
        return find(sentence, clause, subject, Kind.TASK, lemma)
    return SILENT
