"""Labels, dashes and brackets that name who does it (GUIDE.md section 4, "Labels")."""

from __future__ import annotations

import re
from itertools import pairwise

from tracker.danish.names import is_first_name, is_initials
from tracker.danish.verbs import Form, pick
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import is_attributive
from tracker.extraction.deadlines import ordered, usable
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import SURE, Mention
from tracker.extraction.rules.forms import READY
from tracker.extraction.rules.reports import is_status_noun
from tracker.extraction.tokens import SIGN, TIME, WORD, Token
from tracker.extraction.verb_places import is_only_infinitive
from tracker.extraction.vocabulary import agent_kind, is_definite, is_topic
from tracker.extraction.widening import widened

_SUBHEADING = re.compile(r"(?:\A|\n)[ \t]*\d{1,2}\.\d{1,2}\.?[ \t]*\Z")
_SUBHEADING_REACH = 40
_DASHES = frozenset("-–—")


def _times(sentence: Sentence, begin: int = 0) -> list[TimeExpression]:
    found = []
    for at in range(begin, len(sentence.tokens)):
        time = sentence.tokens[at].time
        if time is not None and usable(time) and not is_attributive(sentence.tokens, at):
            found.append(widened(sentence, at))
    return ordered(found)


def whole_sentence(sentence: Sentence, kind: Kind, begin: int = 0) -> Find:
    """A find over the whole sentence from `begin` on, with its times."""
    end = len(sentence.tokens)
    while end > begin + 1 and sentence.tokens[end - 1].kind == SIGN and sentence.tokens[end - 1].text not in ')"':
        end -= 1
    result = Find(kind, sentence.tokens[begin].start, sentence.tokens[end - 1].end)
    result.times = _times(sentence, begin)
    return result.mark("fragment")


def dash_name(sentence: Sentence) -> Find | None:
    """ "Sandkassen tømmes – Keld." without a finite verb: "Nye pærer i gangen – Keld"."""
    named = trailing_names(sentence)
    if named is None or (named[1] < 2 and sentence.tokens[named[1]].text != "("):
        return None
    if _SUBHEADING.search(sentence.text[max(0, sentence.start - _SUBHEADING_REACH) : sentence.start]):
        return None  # "5.1. Juniorer (Arne)" is a heading with its presenter
    come = sentence.tokens[0].low in ("ny", "nyt", "nye") and agent_kind(sentence.tokens[1].low) is not None
    if come or any(office.low in LABELS_OF_OFFICE and sign.text == ":" for office, sign in pairwise(sentence.tokens)):
        return None  # "Nyt medlem i ældrerådet: Gurli Friis": who has come; "Formand: Bodil, næstformand: Maja"
    dated = any(t.time is not None and not t.time.past for t in sentence.tokens)  # "Opdateret prognose til næste møde (JOB)"
    if not dated and is_definite(sentence.tokens[0].low) and agent_kind(sentence.tokens[0].low) is not None:
        return None  # "Ledelsen på skolen (CN)": who that is
    if not dated and any(pick(t.low, Form.PARTICIPLE, Form.PAST) for t in sentence.tokens[:1]):
        return None
    result = whole_sentence(sentence, Kind.TASK)
    result.responsible = named[0]
    out = next((k for k in range(1, named[1] - 1) if sentence.words(k - 1, k + 1) in ("ud til", "rundt til", "videre til")), 0)
    if out:
        result.recipients = sentence.reader.group(out + 1, named[1])[0]  # "Pakkeliste ud til forældrene – Mikkel"
    return result.mark("label")


_OPEN_STATES = frozenset("åben åbent igang påbegyndt ny afventer".split())
LABELS_OF_OFFICE = frozenset(
    "ej referant fmd næstfmd kass sekr sign"
    " referent dirigent ordstyrer mødeleder formand næstformand kasserer sekretær afbud fraværende deltagere deltager mødt til stede gæst"
    " fravær forfald udeblevet inhabil inhabile forperson næstforperson observatør observatører tilhørere"
    " gæster fra ved ref valg valgt genvalgt suppleanter revisorer medlemmer"
    " sagsbehandler sagsejer sagsansvarlig punktejer oplægsholder"
    " ansvarlig tovholder kontakt kontaktperson beslutning referat"
    " indstilling hjælpere mål formål tema".split()
)


def task_named(sentence: Sentence) -> Find | None:
    """ "Kaffe og brød: Ruth", "Telt: HS + RV": a list of what is to be done, each with its person behind a colon."""
    tokens = sentence.tokens
    end = len(tokens)
    while end and tokens[end - 1].text in ".;,":
        end -= 1
    colon = next((k for k in range(end - 2, 0, -1) if tokens[k].text == ":"), None)
    if colon is None:
        return None
    office = (tokens[0].low in LABELS_OF_OFFICE and tokens[1].low not in ("for", "på", "af")) or (
        tokens[0].low == "på" and tokens[1].low in LABELS_OF_OFFICE
    )
    office = office or tokens[colon - 1].low in LABELS_OF_OFFICE  # "Sagsnr.: 21/331 Sagsbehandler: Ida"
    seated = agent_kind(tokens[colon - 1].low) in (PartyKind.BODY, PartyKind.GROUP)  # "Bedømmelsesudvalg: KM og ES" names members
    if office or seated or any(pick(t.low, Form.PAST) and t.low != "brød" for t in tokens[:colon] if not t.capital):
        return None
    found, stop = sentence.reader.group(colon + 1, end)
    rest = all(t.kind in (TIME, SIGN) for t in tokens[stop:end])  # "Annonce i avisen: Signe, uge 33"
    if not found or not rest or not all(may_own(sentence, m) and m.kind is not PartyKind.ROLE for m in found):
        return None
    named, whole = sentence.reader.group(0, colon)
    if named and whole == colon and all(m.sure >= SURE for m in named):
        return None  # "Arbejdsgruppen: Ruth og Aage" names members, not a task
    result = whole_sentence(sentence, Kind.TASK)
    result.responsible = found
    result.nominal = True
    return result.mark("label")


def tells_of_past(sentence: Sentence) -> bool:
    """Whether a line names a time that has passed: "KAL: Godt møde i fredags" reports."""
    return any(t.time is not None and t.time.past for t in sentence.tokens)


def trailing_names(sentence: Sentence) -> tuple[list[Mention], int] | None:
    """The parties after a last dash, comma or in last brackets, or as initials at the end, and where that sign or name stands; None when
    nobody is named there."""
    tokens = sentence.tokens
    end = len(tokens)
    while end and tokens[end - 1].text in ".;!":
        end -= 1
    if end > 3 and tokens[end - 1].text == ")":
        return _in_brackets(sentence, end)
    return _last_initials(sentence, end) or _behind_comma(sentence, end) or _behind_dash(sentence, end)


def _in_brackets(sentence: Sentence, end: int) -> tuple[list[Mention], int] | None:
    tokens = sentence.tokens
    begin = next((k for k in range(end - 2, max(0, end - 9), -1) if tokens[k].text == "("), None)
    if begin is None:
        return None
    first = begin + 1
    if tokens[first].low in ("ansvarlig", "ansvar", "ansv", "tovholder", "ansvarlige", "aktion", "action"):  # "(ansvarlig: Mona)"
        first += 1
        while first < end - 1 and tokens[first].kind == SIGN:
            first += 1
    found, stop = sentence.reader.group(first, end - 1)
    rest = all(t.kind in (TIME, SIGN) for t in tokens[stop : end - 1])  # "(HLY, inden 1. december)"
    if tells_who(sentence, begin, found) or not (found and rest and all(may_own(sentence, m) for m in found)):
        return None  # also "nøgler fra Steen H. (tidligere formand)": who that is
    return found, begin


def tells_who(sentence: Sentence, bracket: int, found: list[Mention]) -> bool:
    """Whether a bracket tells the post or the unit of the one named before it: "sendes til Lone Vang (HR)"."""
    before = sentence.tokens[bracket - 1]
    if not before.capital or len(before.text) == 1:
        return False
    if all(m.kind is PartyKind.ROLE for m in found):
        return True
    person = any(is_first_name(t.text) for t in sentence.tokens[max(0, bracket - 2) : bracket])
    return person and all(is_topic(m.text) and not sentence.directory.attends(m.text) for m in found)


def _last_initials(sentence: Sentence, end: int) -> tuple[list[Mention], int] | None:
    """ "Gamle printere kasseres TPR 9/12": the initials of somebody present, with no sign before them."""
    tokens, last = sentence.tokens, end - 1
    if last < 0 or tokens[last].low in _OPEN_STATES:
        last -= 1  # a row of a table without lines: "Oversigt over låse TPR 29/11 Åben"
    while last > 2 and tokens[last].kind == TIME:
        last -= 1
    if last < 3:
        return None
    before = tokens[last - 1]
    dated = last + 1 < end and tokens[last + 1].text[:1].isdigit() and is_initials(tokens[last].text) and tokens[last].text.isupper()
    if not (dated or _present_initials(sentence, last)) or before.kind != WORD or before.low in _BEFORE_NAMES:
        return None
    if pick(before.low, Form.PARTICIPLE, Form.PAST) is not None:
        return None  # "Ferieønsker bedes meddelt AKB": who is told; "…, mente TKJ"
    return sentence.reader.group(last, last + 1)[0], last


def _behind_comma(sentence: Sentence, end: int) -> tuple[list[Mention], int] | None:
    tokens = sentence.tokens
    for k in range(end - 2, max(0, end - 7), -1):
        if tokens[k].text == "," and k > 1 and not any(t.text == "," for t in tokens[k + 1 : end]):
            found, stop = sentence.reader.group(k + 1, end)
            listed = is_initials(tokens[k - 1].text)  # "KM, ES og VN"
            if found and stop == end and not listed and all(is_initials(m.text) for m in found):
                return found, k  # "pilles ned snarest, MTK og UHA"
            holds = found and stop == end - 1 and tokens[stop].low in _HOLDING  # "Øvelse afholdes i maj, Ida tovholder"
            then = stop == end and tokens[k - 1].kind == TIME and tokens[0].low != "tak"
            then = then and bool(found) and all(m.kind is PartyKind.PERSON for m in found)
            if holds or (then and all(may_own(sentence, m) for m in found)):
                return found, k  # "Evaluering medio juni, Hanne og Dorte"
            break
    return None


def _behind_dash(sentence: Sentence, end: int) -> tuple[list[Mention], int] | None:
    tokens = sentence.tokens
    for k in range(end - 2, max(0, end - 9), -1):
        if tokens[k].text == ":" and k == end - 2 and not sentence.directory.knows_person(tokens[k + 1].text):
            return None
        behind = tokens[k].text == ":" and k > 3  # "Lågen hænger og skal rettes op: Kaj"
        if behind or (tokens[k].text in _DASHES and k > 0 and tokens[k].start > tokens[k - 1].end):
            if not behind and all(t.kind in (TIME, SIGN) for t in tokens[k + 1 : end]):
                continue  # "Undersøge pris – Bo – 1/5": a cell of its own for the day
            found, stop = sentence.reader.group(k + 1, end)
            rest = stop == end or all(t.kind in (TIME, SIGN) for t in tokens[stop:end]) or _ready_then(tokens[stop:end])
            return (found, k) if found and rest and all(may_own(sentence, m) for m in found) else None
    return None


def _ready_then(tokens: list[Token]) -> bool:
    """Whether words only say when something is there: ", klar til seminaret 9. maj"."""
    ready = len(tokens) > 2 and tokens[0].text == "," and tokens[1].low in READY
    return ready and any(t.kind == TIME for t in tokens) and sum(t.kind == WORD for t in tokens) <= _SHORT_TERM


_SHORT_TERM = 3  # words: "klar til seminaret"
_HOLDING = frozenset("tovholder tovholdere ansvarlig ansvarlige".split())
_BEFORE_NAMES = frozenset("til af fra for med hos og eller via ved på i om mod efter samt v over mellem kontakter inviterer".split())


def _present_initials(sentence: Sentence, at: int) -> bool:
    """Whether these are the initials of somebody on the attendance list."""
    token = sentence.tokens[at]
    return token.kind == WORD and is_initials(token.text) and token.text.isupper() and sentence.directory.attends(token.text)


def may_own(sentence: Sentence, mention: Mention) -> bool:
    """Whether a bare name behind a dash or in brackets is somebody: a known or initialled person, or a role."""
    first = mention.text.split()[0]
    if mention.text.casefold() in ("nej", "ja", "ok"):
        return False  # "Karameller: NEJ"
    return (
        mention.kind in (PartyKind.PERSON, PartyKind.ROLE)
        or is_initials(mention.text)
        or sentence.directory.knows_person(first)
        or (mention.kind in (PartyKind.DEPARTMENT, PartyKind.GROUP) and mention.sure == SURE)
        or (mention.kind is PartyKind.BODY and is_definite(mention.text) and (mention.text.islower() or _is_to_do(sentence)))
    )


def _is_to_do(sentence: Sentence) -> bool:
    """Whether a line begins with what can be nothing but an infinitive: "Finde en dato for festen (Bestyrelsen)"."""
    return bool(sentence.tokens) and is_only_infinitive(sentence.tokens[0])


def presented_by(sentence: Sentence, at: int) -> tuple[Mention, int] | None:
    """Who "v/Ida", "v/ Ida" or "ved Ida" at a place names, with the capitals that go on with it; and where the name ends."""
    token, tokens = sentence.tokens[at], sentence.tokens
    if token.low.startswith("v/") and token.text[2:3].isalpha():
        name, end = token.text[2:], at + 1
    elif token.low == "v" and at + 2 < len(tokens) and _stands_for_by(sentence, at):
        name, end = tokens[at + 2].text, at + 3
    elif token.low == "ved" and at + 1 < len(tokens) and _is_someone(sentence, tokens[at + 1].text):
        name, end = tokens[at + 1].text, at + 2
    else:
        return None
    while end < len(tokens) and tokens[end].capital and tokens[end].kind == WORD:
        name += " " + tokens[end].text
        end += 1
    return Mention(name, at, end, PartyKind.PERSON), end


def _stands_for_by(sentence: Sentence, at: int) -> bool:
    """Whether "v" at a place is "ved": before a stroke and a name ("v/ Ida"), or before a stop and somebody's name ("v. Ida")."""
    sign, name = sentence.tokens[at + 1].text, sentence.tokens[at + 2]
    return (sign == "/" and name.capital) or (sign == "." and _is_someone(sentence, name.text))


def _is_someone(sentence: Sentence, word: str) -> bool:
    """Whether a word names a person and no place: "ved Ida", not "ved Havnen"."""
    return word[:1].isupper() and (is_first_name(word) or sentence.directory.attends(word))


_TASK_WORDS = 4
"""Words; a longer line before "v/X" says what is to be done, a shorter one what is presented."""
_SIGNING_UP = frozenset("tilmelding indkøb bestilling booking".split())


def by_whom(sentence: Sentence) -> Find | None:
    """ "Oprydning i arkivet v/Else i uge 14": with a day it is a task, without it names who presents. "Status v/Else i maj" comes back."""
    for k, token in enumerate(sentence.tokens):
        presented = presented_by(sentence, k) if k > 0 and token.low.startswith("v") else None
        if presented is None:
            continue
        named, end = presented
        returns = is_status_noun(sentence.tokens[0].low)
        result = whole_sentence(sentence, Kind.STATUS if returns else Kind.TASK)
        known = k > _TASK_WORDS and sentence.directory.attends(named.text)  # "Påmindelse om at lukke sager v/TPR"
        if not (result.times or known) and _SIGNING_UP.isdisjoint(t.low for t in sentence.tokens[:k]):
            return None
        more = sentence.reader.group(end + 1, len(sentence.tokens))[0] if sentence.words(end, end + 1) in ("og", ",", "+") else []
        also = [m for m in more if m.kind is PartyKind.PERSON or is_initials(m.text)]  # "v/HEBR og INSK"
        result.responsible = [named, *(also if also == more else [])]
        return result.mark("label")
    return None
