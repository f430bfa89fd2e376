"""Guards: what is asked while a person types may fail without ending the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual import log

Value = TypeVar("Value")


def guarded(work: Callable[[str], Value], otherwise: Value) -> Callable[[str], Value]:
    """As `work`, answering `otherwise` where it fails: half a sentence is no reason to stop."""

    def guarded_work(text: str) -> Value:
        try:
            return work(text)
        except Exception as error:
            log.error(error)
            return otherwise

    return guarded_work
