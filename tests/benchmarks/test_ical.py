"""What a calendar costs, as ratios against icalendar's own work measured in the same run, turn by turn."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from icalendar import Calendar, Event
from pytest_benchmark.fixture import BenchmarkFixture

from tests.web.conftest import fill
from tracker.domain.deadline import Deadline
from tracker.domain.followup import ActionItem, Kind, Status
from tracker.ical import ENGLISH, CalendarBuilder
from tracker.ical.wording import description, summary

CHANGED = datetime(2017, 6, 29, 12, 0, tzinfo=UTC)


def cards(count: int) -> list[ActionItem]:
    made = []
    for number in range(count):
        due = date(2017, 8, 1) + timedelta(days=number % 500)
        made.append(
            ActionItem(
                id=number, uid=f"{number:032x}", status=Status.OPEN, kind=Kind.TASK,
                text=f"lister over deltagere i kursus nr. {number} til Anne Mette",
                quote=f"Alle chefer melder inden {due.day}. lister ind til Anne Mette over, hvem der skal med på kursus nr. {number}",
                responsible=("Alle chefer",), recipients=("Anne Mette",), deadline=Deadline("inden fristen", due=due), due=due,
                forum="Chefforum", meeting_date=date(2017, 6, 28), item=number % 20, item_title="Kursus i økonomistyring",
                case_number="81.04.00-A00-1-16", rules=("verb.melde", "time.inden"), version=2, created=CHANGED, changed=CHANGED,
            )
        )  # fmt: skip
    return made


def library_alone(actions: list[ActionItem], texts: list[tuple[str, str]]) -> bytes:
    """The same events with icalendar's `add` and `to_ical` and nothing else; their texts are ready beforehand."""
    calendar = Calendar()
    calendar.add("prodid", "-//x//y//DA")
    calendar.add("version", "2.0")
    for action, (title, body) in zip(actions, texts, strict=True):
        assert action.due is not None
        event = Event()
        event.add("uid", action.uid)
        event.add("dtstamp", CHANGED)
        event.add("created", CHANGED)
        event.add("last-modified", CHANGED)
        event.add("sequence", 1)
        event.add("dtstart", action.due)
        event.add("dtend", action.due + timedelta(days=1))
        event.add("summary", title)
        event.add("description", body)
        event.add("categories", ["Due", "Chefforum"])
        event.add("transp", "TRANSPARENT")
        event.add("status", "CONFIRMED")
        event.add("x-microsoft-cdo-busystatus", "FREE")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begin = perf_counter()
    work()
    return perf_counter() - begin


def test_a_feed_from_nothing_costs_little_more_than_the_library_itself(benchmark: BenchmarkFixture) -> None:
    actions = cards(1_000)
    texts = [(summary(a, ENGLISH), description(a, ENGLISH)) for a in actions]
    library, ours = [], []
    for _ in range(5):
        library.append(seconds(lambda: library_alone(actions, texts)))
        ours.append(seconds(lambda: CalendarBuilder().build(actions, name="Alt")))
    benchmark.pedantic(lambda: CalendarBuilder().build(actions, name="Alt"), rounds=3)
    ratio = min(ours) / min(library)  # the least disturbed turn of each
    benchmark.extra_info["ratio to icalendar"] = round(ratio, 2)
    assert ratio <= 1.2


def test_one_changed_card_of_ten_thousand_costs_a_twentieth(benchmark: BenchmarkFixture) -> None:
    actions = cards(10_000)
    builder = CalendarBuilder()
    whole = seconds(lambda: builder.build(actions, name="Alt"))
    again = []
    for turn in range(5):
        actions = [replace(action) for action in actions]  # as read anew from the database: equal, but other objects
        actions[turn * 17] = replace(actions[turn * 17], text=f"ny tekst {turn}", version=3 + turn)
        again.append(seconds(lambda fresh=actions: builder.build(fresh, name="Alt")))
    benchmark.pedantic(lambda: builder.build(actions, name="Alt"), rounds=3)
    ratio = median(again) / whole
    benchmark.extra_info["ratio to building all"] = round(ratio, 4)
    assert ratio <= 1 / 20


def test_an_unchanged_feed_is_answered_without_building_it(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Telling that nothing changed costs a question to the database; building reads a thousand cards and writes them."""
    from tracker.services.feed_cards import FeedKind
    from tracker.services.publish import Publisher, create
    from tracker.services.workspace import Workspace

    today = date(2017, 7, 1)
    with Workspace.open(f"sqlite:///{(tmp_path / 'feed.db').as_posix()}", today=today, user="Sekretær") as workspace:
        fill(workspace, 1_000)
        feed = create(workspace, FeedKind.ALL)
        publisher = Publisher(workspace, today=lambda: today)
        building = seconds(lambda: publisher.publish(feed))
        unchanged = [seconds(lambda: publisher.publish(feed)) for _ in range(20)]
        benchmark.pedantic(lambda: publisher.publish(feed), rounds=20)
    ratio = median(unchanged) / building
    benchmark.extra_info["ratio to building"] = round(ratio, 5)
    assert ratio <= 1 / 50
