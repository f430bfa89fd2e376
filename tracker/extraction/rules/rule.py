"""A rule of commitments as a value: what it reads, the convention it applies, and its proof beside it (DESIGN.md)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tracker.danish.verbs import Form, Sense
from tracker.extraction.clause import Clause
from tracker.extraction.find import Find, Sentence
from tracker.extraction.subjects import Subject


class Silent:
    """What a rule answers when the words are a commitment's look-alike: nothing, and no later rule may try."""


SILENT = Silent()
Answer = Find | Silent | None
Read = Callable[[Sentence, Clause, Subject], Answer]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule over a clause.

    `guide` names the convention of GUIDE.md it applies. `read` answers a find, SILENT, or None where the rule has nothing to say.
    Each of `examples` is a text and what must come of it, as "kind | responsible | recipients | deadline words", or "" for nothing;
    the rule must be among those that decided. None of `rejects` may make it fire.
    `verbs` and `senses` name the infinitives and the sorts of verb it speaks of, `forms` the forms, so that it is not asked about others;
    where neither infinitives nor senses are named, it is asked about any verb. `words`, where named, are those of which the sentence
    must hold one: most sentences hold none, and then the rule need not be asked.
    """

    name: str
    guide: str
    read: Read
    examples: tuple[tuple[str, str], ...]
    rejects: tuple[str, ...]
    verbs: frozenset[str] | None = None
    senses: frozenset[Sense] = frozenset()
    forms: frozenset[Form] | None = None
    words: frozenset[str] | None = None

    def speaks_of(self, lemma: str, form: Form, sense: Sense) -> bool:
        """Whether it is to be asked about a clause with such a verb."""
        if self.forms is not None and form not in self.forms:
            return False
        return sense in self.senses or (not self.senses if self.verbs is None else lemma in self.verbs)
