"""One spelling for searching and joining names: lower case, æ/ø/å as ae/oe/aa (both are written), other accents off.

"Århus" and "Aarhus" meet, "år" and "ar" do not (å is no a: Retskrivningsordbogen, section 4).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DANISH = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "ß": "ss", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})
_WORD = re.compile(r"[^\W_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """The text in its folded spelling; punctuation stays."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_DANISH)
    if folded.isascii():
        return folded
    return _FOREIGN.sub(_without_marks, unicodedata.normalize("NFKD", folded))


def _without_marks(found: re.Match[str]) -> str:
    return "".join(ch for ch in found.group() if not unicodedata.combining(ch))


def words(text: str) -> list[str]:
    """The folded words: runs of letters and digits."""
    return _WORD.findall(fold(text))


@lru_cache(2048)
def key(text: str) -> str:
    """A name as it is compared: its folded words with one space between. Remembered: a forum's few names come again and again."""
    return " ".join(words(text))


def begins(wanted: str, name: str) -> bool:
    """Whether each word of one key begins a word of another: how a name is typed."""
    words_ = name.split(" ")
    return all(any(word.startswith(part) for word in words_) for part in wanted.split(" "))


def searchable(*texts: str | None) -> str:
    """What full-text search looks in: folded words, a space before, between and after, so that "% word%" finds beginnings."""
    return f" {' '.join(words(' '.join(t for t in texts if t)))} "


_LAST = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def sort_key(text: str) -> str:
    """A name or sentence as it sorts in Danish: case ignored, æ, ø, å (and aa) after z; 60 characters decide."""
    return " ".join(text[:80].casefold().replace("aa", "å").translate(_LAST).split())[:60]


def fingerprint(text: str) -> int:
    """A 63-bit number for a text, the same on every machine."""
    from hashlib import blake2b  # drags in OpenSSL, which a start need not wait for

    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1
