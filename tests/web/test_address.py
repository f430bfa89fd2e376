from __future__ import annotations

import gc
import random
import string
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter_ns

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.tracking import Feed
from tracker.services.feed_address import TOKEN_LENGTH, Addresses, card_reference, split_reference, token

SECRET = b"0123456789abcdef0123456789abcdef"
TRIES = 5
FEED = Feed("a1", "person", "Morten", "")


def test_an_address_is_long_plain_and_stable() -> None:
    made = token(SECRET, FEED)
    assert len(made) == TOKEN_LENGTH == 32
    assert set(made) <= set(string.ascii_lowercase + "234567")
    assert token(SECRET, FEED) == made


def test_it_depends_on_secret_feed_and_generation_alone() -> None:
    others = {
        token(b"another" * 5, FEED),
        token(SECRET, replace(FEED, id="a2")),
        token(SECRET, replace(FEED, generation=2)),
        token(SECRET, FEED),
    }
    assert len(others) == 4
    assert token(SECRET, replace(FEED, label="x", key="y", options=(("tasks", "1"),))) == token(SECRET, FEED)


def test_only_the_address_in_force_is_found() -> None:
    rotated, revoked = replace(FEED, id="b", generation=2), replace(FEED, id="c", revoked=True)
    addresses = Addresses(SECRET, [FEED, rotated, revoked])
    assert addresses.find(token(SECRET, FEED)) == FEED
    assert addresses.find(token(SECRET, rotated)) == rotated
    assert addresses.find(token(SECRET, replace(rotated, generation=1))) is None
    assert addresses.find(token(SECRET, revoked)) is None
    assert addresses.find(token(SECRET, FEED).upper()) is None
    assert addresses.find("") is None
    assert addresses.find("=" * TOKEN_LENGTH) is None  # the decoy opens nothing


@given(st.text(max_size=200))
def test_no_text_opens_anything(given_: str) -> None:
    addresses = Addresses(SECRET, [FEED])
    assert addresses.find(given_) is None
    assert split_reference(given_) is None or len(split_reference(given_) or ()) == 3


def test_a_card_reference_can_be_taken_apart() -> None:
    reference = card_reference(SECRET, FEED, 7, "uid")
    assert split_reference(reference) == ("a1", 7, reference.rpartition(".")[2])
    assert split_reference("x.٣.y") is None  # digits of other scripts are none here


def spread(find: Callable[[str], object], guesses: dict[str, str]) -> tuple[float, float]:
    """How far the time of any guess lies from that of one that shares nothing, and the tolerance; both in nanoseconds.

    Medians of interleaved measurements. The tolerance is the spread between two samples of the *same* guess taken in the same run, so
    a busy machine widens it, and at least a seventh of the time itself.
    """
    times: dict[str, list[int]] = {name: [] for name in guesses}
    order = random.Random(5)
    names = list(guesses)
    gc.collect()
    gc.disable()
    try:
        for _ in range(2_000):
            order.shuffle(names)
            for name in names:
                begin = perf_counter_ns()
                find(guesses[name])
                times[name].append(perf_counter_ns() - begin)
    finally:
        gc.enable()
    middle = {name: median(values) for name, values in times.items()}
    nothing = middle["nothing"]
    tolerance = max(3 * abs(nothing - middle["again"]), 0.15 * nothing)
    return max(abs(value - nothing) for value in middle.values()), tolerance


def test_the_time_a_wrong_address_takes_tells_nothing() -> None:
    """Guesses that share nothing, half, or all but the last letter with a good address take the same time.

    The same measurement finds a look-up out that compares letter by letter and stops at the first difference: every time, where one
    that leaks nothing may be disturbed by what else the machine does, so it is measured again before it is blamed.
    """
    feeds = [replace(FEED, id=str(number)) for number in range(300)]
    addresses = Addresses(SECRET, feeds)
    tokens = [token(SECRET, feed) for feed in feeds]
    right = tokens[-1]
    last = "a" if right[-1] != "a" else "b"
    guesses = {
        "nothing": "7" * TOKEN_LENGTH,
        "again": "7" * TOKEN_LENGTH,
        "first": tokens[0][:-1] + last,
        "half": right[:16] + "7" * 16,
        "almost": right[:-1] + last,
    }

    def leaking(given: str) -> bool:
        return all(one == other for one, other in zip(right, given, strict=True))

    def tells(find: Callable[[str], object]) -> bool:
        difference, tolerance = spread(find, guesses)
        return difference > tolerance

    assert all(tells(leaking) for _ in range(TRIES))
    assert not all(tells(addresses.find) for _ in range(TRIES))
