"""How a new screen is styled: once. The library reads every stylesheet anew for each new screen, three times: 45 ms of a start."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from textual._context import active_app
from textual.screen import Screen


def prepare(screen: Screen[None], paths: Iterable[PurePath]) -> None:
    """Give a new screen its stylesheets, the theme in force, and the classes of the terminal's size.

    `_css_update_count` is the library's mark of a screen styled by the theme in force; where it is absent all is well, only slower.
    The classes are those the screen's breakpoints will ask for at its first resize: given now, nothing is styled twice.
    """
    app = active_app.get(None)
    if app is None:  # a screen made for its keys only
        return
    fresh = [path for path in paths if not app.stylesheet.has_source(str(path))]
    if fresh:
        app.stylesheet.read_all(fresh)
        app.stylesheet.parse()
    screen._css_update_count = getattr(app, "_css_update_count", -1)
    for size, breakpoints in zip(app.size, (screen.HORIZONTAL_BREAKPOINTS, screen.VERTICAL_BREAKPOINTS), strict=True):
        reached = [name for least, name in sorted(breakpoints or []) if size >= least]
        screen.add_class(*reached[-1:], update=False)
