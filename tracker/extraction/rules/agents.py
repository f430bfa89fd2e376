"""Who a passive says is to act: "udarbejdes af HR", "inviteres v/Ditte" (GUIDE.md section 4, "Who")."""

from __future__ import annotations

from tracker.danish.names import is_initials, looks_definite
from tracker.danish.verbs import Form, Sense, pick
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause, own_end
from tracker.extraction.find import Sentence
from tracker.extraction.mention import LIKELY, SURE, Mention
from tracker.extraction.rules.labels import presented_by
from tracker.extraction.tokens import WORD
from tracker.extraction.vocabulary import agent_kind, is_definite, is_topic


def _written_by(sentence: Sentence, at: int, limit: int, verb: int) -> list[Mention]:
    """ "sammenholdes i et notat ved driftschefen": whose work the noun is; "på kontoret ved lederen" is a place. Also "købes v. Gurli"."""
    if sentence.tokens[at].low == "v":
        named = at + 2 < limit and sentence.tokens[at + 1].text == "." and sentence.tokens[at + 2].capital
        return sentence.reader.group(at + 2, limit)[0] if named else []
    if at <= verb + 2:
        return []
    before = sentence.tokens[at - 1]
    if before.kind != WORD or looks_definite(before.low) or sentence.tokens[at - 2].low not in ("et", "en"):
        return []
    found, _ = sentence.reader.group(at + 1, limit)
    return found if all(m.sure >= SURE and m.kind in (PartyKind.PERSON, PartyKind.ROLE) for m in found) else []


_MAKING = frozenset(
    "udarbejde lave skrive fremstille affatte udforme udsende sende indkalde formulere opstille revidere indkøbe"
    " bestille aflevere opdatere undersøge hente indhente rundsende indsamle tilrettelægge planlægge arrangere booke fremsende"
    " opsætte montere reparere oprette".split()
)
_COUNTING = frozenset("en et to tre fire fem seks alle nye nyt".split())
_ACTING = (PartyKind.PERSON, PartyKind.ROLE, PartyKind.DEPARTMENT)
_PARTICLES = frozenset("ud op ind i nærmere hjem hen frem ned væk bort tilbage videre rundt sammen".split())
"""Particles between a passive and who does it: "hentes hjem af pedellen"."""
_SHOWN = frozenset("billede billeder foto fotos fotografi film portræt tegning".split())
_OF_THINGS = ("ing", "else", "analyse", "kopi", "liste", "oversigt", "del", "udgave", "model", "referat", "billede")


def _is_made(sentence: Sentence, clause: Clause, at: int, place: int) -> bool:
    """Whether "af" stands right behind what is made: "udarbejdes et revideret udkast | af HR-chefen"."""
    noun = sentence.tokens[place - 1]
    article = next((k for k in range(at + 1, place - 1) if sentence.tokens[k].low in _COUNTING), 0)
    return clause.form.lemma in _MAKING and article > 0 and noun.kind == WORD and not noun.low.endswith(_OF_THINGS)


def _named_at(sentence: Sentence, at: int, limit: int) -> tuple[list[Mention], int]:
    """The parties that stand at a place, and where they end; also roles without an article: "besvares af forperson og skoleleder"."""
    if at < limit and sentence.tokens[at].low in ("ham", "hende"):
        return sentence.memory.one(sentence.tokens[at].low), at + 1  # "indarbejdes svarene af hende"
    found, stop = sentence.reader.group(at, limit)
    joined = bool(found) and sentence.low(stop, stop + 1) in (["og"], ["samt"], ["&"])
    fields = _fields(sentence, stop + 1 if joined else at, limit) if joined or not found else []
    if found or fields:
        return [*found, *fields], fields[-1].end if fields else stop
    place = at
    while place < limit and agent_kind(sentence.tokens[place].low) is PartyKind.ROLE:
        found.append(Mention(sentence.tokens[place].text, place, place + 1, PartyKind.ROLE))
        joined = place + 2 < limit and sentence.tokens[place + 1].low in ("og", ",", "samt", "&", "/")
        if not joined or agent_kind(sentence.tokens[place + 2].low) is not PartyKind.ROLE:
            break
        place += 2
    described = (
        at + 1 < limit and sentence.tokens[at].low.endswith(_DESCRIBING) and agent_kind(sentence.tokens[at + 1].low) is PartyKind.ROLE
    )
    if described and not found:
        text = f"{sentence.tokens[at].text} {sentence.tokens[at + 1].text}"
        return [Mention(text, at, at + 2, PartyKind.ROLE)], at + 2  # "udføres af uvildig rådgiver"
    return (found, found[-1].end) if len(found) > 1 else ([], at)


def _fields(sentence: Sentence, at: int, limit: int) -> list[Mention]:
    """Departments called by their field and written small: "udarbejdes af økonomi", "af natur og vand"; "af plast" names none."""
    found: list[Mention] = []
    place = at
    while place < limit and is_topic(sentence.tokens[place].low):
        found.append(Mention(sentence.tokens[place].text, place, place + 1, PartyKind.DEPARTMENT))
        if sentence.low(place + 1, place + 2) not in (["og"], ["&"]):
            break
        place += 2
    whole = bool(found) and (found[-1].end >= limit or sentence.tokens[found[-1].end].kind != WORD or _leads_on(sentence, found[-1].end))
    if not whole:
        return []
    first, last = found[0].start, found[-1].end
    name = " ".join(t.text for t in sentence.tokens[first:last])
    return [Mention(name, first, last, PartyKind.DEPARTMENT)]


def _leads_on(sentence: Sentence, at: int) -> bool:
    """Whether the word there begins the next part of the clause, so what stands before it is a whole phrase."""
    return sentence.tokens[at].low in ("inden", "senest", "i", "til", "på", "ved", "med", "efter", "før", "og", "så", "når", "for", "der")


_DESCRIBING = ("ig", "ern", "isk", "al", "el", "et", "st")


def _apart(sentence: Sentence, clause: Clause) -> list[Mention]:
    """Who acts where "af" stands before the verb or behind a clause put in: "at der af Forsyningen gennemføres en undersøgelse"."""
    led = next((k for k in range(*clause.field) if sentence.tokens[k].low == "af"), None)
    if led is not None and sentence.tokens[clause.field[0]].low in ("der", "af"):
        fronted, reach = sentence.reader.group(led + 1, clause.field[1])
        if fronted and reach == clause.field[1]:
            return fronted
    by = clause.verb + 1 + (sentence.words(clause.verb + 1, clause.verb + 2) == "der") if clause.form.sense is Sense.MODAL else 0
    between = range(by + 1, own_end(clause)) if by and sentence.words(by, by + 1) == "af" else ()
    verb = next((k for k in between if pick(sentence.tokens[k].low, Form.PASSIVE)), 0)
    if verb:
        return sentence.reader.group(by + 1, verb)[0]  # "Herefter skal der af hvert center udpeges en tovholder"
    for begin, end in clause.gaps():
        behind = _named_at(sentence, begin + 1, end)[0] if sentence.tokens[begin].low == "af" else []
        if behind and all(m.sure >= LIKELY for m in behind):
            return behind  # "oversendes, så snart den foreligger, af forvaltningen"
    return []


def agent_of(sentence: Sentence, clause: Clause, at: int) -> list[Mention]:
    """Who a passive says is to act: "udarbejdes af HR"."""
    limit = own_end(clause)
    if "i hænderne på" in sentence.words(at, limit):
        place = next(k for k in range(at, limit) if sentence.tokens[k].low == "hænderne")
        return sentence.reader.group(place + 2, limit)[0]
    apart = _apart(sentence, clause)
    if apart:
        return apart
    agent: list[Mention] = []
    stop = 0
    if clause.form.lemma in ("aftale", "afklare", "koordinere") and at + 2 < limit and sentence.tokens[at + 1].low == "mellem":
        between = sentence.reader.group(at + 2, limit)[0]
        return between if len(between) > 1 else []  # "aftales mellem formanden og koordinatoren"
    for place in range(at + 1, limit):
        presented = presented_by(sentence, place) if sentence.tokens[place].low.startswith("v/") else None
        if presented is not None:
            return [presented[0]]  # "inviteres v/Ditte Dal"
        if sentence.tokens[place].low in ("ved", "v") and not agent:
            agent = _written_by(sentence, place, limit, at)
        if sentence.tokens[place].low == "af":
            if place < stop or sentence.tokens[place - 1].low == "vegne":
                continue  # "af lederen af Borgerservice" is one
            titled = sentence.tokens[place - 1].low
            led = place > at + 2 and sentence.tokens[place - 2].low in ("med", "til", "fra", "for", "hos", "og", ",")
            if (
                led
                and not is_definite(titled)
                and (
                    (agent_kind(titled) is PartyKind.ROLE and sentence.tokens[min(place + 1, limit - 1)].capital)
                    or agent_kind(titled) is PartyKind.GROUP
                )
            ):
                continue  # "med leder af Visitationen Rikke Lunding", "til medlemmer af udvalget"
            found, stop = _named_at(sentence, place + 1, limit)
            if sentence.words(stop, stop + 2) == "bestående af":
                found, stop = sentence.reader.group(stop + 2, limit)  # "revideres af en gruppe bestående af Bo og Ea"
            good = [m for m in found if m.sure >= LIKELY]
            before = sentence.tokens[place - 1]
            adjacent = (
                place - at <= 3
                or before.kind in ("t", "n")
                or (before.capital and before.kind == WORD and agent_kind(before.low) is None)  # "sendes til Ida Holm af HR"
                or (before.text == "," and sentence.tokens[place - 2].kind == "t")  # ", senest den 3. juni, af Bo"
                or (before.low == "ansatte" and not any(t.kind == WORD for t in sentence.tokens[stop:limit]))
                or agent_kind(before.low) is PartyKind.BODY  # "bringes op i Regions-MED af formanden"
                or sentence.tokens[place - 1].low in _PARTICLES
                or before.low.endswith(("en", "et", "ne", "er", "igen", "hænde", "gang"))
            )
            about = before.low.endswith("ning") and any(m.text.casefold().endswith("området") for m in good)
            shown = before.low in _SHOWN and not any(m.kind is PartyKind.PERSON for m in good)  # "tages et billede af bestyrelsen"
            adjacent = adjacent and not about and not shown  # nor "foretages en kulegravning af specialundervisningsområdet"
            persons = bool(good) and all(m.sure >= SURE and (m.kind is PartyKind.PERSON or is_initials(m.text)) for m in good)
            made = _is_made(sentence, clause, at, place) and all(m.sure >= SURE and m.kind in _ACTING for m in good)
            near = sentence.low(max(at + 1, place - 3), place)
            somebody = persons or (bool(good) and all(m.sure >= SURE and m.kind is PartyKind.ROLE for m in good))
            by_way = any(w in ("på", "i", "via") for w in near) and persons  # not "i en udgave af Ida"
            placed = not {"en", "et"} & set(near) and (by_way or (somebody and bool({"pr", "pr."} & set(near))))  # "pr. brev af kassereren"
            if good and (adjacent or made or placed or (persons and before.low.endswith("ing"))):  # "under behandling af JE og Helle"
                agent = good  # the last one: "i kredsen af skoleledere ... af Jens"
    return agent
