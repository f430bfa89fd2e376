from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from tracker.ical.text import LIMIT, Text, clean, fold, one_line, serialise

ANY_TEXT = st.text(st.characters(), max_size=400)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("\ufefftitel", "titel"),
        ("a\tb", "a\tb"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("smørrebrød 👩‍👩‍👧", "smørrebrød 👩‍👩‍👧"),
    ],
)
def test_line_ends_become_lf_and_forbidden_characters_go(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_one_line_cuts_at_a_word_and_says_so() -> None:
    assert one_line("lister  til\nAnne Mette, og så videre", 20) == "lister til Anne…"
    assert one_line("x" * 30, 10) == "x" * 9 + "…"
    assert one_line("kort", 10) == "kort"


@given(ANY_TEXT)
def test_escaping_is_undone_by_the_parser(text: str) -> None:
    event = Event()
    event["DESCRIPTION"] = Text(text)
    read = Event.from_ical(serialise(event))
    assert str(read["DESCRIPTION"]) == clean(text)
    assert [name for name, _ in read.property_items()] == ["BEGIN", "DESCRIPTION", "END"]


@given(st.text(st.sampled_from("ab\\\\\\,;\næ€😀"), max_size=600))
def test_folding_parts_no_character_and_no_escape(text: str) -> None:
    line = "DESCRIPTION:" + Text(text).to_ical().decode()
    physical = fold(line).split(b"\r\n")
    assert all(len(part) <= LIMIT for part in physical)
    assert physical[0].decode() + "".join(part.decode()[1:] for part in physical[1:]) == line
    for part in physical[:-1]:
        trailing = re.search(rb"\\*$", part)
        assert trailing is not None
        assert len(trailing[0]) % 2 == 0


def test_lines_are_filled_to_exactly_75_octets() -> None:
    assert fold("x" * 75) == b"x" * 75
    assert fold("x" * 76) == b"x" * 75 + b"\r\n x"
    assert [len(part) for part in fold("x" * 300).split(b"\r\n")] == [75, 75, 75, 75, 4]


def test_a_literal_backslash_n_stays_two_characters() -> None:
    assert Text(r"C:\New").to_ical() == rb"C:\\New"


def test_long_hostile_text_takes_linear_time() -> None:
    # A run of backslashes or of continuation octets would cost the square of its length if each fold looked back to its start.
    for text in ("\\" * 200_000, "é" * 200_000, "\r\n" * 200_000):
        assert Text(text).to_ical()
        assert fold("X:" + Text(text).to_ical().decode())
