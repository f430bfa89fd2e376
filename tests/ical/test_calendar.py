from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tracker.domain.deadline import Deadline, Precision
from tracker.domain.followup import ActionItem, Kind, Light, Status
from tracker.ical import CalendarBuilder, CalendarOptions, Components, MeetingEntry, calendar_bytes
from tracker.ical.text import LIMIT, clean

Card = Callable[..., ActionItem]
GOLDEN = Path(__file__).parent / "golden"


def golden_cards(card: Card) -> list[ActionItem]:
    """One card of every sort that looks different in a calendar."""
    february = Deadline("i februar 2018", date(2018, 2, 1), date(2018, 2, 28), Precision.MONTH)
    meeting = Deadline("næste møde", precision=Precision.MEETING, anchor="next_meeting")
    return [
        card(1),
        card(2, deadline=february, due=date(2018, 2, 28), light=Light.RED, text="Økonomi fremlægger en plan", responsible=("Økonomi",)),
        card(3, deadline=meeting, due=date(2017, 9, 27), due_estimated=True, kind=Kind.STATUS, responsible=()),
        card(4, deadline=Deadline("senest 1. maj kl. 12", due=date(2018, 5, 1), time="12:00"), due=date(2018, 5, 1)),
        card(5, deadline=Deadline("hvert kvartal", due=date(2018, 3, 31), recurrence="FREQ=MONTHLY;INTERVAL=3"), due=date(2018, 3, 31)),
        card(6, status=Status.DONE, version=4, changed=datetime(2017, 8, 14, 9, 30, tzinfo=UTC)),
        card(7, status=Status.DROPPED, reason="overhalet", kind=Kind.FORWARD),
        card(8, quote='Sagde: "C:\\Ny mappe; A, B"\r\nBEGIN:VEVENT\r\nSUMMARY:falsk\r\nEND:VEVENT 👩‍👩‍👧', text="æøå " * 40),
        card(9, deadline=Deadline("snarest", precision=Precision.NONE), due=None),
    ]


def golden_meeting(card: Card) -> MeetingEntry:
    return MeetingEntry(
        "meeting-1@test", "Chefforum", date(2017, 9, 27), datetime(2017, 9, 1, tzinfo=UTC), start=time(10), place="Mødelokale 2",
        due=(card(3),), overdue=(card(1),), undated=(card(9, due=None),),
    )  # fmt: skip


@pytest.mark.parametrize("components", list(Components))
def test_the_octets_of_a_set_of_cards_are_those_agreed(card: Card, components: Components) -> None:
    options = CalendarOptions(components=components, alarm_days=(1,))
    made = calendar_bytes(golden_cards(card), name="Chefforum", options=options, meetings=[golden_meeting(card)])
    path = GOLDEN / f"cards-{components}.ics"
    if os.environ.get("TRACKER_TEST_WRITE_GOLDEN"):
        path.write_bytes(made)
    assert made == path.read_bytes()


def test_the_order_of_the_cards_given_makes_no_difference(card: Card) -> None:
    cards = golden_cards(card)
    first = calendar_bytes(cards, name="Test")
    random.Random(1).shuffle(cards)
    assert calendar_bytes(iter(cards), name="Test") == first


def test_names_stand_before_any_component(card: Card) -> None:
    data = calendar_bytes([card()], name="Chefer, alle")
    assert data.index(b"NAME:Chefer\\, alle") < data.index(b"BEGIN:VTIMEZONE")
    assert data.index(b"X-WR-CALNAME:") < data.index(b"BEGIN:VTIMEZONE")
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in data
    assert b"X-PUBLISHED-TTL:PT1H\r\n" in data


def test_an_empty_calendar_is_valid(card: Card) -> None:
    calendar = Calendar.from_ical(calendar_bytes([], name="Tom"))
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]


def test_a_meeting_lists_what_is_due_and_overdue(card: Card) -> None:
    calendar = Calendar.from_ical(calendar_bytes([], name="Test", meetings=[golden_meeting(card)]))
    (event,) = calendar.walk("VEVENT")
    assert event["SUMMARY"] == "Meeting: Chefforum (1 due, 1 overdue)"
    lines = str(event["DESCRIPTION"]).splitlines()
    assert lines[:2] == ["Overdue (1):", "- 15 Aug 2017: lister til Anne Mette (Alle chefer)"]
    assert "Without a date (1):" in lines
    assert event["LOCATION"] == "Mødelokale 2"


def test_a_meeting_with_very_many_cards_counts_the_rest(card: Card) -> None:
    crowded = replace(golden_meeting(card), overdue=tuple(card(n) for n in range(500)))
    (event,) = Calendar.from_ical(calendar_bytes([], name="Test", meetings=[crowded])).walk("VEVENT")
    assert "- and 440 more" in str(event["DESCRIPTION"])


def test_an_unplanned_start_gives_a_whole_day_and_hidden_titles_only_counts(card: Card) -> None:
    entry = replace(golden_meeting(card), start=None, estimated=True)
    options = CalendarOptions(hide_titles=True)
    (event,) = Calendar.from_ical(calendar_bytes([], name="Test", options=options, meetings=[entry])).walk("VEVENT")
    assert event["DTSTART"].dt == date(2017, 9, 27)
    assert event["STATUS"] == "TENTATIVE"
    assert "DESCRIPTION" not in event
    assert event["SUMMARY"] == "Meeting: Chefforum (1 due, 1 overdue, estimated)"


def test_meetings_are_no_tasks(card: Card) -> None:
    options = CalendarOptions(components=Components.TODO)
    assert b"VEVENT" not in calendar_bytes([], name="Test", options=options, meetings=[golden_meeting(card)])


def test_the_builder_writes_again_only_what_changed(card: Card, monkeypatch: pytest.MonkeyPatch) -> None:
    cards = [card(n) for n in range(50)]
    builder = CalendarBuilder()
    first = builder.build(cards, name="Test")
    written: list[int] = []
    original = CalendarBuilder._card
    monkeypatch.setattr(CalendarBuilder, "_card", lambda self, action: (written.append(action.id), original(self, action))[1])
    equal_but_not_the_same = [replace(action) for action in cards]
    assert builder.build(equal_but_not_the_same, name="Test") == first
    assert written == []
    cards[17] = replace(cards[17], text="noget nyt", version=4)
    assert builder.build(cards, name="Test") == calendar_bytes(cards, name="Test")
    assert written == [17, *range(50)]


def test_the_builder_forgets_cards_that_left(card: Card) -> None:
    builder = CalendarBuilder()
    builder.build([card(1), card(2)], name="Test")
    assert builder.build([card(2)], name="Test") == calendar_bytes([card(2)], name="Test")
    assert set(builder._made) == {"card-2@test"}


def assert_valid_lines(data: bytes) -> None:
    """Every physical line by RFC 5545 section 3.1: CRLF, at most 75 octets, UTF-8 whole, no control characters."""
    assert data.endswith(b"\r\n")
    assert data.replace(b"\r\n", b"").find(b"\r") == -1
    assert data.replace(b"\r\n", b"").find(b"\n") == -1
    for line in data.split(b"\r\n")[:-1]:
        assert 0 < len(line) <= LIMIT
        assert all(ch >= " " or ch == "\t" for ch in line.decode())


def test_ten_thousand_items_are_valid_line_by_line(card: Card) -> None:
    quotes = ["Ærø og Åbenrå; søndag, " * 9, "👩‍👩‍👧 familie\\n " * 12, "x" * 151, "end:vevent\r\nBEGIN:VALARM " * 4]
    cards = [card(n, quote=quotes[n % 4], text=quotes[(n + 1) % 4][: n % 170 + 1]) for n in range(10_000)]
    data = calendar_bytes(cards, name="Alt")
    assert_valid_lines(data)
    assert data.count(b"\r\nBEGIN:VEVENT\r\n") == data.count(b"\r\nEND:VEVENT\r\n") == 10_000


HOSTILE = st.one_of(
    st.text(st.characters(), max_size=300),
    st.sampled_from(
        [
            "BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
            "\r\nATTACH:http://x",
            "\\",
            "\\n\\N\\;",
            "x" * 10_000,
            "😀" * 3000,
            "\n ",
            ";,:\"'",
            "\x85BEGIN:",
        ]
    ),
    st.lists(st.sampled_from(["\r\n", "\n", "\r", " ", "\t", "BEGIN:VALARM", "END:VCALENDAR", "\\", ";", "å", "👍"]), max_size=60).map(
        "".join
    ),
)


@settings(max_examples=60, deadline=None)
@given(quote=HOSTILE, text=HOSTILE, person=HOSTILE, forum=HOSTILE, title=HOSTILE, words=HOSTILE, case=HOSTILE, rule=HOSTILE)
def test_any_text_round_trips_and_injects_nothing(
    card: Card, quote: str, text: str, person: str, forum: str, title: str, words: str, case: str, rule: str
) -> None:
    action = card(
        quote=quote, text=text, responsible=(person,), recipients=(person,), forum=forum, item_title=title, case_number=case,
        rules=(rule,), deadline=Deadline(words, due=date(2017, 8, 15), recurrence=rule, time=words), source=title, presenter=person,
    )  # fmt: skip
    plain = {
        part.name: [name for name, _ in part.property_items()] for part in Calendar.from_ical(calendar_bytes([card()], name="x")).walk()
    }
    for options in (CalendarOptions(), CalendarOptions(components=Components.TODO)):
        data = calendar_bytes(
            [action], name=title, options=options, meetings=[MeetingEntry("m", forum, date(2018, 1, 1), action.changed, due=(action,))]
        )
        assert_valid_lines(data)
        calendar = Calendar.from_ical(data)
        names = [part.name for part in calendar.walk()]
        body = ["VTODO"] if options.is_todo else ["VEVENT", "VEVENT"]
        assert names == ["VCALENDAR", "VTIMEZONE", "DAYLIGHT", "STANDARD", *body]
        component = calendar.walk(body[0])[0]
        if not options.is_todo:
            assert sorted(name for name, _ in component.property_items()) == sorted(plain["VEVENT"])
        if clean(quote).strip():
            assert str(component["DESCRIPTION"]).startswith(f"“{clean(quote).strip()}”\n")
