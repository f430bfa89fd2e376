"""Words that complete a card said before: "Frist: 3. maj.", "Ansvarlig: Mona.", "Bestilles inden maj."."""

from __future__ import annotations

import re

from tracker.danish.sentences import Sentence as Cut
from tracker.danish.verbs import Form
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find, Sentence
from tracker.extraction.joining import as_limit, join, nominal_task
from tracker.extraction.mention import Mention
from tracker.extraction.passage import (
    Passage,
)

_READY_WORDS = frozenset("klar klart færdig færdigt på plads skal være er alt det den de i hus afleveres sendes gøres afsluttes".split())
"""Words of a sentence that only says by when: "Klar senest 7/2.", "Afleveres inden maj."."""


class Late:
    """Keeps the cards of the last sentence, for labels and deadlines that follow."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.finds: list[Find] = []
        self.last: list[Find] = []
        self.nominal: Sentence | None = None
        self.by_sentence: dict[int, list[Find]] = {}
        self.times: dict[int, list[TimeExpression]] = {}

    def _late_deadline(self, cut: Cut, times: list[TimeExpression]) -> None:
        if not times:
            return
        if not self.last and self.nominal is not None:
            self.last = [nominal_task(self.nominal, [])]
            self.finds.extend(self.last)
        for find in self.last:
            if not has_day(find.times) and find.kind is not Kind.DEFERRAL:
                find.times = [as_limit(times[0])]
                find.end = max(find.end, cut.end - (1 if self.passage.text[cut.end - 1] == "." else 0))
                find.rules.append("late-deadline")
                find.mark("late")

    def _late_responsible(self, cut: Cut, people: list[Mention], times: list[TimeExpression]) -> None:
        if not self.last and self.nominal is not None:
            self.last = [nominal_task(self.nominal, [])]
            self.finds.extend(self.last)
        for find in self.last[-1:]:
            known = {m.text.casefold() for m in find.responsible}
            find.responsible = find.responsible + [p for p in people if p.text.casefold() not in known]
            find.optional = False
            find.end = max(find.end, cut.end - (1 if self.passage.text[cut.end - 1] == "." else 0))
            find.rules.append("label-responsible")
            find.clauses.append("4 Labels")
            find.mark("label")
            if times and not find.times:
                find.times = [as_limit(times[0])]

    def _inherit(self, cut: Cut, found: list[Find], cuts: list[Cut]) -> None:
        """A nested bullet takes the day of the bullet it stands under, where it has none; and gives it its own."""
        above = self.by_sentence.get(cut.parent if cut.parent is not None else cut.lead if cut.lead is not None else -1, [])
        if not above:
            return
        for find in found:
            if not find.times and above and has_day(above[-1].times) and find.kind is Kind.TASK:
                find.times = list(above[-1].times)
                find.mark("inherited")

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
        ready = len(words) < 4 and words[-1:] and words[-1] in ("klar", "klart", "færdig", "færdigt")  # "Plan klar 15/11"
        short = (
            not words
            or ready
            or set(words) <= _READY_WORDS
            or re.match(r"\w+(?:en|et|ne) skal (?:være inde|ligge|være klar\w*|være afleveret)\b", text)
            or re.match(
                r"(?:det (?:skal ske|sker|skal være (?:gjort|sket|på plads|klar\w*)|gøres|bør ske)|dette skal ske|fristen er|"
                r"frist(?:en)? for \w+ er|fristen herfor er|deadline er|deadlinen er|gerne|og|svarfristen er|"
                r"(?:dette |det )?(?:arbejdet?|det hele|alt) skal være \w+|begge dele)\b",
                text,
            )
        )
        if not short or len(words) > 9:
            return False
        both = self.finds[-2:] if text.startswith("begge dele") else self.last
        for find in both:
            if not has_day(find.times) and find.kind is not Kind.DEFERRAL:
                find.times = [times[0]]
                find.end = max(find.end, cut.end - (1 if self.passage.text[cut.end - 1] == "." else 0))
                find.rules.append("late-deadline")
                find.clauses.append("4 One or two")
                find.mark("late")
        return True
