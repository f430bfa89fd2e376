"""Which way of telling items apart explains a text: numbers, bullets, columns, times, headings, bare titles, labels, one after another."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.minutes import Heading, SectionKind
from tracker.reading import dates, unnumbered
from tracker.reading.bare_titles import by_bare_titles, by_headed_titles, by_short_lines, by_topics
from tracker.reading.bulleted import by_bullets
from tracker.reading.columns import by_columns
from tracker.reading.edges import usual_behind, with_edges
from tracker.reading.gaps import by_gaps
from tracker.reading.head_end import head_end
from tracker.reading.heads import Head
from tracker.reading.items import LETTERED
from tracker.reading.learned import learn_headings
from tracker.reading.marked import by_headings
from tracker.reading.marks import Kind, Mark
from tracker.reading.parts import is_part
from tracker.reading.sentence import is_sentence
from tracker.reading.timed import by_clock
from tracker.reading.titles import prose_in_title
from tracker.reading.titles_in_prose import by_titles_in_prose
from tracker.reading.told import tells_of_meeting
from tracker.reading.typeset import by_type
from tracker.reading.usual import by_usual_points

TITLES = re.compile(r"referat|protokol|minutes|mødenotat|beslutning|summary of meeting", re.IGNORECASE)
_WORDS = re.compile(
    r"referat|dagsorden|møde|eventuelt|\bevt\b|beslut|bestyrelse|udvalg|forum|minutes|agenda|meeting|godkend|efterretning|drøfte|\bafbud|udsat",
    re.IGNORECASE,
)
_ONLY_POINT = re.compile(  # "Dagsorden for mødet: Den nye bro."
    r"^[ \t]*(?:dagsorden|emne)(?: (?:for|til) [\w ]{2,40})?:[ \t]+(?P<title>[A-ZÆØÅ][^\n.:]{2,100})\.?$", re.IGNORECASE | re.MULTILINE
)
_MET = re.compile(  # "Festudvalget mødtes den 3. maj 2021", "Møde i Festudvalget afholdt 3. maj 2021"
    r"\b(?:mødtes|har (?:netop )?holdt møde|holdt møde|var samlet|møde[^\n]{0,60} (?:af)?holdt)\b", re.IGNORECASE
)
_CALLED_MEETING = re.compile(r"\A[\s#*_]*(?:[\w-]+ ){0,4}[\w-]*møde(?:forum)?\b", re.IGNORECASE)
_HEAD_FIELDS = re.compile(
    r"^[ \t]*(?:(?:sted|tid|dato|til ?stede|deltagere|mødt|med|ikke med|afbud|fraværende|ref\.?|referent)[ \t]*[:|]"
    r"|(?:skrevet|noteret) af |(?:man|tirs|ons|tors|fre|lør|søn)dag,?(?: d\.| den)? ?\d)",
    re.IGNORECASE | re.MULTILINE,
)
_HELD = re.compile(
    r"^(?:[A-ZÆØÅ][\w ]{0,40}m|M)øde (?:i [\w ]{2,40} )?(?:den |d\. ?)?\d{1,2}[./ -]", re.MULTILINE
)  # "Bestyrelsesmøde den 3. maj 2021"
_AGENDA = re.compile(
    r"(?<!af )(?<!af dagens )\bdagsorden\b(?! (?:(?:blev |er |var )?(?:godkendt?|udsendt|sendt|vedlagt)|af\b))"
    r"|indkald(?!t\b|else udsendt)|invit|tilmeld(?!t\b)|velkommen til",
    re.IGNORECASE,
)
_STRONG = frozenset(("punkt", "pkt", "item", "sagnr", "ad"))
_LOOKED_AT = 20_000
_HEAD = 3_000
_TOP = 1_500
_FIRST_LINES = 200
_LONGEST_TITLE = 160
_WEAK = frozenset(("dot", "paren", "colon"))
_FEWEST_OUTSIDE = 2
_FEWEST_TITLES = 3
_FEW_DECISIONS = 2
_LONGEST_FIELD = 40
"""Characters; so many at most stand between a title and what a field's name leads in below it."""


def explain(text: str, marks: list[Mark], layout: str, heads: list[Head], headings: Sequence[Heading] = ()) -> tuple[str, list[Head]]:
    """The layout and the heads of the items. `layout`, `heads`: what the numbers say, where there are any; `headings`: what the file's
    format marks as such."""
    marked = by_headings(text, marks, headings, heads) if headings else []
    if marked and (_is_formal(marks) or _claims_minutes(text, marks)):
        return "marked", with_edges(text, marks, marked)
    likely = _is_formal(marks) or _WORDS.search(text, 0, _LOOKED_AT) is not None
    if (layout not in _STRONG and not likely) or (layout in LETTERED and len(heads) == 1):
        heads = []  # one letter counts nothing: "A. Holm var forbi."
    if heads and (layout in _WEAK or layout in LETTERED) and _mere_list(text, heads):
        titled = _titles_around(text, marks, heads)
        if titled:
            other, more = _without_numbers(text, marks)
            further = len(more) > len(titled) and {head.start for head in titled} < {head.start for head in more}
            return (other, more) if further else ("bare titles", titled)
    if likely and (not heads or layout in LETTERED):
        bulleted = by_bullets(text, marks)
        layout, heads = ("bullets", bulleted) if bulleted else (layout, heads)
    if not heads:
        layout, heads = _without_numbers(text, marks)
        return layout, _said_once(text, heads)
    return layout, heads if layout == "bullets" else with_edges(text, marks, heads)


def _said_once(text: str, heads: list[Head]) -> list[Head]:
    """The heads without one that only says the title above it again: "Nyt punkt", "Indhold:", "Nyt punkt"."""
    kept = heads[:1]
    for head in heads[1:]:
        above = kept[-1]
        again = text[slice(*head.title)].casefold().strip(" :.") == text[slice(*above.title)].casefold().strip(" :.") != ""
        if not (again and text[above.title[1] : head.start].strip().endswith(":") and head.start - above.title[1] <= _LONGEST_FIELD):
            kept.append(head)
    return kept if len(kept) == len(heads) else [replace(head, number=number) for number, head in enumerate(kept, 1)]


def _mere_list(text: str, heads: list[Head]) -> bool:
    """Whether numbered lines follow one another with nothing between: an agenda, or a list inside an item."""
    return len(heads) > 1 and not any(_below(text, one, other) for one, other in itertools.pairwise(heads))


def _below(text: str, one: Head, other: Head) -> bool:
    line = text.find("\n", max(one.start, one.title[1]), other.start)
    return line >= 0 and bool(text[line : other.start].strip())


def _titles_around(text: str, marks: list[Mark], heads: list[Head]) -> list[Head]:
    """The titles that stand alone in a text whose numbers merely list things; most of them must stand below the list."""
    begin = head_end(text, marks)
    headed = any(mark.kind is Kind.HEADING and not mark.soft and mark.section is not SectionKind.DECISION for mark in marks)
    last = text.find("\n", heads[-1].start)
    for titled in (
        by_type(text, marks, begin),
        by_bullets(text, marks),
        by_topics(text, begin),
        unnumbered.by_rules(text, begin),
        by_clock(text, begin),
        by_headed_titles(text, marks, begin),
        by_bare_titles(text, begin),
    ):
        below = sum(head.start > last for head in titled)
        inside = below > 0 and len(titled) > len(heads) and titled[0].start < heads[0].start and not headed  # a list in one of the items
        if last >= 0 and len(titled) >= _FEWEST_TITLES and (inside or (below >= _FEWEST_OUTSIDE and below * 2 > len(titled))):
            return titled
    return []


def _is_formal(marks: Sequence[Mark]) -> bool:
    return any((mark.kind is Kind.HEADING and not mark.soft) or mark.kind is Kind.CASE for mark in marks)


def _without_numbers(text: str, marks: list[Mark]) -> tuple[str, list[Head]]:
    """The first way of telling items apart that works."""
    begin = head_end(text, marks)
    headed = any(mark.kind is Kind.HEADING and mark.section is SectionKind.DECISION for mark in marks)
    for layout, heads in (
        ("type", by_type(text, marks, begin)),
        ("topics", by_topics(text, begin)),
        ("columns", by_columns(text, marks, begin)),
        ("times", by_clock(text, begin)),
        ("case numbers", _cases(text, marks) if headed else []),
        ("fields", unnumbered.by_field(text, marks) if headed else []),
        ("contents", unnumbered.by_contents(text, marks)),
    ):
        if heads:
            return layout, heads
    if headed:
        ruled = unnumbered.by_rules(text, begin)
        if ruled and _each_decided([mark for mark in marks if mark.start > ruled[0].start], ruled, []):
            return "rules", ruled
        learn_headings(text, marks)
        heads = unnumbered.by_cycle(text, marks)
        titled = _without_headings(marks, by_headed_titles(text, marks, begin))
        named = {head.title for head in heads if head.title[1] > head.title[0]}
        more = len(titled) > len(heads) or (len(titled) == len(heads) > len(named))
        if not named or (more and named <= {head.title for head in titled}):
            heads = titled or heads
        heads = _each_decided(marks, _without_headings(marks, by_bare_titles(text, begin)), heads) or heads
        if heads and not _mostly_undecided(text, marks, heads, begin):
            return "headings", heads
    if not _claims_minutes(text, marks):
        return "", []
    for layout, told in (
        ("rules", unnumbered.by_rules),
        ("bare titles", _titles),
        ("labels", unnumbered.by_labels),
        ("short lines", by_short_lines),
        ("titles in prose", by_titles_in_prose),
        ("gaps", by_gaps),
    ):
        heads = told(text, begin)
        if heads:
            return layout, heads
    return "one text", [_whole(text, begin)]


def _cases(text: str, marks: list[Mark]) -> list[Head]:
    """One item at each case number; the only one, where headings tell of more items, is the meeting's or one item's own."""
    heads = unnumbered.by_case(text, marks)
    return [] if len(heads) == 1 and len(unnumbered.by_cycle(text, marks)) > 1 else [*heads, *usual_behind(text, heads)]


def _mostly_undecided(text: str, marks: list[Mark], heads: list[Head], begin: int) -> bool:
    """Whether one word of decision or two in minutes that do without divide them worse than the titles that stand alone."""
    headed = [mark for mark in marks if mark.kind is Kind.HEADING and not mark.soft]
    few = len(headed) <= _FEW_DECISIONS and all(mark.section is SectionKind.DECISION for mark in headed)
    return few and _claims_minutes(text, marks) and len(_titles(text, begin)) > max(_FEWEST_TITLES, 2 * len(heads))


def _without_headings(marks: Sequence[Mark], alone: list[Head]) -> list[Head]:
    """The short lines that stand alone, without those that head a part of the item above ("Forslag", below its "Resumé")."""
    ordinary = {mark.start: at for at, mark in enumerate(marks) if mark.kind is Kind.HEADING and mark.soft}
    decided = {mark.start for mark in marks if mark.kind is Kind.HEADING and not mark.soft and mark.section is SectionKind.DECISION}
    kept: list[Head] = []
    for head in alone:
        if head.start in decided:
            continue
        at = ordinary.get(head.start, 0)
        above = marks[at - 1] if at else None
        inside = above is not None and bool(kept) and above.kind is Kind.HEADING and not above.soft and above.start > kept[-1].start
        if above is None or not inside or above.section is SectionKind.DECISION:
            kept.append(replace(head, number=len(kept) + 1))
    return kept


def _each_decided(marks: Sequence[Mark], alone: list[Head], heads: Sequence[Head]) -> list[Head]:
    """The short lines that stand alone, where they are more than the items told by headings and most have a decision below; else none.

    For minutes where some items have a heading above their decision and others tell at once below their titles.
    """
    titles = {head.title for head in alone}
    if len(alone) <= max(len(heads), _FEWEST_TITLES) or not {head.title for head in heads if head.title[1] > head.title[0]} <= titles:
        return []
    starts = [head.start for head in alone]
    decided = [mark.start for mark in marks if mark.kind is Kind.HEADING and mark.section is SectionKind.DECISION]
    below = {bisect_right(starts, at) for at in decided}
    return alone if 0 not in below and len(below) * 4 >= len(alone) * 3 else []


def _titles(text: str, begin: int) -> list[Head]:
    """Titles that stand alone; or the usual points of an agenda, or else what gaps divide, where those are more."""
    alone = by_bare_titles(text, begin)
    parts = sum(is_part(text[slice(*head.title)]) for head in alone)
    if parts > 1 and parts * 2 > len(alone):
        alone = unnumbered.by_labels(text, begin) or alone  # "Orienteringspunkter:" above labelled paragraphs
    few = len(alone) < _FEWEST_TITLES
    labelled = unnumbered.by_labels(text, begin) if len(alone) <= _FEWEST_TITLES else []  # paragraphs that begin with their topic
    others = by_usual_points(text, begin) or labelled or (by_gaps(text, begin) if few else [])
    found = others if len(others) > len(alone) else alone
    if found is others and found:
        short = by_short_lines(text, begin)
        found = short if {head.start for head in found} < {head.start for head in short} else found
    told = len(text) - begin
    return found if found and (found[0].start - begin) * 2 <= told else []  # titles that most stands above aren't those of the items


def _whole(text: str, begin: int) -> Head:
    """One item: what stands below the head, titled by the first line; or what stands behind the word "Referat:" on that line."""
    first = re.compile(r"\s*([^\n]*)").match(text)
    top, end = first.span(1) if first else (0, 0)
    titled = next((line for line in unnumbered.lines_of(text[:_TOP]) if _names_day(text[slice(*line)])), None)
    if titled is not None and titled[1] <= max(begin, end):
        top, end = titled
    named = _ONLY_POINT.search(text, 0, _HEAD)
    if named is not None:
        return Head(1, "", named.span("title"), named.start("title"), max(begin, named.end()), -1)
    _, said = prose_in_title(text, (top, end))
    title = (top, end) if not len(said) and end - top <= _LONGEST_TITLE and not is_sentence(text[top:end]) else (top, top)
    return Head(1, "", title, top, said.start if len(said) else max(begin, end), -1)


def _names_day(line: str) -> bool:
    """ "Bestyrelsesmøde referat 3/5-2021": a title of the minutes, whatever a web page says above it."""
    return len(line) <= _LONGEST_TITLE and TITLES.search(line) is not None and dates.find(line) is not None


def _claims_minutes(text: str, marks: list[Mark]) -> bool:
    """Whether a text without items calls itself minutes: the word at its head, and a date or a list of people."""
    top = text[:_TOP]
    peopled = any(mark.kind is Kind.ATTENDANCE for mark in marks[:12])
    titled = TITLES.search(top) is not None
    called = _CALLED_MEETING.search(top) is not None and _AGENDA.search(top, 0, _FIRST_LINES) is None
    titled = titled or (called and len(_HEAD_FIELDS.findall(top)) > 1)
    titled = titled or _MET.search(top) is not None or (_HELD.search(top) is not None and _AGENDA.search(top) is None)
    titled = titled or (_AGENDA.search(top) is None and tells_of_meeting(text))
    return (titled and (peopled or dates.find(top) is not None)) or (peopled and "møde" in top.lower())
