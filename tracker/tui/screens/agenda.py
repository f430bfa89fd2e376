"""Prepare the next meeting: what is due, what came back, what slipped; saved as the follow-up list."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from tracker.locale import _
from tracker.locale.format import day
from tracker.tui.keys import key
from tracker.tui.screens.cards import CardsScreen
from tracker.tui.widgets.pages import CardSource, ListedCards


class Agenda(CardsScreen):
    """The chapters of the follow-up list as one list of cards."""

    KEYBAR: ClassVar[tuple[str, ...]] = ("view.forum", "view.save", "card.done", "card.undo", "card.postpone", "card.link", "card.item")
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f", "forum", "Another forum", id="view.forum", show=True),
        key("E", "save", "Save the follow-up list", id="view.save", show=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._forum: str | None = None

    def title_text(self) -> str:
        """The name of the screen."""
        return _("Prepare the next meeting")

    async def fetch(self) -> CardSource:
        """The chapters in force."""
        report, following = await self.board.report(self._forum)
        when = _("next meeting {day}").format(day=day(following)) if following else _("no next meeting known")
        self.show_head(f"{self._forum or _('all forums')}, {when}")
        return ListedCards([(chapter.heading, chapter.actions) for chapter in report.chapters])

    @work(group="dialog")
    async def action_forum(self) -> None:
        """Choose whose meeting to prepare."""
        from tracker.tui.dialogs.choose import Choice, Choose

        forums = await self.attempt(self.board.forums()) or []
        choices = [Choice("", "0", _("all forums")), *(Choice(f, str(n), f) for n, f in enumerate(forums[:9], 1))]
        value = await self.app.push_screen_wait(Choose(_("Whose meeting?"), choices))
        if value is not None:
            self._forum = value or None
            await self.attempt(self.refill(keep=False))

    @work(group="dialog")
    async def action_save(self) -> None:
        """Save as text, Markdown or a web page, by the name typed."""
        from tracker.tui.screens.saving import ask_target

        hint = _("The ending decides: .txt, .md or .html (for mail and Word)")
        name = _("follow-up-list") + f"-{self.board.today:%Y-%m-%d}.html"
        path = await ask_target(self, _("Save the follow-up list"), str(Path.home() / name), hint)
        if path:
            message = await self.attempt(self.board.save_report(self._forum, path))
            if message:
                self.say(message)
