"""What the columns of an action table hold, told by their names: "Hvem gør det?", "Ansvarlig(e)", "Frist for svar"."""

from __future__ import annotations

import re

HEADS: dict[str, str] = {
    "aktion": "task", "opgave": "task", "handling": "task", "hvad": "task", "beskrivelse": "task", "aktivitet": "task", "emne": "topic",
    "opfølgning": "task", "opgaver": "task", "to do": "task", "todo": "task", "to-do": "task", "aktioner": "task",
    "beslutning/aktion": "task", "action": "task",
    "ansvarlig": "who", "ansvarlige": "who", "hvem": "who", "tovholder": "who", "ansv.": "who", "ansv": "who", "udføres af": "who",
    "frist": "when", "deadline": "when", "hvornår": "when", "tidsfrist": "when", "dato": "when", "senest": "when", "tid": "when",
    "sag": "topic", "ansvar": "who", "initialer": "who", "inden": "when", "stand": "state",
    "aftale": "agreed", "aftaler": "agreed", "aftalt": "agreed", "det aftalte": "agreed", "beslutning": "agreed", "konklusion": "agreed",
    "status": "state", "udført": "state", "nr.": "number", "nr": "number", "#": "number",
}  # fmt: skip
"""What a column of that name holds; "agreed" are tasks where somebody or a day is named beside them, else prose; a "topic" is a task
where no other column holds one."""


def role_of(name: str, *, exact: bool) -> str | None:
    """What a column so named holds: by its whole name, else by how it begins ("Hvem gør det?", "Ansvarlig(e)", "Frist for svar")."""
    plain = name.casefold().replace("(e)", "e").rstrip(" :?.*")
    if exact or plain in HEADS or not plain or len(plain) > _LONGEST_HEAD or not plain[0].isalpha():
        return HEADS.get(plain)
    words = re.split(r"[ /]+", plain)
    if len(words) > _WORDS_OF_HEAD or plain[-1] in ".,;":
        return None
    return next((role for role, opens in _OPENING.items() if words[0].startswith(opens) or plain.startswith(opens)), None)


_LONGEST_HEAD, _WORDS_OF_HEAD = 30, 4
"""Characters and words; a longer cell is no name of a column."""
_OPENING = {
    "who": ("ansvarlig", "hvem", "tovholder", "udføres af", "udfører", "owner"),
    "when": ("frist", "deadline", "tidsfrist", "hvornår", "til hvornår", "færdig senest", "udføres senest", "svarfrist", "due"),
    "task": ("aktionspunkt", "aktion", "opgave", "handling", "hvad", "aktivitet", "opfølgning", "næste skridt", "to-do", "action"),
    "state": ("status",),
}
"""How the names of columns begin that hold each."""
