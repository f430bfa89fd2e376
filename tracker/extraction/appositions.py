"""Parties told twice: a role with its name, a group with its members in brackets, a person with the unit he is of."""

from __future__ import annotations

import dataclasses

from tracker.danish.names import is_first_name, is_initials
from tracker.domain.party import PartyKind
from tracker.extraction.grouping import Grouping
from tracker.extraction.mention import SURE, Mention
from tracker.extraction.tokens import WORD
from tracker.extraction.vocabulary import agent_kind, is_definite, is_topic

_LONGEST_BRACKET = 16
"""Tokens; longer brackets hold more than names."""


_THAT_IS = frozenset("altså dvs dvs. nemlig".split())


class Appositions(Grouping):
    """Reads what stands beside a mention and says who is meant."""

    def group(self, start: int, limit: int, *, preverbal: bool = False) -> tuple[list[Mention], int]:
        """The parties joined from `start` on; given by the reader itself."""
        raise NotImplementedError

    def one(self, at: int, limit: int, *, preverbal: bool = False) -> Mention | None:
        """One party beginning exactly at `at`; given by the reader itself."""
        raise NotImplementedError

    def _titled(self, at: int, limit: int) -> bool:
        """ "Tillidsrepræsentanterne Dorthe og Kim": the names tell who."""
        if at + 1 >= limit or not self.tokens[at].low.endswith("ne") or agent_kind(self.tokens[at].low) is None:
            return False
        return self.tokens[at + 1].capital and is_first_name(self.tokens[at + 1].text)

    def _apposition(self, mention: Mention, limit: int) -> Mention | None:
        """ "Formanden, Bo Hansen, sender": one person, told by role and by name."""
        at = mention.end
        if at + 2 >= len(self.tokens) or at >= limit or self.tokens[at].text != ",":
            return None
        if mention.kind is not PartyKind.ROLE and agent_kind(self.tokens[at - 1].low) is not PartyKind.ROLE:
            return None
        owned = any(t.low.endswith("s") for t in self.tokens[mention.start : at - 1])  # "Udvalgets formand, Ea Holm,"
        name = self.one(at + 1, limit)
        titled = mention.start == 0 and at == 1 and name is not None and name.end - name.start > 1 and name.end == limit
        if titled and name is not None and is_first_name(self.tokens[at + 1].text):
            return Mention(name.text, mention.start, name.end, PartyKind.PERSON, SURE, mention.outsider)  # "Næstformand, Ea Holm sender"
        if not (owned or is_definite(self.tokens[at - 1].low)) or self.tokens[at - 1].low.endswith("ne"):
            return None
        if name is None or name.kind is not PartyKind.PERSON or name.end > len(self.tokens):
            return None
        closed = name.end == len(self.tokens) or self.tokens[name.end].text in (",", ".", ";", ")")  # a list of two would have "og"
        if not closed:
            return None
        return Mention(
            name.text,
            mention.start,
            name.end + (name.end < len(self.tokens) and self.tokens[name.end].text == ","),
            PartyKind.PERSON,
            SURE,
            mention.outsider,
        )

    def _in_brackets(self, mention: Mention) -> tuple[list[Mention], int] | None:
        """ "Gruppen (Bo, Ea og Ib)", "Banemesteren (Ivar)", "Gruppen, altså Bo og Ea,": those named in brackets or so are meant."""
        told = self._told_who(mention)
        if told is not None:
            return told
        if mention.kind not in (PartyKind.GROUP, PartyKind.ROLE, PartyKind.BODY, PartyKind.DEPARTMENT):
            return None
        at = mention.end - 1 if self.tokens[mention.end - 1].text == ")" else mention.end
        begin = at if at < len(self.tokens) and self.tokens[at].text == "(" else None
        if self.tokens[mention.end - 1].text == ")":
            begin = next((k for k in range(at - 1, mention.start, -1) if self.tokens[k].text == "("), None)
        if begin is None:
            return None
        close = next((k for k in range(begin + 1, min(begin + _LONGEST_BRACKET, len(self.tokens))) if self.tokens[k].text == ")"), None)
        if close is None:
            return None
        if mention.kind is PartyKind.DEPARTMENT:
            return self._unit_with(mention, begin, close)
        initials = close == begin + 2 and is_initials(self.tokens[begin + 1].text)  # "Personaleafdelingen (PA)"
        inside, stop = self.group(begin + 1, close) if not initials else ([], close)
        last = close + 1 >= len(self.tokens) or self.tokens[close + 1].text == "."
        if mention.kind is PartyKind.BODY and len(inside) == 1 and last:
            return None  # "Sagen forelægges Økonomiudvalget (Ea).": who does it, not who the committee is
        named = inside and stop == close and all(m.kind in (PartyKind.PERSON, PartyKind.UNKNOWN) for m in inside)
        return (inside, close + 1) if named else None

    def _told_who(self, mention: Mention) -> tuple[list[Mention], int] | None:
        """The members of a group that are named behind "altså", "dvs." or "nemlig", up to the comma that closes them."""
        at = mention.end
        if mention.kind not in (PartyKind.GROUP, PartyKind.BODY) or at + 2 >= len(self.tokens) or self.tokens[at].text != ",":
            return None
        if self.tokens[at + 1].low not in _THAT_IS:
            return None
        begin = at + 2 + (self.tokens[at + 2].text == ".")
        inside, stop = self.group(begin, len(self.tokens))
        closed = stop >= len(self.tokens) or self.tokens[stop].text in (",", ".", ";")
        return (inside, stop + (stop < len(self.tokens))) if len(inside) > 1 and closed else None

    def _unit_with(self, mention: Mention, begin: int, close: int) -> tuple[list[Mention], int] | None:
        """ "HR (KVJ)", "Driften (Bo)": the unit and who in it (GUIDE.md section 4, "Who"); "Løn og Personale (LP)" is its letters."""
        inside, stop = self.group(begin + 1, close)
        short = is_initials(self.tokens[mention.start].text)
        known = all(self.directory.knows_person(m.text.split()[0]) or (short and is_initials(m.text)) for m in inside)
        if not inside or stop != close or not known or any(m.kind is PartyKind.DEPARTMENT for m in inside):
            return None
        return [dataclasses.replace(mention, end=begin), *inside], close + 1

    def _represented(self, mention: Mention, limit: int) -> Mention | None:
        """ "Byggeafdelingen v/ Bo Lind sender": the person by whom a unit acts."""
        at = mention.end
        if mention.kind not in (PartyKind.DEPARTMENT, PartyKind.GROUP, PartyKind.BODY) or at >= limit:
            return None
        first = self.tokens[at].text
        name = first[2:] if first[:2].lower() == "v/" else ""
        if not name and first.lower() == "v" and at + 2 < limit and self.tokens[at + 1].text == "/":
            at, name = at + 2, self.tokens[at + 2].text
        if not (is_first_name(name) or self.directory.attends(name)):
            return None
        end = at + 1
        while end < limit and self.tokens[end].kind == WORD and self.tokens[end].capital:
            name, end = f"{name} {self.tokens[end].text}", end + 1
        return Mention(name, mention.start, end, PartyKind.PERSON)

    def _with_unit(self, mention: Mention, limit: int) -> Mention | None:
        """ "Jan Holm, Fritid, skriver": a person told with the unit he is of."""
        at = mention.end
        if mention.kind is not PartyKind.PERSON or at + 2 >= limit or self.tokens[at].text != "," or not self.tokens[at + 1].capital:
            return None
        unit = self.tokens[at + 1]
        named = is_topic(unit.text) and not is_first_name(unit.text) and self.tokens[at + 2].text == ","
        return Mention(mention.text, mention.start, at + 3, PartyKind.PERSON, SURE, mention.outsider) if named else None
