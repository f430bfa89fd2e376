"""Rules for wordings that lay a duty on somebody: skal, bedes, vil, bad om at, besluttede at, er tovholder."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense, Verb
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clauses import Clause
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mentions import Mention
from tracker.extraction.rules.acts import active_kind, body_in_time, members_of, passive_find
from tracker.extraction.rules.helpers import (
    FORUM_WE,
    PARTY,
    acts_for_forum,
    dated,
    find,
    has_status_noun,
    is_body,
    main_verb,
    own_words,
)
from tracker.extraction.rules.rule import SILENT, Answer, Rule
from tracker.extraction.subjects import Subject, _limit
from tracker.extraction.tokens import WORD

_SOFT = frozenset(
    "prøve forsøge passe være have huske tænke blive kunne lære turde fokusere undgå ville måtte bestræbe synes forstå vide kende føle"
    " turde tage-hensyn fremgå stå indgå kræve gælde omfatte vægte prioritere opleve respektere acceptere bruge".split()
)
_VALUES = frozenset(
    "tænke indtænke huske prioritere anerkende understøtte styrke fremme undgå respektere sikre betragte se opleve overholde forstå bruge"
    " kunne medtænke vægte fastholde bevare værne fejre italesætte anvende benytte synliggøre".split()
)
_REQUESTS = frozenset("bede anmode pålægge opfordre henstille anbefale tilråde bemyndige".split())
_SOFT_REQUESTS = frozenset("opfordre henstille anbefale tilråde".split())
_ASKING = frozenset("bede anmode pålægge".split())
_READY = frozenset(
    "klar klart klare færdig færdigt færdige afsluttet slut afleveret udfyldt gennemført indsendt betalt plads hænde hos lavet besvaret etableret i\u00a0hænde".split()
)


def _shall(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "skal": work ordered, unless it states a value or a state."""
    if clause.form.lemma != "skulle" or clause.form.form is not Form.PRESENT:
        return None
    if clause.verb == clause.start and clause.head is None and sentence.tokens[clause.verb].capital:
        return SILENT
    governed = main_verb(sentence, clause, subject)
    if governed is None:
        going = _goes_on(sentence, clause)
        if going is not None:
            return going
        return _elliptic(sentence, clause, subject)
    at, verb = governed
    if any(t.low in _SOFT for t in sentence.tokens[clause.verb + 1 : at]):
        return SILENT  # "skal huske at", "skal turde": values, also where the verb is in no lexicon
    if verb.form is Form.PASSIVE:
        return _shall_passive(sentence, clause, subject, at, verb)
    if verb.lemma == "være":
        return _shall_be(sentence, clause, subject, at)
    if verb.lemma == "have":
        return _shall_have(sentence, clause, subject, at)
    if verb.lemma in ("foreligge", "ligge"):
        return (
            find(sentence, clause, Subject("thing"), Kind.TASK, "foreligge", at=at, responsible=[]).mark("modal")
            if dated(sentence, clause)
            else SILENT
        )
    if verb.lemma in _SOFT or verb.sense in (Sense.COMMENT, Sense.STATE):
        return SILENT
    if subject.kind == FORUM_WE:
        if verb.sense is not Sense.DO and not dated(sentence, clause):
            return SILENT
        return find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at, responsible=[]).mark(
            "modal", "we"
        )
    if subject.kind == PARTY:
        if subject.sure < 2 and verb.sense is not Sense.DO:
            return SILENT
        return find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at).mark("modal")
    return SILENT


def _shall_passive(sentence: Sentence, clause: Clause, subject: Subject, at: int, verb: Verb) -> Answer:
    if verb.lemma in _VALUES and not dated(sentence, clause):
        return _optional(sentence, clause, subject, verb.lemma, at, "4 rettes til / skal fremgå")
    return passive_find(sentence, clause, subject, verb, at, ordered=True)


def _shall_be(sentence: Sentence, clause: Clause, subject: Subject, at: int) -> Answer:
    words = own_words(sentence, clause, at + 1)
    if "hænde" in words or (((set(words) & _READY) or any(_participle(w) for w in words[:3])) and dated(sentence, clause)):
        return find(sentence, clause, Subject("thing", after=at + 1), Kind.TASK, "være", at=at, responsible=[]).mark("modal")
    if "tovholder" in words or "ansvarlig" in words:
        return find(sentence, clause, subject, Kind.TASK, "være", at=at).mark("modal")
    return SILENT


def _shall_have(sentence: Sentence, clause: Clause, subject: Subject, at: int) -> Answer:
    """ "skal have indhentet / udarbejdet X": the duty is the participle's."""
    words = own_words(sentence, clause, at + 1)
    if "besked" in words:
        return _optional(sentence, clause, subject, "have", at, "1 skal-remarks")
    if dated(sentence, clause) and subject.kind == PARTY and subject.sure >= 3 and words and words[-1] not in ("fokus",):
        return find(sentence, clause, subject, Kind.TASK, "have", at=at).mark("modal")
    return SILENT


def _goes_on(sentence: Sentence, clause: Clause) -> Answer:
    """ "Udkastet skal på Erhvervsrådet i august", "skal i høring": the case is sent on without a verb saying so."""
    words = own_words(sentence, clause)
    if words[:1] not in (["på"], ["i"], ["til"], ["forbi"], ["om"], ["for"]):
        return None
    if "høring" in words[:4]:
        return find(sentence, clause, Subject("thing"), Kind.FORWARD, "sende", responsible=[])
    named = body_in_time(sentence, clause)
    found = [named] if named else sentence.reader.group(clause.verb + 2, _limit(clause))[0]
    if found and all(is_body(sentence, m) for m in found):
        result = find(sentence, clause, Subject("thing"), Kind.FORWARD, "gå", responsible=[])
        result.recipients = found
        return result
    return None


def _elliptic(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Kommunikation skal indover": a direction without a verb."""
    words = own_words(sentence, clause)
    if words and words[0] in ("indover", "ind", "med", "ud", "til", "over", "på", "op") and len(words) < 8:
        return _optional(sentence, clause, subject, "skulle", clause.verb, "1 Optional")
    return SILENT


def _optional(sentence: Sentence, clause: Clause, subject: Subject, lemma: str, at: int, guide: str) -> Find:
    result = find(sentence, clause, subject, Kind.TASK, lemma, at=at)
    result.optional = True
    result.clauses.append(guide)
    return result


def _will(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "vil": a named person's or unit's plan is a promise, "vil gerne" an offer."""
    if clause.form.lemma != "ville" or clause.form.form is not Form.PRESENT:
        return None
    words = own_words(sentence, clause)
    governed = main_verb(sentence, clause, subject)
    if governed is None:
        return SILENT
    at, verb = governed
    if verb.lemma == "blive":
        if any(w in ("orienteret", "informeret", "præsenteret", "forelagt", "underrettet") for w in words) and dated(sentence, clause):
            forum_told = acts_for_forum(sentence, subject)
            return find(
                sentence,
                clause,
                Subject("thing", after=at + 1),
                Kind.STATUS if forum_told else Kind.TASK,
                "orientere",
                at=at,
                responsible=[],
            )
        return _becomes(sentence, clause, subject, at)
    if "gerne" in words[:2]:
        if subject.kind in (PARTY, FORUM_WE):
            return _optional(sentence, clause, subject, verb.lemma, at, "1 Optional: an offer")
        return SILENT
    if verb.form is Form.PASSIVE:
        return passive_find(sentence, clause, subject, verb, at, ordered=False)
    if (verb.sense in (Sense.STATE, Sense.COMMENT) and verb.lemma not in ("arbejde",)) or verb.lemma in (
        "have",
        "være",
        "kunne",
        "sige",
        "blive",
    ):
        return SILENT
    if subject.kind == PARTY and subject.sure >= 2 and not acts_for_forum(sentence, subject):
        return find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at).mark("modal")
    if acts_for_forum(sentence, subject) and (verb.sense is Sense.DO or dated(sentence, clause)):
        responsible = [] if subject.kind == FORUM_WE else None
        return find(
            sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at, responsible=responsible
        ).mark("modal", "we")
    return SILENT


def _becomes(sentence: Sentence, clause: Clause, subject: Subject, at: int) -> Answer:
    """ "bliver sendt / vil blive sendt": a passive made with a participle."""
    from tracker.danish.verbs import pick

    limit = _limit(clause)
    for place in range(at + 1, limit):
        token = sentence.tokens[place]
        verb = pick(token.low, Form.PARTICIPLE) if token.kind == WORD else None
        if verb is not None and not token.capital:
            made = Verb(verb.lemma, Form.PASSIVE, verb.sense)
            if verb.sense in (Sense.STATE, Sense.COMMENT, Sense.DECIDE) or (verb.sense is Sense.REPORT and not dated(sentence, clause)):
                return SILENT
            return passive_find(sentence, clause, subject, made, place, ordered=False)
    return SILENT


def _will_become(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    if clause.form.lemma != "blive" or clause.form.form is not Form.PRESENT:
        return None
    words = own_words(sentence, clause)
    if dated(sentence, clause) and ("punkt" in words or "dagsordenspunkt" in words or "tema" in words):
        return find(sentence, clause, Subject("thing", after=clause.verb + 1), Kind.STATUS, "komme", responsible=[])
    if (
        subject.kind == PARTY
        and subject.sure >= 2
        and any(w in ("tovholder", "ansvarlig", "kontaktperson", "projektleder", "tovholdere", "ankermand") for w in words)
    ):
        return find(sentence, clause, subject, Kind.TASK, "være")
    return _becomes(sentence, clause, subject, clause.verb)


def _requested(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "bedes / anmodes om at / får til opgave at / pålægges at": whoever is asked is responsible."""
    lemma, form = clause.form.lemma, clause.form.form
    if lemma not in _REQUESTS or form is not Form.PASSIVE:
        return None
    governed = main_verb(sentence, clause, subject)
    if governed is None and lemma in ("bede", "anmode") and any(_participle(w) for w in own_words(sentence, clause)[:4]):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "meddele", responsible=[]).mark(
            "request"
        )  # "Ændringer bedes oplyst til X"
    if governed is None:
        return None if lemma == "anbefale" else SILENT
    at, verb = governed
    if verb.lemma in ("godkende", "tiltræde", "tage-til", "vedtage", "indstille"):
        return SILENT
    soft = lemma in _SOFT_REQUESTS or lemma == "bemyndige"
    if verb.lemma in ("orientere", "informere", "tage") and subject.kind == PARTY and "orienteret" in own_words(sentence, clause):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "orientere", at=at, responsible=[])
    responsible = subject.parties if subject.kind == PARTY else None
    if responsible is None and lemma in ("pålægge", "henstille", "anbefale", "opfordre"):
        responsible = _told(sentence, clause)
    if responsible is None and subject.kind == "thing" and clause.field[0] < clause.field[1] and subject.words not in ("det", "den"):
        responsible = [_whole_subject(sentence, clause)]
    result = find(
        sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at, responsible=responsible or []
    )
    if verb.lemma == "blive":
        result = find(sentence, clause, Subject("thing"), Kind.STATUS, "orientere", at=at, responsible=[])
    result.optional = soft
    if soft and subject.kind != PARTY and not responsible:
        return SILENT
    return result.mark("request")


def _whole_subject(sentence: Sentence, clause: Clause) -> Mention:
    """Whoever stands before "bedes" is the one asked, whatever the noun."""
    begin, end = clause.field
    text = " ".join(sentence.text[sentence.tokens[begin].start : sentence.tokens[end - 1].end].split())
    return Mention(text, begin, end, PartyKind.UNKNOWN, 2)


def _asked_passively(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Desuden blev skolechefen bedt om at gå i dialog med …"."""
    words = own_words(sentence, clause)
    if (
        clause.form.lemma != "blive"
        or subject.kind != PARTY
        or "at" not in words
        or not any(w in ("bedt", "anmodet", "pålagt", "opfordret") for w in words[:6])
    ):
        return None
    governed = _after_at(sentence, clause)
    if governed is None:
        return SILENT
    at, verb = governed
    result = find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at)
    result.optional = "opfordret" in words
    return result.mark("request")


def _begs(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X begærede sagen indbragt for Kommunalbestyrelsen": a statutory referral."""
    if clause.form.lemma not in ("begære", "kræve") or ("indbragt" not in own_words(sentence, clause) and clause.form.lemma == "kræve"):
        return None
    for at in range(clause.verb + 1, _limit(clause) - 1):
        if sentence.tokens[at].low in ("for", "i", "til"):
            found, _ = sentence.reader.group(at + 1, _limit(clause))
            if found:
                result = find(sentence, clause, Subject("thing"), Kind.FORWARD, "begære", responsible=[])
                result.recipients = found
                return result
    return SILENT


def _reply_by(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Svarfrist til forvaltningen er 9. april": a task where the forum must answer; an application deadline is information."""
    begin, end = clause.field
    field = [t.low for t in sentence.tokens[begin:end]]
    if clause.form.lemma != "være" or not field or not dated(sentence, clause):
        return None
    answering = field[0] in ("svarfrist", "svarfristen", "høringsfrist", "høringsfristen") or (
        field[0].startswith("frist")
        and any(w in field for w in ("høringssvar", "svar", "bemærkninger", "tilbagemelding", "kommentarer", "input", "tilmelding"))
    )
    if not answering or "ansøgning" in field:
        return None
    result = find(sentence, clause, Subject("thing"), Kind.TASK, "være", responsible=[])
    if "til" in field:
        found, _ = sentence.reader.group(begin + field.index("til") + 1, end)
        result.recipients = found
    return result


def _told(sentence: Sentence, clause: Clause) -> list[Mention]:
    """The party behind "det pålægges / henstilles til"."""
    at = clause.verb + 1
    while at < _limit(clause) and sentence.tokens[at].low in ("til", "derfor", "over", "for"):
        at += 1
    found, _ = sentence.reader.group(at, _limit(clause))
    return found


def _entrusted(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "det overlades til X at", "X får til opgave at", "opgaven gives til X"."""
    lemma, form = clause.form.lemma, clause.form.form
    words = own_words(sentence, clause)
    if (
        lemma in ("overlade", "lægge", "uddelegere", "pålægge")
        and form in (Form.PASSIVE, Form.PAST_PASSIVE)
        and subject.kind == "thing"
        and "at" in words
    ):
        responsible = _told(sentence, clause)
        if responsible:
            return find(sentence, clause, subject, Kind.TASK, "overlade", responsible=responsible).mark("request")
    if lemma == "få" and "opgave" in words and "at" in words and subject.kind == PARTY:
        governed = main_verb(sentence, clause, subject)
        at, verb = governed if governed else (clause.verb, clause.form)
        return find(sentence, clause, subject, Kind.TASK, verb.lemma, at=at).mark("request")
    if lemma == "få" and "mandat" in words and subject.kind == PARTY:
        return _optional(sentence, clause, subject, "få", clause.verb, "4 Bemyndiges, gives mandat")
    return None


def _asks(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Udvalget bad forvaltningen om at ...": the one asked is responsible; one member's wish is optional."""
    lemma, form = clause.form.lemma, clause.form.form
    if lemma not in _ASKING | {"opfordre"} or form not in (Form.PRESENT, Form.PAST):
        return None
    begin = max(subject.after, clause.verb + 1)
    asked, stop = sentence.reader.group(begin, _limit(clause))
    words = own_words(sentence, clause)
    if any(s.link == "at" for s in clause.subs) and not any(
        w in words[:-1] and words[words.index(w) + 1 : words.index(w) + 2] == ["at"] for w in ("om", "til")
    ):
        return SILENT  # what is asked stands in the at-clause
    governed = main_verb(
        sentence,
        Clause(sentence.tokens, clause.start, clause.end, max(stop - 1, clause.verb), clause.form, subs=clause.subs),
        Subject("none"),
    )
    if not asked and "om" in words[:4]:
        if acts_for_forum(sentence, subject) or any(p.kind is PartyKind.BODY for p in subject.parties):
            kind = Kind.STATUS if has_status_noun(words) or any(w in words for w in _TOLD_AGAIN) else Kind.TASK
            return find(sentence, clause, Subject("thing"), kind, "ønske", responsible=[]).mark("wish")
        return None if form is Form.PRESENT else SILENT
    if governed is None or not asked:
        return SILENT
    at, verb = governed
    result = find(
        sentence,
        clause,
        Subject("party", asked, stop),
        active_kind(sentence, clause, Subject("party", asked), verb, at),
        verb.lemma,
        at=at,
        responsible=asked,
    )
    collective = acts_for_forum(sentence, subject) or any(p.kind in (PartyKind.BODY, PartyKind.GROUP) for p in subject.parties)
    result.optional = lemma == "opfordre" or (not collective and form is Form.PAST) or subject.words.startswith(("et medlem", "en ", "et "))
    return result.mark("request")


def _resolves(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Bestyrelsen besluttede at søge": a later act of its own; "besluttede at hæve prisen" is done by deciding."""
    lemma = clause.form.lemma
    if lemma not in ("beslutte", "vedtage", "aftale", "love", "påtage", "tilbyde", "enes", "vælge", "have", "blive") or lemma == "vælge":
        return None
    words = own_words(sentence, clause)
    if lemma in ("have", "blive") and not any(w in words for w in _BOUND):
        return None
    if lemma == "blive" and clause.form.form is Form.PRESENT and not any(w in words for w in ("enige", "aftalt", "besluttet")):
        return None
    if "at" not in words:
        return SILENT if lemma in ("beslutte", "vedtage") else None
    governed = _after_at(sentence, clause)
    if governed is None:
        return SILENT if lemma in ("beslutte", "vedtage") else None
    at, verb = governed
    return _bound_to(sentence, clause, subject, at, verb, words)


_BOUND = frozenset("lovet aftalt besluttet enige enighed valgt påtaget tilbudt vedtaget udpeget konkluderet".split())
_DONE_BY_DECIDING = frozenset(
    "godkende hæve sænke fastsætte fastholde vedtage tiltræde give bevilge afvise vælge støtte udsætte udskyde bakke følge tage ændre"
    " anbefale indstille genoptage fortsætte lade udpege ophæve optage bibeholde nedlægge".split()
)


def _after_at(sentence: Sentence, clause: Clause) -> tuple[int, Verb] | None:
    from tracker.danish.verbs import pick

    for at in range(clause.verb + 1, _limit(clause) - 1):
        if sentence.tokens[at].low == "at":
            step = at + 1
            while step < _limit(clause) and sentence.tokens[step].low in ("også", "forsøge", "prøve", "få", "lade"):
                step += 1
            verb = pick(sentence.tokens[step].low, Form.INFINITIVE) if step < _limit(clause) else None
            if verb is None and step < _limit(clause) and sentence.tokens[step].low.endswith("e"):
                verb = Verb(sentence.tokens[step].low, Form.INFINITIVE, Sense.UNKNOWN)
            return (step, verb) if verb is not None else None
    return None


def _bound_to(sentence: Sentence, clause: Clause, subject: Subject, at: int, verb: Verb, words: list[str]) -> Answer:
    lemma = clause.form.lemma
    if verb.lemma in ("udsætte", "udskyde", "genoptage"):
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, verb.lemma, at=at, responsible=[])
    offered = lemma == "tilbyde" or "tilbudt" in words
    promised = lemma in ("love", "påtage") or "lovet" in words or "påtaget" in words or "valgt" in words or "udpeget" in words
    if offered or promised:
        result = find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at)
        result.optional = result.optional or offered
        return result if subject.kind == PARTY else SILENT
    if verb.sense in (Sense.STATE, Sense.DECIDE, Sense.COMMENT) or (verb.lemma in _DONE_BY_DECIDING and not dated(sentence, clause)):
        return SILENT
    responsible = subject.parties if subject.kind == PARTY else []
    if verb.lemma == "nedsætte":
        responsible = members_of(sentence, clause, at) or responsible
    result = find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at, responsible=responsible)
    if subject.kind != PARTY:
        result.start = sentence.tokens[at].start
    return result.mark("agreed")


_TOLD_AGAIN = frozenset(
    "uddybning gennemgang præsentation opgørelse briefing fremlæggelse punkt punktet sagen emnet genfremlæggelse".split()
)


def _wish(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Udvalget ønsker X undersøgt / en orientering på mødet i juni"; one member's wish is optional."""
    if clause.form.lemma != "ønske":
        return None
    words = own_words(sentence, clause)
    if clause.form.form is Form.PASSIVE:
        if any(_participle(w) for w in words):
            return find(sentence, clause, Subject("thing"), Kind.TASK, "undersøge", responsible=[]).mark("wish")
        return SILENT
    forum = acts_for_forum(sentence, subject) or any(p.kind is PartyKind.BODY for p in subject.parties)
    if subject.words.startswith(("et medlem", "en ")):
        forum = False
    if words[:1] == ["ikke"] or any(s.link == "at" for s in clause.subs):
        return SILENT
    if forum and clause.form.form is Form.PRESENT and any(_participle(w) for w in words[-4:]):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "undersøge", responsible=[]).mark("wish")
    if (
        forum
        and not dated(sentence, clause)
        and words[:1] in (["en"], ["et"])
        and not has_status_noun(words[:4])
        and not any(w in words for w in ("dialog", "fokus", "debat"))
    ):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "ønske", responsible=[]).mark("wish")
    if forum and (dated(sentence, clause) or has_status_noun(words)):
        result = find(
            sentence,
            clause,
            Subject("thing"),
            Kind.STATUS if has_status_noun(words) or any(w in words for w in _TOLD_AGAIN) else Kind.TASK,
            "ønske",
            responsible=[],
        )
        result.optional = not dated(sentence, clause)
        return result.mark("wish")
    if subject.kind == PARTY and dated(sentence, clause):
        return _optional(sentence, clause, Subject("thing"), "ønske", clause.verb, "4 Wishes")
    return SILENT


def _participle(word: str) -> bool:
    from tracker.danish.verbs import pick

    verb = pick(word, Form.PARTICIPLE)
    return verb is not None and verb.sense is not Sense.STATE and word.endswith("t")


def _is_responsible(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X er tovholder / ansvarlig for", "X har / får ansvaret for"."""
    words = own_words(sentence, clause)
    head = words[:8]
    if clause.form.form is not Form.PRESENT or subject.kind != PARTY or subject.sure < 2:
        return None
    if clause.form.lemma == "være" and any(w in head for w in ("tovholder", "tovholdere", "ansvarlig", "ansvarlige", "primusmotor")):
        return find(sentence, clause, subject, Kind.TASK, "tovholde")
    if clause.form.lemma in ("have", "få") and any(w in head for w in ("ansvaret", "ansvar", "opgaven", "tovholderrollen")):
        return find(sentence, clause, subject, Kind.TASK, "tovholde")
    if clause.form.lemma == "have" and "klar" in words and dated(sentence, clause):
        return find(sentence, clause, subject, Kind.TASK, "have")
    if clause.form.lemma == "være" and ("sat" in head and ("på" in head or "til" in head)):
        return find(sentence, clause, subject, Kind.TASK, "være")
    return None


FRAMES: tuple[Rule, ...] = (
    Rule(
        "is-responsible", "2 responsible", _is_responsible,
        examples=(("Gorm er tovholder på loppemarkedet.", "task | Gorm | | "), ("Signe får ansvaret for boderne.", "task | Signe | | ")),
        rejects=("Gorm er på ferie.", "Signe har en hund."),
        verbs=frozenset("være have få".split()),
    ),
    Rule(
        "shall", "1 skal", _shall,
        examples=(
            ("Blanketten skal sendes til Ea inden 4. maj.", "task | | Ea | inden 4. maj"),
            ("Regnskabet skal være revisor i hænde senest 3. maj.", "task | | revisor | senest 3. maj"),
            ("Vi skal have fokus på trivslen.", ""),
        ),
        rejects=("Ea sender blanketten.", "Regnskabet er revideret."),
        verbs=frozenset("skulle".split()),
    ),
    Rule(
        "will", "1 task; Optional: an offer", _will,
        examples=(("Leif vil undersøge prisen på gulvet.", "task | Leif | | "), ("Det vil være godt med flere bænke.", "")),
        rejects=("Leif undersøger prisen.",),
        verbs=frozenset("ville".split()),
    ),
    Rule(
        "will-be-done", "1 task (passive)", _will_become,
        examples=(("Indbydelsen bliver sendt til klubberne i uge 15.", "task | | klubberne | i uge 15"),),
        rejects=("Indbydelsen sendes i uge 15.",),
        verbs=frozenset("blive".split()),
    ),
    Rule(
        "requested", "2 responsible: bedes, anmodes om", _requested,
        examples=(("Alle holdledere bedes tømme skabene senest 1. maj.", "task | Alle holdledere | | senest 1. maj"),),
        rejects=("Holdlederne tømmer skabene.",),
        verbs=frozenset("bede anmode pålægge opfordre henstille anbefale tilråde bemyndige".split()),
    ),
    Rule(
        "asked-passively", "4 Past tense that commits", _asked_passively,
        examples=(("Herefter blev sekretæren bedt om at skrive til banken.", "task | sekretæren | banken | "),),
        rejects=("Sekretæren blev takket.",),
        verbs=frozenset("blive".split()),
    ),
    Rule(
        "begs", "4 Forward", _begs,
        examples=(("Gruppen begærede sagen indbragt for Byrådet.", "forward | | Byrådet | "),),
        rejects=("Gruppen bragte sagen frem.",),
        verbs=frozenset("begære kræve".split()),
    ),
    Rule(
        "reply-by", "2 recipients; 3 Frist for høringssvar", _reply_by,
        examples=(("Svarfristen til sekretariatet er den 3. maj.", "task | | sekretariatet | den 3. maj"),),
        rejects=("Fristen for ansøgning er den 3. maj.", "Prisen er høj."),
        verbs=frozenset("være".split()),
    ),
    Rule(
        "entrusted", "2 responsible: overlades, får til opgave", _entrusted,
        examples=(("Det overlades til sekretæren at finde en dato.", "task | sekretæren | | "),),
        rejects=("Sekretæren får en gave.",),
        verbs=frozenset("overlade lægge uddelegere pålægge få".split()),
    ),
    Rule(
        "asks", "4 Past tense that commits", _asks,
        examples=(("Udvalget bad administrationen om at beregne prisen.", "task | administrationen | | "),),
        rejects=("Udvalget takkede administrationen.",),
        verbs=frozenset("bede anmode pålægge opfordre".split()),
    ),
    Rule(
        "resolves", "4 Past tense that commits", _resolves,
        examples=(
            ("Bestyrelsen besluttede at søge fonden.", "task | Bestyrelsen | | "),
            ("Tage påtog sig at male porten.", "task | Tage | | "),
            ("Det blev besluttet at holde en sommerfest i juni.", "task | | | i juni"),
        ),
        rejects=("Bestyrelsen søger fonden.",),
        verbs=frozenset("beslutte vedtage aftale love påtage tilbyde enes have blive".split()),
    ),
    Rule(
        "wish", "4 Wishes", _wish,
        examples=(("Rådet ønsker en status på mødet i juni.", "status | | | på mødet i juni"), ("Udgiften ønskes undersøgt.", "task | | | ")),
        rejects=("Rådet får en status på mødet i juni.",),
        verbs=frozenset("ønske".split()),
    ),
)  # fmt: skip
