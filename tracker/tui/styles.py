"""Stylesheets of screens, read once. The library reads every stylesheet anew for each new screen, three times: 45 ms of a start."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from textual._context import active_app
from textual.screen import Screen


def prepare(screen: Screen[None], paths: Iterable[PurePath]) -> None:
    """Add a new screen's stylesheets to those the application has read, and mark the screen as styled by the theme in force.

    Without the mark (a private one of the library's; where it is absent all is well, only slower) everything would be read again.
    """
    app = active_app.get(None)
    if app is None:  # a screen made for its keys only
        return
    fresh = [path for path in paths if not app.stylesheet.has_source(str(path))]
    if fresh:
        app.stylesheet.read_all(fresh)
        app.stylesheet.parse()
    screen._css_update_count = getattr(app, "_css_update_count", -1)
