"""Which lines are the rest of the one above them, and which say something new."""

from __future__ import annotations

import pytest

from tracker.danish.wrapped import is_wrapped

LONG = "Lisbeth vil gerne have et princip for fordelingen af timer på mellemtrinnet"


@pytest.mark.parametrize(
    "line",
    [
        "Henning udarbejder et oplæg.",
        "Lisbeth og Henning udarbejder et oplæg inden 1. april",
        "Henning Dal og Lisbeth Mose udarbejder et oplæg",
        "Forvaltningen udarbejder et oplæg",
        "Lederne følger op i maj",
        "HR sender listen ud",
        "Alle melder ind senest fredag",
    ],
)
def test_a_line_that_says_who_does_what_is_a_sentence_of_its_own(line: str) -> None:
    assert not is_wrapped(LONG, line, 0)


@pytest.mark.parametrize(
    ("last", "line"),
    [
        (LONG + " og", "Lisbeth og Henning udarbejder et oplæg."),  # a clause that began above
        (LONG + ", så", "Lisbeth og Henning udarbejder et oplæg."),
        (LONG, "Lisbeth og Henning fra Skolebestyrelsen er enige i."),  # no verb behind the names
        (LONG + " i", "Forvaltningen udarbejder et oplæg."),
        (LONG, "samt for lærerne, og Henning udarbejder et oplæg."),
    ],
)
def test_a_sentence_that_began_above_goes_on(last: str, line: str) -> None:
    assert is_wrapped(last, line, 0)
