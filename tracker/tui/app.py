"""The dashboard: modes and keys only. Screens are in `screens`, values come from the board, texts from the catalogue."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual._path import CSSPathType
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from tracker import locale
from tracker.locale import _
from tracker.tui import state
from tracker.tui.keys import key, shown_key, translated
from tracker.tui.modes import MODES, names
from tracker.tui.order import Order, sound
from tracker.tui.plain import line
from tracker.tui.starting import StartingApp
from tracker.tui.themes import DARK, NAMES, THEMES

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace
    from tracker.settings import Settings
    from tracker.tui.board import Board


class TrackerApp(StartingApp):
    """The dashboard as an application. How it comes to its first cards is `StartingApp`'s."""

    CSS_PATH: ClassVar[CSSPathType | None] = Path(__file__).parent / "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    MODES: ClassVar[dict[str, Callable[[], Screen[None]]]] = MODES  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(key(letter, f"go('{mode}')", words, id=f"go.{mode}") for mode, letter, words in names() if letter),
        key("i", "import_files", "Import minutes", id="go.import"),
        key("K", "calendar_address", "The calendar address", id="go.address"),
        key("t", "next_theme", "Another theme", id="app.theme"),
        Binding("ctrl+q", "quit", "Quit", id="app.quit", show=False, priority=True),
        Binding("ctrl+p", "command_palette", "All commands by name", id="app.palette", show=False, priority=True),
    ]

    def __init__(
        self,
        board: Board | Callable[[], Board],
        *,
        today: date,
        theme: str = "",
        remember: Path | None = None,
        address: str = "",
        user: str = "",
    ) -> None:
        """`board` may be given as what makes it: then even its modules are loaded after the first paint.

        `address` of the database and `user` let the first cards be read before the board is open; without them they wait for it.
        """
        r = state.load(remember)
        order = sound(Order(r.view or Order.view, r.filter, r.sort, r.descending, r.group))
        super().__init__(board, today=today, order=order, address=address, user=user)
        self._bindings = translated(self._bindings)
        self._remember = remember
        self.remembered = r
        for one in THEMES:
            self.register_theme(one)
        wanted = theme or r.theme
        self.theme = wanted if wanted in self.available_themes else DARK
        self.title = "tracker"

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is printed on a keyboard."""
        return shown_key(binding, super().get_key_display)

    def reorder(self, **changes: object) -> None:
        """Show other cards or in another order, and remember it."""
        self.order = dataclasses.replace(self.order, **changes)  # type: ignore[arg-type]
        self._save()

    def _save(self) -> None:
        order = self.order
        self.remembered = state.Remembered(order.view, order.sort, order.descending, order.group, order.filter, self.theme)
        state.save(self._remember, self.remembered)

    def show_person(self, name: str) -> None:
        """The overview with one person's open cards."""
        from tracker.tui.screens.overview import Overview

        self.reorder(view=Order.view, filter=self.board.person_filter(name))
        self.action_go("overview")
        if isinstance(self.screen, Overview):
            self.screen.show_filter(self.order.filter)

    def action_go(self, mode: str) -> None:
        """Another mode."""
        if mode != self.current_mode:
            self.switch_mode(mode)

    def action_overview(self) -> None:
        """Back to the list."""
        self.action_go("overview")

    def action_next_theme(self) -> None:
        """The next of the three themes."""
        here = NAMES.index(self.theme) if self.theme in NAMES else -1
        self.theme = NAMES[(here + 1) % len(NAMES)]
        self._save()

    def action_import_files(self) -> None:
        """Type the path of minutes to import."""
        from tracker.tui.screens.importing import import_flow

        screen = self._shown()
        if screen is not None and screen is self.screen:
            import_flow(screen)

    def action_calendar_address(self) -> None:
        """The address to subscribe to, shown and copied."""
        from tracker.tui.screens.subscribing import address_flow

        screen = self._shown()
        if screen is not None and screen is self.screen:
            address_flow(screen)

    def action_command_palette(self) -> None:
        """The library's palette with a Danish hint."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("Find a command by name …"), id="--command-palette"))

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit by mistake."""
        self.notify(_("Press q to quit"), markup=False)

    async def action_quit(self) -> None:
        """Remember, close, leave."""
        self._save()
        if self._board is not None:
            await self._board.close()
        self.exit()

    def _fatal_error(self) -> None:
        """A defect of the program: one line instead of the library's pages of code, unless TRACKER_DEBUG asks for them.

        Of what fails while the screens are taken down, because the person is leaving, nothing is said.
        """
        if os.environ.get("TRACKER_DEBUG"):
            super()._fatal_error()
            return
        error = self._exception
        text = _("Unexpected error: {kind}: {reason}").format(kind=type(error).__name__, reason=line(str(error)))
        if not self._exit:
            self._exit_renderables.append(Text(text))
        self._close_messages_no_wait()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every key of the screen as a command by name, and the themes."""
        seen = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.description and binding.id and binding.id not in seen and not binding.id.startswith("list."):
                seen.add(binding.id)
                shown = self.get_key_display(binding)
                yield SystemCommand(binding.description, _("Key: {key}").format(key=shown), lambda k=binding.key: self.simulate_key(k))
        for theme in THEMES:
            yield SystemCommand(_("Theme: {name}").format(name=theme.name), "", lambda t=theme.name: setattr(self, "theme", t))


def run(
    open_workspace: Callable[[], Workspace],
    settings: Settings,
    *,
    today: date,
    user: str,
    remember: Path | None = None,
) -> None:
    """Open the dashboard and stay until the person leaves.

    `open_workspace` is called in a thread of its own after the first paint. Of the `settings` language, theme, the rules and limits of
    an import, and the base address of calendars are used. `remember` is the file for the choices last made.
    """
    from tracker.settings import database_url

    if settings.lang:
        locale.use(settings.lang)

    def board() -> Board:
        from tracker.tui.board import Board

        return Board(open_workspace, settings, today=today, user=user)

    TrackerApp(board, today=today, theme=settings.theme, remember=remember, address=database_url(settings), user=user).run()
