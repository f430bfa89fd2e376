from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.web.conditional import http_date, is_current, quoted

MODIFIED = datetime(2017, 7, 1, 8, 0, tzinfo=UTC)
DATE = "Sat, 01 Jul 2017 08:00:00 GMT"


def test_dates_are_written_as_http_has_it() -> None:
    assert http_date(MODIFIED) == DATE
    assert quoted("abc") == '"abc"'


@pytest.mark.parametrize(
    ("match", "since", "current"),
    [
        (None, None, False),
        ('"abc"', None, True),
        ('W/"abc"', None, True),
        ('"x", "abc"', None, True),
        ("*", None, True),
        ("abc", None, False),
        ('"abcd"', None, False),
        (None, DATE, True),
        (None, "Sat, 01 Jul 2017 07:59:59 GMT", False),
        (None, "Sun, 02 Jul 2017 00:00:00 GMT", True),
        ('"x"', DATE, False),  # a tag that differs outweighs a date that does not
        (None, "nonsense", False),
        (None, "Sat, 99 Jul 2017 99:00:00 GMT", False),
    ],
)
def test_a_client_is_current_by_tag_or_else_by_date(match: str | None, since: str | None, current: bool) -> None:
    assert is_current("abc", MODIFIED, match, since) is current


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_header_value_breaks_it(match: str, since: str) -> None:
    assert is_current("abc", MODIFIED, None, since) in (True, False)
    assert is_current("abc", MODIFIED, match, since) in (True, False)
