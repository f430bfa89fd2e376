"""What kind of follow-up an act is: task, status, forward or deferral (GUIDE.md section 4, "Task or status", "Forward")."""

from __future__ import annotations

import re

from tracker.danish.verbs import Form, Sense, Verb
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clauses import Clause
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mentions import Mention
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.helpers import (
    STATUS_NOUNS,
    acts_for_forum,
    dated,
    find,
    has_status_noun,
    is_body,
    is_own_forum,
    own_words,
)
from tracker.extraction.rules.rule import SILENT, Silent
from tracker.extraction.subjects import FORUM_WE, PARTY, Subject, _limit
from tracker.extraction.vocabulary import agent_kind

COMES_BACK = frozenset(
    "vende evaluere drøfte behandle genbesøge genfremlægge genforelægge afrapportere diskutere revurdere genbehandle debattere forelægge præsentere gennemgå orientere fremlægge rapportere genoverveje genvurdere midtvejsevaluere efterbehandle genvurdere redegøre".split()
)
"""Verbs whose passive, at a later time, means that the matter comes back to the forum."""
_WITHOUT_TIME = frozenset("evaluere genbesøge genfremlægge genforelægge afrapportere revurdere genbehandle midtvejsevaluere".split())
_TELLING = frozenset("orientere redegøre berette fortælle afrapportere rapportere evaluere informere oplyse meddele".split())
_SHOWING = frozenset(
    "fremlægge præsentere forelægge vise gennemgå introducere genfremlægge drøfte behandle diskutere debattere forklare opsummere aflægge".split()
)
_FORUM_RETURNS = frozenset(
    "se kigge drøfte behandle diskutere gennemgå evaluere genbesøge tage vende følge samle træffe debattere beslutte vurdere genoverveje genoptage revurdere gøre".split()
)
_FORWARDING = frozenset(
    "sende oversende videresende fremsende forelægge sætte indbringe hjemvise tilbagesende behandle begære rejse bringe tage fremlægge overgå indstille præsentere drøfte gå godkende".split()
)
_REMARKS = frozenset(
    "rette justere tilrette tilføje indarbejde indføje præcisere korrigere indskrive medtage tilpasse omformulere omskrive slette-tekst ændre konsekvensrette supplere uddybe fremgå skrive indsætte".split()
)
_NOT_ACTS = frozenset(
    "bruge anvende benytte se finde kræve kende kalde betragte anse opleve forvente finansiere støtte henvise forstå mene nævne oplyse"
    " bemærke konstatere bifalde godkende vedtage bevilge afvise indstille anbefale tiltræde foreslå ønske understrege rose takke betale"
    " dække bære kvittere efterlyse udtrykke beklage påpege fremhæve spørge lægge-mærke vægte opretholde fastholde videreføre bibeholde"
    " tilslutte kritisere beslutte aftale fastsætte vælge konstituere stemme erkende pege måle udgøre omfatte føre mærke savne vise tildele"
    " tillade forbyde honorere berøre påvirke ramme tilbyde overholde respektere henlede regne tro noterere udtale".split()
)
_EVENTS = frozenset("afholde holde".split())
_DECIDED_LATER = frozenset("godkende vedtage beslutte fastlægge afgøre vælge fastsætte færdigbehandle".split())
_MESSAGES = frozenset("besked information tilbagemelding svar melding underretning".split())
_HEARING = frozenset("høring høringsrunde nabohøring offentliggørelse".split())


def is_forward(sentence: Sentence, words: list[str], lemma: str, recipients: list[Mention]) -> bool:
    """Whether the case goes on to another body or into hearing."""
    if "høring" in words and lemma in ("sende", "udsende", "oversende", "gå", "komme", "lægge", "fremsende", "fremlægge"):
        return True
    if not any(w in words for w in _HEARING) and "budgetforhandlingerne" in words and lemma in _FORWARDING:
        return True
    if "budgetforhandlingerne" in words and lemma in ("indgå", "medtage"):
        return True
    if "udtalelse" in words and recipients:
        return True
    return lemma in _FORWARDING and any(is_body(sentence, r) for r in recipients)


def active_kind(sentence: Sentence, clause: Clause, subject: Subject, verb: Verb, at: int) -> Kind:
    """The kind of an act with a subject of its own."""
    words = own_words(sentence, clause, at + 1)
    lemma = verb.lemma
    recipients = recipients_of(sentence, clause, lemma, subject, at + 1)
    elsewhere = any(not is_own_forum(sentence, r) for r in recipients)
    forum = acts_for_forum(sentence, subject)
    if (
        lemma in ("tage", "bringe", "rejse")
        and ("med" in words[:6] or "op" in words or lemma == "rejse")
        and (recipients or _in_body(sentence, clause, at))
    ):
        bodies = recipients or _in_body(sentence, clause, at)
        if any(is_body(sentence, b) or b.text.casefold().startswith("klub") for b in bodies):
            return Kind.FORWARD
    if lemma in ("oversende", "videresende", "indbringe", "begære", "forelægge", "tilbagesende", "hjemvise") and any(
        is_body(sentence, r) for r in recipients
    ):
        return Kind.FORWARD
    if lemma in ("sende", "udsende") and "høring" in words:
        return Kind.FORWARD
    if lemma in ("tage", "bringe", "rejse", "sætte") and body_in_time(sentence, clause) is not None:
        return Kind.FORWARD
    if recipients and not elsewhere and has_status_noun(words):
        return Kind.STATUS
    if subject.kind in ("none", "thing", FORUM_WE) and "status" in words and dated(sentence, clause):
        return Kind.STATUS
    if lemma in ("sætte",) and _agenda(words):
        return Kind.STATUS
    if lemma in _TELLING or (
        lemma in ("give", "gøre", "lave", "aflægge", "komme", "fremlægge", "præsentere", "vende", "udarbejde", "holde", "foretage")
        and _status_object(words)
    ):
        return Kind.TASK if elsewhere and lemma != "evaluere" else Kind.STATUS
    if lemma == "holde" and "orienteret" in words:
        return Kind.STATUS if recipients and not elsewhere else Kind.TASK
    if lemma in ("følge", "samle") and "op" in words[:3]:
        return Kind.STATUS if forum else Kind.TASK
    if forum and dated(sentence, clause) and lemma in _FORUM_RETURNS:
        return Kind.STATUS
    if forum and lemma in ("vælge", "beslutte", "godkende", "fastlægge") and dated(sentence, clause):
        return Kind.STATUS
    if forum and lemma == "tage" and "stilling" in words:
        return Kind.STATUS
    if forum and lemma == "vende" and "tilbage" in words:
        return Kind.STATUS
    return Kind.TASK


def _status_object(words: list[str]) -> bool:
    """Whether the object right behind the verb is a report: "giver en kort status", "fremlægger evalueringen"."""
    for word in words[:6]:
        if word in STATUS_NOUNS or word.removesuffix("en") in STATUS_NOUNS or word.removesuffix("n") in STATUS_NOUNS:
            return word not in ("beslutning", "behandling", "drøftelse", "godkendelse")
        if word in ("til", "på", "om", "over", "for", "fra"):
            return False
    return False


def _agenda(words: list[str]) -> bool:
    return any(w.startswith(("dagsorden", "punkt")) for w in words) or "næste" in words


def _in_body(sentence: Sentence, clause: Clause, at: int) -> list[Mention]:
    """The body behind "i", "på": "tager sagen op i klubben"."""
    limit = _limit(clause)
    for place in range(at + 1, limit - 1):
        if sentence.tokens[place].low in ("i", "på", "over", "for", "ved", "med"):
            found, _ = sentence.reader.group(place + 1, limit)
            if found:
                return [m for m in found if is_body(sentence, m) or m.text.casefold().startswith("klub")]
            named = _meeting_of(sentence, place + 1, limit)
            if named is not None:
                return [named]
    return []


def _meeting_of(sentence: Sentence, at: int, limit: int) -> Mention | None:
    """A body named by its meeting: "på direktionsmødet", "på Økonomiudvalgets møde", "til fællesrådets møde"."""
    if at >= limit:
        return None
    token = sentence.tokens[at]
    bare = token.low.removesuffix("s")
    if token.low.endswith("s") and at + 1 < limit and sentence.tokens[at + 1].low in ("møde", "møder", "næste", "kommende", "novembermøde"):
        if agent_kind(bare) or token.capital:
            return Mention(token.text.removesuffix("s"), at, at + 1, PartyKind.BODY)
        return None
    for ending in ("smødet", "smøde", "møde", "mødet"):
        if token.low.endswith(ending) and agent_kind(token.low.removesuffix(ending)) is PartyKind.BODY:
            return Mention(token.text, at, at + 1, PartyKind.BODY)
    return None


_BODY_IN_TIME = re.compile(
    r"(?:på|ved|til|i|inden) (?:det |den )?(?:næste |kommende |førstkommende )?([A-ZÆØÅa-zæøå][\w\-]*?)(?:[s-]?møde[tr]?(?:ne)?)?(?= |\Z)"
)


def body_in_time(sentence: Sentence, clause: Clause) -> Mention | None:
    """Another body that the time itself names: "på direktionsmødet i april", "på næste HovedMED-møde", "på Økonomiudvalget den 3."."""
    for time in times_of(sentence, clause):
        name = time.deadline.anchor_forum
        match = _BODY_IN_TIME.match(time.text)
        word = match.group(1) if match else ""
        whole = match.group(0).split()[-1] if match else ""
        if (
            name is None
            and word
            and (
                agent_kind(word.casefold().removesuffix("s")) is PartyKind.BODY
                or agent_kind(word.casefold()) is PartyKind.BODY
                or (word.isupper() and len(word) > 1)
            )
        ):
            name = word if word == whole or "-" in whole else whole
        if name:
            mention = Mention(name, 0, 0, PartyKind.BODY)
            return None if is_own_forum(sentence, mention) or is_own_forum(sentence, Mention(word, 0, 0, PartyKind.BODY)) else mention
    return None


def members_of(sentence: Sentence, clause: Clause, at: int) -> list[Mention]:
    """The members of a group set up: "bestående af Asta, Per og Liv", "med Asta og Per"."""
    limit = _limit(clause)
    for place in range(at + 1, limit - 1):
        if sentence.tokens[place].low in ("af", "med") and (
            sentence.tokens[place].low == "med" or sentence.tokens[place - 1].low == "bestående"
        ):
            found, _ = sentence.reader.group(place + 1, limit)
            if found and all(m.sure >= 2 for m in found):
                return found
    return []


def passive_find(sentence: Sentence, clause: Clause, subject: Subject, verb: Verb, at: int, *, ordered: bool) -> Find | Silent:
    """A passive act: what is to be done, by whom if an agent is named, to whom, and of what kind. `ordered` after "skal"."""
    lemma = verb.lemma
    words = own_words(sentence, clause, at + 1)
    agent = agent_of(sentence, clause, at)
    if lemma == "nedsætte":
        agent = agent or members_of(sentence, clause, at)
    passive_subject = Subject("thing", after=at + 1)
    bodies = _bodies(sentence, clause, lemma, at)
    recipients = bodies or recipients_of(sentence, clause, lemma, passive_subject, at + 1)
    times = times_of(sentence, clause)
    if not recipients and lemma in _FORWARDING:
        named = body_in_time(sentence, clause)
        recipients = bodies = [named] if named is not None else []
    kind = _passive_kind(sentence, clause, subject, lemma, words, recipients, times, ordered)
    if kind is None and agent and lemma not in ("godkende", "indstille", "anbefale", "foreslå", "afholde", "betale", "finansiere", "dække", "bære"):
        kind = Kind.TASK
    if kind is None:
        return SILENT
    result = find(sentence, clause, passive_subject, kind, lemma, at=at, responsible=agent)
    result.recipients = [r for r in recipients if all(r.start != a.start for a in agent)]
    if subject.kind == PARTY and lemma in ("orientere", "informere", "underrette", "advisere"):
        result.recipients = result.recipients or list(subject.parties)
    if kind is Kind.TASK:
        _weigh_remark(result, lemma, words, agent, dated(sentence, clause))
    if any(a.outsider for a in agent):
        result.optional = True
    return result.mark("passive", *(("modal",) if ordered else ()))


def _weigh_remark(result: Find, lemma: str, words: list[str], agent: list[Mention], has_day: bool) -> None:
    """Corrections to a document and standing work are optional without an agent or a day (GUIDE.md section 4)."""
    if lemma == "rette" and "henvendelse" in words:
        return
    if "så vidt muligt" in " ".join(words):
        result.optional = True
    remark = lemma in _REMARKS or (lemma in ("tænke",) and "ind" in words) or (lemma == "koble" and "på" in words)
    if (remark and not agent and not has_day) or (lemma == "arbejde" and not agent):
        result.optional = True
        result.clauses.append("4 rettes til / justeres / indarbejdes")


def _passive_kind(  # noqa: PLR0912
    sentence: Sentence,
    clause: Clause,
    subject: Subject,
    lemma: str,
    words: list[str],
    recipients: list[Mention],
    times: list[TimeExpression],
    ordered: bool,
) -> Kind | None:
    has_day = dated(sentence, clause)
    again = "igen" in words or "videre" in words or "atter" in words or "næste" in words
    if lemma in ("udsætte", "udskyde", "genoptage"):
        return Kind.DEFERRAL
    if is_forward(sentence, words, lemma, recipients) and lemma != "godkende":
        return Kind.FORWARD
    if lemma in ("tage", "følge", "samle") and "op" in words[:4]:
        return Kind.STATUS if has_day or again or lemma != "tage" or ordered else None
    if lemma == "tage" and ("dagsordenen" in words or "dagsorden" in words) and "af" in words:
        return Kind.DEFERRAL
    if lemma in ("tage", "behandle") and any(w in ("gang",) for t in times for w in t.text.casefold().split()[-1:]):
        return Kind.DEFERRAL if lemma == "tage" else Kind.STATUS
    if lemma == "sætte" and ("på" in words or "som" in words) and (_agenda(words) or any(t.deadline.anchor for t in times) or recipients):
        return Kind.FORWARD if any(is_body(sentence, r) for r in recipients) else Kind.STATUS
    if lemma == "tage" and any(t.deadline.anchor or "møde" in t.text.casefold() for t in times):
        return Kind.STATUS  # "Den tages på mødet den 20. marts"
    if lemma == "medtage" and "punkt" in words:
        return Kind.STATUS
    if lemma in ("give", "gøre", "lave", "foretage", "gennemføre", "udarbejde", "aflægge", "træffe", "tage") and (
        _status_object(words) or _status_subject(sentence, clause)
    ):
        return Kind.STATUS if has_day or ordered or lemma in ("lave",) else None
    if lemma in _DECIDED_LATER or (lemma == "lægge" and words[:1] == ["fast"]):
        later = any(t.start > sentence.tokens[clause.verb].start for t in times if t.deadline.due or t.deadline.anchor)
        return Kind.STATUS if later else (Kind.TASK if lemma == "lægge" else None)
    if lemma in COMES_BACK:
        if lemma in ("orientere", "informere") and subject.kind == PARTY and not acts_for_forum(sentence, subject):
            return Kind.TASK if has_day or ordered or subject.sure >= 2 else None
        elsewhere = [r for r in recipients if not is_own_forum(sentence, r)]
        if elsewhere and lemma in ("forelægge", "præsentere", "fremlægge"):
            return Kind.FORWARD if any(is_body(sentence, r) for r in elsewhere) else Kind.TASK
        if has_day or again or ordered or lemma in _WITHOUT_TIME or any(t.deadline.precision == "none" for t in times):
            return Kind.STATUS
        return None
    if lemma in ("prøve", "teste", "afprøve"):
        return Kind.STATUS if lemma == "prøve" or "periode" in words or "over" in words else Kind.TASK
    if lemma == "give" and not recipients and not any(w in words for w in _MESSAGES):
        first = sentence.tokens[clause.field[0]].low.removesuffix("et").removesuffix("en") if clause.field[0] < clause.field[1] else ""
        return Kind.TASK if first in _MESSAGES else None
    if lemma == "afholde" and any(t.low.startswith("udgift") for t in sentence.tokens[clause.start : clause.end]):
        return None
    if lemma == "finde" and ordered and words[:1] in (["en"], ["et"], ["nye"], ["ny"], ["nyt"], ["flere"], ["to"], ["tre"], ["andre"]):
        return Kind.TASK
    if lemma == "se" and words[:1] == ["på"]:
        return Kind.TASK
    if (
        lemma in _NOT_ACTS
        and not (ordered and lemma in ("betale", "føre", "vælge", "måle"))
        and not (has_day and lemma in ("betale", "vælge", "måle", "finde", "aftale", "bruge-nej"))
    ):
        return None
    return Kind.TASK


def _status_subject(sentence: Sentence, clause: Clause) -> bool:
    begin, end = clause.field
    return has_status_noun(
        [t.low.removesuffix("en") if t.low.removesuffix("en") in STATUS_NOUNS else t.low for t in sentence.tokens[begin:end]]
    )


def _bodies(sentence: Sentence, clause: Clause, lemma: str, at: int) -> list[Mention]:
    """The body behind "sættes på", "behandles i", "forelægges på X's møde", "sendes i høring i/hos"."""
    if lemma not in (
        "sætte",
        "behandle",
        "forelægge",
        "drøfte",
        "præsentere",
        "fremlægge",
        "sende",
        "tage",
        "udsende",
        "oversende",
        "godkende",
        "rejse",
    ):
        return []
    limit = _limit(clause)
    for place in range(at + 1, limit - 1):
        token = sentence.tokens[place]
        if token.low not in ("på", "i", "hos", "ved", "til"):
            continue
        if token.low == "i" and sentence.tokens[place + 1].low in ("høring",):
            continue
        named = _meeting_of(sentence, place + 1, limit)
        if named is not None:
            return [] if is_own_forum(sentence, named) else [named]
        if token.low == "til" and lemma != "sætte":
            continue
        if sentence.words(place - 2, place) == "til udtalelse" and lemma in ("sende", "oversende", "udsende"):
            found, _ = sentence.reader.group(place + 1, limit)
            return [m for m in found if not is_own_forum(sentence, m)]
        found, _ = sentence.reader.group(place + 1, limit)
        found = [m for m in found if m.text.casefold() not in ("fu",) or not is_own_forum(sentence, m)]
        if found and (lemma in ("sende", "udsende", "sætte") or any(is_body(sentence, m) for m in found)):
            if all(is_own_forum(sentence, m) for m in found) and lemma != "sætte":
                return []
            if lemma in ("sende", "udsende") and not (
                "høring" in own_words(sentence, clause, at)
                or "udtalelse" in own_words(sentence, clause, at)
                or "orientering" in own_words(sentence, clause, at)
            ):
                continue
            return [m for m in found if not is_own_forum(sentence, m)]
    return []


def agent_of(sentence: Sentence, clause: Clause, at: int) -> list[Mention]:
    """Who a passive says is to act: "udarbejdes af HR"."""
    limit = _limit(clause)
    for place in range(at + 1, limit - 1):
        if sentence.tokens[place].low == "af":
            found, _ = sentence.reader.group(place + 1, limit)
            good = [m for m in found if m.sure >= 2]
            before = sentence.tokens[place - 1]
            adjacent = (
                place - at <= 3
                or before.kind == "t"
                or sentence.tokens[place - 1].low in ("ud", "op", "ind", "i", "nærmere")
                or before.low.endswith(("en", "et", "ne", "er", "igen", "hænde"))
            )
            if good and adjacent:
                return good
    return []


__all__ = ["FORUM_WE", "Form", "Sense", "active_kind", "agent_of", "passive_find"]
_ = (_EVENTS, _SHOWING)
