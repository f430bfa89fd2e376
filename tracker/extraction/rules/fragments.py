"""Rules for sentences without a finite verb: labels, dashes, imperatives, "Udsat.", "Tilmelding til X" (GUIDE.md section 4, "Labels")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tracker.danish.names import is_first_name, is_initials
from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.domain.followup import Kind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import OCCASIONS, Clause
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find, Sentence
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.assignees import assigned
from tracker.extraction.rules.events import is_gathering
from tracker.extraction.rules.forms import READY
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.labels import by_whom, dash_name, task_named, tells_of_past, whole_sentence
from tracker.extraction.rules.named_first import named_task
from tracker.extraction.rules.onward import REPLIES, comes_back, postponed, to_hearing
from tracker.extraction.rules.replies import brought_by, handed_in, reply
from tracker.extraction.subjects import Subject
from tracker.extraction.tokens import SIGN, TIME, WORD

_AGREED = frozenset("enighed aftalt besluttet bestemt vedtaget aftale enige konkluderet".split())


@dataclass(frozen=True, slots=True)
class Fragment:
    """A rule over a whole sentence without a finite verb, otherwise as `Rule`."""

    name: str
    guide: str
    read: Callable[[Sentence], Find | None]
    examples: tuple[tuple[str, str], ...]
    rejects: tuple[str, ...]


def _agreed(sentence: Sentence) -> Find | None:
    """ "Enighed om at spørge naboforeningen.", "Aftalt at holde en dag i maj." """
    low = [t.low for t in sentence.tokens]
    if not low or not (set(low[:4]) & _AGREED) or "at" not in low[:8]:
        return None
    at = low.index("at") + 1
    verb = pick(low[at], Form.INFINITIVE) if at < len(low) else None
    if verb is None and at < len(low) and low[at].endswith("e"):
        verb = Verb(low[at], Form.INFINITIVE, Sense.UNKNOWN)
    if verb is None or verb.sense in (Sense.STATE, Sense.DECIDE, Sense.COMMENT):
        return None
    result = whole_sentence(sentence, Kind.TASK, at)
    if verb.lemma in _DONE_BY_AGREEING and not result.times and low[at + 1 : at + 2] not in (["kontakt"], ["fat"]):
        return None  # done by deciding
    clause = _bare_clause(sentence, at, verb)
    result.kind = active_kind(sentence, clause, Subject("none"), verb, at)
    result.recipients = recipients_of(sentence, clause, verb.lemma, Subject("none"), at + 1)
    return result.mark("agreed")


_DONE_BY_AGREEING = frozenset("tage hæve sænke give støtte følge lukke nedlægge afskaffe fastholde godkende tiltræde fortsætte".split())


def _agreed_event(sentence: Sentence) -> Find | None:
    """ "Enige om arbejdslørdag den 3. maj.", "Enighed om et fælles møde i uge 9.": an event somebody decides to hold."""
    low = [t.low for t in sentence.tokens if t.kind != SIGN]
    if low[:2] not in (["enige", "om"], ["enighed", "om"]) or len(low) > _LONGEST_EVENT or "at" in low[2:5]:
        return None
    named = next((t for t in sentence.tokens[2:5] if t.kind == WORD and is_gathering(t.low)), None)
    result = whole_sentence(sentence, Kind.TASK) if named is not None else None
    return result.mark("agreed") if result is not None and has_day(result.times) else None


_LONGEST_EVENT = 9


def _bare_clause(sentence: Sentence, at: int, verb: Verb) -> Clause:
    return Clause(sentence.tokens, 0, len(sentence.tokens), at, verb)


def _imperative(sentence: Sentence) -> Find | None:
    """ "Husk at sende …", "Send listen til Ib": nobody is named, so nobody is responsible."""
    tokens = sentence.tokens
    if not tokens or tokens[0].kind != WORD:
        return None
    first = tokens[0].low
    low = [t.low for t in tokens]
    if first == "husk":
        return _remember(sentence, low)
    verb = pick(first, Form.IMPERATIVE)
    errand = verb is not None and verb.lemma in _ERRANDS and first not in _NOUNS and {"hinanden", "oplysninger"}.isdisjoint(low)
    idle = verb is None or (verb.sense in (Sense.STATE, Sense.REPORT, Sense.DECIDE, Sense.DEFER) and not errand)
    if verb is None or idle or len(tokens) < 3 or agent_like(sentence):
        return None
    if first in READY:
        return None
    if tokens[1].kind == SIGN or (tokens[1].low in ("af", "er", "om", "til", "for", "fra", "med", "i") and verb.sense is not Sense.DO):
        return None
    if tokens[1].low == "om" and verb.lemma in ("snakke", "tale") and not any(t.kind == TIME and LIMIT.match(t.low) for t in tokens):
        return None  # "Snak om forældremøder": what was talked of
    if pick(first, Form.PARTICIPLE, Form.PAST, Form.INFINITIVE) or sentence.directory.knows_person(tokens[0].text):
        return None
    clause = _bare_clause(sentence, 0, verb)
    result = whole_sentence(sentence, Kind.TASK)
    result.recipients = recipients_of(sentence, clause, verb.lemma, Subject("none"), 1)
    if not result.recipients and not result.times and not errand:
        if tokens[1].low not in ("at", "den", "det", "de", "en", "et", "på", "også", "ud", "ind", "op", "alle", "gerne", "venligst"):
            return None
        result.optional = True
    result.optional = result.optional or "gerne" in low[:4] or verb.sense is Sense.COMMENT
    return result.mark("imperative")


def _to_do(sentence: Sentence) -> Find | None:
    """ "Undersøge muligheden for kurser": an infinitive at the head of a line of a list, as on a list of things to do."""
    tokens, given = sentence.tokens, None
    first = 2 if len(tokens) > 2 and tokens[0].kind == TIME and tokens[1].text == ":" else 0  # "Uge 20: Sende datoer ud"
    if len(tokens) < first + 3 or tokens[first].kind != WORD or not tokens[first].capital or tokens[first + 1].kind == SIGN:
        return None
    verb = pick(tokens[first].low, Form.INFINITIVE)
    if verb is None or verb.sense is not Sense.DO or sentence.directory.knows_person(tokens[first].text):
        return None
    given = assigned(sentence)
    if given is None and verb.lemma not in _ERRANDS:
        return None
    result = whole_sentence(sentence, Kind.TASK)
    result.recipients = recipients_of(sentence, _bare_clause(sentence, first, verb), verb.lemma, Subject("none"), first + 1)
    if given is None:
        return result.mark("imperative", "weak")
    result.responsible = given[0]
    taken = {m.start for m in given[0]}
    result.recipients = [m for m in result.recipients if m.start not in taken and m.start < given[1]]
    return result.mark("imperative", "label")


_ERRANDS = frozenset(
    "undersøge indhente kontakte sende bestille indkalde afklare finde spørge ringe skrive udarbejde lave købe indkøbe aflevere opdatere"
    " rykke booke reparere udskifte ajourføre tjekke arrangere planlægge invitere ansøge søge indberette oprette udsende".split()
)
"""What people note that they must go and do; other infinitives at the head of a line are aims ("Styrke samarbejdet")."""


_NOUNS = frozenset("kontakt køb indkøb ryk tjek lav".split())
"""Imperatives that are other words as well: "Kontakt med skolen", "Lav deltagelse"."""


def agent_like(sentence: Sentence) -> bool:
    """Whether the first word is rather somebody's name ("Bo", "Ring")."""
    first, second = sentence.tokens[0], sentence.tokens[1] if len(sentence.tokens) > 1 else None
    return second is not None and second.capital and second.kind == WORD and is_first_name(first.text)


def _remember(sentence: Sentence, low: list[str]) -> Find | None:
    if sum(t.kind == WORD for t in sentence.tokens) == 1:
        return None  # "Husk, at alle …": the clause says what
    result = whole_sentence(sentence, Kind.TASK)
    occasion = next((c for c in sentence.clauses if c.link in OCCASIONS), None)
    if occasion is not None:  # "…, hvis I er forhindret den 9.": the day of the occasion
        result.times = [t for t in result.times if t.start < sentence.tokens[occasion.start].start]
    if "at" in low[1:4]:
        at = low.index("at") + 1
        verb = pick(low[at], Form.INFINITIVE) if at < len(low) else None
        if verb is None and at < len(low) and low[at].endswith("e"):
            verb = Verb(low[at], Form.INFINITIVE, Sense.UNKNOWN)
        if verb is not None:
            clause = _bare_clause(sentence, at, verb)
            inner = verb
            if verb.lemma == "få" and at + 1 < len(low):
                inner = next((v for w in low[at + 1 : at + 4] if (v := pick(w, Form.PARTICIPLE))), verb)
            result.recipients = recipients_of(sentence, clause, inner.lemma, Subject("none"), at + 1)
            result.optional = "gerne" in low or verb.lemma in ("se", "tænke", "have", "være", "huske")
            return result.mark("imperative")
    if low[1:2] and low[1] in REPLIES and "til" in low:
        result.recipients = sentence.reader.group(low.index("til") + 1, len(low))[0]
    result.optional = not result.times and not result.recipients
    return result.mark("imperative")


def _noted(sentence: Sentence) -> Find | None:
    """ "DK kontrakt med Elna snarest": initials of somebody present, a thing and a time, and no verb."""
    tokens = sentence.tokens
    if len(tokens) < 3 or not is_initials(tokens[0].text) or not sentence.directory.knows_person(tokens[0].text):
        return None
    noun = tokens[1]
    plain = noun.kind == WORD and not noun.capital and not pick(noun.low, Form.PARTICIPLE, Form.PAST) and noun.low not in _LITTLE
    if not plain or any(t.time is not None and t.time.past for t in tokens):
        return None
    result = whole_sentence(sentence, Kind.TASK)
    if not result.times:
        return None
    result.responsible = sentence.reader.group(0, 1)[0]
    return result.mark("label") if result.responsible else None


_LITTLE = frozenset("og er i på til fra med om af for har afbud fravær ferie syg via v m ikke kommer går holder".split())


def _named_first(sentence: Sentence) -> Find | None:
    """A line of a list of what is to be done, with the person first: behind a colon, or as initials without one."""
    return named_task(sentence) or _noted(sentence)


def _given(sentence: Sentence) -> Find | None:
    """ "Nye pærer (ansvarlig: Keld, frist: 3. maj)": a thing to do by its noun, with a label for who."""
    given = assigned(sentence, ordered=False)
    if given is None or tells_of_past(sentence):
        return None
    result = whole_sentence(sentence, Kind.TASK)
    result.responsible, result.nominal = given[0], True
    return result.mark("label")


FRAGMENTS: tuple[Fragment, ...] = (
    Fragment(
        "postponed", "1 deferral", postponed,
        examples=(("Udskudt til mødet i maj.", "deferral | | | til mødet i maj"), ("Udsat.", "deferral | | | ")),
        rejects=("Udsatte unge får hjælp.", "Udsat boligområde."),
    ),
    Fragment(
        "agreed-to", "1 task: det blev aftalt", _agreed,
        examples=(("Enighed om at invitere spejderne.", "task | | | "),),
        rejects=("Enighed om linjen.",),
    ),
    Fragment(
        "agreed-event", "4 Events", _agreed_event,
        examples=(("Enige om arbejdslørdag den 9. maj.", "task | | | den 9. maj"),),
        rejects=("Enighed om linjen på mødet den 9. maj.", "Enige om en fest."),
    ),
    Fragment(
        "imperative", "4 Imperatives", _imperative,
        examples=(("Husk at sende billeder til Ida inden 1. april.", "task | | Ida | inden 1. april"),
            ("Aflever nøglen til kontoret på fredag.", "task | | kontoret | på fredag")),
        rejects=("Bo sender nøglen.",),
    ),
    Fragment(
        "to-do", "4 Imperatives", _to_do,
        examples=(("Undersøge muligheden for kurser i førstehjælp.", "task | | | "),),
        rejects=("Styrke samarbejdet med naboerne.",),
    ),
    Fragment(
        "named-task", "4 Labels", _named_first,
        examples=(("Bodil: tilbud på hegn", "task | Bodil | | "),),
        rejects=("Beslutning: tilbud på hegn",),
    ),
    Fragment(
        "brought-by", "4 Labels", brought_by,
        examples=(("Første udkast fra Rosa ultimo maj.", "task | Rosa | | ultimo maj"),
            ("Status fra Rosa i maj.", "status | Rosa | | i maj"),
            ("Oplæg fra Rosa til Ida senest 3. maj.", "task | Rosa | Ida | senest 3. maj")),
        rejects=("Udkast fra Rosa.", "Brev fra Rosa den 3. maj."),
    ),
    Fragment(
        "reply-to", "2 recipients", reply,
        examples=(("Tilmelding til Rosa senest 3. maj.", "task | | Rosa | senest 3. maj"),),
        rejects=("Tilmelding er mulig.",),
    ),
    Fragment(
        "handed-in", "2 recipients", handed_in,
        examples=(("Stof til bladet til Rosa senest 3. maj.", "task | | Rosa | senest 3. maj"),),
        rejects=("Stof til bladet fra Rosa.", "Brev til Rosa den 3. maj."),
    ),
    Fragment(
        "comes-back", "1 status", comes_back,
        examples=(("Næste status: 4. maj.", "status | | | 4. maj"), ("På igen 4. maj.", "status | | | 4. maj")),
        rejects=("Status på byggeriet.",),
    ),
    Fragment(
        "goes-on", "4 Forward", to_hearing,
        examples=(("Derefter i høring i HovedMED.", "forward | | HovedMED | "), ("Videre til Byrådet.", "forward | | Byrådet | "),
            ("Samlet oversigt til Skoleudvalget i maj (Bo)", "forward | Bo | Skoleudvalget | i maj")),
        rejects=("Videre med planen.", "I høring er der kommet ti svar."),
    ),
    Fragment(
        "task-named", "4 Labels", task_named,
        examples=(("Kaffe og kage: Bodil", "task | Bodil | | "),),
        rejects=("Referent: Bodil", "Kaffe og kage: udsat"),
    ),
    Fragment(
        "by-whom", "4 Labels: v/X", by_whom,
        examples=(("Flytning af reoler v/Elo i uge 9.", "task | Elo | | i uge 9"),),
        rejects=("Regnskab v/Elo.",),
    ),
    Fragment(
        "dash-name", "4 Labels: – X", dash_name,
        examples=(("Nye pærer i gangen – Keld.", "task | Keld | | "),),
        rejects=("Nye pærer i gangen – dyrt.",),
    ),
    Fragment(
        "given-to", "4 Labels", _given,
        examples=(("Nye pærer i gangen / Keld / 3. maj", "task | Keld | | 3. maj"),),
        rejects=("Møde i gruppen (Keld og Bo) den 3. maj",),
    ),
)  # fmt: skip
