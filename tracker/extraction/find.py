"""What the rules read and write: the context of a sentence, and a find under way to becoming a follow-up."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.danish.names import agrees
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.domain.minutes import Outcome, SectionKind
from tracker.extraction.clause import Clause
from tracker.extraction.mention import Mention
from tracker.extraction.mentions import Reader
from tracker.extraction.parties import Directory
from tracker.extraction.tokens import Token


@dataclass(slots=True)
class Find:
    """A commitment found in a sentence. `start`/`end` are places in the whole text.

    `optional` marks the guide's optional classes. `signals` are names of reasons for or against trusting it (confidence.py).
    """

    kind: Kind
    start: int
    end: int
    responsible: list[Mention] = field(default_factory=list)
    recipients: list[Mention] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    optional: bool = False
    rules: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    signals: set[str] = field(default_factory=set)
    verb: tuple[int, int] | None = None
    clause: Clause | None = None
    nominal: bool = False
    level: int = 0
    paragraph: int = 0

    def mark(self, *signals: str) -> Find:
        """The same find with more signals."""
        self.signals.update(signals)
        return self

    def told_by(self, rule: str, guide: str, *signals: str) -> Find:
        """The same find with one more rule that spoke for it, the guide's words for that, and more signals."""
        self.rules.append(rule)
        self.clauses.append(guide)
        return self.mark(*signals)


@dataclass(slots=True)
class Memory:
    """What earlier sentences of the same decision leave behind: whom a pronoun stands for."""

    person: list[Mention] = field(default_factory=list)
    group: list[Mention] = field(default_factory=list)
    unit: list[Mention] = field(default_factory=list)
    """The body or department that acted last."""
    named: list[Mention] = field(default_factory=list)
    list_parties: list[Mention] = field(default_factory=list)
    """Whom the point of a list speaks of by the line above it."""
    told: list[Mention] = field(default_factory=list)
    """Who was the subject of the last main clause that names somebody."""
    promised: bool = False
    """Whether the sentence before promised something by a day."""

    def one(self, pronoun: str) -> list[Mention]:
        """Whom a pronoun in the singular stands for: who acted last, or where the name is the other sex's, who was named last."""
        if self.person and all(agrees(p.text, pronoun) for p in self.person):
            return list(self.person)
        return next(([p] for p in reversed(self.named) if agrees(p.text, pronoun)), [])


@dataclass(slots=True)
class Sentence:
    """One sentence under reading: its tokens and clauses, and all that rules may ask about its surroundings."""

    text: str
    start: int
    end: int
    tokens: list[Token]
    clauses: list[Clause]
    directory: Directory
    reader: Reader
    memory: Memory
    section: SectionKind = SectionKind.DECISION
    outcome: Outcome = Outcome.OTHER
    forum: str = ""
    lenient: bool = False
    lows: list[str] = field(init=False)
    """The case-folded words, token by token."""
    timed: list[int] = field(init=False)
    """Where the times stand: most sentences have none."""
    _vocabulary: frozenset[str] | None = None

    def __post_init__(self) -> None:
        self.lows = [t.low for t in self.tokens]
        self.timed = [k for k, t in enumerate(self.tokens) if t.time is not None]

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every case-folded word of the sentence, those inside its times as well ("hver uge", "ikke før maj")."""
        words = self._vocabulary
        if words is None:
            inside = [w for k in self.timed for w in self.lows[k].split()]
            words = self._vocabulary = frozenset(self.lows + inside)
        return words

    def low(self, start: int, end: int) -> list[str]:
        """The case-folded words of a range of tokens."""
        return self.lows[start:end]

    def words(self, start: int, end: int) -> str:
        """The case-folded words of a range of tokens, joined by single spaces."""
        return " ".join(self.lows[start:end])
