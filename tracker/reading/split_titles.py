"""Minutes whose items say everything on the line of their number, with nothing between title and text ("2. Dagsorden Godkendt").

Where most items look so it is a habit of the whole minutes, and then a capital is enough to tell where a title ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.domain.minutes import Outcome
from tracker.reading.cells import end_cells
from tracker.reading.flat_tables import header_above, presenters_above
from tracker.reading.heads import Head
from tracker.reading.outcome import outcome_of
from tracker.reading.run_on import title_end
from tracker.reading.sentence import is_sentence

_FEWEST = 3
_LONGEST_TITLE = 100
_SEEN = 300  # characters of a line within which its title ends
_FEW_WORDS = 6
_USUAL = re.compile(
    r"(?:Godkendelse af (?:dagsorden(?:en)?|referat(?:et)?(?: fra sidste? møde)?)|Eventuelt)(?= (?-i:[A-ZÆØÅ])[a-zæøå])", re.IGNORECASE
)
_PRESENTER = re.compile(r"(?<=[\w.)]) {1,60}(?:[A-ZÆØÅ]{2,4}|Alle)(?= [A-ZÆØÅ0-9-]|$)(?! [a-zæøå])")
_NOTHING = re.compile(r"(?:Eventuelt|Evt\.?)\s+(?=(?:intet|ingen)\b)", re.IGNORECASE)


def split_titles(text: str, heads: Sequence[Head]) -> None:
    """End the titles of such items where their text begins."""
    if presenters_above(text, heads[0].start):
        for head in heads:
            _without_presenter(text, head)
    end_cells(text, heads)
    for head in heads:
        _behind_arrow(text, head)
        _usual_decided(text, head)
    cuts = [_cut(text, head) for head in heads]
    sure = [cut is not None and _is_said(text[cut : min(head.line[1], cut + _SEEN)]) for head, cut in zip(heads, cuts, strict=True)]
    flat = any(sure) and header_above(text, heads[0].start)  # cells that run on
    if not flat and (sum(sure) < _FEWEST or sum(sure) * 2 < len(heads)):
        return
    ends = [*(head.start for head in heads[1:]), len(text)]
    for head, cut, said, end in zip(heads, cuts, sure, ends, strict=True):
        if flat and not said and text[head.line[1] : end].strip():
            continue  # the words of a title, as what was said stands below
        if cut is not None and (flat or not _ended(text, head, cut)):
            head.title, head.body = (head.line[0], cut), cut


def _without_presenter(text: str, head: Head) -> None:
    """ "Sommerfest JR", "Godkendelse af dagsorden JR Godkendt.": the initials of who presents the item end its title."""
    named = _PRESENTER.search(text, *head.line) if not head.borrowed else None
    if named is not None and not is_sentence(text[head.line[0] : named.start()]):
        head.title = (head.line[0], named.start())
        head.body = named.end()


_ARROW = re.compile(r"\s{1,9}(?:→|⇒|➔|[=-]{1,2}>)\s{1,9}(?=[A-ZÆØÅ])")


def _behind_arrow(text: str, head: Head) -> None:
    """ "Databehandleraftaler → Drøftet": what was decided stands behind an arrow."""
    begin, end = head.title if head.title[1] > head.title[0] else head.line
    arrow = _ARROW.search(text, begin, end)
    if arrow is not None and arrow.start() > begin:
        head.title, head.body = (begin, arrow.start()), arrow.end()


def _usual_decided(text: str, head: Head) -> None:
    """ "Godkendelse af dagsorden Dagsorden godkendes.", "Eventuelt Div. drøftet": cells that run on, wherever they stand."""
    usual = _USUAL.match(text, *head.title) if not head.borrowed else None
    if usual is None:
        return
    rest = text[usual.end() : head.title[1]]
    if len(rest.split()) <= _FEW_WORDS and outcome_of(rest) is not Outcome.OTHER:
        head.title, head.body = (head.title[0], usual.end()), usual.end()


def end_title(text: str, head: Head) -> None:
    """End the title of one item where what was said begins on its line for sure."""
    cut = _cut(text, head)
    if cut is not None and _is_said(text[cut : min(head.line[1], cut + _SEEN)]):
        head.title, head.body = (head.line[0], cut), cut


def _ended(text: str, head: Head, cut: int) -> bool:
    """Whether the title already ends before its line does, and holds no sentence."""
    return head.line[0] <= head.title[0] < head.title[1] < head.line[1] and not is_sentence(text[cut : head.title[1]])


def _cut(text: str, head: Head) -> int | None:
    """Where the text behind a title begins on its line; None where it is all title or text ("APV" begins none)."""
    start, end = head.line
    if head.borrowed or end <= start:
        return None
    nothing = _NOTHING.match(text, start, end)
    cut = nothing.end() if nothing is not None else title_end(text, start, min(end, start + _SEEN), "", sure=False)
    if cut is None or cut >= end or cut - start > _LONGEST_TITLE or text[cut : cut + 2].isupper():
        return None
    title = text[start:cut].strip()
    return None if is_sentence(f"{title} ja ja") else cut


def _is_said(rest: str) -> bool:
    return is_sentence(rest) or (len(rest.split()) <= 6 and outcome_of(rest) is not Outcome.OTHER)
