"""Keys that come in a burst (a slow line, a fast hand) mean what they mean one by one."""

from __future__ import annotations

import asyncio
import time

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.conftest import Run, cards, settled
from tracker.domain.followup import Status
from tracker.tui.background import start
from tracker.tui.screens.overview import Overview


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """All keys at once, then wait until the last has had its effect."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    for _ in range(300):
        await pilot.pause(0.01)
        if not pilot.app._ahead and not pilot.app._under_way:
            break
    await settled(pilot)


@pytest.mark.parametrize("attempt", range(5))
async def test_letters_typed_with_the_slash_are_the_filter_and_no_commands(url: str, run: Run, attempt: int) -> None:
    async with run(url) as pilot:
        await burst(pilot, "slash", *"birgit d"[: 6 + 2 * (attempt % 2)])
        assert pilot.app.screen.order.filter == "birgit d"[: 6 + 2 * (attempt % 2)]
        assert not [c for c in cards(url).values() if c.status is Status.DONE]


async def test_a_note_typed_in_one_go_is_the_note(url: str, run: Run) -> None:
    async with run(url) as pilot:
        uid = pilot.app.screen.cards.card.uid
        await burst(pilot, "n", *"ringd", "enter", "j")
        assert [(c.uid, c.notes) for c in cards(url).values() if c.notes] == [(uid, 1)]
        assert not [c for c in cards(url).values() if c.status is Status.DONE]
        assert pilot.app.screen.cards.cursor == 1


async def test_done_twice_is_two_cards(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await burst(pilot, "d", "d")
        assert len([c for c in cards(url).values() if c.status is Status.DONE]) == 2


async def test_what_is_pasted_after_a_key_goes_where_the_key_leads(url: str, run: Run) -> None:
    async with run(url) as pilot:
        pilot.app.post_message(events.Key("slash", "/"))
        pilot.app.post_message(events.Paste("birg"))
        await burst(pilot)
        await settled(pilot)
        assert pilot.app.screen.order.filter == "birg"


async def test_work_that_takes_long_holds_no_more_than_one_key_up(url: str, run: Run) -> None:
    async with run(url) as pilot:
        screen = pilot.app.screen
        gate = asyncio.Event()

        async def long() -> None:
            await gate.wait()

        start(screen, long, "dialog")
        await pilot.pause()
        began = time.monotonic()
        for key in "jjj":
            pilot.app.post_message(events.Key(key, key))
        while screen.cards.cursor < 3 and time.monotonic() - began < 10:
            await pilot.pause(0.02)
        gate.set()
        assert screen.cards.cursor == 3
        assert 0.9 < time.monotonic() - began < 2.9


async def test_a_key_whose_widget_is_gone_is_not_waited_for_for_ever(url: str, run: Run) -> None:
    async with run(url) as pilot:
        assert isinstance(pilot.app.screen, Overview)
        pilot.app._under_way = 10**9  # as after a key whose answer never comes
        pilot.app._is_through(10**9)
        await burst(pilot, "j")
        assert pilot.app.screen.cards.cursor == 1
