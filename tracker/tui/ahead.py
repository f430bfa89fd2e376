"""What is typed ahead waits its turn: no key is answered before the one before it has had its effect.

The library forwards keys as they come, while the effect of one (the focus in another field, a dialog that opens) comes a moment later.
Over a slow line keys come in bursts, and of "/indkald" the letters would act as keys of the list: "d" is done.
"""

from __future__ import annotations

import asyncio
from weakref import WeakSet

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import Worker

_LATE = 0.5
"""Seconds a key may take to be answered; then the next has its turn all the same (a widget that is gone answers nothing)."""
_PATIENCE = 1.0
"""Seconds a key waits for what the one before it has set about to show or to do."""
_AGAIN = 0.01
"""Seconds between looks whether that is done."""
_EFFECTS = {"act", "dialog", "mark"}
"""Groups of workers in which keys set about something."""
_LEAVING = ("ctrl+q", "ctrl+c")
"""Leaving is possible at any time."""


class Answered(Message):
    """Follows a key on its way through the widgets: where this comes, the key has been.

    It goes the way twice, for what a key makes a widget say (a line is submitted) goes that way after the key.
    """

    def __init__(self, number: int, target: MessagePump, laps: int = 2) -> None:
        super().__init__()
        self.number, self.target, self.laps = number, target, laps


class AheadApp(App[None]):
    """An application whose keys are answered in order; until `release` is called they are kept."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: list[events.Key | events.Paste] = []
        self._is_held = True
        self._answered = 0
        self._under_way = 0
        self._until: float | None = None
        self._waited: WeakSet[Worker[object]] = WeakSet()

    async def on_event(self, event: events.Event) -> None:
        """Answer a key, or keep it until those before it have had their effect."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded or getattr(event, "key", "") in _LEAVING:
            await super().on_event(event)
        elif self._is_held and not self._ahead and getattr(event, "key", "") == "q":
            await self.action_quit()
        else:
            self._ahead.append(event)
            if self._until is None:
                await self._next()

    def release(self) -> None:
        """Answer what has been typed so far, and from now on what is typed."""
        if self._is_held:
            self._is_held = False
            self.call_later(self._next)

    async def _next(self) -> None:
        """Answer the first key that waits, unless what the one before it has set about is still to be waited for."""
        if self._is_held or self._under_way or not self._ahead:
            return
        loop = asyncio.get_running_loop()
        busy = self._set_about()
        self._until = self._until or loop.time() + _PATIENCE
        if busy and loop.time() < self._until:
            loop.call_later(_AGAIN, self.call_later, self._next)
            return
        self._until = None
        self._waited.update(busy)
        await self._answer(self._ahead.pop(0))

    async def _answer(self, event: events.Key | events.Paste) -> None:
        self._answered += 1
        number = self._under_way = self._answered
        target = self.focused or self.screen
        await super().on_event(event)
        asyncio.get_running_loop().call_later(_LATE, self._is_through, number)
        self._follow(Answered(number, target))

    def on_answered(self, event: Answered) -> None:
        """Through all widgets. What the key has posted to the application itself stands before this in its queue."""
        self.call_later(self._follow, Answered(event.number, event.target, event.laps - 1))

    def _follow(self, answered: Answered) -> None:
        if not answered.laps or not answered.target.post_message(answered):
            self._is_through(answered.number)

    def _is_through(self, number: int) -> None:
        if number == self._under_way:
            self.call_later(self._after, number)

    async def _after(self, number: int) -> None:
        if number == self._under_way:
            self._under_way = 0
            await self._next()

    def _set_about(self) -> list[Worker[object]]:
        """What keys began on this screen and is still to show itself; long work is waited for once only.

        Where a dialog or a reader stands before the screen that opened it, the work has shown itself: that waits for keys.
        """
        here = self.screen
        return [w for w in self.workers if w.node is here and not w.is_finished and w.group in _EFFECTS and w not in self._waited]
