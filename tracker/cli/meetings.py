"""`tracker meetings`: the meetings that are known, and the plan of those to come."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from tracker.cli.context import Session
from tracker.cli.output import put, put_json, say
from tracker.errors import InputError, MissingFile, UsageError
from tracker.locale import _, n_
from tracker.locale.format import day, long_day
from tracker.services.contract import iso
from tracker.settings import day as typed_day


@click.group(help="The meetings that are known, and the plan of those to come.")
def meetings() -> None:
    """Meetings."""


@meetings.command("list", help="List the meetings, newest first.")
@click.option("--forum", metavar="F", help="Only this forum.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def list_meetings(session: Session, forum: str | None, as_json: bool) -> None:
    """Print the meetings, each with its cards."""
    from tracker.services.meetings import listing

    with session.workspace() as workspace:
        found = listing(workspace, forum)
    if as_json:
        rows = [
            {
                "id": m.id,
                "forum": m.meeting.forum,
                "date": iso(m.meeting.date),
                "held": m.held,
                "sources": list(m.sources),
                "actions": m.actions,
                "open": m.open_actions,
            }
            for m in found
        ]
        put_json({"meetings": rows})
        return
    for m in found:
        when = day(m.meeting.date) if m.meeting.date else _("no date")
        cards = _("{actions} cards, {open} open").format(actions=m.actions, open=m.open_actions) if m.held else _("planned")
        put(f"{when:<14} {m.meeting.forum or _('unknown forum')}: {cards}")


@meetings.command("next", help="Each forum's next meeting.")
@click.pass_obj
def next_(session: Session) -> None:
    """Print when each forum meets next."""
    from tracker.services.meetings import coming

    with session.workspace() as workspace:
        found = coming(workspace)
    for meeting in found:
        estimated = f" ({_('estimated')})" if meeting.estimated else ""
        put(f"{meeting.forum}: {long_day(meeting.date)}{estimated}")
    if not found:
        say(_("No meeting to come is known."))


@meetings.command("plan", help="Take in a meeting plan: an .ics file, or days with --forum.")
@click.argument("plan", metavar="FILE|DAY…", nargs=-1, required=True)
@click.option("--forum", metavar="F", help="The forum that meets; without it, an event's title names it.")
@click.pass_obj
def plan_(session: Session, plan: tuple[str, ...], forum: str | None) -> None:
    """Store planned meetings; cards that wait for one get its day."""
    from tracker.services.meetings import forums
    from tracker.services.meetings import plan as take_in

    days, events = _read_plan(plan)
    if days and not forum:
        raise UsageError(reason=_("Days need --forum."))
    with session.workspace() as workspace:
        known = () if forum else forums(workspace)
        wanted = [(forum or "", when) for when in days] + [(forum or forum_in(title, known), when) for when, title in events]
        done = take_in(workspace, wanted)
    say(n_("{count} meeting added", "{count} meetings added", done.added).format(count=done.added))
    if done.resolved:
        count = len(done.resolved)
        say(n_("{count} card got its day", "{count} cards got their day", count).format(count=count))


def _read_plan(entries: Iterable[str]) -> tuple[list[date], list[tuple[date, str]]]:
    """The days typed, and the events of the files named."""
    days: list[date] = []
    events: list[tuple[date, str]] = []
    for entry in entries:
        if entry == "-" or entry.casefold().endswith((".ics", ".ical")) or Path(entry).is_file():
            events += _from_calendar(entry)
        else:
            days.append(typed_day(entry))
    return days, events


def forum_in(title: str, known: Iterable[str]) -> str:
    """The known forum an event's title names ("Chefforum, lokale 2"), the longest if several; else the title itself."""
    folded = title.casefold()
    return max((f for f in known if f.casefold() in folded), key=len, default=title)


def _from_calendar(name: str) -> list[tuple[date, str]]:
    from tracker.ical import read_plan

    if name == "-":
        data = sys.stdin.buffer.read()
    else:
        try:
            data = Path(name).read_bytes()
        except FileNotFoundError as error:
            raise MissingFile(name=name) from error
        except OSError as error:
            raise InputError(name=name, reason=error.strerror or str(error)) from error
    return [(meeting.date, meeting.title) for meeting in read_plan(data, name)]


@meetings.command("cancel", help="Call a planned meeting off; cards that waited for it get the next one's day.")
@click.argument("day_", metavar="DAY")
@click.option("--forum", metavar="F", required=True, help="The forum that was to meet.")
@click.pass_obj
def cancel(session: Session, day_: str, forum: str) -> None:
    """Take a planned meeting out."""
    from tracker.services.meetings import unplan

    with session.workspace() as workspace:
        moved = unplan(workspace, forum, typed_day(day_))
    say(_("Called off: {forum} {day}").format(forum=forum, day=long_day(typed_day(day_))))
    if moved:
        say(n_("{count} card got its day", "{count} cards got their day", len(moved)).format(count=len(moved)))
