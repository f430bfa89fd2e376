"""Whole minutes on a few long lines, as some web pages copy them out of a PDF: items and headings get lines of their own again.

What numbers the items is found first, because only it tells such a text from one with long paragraphs: numbers that count on through most
of the text and stand inside lines, not at their beginnings. Then titles end where the list of contents, a heading or a sentence says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.reading import layouts
from tracker.reading.pages import join_pages
from tracker.reading.run_on import heading_breaks, title_end
from tracker.reading.sentence import is_sentence

_FOLDED = 600  # characters from which a line may hold several items
_FEWEST = 3
_LONGEST_POINT = 160
_NUMBER = re.compile(
    r"(?:(?<=\s)|^|(?<=[a-zæøå.!?)])(?=(?:Ad|Pkt|Punkt)[. ]))"
    r"(?P<label>(?:Ad|Pkt|Punkt|Dagsordenspunkt|Sag|SAG)\.?\s)?(?P<n>\d{1,3})(?P<sep>[.:)]?)\s(?:[–—-]\s)?(?=[A-ZÆØÅ\"”»(])",
    re.MULTILINE,
)
_COUNTS_SOMETHING = re.compile(
    r"(?:^|[\W_])(?:(?:nr|pkt|stk|kl|d|s|ca|art|kap|tlf|pr|ad)\.?|nummer|punkt|den|side|bilag|uge|kapitel|afsnit|litra|senest|rute|trin|fase)"
    r"\s$|§\s$",
    re.IGNORECASE,
)
_STOPPED = re.compile(  # what stands before a number without a stop of its own: "... om det. 3 Havnen", "Punkt Afgørelse 1 Dagsorden"
    r"[^\W\d_]{2}[.!?)]\s$|\b(?:afgørelse|beslutning|referat|konklusion|dagsorden)\s$", re.IGNORECASE
)
_LAST_POINT = re.compile(
    r"(?<=[^\dA-ZÆØÅ][.!?] )(?:Evt\.|Eventuelt[.:]?) (?=[A-ZÆØÅ])"
)  # "... er malet. Evt. Intet." behind the last number
_LETTER = re.compile(r"(?:(?<=[.!?] )|(?<=[Dd]agsorden ))(?P<letter>[A-H])\. (?=[A-ZÆØÅ][a-zæøå]{3})")
_PART_AHEAD = re.compile(r"\s(?P<part>[A-ZÆØÅ]{3,}-?(?: (?:OG )?[A-ZÆØÅ-]{3,}){0,4})\s*\Z")
"""The part of the minutes that begins with an item: "TEKNIK- OG MILJØUDVALGET" before its number."""
_LONGEST_PART = 70
_TOP = 3_000  # characters within which an agenda stands
_BULLET_BEFORE = re.compile(r"\s[-–•·*] $")  # "- Punkt 3. Havnen"
_BULLET = 2
_SEEN_BEFORE = 16
_LABEL = re.compile(  # "Hækken: Bo klipper den. Festen 8/6 kl. 10.15: Ida køber ind."
    r"(?:(?<=[.!?] )|(?<=[Dd]agsorden )|(?<=[Dd]agsorden: )|(?<=[Rr]eferat ))"
    r"(?P<label>[A-ZÆØÅ](?:[^.:!?\n]|(?<=kl|.d)\.|\.(?=\d)|:(?=\d)){2,50}): (?=\S)"
)
_STUCK = re.compile(r"(?<=[a-zæøå)]{3}[.!?:])(?=[A-ZÆØÅ][a-zæøå]+ )")
_FEWEST_LABELS, _MOST_LINES = 4, 12
_KNOWN = frozenset((*layouts.HEADINGS, *layouts.PRESENT, *layouts.ABSENT))
_STEPS = ((1, 1.0), (2, 0.5))
"""How far a series may step on, and what the step is worth."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number that may open an item: where it stands, where its title begins."""

    number: int
    start: int
    title: int
    family: str


def unfold(text: str, *, paged: bool = False) -> str:
    """The text with line breaks before items and headings and behind titles; as it is where its items stand on lines of their own.

    `paged`: its lines were pages, so a number at the beginning of one says nothing.
    """
    if not paged and not any(len(line) > _FOLDED for line in text.split("\n")) and not _agenda_inside(text[:_TOP]):
        return text
    joined = join_pages(text)
    families: dict[str, list[Count]] = {}
    for count in _counts(joined):
        families.setdefault(count.family, []).append(count)
    everything = [count for counts in families.values() for count in counts]
    agenda = max((_agenda(counts, everything) for counts in families.values()), key=len, default=[])
    end = agenda[-1].start if agenda else -1
    chains = [_chain([count for count in counts if count.start > end]) for counts in families.values()]
    chain = max(chains, key=lambda chain: (len(chain), bool(chain) and chain[0].family == "ad"), default=[])
    if not (
        _is_folded(joined, chain, [count for count in everything if count.start > end], paged=paged) or _goes_on(joined, agenda, chain)
    ):
        return _by_labels(joined) or text
    return _broken(joined, agenda, chain)


def _counts(text: str) -> Iterable[Count]:
    for found in _NUMBER.finditer(text):
        before = text[max(0, found.start() - _SEEN_BEFORE) : found.start()]
        if not found["label"] and (_STOPPED.search(before) is None if not found["sep"] else _COUNTS_SOMETHING.search(before) is not None):
            continue
        family = found["label"].rstrip(". ").lower() if found["label"] else found["sep"]
        bullet = found["label"] and _BULLET_BEFORE.match(text, max(0, found.start() - _BULLET - 1), found.start())
        yield Count(int(found["n"]), found.start() - _BULLET if bullet else found.start(), found.end(), family)


def _agenda(counts: list[Count], everything: list[Count]) -> list[Count]:
    """The first run whose points stand close together, where the number it begins with stands again behind it."""
    run: list[Count] = []
    for count in counts:
        close = bool(run) and 0 < count.number - run[-1].number <= 2 and count.start - run[-1].start <= _LONGEST_POINT
        if close:
            run.append(count)
        elif len(run) >= _FEWEST:
            break
        else:
            run = [count]
    again = len(run) >= _FEWEST and any(count.number == run[0].number and count.start > run[-1].start for count in everything)
    return run if again else []


def _agenda_inside(top: str) -> bool:
    """Whether a line near the top holds an agenda: points that count on, one right behind the other."""
    last: Count | None = None
    run = 1
    for count in _counts(top):
        follows = last is not None and count.number == last.number + 1 and count.start - last.start <= _LONGEST_POINT
        run = run + 1 if follows and _is_inside(top, count.start) else 1
        if run > _FEWEST:
            return True
        last = count
    return False


def _is_inside(text: str, at: int) -> bool:
    """Whether more than blanks and the edge of a table stands on the line before a place."""
    while at and text[at - 1] in " \t|":
        at -= 1
    return at > 0 and text[at - 1] != "\n"


def _is_long(text: str, at: int) -> bool:
    """Whether the line that begins at a place is a page's, or as long as one, or the last."""
    end = text.find("\n", at, at + _FOLDED)
    return end < 0 or not text[end:].strip()


def _titles(text: str, agenda: list[Count], end: int) -> dict[int, str]:
    """The titles of an agenda whose last point ends at `end`, by number."""
    ends = [*(count.start for count in agenda[1:]), end]
    return {count.number: text[count.title : stop].partition("\n")[0].strip() for count, stop in zip(agenda, ends, strict=False)}


def _goes_on(text: str, agenda: list[Count], chain: list[Count]) -> bool:
    """Whether most items begin with their titles in the agenda and go on with text on the same line."""
    if len(agenda) < _FEWEST or len(chain) < _FEWEST:
        return False
    titles = _titles(text, agenda, chain[0].start)
    on = 0
    for count in chain:
        title = titles.get(count.number, "")
        end = count.title + len(title)
        on += bool(title) and text.startswith(title, count.title) and text[end : end + 1] == " "
    return on * 2 > len(chain)


def _chain(counts: list[Count]) -> list[Count]:
    """The longest series that counts on by one, or leaves one number out; the earliest where several are as long."""
    before: list[tuple[Count, int]] = []
    ending: dict[int, int] = {}
    worth: list[float] = []
    for count in counts:
        options = [
            (worth[ending[n]] + gain, -step, ending[n]) for step, gain in ((1, 1.0), (2, 0.5)) if (n := count.number - step) in ending
        ]
        gained, _, place = max(options, default=(1.0, 0, -1))
        before.append((count, place))
        worth.append(gained)
        if count.number not in ending or gained > worth[ending[count.number]]:
            ending[count.number] = len(worth) - 1
    at = max(range(len(worth)), key=worth.__getitem__, default=-1)
    chain: list[Count] = []
    while at >= 0:
        count, at = before[at]
        chain.append(count)
    return chain[::-1]


def _is_folded(text: str, chain: list[Count], counts: list[Count], *, paged: bool = False) -> bool:
    """Whether most numbers stand inside lines, count through most of the text, and no others count at the beginnings of lines."""
    inside = sum(_is_inside(text, count.start) for count in chain)
    long_too = inside * 3 >= len(chain) and all(_is_inside(text, c.start) or _is_long(text, c.start) for c in chain)
    at_pages = long_too or (paged and inside > 0)
    if len(chain) < _FEWEST or not (inside * 2 > len(chain) or at_pages):
        return False
    rest = len(text) - chain[0].start
    agenda = text.rfind("Dagsorden ", 0, min(chain[0].start, _TOP))
    whole = len(text) - max(agenda, 0)
    answers = chain[0].family == "ad" and chain[0].number == 1  # below an agenda that may be long itself
    if rest * (4 if answers or paged else 2) <= whole or (chain[-1].start - chain[0].start) * 3 <= rest:
        return False
    taken = {count.start for count in chain}
    outside = _chain([count for count in counts if text[count.start - 1 : count.start] in ("\n", "")])
    return len(outside) < _FEWEST or all(count.start in taken for count in outside)


def _broken(text: str, agenda: list[Count], chain: list[Count]) -> str:
    """The text with its breaks: a blank line before items, none before titles of the agenda, and one behind each title."""
    breaks = {count.start: "\n" for count in agenda}
    titles = _titles(text, agenda, chain[0].start)
    headings = heading_breaks(text)
    for count, following in zip(chain, [*(count.start for count in chain[1:]), len(text)], strict=True):
        breaks[count.start] = "\n\n"
        part = _PART_AHEAD.search(text, max(0, count.start - _LONGEST_PART), count.start)
        if part is not None:
            breaks.setdefault(part.start("part"), "\n\n")
        at = bisect_left(headings, count.title + 1)
        ahead = min(following, headings[at] if at < len(headings) else following)
        end = title_end(text, count.title, ahead, titles.get(count.number, ""), sure=ahead < following)
        if end is not None:
            breaks[end] = "\n"
    last_point = _LAST_POINT.search(text, chain[-1].title)
    if last_point is not None:
        breaks[last_point.start()] = "\n\n"
    for start, end in _parts(text, chain):
        breaks[start] = "\n\n"
        breaks.setdefault(end, "\n")
    for start in (*headings, *_stuck_sentences(text)):
        breaks.setdefault(start, "\n")
    out, last = list[str](), 0
    for start in sorted(breaks):
        out += [text[last:start].rstrip(), breaks[start]]
        last = start
    return "".join([*out, text[last:]]).strip("\n") + "\n"


def _parts(text: str, chain: list[Count]) -> list[tuple[int, int]]:
    """Lettered parts between the items ("A. Til beslutning", "B. Eventuelt"), from A on: where each begins, and where its title ends."""
    found: list[re.Match[str]] = []
    for letter in _LETTER.finditer(text):
        if ord(letter["letter"]) == ord("A") + len(found):
            found.append(letter)
    if len(found) < _FEWEST or found[-1].start() < chain[0].start:
        return []
    bounds = sorted([*(letter.start() for letter in found), *(count.start for count in chain), len(text)])
    ends = [(letter, bounds[bisect_left(bounds, letter.end())]) for letter in found]
    return [(letter.start(), title_end(text, letter.end(), end, "", sure=False) or end) for letter, end in ends]


def _stuck_sentences(text: str) -> list[int]:
    """Where a sentence begins right behind the stop of the one before ("... er malet.Broen ..."), in texts that have it as a habit."""
    found = [stuck.start() for stuck in _STUCK.finditer(text)]
    return found if len(found) >= _FEWEST else []


def _by_labels(text: str) -> str:
    """Minutes on one line whose topics are labels, with each label on a line of its own; empty where they aren't such."""
    lines = [line for line in text.split("\n") if line.strip()]
    longest = max(lines, key=len)
    if len(lines) > _MOST_LINES or len(longest) < _FOLDED or len(longest) * 2 < len(text):
        return ""
    begin = text.index(longest)
    labels = [
        found
        for found in _LABEL.finditer(text, begin, begin + len(longest))
        if found["label"].lower() not in _KNOWN and not is_sentence(found["label"])
    ]
    if len(labels) < _FEWEST_LABELS:
        return ""
    out, last = list[str](), 0
    for found in labels:
        out += [text[last : found.start()].rstrip(), "\n\n", f"{found['label']}:\n"]
        last = found.end()
    return "".join([*out, text[last:]])
