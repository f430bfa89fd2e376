"""`tracker report`: the list for the next meeting."""

from __future__ import annotations

import click

from tracker.cli.context import Session
from tracker.cli.export import deliver
from tracker.cli.output import put
from tracker.services.report import as_html, as_markdown, as_text, make_report


@click.command(help="The list for the next meeting: what is due, what came back, what slipped.")
@click.option("--forum", metavar="F", help="Only cards from this forum.")
@click.option("--format", "form", type=click.Choice(["text", "md", "html"]), default="text", help="Form of the list.")
@click.option("--output", "-o", metavar="FILE", help="Write to this file instead of stdout.")
@click.pass_obj
def report(session: Session, forum: str | None, form: str, output: str | None) -> None:
    """Print or write the list."""
    from tracker.domain.query import Condition, Field, Query
    from tracker.services.follow_through import proposals
    from tracker.services.list_actions import OPEN, every
    from tracker.services.meetings import next_meeting

    query = OPEN & Query((Condition(Field.FORUM, (forum,)),)) if forum else OPEN
    with session.workspace() as workspace:
        actions = list(every(workspace, query))
        following = next_meeting(workspace, forum)
        returned = [p.action for p in proposals(workspace) if p.kind == "returned"]
    made = make_report(actions, session.today, forum=forum, next_meeting=following.date if following else None, returned=returned)
    render = {"text": as_text, "md": as_markdown, "html": as_html}[form]
    if output:
        deliver(render(made).encode(), output)
    else:
        put(render(made).rstrip("\n"))
