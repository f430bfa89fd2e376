"""Rules for sentences without a finite verb: labels, dashes, imperatives, "Udsat.", "Tilmelding til X" (GUIDE.md section 4, "Labels")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tracker.danish.names import is_initials
from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.domain.followup import Kind
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find, Sentence
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.assignees import assigned
from tracker.extraction.rules.events import is_gathering
from tracker.extraction.rules.forms import later_infinitives
from tracker.extraction.rules.imperatives import bare_clause, imperative, to_do
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.labels import by_whom, dash_name, task_named, tells_of_past, whole_sentence
from tracker.extraction.rules.named_first import named_task
from tracker.extraction.rules.onward import comes_back, postponed, to_hearing
from tracker.extraction.rules.replies import brought_by, handed_in, reply
from tracker.extraction.subjects import Subject
from tracker.extraction.tokens import SIGN, WORD

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
    if verb is None:
        return None
    acts = ((at, verb), *later_infinitives(sentence, bare_clause(sentence, at, verb), at))
    found = (_agreed_to(sentence, low, place, act) for place, act in acts)  # "Enighed om at anbefale planen og skrive det til Bo"
    return next((find for find in found if find is not None), None)


def _agreed_to(sentence: Sentence, low: list[str], at: int, verb: Verb) -> Find | None:
    """One of the acts agreed to, unless it is done by agreeing."""
    if verb.sense in (Sense.STATE, Sense.DECIDE, Sense.COMMENT):
        return None
    result = whole_sentence(sentence, Kind.TASK, at)
    if verb.lemma in _DONE_BY_AGREEING and not result.times and low[at + 1 : at + 2] not in (["kontakt"], ["fat"]):
        return None
    clause = bare_clause(sentence, at, verb)
    result.kind = active_kind(sentence, clause, Subject("none"), verb, at)
    result.recipients = recipients_of(sentence, clause, verb.lemma, Subject("none"), at + 1)
    return result.mark("agreed")


_DONE_BY_AGREEING = frozenset(
    "tage hæve sænke give støtte følge lukke nedlægge afskaffe fastholde godkende tiltræde fortsætte skippe droppe undlade aflyse".split()
)


def _agreed_event(sentence: Sentence) -> Find | None:
    """ "Enige om arbejdslørdag den 3. maj.", "Enighed om et fælles møde i uge 9.": an event somebody decides to hold."""
    low = [t.low for t in sentence.tokens if t.kind != SIGN]
    if low[:2] not in (["enige", "om"], ["enighed", "om"]) or len(low) > _LONGEST_EVENT or "at" in low[2:5]:
        return None
    named = next((t for t in sentence.tokens[2:5] if t.kind == WORD and is_gathering(t.low)), None)
    result = whole_sentence(sentence, Kind.TASK) if named is not None else None
    return result.mark("agreed") if result is not None and has_day(result.times) else None


_LONGEST_EVENT = 9


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
        "imperative", "4 Imperatives", imperative,
        examples=(("Husk at sende billeder til Ida inden 1. april.", "task | | Ida | inden 1. april"),
            ("Aflever nøglen til kontoret på fredag.", "task | | kontoret | på fredag")),
        rejects=("Bo sender nøglen.",),
    ),
    Fragment(
        "to-do", "4 Imperatives", to_do,
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
