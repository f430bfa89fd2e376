"""Use case: promises made by a group. Each member ticks their part; the card is done when all have, or when somebody closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.followup import Status
from tracker.domain.tracking import Tick
from tracker.errors import UsageError
from tracker.locale import _
from tracker.services.change_action import Done, Target, _checked, _expected

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace


def ticks(workspace: Workspace, id_: int) -> tuple[Tick, ...]:
    """The members of the groups responsible for a card, each with their part; empty when no group is."""
    from tracker.store import ticks as rows

    with workspace.database.read() as connection:
        return rows.of_action(connection, id_)


def tick(workspace: Workspace, target: Target, member: str, *, done: bool = True) -> Done:
    """Tick a member's part off (or, with `done=False`, on again). When the last one is ticked, the card is done.

    Raises UsageError when nobody of that name is a member of a responsible group.
    """
    from tracker.store import actions
    from tracker.store import ticks as rows

    with workspace.step("tick" if done else "untick") as step:
        ((id_, row),) = _checked(step, _expected(target)).items()
        name = rows.put(step, row, member, done=done)
        if name is None:
            raise UsageError(reason=_("{name} is not among those responsible for no. {id}").format(name=member, id=id_))
        if done and all(t.done for t in rows.of_action(step.connection, id_)):
            row = actions.load(step.connection, [id_])[id_]
            actions.change(step, row, {"status": Status.DONE.value, "reason": None})
        after = actions.get(step.connection, [id_])
    return Done("tick", (after[id_],), step.id)
