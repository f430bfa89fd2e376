"""One phrase as one time: what a person types into a date field."""

from __future__ import annotations

import unicodedata
from datetime import date

from tracker.danish.times.reader import find_times
from tracker.domain.deadline import Deadline


def resolve(phrase: str, reference: date) -> Deadline | None:
    """`phrase` read as a whole as one time ("medio maj", "15/8", "om 14 dage", "2018-08-15"), or None where it is no time."""
    words = " ".join(unicodedata.normalize("NFC", phrase).split())
    found = find_times(words, reference)
    if len(found) == 1 and found[0].start == 0 and found[0].end >= len(words.rstrip(" .!")) and not found[0].condition:
        return found[0].deadline
    return None
