"""Deadlines that the title of an item gives to all that stands below it."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.domain.followup import FollowUp
from tracker.domain.minutes import AgendaItem, SourceText, Span
from tracker.extraction import extract
from tracker.extraction.find import Find
from tracker.extraction.titled import by_next_meeting
from tracker.reading import parse

BEFORE = "Referat af ledermøde den 5. marts 2026\nNæste møde: den 19. marts 2026\n\n1. Orientering\n\nTaget er tæt.\n\n2. "


def cards(title: str) -> tuple[FollowUp, ...]:
    points = "- Alle: læs udkastet til driftsplanen\n- Villum sender tallene inden den 9. marts\n"
    text = f"{BEFORE}{title}\n\n{points}"
    return extract(parse(SourceText("referat.txt", text))).follow_ups


@pytest.mark.parametrize("title", ["Til næste gang", "Opgaver til næste møde", "Inden næste møde"])
def test_tasks_below_such_a_title_are_due_at_the_next_meeting(title: str) -> None:
    first, second = cards(title)
    assert first.deadline is not None
    assert first.deadline.anchor == "next_meeting"
    assert first.deadline.due == date(2026, 3, 19)
    assert second.deadline is not None
    assert second.deadline.due == date(2026, 3, 9)


def test_the_title_is_the_evidence() -> None:
    (first, _) = cards("Til næste gang")
    (deadline,) = [e.span.of(f"{BEFORE}Til næste gang") for e in first.evidence if e.role == "deadline"]
    assert deadline == "Til næste gang"


@pytest.mark.parametrize("title", ["Opfølgning fra sidst", "Næste møde", "Budgettet til næste år"])
def test_other_titles_give_no_day(title: str) -> None:
    assert all(c.deadline is None or c.deadline.anchor is None for c in cards(title))


def test_a_title_of_blanks_is_judged_in_linear_time() -> None:
    item = AgendaItem(1, "Opgaver" + " " * 200_000 + "x", Span(0, 1))  # a pattern that tried every split would take half an hour
    finds: list[Find] = []
    by_next_meeting("x", item, finds)
    assert finds == []
