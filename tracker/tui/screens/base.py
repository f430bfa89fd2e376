"""What all screens of the dashboard share: head, message line, key bar, help, and errors that become messages."""

from __future__ import annotations

from collections.abc import Awaitable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tracker.errors import TrackerError
from tracker.locale import _
from tracker.locale.format import long_day
from tracker.tui.background import start
from tracker.tui.keys import key, translated
from tracker.tui.plain import line
from tracker.tui.styles import prepare
from tracker.tui.widgets.happened import Happened
from tracker.tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp
    from tracker.tui.board import Board

Value = TypeVar("Value")
WIDGETS = Path(__file__).parent.parent / "widgets"
STYLES = [WIDGETS / f"{name}.tcss" for name in ("cards", "evidence", "happened", "keybar", "source", "views", "month")]
"""The stylesheets of the widgets, read when the first of these screens is shown."""


class BaseScreen(Screen[None]):
    """A screen with a head above and messages and keys below. Subclasses give `title_text`, `body` and `reload`."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (165, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012
    KEYBAR: ClassVar[tuple[str, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        key("question_mark", "help", "Help", id="app.help", show=True),
        key("escape", "app.overview", "Back", id="go.back", show=True, display="Esc"),
        key("q", "app.overview", "Back to the overview", id="go.overview"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._bindings = translated(self._bindings)
        self.css_path = [*STYLES, *self.css_path]
        self._is_shown = False
        prepare(self, self.css_path)

    @property
    def board(self) -> Board:
        """Where values come from."""
        return cast("TrackerApp", self.app).board

    def compose(self) -> ComposeResult:
        """Head, body, message line, keys."""
        yield Static(Content(self.head_text()), classes="head", id="head", markup=False)
        yield from self.body()
        yield Happened()
        yield KeyBar(self.KEYBAR)

    def body(self) -> list[Widget]:
        """What stands between head and foot."""
        raise NotImplementedError

    def title_text(self) -> str:
        """What the screen is called."""
        raise NotImplementedError

    def head_text(self) -> str:
        """The head: the title and the day."""
        return f"{self.title_text()} · {long_day(self.board.today)}"

    @property
    def person(self) -> str:
        """Whose cards are shown, where they are one person's; else nobody's."""
        return ""

    def show_head(self, more: str = "") -> None:
        """Draw the head again, with something more in it."""
        text = line(self.head_text() + (f" · {more}" if more else ""))
        if more and cell_len(text) > self.size.width - 2:  # rather without the day than without its end
            text = line(f"{self.title_text()} · {more}")
        self.query_one("#head", Static).update(Content(text))

    async def reload(self) -> None:
        """Fetch again what is shown, keeping the place. Called when anything changed, here or in another process."""
        raise NotImplementedError

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Shown, or shown again after another screen that may have changed something.

        The library says it twice when a mode is first shown; the second would style and lay out everything again.
        """
        if self._is_shown:
            event.prevent_default()
            return
        self._is_shown = True
        self.refetch()

    def on_screen_suspend(self) -> None:
        """Another screen stands before this one."""
        self._is_shown = False

    def refetch(self) -> None:
        """Reload in a worker, once the board is open."""
        if self.board.is_open:
            start(self, self._reload_safely, "reload")

    async def _reload_safely(self) -> None:
        await self.attempt(self.reload())

    async def attempt(self, work: Awaitable[Value]) -> Value | None:
        """Await `work`; an error becomes a notification and None. Nothing a store or a file does may end the screen."""
        try:
            return await work
        except TrackerError as error:
            self.report(error.message(_))
        except Exception as error:
            self.log.error(error)
            self.report(_("Unexpected error: {kind}: {reason}").format(kind=type(error).__name__, reason=line(str(error))))
        return None

    def report(self, message: str) -> None:
        """Tell of something that went wrong."""
        self.notify(line(message), severity="error", markup=False, timeout=8)

    def say(self, message: str) -> None:
        """Tell what happened."""
        self.query_one(Happened).say(message)

    def action_help(self) -> None:
        """The keys of this screen."""
        from tracker.tui.dialogs.help import show_help

        show_help(self)
