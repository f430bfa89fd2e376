"""Counting agreement with gold over any number of documents. The counts are those of GUIDE.md section 5."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tracker.services.scoring import Find, normal, overlap, paired, parties_met, words, wrong_fields


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that is not as in gold: `sort` is "missed", "spurious" or "fields" (then `fields` names what differs in the card)."""

    source: str
    sort: str
    gold: Find | None = None
    predicted: Find | None = None
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class Hits:
    """A count of what is right, out of what gold has and what was predicted."""

    right: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, right: int, gold: int, predicted: int) -> None:
        """Count one more comparison."""
        self.right, self.gold, self.predicted = self.right + right, self.gold + gold, self.predicted + predicted

    @property
    def precision(self) -> float:
        """The share of the predicted that is right; 1 where nothing was to be found and nothing was."""
        return self.right / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of gold that was found."""
        return self.right / self.gold if self.gold else float(not self.predicted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """Everything that is counted, over any number of documents."""

    found: Hits = field(default_factory=Hits)
    responsible: Hits = field(default_factory=Hits)
    recipients: Hits = field(default_factory=Hits)
    cards: int = 0
    due: int = 0
    earliest: int = 0
    precision: int = 0
    kind: int = 0
    dated_gold: int = 0
    dated_right: int = 0
    items: Hits = field(default_factory=Hits)
    outcomes: Hits = field(default_factory=Hits)
    disagreements: list[Disagreement] = field(default_factory=list)

    def add_finds(self, source: str, gold: Sequence[Find], predicted: Sequence[Find], text: str | None = None) -> None:
        """Count one document's finds. A predicted quote that does not stand in `text` is spurious; None leaves that unchecked."""
        core = [find for find in gold if not find.optional]
        optional = [find for find in gold if find.optional]
        whole = normal(text) if text is not None else None
        honest = [find for find in predicted if whole is None or find.quote in whole]
        invented = [find for find in predicted if whole is not None and find.quote not in whole]
        pairs = paired(core, honest)
        used_gold, used_predicted = {left for left, _ in pairs}, {right for _, right in pairs}
        unpaired = [find for place, find in enumerate(honest) if place not in used_predicted]
        spurious = [find for find in unpaired if not any(overlap(want, find) for want in optional)] + invented
        self.found.add(len(pairs), len(core), len(pairs) + len(spurious))
        self.dated_gold += sum(find.is_dated for find in core)
        for left, right in pairs:
            self._add_pair(source, core[left], honest[right])
        self.disagreements += [Disagreement(source, "missed", gold=find) for place, find in enumerate(core) if place not in used_gold]
        self.disagreements += [Disagreement(source, "spurious", predicted=find) for find in spurious]

    def _add_pair(self, source: str, gold: Find, predicted: Find) -> None:
        wrong = wrong_fields(gold, predicted)
        self.due += "due" not in wrong
        self.kind += "kind" not in wrong
        self.cards += not wrong
        self.dated_right += gold.is_dated and "due" not in wrong
        self.earliest += gold.earliest == predicted.earliest
        self.precision += gold.precision == predicted.precision
        self.responsible.add(parties_met(gold.responsible, predicted.responsible), len(gold.responsible), len(predicted.responsible))
        self.recipients.add(parties_met(gold.recipients, predicted.recipients), len(gold.recipients), len(predicted.recipients))
        if wrong:
            self.disagreements.append(Disagreement(source, "fields", gold, predicted, wrong))

    def add_items(self, gold: Iterable[dict[str, Any]], predicted: Iterable[dict[str, Any]]) -> None:
        """Count one document's items and decisions; surplus ones count against."""
        want = {item.get("number"): item for item in gold}
        got = {item.get("number"): item for item in predicted}
        for number in want.keys() | got.keys():
            mine, theirs = want.get(number), got.get(number)
            self.items.add(int(bool(mine and theirs and _heading(mine) == _heading(theirs))), 1, 1)
            decided, claimed = _decisions(mine), _decisions(theirs)
            most = max(decided.total(), claimed.total())
            self.outcomes.add((decided & claimed).total(), most, most)


def _heading(item: dict[str, Any]) -> tuple[list[str], str | None]:
    return words(item.get("title")), item.get("case_number") or None


def _decisions(item: dict[str, Any] | None) -> Counter[tuple[str | None, str | None]]:
    return Counter((d.get("date"), d.get("outcome")) for d in (item or {}).get("decisions") or ())
