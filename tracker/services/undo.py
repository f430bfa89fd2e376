"""Use case: undo and redo. Each person moves over their own steps, any number back and forth.

A step whose effect somebody else has changed since cannot be taken back without losing theirs: that raises Conflict, the step is
passed over from then on, and nothing else is touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.tracking import Step
from tracker.errors import Conflict
from tracker.services.change_action import Done

if TYPE_CHECKING:
    from typing import Any

    from tracker.services.workspace import Workspace
    from tracker.store.steps import OpenStep


def upcoming(workspace: Workspace) -> tuple[Step | None, Step | None]:
    """What undo and redo would move over, for the footer and the messages."""
    from tracker.store import steps

    with workspace.database.read() as connection:
        redoable = steps.to_redo(connection, workspace.user)
        return steps.to_undo(connection, workspace.user), redoable[0] if redoable else None


def undo(workspace: Workspace) -> Done | None:
    """Take back the person's newest step; None when there is none. Raises Conflict (see above)."""
    from tracker.store import steps

    with workspace.database.read() as connection:
        target = steps.to_undo(connection, workspace.user)
    if target is None:
        return None
    try:
        with workspace.step(target.label, kind="undo", target=target.id) as step:
            if steps.to_undo(step.connection, workspace.user) != target:
                raise Conflict(id=min(target.actions, default=0), who=workspace.user)
            done = _move(step, target, back=True)
            steps.set_state(step.connection, target.id, "undone")
    except Conflict:
        _pass_over(workspace, target.id)
        raise
    return done


def redo(workspace: Workspace) -> Done | None:
    """Do again what the person undid last; None when there is nothing, or something new was done since. Raises Conflict."""
    from tracker.store import steps

    with workspace.database.read() as connection:
        found = steps.to_redo(connection, workspace.user)
    if found is None:
        return None
    target, undoing = found
    try:
        with workspace.step(target.label, kind="redo", target=target.id) as step:
            done = _move(step, target, back=False)
            steps.set_state(step.connection, target.id, "")
            steps.set_state(step.connection, undoing, "undone")
    except Conflict:
        _pass_over(workspace, undoing)
        raise
    return done


def _pass_over(workspace: Workspace, id_: int) -> None:
    from tracker.store import steps

    with workspace.database.write() as connection:
        steps.set_state(connection, id_, "overtaken")


def _move(step: OpenStep, target: Step, *, back: bool) -> Done:
    """Take every change of a step back (or make it again), in the right order."""
    from tracker.store import actions, steps

    changes = steps.changes_of(step.connection, target.id)
    for change in reversed(changes) if back else changes:
        row = actions.load(step.connection, [change.action_id])[change.action_id]
        if change.what in actions.FIELDS:
            _move_field(step, row, change, back=back)
        else:
            _move_other(step, row, change, target.id, back=back)
    after = actions.get(step.connection, target.actions)
    return Done(target.label, tuple(after[id_] for id_ in target.actions), step.id)


def _move_field(step: OpenStep, row: Any, change: Any, *, back: bool) -> None:
    from tracker.store import actions, steps

    here, there = (change.new, change.old) if back else (change.old, change.new)
    follows_source = not back and not change.edited and change.what in actions.EXTRACTED
    if actions.current(row, change.what) != here and not follows_source:
        raise Conflict(id=row["id"], who=steps.last_changer(step.connection, row["id"]))
    was_sources = back and not change.edited
    by = "undo" if was_sources else "person"
    actions.change(step, row, {change.what: there}, by=by)


def _move_other(step: OpenStep, row: Any, change: Any, made_in: int, *, back: bool) -> None:
    """Notes, ticks, decided proposals and cards written by hand."""
    from tracker.store import actions, proposals, ticks

    if change.what == "note":
        actions.mark_note(step, row, made_in, removed=back)
    elif change.what == "tick":
        ticked = (change.new is not None) != back
        ticks.put(step, row, change.new or change.old, done=ticked)
    elif change.what == "created":
        values = {"status": "dropped", "reason": "undone"} if back else {"status": "open", "reason": None}
        actions.change(step, row, values)
    elif change.what.startswith("proposal "):
        proposal = proposals.get(step.connection, int(change.what.removeprefix("proposal ")))
        if proposal is not None:
            proposals.decide(step, proposal, change.old if back else change.new)
