"""Keys: every binding has an id and an English description, translated when a screen is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from textual.binding import Binding, BindingsMap
from textual.keys import key_to_character

from tracker.locale import _


def key(keys: str, action: str, description: str, *, id: str, show: bool = False, display: str | None = None) -> Binding:  # noqa: A002
    """A binding. `id` is "room.verb" and names it in the help and in a keymap; `show` puts it into the key bar."""
    return Binding(keys, action, description, id=id, show=show, key_display=display)


NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "shift": "Shift",
    "ctrl": "Ctrl",
}
"""Keys as they are printed on a keyboard."""


def character(key_: str) -> str | None:
    """What a key would type, None for one that types nothing."""
    return key_to_character(key_) or {"slash": "/", "plus": "+"}.get(key_)


def shown_key(binding: Binding, otherwise: Callable[[Binding], str]) -> str:
    """A key as people know it: "Ctrl+r", "Shift+→", the space bar in words; `otherwise` knows the rest."""
    if binding.key_display:
        return binding.key_display
    if binding.key == "space":
        return _("Space")
    parts = binding.key.split("+")
    if len(parts) > 1 or binding.key in NAMES:
        return "+".join(NAMES.get(part, part) for part in parts)
    return otherwise(binding)


def translated(bindings: BindingsMap) -> BindingsMap:
    """The same bindings with their descriptions in the language in force."""
    return BindingsMap.from_keys(
        {
            name: [replace(b, description=_(b.description)) if b.description else b for b in found]
            for name, found in bindings.key_to_bindings.items()
        }
    )


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """One line of the help: the keys that do a thing, and the thing."""

    room: str
    keys: tuple[str, ...]
    description: str


def key_help(bindings: Iterable[tuple[str, Binding]], display: dict[str, str]) -> list[KeyHelp]:
    """The lines of the help in the order the bindings were written; bindings of one id share a line."""
    found: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for name, binding in bindings:
        if not binding.description or not binding.id:
            continue
        shown = binding.key_display or display.get(name, name)
        keys = found.setdefault(binding.id, [])
        if shown not in keys:
            keys.append(shown)
        words[binding.id] = binding.description
    return [KeyHelp(id_.partition(".")[0], tuple(keys), words[id_]) for id_, keys in found.items()]


ROOMS = {"card": "The card", "list": "The list", "view": "Views", "review": "Review", "go": "Go to", "app": "The program"}
"""The rooms of binding ids, in the order of the help."""
