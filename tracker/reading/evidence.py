"""What speaks for a numbered line being an item where it stands, and what for its being a point of a list."""

from __future__ import annotations

import itertools
import re

from tracker.domain.minutes import Outcome, SectionKind
from tracker.reading.contents import key
from tracker.reading.heads import line_after
from tracker.reading.marks import Kind, Mark
from tracker.reading.outcome import outcome_of

_FEWEST_IN_RUN = 4
_YEARS = range(1900, 2100)
_FARTHEST = 40  # numbers from the last item's on; a year so far from it begins a broken line ("i | 2017.") and is no item
_STRUCTURE = (Kind.HEADING, Kind.CASE, Kind.META, Kind.ATTENDANCE)


def counts_through(candidates: list[Mark]) -> int:
    """Numbers that only ever rise are items: lists start over."""
    numbers = [mark.number for mark in candidates if not mark.listed]
    return int(len(numbers) > 2 and all(after - before in (1, 2) for before, after in itertools.pairwise(numbers)))


def rises(candidates: list[Mark]) -> bool:
    """Whether numbers run from 1 without a gap, each paragraph with its own, though one may have been used twice by mistake."""
    numbers = [mark.number for mark in candidates]
    steps = [after - before for before, after in itertools.pairwise(numbers)]
    return len(numbers) > _FEWEST_IN_RUN and numbers[0] == 1 and set(steps) <= {0, 1} and steps.count(0) * _FEWEST_IN_RUN <= len(steps)


def sequence(number: int, last: int, begun: bool) -> int:
    """What a number is worth after the last item's, or as the first."""
    if not begun:
        return 2 if number == 1 else 1
    if number == last + 1:
        return 2
    if number <= last or (number > last + _FARTHEST and number in _YEARS):
        return -3
    return 1 if number <= last + 3 else 0


def same_list(marks: list[Mark], before: int, index: int) -> bool:
    """Whether a numbered line goes on with the list of an earlier one: no heading between, and set as tightly."""
    if any(marks[i].kind in (Kind.HEADING, Kind.FURNITURE, Kind.ATTENDANCE) for i in range(before + 1, min(index, before + 40))):
        return False
    return index - before < 40 and (not marks[index].gap or marks[before].gap)


def same_title(text: str, one: Mark, other: Mark, adjacent: bool) -> bool:
    """Whether an item's head is merely printed again."""
    return adjacent and other.plain <= 1 and key(text, one) == key(text, other)


_DECIDES = re.compile(r"[.?!)] (?:drøftelse og )?(?:beslutning|konklusion): ?\S", re.IGNORECASE)


def evidence(text: str, marks: list[Mark], index: int, known: set[str]) -> int:
    """The evidence of the lines around a numbered line. `known`: the titles of the list of contents."""
    mark = marks[index]
    following = marks[index + 1] if index + 1 < len(marks) else None
    above = marks[index - 1] if index else None
    title = text[mark.title[0] : mark.title[1]]
    score = 0
    if following is not None and following.kind in _STRUCTURE and following.plain <= 2 and not following.soft:
        score += 3
    if above is not None and mark.plain == 0 and above.kind in (Kind.CASE, Kind.FURNITURE):
        score += 2
    if known and key(text, mark) in known:
        score += 3
    nested = "." in mark.label.strip(".")  # no point of a list that the line above announces
    score += mark.gap + 2 * nested
    open_below = text[mark.end : mark.end + 2] in ("\n\n", "")
    if following is None or following.gap or following.plain:
        score += open_below
    listed = mark.listed or (not title and _goes_on_below(text, mark.end))
    alone = mark.gap and open_below and title[:3].lower() != "at "  # "5. sommerfest" between empty lines, not "5. at male gavlen"
    score -= (1 if alone and title else 4) * listed + 8 * mark.answer
    if mark.after in (":", ",", ";") and not nested and not (above is not None and above.kind is Kind.CONTENTS and mark.plain == 0):
        score -= 3
    score -= 8 * _recommended(text, mark, above)
    within = section(marks, index)
    decides = _DECIDES.search(title) is not None  # "4. Alger. Et tilbud modtaget. Beslutning: Det tages": all of an item on one line
    score += 2 * decides
    if within == "indstilling" or (within and not decides and title[-1:] == "." and len(title.split()) > 6):
        score -= 2
    if within == "beslutning" and not mark.gap and len(title) < 80 and outcome_of(title) is not Outcome.OTHER:
        score -= 3  # "Punkt 3: Drøftet." answers the recommendation's third point
    if len(title) > 160:
        score -= 1
    if following is not None and following.kind is Kind.NUMBER and following.family == mark.family and following.number == mark.number + 1:
        score += (following.plain > 0 or len(title) > 100) and not mark.listed  # text stands between this number and the next
    return score


def _recommended(text: str, mark: Mark, above: Mark | None) -> bool:
    """The first point right below "Forvaltningen indstiller, at"."""
    announced = above is not None and mark.number == 1 and above.section is SectionKind.RECOMMENDATION and mark.plain == 0
    return announced and above is not None and text[above.start : above.end].rstrip(" :").endswith((" at", ","))


def _goes_on_below(text: str, at: int) -> bool:
    """Whether the line below a bare number goes on in lower case, and isn't a point of its own ("a. Sommer")."""
    start, end = line_after(text, at)
    return text[start : start + 1].islower() and not (text[start + 1 : start + 2] in (".", ")") and text[start + 2 : end].startswith(" "))


def mark_answers(text: str, marks: list[Mark]) -> None:
    """Numbers from 1 inside a decision answer the points put to it, where the case stands above in the same minutes.

    Items go on with the number after the last item's; only a new part of the minutes counts from 1 again.
    """
    case, begun, headed_before, decided, last = False, False, False, False, 0
    item: Mark | None = None
    for index, mark in enumerate(marks):
        if mark.kind is Kind.HEADING and not mark.soft:
            named = text[mark.start : mark.start + 7].lower() == "referat"
            titled = named and (not begun or (item is None and not headed_before))  # the name of the minutes, perhaps
            headed_before = True
            decided, last = case and not titled and mark.section is SectionKind.DECISION, 0
            case = case or mark.section is not SectionKind.DECISION
        elif mark.kind is Kind.CASE:
            case, begun, decided = True, True, False
        elif mark.kind in (Kind.CONTENTS, Kind.FURNITURE):
            decided = False
        elif mark.kind is Kind.NUMBER:
            below = marks[index + 1] if index + 1 < len(marks) else None
            headed = below is not None and below.kind in (Kind.HEADING, Kind.CASE, Kind.META) and below.plain <= 1
            following = item is not None and mark.family == item.family and mark.number == item.number + 1
            if decided and mark.number == last + 1 and not (following if last else headed):
                mark.answer, last = True, mark.number
            else:
                decided, begun, item = False, True, mark


def drop_ad_below(marks: list[Mark]) -> None:
    """ "3. Hegnet" and right below it "Ad 3. Bo maler det.": the line below says what was said of the item, and is none of its own."""
    numbered = [mark for mark in marks if mark.kind is Kind.NUMBER]
    below = [
        mark
        for above, mark in itertools.pairwise(numbered)
        if mark.family == "ad" and above.family != "ad" and mark.number == above.number and not mark.plain
    ]
    if len(below) >= _FEWEST_BELOW and len(below) * 2 > sum(mark.family == "ad" for mark in numbered):
        for mark in below:
            mark.kind = Kind.LEADER


_FEWEST_BELOW = 2


def section(marks: list[Mark], index: int) -> str:
    """The section a numbered line stands in, as far as the marks just above it tell."""
    for mark in reversed(marks[max(0, index - 12) : index]):
        if mark.kind is Kind.HEADING:
            return mark.section.value
        if mark.kind in (Kind.FURNITURE, Kind.CASE, Kind.ATTENDANCE):
            return ""
    return ""
