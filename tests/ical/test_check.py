from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.followup import ActionItem
from tracker.ical import calendar_bytes
from tracker.ical.check import Flaw, inspect

Card = Callable[..., ActionItem]


def test_our_own_calendar_has_no_flaw(card: Card) -> None:
    found = inspect(calendar_bytes([card(1), card(2)], name="Chefforum"))
    assert (found.name, found.events, found.tasks, found.flaws) == ("Chefforum", 2, 0, ())


@pytest.mark.parametrize(
    ("old", "new", "flaw"),
    [
        ("\r\n", "\n", Flaw.LINE_ENDS),
        ("STATUS:CONFIRMED", "STATUS:CONFIRMED\r\nX-LONG:" + "x" * 80, Flaw.LONG_LINES),
        ("UID:card-2@test\r\n", "", Flaw.NO_UID),
        ("DTSTAMP:20170629T120000Z\r\n", "", Flaw.NO_UID),
        ("card-2@test", "card-1@test", Flaw.SAME_UID),
        ("DTEND;VALUE=DATE:20170816", "DTEND;VALUE=DATE:20170815", Flaw.EMPTY_EVENT),
        ("DTSTART;VALUE=DATE:20170815", "DTSTART;VALUE=DATE:i morgen", Flaw.BROKEN),
        ("X-WR-CALNAME:Chefforum\r\n", "", Flaw.NO_NAME),
        ("END:VCALENDAR\r\n", "", Flaw.UNREADABLE),
    ],
)
def test_each_flaw_is_found_alone(card: Card, old: str, new: str, flaw: Flaw) -> None:
    data = calendar_bytes([card(1), card(2)], name="Chefforum").decode()
    assert old in data
    assert inspect(data.replace(old, new).encode()).flaws == (flaw,)


def test_octets_that_are_no_text_are_told(card: Card) -> None:
    assert Flaw.NOT_UTF8 in inspect(calendar_bytes([card(1)], name="Møde").replace("ø".encode(), b"\xf8")).flaws


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: ("BEGIN:VCALENDAR\r\n" + t).encode(errors="replace")))
def test_anything_is_inspected_without_an_error(data: bytes) -> None:
    assert inspect(data).flaws
