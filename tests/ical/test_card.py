from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from tracker.domain.deadline import Deadline, Precision
from tracker.domain.followup import ActionItem, Kind, Light, Status
from tracker.ical import PLAIN, CalendarOptions, Components, calendar_bytes

Card = Callable[..., ActionItem]
FEBRUARY = Deadline("i februar", date(2018, 2, 1), date(2018, 2, 28), Precision.MONTH)
TODO = CalendarOptions(components=Components.TODO)


def read(*cards: ActionItem, options: CalendarOptions = PLAIN, **more: Any) -> Calendar:
    return Calendar.from_ical(calendar_bytes(cards, name="Test", options=options, **more))


def only(*cards: ActionItem, options: CalendarOptions = PLAIN, **more: Any) -> Any:
    calendar = read(*cards, options=options, **more)
    (component,) = calendar.walk("VTODO" if options.is_todo else "VEVENT")
    return component


def test_an_event_is_all_day_on_the_due_date_and_nobody_is_busy(card: Card) -> None:
    event = only(card())
    assert event["DTSTART"].to_ical() == b"20170815"
    assert event["DTEND"].to_ical() == b"20170816"
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["STATUS"] == "CONFIRMED"


def test_identity_and_time_come_from_the_card_alone(card: Card) -> None:
    event = only(card(version=5, changed=datetime(2018, 1, 2, 3, 4, 5, 678, tzinfo=UTC)))
    assert event["UID"] == "card-7@test"
    assert event["SEQUENCE"] == 4
    assert event["DTSTAMP"].to_ical() == event["LAST-MODIFIED"].to_ical() == b"20180102T030405Z"


def test_a_card_without_any_moment_still_gives_the_same_bytes(card: Card) -> None:
    assert only(card(changed=None, created=None))["DTSTAMP"].to_ical() == b"19700101T000000Z"


def test_the_summary_can_be_read_in_a_month_view(card: Card) -> None:
    assert only(card())["SUMMARY"] == "Due: lister til Anne Mette (Alle chefer)"


def test_a_responsible_named_in_the_sentence_is_not_repeated(card: Card) -> None:
    assert only(card(text="Morten udsender listen", responsible=("Morten",)))["SUMMARY"] == "Due: Morten udsender listen"


def test_the_description_tells_the_whole_story(card: Card) -> None:
    text = str(only(card(light=Light.YELLOW))["DESCRIPTION"])
    assert text.splitlines() == [
        "“Alle chefer melder inden 15. august lister ind til Anne Mette”",
        "",
        "Deadline: 15 Aug 2017 (inden 15. august)",
        "Responsible: Alle chefer",
        "To: Anne Mette",
        "Status: open, light: yellow",
        "Meeting: Chefforum, 28 Jun 2017, item 3: Kurser",
        "Case: 81.04.00-A00-1-16",
        "Found by: verb.melde, time.inden",
        "Card no. 7",
    ]


def test_a_range_is_shown_on_its_last_day_and_says_so(card: Card) -> None:
    event = only(card(deadline=FEBRUARY, due=date(2018, 2, 28)))
    assert event["DTSTART"].dt == date(2018, 2, 28)
    assert event["SUMMARY"].startswith("Due (i februar): ")
    assert "1 Feb 2018 to 28 Feb 2018, shown on the last day (i februar)" in event["DESCRIPTION"]


def test_what_the_sentence_says_itself_is_not_said_twice(card: Card) -> None:
    said = card(deadline=FEBRUARY, due=date(2018, 2, 28), text="Økonomi fremlægger i februar en plan", responsible=("Økonomi",))
    assert only(said)["SUMMARY"] == "Due: Økonomi fremlægger i februar en plan"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Økonomi fremlægger en plan i februar", "Due (i februar): Økonomi fremlægger en plan"),
        ("Økonomi fremlægger en plan, I februar.", "Due (i februar): Økonomi fremlægger en plan"),
        ("Næste status er i februar", "Due: Næste status er i februar"),  # too little would be left
        ("I februar fremlægger Økonomi en plan", "Due: I februar fremlægger Økonomi en plan"),
        ("Økonomi fremlægger planen", "Due (i februar): Økonomi fremlægger planen"),
    ],
)
def test_the_words_for_a_range_stand_where_a_month_view_shows_them(card: Card, text: str, shown: str) -> None:
    assert only(card(deadline=FEBRUARY, due=date(2018, 2, 28), text=text, responsible=()))["SUMMARY"] == shown


def test_the_words_for_a_day_stay_in_the_sentence(card: Card) -> None:
    text = "Chefforum finder suppleanter inden 15. august"
    assert only(card(text=text, responsible=()))["SUMMARY"] == f"Due: {text}"


def test_a_range_can_be_shown_on_all_its_days(card: Card) -> None:
    event = only(card(deadline=FEBRUARY, due=date(2018, 2, 28)), options=CalendarOptions(span=True))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2018, 2, 1), date(2018, 3, 1))


def test_a_postponed_range_is_a_day_like_any_other(card: Card) -> None:
    event = only(card(deadline=FEBRUARY, due=date(2018, 4, 1)), options=CalendarOptions(span=True))
    assert event["DTSTART"].dt == date(2018, 4, 1)
    assert "in the minutes: i februar" in event["DESCRIPTION"]


def test_a_clock_time_makes_a_timed_event_in_copenhagen(card: Card) -> None:
    clocked = card(deadline=Deadline("senest den 15. august kl. 12", due=date(2017, 8, 15), time="12:00"))
    event = only(clocked)
    assert event["DTSTART"].params["TZID"] == "Europe/Copenhagen"
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2017, 8, 15, 10, tzinfo=UTC)
    assert event["DTEND"].dt > event["DTSTART"].dt
    assert only(replace(clocked, due=date(2017, 9, 1)))["DTSTART"].dt == date(2017, 9, 1)  # a new day has no clock time


def test_a_late_clock_time_ends_the_next_day(card: Card) -> None:
    event = only(card(deadline=Deadline("kl. 23:45", due=date(2017, 8, 15), time="23:45")))
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=30)


def test_an_estimated_date_is_tentative(card: Card) -> None:
    event = only(card(due_estimated=True))
    assert event["STATUS"] == "TENTATIVE"
    assert event["SUMMARY"].startswith("Due (estimated): ")


def test_the_light_shows_and_green_does_not_shout(card: Card) -> None:
    assert only(card(light=Light.RED))["SUMMARY"].startswith("Due (red): ")
    assert only(card(light=Light.GREEN))["SUMMARY"].startswith("Due: ")
    assert list(only(card(light=Light.RED))["CATEGORIES"].cats) == ["Due", "Chefforum", "red"]


def test_a_done_card_says_so_and_rings_no_more(card: Card) -> None:
    event = only(card(status=Status.DONE), options=CalendarOptions(alarm_days=(1,)))
    assert event["SUMMARY"].startswith("Done: ")
    assert not event.subcomponents


def test_a_dropped_card_is_cancelled(card: Card) -> None:
    dropped = card(status=Status.DROPPED, reason="overhalet")
    assert only(dropped)["STATUS"] == "CANCELLED"
    assert only(dropped, options=TODO)["STATUS"] == "CANCELLED"


def test_alarms_ring_at_nine_on_the_days_asked_for(card: Card) -> None:
    event = only(card(), options=CalendarOptions(alarm_days=(0, 2)))
    assert [alarm["TRIGGER"].dt for alarm in event.subcomponents] == [timedelta(hours=9), timedelta(days=-2, hours=9)]


def test_a_recurrence_is_an_rrule(card: Card) -> None:
    event = only(card(deadline=Deadline("hvert år senest 1. maj", due=date(2018, 5, 1), recurrence="FREQ=YEARLY"), due=date(2018, 5, 1)))
    assert event["RRULE"].to_ical() == b"FREQ=YEARLY"


@pytest.mark.parametrize(
    ("due", "rule", "written"),
    [
        (date(2018, 3, 31), "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
        (date(2018, 3, 30), "FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
        (date(2018, 3, 28), "FREQ=MONTHLY", "FREQ=MONTHLY"),
        (date(2018, 3, 31), "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=-1FR"),
        (date(2020, 2, 29), "FREQ=YEARLY", "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2"),
        (date(2018, 3, 31), "FREQ=YEARLY", "FREQ=YEARLY"),
        (date(2018, 3, 31), "FREQ=WEEKLY", "FREQ=WEEKLY"),
    ],
)
def test_a_rhythm_from_the_end_of_a_month_skips_no_short_one(card: Card, due: date, rule: str, written: str) -> None:
    assert only(card(deadline=Deadline("hvert kvartal", due=due, recurrence=rule), due=due))["RRULE"].to_ical().decode() == written


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=YEARLY\r\nX-EVIL:1", "FREQ=DAILY;INTERVAL=0", "nonsense", "FREQ=MONTHLY;BYDAY=XX", "FREQ=" * 5000]
)
def test_a_rule_that_is_no_rhythm_is_left_out(card: Card, rule: str) -> None:
    deadline = Deadline("løbende", due=date(2018, 5, 1), recurrence=rule)
    data = calendar_bytes([card(deadline=deadline, due=date(2018, 5, 1))], name="Test")
    assert b"RRULE" not in data.split(b"BEGIN:VEVENT")[1]
    assert b"\r\nX-EVIL" not in data


def test_later_dates_of_one_commitment_are_events_of_their_own(card: Card) -> None:
    deadline = Deadline("på møderne i maj og september", due=date(2018, 5, 31), further_dates=(date(2018, 9, 30), date(2018, 5, 31)))
    events = read(card(deadline=deadline, due=date(2018, 5, 31))).walk("VEVENT")
    assert [(e["UID"], e["DTSTART"].dt) for e in events] == [
        ("card-7@test", date(2018, 5, 31)),
        ("card-7@test-2018-09-30", date(2018, 9, 30)),
    ]


def test_hidden_titles_leave_nothing_of_the_text(card: Card) -> None:
    options = CalendarOptions(hide_titles=True)
    data = calendar_bytes([card(light=Light.RED, deadline=FEBRUARY)], name="Test", options=options, link=lambda a: f"https://x/{a.id}")
    assert b"SUMMARY:Due: case 81.04.00-A00-1-16" in data
    for secret in ("lister", "Anne", "chefer", "Chefforum", "Kurser", "februar", "verb.", "https"):
        assert secret.encode() not in data
    assert only(card(case_number=None), options=options)["SUMMARY"] == "Due: card 7"


def test_the_link_leads_back(card: Card) -> None:
    event = only(card(), link=lambda action: f"https://example.dk/k/{action.id}")
    assert event["URL"] == "https://example.dk/k/7"
    assert str(event["DESCRIPTION"]).endswith("\nhttps://example.dk/k/7")


def test_the_class_is_as_configured(card: Card) -> None:
    assert "CLASS" not in only(card())
    assert only(card(), options=CalendarOptions(classification="PRIVATE"))["CLASS"] == "PRIVATE"


def test_a_card_without_a_day_is_a_task_but_no_event(card: Card) -> None:
    undated = card(deadline=Deadline("snarest", precision=Precision.NONE), due=None)
    assert not read(undated).walk("VEVENT")
    task = only(undated, options=TODO)
    assert "DUE" not in task
    assert "Deadline: snarest" in task["DESCRIPTION"]


def test_a_task_has_its_deadline_as_due(card: Card) -> None:
    task = only(card(light=Light.RED), options=TODO)
    assert task["DUE"].dt == date(2017, 8, 15)
    assert task["STATUS"] == "NEEDS-ACTION"
    assert task["PRIORITY"] == 1
    assert "DTSTART" not in task


def test_a_task_of_a_range_begins_with_it(card: Card) -> None:
    task = only(card(deadline=FEBRUARY, due=date(2018, 2, 28)), options=TODO)
    assert (task["DTSTART"].dt, task["DUE"].dt) == (date(2018, 2, 1), date(2018, 2, 28))


def test_a_done_task_is_completed_when_it_changed(card: Card) -> None:
    task = only(card(status=Status.DONE), options=TODO)
    assert (task["STATUS"], task["PERCENT-COMPLETE"]) == ("COMPLETED", 100)
    assert task["COMPLETED"].dt == datetime(2017, 6, 29, 12, tzinfo=UTC)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("options", [CalendarOptions(), TODO])
def test_every_kind_and_status_can_be_written(card: Card, kind: Kind, status: Status, options: CalendarOptions) -> None:
    assert only(card(kind=kind, status=status), options=options)["SUMMARY"]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_time_are_days_too(card: Card, day: date) -> None:
    for options in (CalendarOptions(span=True, alarm_days=(1,)), TODO):
        assert only(card(due=day, deadline=None), options=options)
