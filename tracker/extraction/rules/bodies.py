"""Bodies, members and agents a clause names behind its verb: "på Økonomiudvalgets møde", "bestående af", "af HR"."""

from __future__ import annotations

import re

from tracker.domain.deadline import NEXT_MEETING
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause, own_end
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import COUNTED, SURE, Mention
from tracker.extraction.recipients import also_to
from tracker.extraction.rules.helpers import is_body, is_own_forum, is_treating, own_words
from tracker.extraction.subjects import subject_of
from tracker.extraction.tokens import TIME
from tracker.extraction.vocabulary import agent_kind, is_definite


def body_behind(sentence: Sentence, clause: Clause, at: int) -> list[Mention]:
    """The body behind "i", "på": "tager sagen op i klubben"."""
    limit = own_end(clause)
    for place in range(at + 1, limit - 1):
        if sentence.tokens[place].low in ("i", "på", "over", "for", "ved", "med"):
            found, _ = sentence.reader.group(place + 1, limit)
            if found:
                return [m for m in found if is_treating(sentence, m) or m.text.casefold().startswith("klub")]
            named = meeting_of(sentence, place + 1, limit)
            if named is not None:
                return [named]
    return []


_MEETINGS = ("BM", "GF", "UM", "team", "personale", "gruppe", "medarbejder", "lærer", "kontor")
"""What names a meeting and no body: letters (bestyrelsesmøde, generalforsamling, udvalgsmøde), and those of the place itself."""


def meeting_of(sentence: Sentence, at: int, limit: int) -> Mention | None:
    """A body named by its meeting: "på direktionsmødet", "på Økonomiudvalgets møde", "til fællesrådets møde"."""
    if at >= limit:
        return None
    token = sentence.tokens[at]
    if token.time is not None:
        forum = token.time.deadline.anchor_forum or ""
        told = (agent_kind(forum.casefold()) is PartyKind.BODY or not forum.islower()) and forum not in _MEETINGS
        return Mention(forum, at, at + 1, PartyKind.BODY) if forum and told else None
    if token.low.endswith("-") and at + 3 < limit and sentence.tokens[at + 1].low == "og":
        whole = meeting_of(sentence, at + 2, limit)  # "på Social- og Sundhedsudvalgets møde"
        return Mention(f"{token.text} og {whole.text}", at, whole.end, PartyKind.BODY) if whole is not None else None
    bare = token.low.removesuffix("s").rstrip("'’")
    meets = at + 1 < limit and (
        sentence.tokens[at + 1].low in ("næste", "kommende", "dagsorden", "dagsordenen")
        or sentence.tokens[at + 1].low.endswith(("møde", "møder"))  # also "på udvalgets temamøde"
        or (sentence.tokens[at + 1].kind == TIME and "møde" in sentence.tokens[at + 1].low)  # "på LMU's næste møde"
    )
    if token.low.endswith("s") and meets:
        if agent_kind(bare) or token.capital:
            return Mention(token.text.removesuffix("s").rstrip("'’"), at, at + 1, PartyKind.BODY)
        return None
    for ending in ("smødet", "smøde", "møde", "mødet"):
        if token.low.endswith(ending) and agent_kind(token.low.removesuffix(ending)) in (PartyKind.BODY, PartyKind.ROLE, PartyKind.GROUP):
            return Mention(token.text, at, at + 1, PartyKind.BODY)
    return None


_BODY_IN_TIME = re.compile(
    r"(?:på|ved|til|i|inden) (?:det |den )?(?:næste |kommende |førstkommende )?([A-ZÆØÅa-zæøå][\w\-]*?)(?:[s-]?møde[tr]?(?:ne)?)?(?= |\Z)"
)


def body_in_time(sentence: Sentence, clause: Clause) -> Mention | None:
    """Another body that the time itself names: "på direktionsmødet i april", "på næste HovedMED-møde", "på Økonomiudvalget den 3."."""
    for time in times_of(sentence, clause):
        name = time.deadline.anchor_forum
        nobody = name is not None and (
            name in _MEETINGS or (name.islower() and agent_kind(name) in (None, PartyKind.ROLE))
        )  # "på næste budgetmøde", "på næste BM", "på næste chefmøde"
        if nobody or (name is None and time.deadline.anchor == NEXT_MEETING):
            continue
        match = _BODY_IN_TIME.match(time.text)
        word = match.group(1) if match else ""
        whole = match.group(0).split()[-1] if match else ""
        if (
            name is None
            and word
            and (
                agent_kind(word.casefold().removesuffix("s")) is PartyKind.BODY
                or agent_kind(word.casefold()) is PartyKind.BODY
                or (word != whole and agent_kind(word.casefold()) in (PartyKind.ROLE, PartyKind.GROUP))  # "på chefmødet"
                or (word.isupper() and len(word) > 1)
            )
        ):
            name = word if word == whole or "-" in whole else whole
        if name:
            mention = Mention(name, 0, 0, PartyKind.BODY)
            return None if is_own_forum(sentence, mention) or is_own_forum(sentence, Mention(word, 0, 0, PartyKind.BODY)) else mention
    return None


def _is_set_up(noun: str) -> bool:
    """Whether a noun names a group without its article: "et festudvalg", "en arbejdsgruppe"."""
    return agent_kind(noun) in (PartyKind.BODY, PartyKind.GROUP) and not is_definite(noun)


def members_of(sentence: Sentence, clause: Clause, at: int) -> list[Mention]:
    """The members of a group set up: "bestående af Asta, Per og Liv", "med Asta og Per"."""
    seated = _seated(sentence, clause)
    if seated:
        return seated
    begin, stop = clause.field
    led = next((k for k in range(begin, stop - 1) if sentence.words(k, k + 2) == "bestående af"), None)
    if led is not None:
        return [m for m in sentence.reader.group(led + 2, stop)[0] if m.sure >= SURE]  # "Et udvalg bestående af Bo og Ea blev nedsat"
    limit = own_end(clause)
    for place in range(at + 1, limit - 1):
        if clause.form.lemma == "nedsætte" and _is_set_up(sentence.tokens[place - 1].low) and sentence.tokens[place].capital:
            listed = sentence.reader.group(place, limit)[0]
            if len(listed) > 1 and all(m.sure >= SURE for m in listed):
                return listed  # "et udvalg Anja, Gerda og Susse"
        if sentence.tokens[place].text == "(" and agent_kind(sentence.tokens[place - 1].low) in (PartyKind.BODY, PartyKind.GROUP):
            bracketed, stop = sentence.reader.group(place + 1, limit)
            if bracketed and stop < len(sentence.tokens) and sentence.tokens[stop].text == ")" and all(m.sure >= SURE for m in bracketed):
                return bracketed  # "et udvalg (AD og TE)"
        if sentence.words(place, place + 2) == "med deltagelse":
            continue  # "af" follows
        if sentence.tokens[place].low in ("af", "med", ":") and (
            sentence.tokens[place].low in ("med", ":") or sentence.tokens[place - 1].low in ("bestående", "deltagelse")
        ):
            found, _ = sentence.reader.group(place + 1, limit)
            sent = [m for m in found if " for " in m.text or " fra " in m.text]  # "Bo, Ea og en repræsentant for Løn"
            if sent and len(sent) < len(found) and found[0].sure >= SURE:
                return [m for m in found if m.sure >= SURE or m in sent]
            if not found or found[0].text.split()[0].casefold() in COUNTED:
                return []  # "to medlemmer af udvalget og en leder" names nobody
            named = [m for m in found if m.sure >= SURE and m.text.split()[0].casefold() not in COUNTED | _SOME_OF_THEM]
            if named:
                return named + _and_some(sentence, named[-1].end, limit)
    return []


_SOME_OF_THEM = frozenset(("repræsentanter", "medlemmer", "deltagere"))


def _and_some(sentence: Sentence, at: int, limit: int) -> list[Mention]:
    """ "Nadja, Per | og to elever fra udskolingen": members who are only counted."""
    if at + 4 >= limit or sentence.tokens[at].low not in ("og", "samt") or sentence.tokens[at + 1].low not in COUNTED:
        return []
    if sentence.tokens[at + 3].low not in ("fra", "i", "for"):
        return []
    text = " ".join(sentence.text[sentence.tokens[at + 1].start : sentence.tokens[at + 4].end].split())
    return [Mention(text, at + 1, at + 5, PartyKind.GROUP, SURE)]


_SEATS = frozenset("have indgå deltage sidde være repræsentere".split())


def _seated(sentence: Sentence, clause: Clause) -> list[Mention]:
    """ "en styregruppe, hvor A og B har sæde", "…, hvori A og B indgår": members named in a relative clause."""
    for sub in clause.subs:
        if sub.link == "hv" and (stood := _stands_for(sentence, sub)):
            return stood
        if sub.link == "hv" and sub.form.lemma in _SEATS:
            found = subject_of(sentence, sub)
            if found.parties and found.sure >= SURE and all(m.kind in (PartyKind.PERSON, PartyKind.ROLE) for m in found.parties):
                return found.parties
    return []


def _stands_for(sentence: Sentence, sub: Clause) -> list[Mention]:
    """ "…, hvori lederne er repræsenteret ved A og B"."""
    for at in range(sub.verb + 1, sub.end - 2):
        if sentence.tokens[at].low == "repræsenteret" and sentence.tokens[at + 1].low in ("ved", "af", "v"):
            found, _ = sentence.reader.group(at + 2, sub.end)
            return [m for m in found if m.sure >= SURE and m.kind in (PartyKind.PERSON, PartyKind.ROLE, PartyKind.UNKNOWN)]
    return []


def _treats(sentence: Sentence, mention: Mention, lemma: str) -> bool:
    """ "behandles i ledergruppen": other managers may treat a case; what is sent to them is only for them to read."""
    return (
        is_treating(sentence, mention)
        if lemma in ("behandle", "drøfte", "sætte", "tage", "rejse", "bringe")
        else is_body(sentence, mention)
    )


def other_bodies(sentence: Sentence, clause: Clause, lemma: str, at: int) -> list[Mention]:
    """The body behind "sættes på", "behandles i", "forelægges på X's møde", "sendes i høring i/hos"."""
    if lemma not in (
        "sætte",
        "behandle",
        "forelægge",
        "drøfte",
        "præsentere",
        "fremlægge",
        "fremrykke",
        "lægge",
        "sende",
        "tage",
        "udsende",
        "oversende",
        "godkende",
        "rejse",
        "bringe",
    ):
        return []
    limit = own_end(clause)
    for place in range(at + 1, limit - 1):
        token = sentence.tokens[place]
        before = token.low == "for" and lemma in ("lægge", "forelægge", "fremlægge", "præsentere")
        if token.low not in ("på", "i", "hos", "ved", "til") and not before:
            continue
        if token.low == "i" and sentence.tokens[place + 1].low in ("høring",):
            continue
        named = meeting_of(sentence, place + 1, limit)
        if named is not None:
            return [] if is_own_forum(sentence, named) else [named]
        if token.low == "til" and lemma != "sætte":
            continue
        if sentence.words(place - 2, place) == "til udtalelse" and lemma in ("sende", "oversende", "udsende"):
            found, _ = sentence.reader.group(place + 1, limit)
            return [m for m in found if not is_own_forum(sentence, m)]
        found, _ = sentence.reader.group(place + 1, limit)
        found = [m for m in found if m.text.casefold() not in ("fu",) or not is_own_forum(sentence, m)]
        if found and (lemma in ("sende", "udsende", "sætte") or any(_treats(sentence, m, lemma) for m in found)):
            if all(is_own_forum(sentence, m) for m in found) and lemma != "sætte":
                return []
            if lemma in ("sende", "udsende") and not (
                "høring" in own_words(sentence, clause, at)
                or "udtalelse" in own_words(sentence, clause, at)
                or "orientering" in own_words(sentence, clause, at)
            ):
                continue
            return [m for m in found + also_to(sentence, found, limit) if not is_own_forum(sentence, m)]
    return []


_TREATED_THERE = frozenset("behandle drøfte afgøre vedtage godkende tage forelægge".split())


def sent_where(sentence: Sentence, clause: Clause, find: Find) -> None:
    """Give a case sent on without a receiver the body it is sent to: "besluttede at sende den i høring i Ældrerådet"."""
    if find.kind is not Kind.FORWARD:
        return
    treated = [s for s in clause.subs if s.link == "hv" and s.form.lemma in _TREATED_THERE and sentence.tokens[s.start + 1].low == "hvor"]
    if treated and not find.times:
        find.times = times_of(sentence, treated[0])  # "sendes til Byrådet, hvor den behandles den 28. februar"
    if find.recipients or find.verb is None:
        return
    at = next((k for k in range(clause.verb, clause.end) if sentence.tokens[k].start == find.verb[0]), clause.verb)
    named = body_in_time(sentence, clause)
    sent = other_bodies(sentence, clause, "sende", at) or ([named] if named is not None else [])
    find.recipients = [m for m in sent if all(m.text != r.text for r in find.responsible)]


_BARE_BODIES = ("udvalg", "udvalget", "råd", "rådet", "med")
_STANDING = (*_BARE_BODIES, "udvalgene", "rådene", "kommunalbestyrelsen", "regionsrådet")


_LETTERED = frozenset("hmu lmu cmu fmu amu lamu hsu fsu kkr kb øu".split())


def is_standing(body: Mention) -> bool:
    """Whether a body is called by a name of its own: "Teknisk Udvalg", "Ældrerådet", not "udvalget" or "resten af rådet"."""
    words = body.text.casefold().split()
    if words[0] in _LETTERED or (words[:2] == ["udvalget", "for"]):
        return True  # "HMU", "Udvalget for Kultur og Fritid"
    return words[-1].endswith(_STANDING) and (len(words) > 1 or words[0] not in _BARE_BODIES) and words[0] not in ("resten", "hele")


def written_to(sentence: Sentence, clause: Clause, at: int) -> bool:
    """Whether what is written is for somebody who is not the own forum."""
    for place in range(at + 1, own_end(clause) - 1):
        if sentence.tokens[place].low == "til":
            named = sentence.reader.group(place + 1, own_end(clause))[0]
            return bool(named) and not any(is_own_forum(sentence, m) for m in named)
    return False
