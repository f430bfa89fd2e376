"""Whom the points of a list speak of: the line above says who is to act and by when, the points say what (GUIDE.md section 4, "Who").

"HR: • laver en plan • orienterer lederne", "Afdelingerne skal inden maj: • indmelde forslag", "I april gør cheferne følgende: • …".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tracker.danish.names import is_initials
from tracker.danish.sentences import Sentence as Cut
from tracker.danish.verbs import Form, Sense, pick
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS, Clause
from tracker.extraction.deadlines import has_day, usable
from tracker.extraction.elliptic import only_says_when
from tracker.extraction.find import Find, Sentence
from tracker.extraction.fragmentary import Fragmentary
from tracker.extraction.mention import LIKELY, SURE, Mention
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.denials import negated
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.labels import presented_by, whole_sentence
from tracker.extraction.rules.reports import POINTS
from tracker.extraction.subjects import FORUM_WE, PARTY, Subject, subject_of
from tracker.extraction.tokens import SIGN, TIME, WORD

_SEEING = frozenset(("sørge", "sikre"))
_ORDERING = frozenset(("skal", "at", "bedes"))
"""Words a line ends in whose points are what somebody must do."""
_FOLLOWING = "følgende"
_NO_TOPIC = frozenset("ingen intet ikke velkomst eventuelt evt valg godkendelse".split())
"""First words of what is on no agenda, or on every one."""


class _Points(Enum):
    """What the points of a list are."""

    ACTS = "what somebody does"
    DUTIES = "what somebody must do"
    SEEN_TO = "what somebody sees to"
    OBJECTS = "what the verb of the line above is about"
    TOPICS = "what comes up at a later meeting"
    TIMED = "what is done by the day the line above says no more than"


@dataclass(slots=True)
class _Over:
    """The line over a list: what its points are, whom they speak of, by when, and the cards that line made itself."""

    level: int
    points: _Points
    parties: list[Mention]
    times: list[TimeExpression]
    lead: list[Find]


class Governing(Fragmentary):
    """Keeps the line over a list while its points are read."""

    head_over: _Over | None = None
    head = -1
    """The sentence over the latest list."""

    def _enter(self, cut: Cut) -> None:
        """Before a sentence is read: a line as far out as the one over a list ends that list."""
        if self.head_over is not None and cut.level <= self.head_over.level:
            self.head_over = None
        self.memory.list_parties = self.head_over.parties if self.head_over is not None else []

    def _point(self, sentence: Sentence, found: list[Find]) -> None:
        """What a point of such a list says: an infinitive is done by whom the line above names, who gives it the day as well."""
        over = self.head_over
        if over is None:
            return
        if over.points is _Points.OBJECTS:
            self._object(over, sentence, found)
            return
        if over.points is _Points.TOPICS:
            self._topic(over, sentence, found)
            return
        if over.points is _Points.TIMED:
            self._timed(over, found)
            return
        duty = _duty(sentence, over.parties) if over.points in (_Points.DUTIES, _Points.SEEN_TO) else []
        if duty and not any(find.responsible for find in found):
            found[:] = duty
            if self.trace is not None:
                self.trace.whole(sentence.text, sentence.start, sentence.end, "listed-duty", "2 responsible", found=True)
        elif over.points is _Points.SEEN_TO:
            self._seen_to(over, sentence, found)
        ours = [find for find in found if find.responsible == over.parties and (over.parties or "listed-duty" in find.rules)]
        for find in ours:
            if not has_day(find.times) and over.times:
                find.times = list(over.times)
                find.mark("inherited")
        if ours:
            for card in over.lead:
                self._drop(card)  # "I april gør cheferne følgende:" is no card beside its points
            over.lead.clear()

    @staticmethod
    def _timed(over: _Over, found: list[Find]) -> None:
        """ "Inden jul: • Bo maler • Ea rydder op": the points take the day of the line above."""
        for find in found:
            if not has_day(find.times) and find.kind is Kind.TASK:
                find.times = list(over.times)
                find.mark("inherited")

    def _seen_to(self, over: _Over, sentence: Sentence, found: list[Find]) -> None:
        """ "Bo sørger for at: • lågen er malet inden maj • der holdes et møde": whatever the points tell is Bo's to see to."""
        clause = next((c for c in sentence.clauses if c.main), None)
        if not found and clause is not None and clause.form.form in (Form.PRESENT, Form.PASSIVE) and not negated(sentence, clause):
            find = whole_sentence(sentence, Kind.TASK)
            find.rules.append("listed-duty")
            find.clauses.append("2 responsible")
            found.append(find)
            if self.trace is not None:
                self.trace.whole(sentence.text, sentence.start, sentence.end, "listed-duty", "2 responsible", found=True)
        for find in found:
            find.responsible = find.responsible or list(over.parties)

    @staticmethod
    def _object(over: _Over, sentence: Sentence, found: list[Find]) -> None:
        """ "Bo køber: • 10 stole • 2 borde senest 1. maj": the points belong to the card of the line above."""
        if found or sentence.clauses or not over.lead:
            return
        card = over.lead[-1]
        last = next((t for t in reversed(sentence.tokens) if t.kind != SIGN), None)
        card.end = max(card.end, last.end if last is not None else card.end)
        times = [t.time for t in sentence.tokens if t.time is not None and usable(t.time)]
        card.times = card.times if has_day(card.times) else times or card.times

    def _topic(self, over: _Over, sentence: Sentence, found: list[Find]) -> None:
        """ "Emner til næste møde: • Ferievejledningen": what comes up then."""
        first = next((t.low for t in sentence.tokens if t.kind == WORD), "")
        if sentence.clauses or not first or first in _NO_TOPIC:
            return
        topic = found[0] if found else whole_sentence(sentence, Kind.STATUS)
        topic.kind = Kind.STATUS
        by = next(filter(None, (presented_by(sentence, k) for k, t in enumerate(sentence.tokens) if t.low[:1] == "v")), None)
        if by is not None and not topic.responsible:
            topic.responsible = [by[0]]  # "Ny ferievejledning v/Ida"
        if not has_day(topic.times):
            topic.times = list(over.times)
        if not found:
            topic.rules.append("listed-topic")
            topic.clauses.append("1 status")
            found.append(topic)
            if self.trace is not None:
                self.trace.whole(sentence.text, sentence.start, sentence.end, "listed-topic", "1 status", found=True)

    def _head_list(self, index: int, cut: Cut, cuts: list[Cut], sentence: Sentence, found: list[Find]) -> None:
        """After a sentence is read: whether it stands over a list, and what the points say then."""
        below = cuts[index + 1] if index + 1 < len(cuts) else None
        if below is None or below.level <= cut.level:
            return
        self.head = index
        times = [t for t in self.times.get(index, []) if has_day([t])]
        alone = index == 0 or cuts[index - 1].paragraph != cut.paragraph  # "… Tovholder: Lone. Færdig inden påske." is about Lone's task
        alone = alone and self.passage.text[cut.end - 1] not in ".)"
        if alone and len(times) == 1 and not sentence.clauses and only_says_when([t.low for t in sentence.tokens if t.kind == WORD]):
            self.head_over = _Over(cut.level, _Points.TIMED, [], times, [])
            return
        parties = self._named_alone(cut, below, sentence)
        if parties:
            self.head_over = _Over(cut.level, _Points.ACTS, parties, [], [])
            return
        colon = self.passage.text[cut.start : cut.end].rstrip().endswith(":")
        words = [t.low for t in sentence.tokens if t.kind == WORD and (t.low not in ADVERBS or t.low == _FOLLOWING)]
        if not sentence.clauses:
            agenda = bool(words) and (words[0] in POINTS or any(w.startswith("dagsorden") for w in words[:3]))
            if colon and agenda and any(t.deadline.anchor for t in times):
                self.head_over = _Over(cut.level, _Points.TOPICS, [], times, [])
            return
        ordered = bool(words) and words[-1] in _ORDERING
        first = sentence.clauses[0]
        if words[-1:] == ["at"] and first.main and first.form.lemma in _SEEING and first.form.form is Form.PRESENT:
            subject = subject_of(sentence, first)
            if subject.kind == PARTY and subject.sure >= LIKELY and not negated(sentence, first):
                self.head_over = _Over(cut.level, _Points.SEEN_TO, list(subject.parties), times, list(found))
            return
        clause = sentence.clauses[-1] if ordered else first
        if (ordered or _FOLLOWING in words[-2:]) and _orders(sentence, clause, words[-1]):
            subject = subject_of(sentence, clause)
            if (subject.kind == PARTY and subject.sure >= LIKELY) or subject.kind == FORUM_WE:
                self.head_over = _Over(cut.level, _Points.DUTIES, list(subject.parties), times, list(found))
        elif colon and len(found) == 1 and _wants_object(sentence, found[0]):
            self.head_over = _Over(cut.level, _Points.OBJECTS, [], [], found)

    def _takes_day(self, index: int, cut: Cut, found: list[Find], sentence: Sentence | None) -> bool:
        """ "I uge 48:" over its points is their day, not that of what was said before it."""
        timed = self.head == index and self.head_over is not None and self.head_over.points is _Points.TIMED
        return not timed and super()._takes_day(index, cut, found, sentence)

    def _named_alone(self, cut: Cut, below: Cut, sentence: Sentence) -> list[Mention]:
        """ "HR:", "Bo og Ea" above their points; a unit or group needs the colon, or points that begin small."""
        text = self.passage.text
        people, stop = sentence.reader.group(0, len(sentence.tokens))
        if not people or any(t.kind != SIGN for t in sentence.tokens[stop:]):
            return []
        colon = text[cut.start : cut.end].rstrip().endswith(":")
        known = all(m.sure >= SURE and m.kind is not PartyKind.UNKNOWN for m in people) or all(
            is_initials(m.text) and (colon or self.passage.directory.attends(m.text)) for m in people
        )
        led = colon or text[below.start : below.start + 1].islower()
        persons = all(m.kind in (PartyKind.PERSON, PartyKind.ROLE) for m in people)
        return people if known and (led or persons) else []


def _orders(sentence: Sentence, clause: Clause, last: str) -> bool:
    """Whether the line over a list orders what its points say: no denial, question, opinion or habit ("HR er gode til at:")."""
    low = {t.low for t in sentence.tokens}
    if negated(sentence, clause) or low & _NO_ORDER or not (clause.main or clause.link == "at"):
        return False
    if last == "at":
        return clause.form.sense is Sense.DECIDE or bool(low & _DECIDED)
    if last in _ORDERING:
        return clause.form.form in (Form.PRESENT, Form.PASSIVE) and (
            clause.parent is None or clause.parent.form.sense is Sense.DECIDE or bool(low & _DECIDED)
        )
    return clause.form.form is Form.PRESENT and clause.form.sense in (Sense.DO, Sense.LIGHT, Sense.MODAL)


_NO_ORDER = frozenset("man altid ikke aldrig spurgte mente hvis".split())
_DECIDED = frozenset("besluttet besluttede bestemt bestemte vedtaget vedtog aftalt aftalte lovet lovede påtaget enige".split())
"""Words of a line that ends in "at" by which its points are promised: "HR har lovet at:"."""


def _wants_object(sentence: Sentence, find: Find) -> bool:
    """Whether nothing but a time stands behind the verb that ends a line: "Bo køber:", "Der indkøbes:"."""
    clause = find.clause
    if clause is None or clause is not sentence.clauses[-1] or clause.form.sense not in (Sense.DO, Sense.LIGHT):
        return False
    begin = max([clause.verb + 1, *(m.end for m in find.responsible if m.start > clause.verb)])
    return all(t.kind in (SIGN, TIME) or t.low in ADVERBS for t in sentence.tokens[begin : clause.end])


def _duty(sentence: Sentence, parties: list[Mention]) -> list[Find]:
    """The card of a point that begins with an infinitive: "• indmelde forslag til Økonomi"."""
    tokens = sentence.tokens
    verb = pick(tokens[0].low, Form.INFINITIVE) if len(tokens) > 1 and tokens[0].kind == WORD else None
    if verb is None or verb.sense not in (Sense.DO, Sense.LIGHT, Sense.REPORT, Sense.UNKNOWN) or tokens[1].kind in (SIGN, TIME):
        return []
    clause = Clause(tokens, 0, len(tokens), 0, verb)
    find = whole_sentence(sentence, Kind.TASK)
    find.kind = active_kind(sentence, clause, Subject(PARTY, parties), verb, 0)
    find.recipients = recipients_of(sentence, clause, verb.lemma, Subject("none"), 1)
    find.responsible = list(parties)
    find.rules.append("listed-duty")
    find.clauses.append("2 responsible")
    return [find.mark("modal")]
