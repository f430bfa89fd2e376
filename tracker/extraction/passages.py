"""Which texts of the minutes are searched, and against which day: decisions, adopted recommendations, background (GUIDE.md section 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tracker.danish.sentences import split_sentences
from tracker.danish.times.words import MONTHS
from tracker.danish.wrapped import is_unfinished
from tracker.domain.minutes import AgendaItem, Decision, Minutes, Outcome, Section, SectionKind, Span
from tracker.extraction.parties import Directory
from tracker.extraction.passage import Events, Passage

_PRESENTER = re.compile(
    r"(?:^|\n)[ \t]*((?:[A-ZÆØÅ][\w\-]*|Det)(?:[ ,]+(?:&|og|for|i|på|[A-ZÆØÅ][\w\-]*|af|arbejdsmiljø|risikostyring|\w+styring))*?),?\s+"
    r"(?:indstiller|foreslår|anbefaler)\b"
)
_ADOPTED = (Outcome.APPROVED, Outcome.NOTED)
_ONLY_ADOPTS = re.compile(
    r"\s*(?:punkt\w*\s+)?(?:indstillingen?\s+(?:blev\s+|er\s+)?)?(?:godkendt|tiltrådt|vedtaget|taget til|godkendes|tiltrædes)", re.UNICODE
)
_ADOPTS = re.compile(
    r"\b(?:ad|pkt\.?|punkt) ?\d{1,2} ?[.:–-] ?(?:blev |er )?(?:godkendt|tiltrådt|vedtaget)\b"
    r"|\bindstilling(?:en|erne)? (?:blev |er )?(?:herefter |i øvrigt |enstemmigt )?"
    r"(?:godkendt|tiltrådt|vedtaget|fulgt|godkendes|tiltrædes|følges)\b"
    r"|\b(?:tilsluttede|tilslutter) sig (?:det indstillede|indstilling(?:en|erne))\b"
    r"|\b(?:godkendte|tiltrådte|vedtog|fulgte|godkender|tiltræder|følger) (?:hermed |enstemmigt |i øvrigt )?indstilling(?:en|erne)\b"
)
_BACKGROUND = re.compile(
    r"b(?<!\w.)edes\b|o(?<!\w.)(?:pfordres|pgave på dagen)\b|a(?<!\w.)nmodes\b|h(?<!\w.)vorefter\b"
    r"|s(?<!\w.)(?:kal (?:sende|melde|indsende|aflevere|udfylde)\w*|ender|endes til)\b"
)
"""Each begins with its letter, and only then looks back for the word's beginning: so the search leaps from letter to letter."""


def decision_passages(
    minutes: Minutes, directory: Directory, fallback: date, events: Events | None = None
) -> Iterator[tuple[AgendaItem, Decision, Passage]]:
    """Every decision text with the day it is read against."""
    for item in minutes.items:
        for decision in item.decisions:
            on = decision.date or minutes.meeting.date or fallback
            forum = (decision.forum or minutes.meeting.forum or "").casefold()
            rows = [replace(decision, span=row.span, assigned=row.assigned, term=row.term) for row in decision.rows] or [decision]
            for row in rows:
                stop = min((cell.start for cell in (row.assigned, row.term) if cell is not None), default=row.span.end)
                kind = SectionKind.DECISION
                yield item, row, Passage(minutes.text, row.span.start, stop, on, kind, row.outcome, forum, directory, events)


def adopted(item: AgendaItem, text: str) -> Decision | None:
    """The decision that adopts the item's recommendation: the last own one that approves or notes."""
    own = [d for d in item.decisions if d.own and (d.outcome in _ADOPTED or _adopts(text[d.span.start : d.span.end].casefold()))]
    if not own:
        return None
    first = re.split(r"[.:\n]", text[own[-1].span.start : own[-1].span.end][:160].casefold().strip(), maxsplit=1)[0]
    return own[-1] if "ikke" not in first.split()[:6] else None


def _adopts(words: str) -> bool:
    """Whether a decision with another outcome adopts the recommendation as well; most lack the words for it."""
    return any(word in words for word in _ADOPTING) and _ADOPTS.search(words) is not None


_ADOPTING = ("indstil", "godkendt", "tiltrådt", "vedtaget")
_SUPERSEDED = re.compile(
    r"\b(?:punkt|pkt\.?|ad\.?) (?:litra )?(\d{1,2}|[a-h])\b[^.\n]{0,60}?"
    r"\b(?:ændr\w+|udgår|udgik|bortfald\w*|afvis\w+|udsat|udsættes|ikke (?:godkend|tiltråd|vedtag)\w+)"
)


def superseded(decision: Decision, text: str) -> frozenset[int]:
    """The recommendation's points that the decision changes or drops: "Punkt 2 i indstillingen blev ændret"."""
    words = text[decision.span.start : decision.span.end].casefold()
    return frozenset(int(m[1]) if m[1].isdigit() else ord(m[1]) - ord("a") + 1 for m in _SUPERSEDED.finditer(words))


_POINT = re.compile(
    rf"(?m)(?:^[ \t]*(?:(?:\d{{1,2}}(?:\)|\.(?![ \t]+(?:{'|'.join(MONTHS)})\b))|[-–•*·●▪]|[a-zæøå][.)])[ \t]+)(?:[Aa]t[ \t]+)?"
    r"|^[ \t]*[Aa]t[ \t]+|(?:(?<=indstille[rs])|(?<=foreslår)|(?<=anbefaler))[,:;]?[ \t]+at[ \t]+)"
)
"""Where a point begins; the day of a date at the head of a line ("senest den | 1. marts") begins none."""


_TAIL = 80
"""Characters; so much of the text before a point tells whether a line goes on there: "i / 1. kvartal 2025"."""


def recommendation_points(section: Section, text: str) -> list[Span]:
    """The points ("at …") of a recommendation in order, each without its number."""
    body = text[section.span.start : section.span.end]
    starts = []
    for match in _POINT.finditer(body):
        number = match[0].lstrip()[:1].isdigit()
        if not (number and is_unfinished(body[max(0, match.start() - _TAIL) : match.start()].rstrip(), "1")):
            starts.append((match.start(), match.end()))
    points = []
    for index, (_, begin) in enumerate(starts):
        stop = starts[index + 1][0] if index + 1 < len(starts) else len(body)
        stop = _first_gap(body, begin, stop)
        sentences = split_sentences(body, begin, stop)
        stop = sentences[0].end if sentences else stop  # what follows the point itself only explains it
        if begin < stop:
            points.append(Span(section.span.start + begin, section.span.start + stop))
    return points


_LEAD = 20
"""Characters before a point in which the verb that recommends it stands."""
_AND_AT = re.compile(r"(?<=,)[ \t\n]+(?:og|samt)[ \t]+at[ \t]+")


def joined_points(point: Span, text: str) -> list[Span]:
    """What stands side by side in a sentence that recommends: "indstiller, at det tages til efterretning, | og at Bo sender listen".

    A point of a list is one, whatever it joins.
    """
    lead = text[max(0, point.start - _LEAD) : point.start].rstrip().removesuffix("at").rstrip(" \t\n,:;")
    if not lead.endswith(("indstiller", "indstilles", "foreslår", "anbefaler")):
        return [point]
    cuts = [(m.start(), m.end()) for m in _AND_AT.finditer(text, point.start, point.end)]
    begins = [point.start, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), point.end]
    return [Span(begin, end) for begin, end in zip(begins, ends, strict=True) if begin < end]


def _first_gap(body: str, begin: int, stop: int) -> int:
    gap = body.find("\n\n", begin, stop)
    return gap if gap > 0 else stop


_ASKED = re.compile(r"\bat[ \t]+([^\n,:;.]{2,60}?)[ \t]*[:,;]?[ \t]*\n")


def asked_body(section: Section, text: str) -> str | None:
    """Whom a recommendation's head names for all its points: "Det indstilles, at HMU" before points that begin with their verb."""
    match = _ASKED.search(text, max(0, section.span.start - 80), min(section.span.end, section.span.start + 200))
    return " ".join(match.group(1).split()) if match else None


def presenter_of(item: AgendaItem, text: str) -> str | None:
    """Who puts the item forward: "Afdelingschefen for Økonomi & Stab indstiller"."""
    for section in item.sections:
        if section.kind is not SectionKind.RECOMMENDATION:
            continue
        begin = max(item.span.start, section.span.start - 2)
        match = _PRESENTER.search(text, begin, min(section.span.end, begin + 400))
        if match:
            name = " ".join(match.group(1).split()).rstrip(",")
            if name not in ("Det", "Der"):
                return name
    return None


def background_passages(minutes: Minutes, directory: Directory, fallback: date) -> Iterator[tuple[AgendaItem, Passage]]:
    """Background paragraphs whose words ask somebody for something; the rest is passed over unread."""
    text = minutes.text
    for item in minutes.items:
        on = (item.decisions[-1].date if item.decisions else None) or minutes.meeting.date or fallback
        for section in item.sections:
            if section.kind is not SectionKind.PRESENTATION:
                continue
            for start, end in _asking_paragraphs(text, section.span):
                yield (
                    item,
                    Passage(
                        text,
                        start,
                        end,
                        on,
                        SectionKind.PRESENTATION,
                        Outcome.OTHER,
                        (minutes.meeting.forum or "").casefold(),
                        directory,
                    ),
                )


def _asking_paragraphs(text: str, span: Span) -> Iterator[tuple[int, int]]:
    stop = span.start
    while (asked := _BACKGROUND.search(text, stop, span.end)) is not None:
        start = max(span.start, text.rfind("\n", span.start, asked.start()) + 1)
        stop = text.find("\n", asked.end(), span.end)
        stop = span.end if stop < 0 else stop
        yield start, stop
