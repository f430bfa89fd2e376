"""`tracker extract`: what would be found, without a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from tracker.cli.context import Session
from tracker.cli.output import fail, put, put_json
from tracker.domain.followup import FollowUp
from tracker.locale import _, n_
from tracker.locale.format import day
from tracker.services.contract import Json, document_json
from tracker.services.dates import read_events
from tracker.services.extract import Extracted, Failed, extract_files, read_files
from tracker.services.sources import limits


@click.command(help="Show what would be found in minutes (files, folders or -), without a database.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--text", "as_text", is_flag=True, help="Print the text as it was read.")
@click.pass_obj
def extract(session: Session, paths: tuple[str, ...], as_json: bool, as_text: bool) -> int:
    """Print what is found; the exit status is 1 when a file could not be used."""
    bounds = limits(session.settings)
    if as_text:
        return _print_texts(paths, session)
    results = extract_files(paths, bounds, read_events(session.settings.events))
    if as_json:
        return _print_json(results)
    failures = 0
    for result in results:
        if isinstance(result, Failed):
            failures += 1
            fail(result.error.message(_))
        else:
            _print_document(result)
    return 1 if failures else 0


def _print_texts(paths: tuple[str, ...], session: Session) -> int:
    failures = 0
    for source in read_files(paths, limits(session.settings)):
        if isinstance(source, Failed):
            failures += 1
            fail(source.error.message(_))
        else:
            click.echo(source.text, nl=not source.text.endswith("\n"))
    return 1 if failures else 0


def _print_json(results: Iterable[Extracted | Failed]) -> int:
    documents: list[Json] = []
    errors: list[Json] = []
    for result in results:
        if isinstance(result, Failed):
            message = result.error.message(_)
            errors.append({"source": result.source, "message": message})
            fail(message)
        else:
            documents.append(document_json(result.minutes, result.extraction))
    put_json({"documents": documents, "errors": errors})
    return 1 if errors else 0


def _print_document(result: Extracted) -> None:
    minutes, found = result.minutes, result.extraction
    meeting = minutes.meeting
    put(f"{minutes.source.name}: {meeting.forum or _('unknown forum')}, {day(meeting.date) if meeting.date else _('no date')}")
    if minutes.guessed:
        put("  " + _("No known headings: the layout was guessed."))
    if minutes.agenda_only:
        put("  " + _("This is an agenda without decisions."))
    decisions = sum(len(item.decisions) for item in minutes.items)
    counts = [
        n_("{count} item", "{count} items", len(minutes.items)).format(count=len(minutes.items)),
        n_("{count} decision", "{count} decisions", decisions).format(count=decisions),
        n_("{count} follow-up", "{count} follow-ups", len(found.follow_ups)).format(count=len(found.follow_ups)),
        n_("{count} suggestion", "{count} suggestions", len(found.suggestions)).format(count=len(found.suggestions)),
    ]
    put("  " + ", ".join(counts))
    for follow_up in found.follow_ups:
        for line in _lines(follow_up):
            put("  " + line)
    put()


def _lines(follow_up: FollowUp) -> Iterator[str]:
    deadline = follow_up.deadline
    when = _("no deadline")
    if deadline is not None:
        when = f"{day(deadline.due)} ({deadline.text})" if deadline.due else deadline.text
    yield f"[{follow_up.item}] {when}  {', '.join(follow_up.responsible) or _('nobody named')}  ({round(follow_up.confidence * 100)} %)"
    yield f"     “{follow_up.quote}”"
