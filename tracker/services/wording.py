"""The names the program gives things itself, in words people read: rules, signals, conventions, and what the history says.

JSON keeps the names; screens and text output show these words (the catalogue `names.po` has the Danish ones).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date

from tracker.domain.followup import Change, Signal
from tracker.locale import _, name_
from tracker.locale.format import day

_DAYS = frozenset({"due", "meeting_date", "decision_date"})
_FLAGS = frozenset({"due_estimated", "history", "vanished", "returned", "closed"})
_NAMED = frozenset({"status", "reason", "light", "kind", "proposal"})
"""Fields whose values the program names itself; a person's own reason stands as it is written."""


def rules(names: Iterable[str]) -> str:
    """Rules in a row, each named once."""
    return ", ".join(dict.fromkeys(name_("rule", name) for name in names))


def signal(one: Signal) -> str:
    """A signal in words."""
    return name_("signal", one.name)


def passed_over(reason: str) -> str:
    """Why words of a text were passed over before any rule was asked (a name of `extraction.trace.PASSED_OVER`)."""
    said = {
        "not-led": _("background; what is told in passing is decided by nobody"),
        "after-opinion": _("part of a remark or an opinion"),
        "question": _("a question"),
        "form-field": _("a field of the form, such as who was present"),
        "next-meeting-told": _("tells only when the next meeting is"),
        "label": _("a label, such as “Responsible:”"),
    }
    return said.get(reason) or name_("rule", reason)


def certainty(confidence: float) -> str:
    """How sure the program is: "97 %"."""
    return f"{round(confidence * 100)} %"


def conventions(names: Iterable[str]) -> str:
    """Conventions of the guide in a row, each with the number of its section."""
    return "; ".join(dict.fromkeys(name_("convention", name) for name in names))


def change(entry: Change) -> str:
    """One change: "status: åben → udført", "frist: 1. sep. 2017 → 8. sep. 2017", "oprettet: …"."""
    field, _blank, number = entry.what.partition(" ")  # "proposal 17"
    name = name_("field", field) + (f" {number}" if number else "")
    if field in _FLAGS:
        return name if entry.new else _("no longer: {field}").format(field=name)
    old, new = value(field, entry.old), value(field, entry.new)
    if field in ("created", "note", "tick"):  # there is nothing before it
        return f"{name}: {new}" if new else _("no longer: {field}").format(field=f"{name}: {old}")
    return f"{name}: {old or '–'} → {new or '–'}"


def value(field: str, written: str | None) -> str:
    """A value of the history as people write it."""
    if not written:
        return ""
    if field in _DAYS:
        return _as_day(written)
    if field == "deadline":
        return _as_deadline(written)
    if field in _NAMED:
        return name_("value", written) if " " not in written else written
    return written.replace("; ", ", ") if field in ("responsible", "recipients") else written


def _as_day(written: str) -> str:
    try:
        return day(date.fromisoformat(written))
    except ValueError:
        return written


def _as_deadline(written: str) -> str:
    """The words a stored deadline was read from."""
    try:
        found = json.loads(written)
    except ValueError:
        return written
    return str(found.get("text", "")) if isinstance(found, dict) else written


def steps(history: Sequence[Change]) -> list[tuple[Change, str]]:
    """The history by what one person did at one time: the first change of each, and all its changes in words."""
    together: list[list[Change]] = []
    for entry in history:
        last = together[-1] if together else []
        if last and (last[0].when, last[0].who) == (entry.when, entry.who) and entry.what not in {c.what for c in last}:
            last.append(entry)
        else:
            together.append([entry])
    return [(entries[0], ", ".join(change(c) for c in entries if not _implied(c, entries))) for entries in together]


def _implied(entry: Change, together: Sequence[Change]) -> bool:
    """Whether another change of the same step says it already: a reason that goes when a card opens, where a merged card went."""
    status = next((c for c in together if c.what == "status"), None)
    if entry.what == "reason" and entry.new is None:
        return status is not None
    return entry.what == "reason" and entry.new == "merged" and any(c.what == "merged" for c in together)
