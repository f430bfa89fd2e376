"""Text taken out of printed pages loses the numbers and running feet of its pages, and nothing else."""

from __future__ import annotations

import pytest

from tracker.reading import parse, read_bytes
from tracker.reading.printed import without_page_numbers

HEAD = "Referat af chefmøde den 3. maj 2021\n\nDeltagere: Ida Holm og Bo Lund\n\n"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A\nSide 1 af 2\nB\nside 2 af 2\n", "A\n\nB\n\n"),
        ("Havnen.\n\nSide 1 af 4\n\nVejen.\n", "Havnen.\n\nVejen.\n"),
        ("Se\nSide 4\nfor mere", "Se\nSide 4\nfor mere"),
        ("Ida.\nReferat 3. maj 2021 · side 1\nBo.\nReferat 3. maj 2021 · side 2\nEt.", "Ida.\n\nBo.\n\nEt."),
        ("Ida.\nBilag A side 2\nBo.\nBilag B side 1\n", "Ida.\nBilag A side 2\nBo.\nBilag B side 1\n"),
        ("Ida.\n- 1 -\nBo.\n- 2 -\nEt.\n", "Ida.\n\nBo.\n\nEt.\n"),
        ("Ida.\n1/3\nBo.\n2/3\nEt.\n3/3", "Ida.\n\nBo.\n\nEt.\n"),
        ("Ida køber\n1\nstole. Bo maler\n2\nbordene.", "Ida køber\nstole. Bo maler\nbordene."),
        ("1\nHavnen\nBo maler.\n2\nVejen\nIda måler.", "1\nHavnen\nBo maler.\n2\nVejen\nIda måler."),
        ("Ida.\nSide 1\nVejrådet – 3. maj\nBo.\nVejrådet – 3. maj\nSide 3\nEt.", "Ida.\n\nBo.\n\nEt."),
        ("Ida køber\n\nSide 1\nVejrådet 3. maj\n\nstole.\nVejrådet 3. maj\nSide 2\nBo.", "Ida køber\nstole.\n\nBo."),
        ("Bo siger ja.\nSide 1\nIda.\nBo siger ja.\nSide 2\nEt.", "Bo siger ja.\n\nIda.\nBo siger ja.\n\nEt."),
        ("Vi fik\n4\nsvar, og\n7\nsagde ja.", "Vi fik\n4\nsvar, og\n7\nsagde ja."),
    ],
)
def test_page_numbers_go(text: str, left: str) -> None:
    assert without_page_numbers(text) == left


def test_a_sentence_that_a_page_divides_is_one_again() -> None:
    text = HEAD + "Havnen\nAlle chefer melder inden den 15. august lister\n\nSide 1 af 2\n\nind til Bo.\n\nVejen\nDrøftet.\n\nSide 2 af 2\n"
    minutes = parse(read_bytes(text.encode(), "a.txt"))
    said = minutes.items[0].decisions[0].span.of(minutes.source.text)
    assert said.split() == "Alle chefer melder inden den 15. august lister ind til Bo.".split()
    assert [item.title for item in minutes.items] == ["Havnen", "Vejen"]


@pytest.mark.parametrize("number", ["1", "2", "- 1 -", "Side 1"])
def test_the_only_number_of_a_page_is_no_item(number: str) -> None:
    told = "Drøftet. Ida ringer til værftet, og Bo hører, hvad kommunen mener om planen.\n\n"
    text = f"{HEAD}Havnen\n{told}{number}\n\nder var enighed om resten.\n\nVejen\n{told}Broen\n{told}Kranen\n{told}"
    assert [item.title for item in parse(read_bytes(text.encode(), "a.txt")).items] == ["Havnen", "Vejen", "Broen", "Kranen"]


def test_many_pages_in_one_line_take_no_longer_than_the_text() -> None:
    text = "se side 3 og " * 100_000
    assert without_page_numbers(text) == text


def test_a_running_head_is_no_title() -> None:
    told = "Drøftet. Ida ringer til værftet, og Bo hører, hvad kommunen mener om planen.\n\n"
    head = "Ledermøde i Havnen\n\nReferat den 3. maj 2021\n\nDeltagere: Ida Holm og Bo Lund\n\n"
    text = f"{head}Havnen\n{told}Ledermøde i Havnen\n\nVejen\n{told}Broen\n{told}Ledermøde i Havnen\n\nKranen\n{told}"
    assert [item.title for item in parse(read_bytes(text.encode(), "a.txt")).items] == ["Havnen", "Vejen", "Broen", "Kranen"]


@pytest.mark.parametrize(
    "text",
    [
        "Bo retter fejlen i vedtægterne, side 2\nIda maler.\nBo retter fejlen i vedtægterne, side 3\nIda ringer.",
        "Bilag til sagen side 2\nBo maler.\nBilag til sagen side 5\nIda ringer.",
        "1\nBo bød velkommen.\nIda ringer.\n\n2\nKassereren gennemgik regnskabet.\nBo sender det.\n\n3\nGyngen skal males.\nOle maler den.",
        "1\nGodkendelse af dagsorden.\nGodkendt.\n\n2\nGodkendelse af referat.\nGodkendt.\n\n3\nValg af formand.\nBo blev valgt.",
    ],
)
def test_what_only_looks_like_page_numbers_stays(text: str) -> None:
    assert without_page_numbers(text) == text
