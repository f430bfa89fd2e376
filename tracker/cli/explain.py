"""`tracker explain`: why a text, or a stored card, is read as it is."""

from __future__ import annotations

import click

from tracker.cli.context import Session
from tracker.cli.output import put
from tracker.services.explain import explain_card, explain_text, lines_of_card, lines_of_text
from tracker.settings import day as parse_day


@click.command(help="Explain why a text, or card ID, is a follow-up or not.")
@click.argument("text", metavar="TEXT|ID")
@click.option("--on", "on", metavar="YYYY-MM-DD", help="The day the text was written (default: today).")
@click.pass_obj
def explain(session: Session, text: str, on: str | None) -> None:
    """Print the explanation, each line under its heading."""
    if text.isascii() and text.isdigit() and on is None:
        with session.workspace() as workspace:
            lines = list(lines_of_card(explain_card(workspace, int(text))))
    else:
        reference = parse_day(on) if on is not None else session.today
        lines = list(lines_of_text(explain_text(text, reference)))
    for line in lines:
        put("  " * line.level + (f"{line.label}: {line.words}" if line.words else line.label))
