from __future__ import annotations

import pytest

from tracker.web import limits
from tracker.web.limits import RateLimit, client_of


class Ticks:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_is_allowed_and_then_refused_until_time_has_passed() -> None:
    clock = Ticks()
    limit = RateLimit(60, clock)
    assert [limit.take("a") for _ in range(60)] == [0.0] * 60
    assert limit.take("a") == pytest.approx(1.0)
    clock.now = 1.0
    assert limit.take("a") == 0.0
    assert limit.take("a") > 0


def test_addresses_do_not_share_a_limit() -> None:
    limit = RateLimit(1, Ticks())
    assert limit.take("a") == 0.0
    assert limit.take("a") > 0
    assert limit.take("b") == 0.0


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ADDRESSES", 10)
    limit = RateLimit(5, Ticks())
    for number in range(1000):
        limit.take(str(number))
    assert len(limit._buckets) == 10


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
    ],
)
def test_one_subscriber_is_one_client(host: str, client: str) -> None:
    assert client_of(host) == client
