"""Tables whose cells stand on lines of their own: rows again, or who and when beside the line they belong to."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import SourceText
from tracker.extraction import extract
from tracker.reading import parse
from tracker.reading.cell_lines import cells_as_rows

HEAD = "Referat af ledermøde den 3. marts 2022\nTil stede: Gitte, Bo, Samira\n\nPunkt\nReferat/Beslutning\nAnsvarlig\nFrist\n\n"
TITLED = (
    HEAD
    + "1. Bemanding\nVagterne samles på én liste.\nTeamlederne\n18/3\nOpslaget skrives færdigt.\nGitte\nSnarest\nDet går godt.\n\n"
    + "2. Ferie\nSamira rykker de sidste.\nSamira\n11/3\nPlanen meldes ud.\nBo og Samira\nNæste ledermøde\n\n"
    + "3. Evt.\nIntet.\n"
)


def test_who_and_when_stand_beside_their_line() -> None:
    lines = cells_as_rows(TITLED).split("\n")
    assert "Vagterne samles på én liste.      Teamlederne      18/3" in lines
    assert "Planen meldes ud.      Bo og Samira      Næste ledermøde" in lines
    assert "2. Ferie" in lines


def test_only_blanks_come_between() -> None:
    assert cells_as_rows(TITLED).split() == TITLED.split()


def test_the_cards_have_both() -> None:
    found = extract(parse(SourceText("a.txt", cells_as_rows(TITLED)))).follow_ups
    said = [(f.responsible, str(f.deadline.due or f.deadline.anchor) if f.deadline else "") for f in found]
    assert said == [
        (("Teamlederne",), "2022-03-18"),
        (("Gitte",), "None"),
        (("Samira",), "2022-03-11"),
        (("Bo", "Samira"), "next_meeting"),
    ]
    assert all(" ".join(f.quote.split()) in " ".join(TITLED.split()) for f in found)


@pytest.mark.parametrize("word", ["Godkendt", "Drøftet", "Det er tirsdag."])
def test_what_was_decided_is_no_cell(word: str) -> None:
    lines = cells_as_rows(TITLED.replace("Teamlederne\n18/3", word)).split("\n")
    assert word in lines


def test_rows_with_one_of_each_stay_a_table() -> None:
    rows = "".join(f"{n}\nEmne {n}\nBo ringer til smeden.\nBo\nuge 2{n}\n" for n in range(1, 5))
    assert "1 | Emne 1 | Bo ringer til smeden. | Bo | uge 21" in cells_as_rows(HEAD + rows).split("\n")
