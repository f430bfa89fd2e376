"""Text from documents and people made safe to draw: data, never markup and never a terminal's control code."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"


def line(text: str) -> str:
    """The text on one line: whatever does not print (control codes, line ends, direction marks) becomes a space."""
    if text.isprintable():
        return text
    return " ".join("".join(ch if ch.isprintable() else " " for ch in text).split())


def block(text: str) -> str:
    """The text with its line ends, every other unprintable character one space: positions stay the same."""
    return "".join(ch if ch.isprintable() or ch == "\n" else " " for ch in text)


def clip(text: str, width: int) -> str:
    """The text in at most `width` cells, cut with an ellipsis."""
    text = line(text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells: padded, or cut with an ellipsis."""
    return set_cell_size(clip(text, width), width) if width > 0 else ""
