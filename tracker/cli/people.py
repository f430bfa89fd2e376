"""`tracker people`: who is who: names, other ways of writing them, and members of groups."""

from __future__ import annotations

import click

from tracker.cli.context import Session
from tracker.cli.output import confirmed, is_terminal, put, put_json, say
from tracker.domain.party import PartyKind
from tracker.domain.tracking import StoredParty
from tracker.errors import UsageError
from tracker.locale import _, n_

FORUM = click.option("--forum", default="", metavar="F", help="Only in this forum.")


@click.group(help="The directory: persons, roles, departments, bodies and groups, with their other names and members.")
def people() -> None:
    """People."""


def kind_name(kind: PartyKind) -> str:
    """The kind of a party in words."""
    names = {
        "person": _("person"),
        "role": _("role"),
        "department": _("department"),
        "body": _("body"),
        "group": _("group"),
        "unknown": _("unknown kind"),
    }
    return names[kind]


@people.command("list", help="List everyone known, those with most open cards first.")
@click.option("--kind", type=click.Choice([k.value for k in PartyKind]), help="Only this kind.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def list_people(session: Session, kind: str | None, as_json: bool) -> None:
    """Print the directory."""
    from tracker.services.people import listing

    with session.workspace() as workspace:
        found = listing(workspace, PartyKind(kind) if kind else None)
    if as_json:
        put_json({"people": [_json(p) for p in found]})
        return
    for party in found:
        counts = _("{open} open, {overdue} overdue, {done} done").format(open=party.open_actions, overdue=party.overdue, done=party.done)
        put(f"{party.party.name} ({kind_name(party.party.kind)}): {counts}")
        if party.party.aliases:
            put("    " + _("also: {names}").format(names=", ".join(party.party.aliases)))
        if party.party.members:
            put("    " + _("members: {names}").format(names=", ".join(party.party.members)))


def _json(stored: StoredParty) -> dict[str, object]:
    party = stored.party
    counts = {"open": stored.open_actions, "overdue": stored.overdue, "done": stored.done, "done_in_time": stored.done_in_time}
    return {"name": party.name, "kind": str(party.kind), "aliases": list(party.aliases), "members": list(party.members), **counts}


@people.command(help="Enter somebody, or say what kind of party a known name is.")
@click.argument("name", metavar="NAME")
@click.option("--kind", type=click.Choice([k.value for k in PartyKind]), default="person", help="Kind of party.")
@click.pass_obj
def add(session: Session, name: str, kind: str) -> None:
    """Enter a party."""
    from tracker.services import people as service

    with session.workspace() as workspace:
        service.add(workspace, name, PartyKind(kind))
    say(_("Entered: {name} ({kind})").format(name=name, kind=kind_name(PartyKind(kind))))


@people.command(help="OTHER is another way of writing NAME, such as initials or a first name.")
@click.argument("name", metavar="NAME")
@click.argument("other", metavar="OTHER")
@click.option("--remove", is_flag=True, help="No longer: OTHER stands for itself again.")
@click.pass_obj
def alias(session: Session, name: str, other: str, remove: bool) -> None:
    """Add or remove an alias."""
    from tracker.services import people as service

    with session.workspace() as workspace:
        if remove:
            service.unalias(workspace, other)
        else:
            service.alias(workspace, name, other)
    say((_("{other} stands for itself again.") if remove else _("{other} now means {name}.")).format(name=name, other=other))


@people.command(help="OTHER and NAME are the same: everything goes to NAME. Calendar addresses keep working.")
@click.argument("name", metavar="NAME")
@click.argument("other", metavar="OTHER")
@click.pass_obj
def merge(session: Session, name: str, other: str) -> None:
    """Merge two parties."""
    from tracker.services import people as service

    with session.workspace() as workspace:
        service.merge(workspace, name, other)
    say(_("{other} now means {name}.").format(name=name, other=other))


@people.command(help="Give somebody a new name; the old one still finds them.")
@click.argument("name", metavar="NAME")
@click.argument("new", metavar="NEW")
@click.pass_obj
def rename(session: Session, name: str, new: str) -> None:
    """Rename a party."""
    from tracker.services import people as service

    with session.workspace() as workspace:
        service.rename(workspace, name, new)
    say(_("{other} now means {name}.").format(name=new, other=name))


@people.command(help="MEMBER belongs to GROUP: promises of the group appear in the member's list.")
@click.argument("group", metavar="GROUP")
@click.argument("member", metavar="MEMBER")
@FORUM
@click.pass_obj
def join(session: Session, group: str, member: str, forum: str) -> None:
    """Add a member."""
    from tracker.services import people as service

    with session.workspace() as workspace:
        service.join(workspace, group, member, forum=forum)
    say(_("{member} belongs to {group}.").format(member=member, group=group))


@people.command(help="MEMBER no longer belongs to GROUP.")
@click.argument("group", metavar="GROUP")
@click.argument("member", metavar="MEMBER")
@FORUM
@click.pass_obj
def leave(session: Session, group: str, member: str, forum: str) -> None:
    """Remove a member."""
    from tracker.services import people as service

    with session.workspace() as workspace:
        service.leave(workspace, group, member, forum=forum)
    say(_("{member} no longer belongs to {group}.").format(member=member, group=group))


@people.command(help="Data protection: replace a person by “(slettet)” everywhere. This cannot be undone.")
@click.argument("name", metavar="NAME")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def forget(session: Session, name: str, yes: bool) -> None:
    """Forget a person."""
    from tracker.services import people as service

    with session.workspace() as workspace:
        found = service.find(workspace, name).party.name
        if not yes:
            if not is_terminal():
                raise UsageError(reason=_("Forgetting cannot be undone: add --yes."))
            if not confirmed(_("Replace {name} everywhere? This cannot be undone.").format(name=found)):
                raise click.Abort
        places = service.forget(workspace, name)
    say(n_("{name} replaced in {count} place", "{name} replaced in {count} places", places).format(name=found, count=places))
