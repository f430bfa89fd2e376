"""What can be done to cards, the same on every screen that shows some: one key each, on the selected cards or the one at hand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from tracker.domain.followup import ActionItem, Light
from tracker.locale import _, n_
from tracker.tui import words
from tracker.tui.bands import LIGHTS
from tracker.tui.guard import guarded
from tracker.tui.keys import key
from tracker.tui.plain import clip
from tracker.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from tracker.domain.tracking import ActionDetail
    from tracker.tui.dialogs.quick import Parsed

LETTERS = "123456789abcdefghijklmnopqrstuvwxyz"
"""The keys of a long choice; what comes after them is chosen with the arrows."""


class ActingScreen(BaseScreen):
    """A screen with cards. Subclasses tell which cards are meant, and drop the selection afterwards."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("d", "done", "Done", id="card.done", show=True),
        key("u", "undo", "Undo", id="card.undo", show=True),
        key("ctrl+r", "redo", "Redo", id="card.redo"),
        key("p", "postpone", "Postpone", id="card.postpone", show=True),
        key("n", "note", "Note", id="card.note", show=True),
        key("l", "light", "Light", id="card.light"),
        key("r", "reassign", "Responsible", id="card.reassign", show=True),
        key("e", "edit", "Edit the text", id="card.edit"),
        key("a", "accept", "Accept", id="card.accept"),
        key("x", "drop", "Drop", id="card.drop"),
        key("D", "reopen", "Reopen", id="card.reopen"),
        key("m", "merge", "Merge the selected", id="card.merge"),
        key("y", "link", "Yes, the matter came back", id="card.link"),
        key("Y", "dismiss_proposal", "No, not the same matter", id="card.dismiss"),
        key("plus", "add", "Add", id="card.add", show=True, display="+"),
        key("o", "whole_item", "The whole item", id="card.item", show=True),
        key("R", "whole_referat", "The whole referat", id="card.referat"),
        key("c", "tick", "Tick off a member's part", id="card.tick"),
        key("w", "export_card", "Save as a calendar file", id="card.export"),
    ]

    @property
    def targets(self) -> Sequence[ActionItem]:
        """The cards an action is for."""
        raise NotImplementedError

    def acted(self) -> None:
        """Called after a change: drop the selection."""

    @work(group="act")
    async def change(self, done: Awaitable[str]) -> None:
        """Await a change, tell what happened, show the new state."""
        await self._changed(done)

    async def _changed(self, done: Awaitable[str]) -> bool:
        message = await self.attempt(done)
        if message is None:
            await self.attempt(self.reload())
            return False
        self.acted()
        await self.attempt(self.reload())
        if message:
            self.say(message)
        return True

    def _meant(self) -> Sequence[ActionItem]:
        cards = self.targets
        if not cards:
            self.say(_("No card is chosen"))
        return cards

    def _about(self, title: str, cards: Sequence[ActionItem]) -> str:
        if len(cards) == 1:
            return f"{title}: {clip(cards[0].text or cards[0].quote, 60 - len(title))}"
        return f"{title}: " + n_("{count} card", "{count} cards", len(cards)).format(count=len(cards))

    def action_done(self) -> None:
        """Done."""
        if cards := self._meant():
            self.change(self.board.done(cards))

    def action_reopen(self) -> None:
        """Open again."""
        if cards := self._meant():
            self.change(self.board.reopen(cards))

    def action_accept(self) -> None:
        """From review to open."""
        if cards := self._meant():
            self.change(self.board.accept(cards))

    @work(group="act")
    async def action_undo(self) -> None:
        """Take back the last step."""
        await self._stepped(self.board.undo())

    @work(group="act")
    async def action_redo(self) -> None:
        """Do the step taken back once more."""
        await self._stepped(self.board.redo())

    async def _stepped(self, done: Awaitable[str]) -> None:
        """Undo or redo, and stand on the card it was about."""
        if await self._changed(done) and self.board.touched:
            self.stand_on(self.board.touched)

    def stand_on(self, uid: str) -> None:
        """Put the cursor on a card, where it is near."""
        raise NotImplementedError

    @work(group="dialog")
    async def action_postpone(self) -> None:
        """Another deadline, typed in words."""
        from tracker.tui.dialogs.when import AskWhen

        if cards := self._meant():
            title = self._about(_("Postpone"), cards)
            phrase = await self.app.push_screen_wait(AskWhen(title, guarded(self.board.resolve, None), self.board.today))
            if phrase is not None:
                await self._changed(self.board.postpone(cards, phrase))

    @work(group="dialog")
    async def action_note(self) -> None:
        """Write a note."""
        from tracker.tui.dialogs.ask import Ask

        if cards := self._meant():
            text = await self.app.push_screen_wait(Ask(self._about(_("Note"), cards)))
            if text:
                await self._changed(self.board.note(cards, text))

    @work(group="dialog")
    async def action_edit(self) -> None:
        """Another wording of the promise."""
        from tracker.tui.dialogs.ask import Ask

        if cards := self._meant():
            card = cards[0]
            text = await self.app.push_screen_wait(Ask(_("What is promised"), value=card.text or card.quote))
            if text and text != card.text:
                await self._changed(self.board.edit_text(card, text))

    @work(group="dialog")
    async def action_drop(self) -> None:
        """Drop with a reason."""
        from tracker.tui.dialogs.ask import Ask

        if cards := self._meant():
            ask = Ask(self._about(_("Drop"), cards), placeholder=_("Why? (may be empty)"), optional=True)
            reason = await self.app.push_screen_wait(ask)
            if reason is not None:
                await self._changed(self.board.drop(cards, reason))

    @work(group="dialog")
    async def action_light(self) -> None:
        """Green, yellow, red or none."""
        from tracker.tui.dialogs.choose import Choice, Choose

        if cards := self._meant():
            meanings = {Light.GREEN: _("on plan"), Light.YELLOW: _("uncertain"), Light.RED: _("cannot be met as planned")}
            choices = [Choice(v, str(n), f"{LIGHTS[v]} {words.light(v)}: {meanings[v]}") for n, v in enumerate(Light, 1)]
            choices.append(Choice("", "0", _("no light")))
            value = await self.app.push_screen_wait(Choose(self._about(_("Light"), cards), choices))
            if value is not None:
                await self._changed(self.board.light(cards, Light(value) if value else None))

    @work(group="dialog")
    async def action_reassign(self) -> None:
        """Somebody else is responsible."""
        from tracker.tui.dialogs.who import AskWho

        if cards := self._meant():
            names = await self.attempt(self.board.names()) or []
            value = words.people(cards[0].responsible) if len(cards) == 1 else ""
            answer = await self.app.push_screen_wait(AskWho(self._about(_("Responsible"), cards), names, value))
            if answer is not None:
                people = tuple(part.strip() for part in answer.split(",") if part.strip())
                await self._changed(self.board.reassign(cards, people))

    @work(group="dialog")
    async def action_tick(self) -> None:
        """One member of the group has done their part; chosen again it is open again."""
        from tracker.tui.dialogs.choose import Choice, Choose

        if cards := self._meant():
            parts = await self.attempt(self.board.ticks(cards[0]))
            if parts is None:
                return
            if not parts:
                self.say(_("No group with known members is responsible for this card"))
                return
            choices = [Choice(str(i), LETTERS[i : i + 1], f"{'✓' if p.done else '·'} {p.member}") for i, p in enumerate(parts)]
            value = await self.app.push_screen_wait(Choose(self._about(_("Whose part?"), cards[:1]), choices))
            if value is not None:
                part = parts[int(value)]
                await self._changed(self.board.tick(cards[0], part.member, done=not part.done))

    @work(group="dialog")
    async def action_add(self) -> None:
        """A new card from one sentence."""
        from tracker.tui.dialogs.quick import Parsed, QuickAdd

        sentence = await self.app.push_screen_wait(QuickAdd(guarded(self.board.parse, Parsed())))
        if sentence:
            await self._changed(self.board.add(sentence))

    def action_merge(self) -> None:
        """Make one card of the selected ones; the first keeps its place."""
        cards = self.targets
        if len(cards) < 2:
            self.say(_("Select two cards or more with the space bar, then m merges them"))
        else:
            self.change(self.board.merge(cards))

    def action_link(self) -> None:
        """Accept the proposal on the card at hand."""
        if cards := self._meant():
            self.change(self.board.link(cards[0]))

    def action_dismiss_proposal(self) -> None:
        """Dismiss the proposal on the card at hand."""
        if cards := self._meant():
            self.change(self.board.dismiss(cards[0]))

    @work(group="dialog")
    async def action_whole_item(self) -> None:
        """The whole agenda item."""
        await self._read(whole=False)

    @work(group="dialog")
    async def action_whole_referat(self) -> None:
        """The whole referat at this place."""
        await self._read(whole=True)

    async def _read(self, *, whole: bool) -> None:
        from tracker.tui.screens.reader import Reader

        if cards := self._meant():
            detail = await self.attempt(self.board.detail(cards[0]))
            if detail is None or detail.source is None:
                self.say(_("This card has no minutes to show"))
                return
            marked = await self.app.push_screen_wait(Reader(detail, whole=whole, read=self.reading(detail)))
            if marked is not None:
                await self._changed(self.board.add_from(detail, *marked))
            else:
                await self.attempt(self.reload())

    def reading(self, detail: ActionDetail) -> Callable[[str], Parsed]:
        """How words marked in a card's referat would be understood."""
        from tracker.tui.dialogs.quick import Parsed

        return guarded(partial(self.board.parse, beside=detail.action), Parsed())

    @work(group="dialog")
    async def action_export_card(self) -> None:
        """Save the cards as a calendar file."""
        from tracker.tui.screens.saving import ask_target

        if cards := self._meant():
            path = await ask_target(self, self._about(_("Save as a calendar file"), cards), "tracker.ics")
            if path:
                message = await self.attempt(self.board.export_calendar(cards, path))
                if message:
                    self.say(message)
