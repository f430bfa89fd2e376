"""Readings of "skal": work ordered, or only wished."""

from __future__ import annotations

from tracker.danish.times.words import NUMBERS
from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS, PREPOSITIONS, Clause, own_end
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Sentence
from tracker.extraction.mention import LIKELY, SURE, Mention
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.acts import passive_find
from tracker.extraction.rules.bodies import body_in_time, meeting_of
from tracker.extraction.rules.events import is_bound_for
from tracker.extraction.rules.forms import CASE_WORDS, optional_find
from tracker.extraction.rules.having import shall_be, shall_have
from tracker.extraction.rules.helpers import dated, find, is_treating, main_verb, own_words
from tracker.extraction.rules.kinds import active_kind, names_agenda
from tracker.extraction.rules.own_affairs import AWAY
from tracker.extraction.rules.reports import has_status_noun
from tracker.extraction.rules.returning import names_trip
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.rules.weak_modals import remembered
from tracker.extraction.subjects import EXPLETIVE, FORUM_WE, PARTY, PRONOUN, Subject
from tracker.extraction.tokens import NUMBER, SIGN, TIME
from tracker.extraction.vocabulary import FORWARD_NOUNS

_SOFT = frozenset(
    "prøve forsøge passe være have huske tænke blive kunne lære turde fokusere undgå ville måtte bestræbe synes forstå vide kende føle"
    " turde tage-hensyn fremgå stå indgå kræve gælde omfatte vægte prioritere opleve respektere acceptere bruge".split()
)
_VALUES = frozenset(
    "tænke indtænke huske prioritere anerkende understøtte styrke fremme undgå respektere sikre betragte se opleve overholde forstå bruge"
    " kunne medtænke vægte fastholde bevare værne fejre italesætte anvende benytte synliggøre".split()
)


def shall(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:  # noqa: PLR0912
    """ "skal": work ordered, unless it states a value or a state."""
    if clause.form.lemma != "skulle" or clause.form.form is not Form.PRESENT:
        return None
    if clause.verb == clause.start and clause.head is None and sentence.tokens[clause.verb].capital and not _elided(sentence, clause):
        return SILENT
    governed = main_verb(sentence, clause, subject)
    if governed is None:
        going = _goes_on(sentence, clause)
        if going is not None:
            return going
        return _elliptic(sentence, clause, subject)
    at, verb = governed
    named = subject.kind == PARTY and subject.sure >= LIKELY
    if verb.lemma == "vente" and any(t.text.startswith(("til ", "indtil ")) for t in times_of(sentence, clause)):
        put_off = find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[]).mark("modal")
        return SILENT if named else put_off  # "skal vente til maj"
    if verb.lemma == "stå" and sentence.words(at + 1, at + 2) == "for" and subject.kind == PARTY and subject.sure >= 2:
        return find(sentence, clause, subject, Kind.TASK, "tovholde", at=at).mark("modal")  # "skal stå for en bod"
    if verb.lemma in ("prøve", "forsøge") and sentence.words(at + 1, at + 2) == "at" and named:
        return find(sentence, clause, subject, Kind.TASK, "prøve", at=at).mark("modal")  # "KM skal prøve at samle et hold"
    if any(t.low in _SOFT for t in sentence.tokens[clause.verb + 1 : at]) or (verb.lemma == "regne" and "med" in sentence.low(at, at + 3)):
        return SILENT  # "skal turde": values, also where the verb is in no lexicon
    at, verb = remembered(sentence, clause, subject, at, verb)
    if verb.form is Form.PASSIVE:
        return _shall_passive(sentence, clause, subject, at, verb)
    if verb.lemma == "være":
        return shall_be(sentence, clause, subject, at)
    if verb.lemma == "have":
        return shall_have(sentence, clause, subject, at)
    hangs = verb.lemma in ("hænge", "stå") and not (subject.kind == PARTY and subject.sure >= 2)
    if hangs or verb.lemma in ("foreligge", "ligge", "ske", "foregå"):
        if not dated(sentence, clause):
            return SILENT
        told = [*sentence.low(*clause.field), *own_words(sentence, clause, at + 1)] if verb.lemma == "ske" else []
        kind = Kind.STATUS if has_status_noun(told) else Kind.TASK
        bare = ("bare",) if sentence.words(*clause.field) in ("den", "det", "de", "dette", "svaret") else ()
        return find(sentence, clause, Subject("thing"), kind, "foreligge", at=at, responsible=[]).mark("modal", *bare)
    if verb.lemma == "gå" and subject.kind != FORUM_WE and dated(sentence, clause) and names_trip(sentence, clause):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "arrangere", at=at, responsible=[]).mark("modal")
    acts = verb.lemma == "arbejde" and sentence.words(at + 1, at + 2) == "videre"
    acts = acts or (verb.sense is Sense.COMMENT and subject.kind == PARTY and subject.sure >= 2 and dated(sentence, clause))
    counts = verb.lemma == "tælle" and any(t.kind == NUMBER or t.low in NUMBERS for t in sentence.tokens[at + 1 : at + 4])
    if counts or verb.lemma in _SOFT or (verb.sense in (Sense.COMMENT, Sense.STATE) and not acts):
        return SILENT
    if subject.kind == FORUM_WE:
        meets = verb.lemma == "holde" and {"møde", "samtale"} & set(sentence.low(at, at + 4))  # "Vi skal holde møde med banken"
        tells = verb.lemma in _TELLING and bool(recipients_of(sentence, clause, verb.lemma, subject, at + 1))
        if (verb.sense is not Sense.DO or subject.words == "man") and not dated(sentence, clause) and not (meets or tells):
            return SILENT  # also "man skal spørge først": how it is arranged
        return find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at, responsible=[]).mark(
            "modal", "we"
        )
    if subject.kind == PRONOUN and verb.sense is Sense.DO and dated(sentence, clause):  # "De skal aflevere nøglen inden maj"
        return find(sentence, clause, Subject("thing", after=at + 1), Kind.TASK, verb.lemma, at=at, responsible=[]).mark("modal", "bare")
    if subject.kind == PARTY:
        if subject.sure < 2 and verb.sense is not Sense.DO:
            return SILENT
        ordered = find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at).mark("modal")
        ordered.optional = False  # an order to an outsider is a task (GUIDE.md section 4, "Outsiders")
        return ordered
    return SILENT


_TELLING = frozenset("oplyse orientere informere underrette meddele fortælle".split())
"""Acts of ours where somebody is told: "Vi skal oplyse beboerne om det"."""


def _shall_passive(sentence: Sentence, clause: Clause, subject: Subject, at: int, verb: Verb) -> Answer:
    if sentence.words(*clause.field) == "ingen":
        return SILENT  # "Ingen skal pålægges vagt to gange": a rule
    looked = verb.lemma == "se" and sentence.words(at + 1, at + 2) in ("efter", "på", "igennem", "nærmere", "over")
    guarded = not {"forbehold", "forsigtighed", "varsomhed"}.isdisjoint(sentence.low(at + 1, at + 4))  # "skal læses med forbehold"
    if (verb.lemma in _VALUES or guarded) and not looked and not dated(sentence, clause):
        return optional_find(sentence, clause, subject, verb.lemma, at, "4 rettes til / skal fremgå")
    return passive_find(sentence, clause, subject, verb, at, ordered=True)


def _goes_on(sentence: Sentence, clause: Clause) -> Answer:
    """ "Udkastet skal på Erhvervsrådet i august", "skal i høring": the case is sent on without a verb saying so."""
    words = own_words(sentence, clause)
    bare = all(t.low in ADVERBS or t.kind == TIME for t in sentence.tokens[clause.field[0] : clause.field[1]])
    raised = words[1:2] == ["på"] and names_agenda(words[1:4])  # "Derudover skal økonomien på dagsordenen i maj"
    turned = bare and words[:1] and (words[0] in _MATTERS or raised or words[1:3] == ["en", "tur"])  # "… skal sagen til behandling i …"
    later = next((k for k, w in enumerate(words) if w not in _THEN and not (turned and k == 0)), 0)
    words = words[later:]
    further = int(words[:1] in (["videre"], ["med"], ["ud"], ["op"]))  # "skal videre til HovedMED", "skal med på udvalgets møde"
    further = 2 if words[:2] == ["en", "tur"] else further  # "skal en tur i LokalMED"
    behind = clause.verb + 2 + later + further
    if bare is not None and words[:2] in (["op", "igen"], ["på", "igen"]) and dated(sentence, clause):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "komme", responsible=[])  # "Punktet skal op igen i maj"
    if words[further : further + 1] not in (["på"], ["i"], ["til"], ["forbi"], ["igennem"], ["gennem"], ["omkring"], ["om"], ["for"]):
        return None
    if names_agenda(words[:4]) and "næste" not in words[:1]:
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "komme", responsible=[])
    if "høring" in words[:4]:
        return find(sentence, clause, Subject("thing"), Kind.FORWARD, "sende", responsible=[])
    named = body_in_time(sentence, clause) or meeting_of(sentence, behind, own_end(clause))
    found = [named] if named else sentence.reader.group(behind, own_end(clause))[0] or _treated_in(sentence, behind, own_end(clause))
    if found and all(is_treating(sentence, m) for m in found):
        result = find(sentence, clause, Subject("thing"), Kind.FORWARD, "gå", responsible=[])
        result.recipients = found
        return result
    return None


def _treated_in(sentence: Sentence, begin: int, limit: int) -> list[Mention]:
    """The bodies behind a purpose: "skal til behandling i KFU og derefter i BR"."""
    if sentence.words(begin, begin + 1) not in FORWARD_NOUNS:
        return []
    found: list[Mention] = []
    while begin + 1 < limit and sentence.tokens[begin + 1].low in ("i", "hos", "på"):
        told, stop = sentence.reader.group(begin + 2, limit)
        found += told
        begin = stop
        while begin + 1 < limit and sentence.tokens[begin].low in ("og", "samt", ",", *_THEN) and sentence.tokens[begin + 1].low in _THEN:
            begin += 1
    return found


_MATTERS = CASE_WORDS | {"den", "det"}
_THEN = frozenset("herefter derefter politisk så også først efterfølgende siden nu dog derfor".split())

_IDEALS = frozenset(
    "fokus opmærksomhed ro styr gang tid tempo handling blik lys hold struktur kontrol fart liv politik plads balance".split()
)


def _elided(sentence: Sentence, clause: Clause) -> bool:
    """ "Skal sendes til Bo inden maj.": the matter is the item's own; "Skal vi sende den?" asks."""
    after = next((t for t in sentence.tokens[clause.verb + 1 : clause.end] if t.low not in ADVERBS), None)
    asked = sentence.text[sentence.start : sentence.end].rstrip().endswith("?")
    if after is not None and after.low in PREPOSITIONS | {"ifølge"}:  # "Skal ifølge aftalen foreligge senest …"
        after = next((t for t in sentence.tokens[clause.verb + 2 : clause.end] if t.low in _READY_THEN), None)
    return after is not None and not asked and (after.low in _READY_THEN or pick(after.low, Form.PASSIVE) is not None)


_READY_THEN = frozenset("være foreligge ligge".split())


_AWAY_ENDS = ("orlov", "ferie", "praktik", "lægen", "tandlæge", "pension", "efterløn", "begravelse", "hospitalet")
"""How the words for where people go on their own account end."""
_WITH = frozenset("så også igen med på".split())


def _is_meeting(time: TimeExpression) -> bool:
    return time.text.casefold().startswith("på ") and (bool(time.deadline.anchor) or "møde" in time.text.casefold())


def _elliptic(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Kommunikation skal indover": a direction without a verb."""
    behind = subject.after if subject.kind == PARTY and subject.after > clause.verb + 1 else clause.verb + 1
    begin = behind
    while begin < clause.end and sentence.tokens[begin].kind == TIME:
        begin += 1
    words = own_words(sentence, clause, begin)
    words = words if begin == behind or words[:1] in (["ud"], ["ind"], ["op"], ["afsted"]) else []
    named = subject.kind == PARTY and subject.sure >= LIKELY
    if named and any(w in AWAY or w.endswith(_AWAY_ENDS) for w in words[1:3]):
        return SILENT  # "Sara skal på barsel fra maj": somebody's own affairs
    alone = all(t.kind in (TIME, SIGN) or t.low in _WITH for t in sentence.tokens[clause.verb + 1 : own_end(clause)])
    if alone and not named and any(_is_meeting(t) for t in times_of(sentence, clause)):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "komme", responsible=[]).mark("modal")  # "Emnet skal på næste møde"
    if named and dated(sentence, clause) and is_bound_for(" ".join(own_words(sentence, clause, behind)).split()):
        return find(sentence, clause, subject, Kind.TASK, "deltage").mark("modal")
    if (
        words[:1]
        and words[0] in ("i", "på", "ind", "ud", "op", "ned", "væk", "til", "afsted", "af", "hjem", "videre", "igennem", "retur", "tilbage")
        and dated(sentence, clause)  # "skal i avisen senest …"
        and not (named and words[0] == "tilbage")  # "Alle skal tilbage på arbejde den 3. maj"
    ):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "skulle", responsible=[]).mark("modal", "bare")
    goes = not named or all(p.kind is PartyKind.UNKNOWN for p in subject.parties)  # "Nyhedsbrev skal ud til alle"
    if words[:2] == ["ud", "til"] and goes and sentence.reader.group(behind + 2, own_end(clause))[0]:
        return find(sentence, clause, Subject("thing"), Kind.TASK, "sende", responsible=[]).mark("modal")  # "Brevet skal ud til alle"
    if words[:2] in (["i", "gang"], ["igang"]) or words == ["igang"]:
        return find(sentence, clause, Subject("thing"), Kind.TASK, "igangsætte", responsible=[]).mark("modal")  # "Salget skal i gang"
    place = next((k for k, w in enumerate(words[1:5], 1) if w in ("på", "op", "ud", "i", "ind", "ned")), 0)
    if subject.kind == EXPLETIVE and place and not (_IDEALS & set(words)) and len(words) > place + 1:
        return find(sentence, clause, Subject("thing"), Kind.TASK, "sætte", responsible=[]).mark(
            "modal", "weak"
        )  # "Der skal grus på stien"
    if words and words[0] in ("indover", "ind", "med", "ud", "til", "over", "på", "op") and len(words) < 8:
        who = Subject("thing") if goes and not (named and subject.sure >= SURE) else subject  # "Ladcyklen skal til eftersyn"
        return optional_find(sentence, clause, who, "skulle", clause.verb, "1 Optional")
    return SILENT
