"""To whom something is handed, sent, written, reported or announced (GUIDE.md section 4, "Recipients")."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

from tracker.danish.names import is_first_name
from tracker.danish.verbs import Form, pick
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause, own_end
from tracker.extraction.datives import dative_of
from tracker.extraction.find import Sentence
from tracker.extraction.made_for import MAKING, SHOWING, made_for, shown_to
from tracker.extraction.mention import LIKELY, PRONOUNS, Mention
from tracker.extraction.pronouns import one_before, those_before
from tracker.extraction.receiver_nouns import by_trade
from tracker.extraction.subjects import Subject
from tracker.extraction.tokens import NUMBER, SIGN, TIME, WORD
from tracker.extraction.vocabulary import FORWARD_NOUNS, agent_kind, is_definite

HANDING = frozenset(
    "sende udsende rundsende fremsende eftersende tilsende tilstille oversende videresende indsende tilbagesende melde tilmelde"
    " tilbagemelde indmelde udmelde"
    " aflevere indlevere levere give afgive indgive skrive svare besvare meddele oplyse orientere informere underrette advisere rapportere"
    " afrapportere redegøre overdrage videregive uddele udlevere omdele indberette henvende rette vende returnere"
    " uddelegere forelægge fremlægge præsentere bringe sætte tage holde formidle kommunikere komme udsende genfremlægge fordele dele"
    " videreformidle"
    " viderebringe viderestille bekendtgøre anmelde tilgå ringe formulere indstille udlevere stille gå indbringe begære"
    " varsle varsko advisere ansøge overføre overgive overlevere"
    " opgive uploade indrapportere klage"
    " løfte hjemvise rejse sige dele foreligge ligge være aflægge fortælle berette afsende lægge"
    " skulle".split()
)
"""Verbs that hand something over when "til", "for" or a bare dative names somebody."""
_NOT_HANDING = frozenset("ringe formulere stille gå lægge".split())
_TRYING = frozenset({"prøve", "forsøge"})
_PLACES = frozenset(
    "hjemmesiden intranettet nyhedsbrevet facebook aula budgetforhandlingerne referatet mailen opslagstavlen bladet".split()
)


def recipients_of(sentence: Sentence, clause: Clause, lemma: str, subject: Subject, start: int | None = None) -> list[Mention]:
    """The parties the clause hands something to; none for verbs that only contact or make something."""
    begin = start if start is not None else max(subject.after, clause.verb + 1)
    limit = own_end(clause)
    tried = next((k for k in range(begin, limit - 1) if sentence.tokens[k].low == "at"), None) if lemma in _TRYING else None
    inner = pick(sentence.tokens[tried + 1].low, Form.INFINITIVE) if tried is not None else None
    if inner is not None and tried is not None:
        lemma, begin = inner.lemma, tried + 2  # "vil prøve at sende den til museet"
    if lemma == "lægge" and "ud" in sentence.low(begin, limit):
        lemma = "sende"  # "lægges ud til kommentering hos forældrene"
    if lemma in MAKING:
        return made_for(sentence, begin, limit) or _addressed(sentence, begin, limit)
    if (told := _let_know(sentence, lemma, begin, limit)) is not None:
        return told
    if lemma == "gøre":
        return dative_of(sentence, begin, limit, lemma, subject) or _over_for(sentence, begin, limit)
    if lemma in SHOWING and (shown := shown_to(sentence, begin, limit, lemma)):
        return shown
    if lemma not in HANDING or lemma in _NOT_HANDING:
        if begin + 1 < limit and sentence.tokens[begin].low in ("ham", "hende") and is_definite(sentence.tokens[begin + 1].low):
            return sentence.memory.one(sentence.tokens[begin].low)  # "refunderer ham beløbet"
        return [] if lemma == "følge" else _over_for(sentence, begin, limit) or _addressed(sentence, begin, limit)
    if lemma in ("tage", "formidle") and any(
        t.low in ("kontakt", "kontakten", "fat", "hånd", "hensyn", "stilling", "initiativ") for t in sentence.tokens[begin:limit]
    ):
        return []
    pronoun = lemma == "give" and sentence.words(begin, begin + 1) in ("ham", "hende", "dem")
    notice = pronoun and sentence.words(begin + 1, begin + 2) in ("besked", "svar", "nøglen", "information")
    found = [] if notice else _prepositional(sentence, clause, lemma, begin, limit)  # "giver dem besked om at ringe til Bo"
    if not found:
        dative = dative_of(sentence, begin, limit, lemma, subject)
        found = dative or next((f for gap in clause.gaps() if (f := _prepositional(sentence, clause, lemma, *gap))), [])
    return found or _front(sentence, clause, lemma, turned=bool(subject.parties) and subject.parties[0].start > clause.verb)


def _let_know(sentence: Sentence, lemma: str, begin: int, limit: int) -> list[Mention] | None:
    """ "lader sekretæren vide, at …", "… og lade formanden vide, om …", "lader den gå rundt til lederne"; None where nobody is let know."""
    if lemma != "lade":
        if "lade" not in sentence.low(begin, limit):
            return None
        begin = sentence.lows.index("lade", begin) + 1
    words = sentence.low(begin, limit)
    round_to = next((k for k, w in enumerate(words) if w in ("til", "blandt", "hos")), 0)
    if round_to and {"rundt", "cirkulere"} & set(words[:round_to]):
        return _parties(sentence, begin + round_to + 1, limit)
    return _parties(sentence, begin, limit) if {"vide", "høre"} & set(words) else None


def _prepositional(sentence: Sentence, clause: Clause, lemma: str, begin: int, limit: int) -> list[Mention]:
    """The first parties behind "til", "for", "hos" or "over for" in these words of the clause."""
    for at in range(begin, limit):
        token = sentence.tokens[at]
        if token.kind != WORD:
            continue
        if token.low == "for" and at > begin and agent_kind(sentence.tokens[at - 1].low):
            after = sentence.tokens[at + 1] if at + 1 < limit else None
            if after is not None and (after.capital or agent_kind(after.low) is None):
                continue  # "Udvalget for Sundhed og Ældre" is one name
        about = token.low == "til" and at > begin and sentence.tokens[at - 1].low in _PROPOSALS
        if about and any(t.low == "til" for t in sentence.tokens[at + 1 : min(limit, at + 8)]):
            continue  # "forslag til oplægsholdere til sekretæren"
        if token.low == "til" and lemma == "rejse" and _treated_behind(sentence, at, limit):
            continue  # "rejser spørgsmålet om udstyr til dagplejerne i krisestaben"
        if token.low == "til" and lemma == "tage" and ("med", "til") in pairwise(sentence.low(at, limit)):
            continue  # "tager spørgsmålet om bussen til Ladby med til Trafikudvalget"
        if (token.low in ("til", "for", "hos", "over") or (token.low == "med" and lemma == "dele")) and (
            found := _behind_preposition(sentence, at, limit, lemma, clause)
        ):
            return found + also_to(sentence, found, limit)
    return []


def _treated_behind(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether behind "til" it says where a matter is raised: "i krisestaben", "på direktionsmødet"."""
    places = (k for k in range(at + 1, limit - 1) if sentence.tokens[k].low in ("i", "på"))
    return any(agent_kind(sentence.tokens[k + 1].low) in (PartyKind.BODY, PartyKind.GROUP) for k in places)


def also_to(sentence: Sentence, found: list[Mention], limit: int) -> list[Mention]:
    """ "til orientering i udvalget samt til godkendelse i byrådet", "til Ea med kopi til Bo": further receivers, each with its purpose."""
    words = sentence.low(found[-1].end, min(found[-1].end + 4, limit)) if found else []
    if words[:3] == ["med", "kopi", "til"]:
        return _parties(sentence, found[-1].end + 3, limit)
    purpose = words[:1] in (["og"], ["samt"]) and words[1:2] == ["til"] and words[2:3] and words[2] in FORWARD_NOUNS
    return _parties(sentence, found[-1].end + 4, limit) if purpose and words[3:] in (["i"], ["hos"], ["på"], ["ved"]) else []


_PROPOSALS = frozenset("forslag idéer ideer input emner kandidater bidrag spørgsmål bemærkninger ændringer rettelser".split())


def _over_for(sentence: Sentence, begin: int, limit: int) -> list[Mention]:
    """ "bekræfter det over for Fjordgården": told to somebody, whatever the verb."""
    for at in range(begin, limit - 2):
        if sentence.tokens[at].low == "over" and sentence.tokens[at + 1].low == "for":
            return _parties(sentence, at + 2, limit)
    return []


_TELLING = frozenset("redegøre berette orientere informere".split())
_PRESENTING = frozenset("forelægge fremlægge præsentere gennemgå genfremlægge indbringe oplyse redegøre berette fortælle aflægge".split())


def _behind_preposition(sentence: Sentence, at: int, limit: int, lemma: str, clause: Clause) -> list[Mention]:
    tokens = sentence.tokens
    word = tokens[at].low
    if word == "over":
        if at + 1 < limit and tokens[at + 1].low == "for":
            return _parties(sentence, at + 2, limit)
        return []
    if word == "med":
        return _parties(sentence, at + 1, limit)
    if word == "for":
        shown = lemma in _PRESENTING or (lemma == "holde" and any(t.low.startswith("oplæg") for t in tokens[clause.verb : at]))
        return _parties(sentence, at + 1, limit) if shown and tokens[at - 1].low != "frist" else []
    if word == "hos":
        signs = any(t.low in ("sig", "os", "dem", "jer", "dig") for t in tokens[clause.verb : at])  # "skriver sig på hos Gerda"
        kept = (
            lemma in ("være", "ligge", "foreligge", "aflevere", "indlevere")
            or (signs and lemma in ("skrive", "melde", "tilmelde"))
            or _forwarded(sentence, clause)
        )
        return _parties(sentence, at + 1, limit) if kept else []
    if lemma in _TELLING:
        return []  # "redegør for turen til bostederne"
    step = at + 1
    if step < limit and tokens[step].low in FORWARD_NOUNS:
        while step < limit and tokens[step].low not in ("i", "hos", "på", "for", "til", "ved", "af"):
            if tokens[step].kind in (TIME, SIGN):
                return []
            step += 1
        if step < limit and tokens[step].low in ("i", "hos", "på", "for", "til", "ved"):
            return _parties(sentence, step + 1, limit)
        return []
    return _parties(sentence, step, limit)


def _forwarded(sentence: Sentence, clause: Clause) -> bool:
    return any(t.low in FORWARD_NOUNS for t in sentence.tokens[clause.start : clause.end])


def _parties(sentence: Sentence, at: int, limit: int) -> list[Mention]:
    """The parties named right here; a body may be named by its meeting ("Økonomiudvalgets møde")."""
    tokens = sentence.tokens
    while at < limit and tokens[at].low in ("både", "henholdsvis", "hhv", "dels", "såvel", "enten", "bl.a", "evt", "."):
        at += 1
    if (
        at < limit
        and tokens[at].kind == WORD
        and tokens[at].low.endswith("s")
        and at + 1 < limit
        and tokens[at + 1].low in ("møde", "møder", "næste")
    ):
        name = _body_by_meeting(sentence, at)
        if name is not None:
            return [name]
    served = _served(sentence, at, limit)
    if served:
        return served
    if at < limit and tokens[at].low in PRONOUNS and tokens[at].low not in ("de", "vedkommende"):
        return one_before(sentence, at) if PRONOUNS[tokens[at].low] == 1 else those_before(sentence, at)
    if at < limit and (tokens[at].low in _PLACES or tokens[at].low in ("selv",)):
        return []
    found, _ = sentence.reader.group(at, limit)
    named = [m for m in found if m.sure >= LIKELY and m.text.casefold() not in _PLACES]
    return named or _counted(sentence, at, limit) or by_trade(sentence, at, limit)


_NUMERALS = frozenset("to tre fire fem seks syv otte ni ti elleve tolv øvrige andre resterende".split())


def _counted(sentence: Sentence, at: int, limit: int) -> list[Mention]:
    """Receivers told by how many they are: "de fire", "de 23", "de ni familier", "resten af rådet"."""
    tokens = sentence.tokens
    if at + 2 < limit and tokens[at].low == "resten" and tokens[at + 1].low == "af":
        found, stop = sentence.reader.group(at + 2, limit)
        return [Mention("resten af " + found[0].text, at, stop, PartyKind.GROUP)] if found else []
    if at + 1 >= limit or tokens[at].low != "de" or not (tokens[at + 1].low in _NUMERALS or tokens[at + 1].kind == NUMBER):
        return []
    end = at + 2
    noun = tokens[end] if end < limit else None
    if noun is not None and noun.kind == WORD and noun.low.endswith("er") and not noun.capital:
        end += 1
    text = " ".join(sentence.text[tokens[at].start : tokens[end - 1].end].split())
    return [Mention(text, at, end, PartyKind.GROUP)]


def _served(sentence: Sentence, at: int, limit: int) -> list[Mention]:
    """ "til Ældrerådets og Handicaprådets orientering": whose purpose it serves is who receives it."""
    found: list[Mention] = []
    while at < limit and sentence.tokens[at].kind == WORD and sentence.tokens[at].low.endswith("s"):
        named = _body_by_meeting(sentence, at)
        if named is None:
            return []
        person = is_first_name(named.text)
        found.append(dataclasses.replace(named, kind=PartyKind.PERSON) if person else named)
        after = sentence.tokens[at + 1].low if at + 1 < limit else ""
        if after in FORWARD_NOUNS:
            return found
        at += 2 if after in ("og", "samt", ",") else 1
    return []


def _body_by_meeting(sentence: Sentence, at: int) -> Mention | None:
    token = sentence.tokens[at]
    bare = token.text.removesuffix("s").removesuffix("'")
    if agent_kind(bare.casefold()) or (token.capital and at > 0):
        return Mention(bare, at, at + 1, agent_kind(bare.casefold()) or PartyKind.BODY)
    return None


def _front(sentence: Sentence, clause: Clause, lemma: str, *, turned: bool) -> list[Mention]:
    """The object fronted with "til": "Til naboerne sender Per et brev"; `turned` where one behind the verb sends what stands in front."""
    if lemma not in HANDING:
        return []
    begin, end = clause.field
    if begin < end and sentence.tokens[begin].low == "til":
        return _parties(sentence, begin + 1, end)
    letter = sentence.tokens[begin].low if begin + 2 < end and sentence.tokens[begin + 1].low == "til" else ""
    if letter in _LETTERS or letter.startswith(_SENT_THINGS):
        return _parties(sentence, begin + 2, end)  # "Brev til de pårørende skrives af Pernille"
    to = next((k for k in range(begin + 1, end - 1) if sentence.tokens[k].low == "til"), -1)
    written = to > 0 and sentence.tokens[to - 1].low in _LETTERS - _MATERIAL
    sent = to > 0 and turned and clause.form.lemma in _SENDING
    return _parties(sentence, to + 1, end) if written or sent else []  # "En rykker til de fire sender Mona", "Planen til EKB sender ROD"


def _addressed(sentence: Sentence, begin: int, limit: int) -> list[Mention]:
    """ "nedfælder synspunkterne i et brev til Børn og Unge": a letter has a receiver, whatever is done with it."""
    for at in range(begin, limit - 2):
        word, before = sentence.tokens[at].low, sentence.tokens[at - 1].low
        letter = word in _LETTERS and (before in ("et", "en") or (at == begin and word not in _MATERIAL))
        if letter and sentence.tokens[at + 1].low == "til":
            return _parties(sentence, at + 2, limit)
    return []


_SENDING = frozenset("sende fremsende udsende oversende videresende aflevere levere give melde".split())
_SENT_THINGS = ("brevet", "brevene", "svaret", "svarene", "indkaldelsen", "invitationen", "skrivelsen", "mailen")
_MATERIAL = frozenset({"information", "materiale"})
_LETTERS = frozenset("skrivelse brev seddel mail besked indbydelse invitation svar rykker information materiale høringssvar".split())
