"""Every action and its undo, by the keys a person presses."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tui.conftest import Run, cards, opened, settled
from tracker.domain.followup import Light, Status
from tracker.domain.query import Query
from tracker.services import change_action, groups, list_actions, people
from tracker.tui.widgets.happened import Happened


def said(pilot) -> str:
    return pilot.app.screen.query_one(Happened).text


async def keys(pilot, *pressed: str) -> None:
    """Press keys as a person would, waiting where a dialog comes up."""
    for key in pressed:
        if key.startswith("type "):
            for letter in key[5:]:
                await pilot.press({" ": "space", ".": "full_stop", ",": "comma", ":": "colon"}.get(letter, letter))
        else:
            await pilot.press(key)
        await pilot.pause(0.05)
    await settled(pilot)


ACTIONS = {
    "done": (("d",), lambda c: c.status is Status.DONE, "Udført: Birgit"),
    "drop": (("x", "type for dyrt", "enter"), lambda c: c.status is Status.DROPPED and c.reason == "for dyrt", "Bortfaldet: Birgit"),
    "postpone": (("p", "type 25. august", "enter"), lambda c: c.due == date(2017, 8, 25), "Frist 25. aug. 2017: Birgit"),
    "no day": (("p", "type ingen", "enter"), lambda c: c.due is None, "Uden frist: Birgit"),
    "reassign": (("r", "ctrl+u", "type Jens", "tab", "enter"), lambda c: c.responsible == ("Jens Øster",), "Ansvarlig Jens Øster"),
    "light": (("l", "3"), lambda c: c.light is Light.RED, "Lys rød: Birgit"),
    "note": (("n", "type ringet", "enter"), lambda c: c.notes == 1, "Noteret: Birgit"),
    "edit": (("e", "ctrl+u", "type Birgit skriver", "enter"), lambda c: c.text == "Birgit skriver", "Tekst: Birgit skriver"),
}


@pytest.mark.parametrize("name", ACTIONS)
async def test_an_action_says_what_happened_and_undo_and_redo_move_over_it(url: str, run: Run, name: str) -> None:
    pressed, happened, words = ACTIONS[name]
    before = cards(url)["Birgit"]
    async with run(url) as pilot:
        await keys(pilot, *pressed)
        for _ in range(1_000):  # the dialog's leave and the answer's arrival are two steps, seconds apart on a machine at its limit
            if said(pilot):
                break
            await pilot.pause(0.02)
        assert happened(cards(url)["Birgit"])
        assert words in said(pilot)
        assert said(pilot).endswith("u fortryder")
        await keys(pilot, "u")
        now = cards(url)["Birgit"]
        assert not happened(now)
        assert (now.status, now.due, now.responsible, now.light, now.notes, now.text) == (
            before.status,
            before.due,
            before.responsible,
            before.light,
            before.notes,
            before.text,
        )
        assert "Fortrudt" in said(pilot)
        await keys(pilot, "ctrl+r")
        assert happened(cards(url)["Birgit"])


async def test_reopening_what_was_done(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "d", "0", "D")
        assert cards(url)["Birgit"].status is Status.OPEN


async def test_many_selected_cards_are_changed_in_one_step(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "space", "space", "d")
        assert [c.status for c in cards(url).values()].count(Status.DONE) == 2
        assert "2 kort" in said(pilot)
        await keys(pilot, "u")
        assert [c.status for c in cards(url).values()].count(Status.DONE) == 0


async def test_select_all_and_escape(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "asterisk")
        assert len(pilot.app.screen.cards.selection) == 5
        await keys(pilot, "escape")
        assert not pilot.app.screen.cards.selection


async def test_quick_add_reads_the_sentence(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "plus", "type Jens sender planen til Birgit inden 25. august", "enter")
        added = cards(url)["Jens"]
        with opened(url) as workspace:
            texts = [a for a in list_actions.every(workspace, Query()) if a.text.startswith("Jens sender")]
        assert added
        assert len(texts) == 1
        assert texts[0].due == date(2017, 8, 25)
        assert "Tilføjet: Jens sender" in said(pilot)


async def test_a_phrase_that_is_no_time_is_not_taken(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "p", "type bananer", "enter")
        assert "endnu ikke et tidspunkt" in str(pilot.app.screen.query_one("#meaning").render())
        await keys(pilot, "escape")
        assert cards(url)["Birgit"].due == date(2017, 8, 14)


async def test_merging_selected_cards_keeps_the_first(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "space", "space", "m")
        now = cards(url)
        assert now["Birgit"].status is Status.OPEN
        assert now["Sekretariatet"].status is Status.DROPPED
        await keys(pilot, "u")
        assert cards(url)["Sekretariatet"].status is Status.OPEN


async def test_a_card_changed_by_a_colleague_meanwhile_is_not_overwritten(url: str, run: Run) -> None:
    async with run(url) as pilot:
        shown = pilot.app.screen.cards.card
        with opened(url, "Per Friis") as other:
            change_action.light(other, shown.id, Light.GREEN)
        pilot.app.board.call = pilot.app.board.call  # the screen still shows the old version
        await pilot.press("d")
        await settled(pilot)
        now = cards(url)["Birgit"]
        assert now.light is Light.GREEN
        assert now.status in (Status.OPEN, Status.DONE)
        if now.status is Status.OPEN:
            assert any("Per Friis" in n.message for n in pilot.app._notifications)


async def test_changes_of_another_process_appear_without_losing_the_place(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "j", "j")
        here = pilot.app.screen.cards.card.uid
        with opened(url, "Per Friis") as other:
            change_action.done(other, cards(url)["Birgit"].id)
        for _ in range(40):
            await pilot.pause(0.05)
            if pilot.app.screen.cards.total == 4:
                break
        assert pilot.app.screen.cards.total == 4
        assert pilot.app.screen.cards.card.uid == here


async def test_the_whole_item_and_the_whole_referat_open_at_the_quote(url: str, run: Run) -> None:
    async with run(url, (80, 24)) as pilot:
        await keys(pilot, "o")
        head = str(pilot.app.screen.query_one("#reader-head").render())
        assert "Ferieplaner" in head
        await keys(pilot, "R")
        assert "2017-08-09_ledergruppen.txt" in str(pilot.app.screen.query_one("#reader-head").render())
        await keys(pilot, "escape")
        assert pilot.app.screen.cards.has_focus


async def test_a_calendar_file_of_one_card(url: str, run: Run, tmp_path) -> None:
    file = tmp_path / "kort.ics"
    async with run(url) as pilot:
        await keys(pilot, "w", "ctrl+u")
        pilot.app.screen.query_one("#answer").value = str(file)
        await keys(pilot, "enter")
        assert b"BEGIN:VEVENT" in file.read_bytes()
        assert "Gemt:" in said(pilot)


async def test_a_file_that_cannot_be_written_is_told_and_nothing_ends(url: str, run: Run, tmp_path) -> None:
    async with run(url) as pilot:
        await keys(pilot, "w")
        pilot.app.screen.query_one("#answer").value = str(tmp_path / "no" / "such" / "kort.ics")
        await keys(pilot, "enter")
        assert [n.severity for n in pilot.app._notifications] == ["error"]
        assert pilot.app.is_running


async def test_a_members_part_of_a_groups_promise_is_ticked_and_undone(url: str, run: Run) -> None:
    whole = cards(url)["Alle"]
    with opened(url) as workspace:
        change_action.reassign(workspace, [whole], ("Alle afdelinger",))
        for member in ("Helle {x} Holm", "Jens Øster"):
            people.join(workspace, "Alle afdelinger", member)

    def done() -> list[bool]:
        with opened(url) as workspace:
            return [t.done for t in groups.ticks(workspace, whole.id)]

    async with run(url) as pilot:
        await keys(pilot, "G", "k", "c", "1")
        assert done() == [True, False]
        assert said(pilot).startswith("Helle {x} Holm har gjort sin del: Alle afdelinger")
        await keys(pilot, "u")
        assert done() == [False, False]
        await keys(pilot, "c", "1", "c", "2")
        assert cards(url)["Alle"].status is Status.DONE
        await keys(pilot, "u")
        assert cards(url)["Alle"].status is Status.OPEN
        assert done() == [True, False]
        await keys(pilot, "G", "k", "c", "1")
        assert done() == [False, False]
        assert said(pilot).startswith("Helle {x} Holm mangler sin del")


async def test_a_promise_of_one_person_has_no_parts(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "c")
        assert said(pilot).startswith("Ingen gruppe med kendte medlemmer")
        assert pilot.app.screen.cards.has_focus


async def test_a_file_that_is_there_is_only_written_over_on_request(url: str, run: Run, tmp_path) -> None:
    file = tmp_path / "kort.ics"
    file.write_text("gammelt", encoding="utf-8")
    async with run(url) as pilot:

        async def save(*answer: str) -> None:
            await keys(pilot, "w")
            pilot.app.screen.query_one("#answer").value = str(file)
            await keys(pilot, "enter", *answer)

        await save("escape")
        assert file.read_text(encoding="utf-8") == "gammelt"
        await save("n", "2", "enter")
        assert (tmp_path / "kort.ics2").exists()
        await save("j")
        assert b"BEGIN:VEVENT" in file.read_bytes()


async def test_selected_cards_follow_a_colleagues_changes(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "space", "space")
        with opened(url, "Per Friis") as other:
            change_action.light(other, cards(url)["Birgit"].id, Light.GREEN)
            change_action.done(other, cards(url)["Sekretariatet"].id)
        for _ in range(60):
            await pilot.pause(0.05)
            if pilot.app.screen.cards.total == 4:
                break
        assert [c.text.split()[0] for c in pilot.app.screen.cards.selection.values()] == ["Birgit"]
        await keys(pilot, "d")
        assert cards(url)["Birgit"].status is Status.DONE
        assert not pilot.app._notifications


async def test_nobody_acts_on_a_card_that_another_view_hides(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "space", "space", "space", "3", "d")
        assert [c.text.split()[0] for c in cards(url).values() if c.status is Status.DONE] == ["Birgit"]


async def test_undo_stands_on_the_card_it_was_about(url: str, run: Run) -> None:
    async with run(url) as pilot:
        await keys(pilot, "j", "d", "G", "u")
        assert pilot.app.screen.cards.card.text.startswith("Sekretariatet")
        await keys(pilot, "ctrl+r", "G", "u")
        assert pilot.app.screen.cards.card.text.startswith("Sekretariatet")


async def test_how_to_undo_is_never_what_is_cut(url: str, run: Run) -> None:
    async with run(url, (60, 24)) as pilot:
        await keys(pilot, "p", "type 25. august", "enter")
        line = next(s.text for s in pilot.app.screen._compositor.render_strips() if "Frist 25. aug. 2017" in s.text)
        assert line.rstrip().endswith("… · u fortryder")


async def test_next_meeting_is_refused_in_words_where_none_is_known(empty_url: str, run: Run) -> None:
    async with run(empty_url) as pilot:
        await keys(pilot, "plus", "type Jens ringer til Birgit", "enter", "p", "type n", "æ", "type ste m", "ø", "type de", "enter")
        assert [n.message for n in pilot.app._notifications] == ["Intet næste møde er kendt for dette kort; skriv en dag"]
