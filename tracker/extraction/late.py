"""Words that complete a card said before: "Frist: 3. maj.", "Ansvarlig: Mona.", "Bestilles inden maj."."""

from __future__ import annotations

import re

from tracker.danish.sentences import Sentence as Cut
from tracker.danish.verbs import Form
from tracker.domain.deadline import NEXT_MEETING, Deadline, Precision, TimeExpression
from tracker.domain.followup import Kind
from tracker.extraction import elliptic
from tracker.extraction.beside import handed_by, readied
from tracker.extraction.calling import calls_it, done_by, due_by, has_the_ball, made_then_by, then_does_it
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import has_day, usable
from tracker.extraction.elliptic import (
    AGAIN_THEN,
    IT_IS_DONE,
    WHO_DOES,
    bare_act,
    does_that,
    goes_there,
    lone_passive,
    only_says_when,
    says_who,
)
from tracker.extraction.find import Find, Sentence
from tracker.extraction.joining import as_limit, join, only_limits
from tracker.extraction.phrasing import TOWARDS_IT
from tracker.extraction.put_off import PutOff
from tracker.extraction.recipients import HANDING
from tracker.extraction.rules.events import tells_gathering
from tracker.extraction.rules.replies import asked_back
from tracker.extraction.shape import of_sentence
from tracker.extraction.sides import another_put_off, returns

_ORGANISING = frozenset("planlægge arrangere organisere koordinere tilrettelægge styre forberede".split())
_SAID = 400
"""Characters of the card before that are looked through for the thing a sentence speaks of."""
_FIRST_WORDS = 40
"""Characters within which a sentence that tells a term names it."""
_NEXT_TO = 2
"""Sentences; what is said further from the day of the next meeting is before something else."""
_FEW = 4
"""Letters; a shorter word before "frist" says nothing of what is due."""
_NEAR = 4
"""Characters between two sentences of one line."""


class Late(PutOff):
    """Keeps the cards of the last sentence, for labels and deadlines that follow."""

    def _read(self, sentence: Sentence, lead: str, commented: bool, muted: list[Clause] | None = None) -> list[Find]:
        """The finds of one sentence; given by the reading itself."""
        raise NotImplementedError

    def _prepare(self, start: int, end: int, times: list[TimeExpression]) -> Sentence:
        """A part of the text ready for the rules; given by the reading itself."""
        raise NotImplementedError

    def _dated_by_event(self, index: int, find: Find, cut: Cut, sentence: Sentence | None) -> None:
        """ "Syn af hegnet den 8. juni. Formanden deltager.": an event told without a verb, and who takes it on."""
        if self.nominal is None:
            self._goes_to_event(index, find, cut)
            return
        takes_it = bool({"attends", "is-responsible", "is-member"} & set(find.rules)) or does_that(self.passage.text[find.start : find.end])
        organises = find.clause is not None and find.clause.form.lemma in _ORGANISING and sentence is not None
        takes_it = takes_it or (organises and sentence is not None and bare_act(sentence, find))  # "Jytte planlægger."
        gathers = tells_gathering(self.passage.text[self.nominal.start : self.nominal.end])
        takes_it = takes_it or (gathers and goes_there(self.passage.text[find.start : find.end]))
        if not takes_it or cut.paragraph != self.paragraph:
            return
        times = [t.time for t in self.nominal.tokens if t.time is not None and usable(t.time)]
        if has_day(times):
            find.times, find.start, find.optional = times, self.nominal.start, False

    def _goes_to_event(self, index: int, find: Find, cut: Cut) -> None:
        """ "Unionen holder konference i Vejle den 18. april. Per deltager.": the day of the gathering just told of."""
        before, quote = self.before, self.passage.text[find.start : find.end]
        if before is None or before.paragraph != cut.paragraph or not goes_there(quote):
            return
        times = [t for t in self.times.get(index - 1, []) if usable(t)]
        if len(times) == 1 and has_day(times) and tells_gathering(self.passage.text[before.start : before.end]):
            find.times, find.start, find.optional = times, find.start if self.last else before.start, False

    def _due_as_told(self, index: int, find: Find, cut: Cut) -> None:
        """ "Næste blad: deadline 15/4. Alle sender indlæg til Pia.": a term told first is the day of what is handed in."""
        before = self.before
        if before is None or self.last or before.paragraph != cut.paragraph or find.kind is not Kind.TASK or find.clause is None:
            return
        term = re.search(
            r"\b(?:deadlinen?|(?P<what>[^\W\d_]{0,25})frist(?:en)?)\b", self.passage.text[before.start : before.end].casefold()
        )
        times = [t for t in self.times.get(index - 1, []) if usable(t)]
        told = self.nominal is not None or (
            term is not None and term.start() < _FIRST_WORDS
        )  # not "… i næste runde, der har frist den 15."
        what = (term["what"] or "").removesuffix("s") if term is not None else ""  # "Ansøgningsfristen er 1/10. Bo skriver ansøgningen."
        handed = find.clause.form.lemma in HANDING or (len(what) >= _FEW and what in self.passage.text[find.start : find.end].casefold())
        if told and term and len(times) == 1 and has_day(times) and not has_day(find.times) and handed:
            find.times, find.start = [as_limit(times[0])], before.start
            find.mark("late")

    def _one_card(self, find: Find, cut: Cut, sentence: Sentence | None) -> bool:
        """Whether a sentence's find belongs to the last card: it says who does that, or when."""
        before = self.last[-1]
        goes_on = has_the_ball(before, find, cut) or then_does_it(before, find, cut, sentence)
        near = before.paragraph == cut.paragraph
        if near and any(one(before, find) for one in (readied, due_by, made_then_by, handed_by, done_by)):
            return True
        return goes_on or calls_it(before, find) or self._sees_to_it(find, cut, sentence)

    def _sees_to_it(self, find: Find, cut: Cut, sentence: Sentence | None) -> bool:
        """ "Skemaet sendes til kommunen. Kassereren gør det.": the second sentence only names who."""
        before = self.last[-1]
        if sentence is None or before.responsible or not find.responsible or before.kind is not Kind.TASK:
            return False
        if before.paragraph != cut.paragraph or (has_day(find.times) and has_day(before.times)):
            return False
        return says_who(sentence, find, and_when=not before.times) or (not find.times and bare_act(sentence, find))

    def _say_what(self, index: int, cut: Cut, found: list[Find], sentence: Sentence | None) -> None:
        """ "Er planen med i budgettet? Formanden undersøger.": the card must say what, so it begins with the sentence before."""
        if len(found) == 1 and sentence is not None and self.before is not None and self.before.paragraph == cut.paragraph:
            near = cut.start - self.before.end < _NEAR and not self.last and not has_day(self.times.get(index - 1, []))
            parts = ((self.before.start, self.before.end), (found[0].start, found[0].end))
            said, own = (len(self.passage.text[slice(*part)].split()) for part in parts)
            opens = bool(found[0].responsible) and found[0].responsible[0].start == 0
            only_who = opens and said <= 2 * own and says_who(sentence, found[0])  # "Taget er utæt. Bo klarer det."
            if near and not found[0].times and (only_who or bare_act(sentence, found[0]) or lone_passive(sentence, found[0])):
                found[0].start = self.before.start

    def _points_at_nothing(self, found: list[Find], sentence: Sentence | None) -> bool:
        """ "Det gør kirkekontoret." where nothing was promised before: how it is, not what is to be done."""
        if len(found) != 1 or sentence is None or found[0].times or (self.last and self.last[-1].kind is Kind.TASK):
            return False
        if IT_IS_DONE.match(sentence.text[sentence.start : sentence.end].casefold()) is None:
            return False
        if sentence.tokens[1].low in ("ordner", "klarer") and self.before is not None and self.before.paragraph == self.paragraph:
            found[0].start = self.before.start  # "Døren binder. Det ordner Ib."
            return False
        asked = self.before if self.before is not None and WHO_DOES.match(self.passage.text, self.before.start, self.before.end) else None
        found[0].start = asked.start if asked is not None else found[0].start
        return asked is None

    def _same_thing(self, find: Find, sentence: Sentence | None) -> bool:
        """ "Bo skriver et brev. Brevet skal sendes senest fredag.", "Det gør vi næste gang": the sentence only gives a day to the last."""
        if sentence is None or not self.last or find.responsible or find.recipients or not sentence.tokens:
            return False
        words = [t.low for t in sentence.tokens if t.kind == "w"]
        if AGAIN_THEN.match(" ".join(words)):
            return self.last[-1].kind is not Kind.DEFERRAL
        noun = next((w for w in words[:2] if w != "at"), "")
        stem = noun.removesuffix("ne").removesuffix("en").removesuffix("et")
        stem = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem  # "tilbuddene" are "tilbud"
        said = self.passage.text[max(self.last[-1].start, self.last[-1].end - _SAID) : self.last[-1].end].casefold()
        by_then = "modal" in find.signals or ("passive" in find.signals and all(t.deadline.earliest is None for t in find.times))
        again = rf"\b(?:(?:en|et|\w+e) {re.escape(stem)}e?|{re.escape(noun)})\b"
        return noun != stem and len(stem) > 2 and by_then and re.search(again, said) is not None

    def _answers(self, find: Find) -> bool:
        """ "Bo formulerer et høringssvar. Svarfristen er den 17. maj.": the day of the answer just promised."""
        said = self.passage.text[max(self.last[-1].start, self.last[-1].end - _SAID) : self.last[-1].end].casefold() if self.last else ""
        alone = "imperative" in find.rules and self.passage.text.startswith("Svar ", find.start)  # "Bo hører kommunen. Svar på næste møde."
        last = self.last[-1] if self.last else None
        sent = last is not None and last.clause is not None and last.clause.form.lemma in HANDING and not find.recipients
        term = "passive" in find.rules and self.passage.text[find.start : find.end].casefold().startswith(("fristen ", "deadlinen "))
        return alone or term or ("reply-by" in find.rules and ("svar" in said or sent))

    def _goes_on_acting(self, find: Find, cut: Cut) -> bool:
        """ "Ulf skriver en indkaldelse. Sender den rundt.": one card where the second act has no day of its own."""
        before = self.last[-1]
        both = has_day(find.times) and has_day(before.times)
        return "elided" in find.signals and before.paragraph == cut.paragraph and bool(before.responsible) and not both

    def _bare_passive(self, found: list[Find], cut: Cut) -> bool:
        """ "Nyt bord. Tovholder: HR. Bestilles inden maj.": a verb without a subject completes the labelled task before it."""
        if len(found) != 1 or not self.last or not self.last[-1].nominal or self.last[-1].paragraph != cut.paragraph:
            return False
        clause = found[0].clause
        if clause is None or clause.verb != clause.start or clause.form.form is not Form.PASSIVE or "passive" not in found[0].rules:
            return False
        join(self.last[-1], found[0])
        return True

    def _only_a_deadline(self, index: int, cut: Cut, sentence: Sentence | None) -> bool:
        """ "Senest 1. maj.", "Det skal ske inden påske.", "Fristen er den 3. maj.": the day of what was just said."""
        times = self.times.get(index) or []
        if not times or not has_day(times) or sentence is None:
            return False
        words = [t.low for t in sentence.tokens if t.kind == "w"]
        text = " ".join(words)
        if not only_says_when(words):
            return False
        both = self.finds[-2:] if text.startswith("begge dele") else self.last
        for find in both:
            if not has_day(find.times) and find.kind is not Kind.DEFERRAL:
                find.times = [times[0]]
                if find is both[-1]:
                    find.end = max(find.end, cut.end - (1 if self.passage.text[cut.end - 1] == "." else 0))
                find.rules.append("late-deadline")
                find.clauses.append("4 One or two")
                find.mark("late")
        return True

    def _for_next_meeting(self, index: int, cut: Cut, found: list[Find]) -> None:
        """ "Næste møde er den 24. august. Til det møde medbringer Karin en oversigt.": what is to be there by that meeting."""
        told = self.next_told >= 0 and index - self.next_told <= _NEXT_TO
        words = TOWARDS_IT.match(self.passage.text, cut.start, cut.end) if told else None
        if words is None:
            return
        deadline = Deadline(words.group(), precision=Precision.MEETING, anchor=NEXT_MEETING)
        for find in found:
            if not has_day(find.times) and find.kind is Kind.TASK:
                find.times = [TimeExpression(words.start(), words.end(), deadline, rules=("next-meeting",))]

    def _answer_due(self, index: int, sentence: Sentence | None) -> None:
        """ "Kommentarer til Tove. Deadline 16/9.": an answer asked for in a line of its own becomes a card by its day."""
        if self.nominal is None or sentence is None or not has_day(self.times.get(index, [])):
            return
        asked = asked_back(self.nominal) if only_says_when([t.low for t in sentence.tokens if t.kind == "w"]) else None
        if asked is not None:
            self.last = [asked]
            self.finds.append(asked)

    def _leave(self, index: int, cut: Cut, found: list[Find], sentence: Sentence | None) -> None:
        if found:
            if self._points_at_nothing(found, sentence):
                found = []
            self._say_what(index, cut, found, sentence)
        self._leave_finds(index, cut, found, sentence)
        self.before = cut

    def _look(self, index: int, cut: Cut, found: list[Find]) -> None:
        """What the sentence around its finds says about trusting them."""
        named = [t.text for t in self.times.get(index, []) if t.deadline.due or t.deadline.anchor]
        spent = [t.text for f in found for t in f.times]
        for find in found:
            behind = self.passage.text[min(find.end, cut.end) : cut.end]
            find.mark(*of_sentence(behind, named, spent, alone=len(found) == 1))

    def _takes_day(self, index: int, cut: Cut, found: list[Find], sentence: Sentence | None) -> bool:
        """Whether a sentence only gives a day to what was said before it."""
        undated = len(found) == 1 and not has_day(self.last[-1].times if self.last else [])
        thin = not found or (undated and (only_limits(found[0]) or self._same_thing(found[0], sentence) or self._answers(found[0])))
        if not found:
            self._new_day(index, sentence)
        if thin and not self.last and not found:
            self._answer_due(index, sentence)
        return bool(self.last) and thin and self._only_a_deadline(index, cut, sentence)

    def _leave_finds(self, index: int, cut: Cut, found: list[Find], sentence: Sentence | None) -> None:
        if sentence is not None:
            sentence.memory.promised = any(has_day(f.times) for f in found)
        if self._takes_day(index, cut, found, sentence):
            self.by_sentence[index] = self.last
            return
        if found and self._goes_with_last(index, cut, found, sentence):
            self.by_sentence[index] = self.last
            return
        if found:
            self._look(index, cut, found)
        for find in found:
            find.level = cut.level
            find.paragraph = cut.paragraph
        self.paragraph = cut.paragraph
        self.by_sentence[index] = found
        self.finds.extend(found)
        self.last = found
        self.nominal = (
            sentence
            if sentence is not None and not found and sentence.tokens and elliptic.names_work(sentence) and len(sentence.tokens) < 25
            else None
        )

    def _goes_with_last(self, index: int, cut: Cut, found: list[Find], sentence: Sentence | None) -> bool:
        """Whether all that a sentence says belongs to the last card, which then takes it in."""
        self._put_off_till_then(found)
        if len(found) > 1 and found[0].kind is Kind.DEFERRAL and not has_day(found[0].times) and found[1].kind is Kind.DEFERRAL:
            join(found[0], found.pop(1))  # "Udsat, og sagen genoptages den 8. december"
        if any(f.kind is Kind.DEFERRAL and has_day(f.times) for f in found):
            self._named_again(found)
        if (
            self.last
            and self.last[-1].kind is Kind.DEFERRAL
            and not has_day(self.last[-1].times)
            and (found[0].kind is Kind.DEFERRAL or returns(found[0]) or self._only_put_off(found[0]))
            and not another_put_off(self.last[-1], found[0])
        ):
            join(self.last[-1], found.pop(0))  # "Udsættes. Genoptages på næste møde."
            if not found:
                return True
        if len(found) == 1 and self.last and (self._goes_on_acting(found[0], cut) or self._one_card(found[0], cut, sentence)):
            join(self.last[-1], found[0])
            return True
        if len(found) == 1 and not has_day(found[0].times):
            self._dated_by_event(index, found[0], cut, sentence)
            self._due_as_told(index, found[0], cut)
        return self._bare_passive(found, cut)
