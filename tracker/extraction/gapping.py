"""Gapping: a verb told once for several people, each with a thing of their own (GUIDE.md section 4, "One or two").

"Karin sørger for blomster, Finn for taler", "Bo laver plakaten, Ea invitationen og Ida sangene": behind the comma a new person and what
answers to the first one's object, without the verb.
"""

from __future__ import annotations

import dataclasses
from itertools import pairwise

from tracker.danish.names import is_initials
from tracker.danish.verbs import Form, Sense, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import PREPOSITIONS
from tracker.extraction.deadlines import has_day, usable
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import SURE, Mention
from tracker.extraction.rules.helpers import is_body
from tracker.extraction.tokens import SIGN, TIME, WORD

_LONGEST = 7
"""Tokens; a longer remnant is no bare answer to an object."""
_PARTS = frozenset((",", ";", "og", "samt", "mens"))


def gapped(sentence: Sentence, found: list[Find]) -> list[Find]:
    """The finds with those added that share the verb of the one before them."""
    result: list[Find] = []
    for find in found:
        result.append(find)
        clause = find.clause
        if clause is None or not find.responsible or clause.form.form is not Form.PRESENT:
            continue
        act = clause.verb
        if clause.form.sense is Sense.MODAL:  # "Svend vil lave plakaten, Per invitationen"
            act = next((k for k in range(clause.verb, clause.end) if find.verb and sentence.tokens[k].start == find.verb[0]), clause.verb)
        if find.kind is not Kind.TASK or clause.subs or any(not _known(sentence, m) for m in find.responsible):
            continue
        until = next((c.start for c in sentence.clauses if c.start > clause.verb), len(sentence.tokens))
        begin = act + 1 + (sentence.words(act + 1, act + 2) in ("ansvaret", "ansvar"))  # "har ansvaret | for bussen, Jens for maden"
        particle = sentence.words(begin, begin + 1) in ("op", "ud", "ind", "ned") and sentence.words(begin + 1, begin + 2) in PREPOSITIONS
        begin += particle  # "tjekker op | på forsikringen, Leif på alarmen"
        shared = _remnants(sentence, begin, min(until, clause.end)) or _on_days(sentence, begin, min(until, clause.end))
        handed = bool(find.recipients)
        for begin, people, stop in shared:
            end = _before(sentence, stop)
            told = sentence.reader.group(people[-1].end + 1, end)[0] if handed else []
            times = [t.time for t in sentence.tokens[begin:end] if t.time is not None and usable(t.time)]
            start, last = sentence.tokens[begin].start, sentence.tokens[end - 1].end
            other = dataclasses.replace(find, start=start, end=last, responsible=people, recipients=told, times=times)
            other.rules, other.clauses, other.signals = [*find.rules, "gapped"], list(find.clauses), {*find.signals, "elided"}
            result.append(other)
        if shared:
            cut = _before(sentence, shared[0][0])
            find.end = min(find.end, sentence.tokens[cut - 1].end)
            find.recipients = [m for m in find.recipients if m.end <= cut]
            find.times = [t for t in find.times if t.end <= sentence.tokens[cut - 1].end]
    return result


def _remnants(sentence: Sentence, begin: int, end: int) -> list[tuple[int, list[Mention], int]]:
    """Where each remnant begins, who it names, and where it ends."""
    led = sentence.tokens[begin].low if begin < end and sentence.tokens[begin].low in PREPOSITIONS else ""
    if begin >= end or sentence.tokens[begin].text in _PARTS or any(_person(sentence, m) for m in sentence.reader.group(begin, end)[0][:1]):
        return []  # "inviterer Lise, Ida og Per": people are the object
    cuts: list[tuple[int, list[Mention], int]] = []
    inside = begin + 1
    for at in range(begin + 1, end - 1):
        if at < inside:
            continue  # "Lise, Ida og Per for oprydning": one remnant
        token = sentence.tokens[at]
        if token.low not in _PARTS:
            continue
        alike = token.low in ("og", "samt") and not (cuts or led)  # "Svend sender noget om løft og Per noget om støj"
        step = at + 1
        while step < end and sentence.tokens[step].low in ("og", "samt", "mens"):
            step += 1
        for limit in (end, step + 1, step + 2):  # "FO naboen", "Ida Hansen biblioteket": what follows a name may look like its unit
            people, stop = sentence.reader.group(step, min(limit, end))
            if alike and (stop >= end or sentence.tokens[stop].low not in _SOME or sentence.tokens[begin].low not in _SOME):
                continue
            if people and all(_known(sentence, m) for m in people) and _answers(sentence, stop, end, led):
                cuts.append((step, people, end))
                inside = stop
                break
    for place in range(len(cuts) - 1):
        cuts[place] = (*cuts[place][:2], cuts[place + 1][0])
    return cuts if all(0 < e - b <= _LONGEST for b, _, e in cuts) else []


def _on_days(sentence: Sentence, begin: int, end: int) -> list[tuple[int, list[Mention], int]]:
    """ "Bo tager vagten i uge 28, | Ida i uge 29 | og Per i uge 30": the same on a day of one's own."""
    timed = [k for k in range(begin, end) if sentence.tokens[k].kind == TIME]
    if not timed or any(_known(sentence, m) for k in range(begin, timed[0]) for m in sentence.reader.group(k, timed[0])[0]):
        return []  # "mødes med Ida i maj og Bo i juni": whom one meets
    cuts: list[tuple[int, list[Mention], int]] = []
    for before, at in pairwise(timed):
        first = before + 1
        while first < at and sentence.tokens[first].low in _PARTS:
            first += 1
        people, stop = sentence.reader.group(first, at)
        if first == before + 1 or not people or stop != at or not all(_known(sentence, m) for m in people):
            break
        cuts.append((first, people, at + 1))
    return cuts


_SOME = frozenset("noget nogle en et den det".split())


def _before(sentence: Sentence, begin: int) -> int:
    """Where the words before a place end, without the signs and conjunctions that join them to what follows."""
    while sentence.tokens[begin - 1].low in _PARTS or sentence.tokens[begin - 1].kind == SIGN:
        begin -= 1
    return begin


def _answers(sentence: Sentence, at: int, end: int, led: str) -> bool:
    """Whether what stands behind the person answers to the object: behind the same preposition, or a thing without one."""
    if at >= end or sentence.tokens[at].kind in (SIGN, TIME):
        return False
    token = sentence.tokens[at]
    if led:
        return token.low == led and at + 1 < end
    plain = token.kind == WORD and token.low not in PREPOSITIONS and token.low not in _PARTS and not token.capital
    return plain and not token.low.isdigit() and not pick(token.low, Form.PAST, Form.PARTICIPLE, Form.PRESENT, Form.PASSIVE)


def _person(sentence: Sentence, mention: Mention) -> bool:
    """Whether this is somebody by name or initials."""
    named = mention.kind is PartyKind.PERSON and mention.sure >= SURE
    return named or is_initials(mention.text) or sentence.directory.knows_person(mention.text.split()[0])


def _known(sentence: Sentence, mention: Mention) -> bool:
    """Whether this is somebody, by name, initials or role."""
    return _person(sentence, mention) or (mention.kind is PartyKind.ROLE and mention.sure >= SURE)


_ONWARD = frozenset((",", "og", "samt", "derefter", "herefter", "efterfølgende", "i", "på", "hos", "til", "for"))
_JOINING = frozenset((",", "og", "samt"))


def sent_further(sentence: Sentence, found: list[Find]) -> list[Find]:
    """ "forelægges Økonomiudvalget den 12. maj og Byrådet den 26. maj": each body has the case on a day of its own."""
    result: list[Find] = []
    for find in found:
        result.append(find)
        if find.kind is not Kind.FORWARD or not find.recipients or not has_day(find.times):
            continue
        first = find.times[0]
        at = next((k for k, t in enumerate(sentence.tokens) if t.time is first), len(sentence.tokens))
        begin = at + 1
        while begin < len(sentence.tokens) and sentence.tokens[begin].low in _ONWARD:
            begin += 1
        if _JOINING.isdisjoint(sentence.low(at + 1, begin)):
            continue
        bodies, stop = sentence.reader.group(begin, len(sentence.tokens))
        then = sentence.tokens[stop].time if bodies and stop < len(sentence.tokens) else None
        if then is None or not usable(then) or not has_day([then]) or not all(is_body(sentence, m) for m in bodies):
            continue
        other = dataclasses.replace(
            find, start=sentence.tokens[begin].start, end=sentence.tokens[stop].end, responsible=[], recipients=bodies, times=[then]
        )
        other.rules, other.clauses, other.signals = [*find.rules, "gapped"], list(find.clauses), set(find.signals)
        find.end, find.times = sentence.tokens[at].end, [first]
        find.recipients = [m for m in find.recipients if m.end <= at + 1]
        result.append(other)
    return result
