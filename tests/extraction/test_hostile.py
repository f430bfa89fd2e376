"""Texts that break off where a reader expects more: nothing raises, and what is whole is still read."""

from __future__ import annotations

import time
from datetime import date

import pytest

from tracker.extraction import extract_passage

ON = date(2026, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "har lovet\n- \nHR",
        "har lovet\n1) \nHR",
        "har lovet\n→ \nHR",
        "Bo lovede at få",
        "Bo lovede at få\n- stole",
        "Vi har besluttet at lade",
        "Lis og Bo går sammen om at få",
        "Bo har lavet en aftale om at få",
    ],
)
def test_a_text_that_breaks_off_gives_words_of_its_own_or_nothing(text: str) -> None:
    assert all(f.quote and f.quote in text for f in extract_passage(text, ON).follow_ups)


def test_an_empty_bullet_takes_nothing_from_its_neighbours() -> None:
    found = extract_passage("Bo ringer.\n-  \nEa laver en plan.", ON).follow_ups
    assert [(list(f.responsible), f.quote) for f in found] == [(["Bo"], "Bo ringer"), (["Ea"], "Ea laver en plan")]


def test_a_bracket_too_many_leaves_the_words() -> None:
    found = extract_passage("Godkendt. (HR følger op.))", ON).follow_ups
    assert [f.quote.strip("().") for f in found] == ["HR følger op"]


def test_a_sentence_that_ends_in_a_denial_keeps_the_day_it_begins_with() -> None:
    found = extract_passage("Senest 1. maj undersøger Bo, om kommunen betaler eller ikke", ON).follow_ups
    assert [f.deadline.due if f.deadline else None for f in found] == [date(2026, 5, 1)]


@pytest.mark.parametrize(
    "text", ["Mødet i maj holdes ikke den 28.", "Festen holdes i år ikke den 5. juni.", "Snerydning påhviler lejerne."]
)
def test_a_day_denied_and_a_standing_duty_are_no_cards(text: str) -> None:
    assert extract_passage(text, ON).follow_ups == ()


def test_what_somebody_moves_is_no_move_of_theirs() -> None:
    found = extract_passage("Nøglen gives til Bo, der flytter skabet senest 1. maj.", ON).follow_ups
    assert (["Bo"], date(2026, 5, 1)) in [(list(f.responsible), f.deadline.due if f.deadline else None) for f in found]


@pytest.mark.parametrize(
    "nested",
    [
        "Bo vil {}sende planen i maj.".format("ville " * 400),
        "Bo skal {}sende planen.".format("skulle " * 400),
        "Bo skal {}sende planen i maj.".format("tage sig af at " * 120),
        "Bo {}sende planen.".format("har ansvaret for at " * 120),
        "Det overlades til Bo at {}sende planen.".format("overlade det til Bo at " * 120),
        "{}sende planen (Bo).".format("Tage sig af at " * 120),
    ],
    ids=["vil", "skal", "tager sig af", "har ansvaret", "overlades", "navnemåde"],
)
def test_acts_inside_one_another_by_the_hundred_are_read_without_end_of_the_stack(nested: str) -> None:
    assert all(f.quote in nested for f in extract_passage(nested, ON).follow_ups)


def test_blanks_without_end_between_the_names_of_a_cell_take_linear_time() -> None:
    text = f"| Opgave | Ansvarlig | Frist |\n|---|---|---|\n| Male hegnet | Bo{' ' * 200_000}og Ea | 1. juni |\n"
    begun = time.process_time()
    (found,) = extract_passage(text, ON).follow_ups
    assert found.responsible == ("Bo", "Ea")
    assert time.process_time() - begun < 5  # a tenth of a second where nothing else runs; what isn't linear takes minutes


@pytest.mark.parametrize(
    "text", [",idet fordi skulle", "2. \x0b → T", "spørger som gør december", ",ryddes\n; fer", "som (", "Få", "Vil", "(Bo?)"]
)
def test_scraps_are_read_without_error(text: str) -> None:
    assert all(f.quote and f.quote in text for f in extract_passage(text, ON).follow_ups)


@pytest.mark.parametrize(
    "part",
    ["Bo ringer inden ferien.\n", "samme dag ", "Ansvarlig: Bo\n\n", "Der laves en plan.\nAnsvarlig: Bo\n", "Bo sender/henter planen. "],
)
def test_what_is_told_again_and_again_takes_linear_time(part: str) -> None:
    spent = []
    for times in (1_000, 4_000):
        begun = time.process_time()
        extract_passage("Bo maler hegnet.\n" + part * times + "Bo ringer samme dag.\n" * (times // 4), ON)
        spent.append(time.process_time() - begun)
    assert spent[1] < 12 * spent[0] + 1  # four times as much text; sixteen times the time where it is not linear
