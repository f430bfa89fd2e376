"""Items of minutes that don't number them: at case numbers, titles of the list of contents, where headings start over, at bare titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.domain.minutes import SectionKind
from tracker.reading import dates, layouts
from tracker.reading.close_titles import close_titles
from tracker.reading.heads import Head, line_after, line_before
from tracker.reading.marks import Kind, Mark
from tracker.reading.parts import is_part
from tracker.reading.scan import RULED, RULES
from tracker.reading.sentence import is_sentence
from tracker.reading.titles import prose_in_title

_LINE = re.compile(r"[^\n]+")
_TITLE_WORD = re.compile(r"referat|dagsorden|(?<!revisions)protokol|minutes|agenda|mødedato|mødested|bilag", re.IGNORECASE)
_LONGEST_TITLE = 160
_TOP = 2_000
_FEWEST_LABELS = 3
_LONGEST_CLOSE = 80
_BULLET = re.compile(r"[-–•*·][ \t]+")
_SIGNED = re.compile(r"#{1,6} (?=\S)")
_UNDER = re.compile(r"\n[ \t]*(?P<rule>[-=_~])(?P=rule){2,160}[ \t]*(?=\n|\Z)")
_OVER = re.compile(r"(?<=[\n.!?]\n)[ \t]*(?P<rule>[-=_~*])(?P=rule){2,80}[ \t]*\n[ \t]*$")
_LONGEST_RULE = 100
_DATED = 60  # characters of a line within which the meeting's date stands
_BLANKS = 80  # how far a line may be indented
_LABEL = re.compile(r"([A-ZÆØÅ][^:.!?\n|]{2,40}):\s+(?=[A-ZÆØÅ\d])|(Evt\.?):\s+")
_APPROVAL = re.compile(r"Godkendelse af ")
_OPENING_FIELDS = ("åben", "luk", "sagsid", "sagsnr", "offentlig")
_TITLE_LABEL = re.compile(r"(?:dagsordens)?(?:punkt|emne|titel|overskrift)\s*:\s*(?=\S)", re.IGNORECASE)
_MINUTES = re.compile(r"referat|beslutningsprotokol|beslutningsreferat", re.IGNORECASE)
NAMES_MINUTES = re.compile(
    r"\W*(?:(?:udkast|godkendt|åbent?|beslutnings?)\W*){0,6}"
    r"(?:referat(?:er|et)?|dagsorden(?:en)?|(?!revisions)\w{0,40}protokol(?:len)?|minutes|agenda)\b"
    r"(?!\s+(?:og|samt|/|fra (?:sidst|forrige|seneste|mødet)))|.*\b(?:mødedato|mødested)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:"
    + "|".join(re.escape(word) for word in (*layouts.PRESENT, *layouts.ABSENT))
    + r"|dato|tid|sted|udvalg|forum|lokale|starttidspunkt"
    r"|bemærkninger|til top\w*|se (?:alle )?bilag|print|udskriv)\b\s*(?::|$)|[^:]{1,24}:.*\d{1,2}[.:]\d{2}|[^:]{1,24}:$",
    re.IGNORECASE,
)


def by_case(text: str, marks: list[Mark]) -> list[Head]:
    """One item at each case number with a title above or headings below."""
    heads: list[Head] = []
    for index, mark in enumerate(marks):
        if mark.kind is not Kind.CASE:
            continue
        following = marks[index + 1] if index + 1 < len(marks) else None
        if following is None or following.plain > 3 or following.kind is Kind.CASE:
            continue
        title = _title_above(text, marks, index)
        start = title[0] if title[1] > title[0] else mark.start
        heads.append(Head(len(heads) + 1, "", title, start, mark.end, index, case=mark.case))
    return heads


def by_field(text: str, marks: list[Mark]) -> list[Head]:
    """One item at each small field that stands between a decision and the next case: "Åben", "Sagsid.:" without a number."""
    fields: dict[str, list[int]] = {}
    for index, mark in enumerate(marks[:-1]):
        if mark.kind is Kind.META and mark.folded.startswith(_OPENING_FIELDS) and _opens_case(marks, index):
            fields.setdefault(mark.folded.rstrip(" .:"), []).append(index)
    opening = max(fields.values(), key=len, default=[])
    if len(opening) < 2:
        return []
    titles = _habitual(text, marks, opening)
    return [
        Head(number, "", title, title[0], marks[index].end, index, closed=bool(marks[index].closed))
        for number, (index, title) in enumerate(zip(opening, titles, strict=True), 1)
    ]


def _opens_case(marks: list[Mark], index: int) -> bool:
    return marks[index + 1].kind is Kind.HEADING and not marks[index + 1].soft and marks[index + 1].plain <= 2


_ABBREVIATED = re.compile(r"[Ee]vt\.$")


def _title_above(text: str, marks: list[Mark], index: int) -> tuple[int, int]:
    """The title-like line above a mark; an empty range where the text above belongs to something else."""
    mark = marks[index]
    nothing = (mark.start, mark.start)
    if mark.plain == 0:
        above_it = marks[index - 1] if index else None
        ordinary = above_it is not None and above_it.soft and above_it.gap and above_it.body == above_it.end
        return (above_it.start, above_it.end) if ordinary and above_it is not None else nothing
    start, end = line_before(text, mark.start)
    line = text[start:end]
    if (
        len(line) > _LONGEST_TITLE
        or (line.endswith((".", ",", ";")) and not _ABBREVIATED.match(line))
        or (not line[:1].isupper() and not line[:1].isdigit())
    ):
        return nothing
    above = text[max(0, start - _BLANKS) : start].rstrip(" ")
    said = marks[index - 1].body < marks[index - 1].end if index else False
    owned = index > 0 and marks[index - 1].kind is Kind.HEADING and mark.plain == 1 and not said  # all the text that heading has
    alone = not above or above.endswith("\n\n") or (mark.plain == 1 and not owned)
    label = _TITLE_LABEL.match(text, start, end)
    return (label.end() if label else start, end) if alone and not owned else nothing


def by_contents(text: str, marks: list[Mark]) -> list[Head]:
    """One item at each line that repeats a title of the list of contents."""
    leaders = [mark for mark in marks if mark.kind is Kind.LEADER and mark.title[1] > mark.title[0]]
    titles = {_plain(text[mark.title[0] : mark.title[1]]): mark for mark in leaders}
    if len(titles) < 2:
        return []
    heads: list[Head] = []
    index, last = 0, ""
    for line in _LINE.finditer(text, leaders[-1].end):
        key = _plain(line.group()) if len(line.group()) <= _LONGEST_TITLE else ""
        if key in titles and key != last:
            while index < len(marks) and marks[index].start < line.start():
                index += 1
            span = (line.start(), line.end())
            listed = titles[key]
            heads.append(Head(listed.number or len(heads) + 1, "", span, span[0], span[1], index - 1, bool(listed.closed)))
            last = key
    return heads if len(heads) * 2 >= len(titles) else []


def _plain(title: str) -> str:
    return " ".join(title.lower().split())


def by_cycle(text: str, marks: list[Mark]) -> list[Head]:
    """One item each time the first kind of heading returns after a decision, or a decision's very heading is printed again."""
    headings = [
        index for index, mark in enumerate(marks) if mark.kind is Kind.HEADING and not mark.soft and not _is_title(text, marks, index)
    ]
    if not any(marks[index].section is SectionKind.DECISION for index in headings):
        return []
    begins: list[int] = []
    first = marks[headings[0]].folded
    decided, said = True, ""
    for index in headings:
        mark = marks[index]
        own = text[mark.start : mark.body].lower() if mark.section is SectionKind.DECISION else ""
        if decided and (mark.folded == first or (own and own == said)):
            begins.append(index)
            decided, said = False, ""
        if own:
            decided, said = True, own
        elif mark.section is not SectionKind.ATTACHMENTS:
            said = ""
    return _cycle_heads(text, marks, begins)


def _cycle_heads(text: str, marks: list[Mark], begins: list[int]) -> list[Head]:
    titles = _habitual(text, marks, begins) if len(begins) > 1 else [_first_title(text, marks[begins[0]].start)]
    below = _titles_below(text, marks, begins)
    if below and len({text[slice(*title)] for title in titles}) == 1:
        return [
            Head(number, "", title, _named_above(marks, index).start, title[1], index)
            for number, (index, title) in enumerate(zip(begins, below, strict=True), 1)
        ]
    return [
        Head(number, "", title, title[0], title[1], index - 1) for number, (index, title) in enumerate(zip(begins, titles, strict=True), 1)
    ]


def _named_above(marks: list[Mark], index: int) -> Mark:
    """The word "Dagsorden" right above a label that returns, which belongs to it; else the label."""
    above = marks[index - 1] if index else marks[index]
    return above if above.kind is Kind.CONTENTS and marks[index].plain == 0 else marks[index]


def _titles_below(text: str, marks: list[Mark], begins: list[int]) -> list[tuple[int, int]]:
    """The lines below a label that returns ("Titel:"), where each has one line alone below it, all of them different; else none."""
    titles = [line_after(text, marks[index].end) for index in begins]
    words = {text[start:stop].lower() for start, stop in titles if stop - start <= _LONGEST_TITLE and not is_sentence(text[start:stop])}
    single = sum(index + 1 < len(marks) and marks[index + 1].plain <= 1 for index in begins)
    labels = all(text[marks[index].end - 1] == ":" for index in begins)
    return titles if len(titles) > 1 and len(words) == len(titles) and labels and single * 4 >= len(begins) * 3 else []


def _habitual(text: str, marks: list[Mark], begins: list[int]) -> list[tuple[int, int]]:
    """The titles above several items: a habit of the whole minutes, so where most have none, a line above one ends the item before."""
    titles = [_title_above(text, marks, index) for index in begins]
    if sum(title[1] > title[0] for title in titles[1:]) * 2 > len(begins) - 1:
        return titles
    close = _close_above(text, marks, begins) or close_titles(text, marks, begins)
    return close or [(marks[index].start, marks[index].start) for index in begins]


def _close_above(text: str, marks: list[Mark], begins: list[int]) -> list[tuple[int, int]]:
    """The short lines right above the headings in minutes that leave no line empty: all different, with text between; else none."""
    lines = [line_before(text, marks[index].start) for index in begins]
    words = [text[slice(*line)] for line in lines]
    short = all(
        0 < len(line) <= _LONGEST_CLOSE and line[0].isupper() and line[-1] not in ".,;!?:" and not is_sentence(line) for line in words
    )
    told = all(marks[index].plain > 1 or marks[index - 1].body < marks[index - 1].end for index in begins[1:])
    return lines if len(lines) >= _FEWEST_LABELS and short and told and len({line.lower() for line in words}) == len(words) else []


def _is_title(text: str, marks: list[Mark], index: int) -> bool:
    """The word "Referat" at the very top names the minutes, and so does one with no text before the first item's heading."""
    mark = marks[index]
    if mark.start > _TOP or 0 < mark.start < mark.body < mark.end or not _MINUTES.match(text, mark.start):
        return False
    below_it = text[slice(*line_after(text, mark.end))]
    if dates.find(below_it[:_DATED]) is not None and not is_sentence(below_it) and mark.body == mark.end:
        return True
    below = marks[index + 1] if index + 1 < len(marks) else None
    empty = below is not None and below.kind is Kind.HEADING and not below.soft and below.plain == 0 and below.section is not mark.section
    return (mark.start < 400 and text.count("\n", 0, mark.start) < 6) or (empty and index < 6)


def _first_title(text: str, end: int) -> tuple[int, int]:
    """The title of a page with only one item: the first line that is no field of the meeting's head and doesn't name the minutes."""
    for start, stop in lines_of(text[:end]):
        line = text[start:stop]
        if len(line) > _LONGEST_TITLE or NAMES_MINUTES.match(line) or _FIELD.match(line) or dates.find(line):
            continue
        alone = (
            text[stop : stop + 2] == "\n\n"
            or start == 0
            or stop + 1 >= end
            or text[max(0, start - _BLANKS) : start].rstrip(" ").endswith("\n")
        )
        if alone:
            return (start, stop)
    return (end, end)


def by_rules(text: str, begin: int) -> list[Head]:
    """One item at each title between rules ("*** Økonomi ***"), behind a sign ("## Økonomi") or above a rule of its own."""
    heads: list[Head] = []
    for start, stop in lines_of(text, begin):
        signed = _SIGNED.match(text, start, stop) if stop - start <= _LONGEST_TITLE else None
        if signed is not None:
            heads.append(Head(len(heads) + 1, "", (signed.end(), stop), start, stop, -1))
        under = _UNDER.match(text, stop) if 2 < stop - start <= _LONGEST_TITLE and text[stop - 1] != "." else None
        if under is not None and text[start].isupper():
            heads.append(Head(len(heads) + 1, "", (start, stop), start, under.end(), -1))
        over = _OVER.search(text, max(0, start - _LONGEST_RULE), start) if stop - start <= _LONGEST_CLOSE else None
        if over is not None and under is None and text[stop - 1] not in ".,;" and not is_sentence(text[start:stop]):
            heads.append(Head(len(heads) + 1, "", (start, stop), over.start(), stop, -1))
        ruled = RULED.match(text[start:stop]) if text[start] in RULES and stop - start <= _LONGEST_TITLE else None
        if ruled is not None and not is_sentence(ruled["words"]):
            heads.append(Head(len(heads) + 1, "", (start + ruled.start("words"), start + ruled.end("words")), start, stop, -1))
    return heads if len(heads) > 1 else []


def by_labels(text: str, begin: int) -> list[Head]:
    """One item at each paragraph that begins with a label ("Udflugt: Vi tager til stranden."), where most do; else at each such line."""
    return _labelled(text, begin, apart=True) or _labelled(text, begin, apart=False)


def _labelled(text: str, begin: int, *, apart: bool) -> list[Head]:
    heads: list[Head] = []
    paragraphs = within = 0
    for start, stop in lines_of(text[: begin + 200_000], begin):
        if apart and not (start == 0 or text[max(0, start - 2) : start] == "\n\n"):
            continue
        if is_part(text[start:stop]):
            continue
        paragraphs += bool(heads)  # what stands above the first is the head
        bullet = _BULLET.match(text, start, stop)
        label = _LABEL.match(text, bullet.end() if bullet else start, stop)
        if label is not None and not _FIELD.match(text, start, stop) and not _TITLE_WORD.match(label[0]):
            heads.append(Head(len(heads) + 1, "", label.span(1 if label[1] else 2), start, label.end(), -1))
            within = paragraphs + 1  # what stands below the last says when to meet, and good-bye
        elif _APPROVAL.match(text, start, stop):
            title, said = prose_in_title(text, (start, stop))  # "Godkendelse af referat. Referat godkendt" among them
            if len(said):
                heads.append(Head(len(heads) + 1, "", title, start, said.start, -1))
                within = paragraphs + 1
    return heads if len(heads) >= _FEWEST_LABELS and len(heads) * 3 >= within * 2 else []


def lines_of(text: str, begin: int = 0) -> Iterator[tuple[int, int]]:
    """Every line with words on it, without its blanks."""
    for line in _LINE.finditer(text, begin):
        stripped = line.group().strip()
        if stripped:
            start = line.start() + line.group().index(stripped[0])
            yield start, start + len(stripped)
