"""Lists of contents made of numbered lines: told from items and taken out of the count."""

from __future__ import annotations

import re

from tracker.domain.minutes import Outcome, SectionKind
from tracker.reading.marks import Kind, Mark
from tracker.reading.outcome import outcome_of
from tracker.reading.sentence import is_sentence

STRONG = {
    "punkt": 3,
    "pkt": 3,
    "item": 3,
    "sagnr": 3,
    "ad": 2,
    "nr": 1,
    "emne": 1,
    "own": 1,
    "sign": 1,
    "dash": 1,
    "ordinal": 1,
    "stuck": 1,
    "bare": -1,
    "space": -1,
}
"""How plainly each family of numbered lines says that it counts items."""
_TOP = 6_000  # characters within which a list of contents begins
_TITLES_TRIED = 12
_LONGEST_STEP = 20  # numbers left out of a list of contents, of closed items
_LONGEST_POINT = 160


def drop_contents(text: str, marks: list[Mark]) -> None:
    """Runs of numbered lines with nothing between them, whose titles stand again further down, are a list of contents."""
    names = {mark.start: key(text, mark) for mark in marks if mark.kind is Kind.NUMBER}
    last_by_title: dict[tuple[int, str], int] = {}
    last_strong: dict[int, int] = {}
    last_named: dict[str, int] = {}
    for index, mark in enumerate(marks):
        if mark.kind is Kind.NUMBER:
            name = names[mark.start]
            last_by_title[mark.number, name[:25]] = last_named[name] = index
            if STRONG.get(mark.family, 0) > 1 and not mark.answer and mark.family != "sagnr":
                last_strong[mark.number] = index
    _drop_above_minutes(text, marks, names)
    index = 0
    while index < len(marks):
        run = index + 1
        if marks[index].kind is Kind.NUMBER and not marks[index].listed:
            while (
                run < len(marks)
                and marks[run].kind is Kind.NUMBER
                and marks[run].plain == 0
                and 0 < marks[run].number - marks[run - 1].number <= _LONGEST_STEP
                and not marks[run].answer
                and marks[run].family == marks[index].family
            ):
                run += 1
            listed = marks[index:run]
            if len(listed) > 1 and (
                _repeated(names, listed, run, last_by_title, last_strong, _below(names, marks, run))
                or _begun_anew(marks, names, listed, run, last_by_title)
                or _stand_again(text, listed)
                or _numbered_anew(names, listed, run, last_named)
                or _taken_down(text, marks, listed, run)
            ):
                for mark in listed:
                    mark.kind = Kind.LEADER
        index = run


def _taken_down(text: str, marks: list[Mark], run: list[Mark], end: int) -> bool:
    """Whether the numbers of a run begin anew right below the word "Referat": the agenda stood above it, in other words."""
    again = next((mark for mark in marks[end:] if mark.kind is Kind.NUMBER), None)
    if again is None or again.number != run[0].number or again.family != run[0].family or run[0].start > _TOP:
        return False
    return _REFERAT.fullmatch(text, run[-1].end, again.start) is not None


_REFERAT = re.compile(r"\s*referat[ \t]{0,9}:?\s*", re.IGNORECASE)


_MINUTES = re.compile(r"^[ \t]{0,40}(?:møde-? ?)?referat[ \t]{0,9}:?[ \t]{0,9}(?=\n)", re.IGNORECASE | re.MULTILINE)


def _drop_above_minutes(text: str, marks: list[Mark], names: dict[int, str]) -> None:
    """An agenda with points of its own between its numbers, above the line "Mødereferat" below which its titles stand again."""
    begins = _MINUTES.search(text, 0, _TOP)
    if begins is None:
        return
    above = [mark for mark in marks if mark.kind is Kind.NUMBER and mark.start < begins.start()]
    below = {(mark.number, names[mark.start]) for mark in marks if mark.kind is Kind.NUMBER and mark.start > begins.end()}
    again = sum((mark.number, names[mark.start]) in below for mark in above)
    if again < _FEWEST or again * 2 <= len(above):
        return
    stops = [mark.start for mark in above[1:]] + [begins.start()]
    between = (text[mark.title[1] : stop].split("\n") for mark, stop in zip(above, stops, strict=True))
    told = sum(any(is_sentence(line) and not line.rstrip().endswith("?") for line in part) for part in between)
    if told * 2 < len(above):  # what was said below most of them makes them the minutes
        for mark in above:
            mark.kind = Kind.LEADER


def _stand_again(text: str, run: list[Mark]) -> bool:
    """Whether most titles of a run near the top stand again, without their numbers, on lines of their own."""
    if len(run) < 3 or run[0].start > _TOP:
        return False
    titles = [text[mark.title[0] : mark.title[1]] for mark in run[:_TITLES_TRIED]]
    return sum(len(title) > 2 and _stands_alone(text, title, run[-1].end) for title in titles) * 2 > len(titles)


def _stands_alone(text: str, title: str, at: int) -> bool:
    """Whether a title stands on a line of its own behind `at`."""
    return re.compile(rf"\n[ \t]*{re.escape(title)}[ \t]*[.:]?[ \t]*\n", re.IGNORECASE).search(text, at) is not None


def _numbered_anew(names: dict[int, str], run: list[Mark], end: int, last_named: dict[str, int]) -> bool:
    """Whether most titles of a run near the top stand again further down under other numbers: "Valg af referent" was put before them."""
    if run[0].start > _TOP:
        return False
    return sum(bool(name := names[mark.start]) and last_named[name] >= end for mark in run) * 2 > len(run)


def _repeated(
    names: dict[int, str], run: list[Mark], end: int, by_title: dict[tuple[int, str], int], strong: dict[int, int], last_below: str
) -> bool:
    if names[run[-1].start] == last_below:
        run = run[:-1]  # the head of an item, printed twice
    weak = STRONG.get(run[0].family, 0) <= 1
    hits = sum(
        by_title.get((mark.number, names[mark.start][:25]), -1) >= end or (weak and not mark.listed and strong.get(mark.number, -1) >= end)
        for mark in run
    )
    return hits * 2 >= len(run)


def _begun_anew(marks: list[Mark], names: dict[int, str], run: list[Mark], end: int, by_title: dict[tuple[int, str], int]) -> bool:
    """Whether the first titles of a run near the top stand again further down, each with its number and with text below."""
    if run[0].number != 1 or run[0].start > _TOP:
        return False
    again = [by_title[mark.number, names[mark.start][:25]] for mark in run[:_FEWEST]]
    return again[0] >= end and again == sorted(again) and all(at + 1 < len(marks) and marks[at + 1].plain for at in again)


def _below(names: dict[int, str], marks: list[Mark], at: int) -> str:
    """The title that stands right below a run of numbered lines, if any."""
    below = marks[at] if at < len(marks) else None
    return names[below.start] if below is not None and below.kind is Kind.NUMBER and not below.plain else ""


def key(text: str, mark: Mark) -> str:
    """The beginning of a title, as titles are compared: without the page or the presenter that a list of contents tells behind it."""
    name = " ".join(text[mark.title[0] : mark.title[1]].lower().split()).rstrip(" .:–-")
    if name[-1:].isdigit():
        name = _PAGE.sub("", name)
    return (_BEHIND.sub("", name) if name.endswith(")") or _PRESENTED.search(name) else name)[:40]


_PRESENTED = re.compile(r"v(?:/|(?:(?<=[-–,]v)|(?<=[-–,] v))(?:ed)?[/. ])")
"""What `_BEHIND` can't do without; a search for it costs less."""


_BEHIND = re.compile(r"(?<=\w) ?(?:\([^()]{1,40}\)|[-–,] ?v(?:ed)?[/. ] ?[^\n]{1,40}|v/ ?[^\n]{1,40})$")
_PAGE = re.compile(r"(?<=[a-zæøå.)])[ \t]\d{1,3}$")
_FEWEST = 2
_LONGEST_POINTS, _SHORT = 600, 50
_ALIKE = 12  # characters that a title and a line begin with alike
_POINT = re.compile(r"\s*(?:[-–—•·*▪○●◦]|o\s|[a-zæøå][.)]\s)")
_ANSWERED = re.compile(r"(?:ingen|intet)\b", re.IGNORECASE)


def take_agenda(text: str, marks: list[Mark]) -> dict[int, tuple[int, int]]:
    """The agenda that minutes begin with when they take up its numbers again further down, without its titles: its titles by number.

    "1. Regnskab / 2. Evt." and then "Ad 1. Ida fremlagde tallene." The points of such an agenda no longer count as numbered lines.
    """
    run = _first_run(text, marks)
    if len(run) < _FEWEST:
        return {}
    _cut_pages(text, run)
    after = next((index for index, mark in enumerate(marks) if mark is run[-1]), 0) + 1
    parted = _ends_at_minutes(text, marks, after)
    again: dict[str, list[Mark]] = {}
    for mark in marks[after:]:
        if mark.kind is Kind.NUMBER and not mark.glued:
            again.setdefault(mark.family, []).append(mark)
    titles = {mark.number: text[mark.title[0] : mark.title[1]] for mark in run}
    for family, taken in again.items():
        if family not in ("ad", run[0].family, "punkt", "pkt"):
            continue
        said = _taken_up(taken, set(titles))
        if len(said) * 2 >= len(titles) and (_tells(text, said, titles) or (parted and _unlike(text, said, titles))):
            for mark in run:
                mark.kind = Kind.LEADER
            return {mark.number: mark.title for mark in run}
    return {}


def _cut_pages(text: str, run: list[Mark]) -> None:
    """Cut the pages off the titles of a list of contents, where all end in one ("1. Havnen 3", "2. Broen 5"), and who presents them."""
    pages = [_PAGE.search(text[slice(*mark.title)].lower()) for mark in run]
    told = [int(page.group()) for page in pages if page is not None]
    if len(told) == len(run) and told == sorted(told):
        for mark, page in zip(run, pages, strict=True):
            mark.title = (mark.title[0], mark.title[0] + page.start() if page is not None else mark.title[1])
    for mark in run:
        presenter = _BEHIND.search(text[slice(*mark.title)].lower())
        mark.title = (mark.title[0], mark.title[0] + presenter.start() if presenter is not None else mark.title[1])


def _first_run(text: str, marks: list[Mark]) -> list[Mark]:
    """The first numbered lines, from 1 on, one right after the other; short ones that are no sentences.

    Below the heading "Dagsorden" their own points ("- tilmelding", "a. Kor") may stand between them.
    """
    run: list[Mark] = []
    named = False
    for mark in marks:
        if mark.kind is not Kind.NUMBER:
            if run or mark.kind is Kind.LEADER:
                break
            named = mark.kind is Kind.CONTENTS
            continue
        if run and named and mark.family in ("letter", "roman"):
            continue
        close = not run or (mark.family == run[0].family and (not mark.plain or (named and _only_points(text, run[-1].end, mark.start))))
        if mark.number != len(run) + 1 or not close or mark.start > _TOP + 2_000:
            break
        if (mark.listed and not named) or mark.glued or mark.title[1] <= mark.title[0]:
            return []
        run.append(mark)
    return [] if any(mark.title[1] - mark.title[0] > _LONGEST_POINT for mark in run) else run


def _ends_at_minutes(text: str, marks: list[Mark], after: int) -> bool:
    """Whether "Referat:" on a line of its own stands between an agenda and the number 1 that comes next."""
    below = marks[after] if after < len(marks) else None
    following = marks[after + 1] if after + 1 < len(marks) else None
    named = below is not None and below.section is SectionKind.DECISION and text[below.start : below.end].lower().startswith("referat")
    return named and below is not None and below.body == below.end and following is not None and following.number == 1


def _unlike(text: str, said: list[Mark], titles: dict[int, str]) -> bool:
    """Whether most lines that take up an agenda's numbers end in a full stop, and hardly any is its title again."""
    lines = [(text[mark.title[0] : mark.title[1]], titles[mark.number].lower()) for mark in said]
    again = sum(line.lower().startswith(title[:_ALIKE]) for line, title in lines)
    return sum(line.endswith(".") for line, _ in lines) * 2 > len(lines) and again * 4 < len(lines)


def _only_points(text: str, start: int, end: int) -> bool:
    """Whether a few short lines, all of them points of a list or words that say nothing, are everything between two places."""
    lines = [line for line in text[start : min(end, start + _LONGEST_POINTS)].split("\n") if line.strip()]
    return end - start <= _LONGEST_POINTS and all(_POINT.match(line) or _is_short(line) for line in lines)


def _is_short(line: str) -> bool:
    """ "Forårets ture" below a point of an agenda."""
    bare = line.strip()
    return (
        len(bare) <= _SHORT
        and bare[0].isupper()
        and bare[-1] not in ".!:;,"
        and not is_sentence(bare)
        and outcome_of(bare) is Outcome.OTHER
    )


def _taken_up(taken: list[Mark], numbers: set[int]) -> list[Mark]:
    """The lines that count through the agenda once more."""
    said: list[Mark] = []
    for mark in taken:
        if mark.number in numbers and mark.number == (said[-1].number if said else 0) + 1:
            said.append(mark)
    return said


def _tells(text: str, said: list[Mark], titles: dict[int, str]) -> bool:
    """Whether what stands at the numbers the second time is what was said, not one more list of titles."""
    if said[0].family == "ad":
        return True
    return sum(_is_told(text[mark.title[0] : mark.title[1]], titles[mark.number]) for mark in said) * 2 > len(said)


def _is_told(line: str, title: str) -> bool:
    """Whether a numbered line says something (behind the title, perhaps), or leaves it to the lines below, where a title would stand."""
    if not line or len(line) > _LONGEST_POINT // 2 or _ANSWERED.match(line) is not None or is_sentence(line):
        return True
    return line.lower().startswith(title.lower()) and bool(line[len(title) :].strip(" .:"))
