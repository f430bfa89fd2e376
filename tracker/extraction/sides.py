"""What stands beside a sentence's clauses (a time before a colon, names behind a dash), and which sentences are passed over whole."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

from tracker.danish.names import is_first_name, is_initials
from tracker.danish.sentences import Sentence as Cut
from tracker.danish.verbs import Form, pick
from tracker.domain.deadline import Precision
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import COORDINATORS, SUBORDINATORS, Clause
from tracker.extraction.deadlines import has_day, times_of, usable
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.named_beside import COLLECTIVE, LONGEST_LABEL
from tracker.extraction.phrasing import NEXT_MEETING, NOTE, QUESTION, SKIP, VOTES
from tracker.extraction.rules.events import tells_gathering
from tracker.extraction.rules.helpers import quote_range
from tracker.extraction.rules.onward import REPLIES
from tracker.extraction.tokens import SIGN, TIME, WORD


def told_where(sentence: Sentence, people: list[Mention], stop: int) -> tuple[list[Mention], int]:
    """The one party of a label with the words that tell which one is meant: "Ansvarlig: faggruppen i kemi"."""
    rest = [t for t in sentence.tokens[stop:] if t.kind == WORD]
    if len(people) != 1 or not rest or len(rest) > _LONGEST_PLACE or rest[0].low not in _WHERE or sentence.clauses:
        return people, stop
    if people[0].kind not in COLLECTIVE or stop + len(rest) > len(sentence.tokens) or sentence.tokens[stop].kind != WORD:
        return people, stop
    whole = sentence.text[sentence.tokens[people[0].start].start : sentence.tokens[stop + len(rest) - 1].end]
    return [dataclasses.replace(people[0], text=whole, end=stop + len(rest))], stop + len(rest)


_WHERE = frozenset("i på for fra ved".split())
_LONGEST_PLACE = 4


def _close_brackets(sentence: Sentence, find: Find) -> None:
    """Let a quote that opens brackets at its end close them: "Trailer lånes hos Preben (Flemming henter)"."""
    said = sentence.text[find.start : find.end]
    closing = said.find(")")
    alone = closing >= 0 and not said[closing + 1 :].strip(' .)”"»')  # "Godkendt. (HR følger op.)"
    if alone and "(" not in said[:closing]:
        find.end = find.start + closing
    elif closing >= 0 and "(" not in said[:closing] and "(" in sentence.text[sentence.start : find.start]:
        find.start += closing + 1 + (len(said) - closing - 1 - len(said[closing + 1 :].lstrip()))  # "(5 for, 2 imod) sendes sagen til …"
    if sentence.text[find.end : find.end + 1] == ")" and said.count("(") > said.count(")"):
        find.end += 1


def on_that_day(sentence: Sentence, clause: Clause, parent: Clause, find: Find, found: list[Find]) -> None:
    """ "Næste møde er den 3. maj, hvor Bo står for kaffen": the day belongs to the quote; what else is told of it is a card apart."""
    beside = next((f for f in found if f.clause is parent), None)
    own = bool(find.responsible) and all(m.kind is PartyKind.PERSON or is_initials(m.text) for m in find.responsible)
    told = sentence.low(clause.field[0], clause.field[1])[:1]
    if beside is None or not own or told in (["han"], ["hun"], ["de"]):
        find.start = sentence.start if beside is not None else quote_range(sentence, parent)[0]
        return
    days = [t for t in sentence.tokens[parent.start : clause.start] if t.kind == TIME]
    find.start = days[-1].start if days else find.start
    beside.end = min(beside.end, sentence.tokens[clause.start - 1].end)


def bounded(sentence: Sentence, found: list[Find]) -> None:
    """Give the finds of a sentence what it says of them at its end, and their quotes the bounds they should have."""
    _said_of_all(sentence, found)
    _done_then(found)
    for find in found:
        _close_brackets(sentence, find)


def _done_then(found: list[Find]) -> None:
    """ "Øvelsen evalueres, og det gør vi i oktober": the second says when the first is done."""
    for before, after in list(pairwise(found)):
        clause = after.clause
        does = clause is not None and clause.form.lemma == "gøre" and [t.low for t in clause.tokens[slice(*clause.field)]] == ["det"]
        if does and not has_day(before.times) and has_day(after.times) and (not after.responsible or not before.responsible):
            before.times, before.end = after.times, after.end
            before.responsible = before.responsible or after.responsible
            found.remove(after)


def _said_of_all(sentence: Sentence, found: list[Find]) -> None:
    """What a clause with "hvilket" adds to the card before it: "hvilket skal være sket inden maj", "hvilket overlades til Bo"."""
    for clause in sentence.clauses:
        which = clause if clause.link == "hv" else clause.head
        if which is None or which.link != "hv" or which.parent is None or sentence.tokens[which.opener - 1].low != "hvilket":
            continue
        find = next((f for f in found if f.clause is which.parent), None)
        if find is None or any(f.clause is clause for f in found):
            continue
        words = sentence.low(clause.verb, clause.end)
        if find.clause is not None and not has_day(find.times) and _HAPPENING.issuperset(words[:3]):
            find.times = times_of(sentence, clause) or find.times
        if clause.form.form is Form.PASSIVE and clause.form.lemma in _LEAVING and words[1:2] == ["til"] and not find.responsible:
            find.responsible = sentence.reader.group(clause.verb + 2, clause.end)[0]


_HAPPENING = frozenset("skal være sket gjort færdig sker ske på plads klar være".split())
_LEAVING = frozenset(("overlade", "overdrage", "påhvile"))


def timed_before(sentence: Sentence, found: list[Find]) -> None:
    """A time before a colon holds for what follows: "Til næste gang: Alle læser udkastet"."""
    tokens = sentence.tokens
    if len(found) == 1 and "attends" in found[0].rules and not found[0].times:
        ahead = [t.time for t in tokens if t.end <= found[0].start and t.time is not None and usable(t.time) and t.time.deadline.due]
        if ahead and tells_gathering(sentence.text[sentence.start : found[0].start]):
            found[0].times, found[0].start = ahead[-1:], sentence.start
            return  # "Der er møde hos ingeniøren d. 26/3 – Carla deltager"
    if tokens and tokens[0].kind == TIME and len(tokens) > 1 and tokens[1].text == ":" and tokens[0].time is not None:
        for find in found:
            if not find.times:
                find.times = [tokens[0].time]
                find.start = min(find.start, tokens[0].start)
        return
    colon = next((k for k, t in enumerate(tokens[: LONGEST_LABEL + 2]) if t.text == ":"), 0)
    told = tokens[colon - 1].time if colon > 1 else None
    if told is None or not usable(told) or told.deadline.due is None or len(found) != 1 or found[0].times or found[0].kind is not Kind.TASK:
        return
    clause = found[0].clause
    if (
        clause is None
        or not (clause.form.lemma in _ON_THE_DAY or "is-responsible" in found[0].rules)
        or clause.start <= colon
        or {t.low for t in tokens[: colon - 1]} & _LOOKING_BACK
    ):
        return
    if any(c.verb < colon for c in sentence.clauses):
        return
    found[0].times, found[0].start = [told], sentence.start  # "Jobmesse i hallen den 29/9: Bo og Ea bemander standen"


_ON_THE_DAY = frozenset("bemande deltage møde hjælpe stå passe holde servere byde dække vise åbne".split())
"""What is done at the event itself; "Kursus den 5. maj: Omar bestiller pladser" must be done before it."""
_LOOKING_BACK = frozenset("fra af siden om efter opfølgning referat vedr vedrørende".split())
"""Words of a heading that tells where something comes from, not when it is."""


def timed_first(sentence: Sentence, found: list[Find]) -> None:
    """A day told first holds for all that follows in the sentence: "Ved festen den 3. maj holder Bo talen, og Ea dækker op"."""
    first = found[0] if len(found) > 1 else None
    clause = first.clause if first is not None else None
    if first is None or clause is None or not clause.main or first.kind is not Kind.TASK or not first.times:
        return
    told = first.times[0]
    fronted = clause.field[0] < clause.field[1] and told.end <= sentence.tokens[clause.verb].start and told.deadline.due is not None
    if not fronted or told.deadline.precision is not Precision.DAY:
        return
    for find in found[1:]:
        own = find.clause
        if find.times or find.kind is not Kind.TASK or own is None or not (own.main or own.link == "mens") or not find.responsible:
            return
        find.times = [told]


def reply_tail(sentence: Sentence, found: list[Find]) -> int:
    """Where an answer asked for behind the clauses begins: "Sendes i høring, svar til Nanna senest 20. maj"; 0 for none."""
    tokens = sentence.tokens
    if not found or not sentence.clauses or (found[-1].clause is not None and found[-1].clause.form.lemma in _ASKING):
        return 0  # "Ulla spørger butikken, svar til bestyrelsen i april": what she brings back
    begin = sentence.clauses[-1].verb + 1
    for at in range(len(tokens) - 3, begin, -1):
        if (
            tokens[at].kind == SIGN
            and tokens[at + 1].low in REPLIES
            and "til" in (tokens[at + 2].low, tokens[min(at + 3, len(tokens) - 1)].low)
        ):
            limited = [t for t in tokens[at + 1 :] if t.time is not None and LIMIT.match(t.low)]
            return at + 1 if limited else 0
    return 0


_ASKING = frozenset("spørge høre rykke forhøre".split())


def without_tail(sentence: Sentence, found: list[Find], at: int) -> None:
    """Take what stands in the tail away from the finds before it."""
    cut = sentence.tokens[at - 1].start
    for find in found:
        find.end = min(find.end, sentence.tokens[at - 2].end)
        find.times = [t for t in find.times if t.start < cut]
        find.recipients = [m for m in find.recipients if m.start < at]


def another_put_off(before: Find, find: Find) -> bool:
    """ "Havneplanen udsættes. Lokalplanen udsættes til maj.": each names its own matter."""
    one, two = before.clause, find.clause
    if one is None or two is None or not {one.form.lemma, two.form.lemma} <= {"udsætte", "udskyde", "bordlægge"}:
        return False
    mine, words = ([t.low for t in c.tokens[c.field[0] : c.field[1]]] for c in (one, two))
    return bool(mine and words) and mine != words and words[0] not in ("det", "den", "punktet", "sagen", "emnet")


def returns(find: Find) -> bool:
    """Whether a find right behind a postponement says when the matter comes back: "Tages 28/3.", "Punktet kommer på igen, når …"."""
    if {"comes-back", "matter-returns"} & set(find.rules):
        return True
    clause = find.clause
    if clause is not None and clause.form.lemma == "få" and find.kind is Kind.STATUS:
        return True  # "får plads på dagsordenen i september"
    behind = [t.low for t in clause.tokens[clause.verb + 1 : clause.end]] if clause is not None else []
    if clause is not None and clause.form.lemma in ("begynde", "starte", "fortsætte") and not find.responsible:
        return any(after in _IT for word, after in pairwise(behind) if word == "med")  # "Næste gang begynder vi med det"
    if clause is None or clause.form.lemma not in _RETURNING:
        return False
    return clause.verb == clause.start or clause.tokens[clause.start].low in ("det", "den", "punktet", "sagen")  # "Det tager vi næste gang"


_IT = frozenset("det den dem punktet sagen emnet drøftelsen".split())
_RETURNING = frozenset("tage optage behandle drøfte vende genbesøge dagsordenssætte fremlægge sætte".split())


def is_subject(sentence: Sentence) -> bool:
    """Whether the words a sentence opens with are the subject of a passive: something is done with them."""
    first = sentence.clauses[0] if sentence.clauses else None
    if first is None or not first.main or first.field[0] != 0:
        return False
    treated = first.form.lemma == "blive" and any(c.main and c.form.form is Form.PASSIVE for c in sentence.clauses[1:])
    near = sentence.tokens[first.verb + 1 : first.verb + 4]  # "Forslag til ændringer skal være klar / skal sendes til …"
    ordered = first.form.lemma == "skulle" and any(t.low == "være" or pick(t.low, Form.PASSIVE) is not None for t in near)
    return first.form.form is Form.PASSIVE or treated or ordered  # "Forslag til budget blev drøftet og forelægges Byrådet"


def end_before(sentence: Sentence, found: list[Find]) -> int:
    """Where the words of a sentence end that stand before its first find."""
    limit = min((f.start for f in found), default=sentence.end)
    inside = [t for t in sentence.tokens if t.end <= limit]
    while len(inside) > 1 and (inside[-1].kind == SIGN or inside[-1].low in COORDINATORS | SUBORDINATORS):
        inside.pop()
    return inside[-1].end if inside else limit


_DASH = re.compile(r" [–—-] ")
_ASKS = r"(?:hv\w+|skal|kan|vil|er|har|må|bør)\b"
_ASKED = re.compile(_ASKS, re.IGNORECASE)
_ASKED_INSIDE = re.compile(rf"(?<!\s)\s*\((?=(?:fx |f\.eks\. )?{_ASKS})[^()\n]{{1,200}}\?\)\W*\Z", re.IGNORECASE)
_QUESTION_BEHIND = re.compile(rf"(?: [–—-]|[:;]) (?={_ASKS})")
_FEWEST_SAID = 3  # words that can make a promise of their own


def narrowed(text: str, cut: Cut) -> Cut:
    """The part of a sentence that is read: without "OBS:" in front, without "Næste møde 21. april kl. 19 –" in front of what is asked
    till then, and without a question behind what somebody does ("Bo undersøger pladsen – hvor mange er vi?")."""
    note = NOTE.match(text, cut.start, cut.end)
    if note:
        cut = dataclasses.replace(cut, start=note.end())
    words = text[cut.start : cut.end]
    if words[:5].casefold() == "næste" and NEXT_MEETING.match(words.casefold()):
        dash = _DASH.search(words)
        if dash is not None and len(words[dash.end() :].split()) >= _FEWEST_SAID:
            return dataclasses.replace(cut, start=cut.start + dash.end())
    if words.rstrip().endswith("?") and len(words) < _LONGEST_QUESTION and not _ASKED.match(words.lstrip()):
        behind = _QUESTION_BEHIND.search(words)
        if behind is not None and len(words[: behind.start()].split()) >= _FEWEST_SAID:
            return dataclasses.replace(cut, end=cut.start + behind.start())
    inside = _ASKED_INSIDE.search(words) if words[-3:].rstrip(" .").endswith("?)") else None
    said = words[: inside.start()].split() if inside is not None else []
    if inside is not None and len(said) >= _FEWEST_SAID and not _ASKED.match(said[0]) and pick(said[0].casefold(), Form.PRESENT) is None:
        return dataclasses.replace(cut, end=cut.start + inside.start())  # "Bo hører kommunen om prisen (er der rabat?)"
    return cut


def passed_over(words: str, folded: str) -> str:
    """Why a sentence is passed over whole: a name of `trace.PASSED_OVER`, or "" for one that is read."""
    if SKIP.match(folded) or VOTES.match(folded) or _ENCLOSURE.match(folded):
        return "form-field"
    if NEXT_MEETING.match(folded) and not any(word in _MOVED for word in folded.split()):
        return "next-meeting-told"
    asks = QUESTION.search(words) is not None and len(words) < _LONGEST_QUESTION
    return "question" if asks and not _asks_for_somebody(words) else ""


_NAME_ASKED = re.compile(r"\(([A-ZÆØÅ]\w{0,30}(?:(?: og | ?[/,] ?)[A-ZÆØÅ]\w{0,30}){0,3}) ?\?\)\W*\Z")
_APART = re.compile(r" og | ?[/,] ?")


def _asks_for_somebody(words: str) -> bool:
    """Whether only who may do it is asked: "Der rykkes for svar (Mia?)"."""
    named = _NAME_ASKED.search(words)
    if named is None or _ASKED.match(words.lstrip()) is not None:
        return False
    return all(is_first_name(name) or is_initials(name) for name in _APART.split(named[1]))


_MOVED = frozenset("flyttes rykkes udskydes udsættes fremrykkes".split())
_ENCLOSURE = re.compile(r"\s*bilag \d{1,3}(?:[.:]| ?\([^)]{1,40}\))?\s*\Z")
_LONGEST_QUESTION = 400
"""Characters; a longer stretch that ends in "?" was not cut into sentences right, so it is read."""
