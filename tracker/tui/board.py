"""The board: the screens' only way to the stored cards. Every change answers one line: what happened and how to undo it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.deadline import NEXT_MEETING
from tracker.domain.followup import ActionItem, Light
from tracker.errors import UsageError
from tracker.locale import _, n_
from tracker.locale.format import day
from tracker.settings import LOCAL
from tracker.tui import words
from tracker.tui.paths import expanded
from tracker.tui.plain import clip, line
from tracker.tui.reading import Reading

if TYPE_CHECKING:
    from tracker.domain.minutes import Span
    from tracker.domain.tracking import ActionDetail, NewAction, Tick
    from tracker.services.change_action import Done
    from tracker.services.import_minutes import ImportReport
    from tracker.services.workspace import Workspace
    from tracker.tui.dialogs.quick import Parsed
    from tracker.tui.passages import Passage

Cards = Sequence[ActionItem]


class Board(Reading):
    """Reads and changes stored cards. Changes raise TrackerError; a Conflict means that nothing was saved."""

    touched = ""
    """The uid of the card that was last taken back, or done again."""

    async def _do(self, words_: str, work: Callable[[Workspace], Done], **more: str) -> str:
        """Run a change and tell of it: "Udført: … · u fortryder"; `more` fills other gaps in the words."""
        found = await self.call(work)
        if not found.ids:
            return _("Nothing to change")
        return words_.format(what=_what(found.actions, found.ids), **more)

    async def done(self, cards: Cards) -> str:
        """Done."""
        from tracker.services import change_action

        return await self._do(_("Done: {what} · u undoes"), lambda ws: change_action.done(ws, cards))

    async def reopen(self, cards: Cards) -> str:
        """Open again."""
        from tracker.services import change_action

        return await self._do(_("Reopened: {what} · u undoes"), lambda ws: change_action.reopen(ws, cards))

    async def accept(self, cards: Cards) -> str:
        """The find is right."""
        from tracker.services import change_action

        return await self._do(_("Accepted: {what} · u undoes"), lambda ws: change_action.accept(ws, cards))

    async def reject(self, cards: Cards) -> str:
        """The find is no promise."""
        from tracker.services import change_action

        return await self._do(_("Rejected: {what} · u undoes"), lambda ws: change_action.reject(ws, cards))

    async def drop(self, cards: Cards, reason: str) -> str:
        """No longer to be done."""
        from tracker.services import change_action

        return await self._do(_("Dropped: {what} · u undoes"), lambda ws: change_action.drop(ws, cards, reason))

    async def postpone(self, cards: Cards, phrase: str) -> str:
        """Another day in words, or none ("ingen"). "næste møde" means the forum's next known meeting. Raises UsageError for no time."""
        from tracker.services import change_action, meetings

        if words.means_no_day(phrase):
            return await self._do(_("No deadline: {what} · u undoes"), lambda ws: change_action.postpone(ws, cards, None))
        deadline = self.resolve(phrase)
        due = deadline.due if deadline else None
        if deadline and due is None and deadline.anchor == NEXT_MEETING:
            following = await self.call(lambda ws: meetings.next_meeting(ws, cards[0].forum))
            due = following.date if following else None
            if due is None:
                forum = line(cards[0].forum or "")
                raise UsageError(reason=_("No next meeting is known for {forum}; type a day").format(forum=forum or _("this card")))
        if due is None:
            raise UsageError(reason=_("“{phrase}” is no day").format(phrase=phrase))
        return await self._do(_("Deadline {day}: {what} · u undoes"), lambda ws: change_action.postpone(ws, cards, due), day=day(due))

    async def light(self, cards: Cards, light: Light | None) -> str:
        """A light, or none."""
        from tracker.services import change_action

        name = words.light(light) if light else _("off")
        return await self._do(_("Light {light}: {what} · u undoes"), lambda ws: change_action.light(ws, cards, light), light=name)

    async def note(self, cards: Cards, text: str) -> str:
        """A note."""
        from tracker.services import change_action

        return await self._do(_("Noted: {what} · u undoes"), lambda ws: change_action.note(ws, cards, text))

    async def reassign(self, cards: Cards, names: tuple[str, ...]) -> str:
        """Other people are responsible."""
        from tracker.services import change_action

        who = line(words.people(names)) or _("nobody")
        return await self._do(_("Responsible {who}: {what} · u undoes"), lambda ws: change_action.reassign(ws, cards, names), who=who)

    async def send_to(self, cards: Cards, names: tuple[str, ...]) -> str:
        """Others receive it."""
        from tracker.services import change_action

        who = line(words.people(names)) or _("nobody")
        return await self._do(_("To {who}: {what} · u undoes"), lambda ws: change_action.edit(ws, cards, recipients=names), who=who)

    async def edit_text(self, card: ActionItem, text: str) -> str:
        """Another wording."""
        from tracker.services import change_action

        return await self._do(_("Text: {what} · u undoes"), lambda ws: change_action.edit(ws, card, text=text))

    async def merge(self, cards: Cards) -> str:
        """One card of several; the first is kept."""
        from tracker.services import change_action

        return await self._do(_("Merged: {what} · u undoes"), lambda ws: change_action.merge(ws, cards[0], cards[1:]))

    async def ticks(self, card: ActionItem) -> Sequence[Tick]:
        """Each member's part of a group's promise; none where nobody is known to belong to the group."""
        from tracker.services import groups

        return await self.call(lambda ws: groups.ticks(ws, card.id))

    async def tick(self, card: ActionItem, member: str, *, done: bool) -> str:
        """A member has done their part, or has not after all. Raises UsageError for somebody outside the group."""
        from tracker.services import groups

        text = _("{member} has done their part: {what} · u undoes") if done else _("{member} has not done their part: {what} · u undoes")
        return await self._do(text, lambda ws: groups.tick(ws, card, member, done=done), member=line(member))

    async def undo(self) -> str:
        """Take back this person's last step."""
        from tracker.services import undo

        found = await self.call(undo.undo)
        self.touched = found.actions[0].uid if found and found.actions else ""
        return _("Undone: {what} · ctrl+r does it again").format(what=_what(found.actions)) if found else _("Nothing to undo")

    async def redo(self) -> str:
        """Do again what was taken back."""
        from tracker.services import undo

        found = await self.call(undo.redo)
        self.touched = found.actions[0].uid if found and found.actions else ""
        return _("Done again: {what} · u undoes").format(what=_what(found.actions)) if found else _("Nothing to do again")

    # New cards

    def understood(self, sentence: str, *, beside: ActionItem | None = None) -> NewAction:
        """What a sentence promises, reckoned from today, or from the meeting of the card it stands `beside` in a referat."""
        from tracker.services import quick_add

        if beside is None:
            return quick_add.parsed(sentence, self.today)
        return quick_add.parsed(sentence, beside.meeting_date or self.today, beside.forum)

    def parse(self, sentence: str, *, beside: ActionItem | None = None) -> Parsed:
        """How a sentence would be understood, in words."""
        from tracker.tui.dialogs.quick import Parsed

        new = self.understood(sentence, beside=beside)
        when = words.resolved(new.deadline) if new.deadline else ""
        return Parsed(sentence, words.people(new.responsible), words.people(new.recipients), when)

    async def add(self, sentence: str) -> str:
        """A new card from a sentence."""
        from tracker.services import change_action

        new = await asyncio.to_thread(self.understood, sentence)
        return await self._do(_("Added: {what} · u undoes"), lambda ws: change_action.add(ws, new))

    async def add_from(self, detail: ActionDetail, passage: Passage, span: Span) -> str:
        """A new card from words of a referat the program passed over, reckoned from the day of its meeting."""
        from tracker.services import change_action

        card = detail.action
        quote = span.of(passage.text)
        read = await asyncio.to_thread(lambda: self.understood(quote, beside=card))
        place = passage.in_referat(span)
        new = replace(read, text="", quote=quote, meeting_date=card.meeting_date, document=detail.document, item=card.item, span=place)
        return await self._do(_("Added: {what} · u undoes"), lambda ws: change_action.add(ws, new))

    # Proposals and files

    async def link(self, card: ActionItem) -> str:
        """Accept the first open proposal of a card."""
        return await self._decide(card, accept=True)

    async def dismiss(self, card: ActionItem) -> str:
        """Dismiss it."""
        return await self._decide(card, accept=False)

    async def _decide(self, card: ActionItem, *, accept: bool) -> str:
        from tracker.domain.tracking import ProposalState
        from tracker.services import follow_through

        detail = await self.detail(card)
        proposal = next((p for p in detail.proposals if p.state is ProposalState.OPEN), None)
        if proposal is None:
            return _("Nothing has been noticed about this card")
        if accept:
            return await self._do(_("Settled: {what} · u undoes"), lambda ws: follow_through.link(ws, proposal.id))
        return await self._do(_("Kept open: {what} · u undoes"), lambda ws: follow_through.dismiss(ws, proposal.id))

    async def save_report(self, forum: str | None, path: str) -> str:
        """Write the list for the next meeting; the ending of the path decides the form. Raises UsageError."""
        from tracker.services.report import as_html, as_markdown, as_text

        made, _following = await self.report(forum)
        forms = {".md": as_markdown, ".html": as_html, ".htm": as_html}
        render = forms.get(Path(path).suffix.casefold(), as_text)
        return _written(path, render(made).encode())

    async def export_calendar(self, cards: Cards, path: str) -> str:
        """Write cards to a calendar file. Raises UsageError when the file cannot be written."""
        from tracker.ical import calendar_bytes
        from tracker.services.calendar_texts import calendar_texts

        return _written(path, calendar_bytes(list(cards), name=_("Follow-up"), texts=calendar_texts()))

    async def calendar_address(self, name: str) -> str:
        """The address of a person's calendar, made when there is none yet. Raises NotFound, and UsageError for a name of several."""
        from tracker.services import publish
        from tracker.services.feed_cards import FeedKind

        base = self.settings.base_url or LOCAL
        return await self.call(lambda ws: publish.address(ws, publish.create(ws, FeedKind.PERSON, name), base))

    async def import_files(self, paths: Sequence[str], progress: Callable[[int, int, str], None]) -> ImportReport:
        """Import minutes as the settings say; `progress` is called from the working thread. Raises StoreError, UsageError."""
        from tracker.services import import_minutes, sources

        def work(ws: Workspace) -> ImportReport:
            limits, rules = sources.limits(self.settings), sources.rules(self.settings)
            return import_minutes.import_files(ws, paths, limits, rules=rules, progress=progress)

        return await self.call(work)


def _what(cards: Cards, ids: Sequence[int] = ()) -> str:
    meant = [c for c in cards if c.id in ids] if ids else list(cards)
    if len(meant) == 1:
        return clip(meant[0].text or meant[0].quote, 48)
    return n_("{count} card", "{count} cards", len(meant)).format(count=len(meant))


def _written(path: str, data: bytes) -> str:
    target = expanded(path)
    if str(target).startswith("~"):  # a file of that name in the folder one happens to stand in is not what was meant
        raise UsageError(reason=_("{path}: there is no such home folder").format(path=line(path)))
    try:
        target.write_bytes(data)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None)
        raise UsageError(reason=f"{line(str(target))}: {_(why) if why else _('no such path')}") from error
    return _("Saved: {path}").format(path=str(target.resolve()))
