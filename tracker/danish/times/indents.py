"""Lines that go on below an indent, read as if they went on in one: "senest den / ········15. maj"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from tracker.domain.deadline import TimeExpression

_INDENT = re.compile(r"\n[ \t]+(?=[^\s•*·–-])")
"""A line's end and the indent of the next, unless that begins with the sign of a bullet."""
_BLANKS = " \t"


class Unindented:
    """A text without the indents inside it, which knows where its words stood."""

    def __init__(self, text: str) -> None:
        self._written = text
        parts: list[str] = []
        self._places, self._shifts = [0], [0]
        done = length = 0
        for found in _INDENT.finditer(text):
            end = found.start()
            while end and text[end - 1] in _BLANKS:
                end -= 1
            if not end or text[end - 1].isspace():
                continue  # below an empty line nothing goes on
            parts += (text[done:end], "\n")
            length += end - done + 1
            done = found.end()
            self._places.append(length)
            self._shifts.append(done - length)
        self.text = "".join((*parts, text[done:]))

    def place(self, at: int) -> int:
        """Where the character at `at` stood in the text as written."""
        return at + self._shifts[bisect_right(self._places, at) - 1]

    def back(self, time: TimeExpression) -> TimeExpression:
        """An expression of `self.text` at its place in the text as written."""
        start, end = self.place(time.start), self.place(time.end - 1) + 1
        if end - start == time.end - time.start:
            return TimeExpression(start, end, time.deadline, past=time.past, condition=time.condition, rules=time.rules)
        return replace(time, start=start, end=end, deadline=replace(time.deadline, text=self._written[start:end]))


def is_indented(text: str) -> bool:
    """Whether some line of a text may go on below an indent."""
    return "\n " in text or "\n\t" in text
