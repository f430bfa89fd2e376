"""`tracker evaluate`: how well extraction agrees with annotated minutes."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.cli.context import Session
from tracker.cli.output import fail, put, put_json
from tracker.locale import _
from tracker.services.contract import Json, document_json
from tracker.services.sources import limits


@click.command(help="Score what is found against gold files (annotated minutes), or folders of them.")
@click.argument("gold", nargs=-1, required=True, metavar="GOLD…", type=click.Path(path_type=Path))
@click.option(
    "--texts", multiple=True, metavar="FOLDER", type=click.Path(path_type=Path), help="Where the source texts lie; may be repeated."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--errors", "with_errors", is_flag=True, help="List every miss, spurious find and wrong field.")
@click.pass_obj
def evaluate(session: Session, gold: tuple[Path, ...], texts: tuple[Path, ...], as_json: bool, with_errors: bool) -> int:
    """Print the figures; the exit status is 1 when a gold file or its source could not be used."""
    from tracker.extraction import extract
    from tracker.reading import parse, read
    from tracker.services.dates import read_events
    from tracker.services.evaluate import evaluate as score
    from tracker.services.evaluate import explain_error

    bounds, events = limits(session.settings), read_events(session.settings.events)

    def predict(path: Path) -> Json:
        minutes = parse(read(path, bounds))
        return document_json(minutes, extract(minutes, events=events))

    report = score(gold, predict, texts)
    if as_json:
        put_json(report.figures)
    elif report.documents:
        for name, value in report.figures.items():
            put(f"{name:20}{value:.3f}" if isinstance(value, float) else f"{name:20}{value}")
    if with_errors:
        for error in report.errors:
            put()
            put(explain_error(error))
    for failure in report.failures:
        fail(failure.error.message(_))
    return 1 if report.failures or not report.documents else 0
