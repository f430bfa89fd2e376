"""The address of a calendar, copied as soon as it is shown."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tracker.locale import _
from tracker.tui.dialogs.frame import Dialog
from tracker.tui.keys import key
from tracker.tui.plain import line


def for_click(address: str) -> str:
    """The address under the scheme that opens a calendar program."""
    _scheme, _colon, rest = address.partition("://")
    return f"webcal://{rest}"


class Address(Dialog[None]):
    """Shows and copies; the clipboard is the terminal's own (OSC 52), so that it works over a remote connection too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("c", "copy", "Copy the address", id="app.copy"),
        key("w", "copy_click", "Copy the address for a click", id="app.copy_click"),
        key("enter,q", "cancel", "Never mind", id="app.cancel"),
    ]

    def __init__(self, title: str, address: str, *, is_local: bool) -> None:
        super().__init__(title, _("c copies again · w copies the second · Esc closes"))
        self._address = line(address)
        self._is_local = is_local

    def body(self) -> list[Widget]:
        """The two forms of the address, whole, so that they can be marked with the mouse too."""
        words = [
            _("Copied to the clipboard. Paste it in your calendar program under “add calendar from the internet”."),
            _("For programs that open it by a click:"),
            _("It works on this machine only, while tracker serve runs. Set base_url in the settings to where people reach the server.")
            if self._is_local
            else _("Whoever has the address can read the calendar: pass it on to nobody."),
        ]
        texts = [self._address, "", words[0], "", words[1], for_click(self._address), "", words[2]]
        return [Static(Content("\n".join(texts)), id="address", markup=False)]

    def on_mount(self) -> None:
        """Copy at once."""
        self.app.copy_to_clipboard(self._address)

    def action_copy(self) -> None:
        """Once more, for instance after something else was copied."""
        self._copy(self._address)

    def action_copy_click(self) -> None:
        """The other form."""
        self._copy(for_click(self._address))

    def _copy(self, address: str) -> None:
        self.app.copy_to_clipboard(address)
        self.notify(_("Copied: {address}").format(address=address), markup=False)
