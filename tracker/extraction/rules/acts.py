"""What is to be done, told in the passive: by whom, to whom, of what kind (GUIDE.md section 4, "Who", "Task or status")."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Verb
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import has_day, times_of
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import LIKELY, Mention
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.agents import agent_of
from tracker.extraction.rules.bodies import body_behind, body_in_time, members_of, other_bodies
from tracker.extraction.rules.forms import CASE_WORDS, with_particle
from tracker.extraction.rules.helpers import dated, find, is_body, is_own_forum, own_words
from tracker.extraction.rules.kinds import FORWARDING
from tracker.extraction.rules.passive_kinds import passive_kind
from tracker.extraction.rules.reports import laid_first
from tracker.extraction.rules.rule import SILENT, Silent
from tracker.extraction.subjects import PARTY, Subject
from tracker.extraction.tokens import SIGN
from tracker.extraction.vocabulary import agent_kind

_REMARKS = frozenset(
    """
        rette justere tilrette tilføje indarbejde indføje præcisere korrigere indskrive medtage tilpasse omformulere omskrive
        ændre konsekvensrette supplere uddybe fremgå indsætte
    """.split()
)


_TOLD = frozenset("oplyse orientere informere underrette advisere varsko varsle".split())


def _body_of(sentence: Sentence, clause: Clause, at: int, lemma: str, words: list[str]) -> list[Mention]:
    """The body of the meeting a matter goes to, or that it is sent into: "sendes direkte i Byrådet"."""
    named = body_in_time(sentence, clause)
    if named is None and lemma == "sende" and "i" in words[:3] and "høring" not in words:
        return [body for body in body_behind(sentence, clause, at) if is_body(sentence, body)]
    return [named] if named is not None else []


def _plainly(lemma: str, words: list[str]) -> str:
    """The plain verb of "optages på dagsordenen", "optages som fast punkt" and "holdes orienteret"."""
    if lemma in ("optage", "tage") and ("fast", "punkt") in pairwise(words[:5]):
        return "indføre"
    if lemma == "optage" and any(w.startswith("dagsorden") for w in words[:5]):
        return "sætte"
    told = not {"orienteret", "underrettet", "informeret", "ajour"}.isdisjoint(words[:3])
    return "orientere" if lemma == "holde" and told else lemma


_SAID_OR_PAID = frozenset("indstille anbefale foreslå afholde betale finansiere dække bære".split())
"""Passives with an agent that are done by saying so, or tell who bears a cost."""


def _is_council(agent: Mention) -> bool:
    return agent.kind is PartyKind.BODY


def passive_find(sentence: Sentence, clause: Clause, subject: Subject, verb: Verb, at: int, *, ordered: bool) -> Find | Silent:
    """A passive act: what is to be done, by whom if an agent is named, to whom, and of what kind. `ordered` after "skal"."""
    words = own_words(sentence, clause, at + 1)
    turned = at == clause.verb and verb.lemma not in _ADDED_TO and words[:1] != [] and words[0] in CASE_WORDS
    words = words[int(turned) :]  # "Herefter lægges | sagen | på Økonomiudvalgets møde"
    lemma = _plainly(with_particle(verb.lemma, words), words)
    ordered = ordered or lemma != verb.lemma == "holde"
    agent = agent_of(sentence, clause, max(at, subject.after - 1)) if "bestående" not in words or words[:1] == ["af"] else []
    set_up = lemma == "nedsætte" or (lemma in _SETTING_UP and any(map(_is_group, words[:3])))
    if set_up or (agent and all(a.kind is PartyKind.GROUP for a in agent)):
        agent = members_of(sentence, clause, at) or agent
    persons = subject.kind == PARTY and all(p.kind is PartyKind.PERSON for p in subject.parties)
    if lemma == "nedsætte" and not agent and persons:
        agent = list(subject.parties)  # "Mads, Rasmus og Ole nedsættes som arbejdsgruppe"
    chosen = lemma in ("udnævne", "udpege", "vælge", "bemyndige", "udvælge") and words[:2] == ["til", "at"]
    agent = agent or (list(subject.parties) if persons and chosen else [])  # "Knud udpeges til at ringe rundt"
    passive_subject = Subject("thing", after=at + 1)
    bodies = other_bodies(sentence, clause, lemma, at)
    recipients = bodies or recipients_of(sentence, clause, lemma, passive_subject, at + 1)
    times = times_of(sentence, clause)
    if not recipients and lemma in FORWARDING:
        recipients = bodies = _body_of(sentence, clause, at, lemma, words)
    if not recipients:
        recipients = _sent_on(sentence, clause, at)
        lemma = "videresende" if recipients else lemma
    told_first = subject.kind == PARTY and subject.sure >= LIKELY and "for" not in words[:2] and laid_first(clause, lemma)
    readers = recipients or (list(subject.parties) if told_first else [])  # "Direktionen forelægges svaret, inden det sendes"
    kind = passive_kind(sentence, clause, subject, lemma, words, readers, times, ordered)
    anew = lemma in ("forelægge", "fremlægge") and (("på", "ny") in pairwise(words) or "igen" in words[:3])
    if kind is Kind.TASK and anew and not any(is_body(sentence, r) and not is_own_forum(sentence, r) for r in recipients):
        kind = Kind.STATUS  # "forelægges på ny for ledergruppen"
    if (
        kind is None
        and agent
        and (lemma != "godkende" or ordered)
        and (lemma not in _SAID_OR_PAID or (lemma in ("indstille", "foreslå") and has_day(times) and not any(map(_is_council, agent))))
    ):  # "Kandidater indstilles af lederne til Ditte senest den 1. maj"
        kind = Kind.TASK
    if kind is None:
        return SILENT
    result = find(sentence, clause, passive_subject, kind, lemma, at=at, responsible=agent)
    result.recipients = [r for r in recipients if all((r.start, r.text) != (a.start, a.text) for a in agent)]
    told = lemma in _TOLD or (
        lemma == "gøre" and {"opmærksom", "opmærksomme"} & set(words[:2])
    )  # "Vagtcentralen skal gøres opmærksom på …"
    if subject.kind == PARTY and told:
        result.recipients = result.recipients or list(subject.parties)
    if (
        subject.kind == PARTY
        and subject.sure >= 2
        and lemma in ("forelægge", "tilsende")
        and not result.recipients
        and "for" not in words[:2]
    ):
        result.recipients = list(subject.parties)  # "Udvalget forelægges en ny status om et år"
    _held_instead(sentence, clause, result)
    if kind is Kind.DEFERRAL or lemma in ("flytte", "rykke", "fremrykke"):
        verb_at = sentence.tokens[at].start  # the new day stands behind the verb, "– planlagt til maj –" before it
        towards = ("til ", "frem til ", "indtil ", "på ")
        result.times.sort(key=lambda t: (not t.text.casefold().startswith(towards), t.start < verb_at))  # not "afbud i dag"
    if kind is Kind.TASK:
        _weigh_remark(result, lemma, words, agent, dated(sentence, clause))
    if any(a.outsider for a in agent):
        result.optional = True
    return result.mark("passive", *(("modal",) if ordered else ()))


_ADDED_TO = frozenset(("vedlægge", "vedhæfte", "tilføje"))
"""What is added to the case, which then stands behind: "Svarene vedlægges sagen"."""
_SETTING_UP = frozenset("danne etablere oprette sammensætte stifte".split())


def _is_group(word: str) -> bool:
    return agent_kind(word) in (PartyKind.GROUP, PartyKind.BODY)


def _sent_on(sentence: Sentence, clause: Clause, at: int) -> list[Mention]:
    """ "skydes videre til Hovedudvalget": whatever the verb, the matter goes on to that body."""
    for place in range(at + 1, min(at + 4, clause.end - 2)):
        if sentence.words(place, place + 2) == "videre til":
            return [m for m in sentence.reader.group(place + 2, clause.end)[0] if is_body(sentence, m)]
    return []


def _held_instead(sentence: Sentence, clause: Clause, result: Find) -> None:
    """ "flyttes således, at mødet holdes den 10. juni", "rykkes, så mødet holdes …": its new day stands in the clause behind."""
    moved = clause.form.lemma in ("flytte", "rykke", "fremrykke")
    links = ("at", "så") if moved else ()
    held = next((s for s in clause.subs if s.link in links and has_day(times_of(sentence, s))), None)
    if held is not None:
        last = held.end - 1
        while sentence.tokens[last].kind == SIGN:
            last -= 1
        result.times, result.end = times_of(sentence, held), max(result.end, sentence.tokens[last].end)


_RECURRING = frozenset("årligt årlig årlige månedligt månedlig ugentligt ugentlig".split())


def _weigh_remark(result: Find, lemma: str, words: list[str], agent: list[Mention], timed: bool) -> None:
    """Corrections to a document and standing work are optional without an agent or a day (GUIDE.md section 4)."""
    if lemma == "rette" and "henvendelse" in words:
        return
    if "så vidt muligt" in " ".join(words):
        result.optional = True
    if not timed and not agent and not _RECURRING.isdisjoint(words[:6]):
        result.optional = True  # "Der betales et årligt bidrag"
    remark = (
        lemma in _REMARKS
        or (lemma == "skrive" and "ind" in words[:3])
        or (lemma in ("tænke",) and "ind" in words)
        or (lemma == "koble" and "på" in words)
    )
    if (remark and not agent and not timed) or (lemma == "arbejde" and not agent):
        result.optional = True
        result.clauses.append("4 rettes til / justeres / indarbejdes")
