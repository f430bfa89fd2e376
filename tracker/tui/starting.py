"""How the dashboard starts: a frame, then the first cards, then the database; what is typed meanwhile waits its turn.

The frame needs the screen library only. The first cards are read with plain SQLite, and painted with what a screen of cards needs.
Only then is the database library loaded, which takes longer than all the rest, and the workspace takes over the list as it stands.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from tracker.tui.ahead import AheadApp
from tracker.tui.background import start
from tracker.tui.order import Order
from tracker.tui.pace import settle
from tracker.tui.screens.opening import Opening

if TYPE_CHECKING:
    from tracker.tui.board import Board
    from tracker.tui.screens.base import BaseScreen

WATCH = 1.0
"""Seconds between looks for changes made by other processes."""


class StartingApp(AheadApp):
    """An application that comes to its cards step by step; `board` is its only way to the stored ones."""

    def __init__(self, board: Board | Callable[[], Board], *, today: date, order: Order, address: str, user: str) -> None:
        super().__init__()
        self.order = order
        self._make_board = board
        self._board: Board | None = None
        self._today = today
        self._address, self._user = address, user

    @property
    def board(self) -> Board:
        """The way to the stored cards. Only once the first frame has been painted."""
        assert self._board is not None
        return self._board

    @property
    def is_ready(self) -> bool:
        """Whether there are cards to be had."""
        return self._board is not None and self._board.is_open

    def get_default_screen(self) -> Screen[None]:
        """The first frame."""
        return Opening(self._today)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until there is a board one can only leave."""
        return self._board is not None or action in ("quit", "help_quit")

    @on(Opening.Painted)
    def _opening_painted(self) -> None:
        """Load and show everything else now that the first frame is on the screen."""
        start(self, self._begin, "begin")

    async def _begin(self) -> None:
        """Show the first cards, if they can be read without the database library; the library is loaded once they are painted.

        What was typed is for these cards; where there are none yet it waits for those of the open database.
        """
        self._board = await asyncio.to_thread(self._load)
        if self._exit:
            return
        await self.switch_mode("overview")
        self.screen.call_after_refresh(start, self, self._open, "open")
        if self.board.first:
            self.release()

    def _load(self) -> Board:
        from tracker.tui.first import first_cards

        first = first_cards(self._address, self.order, self._today, self._user)
        import_module("tracker.tui.screens.overview")
        board = self._make_board() if callable(self._make_board) else self._make_board
        board.begin(first)
        return board

    async def _open(self) -> None:
        """Open the database and let it take over."""
        screen = self._shown()
        if screen is not None:
            await screen.attempt(self.board.open())
            settle()
            screen = self._shown() or screen
            self.set_interval(WATCH, self._look)
            if self.board.first:
                screen.refetch()
                return
            if self.board.is_open:
                await screen.attempt(screen.reload())
            self.release()

    def _shown(self) -> BaseScreen | None:
        """The uppermost screen that is not a dialog."""
        from tracker.tui.screens import base

        return next((s for s in reversed(self.screen_stack) if isinstance(s, base.BaseScreen)), None)

    def _look(self) -> None:
        start(self, self._look_for_changes, "watch")

    async def _look_for_changes(self) -> None:
        screen = self._shown()
        if screen is not None and self.is_ready and await screen.attempt(self.board.changed()):
            screen.refetch()
