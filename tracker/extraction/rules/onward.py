"""Sentences without a finite verb that put the matter off, bring it back or send it on."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, pick
from tracker.domain.followup import Kind
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find, Sentence
from tracker.extraction.rules.bidding import orders
from tracker.extraction.rules.bodies import meeting_of
from tracker.extraction.rules.helpers import is_body, is_own_forum
from tracker.extraction.rules.kinds import names_agenda
from tracker.extraction.rules.labels import _times, whole_sentence
from tracker.extraction.rules.reports import POINTS, STATUS_NOUNS, has_status_noun, is_status_noun
from tracker.extraction.tokens import SIGN, TIME, WORD
from tracker.extraction.vocabulary import PUT_OFF, is_definite

REPLIES = frozenset(
    """
        tilmelding svar input bemærkninger kommentarer tilbagemelding afbud framelding henvendelse ønsker forslag indmelding
        rettelser spørgsmål indsigelser klager kandidater
    """.split()
)

"""Nouns for what is sent back: "Tilmelding til Bo"."""

_OPEN_MARKS = frozenset("næste ny nyt endelig fornyet opfølgende afsluttende første anden kommende".split())


_FIGURES = ("tal", "regnskab", "måling", "statistik", "opgørelse")
"""How nouns end that say what the next figures are ("Næste kvartalstal på mødet i maj")."""
_AGAIN = frozenset("på op igen tilbage punktet sagen emnet dagsordenen her kommer med".split())
"""Words of a line that only says that the matter comes back."""


_MOVED = frozenset("overført flyttet rykket skubbet skudt gemt videreført".split())
_LONGEST = 26
"""Words; a longer line is prose in which something is said to be put off."""


def postponed(sentence: Sentence) -> Find | None:
    """ "Udsat til maj.", "Genoptages på mødet i juni", "Beslutning om hegnet udsat", "Ikke nået."."""
    words = [t.low for t in sentence.tokens if t.kind == WORD]
    if not words:
        return None
    if words[0] in (*PUT_OFF, "udsættes", "udskydes", "bordlægges", "genoptages") and (
        len(words) < 2 or words[1] not in ("unge", "børn", "boligområde", "områder", "familier")
    ):
        return whole_sentence(sentence, Kind.DEFERRAL)
    if words[0] in _MOVED and len(sentence.tokens) > 1 and sentence.tokens[1].kind == TIME and sentence.tokens[1].low.startswith("til "):
        return whole_sentence(sentence, Kind.DEFERRAL)  # "Overført til næste møde."
    if words in (["ikke", "nået"], ["punktet", "ikke", "nået"], ["blev", "ikke", "nået"], ["nåede", "vi", "ikke"]):
        return whole_sentence(sentence, Kind.DEFERRAL)
    for at, token in enumerate(sentence.tokens):
        if token.low in PUT_OFF and at > 0 and len(words) < _LONGEST:
            before = sentence.tokens[at - 1].low
            if before in ("er", "har", "blev", "ikke", "den", "et", "særligt") or not (
                at + 1 == len(sentence.tokens)
                or sentence.tokens[at + 1].kind in (TIME, SIGN)
                or sentence.tokens[at + 1].low in ("til", "indtil", "på", "pga", "grundet", "da", "fordi", "idet")
                or sentence.words(at + 1, at + 3) in ("med henblik", "af hensyn", "på grund", "i afventning")
            ):
                return None
            return whole_sentence(sentence, Kind.DEFERRAL)
    if "næste" in sentence.words(0, len(sentence.tokens)) and words[0] in ("punktet", "punkt") and ("nået" in words or "udgår" in words):
        return whole_sentence(sentence, Kind.DEFERRAL)
    return None


def _parted_from_day(sentence: Sentence) -> bool:
    """ "Status på sygefravær: på mødet den 7. maj", "Evaluering af forsøget – uge 20": nothing but a sign before the day."""
    last = [t for t in sentence.tokens if t.text != "."][-2:]
    return len(last) > 1 and last[0].text in ":–-" and last[1].kind == TIME


def _then_at_last(sentence: Sentence) -> bool:
    """ "Status på budgettet om et halvt år", "Evaluering af forløbet til efteråret": a time at the end that tells when, not of what."""
    last = next((t for t in reversed(sentence.tokens) if t.kind != SIGN), None)
    if last is None or last.time is None:
        return False
    told = last.low.startswith(("til ", "efter ")) and not {"season", "holiday"}.isdisjoint(last.time.rules)
    return told or last.low.startswith(("om ", "inden ", "på mødet "))


_DRAWN_UP = ("udkast", "oplæg", "plan", "skitse", "forslag", "notat")


def comes_back(sentence: Sentence) -> Find | None:
    """ "Næste status: 4.5.2026", "Endelig godkendelse på mødet i juni"."""
    words = [t.low for t in sentence.tokens if t.kind == WORD]
    times = _times(sentence)
    if words[:1] and words[0] in ("punktet", "sagen", "emnet") and "igen" in words and set(words) <= _AGAIN:
        return whole_sentence(sentence, Kind.STATUS)  # "Sagen på igen, når naboen har svaret"
    if not words or not times or len(words) > 14 or not any(t.deadline.due or t.deadline.anchor for t in times):
        return None
    head = words[:3]
    if ("videre", "til") in pairwise(words[:4]):
        return None  # "Rapport videre til KB 27/11": sent on
    if words[0] in ("tages", "drøftes", "evalueres", "behandles") or "budgetopfølgning" in head or "pr" in words[:3]:
        return None
    first = sentence.tokens[1] if len(sentence.tokens) > 2 else None
    listed = first is not None and first.time is not None and first.time.deadline.anchor and first.low.startswith("til ")
    if words[0] in POINTS and listed and len(words) > 1 and words[1] not in ("ingen", "intet"):
        return whole_sentence(sentence, Kind.STATUS)  # "Punkt til næste møde: Mobilpolitik"
    if words[0] in STATUS_NOUNS and ("første", "gang") in pairwise(words[2:]):
        return whole_sentence(sentence, Kind.STATUS)  # "Status på aftalen hvert kvartal, første gang i maj"
    named = next((k for k, w in enumerate(words[:6]) if w.startswith("dagsorden") or w == "bordet"), 0)
    drawn_up = words[named] == "bordet" and any(w.endswith(_DRAWN_UP) for w in words[: named - 1])  # "Udkast på bordet i april"
    paper = drawn_up or any(w in ("tilbage", "igen") or w.endswith(_FIGURES) or is_status_noun(w) for w in words[: named - 1])
    served = words[named] == "bordet" and not paper  # "Mad på bordet i april"
    if named and words[named - 1] == "på" and len(words) <= named + 3 and not served:
        return whole_sentence(sentence, Kind.TASK if drawn_up else Kind.STATUS)  # "Husorden på dagsordenen til næste møde"
    figures = words[1:2] and words[1].endswith(_FIGURES) and len(words) < 9 and any(t.kind == TIME for t in sentence.tokens[2:4])
    opens = words[0] in _OPEN_MARKS and (has_status_noun(head) or {"prognose", "snak", "runde", "vurdering"} & set(head[:2]) or figures)
    alone = (
        words[0] in STATUS_NOUNS and (sentence.tokens[1].kind == TIME or sentence.tokens[1].text in ":–-" or words[1:] == ["her"])
        if len(sentence.tokens) > 1
        else False
    )
    bidden = alone and len(sentence.tokens) > 3 and sentence.tokens[2].capital and orders(sentence, 2)
    alone = alone and not bidden  # "Opsamling: Giv Gitte svar senest på fredag"
    comma = next((k for k, t in enumerate(sentence.tokens) if t.text == ","), len(sentence.tokens))
    first_words = [t.low for t in sentence.tokens[:comma] if t.kind == WORD]
    bare = "igen" in first_words and set(first_words) <= _AGAIN  # "På igen 7/2", "På igen 7/2, da med lederne"
    bare = bare or (("på", "igen") in pairwise(words[:5]) and len(words) < 5)  # "Risikolog på igen i oktober"
    bare = bare or (words[1:] == ["igen"] and is_definite(words[0]))  # "Opgørelsen igen 8. maj"
    matter = words[0] in ("punktet", "sagen", "emnet", "temaet") and ("igen" in words or "på" in words[:2] or "tilbage" in words[:2])
    again = (
        matter
        or ("igen" in words and names_agenda([w for w in words if w != "næste"]))
        or (("igen" in words or "videre" in words) and has_status_noun(words[:4]))
    )
    meeting = (
        (words[0] in STATUS_NOUNS or words[0] == "planlægning")
        and words[1:2] in (["af"], ["på"], ["om"])
        and (any(t.deadline.anchor for t in times) or _parted_from_day(sentence) or _then_at_last(sentence))
    )
    if opens or alone or again or bare or meeting:
        return whole_sentence(sentence, Kind.STATUS)
    return None


def to_hearing(sentence: Sentence) -> Find | None:
    """ "Derefter i høring i lokalMED", "Videre til Økonomiudvalget": the case goes on without a verb saying so."""
    low = [t.low for t in sentence.tokens]
    if low[:1] in (["sendt"], ["oversendt"], ["fremsendt"], ["videresendt"], ["henvist"]) and len(low) < _SHORT_LINE:
        behind = next((k for k in range(len(low) - 1, 0, -1) if low[k] in ("i", "til", "hos")), 0)
        told, _ = sentence.reader.group(behind + 1, len(low)) if behind else ([], 0)
        if told and all(is_body(sentence, m) and not is_own_forum(sentence, m) for m in told):
            sent = whole_sentence(sentence, Kind.FORWARD)
            sent.recipients = told
            return sent  # "Sendt til behandling i Teknisk Udvalg"
    at = next((k for k, w in enumerate(low[:4]) if w in ("i", "til") and low[k - 1 : k] != ["er"]), None)
    opens = at is not None and all(w in ("derefter", "herefter", "så", "og", "videre", "sagen", "punktet", "går") for w in low[:at])
    if low[:2] in (["herefter", "høring"], ["derefter", "høring"], ["så", "høring"]) and low[2:3] in (["i"], ["hos"], ["blandt"]):
        heard = whole_sentence(sentence, Kind.FORWARD)
        heard.recipients = sentence.reader.group(3, len(low))[0]
        return heard  # "Herefter høring i LBR"
    if at is not None and opens and low[at + 1 : at + 2] == ["høring"]:
        result = whole_sentence(sentence, Kind.FORWARD)
        step = at + 3 if low[at + 2 : at + 3] in (["i"], ["hos"], ["til"], ["blandt"]) else at + 2
        result.recipients = sentence.reader.group(step, len(low))[0]
        return result
    if at is not None and opens and low[at] == "til" and low[at + 1 : at + 2] and low[at + 1] in _PURPOSES and low[at + 2 : at + 3] in _IN:
        told, _ = sentence.reader.group(at + 3, len(low))
        if told and all(is_body(sentence, m) and not is_own_forum(sentence, m) for m in told):
            result = whole_sentence(sentence, Kind.FORWARD)
            result.recipients = told
            return result  # "Til orientering i HovedMED"
    return handed_up(sentence, low)


_THEN = ("derefter", "herefter", "dernæst", "siden", "senere")
_SHORT_LINE = 12
_PURPOSES = frozenset("orientering behandling godkendelse drøftelse udtalelse beslutning høring".split())
_IN = (["i"], ["hos"], ["på"])


def _on_its_day(sentence: Sentence, low: list[str], at: int) -> bool:
    """ "Sag om støtte i Økonomiudvalget 17.06.", unlike "Var i Byrådet 17.06.", "Ekstra møde i rådet 17.06."."""
    then = low[at] == "i" and at + 2 < len(low) and sentence.tokens[at + 2].kind == TIME
    return then and not low[at - 1].endswith(("møde", "mødet")) and pick(low[0], Form.PAST, Form.PRESENT) is None


def handed_up(sentence: Sentence, low: list[str]) -> Find | None:
    """ "Samlet oversigt til Børne- og Skoleudvalget i marts": no verb, but a body and when; or "videre til Byrådet"."""
    if len(low) > 22 or any(t.time is not None and t.time.past for t in sentence.tokens):
        return None
    onward = "videre" in low[:4]
    if not sentence.clauses and any(t.kind == WORD and not t.capital and pick(t.low, Form.PARTICIPLE) for t in sentence.tokens[2:]):
        return None  # "Brev til Havnebestyrelsen afsendt 1. marts": done
    for at in range(1, len(low) - 1):
        then = at == 1 and low[at] == "i" and low[0] in _THEN  # "Derefter i HovedMED den 28. marts"
        then = then or _on_its_day(sentence, low, at)
        if (low[at] not in ("til", "på") and not then) or low[0] in REPLIES:
            continue
        named = meeting_of(sentence, at + 1, len(low))
        found = [named] if named is not None else sentence.reader.group(at + 1, len(low))[0]
        if found and all(is_body(sentence, m) and not is_own_forum(sentence, m) for m in found):
            result = whole_sentence(sentence, Kind.FORWARD)
            if not (onward or then) and (not has_day(result.times) or any(t.deadline.earliest is None for t in result.times[:1])):
                return None
            result.recipients = found
            return result
    return None
