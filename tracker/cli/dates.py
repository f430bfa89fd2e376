"""`tracker dates`: what the time expressions of a text mean, line by line."""

from __future__ import annotations

from collections.abc import Iterator

import click

from tracker.cli.context import Session
from tracker.cli.output import put, put_json
from tracker.domain.deadline import NEXT_MEETING, Deadline, Precision, TimeExpression
from tracker.locale import _
from tracker.locale.format import day
from tracker.services.contract import time_expression_json
from tracker.services.dates import DatedLine, dates_of_lines, lines_of, read_events
from tracker.settings import day as parse_day


@click.command(help="Resolve the time expressions of each line of a text (a file, or - for standard input).")
@click.argument("file", default="-", metavar="[FILE]")
@click.option("--on", "on", metavar="YYYY-MM-DD", help="The day the text was written (default: today).")
@click.option("--json", "as_json", is_flag=True, help="As JSON, one object per line.")
@click.pass_obj
def dates(session: Session, file: str, on: str | None, as_json: bool) -> int:
    """Print what is found, each line as soon as it is read."""
    reference = parse_day(on) if on is not None else session.today
    for line in dates_of_lines(lines_of(file), reference, read_events(session.settings.events)):
        if as_json:
            put_json({"text": line.text, "dates": [time_expression_json(time) for time in line.times]}, indent=None)
        else:
            for row in _rows(line):
                put(row)
    return 0


def _rows(line: DatedLine) -> Iterator[str]:
    """A line's times: the words, and the days they mean."""
    for time in line.times:
        yield f"{time.text[:_WIDTH]:{_WIDTH}}  {_when(time)}"


_WIDTH = 40


def _when(time: TimeExpression) -> str:
    words = _days(time.deadline)
    if time.past:
        words = _("{when} (past)").format(when=words)
    if time.deadline.further_dates:
        words += "; " + ", ".join(day(d) for d in time.deadline.further_dates)
    if time.deadline.time:
        words += " " + _("at {time}").format(time=time.deadline.time)
    if time.deadline.recurrence:
        words += f" [{time.deadline.recurrence}]"
    return words


def _days(deadline: Deadline) -> str:
    first, last = deadline.earliest, deadline.due
    if deadline.anchor == NEXT_MEETING and last is None:
        return _meeting(deadline)
    if first is not None and last is not None:
        return day(last) if first == last else f"{day(first)} – {day(last)}"
    if last is not None:
        return _("by {day}").format(day=day(last))
    if first is not None:
        return _("from {day}").format(day=day(first))
    return _("a later meeting") if deadline.precision is Precision.MEETING else _("no date")


def _meeting(deadline: Deadline) -> str:
    words = _("next meeting")
    if deadline.anchor_forum:
        words = _("next meeting of {forum}").format(forum=deadline.anchor_forum)
    if deadline.offset_days:
        words += " " + _("{days} days").format(days=f"{deadline.offset_days:+d}")
    return words
