"""The modes of the dashboard: what each is called, the key to it, and the screen, imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from textual.screen import Screen

_MODES: tuple[tuple[str, str, str, str], ...] = (
    ("overview", "", "Overview", "overview:Overview"),
    ("review", "v", "Review", "review:Review"),
    ("agenda", "N", "Prepare the next meeting", "agenda:Agenda"),
    ("calendar", "C", "Calendar", "calendar:CalendarScreen"),
    ("timeline", "T", "Timeline by person", "timeline:Timeline"),
    ("meetings", "M", "Meetings", "meetings:Meetings"),
    ("people", "P", "People", "people:People"),
    ("statistics", "I", "Statistics", "statistics:Statistics"),
)


def names() -> list[tuple[str, str, str]]:
    """Mode, key and English words of each."""
    return [(mode, letter, words) for mode, letter, words, _place in _MODES]


def _maker(place: str) -> Callable[[], Screen[None]]:
    module, _colon, attribute = place.partition(":")

    def make() -> Screen[None]:
        screen: Screen[None] = getattr(import_module(f"tracker.tui.screens.{module}"), attribute)()
        return screen

    return make


MODES = {mode: _maker(place) for mode, _key, _words, place in _MODES}
