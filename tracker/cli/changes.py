"""What people do to cards: done, postpone, note … Each is recorded with who and when, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.context import Session
from tracker.cli.output import fail, say
from tracker.domain.deadline import Deadline
from tracker.domain.followup import Kind, Light
from tracker.errors import NotFound, UsageError
from tracker.locale import _
from tracker.locale.format import long_day
from tracker.services.change_action import Done

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace

IDS = click.argument("ids", metavar="ID…", type=int, nargs=-1, required=True)


def _report(what: str, result: Done) -> None:
    """Say what happened to which card, and how to take it back."""
    for action in result.actions:
        already = f" ({_('was so already')})" if action.id in result.unchanged else ""
        say(f"{what}: {action.id} {action.text}{already}")
    if result.ids:
        say(_("Take it back with: tracker undo"))


def _simple(name: str, help_text: str, what: str) -> click.Command:
    """A command that does one thing to some cards."""

    @click.command(name, help=help_text)
    @IDS
    @click.pass_obj
    def command(session: Session, ids: tuple[int, ...]) -> int:
        from tracker.services import change_action

        act: Callable[..., Done] = getattr(change_action, name)
        with session.workspace() as workspace:
            there, missing = _there(workspace, ids)
            if there:
                _report(_(what), act(workspace, there))
        return missing

    return command


def _there(workspace: Workspace, ids: tuple[int, ...]) -> tuple[list[int], int]:
    """The cards that exist, and the exit status: 1 when some do not, each told on a line of its own."""
    from tracker.services.list_actions import get_many

    known = get_many(workspace, ids)
    missing = [id_ for id_ in dict.fromkeys(ids) if id_ not in known]
    for id_ in missing:
        fail(NotFound(what=_("action item"), id=id_).message(_))
    return [id_ for id_ in dict.fromkeys(ids) if id_ in known], 1 if missing else 0


done = _simple("done", "Mark cards as done.", "Done")
reopen = _simple("reopen", "Open cards again.", "Reopened")
accept = _simple("accept", "Accept finds that are right: they become open action items.", "Accepted")
reject = _simple("reject", "Reject finds that are no promises: they never come back.", "Rejected")


@click.command(help="Drop cards that are no longer to be done.")
@IDS
@click.option("--reason", default="", metavar="TEXT", help="Why.")
@click.pass_obj
def drop(session: Session, ids: tuple[int, ...], reason: str) -> int:
    """Drop, with a reason."""
    from tracker.services import change_action

    with session.workspace() as workspace:
        there, missing = _there(workspace, ids)
        if there:
            _report(_("Dropped"), change_action.drop(workspace, there, reason))
    return missing


@click.command(help="Give a card a new day, in Danish or as YYYY-MM-DD: “medio maj”, “næste fredag”, “om 14 dage”.")
@click.argument("id_", metavar="ID", type=int)
@click.argument("when", metavar="WHEN", nargs=-1, required=True)
@click.pass_obj
def postpone(session: Session, id_: int, when: tuple[str, ...]) -> None:
    """Move the deadline."""
    from tracker.services import change_action

    deadline = typed_day(session, " ".join(when))
    with session.workspace() as workspace:
        result = change_action.postpone(workspace, id_, deadline.due)
    assert deadline.due is not None
    _report(_("Postponed to {day}").format(day=long_day(deadline.due)), result)


def typed_day(session: Session, words: str) -> Deadline:
    """The deadline somebody typed. Raises UsageError when the words name no day."""
    from tracker.danish import resolve

    deadline = resolve(words, session.today)
    if deadline is None or deadline.due is None:
        raise UsageError(reason=_("“{words}” names no day").format(words=words))
    return deadline


@click.command(help="Set a card's light: green (on plan), yellow (uncertain), red (cannot be met as planned), or none.")
@click.argument("id_", metavar="ID", type=int)
@click.argument("colour", metavar="green|yellow|red|none", type=click.Choice([*(c.value for c in Light), "none"]))
@click.pass_obj
def light(session: Session, id_: int, colour: str) -> None:
    """Set the traffic light."""
    from tracker.services import change_action

    with session.workspace() as workspace:
        _report(_("Light set"), change_action.light(workspace, id_, None if colour == "none" else Light(colour)))


@click.command("set", help="Correct a card's fields.")
@click.argument("id_", metavar="ID", type=int)
@click.option("--text", metavar="TEXT", help="What is promised, in one sentence.")
@click.option("--kind", type=click.Choice([k.value for k in Kind]), help="Kind of follow-up.")
@click.option("--responsible", multiple=True, metavar="NAME", help="Who is responsible; may be repeated; empty for nobody.")
@click.option("--recipient", multiple=True, metavar="NAME", help="Who receives it; may be repeated; empty for nobody.")
@click.option("--due", metavar="WHEN", help="The day, in Danish or as YYYY-MM-DD; empty for none.")
@click.pass_obj
def set_(
    session: Session,
    id_: int,
    text: str | None,
    kind: str | None,
    responsible: tuple[str, ...],
    recipient: tuple[str, ...],
    due: str | None,
) -> None:
    """Edit any of the fields."""
    from tracker.services import change_action

    fields: dict[str, Any] = {}
    if text is not None:
        fields["text"] = text
    if kind is not None:
        fields["kind"] = Kind(kind)
    if responsible:
        fields["responsible"] = [name for name in responsible if name]
    if recipient:
        fields["recipients"] = [name for name in recipient if name]
    if due is not None:
        fields["due"] = typed_day(session, due).due if due.strip() else None
    if not fields:
        raise UsageError(reason=_("Nothing to set: give at least one option."))
    with session.workspace() as workspace:
        _report(_("Changed"), change_action.edit(workspace, id_, **fields))


@click.command(help="Write a note on a card.")
@click.argument("id_", metavar="ID", type=int)
@click.argument("text", metavar="TEXT", nargs=-1, required=True)
@click.pass_obj
def note(session: Session, id_: int, text: tuple[str, ...]) -> None:
    """Add a remark."""
    from tracker.services import change_action

    with session.workspace() as workspace:
        _report(_("Noted"), change_action.note(workspace, id_, " ".join(text)))


@click.command(help="Merge cards that are the same promise; the first is kept.")
@click.argument("keep", metavar="ID", type=int)
@click.argument("others", metavar="ID…", type=int, nargs=-1, required=True)
@click.pass_obj
def merge(session: Session, keep: int, others: tuple[int, ...]) -> None:
    """Merge into the first."""
    from tracker.services import change_action

    with session.workspace() as workspace:
        _report(_("Merged"), change_action.merge(workspace, keep, others))


@click.command(help="Add an action item in one Danish sentence: “Morten sender listen til Ida inden 1. maj”.")
@click.argument("text", metavar="TEXT", nargs=-1, required=True)
@click.option("--forum", metavar="F", help="The forum it belongs to.")
@click.pass_obj
def add(session: Session, text: tuple[str, ...], forum: str | None) -> None:
    """Read the sentence and store it as an open card."""
    from tracker.services import change_action
    from tracker.services.quick_add import parsed

    with session.workspace() as workspace:
        _report(_("Added"), change_action.add(workspace, parsed(" ".join(text), session.today, forum)))


@click.command(help="Take back your last change.")
@click.pass_obj
def undo(session: Session) -> int:
    """One step back."""
    from tracker.services import undo as steps

    with session.workspace() as workspace:
        return _stepped(steps.undo(workspace), _("Taken back"), _("There is nothing to take back."))


@click.command(help="Make again what you took back.")
@click.pass_obj
def redo(session: Session) -> int:
    """One step forward."""
    from tracker.services import undo as steps

    with session.workspace() as workspace:
        return _stepped(steps.redo(workspace), _("Made again"), _("There is nothing to make again."))


def _stepped(result: Done | None, what: str, nothing: str) -> int:
    if result is None:
        say(nothing)
        return 1
    for action in result.actions:
        say(f"{what}: {action.id} {action.text}")
    return 0
