"""What the points of a list take from the line that leads them in, and what that line takes from them."""

from __future__ import annotations

from tracker.danish.sentences import Sentence as Cut
from tracker.domain.deadline import Deadline, Precision, TimeExpression
from tracker.domain.followup import Kind
from tracker.extraction.deadlines import has_day
from tracker.extraction.find import Find, Sentence
from tracker.extraction.passage import Passage
from tracker.extraction.trace import Trace

_LONGEST_HEAD = 20
"""Characters a head of a list may have besides its time."""
_NEAR = 50
"""Cards looked back for one that is to be taken away, so that long texts stay linear."""


class Nested:
    """Keeps the cards of every sentence, for the points of a list that stand under it."""

    def __init__(self, passage: Passage, trace: Trace | None = None) -> None:
        self.passage = passage
        self.trace = trace
        self.finds: list[Find] = []
        self.last: list[Find] = []
        self.nominal: Sentence | None = None
        self.paragraph = -1  # of the last sentence
        self.before: Cut | None = None  # the last sentence
        self.next_told = -1  # the sentence that told when the next meeting is
        self.by_sentence: dict[int, list[Find]] = {}
        self.times: dict[int, list[TimeExpression]] = {}

    def _asked_in_list(self, cut: Cut, folded: str) -> bool:
        """ "Bo spørger styrelsen: • om vi må sælge kager": what is asked in a list belongs to the card that leads it in."""
        above = self.by_sentence.get(cut.lead, []) if cut.lead is not None else []
        if not above or not folded.startswith(("om ", "hvor", "hvem ", "hvad ", "hvilke")):
            return False
        above[-1].end = max(above[-1].end, cut.end - (1 if self.passage.text[cut.end - 1] == "." else 0))
        return True

    def _inherit(self, cut: Cut, found: list[Find], cuts: list[Cut]) -> None:
        """A nested bullet takes the term of the bullet it stands under, where it has none."""
        if not found:
            return
        over = cut.parent if cut.parent is not None else cut.lead
        self._leads_in(over, found)
        above = self.by_sentence.get(over if over is not None else -1, [])
        if not above:
            self._timed_by_head(over, found, cuts)
            return
        times = above[-1].times
        if not has_day(times) or _is_the_day_itself(times[0].deadline):
            return
        for find in found:
            if not find.times and find.kind is Kind.TASK:
                find.times = list(times)
                find.mark("inherited")

    def _leads_in(self, over: int | None, found: list[Find]) -> None:
        """ "Husk at søge puljer: • Elselskabet (Jørgen søger)": the line that leads in what its points say is no card beside them."""
        led = self.by_sentence.get(over, []) if over is not None else []
        if not found or len(led) != 1 or led[0].kind is not Kind.TASK:
            return
        lead = led[0]
        if not self.passage.text[lead.start : lead.end + 2].rstrip().endswith(":") or lead.responsible or lead.recipients or lead.times:
            return
        if self._drop(lead):
            led.clear()

    def _drop(self, card: Find) -> bool:
        """Take one of the latest cards away; whether it was among them."""
        latest = range(len(self.finds) - 1, max(-1, len(self.finds) - _NEAR), -1)
        place = next((k for k in latest if self.finds[k] is card), None)
        if place is not None:
            del self.finds[place]
        return place is not None

    def _timed_by_head(self, over: int | None, found: list[Find], cuts: list[Cut]) -> None:
        """A list headed by a time alone ("Til næste møde:", "Opgaver inden 1. maj:") gives it to its points."""
        times = self.times.get(over, []) if over is not None else []
        if over is None or len(times) != 1 or not has_day(times):
            return
        words = self.passage.text[cuts[over].start : cuts[over].end]
        if len(words) - len(times[0].text) > _LONGEST_HEAD or not words.rstrip().endswith(":"):
            return
        for find in found:
            if not find.times and find.kind is Kind.TASK:
                find.times = list(times)
                find.mark("inherited")


def _is_the_day_itself(deadline: Deadline) -> bool:
    """ "Arbejdslørdag den 26. april", "kurset i uge 10": what is to be done for it has no day by that."""
    return deadline.earliest is not None and deadline.due is not None and deadline.precision in (Precision.DAY, Precision.WEEK)
