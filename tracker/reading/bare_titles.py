"""Items whose titles nothing marks: short lines that stand alone, told by their looks and by what follows them."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from tracker.domain.minutes import SectionKind
from tracker.reading import dates, layouts
from tracker.reading.colon_titles import with_answered
from tracker.reading.heads import Head
from tracker.reading.marks import Kind, Mark
from tracker.reading.printed import names_page
from tracker.reading.sentence import is_sentence
from tracker.reading.unnumbered import NAMES_MINUTES, lines_of
from tracker.reading.usual import is_usual

_SEEN = 200_000  # characters within which titles are looked for
_LONGEST, _LONGEST_ROOMY = 60, 80
_MOST_WORDS, _MOST_WORDS_ROOMY = 7, 12
_FEWEST = 3
_GREETING = re.compile(r"(?:hej|kære|(?:med )?(?:venlig|kærlig|mange|bedste|de bedste) hilsen?er?|hilsen|mvh|vh|kh)\b", re.IGNORECASE)
_TOPIC = re.compile(r"(?:emne|punkt|tema|sag|titel|overskrift|dagsordenspunkt)[ \t]*:[ \t]*(?=\S)", re.IGNORECASE)
_LABELLED = re.compile(r"[A-ZÆØÅ][\w /-]{1,30}:(?:\s|$)")
_COLONS = ":;"
_USUAL = re.compile(r"(?:eventuelt|evt\.?|næste møde):?$", re.IGNORECASE)
_FEW_WORDS = 4
_HALF = re.compile(r"(?:Når|Hvis|Da|Mens|Hvordan|Hvorfor|Hvad) [^,.!?:\n]{3,70}$", re.MULTILINE)
"""A clause that waits for its main clause: alone on a line it is a title."""
_PARAGRAPH = 160
"""Characters; shorter text below a line may be another note like it."""
_HEAD_LINE = 400  # characters at the top of a text in which its first line stands
_NAME = re.compile(r"[A-ZÆØÅ][\w.'’-]+(?: [A-ZÆØÅ][\w.'’-]*)+(?: ?[(,–-][^\n]{0,40})?")
_SIGNED = re.compile(r"(?:referent|for referat|(?:indsendt|skrevet|udgivet|publiceret|oprettet) af)\b:? ", re.IGNORECASE)
_POINT_BELOW = re.compile(r"\s{1,9}(?:\d{1,3}[.:)]|[-–•*·]|[a-z][.)])\s")
_BULLETS = ("-", "•", "–", "*", "·")
_BRACKETS = re.compile(r" \([^()\n]*\)$")
_STOPS = (".", "!", "?", ":", ";", ")")
_ANSWER = re.compile(  # what was decided, whatever it stands alone below
    r"(?:godkendt|vedtaget|udsat|udgår|udgik|aflyst|drøftet|noteret|orienteret|gennemgået|afvist|intet|ingen|ingenting|ok"
    r"|taget til efterretning|(?:intet|ingen) (?:nyt|at bemærke|bemærkninger|kommentarer|punkter))(?: (?:uden|med) [\w ]{3,40})?$",
    re.IGNORECASE,
)


def by_bare_titles(text: str, begin: int) -> list[Head]:
    """One item at each short line of its own with prose right below it ("Økonomi").

    Where hardly any looks so, titles may be longer, begin in lower case or end in a full stop.
    """
    semicolons = [line for line in _alone(text, begin, semicolon=True) if text[line[1] - 1] == ";"]
    found = semicolons if len(semicolons) >= _FEWEST else _without_lists(text, list(_alone(text, begin)))
    if len(found) < _FEWEST - 1:
        loose = list(_alone(text, begin, loose=True))
        found = loose if len(loose) >= _FEWEST else found
    found = sorted({*found, *_telling(text, begin)}) if len(found) > _FEWEST else found
    heads = [_numbered(number, line) for number, line in enumerate(_below_head(text, found), 1)]
    for head in heads:
        head.title = (head.title[0], head.title[1] - (text[head.title[1] - 1] in _COLONS))
    return with_answered(text, begin, heads) if len(heads) > 1 else []


def _telling(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Titles that are sentences themselves ("Vi mangler pædagoger", "Når telefonen ringer i ferien"): a few words without a full stop
    above a paragraph of prose."""
    for start, stop in _alone(text, begin, telling=True):
        half = _HALF.match(text, start, stop) is not None
        first = stop + len(text[stop : stop + 3]) - len(text[stop : stop + 3].lstrip("\n")) if half else stop + 1
        below = text[first : first + _PARAGRAPH]
        prose = len(below) == _PARAGRAPH and "\n\n" not in below and below[0] not in _BULLETS and is_sentence(below)
        if prose and (half or len(text[start:stop].split()) <= _FEW_WORDS):
            yield start, stop


def by_topics(text: str, begin: int) -> list[Head]:
    """One item at each line that a label calls a topic ("Emne: Havnen"), and at the short lines that stand alone before and behind them."""
    lines = list(lines_of(text[: begin + _SEEN], begin))
    topics = [
        (found.end(), stop, start)
        for start, stop in lines
        if stop - start <= 2 * _LONGEST and (found := _TOPIC.match(text, start, stop)) is not None and not _of_mail(text, start)
    ]
    if len(topics) < 2:
        return []
    taken = {start for _, _, start in topics}
    labels = Counter(text[start:stop].partition(":")[0].lower() for start, stop in lines if _LABELLED.match(text, start, stop))
    others = [
        (start, stop - (text[stop - 1] == ":"), start)
        for start, stop in _alone(text, begin, apart=True)
        if start not in taken and (name := text[start:stop].lower().rstrip(" :")) not in layouts.CONTENTS and labels[name] < 2
    ]
    every = sorted([*topics, *others], key=lambda line: line[2])
    return [Head(number, "", (title, stop), start, stop, -1) for number, (title, stop, start) in enumerate(every, 1)]


_MAIL_ABOVE = re.compile(r"(?:^|\n)[ \t]*(?:Fra|Sendt|Til|Cc|Kopi|Dato|From|To|Sent):[^\n]{0,200}\n[ \t]*\Z")
_REACH = 220  # characters looked back for the line above


def _of_mail(text: str, start: int) -> bool:
    """Whether "Emne:" is a field of a mail's head: below "Til:" or "Sendt:"."""
    return _MAIL_ABOVE.search(text, max(0, start - _REACH), start) is not None


def by_headed_titles(text: str, marks: Sequence[Mark], begin: int) -> list[Head]:
    """One item at each short line of its own above a heading or a label that returns ("Beslutning:", "Status:"); none where few stand so.

    What returns itself is no title, and most titles must have such a label right below them, or a decision further down.
    """
    heading = {mark.start for mark in marks if mark.kind in (Kind.HEADING, Kind.CASE, Kind.META, Kind.ATTENDANCE) and not mark.soft}
    lines = list(lines_of(text[: begin + _SEEN], begin))
    often = Counter(text[start:stop].lower() for start, stop in lines if stop - start <= _LONGEST)
    found: list[tuple[int, int]] = []
    headed = 0
    for number, (start, stop) in enumerate(lines[:-1]):
        line = text[start:stop]
        if start in heading or not _title_like(text, start, stop, roomy=True) or often[line.lower()] > 1 or _LABELLED.match(line):
            continue
        below = lines[number + 1]
        labelled = below[0] in heading or (often[text[slice(*below)].lower()] > 1 and text[below[1] - 1] == ":")
        if labelled or text[stop : stop + 2] == "\n\n" or is_sentence(text[slice(*below)]):
            found.append((start, stop))
            headed += labelled
    found = _below_head(text, found)
    decided = [mark.start for mark in marks if mark.kind is Kind.HEADING and mark.section is SectionKind.DECISION]
    alternate = len({bisect_right(found, (at, at)) for at in decided} - {0})  # titles with a decision below
    sure = max(headed, alternate)
    if len(found) < _FEWEST or sure * 3 < len(found) * 2 or sure * 3 < len(decided) * 2:
        return []
    return [_numbered(number, line) for number, line in enumerate(found, 1)]


def by_short_lines(text: str, begin: int) -> list[Head]:
    """One item at each short line above whole sentences, in minutes that leave no line blank between their items.

    Only where every line is either such a title or ends like a sentence or a point of a list, so that no mere broken line is taken.
    """
    lines = list(lines_of(text[: begin + _SEEN], begin))
    found: list[tuple[int, int]] = []
    other = 0
    for number, (start, stop) in enumerate(lines):
        line = text[start:stop]
        below = text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        if _short(line) and not is_sentence(line) and below and (not _short(below) or _USUAL.match(line)):
            found.append((start, stop))
        elif below and not line.endswith(_STOPS) and not line.startswith(_BULLETS):
            other += 1
    if len(found) < _FEWEST or other * 4 > len(found) or not lines or lines[0][0] != found[0][0]:
        return []
    return [Head(number, "", (start, stop - (text[stop - 1] == ":")), start, stop, -1) for number, (start, stop) in enumerate(found, 1)]


def _short(line: str) -> bool:
    return (
        len(line) <= _LONGEST and line[0].isupper() and line[-1] not in ".,;!" and len(line.split()) <= _MOST_WORDS and ":" not in line[:-1]
    )


def _numbered(number: int, line: tuple[int, int]) -> Head:
    return Head(number, "", line, line[0], line[1], -1)


def _alone(
    text: str, begin: int, *, loose: bool = False, apart: bool = False, semicolon: bool = False, telling: bool = False
) -> Iterator[tuple[int, int]]:
    """The lines that look like titles, with an empty line above and text close below that is no list of names.

    `apart`: what stands below those without a colon may stand further away. `semicolon`: titles may end in one. `telling`: they may be
    sentences.
    """
    lines = list(lines_of(text[: begin + _SEEN], begin))
    often = Counter(text[start:stop].lower() for start, stop in lines if stop - start <= _LONGEST_ROOMY)
    running = text[:_HEAD_LINE].lstrip().partition("\n")[0].rstrip().lower()  # the first line, again at the head of each page
    for number, (start, stop) in enumerate(lines[:-1]):
        if text[start:stop].lower() == running:
            continue
        if often[text[start:stop].lower()] > (1 if text[stop - 1] == ":" else 2):
            continue  # a label that returns ("Aftale:")
        if (
            stop - start <= _LONGEST_ROOMY
            and _NAME.fullmatch(text, start, stop)
            and _NAME.fullmatch(text, *lines[number + 1])
            and lines[number + 1][0] == stop + 1
        ):
            continue  # those who took part, one a line
        close = text.count("\n", stop, lines[number + 1][0]) <= 2 or _USUAL.match(text[start:stop]) or (apart and text[stop - 1] != ":")
        ends = stop - (semicolon and text[stop - 1] == ";")
        if close and (_title_like(text, start, ends, roomy=loose, telling=telling) or (loose and _loose_title(text, start, stop))):
            yield start, stop


def _without_lists(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines without those that announce a list ("Bo køber:"), where most titles end without a colon."""
    ended = sum(text[stop - 1] == ":" for _, stop in found)
    if ended * 3 > len(found):
        return found
    return [(start, stop) for start, stop in found if text[stop - 1] != ":" or _POINT_BELOW.match(text, stop) is None]


def _below_head(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The titles without the lines of the head above them (a body, a place): those have nothing below, and all others have."""
    empty = [not text[one[1] : other[0]].strip() for one, other in itertools.pairwise(found)]
    first = next((at for at, nothing in enumerate(empty) if not nothing), 0)
    return found if any(empty[first:]) or any(is_usual(text[slice(*line)]) for line in found[:first]) else found[first:]


def _loose_title(text: str, start: int, stop: int) -> bool:
    """ "økonomi" or "Økonomi." below an empty line: a few words that say nothing."""
    line = text[start:stop]
    bare = line.rstrip(".")
    few = len(bare.split()) <= _FEW_WORDS and len(bare) <= _LONGEST and bare[-1:].isalnum() and bare[0].isalpha()
    return few and text[max(0, start - 2) : start] == "\n\n" and not is_sentence(line) and dates.find(line) is None


def _title_like(text: str, start: int, stop: int, *, roomy: bool = False, telling: bool = False) -> bool:
    """Whether a line below an empty one is short, no sentence, no date and no point of a list; one that ends in a colon may be longer.

    `roomy`: any may be, as what follows tells as well.
    """
    line = text[start:stop]
    colon = line.endswith(":")
    roomy = roomy or colon
    if not (start == 0 or text[max(0, start - 2) : start] == "\n\n") or line.startswith(_BULLETS) or "\t" in line.strip():
        return False  # also the row of a table
    if is_usual(line):
        return True  # "Godkendelse af referat fra mødet den 18. august"
    if not line or len(_BRACKETS.sub("", line)) > (_LONGEST_ROOMY if roomy else _LONGEST):
        return False
    if line[-1] in ".,;!?" and line.lower() != "evt.":
        return False
    if not line[0].isupper() or len(_BRACKETS.sub("", line).split()) > (_MOST_WORDS_ROOMY if roomy else _MOST_WORDS) or ":" in line[:-1]:
        return False
    if (
        line.lower().rstrip(" :") in layouts.FURNITURE
        or names_page(line)
        or _GREETING.match(line)
        or _SIGNED.match(line)
        or _ANSWER.match(line)
    ):
        return False
    return not ((dates.find(line) and not colon) or (is_sentence(line) and not telling) or NAMES_MINUTES.match(line))
