"""Action tables: rows of cells under a head that names task, responsible and deadline (GUIDE.md section 4, "Action tables")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.danish import find_times
from tracker.danish.names import is_first_name, is_initials
from tracker.domain.followup import Kind
from tracker.domain.minutes import Outcome
from tracker.domain.party import PartyKind
from tracker.extraction.column_names import HEADS, role_of
from tracker.extraction.deadlines import has_day, usable
from tracker.extraction.find import Find
from tracker.extraction.mention import Mention
from tracker.extraction.rules.reports import is_status_noun
from tracker.reading.outcome import outcome_of

_CLOSED = re.compile(
    r"\s*(?:punkt(?:et)? )?(?:er )?(?:lukkes|afsluttes)\b|"
    r"\s*(?:punkt(?:et)? )?(?:er )?(?:udført|afsluttet|lukket|færdig\w*|ok|done|ja|x|✓|✔|gennemført|løst|klaret|bortfalde[tr]|annulleret|"
    r"indfriet|"
    r"sket|afleveret|sendt|udgår|udgået|afholdt|slettet|droppet)\b",
    re.UNICODE,
)
_CLOSED_TAIL = re.compile(
    r"(?:[–—(,-]|\A) ?(?:er )?(?:lavet|udført|afsluttet|lukket|færdig\w*|ok|gennemført|løst|klaret|afleveret|sendt|gjort|nået)\b\W*\Z"
)
_RENEWED = re.compile(r"\b(?:ny|udsat|forlænget|rykket)\w*(?: frist| til)?:? ")
_ELSEWHERE = re.compile(r"(?:\w+[,.:;]? )?\(?se (?:pkt|punkt)\b[.]?(?: nr\.?)? ?\d{1,3}\)?\.?", re.IGNORECASE)
"""What says that a row repeats what another item decided: "Ny, se pkt. 4"."""
_JOIN = re.compile(r"(?<!\s)\s*(?:,|\n|/|;|\+)\s*")
_AND = re.compile(r"(?<!\s)\s+(?:og|&)\s+")


@dataclass(slots=True)
class Cell:
    """A cell of a row: where it stands and its words."""

    start: int
    end: int
    text: str


def table_finds(text: str, start: int, end: int, on: date) -> tuple[list[tuple[Find, int, int]], list[tuple[int, int]]]:
    """The open rows of action tables in `text[start:end]`, and the spans the tables cover (to be read as nothing else).

    With each row where the words of its task begin and end.
    """
    finds: list[tuple[Find, int, int]] = []
    covered: list[tuple[int, int]] = []
    columns: dict[int, str] | None = None
    sign = _sign(text, start, end)
    for cells, roles in _stacked(text, start, end, on) if not sign else ():
        covered.append((cells[0].start, cells[-1].end))
        found = _row(cells, roles, on)
        if found is not None:
            task = next(cells[i] for i, role in roles.items() if role in _TASKS)
            finds.append((found, task.start, task.end))
    for begin, stop in _lines(text, start, end) if sign else ():
        cells = _cells(text, begin, stop, sign)
        short = columns is not None and len(cells) == 2 and text.count("|", begin, stop) > 1  # its last cell is empty
        if len(cells) < 3 and not short:
            if cells and text[begin:stop].strip():
                columns = None
            continue
        head = _head(cells, exact=columns is not None)
        if head is not None:
            columns = head
            covered.append((begin, stop))
        elif columns is not None:
            told = _only_told(cells, columns)
            covered += [(begin, stop)] if told is None else [(begin, told.start), (told.end, stop)]
            found = _row(cells, columns, on) if told is None else None
            if found is not None:
                task = next(cells[i] for i, role in columns.items() if role in _TASKS)
                finds.append((found, task.start, task.end))
    return finds, covered


_TASKS = ("task", "agreed")
_WORK = ("task", "agreed", "topic")  # which of a table's columns tells what is to be done, the surest first


def _only_told(cells: list[Cell], columns: dict[int, str]) -> Cell | None:
    """The cell of what was agreed where it is no work: "Udsat til mødet i maj" beside nobody, "Godkendt"."""
    agreed = next((cells[i] for i, role in columns.items() if role == "agreed" and i < len(cells)), None)
    beside = [cells[i].text for i, role in columns.items() if role in ("who", "when") and i < len(cells)]
    if agreed is None:
        return None
    settled = agreed.text.casefold().rstrip(".") in _ANSWERS or outcome_of(agreed.text) not in (Outcome.OTHER, Outcome.DISCUSSED)
    return agreed if settled or not any(char.isalnum() for text in beside for char in text) else None


_ANSWERS = frozenset(("ja", "nej", "ok"))


_PLAIN_HEAD = re.compile(  # "Opgave; Ansvarlig; Frist", "Opgave      Ansvarlig     Frist"
    r"^[ \t]{0,8}(?:[\w./#]{1,20}(?: [\w./#]{1,20}){0,3}(?:;[ ]?|[ ]{2,80})){1,4}"
    r"(?:ansvarlige?|ansv\.?|hvem|tovholder|frist|deadline|hvornår)[ ]{0,80}(?=[;\n]|$|[ ]{2})",
    re.IGNORECASE | re.MULTILINE,
)


def _sign(text: str, start: int, end: int) -> str:
    """What keeps the cells of a row apart, "" where nothing does: bars or tabs, else what stands in a line that is plainly a head."""
    part = text[start:end]
    if "|" in part or "\t" in part:
        return "|"
    head = _PLAIN_HEAD.search(text, start, end) if "nsv" in part or "vem" in part or "ovholder" in part else None
    return "" if head is None else ";" if ";" in head.group() else "  "


_FEWESTHEADS = 3
_HEAD_LINES = rf"(?P<heads>(?:(?:{'|'.join(map(re.escape, HEADS))}):?[ \t]*\n){{{_FEWESTHEADS},6}})"
_STACKED_FIRST, _STACKED_BELOW = (re.compile(before + _HEAD_LINES, re.IGNORECASE) for before in ("", "\n"))
"""The heads first of all, or below a line: a search for the line break leaps from line to line."""
_NO_DAY = frozenset(("-", "–", "løbende", "snarest", "åben", "hurtigst muligt"))


def _stacked(text: str, start: int, end: int, on: date) -> Iterator[tuple[list[Cell], dict[int, str]]]:
    """The rows of a table whose cells came out one on a line ("Opgave" / "Ansvarlig" / "Frist" / "Rykke for svar" / "Ida" / "1. maj")."""
    head = _STACKED_FIRST.match(text, start, end) or _STACKED_BELOW.search(text, start, end)
    columns = _head([Cell(0, 0, name.strip()) for name in head["heads"].splitlines()]) if head is not None else None
    if head is None or columns is None:
        return
    width, position = len(head["heads"].splitlines()), head.end()
    lines = [Cell(a, a + len(text[a:b].rstrip()), text[a:b].strip()) for a, b in _lines(text, position, end) if text[a:b].strip()]
    when = next((i for i, role in columns.items() if role == "when"), None)
    stateless = int(columns.get(width - 1) == "state")  # the last word of all, "Åben", may have been taken for the item's own
    for at in range(0, len(lines) - width + 1 + stateless, width):
        row = lines[at : at + width]
        if all(cell.text.casefold().rstrip(":") in HEADS for cell in row):
            continue  # the head again, on a new page
        if when is not None and row[when].text.casefold() not in _NO_DAY and not find_times(row[when].text, on):
            return  # prose goes on below the table
        yield row, columns


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        yield position, stop
        position = stop + 1


def _cells(text: str, begin: int, stop: int, sign: str) -> list[Cell]:
    line = text[begin:stop]
    sign = "\t" if sign == "|" and sign not in line else sign
    if sign not in line:
        return []
    cells, position = [], 0
    if sign == "  ":
        return [Cell(begin + found.start(), begin + found.end(), found.group()) for found in _APART.finditer(line)]
    for part in line.split(sign):
        lead = len(part) - len(part.lstrip())
        cells.append(Cell(begin + position + lead, begin + position + len(part.rstrip()), part.strip()))
        position += len(part) + 1
    if cells and not cells[0].text and line.lstrip().startswith(sign):
        cells = cells[1:]
    if cells and not cells[-1].text and line.rstrip().endswith(sign):
        cells = cells[:-1]
    return cells


_APART = re.compile(r"\S+(?: \S+)*")
"""A cell of a row whose cells two blanks or more keep apart."""


def _head(cells: list[Cell], *, exact: bool = False) -> dict[int, str] | None:
    """What the columns of a table with such a head hold; `exact` below a head, where a row may begin like one ("Opgaver fordeles")."""
    named = {i: role for i, c in enumerate(cells) if (role := role_of(c.text, exact=exact)) is not None}
    work = next((role for role in _WORK if role in named.values()), None)
    if work is None or {"who", "when"}.isdisjoint(named.values()):
        return None
    column = max(i for i, role in named.items() if role == work)
    columns = {i: "topic" if role in _WORK else role for i, role in named.items()}
    columns[column] = "agreed" if work == "agreed" else "task"
    return columns


_LONGEST_STATE = 40
"""Characters; a longer cell of the state tells how it goes."""


def _row(cells: list[Cell], columns: dict[int, str], on: date) -> Find | None:
    by_role = {role: cells[i] for i, role in columns.items() if i < len(cells)}
    task = by_role.get("agreed") or by_role.get("task")
    if task is None or not task.text or not any(ch.isalnum() for ch in task.text):
        return None
    state = by_role.get("state")
    if state is not None and (_CLOSED.match(state.text.casefold()) or _ELSEWHERE.fullmatch(state.text.strip())):
        return None
    opens = columns.get(0) in ("task", "agreed" if "agreed" in by_role else "topic")  # the quote of a task begins with what it is about
    # a column of remarks behind them is not what was promised
    named = [cells[i] for i, role in columns.items() if i < len(cells) and (role != "state" or len(cells[i].text) < _LONGEST_STATE)]
    find = Find(Kind.TASK, cells[0].start if opens else task.start, max(c.end for c in named if c.text), nominal=True)
    who = by_role.get("who")
    if who is not None and who.text and any(ch.isalpha() for ch in who.text):
        find.responsible = people(who.text)
    when = by_role.get("when")
    if when is not None and when.text:
        if _CLOSED_TAIL.search(when.text.casefold()):
            return None  # "1. september – er lavet", "udført"
        give_day(find, when, on)
    renewed = _RENEWED.search(state.text.casefold()) if state is not None else None
    if state is not None and renewed is not None:
        give_day(find, Cell(state.start + renewed.end(), state.end, state.text[renewed.end() :]), on)  # a new deadline replaces the old
    opening = task.text.split()[0].casefold()
    if is_status_noun(opening) and not opening.startswith("gennemgang"):
        find.kind = Kind.STATUS
    find.rules.append("action-table")
    find.clauses.append("4 Action tables")
    return find.mark("label")


def fill_in(row: Find, told: list[Find]) -> None:
    """Add to a row what its task says in words, where it has no cell for it: whom it is for, of what kind it is, by whom and when."""
    said = next((f for f in told if f.responsible or f.recipients or has_day(f.times)), None)
    if said is None:
        return
    row.recipients = said.recipients
    row.responsible = row.responsible or said.responsible
    row.times = row.times or said.times
    if row.kind is Kind.TASK:
        row.kind = said.kind


def people(cell: str) -> list[Mention]:
    """Who a cell names: "Bo, Ea og HR", "Bo Dal (Drift og Forsyning)"."""
    cell = _BESIDE_NAME.sub("", cell)
    return [Mention(p, 0, 0, PartyKind.UNKNOWN) for part in _JOIN.split(cell) for p in _each(part) if p.strip(" –-")]


def _each(part: str) -> list[str]:
    """Who is joined by "og" or "&"; a department's name may hold one ("Voksen og Handicap")."""
    names = _AND.split(part)
    unit = all(n[:1].isupper() and not is_first_name(n.split()[0]) and not is_initials(n.split()[0]) for n in names if n.strip())
    return [part] if len(names) > 1 and unit else names


_BESIDE_NAME = re.compile(r"(?<=\w)\s{0,3}\([^()\n]{0,80}\)")


_BEFORE = re.compile(r"\((?:tidl|før|opr|var|rykket|flyttet|udsat|ændret)[^)]{0,40}\)", re.IGNORECASE)
"""Brackets that keep what the day was: "1/12 (tidl. 20/10)"."""


_BARE_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.?")
"""Figures that are a day only where a column asks for one: "30.06."."""


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found[0])


def give_day(find: Find, cell: Cell, on: date) -> None:
    """Give a find the last day its cell names."""
    import dataclasses

    said = _BEFORE.sub(_blanked, cell.text)
    lead = "d. " if _BARE_DAY.fullmatch(said.strip()) else ""
    times = [t for t in find_times(lead + said, on) if usable(t)]
    if times:
        last = times[-1]
        words = last.text.removeprefix(lead)
        deadline = dataclasses.replace(last.deadline, text=words, earliest=None if last.deadline.due else last.deadline.earliest)
        end = last.end - len(lead) + cell.start
        find.times = [dataclasses.replace(last, start=max(cell.start, end - len(words)), end=end, deadline=deadline)]
