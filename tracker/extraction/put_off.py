"""What was put off, and the sentences behind that tell its new day or put it off again: "Udsat. Genoptages i maj."."""

from __future__ import annotations

from tracker.domain.followup import Kind
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find, Sentence
from tracker.extraction.nested import Nested
from tracker.extraction.sides import returns

FEW = 4
"""Words; a shorter postponement names no matter."""


class PutOff(Nested):
    """Keeps one card of a matter that is put off and comes back."""

    def _new_day(self, index: int, sentence: Sentence | None) -> None:
        """ "Udsættes, da nattevagterne vil være med. Nyt forsøg den 9. februar.": the day of what was put off."""
        last = self.last[-1] if self.last else None
        times = self.times.get(index, [])
        if last is None or last.kind is not Kind.DEFERRAL or has_day(last.times) or sentence is None or not has_day(times):
            return
        words = [t for t in sentence.tokens if t.kind == "w"]
        if not sentence.clauses and len(words) < FEW and words[:1] and words[0].low in ("ny", "nyt", "nye"):
            last.times, last.end = [times[0]], sentence.end - (1 if self.passage.text[sentence.end - 1] == "." else 0)
            last.mark("late")

    def _only_put_off(self, find: Find) -> bool:
        """ "Udsat. Puljen tages op igen, så snart ministeriet har svaret.": the postponement named nothing, so this is what it is of."""
        alone = find.clause is not None and len(self.passage.text[find.start : find.end].split()) == 1 and not find.times
        if alone and find.clause is not None and find.clause.form.lemma in ("flytte", "rykke", "skubbe", "skyde"):
            return True  # "Punktet nåede vi ikke. Flyttes."
        bare = len(self.passage.text[self.last[-1].start : self.last[-1].end].split()) < FEW
        return bare and find.kind is Kind.STATUS and not find.responsible

    def _put_off_till_then(self, found: list[Find]) -> None:
        """ "Udsat, idet Bo skal regne på det. Sagen tages op igen i maj.": the return is the day of the postponement said without one."""
        if found and found[0].kind is Kind.STATUS and has_day(found[0].times) and returns(found[0]):
            bare = any(f.kind is Kind.DEFERRAL and not has_day(f.times) for f in self.last[:-1])
            found[0].kind = Kind.DEFERRAL if bare else Kind.STATUS

    def _named_again(self, found: list[Find]) -> None:
        """Drop the postponement said before without its day: "Udsat, idet Bo skal regne på det. Sagen genoptages i maj."."""
        until = -1 if found[0].kind is Kind.DEFERRAL else len(self.last)  # "Udsat. Bo regner på det, og sagen genoptages i maj."
        for bare in [f for f in self.last[:until] if f.kind is Kind.DEFERRAL and not has_day(f.times)]:
            self._drop(bare)
            self.last.remove(bare)
        last = self.finds[-1] if self.finds and not self.last else None  # "Udsat. Temaet er ikke klar. Genoptages 30. marts."
        short = last is not None and len(self.passage.text[last.start : last.end].split()) < FEW
        if last is not None and short and last.kind is Kind.DEFERRAL and not has_day(last.times) and last.paragraph == self.paragraph:
            self._drop(last)
