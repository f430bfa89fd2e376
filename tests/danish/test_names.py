"""Names of people: known ones, initials, and what proves nothing."""

from __future__ import annotations

import pytest

from tracker.danish.names import is_first_name, is_initials, looks_definite, looks_like_name


@pytest.mark.parametrize("name", ["Kirsten", "BODIL", "Anne-Mette", "øjvind", "Sunniva"])
def test_first_names(name: str) -> None:
    assert is_first_name(name)


@pytest.mark.parametrize("word", ["Formanden", "Skuret", "Listen", "Økonomi", "Møde"])
def test_nouns_are_no_first_names(word: str) -> None:
    assert not is_first_name(word)


@pytest.mark.parametrize(("word", "answer"), [("KBH", True), ("ÆØÅ", True), ("A", False), ("ABCDE", False), ("Kbh", False), ("12", False)])
def test_initials(word: str, answer: bool) -> None:
    assert is_initials(word) is answer


def test_shapes() -> None:
    assert looks_like_name("Zebedæus")
    assert not looks_like_name("zebra")
    assert looks_definite("Målingen")
    assert not looks_definite("Torkild")
