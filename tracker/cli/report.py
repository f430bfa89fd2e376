"""`tracker report`: the list for the next meeting."""

from __future__ import annotations

import click

from tracker.cli.context import Session
from tracker.cli.export import deliver
from tracker.cli.output import put
from tracker.services.report import as_html, as_markdown, as_text, prepare


@click.command(help="The list for the next meeting: what is due, what came back, what slipped.")
@click.option("--forum", metavar="F", help="Only cards from this forum.")
@click.option("--format", "form", type=click.Choice(["text", "md", "html"]), default="text", help="Form of the list.")
@click.option("--output", "-o", metavar="FILE", help="Write to this file instead of stdout.")
@click.pass_obj
def report(session: Session, forum: str | None, form: str, output: str | None) -> None:
    """Print or write the list."""
    with session.workspace() as workspace:
        made, _following = prepare(workspace, forum)
    render = {"text": as_text, "md": as_markdown, "html": as_html}[form]
    if output:
        deliver(render(made).encode(), output)
    else:
        put(render(made).rstrip("\n"))
