"""The numbers and bullets Word counts by itself, and paragraph styles that matter: lists of contents."""

from __future__ import annotations

from typing import Any

from tracker.domain.minutes import Heading

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = _W + "val"
_LEVELS = 9


class Numbering:
    """Counts list numbers as they are met; one object per document, asked in text order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._lists: dict[str, str] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._styles: dict[str, tuple[str | None, int]] = {}
        self._contents: set[str] = set()
        self._headings: dict[str, int] = {}
        self.headings: list[Heading] = []
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def _read_lists(self, numbering: Any) -> None:
        for abstract in numbering.iter(_W + "abstractNum"):
            levels = {}
            for level in abstract.iter(_W + "lvl"):
                kind, text, start = (_value(level, tag) for tag in ("numFmt", "lvlText", "start"))
                levels[_int(level.get(_W + "ilvl"), 0)] = (kind or "decimal", text or "", _int(start, 1))
            self._levels[abstract.get(_W + "abstractNumId") or ""] = levels
        for num in numbering.iter(_W + "num"):
            self._lists[num.get(_W + "numId") or ""] = _value(num, "abstractNumId") or ""

    def _read_styles(self, styles: Any) -> None:
        for style in styles.iter(_W + "style"):
            identity = style.get(_W + "styleId") or ""
            name = (_value(style, "name") or "").lower()
            if name.startswith(("toc ", "indholdsfortegnelse")):
                self._contents.add(identity)
            outline = _value(style.find(_W + "pPr"), "outlineLvl")
            named = name.removeprefix("heading ").removeprefix("overskrift ")
            if name != named and named.isdigit():
                self._headings[identity] = int(named)
            elif outline is not None and _int(outline, _LEVELS) < _LEVELS:
                self._headings[identity] = _int(outline, 0) + 1
            pointer = style.find(f"{_W}pPr/{_W}numPr")
            if pointer is not None:
                self._styles[identity] = (_value(pointer, "numId"), _int(_value(pointer, "ilvl"), 0))

    def is_contents(self, paragraph: Any) -> bool:
        """Whether a paragraph belongs to a list of contents."""
        style = _value(paragraph.find(_W + "pPr"), "pStyle") or ""
        return style in self._contents or style.lower().startswith(("toc", "indholdsfortegnelse"))

    def heading_level(self, paragraph: Any) -> int:
        """Which heading a paragraph's style or outline makes it, from 1 for the uppermost; 0 for none."""
        properties = paragraph.find(_W + "pPr")
        outline = _value(properties, "outlineLvl")
        if outline is not None:
            return _int(outline, _LEVELS) + 1 if _int(outline, _LEVELS) < _LEVELS else 0
        return self._headings.get(_value(properties, "pStyle") or "", 0)

    def label(self, paragraph: Any) -> str:
        """The paragraph's automatic number ("3.", "b)"), "-" for a bullet, "" for none."""
        identity, level = self._pointer(paragraph)
        if not identity or identity == "0" or not 0 <= level < _LEVELS:
            return ""
        abstract = self._lists.get(identity, "")
        levels = self._levels.get(abstract, {})
        kind, pattern, start = levels.get(level, ("bullet", "", 1))
        if kind == "none":
            return ""
        if kind == "bullet":
            return "-"
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        current = counters[level]
        counters[level] = start if current is None else current + 1
        counters[level + 1 :] = [None] * (_LEVELS - level - 1)
        for number in range(level + 1):
            form, _, begin = levels.get(number, ("decimal", "", 1))
            value = counters[number] if counters[number] is not None else begin
            pattern = pattern.replace(f"%{number + 1}", _written(value or 0, form))
        return pattern.strip()

    def _pointer(self, paragraph: Any) -> tuple[str | None, int]:
        properties = paragraph.find(_W + "pPr")
        pointer = properties.find(_W + "numPr") if properties is not None else None
        if pointer is not None:
            return _value(pointer, "numId"), _int(_value(pointer, "ilvl"), 0)
        return self._styles.get(_value(properties, "pStyle") or "", (None, 0))


def _value(element: Any, tag: str) -> str | None:
    found = element.find(_W + tag) if element is not None else None
    return found.get(_VAL) if found is not None else None


def _int(text: str | None, default: int) -> int:
    try:
        return max(-1, min(int(text or default), 100_000))
    except ValueError:
        return default


def _written(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min(1 + (number - 1) // 26, 4)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4_000:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    return str(number)


def _roman(number: int) -> str:
    out = ""
    for value, sign in (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        out += sign * (number // value)
        number %= value
    return out
