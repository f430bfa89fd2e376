"""Marks -> where the items begin. Which numbered lines are items and which are list points is weighed by evidence, never by layout."""

from __future__ import annotations

from tracker.reading.bulleted_headings import add_bulleted_headings
from tracker.reading.contents import STRONG, drop_contents, key, take_agenda
from tracker.reading.evidence import counts_through, drop_ad_below, evidence, mark_answers, rises, same_list, same_title, section, sequence
from tracker.reading.glued import glued_numbers, numbers_in_turn
from tracker.reading.heads import Head, head, sentences_as_titles, take_fields_above, with_agenda
from tracker.reading.indented import drop_indented
from tracker.reading.lines import LONG, heading
from tracker.reading.marks import Kind, Mark
from tracker.reading.misnumbered import renumber
from tracker.reading.outer_numbers import is_nested, outer_of
from tracker.reading.printed import is_title
from tracker.reading.split_titles import split_titles
from tracker.reading.stuck_times import stuck_times
from tracker.reading.time_cells import behind_times

ACCEPT = 2
LETTERED = ("letter", "roman")
_TAKEN_UP = 4  # what numbers are worth that take up an agenda's
_FEWEST_RESTARTED = 3
_FEWEST_NESTED = 4
_FIRST_POSTCODE = 1000
_FULL = 40  # characters of a line that may have been broken


def find_heads(text: str, marks: list[Mark]) -> tuple[str, list[Head]]:
    """The layout's name and the heads of numbered items in text order; none where nothing is numbered."""
    rows = stuck_times(text)
    if rows:
        marks[:] = sorted((*marks, *rows), key=lambda mark: mark.start)
        places = {id(mark): index for index, mark in enumerate(marks)}
        return "rows", [Head(row.number, row.label, row.title, row.start, row.end, places[id(row)], line=row.title) for row in rows]
    add_bulleted_headings(text, marks)
    renumber(text, marks)
    drop_indented(text, marks)
    _insert(text, marks, glued_numbers(text))
    mark_answers(text, marks)
    drop_ad_below(marks)
    agenda = take_agenda(text, marks)
    drop_contents(text, marks)
    _one_family(marks)
    families: dict[str, list[int]] = {}
    for index, mark in enumerate(marks):
        if mark.kind is Kind.NUMBER:
            families.setdefault(mark.family, []).append(index)
    known = {key(text, mark) for mark in marks if mark.kind is Kind.LEADER}
    best, chosen, name = 0.0, list[int](), ""
    for family in sorted(families, key=LETTERED.__contains__):
        if family in LETTERED and len(chosen) > 1:
            break  # letters number items only where no figures do
        candidates = families[family]
        strength = STRONG.get(family, 0) + counts_through([marks[index] for index in candidates])
        strength += _TAKEN_UP * bool(agenda)
        quality, accepted = _accept(text, marks, candidates, known, strength)
        again = _from_one(marks, candidates, accepted)
        if again:
            quality, accepted = max((quality, accepted), _accept(text, marks, again, known, strength))
        if quality > best:
            best, chosen, name = quality, accepted, family
    chosen, name = outer_of(marks, families, chosen, name)
    restarted = _restarted(marks, families) if len(chosen) <= 1 else []
    if restarted:
        heads = [head(text, marks, index) for index in restarted]
        for number, found in enumerate(heads, 1):
            found.number = number
        sentences_as_titles(text, heads)
        return "restarted", heads
    if (
        chosen
        and not (name == "bare" and _of_page(text, marks, chosen))
        and not _of_place(marks, chosen, name)
        and (best >= 4 or len(chosen) > 1)
    ):
        heads = [head(text, marks, index) for index in _merged(marks, chosen)]
        for at, found in enumerate(heads):
            take_fields_above(text, marks, found, heads[at - 1] if at else None)
        if agenda:
            return name, with_agenda(text, marks, heads, agenda)
        split_titles(text, heads)
        sentences_as_titles(text, heads)
        behind_times(text, heads)
        return name, heads
    return "", []


_FEWEST_ALIKE = 2
"""Titles; the first lines in capitals may be the name of the minutes."""


def _of_page(text: str, marks: list[Mark], chosen: list[int]) -> bool:
    """Whether the only number that stands alone is that of a page: no title below it, or decisions or titles in the same capitals above."""
    if len(chosen) > 1:
        return False
    title = text[slice(*head(text, marks, chosen[0]).title)]
    decided = any(mark.kind is Kind.HEADING and not mark.soft for mark in marks[: chosen[0]])
    alike = title.isupper() and sum(line.isupper() for line in text[: marks[chosen[0]].start].split("\n\n")) >= _FEWEST_ALIKE
    return decided or alike or not is_title(title)


def _of_place(marks: list[Mark], chosen: list[int], family: str) -> bool:
    """Whether the only number is that of a place the post goes to: "8888 Nørre Vang" in a head."""
    return family == "space" and len(chosen) == 1 and marks[chosen[0]].number >= _FIRST_POSTCODE


def _one_family(marks: list[Mark]) -> None:
    """Numbers with and without a full stop ("4. Lån", "6 Drift") are one family where nested ones ("4.1.", "6.1") come in both ways."""
    nested = [mark.family for mark in marks if mark.kind is Kind.NUMBER and is_nested(mark)]
    if len(nested) >= _FEWEST_NESTED and {"dot", "space"} <= set(nested):
        for mark in marks:
            mark.family = "dot" if mark.family == "space" else mark.family


def _restarted(marks: list[Mark], families: dict[str, list[int]]) -> list[int]:
    """Items that all carry the number 1: a list that a web page began anew at each of them. They count as they come."""
    for family in ("dot", "paren", "bare"):
        every = families.get(family, ())
        only = all(marks[index].number == 1 and (marks[index].gap or place == 0) for place, index in enumerate(every))
        candidates = [index for index in every if (only or not marks[index].listed) and not marks[index].answer]
        titled = [index for index in candidates if marks[index].title[1] > marks[index].title[0]]
        ones = [index for index in titled if marks[index].number == 1]
        if len(ones) >= _FEWEST_RESTARTED and len(ones) * 4 >= len(titled) * 3:
            told = sum(marks[index].plain > 0 or marks[index].gap for index in ones[1:])
            if told == len(ones) - 1:
                return titled
    return []


def _insert(text: str, marks: list[Mark], glued: list[Mark]) -> None:
    """Put numbers that stand inside lines among the marks; those without a neighbour in number are left out.

    One that a blank divides from the sentence before ("Malet. 8. Motion") needs both neighbours; the first has only one.
    """
    marks[:] = sorted((*marks, *numbers_in_turn(text, marks)), key=lambda mark: mark.start)
    if not glued:
        return
    numbers = {mark.number for mark in (*marks, *glued) if mark.kind is Kind.NUMBER and mark.family in ("dot", "bare")}
    kept = [mark for mark in glued if len({mark.number - 1, mark.number + 1} & numbers) > (text[mark.start - 1] == " " and mark.number > 1)]
    taken = {mark.start for mark in marks}
    headings = [found for mark in kept if (found := _heading_before(text, mark.start)) is not None and found.start not in taken]
    marks[:] = sorted((*marks, *headings, *kept), key=lambda mark: mark.start)


def _broken_before(text: str, at: int) -> bool:
    """Whether a full line without an end stands just above: "Plejecentrene melder deres antal til Bo senest den | 15. Bo samler"."""
    above = text[max(0, text.rfind("\n", 0, max(0, at - 1)) + 1, at - LONG) : max(0, at - 1)]
    return len(above) >= _FULL and above[-1].isalnum()


def _heading_before(text: str, at: int) -> Mark | None:
    """The heading that a number is stuck to: "Sagsfremstilling2. Budget"."""
    start = max(text.rfind("\n", 0, at) + 1, at - LONG)
    line = text[start:at]
    return heading(line, line.lower(), start) if line and not line[0].isspace() else None


def _accept(text: str, marks: list[Mark], candidates: list[int], known: set[str], strength: int) -> tuple[float, list[int]]:
    """Walk one family's candidates in order; each must have enough evidence where it stands."""
    accepted: list[int] = []
    passed: dict[int, bool] = {}
    quality, last, listed, listed_at, loose, announced = 0.0, 0, 0, -1, 0, False
    scores: list[float] = []
    taken: set[int] = set()
    coming = {marks[index].number: index for index in candidates}
    twice = rises([marks[index] for index in candidates]) and all(marks[index].gap for index in candidates[1:])
    doubtful = False  # whether the last item could be the next point of a list that began before it
    for index in candidates:
        mark = marks[index]
        if mark.number == last and bool(accepted) and is_nested(mark) and not is_nested(marks[accepted[-1]]):
            continue  # "6.1" below "6"
        bare = mark.label[-1:].isalpha() or (bool(accepted) and (mark.title[1] <= mark.title[0] or _broken_before(text, mark.start)))
        if mark.number != last + 1 and (mark.glued or (bare and coming.get(last + 1, -1) > index)):
            continue  # a stuck number, a "3b." announced under item 1 or the end of "senest den | 15.", that is not the next in turn
        in_list = listed_at >= 0 and mark.number == listed + 1 and mark.plain <= loose and same_list(marks, listed_at, index)
        goes_on = listed_at >= 0 and mark.number == listed + 1
        again = doubtful and mark.number == last and not goes_on  # "1. A / 1. a / 2. b / 2. B": the second 2 is the item
        score = (
            strength
            + evidence(text, marks, index, known)
            + sequence(mark.number, last - (again or (twice and mark.number == last)), bool(accepted))
        )
        score -= (6 if announced else 3) if in_list else 0
        score -= 3 * (1 < mark.number < last and mark.number in taken)  # a reference back to an item
        if accepted and mark.number == last and same_title(text, marks[accepted[-1]], mark, index == accepted[-1] + 1):
            continue
        if score >= ACCEPT and accepted and mark.number == last and not twice:
            if score <= scores[-1] and not again:
                continue
            quality -= scores.pop()  # the same number again with more to show for it
            accepted.pop()
        if score >= ACCEPT:
            taken.add(mark.number)
            accepted.append(index)
            scores.append(score)
            quality, last, listed_at, doubtful = quality + score, mark.number, -1, goes_on
        else:
            passed[index] = in_list
            announced = announced if in_list else mark.after == ":"
            loose = mark.plain if in_list else 3 if section(marks, index) else 0
            listed, listed_at = mark.number, index
    return quality, _filled(marks, accepted, passed)


def _from_one(marks: list[Mark], candidates: list[int], accepted: list[int]) -> list[int]:
    """The candidates from the first number 1 on, where another was taken for the first item ("7. møde i bestyrelsen" in the head)."""
    if not accepted or marks[accepted[0]].number == 1:
        return []
    one = next((at for at, index in enumerate(candidates) if marks[index].number == 1 and not marks[index].listed), 0)
    return candidates[one:] if candidates[one] > accepted[0] else []


def _filled(marks: list[Mark], accepted: list[int], passed: dict[int, bool]) -> list[int]:
    """Numbering that runs speaks for itself: the numbers missing between two items, or before the first, where all of them stand there.

    `passed`: the lines passed over, and whether each went on with a list.
    """
    if not passed or not accepted:
        return accepted
    waiting, filled, at = list(passed), list[int](), 0
    above = {marks[index].number for index in waiting if index < accepted[0]}
    last = 0 if 1 in above else max(0, marks[accepted[0]].number - 2)  # minutes may count on from the meeting before ("140.")
    for index in accepted:
        chain: list[int] = []
        while at < len(waiting) and waiting[at] < index:
            mark = marks[waiting[at]]
            goes_on = bool(chain) and mark.number == last + len(chain) + 1
            point = mark.listed and not (filled and mark.gap)  # "3. orientering fra formanden" may be the item that is missing
            if not point and not mark.answer and (goes_on or (not chain and mark.number == last + 1 and not passed[waiting[at]])):
                chain.append(waiting[at])
            at += 1
        if chain and last + len(chain) + 1 == marks[index].number:
            filled += chain
        filled.append(index)
        last = marks[index].number
    return filled


def _merged(marks: list[Mark], chosen: list[int]) -> list[int]:
    """Nested numbers ("6.1", "6.2") fold into the item of their first number."""
    kept: list[int] = []
    for index in chosen:
        if kept and marks[kept[-1]].number == marks[index].number and "." in marks[index].label.strip("."):
            continue
        kept.append(index)
    return kept
