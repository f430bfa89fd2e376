"""What stands beside a that-clause and no longer in it: where speech comes back to a main clause behind "og", "men" or "mens"."""

from __future__ import annotations

from tracker.danish.names import is_first_name
from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.extraction.boundaries import Boundaries
from tracker.extraction.clause import ADVERBS, MAIN_ADVERBS, Clause
from tracker.extraction.tokens import TIME, WORD
from tracker.extraction.vocabulary import SEEING_THAT, agent_kind, is_definite

_AGREED = frozenset("aftalt besluttet vedtaget bestemt enighed".split())
_OBJECTS = frozenset("det den dem ham hende os dette".split())
_BEHIND_VERB = frozenset("vi han hun man der de det".split())
_SUBJECTS = frozenset("han hun vi de man".split())


def _sees_to(clause: Clause) -> bool:
    """Whether what hangs under a clause is what its act is for, not what was decided or said."""
    return clause.form.form is Form.PRESENT and clause.form.lemma in SEEING_THAT


class BesideThat(Boundaries):
    """Knows where a that-clause has ended though no sign says so."""

    def _main_order(self, at: int) -> bool:
        """A sentence adverb or the subject behind the verb shows a main clause: "at alle høres, og Bo indkalder derfor …", "…, og
        listen tager Bo med" (in a that-clause both stand before the verb). So does a decision: "Bo mente, at …, og det blev aftalt, at"."""
        if at + 1 >= len(self.tokens):
            return False
        after = self.tokens[at + 1]
        if self.tokens[at - 1].low in ("det", "der") and after.low in _AGREED:
            return True
        if after.low in _OBJECTS and at + 2 < len(self.tokens) and self.tokens[at + 2].low in MAIN_ADVERBS:
            return True  # "og forvaltningen indbyder den derfor til et møde"
        return after.low in MAIN_ADVERBS or after.low in ("vi", "han", "hun") or is_first_name(after.text)

    def _named_again(self, last: Clause, begin: int, at: int) -> bool:
        """ "SR finder, at det er alvorligt, og SR vil følge op": who thinks so, named again before "vil", acts in a clause beside it."""
        main = last.parent
        if last.link != "at" or main is None or not main.main or (main.form.sense is not Sense.COMMENT and main.form.lemma != "finde"):
            return False
        named = [t.low for t in self.tokens[begin:at]]
        return bool(named) and named == [t.low for t in self.tokens[main.field[0] : main.field[1]]]

    def _inverted(self, begin: int, at: int) -> bool:
        """ "… at ønskerne kommer sent, og i år var der ikke plads": the subject behind the verb, as a time stands before it."""
        timed = begin < at < len(self.tokens) - 1 and all(t.kind == TIME or t.low in ADVERBS for t in self.tokens[begin:at])
        return timed and self.tokens[at + 1].low in _BEHIND_VERB and any(t.kind == TIME for t in self.tokens[begin:at])

    def _comes_back(self, that: Clause, begin: int, at: int, form: Verb) -> bool:
        """Whether somebody who acts now stands beside what was told: "har klaget over, at de intet hørte, men Bo ringer til dem i maj",
        "sørger for, at de får besked, og Ea fik tak for kagen"."""
        governor = that.parent
        if that.link != "at" or governor is None:
            return False
        if begin == at and governor.main and governor.form.form is Form.PAST and that.form.form is Form.PRESENT and form.form is Form.PAST:
            return True  # "henviste til, at planen er givet, og lovede at sige det videre": the tense is that of who spoke
        if governor.form.sense is Sense.DECIDE:
            return False
        if governor.main and _sees_to(governor):
            return form.form is Form.PAST
        acts = form.form is Form.PRESENT and form.sense in (Sense.DO, Sense.LIGHT)
        complained = governor.form.lemma == "have" or governor.form.form is Form.PAST
        return acts and complained and that.form.form is Form.PAST and self._acting(begin, at)

    def _acting(self, begin: int, at: int) -> bool:
        """Whether a person, an office or a unit alone stands before a verb."""
        words = self.tokens[begin:at]
        if not words:
            return False
        last = words[-1]
        return all(t.capital and t.kind == WORD for t in words) or (
            len(words) == 1 and last.low not in _SUBJECTS and agent_kind(last.low) is not None and is_definite(last.low)
        )

    def _over_seeing(self, last: Clause) -> Clause | None:
        """The act that sees to what a that-clause says: "Lone sørger for, at de får besked, | mens Bo undersøger prisen"."""
        that = last
        while that.link != "at" and that.parent is not None:
            that = that.parent
        governor = that.parent if that.link == "at" else None
        return governor if governor is not None and governor.main and _sees_to(governor) else None

    def _noun_before(self, last: Clause, at: int, form: Verb) -> bool:
        """ "og ansøger | anmodes om at …": of two verbs side by side the first, in "-er", is somebody."""
        stands = last.verb == at - 1 and form.form is Form.PASSIVE and last.form.form is Form.PRESENT
        agent = last.form.sense is Sense.DO and self.tokens[last.verb].low.endswith("er") and not last.subs
        return stands and agent and last.field[0] == last.verb and pick(self.tokens[at].low, Form.INFINITIVE) is None
