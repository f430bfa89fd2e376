"""The help and the key bar come from the bindings: none is missing, none is untranslated, none stands twice."""

from __future__ import annotations

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from tests.tui.conftest import Run, settled
from tracker import locale
from tracker.locale.compile import merged
from tracker.tui import modes
from tracker.tui.app import TrackerApp
from tracker.tui.dialogs.help import Help
from tracker.tui.keys import ROOMS


def our_classes() -> list[type[DOMNode]]:
    """Every class of ours that has bindings of its own."""
    for make in modes.MODES.values():
        make()

    def below(cls: type) -> set[type]:
        return {cls} | {deeper for sub in cls.__subclasses__() for deeper in below(sub)}

    return sorted((c for c in below(DOMNode) if c.__module__.startswith("tracker.tui") and "BINDINGS" in vars(c)), key=lambda c: c.__name__)


def bindings() -> list[tuple[str, Binding]]:
    return [(c.__name__, b) for c in our_classes() for b in vars(c)["BINDINGS"]]


def test_there_are_bindings_in_many_places() -> None:
    assert len({name for name, _ in bindings()}) >= 10


@pytest.mark.parametrize(("where", "binding"), bindings(), ids=lambda v: v if isinstance(v, str) else f"{v.id}-{v.key}")
def test_every_binding_has_an_id_a_room_and_danish_words(where: str, binding: Binding) -> None:
    assert binding.id, binding
    assert binding.id.partition(".")[0] in ROOMS
    locale.use("da")
    danish = locale._(binding.description)
    locale.use("en")
    assert danish
    assert danish != binding.description or binding.description in ("Note",)


async def test_the_help_shows_every_binding_that_works_on_each_screen(url: str, run: Run) -> None:
    async with run(url) as pilot:
        for key in ["", "tab", "v", "tab", "N", "M", "right", "P", "C", "tab", "T", "I", "escape", "o", "M"]:
            if key:
                await pilot.press(key)
                await settled(pilot)
            chain = [b for _node, found in pilot.app.screen._binding_chain for _key, b in found if b.id and b.description]
            await pilot.press("question_mark")
            await settled(pilot)
            dialog = pilot.app.screen
            assert isinstance(dialog, Help)
            text = dialog.content().plain
            for binding in chain:
                assert binding.description in text, (key, binding.id)
            assert "Overskredet" in text
            await pilot.press("escape")
            assert not isinstance(pilot.app.screen, Help)


async def test_the_key_bar_fits_a_narrow_screen_and_always_offers_help(url: str, run: Run) -> None:
    async with run(url, (40, 24)) as pilot:
        strips = pilot.app.screen._compositor.render_strips()
        assert "? Hjælp" in strips[-1].text
        assert "q Afslut" in strips[-1].text


async def test_a_click_on_a_key_is_the_key(url: str, run: Run) -> None:
    async with run(url) as pilot:
        line = pilot.app.screen._compositor.render_strips()[-1].text
        await pilot.click(offset=(line.index("? Hjælp"), 39))
        await pilot.pause(0.1)
        assert isinstance(pilot.app.screen, Help)


async def test_the_command_palette_speaks_danish(url: str, run: Run) -> None:
    async with run(url) as pilot:
        commands = {c.title for c in pilot.app.get_system_commands(pilot.app.screen)}
        assert {"Udført", "Udskyd", "Kalender", "Personer", "Indlæs referater"} <= commands
        assert isinstance(pilot.app, TrackerApp)


async def test_english_on_request(url: str, run: Run) -> None:
    locale.use("en")
    async with run(url) as pilot:
        text = "\n".join(s.text for s in pilot.app.screen._compositor.render_strips())
        assert "Overdue" in text
        assert "d Done" in text


async def test_keys_are_called_as_on_a_keyboard(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await pilot.press("question_mark")
        await settled(pilot)
        text = pilot.app.screen.content().plain
        for words in ("Ctrl+r ", "Home g", "PgDn Ctrl+d Ctrl+f", "Mellemrum", "↓ j"):
            assert words in text, words


async def test_the_key_bar_shows_only_keys_that_are_not_typed(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await pilot.press("slash")
        await settled(pilot)
        bar = pilot.app.screen._compositor.render_strips()[-1].text
        assert "Enter Til listen" in bar
        assert "Esc Ryd filteret" in bar
        assert "Tilføj" not in bar
        await pilot.press("down")
        assert pilot.app.screen.cards.has_focus


@pytest.mark.parametrize(("key", "words"), [("T", "Enter Personens kort"), ("P", "Enter Til kortene"), ("M", "Enter Til kortene")])
async def test_lists_to_choose_from_say_what_enter_does(url: str, run: Run, key: str, words: str) -> None:
    async with run(url) as pilot:
        await pilot.press(key)
        await settled(pilot)
        assert words in pilot.app.screen._compositor.render_strips()[-1].text


async def test_no_help_on_any_screen_is_english(url: str, run: Run) -> None:
    danish = {m.string for m in merged("da") if m.id}
    async with run(url) as pilot:
        for key in ["", "v", "N", "M", "P", "C", "T", "I"]:
            await pilot.press(*([key] if key else []))
            await settled(pilot)
            chain = [b for _node, found in pilot.app.screen._binding_chain for _key, b in found if b.id and b.description]
            assert not {b.description for b in chain} - danish, key
