"""Action tables: rows of cells under a head that names task, responsible and deadline (GUIDE.md section 4, "Action tables")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.danish import find_times
from tracker.danish.names import is_first_name, is_initials
from tracker.danish.sentences import split_sentences
from tracker.danish.verbs import Form, pick
from tracker.domain.followup import Kind
from tracker.domain.minutes import Decision, Outcome, Span
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.deadlines import has_day, usable
from tracker.extraction.find import Find
from tracker.extraction.mention import Mention
from tracker.extraction.rules.reports import is_status_noun
from tracker.reading.outcome import outcome_of

_HEADS: dict[str, str] = {
    "aktion": "task", "opgave": "task", "handling": "task", "hvad": "task", "beskrivelse": "task", "aktivitet": "task", "emne": "task",
    "opfølgning": "task", "opgaver": "task", "to do": "task", "todo": "task", "aktioner": "task",
    "beslutning/aktion": "task", "action": "task",
    "ansvarlig": "who", "ansvarlige": "who", "hvem": "who", "tovholder": "who", "ansv.": "who", "ansv": "who", "udføres af": "who",
    "frist": "when", "deadline": "when", "hvornår": "when", "tidsfrist": "when", "dato": "when", "senest": "when", "tid": "when",
    "sag": "task", "ansvar": "who", "initialer": "who", "inden": "when", "stand": "state",
    "status": "state", "udført": "state", "nr.": "number", "nr": "number", "#": "number",
}  # fmt: skip
_CLOSED = re.compile(
    r"\s*(?:udført|afsluttet|lukket|færdig\w*|ok|done|ja|x|✓|✔|gennemført|løst|klaret|bortfalde[tr]|annulleret|indfriet|"
    r"sket|afleveret|sendt|udgår|udgået|afholdt|slettet|droppet)\b",
    re.UNICODE,
)
_CLOSED_TAIL = re.compile(
    r"(?:[–—(,-]|\A) ?(?:er )?(?:lavet|udført|afsluttet|lukket|færdig\w*|ok|gennemført|løst|klaret|afleveret|sendt|gjort|nået)\b\W*\Z"
)
_RENEWED = re.compile(r"\b(?:ny|udsat|forlænget|rykket)\w*(?: frist| til)?:? ")
_JOIN = re.compile(r"\s*(?:,|\n|/|;|&|\+)\s*")
_AND = re.compile(r"\s+og\s+")


@dataclass(slots=True)
class _Cell:
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
            task = next(cells[i] for i, role in roles.items() if role == "task")
            finds.append((found, task.start, task.end))
    for begin, stop in _lines(text, start, end) if sign else ():
        cells = _cells(text, begin, stop, sign)
        short = columns is not None and len(cells) == 2 and text.count("|", begin, stop) > 1  # its last cell is empty
        if len(cells) < 3 and not short:
            if cells and text[begin:stop].strip():
                columns = None
            continue
        head = _head(cells)
        if head is not None:
            columns = head
            covered.append((begin, stop))
        elif columns is not None:
            covered.append((begin, stop))
            found = _row(cells, columns, on)
            if found is not None:
                task = next(cells[i] for i, role in columns.items() if role == "task")
                finds.append((found, task.start, task.end))
    return finds, covered


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


_FEWEST_HEADS = 3
_STACKED_HEAD = re.compile(rf"^(?:(?:{'|'.join(map(re.escape, _HEADS))}):?[ \t]*\n){{{_FEWEST_HEADS},6}}", re.IGNORECASE | re.MULTILINE)
_NO_DAY = frozenset(("-", "–", "løbende", "snarest", "åben", "hurtigst muligt"))


def _stacked(text: str, start: int, end: int, on: date) -> Iterator[tuple[list[_Cell], dict[int, str]]]:
    """The rows of a table whose cells came out one on a line ("Opgave" / "Ansvarlig" / "Frist" / "Rykke for svar" / "Ida" / "1. maj")."""
    head = _STACKED_HEAD.search(text, start, end) if text.count("\n", start, end) >= _FEWEST_HEADS else None
    columns = _head([_Cell(0, 0, name.strip()) for name in head.group().splitlines()]) if head is not None else None
    if head is None or columns is None:
        return
    width, position = len(head.group().splitlines()), head.end()
    lines = [_Cell(a, a + len(text[a:b].rstrip()), text[a:b].strip()) for a, b in _lines(text, position, end) if text[a:b].strip()]
    when = next((i for i, role in columns.items() if role == "when"), None)
    stateless = int(columns.get(width - 1) == "state")  # the last word of all, "Åben", may have been taken for the item's own
    for at in range(0, len(lines) - width + 1 + stateless, width):
        row = lines[at : at + width]
        if all(cell.text.casefold().rstrip(":") in _HEADS for cell in row):
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


def _cells(text: str, begin: int, stop: int, sign: str) -> list[_Cell]:
    line = text[begin:stop]
    sign = "\t" if sign == "|" and sign not in line else sign
    if sign not in line:
        return []
    cells, position = [], 0
    if sign == "  ":
        return [_Cell(begin + found.start(), begin + found.end(), found.group()) for found in _APART.finditer(line)]
    for part in line.split(sign):
        lead = len(part) - len(part.lstrip())
        cells.append(_Cell(begin + position + lead, begin + position + len(part.rstrip()), part.strip()))
        position += len(part) + 1
    if cells and not cells[0].text and line.lstrip().startswith(sign):
        cells = cells[1:]
    if cells and not cells[-1].text and line.rstrip().endswith(sign):
        cells = cells[:-1]
    return cells


_APART = re.compile(r"\S+(?: \S+)*")
"""A cell of a row whose cells two blanks or more keep apart."""


def _head(cells: list[_Cell]) -> dict[int, str] | None:
    named = {i: _HEADS[c.text.casefold().rstrip(":")] for i, c in enumerate(cells) if c.text.casefold().rstrip(":") in _HEADS}
    roles = set(named.values())
    return named if "task" in roles and roles & {"who", "when"} else None


def _row(cells: list[_Cell], columns: dict[int, str], on: date) -> Find | None:
    by_role = {role: cells[i] for i, role in columns.items() if i < len(cells)}
    task = by_role.get("task")
    if task is None or not task.text or not any(ch.isalnum() for ch in task.text):
        return None
    state = by_role.get("state")
    if state is not None and _CLOSED.match(state.text.casefold()):
        return None
    find = Find(Kind.TASK, cells[0].start if columns.get(0) == "task" else task.start, max(c.end for c in cells if c.text), nominal=True)
    who = by_role.get("who")
    if who is not None and who.text and any(ch.isalpha() for ch in who.text):
        find.responsible = _people(who.text)
    when = by_role.get("when")
    if when is not None and when.text:
        if _CLOSED_TAIL.search(when.text.casefold()):
            return None  # "1. september – er lavet", "udført"
        _deadline(find, when, on)
    renewed = _RENEWED.search(state.text.casefold()) if state is not None else None
    if state is not None and renewed is not None:
        _deadline(find, _Cell(state.start + renewed.end(), state.end, state.text[renewed.end() :]), on)  # a new deadline replaces the old
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


def _people(cell: str) -> list[Mention]:
    return [Mention(p, 0, 0, PartyKind.UNKNOWN) for part in _JOIN.split(cell) for p in _each(part) if p.strip(" –-")]


def _each(part: str) -> list[str]:
    """Who is joined by "og"; a department's name may hold one ("Voksen og Handicap")."""
    names = _AND.split(part)
    unit = all(n[:1].isupper() and not is_first_name(n.split()[0]) and not is_initials(n.split()[0]) for n in names if n.strip())
    return [part] if len(names) > 1 and unit else names


def assign(text: str, finds: list[Find], decision: Decision, on: date) -> None:
    """Give what was decided in a row of a table who the row's own cell names and the day it gives, where it says neither itself."""
    who, term = decision.assigned, decision.term
    people = _people(_without_times(text[who.start : who.end], on)) if who is not None else []
    if people and not finds and (task := _last_task(text, decision, who)) is not None:
        finds.append(task)
    for find in finds if people else []:
        if not find.responsible and find.kind is not Kind.DEFERRAL:
            find.responsible, find.optional = people, False
            _label(find, "label-responsible")
    for find in finds if term is not None else []:
        by_words = any(LIMIT.match(t.text.casefold()) for t in find.times)  # the column says by when; "ferie i uge 52" does not
        if term is not None and (not has_day(find.times) or (len(finds) == 1 and not by_words)):
            told = find.times
            _deadline(find, _Cell(term.start, term.end, text[term.start : term.end]), on)
            find.times = find.times if has_day(find.times) or not told else told
            _label(find, "label-deadline")
    beside = max((cell.end for cell in (who, term) if cell is not None), default=0)
    if finds and text[finds[-1].end : beside].lstrip()[:1] == "|" and "\n" not in text[finds[-1].end : beside]:
        finds[-1].end = beside  # "Handleplan laves | Susan | Uge 18": the cells go on where the words stop


def _last_task(text: str, decision: Decision, who: Span | None) -> Find | None:
    """The last sentence of a row that names who is to do something, where its words alone do not tell that they order work."""
    stop = who.start if who is not None else decision.span.end
    cuts = split_sentences(text, decision.span.start, min(stop, decision.span.end))
    last = cuts[-1] if cuts else None
    if last is None or outcome_of(text[last.start : last.end]) not in (Outcome.OTHER, Outcome.DISCUSSED):
        return None  # "Taget til efterretning"; but "Resultatet gennemgås i teamene" is work
    words = re.findall(r"\w+", text[last.start : last.end].casefold())
    passive = any(pick(word, Form.PASSIVE) for word in words)
    done = not passive and any(pick(word, Form.PAST, Form.PAST_PASSIVE) for word in words)
    ordered = passive or any(pick(word, Form.INFINITIVE, Form.IMPERATIVE) for word in words)
    told = words[:1] == [] or words[0] in _NOTHING_TO_DO or any(pick(word, Form.PRESENT, Form.PARTICIPLE) for word in words)
    named = decision.term is not None and not told
    ordered = ordered or named  # "Notat om senfølger | MS | 1. oktober": somebody's, by a day
    end = last.start + len(text[last.start : last.end].rstrip(" |."))
    return Find(Kind.TASK, last.start, end, nominal=True) if ordered and not done else None


_NOTHING_TO_DO = frozenset("intet ingen ingenting orientering orienteringen tak ok".split())


def _label(find: Find, rule: str) -> None:
    find.rules.append(rule)
    find.clauses.append("4 Labels")
    find.mark("label")


def _without_times(cell: str, on: date) -> str:
    """What a cell says besides by when: "Ida, uge 20" names Ida."""
    for time in reversed(find_times(cell, on)):
        cell = cell[: time.start] + "\n" + cell[time.end :]
    return cell.strip(" ,;:/–-\n")


_BEFORE = re.compile(r"\((?:tidl|før|opr|var|rykket|flyttet|udsat|ændret)[^)]{0,40}\)", re.IGNORECASE)
"""Brackets that keep what the day was: "1/12 (tidl. 20/10)"."""


_BARE_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.?")
"""Figures that are a day only where a column asks for one: "30.06."."""


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _deadline(find: Find, cell: _Cell, on: date) -> None:
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
