"""A numbered line that was taken for an item -> where the item begins, its title, where its body begins."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from tracker.reading import layouts
from tracker.reading.marks import Kind, Mark
from tracker.reading.titles import CALLED, read_title

_WORD = re.compile(r"[^\W_]+")
_CASE_BEHIND = re.compile(rf" \(({layouts.CASE_NUMBER.pattern})\)$")  # "Havnen (2020-0318827)"

_FIELDS_BEHIND = re.compile(  # "Havnen Sag 12/345 Dok 6 Initialer: IDA Åbent"
    rf"(?<=\S) (?:Sag(?:s?nr|snummer|sid)?|Journalnr|J\.? ?nr)\.?:? (?P<case>{layouts.CASE_NUMBER.pattern})"
    r"(?: (?:Dok(?:ument)?\.?(?: ?nr\.?)?:? ?\d[\d/-]*|Initialer:? [A-ZÆØÅ]{2,6}|Sagsbehandler:? \w+|Brevid:? \d+"
    r"|Åbent?|(?P<closed>Lukket)))*$"
)
_LONGEST_FIELDS = 120
_FEWEST_TITLED = 5  # items; one in so many may have a sentence for its title
_LONG_TITLE = 40
_LONGEST_SENTENCE = 70
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}(?:[.!?;] |: (?=[A-ZÆØÅ]))")
_ONLY_BRACKETS = re.compile(r"\([^()\n]{1,40}\)")
_TIME_CELL = re.compile(r"(?:kl\.? ?)?\d{1,2}[.:]\d{2} ?[–-] ?\d{1,2}[.:]\d{2}$|\(?\d{1,3} ?(?:min\b\.?|minutter)\)?$", re.IGNORECASE)
_REMARK_BEHIND = re.compile(r" \([^()\n]{1,60}\)\.?$")


@dataclass(slots=True)
class Head:
    """Where an item begins: its line (with a case number above it), its title, and where its body begins."""

    number: int
    label: str
    title: tuple[int, int]
    start: int
    body: int
    mark: int
    """Index of the mark the item begins with."""
    closed: bool = False
    case: str = ""
    borrowed: bool = False
    """Whether the title stands elsewhere, in the agenda."""
    line: tuple[int, int] = (0, 0)
    """The line that would be the title, had it not been taken for a sentence."""


def head(text: str, marks: list[Mark], index: int) -> Head:
    """The item that begins with a numbered line."""
    mark = marks[index]
    title, body = mark.title, mark.end
    start = mark.start
    if mark.family == "sagnr" and title[1] <= title[0] and _title_stands_above(text, mark, marks[index - 1] if index else None):
        title = line_before(text, mark.start)
        start = title[0] if title[1] > title[0] else start
    elif title[1] <= title[0] or _ONLY_BRACKETS.fullmatch(text, *title):
        title = _title_below(text, marks, index, body) if title[1] <= title[0] else _presented(text, marks, index, title)
        body = max(body, title[1])
    fields = _FIELDS_BEHIND.search(text, max(title[0], title[1] - _LONGEST_FIELDS), title[1])
    if fields is not None:
        title = (title[0], fields.start())
    called = CALLED.match(text, *title)
    title = (called.end() if called is not None else title[0], title[1])
    line = title
    again = _skip_repeat(text, title, body)
    if again > body:
        body = again
    elif not _headed(marks, index):
        below = marks[index + 1] if index + 1 < len(marks) else None
        title, cut = read_title(text, title, told=body == mark.end and (below is None or below.plain > 0))
        body = min(body, cut) if cut < line[1] else body
    case = _CASE_BEHIND.search(text, *title)
    if case is not None:
        title = (title[0], case.start())
    number = case[1] if case else fields["case"] if fields else ""
    closed = bool(mark.closed) or (fields is not None and fields["closed"] is not None)
    return Head(mark.number, mark.label, title, start, body, index, closed, number, line=line)


def sentences_as_titles(text: str, heads: list[Head]) -> None:
    """Where nearly all items have titles, the short sentence that stands alone behind another's number is its title too.

    With nothing below it ("4. Ingen bemærkninger til referatet"), it says what was decided as well.
    """
    bare = [found for found in heads if found.title[1] <= found.title[0]]
    if len(heads) >= _FEWEST_TITLED and len(bare) * 3 >= len(heads) * 2:
        _titles_as_sentences(text, heads)
    alone = sum(text[found.line[1] : found.line[1] + 2] == "\n\n" for found in heads)
    few = 2 if alone * 4 >= len(heads) * 3 else _FEWEST_TITLED  # what stands alone is a title where others stand alone too
    if len(heads) < _FEWEST_TITLED or len(bare) * few > len(heads):
        return
    follows = {id(one): other.start for one, other in itertools.pairwise(heads)}
    for found in bare:
        start, end = found.line
        remark = _REMARK_BEHIND.search(text, start, end)
        end = remark.start() if remark is not None else end
        if 0 < end - start <= _LONGEST_SENTENCE and _TWO_SENTENCES.search(text, start, end) is None:
            found.title = (start, end)
            told = text[found.line[1] : follows.get(id(found), len(text))].strip()
            found.body = found.line[1] if told else start


def _titles_as_sentences(text: str, heads: list[Head]) -> None:
    """Where most items are sentences, the long line with a full stop that has nothing below it is one too, wherever its verb stands."""
    for found, end in zip(heads, [*(other.start for other in heads[1:]), len(text)], strict=True):
        start, stop = found.title
        if stop - start > _LONG_TITLE and text[stop - 1] == "." and not text[stop:end].strip():
            found.title, found.body = (start, start), start


def with_agenda(text: str, marks: list[Mark], heads: list[Head], agenda: dict[int, tuple[int, int]]) -> list[Head]:
    """Items whose titles stand in the agenda above; points of it that nothing is said about come last, as items without a body."""
    for found in heads:
        wanted = agenda.get(found.number)
        own = marks[found.mark].title
        untitled = found.title[1] <= found.title[0]
        begins = text[slice(*(own if own[1] > own[0] else found.title))]
        if wanted is not None and (untitled or not _begins_alike(begins, text[slice(*wanted)]) or _goes_on(begins, text[slice(*wanted)])):
            found.title, found.borrowed, found.body = wanted, True, own[0]
    told = {found.number for found in heads}
    end = len(text)
    rest = [Head(number, "", title, end, end, len(marks) - 1, borrowed=True) for number, title in agenda.items() if number not in told]
    return heads + rest


def _begins_alike(one: str, other: str) -> bool:
    """Whether a line begins with the first words of a title."""
    ours, theirs = _WORD.findall(one.lower()), _WORD.findall(other.lower())
    return bool(theirs) and ours[: len(theirs[:2])] == theirs[:2]


def _goes_on(line: str, title: str) -> bool:
    """ "Velkommen til Ib." behind the number of "Velkommen": what was said begins with the words of the title."""
    return line.startswith(f"{title} ") and line[-1] == "." and len(line.split()) > len(title.split()) + 1


def _headed(marks: list[Mark], index: int) -> bool:
    """Whether a heading or field stands right below a numbered line: then all of the line is a title."""
    below = marks[index + 1] if index + 1 < len(marks) else None
    return (
        below is not None and below.plain == 0 and (below.kind in (Kind.CASE, Kind.META) or (below.kind is Kind.HEADING and not below.soft))
    )


def _title_stands_above(text: str, mark: Mark, above: Mark | None) -> bool:
    """ "Sag nr. 130" stands below its title, or above it; the line it touches is the title."""
    if not mark.gap:
        return True
    start, end = line_before(text, mark.start)
    touches_below = text[mark.end : mark.end + 2].startswith("\n") and text[mark.end : mark.end + 2] != "\n\n"
    marked = above is not None and above.end == end
    return not (touches_below or marked) and text[end - 1 : end] not in (".", ":", ";") and end - start <= 160


def take_fields_above(text: str, marks: list[Mark], head: Head, before: Head | None) -> None:
    """A case number or "Åbent punkt" right above an item belongs to it, unless it is all the item before consists of."""
    index = head.mark - 1
    while index >= 0 and marks[index + 1].plain == 0 and marks[index].kind in (Kind.CASE, Kind.META):
        mark = marks[index]
        if before is not None and not text[before.body : mark.start].strip():
            break
        if mark.kind is Kind.META and not mark.folded.startswith(("åb", "luk")):
            break
        head.start, head.case = mark.start, head.case or mark.case
        head.closed = head.closed or bool(mark.closed)
        index -= 1


def _title_below(text: str, marks: list[Mark], index: int, at: int) -> tuple[int, int]:
    found = line_after(text, at)
    if _TIME_CELL.match(text, *found) is not None:
        found = line_after(text, found[1])  # "Punkt 2 / 10 min / Havnen"
    following = marks[index + 1] if index + 1 < len(marks) else None
    if following is not None and following.kind is Kind.CASE and following.start == found[0] and marks[index].family == "sagnr":
        found = line_after(text, found[1])  # "Sag nr. 52 / 16/20144 / Havnen"
        following = marks[index + 2] if index + 2 < len(marks) else None
    if (
        following is not None
        and following.start <= found[0] < following.end + 1
        and following.kind is not Kind.LEADER
        and not following.soft
    ):
        return (at, at)
    return found


def _presented(text: str, marks: list[Mark], index: int, named: tuple[int, int]) -> tuple[int, int]:
    """ "Pkt. 2 (Ida)" names who presents the item; its title stands below, where there is any."""
    found = _title_below(text, marks, index, named[1])
    return found if found[1] > found[0] and found[1] - found[0] <= _LONGEST_FIELDS else named


def _skip_repeat(text: str, title: tuple[int, int], body: int) -> int:
    """A title printed twice is one title."""
    again = line_after(text, body)
    wanted = " ".join(text[title[0] : title[1]].lower().split())
    if wanted and " ".join(text[again[0] : again[1]].lower().split()) == wanted:
        return again[1]
    return body


def line_after(text: str, at: int) -> tuple[int, int]:
    """The next line with words on it, without its blanks."""
    match = re.compile(r"\s*(\S[^\n]*)").match(text, at)
    return (match.start(1), match.end(1)) if match else (len(text), len(text))


def line_before(text: str, at: int) -> tuple[int, int]:
    """The line with words above a position, without its blanks."""
    end = at
    while end > 0 and text[end - 1].isspace():
        end -= 1
    start = text.rfind("\n", 0, end) + 1
    while start < end and text[start].isspace():
        start += 1
    return (start, end)
