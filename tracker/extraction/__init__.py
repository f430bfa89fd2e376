"""Minutes -> follow-ups: who promised what to whom by when, and why the program thinks so.

Pure: the same minutes give the same follow-ups on every machine; no clock, no network, no model.
"""

from __future__ import annotations

from tracker.extraction.explain import Explanation, Step, explain
from tracker.extraction.extract import extract, extract_passage
from tracker.extraction.parties import Directory, join_names
from tracker.extraction.parties import build as build_directory

__all__ = ["Directory", "Explanation", "Step", "build_directory", "explain", "extract", "extract_passage", "join_names"]
