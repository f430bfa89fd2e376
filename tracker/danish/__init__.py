"""Danish: time expressions, the calendar, sentences, verbs and names. Knows nothing of minutes.

`find_times` finds every time expression of a text and resolves it; `resolve` reads one phrase as one time.
"""

from __future__ import annotations

from tracker.danish.times.reader import find_times
from tracker.danish.times.typed import resolve

__all__ = ["find_times", "resolve"]
