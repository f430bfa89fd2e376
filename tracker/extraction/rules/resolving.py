"""Readings of decisions to act, wishes and named responsibility."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense, Verb
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import LIMIT, is_attributive
from tracker.extraction.clause import Clause, own_end, past_adverbials
from tracker.extraction.find import Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.rules.bodies import body_behind, members_of
from tracker.extraction.rules.forms import READY, brings_along, infinitive_after_at, is_participle, later_infinitives, over_by_then
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, own_words
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import FORUM_WE, PARTY, Subject
from tracker.extraction.tokens import TIME
from tracker.extraction.vocabulary import PUTTING_OFF

_RESOLVING = frozenset(
    "vælge give sige beslutte bestemme vedtage aftale love melde forpligte binde påtage tilbyde indvillige indvilge enes have blive være"
    " godkende".split()
)


def _promises(lemma: str, words: list[str]) -> bool:
    """Whether the words behind an everyday verb make a promise of it: "meldte sig til at", "sagde ja til at", "gav tilsagn om at"."""
    if lemma in ("melde", "forpligte", "binde"):
        return words[:3] == ["sig", "til", "at"]
    if lemma == "sige":
        return words[:3] == ["ja", "til", "at"]
    if lemma in ("vælge", "godkende"):
        return words[:1] == ["at"]
    return lemma != "give" or past_adverbials(words)[:2] in (["tilsagn", "om"], ["løfte", "om"])


def resolves(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Bestyrelsen besluttede at søge": a later act of its own; "besluttede at hæve prisen" is done by deciding."""
    lemma = clause.form.lemma
    impersonal = clause.form.form is Form.PAST_PASSIVE and bool(members_of(sentence, clause, clause.verb))  # "Der nedsattes en gruppe …"
    if lemma == "nedsætte" and (impersonal or (clause.form.form in (Form.PAST, Form.PRESENT) and acts_for_forum(sentence, subject))):
        members = members_of(sentence, clause, clause.verb)
        return find(sentence, clause, subject, Kind.TASK, lemma, responsible=members or subject.parties).mark("agreed")
    if lemma not in _RESOLVING or (lemma in ("have", "blive", "være") and _BINDING.isdisjoint(sentence.vocabulary)):
        return None
    words = own_words(sentence, clause)
    if not _promises(lemma, words):
        return None
    agreed = words[:4] == ["sagt", "ja", "til", "at"]
    if lemma in ("have", "blive", "være") and not agreed and not any(w in words for w in _BOUND):
        return None
    set_up = bool({"tilslutning", "opbakning"} & set(words[:3])) and "nedsætte" in words[:5] and bool({"en", "et", "to"} & set(words))
    if lemma == "være" and not (set_up or any(w in words[:3] for w in ("enighed", "enige", "aftalt", "besluttet"))):
        return None
    if lemma == "blive" and clause.form.form is Form.PRESENT and not any(w in words for w in ("enige", "aftalt", "besluttet")):
        return None
    promised = lemma == "love" and "at" not in words and _promises_that(sentence, clause)
    took = "påtaget" in words or (lemma == "påtage" and clause.form.form is Form.PAST)
    work = any(w.startswith(_WORKS_TAKEN) for w in words) or (lemma == "påtage" and words[:1] == ["sig"] and len(words) > 1)
    took = took and "at" not in words and work  # "har påtaget sig denne opgave", "påtog sig tombolaen"
    took = took and not any(t.time is not None and t.time.past for t in sentence.tokens[clause.start : clause.end])
    if subject.kind == PARTY and (promised or took):
        return find(sentence, clause, subject, Kind.TASK, lemma).mark("agreed")  # "lovede, at tallene ligger klar inden maj"
    if "at" not in words:
        later = clause.form.form is Form.PASSIVE and dated(sentence, clause)  # "vedtages på mødet i april": then the passive rule speaks
        return SILENT if lemma in ("beslutte", "vedtage") and not later else None
    if words[max(0, words.index("at") - 1)] == "ikke":
        return SILENT  # "enighed om ikke at sætte nye mål"
    governed = infinitive_after_at(sentence, clause)
    if governed is None:
        return SILENT if lemma in ("beslutte", "vedtage") else None
    return _let_rest(sentence, clause, governed[0]) or _bound(sentence, clause, subject, governed, words)


def _bound(sentence: Sentence, clause: Clause, subject: Subject, governed: tuple[int, Verb], words: list[str]) -> Answer:
    """The first of the acts somebody is bound to that is something to do."""
    acts = [governed, *later_infinitives(sentence, clause, governed[0])]
    for place, (at, verb) in enumerate(acts):
        until = acts[place + 1][0] if place + 1 < len(acts) else clause.end
        answer = _bound_to(sentence, clause, subject, (at, until), verb, words)
        if answer is not SILENT:
            return answer
    return SILENT


_WORKS_TAKEN = ("opgave", "hverv", "arbejde", "rolle", "ansvar")


def _promises_that(sentence: Sentence, clause: Clause) -> bool:
    """Whether what is promised is told of the thing itself: "at tallene ligger klar", not "at hun ringer"."""
    for sub in clause.subs:
        first = sentence.tokens[sub.field[0]] if sub.field[0] < sub.field[1] else None
        if sub.link == "at" and first is not None:
            return not first.capital and first.low not in _PERSONAL
    return False


_PERSONAL = frozenset("han hun de vi jeg man".split())
_BOUND = frozenset(
    "indvilget indvilliget lovet meldt aftalt besluttet enige enighed valgt påtaget tilbudt vedtaget udpeget konkluderet"
    " tilslutning opbakning bestemt".split()
)
_BINDING = _BOUND | {"sagt"}  # words of which "har", "er" or "blev" needs one: also "har sagt ja til at"
_DONE_BY_DECIDING = frozenset(
    "godkende hæve sænke fastsætte fastholde vedtage tiltræde give bevilge afvise vælge støtte udsætte udskyde bakke følge tage ændre"
    " anbefale indstille genoptage fortsætte lade udpege ophæve optage bibeholde undvære droppe nedlægge omfordele afsætte tildele"
    " frigive yde fremrykke".split()
)


_STANDS = (["en", "stand"], ["en", "bod"], ["en", "aften"], ["en", "temadag"], ["et", "arrangement"], ["et", "oplæg"])


def _ahead(time: TimeExpression) -> bool:
    """Whether a time between "lovede" and its infinitive is that of the act: "lovede senest fredag | på næste møde at …", not "i maj"."""
    return bool(LIMIT.match(time.text)) or time.text.startswith("til ") or time.deadline.anchor is not None


def _personally(sentence: Sentence, clause: Clause, subject: Subject, at: int, verb: Verb, words: list[str]) -> Answer:
    """What somebody promised or offered to do himself; None where a meeting decided."""
    lemma = clause.form.lemma
    offered = lemma == "tilbyde" or "tilbudt" in words
    promised = lemma in _PROMISING or bool(_PROMISED & set(words)) or words[:3] == ["sagt", "ja", "til"]
    if not (offered or promised):
        return None
    result = find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at)
    result.optional = result.optional or offered
    if clause.form.form is Form.PAST:
        begins = sentence.tokens[at - 1].start  # "lovede i marts at sende listen": when it was promised
        verb_at = sentence.tokens[clause.verb].start
        result.times = [t for t in result.times if not verb_at < t.start <= begins or _ahead(t)]
    if lemma == "love" and not result.recipients:
        told, _ = sentence.reader.group(max(subject.after, clause.verb + 1), at)
        result.recipients = told  # "lovede næstformanden at lade ham se planen"
    return result if subject.kind == PARTY else SILENT


_PROMISING = frozenset("love påtage melde sige give indvillige indvilge forpligte binde".split())
_PROMISED = frozenset("indvilget indvilliget lovet meldt påtaget valgt udpeget".split())


def _done_by_saying(lemma: str, verb: Verb, words: list[str]) -> bool:
    """Whether what was decided is done by deciding it: a permit, the order of the agenda, a choice."""
    permits = verb.lemma == "meddele" and any(
        w.endswith(("bevilling", "tilladelse", "dispensation", "afslag", "godkendelse")) for w in words
    )
    orders = verb.lemma == "gøre" and "til" in words and any(w.startswith("punkt") or w.endswith("punkt") for w in words)
    firm = words.index("fast") if ("fast", "i") in pairwise(words) else 0
    holds = verb.lemma == "holde" and firm > 0 and words[firm + 2 : firm + 3] != ["at"]  # "enighed om at holde fast i formatet"
    chooses = lemma == "vælge" and verb.sense is not Sense.DO  # "valgte at gå videre med to delaftaler"
    return permits or orders or chooses or holds


_LET = 12
"""Words between "lade" and what somebody is let do."""


def _let_rest(sentence: Sentence, clause: Clause, at: int) -> Answer:
    """ "besluttede at lade sagen bero, indtil dommen er faldet"; without a term it is done by deciding it."""
    if sentence.low(at, at + 2) == ["se", "bort"]:
        return SILENT  # "enighed om at se bort fra den tredje model"
    if sentence.tokens[at].low not in ("bero", "hvile", "ligge", "vente") or "lade" not in sentence.low(max(clause.verb, at - _LET), at):
        return None
    until = dated(sentence, clause) or any(s.link in ("til", "indtil") for s in clause.subs)
    return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", at=at, responsible=[]) if until else SILENT


def _let_do(sentence: Sentence, clause: Clause, at: int) -> list[Mention]:
    """ "besluttede at lade Bo og Ea skrive et udkast": those who are let do it."""
    for begin in range(max(clause.verb, at - _LET) + 1, at):
        if sentence.tokens[begin - 1].low == "lade":
            people, stop = sentence.reader.group(begin, at)
            return people if stop == at else []
    return []


def _bound_to(sentence: Sentence, clause: Clause, subject: Subject, act: tuple[int, int], verb: Verb, words: list[str]) -> Answer:
    at, until = act
    another = until < clause.end and any(t.kind == TIME for t in sentence.tokens[until : clause.end])
    timed = dated(sentence, clause) and not (
        another and all(t.kind != TIME or is_attributive(sentence.tokens, k) for k, t in enumerate(sentence.tokens[:until]) if k > at)
    )
    lemma = clause.form.lemma
    if verb.lemma in ("skrive", "tage", "føre", "lede", "styre") and {"referat", "referatet", "mødet", "ordet"} & set(words):
        return SILENT  # who writes the minutes and leads this very meeting
    points = any(w in ("punkt", "pkt") or w.endswith("dagsordenspunkt") for w in words)
    here = {"før", "efter", "først"} & set(words) or ("som" in words and not timed)
    if verb.lemma in ("behandle", "tage", "drøfte") and points and here:
        return SILENT  # "at behandle punkt 6 efter godkendelse af dagsordenen": the order of this very meeting
    if verb.lemma in PUTTING_OFF:
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, verb.lemma, at=at, responsible=[])
    if verb.lemma in ("betale", "dække", "finansiere", "sponsorere") and words[:3] == ["sagt", "ja", "til"]:
        return SILENT  # who bears a cost
    personal = _personally(sentence, clause, subject, at, verb, words)
    if personal is not None:
        return personal
    if _done_by_saying(lemma, verb, words):
        return SILENT
    if verb.lemma in ("lade", "gå") and "høring" in words:
        return find(sentence, clause, subject, Kind.FORWARD, "sende", at=at, responsible=subject.parties if subject.kind == PARTY else [])
    puts_up = verb.lemma == "have" and words[words.index("have") + 1 : words.index("have") + 3] in _STANDS if "have" in words else False
    works = verb.lemma == "arbejde" and sentence.words(at + 1, at + 2) in ("for", "videre", "hen")
    pays = verb.lemma == "betale" and until < clause.end  # "besluttede at betale gebyret og se på det igen om et år"
    idle = verb.sense in (Sense.STATE, Sense.DECIDE, Sense.COMMENT) and not (puts_up or works)
    if idle or ((verb.lemma in _DONE_BY_DECIDING or pays) and not timed):
        return SILENT
    if any(t.time is not None and t.time.past and t.low.startswith("pr.") for t in sentence.tokens[at:until]) and not timed:
        return SILENT  # "besluttede at stoppe pr. 30. september 2025"
    moved = verb.lemma in ("flytte", "fremrykke") or (verb.lemma == "rykke" and any(w.startswith("til ") for w in words))
    moved = moved and acts_for_forum(sentence, subject)  # done by saying so, but for its new day
    responsible = [] if moved else _let_do(sentence, clause, at) or (subject.parties if subject.kind == PARTY else [])
    if verb.lemma in ("bede", "anmode", "pålægge") and (asked := sentence.reader.group(at + 1, clause.end)[0]):
        responsible = asked  # "besluttede at bede forvaltningen om en indstilling"
    if verb.lemma == "nedsætte":
        responsible = members_of(sentence, clause, at) or responsible
    acting = subject if subject.kind == PARTY else Subject(FORUM_WE)  # "Det blev vedtaget at …": the meeting decides for itself
    result = find(sentence, clause, subject, active_kind(sentence, clause, acting, verb, at), verb.lemma, at=at, responsible=responsible)
    if subject.kind != PARTY:
        result.start = sentence.tokens[at].start
    return result.mark("agreed")


_BURDENS = frozenset("opgaven arbejdet bolden ansvaret tovholderrollen opgave ansvar".split())


def lies_with(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Opgaven ligger hos Birger", "bolden er hos HR": whoever has it is responsible."""
    begin, end = clause.field
    if clause.form.lemma == "påhvile" and begin < end and clause.form.form is Form.PRESENT:
        found, _ = sentence.reader.group(clause.verb + 1, own_end(clause))
        owed = sentence.tokens[begin].low in _BURDENS or dated(sentence, clause) or all(m.kind is PartyKind.PERSON for m in found)
        named = bool(found) and owed and sentence.tokens[begin].low != "det"  # "Snerydning påhviler lejerne": how it is
        return find(sentence, clause, Subject("thing"), Kind.TASK, "tovholde", responsible=found) if named else None
    in_hands = clause.form.lemma == "ligge" and own_words(sentence, clause)[:3] == ["i", "hænderne", "på"]
    went = clause.form.lemma == "gå" and clause.form.form is Form.PAST
    if not (clause.form.form is Form.PRESENT or went) or begin >= end or not (in_hands or sentence.tokens[begin].low in _BURDENS):
        return None
    for at in range(clause.verb + 1, own_end(clause) - 1):
        if sentence.tokens[at].low in ("hos", "på", "til"):
            found, _ = sentence.reader.group(at + 1, own_end(clause))
            if found:
                return find(sentence, clause, Subject("thing"), Kind.TASK, "tovholde", responsible=found)
    return None


def _has_ready(words: list[str]) -> bool:
    """ "har et udkast parat", "har tallene med": something will be there by then, unless a participle tells what was done."""
    said = words[1:] if words[:2] == ["svaret", "med"] else words  # "har svaret med på næste møde": the noun
    done = any(is_participle(w) and w not in READY and b not in ("en", "et") for b, w in pairwise(["", *said]))  # "en samlet plan klar"
    return brings_along(words) and not done


_HOLDERS = frozenset("tovholder tovholdere ansvarlig ansvarlige primusmotor pennefører penneførere penneholder ankermand".split())
_OFFICES_HELD = frozenset("ordstyrer vært værter værtinde guide dommer toastmaster mødeleder dirigent".split())


def is_responsible(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X er tovholder / ansvarlig for", "X har / får ansvaret for"."""
    words = own_words(sentence, clause)
    head = words[:8]
    field = sentence.low(*clause.field)
    holder = bool(field) and field[0] in _HOLDERS and (len(field) == 1 or field[1] in ("for", "på", "af", "med"))
    if clause.form.lemma in ("være", "blive") and clause.form.form is Form.PRESENT and holder:
        held, _ = sentence.reader.group(clause.verb + 1, own_end(clause))  # "…, tovholder er Frode", "Ansvarlig for festen bliver Frode"
        return find(sentence, clause, Subject("thing"), Kind.TASK, "tovholde", responsible=held) if held else None
    passed = clause.form.lemma == "få" and clause.form.form is Form.PAST and not any(map(is_participle, head[1:2]))
    given = passed and head[:1] in (["opgaven"], ["tovholderrollen"])  # not "fik opgaven løst"
    if not (clause.form.form is Form.PRESENT or given) or subject.kind != PARTY or subject.sure < 2:
        return None
    if clause.form.lemma == "være" and any(w in head for w in _HOLDERS):
        return find(sentence, clause, subject, Kind.TASK, "tovholde")
    if (
        clause.form.lemma == "stå"
        and words[:1] == ["som"]
        and (words[1:2] == ["tovholdere"] or words[1:2] == ["tovholder"] or words[1:3] == ["ansvarlig", "for"])
    ):
        return find(sentence, clause, subject, Kind.TASK, "tovholde")
    if clause.form.lemma == "være" and set(words[:2]) & _OFFICES_HELD and dated(sentence, clause):
        return find(sentence, clause, subject, Kind.TASK, "tovholde")  # "Ellen er ordstyrer på borgermødet den 28. april"
    offered = words[:3] == ["meldt", "sig", "som"] if clause.form.lemma == "have" else words[:2] == ["sig", "som"]
    if clause.form.lemma in ("have", "melde") and offered and set(words[2:5]) & _HOLDERS:
        return find(sentence, clause, subject, Kind.TASK, "tovholde")  # "Jane har meldt sig som tovholder"
    if clause.form.lemma in ("have", "få") and any(w in head for w in ("ansvaret", "ansvar", "opgaven", "bolden", "tovholderrollen")):
        return find(sentence, clause, subject, Kind.TASK, "tovholde")
    if clause.form.lemma == "have" and over_by_then(sentence, clause, words):
        return find(sentence, clause, subject, Kind.TASK, "have")
    if clause.form.lemma == "have" and _has_ready(words) and dated(sentence, clause):
        kind = active_kind(sentence, clause, subject, clause.form, clause.verb)
        result = find(sentence, clause, subject, kind, "have")
        result.recipients = body_behind(sentence, clause, clause.verb) if kind is Kind.FORWARD else result.recipients
        return result  # "Ea har listen med på Økonomiudvalget i maj": brought before another body
    if clause.form.lemma == "være" and "blevet" not in head and {("sat", "på"), ("sat", "til")} & set(pairwise(head)):
        return find(sentence, clause, subject, Kind.TASK, "være")
    return None
