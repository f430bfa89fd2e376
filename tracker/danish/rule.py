"""A rule of the language as a value: what it looks for, what it makes of it, and its proof beside it (DESIGN.md)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Made_co = TypeVar("Made_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the day it is read on, and what must come of it, written as `brief.brief` writes it."""

    text: str
    on: date
    answer: str


@dataclass(frozen=True, slots=True)
class Rule(Generic[Made_co]):
    """One rule.

    `name` is unique in the rulebook and stands in the result of everything the rule took part in. `pattern` is matched against folded
    text (`times.fold`), `produce` turns the match into a value, or None where the words fit but the sense does not (a 31 February).
    `examples` must come out as they say, with this rule among those that fired; none of `rejects` may make it fire.
    """

    name: str
    pattern: re.Pattern[str]
    produce: Callable[..., Made_co | None]
    examples: tuple[Example, ...]
    rejects: tuple[str, ...]


def examples(on: str, *pairs: tuple[str, str]) -> tuple[Example, ...]:
    """Examples read on one day (YYYY-MM-DD), each a text and its answer."""
    day = date.fromisoformat(on)
    return tuple(Example(text, day, answer) for text, answer in pairs)
