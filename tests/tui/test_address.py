"""The calendar address: shown whole, copied, and asked about where nobody is known by the name."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Run, cards, opened
from tests.tui.test_actions import keys, said
from tracker.services import feed_registry, publish
from tracker.services.feed_cards import FeedKind
from tracker.settings import Settings
from tracker.tui.dialogs.address import Address

PUBLIC = Settings(base_url="https://opfolgning.example")


def shown(pilot) -> str:
    assert isinstance(pilot.app.screen, Address)
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


def expected(url: str, name: str, base_url: str) -> str:
    with opened(url) as workspace:
        return publish.address(workspace, publish.create(workspace, FeedKind.PERSON, name), base_url)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_users_address_is_shown_and_copied(url: str, run: Run, size: tuple[int, int]) -> None:
    async with run(url, size, settings=PUBLIC, user="Birgit") as pilot:
        await keys(pilot, "K")
        address = expected(url, "Birgit", "https://opfolgning.example")
        assert "Din kalenderadresse" in shown(pilot)
        assert address in shown(pilot)
        assert address.replace("https://", "webcal://") in shown(pilot)
        assert pilot.app.clipboard == address
        await keys(pilot, "w")
        assert pilot.app.clipboard == address.replace("https://", "webcal://")
        await keys(pilot, "c")
        assert pilot.app.clipboard == address
        await keys(pilot, "escape")
        assert pilot.app.screen.cards.has_focus
        await keys(pilot, "K", "escape")
    with opened(url) as workspace:
        assert len(feed_registry.listing(workspace)) == 1


async def test_somebody_unknown_is_asked_for_a_name(url: str, run: Run) -> None:
    async with run(url, settings=PUBLIC, user="jdoe") as pilot:
        await keys(pilot, "K", "type Jens", "tab", "enter")
        assert "Kalenderadresse for Jens Øster" in shown(pilot)
        assert pilot.app.clipboard == expected(url, "Jens Øster", "https://opfolgning.example")
        assert not pilot.app._notifications


async def test_a_name_nobody_has_is_told(url: str, run: Run) -> None:
    async with run(url, user="jdoe") as pilot:
        await keys(pilot, "K", "type Xerxes", "enter")
        assert any("Xerxes" in n.message for n in pilot.app._notifications)
        assert pilot.app.screen.cards.has_focus


async def test_an_empty_database_says_that_nobody_is_known(empty_url: str, run: Run) -> None:
    async with run(empty_url) as pilot:
        await keys(pilot, "K")
        assert "Personlisten er tom" in said(pilot)


async def test_the_person_the_screen_is_about_comes_first(url: str, run: Run) -> None:
    async with run(url, user="Birgit") as pilot:
        await keys(pilot, "f", "type Jens", "tab", "enter")
        await pilot.pause(0.3)
        await keys(pilot, "K")
        assert "Kalenderadresse for Jens Øster" in shown(pilot)
        await keys(pilot, "escape", "P")
        chosen = pilot.app.screen.person
        assert chosen
        await keys(pilot, "K")
        assert pilot.app.clipboard == expected(url, chosen, "http://127.0.0.1:8080")
        assert "Den virker kun på denne maskine" in shown(pilot)
    assert len(cards(url)) == 5
