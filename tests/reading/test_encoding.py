"""The same words in every encoding give the same text."""

from __future__ import annotations

import unicodedata

import pytest

from tracker.reading import read_bytes
from tracker.reading.encoding import decode
from tracker.reading.normal import normalise
from tracker.reading.printed import without_page_numbers

WORDS = "Punkt 1: Økonomi på Ærø – “Åben” dør, så vi når det.\nBeslutning: Godkendt, idet Bjørn undersøger færgen.\n"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(name: str) -> None:
    assert read_bytes(WORDS.encode(name), "x.txt").text == WORDS


def test_latin_1() -> None:
    words = WORDS.replace("–", "-").replace("“", '"').replace("”", '"')
    assert read_bytes(words.encode("latin-1"), "x.txt").text == words


def test_older_code_pages_are_guessed() -> None:
    words = "Beslutning: Bjørn går på Ærø. Åse og Søren ændrer på bøgerne. " * 20
    assert decode(words.encode("cp850")) == words


def test_decomposed_letters() -> None:
    assert read_bytes(unicodedata.normalize("NFD", WORDS).encode(), "x.txt").text == WORDS


def test_a_broken_byte_does_not_turn_utf_8_into_something_else() -> None:
    data = WORDS.encode() * 5
    text = read_bytes(data[:40] + b"\xff" + data[40:], "x.txt").text
    assert text.count("Økonomi") == 5
    assert text.count("\N{REPLACEMENT CHARACTER}") == 1


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252"])
def test_a_page_that_declares_its_encoding(declared: str) -> None:
    page = f"<html><head><meta charset='{declared}'></head><body><p>Økonomi på Ærø</p></body></html>"
    assert read_bytes(page.encode("cp1252"), "x.html").text == "Økonomi på Ærø\n"
    assert read_bytes(page.encode("utf-8"), "x.html").text == "Økonomi på Ærø\n", "the bytes decide over the declaration"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\u00a0b\u2009c", "a b c"),
        ("so\u00adft\u200bhyphen", "softhyphen"),
        ("bell\x07\x1b[31mred\x9b", "bell[31mred"),
        ("blank  \t\nline ", "blank\nline"),
        ("\ufefftext", "text"),
        ("a\u202eb", "ab"),
        ("\u2212 Ida ringer", "– Ida ringer"),
    ],
)
def test_one_spelling(raw: str, clean: str) -> None:
    assert normalise(raw) == clean


def test_page_numbers_between_the_lines_go() -> None:
    assert without_page_numbers("A\nSide 1 af 2\nB\nside 2 af 2\n") == "A\n\nB\n\n"
    assert without_page_numbers("Se\nSide 4\nfor mere") == "Se\nSide 4\nfor mere"
