"""Party: anyone who can promise or receive something: a person, a role, a department, a body or a group."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PartyKind(StrEnum):
    """What sort of party a name stands for; UNKNOWN where the texts do not tell."""

    PERSON = "person"
    ROLE = "role"
    DEPARTMENT = "department"
    BODY = "body"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Party:
    """A party by the name it is best known by, with the other ways the texts write it (initials, first name, title)."""

    name: str
    kind: PartyKind = PartyKind.UNKNOWN
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
