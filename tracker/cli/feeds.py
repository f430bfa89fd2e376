"""`tracker feeds`: the addresses people subscribe to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.context import Session
from tracker.cli.output import put, put_json, say
from tracker.errors import NotFound, UsageError
from tracker.locale import _
from tracker.settings import LOCAL

if TYPE_CHECKING:
    from tracker.domain.tracking import Feed
    from tracker.services.workspace import Workspace


@click.group(help="The addresses people subscribe to in their calendars.")
def feeds() -> None:
    """Group of the commands below."""


@feeds.command("list", help="List the calendars that have an address.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def list_(session: Session, as_json: bool) -> None:
    """Print the addresses' names and choices; the secret addresses themselves only `url` shows."""
    from tracker.services import feed_registry

    with session.workspace() as workspace:
        known = list(feed_registry.listing(workspace, revoked=True))
    if as_json:
        put_json({"feeds": [_json(feed) for feed in known]})
        return
    for feed in known:
        put("  ".join(filter(None, (feed.id, _about(feed), _("revoked") if feed.revoked else "", _choices(feed)))))
    if not known:
        say(_("No calendar has an address yet. Make one with: tracker feeds url --person NAME"))


def _about(feed: Feed) -> str:
    names = {"person": _("person"), "department": _("department"), "forum": _("forum"), "query": _("query"), "all": _("everything")}
    label = f"[{feed.label}]" if feed.label not in ("", feed.key, feed.kind) else ""
    return " ".join(filter(None, (names.get(feed.kind, feed.kind), feed.key, label)))


def _choices(feed: Feed) -> str:
    return " ".join(f"{name}={value}" for name, value in feed.options if name != "label")


def _json(feed: Feed) -> dict[str, Any]:
    return {
        "id": feed.id,
        "kind": feed.kind,
        "about": feed.key,
        "label": feed.label,
        "generation": feed.generation,
        "revoked": feed.revoked,
        "options": dict(feed.options),
    }


@feeds.command("url", help="Show the address of a calendar; it is made when there is none yet.")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--person", metavar="NAME", help="What a person is responsible for.")
@click.option("--department", metavar="NAME", help="What a department is responsible for.")
@click.option("--forum", metavar="NAME", help="What a forum has decided.")
@click.option("--query", metavar="Q", help="What a query finds, as in “tracker list --query”.")
@click.option("--all", "everything", is_flag=True, help="Everything.")
@click.option("--label", default="", metavar="TEXT", help="Tells subscribers of the same calendar apart, so that one can be cut off alone.")
@click.option("--tasks", is_flag=True, help="Tasks instead of events (Thunderbird, Nextcloud).")
@click.option("--hide-titles", is_flag=True, help="Only days and case numbers, for calendars in the cloud.")
@click.option("--no-done", is_flag=True, help="Leave out what is done.")
@click.option("--days", type=click.IntRange(0, 36_500), default=183, metavar="N", help="Days that done items stay (183).")
@click.option("--no-meeting", is_flag=True, help="Leave out the next meeting with what is due and overdue.")
@click.option("--recipients", is_flag=True, help="Also what the person is to receive.")
@click.option("--span", is_flag=True, help="Show a deadline such as “in February” on all its days.")
@click.option(
    "--alarm", multiple=True, type=click.IntRange(0, 365), metavar="N", help="Remind N days before at nine o'clock (again for more)."
)
@click.option(
    "--class", "classification", type=click.Choice(["PUBLIC", "PRIVATE", "CONFIDENTIAL"]), help="How other people's programs treat it."
)
@click.pass_obj
def url(session: Session, /, id_: str | None, **choices: Any) -> None:
    """Print the address to subscribe to on stdout."""
    from tracker.services import publish

    with session.workspace() as workspace:
        feed = _known(workspace, id_) if id_ else _made(workspace, choices)
        put(publish.address(workspace, feed, session.settings.base_url or LOCAL))
    if not session.settings.base_url:
        say(_("This address works on this machine only. Set base_url (or TRACKER_BASE_URL) to where people reach the server."))


def _known(workspace: Workspace, id_: str) -> Feed:
    from tracker.services import feed_registry

    found = next((feed for feed in feed_registry.listing(workspace) if feed.id == id_), None)
    if found is None:
        raise NotFound(what=_("calendar"), id=id_)
    return found


def _made(workspace: Workspace, choices: dict[str, Any]) -> Feed:
    from tracker.services.feed_cards import FeedKind
    from tracker.services.feed_options import FeedOptions
    from tracker.services.publish import create

    about = [(kind, choices[kind]) for kind in ("person", "department", "forum", "query") if choices[kind]]
    about += [("all", "")] if choices["everything"] else []
    if len(about) != 1:
        raise UsageError(reason=_("give an ID or one of --person, --department, --forum, --query and --all"))
    options = FeedOptions(
        tasks=choices["tasks"],
        hide_titles=choices["hide_titles"],
        done=not choices["no_done"],
        days=choices["days"],
        next_meeting=not choices["no_meeting"],
        recipients=choices["recipients"],
        span=choices["span"],
        alarm_days=tuple(sorted(set(choices["alarm"]))),
        classification=choices["classification"] or "",
    )
    kind, key = about[0]
    return create(workspace, FeedKind(kind), key, label=choices["label"], options=options)


@feeds.command(help="Give a calendar a new address; the old one stops working at once.")
@click.argument("id_", metavar="ID")
@click.pass_obj
def rotate(session: Session, id_: str) -> None:
    """Raise the generation and print the new address."""
    from tracker.services import feed_registry, publish

    with session.workspace() as workspace:
        _known(workspace, id_)
        feed = feed_registry.rotate(workspace, id_)
        put(publish.address(workspace, feed, session.settings.base_url or LOCAL))
    say(_("The old address no longer works."))


@feeds.command(help="Withdraw a calendar's address.")
@click.argument("id_", metavar="ID")
@click.pass_obj
def revoke(session: Session, id_: str) -> None:
    """Mark it revoked; the address answers 404 from now on."""
    from tracker.services import feed_registry

    with session.workspace() as workspace:
        _known(workspace, id_)
        feed_registry.revoke(workspace, id_)
    say(_("The address no longer works."))


@feeds.command(help="Fetch a calendar as a calendar program would, and tell what is right and wrong.")
@click.argument("address", metavar="URL")
def test(address: str) -> int:
    """Print one line for each thing looked at; the exit status is 1 when anything is wrong."""
    from tracker.services.feed_check import check

    wrong = 0
    for finding in check(address):
        wrong += not finding.ok
        put(("✓ " if finding.ok else "✗ ") + finding.text)
    return 1 if wrong else 0
