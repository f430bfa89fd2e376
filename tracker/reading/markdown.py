"""Markdown: its marks go, its words and lines stay."""

from __future__ import annotations

import re

from tracker.domain.minutes import Heading
from tracker.reading.flow import CELL
from tracker.reading.sentence import is_sentence

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?=\s)")
_CLOSING = re.compile(r"(?<!\s)(?:\s+#+)\Z")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,}|_{3,}|\*{3,})\s*$")
_TABLE_RULE = re.compile(r"(?:\|\s*)?:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\Z")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|__)(?=\S)([^*\n]{1,400}?)(?<=\S)\1(?![\w*])")
_UNDERSCORE = re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,200}?)(?<=\S)_(?!\w)")
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_BULLET = re.compile(r"^(\s*)[*+]\s+")
_BOX = re.compile(r"^(\s*- )\[([ xX])\] +(?=(\S.*))")  # "- [x] Ida Dal": a point ticked off
_QUOTE = re.compile(r"^ {0,3}(?:>\s?){1,5}")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


_TITLE_RULE = re.compile(r" {0,3}(?:=+|-{3,})\s*$")
_LONGEST_TITLE = 80
_EMPTY_LINES = re.compile(r"\n{3,}")
_ATX = re.compile(r"^#{1,6} +[^\s#]", re.MULTILINE)
_SETEXT = re.compile(r"^[^\W_][^\n]{1,80}\n(?:={3,}|-{3,})$", re.MULTILINE)
_NUMBER = r"(?:(?:punkt|pkt\.?|ad\.?|sag|nr\.?) ?)?\d{1,3}"
_BOLD_LABEL = re.compile(  # "**Punkt 3:** Budget", "**3.** Budget", "3. **Budget**"
    rf"^(?:[-*] +)?(?:\*\*{_NUMBER}[.:)]{{0,2}}\*\* +[^\s*]|{_NUMBER}[.:)]{{1,2}} +\*{{1,2}}[^\s*])", re.MULTILINE | re.IGNORECASE
)
_FEWEST_HEADINGS = 3
_LOOKED_AT = 20_000


def is_markdown(text: str) -> bool:
    """Whether a text without a telling name marks its headings as Markdown does: "## Budget", or a line of dashes below the title."""
    head = text[:_LOOKED_AT]
    bold = "**" in head and len(_BOLD_LABEL.findall(head)) >= _FEWEST_HEADINGS
    return bold or len(_ATX.findall(head)) >= _FEWEST_HEADINGS or len(_SETEXT.findall(head)) >= _FEWEST_HEADINGS


def text_of_markdown(markup: str, headings: list[Heading] | None = None) -> str:
    """The text with headings, emphasis, links and table rules freed of their marks; `headings` takes those it has, in order."""
    out: list[str] = []
    for line in markup.replace("\r\n", "\n").split("\n"):
        if not line.strip():
            out.append("")
            continue
        if _FENCE.match(line) or (_UNDERLINE.match(line) and "|" not in line):
            if headings is not None and out and out[-1] and _TITLE_RULE.match(line) and len(out[-1]) <= _LONGEST_TITLE:
                headings.append(Heading(1 if "=" in line else 2, out[-1].strip()))
            if out and out[-1] and (len(out) < 2 or out[-2]):
                out.insert(-1, "")  # the title above stands alone
            out.append("")
            continue
        if "|" in line and _TABLE_RULE.match(line.strip()):
            continue
        plain = _QUOTE.sub("", line)
        heading = _HEADING.match(plain)
        if heading is not None:
            title = plain[heading.end() :].strip()
            out += ["", _inline(_CLOSING.sub("", title)), ""]
            if headings is not None:
                headings.append(Heading(len(heading["marks"]), out[-2].strip()))
        elif line.lstrip().startswith("|"):
            cells = line.strip().strip("|").split("|")
            out.append(CELL.join(_inline(cell.strip()) for cell in cells))
        else:
            out.append(_inline(_BOX.sub(_unboxed, _BULLET.sub(r"\1- ", plain))))
    return _EMPTY_LINES.sub("\n\n", "\n".join(out))


def _unboxed(found: re.Match[str]) -> str:
    """The bullet without its box; a promise ticked off ("[x] Bo maler det.") keeps it, for it is done."""
    told = is_sentence(found[3]) or (found[3].rstrip().endswith(".") and found[3].count(" ") > 1)
    return found.group() if found[2] != " " and told else found[1]


def _inline(text: str) -> str:
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "__" in text:
        text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    if "_" in text:
        text = _UNDERSCORE.sub(r"\1", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return text
