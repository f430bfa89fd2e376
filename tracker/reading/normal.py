"""One spelling for every text: NFC, LF, no control characters but tab and newline. All positions elsewhere count in this text."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_BLANKS = {ord(c): " " for c in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"}
_INVISIBLE = {
    ord(c): None
    for c in "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
}
_CONTROLS: dict[int, str | None] = {c: None for c in (*range(32), *range(127, 160)) if chr(c) not in "\t\n"}
_DASHES = {0x2212: "–", 0x2015: "–"}
"""A minus sign or a bar before the points of a list."""
_BULLETS = {
    **dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF076, 0xF06F, 0xF0A8, 0xF071, 0xF06E, 0xF075), "•"),
    **{0xF02D: "–", 0xF0E0: "→", 0xF0E8: "→"},
}
"""Points of lists in the fonts Symbol and Wingdings: what a PDF or a word processor leaves of them in plain text."""
_TABLE: dict[int, str | None] = {**_CONTROLS, **_BLANKS, **_INVISIBLE, **_DASHES, **_BULLETS}
_ODD = re.compile("[" + "".join(re.escape(chr(c)) for c in _TABLE) + "\ud800-\udfff]")
_STUCK_POINT = re.compile(r"^([ \t]*[•●▪◦‣])(?=[^\s•●▪◦‣])", re.MULTILINE)  # "•Bo ringer"
_ODD_HYPHEN = re.compile(r"^([ \t]*)[\u2010\u2011](?=[ \t])", re.MULTILINE)  # before a point; inside words they stay as written
_SURROGATES = re.compile("[\ud800-\udfff]")


def normalise(text: str) -> str:
    """The text as all positions count it.

    Line ends become LF, non-breaking and other wide spaces plain ones; control characters, invisible marks (soft hyphen, zero
    width, direction overrides) and blanks at line ends go; a minus sign becomes a dash, lone surrogates the replacement
    character, points of lists in a symbol font the usual ones; a blank parts a point from its first word;
    a margin that all lines have goes.
    """
    if "\r" in text or not text.isascii():
        text = _LINE_ENDS.sub("\n", text)
    elif "\v" in text or "\f" in text:
        text = text.replace("\v", "\n").replace("\f", "\n")
    if _ODD.search(text):
        text = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text).translate(_TABLE)
    if "•" in text or "●" in text or "▪" in text:
        text = _STUCK_POINT.sub(r"\1 ", text)
    if "\u2010" in text or "\u2011" in text:
        text = _ODD_HYPHEN.sub(r"\1-", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if " \n" in text or "\t\n" in text:
        text = "\n".join([line.rstrip(" \t") for line in text.split("\n")])
    return without_margin(text)


def without_margin(text: str) -> str:
    """The text without the blanks that every line of it begins with: the left margin of a page."""
    if not text.lstrip("\n").startswith("  "):
        return text
    lines = text.split("\n")
    margin = min(len(line) - len(line.lstrip(" ")) for line in lines if line)
    return "\n".join([line[margin:] for line in lines]) if margin > 1 else text
