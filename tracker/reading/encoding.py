"""Bytes -> text. Minutes come as UTF-8 (with or without a byte order mark), UTF-16 and Windows-1252; anything else is guessed last."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 20_000
_HIGH = re.compile(rb"[\x80-\xff]+")
# The Danish letters as each code page writes them, likeliest first: which one a text is in shows in these bytes.
_LETTERS = {name: frozenset("æøåÆØÅéÉ".encode(name)) for name in ("cp1252", "cp850", "mac_roman")}


def decode(data: bytes) -> str:
    """The text of a file, never failing: what no known encoding explains comes out with replacement characters."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    wide = _wide(data[:_SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\N{REPLACEMENT CHARACTER}")
    good = sum(1 for ch in lenient[:_SAMPLE] if "\x7f" < ch != "\N{REPLACEMENT CHARACTER}")
    if good > 4 * lenient[:_SAMPLE].count("\N{REPLACEMENT CHARACTER}") and broken:
        return lenient
    return _eight_bit(data)


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark shows as a NUL in nearly every second place of Danish text."""
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def looks_wide(sample: bytes) -> bool:
    """Whether bytes look like UTF-16 without a mark."""
    return bool(_wide(sample))


def _eight_bit(data: bytes) -> str:
    high = b"".join(_HIGH.findall(data[: 20 * _SAMPLE]))
    hits = {name: sum(map(high.count, (bytes([code]) for code in codes))) for name, codes in _LETTERS.items()}
    best = max(hits, key=lambda name: hits[name])
    if hits[best] * 5 >= len(high):
        return _windows(data) if best == "cp1252" else data.decode(best, "replace")
    from charset_normalizer import from_bytes

    found = from_bytes(data[:_SAMPLE], cp_isolation=["cp1252", "latin_1", "iso8859_15", "cp850", "cp1250"]).best()
    return data.decode(found.encoding, "replace") if found else _windows(data)


def _windows(data: bytes) -> str:
    """Windows-1252; its five holes read as Latin-1 (control characters, dropped later)."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
