"""The domain's values refuse what cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.domain.deadline import Deadline
from tracker.domain.followup import ActionItem, Kind, Status
from tracker.domain.minutes import PageMark, SourceText, Span


def test_span_knows_what_lies_inside() -> None:
    span = Span(3, 7)
    assert len(span) == 4
    assert 3 in span
    assert 7 not in span
    assert Span(4, 7) in span
    assert Span(4, 8) not in span
    assert span.of("abcdefgh") == "defg"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (5, 4)])
def test_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_deadline_cannot_begin_after_it_ends() -> None:
    with pytest.raises(ValueError, match="cannot begin"):
        Deadline("mellem 15. og 1. maj", date(2026, 5, 15), date(2026, 5, 1))


def test_page_of_a_position() -> None:
    source = SourceText("x.pdf", "ab" * 10, "pdf", (PageMark(0, 1), PageMark(8, 2), PageMark(8, 3)))
    assert [source.page_of(p) for p in (0, 7, 8, 19)] == [1, 1, 3, 3]
    assert SourceText("x.txt", "ab").page_of(1) is None


@pytest.mark.parametrize(
    ("status", "due", "expected"),
    [
        (Status.OPEN, date(2026, 3, 1), True),
        (Status.OPEN, date(2026, 3, 2), False),
        (Status.DONE, date(2026, 3, 1), False),
        (Status.REVIEW, None, False),
    ],
)
def test_overdue_is_open_and_past_its_day(status: Status, due: date | None, expected: bool) -> None:
    action = ActionItem(id=1, uid="u", status=status, kind=Kind.TASK, text="t", quote="q", due=due)
    assert action.is_overdue(date(2026, 3, 2)) is expected
