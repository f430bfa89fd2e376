"""What stands in a sentence beside its clauses and is read as a sentence of its own: heads, tails, lines without a verb."""

from __future__ import annotations

import re

from tracker.danish.verbs import Form, pick
from tracker.domain.followup import Kind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import OCCASIONS
from tracker.extraction.deadlines import has_day, times_of, usable
from tracker.extraction.find import Find, Memory, Sentence
from tracker.extraction.infinitives import read_as_done
from tracker.extraction.leads import Leads
from tracker.extraction.mentions import Reader
from tracker.extraction.rules import FRAGMENTS
from tracker.extraction.rules.imperatives import asks_to_find_out
from tracker.extraction.rules.labels import trailing_names, whole_sentence
from tracker.extraction.rules.postponing import SHORT_REASON
from tracker.extraction.sides import end_before, reply_tail, returns, without_tail
from tracker.extraction.tokens import SIGN, Token
from tracker.extraction.vocabulary import PUT_OFF

_LABEL_LAST = re.compile(r"\((?:aktion|action|ansvar(?:lige?)?|ansv|tovholdere?)[:. ][^()]{2,60}\)[.]?\s*\Z", re.IGNORECASE)


_WEEKDAY = re.compile(r"\w+dag")
"""A weekday alone may be what something is called: "Foreningernes fredag"."""


_REASONS = frozenset("fordi da idet".split())
_BETWEEN = frozenset((",", ";", "og", "samt"))


_LISTED = frozenset(("to-do", "named-task", "dash-name", "given-to"))
"""Rules over lines of things to do."""
_SAYING = frozenset("sige sagt fortælle fortalt nævne nævnt oplyse oplyst informere informeret orientere orienteret besked minde".split())


class Fragmentary(Leads):
    """Reads parts of a sentence that no clause holds."""

    memory: Memory

    def _part(self, sentence: Sentence, tokens: list[Token]) -> Sentence:
        """Some of a sentence's words as a sentence of its own, without clauses."""
        reader = Reader(tokens, sentence.directory, sentence.text)
        return Sentence(sentence.text, tokens[0].start, tokens[-1].end, tokens, [], sentence.directory, reader, self.memory)

    def _fragment(self, sentence: Sentence, found: list[Find]) -> None:
        if not sentence.tokens:
            return
        row = self._row(sentence)
        if row:
            found.extend(row)
            return
        self._whole_fragment(sentence, found)
        colon = next((k for k, t in enumerate(sentence.tokens) if t.text in ":–"), 0)
        if not found and not sentence.clauses and 0 < colon < len(sentence.tokens) - 3:
            self._whole_fragment(self._part(sentence, sentence.tokens[colon + 1 :]), found)  # "Kursus: tilmelding til Ea senest 3. maj"

    def _row(self, sentence: Sentence) -> list[Find]:
        """ "Bestille stole (Bo), rykke mureren (Ea) – alt inden maj": things to do in one line, each with its name in brackets."""
        tokens = sentence.tokens
        ends = [k + 1 for k, t in enumerate(tokens) if t.text == ")"]
        begins = [0, *(next((k for k in range(end, len(tokens)) if tokens[k].low not in _BETWEEN), end) for end in ends[:-1])]
        if len(ends) < 2 or not all(pick(tokens[begin].low, Form.INFINITIVE) for begin in begins):
            return []
        finds = []
        for begin, end in zip(begins, ends, strict=True):
            part = self._part(sentence, tokens[begin:end])
            named = trailing_names(part)
            if named is None:
                return []
            find = whole_sentence(part, Kind.TASK).mark("imperative", "label")
            find.responsible = named[0]
            find.rules.append("to-do")
            find.clauses.append("4 Labels")
            finds.append(find)
        term = [t.time for t in tokens[ends[-1] :] if t.time is not None and usable(t.time)]
        for find in finds:
            find.times = find.times or list(term)
        if term:
            finds[-1].end = sentence.end
        return finds

    def _whole_fragment(self, sentence: Sentence, found: list[Find]) -> None:
        for rule in FRAGMENTS:
            answer = rule.read(sentence)
            if answer is not None:
                if rule.name in _LISTED:
                    named = trailing_names(sentence)
                    answer = read_as_done(self._part(sentence, sentence.tokens[: named[1]]) if named else sentence, answer)
                answer.rules.append(rule.name)
                answer.clauses.append(rule.guide)
                found.append(answer)
                if self.trace is not None:
                    self.trace.whole(sentence.text, sentence.start, sentence.end, rule.name, rule.guide, found=True)
                return
        if self.trace is not None and not sentence.clauses:
            self.trace.whole(sentence.text, sentence.start, sentence.end, "")

    def _labelled_end(self, sentence: Sentence, found: list[Find]) -> None:
        """ "…, at vi starter op med en rundspørge (aktion: Malte)": a label at the end tells of work, and who does it."""
        labelled = sentence.text[sentence.start : sentence.end].rstrip(" .").endswith(")")
        if labelled and _LABEL_LAST.search(sentence.text, max(sentence.start, sentence.end - 90), sentence.end):
            self._whole_fragment(self._part(sentence, sentence.tokens), found)

    def _head(self, sentence: Sentence, found: list[Find]) -> None:
        """What stands before the first clause as a sentence of its own: "Udsat til maj, da priserne mangler"."""
        start = sentence.clauses[0].start
        told = self._named_infinitive(sentence, start)
        if sentence.clauses[0].link in ("som", "hv") and sentence.tokens[0].low not in PUT_OFF and not told:
            return
        why = next((k for k in range(1, start) if sentence.tokens[k].low in _REASONS and sentence.tokens[k - 1].text == ","), start)
        tokens = sentence.tokens[: max(1, why - int(why < start))]  # "Udsat til maj, fordi den vurdering, | som vi har bedt om, mangler"
        part = self._part(sentence, tokens)
        made: list[Find] = []
        self._fragment(part, made)
        made = made or (self._finding_out(sentence, part) if told else [])
        times = [t.time for t in tokens if t.time is not None and usable(t.time)]
        joined = tokens[-1].text in ",–-(" or (tokens[-1].text == ":" and bool(found) and self._speaks_of_it(sentence, found[0]))
        if (
            not made
            and (len(found) == 1 or (found and tokens[-1].text == "("))  # "Havnedag d. 9. maj (Rut køber ind og står for dagen)"
            and times
            and not found[0].times
            and joined
            and has_day(times)
            and _WEEKDAY.fullmatch(times[-1].text) is None
        ):
            found[0].times, found[0].start = times, sentence.start  # "Første møde i uge 8, HT indkalder"
        if not made or (found and made[0].kind is not Kind.DEFERRAL):
            return
        if told:
            last = next((t for t in reversed(sentence.tokens) if t.kind != SIGN), sentence.tokens[-1])
            made[0].end = last.end  # with what is asked: "Camilla: høre klubben, om vi kan låne telte"
            retold = sentence.clauses[0].link == "at" and not _SAYING.isdisjoint(t.low for t in tokens)
            if not retold:  # but "Husk at få sagt til alle, at vi holder lukket mellem jul og nytår"
                made[0].times = made[0].times or [t.time for t in sentence.tokens if t.time is not None and usable(t.time)]
        if "imperative" in made[0].rules and sentence.clauses[0].link in OCCASIONS:
            made[0].end = max(made[0].end, end_before(sentence, found))  # "Giv Bente besked, hvis I vil med"
        if "imperative" in made[0].rules and sentence.clauses[0].link == "så" and not has_day(made[0].times):
            done = [t for t in times_of(sentence, sentence.clauses[0]) if LIMIT.match(t.text.casefold())]
            if has_day(done):  # "Husk at få samtalerne i kalenderen, så de er overstået inden påske!"
                made[0].times, made[0].end = done, max(t.end for t in done)
        if "imperative" in made[0].rules and sentence.clauses[0].link in ("inden", "før") and not has_day(made[0].times):
            by_then = [t for t in times_of(sentence, sentence.clauses[0]) if has_day([t])]
            made[0].times = by_then or made[0].times  # "Husk at tømme skabet, inden malerne kommer på torsdag"
        for other in found:
            if (other.kind is Kind.STATUS or returns(other)) and not has_day(made[0].times) and has_day(other.times):
                made[0].times, made[0].end = other.times, other.end  # "Udsat; punktet kommer på igen den 16. marts"
                found.remove(other)
                break
        if made[0].kind is Kind.DEFERRAL:
            whole = max(made[0].end, end_before(sentence, found))  # with its reason: "Udsat, idet priserne mangler"
            said, more = (len(sentence.text[made[0].start : stop].split()) for stop in (made[0].end, whole))
            made[0].end = whole if more <= SHORT_REASON * said or not has_day(made[0].times) else made[0].end
        found[:0] = made

    @staticmethod
    def _finding_out(sentence: Sentence, part: Sentence) -> list[Find]:
        """ "Undersøg, | hvem der har nøglen": an order with nothing but a question behind it."""
        if not asks_to_find_out(sentence):
            return []
        return [whole_sentence(part, Kind.TASK).told_by("imperative", "4 Imperatives", "imperative")]

    @staticmethod
    def _speaks_of_it(sentence: Sentence, find: Find) -> bool:
        """Whether a find behind a colon is on the day told before it: "Møde i rådet den 9. maj: Allan tager til det"."""
        said = sentence.text[find.start : find.end].rstrip(" .").casefold()
        return "attends" in find.rules or said.endswith((" det", " den", " dem"))

    def _named_infinitive(self, sentence: Sentence, start: int) -> bool:
        """Whether a line gives somebody a task whose object is a clause: "Camilla: spørge rundt, hvad folk mener"."""
        colon = next((k for k, t in enumerate(sentence.tokens[: min(start, 5)]) if t.text == ":"), 0)
        object_clause = all(c.link in ("hv", "om", "at", "som") for c in sentence.clauses)
        if (sentence.tokens[0].low == "husk" or asks_to_find_out(sentence)) and object_clause:
            return True  # "Husk at give Mette besked om, hvorvidt I kommer"
        return 0 < colon < start - 1 and object_clause and pick(sentence.tokens[colon + 1].low, Form.INFINITIVE) is not None

    def _replied(self, sentence: Sentence, found: list[Find]) -> None:
        """ "Planen sendes rundt, kommentarer til Bo inden den 30.": the answer asked for is a card of its own."""
        tail = reply_tail(sentence, found)
        made: list[Find] = []
        if tail:
            self._whole_fragment(self._part(sentence, sentence.tokens[tail:]), made)
        if made:
            without_tail(sentence, found, tail)
            found.extend(made)
