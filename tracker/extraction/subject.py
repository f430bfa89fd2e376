"""The subject of a clause as a value: parties, "vi", a thing, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.extraction.mention import Mention

PARTY, FORUM_WE, PRONOUN, THING, EXPLETIVE, NONE = "party", "we", "pronoun", "thing", "expletive", "none"


@dataclass(slots=True)
class Subject:
    """The subject of a clause: parties, "vi"/"man", a thing, or nothing. `after` is where the words behind verb and subject begin."""

    kind: str
    parties: list[Mention] = field(default_factory=list)
    after: int = 0
    words: str = ""

    @property
    def sure(self) -> int:
        """How certain the least certain party is; 0 without any."""
        parties = self.parties
        return parties[0].sure if len(parties) == 1 else min((p.sure for p in parties), default=0)

    @property
    def outsider(self) -> bool:
        """Whether somebody outside the organisation is the one who acts."""
        return bool(self.parties) and all(p.outsider for p in self.parties)
