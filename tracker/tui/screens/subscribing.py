"""The address of a person's calendar: shown, copied, and explained where it cannot be had."""

from __future__ import annotations

from tracker.errors import NotFound
from tracker.locale import _
from tracker.tui.background import start
from tracker.tui.plain import line
from tracker.tui.screens.base import BaseScreen


def address_flow(screen: BaseScreen) -> None:
    """Show the address of whoever the screen is about, else the user's; ask for a name the directory knows where it knows none."""

    async def flow() -> None:
        await screen.attempt(_flow(screen))

    start(screen, flow, "dialog")


async def _flow(screen: BaseScreen) -> None:
    from tracker.tui.dialogs.address import Address

    board = screen.board
    name = screen.person or board.user
    try:
        address = await board.calendar_address(name)
    except NotFound:
        name = await _asked(screen, name)
        if not name:
            return
        address = await board.calendar_address(name)
    title = _("Your calendar address") if name == board.user else _("Calendar address of {name}").format(name=line(name))
    await screen.app.push_screen_wait(Address(title, address, is_local=not board.settings.base_url))


async def _asked(screen: BaseScreen, unknown: str) -> str:
    from tracker.tui.dialogs.who import AskWho

    names = await screen.board.names()
    if not names:
        screen.say(_("Whose calendar? The directory is empty until minutes have been imported"))
        return ""
    question = _("Whose calendar? “{name}” is not in the directory").format(name=line(unknown))
    return await screen.app.push_screen_wait(AskWho(question, names)) or ""
