"""Sentences of Danish prose: where they begin and end, and how bullets are nested. Knows nothing of minutes.

A stop ends one unless it belongs to an abbreviation ("bl.a."), an ordinal ("den 3. maj"), a number ("1.000") or an initial ("A. Holm").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.danish.bounded import LONGEST, bounded
from tracker.danish.fields import FIELD, fields
from tracker.danish.verbs import Form, pick
from tracker.danish.wrapped import is_parted, is_unfinished, is_wrapped

ABBREVIATIONS = frozenset(
    "bl.a bl.a. f.eks f.ex fx ca kl d nr jf jvf pkt mv m.v m.m m.fl o.l o.lign evt inkl ekskl pr tlf stk vedr ift mht mhp hhv osv dvs"
    " kr maks max min afd adm dir s st sml tidl forv v h p.t pt p.g.a pga resp ang bem chr fr hr fru ing cand dr prof sct skt vej alm"
    " ekstraord ordf best.medl medl repr t.o.m til.o.m e.l int ekst primo j.nr sagsnr lb jan feb mar apr jun jul aug sep sept okt nov dec"
    " man tirs tir ons tors tor fre lør søn"
    " pct best bestyr sdr ndr mdr mrk m v f t o.s.v d.å d.d u.å a.h.t m.h.t m.h.p i.h.t iht i.f.t cf omk gns nuv ad gl rev"
    " ansv pba p.b.a matr kvt".split()
)
"""Words that may stand before a full stop without ending the sentence."""

_MAY_END = frozenset(
    "kl pct kr m.m m.v mv osv o.l o.lign stk mdr o.s.v e.l m.fl a.h.t dir st p.t pt jul vej min"
    " jan feb mar apr jun aug sep sept okt nov dec".split()
)
"""Abbreviations that as often as not are the last word of a sentence."""
_NAMES_TOO = frozenset(("Jan", "Max", "Tor", "Vej"))  # of people, and of a department ("Park og Vej")

_BULLET = re.compile(
    r"[ \t]*(?:[-–—•·*▪◦‣o§→+>»⇒➢➔➤►▸▶✓✔☐□■●○★]|[-=]{1,2}>|>>|\[[ _]?\]|\(?\d{1,2}[.)]|\(?[a-zæøå][.)]|[ivx]{1,4}[.)]|\[\d{1,2}\]|\d{1,2}/"
    r"|\d{1,2}\.?[a-h][.)]?(?=[ \t]+[A-ZÆØÅ])|\d{1,2}\.\d{1,2}\.?(?=[ \t]{2})|\d{1,2}(?:\.\d{1,2}){2}\.?(?=[ \t]+[A-ZÆØÅ]))"
    r"[ \t]+(?:[•·▪◦‣☐□][ \t]+)?",
    re.UNICODE,
)
_NESTED = re.compile(r"[ \t]*(?P<major>\d{1,2})\.(?P<minor>\d{1,2})\.?[ \t]+(?=[A-ZÆØÅ\"»”])")  # "2.1 Bo ringer", or a date
_NUMBERED = re.compile(r"[ \t]*\(?\d{1,2}[.)]")
_STOP = re.compile(  # also where the blank is missing: "i april.Bo ringer"
    r"[.!?…](?:[\"”»')\]]*(?=\s)|(?<=[a-zæøå]{2}[.])(?=[A-ZÆØÅ][a-zæøå]* |[A-ZÆØÅ]{2,4} [a-zæøå]))"
)
_SET_OFF = re.compile(r"\S[ \t]{4,}[A-ZÆØÅ][^\s][^\t.!?:]{0,40}\Z")
"""Names in the margin behind a line: "Leret bestilles i uge 46.        Aysha"."""
_MARGIN = 4
"""Blanks; so many at least set off what stands in the margin."""
_ADDRESS = re.compile(r"[@/\\]|\w\.\w")
_SUFFIX = re.compile(r"(?:dk|com|org|eu|pdf|docx?|xlsx?|pptx?|txt|csv|html?|md|zip|jpg|png)\b", re.IGNORECASE)
_ARROW = re.compile(r"(?<![ \t])[ \t]+(?:[→⇒➔]|[-=]{1,2}>)[ \t]+")
_PARTING = re.compile(r"[→>⇒➔;–—-](?<![^ ]-)")  # in any of the two that follow; a search for it costs less
_PAGE = 135  # characters of a page's width; a longer line was never wrapped, and tells nothing of where others were
_ASKING = re.compile(r"(?:;|[ \t][–—-])[ \t]+(?!klar\b|åben\b|ret\b)(?P<verb>[a-zæøå]{3,12}) (?:jer|dig|dem|det|den|gerne|venligst|til)\b")
"""What asks something of the reader behind a semicolon or dash: "Der mangler hænder; meld jer til Ea"."""
_CELL = re.compile(r"(?<=[.!?:])[ \t]+\|[ \t]+")
_WORD_BEFORE = re.compile(r"[^\s(\"”»]+\Z")
_STARTER = re.compile(
    r"(?:[A-ZÆØÅ]\w{4,}(?:(?<!s)en|et|erne)|Der|Det|Den|De|Alle|Hver|Vi|Så|Herefter|Derefter) "
    r"|(?:Frist|Deadline|Ansvarlige?|Tovholdere?|Status|Aktion):"
)
_LETTERED = re.compile(r"(?:^|\s)(?!(?:til|fra|med|hos|ved|for|som|samt|eller|kontakter|inviterer) )[a-zæøå]{3,}\.? [A-ZÆØÅ]\Z")
"""A lower-case noun with its letter ("model B", "afd. B"), not a preposition before an initial ("til B. Holm")."""
_COUNT_BEFORE = re.compile(r"\d ?\Z")
_NAME_BEFORE = re.compile(r"[A-ZÆØÅ][a-zæøå]+ \Z")
_MONTH_WORDS = tuple("januar februar marts april maj juni juli august september oktober november december".split())
_MONTH = re.compile("(?:" + "|".join(_MONTH_WORDS) + r")\b", re.IGNORECASE)  # "94. Maja finder …" is no date
_DAY_AHEAD = re.compile(r"[ \t]*d\. ?\d{1,2}[. /]")


@dataclass(slots=True)
class Sentence:
    """One sentence: `start`/`end` are offsets into the text it was split from, without bullet and surrounding space. Made once and never
    changed.

    `level` is 0 for prose and counts nesting from 1 for bullets; `parent` is the index of the sentence a nested bullet hangs under,
    `lead` that of the last sentence before a list, where it ends in a colon. `paragraph` numbers the paragraph or bullet.
    """

    start: int
    end: int
    level: int = 0
    parent: int | None = None
    lead: int | None = None
    paragraph: int = 0


@dataclass(slots=True)
class _Block:
    start: int
    end: int
    indent: int
    bullet: bool
    gap: bool


def _blocks(text: str, start: int, end: int) -> list[_Block]:
    """Paragraphs and bullets: runs of lines that belong together."""
    blocks: list[_Block] = []
    position, gap, counted = start, True, (0, 0)
    widest = max((length for line in text[start:end].split("\n") if (length := len(line)) <= _PAGE), default=0)
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        line = text[position:stop]
        if not line.strip():
            gap = True
        else:
            nested = _next_number(line, counted)
            counted = nested[1] if nested else counted
            _add_line(blocks, text, position, stop, gap, nested[0] if nested else None, widest)
            gap = False
        position = stop + 1
    return blocks


def _next_number(line: str, last: tuple[int, int]) -> tuple[re.Match[str], tuple[int, int]] | None:
    """The number of a point of a point: "2.1", or the one that comes after the `last`. Any other "14.2" may be a date."""
    found = _NESTED.match(line)
    if found is None:
        return None
    number = int(found["major"]), int(found["minor"])
    return (found, number) if number[1] == 1 or number == (last[0], last[1] + 1) else None


def _blanks_before(text: str, at: int) -> int:
    """How many blanks stand right before `at`."""
    begin = at
    while begin > 0 and text[begin - 1] in " \t":
        begin -= 1
    return at - begin


def _add_line(blocks: list[_Block], text: str, start: int, stop: int, gap: bool, nested: re.Match[str] | None, widest: int) -> None:
    line = text[start:stop]
    indent = len(line) - len(line.lstrip())
    if not blocks and start > 0 and text[start - 1] in " \t":
        indent += _blanks_before(text, start)  # the text begins inside its line, behind the indent
    mark = nested or _BULLET.match(line)
    last = _last_line(text, blocks[-1]) if blocks else ""
    if mark and _NUMBERED.match(line):  # "1. juni ..." at the head of a wrapped line, "15." below "senest den": no numbered point
        dated = line[mark.end() :].startswith(_MONTH_WORDS) or (not gap and is_unfinished(last, "1"))
        mark = None if dated else mark
    mark = None if mark and _DAY_AHEAD.match(line) else mark  # "d. 25. oktober"
    if blocks and not mark and not gap and is_wrapped(last, line, widest - _length(text, blocks[-1])) and not _SET_OFF.search(last):
        blocks[-1].end = start + len(line.rstrip())
        return
    if blocks and not mark and gap and not blocks[-1].bullet and is_parted(_last_line(text, blocks[-1]), line):
        blocks[-1].end = start + len(line.rstrip())
        return
    if blocks and not mark and gap is False and blocks[-1].bullet and indent > blocks[-1].indent and line.lstrip()[:1].islower():
        blocks[-1].end = start + len(line.rstrip())
        return
    body = start + (mark.end() if mark else len(line) - len(line.lstrip()))
    blocks.append(_Block(body, start + len(line.rstrip()), indent, bool(mark), gap))


def _length(text: str, block: _Block) -> int:
    """Characters of the block's last line, its indent included."""
    return block.end - (text.rfind("\n", 0, block.end) + 1)


def _last_line(text: str, block: _Block) -> str:
    """The block's last line, without copying the whole block."""
    return text[max(block.start, text.rfind("\n", block.start, block.end) + 1) : block.end].rstrip()


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Sentence]:
    """The sentences of `text[start:end]` in order, with the nesting of bullets. Linear in the length of the text."""
    end = len(text) if end is None else end
    found: list[Sentence] = []
    stack: list[tuple[int, int]] = []  # (indent, index of the last sentence) of the open bullets
    lead: int | None = None
    for number, block in enumerate(_blocks(text, start, end)):
        level, parent = 0, None
        point = block.bullet or _is_point(text, block, found)
        if point:
            while stack and stack[-1][0] >= block.indent:
                stack.pop()
            level, parent = len(stack) + 1, stack[-1][1] if stack else None
        else:
            stack = []
        first = len(found)
        above = None
        if point:
            above = next((at for at in (parent, lead) if at is not None and _leads(text, found[at], block)), None)
        for begin, stop in _cut(text, block.start, block.end):
            found.append(Sentence(begin, stop, level, parent, above, number))
        if len(found) == first:
            continue
        if point:
            stack.append((block.indent, len(found) - 1))
        else:
            lead = len(found) - 1
    return found


def _is_point(text: str, block: _Block, found: list[Sentence]) -> bool:
    """Whether a paragraph without a bullet is a point all the same: "Udvalget besluttede," above "at planen sendes i høring,"."""
    return bool(found) and text.startswith("at ", block.start) and text[found[-1].end - 1] in ",:"


def _leads(text: str, above: Sentence, block: _Block) -> bool:
    """Whether a sentence leads into the bullets below it: "Aftalt:", or "besluttede," and a bullet "at Bo ..."."""
    last = text[above.end - 1]
    return last == ":" or (last not in ".!?;" and text.startswith("at ", block.start))


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentence ends inside one paragraph; an arrow between blanks ends one too ("Pumpen hoster. → Tine ringer")."""
    cuts: list[tuple[int, int]] = []
    if text.find(" | ", start, end) >= 0:
        for cell in _CELL.finditer(text, start, end):
            cuts += _stops(text, start, cell.start())  # "… mulige årsager. | Jette sender tal": the next cell of a row
            start = cell.end()
    if _PARTING.search(text, start, end) is None:
        return cuts + _stops(text, start, end)  # most paragraphs
    for arrow in _ARROW.finditer(text, start, end):
        if arrow.start() > start:
            cuts += _stops(text, start, arrow.start())
            start = arrow.end()
    for asked in _ASKING.finditer(text, start, end):
        if (
            asked.start() > start
            and pick(asked["verb"], Form.IMPERATIVE)
            and not pick(asked["verb"], Form.PAST, Form.PARTICIPLE, Form.PRESENT)
        ):
            cuts += _stops(text, start, asked.start())
            start = asked.start("verb")
    return cuts + _stops(text, start, end)


def _stops(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentence ends at full stops and the like."""
    cuts: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, stop.start(), stop.end(), start, end):
            cuts.append((begin, stop.end()))
            begin = stop.end()
            while begin < end and text[begin].isspace():
                begin += 1
    if begin < end:
        cuts.append((begin, end))
    if text.find(":", start, end) >= 0 and FIELD.search(text, start, end) is not None:
        cuts = [field for first, last in cuts for field in fields(text, first, last)]
    if end - start <= LONGEST:
        return cuts
    return [piece for first, last in cuts for piece in bounded(text, first, last)]


def _ends_sentence(text: str, at: int, after: int, start: int, end: int) -> bool:
    following = after
    while following < end and text[following].isspace():
        following += 1
    if following >= end:
        return True
    begins = text[following]
    if begins in "-–":  # "godkendt. - Per sender ..."
        return text[at] == "." and not text[max(start, at - 1)].isdigit()
    if not (begins.isupper() or begins.isdigit() or begins in "\"”«»'(§"):
        return False
    if text[at] != "." or (following - after >= _MARGIN and begins.isupper()):
        return True  # also "Leret bestilles i uge 46.        Aysha"
    before = _WORD_BEFORE.search(text, max(start, at - 20), at)
    written = before.group().rpartition(".-")[2] if before else ""  # "d. 25.-26. April"
    word = written.casefold()
    if following == after and (_ADDRESS.search(written) or _SUFFIX.match(text, following)):
        return False  # "anne@vig.Dk", "budget.Xlsx": no blank is missing
    if len(written) > 1 and written.isupper():
        return True  # "Tovholder: HR. Bestilles ..."
    if len(word) == 1 and text[at - 1].isupper() and begins == "(" and _NAME_BEFORE.search(text, max(start, at - 30), at - 1):
        return text[following + 1 : following + 2].isupper()  # "hos Mette W. (rum 214)"
    if len(word) == 1 and text[at - 1].isupper() and begins.isupper():
        # "scenarie A. Forvaltningen", "afd. B. CD bestiller", but "A. Holm", "Jens B. Holm"
        return bool(_STARTER.match(text, following)) or bool(_LETTERED.search(text, max(start, at - 20), at))
    if word in ABBREVIATIONS:
        unit = word == "m" and _COUNT_BEFORE.search(text, max(start, at - 8), at - 1)  # "en højde på 11 m. Forinden …"
        return (word in _MAY_END or bool(unit) or written in _NAMES_TOO) and begins.isupper()
    if word.removeprefix("d.").isdigit():
        if begins == "(":
            return text[following + 1 : following + 2].isupper()  # "i uge 6. (Sanne var ikke med)"
        return begins.isupper() and not _MONTH.match(text, following, min(following + 10, end))
    return True
