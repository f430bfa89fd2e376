"""Lists that stand further in than the items they belong to."""

from __future__ import annotations

import time

from tracker.domain.minutes import SourceText
from tracker.reading import parse

HEAD = "Referat af møde i Vejlauget 3. maj 2021\n\nTil stede: Ane Dal, Bo Lind\n\n"


def items(text: str) -> list[tuple[int, str]]:
    return [(item.number, item.title) for item in parse(SourceText("x.txt", HEAD + text)).items]


def test_a_list_further_in_belongs_to_the_item_above() -> None:
    body = (
        " 1. Velkomst\n 2. Grusvejen\n  1. Bo henter tilbud på grus\n  2. Ane ringer til kommunen\n  3. Hullerne fyldes i juni\n"
        " 3. Skiltene\n  1. Ane maler dem\n   • hvide\n  2. Bo sætter dem op\n  3. Regningen sendes til kassereren\n  4. Festen flyttes\n"
    )
    assert items(body) == [(1, "Velkomst"), (2, "Grusvejen"), (3, "Skiltene")]


def test_tabs_stand_further_in_too() -> None:
    assert items("1) Vejen\n\t1) Bo henter grus\n\t2) Ane ringer\n2) Skiltene\n\t1) Ane maler dem\n") == [(1, "Vejen"), (2, "Skiltene")]


def test_an_agenda_further_in_gives_the_titles() -> None:
    body = (
        "Dagsorden:\n\n  1. Vejen\n  2. Skiltene\n  3. Festen\n\n1. Bo henter tilbud på grus inden juni.\n\n2. Ane maler dem hvide.\n\n"
        "3. Den holdes hos Bo.\n"
    )
    assert items(body) == [(1, "Vejen"), (2, "Skiltene"), (3, "Festen")]


def test_many_numbers_take_linear_time() -> None:
    body = "".join(f"{number}. Vejen\n   1. Grus\n   2. Sten\n" for number in range(1, 4_000))
    begun = time.process_time()
    assert len(items(body)) == 3_999
    assert time.process_time() - begun < 10
