"""How much one file may cost. The services fill these in from the settings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on the reading of one file: sizes in bytes, time in seconds."""

    max_file_bytes: int = 100_000_000
    """Largest file that is opened at all."""
    max_unpacked_bytes: int = 400_000_000
    """Most that the parts of a packed file (Word) may unpack to, and the most memory the PDF reader may take."""
    max_pages: int = 3_000
    """Most pages of a PDF."""
    seconds: float = 60.0
    """Longest time a PDF may take."""
