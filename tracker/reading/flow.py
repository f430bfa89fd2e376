"""Paragraphs, lists and tables of a Word file or a web page, laid out as plain lines.

A table row becomes one line with its cells joined by " | "; a row that holds whole passages is laid out cell after cell instead.
"""

from __future__ import annotations

import re

CELL = " | "
_LONG_CELL = 320
_BLANKS = re.compile(r"[ \t\n]+")


class Flow:
    """Collects lines; `Flow` objects nest for the cells of a table."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._words: list[str] = []

    def write(self, text: str) -> None:
        """Add text to the line being written."""
        if text:
            self._words.append(text)

    def line(self, prefix: str = "") -> None:
        """End the line being written; the next one begins with `prefix`."""
        written = "".join(self._words).strip(" \t")
        if written:
            self.lines.append(written)
        self._words = [prefix] if prefix else []

    def blank(self) -> None:
        """End the line and leave an empty one."""
        self.line()
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def row(self, cells: list[Flow]) -> None:
        """Add a row of a table."""
        for cell in cells:
            cell.line()
        texts = [_BLANKS.sub(" ", " ".join(filter(None, cell.lines))).strip() for cell in cells]
        filled = [index for index, text in enumerate(texts) if text]
        if not filled:
            return
        passages = any(len(texts[index]) > _LONG_CELL or len([line for line in cells[index].lines if line]) > 2 for index in filled)
        if len(filled) == 1 or passages:
            for index in filled:
                self.blank()
                self.lines += cells[index].lines
            self.blank()
        else:
            self.line()
            self.lines.append(CELL.join(texts).rstrip())

    def text(self) -> str:
        """Everything written, with single blank lines between blocks."""
        self.line()
        out: list[str] = []
        for line in self.lines:
            if line or (out and out[-1]):
                out.append(line)
        return "\n".join(out).strip("\n") + "\n"
