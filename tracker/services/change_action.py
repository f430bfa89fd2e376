"""Use case: what people do to cards. Each call is one step of the history: who, when, what; one undo takes it back whole.

Cards are given by id, or as the `ActionItem` that was shown: then its version is checked, and a card that somebody else has changed
meanwhile raises Conflict and nothing at all is saved.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem, Kind, Light, Status
from tracker.domain.tracking import NewAction
from tracker.errors import Conflict, NotFound, UsageError
from tracker.locale import _
from tracker.services.sentence import short_sentence

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace
    from tracker.store.mapping import Row
    from tracker.store.steps import OpenStep

Target = int | ActionItem
Targets = Target | Iterable[Target]
Values = Mapping[str, str | None]
REJECTED = "rejected"
MERGED = "merged"


class _Unset(Enum):
    UNSET = "unset"


UNSET = _Unset.UNSET
"""Leave the field as it is (None would clear it)."""


@dataclass(frozen=True, slots=True)
class Done:
    """What happened: the operation's name, the cards as they now are, and the step that `undo` would take back.

    `unchanged` are cards that were so already. `step` is 0 when nothing changed at all.
    """

    label: str
    actions: tuple[ActionItem, ...]
    step: int
    unchanged: tuple[int, ...] = ()

    @property
    def ids(self) -> tuple[int, ...]:
        """The cards that changed."""
        return tuple(a.id for a in self.actions if a.id not in self.unchanged)


def _expected(targets: Targets) -> dict[int, int | None]:
    """The cards meant, each with the version it was shown in."""
    several = [targets] if isinstance(targets, int | ActionItem) else targets
    return {t.id: t.version for t in several if isinstance(t, ActionItem)} | {t: None for t in several if isinstance(t, int)}


def _checked(step: OpenStep, expected: Mapping[int, int | None]) -> dict[int, Row]:
    """The rows of the cards; NotFound or Conflict when one is not there or not as it was shown."""
    from tracker.store import actions, steps

    rows = actions.load(step.connection, expected)
    for id_, version in expected.items():
        if id_ not in rows:
            raise NotFound(what=_("action item"), id=id_)
        if version is not None and rows[id_]["version"] != version:
            raise Conflict(id=id_, who=steps.last_changer(step.connection, id_))
    return rows


def _apply(workspace: Workspace, label: str, targets: Targets, values: Values | Callable[[Row], Values]) -> Done:
    """Change the same fields of all targets in one step."""
    from tracker.store import actions

    if not isinstance(targets, int | ActionItem):
        targets = list(targets)
    with workspace.step(label) as step:
        rows = _checked(step, _expected(targets))
        unchanged = [id_ for id_, row in rows.items() if not actions.change(step, row, values(row) if callable(values) else values)]
        after = actions.get(step.connection, rows)
    return Done(label, tuple(after[id_] for id_ in rows), step.id, tuple(unchanged))


def accept(workspace: Workspace, targets: Targets) -> Done:
    """The find is right: it is open from now on."""
    return _apply(workspace, "accept", targets, {"status": Status.OPEN.value, "reason": None})


def reject(workspace: Workspace, targets: Targets) -> Done:
    """The find is no promise: dropped with reason "rejected", and it never comes back at a re-import."""
    return _apply(workspace, "reject", targets, {"status": Status.DROPPED.value, "reason": REJECTED})


def done(workspace: Workspace, targets: Targets) -> Done:
    """It has been done. Closes a group's promise for all its members."""
    return _apply(workspace, "done", targets, {"status": Status.DONE.value, "reason": None})


def reopen(workspace: Workspace, targets: Targets) -> Done:
    """It is to be done after all; a card of history becomes an ordinary one again."""
    return _apply(workspace, "reopen", targets, {"status": Status.OPEN.value, "reason": None, "history": None, "merged": None})


def drop(workspace: Workspace, targets: Targets, reason: str = "") -> Done:
    """It is no longer to be done (bortfaldet), with a reason in the person's own words."""
    return _apply(workspace, "drop", targets, {"status": Status.DROPPED.value, "reason": _line(reason) or None})


def postpone(workspace: Workspace, targets: Targets, due: date | None) -> Done:
    """A new day; None takes the day away. The deadline as the referat has it stays in `deadline`."""
    return _apply(workspace, "postpone", targets, {"due": due.isoformat() if due else None, "due_estimated": None})


def reassign(workspace: Workspace, targets: Targets, responsible: Iterable[str]) -> Done:
    """Other people are responsible. Names are looked up in the directory; new ones are added to it."""
    return _apply(workspace, "reassign", targets, {"responsible": _names(responsible)})


def light(workspace: Workspace, targets: Targets, colour: Light | None) -> Done:
    """How it goes: on plan, uncertain, cannot be met as planned; None takes the light away."""
    return _apply(workspace, "light", targets, {"light": colour.value if colour else None})


def edit(
    workspace: Workspace,
    targets: Targets,
    *,
    text: str | _Unset = UNSET,
    kind: Kind | _Unset = UNSET,
    responsible: Iterable[str] | _Unset = UNSET,
    recipients: Iterable[str] | _Unset = UNSET,
    due: date | _Unset | None = UNSET,
    accepted: bool = False,
) -> Done:
    """Correct what was extracted: any of the fields, in one step. `accepted` takes the card out of review with the same step.

    Raises UsageError for an empty text.
    """
    values: dict[str, str | None] = {}
    if not isinstance(text, _Unset):
        values["text"] = _required(text)
    if not isinstance(kind, _Unset):
        values["kind"] = kind.value
    if not isinstance(responsible, _Unset):
        values["responsible"] = _names(responsible)
    if not isinstance(recipients, _Unset):
        values["recipients"] = _names(recipients)
    if not isinstance(due, _Unset):
        values |= {"due": due.isoformat() if due else None, "due_estimated": None}
    if accepted:
        values |= {"status": Status.OPEN.value, "reason": None}
    return _apply(workspace, "edit", targets, values)


def into_history(workspace: Workspace, targets: Targets) -> Done:
    """Put old cards away: they stay as they are but bother nobody any more."""
    return _apply(workspace, "into_history", targets, {"history": "1"})


def note(workspace: Workspace, targets: Targets, text: str) -> Done:
    """Write a remark. Raises UsageError when it is empty."""
    from tracker.store import actions

    remark = "\n".join(_line(part) for part in text.strip().splitlines())
    if not remark:
        raise UsageError(reason=_("A note needs a text."))
    with workspace.step("note") as step:
        rows = _checked(step, _expected(targets))
        for row in rows.values():
            actions.add_note(step, row, remark)
        after = actions.get(step.connection, rows)
    return Done("note", tuple(after[id_] for id_ in rows), step.id)


def merge(workspace: Workspace, keep: Target, others: Targets) -> Done:
    """The same promise twice: `others` are dropped as merged into `keep`, which takes over a day and names it lacks.

    The first of the answer's cards is the one kept. Raises UsageError when a card would be merged into itself.
    """
    from tracker.store import actions

    kept, gone = _expected(keep), _expected(others)
    if kept.keys() & gone.keys():
        raise UsageError(reason=_("A card cannot be merged into itself."))
    with workspace.step("merge") as step:
        rows = _checked(step, kept | gone)
        (id_,) = kept
        missing: dict[str, str | None] = {}
        for other in gone:
            for name in ("due", "responsible", "recipients"):
                if actions.current(rows[id_], name) is None and name not in missing and actions.current(rows[other], name):
                    missing[name] = actions.current(rows[other], name)
            values = {"status": Status.DROPPED.value, "reason": MERGED, "merged": str(id_)}
            actions.change(step, rows[other], values)
        if missing:
            actions.change(step, rows[id_], missing)
        after = actions.get(step.connection, rows)
    return Done("merge", (after[id_], *(after[o] for o in gone)), step.id)


def add(workspace: Workspace, new: NewAction) -> Done:
    """Write down a promise that stands in no referat, or one marked in a referat that was missed. Open from the start.

    `text` may be empty where `quote` is given. Raises UsageError when both are.
    """
    from tracker.store import actions, cards
    from tracker.store.meetings import due_in_force

    quote = _line(new.quote)
    text = _line(new.text) or short_sentence(quote)
    if not text:
        raise UsageError(reason=_("A card needs a text."))
    with workspace.step("add") as step:
        day = new.meeting_date or workspace.today
        due, estimated, waiting = due_in_force(step.connection, new.deadline, new.forum, day)
        action = ActionItem(
            id=0,
            uid=uuid.uuid4().hex,
            status=Status.OPEN,
            kind=new.kind,
            text=text,
            quote=quote,
            responsible=tuple(map(_line, new.responsible)),
            recipients=tuple(map(_line, new.recipients)),
            deadline=new.deadline,
            due=new.due or due,
            due_estimated=estimated and not new.due,
            forum=new.forum,
            meeting_date=new.meeting_date,
            item=new.item,
            confidence=1.0,
        )
        card = cards.NewCard(action, decision_date=day, span=new.span, document=new.document, due_key=waiting)
        (id_,) = cards.insert_cards(step, [card])
        actions.record(step, id_, "created", None, text)
        after = actions.get(step.connection, [id_])
    return Done("add", (after[id_],), step.id)


def _line(text: str) -> str:
    """One line of printable text, as people mean it."""
    return " ".join("".join(ch if ch.isprintable() else " " for ch in text).split())


def _required(text: str) -> str:
    line = _line(text)
    if not line:
        raise UsageError(reason=_("A card needs a text."))
    return line


def _names(names: Iterable[str]) -> str | None:
    """Names as the history writes them."""
    return "; ".join(dict.fromkeys(filter(None, (_line(n).replace(";", ",") for n in names)))) or None
