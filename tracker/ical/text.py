"""Text into content lines: cleaned, escaped, folded. Nothing a document says can become a property of its own.

Two things are done here and not left to icalendar 7.3: its TEXT escaping turns a literal backslash followed by N into a line
break, and its folding, octet by octet in Python, costs half of a feed and can part an escaped backslash.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icalendar.prop import vText

if TYPE_CHECKING:
    from icalendar.cal import Component

LIMIT = 75
"""Longest line in octets, without its line end (RFC 5545 section 3.1)."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control characters are no TEXT (RFC 5545 section 3.3.11); U+FEFF, U+FFFE and U+FFFF are no characters of any text.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def clean(text: str) -> str:
    """The text with every line end as LF and without characters a calendar must not hold; what cannot be encoded is U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    text = _FORBIDDEN.sub("", _BREAKS.sub("\n", text))
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str, longest: int | None = None) -> str:
    """The cleaned text on one line, with runs of white space as one space, cut to `longest` characters with an ellipsis."""
    text = " ".join(clean(text).split())
    if longest is not None and len(text) > longest:
        cut = text[: longest - 1]
        space = cut.rfind(" ")
        text = (cut[:space] if space > longest // 2 else cut).rstrip(" ,;:–-") + "…"
    return text


class Text(vText):
    """A TEXT value (RFC 5545 section 3.3.11) that is cleaned when made and escaped in one pass."""

    __slots__ = ()

    def __new__(cls, value: str) -> Text:
        """Clean `value`."""
        made: Text = super().__new__(cls, clean(value))
        return made

    def to_ical(self) -> bytes:
        """The escaped value."""
        return str(self).translate(_ESCAPED).encode()


def fold(line: str) -> bytes:
    """A content line as octets, folded at 75, never inside a UTF-8 sequence or an escape; without the final line end."""
    data = line.encode()
    if len(data) <= LIMIT:
        return data
    pieces, start, room = [], 0, LIMIT
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # a continuation octet of UTF-8
            end -= 1
        slashes = end
        while slashes > start and data[slashes - 1] == 0x5C:
            slashes -= 1
        end -= (end - slashes) % 2  # an odd run of backslashes ends in one that escapes what follows
        pieces.append(data[start:end])
        start, room = end, LIMIT - 1  # the space that marks a continuation counts
    pieces.append(data[start:])
    return b"\r\n ".join(pieces)


def serialise(component: Component) -> bytes:
    """A component as octets, each line folded and ended by CRLF."""
    return b"".join(fold(line) + b"\r\n" for line in component.content_lines() if line)
