"""Lines without a verb in which something is handed in or answered: "Tilmelding til Bo senest 3. maj" (GUIDE.md section 2, recipients)."""

from __future__ import annotations

from tracker.danish.names import is_initials
from tracker.danish.verbs import Form, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import LIKELY, SURE, Mention
from tracker.extraction.rules.bidding import orders
from tracker.extraction.rules.labels import whole_sentence
from tracker.extraction.rules.named_first import named_task
from tracker.extraction.rules.onward import REPLIES
from tracker.extraction.rules.reports import is_status_noun
from tracker.extraction.tokens import SIGN, WORD

_BACK = (["retur"], ["tilbage"], ["ind"])


def handed_in(sentence: Sentence) -> Find | None:
    """ "Stof til sommernummeret til Mette senest 10. april": a thing, somebody, and a last day, and no verb."""
    tokens = sentence.tokens
    if (
        pick(tokens[0].low if tokens else "", Form.PARTICIPLE)
        or not 4 <= len(tokens) < _LONGEST_PHRASE
        or tokens[0].kind != WORD
        or tokens[0].low in _NO_THINGS
        or sentence.clauses
    ):
        return None
    last = next((k for k in range(len(tokens) - 1, 2, -1) if tokens[k].kind != SIGN), 0)
    time = tokens[last].time
    if time is None or time.past or time.deadline.due is None or not LIMIT.match(tokens[last].low):
        return None
    for at in range(last - 2, 0, -1):
        if tokens[at].low == "til":
            found, stop = sentence.reader.group(at + 1, last)
            people = (PartyKind.PERSON, PartyKind.ROLE, PartyKind.DEPARTMENT)
            named = [m for m in found if (m.kind in people or is_initials(m.text)) and m.sure >= SURE]
            if named and named == found and stop == last and tokens[at - 1].kind == WORD:
                colon = next((k for k in range(1, min(at, 7)) if tokens[k].text == ":"), 0)
                if colon and orders(sentence, colon + 1) and (ordered := named_task(sentence)) is not None:
                    ordered.recipients = found
                    return ordered  # "Lis og Bo: Send listen til Per inden fredag"
                result = whole_sentence(sentence, Kind.TASK)
                result.recipients, result.responsible = found, _from(sentence, at)
                return result.mark("weak")
            return None
    return None


def _from(sentence: Sentence, to: int) -> list[Mention]:
    """Who hands it in: "Bemærkninger fra centrene til Økonomi"."""
    at = next((k for k in range(to - 1, 0, -1) if sentence.tokens[k].low == "fra"), 0)
    found, stop = sentence.reader.group(at + 1, to) if at else ([], 0)
    return found if stop == to else []


_LONGEST_PHRASE = 14
_NO_THINGS = frozenset("næste frist deadline svarfrist tidsfrist møde mødet invitation indkaldelse dagsorden afbud fra til".split())


def asked_back(sentence: Sentence) -> Find | None:
    """ "Kommentarer til pjecen: til Tove": who an answer goes to, where the line names nothing else."""
    low = [t.low for t in sentence.tokens]
    if not low or low[0] not in REPLIES or "til" not in low:
        return None
    at = len(low) - 1 - low[::-1].index("til")
    found, stop = sentence.reader.group(at + 1, len(low))
    if not found or any(m.sure < SURE for m in found) or any(t.kind == WORD for t in sentence.tokens[stop:]):
        return None
    result = whole_sentence(sentence, Kind.TASK)
    result.recipients, result.nominal = found, True
    result.rules.append("reply-to")
    result.clauses.append("2 recipients")
    return result


def reply(sentence: Sentence) -> Find | None:
    """ "Tilmelding til Aksel senest 20. maj." """
    tokens = sentence.tokens
    low = [t.low for t in tokens]
    if (
        not low
        or not (
            low[1:2] in _BACK
            or low[0] in REPLIES
            or low[0] == "retur"
            or (low[1:2] and low[1] in REPLIES and low[0] in ("eventuelle", "evt", "skriftlige", "yderligere", "alle"))
        )
        or ("til" not in low and low[0] != "tilmelding" and low[1:2] not in _BACK)
    ):
        return None
    at = len(low) - 1 - low[::-1].index("til") if "til" in low else len(low)
    if "hos" in low:
        at = len(low) - 1 - low[::-1].index("hos")  # "Tilmelding til turen senest 1. april hos Birgit"
    found, _ = sentence.reader.group(at + 1, len(tokens))
    if not found and "til" in low and low.index("til") != at:
        found, _ = sentence.reader.group(low.index("til") + 1, len(tokens))
    if not found and at + 1 < len(low) and low[at + 1] in ("ham", "hende"):
        found = sentence.memory.one(low[at + 1])
    result = whole_sentence(sentence, Kind.TASK)
    if low[1:2] in _BACK and "til" not in low and any(LIMIT.match(t.text.casefold()) for t in result.times):
        return result  # "Kommentarer retur senest onsdag"
    if low[1:2] in _BACK and low[2:3] == ["til"] and result.times:
        result.recipients = sentence.reader.group(3, len(tokens))[0]
        return result if result.recipients else None  # "korrektur retur til IW senest 26/5"
    if low[0] == "tilmelding" and not found and any(t.text.casefold().startswith(("senest", "inden")) for t in result.times):
        return result  # "Tilmelding på listen i køkkenet senest 1/12"
    if not found or not (result.times or low[0] in ("tilmelding", "afbud", "framelding", "indmelding", "tilbagemelding")):
        return None
    result.recipients, result.responsible = found, _from(sentence, at)
    return result


def brought_by(sentence: Sentence) -> Find | None:
    """ "Første udkast fra HPI ultimo januar.": a paper, who makes it, whom it is for and by when, and no verb."""
    tokens = sentence.tokens
    if sentence.clauses or not 3 < len(tokens) < _LONGEST_PHRASE:
        return None
    head = next((k + 1 for k, t in enumerate(tokens[:4]) if t.text == ":"), 0)  # "Flytteplan: første udkast fra HPI"
    noun = next((k for k in range(head, min(head + 3, len(tokens) - 1)) if tokens[k].kind == WORD and tokens[k].low not in _ANEW), 0)
    status = is_status_noun(tokens[noun].low)
    if not (status or tokens[noun].low.endswith(_PAPERS)) or sentence.words(noun + 1, noun + 2) != "fra":
        return None
    people, at = sentence.reader.group(noun + 2, len(tokens))
    if not people or any(m.sure < LIKELY or m.outsider for m in people):
        return None
    receivers: list[Mention] = []
    if at + 1 < len(tokens) and tokens[at].low == "til" and tokens[at + 1].kind == WORD:
        receivers, at = sentence.reader.group(at + 1, len(tokens))
    result = whole_sentence(sentence, Kind.STATUS if status else Kind.TASK)
    if any(t.kind == WORD for t in tokens[at:]) or not has_day(result.times) or any(t.past for t in result.times):
        return None
    result.responsible, result.recipients = people, receivers
    return result.mark("label")


_ANEW = frozenset("første andet andet. 1. 2. endeligt nyt kort samlet revideret et".split())
_PAPERS = ("udkast", "oplæg", "notat", "forslag", "bud", "skitse", "plan", "beregning", "høringssvar", "tekst", "liste", "oversigt")
