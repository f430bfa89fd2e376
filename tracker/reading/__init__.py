"""A file -> its text -> the minutes in it.

`read` and `read_bytes` give the normalised text of a txt, md, html, pdf or docx file; `parse` finds meeting, items and decisions in it.
"""

from tracker.reading.files import read, read_bytes
from tracker.reading.limits import Limits
from tracker.reading.outcome import outcome_of
from tracker.reading.structure import parse

__all__ = ["Limits", "outcome_of", "parse", "read", "read_bytes"]
