from __future__ import annotations

import time as clock
from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.errors import DamagedFile, InputError, TooLarge, WrongFormat
from tracker.ical import PlannedMeeting, read_plan
from tracker.ical.plan import LARGEST, MOST_OCCURRENCES


def plan(*events: str, head: str = "") -> bytes:
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//DA\n{head}{body}END:VCALENDAR\n".encode()


def test_meetings_come_in_order_of_time_in_copenhagen() -> None:
    found = read_plan(
        plan(
            "UID:2\nSUMMARY:Chefforum\nLOCATION:Mødelokale 2\nDTSTART:20170628T080000Z",
            "UID:1\nSUMMARY:Chefforum\\, ekstra\nDTSTART;VALUE=DATE:20170601",
        )
    )
    assert found == [
        PlannedMeeting(date(2017, 6, 1), "Chefforum, ekstra", None, "", "1"),
        PlannedMeeting(date(2017, 6, 28), "Chefforum", time(10), "Mødelokale 2", "2"),
    ]


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "Romance Standard Time", "Kommunens egen zone"])
def test_a_time_is_copenhagens_whatever_the_zone_is_called(zone: str) -> None:
    (meeting,) = read_plan(plan(f"UID:1\nSUMMARY:Møde\nDTSTART;TZID={zone}:20171115T130000"))
    assert meeting.start == time(13)


def test_a_forged_time_zone_is_not_believed() -> None:
    forged = (
        "BEGIN:VTIMEZONE\nTZID:Europe/Copenhagen\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        "TZOFFSETFROM:+0900\nTZOFFSETTO:+0900\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    (meeting,) = read_plan(plan("UID:1\nDTSTART;TZID=Europe/Copenhagen:20171115T130000", head=forged))
    assert meeting.start == time(13)


def test_a_series_is_written_out_with_its_exceptions() -> None:
    found = read_plan(
        plan(
            "UID:1\nSUMMARY:MED\nDTSTART;TZID=Europe/Copenhagen:20170208T100000\nRRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=4\n"
            "EXDATE;TZID=Europe/Copenhagen:20170308T100000",
            "UID:1\nSUMMARY:MED flyttet\nRECURRENCE-ID;TZID=Europe/Copenhagen:20170412T100000\nDTSTART:20170419T080000Z",
        )
    )
    assert [(m.date, m.start, m.title) for m in found] == [
        (date(2017, 2, 8), time(10), "MED"),
        (date(2017, 4, 19), time(10), "MED flyttet"),
        (date(2017, 5, 10), time(10), "MED"),  # ten o'clock on either side of the change to summer time
    ]


def test_a_cancelled_meeting_is_left_out() -> None:
    assert read_plan(plan("UID:1\nSTATUS:CANCELLED\nDTSTART:20170628T080000Z")) == []


def test_an_until_limits_a_series() -> None:
    found = read_plan(plan("UID:1\nDTSTART;VALUE=DATE:20170105\nRRULE:FREQ=WEEKLY;UNTIL=20170119"))
    assert [m.date for m in found] == [date(2017, 1, 5), date(2017, 1, 12), date(2017, 1, 19)]
    assert all(m.start is None for m in found)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,1,2;BYSECOND=0,1,2",
        "FREQ=YEARLY;INTERVAL=0",
        "FREQ=DAILY;COUNT=99999999",
        "FREQ=" + "9" * 5000,
        "FREQ=DAILY;UNTIL=99991399",
    ],
)
def test_a_hostile_rule_ends_soon(rule: str) -> None:
    begin = clock.perf_counter()
    found = read_plan(plan(f"UID:1\nDTSTART:20170105T080000Z\nRRULE:{rule}"))
    assert len(found) <= MOST_OCCURRENCES
    assert clock.perf_counter() - begin < 2


def test_a_broken_event_does_not_hide_the_others() -> None:
    assert [m.uid for m in read_plan(plan("UID:1\nDTSTART:nonsense", "UID:2", "UID:3\nDTSTART:20170628T080000Z"))] == ["3"]


def test_windows_letters_are_read() -> None:
    data = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Møde på Ærø\r\nDTSTART:20170628T080000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    assert read_plan(data.encode("cp1252"))[0].title == "Møde på Ærø"


def test_control_characters_never_get_through() -> None:
    (meeting,) = read_plan(plan("UID:1\nSUMMARY:a\x1b[31mb\\nc\nDTSTART:20170628T080000Z"))
    assert meeting.title == "a[31mb c"


@pytest.mark.parametrize("data", [b"", b"Referat af m\xf8de", b"\x89PNG\r\n\x1a\n", b"<html>"])
def test_what_is_no_calendar_is_refused(data: bytes) -> None:
    with pytest.raises(WrongFormat):
        read_plan(data, "plan.ics")


def test_a_calendar_cut_short_is_damaged() -> None:
    with pytest.raises(DamagedFile, match=r"plan\.ics"):
        read_plan(b"END:VEVENT\nBEGIN:VCALENDAR\nBEGIN", "plan.ics")


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge):
        read_plan(b" " * (LARGEST + 1))


LINES = st.sampled_from(
    ["BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "DTSTART:20170628T080000Z", "DTSTART;TZID=X:2017", "UID:1",
     "UID:1", "RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:X", "RECURRENCE-ID:20170628T080000Z", "EXDATE:2017", "SUMMARY:x", " folded", ":", "",
     "DTSTART:00010101T000000Z", "DTSTART:99991231T235959Z", "RRULE:FREQ=DAILY", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:", "X" * 500]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25) | st.lists(st.text(max_size=30), max_size=10))
def test_any_lines_give_meetings_or_a_clear_error(lines: list[str]) -> None:
    data = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"]).encode(errors="replace")
    with suppress(InputError):
        assert all(isinstance(meeting, PlannedMeeting) for meeting in read_plan(data))
