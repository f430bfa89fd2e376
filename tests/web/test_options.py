from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.followup import ActionItem, Kind, Status
from tracker.errors import UsageError
from tracker.services.feed_options import CANCELLED_DAYS, CLASSES, USUAL, FeedOptions, from_pairs, may_be_published, selected

TODAY = date(2017, 7, 1)
CARD = ActionItem(1, "uid", Status.OPEN, Kind.TASK, "tekst", "citat", changed=datetime(2017, 7, 1, tzinfo=UTC))

OPTIONS = st.builds(
    FeedOptions,
    st.booleans(), st.booleans(), st.booleans(), st.integers(0, 36_500), st.booleans(), st.booleans(), st.booleans(),
    st.lists(st.integers(0, 365), max_size=5).map(tuple), st.sampled_from(CLASSES),
)  # fmt: skip


@given(OPTIONS)
def test_choices_survive_being_stored(options: FeedOptions) -> None:
    assert from_pairs(options.as_pairs()) == options


def test_the_usual_choices_need_no_room_and_unknown_ones_are_passed_over() -> None:
    assert USUAL.as_pairs() == ()
    assert from_pairs([("label", "x"), ("from a newer program", "1")]) == USUAL


@pytest.mark.parametrize(
    "pair", [("days", "x"), ("days", "-1"), ("tasks", "ja"), ("alarm_days", "1,x"), ("alarm_days", "999"), ("classification", "X")]
)
def test_a_choice_that_cannot_be_is_refused(pair: tuple[str, str]) -> None:
    with pytest.raises(UsageError):
        from_pairs([pair])


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.REVIEW},
        {"status": Status.DROPPED, "reason": "rejected"},
        {"history": True},
        {"closed": True},
    ],
)
def test_what_may_not_be_published_is_never_selected(fields: dict[str, Any]) -> None:
    card = replace(CARD, **fields)
    assert not may_be_published(card)
    assert list(selected([card], FeedOptions(days=36_500), TODAY)) == []


@pytest.mark.parametrize(
    ("status", "age", "options", "shown"),
    [
        (Status.OPEN, 100_000, FeedOptions(days=0), True),
        (Status.DONE, 183, USUAL, True),
        (Status.DONE, 184, USUAL, False),
        (Status.DONE, 0, FeedOptions(done=False), False),
        (Status.DONE, 0, FeedOptions(days=0), True),
        (Status.DROPPED, CANCELLED_DAYS, FeedOptions(done=False), True),
        (Status.DROPPED, CANCELLED_DAYS + 1, USUAL, False),
    ],
)
def test_how_long_a_card_stays(status: Status, age: int, options: FeedOptions, shown: bool) -> None:
    card = replace(CARD, status=status, changed=datetime(2017, 7, 1, tzinfo=UTC) - timedelta(days=age))
    assert bool(list(selected([card], options, TODAY))) is shown
