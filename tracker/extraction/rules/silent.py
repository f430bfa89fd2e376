"""Readings of what looks like a commitment and is none (GUIDE.md sections 1 and 4)."""

from __future__ import annotations

import re
from itertools import pairwise

from tracker.danish.verbs import Form, Sense, pick
from tracker.domain.followup import Kind
from tracker.domain.minutes import SectionKind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause, past_adverbials
from tracker.extraction.deadlines import has_day, times_of
from tracker.extraction.find import Sentence
from tracker.extraction.mention import LIKELY
from tracker.extraction.rules.bodies import members_of
from tracker.extraction.rules.denials import NEGATIONS, negated
from tracker.extraction.rules.forms import brings_along, infinitive_after_at, over_by_then
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, occasion_of, own_words
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.rules.undertaking import UNDERTAKEN
from tracker.extraction.subjects import FORUM_WE, PARTY, Subject
from tracker.extraction.vocabulary import GIVEN

_COMMITTING_PAST = frozenset(
    "bestemme måtte påtage love tilbyde bede anmode pålægge beslutte aftale vedtage udsætte udskyde blive ønske overlade nå begære kræve"
    " vælge ville skulle enes udpege udvælge overdrage udbede opfordre henstille indvillige indvilge acceptere godkende".split()
)
_BINDING_PAST = _COMMITTING_PAST | frozenset("være tage få gå erklære give nedsætte".split()) | {words[0] for words in UNDERTAKEN}
"""Verbs whose past may bind, alone or with the words behind them; of any other it only reports."""
_GIVEN = GIVEN | {"opgaven", "tovholderrollen"}
_AGENDA = frozenset(("dagsorden", "dagsordenen"))
_EVENT_SUBJECTS = frozenset("næste møde mødet møder dato".split())
_UNSURE = frozenset("normalt sædvanligvis muligvis måske formentlig formodentlig sandsynligvis antagelig antageligt".split())
DENYING = NEGATIONS | _UNSURE | {"ellers"}  # words of which a denial needs one


def denied(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """A clause that denies its own verb orders nothing."""
    near = sentence.tokens[clause.verb + 1 : clause.verb + 5]
    aside = next((k for k, t in enumerate(near) if t.text in "–—-"), len(near))  # "laver et opslag – måske fælles med klubben"
    unsure = _UNSURE & {t.low for t in near[:aside]}
    some = sentence.words(clause.opener, clause.opener + 2) == "ikke alle"
    otherwise = clause.start > 0 and sentence.words(clause.opener, clause.opener + 1) == "ellers"  # ", ellers trækkes der lod"
    return SILENT if unsure or some or otherwise or negated(sentence, clause) else None


def happened(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """The past reports; only promises, requests and decisions in the past bind the future."""
    if clause.form.lemma not in _BINDING_PAST:
        return SILENT
    past = clause.form.form in (Form.PAST, Form.PAST_PASSIVE)
    if past and _told_of_then(sentence, clause):
        return SILENT
    if past and clause.form.lemma == "være" and _AGREED & set(own_words(sentence, clause)[:3]):
        return None  # "der var enighed om at …"
    if past and clause.form.lemma == "tage" and {"på", "sig"} <= set(own_words(sentence, clause)):
        return None  # "Det tog Bo og Ea på sig"
    if past and clause.form.lemma == "få" and _GIVEN & set(own_words(sentence, clause)[:5]):
        return None  # "fik til opgave at …", "fik pålæg om at …", "fik grønt lys til at …", "fik opgaven"
    if past and clause.form.lemma == "gå" and own_words(sentence, clause)[:1] == ["til"] and "opgaven" in sentence.low(*clause.field):
        return None  # "Opgaven gik til Bo"
    behind = past_adverbials(own_words(sentence, clause))[:2] if clause.form.lemma in ("gå", "erklære") else []
    if behind in (["med", "til"], ["sig", "villig"], ["sig", "parat"]):
        return None  # "gik med til at …"
    if (
        past
        and clause.form.lemma == "give"
        and past_adverbials(own_words(sentence, clause))[:2]
        in (
            ["tilsagn", "om"],
            ["løfte", "om"],
        )
    ):
        return None
    if past and (clause.form.lemma, *own_words(sentence, clause)[:3]) in UNDERTAKEN:
        return None  # "Bo meldte sig til at male skuret"
    if (
        past
        and clause.form.lemma == "nedsætte"
        and (members_of(sentence, clause, clause.verb) or any(s.link == "som" and s.form.form is Form.PRESENT for s in clause.subs))
    ):
        return None  # "nedsatte et udvalg bestående af Bo og Ea", "et udvalg (Bo og Ea)", "…, der besigtiger …"
    return SILENT if past and clause.form.lemma not in _COMMITTING_PAST else None


_AGREED = frozenset("enighed enige tilslutning opbakning".split())


def _told_of_then(sentence: Sentence, clause: Clause) -> bool:
    """ "Byrådet besluttede i maj 2025 at anmode …": a day long gone, told before the act, is when it was decided, not by this meeting."""
    until = next((k for k in range(clause.verb + 1, clause.end) if sentence.tokens[k].low == "at"), clause.verb)
    told = [t.time for t in sentence.tokens[clause.start : until] if t.time is not None]
    then = bool(told) and all(t.past and t.text.casefold().startswith(_WHEN) and t.text.casefold() not in _JUST for t in told)
    return then and clause.form.lemma not in ("love", "påtage", "tilbyde")  # "Bo lovede i marts at ringe" binds him


_JUST = ("i går", "i forgårs", "i aftes")
_WHEN = ("i ", "den ", "d. ", "på ", "ved ", "under ", "tilbage i ", "for ")


def perfect(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """What somebody has done; "har lovet" and "har ansvaret" bind all the same."""
    if clause.form.lemma != "have" or clause.form.form is not Form.PRESENT:
        return None
    words = own_words(sentence, clause)
    asked = _has_asked(sentence, clause, subject)
    if asked is not None:
        return asked
    if (
        {"lovet", "påtaget", "tilbudt"} & set(words)
        or words[:4] == ["fået", "til", "opgave", "at"]
        or ("meldt", "sig") in pairwise(words[:4])
        or {"ansvar", "ansvaret"} & set(words)
        or words in (["opgaven"], ["bolden"])
        or (brings_along(words) and dated(sentence, clause))
        or over_by_then(sentence, clause, words)
        or {"indvilget", "indvilliget"} & set(words[:3])
        or words[:3] == ["tænkt", "sig", "at"]
        or words[1:5] == ["en", "aftale", "om", "at"]
        or words[:4] == ["sagt", "ja", "til", "at"]
        or (subject.kind == FORUM_WE and ("valgt", "at") in pairwise(words[:3]))  # "har vi valgt at udskyde drøftelsen"
        or (_RESOLVED & set(words[:3]) and "at" in words and acts_for_forum(sentence, subject))  # "Vi har besluttet at flytte festen til …"
    ):
        return None
    return _done_by_then(sentence, clause, subject, words) or SILENT


def _has_asked(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Karsten har vi bedt om at skrive en forklaring til den 10.": asked of him, with a day to come."""
    place = next((k for k in range(clause.verb + 1, min(clause.verb + 4, clause.end)) if sentence.tokens[k].low in ("bedt", "anmodet")), 0)
    asked_for = place and has_day([t for t in times_of(sentence, clause) if t.start > sentence.tokens[place].start])
    if not asked_for or subject.kind != FORUM_WE:
        return None
    fronted = sentence.reader.group(*clause.field, preverbal=True)[0] if subject.after > clause.verb + 1 else []
    asked = fronted or sentence.reader.group(place + 1, clause.end)[0]
    governed = infinitive_after_at(sentence, clause, place)
    if governed is None or not asked:
        return None
    return find(sentence, clause, subject, Kind.TASK, governed[1].lemma, at=governed[0], responsible=asked).mark("request")


def _done_by_then(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Answer:
    """ "Til næste gang har Bo lavet en plan": what is to be done by then."""
    first = sentence.tokens[clause.opener]
    done = next((verb for w in words[:4] if (verb := pick(w, Form.PARTICIPLE)) is not None), None)
    if first.time is None or done is None or done.sense is Sense.STATE or subject.kind != PARTY:
        return None
    limit, said = first.time.deadline, first.low
    by_day = limit.due is not None and said.startswith(("inden ", "senest ")) and _YEAR.search(said) is None
    by_then = said.startswith(("til ", "inden ", "senest ")) and (limit.anchor is not None or by_day) and not first.time.past
    return find(sentence, clause, subject, Kind.TASK, done.lemma).mark("modal") if by_then and "sidste" not in said else None


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_RESOLVED = frozenset("besluttet vedtaget aftalt".split())
_SETTLED_LATER = ("bestemme", "afgøre", "stemme")


def _as_proposed(words: list[str]) -> bool:
    """ "fordeles som foreslået i bilag 2": done by adopting the proposal."""
    if any(
        pair in (("efter", "bilag"), ("jf", "bilag"), ("denne", "måde"), ("følgende", "måde"), ("som", "følger"))
        for pair in pairwise(words)
    ) or words[-1:] in (["sådan"], ["således"]):
        return True  # "Rummene fordeles på denne måde"
    if words[:2] == ["efter", "samme"] and words[-1:] in (["sidste år"], ["tidligere"], ["før"], ["hidtil"]):
        return True  # "Ferien fordeles efter samme turnus som sidste år"
    return any(
        w == "som" and after in ("foreslået", "indstillet", "beskrevet", "anført", "skitseret", "vist", "fremlagt")
        for w, after in pairwise(words)
    )


def _moves_point(field: set[str], words: list[str]) -> bool:
    if {"punkt", "pkt", "punkterne"} & field and words[:1] == ["sammen"]:
        return True  # "Punkt 5 og 6 slås sammen"
    if (
        {"punkt", "pkt"} & set(words[:2])
        and {"frem", "op", "ned"} & set(words)
        and {"første", "sidste", "som", "før", "efter"} & set(words)
    ):
        return True  # "dog rykkes pkt. 3 frem som første sag"
    return bool({"punkt", "pkt"} & field) and any(w in words for w in ("før", "efter", "først", "sidst", "op", "frem", "punkt", "pkt"))


_PRICES = ("pris", "takst", "kontingent", "leje", "husleje", "gebyr", "afgift", "honorar", "loft", "beløb", "budget", "tilskud")
_GRANTING = ("fordele", "afsætte", "bevilge", "tildele", "frigive", "yde")
_MONEY = (*"0123456789", "midler", "pulje", "tilskud", "penge", "beløb", "mio", "kr", "overskud")
_PROPOSALS = ("indstilling", "indstillingen", "anbefaling", "anbefalingen")
_DONE_BY_DECIDING = frozenset(
    "afsætte spare udmønte prioritere bevilge tildele optage fritage frigive frigøre aflyse droppe skrotte hæve forhøje sænke yde"
    " regulere forlænge skære genvælge".split()
)


def _settled_now(sentence: Sentence, clause: Clause) -> bool:
    """What is done by deciding whatever day it names: "Temadrøftelsen droppes i år", "Aftalen forlænges til den 1. maj"."""
    if clause.form.lemma in ("forny", "fornye", "forlænge"):
        return any(t.text.casefold().startswith("til ") for t in times_of(sentence, clause))
    return clause.form.lemma in ("droppe", "skrotte")


def _agrees(sentence: Sentence, clause: Clause, subject: Subject) -> bool:
    """ "tilslutter sig", "Vi aftaler, at Bo ringer": what was agreed is the card."""
    near = clause.verb + 4
    if clause.form.lemma == "aftale" and any(s.link == "at" and s.start < near for s in clause.subs):
        return acts_for_forum(sentence, subject) or all(p.kind is PartyKind.BODY for p in subject.parties)
    return clause.form.lemma == "tilslutte" and "sig" in own_words(sentence, clause)[:3]  # also "Det tilslutter rådet sig"


_SETTLING = frozenset("aftale tilslutte vælge udpege tage fordele afsætte bevilge tildele frigive yde".split())
"""Verbs of deciding beside those of that sense; any verb may decide in the passive."""


def deciding(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """Approving, recommending, adopting: done by saying so."""
    if clause.form.form is not Form.PASSIVE and clause.form.sense is not Sense.DECIDE and clause.form.lemma not in _SETTLING:
        return None
    if (
        clause.form.sense is Sense.DECIDE
        and clause.form.lemma not in ("beslutte", "enes")
        and not (clause.form.lemma == "vedtage" and "at" in own_words(sentence, clause)[:9])
        and not (clause.form.lemma == "godkende" and "at" in own_words(sentence, clause)[:1] and "høring" in own_words(sentence, clause))
    ):
        another = subject.kind == PARTY and subject.sure >= LIKELY and not acts_for_forum(sentence, subject)
        settles = (
            another
            and clause.form.form is Form.PRESENT
            and clause.form.lemma != "tiltræde"
            and (dated(sentence, clause) or clause.form.lemma in ("fastsætte", "godkende", "afvise", "vælge"))
        )
        later = clause.form.form is Form.PRESENT and acts_for_forum(sentence, subject) and clause.form.lemma in _SETTLED_LATER
        later = later or (clause.form.lemma == "konstituere" and subject.kind == PARTY and clause.form.form is Form.PRESENT)
        waits = (later or clause.form.form is Form.PASSIVE) and dated(sentence, clause)  # "så bestemmer vi os i april"
        return None if settles or waits else SILENT
    if _agrees(sentence, clause, subject) or (clause.form.form is Form.PASSIVE and clause.form.lemma == "aflyse"):
        return SILENT
    talks = clause.form.lemma == "optage" and any(w.startswith("forhandling") for w in own_words(sentence, clause)[:2])
    fixed = ("fast", "punkt") in pairwise(own_words(sentence, clause)[:5])  # "optages som fast punkt"
    undone = clause.form.form is Form.PASSIVE and not (talks or fixed or dated(sentence, clause) or occasion_of(sentence, clause))
    settled = clause.form.form is Form.PASSIVE and _settled_now(sentence, clause)
    if settled or (undone and clause.form.lemma in _DONE_BY_DECIDING):
        return SILENT  # "Bo genvælges som kasserer", "der afsættes 90.000 kr.": the decision itself does it
    moved = clause.form.lemma == "sætte" and own_words(sentence, clause)[:1] in (["op"], ["ned"])
    if clause.form.form is Form.PASSIVE and moved and any(w.startswith(_PRICES) for w in sentence.low(*clause.field)):
        return SILENT  # "Priserne sættes op med 2 kr."
    followed = clause.form.lemma == "følge" and any(w.endswith(_PROPOSALS) for w in sentence.low(*clause.field))
    if undone and followed:
        return SILENT  # "Rådets indstilling følges"
    lowers = clause.form.lemma == "nedsætte" or (clause.form.lemma in ("øge", "reducere") and not dated(sentence, clause))
    if clause.form.form is Form.PASSIVE and lowers and not {"procent", "pct", "kr", "%"}.isdisjoint(own_words(sentence, clause)):
        return SILENT
    shares_out = clause.form.lemma in _GRANTING and any(w.startswith(_MONEY) for w in own_words(sentence, clause)[:4])
    opined = (
        clause.form.lemma == "tage" and own_words(sentence, clause)[:1] == ["stilling"] and sentence.section is SectionKind.RECOMMENDATION
    )
    shares_out = shares_out or opined  # "indstiller, at udvalget tager stilling til planen": done at the meeting
    if (
        (clause.form.lemma in ("vælge", "udpege") or shares_out)
        and clause.form.form is Form.PRESENT
        and acts_for_forum(sentence, subject)
        and not dated(sentence, clause)
    ):
        return SILENT
    words = own_words(sentence, clause)
    if undone:
        field = set(sentence.low(clause.opener, clause.verb))
        under = words[:1] == ["under"] and {"punkt", "pkt"} & set(words) and "af" not in words
        under = under or ("under", "eventuelt") in pairwise(words[:4])  # "sættes på under eventuelt"
        written = clause.form.lemma in ("udsende", "sende", "udarbejde", "skrive", "lave", "rundsende")
        written = written or any(w.endswith(("kommende møde", "senere møde")) for w in words)
        agenda = not written and _AGENDA & (field | set(words[:2])) and "igen" not in words
        ordered = clause.form.lemma == "tage" and words in (["først"], ["sidst"])
        ordered = ordered or (clause.form.lemma == "trække" and not words and bool({"punkt", "pkt", "sag"} & field))  # "Sag 7 trækkes"
        if agenda or _moves_point(field, words) or under or ordered:
            return SILENT  # "Punkt 9 tages før punkt 6": the order of this very meeting
        if _as_proposed(words):
            return SILENT
    noted = "efterretning" in words or "notam" in words or "forbehold" in words or ("orientering" in words and words[:1] != ["med"])
    if clause.form.lemma == "tage" and noted:
        return SILENT  # but "tages med til orientering på udvalgets møde"
    return None


def next_meeting(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Næste møde er / holdes / afholdes DATO" tells a date, no task."""
    begin, end = clause.field
    words = sentence.words(begin, end).split()
    if clause.form.lemma == "mødes" and acts_for_forum(sentence, subject):  # "Rådet mødes næste gang den 6. maj"
        return SILENT if sentence.words(clause.verb + 1, clause.end).startswith("næste gang") else None
    if words[:1] == ["næste"] or words[:2] == ["det", "næste"] or words[:2] == ["vores", "næste"]:
        rest = words[1:] if words[0] == "næste" else words[2:]
        if (
            rest
            and rest[-1].endswith(("møde", "møder", "mødet", "bestyrelsesmøde", "gang"))
            and clause.form.lemma in ("være", "afholde", "holde", "blive", "ligge", "finde", "planlægge")
        ):
            return SILENT
    return None
