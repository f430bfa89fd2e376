"""The small query language of the command line, the dashboard and the feeds.

    ansvarlig:morten frist<2017-09-01 status:åben sygefravær

Terms stand side by side and must all hold. `name:value`, `name<value`, `<=`, `>`, `>=`; several values with commas mean any of
them; "-" or "ikke" before a term turns it round; quotes hold words together ("ansvarlig:"alle chefer"", and a quoted text is
looked for as it stands). `name:ingen` means that the card has none. Words without a name are searched for everywhere, by their
beginnings, with æ/ø/å and ae/oe/aa alike. Danish and English names mean the same.
Days are written 2017-09-01, 1.9.2017, 2017-09 or 2017 (the whole period), `idag`, `igår`, `imorgen`, `uge35`, `denneuge`, `næsteuge`,
`+14d`, `-6m` (days, w/u weeks, m months from today).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from tracker.domain.followup import Kind, Light, Status
from tracker.domain.query import Condition, Field, Operator, Query, Value
from tracker.errors import UsageError
from tracker.locale import _, language

_TERM = re.compile(r'(?P<not>[-!])?(?:(?P<name>[^\s:<>="!-][^\s:<>="]*)(?P<operator><=|>=|[:<>=]))?(?P<value>(?:"[^"]*"?|[^\s"])*)')
NAMES: dict[str, Field] = {
    "ansvarlig": Field.RESPONSIBLE,
    "hvem": Field.RESPONSIBLE,
    "who": Field.RESPONSIBLE,
    "responsible": Field.RESPONSIBLE,
    "modtager": Field.RECIPIENT,
    "til": Field.RECIPIENT,
    "to": Field.RECIPIENT,
    "recipient": Field.RECIPIENT,
    "forum": Field.FORUM,
    "sag": Field.CASE,
    "sagsnummer": Field.CASE,
    "case": Field.CASE,
    "titel": Field.TITLE,
    "title": Field.TITLE,
    "kilde": Field.SOURCE,
    "fil": Field.SOURCE,
    "source": Field.SOURCE,
    "status": Field.STATUS,
    "lys": Field.LIGHT,
    "light": Field.LIGHT,
    "art": Field.KIND,
    "kind": Field.KIND,
    "årsag": Field.REASON,
    "reason": Field.REASON,
    "frist": Field.DUE,
    "due": Field.DUE,
    "møde": Field.MEETING,
    "meeting": Field.MEETING,
    "ændret": Field.CHANGED,
    "changed": Field.CHANGED,
    "punkt": Field.ITEM,
    "item": Field.ITEM,
    "nr": Field.ID,
    "id": Field.ID,
    "sikkerhed": Field.CONFIDENCE,
    "confidence": Field.CONFIDENCE,
    "historik": Field.HISTORY,
    "history": Field.HISTORY,
    "forsvundet": Field.VANISHED,
    "vanished": Field.VANISHED,
    "anslået": Field.ESTIMATED,
    "estimated": Field.ESTIMATED,
    "lukket": Field.CLOSED,
    "closed": Field.CLOSED,
    "igen": Field.RETURNED,
    "returned": Field.RETURNED,
    "noter": Field.NOTES,
    "notes": Field.NOTES,
    "tekst": Field.TEXT,
    "text": Field.TEXT,
}
"""Every name a term may begin with: of those that mean the same, a Danish one first and the English one last."""
_NONE = frozenset({"ingen", "intet", "uden", "none", "-", ""})
_YES = {"ja": True, "yes": True, "1": True, "true": True, "nej": False, "no": False, "0": False, "false": False}
_STATUSES: dict[str, tuple[Status, ...]] = {
    "åben": (Status.OPEN,),
    "aaben": (Status.OPEN,),
    "open": (Status.OPEN,),
    "gennemsyn": (Status.REVIEW,),
    "tilgennemsyn": (Status.REVIEW,),
    "review": (Status.REVIEW,),
    "udført": (Status.DONE,),
    "udfoert": (Status.DONE,),
    "færdig": (Status.DONE,),
    "done": (Status.DONE,),
    "bortfaldet": (Status.DROPPED,),
    "dropped": (Status.DROPPED,),
    "aktiv": (Status.OPEN, Status.REVIEW),
    "active": (Status.OPEN, Status.REVIEW),
    "lukket": (Status.DONE, Status.DROPPED),
    "closed": (Status.DONE, Status.DROPPED),
    "alle": tuple(Status),
    "all": tuple(Status),
}
_LIGHTS = {"grøn": Light.GREEN, "groen": Light.GREEN, "gul": Light.YELLOW, "rød": Light.RED, "roed": Light.RED} | {
    x.value: x for x in Light
}
_KINDS = {"opgave": Kind.TASK, "status": Kind.STATUS, "videre": Kind.FORWARD, "videresendes": Kind.FORWARD, "udsat": Kind.DEFERRAL} | {
    x.value: x for x in Kind
}
_DAYS = frozenset({Field.DUE, Field.MEETING, Field.CHANGED})
_NUMBERS = frozenset({Field.ID, Field.ITEM})
_YES_NO = frozenset({Field.HISTORY, Field.VANISHED, Field.ESTIMATED, Field.CLOSED, Field.RETURNED, Field.NOTES})
_MAY_LACK = frozenset(
    {Field.RESPONSIBLE, Field.RECIPIENT, Field.FORUM, Field.CASE, Field.LIGHT, Field.REASON, Field.DUE, Field.MEETING, Field.ITEM}
)


def parse(text: str, today: date) -> Query:
    """The query a person typed. Raises UsageError, with what was not understood, for an unknown name or an impossible value."""
    conditions: list[Condition] = []
    negate_next = False
    for found in _TERM.finditer(text):
        if not found.group().strip():
            continue
        name, operator, value = found["name"], found["operator"], found["value"]
        if name is None and value.casefold() in ("ikke", "not") and not found["not"]:
            negate_next = True
            continue
        negated = bool(found["not"]) != negate_next
        negate_next = False
        if name is not None and name.casefold() not in NAMES and operator == ":" and not value:
            name, value = None, name
        if name is None:
            conditions.append(_words(value, negated))
        else:
            conditions += _term(name, operator, value, negated, today)
    return Query(tuple(c for c in conditions if c.field is not Field.TEXT or any(c.values)))


def _words(value: str, negated: bool) -> Condition:
    quoted = value.startswith('"')
    return Condition(Field.TEXT, (value.replace('"', ""),), negated=negated, exact=quoted)


def _term(name: str, operator: str, value: str, negated: bool, today: date) -> list[Condition]:
    field = NAMES.get(name.casefold())
    if field is None:
        raise UsageError(reason=_("Unknown filter: {name}. Known: {names}").format(name=name, names=_offered(NAMES)))
    if field is Field.CONFIDENCE:
        value = value.replace(",", ".")
    values = [v.strip() for v in re.findall(r'"[^"]*"?|[^,"]+', value)]
    quoted = any(v.startswith('"') for v in values)
    plain = [v.strip('"').strip() for v in values if v.strip('"').strip()]
    if field in _MAY_LACK and len(plain) <= 1 and (not plain or plain[0].casefold() in _NONE):
        return [Condition(field, operator=Operator.NONE, negated=negated)]
    if not plain:
        raise UsageError(reason=_("The filter {name} needs a value.").format(name=name))
    if field in _DAYS:
        return _days(field, operator, plain, negated, today)
    sign = Operator.EQUAL if operator in (":", "=") else Operator(operator)
    if sign is not Operator.EQUAL and field not in _NUMBERS and field is not Field.CONFIDENCE:
        raise UsageError(reason=_("The filter {name} cannot be compared with {sign}.").format(name=name, sign=operator))
    parse_value = _parser(field)
    found: list[Value] = []
    for one in plain:
        got = parse_value(one)
        found += got if isinstance(got, tuple) else [got]
    exact = (quoted or operator == "=") and field in (Field.RESPONSIBLE, Field.RECIPIENT, Field.FORUM, Field.CASE, Field.TEXT)
    return [Condition(field, tuple(found), sign, negated, exact)]


def _parser(field: Field) -> Callable[[str], Value | tuple[Value, ...]]:
    """How a value of the field is read."""
    if field in _YES_NO:
        return lambda text: _looked_up(_YES, text)
    if field is Field.STATUS:
        return lambda text: _looked_up(_STATUSES, text)
    if field is Field.LIGHT:
        return lambda text: _looked_up(_LIGHTS, text)
    if field is Field.KIND:
        return lambda text: _looked_up(_KINDS, text)
    if field in _NUMBERS:
        return lambda text: _number(text, int)
    if field is Field.CONFIDENCE:
        return lambda text: _number(text, float)
    return str


def _offered(table: Mapping[str, object]) -> str:
    """One name for each thing a table knows, in the language in force."""
    names: dict[object, str] = {}
    for name, meant in table.items():
        if language() == "en" or meant not in names:
            names[meant] = name
    return ", ".join(names.values())


def _looked_up(
    table: dict[str, Value] | dict[str, tuple[Status, ...]] | dict[str, Light] | dict[str, Kind] | dict[str, bool], text: str
) -> Value | tuple[Value, ...]:
    found = table.get(text.casefold().replace(" ", "").replace("-", ""))
    if found is None:
        raise UsageError(reason=_("{value} is not one of: {values}").format(value=text, values=_offered(table)))
    return found


def _number(text: str, kind: Callable[[str], int | float]) -> Value:
    try:
        found = kind(text)
    except ValueError as error:
        raise UsageError(reason=_("{value} is not a number").format(value=text)) from error
    if not -(2**31) < found < 2**31:
        raise UsageError(reason=_("{value} is not a number").format(value=text))
    return found


def _days(field: Field, operator: str, values: list[str], negated: bool, today: date) -> list[Condition]:
    """Conditions on days; a period (a month, a year, a week) is met from its first to its last day."""
    if len(values) > 1:
        raise UsageError(reason=_("Only one day can be given: {value}").format(value=", ".join(values)))
    first, last = period(values[0], today)
    if operator in (":", "="):
        if first == last:
            return [Condition(field, (first,), Operator.EQUAL, negated)]
        if negated:
            raise UsageError(reason=_("A period cannot be turned round: {value}").format(value=values[0]))
        return [Condition(field, (first,), Operator.AT_LEAST), Condition(field, (last,), Operator.AT_MOST)]
    bound = first if operator in ("<", ">=") else last
    return [Condition(field, (bound,), Operator(operator), negated)]


_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DANISH = re.compile(r"(\d{1,2})[./](\d{1,2})[./-](\d{4})")
_SPAN = re.compile(r"([+-]?)(\d{1,4})([dwum])")
_WEEK = re.compile(r"(?:uge|week)(\d{1,2})(?:-(\d{4}))?")
_RELATIVE = {"idag": 0, "today": 0, "igår": -1, "yesterday": -1, "imorgen": 1, "tomorrow": 1}
_WEEKS = {"denneuge": 0, "thisweek": 0, "næsteuge": 7, "nextweek": 7, "sidsteuge": -7, "lastweek": -7}


def period(text: str, today: date) -> tuple[date, date]:
    """First and last day of what is written. Raises UsageError for what is no day."""
    folded = text.casefold().replace(" ", "")
    try:
        found = _period(folded, today)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise UsageError(reason=_("{value} is not a day (2017-09-01, 1.9.2017, 2017-09, uge35, idag, +14d)").format(value=text))
    return found


def _period(text: str, today: date) -> tuple[date, date] | None:
    if text in _RELATIVE:
        day = today + timedelta(days=_RELATIVE[text])
        return day, day
    if text in _WEEKS:
        monday = today - timedelta(days=today.weekday()) + timedelta(days=_WEEKS[text])
        return monday, monday + timedelta(days=6)
    if match := _ISO.fullmatch(text):
        year, month, day_ = (int(g) if g else 0 for g in match.groups())
        if day_:
            return date(year, month, day_), date(year, month, day_)
        months = (month, month) if month else (1, 12)
        return date(year, months[0], 1), date(year, months[1], calendar.monthrange(year, months[1])[1])
    if match := _DANISH.fullmatch(text):
        day = date(int(match[3]), int(match[2]), int(match[1]))
        return day, day
    if match := _WEEK.fullmatch(text):
        monday = date.fromisocalendar(int(match[2] or today.isocalendar().year), int(match[1]), 1)
        return monday, monday + timedelta(days=6)
    if match := _SPAN.fullmatch(text):
        count = int(match[2]) * (-1 if match[1] == "-" else 1)
        day = _months(today, count) if match[3] == "m" else today + timedelta(days=count * (1 if match[3] == "d" else 7))
        return day, day
    return None


def _months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
